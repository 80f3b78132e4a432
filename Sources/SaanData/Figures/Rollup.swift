import SaanText

/// What the values of smaller areas, or the rows of a register, make for an area.
package struct Rollup: Sendable {
  /// What was added up.
  package enum Origin: Sendable, Hashable {
    /// The published values of the areas inside it.
    case areas
    /// The rows of a table.
    case register(String)
  }

  package let origin: Origin
  /// The result, in the indicator's unit.
  package let value: ExactNumber
  /// How many areas inside it have a value, out of how many; of which class, and of which division.
  package let reported: Int
  package let expected: Int
  package let unitClass: AreaClass?
  package let scheme: String?
  /// Whether nothing is missing: in these areas either, so far as the areas table goes down; of a
  /// register, where somebody has said that it is complete and every row has a value.
  package let isWhole: Bool
  /// How many rows or published values went in.
  package let count: Int
  /// The oldest and the newest as-of date that went in.
  package let oldest: CalendarDate?
  package let newest: CalendarDate?
  /// Whether that is but the day of publication.
  package let isOfPublication: Bool
  /// The published value that it stands beside: of the same year, or the one shown.
  package let published: Observation?
  /// The computed value less the published one.
  package let difference: ExactNumber?
  /// Of a register: how much of it is known to be there.
  package internal(set) var completeness: Completeness?
  /// Whether more rows can only make it larger: not so a mean or a ratio.
  package internal(set) var addsUp = true

  /// Whether every area inside it has a value.
  package var isComplete: Bool { completeness == nil ? reported == expected : isWhole }
  /// Whether the result is a sum of some parts only, so that it must be read "at least".
  package var isAtLeast: Bool { !isWhole && addsUp }
}

/// All roll-ups of all indicators.
func computeRollups(of statistics: Statistics) -> [Statistics.Cell: Rollup] {
  var all = computeRegisterTotals(of: statistics)
  for (index, indicator) in statistics.indicators.enumerated()
  where indicator.aggregation != .none {
    var areas = Set<Int>()
    for area in statistics.areas(of: index) {
      areas.formUnion(statistics.areas.ancestors[area])
    }
    let rollup = AreaRollup(statistics, index)
    for area in areas {
      let cell = Statistics.Cell(index, area)
      guard all[cell] == nil, let result = rollup.result(for: area) else { continue }
      all[cell] = result
    }
  }
  return all
}

/// The adding up of one indicator's published values.
struct AreaRollup {
  /// What a part of the country contributes.
  private struct Share {
    var values: [Observation] = []
    var reported = 0
    /// Whether every area inside has a value.
    var isWhole = false
  }

  let statistics: Statistics
  let indicator: Int
  /// The shown values by area, and the areas that have one inside them.
  private let own: [Int: Observation]
  private let around: Set<Int>

  init(_ statistics: Statistics, _ indicator: Int) {
    self.statistics = statistics
    self.indicator = indicator
    var own: [Int: Observation] = [:]
    var around: Set<Int> = []
    for area in statistics.areas(of: indicator) {
      own[area] = statistics.shown(indicator, area)
      around.formUnion(statistics.areas.ancestors[area])
    }
    self.own = own
    self.around = around
  }

  /// The roll-up of one area: of its divisions, the one that most areas have reported in.
  func result(for area: Int) -> Rollup? {
    var best: Rollup?
    for members in statistics.areas.divisions[area] {
      guard let result = result(for: area, members: members) else { continue }
      guard let current = best else {
        best = result
        continue
      }
      let (new, old) = (
        result.reported * current.expected, current.reported * result.expected
      )
      if new > old || (new == old && result.count > current.count) { best = result }
    }
    return best
  }

  private func result(for area: Int, members: [Int]) -> Rollup? {
    let year = newestYear(below: members)
    if let inside = provinces(of: members, year: year) { return result(for: area, members: inside) }
    let shares = members.map { share(of: $0, year: year) }
    let values = shares.flatMap(\.values)
    guard let value = combine(values), let member = members.first else { return nil }
    let dates = values.compactMap(\.lastDay)
    let published = published(area, like: dates.max())
    return Rollup(
      origin: .areas, value: value, reported: shares.count { $0.reported > 0 },
      expected: members.count, unitClass: statistics.areas.all[member].areaClass,
      scheme: statistics.areas.all[member].scheme, isWhole: shares.allSatisfy(\.isWhole),
      count: values.count, oldest: dates.min(),
      newest: dates.max(),
      isOfPublication: values.contains {
        $0.lastDay == dates.max() && $0.asOfBasis == .publicationDate
      }, published: published,
      difference: published?.value.flatMap { value.subtracting($0) })
  }

  /// The provinces of regions none of which has a value of its own: then these are what reports.
  private func provinces(of regions: [Int], year: Int?) -> [Int]? {
    let areas = statistics.areas
    guard regions.allSatisfy({ areas.all[$0].areaClass == .region }),
      !regions.contains(where: { reports($0, year) })
    else { return nil }
    let provinces = regions.flatMap { areas.children[$0] }
      .filter { areas.all[$0].areaClass == .province }
    return provinces.isEmpty ? nil : provinces
  }

  private func reports(_ area: Int, _ year: Int?) -> Bool {
    guard let own = own[area], own.value != nil else { return false }
    return year == nil || own.lastDay?.year == year
  }

  /// The newest year that any value below the areas is of: values of other years are not mixed in.
  private func newestYear(below members: [Int]) -> Int? {
    let members = Set(members)
    var newest: Int?
    for (area, value) in own {
      guard let year = value.lastDay?.year, newest.map({ year > $0 }) ?? true,
        members.contains(area) || statistics.areas.ancestors[area].contains(where: members.contains)
      else { continue }
      newest = year
    }
    return newest
  }

  /// An area's own value when it has one, else those of the areas inside it.
  private func share(of area: Int, year: Int?) -> Share {
    if reports(area, year), let own = own[area] {
      return Share(values: [own], reported: 1, isWhole: true)
    }
    var share = Share()
    guard around.contains(area) else { return share }
    share.isWhole = true
    for child in statistics.areas.children[area] {
      let part = self.share(of: child, year: year)
      share.values += part.values
      share.reported += part.reported
      share.isWhole = share.isWhole && part.isWhole
    }
    return share
  }

  private func combine(_ values: [Observation]) -> ExactNumber? {
    switch statistics.indicators[indicator].aggregation {
    case .none: return nil
    case .max: return values.compactMap(\.value).max()
    case .sum: return values.compactMap(\.value).total
    case .weighted:
      let weighed = values.filter { $0.numerator != nil && $0.denominator != nil }
      guard let top = weighed.compactMap(\.numerator).total,
        let bottom = weighed.compactMap(\.denominator).total, !bottom.isZero
      else { return nil }
      return statistics.indicators[indicator].kind == .percentage
        ? top.percent(of: bottom, decimals: 2) : ExactNumber(top.double / bottom.double)
    }
  }

  private func published(_ area: Int, like date: CalendarDate?) -> Observation? {
    let values = statistics.values(indicator, area).filter {
      $0.rank != .deprecated && $0.value != nil
    }
    if let same = values.first(where: { date != nil && $0.lastDay == date }) { return same }
    return values.first { $0.lastDay?.year == date?.year }
  }
}

extension Sequence<ExactNumber> {
  /// The sum; `nil` when there is nothing to add or the sum is too large.
  var total: ExactNumber? {
    var sum: ExactNumber?
    for number in self {
      guard let next = sum.map({ $0.adding(number) }) ?? number else { return nil }
      sum = next
    }
    return sum
  }
}
