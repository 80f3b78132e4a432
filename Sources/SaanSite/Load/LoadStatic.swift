import SaanData
import SaanText

/// Reads `static:`, the patterns of fixed files; `nil` when `site.yaml` has none.
func readStatic(_ reader: inout MappingReader) -> [StaticGlob]? {
  guard reader.node("static") != nil else { return nil }
  return reader.texts("static").compactMap { text in
    if let glob = StaticGlob(text) { return glob }
    reader.add(.badStaticGlob(text))
    return nil
  }
}

/// The fixed files of a site: their source by the address that they have for ever.
///
/// What lies below `static/` is fixed where `site.yaml` has no `static:`; else the patterns decide.
func fixedFiles(_ assets: [String: Asset], _ globs: [StaticGlob]?) -> [String: String] {
  var fixed: [String: String] = [:]
  for path in assets.keys.sorted() {
    let isFixed = globs.map { $0.contains { $0.matches(path) } } ?? path.hasPrefix("static/")
    if isFixed { fixed[fixedAddress(of: path)] = path }
  }
  return fixed
}

/// `static/x` and `content/x` are published as `/x`.
private func fixedAddress(of path: String) -> String {
  for folder in ["static", "content"] where path.hasPrefix("\(folder)/") {
    return String(path.dropFirst(folder.count))
  }
  return "/" + path
}
