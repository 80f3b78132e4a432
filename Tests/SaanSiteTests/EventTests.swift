import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Events as the program's theme shows them: what begins when, in lists and on their own pages.
@Suite struct EventTests {
  private func pages(_ events: [String: String]) async throws -> [String: String] {
    let site = """
      title: {th: เครือข่าย, en: Network}
      base_url: https://example.org/
      theme: commons
      collections:
        events: {title: {th: กิจกรรม, en: Events}, template: event.html, sort: date, group: year, feed: true}

      """
    let articles = events.map { name, fields in
      ("content/events/\(name).th.md", "---\ntitle: เวที \(name)\n\(fields)---\nก\n")
    }
    let files = Dictionary(uniqueKeysWithValues: articles).merging(["site.yaml": site]) { $1 }
    let tree = Specimen.commons(files)
    let options = BuildOptions(today: Specimen.today, jobs: 1)
    let result = try await build(tree, options, into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// When an event begins counts, not when it was announced.
  @Test func listsGoByTheStart() async throws {
    let pages = try await pages([
      "a": "date: 2024-01-02\nextra: {start: 2031-12-20 13:00}\n",
      "b": "extra: {start: 2031-12-22}\n",
      "c": "date: 2030-05-05\nextra: {start: 2029-05-05}\n",
    ])
    for language in ["th", "en"] {
      // The list begins with the last, the home page with the next.
      for (path, names) in [("events/", ["b", "a", "c"]), ("", ["c", "a", "b"])] {
        let page = try #require(pages["\(language)/\(path)index.html"])
        let places = names.compactMap { page.firstRange(of: "events/\($0)/")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted(), "\(path)")
        #expect(page.contains("datetime=\"2031-12-20\"") && !page.contains("2024-01-02"), "\(path)")
      }
      let list = try #require(pages["\(language)/events/index.html"])
      #expect(list.contains("id=\"y2031\"") && !list.contains("id=\"y2024\""))
      // The day of the announcement is that of publication.
      let own = try #require(pages["\(language)/events/a/index.html"])
      #expect(own.contains("\"article:published_time\" content=\"2024-01-02\""))
      #expect(pages["\(language)/events/b/index.html"]?.contains("published_time") == false)
    }
    #expect(pages["th/events/atom.xml"]?.contains("<published>2024-01-02T") == true)
  }

  private let events: [(extra: String, thai: String, english: String)] = [
    (
      "{start: 2031-12-20 13:00, end: 2031-12-21 09:00}",
      "20 ธันวาคม 2574 เวลา 13.00 น. – 21 ธันวาคม 2574 เวลา 09.00 น.",
      "20 December 2031, 13:00 – 21 December 2031, 09:00"
    ),
    (
      "{start: 2031-12-22 13:00, end: 2031-12-23}",
      "22 ธันวาคม 2574 เวลา 13.00 น. – 23 ธันวาคม 2574", "22 December 2031, 13:00 – 23 December 2031"
    ),
    ("{start: 2031-12-20, end: 2031-12-21}", "20–21 ธันวาคม 2574", "20–21 December 2031"),
    (
      "{start: 2031-12-31, end: 2032-01-02}", "31 ธันวาคม 2574 – 2 มกราคม 2575",
      "31 December 2031 – 2 January 2032"
    ),
    (
      "{start: 2031-12-20 09:00, end: 2031-12-20 12:00}", "20 ธันวาคม 2574 09.00–12.00 น.",
      "20 December 2031 09:00–12:00"
    ),
    ("{start: 2031-12-20 09:00}", "20 ธันวาคม 2574 09.00 น.", "20 December 2031 09:00"),
    ("{start: 2031-12-20}", "20 ธันวาคม 2574", "20 December 2031"),
  ]

  @Test func everyDayHasItsOwnTime() async throws {
    let files = events.enumerated().map { ("e\($0)", "extra: \($1.extra)\n") }
    let pages = try await pages(Dictionary(uniqueKeysWithValues: files))
    for (number, event) in events.enumerated() {
      for (language, when) in [("th", event.thai), ("en", event.english)] {
        let page = try #require(pages["\(language)/events/e\(number)/index.html"])
        let start = try #require(page.firstRange(of: "<dd class=\"when\">")?.upperBound)
        let end = try #require(page[start...].firstRange(of: "</dd>")?.lowerBound)
        #expect(words(page[start..<end]) == when)
      }
    }
  }

  /// What is read of a part of a page.
  private func words(_ html: Substring) -> String {
    html.replacing("<br>", with: " ").replacing(/<[^>]*>/, with: "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
