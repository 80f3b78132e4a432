import SaanTemplate
import SaanText

/// The types of the variables that every template sees, for the check before rendering.
package let siteVariables: [String: ValueType] = [
  "page": .object(PageView.self), "site": .object(SiteView.self), "lang": .string,
]

extension TemplateGlobals {
  /// What templates see everywhere in one language.
  package init(of reader: Reader) {
    self.init(
      language: reader.language,
      values: [
        "lang": .string(reader.tag.rawValue),
        "site": Value(SiteView(reader: reader, currentPath: nil)),
      ], functions: SiteFunctions(reader: reader).bodies,
      filters: SiteFilters(reader: reader).bodies)
  }
}
