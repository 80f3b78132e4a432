import Foundation

/// This repository on disk, as the tidiness tests see it.
struct Repository {
  /// One Swift file: its text, and the same with comments and strings blanked out.
  struct File {
    let path: String
    let lines: [String]
    let code: [String]

    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  let root: URL

  init() {
    root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The Swift files below a folder, sorted by path.
  func swiftFiles(in folder: String) throws -> [File] {
    try paths(below: folder).filter { $0.hasSuffix(".swift") }.map { path in
      let text = try text(of: path)
      return File(
        path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
        code: codeOnly(text).split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init))
    }
  }

  /// All files below a folder, as paths from the root of the repository.
  func paths(below folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    var paths: [String] = []
    while let path = found?.nextObject() as? String { paths.append("\(folder)/\(path)") }
    return paths.sorted()
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// The text with comments and the insides of strings replaced by spaces; lines stay lines.
///
/// A heuristic that serves this repository: block comments are banned by the style, and a string
/// inside an interpolation is taken for the end of the outer one.
func codeOnly(_ text: String) -> String {
  var output: [UInt8] = []
  var rest = Array(text.utf8)[...]

  func take(_ count: Int, blank: Bool) {
    for byte in rest.prefix(count) {
      output.append(blank && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
    }
    rest = rest.dropFirst(count)
  }

  while let byte = rest.first {
    if rest.starts(with: "//".utf8) {
      take(rest.prefix { $0 != UInt8(ascii: "\n") }.count, blank: true)
      continue
    }
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    let opening = rest.dropFirst(hashes)
    guard opening.first == UInt8(ascii: "\"") else {
      take(byte == UInt8(ascii: "#") ? hashes : 1, blank: false)
      continue
    }
    let quotes = opening.starts(with: "\"\"\"".utf8) ? 3 : 1
    let quote = Array(repeating: UInt8(ascii: "\""), count: quotes)
    let closing = quote + Array(repeating: UInt8(ascii: "#"), count: hashes)
    take(hashes + quotes, blank: true)
    while !rest.isEmpty, !rest.starts(with: closing) {
      if quotes == 1, rest.first == UInt8(ascii: "\n") { break }
      take(hashes == 0 && rest.first == UInt8(ascii: "\\") ? 2 : 1, blank: true)
    }
    take(closing.count, blank: true)
  }
  return String(decoding: output, as: UTF8.self)
}
