import SaanTemplate
import SaanText

/// A link with its words.
struct LinkRecord: TemplateRecord {
  let title: String
  /// The language that the title is in.
  let language: Language.Tag
  let url: String

  static let table = ObjectTable<LinkRecord>(
    "link",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.language.rawValue) },
      .init("url", .string) { .string($0.url) },
    ])
}

/// A form of a feed, and where it is published.
struct FeedLinkRecord: TemplateRecord {
  let url: String
  let format: FeedFormat

  static let table = ObjectTable<FeedLinkRecord>(
    "feed",
    [
      .init("url", .string) { .string($0.url) },
      .init("type", .string) { .string($0.format.mediaType) },
      .init("name", .string, "what readers know its form by: Atom or JSON Feed") {
        .string($0.format.name)
      },
    ])
}

/// A link of a menu, and whether it leads to the page or to what the page lies in.
struct MenuLinkRecord: TemplateRecord {
  let title: String
  let url: String
  let isActive: Bool
  let isAncestor: Bool
  let titleLanguage: String

  static let table = ObjectTable<MenuLinkRecord>(
    "menu entry",
    [
      .init("title", .string) { .string($0.title) },
      .init("url", .string) { .string($0.url) },
      .init("active", .bool) { .bool($0.isActive) },
      .init("ancestor", .bool) { .bool($0.isAncestor) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
    ])
}

/// A topic with the list of its pages.
struct TermRecord: TemplateRecord {
  let slug: String
  let title: String
  /// The language that the title is in.
  let language: Language.Tag
  /// The href of its page; `nil` where no article is about it.
  let url: String?
  let count: Int

  static let table = ObjectTable<TermRecord>(
    "term",
    [
      .init("slug", .string) { .string($0.slug) },
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.language.rawValue) },
      .init("url", .string) { Value($0.url) },
      .init("count", .number) { .int($0.count) },
    ])
}

/// A taxonomy with its terms.
struct TaxonomyRecord: TemplateRecord {
  let title: String
  let url: String
  let terms: [Value]

  static let table = ObjectTable<TaxonomyRecord>(
    "taxonomy",
    [
      .init("title", .string) { .string($0.title) },
      .init("url", .string) { .string($0.url) },
      .init("terms", .list(of: .record(TermRecord.self))) { .list($0.terms) },
    ])
}

/// An area with the href of its page or list, where it has one.
struct AreaLinkRecord: TemplateRecord {
  let code: String
  let name: String
  let slug: String
  let url: String?

  static let table = ObjectTable<AreaLinkRecord>(
    "area link",
    [
      .init("code", .string) { .string($0.code) },
      .init("name", .string) { .string($0.name) },
      .init("slug", .string) { .string($0.slug) },
      .init("url", .string) { Value($0.url) },
    ])
}

/// A language of the site, with what the site says in it.
struct SiteLanguageRecord: TemplateRecord {
  let tag: String
  let name: String
  let home: Value
  let title: SpokenText
  let description: SpokenText
  let notice: SpokenText?

  /// A text with the language that it is in, which may be borrowed.
  typealias SpokenText = (text: String, language: Language.Tag)

  static let table = ObjectTable<SiteLanguageRecord>(
    "language",
    [
      .init("tag", .string) { .string($0.tag) },
      .init("name", .string) { .string($0.name) },
      .init("home", .string) { $0.home },
      .init("title", .string) { .string($0.title.text) },
      .init("description", .string) { .string($0.description.text) },
      .init("notice", .string) { Value($0.notice?.text) },
      .init("title_lang", .string) { .string($0.title.language.rawValue) },
      .init("description_lang", .string) { .string($0.description.language.rawValue) },
      .init("notice_lang", .string) { Value($0.notice?.language.rawValue) },
    ])
}

/// Terms of use.
struct LicenceRecord: TemplateRecord {
  let name: String?
  let title: String
  let url: String?
  let titleLanguage: String

  static let table = ObjectTable<LicenceRecord>(
    "licence",
    [
      .init("name", .string) { Value($0.name) },
      .init("title", .string) { .string($0.title) },
      .init("url", .string) { Value($0.url) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
    ])
}

/// How to cite something, in one language.
struct CitationRecord: TemplateRecord {
  let language: String
  let text: String

  static let table = ObjectTable<CitationRecord>(
    "citation",
    [
      .init("lang", .string) { .string($0.language) },
      .init("text", .string) { .string($0.text) },
    ])
}
