import Foundation
import SaanText
import Testing

@testable import SaanMarkdown

/// Every example of the specifications gives what libcmark-gfm itself writes for it.
@Suite struct SpecificationTests {
  struct Example: Decodable {
    let spec: String
    let number: Int
    let section: String
    let markdown: String
    let html: String
  }

  /// Where we differ, and what we write instead.
  static let deviations: [Int: String] = [
    // cmark-gfm links an address after `<`; the CommonMark specification does not.
    598: "<p>&lt;http://foo.bar/baz bim&gt;</p>\n"
  ]

  static func examples() throws -> [Example] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/spec-examples.json"))
    return try JSONDecoder().decode([Example].self, from: data)
  }

  @Test func everyExampleIsWrittenAsByTheLibrary() throws {
    let examples = try Self.examples()
    #expect(examples.count == 674)
    for example in examples {
      let html = rendered(example.markdown, options: .plain)
      #expect(
        html == Self.deviations[example.number] ?? example.html,
        "\(example.spec) \(example.number), \(example.section)")
    }
  }

  @Test func rawHTMLIsShownAsTyped() throws {
    // With HTML escaped, no example has an element in its output that Markdown did not ask for.
    for example in try Self.examples() where example.section == "Raw HTML" {
      #expect(!rendered(example.markdown).contains("<bab>"), "\(example.number)")
    }
    #expect(rendered("<b onclick=x>a</b>") == "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n")
    #expect(
      rendered("<script>\nalert(1)\n</script>\n")
        == "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n")
  }
}

/// The HTML of a text whose links keep their destination and whose shortcodes show their call.
func rendered(_ markdown: String, options: MarkdownOptions = MarkdownOptions()) -> String {
  html(of: parse(markdown, options: options).value)
}

func html(of document: MarkdownDocument) -> String {
  var output: [UInt8] = []
  document.write(
    into: &output, link: { ResolvedLink(href: $0.destination) },
    shortcode: { HTML(trusted: "«\($0.call.text)»") })
  return String(decoding: output, as: UTF8.self)
}

func parse(
  _ markdown: String, options: MarkdownOptions = MarkdownOptions()
) -> Outcome<MarkdownDocument> {
  parseMarkdown(SourceFile(path: "page.th.md", text: markdown), options: options)
}

/// What is printed for a text's mistakes.
func printed(
  _ markdown: String, options: MarkdownOptions = MarkdownOptions(),
  in language: MessageLanguage = .english
) -> String {
  DiagnosticPrinter(language: language).text(parse(markdown, options: options).diagnostics)
}
