import SaanText

/// Everything there is to say about an indicator in an area.
package struct Figure: Sendable {
  package let indicator: IndicatorID
  package let area: AreaID
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
    indicator: IndicatorID, area: AreaID, shown: Observation?, values: [Observation],
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
      guard let date = value.date else { continue }
      if let other = byDate[date], other.rank == .preferred || value.rank != .preferred { continue }
      byDate[date] = value
    }
    return byDate.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension [Observation] {
  /// Values over time, the oldest first, without those whose time may be that of the next: of a
  /// month and of a day in it neither is the former one.
  ///
  /// Of two such the preferred one stays, else the later.
  package var successive: [Observation] {
    var kept: [Observation] = []
    for value in reversed() {
      if let next = kept.last, let day = value.date, let later = next.date,
        day.lastDay >= later.firstDay
      {
        if value.rank == .preferred, next.rank != .preferred { kept[kept.count - 1] = value }
        continue
      }
      kept.append(value)
    }
    return kept.reversed()
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
