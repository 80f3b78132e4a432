import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// A site that somebody works on, as its files are now: what a build would be made of, and what
/// the next look takes over of it.
///
/// The stages are those of `build`, each when somebody asks for it: pages can be made at once, what
/// the checks say is there a little later, and what rendering all pages shows at last.
package struct FollowedSite: Sendable {
  /// The site with its plan; `nil` where there is no `site.yaml` to go by.
  package let standing: StandingSite?
  /// What was found in loading and planning, as much as the site makes of each rule.
  package let found: Diagnostics
  /// What was found while the texts were woven.
  package let woven: Diagnostics
  private let planned: Diagnostics
  private let loaded: LoadedSite
  private let tree: SourceTree
  private let options: BuildOptions

  /// Loads and plans a folder's files, taking over what has not changed since.
  package init(
    _ tree: SourceTree, _ options: BuildOptions, after former: FollowedSite? = nil
  ) async throws {
    (self.tree, self.options) = (tree, options)
    loaded = try await load(tree, options, after: former?.loaded)
    var planned = Diagnostics()
    guard let site = loaded.site.value(reportingTo: &planned) else {
      (standing, found, woven) = (nil, planned, Diagnostics())
      self.planned = planned
      return
    }
    try Task.checkCancellation()
    let plan = plan(site, after: former?.standing?.plan).value(reportingTo: &planned)
    self.planned = planned
    try Task.checkCancellation()
    let standing = try await StandingSite(
      site, plan, tree, options, after: former?.standing, isFollowed: true)
    self.standing = standing
    let rules = site.settings.rules
    found = applyRules(rules.filter { !$0.isAboutOutput }, to: planned.withoutConsequences)
    woven = applyRules(rules.filter(\.isAboutOutput), to: standing.diagnostics).told(in: options)
  }

  /// The site with what has changed in the words of articles, in files, in the rows of registers
  /// and in templates and phrases, as far as it can be had at once: a load of everything follows.
  ///
  /// - Parameter outputs: the pages that somebody looks at.
  /// - Returns: `nil` where anything else has changed.
  package func glance(
    at tree: SourceTree, on outputs: [String] = []
  ) async throws -> StandingSite? {
    guard let standing else { return nil }
    if let theme = changedTheme(of: tree, options, since: loaded) {
      return standing.wearing(theme, on: outputs)
    }
    if let registers = changedRegisters(of: tree, options, since: loaded) {
      return StandingSite(standing, registers)
    }
    guard let changed = try await changedContent(of: tree, options, since: loaded) else {
      return nil
    }
    return standing.replacing(changed.entries, changed.files)
  }

  /// What was found, with what a look at site and plan finds beside.
  package func checked() async throws -> Diagnostics {
    guard let standing else { return found }
    return try await inspect(standing.site, standing.plan, planned, options)
  }

  /// What a build would find that renders every page, and what the next one may go by.
  ///
  /// - Parameters:
  ///   - checked: what a look at site and plan has found.
  ///   - former: what the folder was published with that the site goes into.
  ///   - ledger: what the last look at all pages noted, of which those are kept that are the same.
  package func rendered(
    _ checked: Diagnostics, former: FormerAddresses, ledger: Ledger?
  ) async throws -> (found: Diagnostics, ledger: Ledger?, made: Int) {
    guard let standing else { return (checked, nil, 0) }
    // Whoever edits meanwhile is not to wait for a processor.
    var options = options
    options.jobs = max(1, options.jobs - 1)
    let sink = NotingSink(former: former)
    let result = try await build(
      (standing.site, standing.plan, checked), as: standing, tree, options, isStrict: false,
      readsBack: .onSmallSites, notes: .ledger(ledger), into: sink)
    return (result.diagnostics, result.ledger, result.report ?? 0)
  }
}
