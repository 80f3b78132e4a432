import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What every page may ask about the site, each worked out once, when a page first asks for it.
///
/// It is shared by all jobs and never changes; they ask it through a `Reader`.
package final class SiteContext: Sendable {
  package let site: Site
  package let plan: PublishedAddresses
  package let today: CalendarDate
  package let languages: [Language]
  /// The site's areas and figures by themselves: every page asks for them, and a site of another
  /// target is copied to be asked.
  let areas: AreaTable
  let figures: Statistics
  /// What was asked, answered and promised.
  let tracker: Lazily<Tracker>
  /// The articles before and after each one in its collection's list, by language and key.
  private let neighbours: ByID<Language, Lazily<[String: (previous: Entry?, next: Entry?)]>>
  /// The articles that lie directly in a folder, by the folder's key.
  private let byFolder: Lazily<[String: [Entry]]>
  /// All articles, the newest first.
  private let newestFirst: Lazily<[Entry]>
  /// The positions in `newestFirst` of each topic's articles, by slug.
  private let byTopic: Lazily<[String: [Int]]>

  /// What every page says about the site, by language.
  let words: ByID<Language, SiteWords>
  /// What readers borrow from other languages, by language.
  package let borrowed: ByID<Language, Lazily<BorrowedTexts>>
  /// The sources of figures, by language.
  let sources: ByID<Language, Lazily<ByID<FigureSource, Value>>>
  /// Every indicator and area whose sources differ.
  let disagreements: Lazily<[Disagreement]>
  /// The day of the newest release that has a value, by the value's row.
  let daysOfRelease: Lazily<[Int: CalendarDate]>
  /// The menus, by language.
  package let menus: ByID<Language, Menus>
  /// What the pages of places ask.
  package let places: Lazily<PlaceIndex>
  /// The articles about each area, by language and area, the newest first.
  private let mentions: ByID<Language, Lazily<ByID<Area, [Entry]>>>
  /// The events, by what asks for them.
  package let events: Lazily<EventIndex>

  /// The registers, in the order of the settings.
  package let registers: ByID<Register, RegisterIndex>

  /// Takes note of a site.
  package init(site: Site, plan: PublishedAddresses, today: CalendarDate) {
    self.site = site
    self.plan = plan
    self.today = today
    languages = site.settings.languages
    areas = site.areas
    figures = site.figures
    tracker = site.tracker
    let lists = plan.listings.filter(\.isCollection)
    neighbours = ByID(
      languages.ids.map { language in Lazily { makeNeighbours(lists, language) } })
    let places = Lazily { PlaceIndex(site, plan) }
    self.places = places
    mentions = languages.byID { language in
      Lazily { places.value.spread(makeMentions(site, language), site.areas) }
    }
    events = Lazily { EventIndex(site) }
    words = languages.byID { SiteWords(site: site, routes: plan.routes, language: $0) }
    borrowed = languages.byID { language in Lazily { site.borrowed(for: language.tag) } }
    sources = languages.byID { language in
      Lazily { site.figures.sources.byID { $0.value(for: language, plan) } }
    }
    disagreements = Lazily { site.figures.disagreements }
    daysOfRelease = Lazily {
      site.releases.isEmpty
        ? [:] : SaanData.daysOfRelease(site.releases, now: DataRelease(site.figures))
    }
    menus = languages.byID { Menus(site: site, plan: plan, language: $0) }
    byFolder = Lazily {
      Dictionary(grouping: site.entries.filter { !$0.key.isEmpty }) { $0.parentKey ?? "" }
    }
    let newestFirst = Lazily { site.entries.sortedNewestFirst() }
    self.newestFirst = newestFirst
    byTopic = Lazily {
      Dictionary(
        grouping: newestFirst.value.enumerated().flatMap { position, entry in
          (entry.original.front.topics ?? []).map { (slug: $0.value, position: position) }
        }, by: \.slug
      ).mapValues { $0.map(\.position) }
    }
    registers = site.registers.byID { RegisterIndex($0, site, plan.routes) }
  }

  /// The same site with other versions of articles and files, of which the indexes say what they
  /// said of the former ones.
  package init(_ former: SiteContext, site: Site, plan: PublishedAddresses) {
    self.site = site
    self.plan = plan
    (today, languages) = (former.today, former.languages)
    (areas, figures, tracker) = (former.areas, former.figures, former.tracker)
    (neighbours, byFolder) = (former.neighbours, former.byFolder)
    (newestFirst, byTopic) = (former.newestFirst, former.byTopic)
    words = languages.byID { SiteWords(site: site, routes: plan.routes, language: $0) }
    (borrowed, sources) = (former.borrowed, former.sources)
    (disagreements, daysOfRelease) = (former.disagreements, former.daysOfRelease)
    menus = former.menus
    (places, mentions, events) = (former.places, former.mentions, former.events)
    registers = former.registers
  }

  /// The same site with other values in the rows of registers, of which nothing else is known anew.
  package init(_ former: SiteContext, registers: Site) {
    (site, plan) = (registers, former.plan)
    (today, languages) = (former.today, former.languages)
    (areas, figures, tracker) = (former.areas, former.figures, former.tracker)
    (neighbours, byFolder) = (former.neighbours, former.byFolder)
    (newestFirst, byTopic) = (former.newestFirst, former.byTopic)
    (words, borrowed, sources) = (former.words, former.borrowed, former.sources)
    (disagreements, daysOfRelease) = (former.disagreements, former.daysOfRelease)
    (menus, places, mentions) = (former.menus, former.places, former.mentions)
    events = former.events
    self.registers = registers.registers.byID { own in
      former.registers.all.first { $0.register === own }
        ?? RegisterIndex(own, registers, former.plan.routes)
    }
  }

  /// The articles beside one in its collection.
  package func neighbours(of entry: Entry, language: LanguageID) -> (previous: Entry?, next: Entry?)
  {
    neighbours[language].value[entry.key] ?? (nil, nil)
  }

  /// The articles that lie directly in a folder.
  package func children(of key: String) -> [Entry] { byFolder.value[key] ?? [] }

  /// The articles about an area.
  package func mentions(of area: AreaID, language: LanguageID) -> [Entry] {
    mentions[language].value[area]
  }

  /// The list of a collection.
  func listing(of collection: Collection) -> Listing? {
    plan.listings.first { listing in
      guard case .collection(let index) = listing.kind else { return false }
      return site.settings.collections[index].name == collection.name
    }
  }

  /// Whether a list has a feed of its own.
  func hasFeed(_ listing: Listing) -> Bool {
    guard case .collection(let index) = listing.kind else { return false }
    return site.settings.collections[index].hasFeed
  }

  /// How many articles a topic has.
  package func count(ofTopic slug: String) -> Int { byTopic.value[slug]?.count ?? 0 }

  /// The newest articles of a topic that others may be related to by it: fifty, so that a page
  /// takes no longer on a large site.
  package func newest(ofTopic slug: String) -> [Entry] {
    (byTopic.value[slug]?.prefix(Self.relatedByTopic) ?? []).map { newestFirst.value[$0] }
  }

  private static let relatedByTopic = 50

  /// The articles that share most topics with one, newest first among equals.
  func related(to entry: Entry, limit: Int) -> [Entry] {
    var scores: [Int: Int] = [:]
    for topic in entry.original.front.topics ?? [] {
      for position in byTopic.value[topic.value]?.prefix(Self.relatedByTopic) ?? [] {
        scores[position, default: 0] += 1
      }
    }
    let best = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let newest = newestFirst.value
    return best.lazy.map { newest[$0.key] }.filter { $0.key != entry.key }.prefix(limit).map { $0 }
  }
}

private func makeNeighbours(
  _ lists: [Listing], _ language: LanguageID
) -> [String: (previous: Entry?, next: Entry?)] {
  var found: [String: (previous: Entry?, next: Entry?)] = [:]
  for list in lists {
    let entries = list.entries(language)
    for (index, entry) in entries.enumerated() {
      let previous = index > 0 ? entries[index - 1] : nil
      found[entry.key] = (previous, index + 1 < entries.count ? entries[index + 1] : nil)
    }
  }
  return found
}

/// The articles that name each area in their fields; for areas that none does, those that name it
/// in their texts.
private func makeMentions(_ site: Site, _ language: Language) -> [String: [Entry]] {
  var found: [String: [Entry]] = [:]
  let titled = site.entries.sorted(in: language) { $0.page(for: language.tag).title }
  for entry in titled.sortedNewestFirst() {
    var seen = Set<String>()
    for name in entry.original.front.areas ?? [] {
      guard let area = site.areas[name.value], seen.insert(area.code).inserted else { continue }
      found[area.code, default: []].append(entry)
    }
  }
  let others = Set(site.areas.described.filter { found[$0.code] == nil }.map(\.id))
  let names = site.settings.languages.map {
    (tag: $0.tag, places: NamedPlaces(others, of: site.areas, in: $0.tag))
  }
  for entry in titled.sortedNewestFirst() {
    let page = entry.page(for: language.tag)
    let named = names.first { $0.tag == page.language }?.places.all(in: page.source.bytes) ?? []
    let stated = page.body.allCalls.compactMap { $0.call?["area"]?.text }
      .compactMap(site.areas.index).filter(others.contains)
    for area in named.union(stated) {
      found[site.areas.all[area].code, default: []].append(entry)
    }
  }
  return found
}
