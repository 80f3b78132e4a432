import SaanData
import SaanModel
import SaanText

/// What a `theme.yaml` says.
struct ThemeManifest: Sendable {
  var extends: Located<String>?
  var options: [ThemeOption] = []
  /// At what widths pictures stand in its texts, and in what its shortcodes make of texts, as
  /// `sizes` of HTML says it.
  var pictureSizes: [String: String] = [:]
  /// Former names of templates, and what they are called now.
  var renamed: [(old: String, new: Located<String>)] = []
}

/// Reads a theme's description of itself; the defaults of its options are not checked here.
func loadThemeManifest(_ file: SourceFile) -> Outcome<ThemeManifest> {
  var diagnostics = Diagnostics()
  var manifest = ThemeManifest()
  guard let root = readYAML(file).value(reportingTo: &diagnostics) else {
    return Outcome(manifest, diagnostics)
  }
  var reader = MappingReader(root, subject: Wording(en: "theme.yaml", th: "theme.yaml "))
  let folder = file.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
  if let name = reader.located("name"), name.value != folder {
    reader.add(.otherThemeName(name, folder: folder))
  }
  for key in ["title", "summary", "version", "license", "author", "languages"] {
    _ = reader.node(key)
  }
  if let contract = reader.located("contract") {
    if !isMet(contract.value) { reader.add(.wrongContract(contract)) }
  } else {
    reader.add(.missingContract(in: file))
  }
  manifest.extends = reader.located("extends")
  manifest.pictureSizes = readPictureSizes(&reader)
  manifest.renamed = reader.pairs("renamed").compactMap { old, new in
    new.text.map { (old.value, Located($0, at: new.span)) }
  }
  for (name, node) in reader.pairs("options") {
    let option = loadOption(name, node)
    reader.merge(option.diagnostics)
    if let option = option.value { manifest.options.append(option) }
  }
  diagnostics.merge(reader.finish())
  return Outcome(manifest, diagnostics)
}

/// Reads `picture_sizes: 100vw`, or `picture_sizes: {text: 100vw, gallery: 50vw}`.
private func readPictureSizes(_ reader: inout MappingReader) -> [String: String] {
  guard let node = reader.node("picture_sizes") else { return [:] }
  guard node.pairs == nil else {
    let pairs = reader.pairs("picture_sizes").compactMap { name, sizes in
      sizes.text.map { (name.value, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
  return reader.text("picture_sizes").map { ["text": $0] } ?? [:]
}

/// A theme that needs contract 1.0 works with 1.1, but not with 2.0.
private func isMet(_ contract: String) -> Bool {
  func numbers(_ text: String) -> [Int] { text.split(separator: ".").compactMap { Int($0) } }
  let (needed, ours) = (numbers(contract), numbers(themeContract))
  return needed.count == 2 && needed[0] == ours[0] && needed[1] <= ours[1]
}

private func loadOption(_ name: Located<String>, _ node: YAMLNode) -> Outcome<ThemeOption?> {
  let subject = Wording(en: "the option '\(name.value)'", th: "ตัวเลือก '\(name.value)' ")
  var reader = MappingReader(node, subject: subject)
  let kind = reader.choice("type", of: ThemeOption.Kind.self)
  let values = reader.texts("values").map(\.value)
  let summary = reader.text("summary") ?? ""
  let backgrounds = reader.texts("readable_on").compactMap { text in
    let colour = Colour(text.value)
    if colour == nil { reader.add(.badColour(text)) }
    return colour
  }
  let standard = node["default"]
  _ = reader.node("default")
  if node["type"] == nil { reader.add(.incompleteOption(name, lacks: "type")) }
  if standard == nil { reader.add(.incompleteOption(name, lacks: "default")) }
  let diagnostics = reader.finish()
  guard let kind, let standard else { return Outcome(nil, diagnostics) }
  let option = ThemeOption(
    name: name.value, kind: kind, values: values, summary: summary, backgrounds: backgrounds,
    value: standard)
  return Outcome(option, diagnostics)
}
