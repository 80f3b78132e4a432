import SaanText

extension Statistics {
  /// The values that disagree with the one shown for its period; undated values claim to be
  /// current.
  package func disagreement(_ indicator: IndicatorID, _ area: AreaID) -> Disagreement? {
    shown(indicator, area).flatMap { disagreement(with: $0) }
  }

  /// The values that disagree with one of them.
  ///
  /// Values of other years or spans do not disagree, they are a series. An undated value claims to
  /// be current: it is held against the newest year and against other undated ones, not against
  /// what an earlier year counted.
  package func disagreement(with value: Observation) -> Disagreement? {
    let cell = Cell(value.indicator, value.area)
    let all = (observationsByCell[cell] ?? []).map { observations[$0] }
      .filter { $0.rank != .deprecated }
    let newest = all.newestTime
    let others = all.filter {
      $0.row != value.row && $0.differs(from: value) && !$0.lostItsDay && !value.lostItsDay
        && $0.isOfTime(of: value, newest: newest)
    }
    guard !others.isEmpty else { return nil }
    let sources = Set(others.map(\.source) + [value.source])
    let reason = (reconciliationsByCell[cell] ?? []).map { reconciliations[$0] }.first {
      $0.sources.isEmpty || sources.isSubset(of: $0.sources)
    }
    return Disagreement(shown: value, others: others, reconciliation: reason)
  }
}

/// Values that may be held against each other over time.
extension Statistics {
  /// Whether the change from one value to another can be told: one producer, or an office of it,
  /// gives both, none or both are estimates, and nobody says that they do not count the same.
  package func isComparable(_ value: Observation, with other: Observation) -> Bool {
    let (one, two) = (
      sources[value.source].producer[.thai], sources[other.source].producer[.thai]
    )
    let isOfOne = value.source == other.source || one.isOf(two) || two.isOf(one)
    guard isOfOne, value.date?.months == other.date?.months,
      value.status.contains(.estimated) == other.status.contains(.estimated)
    else {
      return false
    }
    let reasons = reconciliationsByCell[Cell(value.indicator, value.area)] ?? []
    return value.source == other.source
      || !reasons.map { reconciliations[$0] }.contains {
        // Rounding and other days do not part what is counted.
        ![.rounding, .differentAsOf].contains($0.cause)
          && ($0.sources.isEmpty || Set([value.source, other.source]).isSubset(of: $0.sources))
      }
  }
}

/// Everything that differs.
extension Statistics {
  /// Every indicator and area that have values, in the order of their first rows.
  var cells: [(indicator: IndicatorID, area: AreaID)] {
    observationsByCell.values.compactMap(\.first).sorted().map {
      (observations[$0].indicator, observations[$0].area)
    }
  }

  /// Every indicator and area whose sources differ, in the order of the tables.
  package var disagreements: [Disagreement] {
    cells.flatMap { disagreements($0.indicator, $0.area) }
  }

  /// All disagreements about an indicator in an area: first that about the value shown, then those
  /// about earlier years, at last what a reconciliation explains that no more than rounding parts.
  package func disagreements(_ indicator: IndicatorID, _ area: AreaID) -> [Disagreement] {
    let values = values(indicator, area).filter { $0.rank != .deprecated && $0.value != nil }
    guard values.count > 1 else { return [] }
    let shown = shown(indicator, area)
    var told = Set<Int>()
    var found: [Disagreement] = []
    for value in [shown].compactMap({ $0 }) + values where !told.contains(value.row) {
      guard let one = disagreement(with: value), !told.isSuperset(of: one.others.map(\.row)) else {
        continue
      }
      told.formUnion(one.others.map(\.row) + [value.row])
      found.append(value.row == shown?.row ? one : one.ledByPreferred)
    }
    for position in reconciliationsByCell[Cell(indicator, area)] ?? [] {
      let reason = reconciliations[position]
      guard !found.contains(where: { $0.reconciliation?.row == reason.row }) else { continue }
      let own = values.filter { reason.sources.isEmpty || reason.sources.contains($0.source) }
      let newest = values.newestTime
      for first in own.filter({ $0.row == shown?.row }) + own {
        // Values of other years are a series, unless the row says that their days part them.
        let others = own.filter {
          $0.value != first.value
            && (reason.cause == .differentAsOf || $0.isOfTime(of: first, newest: newest))
        }
        guard !told.isSuperset(of: others.map(\.row)) else { continue }
        found.append(Disagreement(shown: first, others: others, reconciliation: reason))
        break
      }
    }
    return found
  }
}

extension String {
  /// Whether it names another producer or an office of it, which Thai names before it.
  fileprivate func isOf(_ producer: String) -> Bool {
    !producer.isEmpty && (self == producer || hasSuffix(" " + producer))
  }
}

extension Disagreement {
  /// The same with the value of the preferred source first, where a reconciliation names one.
  fileprivate var ledByPreferred: Disagreement {
    guard let source = reconciliation?.preferred, source != shown.source,
      let first = others.first(where: { $0.source == source })
    else { return self }
    return Disagreement(
      shown: first, others: [shown] + others.filter { $0.row != first.row },
      reconciliation: reconciliation)
  }
}

extension [Observation] {
  /// The newest year or span that one of them is of.
  fileprivate var newestTime: CalendarDate? { compactMap(\.date).newest?.yearOrSpan }
}

extension Observation {
  /// Whether two values are of one year or span; one without a date claims to be of the newest.
  fileprivate func isOfTime(of other: Observation, newest: CalendarDate?) -> Bool {
    (date?.yearOrSpan ?? newest) == (other.date?.yearOrSpan ?? newest)
  }

  /// Whether it says that its source gives a day, yet none could be read, which is told by itself.
  var lostItsDay: Bool { date == nil && asOfBasis != .unknown }

  /// Whether the values differ by more than rounding to the coarser one's last digit explains, or
  /// promise of one number what can't both be true, as "100" and "more than 100" do.
  ///
  /// The two ends of a range do not: "at least 20" and "at most 35".
  func differs(from other: Observation) -> Bool {
    guard let value, let theirs = other.value else { return false }
    let (mine, their) = (BoundedNumber(value, bound), BoundedNumber(theirs, other.bound))
    if mine.makesRange(with: their) { return false }
    if value == theirs { return mine.contradicts(their) }
    let scale = min(value.trimmed.scale, theirs.trimmed.scale)
    return value.rounded(toScale: scale) != theirs.rounded(toScale: scale)
  }
}
