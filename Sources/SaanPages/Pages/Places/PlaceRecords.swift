import SaanTemplate
import SaanText

/// What a figure comes to in a wider area.
struct AreaValueRecord: TemplateRecord {
  let area: String
  let text: String
  let shortText: String
  let value: String
  let proviso: String
  let isAtLeast: Bool

  static let table = ObjectTable<AreaValueRecord>(
    "value of a wider area",
    [
      .init("area", .string) { .string($0.area) },
      .init("text", .string) { .string($0.text) },
      .init(
        "short_text", .string, "the same without its unit, where the place's own value has that too"
      ) { .string($0.shortText) },
      .init("value", .string) { .string($0.value) },
      .init("proviso", .string) { .string($0.proviso) },
      .init("at_least", .bool) { .bool($0.isAtLeast) },
    ])
}

/// How a figure changed over its dates.
struct TrendRecord: TemplateRecord {
  let text: String
  let count: Int
  let first: CalendarDate?
  let last: CalendarDate?
  let change: String?
  let since: String
  let isInPoints: Bool
  let isComparable: Bool
  let drawing: Value
  let previous: Value

  static let table = ObjectTable<TrendRecord>(
    "trend",
    [
      .init("text", .string) { .string($0.text) },
      .init("count", .number) { .int($0.count) },
      .init("first", .any) { Value(date: $0.first) },
      .init("last", .any) { Value(date: $0.last) },
      .init(
        "change", .string, "how far the newest value is from the oldest: +28%; none if not exact"
      ) { Value($0.change) },
      .init("since", .string, "since when the change is told, in words") {
        .string($0.since)
      },
      .init("in_points", .bool, "whether that is told in points of a hundred") {
        .bool($0.isInPoints)
      },
      .init(
        "comparable", .bool,
        "whether one producer gives all of them and nobody says that they count unlike things"
      ) { .bool($0.isComparable) },
      .init(
        "drawing", .html,
        "the values as a small line; none of fewer than three, or where they do not compare"
      ) { $0.drawing },
      .init("previous", .object(FigureView.self), "the value of the date before the newest") {
        $0.previous
      },
    ])
}

/// An organisation that is in an area.
struct OrganisationRecord: TemplateRecord {
  let id: String
  let name: String
  let nameLanguage: String
  let kind: String?
  let parent: String?
  let parentLanguage: String?
  let membersCount: Int?
  let organisationsCount: Int?
  let url: String?
  let note: String?
  let source: Value
  let basis: String?

  static let table = ObjectTable<OrganisationRecord>(
    "organisation",
    [
      .init("id", .string) { .string($0.id) },
      .init("name", .string) { .string($0.name) },
      .init("name_lang", .string) { .string($0.nameLanguage) },
      .init("kind", .string) { Value($0.kind) },
      .init("parent", .string) { Value($0.parent) },
      .init("parent_lang", .string) { Value($0.parentLanguage) },
      .init("members_count", .number) { Value($0.membersCount) },
      .init("organisations_count", .number) { Value($0.organisationsCount) },
      .init("url", .string) { Value($0.url) },
      .init("note", .string) { Value($0.note) },
      .init("source", .record(SourceRecord.self)) { $0.source },
      .init("basis", .string) { Value($0.basis) },
    ])
}

/// The pages of a collection that name an area.
struct PageGroupRecord: TemplateRecord {
  let name: String
  let title: String?
  let url: String?
  let count: Int
  let items: [Value]

  static let table = ObjectTable<PageGroupRecord>(
    "pages of a collection",
    [
      .init("name", .string) { .string($0.name) },
      .init("title", .string) { Value($0.title) },
      .init("url", .string) { Value($0.url) },
      .init("count", .number) { .int($0.count) },
      .init("items", .list(of: .object(PageView.self))) { .list($0.items) },
    ])
}
