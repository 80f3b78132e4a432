import Foundation

/// This repository on disk, as the tidiness tests see it.
struct Repository {
  /// One Swift file: its text, and the same without comments and strings.
  struct File {
    let path: String
    let lines: [String]
    let code: [String]

    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  /// The Swift files of Sources and of Tests, sorted by path.
  static let sources = Result { try Repository().swiftFiles(in: "Sources") }
  static let tests = Result { try Repository().swiftFiles(in: "Tests") }

  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func swiftFiles(in folder: String) throws -> [File] {
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

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// The text without comments and without the insides of strings; lines stay lines.
///
/// A heuristic that serves this repository: block comments are banned by the style, and a string
/// inside an interpolation is taken for the end of the outer one.
func codeOnly(_ text: String) -> String {
  var output: [UInt8] = []
  var rest = Array(text.utf8)[...]
  let newline = UInt8(ascii: "\n")

  while let byte = rest.first {
    if rest.starts(with: "//".utf8) {
      rest = rest.drop { $0 != newline }
      continue
    }
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    let opening = rest.dropFirst(hashes)
    guard opening.first == UInt8(ascii: "\"") else {
      output.append(byte)
      rest = rest.dropFirst()
      continue
    }
    let isLong = opening.starts(with: "\"\"\"".utf8)
    let quotes = Array(repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
    let closing = quotes + Array(repeating: UInt8(ascii: "#"), count: hashes)
    output += closing
    rest = opening.dropFirst(quotes.count)
    while let byte = rest.first, !rest.starts(with: closing), isLong || byte != newline {
      if byte == newline { output.append(newline) }
      rest = rest.dropFirst(hashes == 0 && byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    if rest.starts(with: closing) { rest = rest.dropFirst(closing.count) }
    output += closing
  }
  return String(decoding: output, as: UTF8.self)
}
