import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// The files of a theme, of the themes it extends, and of the site's own `theme/` folder.
///
/// The nearest folder wins file by file: `theme/`, then the theme, then the theme it extends.
struct ThemeFiles: Sendable {
  /// One folder's templates and shortcodes by their names, such as `partials/head.html`.
  struct Layer: Sendable {
    /// The theme's name, by which templates reach past a nearer file: `commons/page.html`.
    let name: String
    let folder: String
    var templates: [String: SourceFile] = [:]
    var manifest = ThemeManifest()
  }

  var name: String
  /// The farthest ancestor first, the site's own folder last.
  var layers: [Layer] = []
  var assets: [String: Asset] = [:]
  /// The fonts of share cards by their names in `fonts/`.
  var fonts: [String: Asset] = [:]
  var phrases: [Language.Tag: Phrasebook] = [:]
  var options: [ThemeOption] = []
  /// Whether a theme that it is made of is not there: what else it lacks follows from that.
  var isBroken = false

  /// The folder of the site that takes the theme's further phrases; nil without a theme.
  var phraseFolder: String? {
    let own = layers.dropLast().last { $0.folder.hasPrefix("themes/") }
    return layers.count > 1 ? "\(own?.folder ?? "theme")/phrases" : nil
  }

  var templateNames: Set<String> { Set(layers.flatMap(\.templates.keys)) }
}

/// Collects the theme's files in order, the farthest ancestor first.
func loadThemeFiles(_ tree: SourceTree, settings: Settings) -> Outcome<ThemeFiles> {
  var diagnostics = Diagnostics()
  var files = ThemeFiles(name: settings.theme?.value ?? "")
  if settings.theme == nil { diagnostics.add(.missingSetting("theme", in: settings.source.start)) }
  let chain = loadChain(tree, from: settings.theme)
  files.layers = chain.value
  files.isBroken = chain.diagnostics.all.contains {
    ["unknown-theme", "theme-cycle"].contains($0.code)
  }
  diagnostics.merge(chain.diagnostics)
  files.layers.append(ThemeFiles.Layer(name: "theme", folder: "theme"))
  var replaced = Set<String>()
  for index in files.layers.indices {
    if index == files.layers.count - 1 { replaced = Set(files.assets.keys) }
    addFiles(
      of: index, in: tree, to: &files, languages: settings.languages, reportingTo: &diagnostics)
  }
  let options = setOptions(of: &files, settings: settings)
  diagnostics.merge(options)
  for layer in files.layers { diagnostics.merge(checkNames(of: layer, in: files)) }
  diagnostics.merge(checkCopies(files, in: tree))
  diagnostics.merge(Diagnostics(misplacedThemeFiles(tree)))
  // A file whose name an option has wrong is not forgotten.
  if !options.hasErrors {
    diagnostics.merge(Diagnostics(checkAddedAssets(of: files, replaced: replaced)))
  }
  return Outcome(files, diagnostics)
}

/// The theme and those that it extends, the farthest first.
private func loadChain(
  _ tree: SourceTree, from theme: Located<String>?
) -> Outcome<[ThemeFiles.Layer]> {
  var diagnostics = Diagnostics()
  var layers: [ThemeFiles.Layer] = []
  var wanted = theme
  while let theme = wanted {
    if layers.contains(where: { $0.name == theme.value }) {
      diagnostics.add(.themeCycle(theme))
      break
    }
    guard let folder = folder(of: theme.value, in: tree),
      let file = tree.files["\(folder)/theme.yaml"]
    else {
      let lost = theme.value == programTheme ? tree.lostThemes : nil
      diagnostics.add(.unknownTheme(theme, among: themeNames(in: tree), lostFrom: lost))
      break
    }
    var layer = ThemeFiles.Layer(name: theme.value, folder: folder)
    layer.manifest = loadThemeManifest(file).value(reportingTo: &diagnostics)
    layers.insert(layer, at: 0)
    wanted = layer.manifest.extends
  }
  return Outcome(layers, diagnostics)
}

/// The folder of a theme: the site's own, or else the program's.
private func folder(of theme: String, in tree: SourceTree) -> String? {
  themeFolders(in: tree).map { "\($0)/\(theme)" }.first { tree.files["\($0)/theme.yaml"] != nil }
}

private func themeFolders(in tree: SourceTree) -> [String] {
  ["themes", tree.programThemes].compactMap { $0 }
}

/// The theme that comes with the program.
let programTheme = "commons"

/// The names of the themes that a site can have.
func themeNames(in tree: SourceTree) -> [String] {
  let names = themeFolders(in: tree).flatMap { folder in
    tree.files.keys.filter { $0.hasPrefix("\(folder)/") && $0.hasSuffix("/theme.yaml") }
      .map { String($0.dropFirst(folder.count + 1).dropLast("/theme.yaml".count)) }
  }
  return Set(names).sorted()
}

/// A copy of the program's own theme, as former versions made for every new site, never gets a fix
/// or a new part.
private func checkCopies(_ files: ThemeFiles, in tree: SourceTree) -> Diagnostics {
  var diagnostics = Diagnostics()
  guard let themes = tree.programThemes else { return diagnostics }
  for layer in files.layers where layer.folder.hasPrefix("themes/") {
    let original = "\(themes)/\(layer.name)"
    let names = tree.files.keys.filter { $0.hasPrefix("\(original)/") }
      .map { String($0.dropFirst(original.count + 1)) }.sorted()
    let copied = names.filter { tree.files["\(layer.folder)/\($0)"] != nil }
    guard !names.isEmpty, copied.count * 2 > names.count else { continue }
    let changed = copied.filter {
      tree.files["\(layer.folder)/\($0)"]?.bytes != tree.files["\(original)/\($0)"]?.bytes
    }
    diagnostics.add(.copiedTheme(layer.folder, changed: changed))
  }
  return diagnostics
}

/// What a template or a style sheet shows; licences and the like lie beside it.
let shownEndings = [
  "css", "js", "svg", "png", "jpg", "jpeg", "webp", "gif", "ico", "woff", "woff2", "ttf", "otf",
]

/// Files of the site's own `theme/assets/` that replace none and that nothing names.
///
/// - Parameter replaced: the assets of the themes below.
private func checkAddedAssets(of files: ThemeFiles, replaced: Set<String>) -> [Diagnostic] {
  let added = files.assets.filter {
    let (name, path) = ($0.key.lowercased(), $0.value.path)
    return !replaced.contains($0.key) && path.hasPrefix("theme/")
      && shownEndings.contains { name.hasSuffix("." + $0) }
  }
  guard !added.isEmpty else { return [] }
  let styles = files.assets.values.filter { $0.path.hasSuffix(".css") || $0.path.hasSuffix(".js") }
  let texts =
    files.layers.flatMap(\.templates.values).map(\.bytes)
    + styles.compactMap { asset in try? asset.read() }
  let chosen = Set(files.options.compactMap { $0.value.text })
  return added.sorted { $0.key < $1.key }.compactMap { name, asset -> Diagnostic? in
    let last = FilePath.lastPart(of: name)
    // A template may put the name together: asset("icons/" + kind + ".svg").
    let folder = name.dropLast(last.utf8.count)
    let words = [last] + (folder.isEmpty ? [] : ["\(folder)\"", "\(folder)'"])
    let isNamed = texts.contains { text in
      text.withUnsafeBufferPointer { text in
        words.contains { text.firstIndex(of: Array($0.utf8), from: 0) != nil }
      }
    }
    return isNamed || chosen.contains(name)
      ? nil : .unusedAsset(asset.path, among: Array(replaced))
  }
}

/// Collects the options of all layers, and gives them the values that the site chose.
private func setOptions(of files: inout ThemeFiles, settings: Settings) -> Diagnostics {
  var diagnostics = Diagnostics()
  for option in files.layers.flatMap(\.manifest.options) {
    for mistake in option.mistakes(in: option.value, assets: files.assets.keys) {
      diagnostics.add(mistake)
    }
    if let faint = option.contrastMistake(in: option.value) { diagnostics.add(faint) }
    files.options.removeAll { $0.name == option.name }
    files.options.append(option)
  }
  for (name, node) in settings.themeOptions {
    guard let index = files.options.firstIndex(where: { $0.name == name.value }) else {
      diagnostics.add(.unknownOption(name, of: files.name, among: files.options.map(\.name)))
      continue
    }
    var mistakes = files.options[index].mistakes(in: node, assets: files.assets.keys)
    if files.options[index].kind == .picture, let asset = node.text.flatMap({ files.assets[$0] }),
      !asset.isPicture
    {
      mistakes.append(.unshownOption(asset.path, at: node.span))
    }
    if files.options[index].kind == .list {
      let words = (node.elements ?? []).map { Located($0.text ?? "", at: $0.span) }
      for again in twice(name.value, words, { $0.value }) { diagnostics.add(again) }
    }
    for mistake in mistakes { diagnostics.add(mistake) }
    guard mistakes.isEmpty else { continue }
    if let faint = files.options[index].contrastMistake(in: node) { diagnostics.add(faint) }
    files.options[index].value = node
  }
  return diagnostics
}

/// A nearer layer that still has a file by a former name would silently change nothing.
private func checkNames(of layer: ThemeFiles.Layer, in files: ThemeFiles) -> Diagnostics {
  var diagnostics = Diagnostics()
  for (old, new) in layer.manifest.renamed {
    if layer.templates[new.value] == nil {
      diagnostics.add(.renamedToNothing(new, among: Array(layer.templates.keys)))
    }
    for nearer in files.layers where nearer.name != layer.name {
      guard let file = nearer.templates[old] else { continue }
      let folder = file.path.dropLast(old.count)
      diagnostics.add(
        .renamedTemplate(file, new.value, by: layer.name, to: folder + new.value))
    }
  }
  return diagnostics
}

private func addFiles(
  of layer: Int, in tree: SourceTree, to files: inout ThemeFiles, languages: [Language],
  reportingTo diagnostics: inout Diagnostics
) {
  let folder = files.layers[layer].folder
  for (path, file) in tree.files where path.hasPrefix("\(folder)/") {
    let name = String(path.dropFirst(folder.count + 1))
    if name.hasPrefix("templates/") {
      files.layers[layer].templates[String(name.dropFirst("templates/".count))] = file
    } else if name.hasPrefix("shortcodes/") {
      files.layers[layer].templates[name] = file
    }
  }
  for (path, asset) in tree.assets where path.hasPrefix("\(folder)/assets/") {
    files.assets[String(path.dropFirst("\(folder)/assets/".count))] = asset
  }
  for (path, asset) in tree.assets where path.hasPrefix("\(folder)/fonts/") {
    let name = String(path.dropFirst("\(folder)/fonts/".count))
    if name.hasSuffix(".ttf") || name.hasSuffix(".otf") { files.fonts[name] = asset }
  }
  let known = Set(languages.map(\.tag.rawValue))
  let phrases = tree.paths(below: "\(folder)/phrases", ending: "yaml")
  // A theme of its own may know more languages than the site; what the site adds may not.
  for path in phrases where folder == "theme" {
    let tag = String(path.dropFirst("\(folder)/phrases/".count).dropLast(".yaml".count))
    if !known.contains(tag) { diagnostics.add(.phrasesOfNoLanguage(tag, path, among: languages)) }
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
  if let root { diagnostics.merge(leftoversInPhrases(root, statesFigures: true)) }
  for (key, value) in root?.pairs ?? [] {
    guard let name = key.text else { continue }
    if let text = value.text {
      phrases[name] = Phrasebook.Phrase(forms: PhraseForms(other: text), span: key.span)
    } else if let other = value["other"]?.text {
      phrases[name] = Phrasebook.Phrase(
        forms: PhraseForms(one: value["one"]?.text, other: other), span: key.span)
    } else {
      diagnostics.add(.badPhrase(name, at: key.span))
    }
  }
  return Outcome(Phrasebook(language: language, phrases: phrases), diagnostics)
}

extension Asset {
  /// Whether browsers show it: by its name, and by what is in it where that can be told.
  fileprivate var isPicture: Bool {
    guard isShownByBrowsers, let bytes = try? read(), !bytes.isEmpty else { return false }
    if path.lowercased().hasSuffix(".svg") {
      return String(decoding: bytes.prefix(4000), as: UTF8.self).contains("<svg")
    }
    let told = [".png", ".jpg", ".jpeg", ".gif", ".webp"]
    return imageSize != nil || !told.contains(where: path.lowercased().hasSuffix)
  }
}
