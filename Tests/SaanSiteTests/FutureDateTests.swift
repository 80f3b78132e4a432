import SaanSite
import SaanText
import Testing

/// A day to come as the date of what is out: mostly a mistyped year.
@Suite struct FutureDateTests {
  /// What is said of an article with these fields in Thai and in English; today is 2024-10-04.
  private func report(
    _ fields: String, english: String? = nil, _ language: MessageLanguage = .english
  ) async throws -> String {
    var site = TestSite().with([
      "content/news/a.th.md": "---\ntitle: ก\n\(fields)---\nก\n",
      "themes/plain/templates/event.html": "{{ page.extra.start | default(page.date) }}",
    ]).replacing(
      "collections:\n", with: "collections:\n  events: {title: กิจกรรม, template: event.html}\n",
      in: "site.yaml")
    site.files["content/news/a.en.md"] = english.map { "---\ntitle: a\n\($0)---\nx\n" }
    site.files["content/events/a.th.md"] = "---\ntitle: ง\ndate: 2025-12-15\n---\nก\n"
    return DiagnosticPrinter(language: language).text(
      try await inspect(site.tree, site.options()).diagnostics)
  }

  @Test func aYearToComeIsToldWithBothFixes() async throws {
    let fields = "date: 1 พ.ย. 2596\n"
    #expect(
      try await report(fields) == """
        warning[future-date]: the page is out today, but its 'date' is 1 November 2053, which is still to come
          --> content/news/a.th.md:3:7
        3 | date: 1 พ.ย. 2596
          |       ^^^^^^^^^^^
           = hint: correct the year, or write 'publish_date: 2053-11-01' if it is to appear only then

        """)
    #expect(
      try await report(fields, .thai) == """
        warning[future-date]: หน้านี้เผยแพร่อยู่แล้ว แต่ 'date' คือ 1 พฤศจิกายน 2596 ซึ่งยังมาไม่ถึง
          --> content/news/a.th.md:3:7
        3 | date: 1 พ.ย. 2596
          |       ^^^^^^^^^^^
           = hint: แก้ปีให้ถูก หรือถ้าจะให้เผยแพร่ในวันนั้น ให้เพิ่ม 'publish_date: 2053-11-01'

        """)
  }

  @Test(arguments: [
    "date: 2024-10-06\n", "date: \"2025\"\n", "date: พฤศจิกายน 2567\n",
    "date: 2024-10-01\nupdated: 2042-10-02\n",
    "extra: {start: 2025-01-02}\nupdated: 2042-10-02\n",
  ])
  func everyDayToComeIsTold(fields: String) async throws {
    let found = try await report(fields)
    #expect(found.ranges(of: "warning[future-date]").count == 1, "\(found)")
  }

  @Test func theFileThatHasTheDateIsNamed() async throws {
    let found = try await report("", english: "date: 2053-11-01\n")
    #expect(found.contains("--> content/news/a.en.md:3:7"), "\(found)")
  }

  @Test(arguments: [
    // It is tomorrow already, or only the month or the year is known.
    "date: 2024-10-05\n", "date: ตุลาคม 2567\n", "date: \"2024\"\n",
    "date: 2024-10-04 23:59\n", "date: 2024-10-04T20:00:00Z\n",
    // It says when it appears, or that it is an event.
    "date: 2025-01-02\npublish_date: 2024-10-01\n", "date: 2025-01-02\npublish_date: 2025-01-02\n",
    "extra: {start: 2025-01-02}\n", "date: 2025-01-02\nextra: {start: 2025-01-02}\n",
    "date: 2025-01-02\ntemplate: event.html\n",
    // It is not out.
    "date: 2025-01-02\ndraft: true\n", "updated: 2042-10-02\ndraft: true\n", "",
  ])
  func aDayThatMayBeIsNot(fields: String) async throws {
    let found = try await report(fields)
    #expect(!found.contains("future-date"), "\(found)")
  }
}
