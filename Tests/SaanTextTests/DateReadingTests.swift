import SaanText
import Testing

@Suite("Reading dates that users write")
struct DateReadingTests {
  @Test(arguments: [
    ("2011-10-03", "2011-10-03"), ("2011-10", "2011-10"), ("2011", "2011"),
    (" 2011-10-03 ", "2011-10-03"), ("๒๐๑๑-๑๐-๐๓", "2011-10-03"),
    ("พ.ศ. 2554", "2011"), ("พ.ศ.2554", "2011"), ("พศ.2551", "2008"), ("พศ 2551", "2008"),
    ("ปี พ.ศ. 2554", "2011"), ("พุทธศักราช ๒๕๕๔", "2011"), ("BE 2554", "2011"),
    ("B.E. 2554", "2011"), ("2554 BE", "2011"), ("ค.ศ. 2011", "2011"), ("CE 2011", "2011"),
    ("3 ตุลาคม 2554", "2011-10-03"), ("3 ตุลาคม\u{A0}\u{A0}2554", "2011-10-03"),
    ("3 ตุลาคม พ.ศ. 2554", "2011-10-03"), ("21 ส.ค.2551", "2008-08-21"),
    ("21 สค 2551", "2008-08-21"), ("21ส.ค.2551", "2008-08-21"),
    ("๒๖ ตุลาคม ๒๕๖๕", "2022-10-26"), ("วันที่ 26 ตุลาคม 2565", "2022-10-26"),
    ("วันจันทร์ที่ 3 ตุลาคม พ.ศ. 2554", "2011-10-03"), ("ตุลาคม 2554", "2011-10"),
    ("ต.ค. 2554", "2011-10"), ("29 ก.พ. 2543", "2000-02-29"),
    ("3 October 2011", "2011-10-03"), ("3 Oct 2011", "2011-10-03"),
    ("3rd october 2011", "2011-10-03"), ("Monday, 3 October 2011", "2011-10-03"),
    ("October 3, 2011", "2011-10-03"), ("October 2011", "2011-10"),
    ("3 October BE 2554", "2011-10-03"), ("3/10/2554", "2011-10-03"), ("10/2554", "2011-10"),
    ("๓/๑๐/๒๕๕๔", "2011-10-03"), ("30.9.2565", "2022-09-30"), ("13/10/2011", "2011-10-13"),
  ])
  func isRead(text: String, iso: String) throws {
    #expect(try CalendarDate.read(text).get().iso == iso)
  }

  @Test func everyMonthIsReadInEveryForm() throws {
    for month in 1...12 {
      let date = try #require(CalendarDate(year: 2011, month: month, day: 5))
      for style in [DateStyle.full, .long, .medium] {
        for language in [Language.thai, .english] {
          let text = date.text(style, in: language)
          #expect(try CalendarDate.read(text).get() == date, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    "2554-10-03", "3 October 2554", "2554-10-03 ",
  ])
  func aBuddhistYearWhereTheGregorianBelongs(text: String) {
    let meant = CalendarDate(year: 2011, month: 10, day: 3)
    #expect(CalendarDate.read(text) == .failure(.buddhistYearAsGregorian(meant: meant)))
  }

  @Test(arguments: ["3 ตุลาคม 2011", "3 ต.ค. พ.ศ. 2011"])
  func aGregorianYearWhereTheBuddhistBelongs(text: String) {
    let meant = CalendarDate(year: 2011, month: 10, day: 3)
    #expect(CalendarDate.read(text) == .failure(.gregorianYearAsBuddhist(meant: meant)))
  }

  @Test(arguments: ["3097", "1468", "พ.ศ. 3097"])
  func aYearConvertedTwice(text: String) throws {
    guard case .failure(.convertedTwice(_, let meant)) = CalendarDate.read(text) else {
      Issue.record("read as \(CalendarDate.read(text))")
      return
    }
    #expect(meant?.iso == "2011")
  }

  @Test(arguments: [
    ("3 ต.ค. 54", DateMistake.twoDigitYear), ("พ.ศ. 54", .twoDigitYear), ("3/10/54", .twoDigitYear),
    ("3/10/2011", .numericOrder), ("26 ตุลาคม", .noYear), ("26 October", .noYear),
    ("29 ก.พ. 2544", .impossibleDay), ("2011-02-29", .impossibleDay),
    ("31 เมษายน 2554", .impossibleDay), ("2011-13", .impossibleDay),
    ("วันอังคารที่ 3 ตุลาคม 2554", .weekdayMismatch(actual: .monday)),
    ("Tuesday, 3 October 2011", .weekdayMismatch(actual: .monday)),
    ("พ.ศ. 2480", .beforeModernCalendar), ("2200", .implausibleYear(2200)),
    ("", .unreadable), ("เร็ว ๆ นี้", .unreadable), ("2011-1-3", .unreadable),
    ("20111003", .unreadable), ("2011-10-03T00:00", .unreadable), ("3 ตุลาคม 2554 ค่ำ", .unreadable),
    ("\u{FFFD}", .unreadable),
  ])
  func isRefused(text: String, mistake: DateMistake) {
    #expect(CalendarDate.read(text) == .failure(mistake))
  }

  @Test func theDiagnosticSaysWhatToWrite() {
    guard case .failure(let mistake) = CalendarDate.read("2554-10-03") else {
      Issue.record("a Buddhist Era year was taken for a Gregorian one")
      return
    }
    let text = DiagnosticPrinter().text(Diagnostic.badDate("2554-10-03", mistake))
    #expect(
      text == """
        error[wrong-era]: date '2554-10-03': looks like a Buddhist Era year
           = hint: write 2011-10-03 or 3 ตุลาคม 2554

        """)
    let thai = DiagnosticPrinter(language: .thai).text(Diagnostic.badDate("เร็ว ๆ นี้", .unreadable))
    #expect(thai.hasPrefix("error[bad-date]: 'เร็ว ๆ นี้' ไม่ใช่วันที่\n"))
  }

  @Test func periods() throws {
    #expect(try CalendarPeriod.read("2011-10-03/2011-10-05").get().iso == "2011-10-03/2011-10-05")
    #expect(try CalendarPeriod.read("พ.ศ. 2554").get().iso == "2011")
    for text in [
      "ปีงบประมาณ พ.ศ. 2565", "ปีงบประมาณ ๒๕๖๕", "FY2022", "fiscal year 2022", "FY2565",
    ] {
      #expect(try CalendarPeriod.read(text).get().iso == "2021-10-01/2022-09-30")
    }
    #expect(try CalendarPeriod.read("พ.ศ. 2565/2566").get().iso == "2022/2023")
    #expect(CalendarPeriod.read("2012/2011") == .failure(.endsBeforeItBegins))
    #expect(CalendarPeriod.read("3/10/2011") == .failure(.numericOrder))
    for text in [
      "ตุลาคม 2563 - มีนาคม 2564", "ตุลาคม 2563 ถึง มีนาคม 2564", "1 ต.ค. 2563–31 มี.ค. 2564",
      "October 2020 to March 2021",
    ] {
      #expect(try CalendarDate(CalendarPeriod.read(text).get()).iso == "2020-10/2021-03", "\(text)")
    }
    for text in ["ไตรมาส 1/2564", "Q1 2021", "2563-2564", "ปีงบประมาณ 2564/2565"] {
      #expect(CalendarPeriod.read(text) == .failure(.unreadablePeriod), "\(text)")
    }
    #expect(CalendarPeriod.read("เร็ว ๆ นี้") == .failure(.unreadable))
    let year = try #require(FiscalYear(endingIn: 2022))
    for text in ["2564/65", "2564/ 65", "๒๕๖๔/๖๕", "พ.ศ. 2564/65", "2021/22"] {
      #expect(CalendarPeriod.read(text) == .failure(.yearsRunTogether(year)), "\(text)")
    }
    #expect(CalendarPeriod.read("2564/66") != .failure(.yearsRunTogether(year)))
  }

  @Test func erasInProseAreCheckedAgainstTheirLabels() {
    let text = "ตั้งแต่ พ.ศ. 2011 ถึง ค.ศ.\u{A0}2554 และ พ.ศ. ๒๕๕๔, MAYBE 2011, พ.ศ. 54, 2554 คน"
    let found = findEraMistakes(in: text)
    let bytes = Array(text.utf8)
    #expect(
      found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["พ.ศ. 2011", "ค.ศ.\u{A0}2554", "พ.ศ. 54"])
    #expect(
      found.map(\.mistake) == [
        .gregorianYearAsBuddhist(meant: CalendarDate(year: 2011)),
        .buddhistYearAsGregorian(meant: CalendarDate(year: 2011)), .twoDigitYear,
      ])
  }
}
