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
  ///
  /// - Parameter glance: what was seen of the same files at once.
  package init(
    _ tree: SourceTree, _ options: BuildOptions, after former: FollowedSite? = nil,
    _ glance: Glance? = nil
  ) async throws {
    (self.tree, self.options) = (tree, options)
    if let read = glance?.read, read.options == options {
      loaded = try await read.checked()
    } else {
      loaded = try await load(tree, options, after: former?.loaded)
    }
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

  /// The site with what has changed in the words of articles, in files, in the rows of tables and
  /// in templates and phrases, as far as it can be had at once: a load of everything follows.
  ///
  /// - Parameter outputs: the pages that somebody looks at.
  /// - Returns: `nil` where anything else has changed.
  package func glance(at tree: SourceTree, on outputs: [String] = []) async throws -> Glance? {
    guard let standing else { return nil }
    if let theme = changedTheme(of: tree, options, since: loaded) {
      return Glance(standing.wearing(theme, on: outputs))
    }
    if let registers = changedRegisters(of: tree, options, since: loaded) {
      return Glance(StandingSite(standing, registers))
    }
    if !outputs.isEmpty, let read = try await changedTables(of: tree, options, since: loaded) {
      guard let site = read.site.value, !read.site.diagnostics.hasErrors else {
        return Glance(nil, read)
      }
      return Glance(standing.showing(site, on: outputs), read)
    }
    guard let changed = try await changedContent(of: tree, options, since: loaded) else {
      return nil
    }
    return Glance(standing.replacing(changed.entries, changed.files))
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

/// What can be had at once of a site whose files have changed.
package struct Glance: Sendable {
  /// What can be shown of it before all is loaded.
  package let standing: StandingSite?
  /// The site as its files say it, where it was read for this.
  fileprivate let read: ReadSite?

  /// Whether something may be wrong that only the load finds which follows.
  package var isUnchecked: Bool { read != nil }

  fileprivate init(_ standing: StandingSite?, _ read: ReadSite? = nil) {
    (self.standing, self.read) = (standing, read)
  }
}
