import SaanText

/// One rule over the loaded and planned site: it gives opinions and changes nothing.
package struct Check: Sendable {
  /// The name that `saan reference` prints.
  package let name: String
  /// What the rule holds, in a sentence.
  package let summary: String
  let run: @Sendable (Site, BuildPlan) -> [Diagnostic]

  /// Every rule, in the order in which they run.
  package static let all: [Check] = [
    .links, .oldAddresses, .images, .topics, .areas, .templates, .shortcodes, .figures,
    .typedFigures, .doubledBounds, .menus, .phrases, .assets, .additions, .unusedFiles,
    .staticFiles, .privacy,
  ]
}

/// What all rules have to say.
package func check(_ site: Site, _ plan: BuildPlan, with checks: [Check] = Check.all) -> Diagnostics
{
  Diagnostics(checks.flatMap { $0.run(site, plan) })
}

extension Site {
  /// Every translation of every article, with its article.
  var allPages: [(entry: Entry, page: Page)] {
    entries.flatMap { entry in entry.pages.map { (entry, $0) } }
  }
}
