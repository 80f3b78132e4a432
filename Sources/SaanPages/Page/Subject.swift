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
package protocol Subject: Sendable {
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
  /// The picture for other sites that it is painted from.
  var card: ShareCard? { get }
  /// Whether it is the first page of a collection's list.
  var isFirstOfList: Bool { get }
  /// The photograph that a picture is made of.
  var madeOf: Asset? { get }
  /// The same of another version of its article; `nil` where it shows more than that.
  func showing(_ entry: Entry) -> (any Subject)?
  /// The same of another version of its file; `nil` where it publishes none.
  func publishing(_ asset: Asset) -> (any Subject)?

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
  func path(of page: PageView, in other: LanguageID) -> String
  /// Whether the page really exists in a language, and not only as a fallback.
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool
  /// Whether search engines are told of its other languages.
  var hasAlternates: Bool { get }

  // MARK: What templates ask of several kinds

  /// The place that the page is about.
  var area: Area? { get }
  /// The indicator that the page is about.
  var indicator: IndicatorID? { get }
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
  /// Whether it is about all values of the site, and not about some.
  var showsAllValues: Bool { get }
  /// When the values are of that a list of them shows; `nil` of pages that are no such list.
  func listedTimes(of page: PageView) -> [FigureTime?]?
  /// Whether it tells how values changed, and so names former ones on purpose.
  var tellsChanges: Bool { get }

  // MARK: What search finds

  /// As what search finds it; `nil` for what it does not find.
  var foundAs: SearchKind? { get }
  /// What results call it.
  func searchTitle(of page: PageView) -> String
  /// Where it stands among results of its kind; `nil` for what goes by its day, the newest first.
  func searchOrder(of page: PageView) -> Int?
  /// What it is found by as by its title: names in other languages, places that it lies in.
  func otherNames(of page: PageView) -> [String]
  /// The same, of names that it has in common with many other pages.
  func sharedNames(of page: PageView) -> [String]
  /// What results say beside its title.
  func searchNote(of page: PageView) -> String?
  /// The texts by which it is found beside its title and lead, as they stand on the page.
  func searchTexts(of page: PageView) -> [String]
  /// The same, of texts that it has in common with many other pages.
  func sharedTexts(of page: PageView) -> [String]
  /// The days that it is about, the one that results tell first; an article has its own besides.
  func searchDays(of page: PageView) -> [CalendarDate]
  /// The slugs of its topics.
  func searchTopics(of page: PageView) -> [String]
  /// The slugs of the provinces that it is about.
  func searchProvinces(of page: PageView) -> [String]
}

/// A text with the language that it is really in.
package typealias TitledText = (title: String, language: Language.Tag)

/// An ordinary page.
extension Subject {
  package func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    preconditionFailure("\(job.output) has neither a template nor bytes of its own")
  }

  package func source(in site: Site) -> Place? { nil }
  package var entry: Entry? { nil }
  package var isOneOfMany: Bool { false }
  package var target: Job? { nil }
  package var isGone: Bool { false }
  package var asset: Asset? { nil }
  package var card: ShareCard? { nil }
  package var isFirstOfList: Bool { false }
  package var madeOf: Asset? { nil }
  package func showing(_ entry: Entry) -> (any Subject)? { nil }
  package func publishing(_ asset: Asset) -> (any Subject)? { nil }

  package var isForSearch: Bool { true }
  package var url: String? { nil }
  package func title(of page: PageView) -> TitledText? { nil }
  package func lead(of page: PageView) -> TitledText? { page.ownSummary }
  package func opening(of page: PageView) -> String? { nil }
  package func parents(of page: PageView) -> [Value]? { [] }
  package func path(of page: PageView, in other: LanguageID) -> String {
    let prefix = page.reader.language.prefix.isEmpty ? "/" : "/\(page.reader.language.prefix)/"
    return page.reader.path(
      String(page.path.dropFirst(prefix.count)), page.reader.languages[other])
  }
  package func isTranslated(of page: PageView, in other: LanguageID) -> Bool { true }
  package var hasAlternates: Bool { true }

  package var area: Area? { nil }
  package var indicator: IndicatorID? { nil }
  package var register: RegisterID? { nil }
  package var taxonomy: Int? { nil }
  package var folder: String? { nil }
  package func paginator(of page: PageView) -> Value { .none }
  package var feedPlace: String? { nil }
  package var showsTables: Bool { false }
  package var showsValues: Bool { false }
  package var showsAllValues: Bool { false }
  package func listedTimes(of page: PageView) -> [FigureTime?]? { nil }
  package var tellsChanges: Bool { false }
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
package struct ArticlePage: Subject {
  let article: Entry

  package var entry: Entry? { article }
  package func showing(_ entry: Entry) -> (any Subject)? { ArticlePage(article: entry) }
  package var kind: String { article.key.isEmpty ? "home" : "page" }

  package func source(in site: Site) -> Place? { .file(path: article.original.source.path) }

  package func opening(of page: PageView) -> String? { page.firstWords }
  package func parents(of page: PageView) -> [Value]? {
    article.key.isEmpty ? nil : page.ancestors(of: article)
  }
  package func path(of page: PageView, in other: LanguageID) -> String {
    page.reader.path(of: article, page.reader.languages[other])
  }
  package func isTranslated(of page: PageView, in other: LanguageID) -> Bool {
    article.has(page.reader.languages[other].tag)
  }

  package var folder: String? { article.isIndex && !article.key.isEmpty ? article.key : nil }
}
