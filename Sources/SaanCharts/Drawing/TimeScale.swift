import SaanText

/// The way from dates to a stretch of the drawing.
///
/// Ticks are round years of the reader's own calendar: in steps of five they fall on 2560 in Thai
/// and on 2015 in English.
struct TimeScale: Sendable {
  let first: Double
  let last: Double
  let start: Double
  let end: Double
  private let isYearly: Bool
  private let dates: [CalendarDate]

  init(_ dates: [CalendarDate], from start: Double, to end: Double) {
    let days = dates.map(\.middle)
    self.dates = dates
    first = days.min() ?? 0
    last = days.max() ?? 0
    isYearly = dates.allSatisfy { $0.precision == .year }
    self.start = start
    self.end = end
  }

  /// Where the date lies; a year or month counts as its middle.
  func callAsFunction(_ date: CalendarDate) -> Double { at(date.middle) }

  private func at(_ day: Double) -> Double {
    guard last > first else { return (start + end) / 2 }
    return start + (day - first) / (last - first) * (end - start)
  }

  struct Tick: Sendable {
    let x: Double
    let text: String
  }

  /// As many ticks as have room for their text, whole years where the span allows.
  func ticks(in language: Language, size: Double) -> [Tick] {
    guard last > first else {
      return dates.prefix(1).map { Tick(x: at(first), text: $0.text(.medium, in: language)) }
    }
    if isYearly || last - first > 800 { return yearTicks(in: language, size: size) }
    return endTicks(in: language, size: size)
  }

  private func yearTicks(in language: Language, size: Double) -> [Tick] {
    let years = dates.map(\.year)
    guard let low = years.min(), let high = years.max() else { return [] }
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000] {
      let ticks = (low...(high + 1)).compactMap { tick(year: $0, step: step, in: language) }
      let widest = ticks.map { TextWidth.of($0.text) * size }.max() ?? 0
      let isRoomy = zip(ticks, ticks.dropFirst()).allSatisfy { $1.x - $0.x >= widest + size * 0.8 }
      if isRoomy, !ticks.isEmpty { return ticks }
    }
    return endTicks(in: language, size: size)
  }

  private func tick(year: Int, step: Int, in language: Language) -> Tick? {
    guard let date = CalendarDate(year: year),
      let newYear = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    let shown = language.calendar == .buddhist ? date.buddhistYear : year
    let day = (isYearly ? date : newYear).middle
    guard shown % step == 0, day >= first, day <= last else { return nil }
    return Tick(x: at(day), text: date.text(.year, in: language))
  }

  /// The first and the last date alone.
  private func endTicks(in language: Language, size: Double) -> [Tick] {
    let ordered = dates.sorted { $0.middle < $1.middle }
    guard let first = ordered.first, let last = ordered.last else { return [] }
    let ticks = [first, last].map { Tick(x: self($0), text: $0.text(.medium, in: language)) }
    let room = ticks[1].x - ticks[0].x
    let need = ticks.map { TextWidth.of($0.text) * size }.reduce(size, +)
    return room > need ? ticks : Array(ticks.suffix(1))
  }
}
