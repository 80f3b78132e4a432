import SaanText

extension Statistics {
  /// The values that disagree with the one shown for its period; undated values claim to be
  /// current.
  package func disagreement(_ indicator: IndicatorID, _ area: AreaID) -> Disagreement? {
    shown(indicator, area).flatMap { disagreement(with: $0) }
  }

  /// The values that disagree with one of them.
  ///
  /// Values of other years do not disagree, they are a series. An undated value claims to be
  /// current: it is held against the newest year and against other undated ones, not against what
  /// an earlier year counted.
  package func disagreement(with value: Observation) -> Disagreement? {
    let cell = Cell(value.indicator, value.area)
    let all = (observationsByCell[cell] ?? []).map { observations[$0] }
      .filter { $0.rank != .deprecated }
    let newest = all.compactMap { $0.lastDay?.year }.max()
    let others = all.filter {
      $0.row != value.row && $0.differs(from: value) && !$0.lostItsDay && !value.lostItsDay
        && ($0.lastDay?.year ?? newest) == (value.lastDay?.year ?? newest)
    }
    guard !others.isEmpty else { return nil }
    let sources = Set(others.map(\.source) + [value.source])
    let reason = (reconciliationsByCell[cell] ?? []).map { reconciliations[$0] }.first {
      $0.sources.isEmpty || sources.isSubset(of: $0.sources)
    }
    return Disagreement(shown: value, others: others, reconciliation: reason)
  }
}

extension Observation {
  /// Whether it says that its source gives a day, yet none could be read, which is told by itself.
  fileprivate var lostItsDay: Bool { lastDay == nil && asOfBasis != .unknown }

  /// Whether the values differ by more than rounding to the coarser one's last digit explains.
  func differs(from other: Observation) -> Bool {
    guard let value, let theirs = other.value else { return false }
    if value == theirs { return false }
    let scale = min(value.trimmed.scale, theirs.trimmed.scale)
    return value.rounded(toScale: scale) != theirs.rounded(toScale: scale)
  }
}
