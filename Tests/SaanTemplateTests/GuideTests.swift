import Foundation
import SaanTemplate
import TestSupport
import Testing

/// Every example in the theme designer's guide gives the text that the guide prints under it.
@Suite("Theme designer's guide")
struct GuideTests {
  @Test("the guide has examples")
  func examplesAreThere() {
    #expect(GuideExample.all.count >= 20)
  }

  @Test("examples give what the guide says", arguments: GuideExample.all)
  func example(_ example: GuideExample) {
    let data = example.data.flatMap { Value(json: Array($0.utf8)) }?.members ?? [:]
    let outcome = TestOutcome(files: example.files, data: data)
    let (expected, actual) = (tidy(example.expected), tidy(outcome.description))
    #expect(
      expected == actual,
      "line \(example.line): \(difference(expected: expected, actual: actual))")
  }

  /// In the guide an example's surrounding line breaks and spaces at line ends cannot be seen.
  private func tidy(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n").trimmingCharacters(in: .newlines)
  }
}

/// A `json` block (optional), one or more `jinja` blocks, and the `text` they give.
///
/// `jinja base.html` names a file; a block without a name is the template that is rendered.
struct GuideExample: Sendable, CustomTestStringConvertible {
  let line: Int
  let data: String?
  let files: [String: String]
  let expected: String

  var testDescription: String { "docs/theme-designers-guide.md:\(line)" }

  static let all: [GuideExample] = {
    let page = try? GuidePage("docs/theme-designers-guide.md")
    return examples(in: page?.blocks.filter { $0.kind == .template } ?? [])
  }()

  private static func examples(in blocks: [GuideBlock]) -> [GuideExample] {
    var examples = [GuideExample]()
    var data: String?
    var files = [String: String]()
    for block in blocks {
      switch block.language {
      case "json": data = block.text
      case "jinja":
        let words = block.info.split(separator: " ").map(String.init)
        files[words.count > 1 ? words[1] : "main.html"] = block.text
      default:
        examples.append(
          GuideExample(line: block.line, data: data, files: files, expected: block.text))
        (data, files) = (nil, [:])
      }
    }
    return examples
  }
}
