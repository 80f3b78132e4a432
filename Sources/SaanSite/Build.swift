import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// What a build leaves behind.
package struct BuildResult<Report: Sendable>: Sendable {
  /// What the sink did; `nil` when mistakes stopped the line.
  package let report: Report?
  /// What was to be published; `nil` when loading stopped the line.
  package let plan: BuildPlan?
  /// What the next build may go by; `nil` where nobody wants to know.
  package var ledger: Ledger?
  /// The heaviest pages, the heaviest first; none when mistakes stopped the line.
  package var heaviest: [PageWeight] = []
  /// The heaviest pictures with their sizes in bytes, the heaviest first.
  package var heaviestPictures: [(path: String, size: Int)] = []
  /// Everything that was found, in all stages that ran.
  package let diagnostics: Diagnostics
  /// Whether the addresses in the outputs were not followed.
  package var leavesAddresses = false
}

/// Turns a folder's files into a published site.
///
/// This function is the program's table of contents: load, plan, check, weave, render, finish. It
/// decides two things only: where mistakes stop the line, and that what stands already is not made
/// again.
///
/// - Parameters:
///   - isStrict: whether warnings stop the line as well.
///   - readsBack: whether every address in every output is followed; a strict build always does.
///   - notes: what is known of the last build into the same place, and whether to note this one.
///   - progress: told how many outputs are done, of how many, from any task.
/// - Throws: `DiskError` when the sink cannot take an output.
package func build<Sink: OutputSink>(
  _ tree: SourceTree, _ options: BuildOptions, isStrict: Bool = false,
  readsBack: ReadBack = .always, notes: BuildNotes = .none, into sink: Sink,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
) async throws -> BuildResult<Sink.Report> {
  try await build(
    try await inspect(tree, options, isStrict: isStrict), tree, options, isStrict: isStrict,
    readsBack: readsBack, notes: notes, into: sink, progress: progress)
}

/// The same from where a site is checked.
///
/// - Parameter standing: the site with its texts woven, where somebody has done so already.
func build<Sink: OutputSink>(
  _ inspected: (site: Site?, plan: BuildPlan?, diagnostics: Diagnostics),
  as standing: StandingSite? = nil, _ tree: SourceTree, _ options: BuildOptions,
  isStrict: Bool, readsBack: ReadBack, notes: BuildNotes, into sink: Sink,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
) async throws -> BuildResult<Sink.Report> {
  var (site, plan, found) = inspected
  if let site, let plan {
    // Without its theme a site lacks pages, which is said with the theme.
    let addresses = site.theme.isBroken ? [] : goneAddresses(sink.formerAddresses, site, plan)
    let gone = Diagnostics(warnings(of: addresses))
    found = found.namingSuccessors(addresses, in: site)
    found.merge(isStrict ? gone.strict : gone)
  }
  guard let site, let plan, !found.hasErrors else {
    sink.cancel()
    return BuildResult(report: nil, plan: plan, diagnostics: found)
  }
  let fingerprint = BuildFingerprint(tree, options)
  // What is merely heavy stands in a strict build's way alone, which therefore weighs again.
  if !isStrict, options.usesLedger, let report = sink.report(ofStanding: fingerprint) {
    sink.cancel()
    return BuildResult(report: report, plan: plan, diagnostics: found)
  }
  do {
    let book = isStrict || readsBack.covers(plan) ? AddressBook(plan) : nil
    let reading = ReadingSink(base: sink, book: book, former: sink.formerAddresses)
    var scales = WeighingSink(base: reading, budgets: site.settings.budgets)
    let woven =
      if let standing { standing } else { try await StandingSite(site, plan, tree, options) }
    let rendering = Rendering(woven.context, woven.woven, plan, tree, options, notes)
    var rendered = try await render(rendering, into: scales, progress: progress)
    rendered.diagnostics.merge(woven.diagnostics)
    let changes = rendered.value.map { ($0.position, $0.receipt.base.change) }
    rendered.diagnostics.merge(untoldChanges(changes, plan, site, beside: found))
    let weights = scales.weights(of: rendered.value, plan)
    let dead = book.map {
      DeadAddresses(site, plan, $0, tree).found(
        in: rendered.value.compactMap(\.receipt.base.reading))
    }
    let seen = rendered.diagnostics.all + (dead ?? []) + checkWeights(weights, plan, site).all
    let ruled = applyRules(site.settings.rules.filter(\.isAboutOutput), to: Diagnostics(seen))
      .told(in: options)
    let all = Diagnostics(found.all + (isStrict ? ruled.strict : ruled).all)
    guard !all.hasErrors else {
      sink.cancel()
      return BuildResult(report: nil, plan: plan, diagnostics: all)
    }
    // What rendering had to say is said again only by rendering again; weights, by checking.
    let kept = rendered.diagnostics.isEmpty ? fingerprint : nil
    return BuildResult(
      report: try scales.finish(rendered.value.map(\.receipt), kept), plan: plan,
      ledger: rendering.ledger(of: rendered.value, scales), heaviest: heaviest(of: weights),
      heaviestPictures: scales.heaviestPictures(of: rendered.value, plan), diagnostics: all,
      leavesAddresses: book == nil)
  } catch {
    sink.cancel()
    throw error
  }
}

/// Goes through the stages before rendering: load, plan, check.
///
/// `saan list` stops here; `saan check` goes on and renders into a sink that keeps nothing.
/// Checks come after the plan because a link is dead or alive only in view of what will be
/// published.
package func inspect(
  _ tree: SourceTree, _ options: BuildOptions, isStrict: Bool = false
) async throws -> (site: Site?, plan: BuildPlan?, diagnostics: Diagnostics) {
  var found = Diagnostics()
  let site = try await load(tree, options).value(reportingTo: &found)
  guard let site else { return (nil, nil, found) }
  let plan = plan(site).value(reportingTo: &found)
  found = try await inspect(site, plan, found, options)
  return (site, plan, isStrict ? found.strict : found)
}

/// What was found of a site with what its checks say, each as much as the site makes of its rule.
func inspect(
  _ site: Site, _ plan: BuildPlan, _ found: Diagnostics, _ options: BuildOptions
) async throws -> Diagnostics {
  let checked = try await check(site, plan, jobs: options.jobs).told(in: options)
  return applyRules(
    site.settings.rules.filter { !$0.isAboutOutput },
    to: Diagnostics(found.all + checked.all).withoutConsequences)
}
