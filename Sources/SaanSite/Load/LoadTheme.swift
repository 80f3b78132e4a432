import SaanData
import SaanTemplate
import SaanText

/// The files of a theme, of the themes it extends, and of the site's own `theme/` folder.
///
/// The nearest folder wins file by file: `theme/`, then the theme, then the theme it extends.
struct ThemeFiles: Sendable {
  var name: String
  /// Templates and shortcodes by template name, such as `partials/head.html`,
  /// `shortcodes/note.html`.
  var templates: [String: SourceFile] = [:]
  var assets: [String: Asset] = [:]
  var phrases: [Language.Tag: Phrasebook] = [:]
  var options: [(key: String, value: YAMLNode)] = []
}

/// The version of the contract between templates and this program.
package let themeContract = "1.0"

/// Collects the theme's files in order, the farthest ancestor first.
func loadThemeFiles(_ tree: SourceTree, settings: Settings) -> Outcome<ThemeFiles> {
  var diagnostics = Diagnostics()
  var chain: [String] = []
  var files = ThemeFiles(name: settings.theme?.value ?? "")
  var wanted = settings.theme
  while let theme = wanted {
    wanted = nil
    if chain.contains(theme.value) {
      diagnostics.add(.themeCycle(theme))
      break
    }
    guard let manifest = tree.files["themes/\(theme.value)/theme.yaml"] else {
      diagnostics.add(.unknownTheme(theme, among: themeNames(in: tree)))
      break
    }
    chain.append(theme.value)
    let (parent, options) = loadThemeManifest(manifest).value(reportingTo: &diagnostics)
    files.options += options.filter { option in !files.options.contains { $0.key == option.key } }
    wanted = parent
  }
  if settings.theme == nil { diagnostics.add(.missingSetting("theme", in: settings.source.start)) }
  for folder in chain.reversed().map({ "themes/\($0)" }) + ["theme"] {
    addFiles(
      of: folder, in: tree, to: &files, languages: settings.languages, reportingTo: &diagnostics)
  }
  return Outcome(files, diagnostics)
}

private func themeNames(in tree: SourceTree) -> [String] {
  tree.files.keys.filter { $0.hasPrefix("themes/") && $0.hasSuffix("/theme.yaml") }
    .map { String($0.dropFirst("themes/".count).dropLast("/theme.yaml".count)) }.sorted()
}

private func loadThemeManifest(
  _ file: SourceFile
) -> Outcome<(extends: Located<String>?, options: [(key: String, value: YAMLNode)])> {
  var diagnostics = Diagnostics()
  guard let root = readYAML(file).value(reportingTo: &diagnostics) else {
    return Outcome((nil, []), diagnostics)
  }
  var reader = MappingReader(root, subject: Wording(en: "theme.yaml", th: "theme.yaml "))
  for key in ["name", "title", "summary", "version", "license", "author", "languages"] {
    _ = reader.node(key)
  }
  if let contract = reader.located("contract"), contract.value != themeContract {
    reader.add(.wrongContract(contract))
  }
  let extends = reader.located("extends")
  let options = reader.pairs("options").map { name, node in
    (key: name.value, value: node["default"] ?? YAMLNode(.scalar("", isPlain: true), at: node.span))
  }
  diagnostics.merge(reader.finish())
  return Outcome((extends, options), diagnostics)
}

private func addFiles(
  of folder: String, in tree: SourceTree, to files: inout ThemeFiles, languages: [Language],
  reportingTo diagnostics: inout Diagnostics
) {
  for (path, file) in tree.files where path.hasPrefix("\(folder)/") {
    let name = String(path.dropFirst(folder.count + 1))
    if name.hasPrefix("templates/") {
      files.templates[String(name.dropFirst("templates/".count))] = file
    } else if name.hasPrefix("shortcodes/") {
      files.templates[name] = file
    }
  }
  for (path, asset) in tree.assets where path.hasPrefix("\(folder)/assets/") {
    files.assets[String(path.dropFirst("\(folder)/assets/".count))] = asset
  }
  for language in languages {
    guard let file = tree.files["\(folder)/phrases/\(language.tag.rawValue).yaml"] else { continue }
    let book = loadPhrases(file, language: language.tag).value(reportingTo: &diagnostics)
    files.phrases[language.tag, default: Phrasebook(language: language.tag)].override(with: book)
  }
}

private func loadPhrases(_ file: SourceFile, language: Language.Tag) -> Outcome<Phrasebook> {
  var diagnostics = Diagnostics()
  var phrases: [String: Phrasebook.Phrase] = [:]
  let root = readYAML(file).value(reportingTo: &diagnostics)
  for (key, value) in root?.pairs ?? [] {
    guard let name = key.text else { continue }
    if let text = value.text {
      phrases[name] = Phrasebook.Phrase(one: nil, other: text, span: key.span)
    } else if let other = value["other"]?.text {
      phrases[name] = Phrasebook.Phrase(one: value["one"]?.text, other: other, span: key.span)
    } else {
      diagnostics.add(.badPhrase(name, at: key.span))
    }
  }
  return Outcome(Phrasebook(language: language, phrases: phrases), diagnostics)
}
