import SaanText

/// The ratios of two figures, by indicator and area, where nobody publishes them.
///
/// Both numbers are published values of the area itself, of one year or span, whose dates are known
/// in the same way; a value that counts something of its own, or is of several areas jointly, makes
/// none.
func computeRatios(of statistics: Statistics) -> [Statistics.Cell: Rollup] {
  var found: [Statistics.Cell: Rollup] = [:]
  for index in statistics.indicators.ids {
    let indicator = statistics.indicators[index]
    guard let ratio = indicator.ratio else { continue }
    for area in statistics.areas(of: ratio.numerator)
    where indicator.scope.holds(area, in: statistics.areas) && !statistics.hasValues(index, area) {
      found[Statistics.Cell(index, area)] = statistics.value(of: ratio, indicator, area)
    }
  }
  return found
}

extension Statistics {
  /// The newest pair of values that are of one year or span, the one divided by the other.
  fileprivate func value(
    of ratio: Indicator.Ratio, _ indicator: Indicator, _ area: AreaID
  ) -> Rollup? {
    let wholes = plainValues(ratio.denominator, area)
    for part in plainValues(ratio.numerator, area) {
      for whole in wholes where observations[whole].isAlike(observations[part]) {
        if let value = divided(part, by: whole, ratio, indicator) { return value }
      }
    }
    return nil
  }

  /// The positions of the values that count what their indicator does: the one that is shown first,
  /// then the newest.
  private func plainValues(_ indicator: IndicatorID, _ area: AreaID) -> [Int] {
    let shown = shownIndex(indicator, area)
    let all = (observationsByCell[Cell(indicator, area)] ?? []).filter { position in
      let value = observations[position]
      return value.value != nil && value.rank != .deprecated && !value.isTogether
        && value.name == nil && value.unit == nil
    }
    return all.filter { $0 == shown }
      + all.filter { $0 != shown }.sorted { a, b in
        let (left, right) = (observations[a], observations[b])
        return right.isOlder(than: left) || (!left.isOlder(than: right) && a < b)
      }
  }

  private func divided(
    _ part: Int, by whole: Int, _ ratio: Indicator.Ratio, _ indicator: Indicator
  ) -> Rollup? {
    let (top, bottom) = (observations[part], observations[whole])
    let power =
      indicators[ratio.numerator].multiplier - indicators[ratio.denominator].multiplier
      - indicator.multiplier + (indicator.isShare ? 2 : 0)
    guard let number = top.value, let divisor = bottom.value, !divisor.isZero,
      let bound = top.bound.divided(by: bottom.bound), let newest = top.date,
      let other = bottom.date,
      // At least so many in June is no least for December.
      !bound.isOpen || newest == other,
      let value = number.divided(
        by: divisor, timesPowerOfTen: power, decimals: max(4, indicator.precision ?? 0))
    else { return nil }
    // A share of at most more than the whole says nothing.
    if indicator.kind == .percentage, bound == .atMost, value > ExactNumber(100) { return nil }
    return Rollup(
      origin: .ratio, value: value, bound: bound, unit: nil,
      reported: 0, expected: 0, unitClass: nil, scheme: nil, isWhole: true, count: 2,
      oldest: min(newest, other), newest: max(newest, other),
      basis: top.dateBasis, published: nil, difference: nil,
      addsUp: false, parts: [part, whole])
  }
}

extension Observation {
  /// Whether both are of one year or span, and their days are known in the same way.
  fileprivate func isAlike(_ other: Observation) -> Bool {
    guard let time = date?.yearOrSpan, time == other.date?.yearOrSpan else { return false }
    return dateBasis == other.dateBasis
  }
}

extension Bound {
  /// What a number promises that is divided by another; `nil` where nothing is sure of it.
  fileprivate func divided(by whole: Bound) -> Bound? {
    switch (self, whole) {
    case (_, .exact): self
    case (.exact, .about), (.about, .about): .about
    default: nil
    }
  }
}
