import SaanFiles
import SaanText

/// Removes outputs that a manifest names, and keeps whatever else stands in their place.
///
/// Only plain files go that hold what the build wrote, below the output folder and never through a
/// symbolic link; then the folders that are empty by that and that a build made.
struct RecordedRemoval: ~Copyable {
  /// Why something that a manifest names stays.
  enum Reason: Sendable { case changed, folder, link, behindLink, special }

  private let root: OpenFolder
  private(set) var removed = 0
  /// The paths that stay although they are recorded, with the reason.
  private(set) var kept: [(path: String, reason: Reason)] = []
  /// The folder that the last path lay in, since paths come in order.
  private var last: (path: String, folder: OpenFolder)?

  init(below output: String) throws(DiskError) { root = try OpenFolder(output) }

  /// Removes the outputs, and folders that are empty then but for those that were there before.
  mutating func remove(_ entries: [String: Manifest.Entry], sparing folders: Set<String>)
    throws(DiskError)
  {
    var gone: [String] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key })
    where try removeFile(path, entry) { gone.append(path) }
    last = nil
    let emptied = Manifest.folders(of: gone)
    // The longest first, so that a folder is empty when its turn comes.
    for path in emptied.subtracting(folders).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard case .folder(let parent) = folder(FilePath.parent(of: path)) else { continue }
      parent.removeIfEmpty(OpenFolder.Name(FilePath.lastPart(of: path)))
    }
  }

  /// Whether nothing is left of an output, because it was removed or was gone already.
  private mutating func removeFile(_ path: String, _ entry: Manifest.Entry) throws(DiskError)
    -> Bool
  {
    let name = OpenFolder.Name(FilePath.lastPart(of: path))
    let folder: OpenFolder
    switch self.folder(FilePath.parent(of: path)) {
    case .folder(let found): folder = found
    case .nothing: return true
    case .link:
      kept.append((path, .behindLink))
      return false
    }
    guard let status = folder.status(name) else { return true }
    if let reason = reason(toKeep: name, status, entry, in: folder) {
      kept.append((path, reason))
      return false
    }
    try folder.remove(name)
    removed += 1
    return true
  }

  private func reason(
    toKeep name: OpenFolder.Name, _ status: FileSystem.Status, _ entry: Manifest.Entry,
    in folder: OpenFolder
  ) -> Reason? {
    switch status.kind {
    case .directory: .folder
    case .link: .link
    case .other: .special
    case .file:
      status.size == entry.size && folder.read(name).map(Digest.init(of:)) == entry.digest
        ? nil : .changed
    }
  }

  private enum Found {
    case folder(OpenFolder)
    case nothing, link
  }

  /// The folder of a path, reached step by step.
  private mutating func folder(_ path: String) -> Found {
    if path == "." { return .folder(root) }
    if let last, last.path == path { return .folder(last.folder) }
    var folder = root
    for part in path.split(separator: "/") {
      let name = OpenFolder.Name(part)
      guard let inner = folder.folder(name) else {
        return folder.status(name)?.kind == .link ? .link : .nothing
      }
      folder = inner
    }
    last = (path, folder)
    return .folder(folder)
  }
}
