import SaanModel
import SaanSite
import SaanText
import Testing

/// Drafts, days of publication and days of expiry, in each language.
@Suite struct PublicationTests {
  /// The day of the build is 2024-10-04.
  struct Case: Sendable, CustomTestStringConvertible {
    let thai: String
    let english: String
    /// The languages that are out.
    let live: String
    var testDescription: String { "th {\(thai)} en {\(english)} → \(live)" }
    init(_ thai: String, _ english: String, _ live: String) {
      (self.thai, self.english, self.live) = (thai, english, live)
    }
  }

  static let cases = [
    Case("", "", "th en"), Case("draft: false", "", "th en"),
    Case("", "draft: true", "th"), Case("draft: true", "", ""),
    Case("draft: true", "draft: true", ""), Case("draft: true", "draft: false", "en"),
    Case("publish_date: 2024-10-05", "", ""), Case("publish_date: 2024-10-04", "", "th en"),
    Case("publish_date: 2024-10-04T23:59", "", "th en"),
    Case("publish_date: 2024-10-04T17:00:00Z", "", ""),
    Case("", "publish_date: 2024-10-05", "th"), Case("", "publish_date: 2024-10-04", "th en"),
    Case("publish_date: 2024-10-05", "publish_date: 2024-10-04", "en"),
    Case("publish_date: 5 ตุลาคม 2567", "draft: false", ""),
    Case("publish_date: 2025", "", ""), Case("publish_date: 2024-10", "", "th en"),
    Case("expiry_date: 2024-10-04", "", ""), Case("expiry_date: 2024-10-05", "", "th en"),
    Case("expiry_date: 2024-10-04T09:00", "", ""),
    Case("", "expiry_date: 2024-10-04", "th"), Case("", "expiry_date: 2024-10-05", "th en"),
    Case("expiry_date: 2024-10-04", "expiry_date: 2025-01-01", "en"),
    Case("draft: true", "draft: false\npublish_date: 2024-10-05", ""),
  ]

  @Test(arguments: cases, ["th", "en"])
  func whatIsOutIsInEveryOutput(_ publication: Case, _ original: String) async throws {
    // The case speaks of the original and its translation, whichever language they are in.
    let (own, other) = original == "th" ? ("th", "en") : ("en", "th")
    let live = Set(
      publication.live.split(separator: " ").map { $0 == "th" ? own : other })
    let site = Self.site(
      [own: publication.thai, other: publication.english], default: original)
    let (outputs, diagnostics) = try await site.build()
    #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
    let sitemap = try #require(outputs["sitemap.xml"])
    for language in ["th", "en"] {
      let page = outputs["\(language)/news/x/index.html"]
      let isLive = live.contains(language)
      #expect((page != nil) == !live.isEmpty)
      #expect(page?.contains("words in \(language)") == (live.isEmpty ? nil : isLive))
      #expect(page?.contains("class=\"notice\"") == (live.isEmpty ? nil : !isLive))
      #expect(page?.contains("hreflang=\"x-default\"") == (live.isEmpty ? nil : live.count == 2))
      #expect(sitemap.contains("/\(language)/news/x/</loc>") == isLive)
      #expect(outputs["\(language)/atom.xml"]?.contains("/news/x/") == isLive)
      #expect(outputs["\(language)/news/atom.xml"]?.contains("/news/x/") == isLive)
      let list = try #require(outputs["\(language)/news/index.html"])
      #expect(list.contains("/\(language)/news/x/") == !live.isEmpty)
      let words = outputs.values.contains { $0.contains("title in \(language)") }
      #expect(words == isLive, "the title in \(language) is nowhere unless it is out")
    }
  }

  @Test func aHeldBackTranslationLeavesTheSiteAsIfItWereNotThere() async throws {
    let with = Self.site(["th": "topics: [housing]", "en": "draft: true"], default: "th")
    var without = with
    without.files["content/news/x.en.md"] = nil
    let (one, other) = (try await with.build().outputs, try await without.build().outputs)
    #expect(one == other)
  }

  @Test func aDraftKeepsItsAddressForTheTranslationThatIsOut() async throws {
    let site = Self.site(["th": "draft: true\nslug: flood", "en": "draft: false"], default: "th")
    let outputs = try await site.build().outputs
    #expect(outputs["en/news/flood/index.html"]?.contains("words in en") == true)
  }

  @Test func optionsShowWhatIsHeldBack() async throws {
    var options = TestSite().options()
    options.includesDrafts = true
    let drafts = Self.site(["th": "draft: true", "en": "publish_date: 2025"], default: "th")
    var outputs = try await drafts.build(options).outputs
    #expect(outputs["th/news/x/index.html"]?.contains("words in th") == true)
    #expect(outputs["en/news/x/index.html"]?.contains("words in th") == true)
    options.includesFuture = true
    outputs = try await drafts.build(options).outputs
    #expect(outputs["en/news/x/index.html"]?.contains("words in en") == true)
  }

  @Test(arguments: [
    (
      "draft: true", "it is a draft (draft, content/news/x.th.md:3)",
      "เป็นฉบับร่าง (draft, content/news/x.th.md:3)"
    ),
    (
      "publish_date: 5 ธันวาคม 2569",
      "it appears on 5 December 2026 (publish_date, content/news/x.th.md:3)",
      "จะเผยแพร่วันที่ 5 ธันวาคม 2569 (publish_date, content/news/x.th.md:3)"
    ),
    (
      "expiry_date: 2024-10-04",
      "it expired on 4 October 2024 (expiry_date, content/news/x.th.md:3)",
      "หมดอายุเมื่อวันที่ 4 ตุลาคม 2567 (expiry_date, content/news/x.th.md:3)"
    ),
  ])
  func explainSaysWhyAPageIsHeldBack(field: String, english: String, thai: String) async throws {
    let site = Self.site(["th": field, "en": ""], default: "th")
    let (loaded, plan, _) = try await inspect(site.tree, site.options())
    for path in ["/th/news/x/", "/th/news/x", "content/news/x.th.md", "/en/news/x/"] {
      for (language, words) in [(MessageLanguage.english, english), (.thai, thai)] {
        let text = explainPage(
          path, in: try #require(loaded), try #require(plan), language: language)
        #expect(text.value?.contains(words) == true, "\(text.value ?? "nothing")")
      }
    }
  }

  @Test func explainSaysWhyATranslationIsHeldBackWhereTheOtherLanguageStandsIn() async throws {
    let site = Self.site(["th": "", "en": "draft: true"], default: "th")
    let (loaded, plan, _) = try await inspect(site.tree, site.options())
    let text = explainPage(
      "/en/news/x/", in: try #require(loaded), try #require(plan), language: .english)
    #expect(text.value?.contains("the original in th is shown") == true)
    #expect(text.value?.contains("it is a draft (draft, content/news/x.en.md:3)") == true)
  }

  @Test func articlesOfOneDayStandInTheOrderOfTheirHours() async throws {
    let site = TestSite().with([
      "content/news/a.th.md": "---\ntitle: เช้า\ndate: 2022-10-26T08:00\n---\n",
      "content/news/b.th.md": "---\ntitle: เย็น\ndate: 26 ตุลาคม 2565 เวลา 17.30 น.\n---\n",
    ])
    let outputs = try await site.build().outputs
    let list = try #require(outputs["th/news/index.html"])
    let (evening, morning) = (list.firstRange(of: "เย็น"), list.firstRange(of: "เช้า"))
    #expect(try #require(evening).lowerBound < #require(morning).lowerBound)
    let feed = try #require(outputs["th/atom.xml"])
    #expect(feed.contains("<published>2022-10-26T17:30:00+07:00</published>"))
  }

  @Test func theDayInThailandCounts() async throws {
    let site = TestSite().with([
      "content/news/a.th.md": "---\ntitle: เวลา\ndate: 2022-10-25T20:30:00Z\n---\n"
    ])
    let outputs = try await site.build().outputs
    #expect(outputs["th/news/a/index.html"]?.contains("26 ตุลาคม 2565") == true)
    let feed = try #require(outputs["th/atom.xml"])
    #expect(feed.contains("<published>2022-10-26T03:30:00+07:00</published>"))
  }

  private static func feed(_ fields: String, in collection: String = "news") async throws -> String
  {
    let site = TestSite().with([
      "content/\(collection)/x.th.md": "---\ntitle: เวที\n\(fields)\n---\nก\n"
    ])
    return try #require(try await site.build().outputs["th/atom.xml"])
  }

  /// The day of the build is 2024-10-04.
  ///
  /// Of what nobody says when it was made readers hear four weeks before its day, whenever the site
  /// is built.
  @Test(arguments: [
    ("extra: {start: 15 ธันวาคม 2567 เวลา 09.00 น.}", nil, nil),
    ("extra: {start: 2024-10-04 09:00}", nil, "2024-09-06T00:00:00+07:00"),
    ("extra: {start: 2024-10-01 09:00}", nil, "2024-09-03T00:00:00+07:00"),
    (
      "updated: 2024-09-02\nextra: {start: 2024-12-15}", nil, "2024-09-02T00:00:00+07:00"
    ),
    (
      "date: 2024-09-01\nextra: {start: 2024-12-15}", "2024-09-01T00:00:00+07:00",
      "2024-09-01T00:00:00+07:00"
    ),
    (
      "publish_date: 2024-09-03\nextra: {start: 2024-12-15}", "2024-09-03T00:00:00+07:00",
      "2024-09-03T00:00:00+07:00"
    ),
    ("date: 2053-11-01", nil, nil),
    (
      "date: 2024-10-04 17:30", "2024-10-04T17:30:00+07:00", "2024-10-04T17:30:00+07:00"
    ),
  ])
  func aFeedSaysOfNothingThatItAppearedOnADayToCome(
    fields: String, published: String?, updated: String?
  ) async throws {
    let feed = try await Self.feed(fields)
    #expect(feed.contains("<published>") == (published != nil), "\(feed)")
    if let published { #expect(feed.contains("<published>\(published)</published>"), "\(feed)") }
    guard let updated else { return #expect(!feed.contains("<entry>"), "\(feed)") }
    // The feed changed when its only article did.
    #expect(feed.ranges(of: "<updated>\(updated)</updated>").count == 2, "\(feed)")
  }

  @Test func theDayOfAnEventIsNoChangeOfItsPage() async throws {
    let site = TestSite().with([
      "content/news/x.th.md": "---\ntitle: เวที\nextra: {start: 2024-12-15}\n---\nก\n",
      "content/news/y.th.md": "---\ntitle: ข่าว\ndate: 2024-09-15\n---\nก\n",
    ])
    let sitemap = try #require(try await site.build().outputs["sitemap.xml"])
    #expect(!sitemap.contains("2024-12-15") && sitemap.contains("<lastmod>2024-09-15</lastmod>"))
  }

  private static func site(_ fields: [String: String], default language: String) -> TestSite {
    var files = fields.reduce(into: [String: String]()) { files, pair in
      let lines = pair.value.isEmpty ? "" : pair.value + "\n"
      files["content/news/x.\(pair.key).md"] =
        "---\ntitle: title in \(pair.key)\n\(lines)date: 2022-10-26\n---\nwords in \(pair.key)\n"
    }
    files["site.yaml"] = (TestSite().files["site.yaml"] ?? "") + "default_language: \(language)\n"
    return TestSite().with(files)
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<endIndex }
  }
}
