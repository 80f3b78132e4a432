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
}

extension CalendarDate {
  /// Makes the date that is a period: a day, a month or a year where it is one, else a span.
  public init(_ period: CalendarPeriod) {
    let period = period.simplified
    self =
      period.first == period.last
      ? period.first : CalendarDate(from: period.firstDay, to: period.lastDay)
  }

  /// The days of a span; `nil` for a day, a month or a year.
  public var span: CalendarPeriod? {
    isSpan ? CalendarPeriod(firstDay, lastDay)?.simplified : nil
  }

  /// Whether it is a year, or a span of whole years.
  public var isOfYears: Bool {
    span.map { $0.first.precision == .year && $0.last.precision == .year } ?? (precision == .year)
  }
}
