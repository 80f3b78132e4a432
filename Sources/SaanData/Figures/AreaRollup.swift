import SaanText

/// All roll-ups of all indicators.
func computeRollups(
  of statistics: Statistics, kept: [KeptTotal]? = nil
) -> [Statistics.Cell: Rollup] {
  var all = computeRegisterTotals(of: statistics, kept: kept)
  for index in statistics.indicators.ids
  where statistics.indicators[index].aggregation != .none {
    var areas = Set<AreaID>()
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
  let indicator: IndicatorID
  /// The shown values by area, and the areas that have one inside them.
  private let own: [AreaID: Observation]
  private let around: Set<AreaID>

  init(_ statistics: Statistics, _ indicator: IndicatorID) {
    self.statistics = statistics
    self.indicator = indicator
    var own: [AreaID: Observation] = [:]
    var around: Set<AreaID> = []
    for area in statistics.areas(of: indicator) {
      own[area] = statistics.shown(indicator, area)
      around.formUnion(statistics.areas.ancestors[area])
    }
    self.own = own
    self.around = around
  }

  /// The roll-up of one area: of its divisions, the one that most areas have reported in.
  func result(for area: AreaID) -> Rollup? {
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

  private func result(for area: AreaID, members: [AreaID]) -> Rollup? {
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
  private func provinces(of regions: [AreaID], year: Int?) -> [AreaID]? {
    let areas = statistics.areas
    guard regions.allSatisfy({ areas.all[$0].areaClass == .region }),
      !regions.contains(where: { reports($0, year) })
    else { return nil }
    let provinces = regions.flatMap { areas.children[$0] }
      .filter { areas.all[$0].areaClass == .province }
    return provinces.isEmpty ? nil : provinces
  }

  private func reports(_ area: AreaID, _ year: Int?) -> Bool {
    guard let own = own[area], own.value != nil else { return false }
    return year == nil || own.lastDay?.year == year
  }

  /// The newest year that any value below the areas is of: values of other years are not mixed in.
  private func newestYear(below members: [AreaID]) -> Int? {
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
  private func share(of area: AreaID, year: Int?) -> Share {
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

  private func published(_ area: AreaID, like date: CalendarDate?) -> Observation? {
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
