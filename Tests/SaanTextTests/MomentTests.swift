import SaanText
import Testing

@Suite("Reading dates with a time of day")
struct MomentTests {
  @Test(arguments: [
    ("2022-10-26", "2022-10-26"), ("2022-10", "2022-10"), ("2022", "2022"),
    ("2026-12-15T09:00", "2026-12-15T09:00"), ("2026-12-15 09:00", "2026-12-15T09:00"),
    ("2026-12-15T09:00:30", "2026-12-15T09:00:30"), ("2026-12-15T09:00:00", "2026-12-15T09:00"),
    ("2026-12-15T09:00:30.25", "2026-12-15T09:00:30"), ("2026-12-15 9:05", "2026-12-15T09:05"),
    ("15 ธันวาคม 2569 เวลา 09.00 น.", "2026-12-15T09:00"),
    ("๑๕ ธันวาคม ๒๕๖๙ เวลา ๐๙.๐๐ น.", "2026-12-15T09:00"),
    ("15 ธ.ค. 2569 เวลา 9 นาฬิกา", "2026-12-15T09:00"),
    ("15 ธ.ค.2569 9:30น.", "2026-12-15T09:30"), ("15 ธันวาคม 2569 13.30 น", "2026-12-15T13:30"),
    ("วันอังคารที่ 15 ธันวาคม 2569 เวลา09.00น.", "2026-12-15T09:00"),
    ("15 ธันวาคม 2569, 16:45", "2026-12-15T16:45"),
    ("15 December 2026, 09:00", "2026-12-15T09:00"),
    ("15 December 2026 at 9:00 am", "2026-12-15T09:00"),
    ("15 December 2026 9 p.m.", "2026-12-15T21:00"),
    ("15 December 2026 12:15 am", "2026-12-15T00:15"),
    ("15 December 2026 12 pm", "2026-12-15T12:00"),
    ("26/10/2565", "2022-10-26"), ("๒๖/๑๐/๒๕๖๕", "2022-10-26"), ("26-10-2565", "2022-10-26"),
    ("26.10.2565", "2022-10-26"), ("3/4/2565", "2022-04-03"), ("26/10/2022", "2022-10-26"),
    ("04/04/2022", "2022-04-04"), ("2022/10/26", "2022-10-26"),
    ("26/10/2565 เวลา 08.30 น.", "2022-10-26T08:30"), ("26/10/2565 8:30", "2022-10-26T08:30"),
    ("“2022-10-26”", "2022-10-26"), ("2026-12-15\u{200B}", "2026-12-15"),
  ])
  func isRead(text: String, iso: String) throws {
    #expect(try Moment.read(text).get().iso == iso)
  }

  @Test(arguments: [
    ("2022-10-25T20:30:00Z", "2022-10-26T03:30"), ("2022-10-25T16:59:59Z", "2022-10-25T23:59:59"),
    ("2022-10-25T17:00:00Z", "2022-10-26T00:00"), ("2026-12-15T09:00+07:00", "2026-12-15T09:00"),
    ("2026-12-15 09:00 +0700", "2026-12-15T09:00"), ("2026-12-15T09:00+07", "2026-12-15T09:00"),
    ("2026-12-15T09:00+09:30", "2026-12-15T06:30"), ("2026-12-31T20:00-05:00", "2027-01-01T08:00"),
    ("2026-01-01T01:00+14:00", "2025-12-31T18:00"), ("2022-10-25 20:30 UTC", "2022-10-26T03:30"),
    ("2026-12-15T24:00", "2026-12-16T00:00"),
  ])
  func theDayInThailandCounts(text: String, iso: String) throws {
    #expect(try Moment.read(text).get().iso == iso)
  }

  @Test(arguments: [
    ("2026-12-15T25:00", DateMistake.impossibleTime), ("2026-12-15 09:60", .impossibleTime),
    ("2026-12-15T24:01", .impossibleTime), ("15 December 2026 13 pm", .impossibleTime),
    ("2026-12-15T09:00+15:00", .impossibleTime), ("09:00", .timeWithoutDay),
    ("09.00 น.", .timeWithoutDay), ("ธันวาคม 2569 เวลา 09.00 น.", .timeWithoutDay),
    ("03/04/2022", .numericOrder), ("10/26/2565", .monthFirst(day: 26, month: 10, year: 2565)),
    ("26/10/65", .twoDigitYear), ("26 ต.ค. 65", .twoDigitYear), ("31/02/2565", .impossibleDay),
    ("2026-12-15 09:00-12:00", .timeRange), ("15 ธันวาคม 2569 09.00-12.00 น.", .timeRange),
    ("15 December 2026, 9:00 – 12:00", .timeRange),
    ("15 ธ.ค. 2569 เวลา 09.00 ถึง 12.00 น.", .timeRange),
    ("เร็ว ๆ นี้", .unreadable), ("", .unreadable),
    (
      "2569-12-15T09:00",
      .buddhistYearAsGregorian(meant: CalendarDate(year: 2026, month: 12, day: 15))
    ),
  ])
  func isRefused(text: String, mistake: DateMistake) {
    #expect(Moment.read(text) == .failure(mistake))
  }

  @Test func isWrittenForFeeds() throws {
    #expect(try Moment.read("2026-12-15T09:00").get().rfc3339 == "2026-12-15T09:00:00+07:00")
    #expect(try Moment.read("2026-12-15T09:00:05").get().rfc3339 == "2026-12-15T09:00:05+07:00")
    #expect(try Moment.read("2026-12-15").get().rfc3339 == "2026-12-15T00:00:00+07:00")
  }

  @Test func isWrittenForReaders() throws {
    let moment = try Moment.read("2026-12-15T09:00").get()
    #expect(moment.text(in: .thai) == "15 ธันวาคม 2569 เวลา 09.00 น.")
    #expect(moment.text(in: .english) == "15 December 2026, 09:00")
    for language in [Language.thai, .english] {
      #expect(Moment.read(moment.text(in: language)) == .success(moment))
    }
  }

  @Test func theOrderWithinADayIsThatOfTheHours() throws {
    let texts = ["2026-12-14T23:59", "2026-12-15", "2026-12-15T00:00", "2026-12-15T09:00"]
    let moments = try texts.map { try Moment.read($0).get() }
    #expect(moments.shuffled().sorted() == moments)
  }

  @Test(arguments: [
    ("2026-12-15", "2026-12-14", true), ("2026-12-15", "2026-12-15", false),
    ("2026-12-15T12:00", "2026-12-15T11:59", true), ("2026-12-15T12:00", "2026-12-15T12:00", false),
    ("2026-12-15T12:00", "2026-12-15", false), ("2026", "2026-05", false),
    ("2026", "2025-12", true),
  ])
  func anEndMayComeBeforeItsBeginning(start: String, end: String, isBefore: Bool) throws {
    #expect(try Moment.read(end).get().ends(before: Moment.read(start).get()) == isBefore)
  }
}
