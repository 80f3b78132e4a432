import ArgumentParser
import SaanSite
import SaanText

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Publish the site into a folder.",
    discussion: """
      The new site replaces the old one in one step; a build with errors leaves the old one as it is. \
      Files in the folder that were not written by a build are never touched.
      """)

  @OptionGroup var site: SiteOptions

  @Option(name: [.short, .long], help: "The folder to publish into.")
  var output = "public"

  @Flag(help: "Write links relative to their page, so that the site opens from a folder.")
  var relativeURLs = false

  func run() async throws {
    let started = ContinuousClock.now
    let tree = try await site.readSource()
    do {
      try await publish(tree, started: started)
    } catch let error as DiskError {
      throw site.messages.failure(error)
    }
  }

  private func publish(_ tree: SourceTree, started: ContinuousClock.Instant) async throws {
    var options = site.buildOptions
    options.usesRelativeURLs = relativeURLs
    let lock = try DiskSink.lock(output: output)
    let sink = try DiskSink(output: output)
    let bar = Terminal.isInteractive && !site.messages.quiet ? ProgressBar() : nil
    let result = try await build(tree, options, isStrict: site.strict, into: sink) { done, total in
      bar?.show(done, of: total)
    }
    bar?.finish()
    try sink.close()
    lock.release()
    site.messages.show(result.diagnostics)
    guard let report = result.report, let plan = result.plan else { throw ExitCode(1) }
    if !site.messages.quiet, site.messages.format == .text {
      let summary = BuildSummary(
        plan: plan, report: report, heaviest: result.heaviest,
        elapsed: ContinuousClock.now - started, output: output)
      Terminal.printError(summary.text(in: site.messages.language))
    }
    // The system takes a large site's memory back faster than it can be given back piece by piece.
    Terminal.end()
  }
}
