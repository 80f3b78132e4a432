import SaanData
import SaanModel
import SaanPublish
import SaanText

/// Every part of a site's theme with made-up data, as files of a folder that opens by itself.
///
/// A sample site takes the place of the site's own pages, so that all parts have something to show;
/// the theme, its options and the site's changes to it are the site's. What follows the reader's
/// scheme of colours is there once for each.
///
/// - Returns: the files by their paths, `index.html` among them; none where the theme has a mistake
///   or no styleguide.
package func makeStyleguide(
  _ tree: SourceTree, _ options: BuildOptions
) async throws -> Outcome<[String: [UInt8]]> {
  var diagnostics = Diagnostics()
  guard let settings = loadSettings(tree).value(reportingTo: &diagnostics),
    let theme = settings.theme
  else { return Outcome([:], diagnostics) }
  let files = loadThemeFiles(tree, settings: settings).value(reportingTo: &diagnostics)
  guard files.templateNames.contains(template) else {
    diagnostics.add(
      .unknownName(
        "unknown-template", Wording(en: "template", th: "แม่แบบ"), Located(template, at: theme.span),
        among: files.templateNames.sorted()))
    return Outcome([:], diagnostics)
  }
  guard !diagnostics.hasErrors else { return Outcome([:], diagnostics) }
  var sampleOptions = BuildOptions(
    today: CalendarDate(iso: "2024-04-10") ?? options.today, jobs: options.jobs,
    usesRelativeURLs: true)
  sampleOptions.program = options.program
  let result = try await build(
    sample(of: tree, theme.value, files.options), sampleOptions, readsBack: .never,
    into: MemorySink())
  let mistakes = result.diagnostics.all.filter { $0.severity == .error }
  var outputs: [String: [UInt8]] = [:]
  for scheme in ColourScheme.allCases {
    for (path, bytes) in result.report ?? [:] {
      outputs["\(scheme.rawValue)/\(path)"] = scheme.fixed(bytes, of: path)
    }
  }
  if result.report != nil { outputs["index.html"] = Array(overview(settings).utf8) }
  return Outcome(outputs, Diagnostics(mistakes))
}

/// The template that shows all parts.
private let template = "styleguide.html"

/// The sample site with the theme of another.
private func sample(of tree: SourceTree, _ theme: String, _ options: [ThemeOption]) -> SourceTree {
  var sample = SourceTree()
  sample.programThemes = tree.programThemes
  let folders = ["theme/", "themes/"] + (tree.programThemes.map { ["\($0)/"] } ?? [])
  for path in Set(tree.files.keys).union(tree.assets.keys)
  where folders.contains(where: path.hasPrefix) {
    sample.takeOver(path, from: tree)
  }
  for (path, text) in SampleSite.files { sample.add(path, Array(text.utf8)) }
  // What names a page or a figure of the site means nothing here.
  let kept = options.filter { ![.path, .figure].contains($0.kind) }
  let chosen = kept.map { "\(jsonString($0.name)): \($0.value.inFlow)" }.joined(separator: ", ")
  let settings = "theme: \(jsonString(theme))\ntheme_options: {\(chosen)}\n"
  sample.add("site.yaml", Array(((SampleSite.files["site.yaml"] ?? "") + settings).utf8))
  return sample
}

extension YAMLNode {
  /// The node on one line.
  fileprivate var inFlow: String {
    switch content {
    case .scalar(let text, let isPlain):
      isPlain && (bool != nil || double != nil) ? text : jsonString(text)
    case .sequence(let elements):
      "[" + elements.map(\.inFlow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key.inFlow): \($0.value.inFlow)" }.joined(separator: ", ") + "}"
    }
  }
}

/// A scheme of colours that a reader may have asked the system for.
private enum ColourScheme: String, CaseIterable {
  case light, dark

  /// A page or sheet as readers of this scheme see it, whatever the system is set to.
  func fixed(_ bytes: [UInt8], of path: String) -> [UInt8] {
    guard [".html", ".css", ".svg"].contains(where: path.hasSuffix) else { return bytes }
    let (always, never) = ("(min-width:0px)", "(max-width:0px)")
    var text = String(decoding: bytes, as: UTF8.self)
    for space in ["", " "] {
      text = text.replacing(
        "(prefers-color-scheme:\(space)dark)", with: self == .dark ? always : never)
      text = text.replacing(
        "(prefers-color-scheme:\(space)light)", with: self == .light ? always : never)
      text = text.replacing(
        "color-scheme:\(space)light dark", with: "color-scheme:\(space)\(rawValue)")
    }
    text = text.replacing(
      "name=\"color-scheme\" content=\"light dark\"",
      with: "name=\"color-scheme\" content=\"\(rawValue)\"")
    return Array(text.utf8)
  }
}

/// The page that opens the others: each language in each scheme.
private func overview(_ settings: Settings) -> String {
  let views = ["th", "en"].flatMap { language in
    ColourScheme.allCases.map { scheme in
      (
        title: "\(language), \(scheme.rawValue)",
        path: "\(scheme.rawValue)/\(language)/styleguide/index.html"
      )
    }
  }
  let frames = views.map { view in
    """
    <section><h2><a href="\(view.path)">\(view.title)</a></h2>
    <iframe src="\(view.path)" title="\(view.title)" loading="lazy"></iframe></section>
    """
  }.joined(separator: "\n")
  return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>\(HTML(escaping: settings.theme?.value ?? "").markup)</title>
    <style>body{margin:1rem;font-family:system-ui,sans-serif}main{display:grid;grid-template-columns:repeat(auto-fit,minmax(22rem,1fr));gap:1rem}iframe{inline-size:100%;block-size:80vh;border:1px solid #888}h2{font-size:1rem}</style>
    </head>
    <body>
    <h1>\(HTML(escaping: settings.theme?.value ?? "").markup)</h1>
    <main>
    \(frames)
    </main>
    </body>
    </html>

    """
}
