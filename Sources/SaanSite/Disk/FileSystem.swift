import CLinux
import Glibc
import SaanText

/// The few system calls that the program makes, with typed errors.
///
/// Paths are absolute or relative to the working directory; nothing here knows about sites.
package enum FileSystem {
  /// What a path is.
  package enum Kind: Sendable { case file, directory, other }

  /// Size, kind and times of a path.
  package struct Status: Sendable {
    package let kind: Kind
    package let size: Int
    package let mode: UInt32
    /// Seconds and nanoseconds of the last change of the content.
    package let modified: (seconds: Int, nanoseconds: Int)
  }

  /// The status of a path, not following a symbolic link unless asked; `nil` when nothing is there.
  package static func status(_ path: String, followingLinks: Bool = false) -> Status? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    return Status(
      kind: kind, size: Int(info.st_size), mode: info.st_mode & 0o7777,
      modified: (info.st_mtim.tv_sec, info.st_mtim.tv_nsec))
  }

  /// The names in a directory, sorted by their bytes.
  package static func names(in directory: String) throws(DiskError) -> [String] {
    guard let stream = opendir(directory) else { throw DiskError(.read, directory) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
          String(decodingCString: $0, as: UTF8.self)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The whole content of a file.
  package static func read(_ path: String) throws(DiskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.read, path) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw DiskError(.read, path) }
    var bytes = [UInt8]()
    var capacity = max(1, Int(info.st_size) + 1)
    while true {
      let start = bytes.count
      var received = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        populate(buffer.baseAddress, count: capacity)
        received = Glibc.read(descriptor, buffer.baseAddress, capacity)
        count = max(0, received)
      }
      guard received >= 0 else { throw DiskError(.read, path) }
      if received == 0 { return bytes }
      bytes = start == 0 ? chunk : bytes + chunk
      capacity = received < capacity ? max(1, Int(info.st_size) + 1 - bytes.count) : 1 << 20
    }
  }

  /// Creates a file that is not there yet and writes the bytes, making its directories as needed.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    // Nearly every page lies in a folder of its own, which is not there yet.
    let isOwn = path.hasSuffix("/index.html") && mkdir(parent(of: path), 0o777) == 0
    var descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, !isOwn, errno == ENOENT {
      try makeDirectories(parent(of: path))
      descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw DiskError(.write, path) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer -> Int in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + offset, buffer.count - offset) } ?? 0
      }
      guard written > 0 else { throw DiskError(.write, path) }
      offset += written
    }
  }

  /// Makes a directory and those above it; one that exists is left alone.
  package static func makeDirectories(_ path: String) throws(DiskError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST || path.isEmpty { return }
    guard errno == ENOENT else { throw DiskError(.write, path) }
    try makeDirectories(parent(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw DiskError(.write, path) }
  }

  /// Gives a file a second name, making the directories of the new name as needed.
  package static func link(_ path: String, as name: String) throws(DiskError) {
    if linkat(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 { return }
    guard errno == ENOENT else { throw DiskError(.write, name) }
    try makeDirectories(parent(of: name))
    guard linkat(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 else { throw DiskError(.write, name) }
  }

  /// Moves a path within its file system, replacing nothing but a file or an empty directory.
  package static func move(_ path: String, to destination: String) throws(DiskError) {
    guard rename(path, destination) == 0 else { throw DiskError(.write, destination) }
  }

  /// Exchanges two paths in one step; `false` where the file system cannot.
  package static func exchange(_ left: String, _ right: String) throws(DiskError) -> Bool {
    if saan_exchange(left, right) == 0 { return true }
    if errno == EINVAL || errno == ENOSYS { return false }
    throw DiskError(.publish, right, hint: mountHint)
  }

  /// Removes a file, or a directory with all that is in it; a missing path is no error.
  package static func removeTree(_ path: String) throws(DiskError) {
    guard let status = status(path) else { return }
    if status.kind == .directory {
      for name in try names(in: path) { try removeTree("\(path)/\(name)") }
    }
    let result = status.kind == .directory ? rmdir(path) : unlink(path)
    guard result == 0 || errno == ENOENT else { throw DiskError(.remove, path) }
  }

  /// Waits until everything written on the path's file system is on the disk.
  package static func synchronize(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = saan_syncfs(descriptor)
  }

  /// The path without its last part.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The absolute form of a path, with `.` and `..` resolved as text.
  package static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : currentDirectory + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static var currentDirectory: String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

private let mountHint = Wording(
  en:
    "the output directory must be an ordinary directory, not a mount point: publish into a directory below it",
  th: "โฟลเดอร์ผลลัพธ์ต้องเป็นโฟลเดอร์ธรรมดา ไม่ใช่จุดเมานต์: ให้เผยแพร่ลงในโฟลเดอร์ย่อยแทน")

/// An advisory lock on a directory, held until the value is gone; the system frees it with the
/// process.
package struct DirectoryLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock; `nil` when another process holds it.
  package init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Gives the lock back.
  package consuming func release() {}

  deinit { close(descriptor) }
}
