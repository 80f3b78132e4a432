import Foundation

/// This repository on disk, as the tidiness tests see it.
struct Repository {
  /// One Swift file: its text, and the same without comments and strings.
  struct File {
    let path: String
    let text: ScannedText
    let code: ScannedText

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The modules that it imports, with the lines that say so.
    var imports: [(line: Int, module: String)] {
      code.lines(with: "import ").compactMap { number, line in
        line.firstMatch(of: /^\s*(?:@\w+ +)?(?:\w+ +)?import +(?:\w+ +)?(\w+)/).map {
          (number, String($0.1))
        }
      }
    }
  }

  /// The Swift files of Sources and of Tests, sorted by path.
  static let sources = Result { try Repository().swiftFiles(in: "Sources") }
  static let tests = Result { try Repository().swiftFiles(in: "Tests") }

  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func swiftFiles(in folder: String) throws -> [File] {
    try paths(below: folder).filter { $0.hasSuffix(".swift") }.map { path in
      let text = try text(of: path)
      return File(path: path, text: text, code: text.codeOnly())
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

  func text(of path: String) throws -> ScannedText {
    ScannedText([UInt8](try Data(contentsOf: root.appending(path: path))))
  }
}
