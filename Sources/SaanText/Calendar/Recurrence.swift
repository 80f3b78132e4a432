/// When something comes again: every second Tuesday, on the last day of each month, each year.
///
/// It is the part of RFC 5545's rules by which people announce meetings, and it always has an end.
public struct Recurrence: Sendable, Hashable {
  /// What it comes round with.
  public enum Rhythm: String, Sendable, Hashable, CaseIterable {
    case weekly, monthly, yearly
  }

  /// A day of the week, of the month or of the month of the year.
  public enum Day: Sendable, Hashable {
    /// A day of the week; in a month the first to the fifth, or the last one as -1.
    case weekday(Weekday, nth: Int?)
    /// A day of the month from 1 on, or the last one as -1.
    case ofMonth(Int)
  }

  /// When it ends.
  public enum End: Sendable, Hashable {
    case times(Int)
    /// The last day on which it may take place.
    case until(CalendarDate)
  }

  /// One time that takes place at another time.
  public struct Move: Sendable, Hashable {
    /// The day that the rule gives.
    public let from: CalendarDate
    /// The day instead, with a time where that is another too.
    public let to: Moment

    /// Moves a day.
    public init(from: CalendarDate, to: Moment) { (self.from, self.to) = (from, to) }
  }

  /// What it comes round with.
  public let rhythm: Rhythm
  /// Every how many weeks, months or years.
  public let interval: Int
  /// On which days of its week or month; those of the beginning where there are none.
  public let days: [Day]
  /// When it ends.
  public let end: End
  /// The days on which it does not take place.
  public let exceptions: [CalendarDate]
  /// The times that take place on another day.
  public let moves: [Move]

  /// Makes a rule.
  public init(
    _ rhythm: Rhythm, every interval: Int = 1, on days: [Day] = [], _ end: End,
    except exceptions: [CalendarDate] = [], moves: [Move] = []
  ) {
    (self.rhythm, self.interval) = (rhythm, max(1, interval))
    (self.days, self.end) = (days, end)
    (self.exceptions, self.moves) = (exceptions, moves)
  }

  /// How many times are told at most: twenty years of weeks.
  public static let mostTimes = 1040

  /// The days that the rule gives from a day on, those included on which it does not take place.
  public func days(from start: CalendarDate) -> [CalendarDate] {
    var found: [CalendarDate] = []
    var round = 0
    var before: CalendarDate?
    while let first = firstDay(ofRound: round, from: start), first.year <= start.year + 100 {
      if case .until(let last) = end, first > last.lastDay { return found }
      // The calendar ends with the year 9999.
      if let before, first <= before { return found }
      before = first
      for day in days(ofRound: first, start) where day >= start {
        if case .until(let last) = end, day > last.lastDay { return found }
        found.append(day)
        if case .times(let count) = end, found.count >= count { return found }
        if found.count >= Self.mostTimes { return found }
      }
      round += 1
    }
    return found
  }

  /// The Monday of a week, the first day of a month or that of a year.
  private func firstDay(ofRound round: Int, from start: CalendarDate) -> CalendarDate? {
    let step = round * interval
    switch rhythm {
    case .weekly:
      let back = (start.weekday?.rawValue ?? 1) - 1
      return start.adding(days: step * 7 - back)
    case .monthly: return start.truncated(to: .month).adding(months: step).firstDay
    case .yearly: return CalendarDate(year: start.year + step, month: start.month, day: 1)
    }
  }

  /// The days of one round, in their order.
  private func days(ofRound first: CalendarDate, _ start: CalendarDate) -> [CalendarDate] {
    switch rhythm {
    case .weekly:
      let own = days.compactMap { day -> Weekday? in
        if case .weekday(let weekday, _) = day { weekday } else { nil }
      }
      let weekdays = own.isEmpty ? [start.weekday].compactMap { $0 } : own
      return Set(weekdays).map { first.adding(days: $0.rawValue - 1) }.sorted()
    case .monthly, .yearly:
      let own = days.isEmpty ? [Day.ofMonth(start.day ?? 1)] : days
      return Set(own.compactMap { $0.day(inMonthOf: first) }).sorted()
    }
  }
}

extension Recurrence.Day {
  /// The day in a month; `nil` where that month has none, such as a 31st or a fifth Friday.
  fileprivate func day(inMonthOf first: CalendarDate) -> CalendarDate? {
    let last = first.truncated(to: .month).lastDay
    switch self {
    case .ofMonth(let number) where number > 0:
      return CalendarDate(year: first.year, month: first.month, day: number)
    case .ofMonth(let number): return last.adding(days: number + 1)
    case .weekday(let weekday, let nth):
      guard let start = first.weekday, let end = last.weekday else { return nil }
      if let nth, nth < 0 {
        return last.adding(days: -((end.rawValue - weekday.rawValue + 7) % 7))
      }
      let offset = (weekday.rawValue - start.rawValue + 7) % 7 + ((nth ?? 1) - 1) * 7
      return CalendarDate(year: first.year, month: first.month, day: 1 + offset)
    }
  }
}

/// One time of something that takes place once or again and again.
public struct Occurrence: Sendable, Hashable {
  /// The day that the rule gives, by which the time is known wherever it was moved.
  public let day: CalendarDate
  /// When it begins.
  public let start: Moment
  /// When it ends, if that is known.
  public let end: Moment?
  /// Whether it takes place at another time than the rule says.
  public let isMoved: Bool

  /// The last day that it takes: what ends at midnight takes nothing of the day that begins then.
  public var lastDay: CalendarDate {
    let last = (end ?? start).date.lastDay
    return max(endsAtMidnight ? last.adding(days: -1) : last, start.date.firstDay)
  }

  /// Whether it ends with a day, at 24:00, and not within one.
  public var endsAtMidnight: Bool {
    guard let end, start.second != nil else { return false }
    return end.second == 0 && end.date > start.date
  }

  /// Whether the next one begins before this is over, as far as the two are known.
  public func overlaps(_ next: Occurrence) -> Bool {
    guard let end else { return next.start == start }
    guard end.second != nil, next.start.second != nil else { return lastDay >= next.start.date }
    return end > next.start
  }

  /// Makes a time.
  public init(day: CalendarDate, start: Moment, end: Moment?, isMoved: Bool = false) {
    (self.day, self.start, self.end, self.isMoved) = (day, start, end, isMoved)
  }
}

extension Recurrence {
  /// Every time that something takes place which first begins and ends at these, in their order.
  public func occurrences(from start: Moment, to end: Moment?) -> [Occurrence] {
    days(from: start.date).filter { !exceptions.contains($0) }.map { day in
      let move = moves.first { $0.from == day }
      let second = move?.to.second ?? start.second
      let own = Moment(move?.to.date ?? day, second: second)
      let later = start.date.days(until: own.date)
      return Occurrence(
        day: day, start: own,
        end: end?.moved(days: later, seconds: (second ?? 0) - (start.second ?? 0)),
        isMoved: move != nil)
    }.sorted { ($0.start, $0.day) < ($1.start, $1.day) }
  }
}

extension Moment {
  /// The moment so many days and seconds later; of a day without a time only the days.
  fileprivate func moved(days: Int, seconds: Int) -> Moment {
    guard let second else { return Moment(date.adding(days: days)) }
    let total = second + seconds
    let over = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    return Moment(date.adding(days: days + over), second: total - over * 86_400)
  }
}
