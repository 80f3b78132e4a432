import SaanText

/// What a build leaves behind.
package struct BuildResult<Report: Sendable>: Sendable {
  /// What the sink did; `nil` when mistakes stopped the line.
  package let report: Report?
  /// What was to be published; `nil` when loading stopped the line.
  package let plan: BuildPlan?
  /// Everything that was found, in all stages that ran.
  package let diagnostics: Diagnostics
}

/// Turns a folder's files into a published site.
///
/// This function is the program's table of contents: load, plan, check, render, finish. It decides
/// two things only: where mistakes stop the line, and that what stands already is not made again.
///
/// - Parameters:
///   - isStrict: whether warnings stop the line as well.
///   - progress: told how many outputs are done, of how many, from any task.
/// - Throws: `DiskError` when the sink cannot take an output.
package func build<Sink: OutputSink>(
  _ tree: SourceTree, _ options: BuildOptions, isStrict: Bool = false, into sink: Sink,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
) async throws -> BuildResult<Sink.Report> {
  let (site, plan, found) = try await inspect(tree, options, isStrict: isStrict)
  guard let site, let plan, !found.hasErrors else {
    sink.cancel()
    return BuildResult(report: nil, plan: plan, diagnostics: found)
  }
  let fingerprint = BuildFingerprint(tree, options)
  if let report = sink.report(ofStanding: fingerprint) {
    sink.cancel()
    return BuildResult(report: report, plan: plan, diagnostics: found)
  }
  do {
    let context = SiteContext(site: site, plan: plan, today: options.today)
    let rendered = try await render(RenderSession(context), options, into: sink, progress: progress)
    let all = Diagnostics(found.all + rendered.diagnostics.all)
    guard !all.hasErrors else {
      sink.cancel()
      return BuildResult(report: nil, plan: plan, diagnostics: all)
    }
    // What rendering had to say is said again only by rendering again.
    let kept = rendered.diagnostics.isEmpty ? fingerprint : nil
    return BuildResult(
      report: try sink.finish(rendered.value, kept), plan: plan, diagnostics: all)
  } catch {
    sink.cancel()
    throw error
  }
}

/// Goes through the stages before rendering: load, plan, check.
///
/// `saan check` and `saan list` stop here.
/// Checks come after the plan because a link is dead or alive only in view of what will be
/// published.
package func inspect(
  _ tree: SourceTree, _ options: BuildOptions, isStrict: Bool = false
) async throws -> (site: Site?, plan: BuildPlan?, diagnostics: Diagnostics) {
  var found = Diagnostics()
  let site = try await load(tree, options).value(reportingTo: &found)
  guard let site else { return (nil, nil, found) }
  let plan = plan(site).value(reportingTo: &found)
  found.merge(check(site, plan))
  found = applyRules(site.settings.rules, to: found)
  return (site, plan, isStrict ? found.strict : found)
}
