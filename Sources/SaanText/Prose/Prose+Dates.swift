/// How the date of a value is known.
public enum DateBasis: Sendable, Hashable, CaseIterable {
  /// The source says which day the value is true for.
  case stated
  /// Only the day of publication is known.
  case published
  /// Of what was added up some is true for its days, of the rest only those of publication are
  /// known.
  case either

  /// How the dates of several things are known together.
  public init(_ parts: some Sequence<DateBasis>) {
    let known = Set(parts)
    self = known.count > 1 ? .either : known.first ?? .stated
  }
}

/// When a figure is of: the first and the last of its days, the same for a figure of one day.
public struct FigureTime: Sendable, Hashable {
  /// The first of its days.
  public let oldest: CalendarDate
  /// The last of its days.
  public let newest: CalendarDate
  /// Whether these are the days it is true for.
  public let basis: DateBasis

  /// Makes the time of a figure.
  ///
  /// - Parameter oldest: the first of the days of a sum over some time; `nil` for that of `newest`.
  public init(from oldest: CalendarDate? = nil, _ newest: CalendarDate, _ basis: DateBasis) {
    self.oldest = oldest ?? newest
    self.newest = newest
    self.basis = basis
  }
}

extension LanguageWords {
  /// What stands before and after a date that is not surely the one a number is true for.
  public func around(_ basis: DateBasis) -> (before: String, after: String) {
    switch basis {
    case .stated: ("", "")
    case .published: around(.publishedOn)
    case .either: around(.datedOrPublished)
    }
  }
}

extension Prose {
  /// The day that a value is true for: `ณ วันที่ 3 ตุลาคม 2554`, `as of 3 October 2011`.
  ///
  /// A value without a date says so, in the same place.
  public func asOf(_ date: CalendarDate?, _ basis: DateBasis = .stated) -> String {
    guard let date else { return say(.dateNotStated) }
    return say(Self.word(of: date, basis), ["date": moment(date)])
  }

  /// The word for a date that a value is true for.
  private static func word(of date: CalendarDate, _ basis: DateBasis) -> Word {
    switch (date.precision, basis) {
    case (_, .published): .publishedOn
    case (_, .either): .datedOrPublished
    case (.span, .stated): .inSpan
    case (.year, .stated): .inYear
    case (.month, .stated): .asOfMonth
    case (.day, .stated): .asOfDay
    }
  }

  /// The days between which the parts of a sum were counted; of parts of which one is known by its
  /// year only, that year.
  public func window(
    _ oldest: CalendarDate, _ newest: CalendarDate, _ basis: DateBasis = .stated
  ) -> String {
    if oldest == newest { return asOf(newest, basis) }
    if areOfYear(oldest, newest) {
      return asOf(newest.truncated(to: .year), basis)
    }
    let word: Word =
      switch basis {
      case .stated: .fromTo
      case .published: .publishedFromTo
      case .either: .datedOrPublishedFromTo
      }
    return say(word, ["first": moment(oldest), "last": moment(newest)])
  }

  /// Whether of two dates of one year one is known by it alone.
  private func areOfYear(_ oldest: CalendarDate, _ newest: CalendarDate) -> Bool {
    let precisions = [oldest.precision, newest.precision]
    return precisions.contains(.year) && !precisions.contains(.span) && oldest.year == newest.year
  }

  /// When a figure is of, in words.
  public func when(_ time: FigureTime) -> String { window(time.oldest, time.newest, time.basis) }

  /// A date in words, as exact as it is known, with its era where it is a year alone.
  public func moment(_ date: CalendarDate) -> String {
    // The words of a span are too many for one line.
    guard !date.isSpan else { return date.text(.long, in: language) }
    return bound(date, date.precision == .year ? .eraYear : .long)
  }

  /// The month of a date, or its year when no more is known: for changes over time.
  public func month(_ date: CalendarDate) -> String {
    guard !date.isSpan else { return moment(date) }
    let text = bound(date, date.precision == .year ? .eraYear : .monthYear)
    return date.precision == .year ? text : say(.monthOf, ["month": text])
  }

  /// The month that a value is of in a change over time, which says so where it is but that of its
  /// publication.
  public func month(_ time: FigureTime) -> String {
    told(month(time.newest), time.basis)
  }

  /// Since when a change is told: `since June 2020`.
  public func since(_ time: FigureTime) -> String { say(.sinceDate, ["date": month(time)]) }

  /// The words for a date, which say so where it is but that of a publication.
  public func told(_ text: String, _ basis: DateBasis) -> String {
    switch basis {
    case .stated: text
    case .published: say(.dateOfPublication, ["date": text])
    case .either: say(.dateStatedOrOfPublication, ["date": text])
    }
  }

  /// From when to when values are, both as exact as the coarser is: `พ.ศ. 2564–2565`.
  public func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return moment(first) }
    if first.isSpan || last.isSpan {
      let days = CalendarPeriod(
        min(first.firstDay, last.firstDay), max(first.lastDay, last.lastDay))
      return days.map { period in
        period.text(CalendarDate(period).isOfYears ? .eraYear : .long, in: language)
      } ?? moment(last)
    }
    if first.precision == last.precision, first.precision != .year {
      return CalendarPeriod(first, last)?.text(.long, in: language) ?? moment(last)
    }
    let (from, to) = (first.truncated(to: .year), last.truncated(to: .year))
    return from == to ? moment(from) : "\(moment(from))–\(to.text(.year, in: language))"
  }

  /// How many times of unlike length are named one by one.
  private static let namedTimes = 3

  /// The time that values have gone over of which some are of spans: `for October 2020 – September
  /// 2022`.
  ///
  /// Times of unlike length, such as a fiscal and a calendar year, are named one by one where they
  /// are few, for no value is of all the days from the first to the last.
  public func over(_ dates: [CalendarDate]) -> String {
    let times = Set(dates).sorted { ($0.lastDay, $0) < ($1.lastDay, $1) }
    guard let last = times.last, let first = times.min(by: { $0.firstDay < $1.firstDay }),
      times.count > 1
    else { return asOf(times.first) }
    guard Set(times.map(\.months)).count > 1, times.count <= Self.namedTimes else {
      return say(.inSpan, ["date": say(.spanOf, ["date": span(first, last)])])
    }
    return say(Self.word(of: times[0], .stated), ["date": list(times.map(moment))])
  }

  /// A date whose parts stay on one line.
  private func bound(_ date: CalendarDate, _ style: DateStyle) -> String {
    bound(date.text(style, in: language))
  }

  /// A text whose words stay on one line.
  func bound(_ text: String) -> String {
    written { bytes in
      for byte in text.utf8 {
        if byte == 0x20 { bytes.append(text: joint) } else { bytes.append(byte) }
      }
    }
  }

  /// When some figures are of, and how many of them say nothing of it: the days they are true for
  /// and the days they were published on are told apart.
  ///
  /// - Parameter times: one for each figure, `nil` where its source states no date.
  /// - Returns: one sentence, or `nil` without figures.
  public func dates(of times: [FigureTime?]) -> String? {
    guard !times.isEmpty else { return nil }
    let known = times.compactMap { $0 }
    guard let oldest = known.map(\.oldest).min(by: { $0.firstDay < $1.firstDay }),
      let newest = known.map(\.newest).newest
    else {
      return sentence([say(.noFigureDated, count: times.count)])
    }
    let isOfYear = areOfYear(oldest, newest)
    let (first, last) =
      isOfYear
      ? (oldest.truncated(to: .year), newest.truncated(to: .year)) : (oldest, newest)
    let bases = Set(known.map(\.basis))
    let basis = bases.count == 1 ? bases.first : nil
    let span =
      first == last
      ? say(Self.word(for: basis, first.precision), ["date": moment(first)], count: known.count)
      : say(
        basis == .published ? .figuresPublishedFrom : .figuresDatedFrom,
        ["first": moment(first), "last": moment(last)], count: known.count)
    guard known.count < times.count else { return sentence([span]) }
    let undated = times.count - known.count
    let figures = count(undated, words.noun(.figure))
    return sentence([span, say(.moreUndated, ["figures": figures], count: undated)])
  }

  /// The word for figures of one date; without a basis some are true for it, others published then.
  private static func word(for basis: DateBasis?, _ precision: CalendarDate.Precision) -> Word {
    switch (basis, precision) {
    case (.stated, .span): .figuresOfSpan
    case (.stated, .day): .figuresDated
    case (.stated, _): .figuresOfTime
    case (.published, .day): .figuresPublished
    case (.published, _): .figuresPublishedIn
    case (.either, _), (nil, _): .figuresDatedOrPublished
    }
  }
}
