/// What is said of several values at once: the words under charts and of their summaries.
extension Prose {
  // MARK: Comparing

  /// The one value there is, and whose it is.
  public func onlyValue(_ value: String, of name: String) -> String {
    if name.isEmpty { return say(.onlyValue, ["value": value]) }
    return say(.onlyValueOf, ["value": value, "name": name])
  }

  /// All values are the same.
  public func allLevel(_ items: String, at value: String) -> String {
    say(.allLevel, ["items": items, "value": value])
  }

  /// The largest and the smallest value, each with its place.
  public func extremes(
    of items: String, highest: (value: String, name: String), lowest: (value: String, name: String)
  ) -> String {
    say(
      .extremes,
      [
        "items": items, "high": highest.value, "high_name": highest.name, "low": lowest.value,
        "low_name": lowest.name,
      ])
  }

  /// Where one of the places of a chart stands.
  public func standing(
    _ name: String, _ value: String, at rank: Int, of count: Int, _ items: String
  ) -> String {
    let place = ordinalText(rank, in: language)
    return say(
      .standing, ["name": name, "value": value, "ordinal": place, "items": items], count: count)
  }

  /// That no two values are of one time.
  public func unlikeTimes() -> String { say(.unlikeTimes) }

  /// That values of unlike spans of time are no line.
  public func unlikeSpans() -> String { say(.unlikeSpans) }

  /// How many values are of another time than those that were compared, and of which.
  public func ofOtherTimes(_ count: Int, _ items: String, _ dates: [CalendarDate]) -> String {
    let times = Set(dates).sorted { $0.middle < $1.middle }
    let named = times.count > Self.fewTimes ? [] : times.map(moment)
    return say(
      named.isEmpty ? .ofManyOtherTimes : .ofOtherTimes,
      ["items": items, "times": list(named)], count: count)
  }

  private static var fewTimes: Int { 3 }

  /// Places that have no value of their own, and why: `only together with others`.
  public func absent(_ count: Int, _ items: String, _ why: Absence) -> String {
    let word: Word =
      switch why {
      case .onlyTogether: .absentTogether
      case .ofPartialRegister: .absentInRegister
      case .onlyParts: .absentInParts
      }
    return say(word, ["items": items], count: count)
  }

  /// Places that have no value.
  public func withoutData(_ count: Int, _ items: String) -> String {
    say(.withoutData, ["items": items], count: count)
  }

  /// Places that can have no value.
  public func notApplicable(_ items: String) -> String { say(.notApplicableTo, ["items": items]) }

  /// Values that are missing in a table of several series.
  public func missingValues(_ count: Int) -> String { say(.missingValues, count: count) }

  /// The day, month or year that all values are of, or from when to when they are; of days on
  /// which they were published, that.
  public func period(_ dates: [CalendarDate], _ basis: DateBasis = .stated) -> String {
    if basis == .stated, dates.contains(where: \.isSpan) {
      return say(.allAsOf, ["as_of": over(dates)])
    }
    guard let first = dates.min(), let last = dates.max(), first != last else {
      return say(.allAsOf, ["as_of": asOf(dates.first, basis)])
    }
    let span = span(first, last)
    guard basis != .stated else { return say(.asOfPeriod, ["date": span]) }
    let word = basis == .published ? Word.publishedOn : .datedOrPublished
    return say(.allAsOf, ["as_of": say(word, ["date": span])])
  }

  // MARK: Parts and targets

  /// A whole and its parts; the whole with what it does not promise, as `hedged` gives it.
  public func whole(_ total: String, parts: [String]) -> String {
    say(.whole, ["total": total, "parts": enumeration(parts)])
  }

  /// The total that a source prints beside parts that do not add up to it.
  public func printedTotal(_ total: String, difference: String, _ sum: Comparison) -> String {
    say(
      sum == .above ? .partsAboveTotal : .partsBelowTotal,
      ["total": total, "difference": difference])
  }

  /// That the order of values is not known, for some are but a least or a most.
  public func unknownOrder() -> String { say(.unknownOrder) }

  /// That values count unlike things.
  public func unlikeUnits() -> String { say(.unlikeUnits) }

  /// That values count things that are not quite the same.
  public func unlikeThings() -> String { say(.unlikeThings) }

  /// That parts make no number that is surely their sum.
  public func noTotal(of parts: [String]) -> String { enumeration(parts + [say(.noTotal)]) }

  /// How far something has come.
  public func progress(_ value: String, of target: String, percent: String) -> String {
    say(.progress, ["value": value, "target": target, "percent": percent])
  }

  // MARK: Time

  /// How a value went from one moment to another.
  public func change(
    from first: (value: String, moment: String), to last: (value: String, moment: String),
    _ direction: Comparison
  ) -> String {
    guard direction != .level else {
      return say(
        .staysLevel, ["value": last.value, "first": first.moment, "last": last.moment])
    }
    return say(
      direction == .above ? .rises : .falls,
      [
        "before": first.value, "then": first.moment, "after": last.value, "now": last.moment,
      ])
  }

  /// Two values of which none is surely the larger one.
  public func succession(
    from first: (value: String, moment: String), to last: (value: String, moment: String)
  ) -> String {
    say(
      .succession,
      [
        "before": first.value, "then": first.moment, "after": last.value, "now": last.moment,
      ])
  }

  /// The one value that a series has.
  public func single(_ value: String, at moment: String) -> String {
    say(.valueIn, ["value": value, "date": moment])
  }

  /// Since when it is counted differently.
  public func seriesBreak(at moment: String) -> String {
    say(.countedDifferently, ["date": moment])
  }

  /// Series that are not told one by one.
  public func moreSeries(_ count: Int) -> String { say(.moreSeries, count: count) }

  // MARK: Sources

  /// How many values there are, from how many sources, between which bounds.
  public func values(
    _ count: Int, sources: Int, between bounds: (low: String, high: String)?
  ) -> String {
    var text = say(.values, count: count)
    if sources > 0 { text = say(.fromSources, ["values": text], count: sources) }
    guard let bounds else { return text }
    return say(.between, ["values": text, "low": bounds.low, "high": bounds.high])
  }

  /// The value that is used, of several.
  public func used(_ value: String, of date: String?) -> String {
    say(.valueUsed, ["value": value]) + (date.map { " (\($0))" } ?? "")
  }

  /// Values that have no date.
  public func undated(_ count: Int) -> String { say(.withoutDate, count: count) }
}
