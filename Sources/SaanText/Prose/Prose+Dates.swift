/// How the date of a value is known.
public enum DateBasis: Sendable, Hashable, CaseIterable {
  /// The source says which day the value is true for.
  case stated
  /// Only the day of publication is known.
  case published
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

  /// From when to when the values of a page are, and how many of them say nothing of their date.
  public func dates(
    oldest: CalendarDate?, newest: CalendarDate?, undated: Int, of count: Int
  ) -> String? {
    guard count > 0 else { return nil }
    guard let oldest, let newest else {
      return sentence([say(.noFigureDated, count: count)])
    }
    let isOfYear =
      (oldest.precision == .year || newest.precision == .year) && oldest.year == newest.year
    let (first, last) =
      isOfYear
      ? (oldest.truncated(to: .year), newest.truncated(to: .year)) : (oldest, newest)
    let span =
      first == last
      ? say(first.precision == .day ? .figuresDated : .figuresOfTime, ["date": moment(first)])
      : say(.figuresDatedFrom, ["first": moment(first), "last": moment(last)])
    guard undated > 0 else { return sentence([span]) }
    let figures = self.count(undated, words.noun(.figure))
    return sentence([span, say(.moreUndated, ["figures": figures], count: undated)])
  }
}
