import SaanFiles
import SaanModel
import SaanPages
import SaanPublish
import SaanText
import Synchronization

/// One output of a build, as the sink has it.
struct Rendered<Receipt: Sendable>: Sendable {
  /// Where it stands in the plan.
  let position: Int
  let receipt: Receipt
  /// What it read, for the ledger; `nil` where nobody wants to know, or where something was found
  /// that the next build has to find again.
  let reads: NotedReads?
}

/// Renders every job of the plan and hands each output to the sink as soon as it is done.
///
/// Jobs are rendered in parallel; receipts and diagnostics come back in the order of the plan, so
/// that nothing depends on timing. An output whose template failed is not handed on.
///
/// - Throws: `DiskError` from reading an asset or from the sink.
func render<Sink: OutputSink>(
  _ rendering: Rendering, into sink: Sink, progress: @escaping @Sendable (Int, Int) -> Void
) async throws -> Outcome<[Rendered<Sink.Receipt>]> {
  let counter = OutputCounter()
  let jobs = rendering.plan.jobs
  let results = try await concurrentMap(Array(jobs.indices), jobs: rendering.options.jobs) {
    position in
    let job = jobs[position]
    defer { progress(counter.next(), jobs.count) }
    if let known = rendering.reuse?.known(job), let kept = sink.keep(job.output, known) {
      return (
        output: Optional(
          Rendered(position: position, receipt: kept, reads: .kept(known.reads))),
        found: [Diagnostic]()
      )
    }
    return try rendering.sessions.use {
      try rendering.output(of: job, at: position, $0, into: sink)
    }
  }
  let found = mergingRepeats(results.flatMap(\.found))
  return Outcome(results.compactMap(\.output), Diagnostics(found))
}

extension Rendering {
  /// Makes an output and hands it to the sink, unless its template failed.
  fileprivate func output<Sink: OutputSink>(
    of job: Job, at position: Int, _ session: RenderSession, into sink: Sink
  ) throws -> (output: Rendered<Sink.Receipt>?, found: [Diagnostic]) {
    let made = try outcome(of: job, plan, options, session)
    let reads = session.takeReads()
    let found = made.diagnostics.all
    guard !made.diagnostics.hasErrors else { return (nil, found) }
    return (
      Rendered(
        position: position, receipt: try sink.put(job.output, made.value),
        reads: found.isEmpty ? reads : nil),
      found
    )
  }
}

/// An output as it is published; with an error its bytes are no page.
func outcome(
  of job: Job, _ plan: BuildPlan, _ options: BuildOptions, _ session: RenderSession
) throws(DiskError) -> Outcome<[UInt8]> {
  var bytes: [UInt8] = []
  let found = Diagnostics(try render(job, session, &bytes))
  guard !found.hasErrors else { return Outcome(bytes, found) }
  if options.asPublished != nil, job.template != nil { bytes = hiddenFromSearch(bytes) }
  if options.usesRelativeURLs {
    bytes = relativeURLs(in: bytes, at: job.output, basePath: plan.routes.baseURL?.path ?? "")
  }
  return Outcome(bytes, found)
}

/// Appends an output's bytes; what went wrong in a template is returned.
func render(
  _ job: Job, _ session: RenderSession, _ bytes: inout [UInt8]
) throws(DiskError) -> [Diagnostic] {
  if let template = job.template { return renderTemplate(template, job, session, &bytes) }
  do throws(DiskError) {
    try job.subject.write(job, session.reader(of: job), into: &bytes)
    return []
  } catch {
    guard error.isOfContent else { throw error }
    return [error.diagnostic]
  }
}

/// The diagnostics with those that differ in nothing but the page once only: a mistake in a
/// template shows on every page that uses it.
func mergingRepeats(_ found: [Diagnostic]) -> [Diagnostic] {
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
    let more = count - 1
    return first.noting(
      Wording(en: "and on \(more) more page\(more == 1 ? "" : "s")", th: "และในอีก \(more) หน้า"))
  }
}

/// Counts the outputs of all tasks, for the progress bar alone.
private final class OutputCounter: Sendable {
  private let done = Atomic<Int>(0)

  /// The number of outputs so far, with this one.
  func next() -> Int { done.add(1, ordering: .relaxed).newValue }
}
