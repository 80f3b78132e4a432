import SaanTemplate
import SaanText

/// The variables that are the same on all pages of a language to which the site is the same.
package let sharedVariables: Set<String> = ["site", "lang"]

/// The types of the variables that every template sees, for the check before rendering.
package let siteVariables: [String: ValueType] = [
  "page": .object(PageView.self), "site": .object(SiteView.self), "lang": .string,
]

extension TemplateGlobals {
  /// What templates see everywhere in one language.
  ///
  /// - Parameter notes: who notes what shared parts ask.
  package init(of reader: Reader, _ notes: FragmentNotes? = nil) {
    self.init(
      language: reader.language,
      values: [
        "lang": .string(reader.tag.rawValue),
        "site": Value(SiteView(reader: reader, currentPath: nil)),
      ], functions: SiteFunctions(reader: reader).bodies,
      filters: SiteFilters(reader: reader).bodies, notes: notes)
  }
}
