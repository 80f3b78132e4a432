import SaanTemplate
import SaanText

/// Renders one template file with data, without a site: for designers and for other test suites.
///
/// Templates that it extends, includes or imports are looked for below its folder.
///
/// - Parameters:
///   - dataPath: a JSON file whose members become variables.
///   - variables: further variables, as text.
package func renderTemplateFile(
  _ path: String, dataPath: String?, variables: [(String, String)]
) throws(DiskError) -> Outcome<[UInt8]> {
  let folder = FileSystem.parent(of: path)
  let name = String(path.split(separator: "/").last ?? "")
  var diagnostics = Diagnostics()
  var values: [(String, Value)] = []
  if let dataPath {
    let file = SourceFile(path: dataPath, bytes: try FileSystem.read(dataPath))
    if case .map(let map) = Value.reading(json: file).value(reportingTo: &diagnostics) {
      values = map.pairs.compactMap { key, value in key.text.map { ($0, value) } }
    }
  }
  values += variables.map { ($0.0, .string($0.1)) }
  let sources = try templateSources(in: folder, main: name)
  let templates = TemplateEnvironment(sources: sources).compile().value(reportingTo: &diagnostics)
  var output: [UInt8] = []
  guard !diagnostics.hasErrors else { return Outcome(output, diagnostics) }
  do {
    try templates.render(
      name, globals: templates.bind(TemplateGlobals()), variables: TemplateMap(values),
      into: &output)
  } catch {
    diagnostics.add(error.diagnostic)
  }
  return Outcome(output, diagnostics)
}

/// The template and the others below its folder, by their names from there.
private func templateSources(in folder: String, main: String) throws(DiskError) -> [TemplateSource]
{
  var sources: [TemplateSource] = []
  func collect(_ below: String) throws(DiskError) {
    for name in try FileSystem.names(in: "\(folder)/\(below)") where !name.hasPrefix(".") {
      let path = below.isEmpty ? name : "\(below)/\(name)"
      let kind = FileSystem.status("\(folder)/\(path)", followingLinks: true)?.kind
      let isTemplate = [".html", ".htm", ".xml", ".svg", ".txt", ".j2", ".jinja"]
        .contains { path.hasSuffix($0) }
      if kind == .directory {
        try collect(path)
      } else if kind == .file, isTemplate || path == main {
        let place = folder == "." ? path : "\(folder)/\(path)"
        sources.append(
          TemplateSource(path, SourceFile(path: place, bytes: try FileSystem.read(place))))
      }
    }
  }
  try collect("")
  return sources
}

/// What is wrong with the theme of a site, without looking at its pages.
package func checkTheme(_ tree: SourceTree) -> Diagnostics {
  var diagnostics = tree.diagnostics
  guard let settings = loadSettings(tree).value(reportingTo: &diagnostics) else {
    return diagnostics
  }
  let files = loadThemeFiles(tree, settings: settings).value(reportingTo: &diagnostics)
  let theme = compileTheme(files, settings: settings).value(reportingTo: &diagnostics)
  let languages = settings.languages
  let found =
    checkPhrases(theme, languages) + checkAssets(theme) + findUnusedPhrases(theme, languages)
  for diagnostic in found { diagnostics.add(diagnostic) }
  return diagnostics
}
