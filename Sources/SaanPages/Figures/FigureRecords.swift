import SaanData
import SaanTemplate
import SaanText

/// Where values come from.
struct SourceRecord: TemplateRecord {
  let id: String
  let title: String
  let titleLanguage: String
  let producer: String?
  /// The href of its page on this site.
  let pageURL: String?
  /// Where the source itself is.
  let url: String?
  let datePublished: CalendarDate?
  let dateAccessed: CalendarDate?
  let archivedURL: String?
  let note: String?

  static let table = ObjectTable<SourceRecord>(
    "source",
    [
      .init("id", .string) { .string($0.id) },
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("producer", .string) { Value($0.producer) },
      .init("page_url", .string) { Value($0.pageURL) },
      .init("url", .string) { Value($0.url) },
      .init("date_published", .any) { Value(date: $0.datePublished) },
      .init("date_accessed", .any) { Value(date: $0.dateAccessed) },
      .init("archived_url", .string) { Value($0.archivedURL) },
      .init("note", .string) { Value($0.note) },
    ])
}

extension FigureSource {
  /// The source as templates see it.
  func value(for language: Language, _ plan: PublishedAddresses) -> Value {
    let tag = language.tag
    let title = title.spoken(for: tag)
    let path = plan.routes.path(place, language)
    return Value(
      SourceRecord(
        id: id, title: title.text, titleLanguage: title.language.rawValue,
        producer: producer[tag], pageURL: plan.publishes(path) ? plan.routes.href(path) : nil,
        url: url, datePublished: datePublished, dateAccessed: dateAccessed,
        archivedURL: archivedURL, note: note?[tag]))
  }
}

/// Why sources disagree.
struct ReconciliationRecord: TemplateRecord {
  let cause: String
  let status: String
  let reason: String?

  static let table = ObjectTable<ReconciliationRecord>(
    "reconciliation",
    [
      .init("cause", .string) { .string($0.cause) },
      .init("status", .string) { .string($0.status) },
      .init("reason", .string) { Value($0.reason) },
    ])
}

/// What smaller areas or the rows of a register add up to.
struct RollupRecord: TemplateRecord {
  let text: String
  /// What its parts are a number of, in words of their own.
  let ownName: String?
  let origin: String
  let register: String?
  /// The href of the register's page, else of its table's.
  let registerURL: String?
  let count: Int
  let reported: Int
  let expected: Int
  let coverage: String?
  let areaClass: String?
  let isComplete: Bool
  let isAtLeast: Bool
  let oldest: CalendarDate?
  let newest: CalendarDate?
  let newestBasis: String?
  let published: Value
  let difference: String?
  let completeness: Completeness?
  let rows: String?
  let window: String?
  let parts: [Value]
  let sources: [Value]

  static let table = ObjectTable<RollupRecord>(
    "rollup",
    [
      .init("text", .string) { .string($0.text) },
      .init(
        "own_name", .string, "what its parts count, where that is not quite what the figure does"
      ) { Value($0.ownName) },
      .init("origin", .string, "areas, register or ratio: what it was made from") {
        .string($0.origin)
      },
      .init("register", .string) { Value($0.register) },
      .init("register_url", .string) { Value($0.registerURL) },
      .init("count", .number) { .int($0.count) },
      .init("reported", .number) { .int($0.reported) },
      .init("expected", .number) { .int($0.expected) },
      .init(
        "coverage", .string, "how many of the areas inside have a value; none of a register"
      ) { Value($0.coverage) },
      .init("area_class", .string) { Value($0.areaClass) },
      .init("is_complete", .bool) { .bool($0.isComplete) },
      .init("at_least", .bool) { .bool($0.isAtLeast) },
      .init("oldest", .any) { Value(date: $0.oldest) },
      .init("newest", .any) { Value(date: $0.newest) },
      .init("newest_basis", .string, "stated or publication_date") { Value($0.newestBasis) },
      .init("published", .object(FigureView.self)) { $0.published },
      .init("difference", .string) { Value($0.difference) },
      .init("completeness", .string) { Value($0.completeness) },
      .init("rows", .string, "of how many rows it is made, where some of them have no value") {
        Value($0.rows)
      },
      .init("window", .string) { Value($0.window) },
      .init("parts", .list(of: .object(FigureView.self))) { .list($0.parts) },
      .init("sources", .list(of: .record(SourceRecord.self))) { .list($0.sources) },
    ])
}

/// A value of a smaller area that was not added up.
struct UnaddedPartRecord: TemplateRecord {
  let figure: Value
  let reason: String
  let time: CalendarDate?

  static let table = ObjectTable<UnaddedPartRecord>(
    "value that was not added",
    [
      .init("figure", .object(FigureView.self)) { $0.figure },
      .init("reason", .string) { .string($0.reason) },
      .init("time", .any, "the time of the values that are added, where it is of another") {
        Value(date: $0.time)
      },
    ])
}

/// A figure whose values in smaller areas do not count the same.
struct UnaddedFigureRecord: TemplateRecord {
  let name: String
  let url: String?
  let parts: [Value]

  static let table = ObjectTable<UnaddedFigureRecord>(
    "figure that was not added up",
    [
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { Value($0.url) },
      .init("parts", .list(of: .record(UnaddedPartRecord.self))) { .list($0.parts) },
    ])
}
