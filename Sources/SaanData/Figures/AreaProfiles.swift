import SaanText

/// A number that is known of an area: published, or added up from what lies inside it.
package struct AreaValue: Sendable {
  package let number: ExactNumber
  /// The published value, by its position; `nil` when the number was added up.
  package let observation: Int?
  /// The newest day that it is true for.
  package let date: CalendarDate?
  /// Whether that is but the day of publication.
  package let isOfPublication: Bool
  /// Whether it counts the rows of a register.
  package let isOfRegister: Bool
  /// Whether its source says "about".
  package let isApproximate: Bool
  /// Whether it is a sum of some parts only.
  package let isAtLeast: Bool
  /// Whether nothing is missing in it: only then is it held against another.
  package let isWhole: Bool
  /// Of a sum: how many of the areas inside have a value, out of how many, of which class.
  package let reported: Int
  package let expected: Int
  package let unitClass: AreaClass?
  /// How many values or rows went into a sum.
  package let count: Int

  /// Whether it is the sum of one area's values, and so says nothing of the others.
  package var isOfOneArea: Bool {
    guard observation == nil else { return false }
    return isOfRegister ? !isWhole && reported < 2 : count < 2
  }

  /// Whether both are true for the same time, so that one can be held against the other.
  package func isComparable(with other: AreaValue) -> Bool {
    guard isWhole, other.isWhole, isOfRegister == other.isOfRegister else { return false }
    guard let date, let theirs = other.date else { return false }
    return date.year == theirs.year
  }
}

/// Where an area stands among the areas of its class that reported, the largest first.
package struct Standing: Sendable, Hashable {
  /// 1 for the largest; equal values share a rank.
  package let rank: Int
  /// How many reported for the same time.
  package let count: Int
  /// How many others have the same value.
  package let level: Int
}

/// What is known of one indicator in one area.
package struct ProfileRow: Sendable {
  package let indicator: Int
  package let area: Int
  /// The number; `nil` where sources speak of the area without giving one.
  package let value: AreaValue?
  /// The published value that is shown, with or without a number.
  package let shown: Int?
  package internal(set) var standing: Standing?
}

/// What is known of every area, worked out once.
package struct AreaProfiles: Sendable {
  /// By area, in the order of the indicators.
  package private(set) var rows: [[ProfileRow]] = []
  /// The areas that rows of registers or organisations lie in, with everything around them.
  package private(set) var withRecords: Set<Int> = []

  init() {}

  init(_ statistics: Statistics) {
    var indicators = [[Int32]](repeating: [], count: statistics.areas.all.count)
    for cell in statistics.observationsByCell.keys {
      indicators[Int(cell.area)].append(cell.indicator)
    }
    for cell in statistics.rollups.keys { indicators[Int(cell.area)].append(cell.indicator) }
    let divisions = Dictionary(grouping: statistics.areas.all, by: \.scheme).mapValues(\.count)
    var peers: [Peers: [(area: Int, row: Int)]] = [:]
    rows.reserveCapacity(indicators.count)
    for (area, known) in indicators.enumerated() {
      var list: [ProfileRow] = []
      list.reserveCapacity(known.count)
      for indicator in known.sorted() where list.last?.indicator != Int(indicator) {
        guard let row = statistics.profileRow(Int(indicator), area) else { continue }
        if let group = Peers(row, statistics.areas), divisions[group.scheme] != 1 {
          peers[group, default: []].append((area, list.count))
        }
        list.append(row)
      }
      rows.append(list)
    }
    for members in peers.values { rank(members) }
    for (name, register) in statistics.registerAreas where !Self.structure.contains(name) {
      for area in register.areas where area >= 0 && withRecords.insert(Int(area)).inserted {
        withRecords.formUnion(statistics.areas.ancestors[Int(area)])
      }
    }
  }

  /// Tables that say something about areas as such, not about what is in them.
  static let structure: Set<String> = [
    "areas", "area_groups", "reconciliations", "corrections", "parts", KnownTable.coverage,
  ]

  /// Whether anything is known of an area, by its position.
  package func knows(_ area: Int) -> Bool { !rows[area].isEmpty || withRecords.contains(area) }

  private mutating func rank(_ members: [(area: Int, row: Int)]) {
    // The one area whose register is complete stands alone, not before those with fewer rows.
    if members.count == 1, let member = members.first,
      rows[member.area][member.row].value?.isOfRegister == true
    {
      return
    }
    let sorted = members.compactMap { member in
      rows[member.area][member.row].value.map { (member, $0.number) }
    }.sorted { $1.1 < $0.1 }
    var index = 0
    while index < sorted.count {
      var end = index + 1
      while end < sorted.count, sorted[end].1 == sorted[index].1 { end += 1 }
      for (member, _) in sorted[index..<end] {
        rows[member.area][member.row].standing = Standing(
          rank: index + 1, count: sorted.count, level: end - index - 1)
      }
      index = end
    }
  }
}

/// The areas that can be put in one order: of one class and division, with values of one time.
private struct Peers: Hashable {
  let indicator: Int
  let areaClass: AreaClass
  /// Districts are put in order within their province.
  let parent: Int?
  let scheme: String?
  let year: Int
  /// Rows of registers are counted apart from what sources say.
  let isOfRegister: Bool

  /// `nil` for a number that can't be put in order: partial sums, values without a date.
  init?(_ row: ProfileRow, _ areas: AreaGraph) {
    let area = areas.all[row.area]
    guard let value = row.value, value.isWhole, area.areaClass != .country,
      let year = value.date?.year
    else { return nil }
    isOfRegister = value.isOfRegister
    indicator = row.indicator
    areaClass = area.areaClass
    parent = [.country, .region, .province].contains(area.areaClass) ? nil : area.parent
    scheme = area.scheme
    self.year = year
  }
}

extension Statistics {
  fileprivate func profileRow(_ indicator: Int, _ area: Int) -> ProfileRow? {
    let shown = shownIndex(indicator, area)
    let value = value(indicator, area, shown: shown)
    guard shown != nil || value != nil else { return nil }
    return ProfileRow(
      indicator: indicator, area: area, value: value, shown: shown, standing: nil)
  }

  /// The number of an area that stands for an indicator: the published one, else what is added up.
  package func value(_ indicator: Int, _ area: Int) -> AreaValue? {
    value(indicator, area, shown: shownIndex(indicator, area))
  }

  /// The number of an area for the same time as another area's, where there is one; else the one
  /// that stands for it.
  package func value(_ indicator: Int, _ area: Int, like other: AreaValue?) -> AreaValue? {
    guard let own = value(indicator, area) else { return nil }
    guard let other, !own.isComparable(with: other), let year = other.date?.year,
      let same = (observationsByCell[Cell(indicator, area)] ?? []).first(where: {
        observations[$0].rank != .deprecated && observations[$0].value != nil
          && observations[$0].lastDay?.year == year
      })
    else { return own }
    return value(ofObservation: same) ?? own
  }

  private func value(_ indicator: Int, _ area: Int, shown: Int?) -> AreaValue? {
    if let published = shown.flatMap({ value(ofObservation: $0) }) { return published }
    guard let rollup = rollup(indicator, area) else { return nil }
    return AreaValue(
      number: rollup.value, observation: nil, date: rollup.newest,
      isOfPublication: rollup.isOfPublication, isOfRegister: rollup.origin != .areas,
      isApproximate: false, isAtLeast: rollup.isAtLeast, isWhole: rollup.isWhole,
      reported: rollup.reported, expected: rollup.expected, unitClass: rollup.unitClass,
      count: rollup.count)
  }

  private func value(ofObservation index: Int) -> AreaValue? {
    let observation = observations[index]
    return observation.value.map { number in
      AreaValue(
        number: number, observation: index, date: observation.lastDay,
        isOfPublication: observation.asOfBasis == .publicationDate, isOfRegister: false,
        isApproximate: observation.isApproximate, isAtLeast: false, isWhole: true,
        reported: 0, expected: 0, unitClass: nil, count: 1)
    }
  }
}
