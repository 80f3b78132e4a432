import SaanText

/// One kind of output: which files it makes of a site, and how one of them is written.
///
/// It is a class because every job of a plan holds one.
package final class OutputFormat: Sendable {
  /// The name that `saan reference` prints.
  package let name: String
  /// What it publishes, in a sentence.
  package let summary: String
  let plan: @Sendable (Planner) -> [Job]
  /// Plans what is made of all other outputs, once they are known.
  let planLast: @Sendable (Planner, [Job]) -> [Job]
  /// Appends the output's bytes; what went wrong in a template is returned, trouble with the disk
  /// thrown.
  let render: @Sendable (Job, RenderSession, inout [UInt8]) throws(DiskError) -> [Diagnostic]

  init(
    name: String, summary: String, plan: @escaping @Sendable (Planner) -> [Job],
    planLast: @escaping @Sendable (Planner, [Job]) -> [Job] = { _, _ in [] },
    render:
      @escaping @Sendable (Job, RenderSession, inout [UInt8]) throws(DiskError) -> [Diagnostic]
  ) {
    self.name = name
    self.summary = summary
    self.plan = plan
    self.planLast = planLast
    self.render = render
  }

  /// Every kind of output.
  package static let all: [OutputFormat] = [
    .pages, .lists, .places, .placeTables, .placeRecords, .registers, .figures, .figureTables,
    .figureRecords, .datasets, .dataTables, .dataTablesForExcel, .dataRecords, .dataDescriptor,
    .dataCatalogue, .catalogueRecords, .dataReadMe, .dataArchive, .dataDatabase,
    .observationsManifest, .changes, .changesFeed, .specialPages, .withdrawnPages, .redirects,
    .atomFeeds,
    .sitemap, .robots, .assets,
  ]
}

/// What the plan of an output format may look at.
struct Planner: Sendable {
  let site: Site
  let routes: Routes
  let listings: [Listing]

  var languages: [Language] { site.settings.languages }

  /// Makes a job for a site path.
  func job(
    _ path: String, _ subject: Job.Subject, _ format: OutputFormat, language: Int = 0,
    template: String? = nil, origin: Place? = nil
  ) -> Job {
    Job(
      output: BuildPlan.output(for: path), subject: subject, format: format, language: language,
      template: template, origin: origin)
  }
}
