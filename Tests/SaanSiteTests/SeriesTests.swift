import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What is said of events that come again, were put off, or lie in another zone.
@Suite struct SeriesTests {
  private let head =
    "id,name,name@en,start,end,timezone,status,repeats,repeats_on,repeats_times,repeats_except,repeats_moved,updated\n"
  private let rows = """
    fund,กองทุน,Fund,2026-12-08 18:00,2026-12-08 20:00,,,weekly,tue,8,2027-01-05,2027-01-19 > 2027-01-20 10:00,2026-11-20
    class,ชั้นเรียน,Class,2026-12-08 09:00,,,,weekly,"tue, thu",7,,,2026-11-20
    leap,วันอธิกสุรทิน,Leap day,2028-02-29,,,,yearly,,3,,,2026-11-20
    last,ประชุมสิ้นเดือน,Month end,2026-12-31,,,,monthly,last,4,,,2026-11-20
    end,วันที่ 31,The 31st,2026-12-31,,,,monthly,31,3,,,2026-11-20
    second,อังคารที่สอง,Second Tuesday,2026-12-08,,,,monthly,2nd tue,3,,,2026-11-20
    tokyo,เสวนา,Talk,2027-01-05 01:00,2027-01-05 02:00,Asia/Tokyo,,,,,,,2026-11-20
    off,งานเลื่อน,Put off,2026-12-05 09:00,,,postponed,,,,,,2026-11-20
    plain,งานวัด,Fair,2026-12-24 09:00,,,,,,,,,
    years,งานยาว,Long one,พ.ศ. 2570,พ.ศ. 2571,,,,,,,,2026-11-20

    """

  private func outputs(
    today: String = "2026-11-29", _ rows: String? = nil
  ) async throws -> [String: String] {
    let options = BuildOptions(today: try #require(CalendarDate(iso: today)), jobs: 1)
    let tree = Specimen.commons([
      "site.yaml": """
      title: {th: เครือข่าย, en: Network}
      base_url: https://example.org/
      theme: commons
      collections:
        events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date, feed: true}

      """,
      "content/data/events.csv": head + (rows ?? self.rows),
      "content/index.th.md": "---\ntitle: หน้าแรก\n---\nก\n",
      "content/index.en.md": "---\ntitle: Home\n---\na\n",
    ])
    let result = try await build(tree, options, into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func words(_ html: String?) throws -> String {
    let text = try #require(html).replacing("<br>", with: " ").replacing(/<[^>]*>/, with: "")
    return text.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Who reads a list alone comes on the day that it names.
  @Test func aMovedDayIsSaidWhereverTheSeriesIs() async throws {
    let outputs = try await outputs()
    for (language, moved) in [
      ("th", "เลื่อน 19 มกราคม 2570 เป็น 20 มกราคม 2570 เวลา 10.00 น."),
      ("en", "19 January 2027 is moved to 20 January 2027, 10:00"),
    ] {
      for path in ["events/index.html", "events/fund/index.html", "events/atom.xml"] {
        #expect(try words(outputs["\(language)/\(path)"]).contains(moved), "\(language)/\(path)")
      }
    }
  }

  @Test func daysThatNotEveryYearHasAreSaidToBeThat() async throws {
    let outputs = try await outputs()
    for (path, thai, english) in [
      ("leap", "ทุกปี ในปีที่มีวันที่ 29 กุมภาพันธ์", "every year that has a 29 February"),
      ("end", "วันที่ 31 ในเดือนที่มีวันนั้น", "on day 31 where the month has one"),
      ("class", "ทุกวันอังคารและวันพฤหัสบดี", "every Tuesday and Thursday"),
    ] {
      #expect(try words(outputs["th/events/\(path)/index.html"]).contains(thai), "\(path)")
      #expect(try words(outputs["en/events/\(path)/index.html"]).contains(english), "\(path)")
    }
  }

  /// Search engines are told of the days on which something is, and of no others.
  @Test func schedulesForSearchEnginesHaveTheDaysOfTheRule() async throws {
    let outputs = try await outputs()
    func document(_ id: String) throws -> String {
      let page = try #require(outputs["en/events/\(id)/index.html"])
      let scripts = page.split(separator: "application/ld+json\">").dropFirst().map {
        String($0.prefix { $0 != "<" }.filter { !$0.isWhitespace })
      }
      return try #require(scripts.first { $0.contains("\"@type\":\"Event\"") })
    }
    let fund = try document("fund")
    for part in [
      "\"repeatFrequency\":\"P1W\"", "\"byDay\":[{\"@id\":\"https://schema.org/Tuesday\"}]",
      "\"exceptDate\":[\"2027-01-05\",\"2027-01-19\"]", "\"endDate\":\"2027-01-26\"",
      "\"subEvent\":[", "\"startTime\":\"18:00\"", "\"endTime\":\"20:00\"",
      "\"startDate\":\"2027-01-20T10:00:00+07:00\"",
    ] { #expect(fund.contains(part), "\(part) \(fund)") }
    #expect(
      try document("class").contains(
        "\"byDay\":[{\"@id\":\"https://schema.org/Tuesday\"},{\"@id\":\"https://schema.org/Thursday\"}]"
      ))
    #expect(try document("second").contains("\"byDay\":[\"2TU\"]"))
    #expect(try document("end").contains("\"byMonthDay\":[31]"))
    let leap = try document("leap")
    #expect(leap.contains("\"byMonth\":2") && leap.contains("\"byMonthDay\":[29]"), "\(leap)")
    // There is no word for the last day of a month: the days themselves are told.
    let last = try document("last")
    #expect(
      !last.contains("Schedule\"") && last.contains("\"startDate\":\"2027-02-28\""), "\(last)")
    #expect(!fund.contains("repeatCount"))
  }

  @Test func hoursOfAnotherZoneAreToldInThailandToo() async throws {
    let outputs = try await outputs()
    for (language, there, label) in [
      ("th", "4 มกราคม 2570 เวลา 23.00 น.", "เวลาไทย"),
      ("en", "4 January 2027, 23:00", "In Thailand"),
    ] {
      let page = try words(outputs["\(language)/events/tokyo/index.html"])
      #expect(page.contains(there) && page.contains(label), "\(page)")
      #expect(try words(outputs["\(language)/events/atom.xml"]).contains(there))
      #expect(try !words(outputs["\(language)/events/fund/index.html"]).contains(label))
    }
  }

  /// A span of years has its era as a single year has.
  @Test func yearsHaveTheirEra() async throws {
    let outputs = try await outputs()
    for path in ["events/years/index.html", "events/atom.xml"] {
      #expect(try words(outputs["th/\(path)"]).contains("พ.ศ. 2570–2571"), "\(path)")
      #expect(try words(outputs["en/\(path)"]).contains("2027–2028"), "\(path)")
    }
  }

  /// What waits for a new day is said to have been on the old one, and does not stay in front.
  @Test func whatIsPutOffWasToBe() async throws {
    let outputs = try await outputs(today: "2026-12-20")
    for (language, was, when) in [("th", "เดิมกำหนดไว้", "วันและเวลา"), ("en", "Was to be", "When")] {
      let page = try #require(outputs["\(language)/events/off/index.html"])
      #expect(page.contains("<dt>\(was)</dt>") && !page.contains("<dt>\(when)</dt>"))
      let list = try #require(outputs["\(language)/events/index.html"])
      let (off, fair) = (
        try #require(list.firstRange(of: "/\(language)/events/off/")).lowerBound,
        try #require(list.firstRange(of: "/\(language)/events/plain/")).lowerBound
      )
      #expect(fair < off, "\(language)")
    }
    #expect(outputs["en/events/off/event.ics"]?.contains("STATUS:CANCELLED") == true)
  }

  /// An event that says of no day when it was told keeps one day in feeds, on every day.
  @Test func aFeedIsTheSameOnEveryDay() async throws {
    let days = ["2026-11-29", "2026-12-01", "2026-12-24", "2026-12-30"]
    for day in days {
      let feed = try #require(try await outputs(today: day)["en/events/atom.xml"])
      let entry = try #require(
        feed.split(separator: "<entry>").first { $0.contains("/events/plain/") }, "\(day)")
      #expect(entry.contains("<updated>2026-11-26T00:00:00+07:00</updated>"), "\(entry)")
    }
    let early = try #require(try await outputs(today: "2026-11-20")["en/events/atom.xml"])
    #expect(!early.contains("/events/plain/"))
  }
}
