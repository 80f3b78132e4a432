import SaanText

/// A chart in one sentence: highest, lowest, what is missing, which time.
///
/// It is for those who do not see the drawing (WCAG 2.2, 1.1.1) and says what a look at it would
/// tell; every number is in the table. What it compares follows from the subject of the kind, so
/// that another way to draw the same things needs no sentence of its own.
struct Description {
  let chart: Chart
  private var data: ChartData { chart.data }
  private var words: LanguageWords { chart.language.words }
  /// Screen readers see no lines, so that nothing need be bound.
  private var prose: Prose { Prose(chart.language, bindsNumbers: false) }

  var sentence: String {
    guard !data.numbers.isEmpty else {
      let isKnown = all.contains { $0.absence != nil }
      return prose.sentence(isKnown ? absences(all) : [words[.nothingPublished]])
    }
    let parts: [String] =
      switch chart.kind.subject {
      case .items: comparison(of: all) + times(all)
      case .series: bySeries
      case .parts: data.categories.count == 1 ? partsOfWhole : bySeries
      case .time: overTime
      case .sources: allValues
      case .targets: progress
      case .tiles, .outlines: comparison(of: mapPoints) + times(mapPoints)
      }
    return prose.sentence(parts)
  }

  private func value(_ point: ChartPoint) -> String { chart.valueWithUnit(point) }

  private func items(_ count: Int) -> String {
    let number = ExactNumber(count)
    if data.items != .none { return data.items.text(number, in: chart.language) }
    return prose.count(count, prose.items)
  }

  /// The values, those that a limit leaves out as well.
  private var all: [ChartPoint] { data.series.flatMap(\.all) }

  private var mapPoints: [ChartPoint] { ShadedPlaces(chart).placed.map(\.point) }

  // MARK: Comparing

  private func comparison(of points: [ChartPoint]) -> [String] {
    let known = points.filter { $0.value.number != nil }.sorted(by: isBelow)
    guard let only = known.first else { return [words[.nothingPublished]] }
    let absences = absences(points)
    guard known.count > 1 else {
      // Where something is known of others, it is not the only one with data.
      let isOnly = !points.contains { $0.absence != nil }
      let told =
        isOnly
        ? prose.onlyValue(value(only), of: only.label.text)
        : prose.named(only.label.text, value(only))
      return [told] + absences
    }
    guard !data.areUnlike(known) else { return [unlike(known)] + absences }
    // Only values of one time are held against each other.
    let alike = known.filter { $0.isOf(known.mainTime) }
    return (alike.count > 1 ? order(of: alike) : [prose.unlikeTimes()]) + absences
  }

  /// The highest and the lowest of values that can be held against each other, and where the page's
  /// own place stands.
  private func order(of known: [ChartPoint]) -> [String] {
    guard let least = known.first, let most = known.last else { return [] }
    var parts: [String] = []
    if known.allSatisfy({ $0.bound == .atLeast }) {
      // What may be more has no highest and no lowest.
      parts.append(prose.unknownOrder())
    } else if least.shownNumber == most.shownNumber {
      parts.append(level(known, most))
    } else {
      parts.append(
        prose.extremes(
          of: items(known.count), highest: (value(most), names(known, like: most)),
          lowest: (value(least), names(known, like: least))))
      if isOrdered(known, least, most) {
        // Nobody knows whether what has no date is of the others' time.
        parts += Set(known.map { $0.date == nil }).count == 1 ? ranks(known) : []
      } else {
        parts.append(prose.unknownOrder())
      }
    }
    return parts
  }

  /// When the values are of, and which are of another time than those that were held against each
  /// other.
  private func times(_ points: [ChartPoint]) -> [String] {
    let known = points.filter { $0.value.number != nil }
    let main = data.areUnlike(known) ? nil : known.mainTime
    let (alike, others) = (known.filter { $0.isOf(main) }, known.filter { !$0.isOf(main) })
    guard alike.count > 1, !others.isEmpty else { return asOf(points) }
    return asOf(alike) + [
      prose.ofOtherTimes(others.count, items(others.count), others.compactMap(\.date))
    ]
  }

  /// Which values of a series are of another time than those that were held against each other.
  private func namesOfOtherTimes(_ points: [ChartPoint]) -> [String] {
    let known = points.filter { $0.value.number != nil }
    let main = data.areUnlike(known) ? nil : known.mainTime
    let others = known.filter { !$0.isOf(main) }
    guard known.count - others.count > 1, !others.isEmpty else { return [] }
    let names = others.map(\.label.text)
    let told =
      names.count > 2
      ? prose.names(names, rest: names.count - 1, items(names.count - 1))
      : prose.names(names, prose.items)
    return [prose.ofOtherTimes(others.count, told, others.compactMap(\.date))]
  }

  /// The order of numbers; what is nearly a number comes before it.
  private func isBelow(_ one: ChartPoint, _ other: ChartPoint) -> Bool {
    guard let left = one.value.number, let right = other.value.number, left != right else {
      return one.bound == .nearly && other.bound != .nearly
    }
    return left < right
  }

  /// That all values are one number, unless some may be any larger or smaller one.
  private func level(_ points: [ChartPoint], _ one: ChartPoint) -> String {
    let bounds = Set(points.map(\.bound))
    guard !bounds.contains(where: \.isOpen) else { return prose.unknownOrder() }
    let told = one.with { if bounds.count > 1 { $0.bound = .about } }
    return prose.allLevel(items(points.count), at: value(told))
  }

  /// That values are not compared, and why.
  private func unlike(_ points: [ChartPoint]) -> String {
    Set(points.map { $0.unit ?? data.unit }).count > 1 ? prose.unlikeUnits() : prose.unlikeThings()
  }

  /// Whether the first and the last are surely that, and so are the page's own places.
  private func isOrdered(_ points: [ChartPoint], _ least: ChartPoint, _ most: ChartPoint) -> Bool {
    guard points.contains(where: { $0.bound != .exact }) else { return true }
    let ends = [least, most] + points.filter(\.isHighlighted)
    return ends.allSatisfy { end in
      points.allSatisfy { point in
        guard point != end, let one = end.bounded, let other = point.bounded else { return true }
        return one.hasClearOrder(with: other)
      }
    }
  }

  /// The names of all that share the value and what it promises: of one or two, else the first and
  /// how many more.
  private func names(_ points: [ChartPoint], like one: ChartPoint) -> String {
    let names = points.filter { $0.shownNumber == one.shownNumber && $0.bound == one.bound }
      .map(\.label.text)
    guard names.count > 2 else { return prose.names(names, prose.items) }
    return prose.names(names, rest: names.count - 1, items(names.count - 1))
  }

  /// Where the page's own place stands.
  private func ranks(_ sorted: [ChartPoint]) -> [String] {
    sorted.filter(\.isHighlighted).map { point in
      let rank = sorted.count { ($0.value.number ?? .zero) > (point.value.number ?? .zero) } + 1
      return prose.standing(
        point.label.text, value(point), at: rank, of: sorted.count, items(sorted.count))
    }
  }

  private func absences(_ points: [ChartPoint]) -> [String] {
    let missing = points.count { $0.value == .missing && $0.absence == nil }
    let other = points.count { $0.value == .notApplicable }
    let absences = Absence.allCases.compactMap { why -> String? in
      let count = points.count { $0.value == .missing && $0.absence == why }
      return count > 0 ? prose.absent(count, items(count), why) : nil
    }
    return absences + (missing > 0 ? [prose.withoutData(missing, items(missing))] : [])
      + (other > 0 ? [prose.notApplicable(items(other))] : [])
  }

  /// From when to when the values are, and how many have no date where others have one.
  private func asOf(_ points: [ChartPoint]) -> [String] {
    let known = points.filter { $0.value.number != nil }
    let periods = DateBasis.allCases.compactMap { basis -> String? in
      let dates = known.filter { $0.dateBasis == basis }.compactMap(\.date)
      return dates.isEmpty ? nil : prose.period(dates, basis)
    }
    let undated = known.count { $0.date == nil }
    return periods + (periods.isEmpty || undated == 0 ? [] : [prose.undated(undated)])
  }

  private var bySeries: [String] {
    let told = data.series.map { ($0, comparison(of: $0.all)) }
    let parts = told.flatMap { series, parts in
      let label = series.label.text
      return parts.prefix(1).map { label.isEmpty ? $0 : "\(label): \($0)" }
        + (data.series.count == 1 ? [] : namesOfOtherTimes(series.all))
    }
    let isUnsure = told.contains { $0.1.dropFirst().contains(prose.unknownOrder()) }
    let times = data.series.count == 1 ? times(all) : asOf(all)
    return parts + (isUnsure ? [prose.unknownOrder()] : []) + cells + times
  }

  /// How many values are missing, over all series.
  private var cells: [String] {
    let missing = all.count { $0.value == .missing }
    return missing > 0 ? [prose.missingValues(missing)] : []
  }

  // MARK: Parts and targets

  private var partsOfWhole: [String] {
    guard let key = data.categories.first?.key else { return [] }
    let stack = Stack(data, key: key)
    let parts = stack.parts.compactMap { part -> String? in
      guard part.point.value.number != nil else { return nil }
      let name = data.series[part.series].label.text
      guard let number = part.point.value.number, let total = stack.total, stack.low >= 0,
        stack.hasShares, let share = number.shareText(of: total, stack.bound)
      else { return "\(name) \(value(part.point))" }
      return
        "\(name) \(value(part.point)) (\(prose.hedged(share, stack.bound)))"
    }
    guard let total = stack.shownTotal.map({ data.unit.text($0, in: chart.language) }) else {
      return [prose.noTotal(of: parts)] + cells + asOf(data.points)
    }
    return [prose.whole(prose.hedged(total, stack.bound), parts: parts)] + printedTotal(stack)
      + cells + asOf(data.points)
  }

  /// The total that a source prints, where the parts do not add up to it.
  private func printedTotal(_ stack: Stack) -> [String] {
    guard let printed = data.printedTotal, let sum = stack.total,
      let difference = stack.difference(from: printed)
    else { return [] }
    let text = data.unit.text(printed.number, in: chart.language)
    let missed = data.unit.text(difference.number, in: chart.language)
    return [
      prose.printedTotal(
        prose.hedged(text, printed.bound), difference: prose.hedged(missed, difference.bound),
        sum > printed.number ? .above : .below)
    ]
  }

  private var progress: [String] {
    data.points.map { point in
      let name = prose.label(point.label.text)
      guard point.value.number != nil, let target = point.target else {
        return name + value(point)
      }
      let aim = prose.hedged(data.unit.text(target, in: chart.language), point.targetBound)
      guard let share = point.share(in: words) else {
        return name + prose.enumeration([value(point), prose.named(words[.target], aim)])
      }
      return name + prose.progress(value(point), of: aim, percent: share)
    } + asOf(data.points)
  }

  // MARK: Time

  private var overTime: [String] {
    let changes = data.series.prefix(6).compactMap(change)
    let rest = data.series.count - 6
    let more = rest > 0 ? [prose.moreSeries(rest)] : []
    let isUnlike = data.series.contains { $0.points.hasUnlikeSpans }
    return changes + more + (isUnlike ? [prose.unlikeSpans()] : []) + cells + breaks
  }

  private func change(_ series: ChartSeries) -> String? {
    let known = series.points.filter { $0.value.number != nil }.sorted { left, right in
      guard let one = left.date, let two = right.date else { return false }
      return one.middle < two.middle
    }
    guard let first = known.first, let last = known.last, let from = first.bounded,
      let to = last.bounded
    else { return nil }
    let name = prose.label(series.label.text)
    if known.count == 1 { return name + prose.single(value(last), at: moment(last)) }
    let later = known.dropFirst()
    let namesSources = later.contains(where: \.isApart)
    func told(_ point: ChartPoint) -> String {
      value(point) + (namesSources ? point.source.map { " (\($0))" } ?? "" : "")
    }
    let (before, after) = ((told(first), moment(first)), (told(last), moment(last)))
    // Nothing is told of a change between values that are not counted alike.
    guard isSure(from, to), first.shownNumber != last.shownNumber || from.number == to.number,
      !data.areUnlike([first, last]),
      !later.contains(where: { $0.isBreak || $0.isApart }),
      !known.hasUnlikeSpans
    else {
      return name + prose.succession(from: before, to: after)
    }
    return name
      + prose.change(
        from: before, to: after,
        from.number == to.number ? .level : from.number < to.number ? .above : .below)
  }

  /// Whether one value is surely the larger one, or both are given alike.
  private func isSure(_ one: BoundedNumber, _ other: BoundedNumber) -> Bool {
    guard one.hasOrder(with: other) else { return false }
    return one.number == other.number ? one.bound == other.bound : one.isClear(of: other)
  }

  private func moment(_ point: ChartPoint) -> String {
    guard let date = point.date else { return point.label.text }
    guard !date.isSpan else { return prose.told(prose.moment(date), point.dateBasis) }
    return prose.told(
      date.text(date.precision == .year ? .eraYear : .monthYear, in: chart.language),
      point.dateBasis)
  }

  private var breaks: [String] {
    guard let point = data.points.first(where: \.isBreak) else { return [] }
    return [prose.seriesBreak(at: moment(point))]
  }

  // MARK: All values

  private var allValues: [String] {
    let known = data.points.filter { $0.value.number != nil }
      .sorted { ($0.value.number ?? .zero) < ($1.value.number ?? .zero) }
    guard let least = known.first, let most = known.last else { return [] }
    let sources = Set(known.compactMap(\.source)).count
    var parts = [
      prose.values(
        known.count, sources: sources,
        between: least.value == most.value || data.areUnlike(known)
          ? nil : (value(least), value(most)))
    ]
    if data.areUnlike(known) { parts.append(unlike(known)) }
    if let used = data.points.first(where: \.isPreferred) {
      parts.append(prose.used(value(used), of: used.date.map(prose.moment)))
    }
    if known.hasDispute { parts.append(words[.disagree]) }
    let undated = known.count { $0.date == nil }
    if undated > 0 { parts.append(prose.undated(undated)) }
    return parts
  }
}
