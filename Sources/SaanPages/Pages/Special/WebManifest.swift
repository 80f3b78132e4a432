import SaanModel
import SaanTemplate
import SaanText

extension OutputFormat {
  static let webManifest: OutputFormat = OutputFormat(
    name: "site.webmanifest",
    summary:
      "What the site is called and looks like where a reader keeps it, in each language, after the W3C's Web Application Manifest; where the theme has the template.",
    plan: { planner in
      guard planner.hasTemplate(WebManifest.template) else { return [] }
      return planner.pages("site.webmanifest", WebManifest(), template: WebManifest.template)
    })
}

/// What the site is called and looks like where a reader keeps it: the theme writes it, which knows
/// the colours and the icon.
struct WebManifest: Subject {
  static let template = "webmanifest.json"

  var kind: String { "manifest" }
  var isForSearch: Bool { false }
  func parents(of page: PageView) -> [Value]? { nil }
}
