import SaanData
import SaanFiles
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// Understands a folder's files: every one is parsed, and every mistake reported, in one run.
///
/// - Returns: `nil` when there is no `site.yaml` to go by.
package func load(_ tree: SourceTree, _ options: BuildOptions) async throws -> Outcome<Site?> {
  try await load(tree, options, after: nil).site
}

/// A site as it was loaded, with the parts that it was put together from: of these the next load
/// takes over what nothing has changed.
package struct LoadedSite: Sendable {
  package let site: Outcome<Site?>
  fileprivate let tree: SourceTree
  fileprivate let options: BuildOptions
  fileprivate let frame: SiteFrame?
  fileprivate let pages: LoadedPages?
}

/// The same, taking over from an earlier load what was read of files that are the same.
///
/// What comes out is what a load of everything would give, findings and all.
package func load(
  _ tree: SourceTree, _ options: BuildOptions, after former: LoadedSite?
) async throws -> LoadedSite {
  try await readSite(tree, options, after: former).checked()
}

/// A site as its files say it, before its tables are held against their rules: enough to make a
/// page of.
struct ReadSite: Sendable {
  /// `nil` when there is no `site.yaml` to go by.
  let site: Outcome<Site?>
  let options: BuildOptions
  private let tree: SourceTree
  fileprivate let frame: SiteFrame?
  fileprivate let pages: LoadedPages?

  fileprivate init(_ tree: SourceTree, _ options: BuildOptions, unreadable: Diagnostics) {
    (self.tree, self.options, site) = (tree, options, Outcome(nil, unreadable))
    (frame, pages) = (nil, nil)
  }

  fileprivate init(
    _ tree: SourceTree, _ options: BuildOptions, _ frame: SiteFrame, _ pages: LoadedPages
  ) {
    (self.tree, self.options, self.frame, self.pages) = (tree, options, frame, pages)
    var diagnostics = tree.diagnostics
    diagnostics.merge(frame.found)
    diagnostics.merge(pages.diagnostics)
    let (settings, data) = (frame.settings, frame.data)
    let registers = frame.registers.value(reportingTo: &diagnostics)
    let outlines = frame.outlines.value(reportingTo: &diagnostics)
    let drawn = publishedDrawings(
      tree.assets.filter { isContentAsset($0.key) }, frame.words, settings
    ).value(reportingTo: &diagnostics)
    var site = Site(
      settings: settings, today: options.today, isPreview: !options.marks.isEmpty,
      entries: pages.entries, heldBack: pages.heldBack,
      figures: data.figures, data: data.notes, theme: frame.theme,
      assets: drawn.assets, releases: data.releases, registers: registers,
      outlines: outlines)
    site.asPublished = options.asPublished
    (site.cardPainter, site.lacksPainter) = (options.cardPainter, options.lacksPainter)
    site.workshop = options.workshop
    site.stating = settings.stating + frame.theme.stating + data.stating + drawn.stating
    site.starterTexts = frame.starterTexts
    self.site = Outcome(site, diagnostics)
  }

  /// The site with what the rules of its tables find, and with what is known of its files.
  func checked() async throws -> LoadedSite {
    guard var site = self.site.value, let pages, var frame else {
      return LoadedSite(site: self.site, tree: tree, options: options, frame: nil, pages: nil)
    }
    var diagnostics = self.site.diagnostics
    diagnostics.merge(try await frame.check(options))
    if !diagnostics.hasErrors, pages.entries.isEmpty, pages.heldBack.isEmpty,
      frame.data.package.tables.isEmpty
    {
      diagnostics.add(.noContent(isFile: tree.assets["content"] != nil))
    }
    let read = Set(site.allPages.map(\.page.source.path))
    let others = tree.paths(below: "content", ending: "md").filter { !read.contains($0) }
    site.assetUse = site.assetUse.adding(site, others: others.compactMap { tree.files[$0] })
    return LoadedSite(
      site: Outcome(site, diagnostics), tree: tree, options: options, frame: frame, pages: pages)
  }
}

/// Reads a site, taking over from an earlier load what was read of files that are the same.
func readSite(
  _ tree: SourceTree, _ options: BuildOptions, after former: LoadedSite?
) async throws -> ReadSite {
  let kept = KeptParts(former, tree, options)
  let frame = try await SiteFrame.load(tree, options, kept)
  guard let read = frame.value else {
    var found = tree.diagnostics
    found.merge(frame.diagnostics)
    return ReadSite(tree, options, unreadable: found)
  }
  let pages = try await loadPages(tree, read.grounds, options, after: kept.pages)
  return ReadSite(tree, options, read, pages)
}

/// Whether it may be a file that pages name: of what lies beside the tables, a picture.
private func isContentAsset(_ path: String) -> Bool {
  if path.hasPrefix("content/data/") {
    let ending = path.split(separator: ".").last ?? ""
    return PictureFormat(ending: ending) != nil || ending.lowercased() == "svg"
  }
  return !path.hasPrefix("theme/") && !path.hasPrefix("themes/")
}

/// What a site is beside its articles and files: settings, theme and data, each as it was read and
/// with what figures say in its texts.
private struct SiteFrame: Sendable {
  let typedSettings: Outcome<Settings?>
  let typedTheme: Outcome<Theme>
  private(set) var typedData: Outcome<SiteData>
  let words: FigureWords
  let settings: Settings
  let theme: Theme
  let data: SiteData
  let registers: Outcome<[Register]>
  let outlines: Outcome<Outlines?>
  let starterTexts: StarterTexts
  /// What articles call the areas that they name.
  let mentioned: MentionedPlaces
  /// The rows of events and proposals, by the keys of their articles.
  let rows: [String: ArticleRow]
  /// Everything that was found in them, but for registers and outlines.
  private(set) var found: Diagnostics
  /// Whether the data was held against its rules.
  private var isChecked: Bool

  /// What articles are read by.
  var grounds: ReadingGrounds {
    ReadingGrounds(
      settings: settings, areas: data.figures.areas, words: words, rows: rows)
  }

  /// Reads what was not kept; `nil` when there is no `site.yaml` to go by.
  static func load(
    _ tree: SourceTree, _ options: BuildOptions, _ kept: KeptParts
  ) async throws -> Outcome<SiteFrame?> {
    if let frame = kept.frame { return Outcome(frame, frame.found) }
    var found = Diagnostics()
    let typedSettings = kept.settings ?? loadSettings(tree, baseURL: options.baseURL)
    guard let typed = typedSettings.value(reportingTo: &found) else { return Outcome(nil, found) }
    let typedTheme = kept.theme ?? loadTheme(tree, typed)
    let theme = typedTheme.value(reportingTo: &found)
    let typedData =
      if let data = kept.data {
        data
      } else {
        try await readData(
          tree, options, typed, after: kept.tables, mentioned: kept.mentioned.all)
      }
    let data = typedData.value(reportingTo: &found)
    let words = FigureWords(data.figures, typed, theme, options)
    let settings = typed.writingFigures(words, tree, baseURL: options.baseURL)
      .value(reportingTo: &found)
    let written = data.writingFigures(words, typed, tree)
    let ownTheme = theme.writingFigures(words, settings).value(reportingTo: &found)
    let ownData = written.value(reportingTo: &found)
    let events = loadEventRows(settings, ownData.package, ownData.figures.areas)
      .value(reportingTo: &found)
    let frame = SiteFrame(
      typedSettings: typedSettings, typedTheme: typedTheme, typedData: typedData, words: words,
      settings: settings, theme: ownTheme, data: ownData,
      registers: loadRegisters(settings, ownData.figures),
      outlines: loadOutlines(tree, areas: ownData.figures.areas),
      starterTexts: StarterTexts(tree, settings), mentioned: kept.mentioned,
      rows: events.merging(loadProposalRows(settings, ownData.package)) { event, _ in event },
      found: found, isChecked: kept.data != nil)
    return Outcome(frame, found)
  }

  /// Holds the data against its rules, unless that was done.
  ///
  /// - Returns: what they find.
  mutating func check(_ options: BuildOptions) async throws -> Diagnostics {
    guard !isChecked else { return Diagnostics() }
    let new = try await checkData(typedData, options)
    typedData.diagnostics.merge(new)
    found.merge(new)
    isChecked = true
    return new
  }
}

private func loadTheme(_ tree: SourceTree, _ settings: Settings) -> Outcome<Theme> {
  let files = loadThemeFiles(tree, settings: settings)
  let theme = compileTheme(files.value, settings: settings)
  return Outcome(theme.value, Diagnostics(files.diagnostics.all + theme.diagnostics.all))
}

/// The parts of an earlier load that hold still, for none of the files has changed that they are
/// made of.
private struct KeptParts {
  private(set) var settings: Outcome<Settings?>?
  private(set) var theme: Outcome<Theme>?
  private(set) var data: Outcome<SiteData>?
  private(set) var tables: ReadTables?
  private(set) var frame: SiteFrame?
  private(set) var pages: KeptPages?
  /// What articles call the areas that they name: the data has all that is around these.
  let mentioned: MentionedPlaces

  init(_ former: LoadedSite?, _ tree: SourceTree, _ options: BuildOptions) {
    guard let former, let frame = former.frame, former.options == options else {
      mentioned = MentionedPlaces(tree)
      return
    }
    let changed = tree.paths(changedSince: former.tree)
    mentioned = MentionedPlaces(tree, after: (frame.mentioned, changed))
    let ofData =
      changed.contains { $0.hasPrefix("content/data/") }
      || tree.gazetteer != nil && mentioned.all != frame.mentioned.all
    let ofFrame = changed.filter { !$0.hasPrefix("content/") && !$0.hasPrefix("static/") }
    guard !ofFrame.contains(where: { $0 == "site.yaml" || $0.hasPrefix("theme/words/") }) else {
      return
    }
    settings = frame.typedSettings
    tables = frame.typedData.value.tables
    if ofFrame.isEmpty { theme = frame.typedTheme }
    if !ofData { data = frame.typedData }
    if ofFrame.isEmpty, !ofData { self.frame = frame }
    pages = former.pages.map { KeptPages($0, knowsFigures: self.frame != nil) }
  }
}

/// The articles and files that are other than they were, where nothing else is and their fields but
/// for title and summary say what they said.
///
/// - Returns: `nil` where something else has changed, or something new is wrong.
func changedContent(
  of tree: SourceTree, _ options: BuildOptions, since former: LoadedSite
) async throws -> (entries: [(old: Entry, new: Entry)], files: [Asset])? {
  guard former.options == options, let frame = former.frame, let known = former.pages,
    let site = former.site.value
  else { return nil }
  var files: [Asset] = []
  for path in tree.paths(changedSince: former.tree) {
    let isArticle = path.hasPrefix("content/") && path.hasSuffix(".md")
    if isArticle, tree.files[path] != nil, former.tree.files[path] != nil { continue }
    guard !path.hasPrefix("content/data/"), let file = tree.assets[path], !isArticle,
      former.tree.assets[path] != nil, case .disk = file.bytes
    else { return nil }
    files.append(file)
  }
  let pages = try await loadPages(
    tree, frame.grounds, options, after: KeptPages(known, knowsFigures: true))
  guard pages.diagnostics.count(.error) <= known.diagnostics.count(.error),
    pages.entries.map(\.key) == known.entries.map(\.key)
  else { return nil }
  let entries = zip(known.entries, pages.entries).filter { $0 !== $1 }.map { (old: $0, new: $1) }
  guard entries.allSatisfy({ hasSameFields($0.old, $0.new, in: site) }) else { return nil }
  return (entries, files)
}

/// The theme with templates and phrases that are other than they were, where nothing else is.
///
/// - Returns: `nil` where something else has changed, or something new is wrong with it.
func changedTheme(
  of tree: SourceTree, _ options: BuildOptions, since former: LoadedSite
) -> Theme? {
  guard former.options == options, let frame = former.frame,
    let settings = frame.typedSettings.value
  else { return nil }
  let folders = ["theme/", "themes/"] + [tree.programThemes].compactMap { $0 }.map { $0 + "/" }
  let changed = tree.paths(changedSince: former.tree)
  let areWords = changed.allSatisfy { path in
    tree.files[path] != nil && former.tree.files[path] != nil
      && folders.contains(where: path.hasPrefix)
      && (path.hasSuffix(".html") || path.contains("/phrases/"))
  }
  guard areWords, !changed.isEmpty else { return nil }
  let typed = loadTheme(tree, settings)
  let theme = typed.value.writingFigures(frame.words, frame.settings)
  let found = typed.diagnostics.count(.error) + theme.diagnostics.count(.error)
  return found <= frame.typedTheme.diagnostics.count(.error) ? theme.value : nil
}

/// The site with other rows in its tables, where nothing else has changed.
///
/// - Returns: `nil` where something else has.
func changedTables(
  of tree: SourceTree, _ options: BuildOptions, since former: LoadedSite
) async throws -> ReadSite? {
  guard former.options == options, let tables = former.frame?.typedData.value.tables,
    case let changed = tree.paths(changedSince: former.tree), !changed.isEmpty,
    changed.allSatisfy(tables.hold)
  else { return nil }
  return try await readSite(tree, options, after: former)
}

/// The registers in whose rows something stands that is other than it was, where nothing else is:
/// the rows are the same ones, and lie where they lay.
///
/// - Returns: `nil` where something else has changed, or something is wrong with a table.
func changedRegisters(
  of tree: SourceTree, _ options: BuildOptions, since former: LoadedSite
) -> [Register]? {
  guard former.options == options, let frame = former.frame, let site = former.site.value else {
    return nil
  }
  let data = frame.typedData.value
  // What rows are called is shown where other tables name them.
  let named = Set(
    data.package.tables.flatMap { table in
      table.schema.foreignKeys.map { $0.resource.isEmpty ? table.name : $0.resource }
    })
  var registers: [Register] = []
  for path in tree.paths(changedSince: former.tree) {
    // Of other rows it need not be read to know that they are not the same.
    guard let file = tree.files[path], let old = former.tree.files[path],
      !old.statesFigures, !file.statesFigures, old.lineCount == file.lineCount,
      let written = data.tables.rereading(
        DataFile(path: path, bytes: file.bytes),
        allowing: frame.typedSettings.value?.allowance ?? .nothing),
      case let table = tree.gazetteer == nil
        ? written : written.namingAreasByCode(data.figures.areas),
      !named.contains(table.name), !Statistics.tables.contains(table.name)
    else { return nil }
    let own = site.registers.filter { $0.table.name == table.name }
    let changed = own.compactMap { $0.replacing(table) }
    guard !own.isEmpty, changed.count == own.count else { return nil }
    registers += changed
  }
  return registers.isEmpty ? nil : registers
}

/// Whether two versions of an article differ in their texts, title and summary alone, and refer to
/// no other files.
private func hasSameFields(_ old: Entry, _ new: Entry, in site: Site) -> Bool {
  guard old.pages.map(\.source.path) == new.pages.map(\.source.path) else { return false }
  return zip(old.pages, new.pages).allSatisfy { old, new in
    let known = Set(old.references)
    return old.source.headBesideWords == new.source.headBesideWords
      && old.front.figureWords == new.front.figureWords && old.preview == new.preview
      && new.references.allSatisfy { known.contains($0) || $0.hasSuffix(".md") }
  }
}

extension SourceFile {
  /// How many line ends it has.
  fileprivate var lineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } }

  /// The lines of the front matter but for those of its title and its summary.
  fileprivate var headBesideWords: [ArraySlice<UInt8>] {
    head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).filter { line in
      !line.starts(with: "title:".utf8) && !line.starts(with: "summary:".utf8)
    }
  }
}

extension Page {
  /// What its text refers to, by links, pictures and arguments.
  fileprivate var references: [String] {
    body.links.map(\.destination)
      + body.allCalls.compactMap(\.call).flatMap { call in
        (call.positional + call.named.map(\.value)).compactMap(\.text)
      }
  }
}
