import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// Where the themes are that came with the program.
package enum ProgramThemes: Sendable {
  case folder(String)
  /// Nowhere, though they belong into this folder: the program is not installed completely.
  case missing(from: String)
}

/// Looks for the themes that came with the program: below `share/saan` of an installation, or in
/// the checkout that the program was built in.
///
/// - Parameter program: the path of the program's file.
package func programThemes(beside program: String) -> ProgramThemes {
  var folder = FilePath.parent(of: program)
  let shared = "\(FilePath.parent(of: folder))/share/saan/themes"
  if holdsThemes(shared) { return .folder(shared) }
  while folder != "/", folder != "." {
    if holdsThemes("\(folder)/themes") { return .folder("\(folder)/themes") }
    folder = FilePath.parent(of: folder)
  }
  return .missing(from: shared)
}

private func holdsThemes(_ folder: String) -> Bool {
  FileSystem.status("\(folder)/commons/theme.yaml", followingLinks: true) != nil
}

extension SourceTree {
  /// Adds the themes that came with the program, under their paths on the disk.
  ///
  /// Where the site's own `themes/` is that folder, as in the program's checkout, nothing is added.
  mutating func addThemes(
    ofProgram folder: String, besides root: String, jobs: Int
  ) async throws {
    let folder = FileSystem.resolved(folder)
    guard folder != FileSystem.resolved("\(root)/themes") else { return }
    programThemes = folder
    let parent = FilePath.parent(of: folder)
    let name = String(folder.dropFirst(parent.count + 1))
    let paths = collectPaths(below: name, of: parent).map { "\(parent)/\($0)" }
    let contents = try await concurrentMap(paths, jobs: jobs) { path in
      Result { () throws(DiskError) in try FileSystem.read(path) }
    }
    for (path, content) in zip(paths, contents) {
      add(path, try content.get(), published: .disk(path: path, read: FileSystem.read))
    }
  }
}
