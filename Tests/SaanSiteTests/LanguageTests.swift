import SaanModel
import SaanText
import Testing

/// Two languages: inheritance, fallback, and what search engines are told.
@Suite struct LanguageTests {
  private let thaiOnly = TestSite().with([
    "content/news/thai.th.md":
      "---\ntitle: ข่าวไทย\ndate: 2022-10-26\ntopics: [housing]\n---\nเนื้อหา\n"
  ])
  private var both: TestSite {
    thaiOnly.with(["content/news/thai.en.md": "---\ntitle: Thai news\n---\nText\n"])
  }

  @Test func aTranslationInheritsWhatItDoesNotSet() async throws {
    let page = try #require(try await both.build().outputs["en/news/thai/index.html"])
    #expect(page.contains("Thai news"))
    #expect(page.contains(#"<time datetime="2022-10-26">26 October 2022</time>"#))
  }

  @Test func datesAreInTheErasOfTheirReaders() async throws {
    let page = try #require(try await both.build().outputs["th/news/thai/index.html"])
    #expect(page.contains(#"<time datetime="2022-10-26">26 ตุลาคม 2565</time>"#))
  }

  @Test func aPageWithoutTranslationIsThereAllTheSame() async throws {
    let page = try #require(try await thaiOnly.build().outputs["en/news/thai/index.html"])
    #expect(page.contains(#"<html lang="en">"#))
    #expect(page.contains(#"<article lang="th">"#))
    #expect(page.contains(#"<h1 lang="th">ข่าวไทย</h1>"#))
    #expect(page.contains(#"<p class="notice">th</p>"#))
    #expect(page.contains(#"<link rel="canonical" href="https://example.org/th/news/thai/">"#))
    #expect(!page.contains(#"rel="alternate""#))
  }

  @Test func aFallbackPageIsInNoSitemapAndNoFeed() async throws {
    let outputs = try await thaiOnly.build().outputs
    let sitemap = try #require(outputs["sitemap.xml"])
    #expect(sitemap.contains("https://example.org/th/news/thai/"))
    #expect(!sitemap.contains("https://example.org/en/news/thai/"))
    #expect(!(try #require(outputs["en/atom.xml"])).contains("/en/news/thai/"))
    #expect(try #require(outputs["th/atom.xml"]).contains("/th/news/thai/"))
  }

  @Test func translationsNameEachOther() async throws {
    let outputs = try await both.build().outputs
    for prefix in ["th", "en"] {
      let page = try #require(outputs["\(prefix)/news/thai/index.html"])
      #expect(page.contains(#"hreflang="th" href="https://example.org/th/news/thai/""#))
      #expect(page.contains(#"hreflang="en" href="https://example.org/en/news/thai/""#))
      #expect(page.contains(#"hreflang="x-default" href="https://example.org/th/news/thai/""#))
    }
  }

  @Test func theSwitchLeadsToTheSamePage() async throws {
    let page = try #require(try await both.build().outputs["en/news/thai/index.html"])
    #expect(page.contains(#"<a href="/th/news/thai/" hreflang="th">ไทย</a>"#))
  }

  @Test func theRootOffersBothLanguages() async throws {
    let page = try #require(try await both.build().outputs["index.html"])
    #expect(
      page.contains(#"<a href="/th/">ไทย</a>"#) && page.contains(#"<a href="/en/">English</a>"#))
  }

  @Test func linksLeadToTheReadersLanguage() async throws {
    let site = both.with([
      "content/about.th.md": "---\ntitle: เรา\n---\n[ข่าว](news/thai.th.md)\n",
      "content/about.en.md": "---\ntitle: About\n---\n[news](news/thai.th.md)\n",
    ])
    let outputs = try await site.build().outputs
    #expect(outputs["th/about/index.html"]?.contains(#"<a href="/th/news/thai/">ข่าว</a>"#) == true)
    #expect(outputs["en/about/index.html"]?.contains(#"<a href="/en/news/thai/">news</a>"#) == true)
  }

  @Test func anAnchorLeadsToTheSameHeadingInTheOtherLanguage() async throws {
    let site = both.with([
      "content/about.th.md": "---\ntitle: เรา\n---\n## วิสัยทัศน์\n",
      "content/about.en.md": "---\ntitle: About\n---\n## Vision\n",
      "content/news/thai.en.md": "---\ntitle: News\n---\n[vision](../about.th.md#วิสัยทัศน์)\n",
    ])
    let page = try #require(try await site.build().outputs["en/news/thai/index.html"])
    #expect(page.contains(#"<a href="/en/about/#vision">vision</a>"#))
  }

  @Test func aBaseURLMayHaveAPath() async throws {
    var options = both.options()
    options.baseURL = "https://example.org/report/"
    let page = try #require(try await both.build(options).outputs["en/news/thai/index.html"])
    #expect(page.contains(#"<a href="/report/th/news/thai/" hreflang="th">"#))
    #expect(page.contains(#"href="https://example.org/report/en/news/thai/""#))
  }

  @Test func relativeURLsLeadFromPageToPage() async throws {
    var options = both.options()
    options.usesRelativeURLs = true
    let page = try #require(try await both.build(options).outputs["en/news/thai/index.html"])
    #expect(page.contains(#"<a href="../../../th/news/thai/index.html" hreflang="th">"#))
    #expect(page.contains(#"<link rel="canonical" href="https://example.org/en/news/thai/">"#))
  }
}
