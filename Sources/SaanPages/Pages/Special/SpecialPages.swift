import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let special = PageKind(
    outputs: [.specialPages, .withdrawnPages, .redirects] + OutputFormat.articleFeeds
      + [.webManifest, .sitemap, .robots, .assets],
    ownTemplates: [
      "redirect.html": Wording(en: "old addresses", th: "ที่อยู่เดิม"),
      "gone.html": Wording(en: "withdrawn pages", th: "หน้าที่ถอนแล้ว"),
      "404.html": Wording(en: "addresses without a page", th: "ที่อยู่ที่ไม่มีหน้า"),
      "language-choice.html": Wording(en: "the choice of language", th: "หน้าเลือกภาษา"),
      WebManifest.template: Wording(en: "the site's manifest", th: "ไฟล์แนะนำเว็บ"),
    ])
}

extension OutputFormat {
  fileprivate static let specialPages: OutputFormat = OutputFormat(
    name: "special pages", summary: "The choice of language at the root, and the page not found.",
    plan: { planner in
      [
        planner.job("/", LanguageChoicePage(), template: "language-choice.html"),
        planner.job("/404.html", NotFoundPage(), template: "404.html"),
      ]
    })
}

/// The choice of language at the root of a site, which is a translation of nothing.
private struct LanguageChoicePage: Subject {
  var kind: String { "language-choice" }
  var foundAs: SearchKind? { nil }
  func parents(of page: PageView) -> [Value]? { nil }
  func path(of page: PageView, in other: LanguageID) -> String { page.home(in: other) }
  var hasAlternates: Bool { false }
}

/// What a server answers where nothing is published.
private struct NotFoundPage: Subject {
  var kind: String { "404" }
  var isForSearch: Bool { false }
  func title(of page: PageView) -> TitledText? { page.phrase(.notFoundTitle) }
  func parents(of page: PageView) -> [Value]? { nil }
  func path(of page: PageView, in other: LanguageID) -> String { page.home(in: other) }
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool { false }
}
