import Glibc
import SaanPublish

/// What the disk says of the files in folders, to be held against what it says later.
struct FolderStamps: Sendable, Equatable {
  private struct Stamp: Equatable {
    let size: Int
    let times: [Int]
    let identity: FileSystem.Identity
  }

  private var stamps: [String: Stamp] = [:]

  var isEmpty: Bool { stamps.isEmpty }

  /// Nothing was looked at.
  init() {}

  /// Looks at what lies in the folders, not in those below.
  init(_ folders: [String]) {
    for path in folders {
      guard let folder = try? OpenFolder(path), let items = try? folder.entries() else { continue }
      for item in items {
        let place = "\(path)/\(item.name.shown)"
        guard let status = FileSystem.status(place, followingLinks: true) else { continue }
        // The times of a folder tell of what lies in it, which is looked at by itself.
        let times =
          status.kind == .directory
          ? [] : [status.modified, status.changed].flatMap { [$0.seconds, $0.nanoseconds] }
        let size = status.kind == .directory ? 0 : status.size
        stamps[place] = Stamp(size: size, times: times, identity: status.identity)
      }
    }
  }
}

/// Rests.
func pause(milliseconds: Int) { _ = usleep(UInt32(milliseconds * 1000)) }
