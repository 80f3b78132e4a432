/// A budget year of the Thai state: from 1 October to 30 September, named after the year it ends
/// in.
///
/// It is no calendar year: fiscal year 2565 began in 2564.
public struct FiscalYear: Sendable, Hashable, Comparable {
  /// The Gregorian year in which it ends.
  public let endYear: Int

  /// Makes the fiscal year that ends in a Gregorian year, unless that lies outside 2 to 9999.
  public init?(endingIn endYear: Int) {
    guard (2...9999).contains(endYear) else { return nil }
    self.endYear = endYear
  }

  /// Makes the fiscal year in which a day or month lies; a calendar year lies in two.
  public init?(containing date: CalendarDate) {
    guard let month = date.month else { return nil }
    self.init(endingIn: month >= 10 ? date.year + 1 : date.year)
  }

  /// Makes the fiscal year whose days a period has; `nil` for any other period.
  public init?(_ period: CalendarPeriod) {
    self.init(endingIn: period.lastDay.year)
    guard let own = self.period, own.firstDay == period.firstDay, own.lastDay == period.lastDay
    else { return nil }
  }

  /// Whether the left comes before the right.
  public static func < (left: Self, right: Self) -> Bool { left.endYear < right.endYear }

  /// Its days.
  public var period: CalendarPeriod? {
    guard let first = CalendarDate(year: endYear - 1, month: 10, day: 1),
      let last = CalendarDate(year: endYear, month: 9, day: 30)
    else { return nil }
    return CalendarPeriod(first, last)
  }

  /// The fiscal year as readers of the language write it: `ปีงบประมาณ พ.ศ. 2565`,
  /// `fiscal year 2022`.
  public func text(in language: Language) -> String {
    guard let year = CalendarDate(year: endYear) else { return "" }
    let words = written { $0.append(year: year, marked: true, in: language) }
    return language.words.text(.fiscalYear, ["year": words])
  }
}
