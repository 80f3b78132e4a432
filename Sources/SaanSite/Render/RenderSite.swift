import SaanText
import Synchronization

/// Renders every job of the plan and hands each output to the sink as soon as it is done.
///
/// Jobs are rendered in parallel; receipts and diagnostics come back in the order of the plan, so
/// that nothing depends on timing. An output whose template failed is not handed on.
///
/// - Throws: `DiskError` from reading an asset or from the sink.
func render<Sink: OutputSink>(
  _ plan: BuildPlan, _ session: RenderSession, _ options: BuildOptions, into sink: Sink,
  progress: @escaping @Sendable (Int, Int) -> Void
) async throws -> Outcome<[Sink.Receipt]> {
  let counter = OutputCounter()
  let total = plan.jobs.count
  let results = try await concurrentMap(plan.jobs, jobs: options.jobs) { job in
    var bytes: [UInt8] = []
    let found = try render(job, session, &bytes)
    progress(counter.next(), total)
    guard !found.contains(where: { $0.severity == .error }) else {
      return (receipt: Sink.Receipt?.none, found: found)
    }
    if options.usesRelativeURLs {
      bytes = relativeURLs(in: bytes, at: job.output, basePath: plan.routes.baseURL?.path ?? "")
    }
    return (receipt: try sink.put(job.output, bytes), found: found)
  }
  let found = mergingRepeats(results.flatMap(\.found))
  return Outcome(results.compactMap(\.receipt), Diagnostics(found))
}

/// Appends an output's bytes; what went wrong in a template is returned.
private func render(
  _ job: Job, _ session: RenderSession, _ bytes: inout [UInt8]
) throws(DiskError) -> [Diagnostic] {
  if let template = job.template { return renderTemplate(template, job, session, &bytes) }
  try job.subject.write(job, session.reader(of: job), into: &bytes)
  return []
}

/// The diagnostics with those that differ in nothing but the page once only: a mistake in a
/// template shows on every page that uses it.
private func mergingRepeats(_ found: [Diagnostic]) -> [Diagnostic] {
  var order: [Diagnostic] = []
  var repeats: [Diagnostic: (first: Diagnostic, count: Int)] = [:]
  for diagnostic in found {
    var bare = diagnostic
    bare.notes = []
    if repeats[bare] == nil { order.append(bare) }
    repeats[bare, default: (diagnostic, 0)].count += 1
  }
  return order.compactMap { bare in
    guard let (first, count) = repeats[bare] else { return nil }
    guard count > 1 else { return first }
    return first.noting(
      Wording(en: "and on \(count - 1) more pages", th: "และในอีก \(count - 1) หน้า"))
  }
}

/// Counts the outputs of all tasks, for the progress bar alone.
private final class OutputCounter: Sendable {
  private let done = Atomic<Int>(0)

  /// The number of outputs so far, with this one.
  func next() -> Int { done.add(1, ordering: .relaxed).newValue }
}
