import SaanSite
import SaanText
import TestSupport
import Testing

/// The days of articles: as of, published and changed are never exchanged.
@Suite struct ItemDateTests {
  private static func site(_ fields: String, english: String = "") -> TestSite {
    TestSite().with([
      "content/news/x.th.md": "---\ntitle: เรื่อง\n\(fields)---\nก\n",
      "content/news/x.en.md": "---\ntitle: Story\n\(english)---\nx\n",
      "content/news/z.th.md": "---\ntitle: อื่น\ndate: 2022-10-26\n---\nก\n",
      "themes/plain/templates/list.html": """
      {% for g in page.groups %}[{{ g.title }}]{% for i in g.items %}<a href="{{ i.url }}">{{ i.title }}</a> {{ i.date_basis }}={{ i.date | date }};{% endfor %}{% endfor %}
      """,
      "themes/plain/templates/page.html": """
      <body><h1>{{ page.title }}</h1>date={% if page.date %}{{ page.date | date("iso") }}{% endif %} \
      published={% if page.published %}{{ page.published | date("iso") }}{% endif %} \
      as_of={% if page.extra.as_of is defined %}{{ page.extra.as_of | date }}{% endif %}</body>
      """,
    ])
  }

  private func entry(_ feed: String?, _ page: String) -> Substring? {
    feed?.split(separator: "<entry>", omittingEmptySubsequences: false).dropFirst()
      .first { $0.contains(page) }
  }

  @Test func aReportIsSortedByItsDayWithoutBeingPublishedThen() async throws {
    let outputs = try await Self.site("extra: {as_of: 2011-10-03}\nupdated: 2024-09-01\n").build()
      .outputs
    let page = try #require(outputs["en/news/x/index.html"])
    #expect(page.contains("date=2011-10-03 published= as_of=3 October 2011"))
    let list = try #require(outputs["th/news/index.html"])
    #expect(list.contains("[2554]<a href=\"/th/news/x/\">เรื่อง</a> as_of=3 ตุลาคม 2554;"))
    let item = try #require(entry(outputs["th/news/atom.xml"], "/news/x/"))
    #expect(!item.contains("<published>"))
    #expect(item.contains("<updated>2024-09-01T00:00:00+07:00</updated>"))
  }

  @Test func aReportThatWasPublishedKeepsBothDays() async throws {
    let outputs = try await Self.site("date: 2012-01-05\nextra: {as_of: 3 ต.ค. 2554}\n").build()
      .outputs
    let page = try #require(outputs["th/news/x/index.html"])
    #expect(page.contains("date=2012-01-05 published=2012-01-05 as_of=3 ตุลาคม 2554"))
    let item = try #require(entry(outputs["th/atom.xml"], "/news/x/"))
    #expect(item.contains("<published>2012-01-05T00:00:00+07:00</published>"))
    #expect(!item.contains("2011"))
  }

  @Test(arguments: ["2022", "พ.ศ. 2565", "\"2022\""])
  func aYearStaysAYear(_ year: String) async throws {
    let outputs = try await Self.site("date: \(year)\nupdated: 2024-09-01\n").build().outputs
    #expect(outputs["en/news/x/index.html"]?.contains("published=2022 ") == true)
    // A day of the year is newer than the year alone.
    let list = try #require(outputs["th/news/index.html"])
    #expect(
      list.contains(
        "[2565]<a href=\"/th/news/z/\">อื่น</a> published=26 ตุลาคม 2565;<a href=\"/th/news/x/\">เรื่อง</a> published=2565;"
      ), "\(list)")
    let item = try #require(entry(outputs["th/news/atom.xml"], "/news/x/"))
    #expect(!item.contains("<published>") && !item.contains("2022"))
    let json = try #require(outputs["th/news/feed.json"])
    #expect(!json.contains("2022-01-01"))
  }

  @Test func aFeedLeavesOutWhatKnowsNoDayAndSaysSo() async throws {
    for (fields, place, en, th) in [
      ("date: \"2022\"\n", "3:7", "2022", "2565"),
      ("date: 2022-03\n", "3:7", "March 2022", "มีนาคม 2565"),
      ("extra: {as_of: 2011-10-03}\n", "3:16", "3 October 2011", "3 ตุลาคม 2554"),
      ("extra: {start: \"2022\"}\n", "3:16", "2022", "2565"),
    ] {
      let site = Self.site(fields)
      let outputs = try await site.build().outputs
      #expect(entry(outputs["th/atom.xml"], "/news/x/") == nil)
      #expect(outputs["th/news/index.html"]?.contains("/news/x/") == true)
      let found = try await inspect(site.tree, site.options()).diagnostics
      #expect(
        DiagnosticPrinter().text(found).contains(
          "note[no-day-for-feeds]: no feed tells of the page: it is dated \(en), and a feed needs a day\n  --> content/news/x.th.md:\(place)\n"
        ), "\(DiagnosticPrinter().text(found))")
      let thai = DiagnosticPrinter(language: .thai).text(found)
      #expect(thai.contains("เพราะลงวันที่ไว้เพียง \(th) แต่ฟีดต้องใช้วันที่ที่ระบุถึงวัน"))
      #expect(thai.contains("= hint: เพิ่ม 'updated: 2024-10-04' คือวันที่แก้ไขหน้านี้ครั้งล่าสุด"))
    }
  }

  @Test(arguments: [
    "updated: 2024-09-01\n", "date: 2024-01-01\n", "extra: {start: 2024-01-01}\n", "",
    "date: \"2022\"\nupdated: 2024-09-01\n",
  ])
  func whatKnowsADayOrNothingIsNotTold(_ fields: String) async throws {
    #expect(try await !Self.site(fields).check().contains("no-day-for-feeds"))
  }

  @Test func bothLanguagesAgreeOnTheDayOfAReport() async throws {
    let text = try await Self.site(
      "extra: {as_of: 2011-10-03}\n", english: "extra: {as_of: 2011-10-04}\n"
    ).check()
    #expect(text.contains("error[different-values]: "), "\(text)")
    #expect(text.contains("extra.as_of"))
  }

  @Test func aDayToComeIsToldAsWhatItIs() async throws {
    let text = try await Self.site("extra: {as_of: 2031-10-03}\nupdated: 2024-09-01\n").check()
    #expect(text.contains("but its 'as_of' is 3 October 2031"), "\(text)")
  }

  @Test func itsFieldBelongsUnderExtra() async throws {
    let text = try await Self.site("as_of: 2011-10-03\n").check()
    #expect(text.contains("put 'as_of:' under 'extra:', two spaces in"), "\(text)")
  }
}
