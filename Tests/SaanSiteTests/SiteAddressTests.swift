import SaanModel
import SaanText
import Testing

/// The address of a site: how it is read and written, and what a site without one leaves out.
@Suite struct SiteAddressTests {
  private let news = TestSite().with([
    "content/news/a.th.md": "---\ntitle: ข่าว\ndate: 2022-10-26\n---\nเนื้อหา\n",
    "content/news/a.en.md": "---\ntitle: News\n---\nText\n",
  ])

  @Test(arguments: [
    ("HTTPS://Saan.Example", "https://saan.example", ""),
    ("https://saan.example:443/", "https://saan.example", ""),
    ("http://localhost:8080/report/", "http://localhost:8080", "/report"),
    ("https://saan.example./a//b/", "https://saan.example", "/a/b"),
    ("http://[::1]:8080/", "http://[::1]:8080", ""),
    (
      "https://ชุมชน.ไทย/รายงาน/", "https://xn--b3ca9b4a0i.xn--o3cw4h",
      "/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99"
    ),
    ("https://saan.example/%e0%b8%81", "https://saan.example", "/%E0%B8%81"),
  ])
  func anAddressIsWrittenForMachines(_ text: String, _ origin: String, _ path: String) {
    #expect(BaseURL(text)?.origin == origin)
    #expect(BaseURL(text)?.path == path)
  }

  @Test(arguments: [
    "saan.example", "https://", "https:///x", "ftp://saan.example", "https://a b/", "https://a/?x",
    "https://a/#x", "https://a:port/", "https://a:99999/", "https://a/../b", "https://me:pw@a/",
    "https://me@a/", "https://a..b/", "https://[x]/",
  ])
  func whatIsNoAddressIsNone(_ text: String) { #expect(BaseURL(text) == nil) }

  @Test func aThaiAddressIsTheSameEverywhere() async throws {
    var options = news.options()
    options.baseURL = "https://ชุมชน.ไทย/รายงาน/"
    let outputs = try await news.with([
      "themes/plain/assets/a.css": "", "static/แผนที่ ใหม่.pdf": "x",
      "content/about.th.md": "---\ntitle: ก\n---\n[แผนที่](</แผนที่ ใหม่.pdf>)\n",
    ]).build(options).outputs
    let base =
      "https://xn--b3ca9b4a0i.xn--o3cw4h/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99"
    #expect(outputs["sitemap.xml"]?.contains("<loc>\(base)/th/news/a/</loc>") == true)
    #expect(outputs["robots.txt"]?.contains("Sitemap: \(base)/sitemap.xml\n") == true)
    #expect(outputs["th/atom.xml"]?.contains("<id>\(base)/th/news/a/</id>") == true)
    let page = try #require(outputs["th/news/a/index.html"])
    #expect(page.contains(#"<link rel="canonical" href="\#(base)/th/news/a/">"#))
    #expect(page.contains(#"hreflang="en" href="\#(base)/en/news/a/""#))
    for (path, text) in outputs where !path.hasSuffix(".pdf") {
      #expect(!text.contains("ชุมชน.ไทย") && !text.contains("/รายงาน/"), "\(path)")
    }
    let about = try #require(outputs["th/about/index.html"])
    #expect(
      about.contains(
        #"/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%97%E0%B8%B5%E0%B9%88%20%E0%B9%83%E0%B8%AB%E0%B8%A1%E0%B9%88.pdf""#
      ))
    #expect(outputs["แผนที่ ใหม่.pdf"] == "x")
  }

  @Test func aSiteWithoutAddressPretendsNone() async throws {
    let site = news.replacing("base_url: https://example.org/\n", with: "", in: "site.yaml")
    let (outputs, found) = try await site.build()
    #expect(outputs["th/news/a/index.html"]?.contains(#"<a href="/en/news/a/""#) == true)
    #expect(outputs["robots.txt"] == "User-agent: *\nAllow: /\n")
    #expect(
      outputs.keys.allSatisfy {
        !$0.contains("sitemap") && !$0.hasSuffix("atom.xml") && !$0.hasSuffix("feed.json")
      })
    for (path, text) in outputs {
      #expect(!text.contains("https://") && !text.contains("hreflang=\"x-default\""), "\(path)")
      #expect(!text.contains("canonical"), "\(path)")
    }
    #expect(found.all.map(\.code) == ["no-base-url"])
    #expect(found.all.map(\.severity) == [.note])
  }

  @Test func anAddressGivenAtTheCommandLineIsEnough() async throws {
    let site = news.replacing("base_url: https://example.org/\n", with: "", in: "site.yaml")
    var options = site.options()
    options.baseURL = "https://example.org/report/"
    let (outputs, found) = try await site.build(options)
    #expect(outputs["sitemap.xml"]?.contains("https://example.org/report/th/news/a/") == true)
    #expect(found.isEmpty)
  }
}
