import SaanText
import Testing

@testable import SaanMarkdown

@Suite struct ShortcodeTests {
  @Test(arguments: [
    ("มี {{ n(\"a_b|c*\") }} กองทุน", "<p>มี «n(\"a_b|c*\")» กองทุน</p>\n"),
    ("[ก {{ n() }}](d)", "<p><a href=\"d\">ก «n()»</a></p>\n"),
    ("## ก {{ n() }}", "<h2 id=\"ก\">ก «n()»</h2>\n"),
    ("- ก {{ n() }}", "<ul>\n<li>ก «n()»</li>\n</ul>\n"),
    ("**{{n()}}**", "<p><strong>«n()»</strong></p>\n"),
    ("{{ n(a=1,\n   b=\"}}\") }}", "«n(a=1,\n   b=\"}}\")»\n"),
    ("`{{ n() }}` \\{{ n() }}", "<p><code>{{ n() }}</code> {{ n() }}</p>\n"),
    ("```\n{{ n() }}\n{% a() %}\n```", "<pre><code>{{ n() }}\n{% a() %}\n</code></pre>\n"),
    ("```n``` ก\n\n{% a() %}\n{% end %}", "<p><code>n</code> ก</p>\n«a()»\n"),
    (
      "> ```\n> n\n\n{% a() %}\n{% end %}",
      "<blockquote>\n<pre><code>n\n</code></pre>\n</blockquote>\n«a()»\n"
    ),
    ("    {{ n() }}", "<pre><code>{{ n() }}\n</code></pre>\n"),
    ("{% box() %}\n# *ก*\n\n{% in() %}\n{% end %}\n{% end %}\n\nข", "«box()»\n<p>ข</p>\n"),
  ])
  func isFoundWhereItMayBe(markdown: String, html: String) {
    #expect(rendered(markdown) == html)
  }

  @Test func standsInACell() {
    #expect(rendered("|{{ n(\"a|b\") }}|\n|-|\n").contains("<th scope=\"col\">«n(\"a|b\")»</th>"))
  }

  @Test func inAltTextLosesItsTags() {
    var output: [UInt8] = []
    parse("x ![ก {{ n() }}](d)").value.write(
      into: &output, link: { ResolvedLink(href: $0.destination) },
      shortcode: { _ in HTML(trusted: "<b class=\"x\">5 \"</b>") })
    #expect(String(decoding: output, as: UTF8.self).contains("alt=\"ก 5 &quot;\""))
  }

  @Test func knowsCallBodyAndPlace() {
    let file = SourceFile(
      path: "a.md", text: "ก {{ one(1) }} `{{ no() }}`\n\n{% two(x=2) %}\n*ข*\n{% end %}\n")
    let calls = parseMarkdown(file).value.shortcodes
    #expect(calls.map(\.name) == ["one", "two"])
    #expect(calls.map(\.call.text) == ["one(1)", "two(x=2)"])
    #expect(calls.map(\.isBlock) == [false, true])
    #expect(calls[1].body.map { file.text(in: $0) } == "*ข*\n")
    #expect(calls[0].span.text == "{{ one(1) }}")
  }

  @Test func runsInRawHTMLOnlyWhereThatIsAllowed() {
    let raw = MarkdownOptions(rawHTML: true)
    #expect(rendered("<div>{{ n() }}</div>", options: raw) == "<div>«n()»</div>\n")
    #expect(rendered("<div>{{ n() }}</div>") == "<p>&lt;div&gt;{{ n() }}&lt;/div&gt;</p>\n")
  }

  @Test func controlCharactersOfTheAuthorAreNoMasks() {
    #expect(rendered("{{ n() }} \u{1}aaaaaax \u{0}") == "<p>«n()» \u{FFFD}aaaaaax \u{FFFD}</p>\n")
  }
}
