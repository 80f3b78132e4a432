import CLinux
import Glibc
import SaanFiles
import SaanPublish

/// The system's own news of folders.
///
/// Folders are watched and never single files: there are few, and an editor that writes a new file
/// and moves it over the old one is seen like any other.
struct Inotify: Sendable {
  private static let wanted = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  let descriptor: Int32

  /// Takes an open descriptor.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// `nil` where the system has no more of them.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  /// Watches a folder.
  ///
  /// - Returns: its number, the same for a folder that is watched already; `nil` where it is gone.
  /// - Throws: where there are no watches left, or the folder's system has none.
  func watch(_ folder: String) throws(DiskError) -> Int32? {
    let number = inotify_add_watch(descriptor, folder, Self.wanted)
    if number >= 0 { return number }
    let gone = [ENOENT, ENOTDIR, ELOOP, EACCES, ENAMETOOLONG]
    if gone.contains(errno) { return nil }
    throw DiskError(.read, folder)
  }

  /// Watches a folder no longer.
  func forget(_ number: Int32) { _ = inotify_rm_watch(descriptor, number) }

  /// Gives everything back.
  func close() { _ = Glibc.close(descriptor) }

  /// One thing that happened in a folder.
  struct Event {
    let folder: Int32
    private let mask: UInt32
    /// What it happened to; empty for the folder itself.
    let name: String

    fileprivate init(folder: Int32, mask: UInt32, name: String) {
      (self.folder, self.mask, self.name) = (folder, mask, name)
    }

    private func has(_ bits: Int32...) -> Bool {
      bits.contains { mask & UInt32(bitPattern: $0) != 0 }
    }

    /// Whether events were lost.
    var isOverflow: Bool { has(Int32(IN_Q_OVERFLOW)) }
    /// Whether the watched folder is no longer where it was.
    var isOfFolderItself: Bool {
      has(Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF), Int32(IN_IGNORED), Int32(IN_UNMOUNT))
    }
    /// Whether it happened to a folder in the folder.
    var isOfFolder: Bool { mask & 0x4000_0000 != 0 }
    /// Whether a file was made, which somebody may be writing to still.
    var isNew: Bool { has(Int32(IN_CREATE)) }
    /// Whether a name came or went.
    var isOfNames: Bool {
      has(Int32(IN_CREATE), Int32(IN_DELETE), Int32(IN_MOVED_FROM), Int32(IN_MOVED_TO))
    }
  }

  /// Everything that has happened since this was last asked.
  func events() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return events }
      var offset = 0
      while offset + 16 <= count {
        buffer.withUnsafeBytes { bytes in
          let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          let name = bytes[(offset + 16)..<min(count, offset + 16 + length)].prefix { $0 != 0 }
          events.append(
            Event(
              folder: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
              mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
              name: String(decoding: name, as: UTF8.self)))
          offset += 16 + length
        }
      }
    }
  }

  /// Waits until something happens.
  ///
  /// - Returns: whether something did.
  func wait(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
