extension Prose {
  /// When something comes again, in a clause: `ทุกวันอังคาร จนถึง 30 มีนาคม 2570`,
  /// `every Tuesday until 30 March 2027`.
  ///
  /// - Parameter start: the day on which it first takes place.
  public func schedule(_ rule: Recurrence, from start: CalendarDate) -> String {
    let text = rhythm(rule, from: start)
    let whole =
      switch rule.end {
      case .times(let count):
        say(.repeatsTimes, ["text": text], count: max(0, count - rule.exceptions.count))
      case .until(let day): say(.repeatsUntil, ["text": text, "date": moment(day)])
      }
    let left =
      rule.exceptions.isEmpty
      ? whole
      : say(.repeatsExcept, ["text": whole, "dates": list(rule.exceptions.sorted().map(moment))])
    guard !rule.moves.isEmpty else { return left }
    let moves = rule.moves.sorted { $0.from < $1.from }.map { move in
      say(.timeMoved, ["from": moment(move.from), "to": move.to.text(in: language)])
    }
    return say(.repeatsMoved, ["text": left, "moves": list(moves)])
  }

  /// Days of the week in one breath; of two, Thai says of each that it is a day.
  private func list(_ days: [Weekday]) -> String {
    let names = days.sorted { $0.rawValue < $1.rawValue }.map(name)
    return names.count == 2
      ? say(.twoWeekdays, ["first": names[0], "second": names[1]]) : list(names)
  }

  private func rhythm(_ rule: Recurrence, from start: CalendarDate) -> String {
    let interval = String(rule.interval)
    let isEach = rule.interval == 1
    switch rule.rhythm {
    case .weekly:
      let days = rule.days.isEmpty ? [start.weekday].compactMap { $0 } : rule.days.map(\.weekday)
      let names = list(days.compactMap { $0 })
      return isEach
        ? say(.everyWeek, ["days": names])
        : say(.everyWeeks, ["interval": interval, "days": names])
    case .monthly:
      let days = list((rule.days.isEmpty ? [.ofMonth(start.day ?? 1)] : rule.days).map(name))
      return isEach
        ? say(.everyMonth, ["days": days])
        : say(.everyMonths, ["interval": interval, "days": days])
    case .yearly:
      let text = isEach ? say(.everyYear) : say(.everyYears, ["interval": interval])
      guard let month = start.month else { return text }
      if rule.days.isEmpty {
        // Not every year has a 29th of February.
        guard month == 2, start.day == 29 else { return text }
        return say(
          .yearsWithDay, ["text": text, "day": "29 \(words.month(month, short: false))"])
      }
      return say(
        .daysInMonth,
        [
          "text": text, "days": list(rule.days.map(name)),
          "month": words.month(month, short: false),
        ])
    }
  }

  private func name(_ weekday: Weekday) -> String { words.weekday(weekday.rawValue) }

  private func name(_ day: Recurrence.Day) -> String {
    switch day {
    case .ofMonth(let number):
      number < 0
        ? say(.lastDayOfMonth)
        : say(number > 28 ? .dayOfSomeMonths : .dayOfMonth, ["number": String(number)])
    case .weekday(let weekday, let nth):
      if let nth, nth > 0 {
        say(.nthWeekday, ["ordinal": ordinalText(nth, in: language), "weekday": name(weekday)])
      } else {
        say(.lastWeekday, ["weekday": name(weekday)])
      }
    }
  }
}

extension Recurrence.Day {
  fileprivate var weekday: Weekday? {
    if case .weekday(let weekday, _) = self { weekday } else { nil }
  }
}
