import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// A theme of three files, as the designer's guide prints it, changes what the guide says it does.
@Suite struct ChildThemeTests {
  /// The files of the guide's theme by their paths.
  private static func files() throws -> [String: String] {
    let blocks = try GuidePage("docs/theme-designers-guide.md").blocks
    let named = blocks.compactMap { block in block.namedFile.map { ($0, block.text) } }
    let own = named.filter { $0.0.hasPrefix("themes/mine/") && !$0.0.contains("/phrases/") }
    return Dictionary(own) { first, _ in first }
  }

  private static let site = [
    "site.yaml": """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: mine
    collections:
      news: {title: {th: ข่าว, en: News}, template: article.html, sort: date}
      events: {title: {th: กิจกรรม, en: Events}, template: event.html, sort: date}

    """,
    "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
    "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    "content/news/a.th.md": "---\ntitle: ข่าวแรก\ndate: 2023-01-02\n---\nข่าว\n",
    "content/news/a.en.md": "---\ntitle: First news\ndate: 2023-01-02\n---\nNews\n",
    "content/events/a.th.md": "---\ntitle: ประชุม\ndate: 2023-01-03\n---\nประชุม\n",
    "content/events/a.en.md": "---\ntitle: Meeting\ndate: 2023-01-03\n---\nMeeting\n",
  ]

  @Test func threeFilesChangeColoursFacesTheHomePageAndAPart() async throws {
    let theme = try Self.files()
    #expect(theme.count == 3, "\(theme.keys.sorted())")
    let options = BuildOptions(today: Specimen.today, jobs: 1)
    let tree = Specimen.commons(Self.site.merging(theme) { $1 })
    let result = try await build(tree, options, into: MemorySink())
    #expect(DiagnosticPrinter().text(result.diagnostics) == "")
    let outputs = (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
    let sheet = try #require(outputs.keys.first { $0.hasPrefix("assets/css/mine.") })
    #expect(outputs[sheet]?.contains("--accent: #7a1f3d") == true)
    #expect(outputs[sheet]?.contains("--title: \"Sarabun\"") == true)
    for language in ["th", "en"] {
      let home = try #require(outputs["\(language)/index.html"])
      let article = try #require(outputs["\(language)/news/a/index.html"])
      for page in [home, article] {
        let own = try #require(page.firstRange(of: "href=\"/\(sheet)\""))
        let theirs = try #require(page.firstRange(of: "href=\"/assets/css/site."))
        #expect(theirs.upperBound < own.lowerBound)
        #expect(page.contains("<circle cx=\"15\"") && !page.contains("M0 2h10.5v6"))
      }
      // In the theme that it extends the news come first.
      let events = try #require(home.firstRange(of: "id=\"home-events\""))
      let news = try #require(home.firstRange(of: "id=\"home-news\""))
      #expect(events.upperBound < news.lowerBound)
    }
  }
}
