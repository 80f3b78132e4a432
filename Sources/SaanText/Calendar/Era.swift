/// The two ways in which a year is counted.
enum Era {
  case buddhist, gregorian

  /// The era whose plausible years hold the number; the two ranges do not overlap.
  static func plausible(for year: Int) -> Era? {
    switch year {
    case 2400...2700: .buddhist
    case 1800...2100: .gregorian
    default: nil
    }
  }

  /// The Gregorian year that a twice converted one stood for.
  ///
  /// These are the plausible years of one era with 543 added or taken away once too often.
  static func undoingDoubleConversion(of year: Int) -> Int? {
    switch year {
    case 2943...3243: year - 2 * CalendarDate.buddhistOffset
    case 1257...1557: year + CalendarDate.buddhistOffset
    default: nil
    }
  }
}

/// Year, month and day as they were written, before anybody asked whether they exist.
struct WrittenDate {
  var year = 0
  var month: Int?
  var day: Int?
  var weekday: Weekday?

  /// The date in the era that its form says, or what is wrong with it.
  func resolved(as expected: Era) -> Result<CalendarDate, DateMistake> {
    switch Era.plausible(for: year) {
    case expected?: return checked(gregorian(in: expected), era: expected)
    case .buddhist?:
      return .failure(.buddhistYearAsGregorian(meant: date(gregorian(in: .buddhist))))
    case .gregorian?: return .failure(.gregorianYearAsBuddhist(meant: date(year)))
    case nil:
      if let meant = Era.undoingDoubleConversion(of: year) {
        return .failure(.convertedTwice(year: year, meant: date(meant)))
      }
      return .failure(year < 100 ? .twoDigitYear : .implausibleYear(year))
    }
  }

  private func gregorian(in era: Era) -> Int {
    era == .buddhist ? year - CalendarDate.buddhistOffset : year
  }

  private func date(_ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  private func checked(_ year: Int, era: Era) -> Result<CalendarDate, DateMistake> {
    if era == .buddhist, year < 1941 { return .failure(.beforeModernCalendar) }
    guard let date = date(year) else { return .failure(.impossibleDay) }
    if let weekday, let actual = date.weekday, weekday != actual {
      return .failure(.weekdayMismatch(actual: actual))
    }
    return .success(date)
  }
}
