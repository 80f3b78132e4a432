import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let lists = PageKind(
    outputs: [.lists], fields: listFields,
    ownTemplates: [
      "term.html": Wording(en: "topics", th: "หัวข้อ"),
      "terms.html": Wording(en: "the list of topics", th: "รายการหัวข้อ"),
    ])
}

extension OutputFormat {
  fileprivate static let lists: OutputFormat = OutputFormat(
    name: "lists", summary: "The pages of each collection and of each topic that is used.",
    plan: { planner in
      let lists = planner.listings.flatMap { listing in
        planner.languages.ids.flatMap { language in
          (1...listing.pageCount).map { number in
            planner.listJob(listing, page: number, language: language)
          }
        }
      }
      let terms = planner.site.settings.taxonomies.enumerated().flatMap { index, taxonomy in
        planner.pages(taxonomy.path + "/", TermsPage(index: index), template: "terms.html")
      }
      return lists + terms
    })
}

extension Planner {
  fileprivate func listJob(_ listing: Listing, page number: Int, language: LanguageID) -> Job {
    let place = Routes.place(listing.place, page: number)
    guard case .collection(let index) = listing.kind else {
      return page(
        place, ListPage(listing: listing, number: number, entry: nil), language: language,
        template: listing.isTerm ? "term.html" : "list.html")
    }
    let collection = site.settings.collections[index]
    let entry = site.entry(collection.path)
    let own = entry?.page(for: languages[language].tag)
    return page(
      place, ListPage(listing: listing, number: number, entry: entry), language: language,
      template: own?.front.template?.value ?? collection.listTemplate?.value ?? "list.html",
      origin: own.map { .file(path: $0.source.path) })
  }
}

/// One page of a list of articles.
private struct ListPage: Subject {
  let listing: Listing
  /// Which page of the list it is, counted from 1.
  let number: Int
  /// The folder's own page, if there is one.
  let entry: Entry?

  var kind: String { listing.isTerm ? "term" : "list" }

  func source(in site: Site) -> Place? { entry.map { .file(path: $0.original.source.path) } }

  func title(of page: PageView) -> TitledText? {
    guard entry == nil else { return nil }
    let settings = page.reader.settings
    switch listing.kind {
    case .collection(let index): return page.resolved(settings.collections[index].title)
    case .term(let taxonomy, let term):
      return page.resolved(settings.taxonomies[taxonomy].terms[term].title)
    case .year(let index, let year):
      let (title, language) = page.resolved(settings.collections[index].title)
      return ("\(title) \(page.year(year, .eraYear))", language)
    }
  }
  func lead(of page: PageView) -> TitledText? {
    guard entry == nil else { return page.ownSummary }
    guard case .collection(let index) = listing.kind else { return nil }
    return page.reader.settings.collections[index].description.map(page.resolved)
  }
  func opening(of page: PageView) -> String? { page.firstWords }
  func parents(of page: PageView) -> [Value]? {
    if let taxonomy { return [page.reader.taxonomyLink(taxonomy)] }
    if case .year(let index, _) = listing.kind {
      return [page.reader.collectionLink(page.reader.settings.collections[index])]
    }
    return entry.map { page.ancestors(of: $0) } ?? []
  }
  func path(of page: PageView, in other: LanguageID) -> String {
    let number = min(number, page.reader.pageCount(of: listing, in: other))
    return page.reader.path(
      Routes.place(listing.place, page: number), page.reader.languages[other])
  }
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool {
    number <= page.reader.pageCount(of: listing, in: other)
      && (entry?.has(page.reader.languages[other].tag) ?? true)
  }

  var taxonomy: Int? {
    guard case .term(let taxonomy, _) = listing.kind else { return nil }
    return taxonomy
  }
  func paginator(of page: PageView) -> Value {
    page.paginator(of: listing.place, number, of: page.reader.pageCount(of: listing))
  }
  var isFirstOfList: Bool { number == 1 && listing.isCollection }
  var feedPlace: String? { listing.place }
  var foundAs: SearchKind? { number == 1 ? .section : nil }
  func searchOrder(of page: PageView) -> Int? {
    if case .year(_, let year) = listing.kind { SearchOrder.listOfMany + 9_999 - year } else { 0 }
  }
  func otherNames(of page: PageView) -> [String] {
    guard case .year(_, let year) = listing.kind else { return [] }
    return CalendarDate(year: year)?.years ?? []
  }
  func searchNote(of page: PageView) -> String? {
    taxonomy.map { page.resolved(page.reader.settings.taxonomies[$0].title).title }
  }

  /// The articles on this page of the list.
  func items(_ page: PageView) -> [PageView] {
    page.reader.articles(of: listing, page: number).map(page.beside)
  }

  /// The lists of each year of the collection, where it goes on over several pages.
  func years(_ page: PageView) -> [Value] {
    let index: Int
    switch listing.kind {
    case .collection(let own), .year(let own, _): index = own
    case .term: return []
    }
    return page.reader.years(ofCollection: index).map { year, list, count in
      Value(
        YearRecord(
          title: page.year(year, .year), count: count,
          url: page.reader.href(page.reader.path(list.place, page.reader.language)),
          isCurrent: list.place == listing.place))
    }
  }

  /// The items by year, where the collection asks for it.
  func groups(_ page: PageView) -> [Value] {
    guard case .collection(let index) = listing.kind,
      page.reader.settings.collections[index].group == .year
    else { return [] }
    var groups: [(year: CalendarDate?, items: [Value])] = []
    for item in items(page) {
      let year = item.date?.date.truncated(to: .year)
      if groups.isEmpty || groups[groups.count - 1].year != year { groups.append((year, [])) }
      groups[groups.count - 1].items.append(Value(item))
    }
    return groups.map { group in
      let title =
        group.year?.text(.year, in: page.reader.language)
        ?? page.reader.phrase(.undated)
      let slug = group.year.map { String($0.year) } ?? "undated"
      return Value(YearGroupRecord(title: title, slug: slug, items: group.items))
    }
  }
}

/// All terms of a taxonomy.
private struct TermsPage: Subject {
  /// The taxonomy's position in the settings.
  let index: Int

  var kind: String { "terms" }

  func title(of page: PageView) -> TitledText? {
    page.resolved(page.reader.settings.taxonomies[index].title)
  }

  var taxonomy: Int? { index }
}

private let listFields: [PageField] = [
  .init("items", .list(of: .object(PageView.self)), "the pages on this page of the list") { page in
    .list((page.subject as? ListPage)?.items(page).map { Value($0) } ?? [])
  },
  .init("groups", .list(of: .record(YearGroupRecord.self)), "the items by year") { page in
    .list((page.subject as? ListPage)?.groups(page) ?? [])
  },
  .init(
    "years", .list(of: .record(YearRecord.self)),
    "the lists of each year of a collection that goes on over several pages, the newest first"
  ) { page in .list((page.subject as? ListPage)?.years(page) ?? []) },
  .init("taxonomy", .record(TaxonomyRecord.self), "the taxonomy of a term") { page in
    page.subject.taxonomy.map { page.reader.taxonomyValue($0) } ?? .none
  },
]

extension PageView {
  /// A year as the reader counts it.
  fileprivate func year(_ year: Int, _ style: DateStyle) -> String {
    CalendarDate(year: year)?.text(style, in: reader.language) ?? String(year)
  }
}

/// The list of the articles of a year.
private struct YearRecord: TemplateRecord {
  let title: String
  let count: Int
  let url: String
  let isCurrent: Bool

  static let table = ObjectTable<YearRecord>(
    "list of a year",
    [
      .init("title", .string, "the year as readers count it") { .string($0.title) },
      .init("count", .number, "how many articles it lists") { .int($0.count) },
      .init("url", .string) { .string($0.url) },
      .init("current", .bool, "whether it is the list that the page shows") {
        .bool($0.isCurrent)
      },
    ])
}

/// The pages of a year.
private struct YearGroupRecord: TemplateRecord {
  let title: String
  let slug: String
  let items: [Value]

  static let table = ObjectTable<YearGroupRecord>(
    "group",
    [
      .init("title", .string) { .string($0.title) },
      .init("slug", .string) { .string($0.slug) },
      .init("items", .list(of: .object(PageView.self))) { .list($0.items) },
    ])
}
