/// How the date of a value is known.
public enum DateBasis: Sendable, Hashable, CaseIterable {
  /// The source says which day the value is true for.
  case stated
  /// Only the day of publication is known.
  case published
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

extension Prose {
  /// The day that a value is true for: `ณ วันที่ 3 ตุลาคม 2554`, `as of 3 October 2011`.
  ///
  /// A value without a date says so, in the same place.
  public func asOf(_ date: CalendarDate?, _ basis: DateBasis = .stated) -> String {
    guard let date else { return say(.dateNotStated) }
    let text = moment(date)
    let word: Word =
      switch (date.precision, basis) {
      case (_, .published): .publishedOn
      case (.year, .stated): .inYear
      case (.month, .stated): .asOfMonth
      case (.day, .stated): .asOfDay
      }
    return say(word, ["date": text])
  }

  /// The days between which the parts of a sum were counted; of parts of which one is known by its
  /// year only, that year.
  public func window(_ oldest: CalendarDate, _ newest: CalendarDate) -> String {
    if oldest.precision == .year || newest.precision == .year, oldest.year == newest.year {
      return asOf(newest.truncated(to: .year))
    }
    return say(.fromTo, ["first": moment(oldest), "last": moment(newest)])
  }

  /// A date in words, as exact as it is known, with its era where it is a year alone.
  public func moment(_ date: CalendarDate) -> String {
    bound(date, date.precision == .year ? .eraYear : .long)
  }

  /// The month of a date, or its year when no more is known: for changes over time.
  public func month(_ date: CalendarDate) -> String {
    let text = bound(date, date.precision == .year ? .eraYear : .monthYear)
    return date.precision == .year ? text : say(.monthOf, ["month": text])
  }

  /// The month that a value is of in a change over time, which says so where it is but that of its
  /// publication.
  public func month(_ time: FigureTime) -> String {
    told(month(time.newest), time.basis)
  }

  /// The words for a date, which say so where it is but that of a publication.
  public func told(_ text: String, _ basis: DateBasis) -> String {
    basis == .published ? say(.dateOfPublication, ["date": text]) : text
  }

  /// From when to when values are, both as exact as the coarser is: `พ.ศ. 2564–2565`.
  public func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return moment(first) }
    if first.precision == last.precision, first.precision != .year {
      return CalendarPeriod(first, last)?.text(.long, in: language) ?? moment(last)
    }
    let (from, to) = (first.truncated(to: .year), last.truncated(to: .year))
    return from == to ? moment(from) : "\(moment(from))–\(to.text(.year, in: language))"
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
    guard let oldest = known.map(\.oldest).min(), let newest = known.map(\.newest).max() else {
      return sentence([say(.noFigureDated, count: times.count)])
    }
    let isOfYear =
      (oldest.precision == .year || newest.precision == .year) && oldest.year == newest.year
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
    case (.stated, .day): .figuresDated
    case (.stated, _): .figuresOfTime
    case (.published, .day): .figuresPublished
    case (.published, _): .figuresPublishedIn
    case (nil, _): .figuresDatedOrPublished
    }
  }
}
