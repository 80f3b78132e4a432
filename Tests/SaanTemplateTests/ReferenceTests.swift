import SaanTemplate
import SaanText
import Testing

/// Every example in the tables gives what it says: the manual is made of them.
@Suite("Reference")
struct ReferenceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let output: String
    var testDescription: String { "\(name): \(template)" }
  }

  static let examples: [Example] =
    Filter.all.flatMap { row in row.examples.map { example(row.name, $0) } }
    + TemplateTest.all.flatMap { row in row.examples.map { example(row.name, $0) } }
    + TemplateFunction.all.flatMap { row in row.examples.map { example(row.name, $0) } }

  private static func example(_ name: String, _ example: TemplateExample) -> Example {
    Example(name: name, template: example.template, output: example.output)
  }

  @Test("examples hold", arguments: examples)
  func holds(_ example: Example) {
    // In text, so that quotes and brackets stand as the manual shows them.
    let outcome = rendered(["main.txt": example.template], "main.txt")
    #expect(outcome == example.output)
  }

  @Test("every row has a summary, and every name is there once")
  func rowsAreComplete() {
    let filters = Filter.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(filters).count == filters.count)
    let tests = TemplateTest.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(tests).count == tests.count)
    #expect(Filter.all.allSatisfy { !$0.summary.isEmpty })
    #expect(TemplateTest.all.allSatisfy { !$0.summary.isEmpty && !$0.examples.isEmpty })
  }
}
