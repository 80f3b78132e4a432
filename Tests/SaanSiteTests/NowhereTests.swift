import SaanSite
import SaanText
import Testing

/// Links, addresses and old addresses by which nobody gets anywhere.
@Suite struct NowhereTests {
  private func told(_ markdown: String) async throws -> [String] {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n\(markdown)\n", "content/i.svg": Self.svg,
      "themes/plain/shortcodes/figure.html": "<a class=\"f\" href=\"#x\">12</a>",
    ])
    return try await inspect(site.tree, site.options()).diagnostics.all.map(\.code)
  }

  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"

  @Test(arguments: [
    ("[ก]()", "empty-link"), ("[ก](<>)", "empty-link"), ("[ก](#)", "empty-link"),
    ("[ก][r]\n\n[r]: <>", "empty-link"), ("[](/news/)", "empty-link"),
    ("[ ](https://example.org/)", "empty-link"),
    ("[ก](https://)", "bad-address"), ("[ก](https:///x)", "bad-address"),
    ("[ก](http:/x)", "bad-address"), ("[ก](https:example.com)", "bad-address"),
    ("[ก](//evil.example)", "bad-address"), ("[ก](<https://exa mple.org/b>)", "bad-address"),
    ("[ก](mailto:)", "bad-address"), ("[ก](tel:)", "bad-address"),
    ("[ก](https://localhost/)", "local-address"), ("[ก](http://192.168.1.5/x)", "local-address"),
    ("[ก](http://10.0.0.1:8080)", "local-address"), ("[ก](http://172.20.1.1/)", "local-address"),
    ("[ก](http://server/x)", "local-address"), ("[ก](http://nas.local/x)", "local-address"),
    ("[ก](http://[::1]/x)", "local-address"), ("![ก](http://127.0.0.1/x.png)", "local-address"),
    ("![ก](https://)", "bad-address"), ("![](i.svg)", "missing-alt"),
    ("![ ](i.svg)", "missing-alt"), ("ดู ![&nbsp;](i.svg)", "missing-alt"),
    ("![ก](https://x.example/a.png)", "image-elsewhere"),
    ("[![ก](https://x.example/a.png)](/news/)", "image-elsewhere"),
    ("{% note() %}\n![ก][r]\n\n[r]: https://x.example/a.png\n{% end %}", "image-elsewhere"),
  ])
  func whatLeadsNowhereIsTold(_ markdown: String, _ code: String) async throws {
    #expect(try await told(markdown).contains(code), "\(markdown)")
  }

  @Test(arguments: [
    "[ก](/news/)", "[ก](https://example.org)", "[ก](http://172.32.1.1/x)", "[ก](http://8.8.8.8/)",
    "[ก](https://ชุมชน.ไทย/ก)",
    "[ก](https://user@example.org:8443/x)", "[ก](mailto:info@example.org)", "[ก](mailto:?to=x)",
    "[![ก](i.svg)](/news/)", "[{{ figure(\"x\") }}](/news/)", "![ก](i.svg)",
    "![ก](https://example.org/assets/a.png)", "## ข\n\n[ก](#ข)",
  ])
  func whatLeadsSomewhereIsNot(_ markdown: String) async throws {
    let codes = Set(try await told(markdown))
    #expect(
      codes.isDisjoint(
        with: ["empty-link", "bad-address", "local-address", "missing-alt", "image-elsewhere"]))
  }

  @Test func aFigureInALinkHasNoLinkOfItsOwn() async throws {
    let site = TestSite().with([
      "content/a.th.md":
        "---\ntitle: ก\n---\n## มี {{ n(12) }}\n\n[ดู **{{ n(12) }}** คน](/news/) {{ n(12) }}\n",
      "themes/plain/shortcodes/n.html":
        "<a class=\"f\" title=\"a > b\" href=\"/th/\"><b>{{ args[0] }}</b><abbr>ค</abbr></a>",
    ])
    let (outputs, found) = try await site.build()
    let page = try #require(
      outputs["th/a/index.html"], "\(DiagnosticPrinter().text(found))")
    #expect(
      page.contains("<a href=\"/th/news/\">ดู <strong><b>12</b><abbr>ค</abbr></strong> คน</a>"))
    #expect(page.contains("</a> <a class=\"f\" title=\"a > b\" href=\"/th/\"><b>12</b>"))
  }

  // MARK: What is read back

  @Test(arguments: [
    "<a href=\"https://\">x</a>", "<a href=\" HTTPS:/x\">x</a>", "<a href=\"mailto:\">x</a>",
    "<img src=\"http:/x\">",
    "<label for=\"nobody\">x</label>", "<p aria-labelledby=\"nobody top\">x</p>",
    "<p aria-describedby='nobody'>x</p>", "<base href=\"https://evil.example/\">",
  ])
  func templatesNameNothingThatIsNotThere(_ html: String) async throws {
    let list = "themes/plain/templates/list.html"
    let site = TestSite().with([list: "<h1 id=\"top\">{{ page.title }}</h1>\n" + html])
    let found = try await site.build().diagnostics.all
    #expect(found.map(\.code) == ["dead-address"], "\(html)")
    #expect(DiagnosticPrinter().text(Diagnostics(found)).contains("\(list):2:"), "\(html)")
  }

  @Test func whatIsThereMayBeNamed() async throws {
    let html =
      "<label for=\"q\">x</label><input id=\"q\" aria-describedby=\"q  r\"><i id=r></i><a href=\"tel:02\">"
    let site = TestSite().with(["themes/plain/templates/list.html": html])
    #expect(try await site.build().diagnostics.isEmpty)
  }

  @Test func aLinkToWhatWasWithdrawnIsTold() async throws {
    let site = TestSite().replacing(
      "theme: plain\n",
      with: "theme: plain\ngone: [/th/old/, /en/old/]\nmenus: {main: [{url: /old/, title: ก}]}\n",
      in: "site.yaml"
    ).with([
      "content/a.th.md": "---\ntitle: ก\n---\n[ข](/old/)\n",
      "themes/plain/templates/gone.html": "<h1>{{ page.title }}</h1>",
      "themes/plain/phrases/th.yaml": phrasesThai + "gone_title: ถอนแล้ว\n",
      "themes/plain/phrases/en.yaml": phrasesEnglish + "gone_title: Withdrawn\n",
    ])
    let (outputs, found) = try await site.build()
    #expect(outputs["th/old/index.html"] != nil)
    #expect(found.all.map(\.code) == ["dead-address"] && !found.hasErrors)
    let text = DiagnosticPrinter().text(found)
    #expect(text.contains("content/a.th.md:4:") && text.contains("was withdrawn"))
  }

  // MARK: Old addresses

  private func settings(_ more: String) -> TestSite {
    TestSite().replacing("theme: plain\n", with: "theme: plain\n" + more, in: "site.yaml")
  }

  @Test func redirectsAreFollowedToTheirEnd() async throws {
    let site = settings(
      """
      redirects:
        /z/: /y/
        /y/: /x/
        /x/: /news/
        /w/: /v/
        /v/: https://elsewhere.example/
        /u/: /before/
        /index.php: /

      """
    ).with(["content/a.th.md": "---\ntitle: ก\naliases: [/before/]\n---\n"])
    let (outputs, found) = try await site.build()
    #expect(found.isEmpty, "\(DiagnosticPrinter().text(found))")
    for path in ["x", "y", "z"] {
      #expect(outputs["\(path)/index.html"]?.contains("url=/th/news/\"") == true, "\(path)")
    }
    for path in ["v", "w"] {
      #expect(outputs["\(path)/index.html"]?.contains("url=https://elsewhere.example/") == true)
    }
    #expect(outputs["u/index.html"]?.contains("url=/th/a/\"") == true)
    #expect(outputs["index.php"]?.contains("url=/\"") == true)
  }

  @Test(arguments: ["/x/: /y/, /y/: /x/", "/x/: /y/, /y/: /z/, /z/: /x/"])
  func redirectsInCirclesAreTold(_ redirects: String) async throws {
    let found = try await settings("redirects: {\(redirects)}\n").build().diagnostics.all
    #expect(Set(found.map(\.code)) == ["alias-loop"])
    #expect(found.count == redirects.split(separator: ",").count)
  }

  @Test(arguments: ["pdf", "JPG", "xml", "csv", "mp3", "zip"])
  func noPageIsWrittenIntoAFile(_ ending: String) async throws {
    let path = "/old/x.\(ending)"
    let redirect = try await settings("redirects: {\(path): /news/}\n").build().diagnostics.all
    #expect(redirect.map(\.code) == ["address-of-file"])
    let alias = try await TestSite().with([
      "content/a.th.md": "---\ntitle: ก\naliases: [\(path)]\n---\n"
    ]).build().diagnostics.all
    #expect(alias.map(\.code) == ["address-of-file"])
    let (outputs, found) = try await settings("gone: [\(path)]\n").build()
    #expect(found.all.map(\.code) == ["address-of-file"] && !found.hasErrors)
    #expect(outputs[String(path.dropFirst())] == nil && outputs["th/index.html"] != nil)
  }

  // MARK: Nothing to publish

  @Test func aSiteWithoutContentIsAnError() async throws {
    var site = TestSite()
    site.files = site.files.filter { !$0.key.hasPrefix("content/") }
    #expect(try await site.build().diagnostics.all.map(\.code) == ["no-content"])
    let found = try await site.with(["content": "ข้อความ"]).build().diagnostics
    #expect(found.all.map(\.code) == ["no-content"])
    #expect(DiagnosticPrinter().text(found).contains("'content' is a file"))
  }

  // MARK: Addresses in data and settings

  @Test(arguments: [
    ("licenses: [{name: CC-BY-4.0, path: \"javascript:1\"}]", true),
    ("licenses: [{name: CC-BY-4.0, path: \" JavaScript:1\"}]", true),
    ("licenses: [{name: CC-BY-4.0, path: \"https://\"}]", true),
    ("homepage: vbscript:x", true), ("sources: [{title: ก, path: \"data:text/html,x\"}]", true),
    ("contributors: [{title: ก, path: \"//x.example\"}]", true),
    ("licenses: [{name: x, path: /th/news/}]", false),
    ("homepage: https://elsewhere.example/data?x=1", false),
  ])
  func addressesOfADescriptionAreChecked(_ line: String, _ isTold: Bool) async throws {
    let key = String(line.prefix { $0 != ":" })
    let path = "content/data/datapackage.yaml"
    let lines = (TestSite.withData.files[path] ?? "").split(separator: "\n").filter {
      !$0.hasPrefix(key + ":")
    }
    let site = TestSite.withData.with([path: line + "\n" + lines.joined(separator: "\n") + "\n"])
    let found = try await site.build().diagnostics
    #expect(found.all.contains { $0.code == "bad-address" } == isTold)
    #expect(found.hasErrors == isTold, "\(DiagnosticPrinter().text(found))")
  }

  @Test func aNumberOfAPublicationIsAnsweredWithItsAddress() async throws {
    let site = TestSite.withData.replacing(
      "licenses:", with: "sources: [{title: ก, path: 'doi:10.5281/zenodo.1'}]\nlicenses:",
      in: "content/data/datapackage.yaml")
    #expect(try await site.check().contains("hint: write https://doi.org/10.5281/zenodo.1\n"))
  }

  @Test func anEmptyLinkIsFoundWhereItStands() async throws {
    let report = try await TestSite().with([
      "content/a.th.md":
        "---\ntitle: ก\n---\n[ข](/news/) คำ\n[ค]( <> \"ง\") [จ](\u{20}) [ฉ][r]\n\n[r]: <>\n"
    ]).check()
    for place in ["5:4", "5:17", "4:1"] {
      #expect(report.contains("--> content/a.th.md:\(place)\n"), "\(report)")
    }
  }

  @Test func addressesInTablesAreChecked() async throws {
    let site = TestSite().with([
      "content/data/sources.csv":
        "id,title,producer,url\na,ก,ข,https://example.org\nb,ก,ข,javascript:alert(1)\nc,ก,ข,http:/x\n"
    ])
    let found = try await site.build().diagnostics.all
    #expect(found.map(\.code) == ["bad-address", "bad-address"])
    #expect(
      found.map(\.place)
        == [3, 4].map {
          .cell(path: "content/data/sources.csv", sheet: nil, row: $0, column: "url")
        })
  }

  @Test(arguments: ["https://", "//x.example", "javascript:x", "http:/x"])
  func addressesOfMenusAreChecked(_ url: String) async throws {
    let site = settings("menus: {main: [{url: \"\(url)\", title: ก}]}\n")
    #expect(try await site.build().diagnostics.all.map(\.code) == ["bad-address"])
  }
}

extension MistakeTests.Case {
  static let nowhere: [Self] = [
    Self(
      "links-to-nowhere",
      [
        "content/a.th.md":
          "---\ntitle: ก\n---\n[ก]() [](/news/) [ข](https://) [ค](http:/x) [ง](//x.example) [จ](<https://a b>) [ฉ](mailto:)\n"
      ]),
    Self(
      "images-of-others",
      [
        "content/a/index.th.md":
          "---\ntitle: ก\nimage: {src: https://x.example/a.png, alt: ข}\n---\n![](i.svg)\n\n![ก](https://x.example/a.png)\n",
        "content/a/i.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
      ]),
    Self(
      "menu-of-two-targets", replacing: "theme: plain",
      with: "theme: plain\nmenus: {main: [{page: index, url: /}]}", in: "site.yaml"),
    Self(
      "redirects-in-circles", replacing: "theme: plain",
      with: "theme: plain\nredirects: {/x/: /y/, /y/: /x/}\ngone: [/a.jpg]", in: "site.yaml"),
    Self(
      "redirect-of-a-file", replacing: "theme: plain",
      with: "theme: plain\nredirects: {/a.pdf: /news/}", in: "site.yaml"),
  ]
}
