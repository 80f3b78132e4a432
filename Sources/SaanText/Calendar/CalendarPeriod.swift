/// The days from one date to another, both included.
public struct CalendarPeriod: Sendable, Hashable {
  /// Where it begins.
  public let first: CalendarDate
  /// Where it ends; a month or year ends with its last day.
  public let last: CalendarDate

  /// Makes a period, unless it would end before it begins.
  public init?(_ first: CalendarDate, _ last: CalendarDate) {
    guard first.firstDay <= last.lastDay else { return nil }
    self.first = first
    self.last = last
  }

  /// Makes the period that is one day, month or year.
  public init(_ date: CalendarDate) {
    first = date
    last = date
  }

  /// The first day, also of a period that begins with a month or a year.
  public var firstDay: CalendarDate { first.firstDay }
  /// The last day, also of a period that ends with a month or a year.
  public var lastDay: CalendarDate { last.lastDay }

  /// The period for machines, as ISO 8601 writes it: `2011-10-03/2011-10-05`.
  public var iso: String {
    first == last ? first.iso : "\(first.iso)/\(last.iso)"
  }

  /// The same days named as shortly as they can be: whole years by their year, whole months by
  /// their month.
  public var simplified: CalendarPeriod {
    for precision in [CalendarDate.Precision.year, .month] {
      let (start, end) = (first.truncated(to: precision), last.truncated(to: precision))
      if start.firstDay == firstDay, end.lastDay == lastDay, start.precision == end.precision {
        return CalendarPeriod(start, end) ?? self
      }
    }
    return self
  }

  /// The period as readers of the language write it: `3–5 ตุลาคม 2554`.
  public func text(_ style: DateStyle = .long, in language: Language) -> String {
    written { $0.append(self, style: style, in: language) }
  }
}

extension [UInt8] {
  /// Appends the period, with what its two ends share written once.
  public mutating func append(_ period: CalendarPeriod, style: DateStyle, in language: Language) {
    let period = period.simplified
    let (first, last) = (period.first, period.last)
    if first == last { return append(first, style: style, in: language) }
    switch style {
    case .long, .medium, .monthYear: break
    case .year, .eraYear: return append(years: first, last, style, in: language)
    case .iso: return append(text: period.iso)
    case .full, .short:
      append(first, style: style, in: language)
      append(" – ")
      return append(last, style: style, in: language)
    }
    if first.precision == .year, last.precision == .year {
      return append(years: first, last, style, in: language)
    }
    append(startOf: period, style: style, in: language)
    append(last, style: style, in: language)
  }

  private mutating func append(
    years first: CalendarDate, _ last: CalendarDate, _ style: DateStyle, in language: Language
  ) {
    guard first.year != last.year else { return append(last, style: style, in: language) }
    append(first, style: style, in: language)
    append("–")
    append(padded: language.calendar == .buddhist ? last.buddhistYear : last.year, to: 1)
  }

  /// Appends what of the first date its end does not say, and the dash.
  private mutating func append(
    startOf period: CalendarPeriod, style: DateStyle, in language: Language
  ) {
    let (first, last) = (period.first, period.last)
    guard first.precision == last.precision, first.year == last.year else {
      append(first, style: style, in: language)
      return append(" – ")
    }
    let showsDays = style != .monthYear && first.dayOrZero > 0
    if first.monthOrZero == last.monthOrZero {
      guard showsDays else { return }
      append(padded: first.dayOrZero, to: 1)
      return append("–")
    }
    if showsDays {
      append(padded: first.dayOrZero, to: 1)
      append(UInt8(ascii: " "))
    }
    append(text: language.words.month(first.monthOrZero, short: style == .medium))
    append(showsDays ? " – " : "–")
  }
}
