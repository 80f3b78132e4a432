import SaanText

/// The values that say something else than the last time, or nothing any more, from release to
/// release and since the last one, with no correction that tells of it.
///
/// Who has read the old number finds out nowhere else; so each change is announced, with a reason:
/// of the number, of what it promises (`about`, `more than`), and the withdrawal of its row.
package func unannouncedChanges(
  _ releases: [DataRelease], now: DataRelease, in statistics: Statistics
) -> [Diagnostic] {
  let corrections = now.records.filter { $0.kind == .correction }
  let announced = Dictionary(grouping: corrections) { [$0.indicator, $0.area] }
  let table = statistics.package["corrections"]?.path ?? "content/data/corrections.csv"
  return dataHistory(releases, now: now).reversed().flatMap { step in
    step.lostNumbers.compactMap { before, after -> Diagnostic? in
      let areas = Set([before.area, after?.area ?? before.area])
      let own = areas.flatMap { announced[[before.indicator, $0]] ?? [] }
      guard !own.contains(where: { $0.announces(before, after) }) else { return nil }
      let place =
        after?.row.map { statistics.place("observations", $0, "value") } ?? .file(path: table)
      return .unannouncedChange(before, after, released: step.date?.iso, at: place)
    }
  }
}

extension DataChanges {
  /// What was published and is not any more: the value before, and what stands in its place.
  ///
  /// A number that its source now gives for another day, or for several areas together, stands.
  fileprivate var lostNumbers: [(before: ReleasedRecord, after: ReleasedRecord?)] {
    let other = changed.filter {
      $0.before.value != nil
        && ($0.before.value != $0.after.value || $0.before.bound != $0.after.bound)
    }
    let gone = removed.filter { $0.kind == .value && $0.value != nil }.compactMap {
      before -> (before: ReleasedRecord, after: ReleasedRecord?)? in
      let same = added.filter {
        $0.indicator == before.indicator && $0.source == before.source && $0.value == before.value
      }
      guard !same.contains(where: { $0.bound == before.bound }) else { return nil }
      return (before: before, after: same.first)
    }
    return other.map { pair -> (before: ReleasedRecord, after: ReleasedRecord?) in
      (before: pair.before, after: pair.after)
    } + gone
  }
}

extension ReleasedRecord {
  /// Whether the correction tells that one value became another, or was withdrawn.
  ///
  /// A withdrawn row may have been corrected by any other.
  fileprivate func announces(_ before: ReleasedRecord, _ after: ReleasedRecord?) -> Bool {
    guard previousValue == before.value, source == nil || source == before.source else {
      return false
    }
    guard let after else { return true }
    guard value == after.value else { return false }
    return before.value != after.value
      || previousBound == before.bound && bound == after.bound
  }
}

/// What numbers promise that corrections name: what the row says, or what was published with them.
package struct CorrectedBounds: Sendable {
  private let released: [[String]: [ReleasedRecord]]
  private let present: [[String]: [ReleasedRecord]]

  /// - Parameter releases: in the order of their days.
  package init(_ releases: [DataRelease], now: DataRelease) {
    func values(_ records: some Sequence<ReleasedRecord>) -> [[String]: [ReleasedRecord]] {
      Dictionary(grouping: records.filter { $0.kind == .value }) { [$0.indicator, $0.area] }
    }
    released = values(releases.reversed().flatMap(\.records))
    present = values(now.records)
  }

  /// What the number before and the number after promise.
  package func bounds(of correction: ReleasedRecord) -> (before: Bound, after: Bound) {
    // Where the number stays, the row has to tell what changed.
    guard correction.previousValue != correction.value else {
      return (correction.previousBound, correction.bound)
    }
    let key = [correction.indicator, correction.area]
    let (then, today) = (released[key] ?? [], present[key] ?? [])
    func bound(_ stated: Bound, _ number: ExactNumber?, in records: [ReleasedRecord]) -> Bound {
      guard stated == .exact, let number else { return stated }
      let own = records.filter {
        $0.value == number && (correction.source == nil || correction.source == $0.source)
      }
      return own.first?.bound ?? .exact
    }
    return (
      bound(correction.previousBound, correction.previousValue, in: then + today),
      bound(correction.bound, correction.value, in: today + then)
    )
  }
}

/// The corrections that do not say which value they correct, or name one that nobody has published.
package func correctionsOfNothing(
  _ releases: [DataRelease], in statistics: Statistics
) -> [Diagnostic] {
  let published = Dictionary(
    grouping: releases.flatMap(\.records).filter { $0.kind == .value }
  ) { [$0.indicator, $0.area] }
  return statistics.corrections.compactMap { correction in
    let id = statistics.indicators[correction.indicator].id
    let area = statistics.areas.all[correction.area].code
    let place = statistics.place("corrections", correction.row, "previous_value")
    guard let previous = correction.previousValue else {
      return .correctionOfNothing(nil, of: id, in: area, known: [], at: place)
    }
    let released = (published[[id, area]] ?? []).compactMap(\.value)
    let others =
      statistics.values(correction.indicator, correction.area).compactMap(\.value)
      + statistics.corrections.filter {
        $0.row != correction.row && $0.indicator == correction.indicator
          && $0.area == correction.area
      }.compactMap(\.value)
    // What was published before the first release nobody has written down.
    guard !released.isEmpty, !(released + others).contains(previous) else { return nil }
    return .correctionOfNothing(
      previous, of: id, in: area, known: Array(Set(released)).sorted(), at: place)
  }
}
