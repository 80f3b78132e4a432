import SaanData
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

/// The gazetteer that came with the program; `nil` where its files are not all there.
func programGazetteer(besides themes: ProgramThemes) -> Gazetteer? {
  guard case .folder(let folder) = themes else { return nil }
  let (gazetteer, unread) = gazetteerFiles(besides: folder)
  return unread.isEmpty ? gazetteer : nil
}

private func gazetteerFiles(
  besides themes: String
) -> (gazetteer: Gazetteer, unread: [(path: String, error: DiskError)]) {
  let folder = "\(FilePath.parent(of: FileSystem.resolved(themes)))/gazetteer"
  var files: [Gazetteer.Part: [UInt8]] = [:]
  var unread: [(path: String, error: DiskError)] = []
  for part in Gazetteer.Part.allCases {
    let path = "\(folder)/\(part.rawValue)"
    do throws(DiskError) {
      files[part] = try FileSystem.read(path)
    } catch {
      unread.append((path, error))
    }
  }
  return (Gazetteer(files), unread)
}

extension ReadFolder {
  /// Reads the gazetteer that came with the program, in the folder beside its themes.
  ///
  /// It stays what it was while the program runs.
  mutating func readGazetteer(besides themes: String, after former: ReadFolder?) {
    tree.gazetteer = former?.tree.gazetteer
    guard tree.gazetteer == nil else { return }
    let (gazetteer, unread) = gazetteerFiles(besides: themes)
    for (path, error) in unread { tree.add(.unreadableFile(path, error)) }
    tree.gazetteer = gazetteer
  }

  /// Adds the themes that came with the program, under their paths on the disk.
  ///
  /// Where the site's own `themes/` is that folder, as in the program's checkout, nothing is added.
  mutating func addThemes(
    ofProgram folder: String, besides root: String, jobs: Int, after former: ReadFolder?
  ) async throws {
    let folder = FileSystem.resolved(folder)
    guard folder != FileSystem.resolved("\(root)/themes") else { return }
    tree.programThemes = folder
    let parent = FilePath.parent(of: folder)
    let name = String(folder.dropFirst(parent.count + 1))
    let (files, folders) = collectPaths(below: name, of: parent)
    self.folders += folders.map { "\(parent)/\($0)" }
    let found = try await contents(
      of: files.map { "\(parent)/\($0)" }.map { ($0, $0) }, jobs: jobs, after: former, touched: [])
    for content in found { try add(content, from: former) }
  }
}
