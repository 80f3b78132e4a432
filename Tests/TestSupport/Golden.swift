import Foundation
import Testing

/// Compares a text with a file beside the tests; `SAAN_UPDATE=1` rewrites the file, and still
/// fails.
package func expectGolden(
  _ text: String, _ name: String, beside test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: test).deletingLastPathComponent().appending(path: name)
  if ProcessInfo.processInfo.environment["SAAN_UPDATE"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("rewrote \(name)", sourceLocation: sourceLocation)
  } else {
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "differs from \(name)", sourceLocation: sourceLocation)
  }
}
