/// How a date is written for readers.
///
/// A date that is less exact than the style asks for is written as exactly as it is known; a style
/// that asks for less leaves the rest out.
public enum DateStyle: String, Sendable, Hashable, CaseIterable {
  /// `วันจันทร์ที่ 3 ตุลาคม พ.ศ. 2554`, `Monday, 3 October 2011`.
  case full
  /// `3 ตุลาคม 2554`, `3 October 2011`.
  case long
  /// `3 ต.ค. 2554`, `3 Oct 2011`.
  case medium
  /// `3/10/2554`, `03/10/2011`; the year keeps four digits, for two would not show their era.
  case short
  /// `ตุลาคม 2554`, `October 2011`.
  case monthYear = "month_year"
  /// `2554`, `2011`.
  case year
  /// `พ.ศ. 2554`, `2011`.
  case eraYear = "era_year"
  /// `2011-10-03` whatever the language.
  case iso

  fileprivate var precision: CalendarDate.Precision {
    switch self {
    case .full, .long, .medium, .short, .iso: .day
    case .monthYear: .month
    case .year, .eraYear: .year
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form.
  public var description: String { iso }

  /// The date as readers of the language write it.
  public func text(_ style: DateStyle = .long, in language: Language) -> String {
    written { $0.append(self, style: style, in: language) }
  }

  /// The ISO 8601 form: `2011-10-03`, `2011-10`, `2011`, of a span `2010-10/2011-09`.
  public var iso: String { written { $0.append(iso: self) } }

  /// Midnight in Thailand at the date's beginning, for feeds: `2011-10-03T00:00:00+07:00`.
  public var rfc3339: String {
    written {
      $0.append(iso: firstDay)
      $0.append("T00:00:00+07:00")
    }
  }

  /// The first day without hyphens, for calendar files: `20111003`.
  public var basic: String {
    let day = firstDay
    return written {
      $0.append(padded: day.year, to: 4)
      $0.append(padded: day.monthOrZero, to: 2)
      $0.append(padded: day.dayOrZero, to: 2)
    }
  }
}

extension [UInt8] {
  /// Appends the date as readers of the language write it.
  public mutating func append(_ date: CalendarDate, style: DateStyle, in language: Language) {
    if let span = date.span { return append(span: span, style: style, in: language) }
    let date = date.precision > style.precision ? date.truncated(to: style.precision) : date
    switch style {
    case .iso: append(iso: date)
    case .short: append(short: date, in: language)
    default: append(worded: date, style: style, in: language)
    }
  }

  /// Appends a `time` element: the date for machines in its attribute, for readers as its text;
  /// of a span, which HTML has no such attribute for, its text alone.
  public mutating func appendTime(_ date: CalendarDate, style: DateStyle, in language: Language) {
    guard !date.isSpan else { return append(date, style: style, in: language) }
    append("<time datetime=\"")
    append(iso: date)
    append("\">")
    append(date, style: style, in: language)
    append("</time>")
  }

  mutating func append(iso date: CalendarDate) {
    if let span = date.span { return append(text: span.iso) }
    append(padded: date.year, to: 4)
    guard date.monthOrZero > 0 else { return }
    append(UInt8(ascii: "-"))
    append(padded: date.monthOrZero, to: 2)
    guard date.dayOrZero > 0 else { return }
    append(UInt8(ascii: "-"))
    append(padded: date.dayOrZero, to: 2)
  }

  private mutating func append(short date: CalendarDate, in language: Language) {
    let width = language.words.grammar.padsDates ? 2 : 1
    if date.dayOrZero > 0 {
      append(padded: date.dayOrZero, to: width)
      append(UInt8(ascii: "/"))
    }
    if date.monthOrZero > 0 {
      append(padded: date.monthOrZero, to: width)
      append(UInt8(ascii: "/"))
    }
    append(padded: language.calendar == .buddhist ? date.buddhistYear : date.year, to: 1)
  }

  private mutating func append(worded date: CalendarDate, style: DateStyle, in language: Language) {
    if style == .full, let weekday = date.weekday {
      let day = written { $0.append(plain: date, style: style, in: language) }
      let weekday = language.words.weekday(weekday.rawValue)
      append(text: language.words.text(.fullDate, ["weekday": weekday, "date": day]))
    } else {
      append(plain: date, style: style, in: language)
    }
  }

  private mutating func append(plain date: CalendarDate, style: DateStyle, in language: Language) {
    if date.dayOrZero > 0 {
      append(padded: date.dayOrZero, to: 1)
      append(UInt8(ascii: " "))
    }
    if date.monthOrZero > 0 {
      append(text: language.words.month(date.monthOrZero, short: style == .medium))
      append(UInt8(ascii: " "))
    }
    append(year: date, marked: style == .full || style == .eraYear, in: language)
  }

  /// Appends the year in the language's calendar.
  ///
  /// The era is named where `marked` asks for it, and where the language's readers would take the
  /// number for a year of the other era.
  mutating func append(year date: CalendarDate, marked: Bool, in language: Language) {
    let era = language.calendar
    let isPlain =
      switch language.words.grammar.plainEra {
      case .ofSite: true
      case .buddhist: era == .buddhist
      case .gregorian: era == .gregorian
      }
    let word = era == .buddhist ? Word.buddhistYear : .gregorianYear
    let around = marked || !isPlain ? language.words.around(word) : ("", "")
    append(text: around.0)
    append(padded: era == .buddhist ? date.buddhistYear : date.year, to: 1)
    append(text: around.1)
  }
}
