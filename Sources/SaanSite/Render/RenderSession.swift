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
    globals = context.languages.indices.map { index in
      context.site.theme.templates.bind(
        TemplateGlobals(
          language: context.languages[index],
          values: [
            "lang": .string(context.languages[index].tag.rawValue),
            "site": Value(SiteView(context: context, language: index, currentPath: nil)),
          ], functions: SiteFunctions(context: context, language: index).bodies,
          filters: SiteFilters(context: context, language: index).bodies))
    }
  }
}

/// The types of the variables that every template sees, for the check before rendering.
let siteVariables: [String: ValueType] = [
  "page": .object(PageView.self), "site": .object(SiteView.self), "lang": .string,
]
