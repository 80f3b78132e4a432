import SaanText
import Testing

@testable import SaanMarkdown

/// Marks that might belong to each other, and those that end where they should.
@Suite struct EdgeTests {
  @Test(arguments: [
    ("~a~~b~c~~", "~a<del>b~c</del>"), ("~~a~b~~c~", "<del>a~b</del>c~"),
    ("~a ~~b~~ c~", "<del>a <del>b</del> c</del>"), ("~~a~~ ~b~", "<del>a</del> <del>b</del>"),
    ("~~~a~~~ b", nil), ("~ a ~", "~ a ~"), ("~a ~~b~ c~~", "<del>a ~~b</del> c~~"),
  ])
  func strikethroughNeverCrosses(text: String, html: String?) {
    let found = rendered("x " + text)
    #expect(found == "<p>x \(html ?? text)</p>\n")
    #expect(found.split(separator: "<del>").count == found.split(separator: "</del>").count)
  }

  @Test(arguments: [
    ("http://a.example/b.", "http://a.example/b"), ("http://a.example/b, c", "http://a.example/b"),
    ("http://a.example/b?", "http://a.example/b"), ("http://a.example/b.c", "http://a.example/b.c"),
    ("www.a.example.", "http://www.a.example"), ("http://a.example/b;", "http://a.example/b"),
  ])
  func marksAfterAnAddressAreNoPartOfIt(text: String, address: String) {
    #expect(rendered(text).hasPrefix("<p><a href=\"\(address)\">"))
  }

  @Test func headingsOfOneNameAreNumberedFromOne() {
    let ids = parse("# ก\n# ก\n# ก\n# ก-1\n").value.outline.map(\.id)
    #expect(ids == ["ก", "ก-1", "ก-2", "ก-1-1"])
  }

  @Test func picturesAreNoTextAndTheirWordsStandBelow() {
    let text = "ก ![ภาพ](a.png) ข"
    #expect(parse(text).value.plainText == "ก ข")
    #expect(rendered("![ภาพ](a.png \"คำ\")").contains("<figcaption>คำ</figcaption>"))
    #expect(!rendered("![ภาพ](a.png \"คำ\")").contains("title="))
    #expect(rendered("ก ![ภาพ](a.png \"คำ\")").contains("title=\"คำ\""))
  }
}
