import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What every page, feed and link says of an event: the same, and nothing that is not so.
@Suite struct EventTruthTests {
  private let rows = """
    id,name,name@en,start,end,timezone,status,previous_start,place,place@en,online_url,organisers,area,topics,repeats,repeats_times,repeats_except,repeats_moved,updated
    forum,เวที,Forum,2026-12-15 09:00,2026-12-15 12:00,,cancelled,,ศาลากลาง,Town hall,,,,housing,,,,,2026-11-20
    fund,กองทุน,Fund,2026-12-08 18:00,2026-12-08 20:00,,,,,,,สภา; กลุ่มออม,,housing,weekly,4,2026-12-15,2026-12-22 > 2026-12-23,2026-11-20
    class,ห้องเรียน,Class,2026-12-07 10:00,,,,,,,,,,,weekly,3,,,2026-11-20
    night,คืนหนัง,Film night,2026-12-11 18:00,2026-12-12 00:00,,,,,,,,,,,,,,2026-11-20
    feast,งานบุญ,Feast,2026-11-01,,,postponed,,,,,,,,,,,,2026-11-20
    tokyo,เสวนา,Talk,2026-12-31 00:30,2026-12-31 02:00,Asia/Tokyo,,,,,https://live.example/,,,,,,,,2026-11-20
    walk,เดิน,Walk,2027-01-10,2027-01-12,,tentative,2027-01-03,,,,,,,,,,,2026-11-20

    """
  private let settings = """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics: {title: {th: หัวข้อ, en: Topics}, terms: {housing: {th: ที่อยู่อาศัย, en: Housing}}}
    collections:
      events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date, feed: true}

    """

  private func outputs(_ edits: [String: String] = [:]) async throws -> [String: String] {
    let options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")), jobs: 1)
    let files = [
      "site.yaml": settings, "content/data/events.csv": rows,
      "content/index.th.md": "---\ntitle: หน้าแรก\n---\nก\n",
      "content/index.en.md": "---\ntitle: Home\n---\na\n",
    ]
    let tree = Specimen.commons(files.merging(edits) { $1 })
    let result = try await build(tree, options, into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// What is read, with one space between words.
  private func words(_ html: String?) throws -> String {
    let text = try #require(html).replacing("<br>", with: " ").replacing(/<[^>]*>/, with: "")
    return text.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func itsOwnPageAndWhoHoldsItAreNamed() async throws {
    let outputs = try await outputs([
      "content/data/events.csv":
        "id,name,name@en,start,organisers,url\nforum,เวที,Forum,2026-12-15,ring; กลุ่มออม,https://forum.example/a\n",
      "content/data/organisations.csv": "id,name,name@en\nring,เครือข่ายน้ำ,Water ring\n",
    ])
    let page = try #require(outputs["en/events/forum/index.html"])
    let website = "<a href=\"https://forum.example/a\">https://forum.example/a</a>"
    #expect(page.contains("<dt>Website</dt><dd>\(website)</dd>"))
    #expect(page.contains("<dt>Organised by</dt><dd lang=\"th\">Water ring"))
    #expect(page.contains("\"sameAs\": \"https://forum.example/a\""), "\(page)")
    let thai = try #require(outputs["th/events/forum/index.html"])
    #expect(thai.contains("<dt>ผู้จัด</dt><dd>เครือข่ายน้ำ") && thai.contains("กลุ่มออม"), "\(thai)")
  }

  @Test func cancelledIsSaidWhereverItsNameIs() async throws {
    let outputs = try await outputs()
    for (language, name, status) in [("th", "เวที", "ยกเลิก"), ("en", "Forum", "cancelled")] {
      for path in ["events/", "topics/housing/", "events/forum/", "events/months/2026-12/"] {
        let page = try words(outputs["\(language)/\(path)index.html"])
        #expect(page.contains(status), "\(language)/\(path)")
      }
      for path in ["events/atom.xml", "events/feed.json", "topics/housing/atom.xml"] {
        let feed = try #require(outputs["\(language)/\(path)"])
        #expect(feed.contains("[\(status)] \(name)"), "\(language)/\(path)")
      }
      // Nobody adds what does not take place.
      let own = try #require(outputs["\(language)/events/forum/index.html"])
      #expect(!own.contains("calendar.google.com"))
    }
  }

  @Test func feedsSayWhenAndWhere() async throws {
    let outputs = try await outputs()
    for (language, parts) in [
      (
        "th",
        [
          "15 ธันวาคม 2569 เวลา 09.00–12.00 น. · ศาลากลาง",
          "11 ธันวาคม 2569 เวลา 18.00–24.00 น.", "10–12 มกราคม 2570",
          "31 ธันวาคม 2569 เวลา 00.30–02.00 น. (Asia/Tokyo)", "[เปลี่ยนวัน และยังไม่ยืนยัน] เดิน",
        ]
      ),
      (
        "en",
        [
          "15 December 2026, 09:00–12:00 · Town hall", "11 December 2026, 18:00–24:00",
          "10–12 January 2027", "31 December 2026, 00:30–02:00 (Asia/Tokyo)",
          "[moved to another date and not confirmed] Walk",
        ]
      ),
    ] {
      for file in ["atom.xml", "feed.json"] {
        let feed = try #require(outputs["\(language)/events/\(file)"])
        for part in parts { #expect(feed.contains(part), "\(part) \(feed)") }
      }
    }
  }

  /// A copy of a rule alone would have days on which nothing is.
  @Test func seriesWithOtherDaysAreFollowed() async throws {
    let outputs = try await outputs()
    for language in ["th", "en"] {
      let fund = try #require(outputs["\(language)/events/fund/index.html"])
      #expect(!fund.contains("action=TEMPLATE"))
      #expect(fund.contains("webcal://example.org/\(language)/events/fund/event.ics"))
      #expect(fund.contains("calendar.google.com/calendar/render?cid=webcal"))
      let file = try #require(outputs["\(language)/events/fund/event.ics"])
      #expect(file.contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H") && file.contains("EXDATE"))
      let plain = try #require(outputs["\(language)/events/class/index.html"])
      #expect(plain.contains("action=TEMPLATE") && plain.contains("recur=RRULE"))
    }
    #expect(try words(outputs["th/events/fund/index.html"]).contains("สภา และกลุ่มออม"))
  }

  @Test func whatEndsAtMidnightTakesOneDay() async throws {
    let outputs = try await outputs()
    for (language, hours) in [("th", "18.00–24.00 น."), ("en", "18:00–24:00")] {
      let page = try words(outputs["\(language)/events/night/index.html"])
      #expect(page.contains(hours))
      let month = try #require(outputs["\(language)/events/months/2026-12/index.html"])
      let names = month.ranges(of: "/\(language)/events/night/")
      #expect(names.count == 1, "one day of the month")
      #expect(try words(outputs["\(language)/events/index.html"]).contains(hours))
      #expect(
        outputs["\(language)/events/night/event.ics"]?.contains(
          "DTEND;TZID=Asia/Bangkok:20261212T000000") == true)
    }
  }

  /// What has no new day yet is still to come, though the old one is over.
  @Test func whatIsPutOffIsStillToCome() async throws {
    let outputs = try await outputs()
    for (language, coming) in [("th", "กิจกรรมที่จะถึง"), ("en", "Upcoming events")] {
      let page = try #require(outputs["\(language)/events/index.html"])
      let list = try #require(page.firstRange(of: coming)?.upperBound)
      let end = try #require(page[list...].firstRange(of: "</section>")?.lowerBound)
      #expect(page[list..<end].contains("/\(language)/events/feast/"))
      #expect(!page[end...].contains("class=\"year\""), "it is not among the past ones too")
    }
  }

  @Test func hoursOfAnotherZoneSaySo() async throws {
    let outputs = try await outputs()
    for language in ["th", "en"] {
      let own = try #require(outputs["\(language)/events/tokyo/index.html"])
      #expect(!own.contains("2026-12-31T00:30:00+07:00"))
      for path in ["events/", "events/tokyo/", "events/months/2026-12/"] {
        let page = try words(outputs["\(language)/\(path)index.html"])
        #expect(page.contains("(Asia/Tokyo)"), "\(language)/\(path)")
      }
      #expect(
        outputs["\(language)/events/tokyo/event.ics"]?.contains(
          "CONFERENCE;VALUE=URI:https://live.example/") == true)
    }
  }
}
