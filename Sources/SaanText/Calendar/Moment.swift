/// A date with the time of day in Thailand, where one is known.
///
/// A day without a time sorts before its hours.
public struct Moment: Sendable, Hashable, Comparable {
  /// The day in Thailand; a month or a year where no more is known, and then without a time.
  public let date: CalendarDate
  /// Seconds after midnight in Thailand, 0 to 86,399; `nil` where no time is known.
  public let second: Int?

  /// Makes a moment; a time that no day has, or one of a date that is no day, is left out.
  public init(_ date: CalendarDate, second: Int? = nil) {
    self.date = date
    self.second =
      date.precision == .day ? second.flatMap { (0..<86_400).contains($0) ? $0 : nil } : nil
  }

  /// Whether the left comes before the right.
  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.second ?? -1) < (right.date, right.second ?? -1)
  }

  /// Whether this is over before the other begins, as far as the two are known.
  public func ends(before other: Moment) -> Bool {
    guard let second, let start = other.second, date == other.date else {
      return date.lastDay < other.date.firstDay
    }
    return second < start
  }
}

extension Moment: CustomStringConvertible {
  /// The ISO 8601 form.
  public var description: String { iso }

  /// The ISO 8601 form without a zone: `2026-12-15T09:00`, or the date alone.
  public var iso: String { clock.map { "\(date.iso)T\($0)" } ?? date.iso }

  /// The time of day: `09:00`, with seconds only where there are any; `nil` where none is known.
  public var clock: String? {
    guard let second else { return nil }
    return written {
      $0.append(padded: second / 3600, to: 2)
      $0.append(":")
      $0.append(padded: second / 60 % 60, to: 2)
      guard second % 60 > 0 else { return }
      $0.append(":")
      $0.append(padded: second % 60, to: 2)
    }
  }

  /// The moment for feeds: `2026-12-15T09:00:00+07:00`, a date alone as its first midnight.
  public var rfc3339: String {
    guard let clock else { return date.rfc3339 }
    return "\(date.iso)T\(clock)\(clock.utf8.count == 5 ? ":00" : "")+07:00"
  }

  /// The moment without hyphens and colons, for calendar files: `20261215T090000`; a date alone as
  /// its first midnight.
  public var basic: String {
    let time = second ?? 0
    return written {
      $0.append(text: date.basic)
      $0.append("T")
      $0.append(padded: time / 3600, to: 2)
      $0.append(padded: time / 60 % 60, to: 2)
      $0.append(padded: time % 60, to: 2)
    }
  }

  /// The moment as readers of the language write it: `15 ธันวาคม 2569 เวลา 09.00 น.`,
  /// `15 December 2026, 09:00`.
  public func text(in language: Language) -> String {
    let day = date.text(.long, in: language)
    guard let clock else { return day }
    let dotted = clock.map { $0 == ":" ? "." : String($0) }.joined()
    return language.words.text(
      .dayWithTime, ["day": day, "time": clock, "time_with_dots": dotted])
  }
}
