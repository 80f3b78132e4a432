import SaanModel
import SaanText

/// When an event is in words, where no template has a hand: in feeds.
extension EventView {
  /// The first of its times, as its rule has it.
  var first: Occurrence { Occurrence(day: start.date, start: start, end: front.end) }

  /// When it is, of a series with how it comes again: `15 ธันวาคม 2569 เวลา 09.00–12.00 น.`,
  /// `20–21 December 2026`.
  var when: String {
    let time = first.text(in: reader.language)
    let named =
      thaiStart.map { there in
        reader.language.words.text(
          .timeInThailand,
          ["time": "\(time) (\(zone.name))", "there": there.text(in: reader.language)])
      } ?? time
    return schedule.map { "\(named) – \($0)" } ?? named
  }

  /// When it begins in Thailand, where its hours are those of another zone.
  var thaiStart: Moment? {
    start.second == nil || zone == .bangkok ? nil : start.moved(from: zone, to: .bangkok)
  }

  /// What a feed says of it: when and where, and what it is about.
  var announcement: String {
    [when, location, page.summary].compactMap { $0 }.joined(separator: " · ")
  }
}

extension Occurrence {
  /// The time of day at which it ends: 24:00 at the end of a day; `nil` where none is known.
  var endClock: String? {
    guard let end, let clock = end.clock, end > start else { return nil }
    return endsAtMidnight ? "24:00" : clock
  }

  /// When it is, in words: of one day its hours, of several the first and the last.
  func text(in language: Language) -> String {
    guard lastDay > start.date.lastDay else {
      guard let clock = start.clock, let endClock else { return start.text(in: language) }
      return language.text(start.date, "\(clock)–\(endClock)")
    }
    guard start.second != nil, let end else {
      // Of a year alone the last day is that of its December: the years are what is known.
      let isOfYears = start.date.precision == .year
      return CalendarPeriod(start.date, isOfYears ? end?.date ?? lastDay : lastDay).map {
        $0.text(isOfYears ? .eraYear : .long, in: language)
      } ?? start.text(in: language)
    }
    let last = endsAtMidnight ? language.text(lastDay, "24:00") : end.text(in: language)
    return "\(start.text(in: language)) – \(last)"
  }
}

extension Language {
  /// A day with hours behind it.
  fileprivate func text(_ day: CalendarDate, _ hours: String) -> String {
    words.text(
      .dayWithTime,
      [
        "day": day.text(in: self), "time": hours,
        "time_with_dots": hours.replacing(":", with: "."),
      ])
  }
}
