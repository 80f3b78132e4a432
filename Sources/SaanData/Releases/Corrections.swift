import SaanText

/// The values that say something else than the last time, or nothing any more, from release to
/// release and since the last one, with no correction that tells of it.
///
/// Who has read the old number finds out nowhere else; so each change is announced, with a reason:
/// of the number, of what it promises (`about`, `more than`), and the withdrawal of its row.
///
/// What a number counts, and in what, is asked for until it is released: no correction can tell
/// that, and the history of changes does from then on.
package func unannouncedChanges(
  _ releases: [DataRelease], now: DataRelease, in statistics: Statistics
) -> [Diagnostic] {
  let corrections = now.records.filter { $0.kind == .correction }
  let announced = Dictionary(grouping: corrections) { [$0.indicator, $0.area] }
  let table = statistics.package["corrections"]?.path ?? "content/data/corrections.csv"
  let history = dataHistory(releases, now: now)
  let words = history.filter { $0.date == nil }.flatMap(\.words).filter(\.isTold)
  let numbers = history.reversed().flatMap { step in
    step.lostNumbers.compactMap { before, after -> Diagnostic? in
      let areas = Set([before.area, after?.area ?? before.area])
      let own = areas.flatMap { announced[[before.indicator, $0]] ?? [] }
      guard !own.announce(before, after) else { return nil }
      let place =
        after?.row.map { statistics.place("observations", $0, "value") } ?? .file(path: table)
      return .unannouncedChange(before, after, released: step.date?.iso, at: place)
    }
  }
  return numbers
    + words.map { change -> Diagnostic in
      let place =
        change.row.map { statistics.place(change.table, $0, change.column) }
        ?? .file(path: statistics.package[change.table]?.path ?? change.table)
      return .otherWords(change, at: place)
    }
}

extension DataChanges {
  /// What was published and is not any more: the value before, and what stands in its place.
  ///
  /// A number that its source now gives for another day, or for several areas together, stands.
  fileprivate var lostNumbers: [(before: ReleasedRecord, after: ReleasedRecord?)] {
    let other = changed.filter {
      $0.before.value != nil
        && ($0.before.value != $0.after.value || $0.before.bound != $0.after.bound
          || !$0.after.isOfAreas(of: $0.before))
    }
    // What was published as not holding is not missed.
    let gone = removed.filter {
      $0.kind == .value && $0.value != nil && !$0.isDeprecated
    }.compactMap {
      before -> (before: ReleasedRecord, after: ReleasedRecord?)? in
      let same = added.filter {
        $0.indicator == before.indicator && $0.source == before.source && $0.value == before.value
          && $0.isOfAreas(of: before)
      }
      guard !same.contains(where: { $0.bound == before.bound }) else { return nil }
      return (before: before, after: same.first)
    }
    return other.map { pair -> (before: ReleasedRecord, after: ReleasedRecord?) in
      (before: pair.before, after: pair.after.isOfAreas(of: pair.before) ? pair.after : nil)
    } + gone
  }
}

extension ReleasedRecord {
  /// Whether it is of the area of another, or one of the two is of several and holds the other's; a
  /// number that moves from one area to another says something else.
  fileprivate func isOfAreas(of other: ReleasedRecord) -> Bool {
    let (own, others) = (Set(area.listed), Set(other.area.listed))
    guard own != others else { return true }
    guard own.count > 1 || others.count > 1 else { return false }
    return own.isSubset(of: others) || others.isSubset(of: own) || own == ["TH"]
      || others == ["TH"]
  }
}

extension [ReleasedRecord] {
  /// The values among them, by indicator and area.
  fileprivate var valuesByCell: [[String]: [ReleasedRecord]] {
    Dictionary(grouping: filter { $0.kind == .value }) { [$0.indicator, $0.area] }
  }

  /// Whether the corrections tell that one value became another, or was withdrawn: one of them, or
  /// several one after the other.
  fileprivate func announce(_ before: ReleasedRecord, _ after: ReleasedRecord?) -> Bool {
    if contains(where: { $0.announces(before, after) }) { return true }
    guard let first = before.value, let last = after?.value, first != last else { return false }
    var told: Set<ExactNumber> = [first]
    for correction in self where correction.source == nil || correction.source == before.source {
      guard let previous = correction.previousValue, told.contains(previous),
        previous != first || correction.corrects(before.bound), let value = correction.value
      else { continue }
      told.insert(value)
    }
    return told.contains(last)
  }
}

extension ReleasedRecord {
  /// Whether the correction is of a number that promised so much; most do not say it again.
  fileprivate func corrects(_ bound: Bound) -> Bool {
    previousBound == .exact || previousBound == bound
  }

  /// Whether the correction tells that one value became another, or was withdrawn.
  ///
  /// A withdrawn row may have been corrected by any other.
  fileprivate func announces(_ before: ReleasedRecord, _ after: ReleasedRecord?) -> Bool {
    guard previousValue == before.value, source == nil || source == before.source,
      before.value == after?.value || corrects(before.bound)
    else { return false }
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
    released = releases.reversed().flatMap(\.records).valuesByCell
    present = now.records.valuesByCell
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

/// The corrections of a source that never had such a value: readers would be told of a number in a
/// book in which they never find it.
///
/// What was withdrawn before the first release nobody has written down.
package func correctionsOfOtherSources(
  _ releases: [DataRelease], in statistics: Statistics
) -> [Diagnostic] {
  let published = releases.flatMap(\.records).valuesByCell
  return statistics.corrections.compactMap { correction in
    guard let source = correction.source else { return nil }
    let id = statistics.indicators[correction.indicator].id
    let area = statistics.areas.all[correction.area].code
    let released = published[[id, area]] ?? []
    let withdrawn = statistics.corrections.contains {
      $0.indicator == correction.indicator && $0.area == correction.area && $0.source == source
        && $0.value == nil
    }
    if released.isEmpty, withdrawn { return nil }
    let today = statistics.values(correction.indicator, correction.area).map {
      statistics.sources[$0.source].id
    }
    let known = Set(today + released.compactMap(\.source))
    let name = statistics.sources[source].id
    // Nor does one source give what is added up here of several areas.
    let isSum = known.isEmpty && statistics.rollup(correction.indicator, correction.area) != nil
    guard isSum || !known.isEmpty, !known.contains(name) else { return nil }
    return .correctionOfOtherSource(
      name, of: id, in: area, known: known.sorted(),
      at: statistics.place("corrections", correction.row, "source"))
  }
}
