import SaanText
import Testing

@Suite("Dates as values")
struct CalendarDateTests {
  @Test func aDayMustExist() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2011, month: 4, day: 31) == nil)
    #expect(CalendarDate(year: 2011, month: 13) == nil)
    #expect(CalendarDate(year: 0) == nil)
    #expect(CalendarDate(year: 2011, month: nil, day: 3) == nil)
  }

  @Test func aYearSortsBeforeItsMonthsAndDays() throws {
    let dates = try ["2011-10-03", "2012", "2011", "2011-10", "2010-12-31"].map {
      try #require(CalendarDate(iso: $0))
    }
    #expect(
      dates.sorted().map(\.iso) == ["2010-12-31", "2011", "2011-10", "2011-10-03", "2012"])
  }

  @Test func dayNumbersGoThereAndBack() throws {
    #expect(CalendarDate(dayNumber: 0).iso == "1970-01-01")
    for number in stride(from: -30_000, through: 60_000, by: 17) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
    #expect(CalendarDate(dayNumber: .max).iso == "9999-12-31")
    #expect(CalendarDate(dayNumber: .min).iso == "0001-01-01")
  }

  @Test func arithmeticKeepsToTheCalendar() throws {
    let date = try #require(CalendarDate(iso: "2011-10-31"))
    #expect(date.adding(days: 1).iso == "2011-11-01")
    #expect(date.adding(months: 4).iso == "2012-02-29")
    #expect(date.adding(months: -11).iso == "2010-11-30")
    let registration = try #require(CalendarDate(iso: "2008-08-21"))
    #expect(registration.days(until: date) == 1166)
    #expect(date.weekday == .monday)
    #expect(date.truncated(to: .month).weekday == nil)
  }

  @Test func aMonthContainsItsDays() throws {
    let month = try #require(CalendarDate(iso: "2024-02"))
    #expect(month.firstDay.iso == "2024-02-01")
    #expect(month.lastDay.iso == "2024-02-29")
    #expect(month.contains(month.lastDay))
    #expect(!month.lastDay.contains(month))
  }

  /// A span keeps its ends, is none of what lies in it, and comes by the day that it ends on.
  @Test func aSpanIsADateOfItsOwn() throws {
    func date(_ text: String) throws -> CalendarDate {
      CalendarDate(try CalendarPeriod.read(text).get())
    }
    let fiscal = try date("2020-10-01/2021-09-30")
    #expect(fiscal.precision == .span && fiscal.isSpan && fiscal.months == 12)
    #expect(fiscal.iso == "2020-10/2021-09" && CalendarDate(iso: fiscal.iso) == fiscal)
    #expect(fiscal.firstDay.iso == "2020-10-01" && fiscal.lastDay.iso == "2021-09-30")
    #expect(fiscal.year == 2021 && fiscal.month == nil && fiscal.day == nil)
    #expect(fiscal.weekday == nil && fiscal.truncated(to: .year) == fiscal)
    #expect(try fiscal == date("FY2021") && fiscal == date("ปีงบประมาณ 2564"))
    let days = ["2021-09-30", "2021-10-01", "2021"].compactMap { CalendarDate(iso: $0) }
    #expect(days[0] < fiscal && fiscal < days[1])
    #expect(fiscal.contains(days[0]) && !fiscal.agrees(with: days[0]))
    #expect(!fiscal.agrees(with: days[2]) && days[2].agrees(with: days[0]))
    #expect(fiscal.yearOrSpan != days[2].yearOrSpan && fiscal.dayNumber < days[0].dayNumber)
    #expect([days[0], fiscal, days[1]].newest == days[1])
    // Whole years and months are what they are.
    #expect(try date("2021-01-01/2021-12-31").iso == "2021")
    #expect(try date("2021-03-01/2021-03-31").iso == "2021-03")
    #expect(try date("2018/2020").isOfYears && date("2021-01/2021-06").months == 6)
    #expect(CalendarDate(iso: "2021/2020") == nil && CalendarDate(iso: "2020/2021/2022") == nil)
  }

  @Test func fiscalYearsBeginInOctober() throws {
    let september = try #require(CalendarDate(iso: "2021-09-30"))
    let october = try #require(CalendarDate(iso: "2021-10-01"))
    #expect(FiscalYear(containing: september)?.endYear == 2021)
    let year = try #require(FiscalYear(containing: october))
    #expect(year.period?.iso == "2021-10-01/2022-09-30")
    #expect(year.text(in: .thai) == "ปีงบประมาณ พ.ศ. 2565")
    #expect(year.text(in: .english) == "fiscal year 2022")
    #expect(FiscalYear(containing: october.truncated(to: .year)) == nil)
  }
}
