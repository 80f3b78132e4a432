import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let search = PageKind(
    outputs: [.search, .openSearch], fields: searchFields,
    ownTemplates: [SearchPage.template: Wording(en: "the search page", th: "หน้าค้นหา")])
}

extension OutputFormat {
  fileprivate static let search: OutputFormat = OutputFormat(
    name: "search",
    summary:
      "In each language a page that searches, with all places and sections by their first letters, and beside it the index that its script reads; where the theme has the template.",
    planLast: { planner, jobs in
      guard planner.hasTemplate(SearchPage.template) else { return [] }
      return planner.languages.ids.flatMap { planner.searchJobs(jobs, language: $0) }
    })

  fileprivate static let openSearch: OutputFormat = OutputFormat(
    name: "search/opensearch.xml",
    summary: "How a browser searches the site by itself, after OpenSearch 1.1.",
    needsBaseURL: true,
    plan: { planner in
      guard planner.hasTemplate(SearchPage.template) else { return [] }
      return planner.languages.ids.map { language in
        planner.job(
          planner.routes.path(OpenSearchFile.place, planner.languages[language]), OpenSearchFile(),
          language: language)
      }
    })
}

extension Planner {
  fileprivate func searchJobs(_ jobs: [Job], language: LanguageID) -> [Job] {
    let tag = languages[language].tag
    let found = jobs.filter { job in
      job.language == language && job.template != nil && job.subject.foundAs != nil
        && job.subject.entry?.has(tag) != false
    }
    let bytes = found.reduce(0) { sum, job in
      // Of rows the index has their texts once.
      sum + (job.subject.entry?.page(for: tag).source.bytes.count ?? 20)
    }
    let corpus = SearchCorpus(found, SearchLayout(pages: found.count, textBytes: bytes))
    let layout = corpus.layout
    let parts: [SearchFile.Part] =
      [.manifest, .lengths, .bodyLengths, .facets] + (0..<layout.sharedBlocks).map { .shared($0) }
      + (0..<layout.placeBlocks).map { .places($0) }
      + (0..<layout.names).map { .names($0) }
      + (0..<layout.bodies).map { .bodies($0) } + (0..<layout.blocks).map { .block($0) }
    let (listed, older) = indexed(of: found)
    return [
      page(
        SearchPage.place, SearchPage(listed: listed, older: older), language: language,
        template: SearchPage.template)
    ]
      + parts.map { part in
        job(
          routes.path("\(SearchPage.place)\(part.name).js", languages[language]),
          SearchFile(corpus: corpus, part: part), language: language)
      }
  }
}

extension Planner {
  /// The pages that the search page names, and how many older articles it has no place for.
  private func indexed(of found: [Job]) -> (listed: [Job], older: Int) {
    let listed = found.filter { !$0.subject.isOneOfMany && $0.subject.isForIndex }
    let articles = found.enumerated().filter { $1.subject.foundAs == .article }.sorted {
      ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
    }.map(\.element)
    let most = max(SearchPage.fewestArticles, SearchPage.mostLinks - listed.count)
    return (listed + articles.prefix(most), max(0, articles.count - most))
  }
}

extension Job {
  /// The day by which its article is sorted.
  fileprivate var day: Int { subject.entry?.original.front.date?.date.firstDay.dayNumber ?? 0 }
}

extension Subject {
  /// Whether the search page names it, for readers without a script.
  fileprivate var isForIndex: Bool {
    switch foundAs {
    case .place, .section, .figure: true
    default: false
    }
  }
}

/// The page that searches, and that is an index of the site where nothing does.
struct SearchPage: Subject {
  static let template = "search.html"
  static let place = "search/"

  /// About so many links weigh 60 KB on their way to a reader.
  static let mostLinks = 1_000
  /// So many of the newest articles are named, however many places there are.
  static let fewestArticles = 100

  /// The pages that it names.
  let listed: [Job]
  /// How many older articles it has no place for.
  let older: Int

  var kind: String { "search" }
  var foundAs: SearchKind? { nil }
  func title(of page: PageView) -> TitledText? { page.phrase(.searchTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.searchSummary) }

  /// The pages by the letters that their titles begin with, in the order of the language.
  fileprivate func letters(_ page: PageView) -> [Value] {
    page.reader.notePages()
    let links = listed.map { job -> (title: String, note: String?, url: String) in
      let shown = PageView(reader: page.reader, job: job)
      return (
        job.subject.searchTitle(of: shown), job.subject.searchNote(of: shown), shown.url
      )
    }.filter { !$0.title.isEmpty }.sorted(in: page.reader.language) { $0.title }
    var groups: [(letter: String, links: [Value])] = []
    for link in links {
      let letter = Self.letter(of: link.title)
      if groups.last?.letter != letter { groups.append((letter, [])) }
      groups[groups.count - 1].links.append(
        Value(IndexLinkRecord(title: link.title, note: link.note, url: link.url)))
    }
    return groups.enumerated().map { number, group in
      Value(IndexGroupRecord(letter: group.letter, number: number + 1, links: group.links))
    }
  }

  /// The letter under which dictionaries have a title: the first consonant, for a vowel may stand
  /// before it.
  private static func letter(of title: String) -> String {
    let letters = title.unicodeScalars.drop { !$0.properties.isAlphabetic }
    let first = letters.first { !(0x0E40...0x0E44).contains($0.value) } ?? letters.first
    return first.map { String($0).uppercased() } ?? "#"
  }
}

/// A page that the index of the site names.
private struct IndexLinkRecord: TemplateRecord {
  let title: String
  let note: String?
  let url: String

  static let table = ObjectTable<IndexLinkRecord>(
    "index link",
    [
      .init("title", .string) { .string($0.title) },
      .init("note", .string, "what kind of page it is, or none") { Value($0.note) },
      .init("url", .string) { .string($0.url) },
    ])
}

/// The pages whose titles begin with a letter.
private struct IndexGroupRecord: TemplateRecord {
  let letter: String
  let number: Int
  let links: [Value]

  static let table = ObjectTable<IndexGroupRecord>(
    "index letter",
    [
      .init("letter", .string) { .string($0.letter) },
      .init("number", .number, "its place among the letters, from 1") { .int($0.number) },
      .init("links", .list(of: .record(IndexLinkRecord.self))) { .list($0.links) },
    ])
}

private let searchFields: [PageField] = [
  .init(
    "site_index", .list(of: .record(IndexGroupRecord.self)),
    "on the search page all places, figures, lists and articles, by the letters that their titles begin with"
  ) { page in .list((page.subject as? SearchPage)?.letters(page) ?? []) },
  .init(
    "site_index_older", .number,
    "how many older articles it does not name, as they are too many; the lists of years have them"
  ) { page in .int((page.subject as? SearchPage)?.older ?? 0) },
]

/// How a browser searches the site by itself.
private struct OpenSearchFile: FileSubject {
  static let place = "search/opensearch.xml"

  var kind: String { "opensearch" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let title = reader.settings.title[reader.tag]
    let address = reader.absolute(reader.path(SearchPage.place, reader.language)) ?? ""
    bytes.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">

      """)
    func element(_ name: String, _ text: String) {
      bytes.append(text: "<\(name)>")
      bytes.appendEscaped(text)
      bytes.append(text: "</\(name)>\n")
    }
    // Sixteen letters and 1,024, as OpenSearch has it.
    element("ShortName", truncated(title, to: 16))
    element("Description", truncated(reader.settings.description[reader.tag], to: 1_024))
    element("Language", reader.tag.rawValue)
    element("InputEncoding", "UTF-8")
    bytes.append("<Url type=\"text/html\" template=\"")
    bytes.appendEscaped(address + "?q={searchTerms}")
    bytes.append("\"/>\n</OpenSearchDescription>\n")
  }
}
