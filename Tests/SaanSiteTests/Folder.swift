import Glibc
import SaanPublish
import Testing

/// A temporary folder that goes with the value.
final class Folder {
  let root: String

  init() {
    var template = Array("/tmp/saan-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    #expect(made)
    root = template.withUnsafeBufferPointer { pointer in
      String(decoding: pointer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit { try? FileSystem.removeTree(root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func text(_ name: String) throws -> String {
    String(decoding: try FileSystem.read(path(name)), as: UTF8.self)
  }

  func inode(_ name: String) throws -> UInt64 {
    var info = stat()
    try #require(lstat(path(name), &info) == 0)
    return UInt64(info.st_ino)
  }

  /// Gives a file a time of change in the future, as an edit after the build would.
  func setNewer(_ name: String) {
    var times = [
      timeval(tv_sec: time(nil) + 60, tv_usec: 0), timeval(tv_sec: time(nil) + 60, tv_usec: 0),
    ]
    utimes(path(name), &times)
  }

  /// Gives a file or folder a time of change, in seconds since 1970.
  func setTime(_ name: String, _ seconds: Int) {
    var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
    utimes(path(name), &times)
  }

  /// Writes a file over what is there, as an editor does.
  func write(_ name: String, _ text: String) throws {
    let file = try #require(fopen(path(name), "w"))
    fwrite(Array(text.utf8), 1, text.utf8.count, file)
    fclose(file)
  }

  func link(_ name: String, to target: String) throws {
    try #require(symlink(target, path(name)) == 0)
  }

  func hardLink(_ name: String, as other: String) throws {
    try #require(Glibc.link(path(name), path(other)) == 0)
  }

  /// Makes an empty file whose name is no UTF-8.
  func makeFile(namedBy bytes: [UInt8], in folder: String) throws {
    let name = path(folder).utf8CString.dropLast() + [0x2F] + bytes.map(CChar.init(bitPattern:))
    let file = try #require(fopen(name + [0], "w"))
    fclose(file)
  }

  /// Copies a folder with its files.
  func copy(_ name: String, to other: String) throws {
    try FileSystem.makeDirectories(path(other))
    for entry in try FileSystem.names(in: path(name)) {
      if FileSystem.status(path("\(name)/\(entry)"))?.kind == .directory {
        try copy("\(name)/\(entry)", to: "\(other)/\(entry)")
      } else {
        try write("\(other)/\(entry)", try text("\(name)/\(entry)"))
      }
    }
  }

  /// Kind, mode, owner, inode of files, time of folders and name of everything below a folder, the
  /// list of a build left out.
  func listing(_ name: String, ignoring ignored: Set<String>) throws -> [String] {
    var lines: [String] = []
    func visit(_ folder: OpenFolder, _ path: String) throws {
      for entry in try folder.entries() {
        let below = path.isEmpty ? entry.name.shown : "\(path)/\(entry.name.shown)"
        if ignored.contains(below) || below == ".saan-manifest" { continue }
        let status = try #require(folder.status(entry.name))
        let isFolder = entry.kind == .directory
        let identity = isFolder ? "" : "\(status.identity)"
        let time = below == "th" ? 0 : status.modified.seconds
        lines.append(
          "\(below) \(entry.kind) \(String(status.mode, radix: 8)) \(status.owner) \(identity) \(time)"
        )
        if isFolder { try visit(try #require(folder.folder(entry.name)), below) }
      }
    }
    let root = try OpenFolder(path(name))
    lines.append(". \(String(try #require(root.status()).mode, radix: 8))")
    try visit(root, "")
    return lines.sorted()
  }

  func opened() throws -> OutputFolder { try OutputFolder(path("public")) }

  /// Publishes texts into the folder `public`.
  func publish(
    _ outputs: [String: String], force: Bool = false, marks: Set<Manifest.Mark> = [],
    whole: Bool = true
  ) throws -> DiskSink.Report {
    let sink = try DiskSink(opened(), isForced: force, marks: marks, switchesWhole: whole)
    let receipts = try outputs.sorted { $0.key < $1.key }.map {
      try sink.put($0.key, Array($0.value.utf8))
    }
    let report = try sink.finish(receipts, nil)
    sink.close()
    return report
  }
}
