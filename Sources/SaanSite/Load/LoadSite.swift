import SaanData
import SaanTemplate
import SaanText

/// What the user asked for, beside the files: nothing else may change the output.
package struct BuildOptions: Sendable {
  /// The date that counts as today, for drafts of the future, expiry and upcoming events.
  package var today: CalendarDate
  package var jobs: Int
  package var baseURL: String?
  package var includesDrafts: Bool
  package var includesFuture: Bool
  /// Whether links are written relative to their page, for a site opened from a folder.
  package var usesRelativeURLs: Bool
  /// Which program builds: another one may publish other bytes of the same site.
  package var program = ""

  /// Makes options.
  package init(
    today: CalendarDate, jobs: Int = 1, baseURL: String? = nil, includesDrafts: Bool = false,
    includesFuture: Bool = false, usesRelativeURLs: Bool = false
  ) {
    self.today = today
    self.jobs = jobs
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    self.usesRelativeURLs = usesRelativeURLs
  }
}

/// Understands a folder's files: every one is parsed, and every mistake reported, in one run.
///
/// - Returns: `nil` when there is no `site.yaml` to go by.
package func load(_ tree: SourceTree, _ options: BuildOptions) async throws -> Outcome<Site?> {
  var diagnostics = tree.diagnostics
  let settings = loadSettings(tree, baseURL: options.baseURL).value(reportingTo: &diagnostics)
  guard let settings else { return Outcome(nil, diagnostics) }
  let themeFiles = loadThemeFiles(tree, settings: settings).value(reportingTo: &diagnostics)
  let theme = compileTheme(themeFiles, settings: settings).value(reportingTo: &diagnostics)
  let data = try await loadData(tree, options, settings)
    .value(reportingTo: &diagnostics)
  let areas = AreaTable(data.package["areas"])
  diagnostics.merge(Diagnostics(checkSlugs(of: data.package["areas"])))
  let pages = try await loadPages(tree, settings: settings, areas: areas, options: options)
    .value(reportingTo: &diagnostics)
  let registers = loadRegisters(settings, data.figures, areas).value(reportingTo: &diagnostics)
  let outlines = loadOutlines(tree, areas: areas).value(reportingTo: &diagnostics)
  var site = Site(
    settings: settings, entries: pages.entries, heldBack: pages.heldBack, areas: areas,
    figures: data.figures, data: data.notes, theme: theme,
    assets: tree.assets.filter { isContentAsset($0.key) }, releases: data.releases,
    registers: registers, outlines: outlines)
  let read = Set(site.allPages.map(\.page.source.path))
  let others = tree.paths(below: "content", ending: "md").filter { !read.contains($0) }
  site.assetUse = site.assetUse.adding(site, others: others.compactMap { tree.files[$0] })
  return Outcome(site, diagnostics)
}

private func isContentAsset(_ path: String) -> Bool {
  !path.hasPrefix("content/data/") && !path.hasPrefix("theme/") && !path.hasPrefix("themes/")
}
