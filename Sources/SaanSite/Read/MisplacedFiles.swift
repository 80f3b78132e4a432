import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// The files beside the folders that are read which are meant for one of them, by the folder where
/// they belong.
///
/// Texts about the site (`README.md`, `docs/`), other programs' folders and what was built are left
/// alone. Names alone are looked at, two levels deep.
func misplacedFiles(
  at root: String, reading folders: [String], globs: [StaticGlob]
) -> [Diagnostic] {
  guard let entries = try? OpenFolder(root).entries() else { return [] }
  let named = Set(globs.compactMap(\.firstName))
  var found: [String: [String]] = [:]
  for entry in entries {
    guard let name = entry.name.text, !name.hasPrefix("."), !isJunk(name), !folders.contains(name),
      !named.contains(name), !otherFolders.contains(name.lowercased())
    else { continue }
    if entry.kind == .file, isArticle(name) { found["content/", default: []].append(name) }
    guard entry.kind == .directory else { continue }
    for (path, home) in misplaced(in: name, of: root, folders) {
      found[home, default: []].append(path)
    }
  }
  return found.sorted { $0.key < $1.key }.map { .misplacedFiles($1.sorted(), belongsIn: $0) }
}

/// Folders that hold texts or tables for other readers.
private let otherFolders: Set<String> = [
  "docs", "doc", "documentation", "drafts", "archive", "backup", "old", "examples", "samples",
  "tests", "test", "spec", "node_modules", "vendor", "sources", "src", "benchmarks", "dist",
  "build", "public", "output", "site",
]

/// The files in a folder of the root that belong elsewhere, each with where.
private func misplaced(
  in folder: String, of root: String, _ folders: [String]
) -> [(path: String, home: String)] {
  let inside = names(in: folder, of: root)
  // Another site, or what was built of one.
  guard !inside.contains(where: { ["site.yaml", "index.html"].contains($0.name) }) else {
    return []
  }
  let lowered = folder.lowercased()
  if folders.contains(lowered) { return [("\(folder)/", "\(lowered)/")] }
  let files = inside.flatMap { entry -> [String] in
    let path = "\(folder)/\(entry.name)"
    guard entry.isFolder else { return [path] }
    return names(in: path, of: root).filter { !$0.isFolder }.map { "\(path)/\($0.name)" }
  }
  return files.compactMap { path -> (path: String, home: String)? in
    let name = String(FilePath.lastPart(of: path))
    if isArticle(name) { return (path, "content/\(folder)/") }
    if lowered == "data", isTable(name) { return (path, "content/data/") }
    if ["templates", "shortcodes"].contains(lowered), name.hasSuffix(".html") {
      return (path, "theme/\(lowered)/")
    }
    if ["phrases", "words"].contains(lowered), name.hasSuffix(".yaml") {
      return (path, "theme/\(lowered)/")
    }
    return nil
  }
}

private func names(in folder: String, of root: String) -> [(name: String, isFolder: Bool)] {
  let entries = (try? OpenFolder("\(root)/\(folder)").entries()) ?? []
  return entries.compactMap { entry in
    guard let name = entry.name.text, !name.hasPrefix("."), !isJunk(name) else { return nil }
    return (name, entry.kind == .directory)
  }
}

/// Whether a name is one of an article with its language: `water.th.md`, but not `README.th.md`.
private func isArticle(_ name: String) -> Bool {
  let parts = name.split(separator: ".")
  guard parts.count > 2, parts[parts.count - 1].lowercased() == "md",
    parts[parts.count - 2].utf8.count == 2
  else { return false }
  return parts[0].contains { !$0.isASCII || $0.isLowercase || $0.isNumber }
}

private func isTable(_ name: String) -> Bool {
  let name = name.lowercased()
  return ["datapackage.yaml", "datapackage.json"].contains(name)
    || [".csv", ".tsv", ".xlsx"].contains(where: name.hasSuffix)
}
