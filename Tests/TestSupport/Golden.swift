import Foundation
import Testing

/// Compares a text with a file beside the tests; `make golden` (`SAAN_UPDATE=1 swift test`)
/// rewrites the file, and still fails.
package func expectGolden(
  _ text: String, _ name: String, beside test: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: test).deletingLastPathComponent().appending(path: name)
  let expected = try? String(contentsOf: file, encoding: .utf8)
  guard text != expected else { return }
  if ProcessInfo.processInfo.environment["SAAN_UPDATE"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("rewrote \(name)", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      """
      differs from \(name): \(firstDifference(expected ?? "", text))
      if this is right, `make golden` rewrites the file; then read it with `git diff`
      """, sourceLocation: sourceLocation)
  }
}

/// The first line in which two texts differ, as it was and as it is.
private func firstDifference(_ old: String, _ new: String) -> String {
  let (old, new) = (lines(of: old), lines(of: new))
  let same = zip(old, new).prefix { $0 == $1 }.count
  func line(_ all: [Substring]) -> Substring { same < all.count ? all[same] : "(nothing more)" }
  return "line \(same + 1)\n- \(line(old))\n+ \(line(new))"
}

private func lines(of text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
