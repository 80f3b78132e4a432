import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Every address in every output leads somewhere, or is told with its place.
@Suite struct ReadBackTests {
  /// What a file holds, and the dead address in it; `nil` where everything in it is alive.
  typealias Planted = (file: String, text: String, dead: String?)

  /// Ways to write an address; `@` stands for one that may be dead.
  static let html: [String] = [
    #"<a href="@">x</a>"#, #"<a href='@'>x</a>"#, "<a href=@>x</a>", #"<A HREF = "@" >x</A>"#,
    #"<a class="x" href="https://example.org@">x</a>"#, #"<a href="//EXAMPLE.org@">x</a>"#,
    #"<a href=" @ ">x</a>"#, #"<a href="@?page=2&amp;x">x</a>"#, #"<area href="@">"#,
    #"<link rel="stylesheet" href="@">"#, #"<link rel="canonical" href="https://example.org@">"#,
    #"<link rel="alternate" hreflang="en" href="HTTPS://example.org@">"#, #"<img src="@" alt="">"#,
    #"<img srcset="/th/ 1x, @ 2x" alt="">"#, #"<img srcset="/th/, @, /en/ 3x" alt="">"#,
    #"<link rel="preload" as="image" imagesrcset="@ 480w">"#, #"<source src="@">"#,
    #"<video poster="@"></video>"#, #"<track src="@">"#, #"<iframe src="@"></iframe>"#,
    #"<embed src="@">"#, #"<object data="@"></object>"#, #"<script src="@"></script>"#,
    #"<form action="@"></form>"#, #"<button formaction="@">x</button>"#,
    #"<blockquote cite="@">x</blockquote>"#,
    #"<svg><use href="@"/></svg>"#, #"<svg><image xlink:href="@"/></svg>"#,
    #"<meta http-equiv="refresh" content="0; url=@">"#,
    #"<meta content="5;URL='@'" http-equiv="Refresh">"#,
    #"<meta property="og:image" content="https://example.org@">"#,
    #"<meta content="https://example.org@" property="og:url">"#,
    #"<meta name="twitter:image" content="@">"#, #"<style>p { background: url(@) }</style>"#,
    #"<style>@import "@";</style>"#, #"<p style="background: url('@')">x</p>"#,
    #"<script type="application/ld+json">{"url": "https://example.org@"}</script>"#,
    #"<script type="application/ld+json">{"@type": "X", "logo": "@"}</script>"#,
    #"<script type="application/ld+json">{"sameAs": ["https:\/\/example.org@"]}</script>"#,
    #"<base href="/th/"><a href="..@">x</a>"#, #"<template><a href="@">x</a></template>"#,
  ]
  static let others: [(file: String, text: String)] = [
    ("css", ".a { background: url(@) }"), ("css", "@import url(\"@\");"), ("css", "@import '@';"),
    ("css", "@font-face { src: url( '@' ) format('woff2') }"),
    ("xml", "<urlset><url><loc>https://example.org@</loc></url></urlset>"),
    ("xml", "<feed><link href=\"https://example.org@\"/></feed>"),
    ("xml", "<rss><channel><link> https://example.org@ </link></channel></rss>"),
    ("svg", "<svg><a href=\"@\"><style>p { fill: url(/th/) }</style></a></svg>"),
    ("json", #"{"pages": {"th": "https://example.org@"}}"#),
    ("jsonld", #"{"@id": "https://example.org@"}"#),
    ("webmanifest", #"{"icons": [{"src": "@"}]}"#), ("txt", "Sitemap: https://example.org@\n"),
    ("md", "See <https://example.org@>, or not.\n"),
  ]

  private static let alive = [
    "/th/", "/th/news/", "/th/index.html", "/th/../en/", "/th/./news/", "/%74h/",
    "/plan%20%E0%B8%81.pdf",
  ]

  /// Each way with a dead address of its own, and with a living one.
  static func planted(dead: Bool) -> [Planted] {
    let ways = html.map { (file: "html", text: $0) } + others
    return ways.enumerated().map { index, way in
      let address = dead ? "/gone-\(index)/" : alive[index % alive.count]
      // The at-sign of rules and of JSON-LD stays.
      let text = way.text.replacing(/@(?!import|font|id|type)/, with: address)
      return (file: "static/probe-\(index).\(way.file)", text: text, dead: dead ? address : nil)
    }
  }

  private static let site = TestSite().with([
    "static/plan ก.pdf": "x",
    "content/news/a.th.md": "---\ntitle: ก\ndate: 2022-10-26\n---\n## ข\n\nค\n",
  ])

  private func dead(_ site: TestSite, _ options: BuildOptions? = nil) async throws -> [Diagnostic] {
    try await site.build(options).diagnostics.all.filter { $0.code == "dead-address" }
  }

  @Test func everyKindOfDeadAddressIsFoundAndToldWithItsFile() async throws {
    let planted = Self.planted(dead: true)
    let site = Self.site.with(Dictionary(uniqueKeysWithValues: planted.map { ($0.file, $0.text) }))
    let found = try await dead(site)
    #expect(planted.count > 50)
    for probe in planted {
      let target = try #require(probe.dead)
      let own = found.filter { $0.place?.path == probe.file }
      #expect(own.count == 1 && own[0].message.en.contains("'\(target)'"), "\(probe.text): \(own)")
    }
    #expect(found.count == planted.count)
  }

  @Test func noLivingAddressIsFound() async throws {
    let planted = Self.planted(dead: false)
    let site = Self.site.with(Dictionary(uniqueKeysWithValues: planted.map { ($0.file, $0.text) }))
    #expect(try await dead(site).map(\.message.en) == [])
  }

  @Test(arguments: [
    "<!-- <a href=\"/gone/\"> -->", "<a href=\"\">x</a>", "<a href=\"#\">x</a>",
    "<a href=\"#top\">x</a>",
    "<a href=\"mailto:a@b.org\">x</a>", "<a href=\"tel:+6621234567\">x</a>",
    "<a href=\"https://other.example/gone/\">x</a>", "<a href=\"//other.example/gone/\">x</a>",
    "<a href=\"https://example.org.other.example/gone/\">x</a>",
    "<a href=\"http://example.org:8080/x\">x</a>",
    "<img src=\"data:image/svg+xml,%3Csvg%3E\">", "<a href=\"javascript:void(0)\">x</a>",
    "<textarea><a href=\"/gone/\"></textarea>", "<script>let a = '<a href=\"/gone/\">'</script>",
    "<style>/* url(/gone/) */ a::after { content: 'url(/gone/)' } b { fill: url(#gone) }</style>",
    "<p data-href=\"/gone/\" title=\"/gone/\">&lt;a href=&quot;/gone/&quot;></p>",
    "<meta name=\"description\" content=\"/gone/\">",
    "<a href=\"/plan%20%e0%b8%81.pdf#page=2\">x</a>",
    "<script type=\"application/ld+json\">{\"@id\": \"https://example.org/data/#set\"}</script>",
    "<script type=\"application/ld+json\">{\"x\": \"https://example.org/gone/ has moved\"}</script>",
    "<a href=\"#a&amp;b\" id=\"a&amp;b\">x</a><a name=\"n\"></a><a href=\"#n\">x</a>",
    "<a href=\"#%E0%B8%82\">x</a><h2 id=\"ข\">x</h2>", "<a href=\"/th/news/a/#:~:text=ก\">x</a>",
    "<a href=\"/th/news/a/#%E0%B8%82\">x</a><a href=\"https://example.org/th/news/a/#ข\">x</a>",
    "<a href=\"news/a/#ข\">x</a>", "<a href", "<a href=\"/th/", "<", "<a href=>x</a>",
  ])
  func whatIsNoDeadAddressIsNotTold(_ text: String) async throws {
    #expect(try await dead(Self.site.with(["static/th/probe.html": text])) == [])
  }

  @Test(arguments: [
    ("<a href=\"#ก\">x</a>", "/probe.html"), ("<a href=\"/th/news/a/#ฃ\">x</a>", "/th/news/a/"),
    ("<a href=\"https://example.org/th/news/a/#%E0%B8%81\">x</a>", "/th/news/a/"),
    ("<a href=\"th/news/a/index.html#x\">x</a>", "/th/news/a/"),
    ("<svg><use href=\"/i.svg#y\"/></svg>", "/i.svg"),
  ])
  func anAnchorThatIsNotThereIsTold(_ text: String, _ page: String) async throws {
    let found = try await dead(
      Self.site.with(["static/probe.html": text, "static/i.svg": "<svg id=\"x\"/>"]))
    #expect(found.count == 1 && found[0].message.en.contains("on '\(page)'"), "\(found)")
  }

  @Test func aThaiHostIsTheSitesOwnHoweverItIsWritten() async throws {
    var options = Self.site.options()
    options.baseURL = "https://ชุมชน.ไทย/"
    let found = try await dead(
      Self.site.with([
        "static/a.html":
          "<a href=\"https://ชุมชน.ไทย/gone-1/\">x</a><a href=\"https://ชุมชน.ไทย/th/\">x</a>",
        "static/b.html": "<a href=\"https://XN--b3ca9b4a0i.xn--o3cw4h/gone-2/\">x</a>",
      ]), options)
    #expect(found.map { $0.place?.path } == ["static/a.html", "static/b.html"])
  }

  @Test func belowAPathTheSitesOwnPagesNeedThePath() async throws {
    var options = Self.site.options()
    options.baseURL = "https://example.org/report/"
    let probe = "<a href=\"/report/th/\">x</a><a href=\"/elsewhere/\">x</a><a href=\"../th/\">x</a>"
    #expect(try await dead(Self.site.with(["static/a/b.html": probe]), options) == [])
    let found = try await dead(
      Self.site.with([
        "themes/plain/templates/terms.html":
          "<h1>{{ page.title }}</h1>\n<a href=\"/th/news/\">x</a>"
      ]), options)
    #expect(found.count == 1 && found[0].place?.path == "themes/plain/templates/terms.html")
  }

  @Test func relativeAddressesAreReadAsTheyArePublished() async throws {
    var options = Self.site.options()
    options.usesRelativeURLs = true
    let site = Self.site.with([
      "static/style.css": "a { background: url(/plan%20%E0%B8%81.pdf) }",
      "themes/plain/templates/terms.html":
        "<title>x</title><img srcset=\"/th/ 1x, /en/ 2x\"><a href='/th/#x'>x</a><p style=\"fill: url(/th/)\">",
    ])
    let (outputs, found) = try await site.replacing(
      "<article", with: "<article id=\"x\"", in: "themes/plain/templates/page.html"
    ).build(options)
    #expect(found.isEmpty)
    #expect(outputs["style.css"] == "a { background: url(plan%20%E0%B8%81.pdf) }")
    let terms = "../../th/index.html"
    #expect(
      outputs["th/topics/index.html"]
        == "<title>x</title><img srcset=\"\(terms) 1x, ../../en/index.html 2x\"><a href='\(terms)#x'>x</a><p style=\"fill: url(\(terms))\">"
    )
  }

  @Test func aRedirectOpensFromAFolder() async throws {
    var options = TestSite().options()
    options.usesRelativeURLs = true
    let (outputs, found) = try await TestSite().with([
      "content/about.th.md": "---\ntitle: เรา\naliases: [/old/]\n---\nก\n"
    ]).build(options)
    #expect(found.isEmpty)
    #expect(
      outputs["th/old/index.html"]?.contains("content=\"0; url=../../th/about/index.html\"") == true
    )
  }

  @Test func whatATemplateWritesIsToldOnceForAllPages() async throws {
    let site = Self.site.replacing(
      "<article", with: "<a href=\"/th/nowhere/\">x</a>\n<article",
      in: "themes/plain/templates/page.html")
    let found = try await dead(site)
    #expect(found.count == 1)
    guard case .span(let span)? = found[0].place else {
      Issue.record("no place")
      return
    }
    #expect(span.file.path == "themes/plain/templates/page.html" && span.position.line == 6)
    #expect(found[0].notes.map(\.en) == ["on /en/, /en/news/a/, /th/ and 1 more page"])
  }

  @Test func whatAnArticleWritesIsToldThere() async throws {
    let site = Self.site.with([
      "content/b.th.md": "---\ntitle: ข\n---\nก\n\n<a href=\"/th/nowhere/\">x</a>\n",
      "content/c.th.md": "---\ntitle: ค\n---\n<a href=\"/th/nowhere/\">x</a>\n",
    ]).replacing("theme: plain", with: "theme: plain\nmarkdown: {raw_html: true}", in: "site.yaml")
    let found = try await dead(site)
    #expect(found.map { $0.place?.path } == ["content/b.th.md", "content/c.th.md"])
  }

  @Test func aTemplateThatMakesManyIsNotToldAThousandTimes() async throws {
    var site = Self.site.replacing(
      "<article", with: "<a href=\"/x{{ page.url }}\">x</a>\n<article",
      in: "themes/plain/templates/page.html")
    for number in 0..<40 { site.files["content/n\(number).th.md"] = "---\ntitle: ก\n---\nก\n" }
    let found = try await dead(site)
    #expect(found.count == 22)
    #expect(found.flatMap(\.notes).map(\.en).contains("and 62 more addresses like it"))
  }

  @Test func aPlainBuildOfALargeSiteSaysThatItLeavesThemAndAStrictOneDoesNot() async throws {
    var site = Self.site.with(["static/probe.html": "<a href=\"/gone/\">x</a>"])
    let small = try await build(
      site.tree, site.options(), readsBack: .onSmallSites, into: MemorySink())
    #expect(small.diagnostics.hasErrors && !small.leavesAddresses)
    for number in 0..<10_000 { site.files["static/n\(number).txt"] = "x" }
    let plain = try await build(
      site.tree, site.options(), readsBack: .onSmallSites, into: MemorySink())
    #expect(!plain.diagnostics.hasErrors && plain.leavesAddresses)
    let strict = try await build(
      site.tree, site.options(), isStrict: true, readsBack: .onSmallSites, into: MemorySink())
    #expect(strict.diagnostics.all.contains { $0.code == "dead-address" })
  }
}

extension MistakeTests.Case {
  static let readBack: [Self] = [
    Self(
      "dead-address-of-a-template",
      [
        "themes/plain/templates/terms.html": """
        <h1 id="t">{{ page.title }}</h1>
        <a href="{{ url("/nwes/") }}">x</a> <a href="/th/news">x</a> <a href="/news/">x</a>
        <a href="#u">x</a> <a href="/th/#x">x</a> <img src="/assets/css/site.css">
        """,
        "themes/plain/assets/css/site.css": "a { background: url(../icons/a.svg) }",
        "themes/plain/assets/icons/a.svg": "<svg/>",
      ]),
    Self(
      "dead-address-of-an-article",
      [
        "content/a.th.md": "---\ntitle: ก\nextra: {more: /nwes/}\n---\n## วิสัยทัศน์\n",
        "content/b.th.md": "---\ntitle: ข\nextra: {more: '/a/#วิสัยทัด'}\n---\nค\n",
        "themes/plain/templates/page.html":
          "{{ page.content }}{% if page.extra.more is defined %}<a href=\"{{ url(page.extra.more) }}\">x</a>{% endif %}",
      ]),
  ]
}
