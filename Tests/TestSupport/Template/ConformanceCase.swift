import Foundation
import SaanTemplate
import Testing

/// A template, its data, and what comes out.
package struct ConformanceCase: Sendable, CustomTestStringConvertible {
  package enum Expectation: Sendable {
    case text(String)
    case error
  }

  package let name: String
  package let files: [String: String]
  package let main: String
  package let data: [String: Value]
  package let whitespace: WhitespaceOptions
  /// What Jinja gives.
  package let jinja: Expectation
  /// What we give; differs from Jinja only in `differences.json`.
  package let ours: Expectation

  package var testDescription: String { name }

  init(_ record: Value, theme: String) {
    name = theme + ": " + (record.member("name")?.text ?? "?")
    main = record.member("main")?.text ?? "main.html"
    files =
      record.member("files")?.members.compactMapValues(\.text)
      ?? [main: record.member("template")?.text ?? ""]
    data = record.member("data")?.members ?? [:]
    let options = record.member("options")
    whitespace = {
      var whitespace = WhitespaceOptions()
      whitespace.dropsNewlineAfterBlock = options?.member("trim_blocks")?.isTrue ?? false
      whitespace.stripsBlockIndent = options?.member("lstrip_blocks")?.isTrue ?? false
      whitespace.keepsTrailingNewline = options?.member("keep_trailing_newline")?.isTrue ?? true
      return whitespace
    }()
    func expectation(_ key: String) -> Expectation {
      record.member(key)?.text.map { .text($0) } ?? .error
    }
    let isDifference = record.member("ours") != nil
    jinja = expectation(isDifference ? "jinja" : "expected")
    ours = isDifference ? expectation("ours") : jinja
  }

  /// The cases of every file, read once.
  package static let all: [ConformanceCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SaanTemplateTests/Conformance")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let cases = text.flatMap { Value(json: Array($0.utf8)) }?.elements ?? []
      return cases.map { ConformanceCase($0, theme: String(name.dropLast(5))) }
    }
  }()
}
