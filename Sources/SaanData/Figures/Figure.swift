import SaanText

/// Everything there is to say about an indicator in an area.
package struct Figure: Sendable {
  package let indicator: Int
  package let area: Int
  /// The value that is shown; `nil` when all are deprecated or only a roll-up is there.
  package let shown: Observation?
  /// Every value from every source, deprecated ones too, in the table's order.
  package let values: [Observation]
  /// The values that disagree with the one shown; `nil` when none does.
  package let disagreement: Disagreement?
  package let rollup: Rollup?
  /// The values of smaller areas that were not added up, and why.
  package let unadded: [UnaddedPart]

  /// Joins what is known.
  package init(
    indicator: Int, area: Int, shown: Observation?, values: [Observation],
    disagreement: Disagreement?, rollup: Rollup?, unadded: [UnaddedPart] = []
  ) {
    self.indicator = indicator
    self.area = area
    self.shown = shown
    self.values = values
    self.disagreement = disagreement
    self.rollup = rollup
    self.unadded = unadded
  }

  /// The values over time, oldest first: of each date the one with the best rank.
  package var series: [Observation] {
    var byDate: [CalendarDate: Observation] = [:]
    for value in values where value.rank != .deprecated && value.value != nil {
      guard let date = value.lastDay else { continue }
      if let other = byDate[date], other.rank == .preferred || value.rank != .preferred { continue }
      byDate[date] = value
    }
    return byDate.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Values of one indicator, area and period that are not the same.
package struct Disagreement: Sendable {
  /// The value that is shown.
  package let shown: Observation
  /// The values that differ from it beyond rounding, in the table's order.
  package let others: [Observation]
  /// Why they differ; `nil` when nobody has said so yet.
  package let reconciliation: Reconciliation?
}

extension Statistics {
  /// The values that disagree with the one shown for its period; undated values claim to be
  /// current.
  package func disagreement(_ indicator: Int, _ area: Int) -> Disagreement? {
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
      $0.row != value.row && $0.differs(from: value)
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
  /// Whether the values differ by more than rounding to the coarser one's last digit explains.
  func differs(from other: Observation) -> Bool {
    guard let value, let theirs = other.value else { return false }
    if value == theirs { return false }
    let scale = min(value.trimmed.scale, theirs.trimmed.scale)
    return value.rounded(toScale: scale) != theirs.rounded(toScale: scale)
  }
}
