import SaanData
import SaanImages
import SaanText

/// Everything that was read, understood and joined; nothing that depends on where it will be
/// published.
package struct Site: Sendable {
  package let settings: Settings
  /// The articles, sorted by key.
  package private(set) var entries: [Entry]
  /// The day of the build, by which articles are held back.
  package let today: CalendarDate
  /// Whether it is made to be looked at before its time, and not for everybody.
  package let isPreview: Bool
  /// The day of the release whose values it shows; `nil` for those of today.
  package var asPublished: CalendarDate?
  /// Who paints the pictures that other sites show; `nil` where nobody does.
  package var cardPainter: CardPainter?
  /// Whether there is nobody because the program for it is not installed.
  package var lacksPainter = false
  /// The files of articles that are not out today, sorted by key.
  package let heldBack: [HeldBack]
  package let figures: Statistics
  /// What was asked, answered and promised.
  package let tracker: Lazily<Tracker>
  /// The tables that have a page for each row.
  package private(set) var registers: [Register]
  /// Files `content/data/*.yaml` that are no tables; templates may read them by name.
  package let data: [String: YAMLNode]
  package private(set) var theme: Theme
  /// The files that may be copied, by their path: those below `content/` that are no articles, and
  /// fixed ones.
  package private(set) var assets: [String: Asset]
  /// Where photographs are made smaller; `nil` where they are published in their own size.
  package var workshop: Workshop?
  /// Which of them are published.
  package var assetUse: AssetUse

  /// What the tables said on the days of their releases, the oldest first.
  package let releases: [DataRelease]
  /// The outlines of the areas, where the site has any.
  package let outlines: Outlines?

  /// The texts of settings, theme, tables and drawings in which figures stand.
  package var stating: [StatingText] = []
  /// The sentences that no article should be published with.
  package var starterTexts = StarterTexts()

  private let indices: [String: Int]
  /// The names of files that are typed wrong, by those that an article writes: its text was put
  /// right as it was read, `นํ้า` to `น้ำ`, and the name on the disk is what it is.
  private let mistypedNames: [String: String]

  /// Joins the parts; entries are sorted here.
  package init(
    settings: Settings, today: CalendarDate, isPreview: Bool = false, entries: [Entry],
    heldBack: [HeldBack] = [], figures: Statistics,
    data: [String: YAMLNode], theme: Theme, assets: [String: Asset],
    releases: [DataRelease] = [], registers: [Register] = [], outlines: Outlines? = nil
  ) {
    assetUse = AssetUse(fixed: fixedFiles(assets, settings.staticGlobs))

    self.settings = settings
    self.today = today
    self.isPreview = isPreview
    self.entries = entries.sorted { $0.key < $1.key }
    self.heldBack = heldBack
    self.figures = figures
    tracker = Lazily { Tracker(figures) }
    self.registers = registers
    self.data = data
    self.theme = theme
    self.assets = assets
    self.releases = releases
    self.outlines = outlines
    mistypedNames = Self.mistyped(Array(assets.keys) + assetUse.fixed.keys)
    indices = Dictionary(self.entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  /// The same with other versions of articles and files that it has.
  package func replacing(_ entries: [Entry], _ files: [Asset]) -> Site {
    var site = self
    for entry in entries {
      if let index = indices[entry.key] { site.entries[index] = entry }
    }
    for file in files where site.assets[file.path] != nil { site.assets[file.path] = file }
    site.theme = theme.replacing(files)
    return site
  }

  /// The same with other versions of registers that it has; what is counted of them stays as it
  /// was.
  package func replacing(_ registers: [Register]) -> Site {
    var site = self
    site.registers = self.registers.map { own in
      registers.first { $0.settings.name == own.settings.name } ?? own
    }
    return site
  }

  /// The same in another theme.
  package func wearing(_ theme: Theme) -> Site {
    var site = self
    site.theme = theme
    return site
  }

  /// The places that it speaks of.
  package var areas: AreaTable { figures.areas }

  /// The article with a key.
  package func entry(_ key: String) -> Entry? {
    guard let index = indices[key] else { return nil }
    return entries[index]
  }

  /// The file with a path, whether or not its name is typed as Thai should be.
  func asset(_ path: String) -> Asset? {
    assets[path] ?? mistypedName(of: path).flatMap { assets[$0] }
  }

  /// The file with an address for ever, which begins with a slash.
  func fixedAsset(_ address: String) -> Asset? {
    let source =
      assetUse.fixed[address] ?? mistypedName(of: address).flatMap { assetUse.fixed[$0] }
    return source.flatMap { assets[$0] }
  }

  /// The file of a picture that a table or a template names: beside the tables or below `content/`;
  /// with a slash before it a fixed one by its address, else one below `content/`.
  package func picture(named name: String) -> Asset? {
    if name.hasPrefix("/") { return fixedAsset(name) ?? asset("content\(name)") }
    return asset("content/data/\(name)") ?? asset("content/\(name)")
  }

  /// The names of the pictures that are published, as a template writes them.
  package var pictureNames: [String] {
    assetUse.used.filter { assets[$0]?.imageSize != nil }.map { path in
      assetUse.addresses[path] ?? String(path.dropFirst("content".count))
    }.sorted()
  }

  private func mistypedName(of name: String) -> String? {
    mistypedNames.isEmpty ? nil : mistypedNames[tidied(name).text]
  }

  private static func mistyped(_ names: [String]) -> [String: String] {
    let pairs = names.compactMap { name -> (String, String)? in
      let (text, mends) = tidied(name)
      return mends.isEmpty ? nil : (text, name)
    }
    return Dictionary(pairs, uniquingKeysWith: min)
  }

  /// What is made of a file that articles show: a photograph for each width of a page.
  ///
  /// - Returns: `nil` where it is published as it is.
  package func renditions(of asset: Asset) -> RenditionSet? {
    guard assetUse.shown.contains(asset.path), let header = asset.picture,
      let set = RenditionSet(
        of: header, widths: settings.pictures.widths, formats: settings.pictures.formats),
      workshop?.find(.vipsthumbnail) != nil
    else { return nil }
    return set
  }

  /// The articles of a collection, without the folder's own page, in no particular order.
  package func members(of collection: Collection) -> [Entry] {
    entries.filter { settings.collection(containing: $0.key)?.name == collection.name }
  }
}

extension Site {
  /// The key of a page that a menu names as `about/index` or `about`.
  package static func key(ofMenuPage name: String) -> String {
    if name == "index" { return "" }
    return name.hasSuffix("/index") ? String(name.dropLast("/index".count)) : name
  }

  /// Every translation of every article, with its article.
  package var allPages: [(entry: Entry, page: Page)] {
    entries.flatMap { entry in entry.pages.map { (entry, $0) } }
  }
}
