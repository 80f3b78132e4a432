import SaanTemplate

/// A page in one of the site's languages.
struct LanguageLinkRecord: TemplateRecord {
  let language: String
  let name: String
  let url: String
  let title: String
  /// The language that the title is in.
  let titleLanguage: String
  let isFallback: Bool
  let isCurrent: Bool

  static let table = ObjectTable<LanguageLinkRecord>(
    "translation",
    [
      .init("lang", .string) { .string($0.language) },
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { .string($0.url) },
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("is_fallback", .bool) { .bool($0.isFallback) },
      .init("current", .bool) { .bool($0.isCurrent) },
    ])
}

/// A translation as `<head>` names it.
struct AlternateRecord: TemplateRecord {
  let hreflang: String
  let url: String

  static let table = ObjectTable<AlternateRecord>(
    "alternate",
    [
      .init("hreflang", .string) { .string($0.hreflang) },
      .init("url", .string) { .string($0.url) },
    ])
}

/// A heading of a page's text.
struct HeadingRecord: TemplateRecord {
  let level: Int
  let id: String
  let title: String

  static let table = ObjectTable<HeadingRecord>(
    "heading",
    [
      .init("level", .number) { .int($0.level) },
      .init("id", .string) { .string($0.id) },
      .init("title", .string) { .string($0.title) },
    ])
}

/// A page of a list that goes on, as the others name it.
struct PaginatorPageRecord: TemplateRecord {
  let number: Int
  let url: String?
  let isCurrent: Bool
  let isAfterGap: Bool

  static let table = ObjectTable<PaginatorPageRecord>(
    "paginator page",
    [
      .init("number", .number) { .int($0.number) },
      .init("url", .string) { Value($0.url) },
      .init("current", .bool) { .bool($0.isCurrent) },
      .init("after_gap", .bool) { .bool($0.isAfterGap) },
    ])
}

/// The pages of a list that goes on, as one of them sees them.
struct PaginatorRecord: TemplateRecord {
  let number: Int
  let total: Int
  let previousURL: String?
  let nextURL: String?
  let pages: [Value]

  static let table = ObjectTable<PaginatorRecord>(
    "paginator",
    [
      .init("number", .number) { .int($0.number) },
      .init("total", .number) { .int($0.total) },
      .init("previous_url", .string) { Value($0.previousURL) },
      .init("next_url", .string) { Value($0.nextURL) },
      .init("pages", .list(of: .record(PaginatorPageRecord.self))) { .list($0.pages) },
    ])
}
