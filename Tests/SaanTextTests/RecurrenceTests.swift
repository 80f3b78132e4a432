import SaanText
import Testing

/// Rules by which something takes place again, against days that were worked out by hand.
@Suite struct RecurrenceTests {
  private static func day(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? .init(dayNumber: 0)
  }

  private struct Case {
    let start: String
    let rule: Recurrence
    let days: [String]
  }

  private static let cases: [Case] = [
    Case(
      start: "2026-12-01", rule: Recurrence(.weekly, .times(3)),
      days: ["2026-12-01", "2026-12-08", "2026-12-15"]),
    Case(
      start: "2026-12-01",
      rule: Recurrence(
        .weekly, every: 2, on: [.weekday(.thursday, nth: nil), .weekday(.tuesday, nth: nil)],
        .until(day("2026-12-31"))),
      days: ["2026-12-01", "2026-12-03", "2026-12-15", "2026-12-17", "2026-12-29", "2026-12-31"]),
    // A Sunday belongs to the week of the Monday before.
    Case(
      start: "2026-12-02",
      rule: Recurrence(
        .weekly, every: 2, on: [.weekday(.wednesday, nth: nil), .weekday(.sunday, nth: nil)],
        .times(4)), days: ["2026-12-02", "2026-12-06", "2026-12-16", "2026-12-20"]),
    // Months without a 31st are passed over.
    Case(
      start: "2026-01-31", rule: Recurrence(.monthly, .times(4)),
      days: ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"]),
    Case(
      start: "2028-01-31", rule: Recurrence(.monthly, on: [.ofMonth(-1)], .times(3)),
      days: ["2028-01-31", "2028-02-29", "2028-03-31"]),
    Case(
      start: "2026-12-08", rule: Recurrence(.monthly, on: [.weekday(.tuesday, nth: 2)], .times(3)),
      days: ["2026-12-08", "2027-01-12", "2027-02-09"]),
    Case(
      start: "2027-01-29", rule: Recurrence(.monthly, on: [.weekday(.friday, nth: 5)], .times(3)),
      days: ["2027-01-29", "2027-04-30", "2027-07-30"]),
    Case(
      start: "2026-12-25", rule: Recurrence(.monthly, on: [.weekday(.friday, nth: -1)], .times(2)),
      days: ["2026-12-25", "2027-01-29"]),
    Case(
      start: "2000-10-26", rule: Recurrence(.yearly, every: 10, .until(day("2022"))),
      days: ["2000-10-26", "2010-10-26", "2020-10-26"]),
    Case(
      start: "2024-02-29", rule: Recurrence(.yearly, .times(3)),
      days: ["2024-02-29", "2028-02-29", "2032-02-29"]),
    Case(
      start: "2026-11-14", rule: Recurrence(.yearly, on: [.weekday(.saturday, nth: 2)], .times(2)),
      days: ["2026-11-14", "2027-11-13"]),
    Case(start: "2026-12-01", rule: Recurrence(.weekly, .until(day("2026-11-01"))), days: []),
  ]

  @Test(arguments: cases.indices) func rulesGiveTheirDays(_ index: Int) {
    let own = Self.cases[index]
    #expect(own.rule.days(from: Self.day(own.start)).map(\.iso) == own.days)
  }

  @Test func someTimesAreLeftOutAndSomeMoved() {
    let rule = Recurrence(
      .weekly, .times(4), except: [Self.day("2026-12-08")],
      moves: [
        .init(from: Self.day("2026-12-15"), to: Moment(Self.day("2026-12-24"), second: 36_000))
      ])
    let times = rule.occurrences(
      from: Moment(Self.day("2026-12-01"), second: 32_400),
      to: Moment(Self.day("2026-12-02"), second: 3_600))
    #expect(
      times.map { "\($0.day) \($0.start) \($0.end.map(\.iso) ?? "")\($0.isMoved ? " moved" : "")" }
        == [
          "2026-12-01 2026-12-01T09:00 2026-12-02T01:00",
          "2026-12-22 2026-12-22T09:00 2026-12-23T01:00",
          "2026-12-15 2026-12-24T10:00 2026-12-25T02:00 moved",
        ])
  }

  @Test func nothingGoesOnForEver() throws {
    let start = Self.day("2026-12-01")
    #expect(Recurrence(.weekly, .times(1_000_000)).days(from: start).count == 1040)
    #expect(Recurrence(.yearly, .times(500)).days(from: start).count == 101)
    let late = try #require(CalendarDate(year: 9999, month: 10, day: 31))
    #expect(Recurrence(.monthly, on: [.ofMonth(31)], .times(9)).days(from: late).count == 2)
    #expect(
      Recurrence(.monthly, on: [.weekday(.saturday, nth: 5)], .times(1)).days(from: late) == [])
  }

  @Test(arguments: [
    (0, "ทุกวันอังคาร รวม 3 ครั้ง", "every Tuesday, 3 times in all"),
    (
      1, "ทุก 2 สัปดาห์ในวันอังคารและวันพฤหัสบดี จนถึง 31 ธันวาคม 2569",
      "every 2 weeks on Tuesday and Thursday until 31 December 2026"
    ),
    (
      3, "ทุกเดือน วันที่ 31 ในเดือนที่มีวันนั้น รวม 4 ครั้ง",
      "every month, on day 31 where the month has one, 4 times in all"
    ),
    (4, "ทุกเดือน วันสุดท้ายของเดือน รวม 3 ครั้ง", "every month, on the last day, 3 times in all"),
    (
      5, "ทุกเดือน วันอังคารที่ 2 ของเดือน รวม 3 ครั้ง",
      "every month, on the 2nd Tuesday, 3 times in all"
    ),
    (
      7, "ทุกเดือน วันศุกร์สุดท้ายของเดือน รวม 2 ครั้ง",
      "every month, on the last Friday, 2 times in all"
    ),
    (8, "ทุก 10 ปี จนถึง พ.ศ. 2565", "every 10 years until 2022"),
    (
      10, "ทุกปี วันเสาร์ที่ 2 ของเดือนพฤศจิกายน รวม 2 ครั้ง",
      "every year, on the 2nd Saturday of November, 2 times in all"
    ),
  ])
  func rulesAreSaidInWords(_ index: Int, _ thai: String, _ english: String) {
    let own = Self.cases[index]
    for (language, text) in [(Language.thai, thai), (.english, english)] {
      let said = Prose(language).schedule(own.rule, from: Self.day(own.start))
      #expect(said.replacing("\u{A0}", with: " ") == text)
    }
  }

  @Test func daysLeftOutAreSaidAndNotCounted() {
    let rule = Recurrence(
      .weekly, .times(4), except: [Self.day("2026-12-29"), Self.day("2026-12-22")])
    let said = [Language.thai, .english].map {
      Prose($0).schedule(rule, from: Self.day("2026-12-15")).replacing("\u{A0}", with: " ")
    }
    #expect(
      said == [
        "ทุกวันอังคาร รวม 2 ครั้ง งด 22 ธันวาคม 2569 และ 29 ธันวาคม 2569",
        "every Tuesday, 2 times in all, except 22 December 2026 and 29 December 2026",
      ])
  }

  @Test func zonesSayHowFarTheyAreAhead() {
    #expect(Zone.bangkok.offset() == "+07:00")
    #expect(Zone.named("Asia/Kathmandu")?.offset("") == "+0545")
    #expect(Zone.named("Europe/Berlin") == nil)
  }
}
