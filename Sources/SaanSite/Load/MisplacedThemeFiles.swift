import SaanFiles
import SaanModel
import SaanText

/// The files of the site's own `theme/` that lie beside its folders and are read by nobody.
func misplacedThemeFiles(_ tree: SourceTree) -> [Diagnostic] {
  let read = ["templates", "shortcodes", "phrases", "words", "assets", "fonts"]
  var found: [String: Set<String>] = [:]
  for path in [String](tree.files.keys) + tree.assets.keys where path.hasPrefix("theme/") {
    let parts = path.split(separator: "/")
    guard parts.count == 2 || !read.contains(String(parts[1])),
      let home = home(ofThemeFile: path.lowercased())
    else { continue }
    found[home, default: []].insert(path)
  }
  return found.sorted { $0.key < $1.key }.map { .misplacedFiles($1.sorted(), belongsIn: $0) }
}

/// The folder that a file of a theme belongs in, by its name.
private func home(ofThemeFile path: String) -> String? {
  let name = FilePath.lastPart(of: path)
  if shownEndings.contains(where: { name.hasSuffix("." + $0) }) { return "theme/assets/" }
  if name.hasSuffix(".html") { return "theme/templates/" }
  let stem = name.hasSuffix(".yaml") ? name.dropLast(".yaml".count) : ""
  return stem == "phrases" || stem.utf8.count == 2 ? "theme/phrases/" : nil
}
