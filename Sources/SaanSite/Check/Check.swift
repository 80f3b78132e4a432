import SaanModel
import SaanText

/// One rule over the loaded and planned site: it gives opinions and changes nothing.
///
/// It sees the plan as well, for a link is dead or alive only in view of what is published. Checks
/// keep nothing, so that they run beside each other.
package struct Check: Sendable {
  /// The name that `saan reference` prints.
  package let name: String
  /// What the rule holds, in a sentence.
  package let summary: String
  let run: @Sendable (Site, BuildPlan) -> [Diagnostic]

  /// Every rule, in the order in which they run.
  package static let all: [Check] = [
    .links, .oldAddresses, .images, .topics, .areas, .templates, .cards, .shortcodes, .figures,
    .typedFigures, .doubledWords, .menus, .shownMenus, .phrases, .assets, .styles, .marks,
    .additions, .unusedFiles,
    .staticFiles,
    .privacy, .starterTexts, .events, .extraFields,
    .pictures, .tablePictures, .drawings, .drawingParts, .media, .writtenDates, .futureDates,
    .feedDays,
  ]
}

/// What all rules have to say, in their order; so many of them are asked at a time as there are
/// jobs.
func check(_ site: Site, _ plan: BuildPlan, jobs: Int) async throws -> Diagnostics {
  // What a theme that is not there lacks has been said with it.
  let ofThemes = ["templates", "shortcodes", "phrases", "assets", "styles", "marks", "additions"]
  let checks = Check.all.filter { !site.theme.isBroken || !ofThemes.contains($0.name) }
  let found = try await concurrentMap(checks, jobs: jobs) { $0.run(site, plan) }
  return Diagnostics(found.flatMap { $0 })
}
