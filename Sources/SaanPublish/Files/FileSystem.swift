import CLinux
import Glibc
import SaanFiles
import SaanText

/// The few system calls that the program makes, with typed errors.
///
/// Paths are absolute or relative to the working directory; nothing here knows about sites.
package enum FileSystem {
  /// What a path is; `other` are pipes, sockets and devices.
  package enum Kind: Sendable { case file, directory, link, other }

  /// What tells a file or folder from all others, whatever its path.
  package struct Identity: Sendable, Hashable {
    let device: UInt
    let inode: UInt
  }

  /// Size, kind and times of a path.
  package struct Status: Sendable {
    package let kind: Kind
    package let size: Int
    package let mode: UInt32
    package let owner: UInt32
    package let group: UInt32
    package let identity: Identity
    /// Seconds and nanoseconds of the last change of the content.
    package let modified: (seconds: Int, nanoseconds: Int)
    /// Seconds and nanoseconds of the last change of anything; nobody can set it back.
    package let changed: (seconds: Int, nanoseconds: Int)

    init(_ info: stat) {
      kind =
        switch info.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        case S_IFLNK: .link
        default: .other
        }
      size = Int(info.st_size)
      mode = info.st_mode & 0o7777
      (owner, group) = (info.st_uid, info.st_gid)
      identity = Identity(device: UInt(info.st_dev), inode: UInt(info.st_ino))
      modified = (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
      changed = (info.st_ctim.tv_sec, info.st_ctim.tv_nsec)
    }
  }

  /// The status of a path, not following a symbolic link unless asked; `nil` when nothing is there.
  package static func status(_ path: String, followingLinks: Bool = false) -> Status? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    return Status(info)
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
    return try read(descriptor, path)
  }

  /// The whole content of an open file.
  static func read(_ descriptor: Int32, _ path: String) throws(DiskError) -> [UInt8] {
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
    let isOwn = makeFolder(ofPage: path)
    var descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, !isOwn, errno == ENOENT {
      try makeDirectories(FilePath.parent(of: path))
      descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw DiskError(.write, path) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, path)
  }

  /// Makes the folder of a page: nearly every page lies in one of its own, which is not there yet.
  private static func makeFolder(ofPage path: String) -> Bool {
    path.hasSuffix("/index.html") && mkdir(FilePath.parent(of: path), 0o777) == 0
  }

  /// Writes bytes into an open file.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(DiskError) {
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
    try makeDirectories(FilePath.parent(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw DiskError(.write, path) }
  }

  /// Gives a file a second name, making the directories of the new name as needed.
  package static func link(_ path: String, as name: String) throws(DiskError) {
    let isOwn = makeFolder(ofPage: name)
    if linkat(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 { return }
    guard !isOwn, errno == ENOENT else { throw DiskError(.write, name) }
    try makeDirectories(FilePath.parent(of: name))
    guard linkat(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 else { throw DiskError(.write, name) }
  }

  /// Moves a path within its file system, replacing nothing but a file or an empty directory.
  package static func move(_ path: String, to destination: String) throws(DiskError) {
    guard rename(path, destination) == 0 else { throw DiskError(.write, destination) }
  }

  /// Exchanges two paths in one step.
  static func exchange(_ left: String, _ right: String) throws(DiskError) {
    guard saan_exchange(left, right) == 0 else { throw DiskError(.publish, right) }
  }

  /// Removes a file, or a directory with all that is in it; a missing path is no error.
  package static func removeTree(_ path: String) throws(DiskError) {
    guard let status = status(path) else { return }
    if status.kind == .directory { try OpenFolder(path).removeContents() }
    let result = status.kind == .directory ? rmdir(path) : unlink(path)
    guard result == 0 || errno == ENOENT else { throw DiskError(.remove, path) }
  }

  /// Removes a directory that has nothing in it.
  static func removeIfEmpty(_ path: String) { _ = rmdir(path) }

  /// Gives a file the present time.
  static func touch(_ path: String) { _ = utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW) }

  /// Whether the program may make and remove things in a directory.
  static func isWritable(_ directory: String) -> Bool { access(directory, W_OK | X_OK) == 0 }

  /// Whether another file system is mounted at the path.
  static func isMountPoint(_ path: String) -> Bool { saan_is_mount_point(path) != 0 }

  /// Waits until everything written on the path's file system is on the disk.
  package static func synchronize(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = saan_syncfs(descriptor)
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

  /// The absolute form of a path without symbolic links, as far as it exists.
  package static func resolved(_ path: String) -> String {
    let whole = absolute(path)
    if let pointer = realpath(path, nil) ?? realpath(whole, nil) {
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let parent = FilePath.parent(of: whole)
    guard parent != whole, let name = whole.split(separator: "/").last else { return whole }
    let start = resolved(parent)
    return start == "/" ? "/\(name)" : "\(start)/\(name)"
  }

  private static var currentDirectory: String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

/// An advisory lock on a directory, held until the value is gone; the system frees it with the
/// process.
package struct DirectoryLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock; `nil` when another process holds it.
  package init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var held = stat()
    // Who had it may have removed the directory in between.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &held) == 0,
      FileSystem.status(path)?.identity == FileSystem.Status(held).identity
    else {
      close(descriptor)
      return nil
    }
  }

  /// Gives the lock back.
  package consuming func release() {}

  deinit { close(descriptor) }
}
