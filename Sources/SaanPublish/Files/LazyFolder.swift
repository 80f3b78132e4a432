import SaanFiles
import SaanText

/// A folder of a tree, opened when it is asked for, and made when something has to go into it.
final class LazyFolder {
  private let parent: LazyFolder?
  private let name: OpenFolder.Name
  private(set) var folder: OpenFolder?
  /// Whether the folder was there already.
  private(set) var wasThere = false

  /// The path of the folder that the others lie in, for messages.
  private let rootPath: String

  /// The path for messages.
  private var shown: String { parent.map { "\($0.shown)/\(name.shown)" } ?? rootPath }

  /// Takes the folder that the others lie in.
  ///
  /// - Parameter shown: its path for messages, where what lies in it is on its way elsewhere.
  init(_ root: OpenFolder, shown: String) {
    (parent, name, folder, rootPath) = (nil, OpenFolder.Name("."), root, shown)
  }

  init(_ name: OpenFolder.Name, in parent: LazyFolder) {
    (self.parent, self.name, rootPath) = (parent, name, parent.rootPath)
  }

  /// The folder, if it is there.
  func found() throws(DiskError) -> OpenFolder? {
    if folder == nil, parent != nil, let inner = try parent?.found()?.folder(name) {
      folder = inner
      wasThere = true
    }
    return folder
  }

  /// The folder, made if need be.
  ///
  /// - Throws: `foreign-file` when something else has its name.
  func made() throws(DiskError) -> OpenFolder {
    if let folder = try found() { return folder }
    guard let parent else { preconditionFailure("the root is open") }
    let outer = try parent.made()
    if let kind = outer.status(name)?.kind, kind != .directory {
      throw DiskError(.foreignFile(shown))
    }
    let made = try outer.makeFolder(name).folder
    folder = made
    return made
  }
}
