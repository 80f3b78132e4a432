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
    .typedFigures, .doubledUnits, .menus, .shownMenus, .phrases, .assets, .additions, .unusedFiles,
    .staticFiles,
    .privacy, .starterTexts, .events, .extraFields,
    .pictures, .writtenDates, .futureDates,
  ]
}

/// What all rules have to say.
package func check(_ site: Site, _ plan: BuildPlan, with checks: [Check] = Check.all) -> Diagnostics
{
  // What a theme that is not there lacks has been said with it.
  let ofThemes = ["templates", "shortcodes", "phrases", "assets", "additions"]
  let checks = site.theme.isBroken ? checks.filter { !ofThemes.contains($0.name) } : checks
  return Diagnostics(checks.flatMap { $0.run(site, plan) })
}
