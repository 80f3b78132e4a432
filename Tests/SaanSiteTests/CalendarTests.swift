import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

@testable import SaanPages

/// Events of rows and of articles as calendars, search engines and lists tell them.
@Suite struct CalendarTests {
  private static let settings = """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics: {title: {th: หัวข้อ, en: Topics}, terms: {housing: {th: ที่อยู่อาศัย, en: Housing}}}
    collections:
      news: {title: {th: ข่าว, en: News}, template: article.html, sort: date}
      events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date}

    """
  private static let head = """
    id,name,name@en,start,end,status,previous_start,place,place@en,online_url,topics,repeats,repeats_every,repeats_on,repeats_times,repeats_until,repeats_except,repeats_moved,outputs,updated

    """

  /// A site with these rows and further files.
  private func files(_ rows: String, _ more: [String: String] = [:]) -> [String: String] {
    [
      "site.yaml": Self.settings, "content/data/events.csv": Self.head + rows,
      "content/index.th.md": "---\ntitle: หน้าแรก\n---\nก\n",
      "content/index.en.md": "---\ntitle: Home\n---\na\n",
    ].merging(more) { $1 }
  }

  private func outputs(
    _ files: [String: String], on day: String = "2026-12-01"
  ) async throws -> [String: String] {
    let today = try #require(CalendarDate(iso: day))
    let options = BuildOptions(today: today, jobs: 1)
    let result = try await build(Specimen.commons(files), options, into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    #expect(DiagnosticPrinter().text(result.diagnostics) == "")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A calendar without its folds.
  private func lines(_ text: String?) throws -> [String] {
    try #require(text).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private let rows = """
    forum,เวทีสมัชชา,Assembly,2026-12-15T09:00,2026-12-15T12:00,,,ศาลากลาง,Town hall,,housing,weekly,2,"tue",4,,2026-12-29,2027-01-12 > 2027-01-13 10:00,news/result,2026-11-30
    march,เดินขบวน,March,2026-12-20,2026-12-21,cancelled,,,,,,,,,,,,,,2026-11-29
    fair,งานวัด,Fair,2027-01-10,,,2027-01-03,,,,,,,,,,,,,2026-11-28T10:30
    talk,เสวนา,Talk,2026-12-24T13:00,2026-12-25,moved_online,,,,https://live.example/forum,,,,,,,,,,2026-11-28
    year,ปีแห่งบ้าน,Year of homes,2025,,,,,,,,,,,,,,,,

    """
  private let result = [
    "content/news/result.th.md": "---\ntitle: ผลการประชุม\ndate: 2026-11-01\n---\nก\n",
    "content/news/result.en.md": "---\ntitle: The result\n---\na\n",
  ]

  @Test func rowsArePagesAndStandInCalendars() async throws {
    let outputs = try await outputs(files(rows, result))
    for (language, name, place) in [
      ("th", "เวทีสมัชชา", "ศาลากลาง"), ("en", "Assembly", "Town hall"),
    ] {
      let page = try #require(outputs["\(language)/events/forum/index.html"])
      #expect(page.contains("<h1>\(name)</h1>") && page.contains(place))
      let calendar = try lines(outputs["\(language)/events.ics"])
      #expect(calendar.contains("SUMMARY;LANGUAGE=\(language):\(name)"))
      #expect(calendar.contains("LOCATION;LANGUAGE=\(language):\(place)"))
      #expect(calendar.contains("URL:https://example.org/\(language)/events/forum/"))
      // The row's own calendar, the topic's, and none of what is known by its year alone.
      #expect(outputs["\(language)/events/forum/event.ics"] != nil)
      #expect(
        try lines(outputs["\(language)/topics/housing/events.ics"]).count { $0 == "BEGIN:VEVENT" }
          == 2)
      #expect(outputs["\(language)/events/year/index.html"] != nil)
      #expect(outputs["\(language)/events/year/event.ics"] == nil)
      #expect(!calendar.contains { $0.hasPrefix("UID:events/year@") })
    }
  }

  @Test func calendarsSayWhenAsTheStandardHasIt() async throws {
    let calendar = try lines(try await outputs(files(rows, result))["en/events.ics"])
    let text = calendar.joined(separator: "\n") + "\n"
    for part in [
      "BEGIN:VTIMEZONE\nTZID:Asia/Bangkok\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nTZNAME:+07\n",
      // The rule, a day left out and one moved.
      "UID:events/forum@example.org\nDTSTAMP:20261129T170000Z\n",
      "DTSTART;TZID=Asia/Bangkok:20261215T090000\nDTEND;TZID=Asia/Bangkok:20261215T120000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=4\nEXDATE;TZID=Asia/Bangkok:20261229T090000\n",
      "RECURRENCE-ID;TZID=Asia/Bangkok:20270112T090000\nDTSTART;TZID=Asia/Bangkok:20270113T100000\nDTEND;TZID=Asia/Bangkok:20270113T130000\n",
      // Whole days end before the next one begins; what does not take place stays.
      "DTSTART;VALUE=DATE:20261220\nDTEND;VALUE=DATE:20261222\nSUMMARY;LANGUAGE=en:[cancelled] March\n",
      "STATUS:CANCELLED\n",
      "DTSTAMP:20261128T033000Z\n",
      "SUMMARY;LANGUAGE=en:[moved to another date] Fair\n",
      // A last day without an hour is taken whole.
      "DTSTART;TZID=Asia/Bangkok:20261224T130000\nDTEND;TZID=Asia/Bangkok:20261226T000000\nSUMMARY;LANGUAGE=en:[moved online] Talk\n",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }

  @Test func anotherDayChangesNoCalendar() async throws {
    let (one, other) = (
      try await outputs(files(rows, result)),
      try await outputs(files(rows, result), on: "2026-12-26")
    )
    #expect(Set(one.keys) == Set(other.keys))
    let differ = one.keys.filter { one[$0] != other[$0] }.sorted()
    // Lists of what is to come and the events that are told of there, and nothing else.
    #expect(
      differ == [
        "en/events/forum/index.html", "en/events/index.html", "en/index.html",
        "th/events/forum/index.html", "th/events/index.html", "th/index.html",
      ])
  }

  @Test func whatIsSaidAgainIsOneEventInRowAndText() async throws {
    let text = ["content/events/forum.th.md": "รายละเอียดของเวที\n"]
    let outputs = try await outputs(files(rows, result.merging(text) { $1 }))
    let page = try #require(outputs["th/events/forum/index.html"])
    #expect(page.contains("รายละเอียดของเวที") && page.contains("<h1>เวทีสมัชชา</h1>"))
    let news = try #require(outputs["en/news/result/index.html"])
    #expect(news.contains("/en/events/forum/"), "an article names the event that it came out of")
    #expect(page.contains("/th/news/result/"))
  }

  @Test func articlesHaveTheSameFields() async throws {
    let article = """
      ---
      title: เวที
      updated: 2026-11-30
      extra:
        start: 2026-12-15 09:00
        end: 2026-12-15 12:00
        place: ศาลากลาง
        repeats: weekly
        repeats_every: 2
        repeats_on: [อังคาร]
        repeats_times: 4
        repeats_except: [2026-12-29]
        repeats_moved: {2027-01-12: 2027-01-13 10:00}
      ---
      ก

      """
    let own = try await outputs(
      files("", ["content/events/forum.th.md": article]).filter { !$0.key.hasSuffix(".csv") })
    let row = try await outputs(files(rows, result))
    func times(_ outputs: [String: String]) throws -> [String] {
      try lines(outputs["th/events/forum/event.ics"]).filter { line in
        ["DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE", "UID", "SEQUENCE"].contains {
          line.hasPrefix($0)
        }
      }
    }
    #expect(try times(own) == times(row))
  }

  @Test func searchEnginesAreToldNoMore() async throws {
    let outputs = try await outputs(files(rows, result))
    for (path, parts) in [
      (
        "forum",
        [
          "\"startDate\": \"2026-12-15T09:00:00+07:00\"", "EventScheduled",
          "OfflineEventAttendanceMode", "\"repeatFrequency\": \"P2W\"",
        ]
      ),
      (
        "march", ["\"startDate\": \"2026-12-20\"", "\"endDate\": \"2026-12-21\"", "EventCancelled"]
      ),
      ("fair", ["EventRescheduled", "\"previousStartDate\": \"2027-01-03\""]),
      ("talk", ["EventMovedOnline", "VirtualLocation", "https://live.example/forum"]),
      ("year", ["\"startDate\": \"2025\""]),
    ] {
      let page = try #require(outputs["en/events/\(path)/index.html"])
      for part in parts { #expect(page.contains(part), "\(path): \(part)") }
      #expect(!page.contains("\"offers\"") && !page.contains("\"performer\""))
    }
    #expect(outputs["en/events/march/index.html"]?.contains("\"location\"") == false)
  }

  @Test func pagesTellWhatComesFirst() async throws {
    let outputs = try await outputs(files(rows, result))
    for language in ["th", "en"] {
      let list = try #require(outputs["\(language)/events/index.html"])
      let places = ["forum", "march", "talk", "fair"].compactMap {
        list.firstRange(of: "/\(language)/events/\($0)/")?.lowerBound
      }
      #expect(places.count == 4 && places == places.sorted())
      #expect(list.contains("webcal://example.org/\(language)/events/events.ics"))
      #expect(list.contains("cid=webcal%3A%2F%2Fexample.org") || list.contains("cid=webcal:"))
      #expect(
        outputs["\(language)/events/months/2026-12/index.html"]?.contains("<table class=\"month\">")
          == true)
      #expect(outputs["\(language)/events/months/2027-02/index.html"] == nil)
      let home = try #require(outputs["\(language)/index.html"])
      #expect(home.contains("/\(language)/events/forum/") && home.contains("webcal://"))
      // The day left out is not among the next ones, the moved one is.
      let page = try #require(outputs["\(language)/events/forum/index.html"])
      #expect(page.contains("2027-01-13T10:00:00+07:00") && !page.contains("2026-12-29T09:00"))
    }
  }

  /// A line breaks at 75 octets and never within a Thai letter with its marks.
  @Test(arguments: 60...90) func linesFoldBetweenLetters(_ offset: Int) throws {
    for text in ["ที่นี่มีผู้ร่วมงานกว่าพันคน น้ำท่วมก็ไม่เลื่อน", "กำ้ๆ", "a\u{0E49}\u{0E49}ปี่น้ำ"] {
      let value = String(repeating: "x", count: offset - "SUMMARY:".utf8.count) + text + text
      var lines = CalendarLines()
      lines.append("SUMMARY", text: value)
      let folded = lines.bytes.split(separator: 0x0A).map { Array($0) }
      #expect(folded.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
      for line in folded {
        let part = try #require(String(validating: line.dropLast(), as: UTF8.self))
        let first = part.dropFirst(part.hasPrefix(" ") ? 1 : 0).unicodeScalars.first
        #expect(first.map { !$0.properties.isGraphemeExtend } ?? true, "\(offset): \(part)")
      }
      let whole = String(decoding: lines.bytes, as: UTF8.self).replacing("\r\n ", with: "")
      #expect(whole == "SUMMARY:\(value)\r\n")
    }
  }

  @Test func whatMeansSomethingElseIsMarked() {
    var lines = CalendarLines()
    lines.append("SUMMARY", text: "ก; ข, ค\\ง\nจ\u{7}")
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "SUMMARY:ก\\; ข\\, ค\\\\ง\\nจ\r\n")
  }
}
