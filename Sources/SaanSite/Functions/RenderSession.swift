import SaanData
import SaanTemplate
import SaanText

/// What rendering needs beside the site: the theme's functions and filters, bound once per
/// language.
package struct RenderSession: Sendable {
  let context: SiteContext
  /// The values, functions and filters that templates see everywhere, by language.
  let globals: [BoundGlobals]

  /// Binds the theme's templates to a site.
  package init(_ context: SiteContext) {
    self.context = context
    globals = context.languages.indices.map {
      context.site.theme.templates.bind(Self.globals(context, language: $0))
    }
  }

  /// What templates see everywhere in one language.
  static func globals(_ context: SiteContext, language: Int) -> TemplateGlobals {
    TemplateGlobals(
      language: context.languages[language],
      values: [
        "lang": .string(context.languages[language].tag.rawValue),
        "site": Value(SiteView(context: context, language: language, currentPath: nil)),
      ], functions: SiteFunctions(context: context, language: language).bodies,
      filters: SiteFilters(context: context, language: language).bodies)
  }
}

/// The types of the variables that every template sees, for the check before rendering.
let siteVariables: [String: ValueType] = [
  "page": .object(PageView.self), "site": .object(SiteView.self), "lang": .string,
]
