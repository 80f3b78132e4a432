import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// Reads the folder of a site: `site.yaml`, `content/`, `theme/`, `themes/`, `archetypes/`,
/// `static/`, and the folders that `static:` in `site.yaml` names.
///
/// Hidden files, what programs leave behind and what this one notes in `.saan` are left out. A file
/// that cannot be read becomes a diagnostic and the rest goes on.
///
/// - Parameter folders: the folders to read, for commands that need no more of the site.
/// - Parameter mapsTables: whether large tables are mapped rather than read; writers wait as long
///   as the tree lives.
/// - Parameter programThemes: the themes that came with the program, which a site may use without
///   having them.
/// - Throws: when the folder itself cannot be listed.
package func readTree(
  at root: String, jobs: Int, folders: [String] = foldersOfSites, mapsTables: Bool = false,
  programThemes: ProgramThemes? = nil
) async throws -> SourceTree {
  try await readFolder(
    at: root, jobs: jobs, folders: folders, mapsTables: mapsTables, programThemes: programThemes,
    after: nil, touched: []
  ).tree
}

/// The folder that `checkData` needs; reading no more of the site makes it quick.
package let dataFolders = ["content/data"]

/// The folders whose tables may name places.
private let contentFolders = ["content"] + dataFolders

/// The folders of a site that every command reads.
package let foldersOfSites = ["archetypes", "content", "static", "theme", "themes"]

/// The same, reading only what is not as it was when the folder was read before.
///
/// - Parameter touched: the paths of files that somebody has written to: they are read whatever
///   the disk says of their times.
func readFolder(
  at root: String, jobs: Int, folders: [String], mapsTables: Bool, programThemes: ProgramThemes?,
  after former: ReadFolder?, touched: Set<String>
) async throws -> ReadFolder {
  try expectFolder(root)
  var folder = ReadFolder()
  // Reading a pipe waits for whoever writes into it.
  let isFile = FileSystem.status("\(root)/site.yaml", followingLinks: true)?.kind == .file
  let settings = isFile ? try? FileSystem.read("\(root)/site.yaml") : nil
  let globs = settings.map { staticGlobs(SourceFile(path: "site.yaml", bytes: $0)) } ?? []
  var collector = TreeCollector(root, globs: globs)
  collector.visit("site.yaml")
  for name in folders { collector.visit(name) }
  if folders.contains("static") {
    let named = Set(globs.compactMap(\.firstName)).subtracting(folders)
    for name in named where name != LedgerFile.folderName { collector.visit(name) }
  }
  for diagnostic in collector.diagnostics { folder.tree.add(diagnostic) }
  if folders.contains("static"), settings != nil {
    for lost in misplacedFiles(at: root, reading: folders, globs: globs) { folder.tree.add(lost) }
  }
  if !collector.hidden.isEmpty { folder.tree.add(.hiddenFiles(collector.hidden)) }
  folder.tree.linkedFolders = collector.linkedFolders
  folder.hasLinks = collector.hasLinks
  folder.folders = collector.folders.map { "\(root)/\($0)" }
  let (mapped, paths) = mapsTables ? mapTables(collector.paths, root: root) : ([:], collector.paths)
  for (path, file) in mapped { folder.tree.add(table: path, file.bytes) }
  let found = try await contents(
    of: paths.map { ($0, "\(root)/\($0)") }, jobs: jobs, after: former, touched: touched)
  for content in found {
    do throws(DiskError) {
      try folder.add(content, from: former)
    } catch {
      // What has been removed since the folder was listed is no mistake.
      guard FileSystem.status(content.place) != nil else { continue }
      folder.tree.add(.unreadableFile(content.path, error))
    }
  }
  if case .folder(let themes)? = programThemes, !Set(folders).isDisjoint(with: contentFolders) {
    folder.readGazetteer(besides: themes, after: former)
  }
  if let programThemes, folders.contains("themes") {
    switch programThemes {
    case .folder(let themes):
      try await folder.addThemes(ofProgram: themes, besides: root, jobs: jobs, after: former)
    case .missing(let themes): folder.tree.lostThemes = themes
    }
  }
  return folder
}

/// Refuses what is no folder, with what to write instead.
private func expectFolder(_ root: String) throws(DiskError) {
  do throws(DiskError) {
    _ = try OpenFolder(root)
  } catch {
    let kind = FileSystem.status(root, followingLinks: true)?.kind
    throw DiskError(
      .read, root, reason: error.reason, hint: .siteFolder(instead: root, of: kind),
      number: error.number)
  }
}

/// The paths of the files below a folder of the root, and of the folders.
func collectPaths(
  below folder: String, of root: String
) -> (files: [String], folders: [String]) {
  var collector = TreeCollector(root, globs: [])
  collector.visit(folder)
  return (collector.paths, collector.folders)
}

/// Maps the large tables among the paths; the other paths are left.
private func mapTables(
  _ paths: [String], root: String
) -> (mapped: [String: MappedFile], others: [String]) {
  var mapped: [String: MappedFile] = [:]
  for path in paths where SourceTree.isTable(path) { mapped[path] = MappedFile("\(root)/\(path)") }
  return (mapped, paths.filter { mapped[$0] == nil })
}

extension MappedFile {
  /// The content, without a byte-order mark.
  package var bytes: FileBytes { FileBytes(address: address, count: count, owner: self) }
}

/// Finds the files of a site, through links that stay in it.
///
/// A link that leads out of the site is told and not followed, for whatever lies there would be
/// published.
private struct TreeCollector {
  private let root: String
  /// The site's folder without symbolic links.
  private let resolvedRoot: String
  private let globs: [StaticGlob]
  private(set) var paths: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What is left out because its name begins with a dot; a folder stands for all in it.
  private(set) var hidden: [String] = []
  /// The folders that links lead to, without symbolic links.
  private(set) var linkedFolders: [String] = []
  /// Whether a link was followed.
  private(set) var hasLinks = false
  /// The folders that were looked into.
  private(set) var folders: [String] = []

  init(_ root: String, globs: [StaticGlob]) {
    (self.root, self.globs) = (root, globs)
    resolvedRoot = FileSystem.resolved(root)
  }

  /// Collects a file, or all that is in a folder; what is not there is left out.
  mutating func visit(_ path: String) {
    guard let kind = FileSystem.status("\(root)/\(path)")?.kind else { return }
    visit(path, kind, above: [])
  }

  private mutating func visit(
    _ path: String, _ kind: FileSystem.Kind, above: [FileSystem.Identity]
  ) {
    switch kind {
    case .file: paths.append(path)
    case .directory: collect(path, above: above)
    case .other: diagnostics.append(.specialFile(path))
    case .link: follow(path, above: above)
    }
  }

  private mutating func follow(_ path: String, above: [FileSystem.Identity]) {
    let place = "\(root)/\(path)"
    guard let target = FileSystem.status(place, followingLinks: true) else {
      // Reading it will say why.
      paths.append(path)
      return
    }
    let resolved = FileSystem.resolved(place)
    let start = resolvedRoot == "/" ? "/" : "\(resolvedRoot)/"
    let isOurs = "\(resolved)/".hasPrefix("\(start)\(LedgerFile.folderName)/")
    guard "\(resolved)/".hasPrefix(start), !isOurs else {
      diagnostics.append(.outsideLink(path, to: resolved))
      return
    }
    hasLinks = true
    if target.kind == .directory { linkedFolders.append(resolved) }
    visit(path, target.kind, above: above)
  }

  /// Collects what is in a folder; the folders that it lies in tell when a link leads back.
  private mutating func collect(_ path: String, above: [FileSystem.Identity]) {
    let entries: [OpenFolder.Item]
    let identity: FileSystem.Identity?
    do {
      let folder = try OpenFolder("\(root)/\(path)")
      identity = folder.status()?.identity
      entries = try folder.entries()
    } catch {
      guard FileSystem.status("\(root)/\(path)") != nil else { return }
      diagnostics.append(.unreadableFile(path, error))
      return
    }
    guard let identity, !above.contains(identity) else {
      diagnostics.append(.linkLoop(path))
      return
    }
    folders.append(path)
    for entry in entries {
      guard let name = entry.name.text else {
        diagnostics.append(.undecodableName(entry.name.shown, in: path))
        continue
      }
      let inner = "\(path)/\(name)"
      if name == LedgerFile.folderName || isJunk(name) { continue }
      if name.hasPrefix("."), !globs.contains(where: { $0.reaches(inner) }) {
        let isOfGit = name.hasPrefix(".git")
        if !isOfGit, !path.hasPrefix("theme") {
          hidden.append(entry.kind == .directory ? inner + "/" : inner)
        }
        continue
      }
      visit(inner, entry.kind, above: above + [identity])
    }
  }
}
