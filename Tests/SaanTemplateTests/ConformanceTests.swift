import SaanTemplate
import TestSupport
import Testing

/// Whatever Python's Jinja2 renders, we render to the same text, and what it refuses we refuse.
@Suite("Conformance with Jinja2 3.1.6")
struct ConformanceTests {
  @Test("the corpus was found")
  func corpusIsThere() {
    #expect(ConformanceCase.all.count >= 350)
  }

  @Test("same text as Jinja2", arguments: ConformanceCase.all)
  func sameText(_ example: ConformanceCase) {
    for sharesParts in [false, true] { check(example, sharesParts: sharesParts) }
  }

  /// - Parameter sharesParts: whether it is a second rendering, which copies what the first made.
  private func check(_ example: ConformanceCase, sharesParts: Bool) {
    let outcome = TestOutcome(
      files: example.files, main: example.main, data: example.data, whitespace: example.whitespace,
      sharesParts: sharesParts)
    switch (example.ours, outcome) {
    case (.text(let expected), .text(let actual)):
      if expected != actual || !expected.utf8.elementsEqual(actual.utf8) {
        Issue.record("\(example.name): \(difference(expected: expected, actual: actual))")
      }
    case (.error, .diagnostics(let diagnostics)):
      #expect(!diagnostics.isEmpty, "\(example.name): refused without a word")
    case (.text(let expected), .diagnostics):
      Issue.record(
        "\(example.name): wants \(expected.debugDescription), got\n\(outcome.description)")
    case (.error, .text(let actual)):
      Issue.record("\(example.name): wants a diagnostic, got \(actual.debugDescription)")
    }
  }
}
