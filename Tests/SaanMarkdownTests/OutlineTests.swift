import SaanText
import Testing

@testable import SaanMarkdown

@Suite struct OutlineTests {
  @Test func idsKeepThaiAndAreUnique() {
    let outline = parse(
      "# ประวัติเครือข่าย ปี 2565!\n## ที่ดิน & น้ำ\n## Our *Work*\n## Our work\n## …\n## ก {#own-id}\n"
    ).value.outline
    #expect(
      outline.map(\.id) == [
        "ประวัติเครือข่าย-ปี-2565", "ที่ดิน-น้ำ", "our-work", "our-work-1", "section", "own-id",
      ])
    #expect(outline.map(\.level) == [1, 2, 2, 2, 2, 2])
    #expect(outline[2].title == "Our Work")
    #expect(outline[5].title == "ก")
    #expect(outline[1].span.text == "## ที่ดิน & น้ำ")
  }

  @Test func headingsCarryTheirID() {
    #expect(rendered("## ก ข") == "<h2 id=\"ก-ข\">ก ข</h2>\n")
    #expect(rendered("ก {#x}\n===\n") == "<h1 id=\"x\">ก</h1>\n")
  }

  @Test func titlesForAListOfContentsHaveNoLinks() {
    let document = parse("# [ก](x) *ข* {{ n() }}[^1]\n\n[^1]: y\n").value
    var output: [UInt8] = []
    document.writeTitle(
      of: document.outline[0], into: &output, shortcode: { _ in HTML(trusted: "<b>5</b>") })
    #expect(String(decoding: output, as: UTF8.self) == "ก <em>ข</em> <b>5</b>")
  }

  @Test func spansPointIntoTheFileAfterFrontMatter() {
    let file = SourceFile(
      path: "a.md",
      text: "---\ntitle: ก\n---\n\n> ดู [ก](<b c.md> \"d\") ![x](y.jpg)\n> [r]\n\n[r]: ../z.md\n")
    let start =
      file.text.utf8.count
      - "\n> ดู [ก](<b c.md> \"d\") ![x](y.jpg)\n> [r]\n\n[r]: ../z.md\n".utf8.count
    let links = parseMarkdown(file, range: start..<file.bytes.count).value.links
    #expect(links.map(\.destination) == ["b c.md", "y.jpg", "../z.md"])
    #expect(links.map(\.span.text) == ["b c.md", "y.jpg", "../z.md"])
    #expect(links.map(\.span.position.line) == [5, 5, 8])
    #expect(links.map(\.isImage) == [false, true, false])
    #expect(links[0].title == "d")
  }

  @Test func plainTextHasNoMarkup() {
    let text = parse(
      "# ก *ข*\n\nมี {{ n() }} ราย [ค](d) ![e](f)\n\n- `g`\n- <b>h</b>\n\n|i|j|\n|-|-|\n|k|l|\n"
    ).value.plainText
    #expect(text == "ก ข\nมี ราย ค\ng\nh\ni j\nk l")
  }
}
