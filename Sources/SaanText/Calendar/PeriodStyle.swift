extension CalendarPeriod {
  /// The period as readers of the language write it: `3–5 ตุลาคม 2554`.
  public func text(_ style: DateStyle = .long, in language: Language) -> String {
    written { $0.append(self, style: style, in: language) }
  }
}

extension [UInt8] {
  /// Appends the period, with what its two ends share written once.
  public mutating func append(_ period: CalendarPeriod, style: DateStyle, in language: Language) {
    let period = period.simplified
    let (first, last) = (period.first, period.last)
    if first == last { return append(first, style: style, in: language) }
    switch style {
    case .long, .medium, .monthYear: break
    case .year, .eraYear: return append(years: first, last, style, in: language)
    case .iso: return append(text: period.iso)
    case .full, .short:
      append(first, style: style, in: language)
      append(" – ")
      return append(last, style: style, in: language)
    }
    if first.precision == .year, last.precision == .year {
      return append(years: first, last, style, in: language)
    }
    append(startOf: period, style: style, in: language)
    append(last, style: style, in: language)
  }

  /// Appends a span: a fiscal year by its name, with its months where there is room and readers
  /// may not know them; any other by its ends.
  mutating func append(span: CalendarPeriod, style: DateStyle, in language: Language) {
    let words = language.words
    switch (style, FiscalYear(span)) {
    case (.iso, _): append(text: span.iso)
    case (.long, let year?), (.full, let year?):
      append(
        text: words.text(
          .fiscalYearWithMonths,
          ["year": year.text(in: language), "months": span.text(.long, in: language)]))
    case (_, let year?): append(text: year.text(in: language))
    case (.long, nil), (.full, nil):
      let isOfYears = CalendarDate(span).isOfYears
      append(
        text: words.text(.spanOf, ["date": span.text(isOfYears ? .eraYear : .long, in: language)]))
    default: append(span, style: style, in: language)
    }
  }

  private mutating func append(
    years first: CalendarDate, _ last: CalendarDate, _ style: DateStyle, in language: Language
  ) {
    guard first.year != last.year else { return append(last, style: style, in: language) }
    append(first, style: style, in: language)
    append("–")
    append(padded: language.calendar == .buddhist ? last.buddhistYear : last.year, to: 1)
  }

  /// Appends what of the first date its end does not say, and the dash.
  private mutating func append(
    startOf period: CalendarPeriod, style: DateStyle, in language: Language
  ) {
    let (first, last) = (period.first, period.last)
    guard first.precision == last.precision, first.year == last.year else {
      append(first, style: style, in: language)
      return append(" – ")
    }
    let showsDays = style != .monthYear && first.dayOrZero > 0
    if first.monthOrZero == last.monthOrZero {
      guard showsDays else { return }
      append(padded: first.dayOrZero, to: 1)
      return append("–")
    }
    if showsDays {
      append(padded: first.dayOrZero, to: 1)
      append(UInt8(ascii: " "))
    }
    append(text: language.words.month(first.monthOrZero, short: style == .medium))
    append(showsDays ? " – " : "–")
  }
}
