import SaanText
import Testing

@testable import SaanMarkdown

/// What no writer writes is cut short: it is reported, shown as text, and takes no time.
@Suite struct LimitTests {
  func letters(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "Z") } }

  /// A hostile text; its name is what a failing test prints.
  struct Hostile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let markdown: String

    init(_ name: String, _ code: String, _ parts: (text: String, count: Int)...) {
      testDescription = name
      self.code = code
      markdown = parts.map { String(repeating: $0.text, count: $0.count) }.joined()
    }
  }

  static let hostile = [
    Hostile("Zuotes", "markdown-too-deep", ("> ", 20_000), ("Z", 1)),
    Hostile("lists", "markdown-too-deep", ("- ", 20_000), ("Z\n", 1), ("\n", 20_000)),
    Hostile("notes", "markdown-too-deep", ("[^a]: ", 5_000), ("Z [^a]", 1)),
    Hostile("numbers", "markdown-too-deep", ("1. ", 5_000), ("Z", 1)),
    Hostile("marks", "markdown-too-many-marks", ("*q [a](b) ", 8_000)),
    Hostile("row", "markdown-row-too-wide", ("|Z", 20_000), ("\n|-|\n", 1)),
    Hostile(
      "cells", "markdown-table-too-large", ("|a", 400), ("\n", 1), ("|-", 400), ("\n", 1),
      ("Z\n", 9_000)),
    Hostile("heads", "markdown-table-too-large", ("a\n", 20_000), ("Z\n-|-\n", 20_000)),
    Hostile(
      "definition", "markdown-definition-too-long", ("[a]: /", 1), ("Z", 90_000), ("\n\n", 1),
      ("[a] ", 90_000)),
    Hostile("pictures", "markdown-too-many-marks", ("![[](a)Z ", 20_000)),
    Hostile(
      "escapes", "markdown-definition-too-long", ("[a]: /", 1), ("'", 3_100), ("\n\nZ", 1),
      ("[a] ", 10_000)),
  ]

  @Test(arguments: hostile)
  func isReportedAndShown(text: Hostile) {
    let outcome = parse(text.markdown)
    let codes = outcome.diagnostics.all.map(\.code)
    #expect(codes == [text.code])
    let (shown, written) = (letters(html(of: outcome.value)), letters(text.markdown))
    #expect(shown == written)
  }

  @Test func declarationsAreReportedWhereHTMLIsAllowed() {
    let markdown = String(repeating: "Z <?", count: 50_000)
    #expect(parse(markdown).diagnostics.isEmpty)
    #expect(
      parse(markdown, options: MarkdownOptions(rawHTML: true)).diagnostics.all.map(\.code)
        == ["markdown-too-many-declarations"])
    #expect(rendered(markdown) == "<p>" + markdown.replacing("<", with: "&lt;") + "</p>\n")
  }

  @Test func aTextThatIsTooLongIsShownAsItIs() {
    let markdown = String(repeating: "*q* ", count: 600_000)
    let outcome = parse(markdown)
    #expect(outcome.diagnostics.all.map(\.code) == ["markdown-too-long"])
    #expect(html(of: outcome.value) == "<p>" + markdown + "</p>\n")
  }

  @Test func limitsDoNotShowInCode() {
    let quotes = String(repeating: "> ", count: 300)
    #expect(rendered("```\n\(quotes)\n```").contains(String(repeating: "&gt; ", count: 299)))
    #expect(parse("```\n\(quotes)\n```").diagnostics.isEmpty)
  }

  @Test func anyBytesAreRead() {
    let bytes: [UInt8] = [0x23, 0x20, 0xFF, 0xC3, 0x28, 0x00, 0x0D, 0x0A, 0xE0, 0xB9]
    let document = parseMarkdown(SourceFile(path: "a.md", bytes: bytes)).value
    #expect(html(of: document).contains("\u{FFFD}"))
  }
}
