import SaanText

/// Reads the folder of a site: `site.yaml`, `content/`, `theme/`, `themes/` and `static/`.
///
/// Hidden files and editors' backups are left out. A file that cannot be read becomes a diagnostic
/// and the rest goes on.
///
/// - Parameter folders: the folders to read, for commands that need no more of the site.
/// - Parameter mapsTables: whether large tables are mapped rather than read; writers wait as long
///   as the tree lives.
/// - Throws: when the folder itself cannot be listed.
package func readTree(
  at root: String, jobs: Int, folders: [String] = ["content", "static", "theme", "themes"],
  mapsTables: Bool = false
) async throws -> SourceTree {
  var tree = SourceTree()
  var paths: [String] = []
  guard let names = try? FileSystem.names(in: root) else { throw DiskError(.read, root) }
  if names.contains("site.yaml") { paths.append("site.yaml") }
  for folder in folders
  where FileSystem.status("\(root)/\(folder)", followingLinks: true)?.kind == .directory {
    try collect(folder, root: root, into: &paths, depth: 0)
  }
  let (mapped, read) = mapsTables ? mapTables(paths, root: root) : ([:], paths)
  for (path, file) in mapped { tree.add(path, file) }
  paths = read
  let contents = try await concurrentMap(paths, jobs: jobs) { path in
    Result { () throws(DiskError) in try FileSystem.read("\(root)/\(path)") }
  }
  for (path, content) in zip(paths, contents) {
    switch content {
    case .success(let bytes): tree.add(path, bytes, diskPath: "\(root)/\(path)")
    case .failure(let error): tree.add(.unreadableFile(path, reason: error.reason))
    }
  }
  return tree
}

/// Maps the large tables among the paths; the other paths are left.
private func mapTables(
  _ paths: [String], root: String
) -> (mapped: [String: MappedFile], others: [String]) {
  var mapped: [String: MappedFile] = [:]
  for path in paths where SourceTree.isTable(path) { mapped[path] = MappedFile("\(root)/\(path)") }
  return (mapped, paths.filter { mapped[$0] == nil })
}

private func collect(
  _ folder: String, root: String, into paths: inout [String], depth: Int
) throws(DiskError) {
  for name in try FileSystem.names(in: "\(root)/\(folder)") {
    if name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~$") { continue }
    let path = "\(folder)/\(name)"
    // A symbolic link may lead out of the folder, or round in a circle: it is followed to files
    // only.
    let status = FileSystem.status("\(root)/\(path)", followingLinks: true)
    if status?.kind == .directory {
      let isLink = FileSystem.status("\(root)/\(path)")?.kind == .link
      if !isLink, depth < 64 { try collect(path, root: root, into: &paths, depth: depth + 1) }
    } else if status?.kind == .file || status == nil {
      paths.append(path)
    }
  }
}
