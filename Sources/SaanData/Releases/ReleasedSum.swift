import SaanText

/// What the values of smaller areas, or the rows of a register, came to for a region or the
/// country, as a release keeps it: a number that readers have seen and no table holds.
package struct ReleasedSum: Sendable, Hashable {
  package let indicator: String
  package let area: String
  package let value: ExactNumber
  /// What it was told as: "at least" where something was missing.
  package let bound: Bound
  /// How many areas inside had a value, out of how many.
  package let reported: Int
  package let expected: Int
  /// The day, year or span that it was of.
  package let asOf: CalendarDate?

  private static let table = "sums"

  /// Reads a row of a release; `nil` when it tells of something else.
  init?(_ row: ReleasedRow) {
    guard row.table == Self.table, let indicator = row["indicator"], let area = row["area"],
      let value = row.number("value")
    else { return nil }
    (self.indicator, self.area, self.value) = (indicator, area, value)
    bound = row["bound"].flatMap(Bound.init) ?? .exact
    reported = row["reported"].flatMap { Int($0) } ?? 0
    expected = row["expected"].flatMap { Int($0) } ?? 0
    asOf = row["as_of"].flatMap { CalendarDate(iso: $0) }
  }

  /// The sums of all regions and the country, as rows of a release.
  static func rows(of statistics: Statistics) -> [ReleasedRow] {
    let wide = statistics.areas.all.filter { [.country, .region].contains($0.areaClass) }
    return statistics.indicators.ids.flatMap { indicator in
      wide.map(\.id).compactMap { area -> ReleasedRow? in
        guard statistics.shownIndex(indicator, area) == nil,
          let sum = statistics.rollup(indicator, area), let bound = sum.toldToMachines
        else { return nil }
        return ReleasedRow(
          table,
          [
            "indicator": statistics.indicators[indicator].id,
            "area": statistics.areas.all[area].code, "value": sum.value.plain,
            "bound": bound == .exact ? nil : bound.rawValue, "reported": String(sum.reported),
            "expected": String(sum.expected), "as_of": sum.writtenTime,
          ])
      }
    }
  }

  /// What all tables come to now.
  static func all(in statistics: Statistics) -> [ReleasedSum] {
    rows(of: statistics).compactMap { ReleasedSum($0) }
  }
}

/// A sum that is another than before, whichever values, records or areas have moved it.
package struct SumChange: Sendable {
  package let before: ReleasedSum
  /// `nil` where there is none any more, nor a value that takes its place.
  package let after: ReleasedSum?
}

extension SumChange {
  /// What differs between two releases; what a complete register comes to is told as a value.
  static func all(
    from old: DataRelease, to new: DataRelease, beside changed: [ReleasedRecord]
  ) -> [SumChange] {
    guard !old.sums.isEmpty, new.tellsSums else { return [] }
    let now = Dictionary(new.sums.map { ([$0.indicator, $0.area], $0) }) { first, _ in first }
    let told = Set((changed + new.records).map { [$0.indicator, $0.area] })
    return old.sums.compactMap { before in
      let key = [before.indicator, before.area]
      let after = now[key]
      guard after?.value != before.value || after?.bound != before.bound, !told.contains(key)
      else { return nil }
      return SumChange(before: before, after: after)
    }
  }
}
