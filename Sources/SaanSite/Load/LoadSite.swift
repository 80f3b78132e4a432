import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Understands a folder's files: every one is parsed, and every mistake reported, in one run.
///
/// - Returns: `nil` when there is no `site.yaml` to go by.
package func load(_ tree: SourceTree, _ options: BuildOptions) async throws -> Outcome<Site?> {
  var diagnostics = tree.diagnostics
  let typed = loadSettings(tree, baseURL: options.baseURL).value(reportingTo: &diagnostics)
  guard let typed else { return Outcome(nil, diagnostics) }
  let themeFiles = loadThemeFiles(tree, settings: typed).value(reportingTo: &diagnostics)
  let typedTheme = compileTheme(themeFiles, settings: typed).value(reportingTo: &diagnostics)
  let typedData = try await loadData(tree, options, typed).value(reportingTo: &diagnostics)
  let words = FigureWords(typedData.figures, typed, typedTheme, options)
  let settings = typed.writingFigures(words, tree, baseURL: options.baseURL)
    .value(reportingTo: &diagnostics)
  let theme = typedTheme.writingFigures(words, settings).value(reportingTo: &diagnostics)
  let data = typedData.writingFigures(words, typed, tree).value(reportingTo: &diagnostics)
  diagnostics.merge(Diagnostics(checkAreas(data.package["areas"])))
  let pages = try await loadPages(
    tree, settings: settings, areas: data.figures.areas, words: words, options: options
  )
  .value(reportingTo: &diagnostics)
  let registers = loadRegisters(settings, data.figures).value(reportingTo: &diagnostics)
  let outlines = loadOutlines(tree, areas: data.figures.areas).value(reportingTo: &diagnostics)
  if !diagnostics.hasErrors, pages.entries.isEmpty, pages.heldBack.isEmpty,
    data.package.tables.isEmpty
  {
    diagnostics.add(.noContent(isFile: tree.assets["content"] != nil))
  }
  var site = Site(
    settings: settings, today: options.today, isPreview: !options.marks.isEmpty,
    entries: pages.entries, heldBack: pages.heldBack,
    figures: data.figures, data: data.notes, theme: theme,
    assets: drawingsWithFigures(
      tree.assets.filter { isContentAsset($0.key) }, words, settings
    ).value(reportingTo: &diagnostics), releases: data.releases, registers: registers,
    outlines: outlines)
  site.asPublished = options.asPublished
  let read = Set(site.allPages.map(\.page.source.path))
  let others = tree.paths(below: "content", ending: "md").filter { !read.contains($0) }
  site.starterTexts = StarterTexts(tree, settings)
  site.assetUse = site.assetUse.adding(site, others: others.compactMap { tree.files[$0] })
  return Outcome(site, diagnostics)
}

private func isContentAsset(_ path: String) -> Bool {
  !path.hasPrefix("content/data/") && !path.hasPrefix("theme/") && !path.hasPrefix("themes/")
}
