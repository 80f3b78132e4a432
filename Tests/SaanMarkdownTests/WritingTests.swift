import Foundation
import SaanText
import Testing

@testable import SaanMarkdown

@Suite struct WritingTests {
  @Test func repetitionMarkNeverBeginsALine() {
    #expect(rendered("ต่าง ๆ กัน") == "<p>ต่าง\u{A0}ๆ กัน</p>\n")
    #expect(rendered("ต่าง\nๆ กัน") == "<p>ต่าง\u{A0}ๆ กัน</p>\n")
    #expect(rendered("ต่างๆ ฦๆ") == "<p>ต่างๆ ฦๆ</p>\n")
    #expect(parse("ต่าง ๆ กัน").value.plainText == "ต่าง ๆ กัน")
  }

  @Test func imageAloneIsAFigure() {
    #expect(
      rendered("![ชุมชน *เมือง*](a.jpg \"ภาพ: \\\"ก\\\"\")")
        == "<figure><img src=\"a.jpg\" alt=\"ชุมชน เมือง\" loading=\"lazy\" decoding=\"async\" />"
        + "<figcaption>ภาพ: &quot;ก&quot;</figcaption></figure>\n")
    #expect(rendered("![a](b.jpg)").hasPrefix("<figure><img src=\"b.jpg\" alt=\"a\""))
    #expect(!rendered("![a](b.jpg)").contains("figcaption"))
    #expect(rendered("x ![a](b.jpg)").hasPrefix("<p>x <img"))
  }

  @Test func anAddressKnowsTheParenthesesAroundIt() {
    #expect(
      rendered("[ข่าว](http://example.org/a)ที่นี่ (ดู http://example.org/b)")
        == "<p><a href=\"http://example.org/a\">ข่าว</a>ที่นี่ (ดู "
        + "<a href=\"http://example.org/b\">http://example.org/b</a>)</p>\n")
    // As many as there are, in time that grows with the text only.
    let many = rendered("www.example.org" + String(repeating: ")", count: 200_000))
    #expect(many.contains(">www.example.org</a>))"))
  }

  @Test func tablesScrollAndNameTheirColumns() {
    let html = rendered(
      "|ก|ข|\n|-|-:|\n|1|2|\n", options: MarkdownOptions(tableLabel: "ตาราง"))
    #expect(
      html
        == """
        <div class="table" role="region" tabindex="0" aria-label="ตาราง 1">
        <table>
        <thead>
        <tr>
        <th scope="col">ก</th>
        <th scope="col" class="align-right">ข</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-right">2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func footnotesLeadThereAndBack() {
    let options = MarkdownOptions(idPrefix: "n-", backLinkLabel: "กลับ")
    let html = rendered("ก[^x] ข[^y] ค[^x]\n\n[^x]: หนึ่ง\n[^y]: สอง\n", options: options)
    for id in ["n-fnref-1", "n-fnref-1-2", "n-fnref-2", "n-fn-1", "n-fn-2"] {
      #expect(html.components(separatedBy: " id=\"\(id)\"").count == 2, "\(id)")
    }
    #expect(
      html.contains("<a href=\"#n-fnref-1-2\" class=\"footnote-backref\" aria-label=\"กลับ 1-2\">"))
  }

  @Test func strikethroughCrossesEmphasisButNotItsEnds() {
    #expect(rendered("~~ก *ข* ค~~") == "<p><del>ก <em>ข</em> ค</del></p>\n")
    #expect(rendered("*ก ~~ข* ค~~") == "<p><em>ก ~~ข</em> ค~~</p>\n")
    #expect(rendered("\\~~ก~~ ~ ข") == "<p>~~ก~~ ~ ข</p>\n")
    #expect(rendered("`~~ก~~` [ก](/~a/)") == "<p><code>~~ก~~</code> <a href=\"/~a/\">ก</a></p>\n")
  }

  @Test func bareAddressesAreLinks() {
    #expect(
      rendered("ดู www.codi.or.th/a_b_c, (https://a.th/x)")
        == "<p>ดู <a href=\"http://www.codi.or.th/a_b_c\">www.codi.or.th/a_b_c</a>, "
        + "(<a href=\"https://a.th/x\">https://a.th/x</a>)</p>\n")
    #expect(
      rendered("[https://a.th](https://b.th/)")
        == "<p><a href=\"https://b.th/\">https://a.th</a></p>\n")
    #expect(rendered("`https://a.th`") == "<p><code>https://a.th</code></p>\n")
  }

  @Test(arguments: [
    ("https://forms.gle/abc2ภายในวันศุกร์", ["https://forms.gle/abc2"]),
    ("https://chi.example.comครับ", ["https://chi.example.com"]),
    ("(https://forms.gle/abc1,และดู)", ["https://forms.gle/abc1"]),
    (
      "ดูwww.a.org/b?c=1&d=2#eและhttps://b.org/.ต่อ",
      ["http://www.a.org/b?c=1&d=2#e", "https://b.org/"]
    ),
    (
      "“https://a.org/x” ‘https://b.org’ https://c.orgຂ",
      ["https://a.org/x", "https://b.org", "https://c.org"]
    ),
    ("https://a.org/%E0%B8%81ข", ["https://a.org/%E0%B8%81"]),
    ("<https://a.org/ข่าว> [ก](https://a.org/ข่าว)", ["https://a.org/ข่าว", "https://a.org/ข่าว"]),
    (
      "https://ชุมชน.ไทย/ข่าว และ https://a.org/é/日本", ["https://ชุมชน.ไทย/ข่าว", "https://a.org/é/日本"]
    ),
    ("https://นะ", ["https://นะ"]), ("| https://a.org/bและ |\n|-|\n", ["https://a.org/b"]),
  ])
  func aBareAddressEndsBeforeThaiWords(markdown: String, destinations: [String]) {
    #expect(parse(markdown).value.links.map(\.destination) == destinations, "\(markdown)")
  }

  @Test func whatIsBehindABareAddressIsText() {
    #expect(
      rendered("ส่งที่ https://forms.gle/abc2ภายในวันศุกร์ครับ")
        == "<p>ส่งที่ <a href=\"https://forms.gle/abc2\">https://forms.gle/abc2</a>ภายในวันศุกร์ครับ</p>\n"
    )
  }

  @Test func linksWithoutATargetKeepTheirText() {
    var output: [UInt8] = []
    parse("[ก](x) ![ข](y)").value.write(
      into: &output, link: { _ in nil }, shortcode: { _ in HTML(escaping: "") })
    #expect(String(decoding: output, as: UTF8.self) == "<p>ก ข</p>\n")
  }

  @Test func resolvedLinksGiveAddressAndAttributes() {
    var output: [UInt8] = []
    parse("[ก](a.md)").value.write(
      into: &output,
      link: { _ in ResolvedLink(href: "/th/ก?a&b", attributes: [.init("hreflang", "th")]) },
      shortcode: { _ in HTML(escaping: "") })
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<p><a href=\"/th/%E0%B8%81?a&amp;b\" hreflang=\"th\">ก</a></p>\n")
  }

  @Test func parsingInParallelGivesTheSame() async throws {
    let text = "# ก\n\n~~ข~~ *ค* https://a.th `~~` |\n\n|a|b|\n|-|-|\n|~~1~~|www.a.b/c|\n"
    let expected = rendered(text)
    let results = try await concurrentMap(Array(0..<400), jobs: 8) { _ in rendered(text) }
    #expect(results.allSatisfy { $0 == expected })
  }
}
