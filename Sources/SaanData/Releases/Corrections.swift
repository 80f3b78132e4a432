import SaanText

/// The values that say another number than the last time, from release to release and since the
/// last one, with no correction that tells of it.
///
/// Who has read the old number finds out nowhere else; so each change is announced, with a reason.
package func unannouncedChanges(
  _ releases: [DataRelease], now: DataRelease, in statistics: Statistics
) -> [Diagnostic] {
  let announced = Dictionary(grouping: now.records.filter { $0.kind == .correction }) {
    [$0.indicator, $0.area]
  }
  return dataHistory(releases, now: now).reversed().flatMap { step in
    step.changed.compactMap { before, after -> Diagnostic? in
      let isAnnounced = (announced[[after.indicator, after.area]] ?? []).contains {
        $0.previousValue == before.value && $0.value == after.value
          && ($0.source == nil || $0.source == after.source)
      }
      guard before.value != after.value, !isAnnounced else { return nil }
      let place =
        after.row.map { statistics.place("observations", $0, "value") }
        ?? .file(path: statistics.package["corrections"]?.path ?? "content/data/corrections.csv")
      return .unannouncedChange(before, after, released: step.date?.iso, at: place)
    }
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
