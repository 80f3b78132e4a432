import SaanData
import SaanImages
import SaanModel
import SaanTemplate
import SaanText

/// The site as one page may ask it, for the reader of one language: the only door to it.
///
/// Views, charts, functions and files hold a reader and nothing else of the site, so that whatever
/// they learn has passed here and was noted. The notes tell which outputs a change can reach: what
/// is not noted is taken for unchanged, so an answer without a note makes an outdated page. What
/// holds for every page of a build, such as the settings, needs no note.
package struct Reader: Sendable {
  /// Nobody else may go through it, lest something be read unnoted.
  private let door: Door
  /// The reader's language among the site's.
  package let languageID: LanguageID

  /// Opens a site.
  package init(_ door: Door, language: LanguageID) {
    self.door = door
    languageID = language
  }

  private var context: SiteContext { door.context }
  private var routes: Routes { context.plan.routes }

  private func note(_ key: @autoclosure () -> ReadKey) { door.note(key()) }

  // MARK: Language and settings, which are one for all pages

  var settings: Settings { context.site.settings }
  var isPreview: Bool { context.site.isPreview }
  /// The day of the release whose values are shown; `nil` for today's.
  package var asPublished: CalendarDate? { context.site.asPublished }
  var languages: [Language] { context.languages }
  /// The reader's language.
  package var language: Language { context.languages[languageID] }
  /// What every page says about the site.
  var words: SiteWords { context.words[languageID] }

  /// The site for the reader of another language.
  func reading(_ other: LanguageID) -> Reader { Reader(door, language: other) }

  /// The texts that this reader is shown in another language.
  var borrowed: BorrowedTexts {
    note(.borrowed(language: languageID))
    return context.borrowed[languageID].value
  }

  // MARK: Articles

  /// The article with a key.
  func entry(_ key: String) -> Entry? {
    note(.head(key))
    return context.site.entry(key)
  }

  /// Notes that an article is shown, its fields but not its text.
  func noteHead(of entry: Entry) { note(.head(entry.key)) }

  /// Notes that the beginning of an article's text is shown.
  func noteOpening(of entry: Entry) { note(.opening(entry.key, language: languageID)) }

  /// Notes that the text of an article is shown.
  package func noteText(of entry: Entry) { note(.text(entry.key)) }

  /// The path of an article in a language.
  package func path(of entry: Entry, _ language: Language) -> String {
    note(.head(entry.key))
    return context.plan.routes.path(of: entry, language)
  }

  /// What a link that is written in an article leads to.
  package func target(of destination: String, from entry: Entry) -> LinkTarget {
    note(.link(destination, folder: entry.folder))
    return LinkTarget(destination, from: entry, in: context.site)
  }

  /// The path of a file beside an article, or of a fixed one.
  package func path(of asset: Asset) -> String? { routes.path(ofAsset: asset.path) }

  /// Where the pictures are that are made of a photograph; `nil` where it is published as it is.
  package func pictures(of asset: Asset) -> PictureAddresses? {
    routes.pictures(ofAsset: asset.path)
  }

  /// The file of a picture that a table or a template names.
  func picture(named name: String) -> Asset? {
    guard let asset = context.site.picture(named: name) else { return nil }
    noteFile(asset)
    return asset
  }

  /// Where the picture of a document's first page is.
  func cover(of asset: Asset) -> CoverAddress? { routes.cover(ofAsset: asset.path) }

  /// The names of the pictures that are published, as a template writes them.
  var pictureNames: [String] { context.site.pictureNames }

  /// At what widths pictures stand in a text, or in one inside of a shortcode.
  package func pictureSizes(in name: String?) -> String {
    context.site.theme.pictureSizes(in: name)
  }

  /// The articles beside one in its collection.
  func neighbours(of entry: Entry) -> (previous: Entry?, next: Entry?) {
    note(.neighbours(entry.key, language: languageID))
    return context.neighbours(of: entry, language: languageID)
  }

  /// The articles that lie directly in a folder.
  func children(of folder: String) -> [Entry] {
    note(.folder(folder))
    return context.children(of: folder)
  }

  /// The articles that share most topics with one.
  func related(to entry: Entry, limit: Int) -> [Entry] {
    for topic in entry.original.front.topics ?? [] { note(.topic(topic.value)) }
    return context.related(to: entry, limit: limit)
  }

  /// How many articles a topic has.
  func count(ofTopic slug: String) -> Int {
    note(.topic(slug))
    return context.count(ofTopic: slug)
  }

  /// The articles about an area, the newest first.
  func mentions(of area: AreaID) -> [Entry] {
    note(.mentions(area, language: languageID))
    return context.mentions(of: area, language: languageID)
  }

  /// The pages that show an indicator, the newest first.
  func citations(of indicator: IndicatorID) -> [FigureCitation] {
    note(.citations(indicator, language: languageID))
    guard let citations = door.woven.citations(of: indicator, language: languageID) else {
      door.note(awaited: WovenTexts.all)
      return []
    }
    return citations
  }

  /// What a call in a text has become; `nil` while it is not made.
  package func fragment(of call: ShortcodeCall) -> Fragment? {
    guard let fragment = door.woven.fragment(of: call) else {
      door.note(awaited: call.path)
      return nil
    }
    note(fragment.reads)
    return fragment
  }

  /// Notes what was asked for what is shown.
  package func note(_ keys: [ReadKey]) { for key in keys { note(key) } }

  /// Notes that a value was asked for by itself, which a text states.
  func note(_ figure: StatedFigure) { door.note(figure) }

  /// The articles of a collection in its order.
  func articles(of collection: Collection) -> [Entry] {
    guard let listing = context.listing(of: collection) else { return [] }
    return articles(of: listing)
  }

  /// The articles of a list in its order.
  func articles(of listing: Listing) -> [Entry] {
    note(.list(listing.place, language: languageID))
    return listing.entries(languageID)
  }

  /// The articles on one page of a list, counted from 1.
  func articles(of listing: Listing, page number: Int) -> ArraySlice<Entry> {
    note(.listPage(listing.place, number: number, language: languageID))
    return listing.page(number, languageID)
  }

  /// How many pages a list has.
  func pageCount(of listing: Listing, in other: LanguageID? = nil) -> Int {
    note(.list(listing.place, language: other ?? languageID))
    return listing.pageCount
  }

  /// All lists; whoever asks one for its articles notes them.
  var listings: [Listing] { context.plan.listings }

  /// The lists that have feeds.
  var listingsWithFeeds: [Listing] { listings.filter { context.hasFeed($0) } }

  /// All events, by their beginning.
  var events: EventIndex {
    note(.events)
    return context.events.value
  }

  /// The events that an article came out of.
  func events(ofOutput key: String) -> [Entry] {
    note(.eventsOf(key))
    return context.events.value.events(ofOutput: key)
  }

  /// The collection whose list has the months of all events.
  var collectionOfEvents: Collection? {
    note(.events)
    return context.site.collectionOfEvents
  }

  // MARK: Places and figures

  var areas: AreaTable {
    note(.areas)
    return context.areas
  }

  /// What the pages of places ask.
  var places: PlaceIndex {
    note(.areas)
    note(.definitions)
    return context.places.value
  }

  var figures: FigureReader { FigureReader(door) }

  /// A source of figures as templates see it.
  func source(_ id: SourceID) -> Value {
    note(.definitions)
    note(.address(path(context.figures.sources[id].place, language)))
    return context.sources[languageID].value[id]
  }

  var outlines: Outlines? {
    note(.outlines)
    return context.site.outlines
  }

  /// The days of the data's releases.
  var releases: [DataRelease] {
    note(.releases)
    return context.site.releases
  }

  /// The day of the newest release that has a value; `nil` of one that stands in none.
  func release(of value: Observation) -> CalendarDate? {
    note(.releases)
    return context.daysOfRelease.value[value.row]
  }

  /// What changed in the values from release to release, the newest first.
  var history: [DataChanges] {
    note(.releases)
    note(.figures)
    let site = context.site
    guard !site.releases.isEmpty else { return [] }
    let told = site.releases.contains { $0.registers != nil }
    let registers = told ? site.figures.releasedRegisters(site.settings.registerTables) : nil
    for name in registers?.sorted() ?? [] { note(.table(name)) }
    let now = DataRelease(
      site.figures, registers: site.asPublished == nil ? registers : nil, tellsWords: told)
    return dataHistory(site.releases, now: now)
  }

  /// Every value in a form that two builds can be compared by.
  var release: DataRelease {
    note(.figures)
    return DataRelease(context.site.figures)
  }

  /// What was asked, answered and promised.
  var tracker: Tracker {
    note(.definitions)
    for name in Tracker.tables { note(.table(name)) }
    return context.tracker.value
  }

  /// A table of the package by its name.
  func table(_ name: String) -> TableReader? {
    note(.definitions)
    return context.site.figures.package[name].map { TableReader($0, door) }
  }

  /// A table of the package by its position.
  func table(_ index: Int) -> TableReader {
    note(.definitions)
    return TableReader(context.site.figures.package.tables[index], door)
  }

  /// The positions of the tables that are published.
  var publishedTables: [Int] {
    note(.definitions)
    return context.site.figures.package.publishedTables
  }

  /// All tables.
  var package: DataPackage {
    note(.package)
    return context.site.figures.package
  }

  /// A file of `content/data` that is no table.
  func notes(_ name: String) -> YAMLNode? {
    note(.notes(name))
    return context.site.data[name]
  }

  /// The names of all tables; for messages alone.
  var tableNames: [String] { context.site.figures.package.tables.map(\.name) }

  /// The names of all tables and of the files of data that are none; for messages alone.
  var dataNames: [String] { tableNames + context.site.data.keys }

  // MARK: Registers

  /// The registers, in the order of the settings.
  var registers: some RandomAccessCollection<RegisterID> { context.site.registers.ids }

  func register(_ id: RegisterID) -> RegisterReader {
    RegisterReader(door, id, language: languageID)
  }

  // MARK: The theme

  /// The compiled templates, for rendering one of them.
  package func templates(for name: String) -> TemplateSet {
    note(.template(name))
    return context.site.theme.templates
  }

  /// The phrases of the reader's language, or of another.
  func phrasebook(_ tag: Language.Tag? = nil) -> Phrasebook? {
    let own = tag.map { wanted in languages.firstID { $0.tag == wanted } } ?? languageID
    if let own { note(.phrases(language: own)) }
    return context.site.theme.phrases[tag ?? self.tag]
  }

  /// The menus as the page with a path sees them.
  func menus(for path: String?) -> Value {
    note(.menus(language: languageID))
    return context.menus[languageID].value(for: path)
  }

  /// A number for what the site is to a page: to pages with the same it is the same.
  package func variant(for path: String?) -> Int { context.menus[languageID].variant(for: path) }

  /// A file of the theme's assets.
  func themeAsset(_ name: String) -> (asset: Asset, path: String)? {
    note(.themeAsset(name))
    guard let asset = context.site.theme.assets[name],
      let path = context.plan.routes.path(ofThemeAsset: name)
    else { return nil }
    return (asset, path)
  }

  /// The names of the theme's assets.
  var themeAssetNames: [String] { routes.themeAssetNames }

  /// Where photographs are made smaller.
  var workshop: Workshop? { context.site.workshop }

  /// Notes that a file is published as it is.
  func noteFile(_ asset: Asset) { note(.file(asset.path)) }

  // MARK: Addresses and time

  /// What is made for an output of all that readers see, by readers whose questions nobody notes:
  /// noted is the output itself.
  func everything<Made>(for output: String, _ make: (SiteContext, WovenTexts) -> Made) -> Made {
    note(.output(output))
    return make(door.context, door.woven)
  }

  /// Notes that all pages are named.
  func notePages() { note(.pages) }

  /// Whether something is published under a site path such as `/th/news/`.
  func publishes(_ path: String) -> Bool {
    note(.address(path))
    return context.plan.publishes(path)
  }

  /// The site path that a path without language means to this reader.
  package func path(meantBy written: String) -> String {
    context.plan.path(of: written, language, publishes: { publishes($0) })
  }

  /// The cards by the pages that they are of; who shows one asks whether it is published.
  var cards: [String: (path: String, alt: String)] { context.plan.cards }

  /// The day that counts as today.
  var today: CalendarDate {
    note(.today)
    return context.today
  }

  /// Where an article says a text under `extra`; for messages alone.
  func written(_ text: String) -> Place? { context.written(text) }
}
