import CLinux
import Glibc
import SaanFiles
import SaanText

/// A folder that is held open; what is in it is reached without following symbolic links.
///
/// Names are bytes as the disk has them, so that names in other encodings pass unharmed. It is a
/// class so that the folder is closed with the last one that holds it.
package final class OpenFolder: Sendable {
  /// A name in a folder, as bytes that end with a zero.
  package struct Name: Sendable, Hashable {
    let bytes: [CChar]

    init(bytes: [CChar]) { self.bytes = bytes }

    /// The name of a text.
    package init(_ text: some StringProtocol) {
      bytes = text.utf8.map { CChar(bitPattern: $0) } + [0]
    }

    /// The name as text; `nil` when it is not UTF-8.
    package var text: String? {
      bytes.withUnsafeBytes { String(validating: $0.dropLast(), as: UTF8.self) }
    }

    /// The path of the name in a folder; `nil` when the name is not UTF-8.
    func path(below folder: String) -> String? {
      text.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }

    /// The name for people, with the bytes that are no text written as `\xA1`.
    package var shown: String {
      if let text { return text }
      return utf8.map { byte in
        byte < 0x80
          ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
      }.joined()
    }

    private var utf8: [UInt8] { bytes.dropLast().map { UInt8(bitPattern: $0) } }
  }

  /// One thing in a folder.
  package struct Item: Sendable {
    package let name: Name
    package let kind: FileSystem.Kind
  }

  let descriptor: Int32
  /// The path for messages.
  package let path: String

  private init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a folder by its path; only here are links followed.
  package convenience init(_ path: String) throws(DiskError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.read, path) }
    self.init(descriptor, path)
  }

  deinit { close(descriptor) }

  /// The path of something in the folder, for messages.
  func path(of name: Name) -> String { "\(path)/\(name.shown)" }

  /// What is in the folder, in no particular order.
  package func entries() throws(DiskError) -> [Item] {
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { throw DiskError(.read, path) }
    defer { closedir(stream) }
    var found: [Item] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      let name = Name(bytes: bytes)
      if bytes == [0x2E, 0] || bytes == [0x2E, 0x2E, 0] { continue }
      let kind: FileSystem.Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): status(name)?.kind
        default: .other
        }
      if let kind { found.append(Item(name: name, kind: kind)) }
    }
    return found
  }

  /// The status of the folder itself.
  package func status() -> FileSystem.Status? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? FileSystem.Status(info) : nil
  }

  /// The status of something in the folder; `nil` when nothing is there.
  package func status(_ name: Name) -> FileSystem.Status? {
    var info = stat()
    let result = fstatat(descriptor, name.bytes, &info, AT_SYMLINK_NOFOLLOW)
    return result == 0 ? FileSystem.Status(info) : nil
  }

  /// A folder in this one; `nil` when there is none, or a link stands there.
  package func folder(_ name: Name) -> OpenFolder? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let inner = openat(descriptor, name.bytes, flags)
    return inner >= 0 ? OpenFolder(inner, path(of: name)) : nil
  }

  /// A folder in this one that has to be there.
  ///
  /// - Throws: when it cannot be entered.
  func enter(_ name: Name) throws(DiskError) -> OpenFolder {
    guard let inner = folder(name) else { throw DiskError(.read, path(of: name)) }
    return inner
  }

  /// Makes a folder in this one, or opens the one that is there already.
  ///
  /// - Throws: `foreign-file` when something else has the name.
  package func makeFolder(
    _ name: Name, mode: UInt32 = 0o777
  ) throws(DiskError) -> (folder: OpenFolder, isNew: Bool) {
    let isNew = mkdirat(descriptor, name.bytes, mode) == 0
    guard isNew || errno == EEXIST else { throw DiskError(.write, path(of: name)) }
    if let inner = folder(name) { return (inner, isNew) }
    if status(name)?.kind == .directory { throw DiskError(.read, path(of: name)) }
    throw DiskError(.foreignFile(path(of: name)))
  }

  /// The whole content of a plain file; `nil` when it is none or cannot be read.
  package func read(_ name: Name) -> [UInt8]? {
    // A pipe must not be waited for.
    let file = openat(descriptor, name.bytes, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return try? FileSystem.read(file, path(of: name))
  }

  /// What a file's name ends with while it is written.
  package static let draftEnding = ".new"

  /// Writes a file that nobody else may read, whole or not at all, over one that has the name.
  ///
  /// - Parameter writer: tells drafts apart where several may write the file at once.
  package func write(_ name: Name, _ bytes: [UInt8], by writer: String = "") throws(DiskError) {
    let draft = Name(name.shown + writer + Self.draftEnding)
    try remove(draft)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, draft.bytes, flags, 0o600)
    guard file >= 0 else { throw DiskError(.write, path(of: name)) }
    defer { close(file) }
    do throws(DiskError) {
      try FileSystem.write(bytes, to: file, path(of: name))
      guard renameat(descriptor, draft.bytes, descriptor, name.bytes) == 0 else {
        throw DiskError(.write, path(of: name))
      }
    } catch {
      try? remove(draft)
      throw error
    }
  }

  /// Gives something in the folder a second name in another; symbolic links are linked themselves.
  ///
  /// - Throws: `foreign-file` when the name is taken.
  func link(_ name: Name, into other: OpenFolder) throws(DiskError) {
    if linkat(descriptor, name.bytes, other.descriptor, name.bytes, 0) == 0 { return }
    if errno == EEXIST { throw DiskError(.foreignFile(path(of: name))) }
    throw DiskError(.write, other.path(of: name))
  }

  /// Moves a file in the folder into another, over one that has the name there.
  ///
  /// - Throws: `foreign-file` when a folder has the name there.
  func move(_ name: Name, into other: OpenFolder) throws(DiskError) {
    if renameat(descriptor, name.bytes, other.descriptor, name.bytes) == 0 { return }
    if errno == EISDIR { throw DiskError(.foreignFile(other.path(of: name))) }
    throw DiskError(.write, other.path(of: name))
  }

  /// Removes a file, or a folder that is empty; what is gone already is no error.
  package func remove(_ name: Name, isFolder: Bool = false) throws(DiskError) {
    let flags = isFolder ? AT_REMOVEDIR : 0
    if unlinkat(descriptor, name.bytes, flags) == 0 || errno == ENOENT { return }
    // A folder that its owner may not write to, either.
    if errno == EACCES, fchmod(descriptor, 0o700) == 0,
      unlinkat(descriptor, name.bytes, flags) == 0
    {
      return
    }
    throw DiskError(.remove, path(of: name))
  }

  /// Removes a folder when it is empty; whether it was.
  @discardableResult
  func removeIfEmpty(_ name: Name) -> Bool {
    unlinkat(descriptor, name.bytes, AT_REMOVEDIR) == 0
  }

  /// Removes all that is in the folder.
  func removeContents() throws(DiskError) {
    for entry in try entries() {
      if entry.kind == .directory { try enter(entry.name).removeContents() }
      try remove(entry.name, isFolder: entry.kind == .directory)
    }
  }

  /// Gives a file in the folder the present time.
  package func touch(_ name: Name) {
    _ = utimensat(descriptor, name.bytes, nil, AT_SYMLINK_NOFOLLOW)
  }

  /// Gives the folder the owner, mode and extended attributes of another, and its times as well if
  /// asked.
  func takeAttributes(of other: OpenFolder, withTimes: Bool) throws(DiskError) {
    guard saan_copy_attributes(other.descriptor, descriptor, withTimes ? 1 : 0) == 0 else {
      throw DiskError(.write, path)
    }
  }
}
