import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// A folder as it was read, with what tells whether its files are still what they were.
package struct ReadFolder: Sendable {
  package internal(set) var tree = SourceTree()
  /// The folders that its files lie in, by their paths on the disk.
  package internal(set) var folders: [String] = []
  /// What the disk said of each file that was read whole, by its path in the tree.
  fileprivate var stamps: [String: FileStamp] = [:]

  /// Whether a file is reached by a link too, so that what is written to it changes two.
  var hasLinks = false

  /// Starts with nothing.
  init() {}

  /// Reads the folder of a site, as `readTree` does.
  package init(
    at root: String, jobs: Int, programThemes: ProgramThemes?, after former: ReadFolder? = nil,
    touched: Set<String> = []
  ) async throws {
    self = try await readFolder(
      at: root, jobs: jobs, folders: foldersOfSites, mapsTables: false,
      programThemes: programThemes, after: former, touched: touched)
  }

  /// The folder after somebody has written to some of its files, of which there were and are no
  /// others.
  ///
  /// - Returns: `nil` where all has to be looked at: more may have changed than what is in them.
  package func rereading(_ touched: Set<String>, at root: String) -> ReadFolder? {
    guard !hasLinks else { return nil }
    let faulty = Set(tree.diagnostics.all.compactMap(\.place?.path))
    var folder = self
    for path in touched {
      let place = "\(root)/\(path)"
      guard path != "site.yaml", stamps[path] != nil, !faulty.contains(path),
        FileSystem.status(place)?.kind == .file, let stamp = FileStamp(place),
        let bytes = try? FileSystem.read(place)
      else { return nil }
      folder.stamps[path] = stamp
      folder.tree.remove(path)
      folder.tree.add(path, bytes, published: .disk(path: place, read: FileSystem.read))
    }
    return folder
  }

  /// Adds what was found of a file.
  ///
  /// - Throws: what kept it from being read.
  mutating func add(_ content: FileContent, from former: ReadFolder?) throws(DiskError) {
    if let bytes = try content.bytes.get() {
      tree.add(content.path, bytes, published: .disk(path: content.place, read: FileSystem.read))
    } else if let former {
      tree.takeOver(content.path, from: former.tree)
    }
    stamps[content.path] = content.stamp
  }
}

/// What was found of a file.
struct FileContent: Sendable {
  /// Its path in the tree.
  let path: String
  /// Its path on the disk.
  let place: String
  /// Its bytes; `nil` for those of an earlier reading.
  let bytes: Result<[UInt8]?, DiskError>
  /// `nil` where it could not be read.
  fileprivate let stamp: FileStamp?
}

/// Looks at files, and reads those that are not as they were.
func contents(
  of files: [(path: String, place: String)], jobs: Int, after former: ReadFolder?,
  touched: Set<String>
) async throws -> [FileContent] {
  try await concurrentMap(files, jobs: jobs) { path, place in
    // Taken before reading: whoever writes meanwhile changes it for the next time.
    let stamp = FileStamp(place)
    if let former, let stamp, former.stamps[path] == stamp, !touched.contains(path) {
      return FileContent(path: path, place: place, bytes: .success(nil), stamp: stamp)
    }
    do throws(DiskError) {
      let bytes = try FileSystem.read(place)
      return FileContent(path: path, place: place, bytes: .success(bytes), stamp: stamp)
    } catch {
      return FileContent(path: path, place: place, bytes: .failure(error), stamp: nil)
    }
  }
}

/// What the disk says of a file: another content under the same stamp takes a write within the
/// same tick of the disk's clock, which a watcher tells of.
private struct FileStamp: Sendable, Equatable {
  private let identity: FileSystem.Identity
  private let size: Int
  private let times: [Int]

  /// `nil` where nothing is there.
  init?(_ path: String) {
    guard let status = FileSystem.status(path, followingLinks: true) else { return nil }
    identity = status.identity
    size = status.size
    times = [
      status.modified.seconds, status.modified.nanoseconds, status.changed.seconds,
      status.changed.nanoseconds,
    ]
  }
}
