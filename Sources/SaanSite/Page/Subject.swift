import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// What an output shows: the questions whose answers differ from kind to kind.
///
/// Each kind has a type of its own, in the kind's folder, and every question has the answer of an
/// ordinary page, so that a kind says only what is special about it. Whoever holds a subject asks
/// it and never looks which kind it is; what templates may ask of one kind alone is in the fields
/// of its `PageKind`. A new kind therefore changes no other's code.
protocol Subject: Sendable {
  /// The name of the kind, as `saan list pages` and templates name it.
  var kind: String { get }
  /// Appends the bytes of an output that no template makes; pages have none of their own.
  ///
  /// - Parameter reader: the site for a reader of the job's language.
  func write(
    _ job: Job, _ reader: Reader, into bytes: inout [UInt8]
  ) throws(DiskError)

  // MARK: Where it comes from

  /// The place in the author's files, where the job names none; `nil` for the settings.
  func source(in site: Site) -> Place?
  /// The article behind the page.
  var entry: Entry? { get }
  /// Whether it is one of the thousands that one table makes.
  var isOneOfMany: Bool { get }
  /// The page that its reader is sent on to.
  var target: Job? { get }
  /// Whether it says that something was withdrawn.
  var isGone: Bool { get }
  /// The file that is published as it is.
  var asset: Asset? { get }

  // MARK: What its head says

  /// Whether search engines may list it.
  var isForSearch: Bool { get }
  /// The address of another site that it stands for.
  var url: String? { get }
  /// The title and the language that it is really in; `nil` for the article's, and the site's at
  /// last.
  func title(of page: PageView) -> TitledText?
  /// The summary where it stands above the text, with the language that it is really in; `nil` for
  /// none.
  func lead(of page: PageView) -> TitledText?
  /// What stands in for a summary where there is none.
  func opening(of page: PageView) -> String?
  /// What lies between the home page and this one; `nil` for pages that stand nowhere.
  func parents(of page: PageView) -> [Value]?
  /// The site path of the same page in another language.
  func path(of page: PageView, in other: Int) -> String
  /// Whether the page really exists in a language, and not only as a fallback.
  func isTranslated(of page: PageView, in other: Int) -> Bool
  /// Whether search engines are told of its other languages.
  var hasAlternates: Bool { get }

  // MARK: What templates ask of several kinds

  /// The place that the page is about.
  var area: Area? { get }
  /// The register that the page belongs to, by its position among the site's.
  var register: RegisterID? { get }
  /// The taxonomy that the page shows, by its position in the settings.
  var taxonomy: Int? { get }
  /// The folder whose articles the page heads.
  var folder: String? { get }
  /// The page numbers of a list that goes on.
  func paginator(of page: PageView) -> Value
  /// Where the page's feed would be published, such as `news/`.
  var feedPlace: String? { get }
  /// Whether the page shows the tables of open data.
  var showsTables: Bool { get }
  /// Whether the page shows values and says of which release they are.
  var showsValues: Bool { get }
}

/// A text with the language that it is really in.
typealias TitledText = (title: String, language: Language.Tag)

/// An ordinary page.
extension Subject {
  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    preconditionFailure("\(job.output) has neither a template nor bytes of its own")
  }

  func source(in site: Site) -> Place? { nil }
  var entry: Entry? { nil }
  var isOneOfMany: Bool { false }
  var target: Job? { nil }
  var isGone: Bool { false }
  var asset: Asset? { nil }

  var isForSearch: Bool { true }
  var url: String? { nil }
  func title(of page: PageView) -> TitledText? { nil }
  func lead(of page: PageView) -> TitledText? { page.ownSummary }
  func opening(of page: PageView) -> String? { nil }
  func parents(of page: PageView) -> [Value]? { [] }
  func path(of page: PageView, in other: Int) -> String {
    let prefix = page.reader.language.prefix.isEmpty ? "/" : "/\(page.reader.language.prefix)/"
    return page.reader.path(
      String(page.path.dropFirst(prefix.count)), page.reader.languages[other])
  }
  func isTranslated(of page: PageView, in other: Int) -> Bool { true }
  var hasAlternates: Bool { true }

  var area: Area? { nil }
  var register: RegisterID? { nil }
  var taxonomy: Int? { nil }
  var folder: String? { nil }
  func paginator(of page: PageView) -> Value { .none }
  var feedPlace: String? { nil }
  var showsTables: Bool { false }
  var showsValues: Bool { false }
}

/// A file beside the pages, which no template makes: it writes itself.
protocol FileSubject: Subject {}

/// The forms in which the values behind a page are published as a file beside it; the value is how
/// the file's name ends.
enum ValueFileForm: String, Sendable {
  case csv, json
}

extension FileSubject {
  var isForSearch: Bool { false }
}

/// The page of an article, which may be the home page.
struct ArticlePage: Subject {
  let article: Entry

  var entry: Entry? { article }
  var kind: String { article.key.isEmpty ? "home" : "page" }

  func source(in site: Site) -> Place? { .file(path: article.original.source.path) }

  func opening(of page: PageView) -> String? { page.firstWords }
  func parents(of page: PageView) -> [Value]? {
    article.key.isEmpty ? nil : page.ancestors(of: article)
  }
  func path(of page: PageView, in other: Int) -> String {
    page.reader.path(of: article, page.reader.languages[other])
  }
  func isTranslated(of page: PageView, in other: Int) -> Bool {
    article.has(page.reader.languages[other].tag)
  }

  var folder: String? { article.isIndex && !article.key.isEmpty ? article.key : nil }
}
