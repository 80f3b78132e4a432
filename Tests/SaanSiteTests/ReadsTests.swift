import SaanModel
import SaanSite
import SaanText
import Testing

/// What `saan explain` says of what pages are made of.
@Suite struct ReadsTests {
  /// A theme may call its shortcode for figures whatever it likes.
  private let site = TestSite.withData.with([
    "themes/plain/shortcodes/amount.html": "{{ figure(args[0]).text }}",
    "content/other.th.md": "---\ntitle: อื่น\n---\nมี {{ amount(\"funds.count\") }}\n",
    "content/silent.th.md": "---\ntitle: เงียบ\n---\nไม่มีตัวเลข\n",
  ])

  private func reads() async throws -> (site: Site, plan: BuildPlan, reads: SiteReads) {
    let found = try await inspect(site.tree, site.options())
    let (loaded, plan) = (try #require(found.site), try #require(found.plan))
    return (loaded, plan, try await SiteReads(loaded, plan, site.options()))
  }

  @Test func aFigureNamesThePagesThatReadIt() async throws {
    let (loaded, _, reads) = try await reads()
    let pages = try await reads.pages(showing: "funds.count")
    #expect(pages.contains("/th/about/") && pages.contains("/en/other/"))
    #expect(!pages.contains("/th/silent/") && !pages.contains("/404.html"))
    #expect(try await reads.pages(showing: "no.such").isEmpty)
    let text = explainFigure("funds.count", in: loaded, pages: ["/th/about/"], language: .thai)
    #expect(text.value?.hasSuffix("หน้าที่ใช้ตัวเลขนี้\n    /th/about/\n") == true)
  }

  @Test func aPageNamesWhatItIsMadeOf() async throws {
    let (loaded, plan, reads) = try await reads()
    func lines(_ language: MessageLanguage) throws -> [String] {
      let text = explainPage("/th/other/", in: loaded, plan, reads: reads, language: language)
      return try #require(text.value).split(separator: "\n").map(String.init)
    }
    #expect(try lines(.english).contains("reads     figures: all, funds.count TH"))
    #expect(try lines(.english).contains("reads     texts: other"))
    #expect(
      try lines(.english).contains("reads     templates: page.html, shortcodes/amount.html"))
    #expect(try lines(.thai).contains("ใช้        เนื้อหา: other"))
  }
}
