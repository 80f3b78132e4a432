import Glibc
import SaanFiles
import SaanImages
import SaanPublish
import Testing

/// A temporary folder with programs of the test's own, which goes with the value.
final class WorkFolder {
  let root: String

  init() throws {
    var template = Array("/tmp/saan-test-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(isMade)
    root = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try FileSystem.makeDirectories("\(root)/bin")
    try FileSystem.makeDirectories("\(root)/tmp")
    try FileSystem.makeDirectories("\(root)/site")
  }

  deinit { try? FileSystem.removeTree(root) }

  /// A program that says its version, and else does what a shell is told.
  func tool(_ command: String, version: String = "1.0", _ script: String) throws -> Tool {
    let path = "\(root)/bin/\(command)"
    try FileSystem.removeTree(path)
    try FileSystem.create(
      path,
      Array(
        "#!/bin/sh\n[ \"$1\" = --version ] && echo \(command) \(version) && exit\n\(script)\n".utf8)
    )
    try #require(chmod(path, 0o755) == 0)
    return Tool(command: command, debianPackage: "\(command)-tools")
  }

  var kept: KeptFiles { KeptFiles(ofSite: "\(root)/site") }

  func workshop(keeping kept: KeptFiles? = nil) -> Workshop {
    Workshop(searchPath: "\(root)/bin:/usr/bin:/bin", temporary: "\(root)/tmp", keeping: kept)
  }

  /// The names of what is kept.
  func keptNames() throws -> [String] {
    let path = "\(root)/site/.saan/images"
    return FileSystem.status(path) == nil ? [] : try FileSystem.names(in: path)
  }

  /// Nothing of what was under way is left.
  func expectNothingLeft() throws {
    #expect(try FileSystem.names(in: "\(root)/tmp") == [])
  }
}
