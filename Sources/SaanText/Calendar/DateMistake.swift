/// Why text that should be a date is none.
///
/// Each case has words of its own, for an author who is told no more than that it is no date tries
/// at random. What was meant goes along where it can be known, so that the hint writes it out.
public enum DateMistake: Error, Sendable, Hashable {
  /// A year of the Buddhist Era where the Gregorian belongs: `2554-10-03`, `ค.ศ. 2554`.
  case buddhistYearAsGregorian(meant: CalendarDate?)
  /// A Gregorian year where one of the Buddhist Era belongs: `พ.ศ. 2011`, `3 ตุลาคม 2011`.
  case gregorianYearAsBuddhist(meant: CalendarDate?)
  /// A year that was converted between the eras twice: 3097 or 1468 for 2554.
  case convertedTwice(year: Int, meant: CalendarDate?)
  /// A year of two digits, which may be of either era and any century.
  case twoDigitYear
  /// A day and month without a year.
  case noYear
  /// A day that its month does not have, or a month past the twelfth.
  case impossibleDay
  /// A weekday that is not the one of the date.
  case weekdayMismatch(actual: Weekday)
  /// Numbers with slashes, whose order nobody can know: `3/10/2011`.
  case numericOrder
  /// Numbers with slashes in the American order: `10/26/2565`.
  case monthFirst(day: Int, month: Int, year: Int)
  /// An hour past the 24th, or a minute past the 59th.
  case impossibleTime
  /// A time from and to, where one belongs.
  case timeRange
  /// A time of day without the day that it belongs to.
  case timeWithoutDay
  /// A year before B.E. 2484, when the Thai year began in April.
  case beforeModernCalendar
  /// A year in neither era's range.
  case implausibleYear(Int)
  /// A period whose second date comes before its first.
  case endsBeforeItBegins
  /// Two years in one, `2564/65`, which may be a fiscal, an academic or a crop year.
  case yearsRunTogether(FiscalYear)
  /// Nothing that the reader knows as a date.
  case unreadable
  /// Nothing that the reader knows as a date or as a span of time, though there are digits in it.
  case unreadablePeriod
}

extension DateMistake {
  /// What is wrong, as the second half of a sentence about the text.
  public var wording: Wording {
    switch self {
    case .buddhistYearAsGregorian:
      Wording(en: "looks like a Buddhist Era year", th: "น่าจะเป็นปีพุทธศักราช")
    case .gregorianYearAsBuddhist:
      Wording(en: "looks like a Gregorian year", th: "น่าจะเป็นปีคริสต์ศักราช")
    case .convertedTwice(let year, _):
      Wording(
        en: "year \(year) looks converted between eras twice",
        th: "ปี \(year) น่าจะแปลงศักราชซ้ำสองครั้ง")
    case .twoDigitYear:
      Wording(en: "a year needs four digits", th: "ปีต้องมีสี่หลัก")
    case .noYear:
      Wording(en: "the year is missing", th: "ไม่มีปี")
    case .impossibleDay:
      Wording(en: "there is no such day", th: "ไม่มีวันนี้ในปฏิทิน")
    case .weekdayMismatch(let actual):
      Wording(
        en: "this day is a \(CalendarNames.englishWeekdays[actual.rawValue - 1])",
        th: "วันนี้ตรงกับวัน\(CalendarNames.thaiWeekdays[actual.rawValue - 1])")
    case .numericOrder:
      Wording(en: "day and month can't be told apart", th: "แยกวันกับเดือนไม่ได้")
    case .monthFirst:
      Wording(en: "the day comes first, then the month", th: "ต้องเขียนวันก่อนเดือน")
    case .impossibleTime:
      Wording(en: "there is no such time of day", th: "ไม่มีเวลานี้")
    case .timeRange:
      Wording(en: "this is the time from and to", th: "มีทั้งเวลาเริ่มและเวลาสิ้นสุด")
    case .timeWithoutDay:
      Wording(en: "a time needs its day", th: "เวลาต้องมีวันที่กำกับ")
    case .beforeModernCalendar:
      Wording(
        en: "years before B.E. 2484 (1941) began in April and can't be converted",
        th: "ปีก่อน พ.ศ. 2484 เริ่มในเดือนเมษายน จึงแปลงไม่ได้")
    case .implausibleYear(let year):
      Wording(
        en: "year \(year) is in neither era's range (1800–2100, พ.ศ. 2400–2700)",
        th: "ปี \(year) อยู่นอกช่วงของทั้งสองศักราช (ค.ศ. 1800–2100, พ.ศ. 2400–2700)")
    case .endsBeforeItBegins:
      Wording(en: "it ends before it begins", th: "วันสิ้นสุดอยู่ก่อนวันเริ่มต้น")
    case .yearsRunTogether:
      Wording(
        en: "could be a fiscal, an academic or a crop year",
        th: "อาจเป็นปีงบประมาณ ปีการศึกษา หรือปีเพาะปลูก")
    case .unreadable:
      Wording(en: "is not a date", th: "ไม่ใช่วันที่")
    case .unreadablePeriod:
      Wording(en: "is neither a date nor a span of time", th: "ไม่ใช่วันที่และไม่ใช่ช่วงเวลา")
    }
  }

  /// What to write instead, where that is known.
  public var hint: Wording? {
    switch self {
    case .buddhistYearAsGregorian(let meant), .gregorianYearAsBuddhist(let meant),
      .convertedTwice(_, let meant):
      return meant.map { date in
        let thai = Self.explicit(date)
        return Wording(
          en: "write \(date.iso) or \(thai)", th: "เขียน \(date.iso) หรือ \(thai)")
      }
    case .numericOrder:
      return Wording(
        en: "write the month as a word, as in 26 ตุลาคม 2565, or the year first: 2022-10-26",
        th: "เขียนชื่อเดือน เช่น 26 ตุลาคม 2565 หรือขึ้นต้นด้วยปี ค.ศ. เช่น 2022-10-26")
    case .twoDigitYear, .noYear, .unreadable:
      return Wording(
        en: "write 2011-10-03, 3 ตุลาคม 2554 or พ.ศ. 2554",
        th: "เขียนแบบ 2011-10-03, 3 ตุลาคม 2554 หรือ พ.ศ. 2554")
    case .unreadablePeriod:
      return Wording(
        en:
          "write 2011-10-03, พ.ศ. 2554 or ปีงบประมาณ 2554; any other time by its first and last month or day: 2011-01/2011-06",
        th:
          "เขียนแบบ 2011-10-03, พ.ศ. 2554 หรือ ปีงบประมาณ 2554 ถ้าเป็นช่วงอื่น เขียนเดือนหรือวันแรกและสุดท้าย เช่น 2011-01/2011-06"
      )
    case .yearsRunTogether(let year):
      let name = year.text(in: .thai)
      let months = "\(year.endYear - 1)-05/\(year.endYear)-04"
      return Wording(
        en: "write \(name) for the fiscal year, and for any other its months, such as \(months)",
        th: "ถ้าเป็นปีงบประมาณ เขียน \(name) ถ้าเป็นปีอื่น เขียนเดือนแรกและเดือนสุดท้าย เช่น \(months)")
    case .monthFirst(let day, let month, let year):
      return Wording(en: "write \(day)/\(month)/\(year)", th: "เขียน \(day)/\(month)/\(year)")
    case .timeRange:
      return Wording(
        en: "write the end with its day in a field of its own: end: 2026-12-15T12:00",
        th: "เขียนเวลาสิ้นสุดพร้อมวันที่ในฟิลด์ของตัวเอง: end: 2026-12-15T12:00")
    case .impossibleTime, .timeWithoutDay:
      return Wording(
        en: "write 2026-12-15T09:00 or 15 ธันวาคม 2569 เวลา 09.00 น.",
        th: "เขียนแบบ 2026-12-15T09:00 หรือ 15 ธันวาคม 2569 เวลา 09.00 น.")
    case .impossibleDay:
      return Wording(
        en:
          "check the day and the month: February has 28 or 29 days; April, June, September and November have 30",
        th: "ตรวจวันและเดือน: กุมภาพันธ์มี 28 หรือ 29 วัน เดือนที่ลงท้ายด้วย \"ยน\" มี 30 วัน")
    case .weekdayMismatch, .beforeModernCalendar, .implausibleYear,
      .endsBeforeItBegins:
      return nil
    }
  }

  /// What to write where the text names a time of day in words, as `9 โมง` and `บ่ายสอง` do.
  public static func hint(forTimeIn text: String) -> Wording? {
    let words = ["โมง", "เวลา", "นาฬิกา", "ทุ่ม", "น.", "ตีหนึ่ง", "ตีสอง", "บ่าย", "o'clock", "am", "pm"]
    guard words.contains(where: { text.contains($0) }) else { return nil }
    return Wording(
      en: "write the time in digits: 2026-12-15T09:00 or 15 ธันวาคม 2569 เวลา 09.00 น.",
      th: "เขียนเวลาเป็นตัวเลข: 2026-12-15T09:00 หรือ 15 ธันวาคม 2569 เวลา 09.00 น.")
  }

  /// The date in Thai with its era, so that it can be read back as it stands.
  private static func explicit(_ date: CalendarDate) -> String {
    date.precision == .year ? date.text(.eraYear, in: .thai) : date.text(.long, in: .thai)
  }
}
