import SaanFiles
import SaanImages
import SaanText
import Testing

/// What is left of a drawing that somebody sent, and what is told of the rest.
@Suite struct CleanDrawingTests {
  /// A picture of one point that says nothing else.
  private static let point = TestSite.picture(for: "a.png")
  private static let bare = Base64.encode(point)
  /// The same with a remark in it.
  private static let wordy = Base64.encode(
    Array(point.prefix(33)) + [0, 0, 0, 4] + Array("tEXtGPS!".utf8) + [0, 0, 0, 0]
      + Array(point.dropFirst(33)))

  private func clean(_ inner: String, head: String = "") -> CleanDrawing {
    CleanDrawing(
      Array(
        "\(head)<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(inner)</svg>"
          .utf8))
  }

  private func inner(_ drawing: CleanDrawing) -> String {
    let text = String(decoding: drawing.bytes, as: UTF8.self)
    let start = text.firstRange(of: "xlink\">")?.upperBound ?? text.startIndex
    let end = text.ranges(of: "</svg>").last?.lowerBound ?? text.endIndex
    return String(text[start..<end])
  }

  @Test(arguments: [
    "<path d=\"M0 0\"/>", "<text>ก &amp; ข</text>", "<g id='a'/>",
    "<use href=\"#a\"/>", "<use xlink:href='#a'/>", "<rect fill=\"url(#g)\"/>",
    "<a href=\"https://example.org/\"><text>x</text></a>", "<a xlink:href=\"mailto:a@b.example\"/>",
    "<image href=\"data:image/png;base64,\(bare)\"/>",
    "<style>.a{fill:url(#g);content:'\\2022'}</style>", "<style><![CDATA[.a>b{fill:red}]]></style>",
    "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AA)}</style>",
    "<animate attributeName=\"x\" to=\"1\"/>", "<g style=\"fill:red\"/>", "<title>on load</title>",
  ])
  func whatIsDrawnStays(_ text: String) {
    let drawing = clean(text)
    #expect(!drawing.isChanged && !drawing.isBroken)
    #expect(inner(drawing) == text)
  }

  @Test(arguments: [
    ("<script>alert(1)</script><g/>", "<g/>", "<script>"),
    ("<svg:script xmlns:svg='x'/><g/>", "<g/>", "<svg:script>"),
    ("<SCRIPT>a</SCRIPT>", "", "<SCRIPT>"),
    ("<foreignObject><div><script/></div></foreignObject><g/>", "<g/>", "<foreignObject>"),
    ("<g onload=\"a()\" id=\"x\"/>", "<g id=\"x\"/>", "onload"),
    ("<g ONCLICK='a()'/>", "<g/>", "ONCLICK"),
    (
      "<a href=\"javascript:a()\"><text>x</text></a>", "<a><text>x</text></a>",
      "href=\"javascript:a()\""
    ),
    ("<a href=\"java&#115;cript:a()\"/>", "<a/>", "href=\"javascript:a()\""),
    ("<a href=\"&#x20;java\tscript:a()\"/>", "<a/>", "href=\" java\tscript:a()\""),
    ("<a href=\"data:text/html,x\"/>", "<a/>", "href=\"data:text/html,x\""),
    (
      "<image xlink:href=\"http://t.example/x.png\"/>", "<image/>",
      "xlink:href=\"http://t.example/x.png\""
    ),
    ("<use href=\"other.svg#a\"/>", "<use/>", "href=\"other.svg#a\""),
    (
      "<image href=\"data:image/svg+xml;base64,AA\"/>", "<image/>",
      "href=\"data:image/svg+xml;base64,AA\""
    ),
    ("<set attributeName=\"href\" to=\"javascript:a()\"/>", "", "<set>"),
    ("<animate attributeName=\"xlink:href\" values=\"x\"/>", "", "<animate>"),
    (
      "<rect fill=\"url(http://t.example/#g)\"/>", "<rect fill=\"none\"/>",
      "fill=\"url(http://t.example/#g)\""
    ),
    (
      "<g style=\"background:url( 'http://t.example/x' );fill:red\"/>",
      "<g style=\"background:none;fill:red\"/>",
      "style=\"background:url( 'http://t.example/x' );f…\""
    ),
    (
      "<style>@import url(https://fonts.example/x.css);.a{fill:red}</style>",
      "<style>.a{fill:red}</style>", "<style>"
    ),
    ("<style>@\\69mport 'http://t.example/x';</style>", "<style></style>", "<style>"),
    ("<style>.a{fill:u\\72l(http://t.example/x)}</style>", "<style></style>", "<style>"),
    (
      "<style><![CDATA[.a{fill:url(//t.example/x)}]]></style>", "<style>.a{fill:none}</style>",
      "<style>"
    ),
    ("<?xml-stylesheet href=\"http://t.example/x.css\"?><g/>", "<g/>", "<?xml-stylesheet?>"),
    ("<iframe src=\"https://x.example\"/>", "", "<iframe>"),
    ("<g xml:base=\"http://t.example/\"/>", "<g/>", "xml:base=\"http://t.example/\""),
  ])
  func whatCouldRunOrIsFetchedGoesAndIsTold(_ text: String, _ left: String, _ told: String) {
    let drawing = clean(text)
    #expect(inner(drawing) == left)
    #expect(drawing.removed.map(\.name) == [told])
  }

  @Test func whatAProgramNotedForItselfGoesWithoutAWord() {
    let drawing = clean(
      "<metadata><dc:creator>Somchai</dc:creator></metadata><sodipodi:namedview pagecolor='x'/><g inkscape:export-filename='C:\\Users\\somchai\\x.png' id='a'/>"
    )
    #expect(inner(drawing) == "<g id='a'/>")
    #expect(drawing.isChanged && drawing.removed.isEmpty)
    let others = clean(
      "<!-- Somchai, C:\\Users\\somchai --><i:pgf xmlns:i='http://ns.adobe.com/x'>x<g/></i:pgf><g data-name='Somchai' xmlns:i='x' i:layer='y'/><rdf xmlns='http://x.example/'><g/></rdf><s:path xmlns:s='http://www.w3.org/2000/svg'/>"
    )
    #expect(inner(others) == "<g xmlns:i='x'/><s:path xmlns:s='http://www.w3.org/2000/svg'/>")
    #expect(others.removed.isEmpty)
  }

  @Test(arguments: [
    "<image href=\"data:image/png;base64,#\"/>", "<image xlink:href=\"data:image/png;base64,#\"/>",
    "<g style=\"fill:url('data:image/png;base64,#')\"/>",
    "<style>.a{fill:url(data:image/png;base64,#)}</style>",
  ])
  func aPackedPictureSaysNothingBesideWhatItShows(_ text: String) {
    let drawing = clean(text.replacing("#", with: Self.wordy))
    #expect(drawing.isChanged && drawing.removed.isEmpty)
    #expect(inner(drawing) == text.replacing("#", with: Self.bare))
    // Spaces in an address are passed over by browsers, and what is no picture is not kept.
    let spread = clean(text.replacing("#", with: Self.wordy).replacing("data:", with: "da\nta:"))
    #expect(!String(decoding: spread.bytes, as: UTF8.self).contains(Self.wordy))
    let other = clean(text.replacing("#", with: Base64.encode(Array("Somchai".utf8))))
    #expect(!String(decoding: other.bytes, as: UTF8.self).contains("U29tY2hhaQ"))
  }

  @Test func namesOfTheFileAreWrittenOut() {
    let head = "<!DOCTYPE svg [ <!ENTITY ns \"http://ns.example/\"> <!ENTITY who 'สภา'> ]>"
    let drawing = clean("<text class=\"&ns;\">&who; &amp; &lt;</text>", head: head)
    #expect(inner(drawing) == "<text class=\"http://ns.example/\">สภา &amp; &lt;</text>")
    #expect(drawing.removed.isEmpty && drawing.isChanged)
    let hidden = clean("<a href=\"&x;\"/>", head: "<!DOCTYPE svg [<!ENTITY x 'javascript:a()'>]>")
    #expect(inner(hidden) == "<a/>")
    let outside = clean("<g/>", head: "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")
    #expect(outside.removed.map(\.name) == ["<!ENTITY>"])
  }

  @Test(arguments: [
    "<g>", "<g></h>", "<g a=b/>", "<g a='1' a/>", "a < b", "<!-- x", "<style>a", "<![CDATA[x",
    "<!DOCTYPE x [<!ENTITY a '<script/>'>]>",
  ])
  func whatIsNoXMLIsLeftAndTold(_ text: String) {
    let drawing = clean(text)
    #expect(drawing.isBroken && !drawing.isChanged)
  }

  @Test func placesAreThoseOfTheFile() throws {
    let text = "<svg><g\n onload=\"a()\"/></svg>"
    let removed = try #require(CleanDrawing(Array(text.utf8)).removed.first)
    let bytes = Array(text.utf8)[removed.range]
    #expect(String(decoding: bytes, as: UTF8.self) == "onload=\"a()\"")
  }
}
