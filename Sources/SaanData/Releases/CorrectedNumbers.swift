import SaanText

/// The corrections that do not say which value they correct, name one that nobody has published, or
/// say of it what did not happen.
package func correctionsOfNothing(
  _ releases: [DataRelease], in statistics: Statistics
) -> [Diagnostic] {
  statistics.corrections.compactMap { CorrectedNumber($0, releases, in: statistics).mistake }
}

/// What was published of the number that a correction corrects.
private struct CorrectedNumber {
  let correction: Correction
  let statistics: Statistics
  let releases: [DataRelease]
  let indicator: String
  let area: String
  /// What each release has for the indicator in the area.
  let published: [[ReleasedRecord]]

  init(_ correction: Correction, _ releases: [DataRelease], in statistics: Statistics) {
    self.correction = correction
    self.releases = releases
    self.statistics = statistics
    let id = statistics.indicators[correction.indicator].id
    let code = statistics.areas.all[correction.area].code
    (indicator, area) = (id, code)
    published = releases.map { release in
      (release.records + release.registerSums).filter {
        $0.kind == .value && $0.indicator == id && $0.area == code
      }
    }
  }

  private func place(_ column: String) -> Place {
    statistics.place("corrections", correction.row, column)
  }

  var mistake: Diagnostic? {
    let place = place("previous_value")
    guard let previous = correction.previousValue else {
      return .correctionOfNothing(nil, of: indicator, in: area, known: [], at: place)
    }
    if let day = dayOfFirst(previous) ?? dayAfter(previous),
      let announced = correction.announced, announced.lastDay < day
    {
      return .correctionBeforeRelease(
        previous, released: day, of: indicator, in: area, at: self.place("announced"))
    }
    return unknown(previous) ?? besideItself(previous) ?? standing(previous)
  }

  /// A number that no release has, or none with what the correction says it promised.
  ///
  /// What was published before the first release nobody has written down.
  private func unknown(_ previous: ExactNumber) -> Diagnostic? {
    let released = published.flatMap { $0 }.compactMap(\.bounded)
    guard !released.isEmpty else { return nil }
    let others = statistics.corrections.filter {
      $0.row != correction.row && $0.indicator == correction.indicator
        && $0.area == correction.area && $0.value == previous
    }
    let today = statistics.values(correction.indicator, correction.area).compactMap(\.bounded)
    let same = (released + today).filter { $0.number == previous }
    if same.isEmpty {
      return others.isEmpty ? told(BoundedNumber(previous), of: released) : nil
    }
    guard let said = correction.previousBound, !same.contains(where: { $0.bound == said }),
      !others.contains(where: { $0.bound ?? said == said })
    else { return nil }
    return told(BoundedNumber(previous, said), of: released.filter { $0.number == previous })
  }

  private func told(_ previous: BoundedNumber, of released: [BoundedNumber]) -> Diagnostic? {
    let known = Set(released).sorted {
      ($0.number, $0.bound.rawValue) < ($1.number, $1.bound.rawValue)
    }
    guard !known.isEmpty else { return nil }
    return .correctionOfNothing(
      previous, of: indicator, in: area, known: known, at: place("previous_value"))
  }

  /// A new number that was published beside the former one before this was withdrawn: none became
  /// the other.
  private func besideItself(_ previous: ExactNumber) -> Diagnostic? {
    guard let value = correction.value, value != previous,
      let last = published.lastIndex(where: { count(of: previous, in: $0) > 0 })
    else { return nil }
    let next =
      last + 1 < published.count
      ? published[last + 1].compactMap(\.value)
      : statistics.values(correction.indicator, correction.area)
        .filter { $0.rank != .deprecated && isOfSource(statistics.sources[$0.source].id) }
        .compactMap(\.value)
    let before = count(of: value, in: published[last])
    guard before > 0, !next.contains(previous), next.contains(value),
      next.count(where: { $0 == value }) <= before
    else { return nil }
    return .correctionByOther(previous, value, of: indicator, in: area, at: place("value"))
  }

  /// A former number that was never taken away: as often as it was published it is there still.
  private func standing(_ previous: ExactNumber) -> Diagnostic? {
    guard let value = correction.value, value != previous,
      // What the first release announces happened before anything was written down.
      releases.first.map({ !$0.records.contains(where: isThis) }) ?? false
    else { return nil }
    let today = statistics.values(correction.indicator, correction.area).count {
      $0.value == previous && $0.rank != .deprecated
        && isOfSource(statistics.sources[$0.source].id)
    }
    let counts = published.map { count(of: previous, in: $0) } + [today]
    guard today > 0, counts.dropLast().contains(where: { $0 > 0 }),
      zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return .correctionBesideOld(previous, value, of: indicator, in: area, at: place("value"))
  }

  private func count(of number: ExactNumber, in records: [ReleasedRecord]) -> Int {
    records.count { $0.value == number && isOfSource($0.source) }
  }

  private func isOfSource(_ source: String?) -> Bool {
    correction.source.map { statistics.sources[$0].id == source } ?? true
  }

  /// The day of the first release with a number; `nil` where the very first has it, before which
  /// nobody has written down what was published.
  private func dayOfFirst(_ number: ExactNumber) -> CalendarDate? {
    let index = published.firstIndex { records in records.contains { $0.value == number } }
    return index.flatMap { $0 == 0 ? nil : releases[$0].date }
  }

  /// The day of the very first release, where that still has the number and not its correction.
  private func dayAfter(_ number: ExactNumber) -> CalendarDate? {
    guard let first = published.first, count(of: number, in: first) == 1,
      // A number that several rows have may have been right in the others.
      correction.value.map({ count(of: $0, in: first) == 0 || $0 == number }) ?? true,
      !releases[0].records.contains(where: isThis)
    else { return nil }
    return releases[0].date
  }

  private func isThis(_ record: ReleasedRecord) -> Bool {
    record.kind == .correction && record.indicator == indicator && record.area == area
      && record.previousValue == correction.previousValue
  }
}

extension ReleasedRecord {
  /// The number with what it promised.
  fileprivate var bounded: BoundedNumber? { value.map { BoundedNumber($0, bound) } }
}
