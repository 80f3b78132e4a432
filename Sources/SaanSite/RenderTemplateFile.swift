import SaanFiles
import SaanModel
import SaanPages
import SaanPublish
import SaanTemplate
import SaanText

/// Renders one template file with data: for designers and for other test suites.
///
/// What it extends, includes or imports is looked for below its folder; nothing else is read.
///
/// - Parameters:
///   - dataPath: a JSON file whose members become variables.
///   - variables: further variables, as text.
///   - site: a site that gives its filters, its functions and the templates of its theme.
package func renderTemplateFile(
  _ path: String, dataPath: String?, variables: [(String, String)],
  site: (tree: SourceTree, options: BuildOptions)? = nil
) async throws -> Outcome<[UInt8]> {
  var diagnostics = Diagnostics()
  let values = try readVariables(dataPath, variables).value(reportingTo: &diagnostics)
  let files = try NamedTemplates(path)
  var environment = TemplateEnvironment(sources: files.sources)
  environment.otherNames = files.otherNames
  var globals = TemplateGlobals()
  if let site {
    let found = try await inspect(site.tree, site.options)
    guard let loaded = found.site, let plan = found.plan else {
      return Outcome([], found.diagnostics)
    }
    let context = SiteContext(site: loaded, plan: plan.addresses, today: site.options.today)
    // What is wrong with the site's own texts is told by its build.
    let woven = try await weave(context, jobs: site.options.jobs).texts
    globals = TemplateGlobals(of: Reader(Door(context, woven), language: .first))
    let theme = loadThemeFiles(site.tree, settings: loaded.settings).value
    let own = Set(files.sources.map(\.name))
    let sources =
      files.sources + templateSources(theme, areReserve: true).filter { !own.contains($0.name) }
    environment = TemplateEnvironment(
      sources: sources, filters: siteFilters, functions: siteFunctions)
  }
  let templates = environment.compile().value(reportingTo: &diagnostics)
  diagnostics = Diagnostics(
    diagnostics.all.filter { files.concerns($0) }.map { site == nil ? hintingAtSites($0) : $0 })
  var output: [UInt8] = []
  guard !diagnostics.hasErrors else { return Outcome(output, diagnostics) }
  do {
    let found = try templates.render(
      files.main, globals: templates.bind(globals), variables: TemplateMap(values), into: &output)
    for warning in found { diagnostics.add(warning) }
  } catch {
    diagnostics.add(error.diagnostic)
  }
  return Outcome(output, diagnostics)
}

private func readVariables(
  _ dataPath: String?, _ variables: [(String, String)]
) throws(DiskError) -> Outcome<[(String, Value)]> {
  var diagnostics = Diagnostics()
  var values: [(String, Value)] = []
  if let dataPath {
    let file = SourceFile(path: dataPath, bytes: try FileSystem.read(dataPath))
    if case .map(let map) = Value.reading(json: file).value(reportingTo: &diagnostics) {
      values = map.pairs.compactMap { key, value in key.text.map { ($0, value) } }
    }
  }
  return Outcome(values + variables.map { ($0.0, .string($0.1)) }, diagnostics)
}

/// A filter or function of sites is unknown only because no site is there.
private func hintingAtSites(_ diagnostic: Diagnostic) -> Diagnostic {
  guard ["unknown-filter", "unknown-function"].contains(diagnostic.code),
    case .span(let span)? = diagnostic.place,
    (siteFilters.map(\.name) + siteFunctions.map(\.name)).contains(span.text)
  else { return diagnostic }
  var copy = diagnostic
  copy.hint = Wording(
    en: "sites have '\(span.text)': name the folder of one with --source",
    th: "'\(span.text)' มีเฉพาะในเว็บ: ระบุโฟลเดอร์ของเว็บด้วย --source")
  return copy
}

/// A template and those that it names, and that those name.
private struct NamedTemplates {
  /// The name of the template itself.
  let main: String
  private(set) var sources: [TemplateSource] = []
  /// Names of templates that nothing asks for, to tell what was meant.
  private(set) var otherNames: [String] = []
  private let folder: String
  private var named: Set<String> = []

  init(_ path: String) throws(DiskError) {
    folder = FilePath.parent(of: path)
    main = String(path.split(separator: "/").last ?? "")
    var waiting = [main]
    var areComputed = false
    var isMissing = false
    while let name = waiting.popLast() {
      guard named.insert(place(name)).inserted else { continue }
      guard name == main || isThere(name) else {
        isMissing = true
        continue
      }
      let source = try read(name)
      sources.append(source)
      let references = source.references
      areComputed = areComputed || references.areComputed
      waiting += references.names
    }
    if areComputed || isMissing {
      otherNames = try names(below: "").filter { !named.contains(place($0)) }
    }
    // Which one a computed name means is known only while rendering: any of the folder's.
    if areComputed { for name in otherNames { sources.append(try read(name)) } }
  }

  /// Whether a finding is about what the template names, not about others beside it.
  func concerns(_ diagnostic: Diagnostic) -> Bool {
    guard let path = diagnostic.place?.path else { return true }
    return named.contains(path) || !otherNames.contains { place($0) == path }
  }

  private func place(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

  private func isThere(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
      && FileSystem.status(place(name), followingLinks: true)?.kind == .file
  }

  private func read(_ name: String) throws(DiskError) -> TemplateSource {
    TemplateSource(name, SourceFile(path: place(name), bytes: try FileSystem.read(place(name))))
  }

  private func names(below: String) throws(DiskError) -> [String] {
    let endings = [".html", ".htm", ".xml", ".svg", ".txt", ".j2", ".jinja"]
    var found: [String] = []
    for name in try FileSystem.names(in: below.isEmpty ? folder : "\(folder)/\(below)")
    where !name.hasPrefix(".") {
      let path = below.isEmpty ? name : "\(below)/\(name)"
      let kind = FileSystem.status(place(path), followingLinks: true)?.kind
      if kind == .directory {
        found += try names(below: path)
      } else if kind == .file, endings.contains(where: { path.hasSuffix($0) }) {
        found.append(path)
      }
    }
    return found
  }
}
