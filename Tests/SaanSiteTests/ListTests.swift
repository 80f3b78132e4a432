import SaanText
import Testing

/// Lists of many pages.
@Suite struct ListTests {
  @Test func aLongListNamesItsEndsAndItsNeighbours() async throws {
    var files: [String: String] = [
      "themes/plain/templates/list.html": """
      {% for p in page.paginator.pages %}{% if p.after_gap %}…{% endif %}\
      {% if p.current %}[{{ p.number }}]{% else %}{{ p.number }}{% endif %} {% endfor %}
      """
    ]
    for number in 10..<34 {
      files["content/news/n\(number).th.md"] =
        "---\ntitle: ข่าว \(number)\ndate: 2022-01-01\n---\n"
    }
    let (outputs, _) = try await TestSite().with(files).build()
    #expect(outputs["th/news/index.html"] == "[1] 2 3 …12 ")
    #expect(outputs["th/news/page/6/index.html"] == "1 …4 5 [6] 7 8 …12 ")
    #expect(outputs["th/news/page/12/index.html"] == "1 …10 11 [12] ")
  }

  @Test func aNumberInAnAddressIsNoTypedFigure() async throws {
    let linked = "---\ntitle: ก\n---\nดู [ที่นี่](https://example.org/5,915) และ [หน้าแรก](index.th.md)\n"
    #expect(
      try await !TestSite.withData.with(["content/a.th.md": linked]).check()
        .contains("typed-figure"))
    #expect(
      try await TestSite.withData.with(["content/a.th.md": linked + "\nมี 5,915 กองทุน\n"]).check()
        .contains("content/a.th.md:6:"))
  }

  @Test func menusMarkThePageAndWhatIsAboveIt() async throws {
    let menu = """
      menus:
        main:
          - {url: /news/, title: {th: ข่าว, en: News}}
          - {page: index, title: {th: แรก, en: Home}}
          - {url: "https://example.org/x/", title: {th: นอก, en: Out}}

      """
    let site = TestSite().with([
      "themes/plain/templates/page.html":
        "{% for m in site.menus.main %}{{ m.url }} {{ m.active }} {{ m.ancestor }};{% endfor %}",
      "content/news/a.th.md": "---\ntitle: ก\n---\n",
    ]).replacing("theme: plain", with: menu + "theme: plain", in: "site.yaml")
    let (outputs, _) = try await site.build()
    let outside = "https://example.org/x/ False False;"
    #expect(
      outputs["th/news/a/index.html"] == "/th/news/ False True;/th/ False True;" + outside)
    #expect(outputs["th/index.html"] == "/th/news/ False False;/th/ True False;" + outside)
  }
}
