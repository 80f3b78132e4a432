import SaanData
import SaanTemplate
import SaanText

/// A column that lists show; its texts are made once for all of them.
struct RegisterColumnRecord: TemplateRecord {
  let name: Value
  let title: Value
  let titleLanguage: Value
  let type: String
  let unit: Value
  let unitLanguage: Value
  let isNumeric: Bool

  static let table = ObjectTable<RegisterColumnRecord>(
    "register column",
    [
      .init("name", .string) { $0.name },
      .init("title", .string) { $0.title },
      .init("title_lang", .string) { $0.titleLanguage },
      .init("type", .string) { .string($0.type) },
      .init("unit", .string) { $0.unit },
      .init("unit_lang", .string) { $0.unitLanguage },
      .init("numeric", .bool) { .bool($0.isNumeric) },
    ])
}

/// What a column adds up to.
struct RegisterTotalRecord: TemplateRecord {
  let name: Value
  let title: Value
  let titleLanguage: Value
  let text: String
  let unit: Value
  let unitLanguage: Value
  let value: String?
  let count: Int
  let isAtLeast: Bool
  let extent: String?

  static let table = ObjectTable<RegisterTotalRecord>(
    "total",
    [
      .init("name", .string) { $0.name },
      .init("title", .string) { $0.title },
      .init("title_lang", .string) { $0.titleLanguage },
      .init("text", .string) { .string($0.text) },
      .init("unit", .string) { $0.unit },
      .init("unit_lang", .string) { $0.unitLanguage },
      .init("value", .string) { Value($0.value) },
      .init("count", .number) { .int($0.count) },
      .init("at_least", .bool) { .bool($0.isAtLeast) },
      .init(
        "extent", .string,
        "that it is of those with a value alone, where more may make it smaller; else none"
      ) { Value($0.extent) },
    ])
}

/// An area with its list.
struct RegisterPlaceRecord: TemplateRecord {
  let code: String?
  let areaClass: AreaClass?
  let name: String
  let url: String
  let count: Int
  let totals: [Value]
  let completeness: Completeness

  static let table = ObjectTable<RegisterPlaceRecord>(
    "register place",
    [
      .init("code", .string) { Value($0.code) },
      .init("class", .string, "province, district, region or country; none without an area") {
        Value($0.areaClass?.rawValue)
      },
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { .string($0.url) },
      .init("count", .number) { .int($0.count) },
      .init("totals", .list(of: .record(RegisterTotalRecord.self))) { .list($0.totals) },
      .init("completeness", .string) { Value($0.completeness) },
    ])
}

/// Areas in which a register has all that there are, as of one day.
struct CompleteAreasRecord: TemplateRecord {
  let names: String
  let asOf: String?

  static let table = ObjectTable<CompleteAreasRecord>(
    "complete areas",
    [
      .init("names", .string) { .string($0.names) },
      .init("as_of", .string) { Value($0.asOf) },
    ])
}

/// A column's value in one row.
struct RegisterFieldRecord: TemplateRecord {
  let name: Value
  let title: Value
  let titleLanguage: Value
  let text: String
  let unit: Value
  let unitLanguage: Value
  let language: String
  let isNumeric: Bool
  let isMissing: Bool
  let value: String?

  static let table = ObjectTable<RegisterFieldRecord>(
    "record field",
    [
      .init("name", .string) { $0.name },
      .init("title", .string) { $0.title },
      .init("title_lang", .string) { $0.titleLanguage },
      .init("text", .string) { .string($0.text) },
      .init("unit", .string) { $0.unit },
      .init("unit_lang", .string) { $0.unitLanguage },
      .init("lang", .string) { .string($0.language) },
      .init("numeric", .bool) { .bool($0.isNumeric) },
      .init("missing", .bool) { .bool($0.isMissing) },
      .init("value", .string) { Value($0.value) },
    ])
}
