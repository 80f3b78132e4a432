/// A Gregorian date as exact as its source is: a day, a month, a year, or a span of time that is
/// none of these, such as a fiscal year.
///
/// Years run from 1 to 9999. A year sorts before its months, a month before its days, and a span
/// after the day that it ends on; the year of a span is the one that it ends in.
///
/// All of it lies in eight bytes whose order is that of time, so that a column of dates is compared
/// like one of numbers.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// How exact a date is.
  public enum Precision: Int, Sendable, Hashable, Comparable, CaseIterable {
    case span, year, month, day

    /// Whether the left comes before the right.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Year, month (4 bits) and day (5 bits) above 32 bits; month and day are 0 where they are not
  /// known.
  ///
  /// Of a span that is its last day, and below it lies its first one in the same form.
  private let packed: Int64

  private init(packedYear year: Int, _ month: Int, _ day: Int, from first: Int64 = 0) {
    packed = Int64(truncatingIfNeeded: year << 9 | month << 5 | day) << 32 | first
  }

  private init(packed: Int64) { self.packed = packed }

  /// Makes the span of the days from one to another.
  init(from first: CalendarDate, to last: CalendarDate) {
    self.init(packedYear: last.year, last.monthOrZero, last.dayOrZero, from: first.packed >> 32)
  }

  /// Makes a date, unless there is no such day in the calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    guard let month else {
      guard day == nil else { return nil }
      self.init(packedYear: year, 0, 0)
      return
    }
    guard (1...12).contains(month) else { return nil }
    if let day, !(1...Self.daysIn(month: month, year: year)).contains(day) { return nil }
    self.init(packedYear: year, month, day ?? 0)
  }

  /// Makes the day that lies this many days after 1970-01-01, kept within the years 1 to 9999.
  public init(dayNumber: Int) {
    let (year, month, day) = Self.civil(dayNumber)
    switch year {
    case ..<1: self.init(packedYear: 1, 1, 1)
    case 10_000...: self.init(packedYear: 9999, 12, 31)
    default: self.init(packedYear: year, month, day)
    }
  }

  /// The Gregorian year; of a span the one that it ends in.
  public var year: Int { Int(packed >> 41) }
  /// The month from 1, when it is known.
  public var month: Int? { monthOrZero == 0 || isSpan ? nil : monthOrZero }
  /// The day of the month, when it is known.
  public var day: Int? { dayOrZero == 0 || isSpan ? nil : dayOrZero }
  /// The year of the Buddhist Era as Thailand counts it.
  public var buddhistYear: Int { year + Self.buddhistOffset }

  /// Whether it is a span that is no day, month or year of the calendar.
  public var isSpan: Bool { packed & 0xFFFF_FFFF != 0 }
  /// The year that it lies in, or the span that it is: only dates that share it are of one time.
  public var yearOrSpan: CalendarDate { truncated(to: .year) }

  var monthOrZero: Int { Int(packed >> 37 & 15) }
  var dayOrZero: Int { Int(packed >> 32 & 31) }

  /// How many years the Buddhist Era is ahead of the common one, as long as both begin in January.
  static let buddhistOffset = 543

  /// How exact the date is.
  public var precision: Precision {
    isSpan ? .span : dayOrZero > 0 ? .day : monthOrZero > 0 ? .month : .year
  }

  /// Whether the left comes before the right.
  public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  /// The date made no more exact than the precision; a span stays what it is.
  public func truncated(to precision: Precision) -> CalendarDate {
    guard !isSpan else { return self }
    return switch precision {
    case .span, .year: CalendarDate(packedYear: year, 0, 0)
    case .month: CalendarDate(packedYear: year, monthOrZero, 0)
    case .day: self
    }
  }

  /// The first day of the span, year or month, or the day itself.
  public var firstDay: CalendarDate {
    guard !isSpan else { return CalendarDate(packed: (packed & 0xFFFF_FFFF) << 32) }
    return CalendarDate(packedYear: year, max(1, monthOrZero), max(1, dayOrZero))
  }

  /// The last day of the span, year or month, or the day itself.
  public var lastDay: CalendarDate {
    guard !isSpan else { return CalendarDate(packedYear: year, monthOrZero, dayOrZero) }
    guard dayOrZero == 0 else { return self }
    let month = monthOrZero == 0 ? 12 : monthOrZero
    return CalendarDate(packedYear: year, month, Self.daysIn(month: month, year: year))
  }

  /// How many months a span has; `nil` for a day, a month or a year.
  ///
  /// What is counted over spans of unlike length, or at a day, does not compare.
  public var months: Int? {
    isSpan ? Int((Double(firstDay.days(until: lastDay) + 1) / 30.44).rounded()) : nil
  }

  /// The day number of its middle, by which times of unlike length have an order.
  public var middle: Double { Double(firstDay.dayNumber + lastDay.dayNumber) / 2 }

  /// Whether both may be the same time, as one lies in the other; of a span only itself is.
  public func agrees(with other: CalendarDate) -> Bool {
    guard !isSpan, !other.isSpan else { return self == other }
    return contains(other) || other.contains(self)
  }

  /// Whether every day of the other date lies in this one.
  public func contains(_ other: CalendarDate) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }
}

// MARK: - Arithmetic

extension CalendarDate {
  /// Days since 1970-01-01, of the date's first day.
  public var dayNumber: Int {
    guard !isSpan else { return firstDay.dayNumber }
    let (month, day) = (max(1, monthOrZero), max(1, dayOrZero))
    // Counting years from March puts the leap day at the end, so that months need no table.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week, when the day is known.
  public var weekday: Weekday? {
    day == nil ? nil : Weekday(dayNumber: dayNumber)
  }

  /// The day that lies so many days later; a month or year counts from its first day.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + days)
  }

  /// The date so many months later, the day moved back to the month's last where it must be.
  public func adding(months: Int) -> CalendarDate {
    guard !isSpan else { return firstDay.adding(months: months) }
    let total = year * 12 + max(1, monthOrZero) - 1 + months
    let (newYear, newMonth) = (min(max(total / 12, 1), 9999), ((total % 12) + 12) % 12 + 1)
    let newDay = min(dayOrZero, Self.daysIn(month: newMonth, year: newYear))
    return CalendarDate(packedYear: newYear, monthOrZero == 0 ? 0 : newMonth, newDay)
  }

  /// How many days lie between the first days of the two dates.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Howard Hinnant's `civil_from_days`.
  private static func civil(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = min(max(dayNumber, -1_000_000), 4_000_000) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  init?(dayNumber: Int) {
    // 1970-01-01 was a Thursday.
    self.init(rawValue: ((dayNumber + 3) % 7 + 7) % 7 + 1)
  }
}

extension Sequence<CalendarDate> {
  /// The date that ends last.
  public var newest: CalendarDate? {
    self.max { ($0.lastDay, $0) < ($1.lastDay, $1) }
  }
}
