import SaanText
import Testing

@Suite("Writing dates")
struct DateTextTests {
  private static let thaiGregorian = Language(
    tag: .thai, name: "ไทย", calendar: .gregorian, prefix: "th")

  @Test(arguments: [
    (DateStyle.full, "วันจันทร์ที่ 3 ตุลาคม พ.ศ. 2554", "Monday, 3 October 2011"),
    (.long, "3 ตุลาคม 2554", "3 October 2011"), (.medium, "3 ต.ค. 2554", "3 Oct 2011"),
    (.short, "3/10/2554", "03/10/2011"), (.monthYear, "ตุลาคม 2554", "October 2011"),
    (.year, "2554", "2011"), (.eraYear, "พ.ศ. 2554", "2011"), (.iso, "2011-10-03", "2011-10-03"),
  ])
  func aDay(style: DateStyle, thai: String, english: String) throws {
    let date = try #require(CalendarDate(year: 2011, month: 10, day: 3))
    #expect(date.text(style, in: .thai) == thai)
    #expect(date.text(style, in: .english) == english)
  }

  @Test func aSpanIsWrittenByItsNameOrItsEnds() throws {
    func both(_ text: String, _ style: DateStyle) throws -> [String] {
      let date = try #require(CalendarDate(iso: text))
      return [Language.thai, .english].map { date.text(style, in: $0) }
    }
    #expect(
      try both("2020-10/2021-09", .long) == [
        "ปีงบประมาณ พ.ศ. 2564", "fiscal year 2021 (October 2020 – September 2021)",
      ])
    #expect(
      try both("2020-10/2021-09", .medium) == ["ปีงบประมาณ พ.ศ. 2564", "fiscal year 2021"])
    #expect(try both("2020-10/2021-09", .iso) == ["2020-10/2021-09", "2020-10/2021-09"])
    #expect(
      try both("2021-01/2021-06", .long) == ["ช่วงมกราคม–มิถุนายน 2564", "January–June 2021"])
    #expect(try both("2021-01/2021-06", .medium) == ["ม.ค.–มิ.ย. 2564", "Jan–Jun 2021"])
    #expect(
      try both("2021-10-03/2021-10-05", .long) == ["ช่วง 3–5 ตุลาคม 2564", "3–5 October 2021"])
    #expect(try both("2018/2020", .long) == ["ช่วง พ.ศ. 2561–2563", "2018–2020"])
    #expect(try both("2018/2020", .eraYear) == ["พ.ศ. 2561–2563", "2018–2020"])
    var bytes: [UInt8] = []
    bytes.appendTime(
      try #require(CalendarDate(iso: "2020-10/2021-09")), style: .medium, in: .english)
    #expect(String(decoding: bytes, as: UTF8.self) == "fiscal year 2021")
  }

  @Test func noMoreIsWrittenThanIsKnown() throws {
    let month = try #require(CalendarDate(year: 2011, month: 10))
    #expect(month.text(.full, in: .thai) == "ตุลาคม พ.ศ. 2554")
    #expect(month.text(.medium, in: .english) == "Oct 2011")
    #expect(month.text(.short, in: .thai) == "10/2554")
    let year = try #require(CalendarDate(year: 2011))
    #expect(year.text(.long, in: .thai) == "2554")
    #expect(year.text(.iso, in: .thai) == "2011")
  }

  @Test func anEraThatReadersDoNotExpectIsNamed() throws {
    let date = try #require(CalendarDate(year: 2011, month: 10, day: 3))
    #expect(date.text(.long, in: Self.thaiGregorian) == "3 ตุลาคม ค.ศ. 2011")
    let english = Language(tag: .english, name: "English", calendar: .buddhist, prefix: "en")
    #expect(date.text(.long, in: english) == "3 October 2554 BE")
  }

  @Test func formsForMachines() throws {
    let date = try #require(CalendarDate(year: 2011, month: 10, day: 3))
    #expect(date.rfc3339 == "2011-10-03T00:00:00+07:00")
    #expect(date.basic == "20111003")
    #expect(CalendarDate(year: 2011)?.rfc3339 == "2011-01-01T00:00:00+07:00")
    var bytes = [UInt8]()
    bytes.appendTime(date, style: .long, in: .thai)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<time datetime=\"2011-10-03\">3 ตุลาคม 2554</time>")
  }

  @Test(arguments: [
    ("2011-10-03/2011-10-05", "3–5 ตุลาคม 2554", "3–5 October 2011"),
    ("2011-09-30/2011-10-05", "30 กันยายน – 5 ตุลาคม 2554", "30 September – 5 October 2011"),
    (
      "2011-12-30/2012-01-02", "30 ธันวาคม 2554 – 2 มกราคม 2555",
      "30 December 2011 – 2 January 2012"
    ),
    ("2011-10/2011-12", "ตุลาคม–ธันวาคม 2554", "October–December 2011"),
    ("2011-10/2012-12", "ตุลาคม 2554 – ธันวาคม 2555", "October 2011 – December 2012"),
    ("2011/2012", "2554–2555", "2011–2012"),
    ("2011-01-01/2011-12-31", "2554", "2011"),
    ("2011-10-01/2011-10-31", "ตุลาคม 2554", "October 2011"),
    ("2022-10-26", "26 ตุลาคม 2565", "26 October 2022"),
    ("2011/2011-10-05", "2554 – 5 ตุลาคม 2554", "2011 – 5 October 2011"),
  ])
  func ranges(iso: String, thai: String, english: String) throws {
    let period = try CalendarPeriod.read(iso).get()
    #expect(period.text(in: .thai) == thai)
    #expect(period.text(in: .english) == english)
  }

  @Test func rangesInShorterStyles() throws {
    let period = try CalendarPeriod.read("2011-10-03/2012-10-05").get()
    #expect(period.text(.year, in: .thai) == "2554–2555")
    #expect(period.text(.eraYear, in: .thai) == "พ.ศ. 2554–2555")
    #expect(period.text(.medium, in: .english) == "3 Oct 2011 – 5 Oct 2012")
    let month = try CalendarPeriod.read("2011-10-03/2011-10-05").get()
    #expect(month.text(.monthYear, in: .english) == "October 2011")
    #expect(month.text(.short, in: .thai) == "3/10/2554 – 5/10/2554")
  }
}
