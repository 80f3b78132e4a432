import SaanText
import Testing

/// Addresses that people shared: aliases, redirects of an older site, and withdrawn pages.
@Suite struct OldAddressTests {
  private func site(aliases: String, english: String? = nil) -> TestSite {
    TestSite().with([
      "content/about.th.md": "---\ntitle: เรา\naliases: \(aliases)\n---\nก\n",
      "content/about.en.md":
        "---\ntitle: About\n\(english.map { "aliases: \($0)\n" } ?? "")---\nx\n",
      "content/news/a.th.md": "---\ntitle: ข่าว\ndate: 2022-10-26\n---\nเนื้อหา\n",
      "themes/plain/templates/redirect.html":
        #"<html lang="{{ lang }}"><meta http-equiv="refresh" content="0; url={{ page.url }}"><link rel="canonical" href="{{ page.canonical }}"><title>{{ page.title }}</title>"#,
      "themes/plain/templates/gone.html": #"<html lang="{{ lang }}"><h1>{{ page.title }}</h1>"#,
      "themes/plain/phrases/th.yaml": phrasesThai + "gone_title: ถอนแล้ว\n",
      "themes/plain/phrases/en.yaml": phrasesEnglish + "gone_title: Withdrawn\n",
    ])
  }

  private func settings(_ more: String) -> TestSite {
    let site = site(aliases: "[]")
    return site.with(["site.yaml": (site.files["site.yaml"] ?? "") + more])
  }

  private func redirect(_ language: String, _ url: String, _ title: String) -> String {
    #"<html lang="\#(language)"><meta http-equiv="refresh" content="0; url=\#(url)"><link rel="canonical" href="https://example.org\#(url)"><title>\#(title)</title>"#
  }

  /// Only the site knows whether an older one had such an address.
  @Test func anAddressInNoLanguageMayBeMeant() async throws {
    let gone = "gone: [/news/x/]\n"
    let told = try await settings(gone).build().diagnostics.all.map(\.code)
    #expect(told == ["gone-in-no-language"])
    let meant = "rules: {gone-in-no-language: {severity: off, reason: The old site had it.}}\n"
    let (outputs, found) = try await settings(gone + meant).build()
    #expect(found.all.allSatisfy { $0.severity == .note })
    #expect(outputs["news/x/index.html"]?.contains("ถอนแล้ว") == true)
  }

  @Test func anAliasIsAnAddressInThePagesOwnLanguage() async throws {
    let outputs = try await site(aliases: "[/old/]", english: "[/before]").build().outputs
    #expect(outputs["th/old/index.html"] == redirect("th", "/th/about/", "เรา"))
    #expect(outputs["en/before/index.html"] == redirect("en", "/en/about/", "About"))
    #expect(outputs["old/index.html"] == nil && outputs["th/before/index.html"] == nil)
  }

  @Test(arguments: [
    ("/th/news/old/", "th/news/old/index.html"), ("/en/was/", "en/was/index.html"),
    ("/2565/10/x.html", "2565/10/x.html"), ("/old.php", "old.php"),
  ])
  func anAddressWithALanguageOrAnEndingIsExactlyThat(_ alias: String, _ output: String) async throws
  {
    let outputs = try await site(aliases: "[\(alias)]").build().outputs
    #expect(outputs[output] == redirect("th", "/th/about/", "เรา"))
  }

  @Test(arguments: [
    "/2565/งานบุญ ใหญ่/",
    "/2565/%e0%b8%87%e0%b8%b2%e0%b8%99%e0%b8%9a%e0%b8%b8%e0%b8%8d%20%E0%B9%83%E0%B8%AB%E0%B8%8D%E0%B9%88",
  ])
  func aThaiAddressWorksHoweverItWasCopied(_ alias: String) async throws {
    let outputs = try await site(aliases: "[\"\(alias)\"]").build().outputs
    #expect(outputs["th/2565/งานบุญ ใหญ่/index.html"] != nil)
  }

  @Test func aPageWithoutTranslationKeepsBothOfItsAddresses() async throws {
    let outputs = try await TestSite().with([
      "content/about.th.md": "---\ntitle: เรา\naliases: [/old/, /x.html]\n---\nก\n"
    ]).build().outputs
    #expect(outputs["th/old/index.html"]?.contains("url=/th/about/") == true)
    #expect(outputs["en/old/index.html"]?.contains("url=/en/about/") == true)
    #expect(outputs["x.html"]?.contains("url=/th/about/") == true)
  }

  @Test func aRedirectIsInNoSitemapAndNamesTheOriginal() async throws {
    let (outputs, found) = try await site(aliases: "[/old/, /x.html]").build()
    #expect(outputs["sitemap.xml"]?.contains("old") == false)
    #expect(outputs["sitemap.xml"]?.contains("x.html") == false)
    #expect(found.isEmpty)
  }

  @Test func addressesOfAnOlderSiteLeadToPages() async throws {
    let (outputs, found) = try await settings(
      """
      redirects:
        /2565/10/post/: news/a
        /en/old-about: about
        /p/12: /news/
        /feed.html: content/about.en.md
        /old/ข่าว/: https://example.org/en/about/
        /partner/: https://other.example/x?y=1
        /root: /

      """
    ).replacing("  /root: /\n", with: "", in: "site.yaml").build()
    #expect(found.isEmpty)
    #expect(outputs["2565/10/post/index.html"] == redirect("th", "/th/news/a/", "ข่าว"))
    #expect(outputs["en/old-about/index.html"] == redirect("en", "/en/about/", "About"))
    #expect(outputs["p/12/index.html"] == redirect("th", "/th/news/", "ข่าว"))
    #expect(outputs["feed.html"] == redirect("en", "/en/about/", "About"))
    #expect(outputs["old/ข่าว/index.html"] == redirect("en", "/en/about/", "About"))
    #expect(outputs["partner/index.html"]?.contains("url=https://other.example/x?y=1\"") == true)
  }

  @Test func aWithdrawnPageSaysSoInItsLanguage() async throws {
    let (outputs, found) = try await settings("gone: [/th/secret/, /en/secret/, /2560/x.html]\n")
      .build()
    #expect(found.isEmpty)
    #expect(outputs["th/secret/index.html"] == #"<html lang="th"><h1>ถอนแล้ว</h1>"#)
    #expect(outputs["en/secret/index.html"] == #"<html lang="en"><h1>Withdrawn</h1>"#)
    #expect(outputs["2560/x.html"] == #"<html lang="th"><h1>ถอนแล้ว</h1>"#)
    #expect(outputs["sitemap.xml"]?.contains("secret") == false)
  }

  @Test func twoAddressesThatAreOneAreToldOnlyWhereTheyDiffer() async throws {
    let same = try await site(aliases: "[/old/, /old, /th/old/]").build()
    #expect(same.diagnostics.isEmpty)
    let taken = try await site(aliases: "[/news/a/]").build().diagnostics
    #expect(taken.all.map(\.code) == ["same-url"])
  }

  @Test func aRedirectToAPageThatIsHeldBackSaysSo() async throws {
    let site = settings("redirects: {/2022/rest/: news/rest}\n").with([
      "content/news/rest.th.md": "---\ntitle: ปีใหม่\nexpiry_date: 2024-10-01\n---\nก\n"
    ])
    let report = try await site.check()
    #expect(
      report.contains(
        "error[dead-link]: 'news/rest' is not published: it expired on 1 October 2024"),
      "\(report)")
  }

  @Test(arguments: [
    "/x/: about", "/x/: /news/", "/x/: https://other.example/feed/", "/x/: /en/",
    "/x/: https://other.example/a.xml/b",
  ])
  func aRedirectToAPageIsNoRedirectToAFile(_ line: String) async throws {
    #expect(try await settings("redirects: {\(line)}\n").check() == "")
  }

  @Test func aHomePageIsThereThoughNobodyHasWrittenOne() async throws {
    var site = site(aliases: "[]")
    site.files["content/index.th.md"] = nil
    site.files["content/index.en.md"] = nil
    site.files["themes/plain/templates/home.html"] =
      "<h1>{{ page.title }}</h1><p>{{ page.summary }}</p>{% for p in page.subsections %}<a href=\"{{ p.url }}\">{{ p.title }}</a>{% endfor %}{{ page.kind }} {{ page.alternates | length }}"
    let (outputs, found) = try await site.replacing(
      "theme: plain", with: "theme: plain\ndescription: {th: คำอธิบาย, en: What it is}",
      in: "site.yaml"
    ).build()
    #expect(found.isEmpty)
    #expect(
      outputs["th/index.html"]
        == #"<h1>เว็บทดสอบ</h1><p>คำอธิบาย</p><a href="/th/about/">เรา</a>home 3"#)
    #expect(
      outputs["en/index.html"]
        == #"<h1>Test site</h1><p>What it is</p><a href="/en/about/">About</a>home 3"#)
    #expect(outputs["sitemap.xml"]?.contains("<loc>https://example.org/th/</loc>") == true)
  }
}

extension MistakeTests.Case {
  private static func settings(_ name: String, _ more: String) -> Self {
    Self(name, replacing: "theme: plain\n", with: "theme: plain\n" + more, in: "site.yaml")
  }

  static let addresses: [Self] = [
    Self(
      "alias-of-itself",
      ["content/a.th.md": "---\ntitle: ก\naliases: [/a/, /th/a]\n---\n"]),
    Self(
      "alias-with-query",
      ["content/a.th.md": "---\ntitle: ก\naliases: ['/?p=12', '/post.php?id=3']\n---\n"]),
    Self(
      "alias-with-host", ["content/a.th.md": "---\ntitle: ก\naliases: [example.org/old/]\n---\n"]),
    settings(
      "redirects",
      "redirects: {/x/: nwes, /th/: index, /th/news/: news, /y/: /th/old/, z: news, /q/: [a]}\n"),
    settings(
      "redirects-twice", "redirects: {/2022/a: about, /2022/a/: news, /B/: about, /b/: news}\n"
    )
    .adding("content/about.th.md", "---\ntitle: เรา\naliases: [/2022/c.html, /d/]\n---\n")
    .adding("content/we.th.md", "---\ntitle: คณะ\naliases: [/2022/c.html, /d/]\n---\n"),
    settings("redirect-from-a-page", "redirects: {/th/about/: news}\n")
      .adding("content/about.th.md", "---\ntitle: เรา\n---\n"),
    settings(
      "redirect-to-a-file",
      "redirects: {/feed/: th/atom.xml, /json/: th/feed.json, /rss/: https://a.example/b.xml?x, /plan/: /plan.pdf}\n"
    ).adding("static/plan.pdf", "x"),
    settings(
      "addresses-without-scheme",
      """
      menus: {main: [{url: www.codi.or.th, title: ก}, {url: codi.or.th/news, title: ข}, {url: news, title: ค}]}
      redirects: {/x/: www.codi.or.th/a, /y/: web.codi.or.th}

      """
    ).adding(
      "content/data/sources.csv", "id,title,producer,url\na,ก,ข,www.codi.or.th\nb,ก,ข,a@b.org\n"
    )
    .adding("content/data/datapackage.yaml", "name: d\nhomepage: www.codi.or.th\nresources: []\n"),
    settings(
      "redirects-to-themselves",
      "redirects: {/old/: /old/, /a: /a/, /b/: 'https://example.org/b/', /c/: 'http://example.org/c/'}\n"
    ),
    settings("gone-but-a-file", "gone: [/robots.txt, /sitemap.xml, /plan.pdf, /old.pdf]\n")
      .adding("static/plan.pdf", "x"),
    settings("redirect-of-our-own-file", "redirects: {/.saan-manifest: news}\ngone: [/.saan-x/]\n"),
    settings("gone", "gone: [/th/news/, /en/, x]\n"),
    settings("base-url-with-password", "base_url: https://me:secret@example.org/\n")
      .replacing("base_url: https://example.org/\n", with: ""),
    settings("base-url-of-no-host", "base_url: https://-x-.org/\n")
      .replacing("base_url: https://example.org/\n", with: ""),
  ]

  private func adding(_ path: String, _ text: String) -> Self {
    Self(name, site.with([path: text]).files)
  }

  private func replacing(_ old: String, with new: String) -> Self {
    Self(name, site.replacing(old, with: new, in: "site.yaml").files)
  }
}
