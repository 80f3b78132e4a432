import Glibc
import SaanFiles
import SaanPublish
import SaanText
import Synchronization

/// Files that were made once and are asked for again, in `.saan/images` beside `site.yaml`.
///
/// Each is known by a digest of all that it was made of, is written whole or not at all, and says
/// itself whether it is whole, so that neither a kill nor a full disk leaves a wrong one. Whatever
/// is lost of it costs time only. The ones that were asked for least lately go first.
package final class KeptFiles: Sendable {
  /// The folder's name below the one of a site's notes.
  package static let folderName = "images"
  /// How many bytes are kept unless somebody asks for more.
  package static let usualBytes = 1 << 30

  private let site: String
  private let mostBytes: Int
  private let folder: Lazily<Result<OpenFolder, DiskError>>
  private let failure = Mutex<DiskError?>(nil)
  private let drafts = Atomic<Int>(0)

  /// Finds the place, which need not be there yet.
  package init(ofSite site: String, mostBytes: Int = KeptFiles.usualBytes) {
    (self.site, self.mostBytes) = (site, mostBytes)
    folder = Lazily {
      Result { () throws(DiskError) in
        try LedgerFile.folder(ofSite: site)
          .makeFolder(OpenFolder.Name(Self.folderName), mode: 0o700).folder
      }
    }
  }

  /// Why files cannot be kept, where that is so.
  package var diagnostic: Diagnostic? {
    failure.withLock { $0 }.map {
      .picturesUnkept("\(site)/\(LedgerFile.folderName)/\(Self.folderName)", $0)
    }
  }

  /// The content that is kept under a key; `nil` where none is, or not whole.
  package func read(_ key: Digest) -> [UInt8]? {
    let name = OpenFolder.Name(key.description)
    guard let folder = try? folder.value.get(), let bytes = folder.read(name), bytes.count >= 32
    else { return nil }
    let content = Array(bytes[32...])
    guard Digest(bytes[..<32]) == Digest(of: content) else { return nil }
    folder.touch(name)
    return content
  }

  /// Keeps a content under a key.
  package func write(_ key: Digest, _ content: [UInt8]) {
    do throws(DiskError) {
      let writer = ".\(getpid()).\(drafts.wrappingAdd(1, ordering: .relaxed).newValue)"
      try folder.value.get().write(
        OpenFolder.Name(key.description), Array(Digest(of: content).description.utf8) + content,
        by: writer)
    } catch {
      failure.withLock { $0 = $0 ?? error }
    }
  }

  /// Removes the files that were asked for least lately until the rest is small enough, and what
  /// builds left behind that were killed.
  package func trim() {
    guard let folder = try? folder.value.get(), let items = try? folder.entries() else { return }
    let files = items.compactMap { item in
      folder.status(item.name).map { (name: item.name, status: $0) }
    }
    let newest = files.map(\.status.modified.seconds).max() ?? 0
    var room = mostBytes
    for file in files.sorted(by: { $0.status.modified > $1.status.modified }) {
      room -= file.status.size
      let isDraft = file.name.shown.hasSuffix(OpenFolder.draftEnding)
      let isLeft = isDraft && file.status.modified.seconds < newest - 3600
      // What cannot be removed now is removed by a later build.
      if isLeft || (room < 0 && !isDraft) { try? folder.remove(file.name) }
    }
  }

  /// Removes all that a site keeps.
  ///
  /// - Returns: how many files there were.
  package static func removeAll(ofSite site: String) throws(DiskError) -> Int {
    let path = "\(site)/\(LedgerFile.folderName)/\(folderName)"
    guard FileSystem.status(path)?.kind == .directory else { return 0 }
    let count = try FileSystem.names(in: path).count
    try FileSystem.removeTree(path)
    return count
  }
}
