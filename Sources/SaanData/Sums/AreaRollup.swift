import SaanText

/// All roll-ups of all indicators, and what was left out of each.
func computeRollups(of statistics: Statistics, kept: [KeptTotal]? = nil) -> RollupSums {
  var all = RollupSums(rollups: computeRegisterTotals(of: statistics, kept: kept))
  let halves = Set(statistics.areas.all.ids.filter(statistics.areas.lacksProvinces))
  for index in statistics.indicators.ids {
    let indicator = statistics.indicators[index]
    guard indicator.aggregation != .none, !indicator.scope.isOfOne else { continue }
    var areas = Set<AreaID>()
    for area in statistics.areas(of: index) {
      areas.formUnion(statistics.areas.ancestors[area])
      areas.formUnion(statistics.areas.around(together: area))
    }
    let rollup = AreaRollup(statistics, index)
    for area in areas.subtracting(halves) where indicator.scope.holds(area) {
      let cell = Statistics.Cell(index, area)
      guard all.rollups[cell] == nil, let result = rollup.result(for: area) else { continue }
      all.rollups[cell] = result.sum
      if !result.unadded.isEmpty { all.unadded[cell] = result.unadded }
    }
  }
  all.rollups.merge(computeRatios(of: statistics)) { _, ratio in ratio }
  if statistics.observations.contains(where: \.isProvisional) {
    all.rollups = all.rollups.mapValues { rollup in
      var rollup = rollup
      rollup.isProvisional = rollup.parts.contains { statistics.observations[$0].isProvisional }
      return rollup
    }
  }
  return all
}

/// The adding up of one indicator's published values: those that count the same at the same time.
///
/// One time is one year, which every sum states with its first and last day, or one span, such as a
/// fiscal year: a span is never added to what is of a calendar year.
struct AreaRollup {
  /// What comes of the values of some areas.
  struct Result {
    var sum: Rollup?
    var unadded: [UnaddedPart] = []
  }

  /// What a part of the country contributes.
  private struct Share {
    /// The values' positions among the observations.
    var values: [Int] = []
    /// The positions of those that some of it has jointly with others.
    var joint: Set<Int> = []
    var reported = 0
    /// Whether every area inside has a value.
    var isWhole = false

    /// Whether any of its values, or of those that it has jointly, is among some.
    func isIn(_ kept: Set<Int>) -> Bool {
      values.contains(where: kept.contains) || joint.contains(where: kept.contains)
    }
  }

  /// How much of an area a sum is of.
  private struct Coverage {
    let reported: Int
    /// In how many more some areas have a value, and not all.
    let partly: Int
    let expected: Int
    /// One of the areas that are counted.
    let member: Area
    let isWhole: Bool
  }

  let statistics: Statistics
  let indicator: IndicatorID
  private let scope: Scope
  private let isWeighted: Bool
  /// The positions of the shown values by area, and the areas that have one inside them.
  private(set) var own: [AreaID: Int] = [:]
  /// The best values of each year or span by area: a newer value takes none away from its year.
  private var ownByTime: [AreaID: [CalendarDate: Int]] = [:]
  private var around: Set<AreaID> = []
  /// The joint values by the area that stands for theirs.
  private(set) var jointValues: [AreaID: Int] = [:]

  var areas: AreaTable { statistics.areas }

  init(_ statistics: Statistics, _ indicator: IndicatorID) {
    self.statistics = statistics
    self.indicator = indicator
    scope = statistics.indicators[indicator].scope
    isWeighted = statistics.indicators[indicator].aggregation == .weighted
    for area in statistics.areas(of: indicator) {
      guard let shown = statistics.shownIndex(indicator, area) else { continue }
      around.formUnion(statistics.areas.ancestors[area])
      guard statistics.observations[shown].isTogether else {
        own[area] = shown
        ownByTime[area] = bestByTime(in: area)
        continue
      }
      jointValues[area] = shown
      for member in areas.members(of: area) ?? [] { around.formUnion(areas.ancestors[member]) }
    }
  }

  func value(_ index: Int) -> Observation { statistics.observations[index] }

  /// Of each year or span the value of an area that would be shown, were there no others.
  private func bestByTime(in area: AreaID) -> [CalendarDate: Int] {
    var best: [CalendarDate: Int] = [:]
    for index in statistics.observationsByCell[Statistics.Cell(indicator, area)] ?? [] {
      guard value(index).rank != .deprecated, isUsable(value(index)),
        let time = value(index).date?.yearOrSpan
      else { continue }
      if let other = best[time].map(value), !value(index).goesBefore(other) { continue }
      best[time] = index
    }
    return best
  }

  /// The position of an area's own value of a time; of any where no time is known.
  func own(_ area: AreaID, of time: CalendarDate?) -> Int? {
    guard let time else { return own[area].flatMap { isUsable(value($0)) ? $0 : nil } }
    return ownByTime[area]?[time]
  }

  /// The roll-up of one area: of its divisions, the one that most areas have reported in.
  ///
  /// - Parameter time: the year or span that its values are to be of; without one, that which most
  ///   of the areas have values of.
  func result(for area: AreaID, of time: CalendarDate? = nil) -> Result? {
    var best: Result?
    for division in areas.divisions[area] {
      let members = division.filter { scope.holds($0) && !isExempt($0) }
      guard !members.isEmpty, let result = result(for: area, members: members, time)
      else { continue }
      guard let current = best?.sum else {
        if result.sum != nil || best == nil { best = result }
        continue
      }
      guard let sum = result.sum else { continue }
      let (new, old) = (
        (sum.reported + sum.partly) * current.expected,
        (current.reported + current.partly) * sum.expected
      )
      if new > old || (new == old && sum.count > current.count) { best = result }
    }
    return best
  }

  private func result(
    for area: AreaID, members: [AreaID], _ wanted: CalendarDate?
  ) -> Result? {
    let time = wanted ?? commonTime(in: area, below: members)
    if let inside = provinces(of: members, time: time) {
      return result(for: area, members: inside, wanted)
    }
    let joint = self.joint(in: area, beside: Set(members), time: time)
    let shares = members.map { share(of: $0, time: time, joint) }
    let values = shares.flatMap(\.values) + joint.values
    var unadded = joint.unadded
    for (member, share) in zip(members, shares) where share.reported == 0 {
      if let left = leftOut(member, time: time) { unadded.append(left) }
    }
    if let reason = unlike(values) {
      unadded += values.map { UnaddedPart(observation: $0, reason: reason) }
      return Result(unadded: unadded)
    }
    guard !values.isEmpty, let member = members.first else {
      return unadded.isEmpty ? nil : Result(unadded: unadded)
    }
    let isWhole = shares.allSatisfy(\.isWhole)
    let parts = Addends(values.map { ($0, value($0)) }, statistics.indicators[indicator])
    unadded += parts.misfits(isWhole: isWhole)
      .map { UnaddedPart(observation: $0, reason: .bound) }
    let added = parts.fitting(isWhole: isWhole)
    guard let total = added.total(isWhole: isWhole && added.count == values.count) else {
      return Result(unadded: unadded)
    }
    let kept = Set(added.positions)
    let reporting = shares.filter { $0.reported > 0 && $0.isIn(kept) }
    let coverage = Coverage(
      reported: reporting.count(where: \.isWhole),
      partly: reporting.count { !$0.isWhole }, expected: members.count, member: areas.all[member],
      isWhole: isWhole && kept.count == values.count)
    if let reason = reasonAgainst(total.number, isWhole: coverage.isWhole, beside: unadded) {
      if reason != .few || !unadded.isEmpty {
        unadded += added.positions.map { UnaddedPart(observation: $0, reason: reason) }
      }
      return Result(unadded: unadded)
    }
    return Result(
      sum: rollup(total.number, total.bound, of: added.positions, in: area, coverage),
      unadded: unadded)
  }

  /// Why a sum would not say anything true of the whole; `nil` where it does.
  ///
  /// At least nothing does not, nor at least less than one part had in another year, or surely has
  /// beside a joint value that it lies in.
  private func reasonAgainst(
    _ total: ExactNumber, isWhole: Bool, beside unadded: [UnaddedPart]
  ) -> UnaddedPart.Reason? {
    guard statistics.indicators[indicator].aggregation == .sum else { return nil }
    let isOverlapped = unadded.contains { part in
      part.reason == .overlap && value(part.observation).least.map { $0 > total } == true
    }
    if isOverlapped { return .overlap }
    guard !isWhole else { return nil }
    let isLess = unadded.contains { part in
      let left = value(part.observation)
      return [.date, .undated, .bound].contains(part.reason) && left.bound != .atMost
        && left.value.map { $0 > total } == true
    }
    return total.isZero || isLess ? .few : nil
  }

  /// A sum with its dates and the published value beside it.
  private func rollup(
    _ total: ExactNumber, _ bound: Bound, of values: [Int], in area: AreaID, _ coverage: Coverage
  ) -> Rollup {
    let parts = values.map(value)
    let dates = parts.compactMap(\.date)
    let published = published(area, like: dates.max())
    let isSame =
      published.map { found in parts.allSatisfy { kind($0) == kind(found) } } ?? false
    return Rollup(
      origin: .areas, value: total, bound: bound,
      unit: parts.first?.unit, name: parts.first?.name, reported: coverage.reported,
      partly: coverage.partly, expected: coverage.expected,
      unitClass: coverage.member.areaClass, scheme: coverage.member.scheme,
      isWhole: coverage.isWhole, count: values.count, oldest: dates.min(), newest: dates.max(),
      basis: DateBasis(parts.filter { $0.date != nil }.map(\.dateBasis)), published: published,
      difference: isSame ? published?.value.flatMap { total.subtracting($0) } : nil,
      addsUp: !isWeighted && !parts.contains(where: \.mayBeNegative), parts: values,
      only: parts.count == 1 && !parts[0].isTogether ? parts[0].area : nil)
  }

  // MARK: Alike

  private func kind(_ value: Observation) -> ValueKind {
    ValueKind(value, of: statistics.indicators[indicator])
  }

  /// Why values can't be added to each other; `nil` when they can.
  private func unlike(_ indices: [Int]) -> UnaddedPart.Reason? {
    guard let first = indices.first, indices.count > 1 else { return nil }
    let (kind, values) = (self.kind(value(first)), indices.map(value))
    if values.contains(where: { self.kind($0).unit != kind.unit }) { return .unit }
    if values.contains(where: { self.kind($0).name != kind.name }) { return .definition }
    // Values without a date are of one time where one document has them all.
    let isUndated = values.contains { $0.date == nil }
    return isUndated && Set(values.map(\.source)).count > 1 ? .undated : nil
  }

  /// Why the value of an area that adds nothing to a sum is not in it.
  private func leftOut(_ area: AreaID, time: CalendarDate?) -> UnaddedPart? {
    guard let index = own[area], value(index).value != nil else { return nil }
    guard isUsable(value(index)) else { return UnaddedPart(observation: index, reason: .weight) }
    return ofOtherTime(index, than: time)
  }

  /// That a value is not of the time of those that are added, or of none that is known.
  func ofOtherTime(_ index: Int, than time: CalendarDate?) -> UnaddedPart {
    value(index).date == nil || time == nil
      ? UnaddedPart(observation: index, reason: .undated)
      : UnaddedPart(observation: index, reason: .date, time: time)
  }

  func isUsable(_ value: Observation) -> Bool {
    guard value.value != nil else { return false }
    return !isWeighted || value.numerator != nil && value.denominator != nil
  }

  func isOf(_ time: CalendarDate?, _ value: Observation) -> Bool {
    isUsable(value) && (time == nil || value.date?.yearOrSpan == time)
  }

  // MARK: Areas

  /// The provinces of regions none of which has a value of its own: then these are what reports.
  private func provinces(of regions: [AreaID], time: CalendarDate?) -> [AreaID]? {
    guard regions.allSatisfy({ areas.all[$0].areaClass == .region }),
      !regions.contains(where: { reports($0, time) })
    else { return nil }
    let provinces = regions.flatMap { areas.children[$0] }
      .filter { areas.all[$0].areaClass == .province && scope.holds($0) && !isExempt($0) }
    return provinces.isEmpty ? nil : provinces
  }

  /// Whether its source says that the area can have no value: it lacks none then.
  private func isExempt(_ area: AreaID) -> Bool {
    own[area].map { value($0).value == nil && value($0).status.contains(.notApplicable) } ?? false
  }

  func reports(_ area: AreaID, _ time: CalendarDate?) -> Bool {
    own(area, of: time) != nil
  }

  /// The year or span that most of the areas have values of, or areas inside them; of several the
  /// one that ends last.
  ///
  /// Values of others are not mixed in.
  private func commonTime(in area: AreaID, below members: [AreaID]) -> CalendarDate? {
    let members = Set(members)
    var reporting: [CalendarDate: Set<AreaID>] = [:]
    func around(_ place: AreaID) -> [AreaID] {
      ([place] + areas.ancestors[place]).filter(members.contains)
    }
    for (place, times) in ownByTime {
      let around = around(place)
      guard !around.isEmpty else { continue }
      for time in times.keys { reporting[time, default: []].formUnion(around) }
    }
    for (place, index) in jointValues where areas.around(together: place).contains(area) {
      guard isUsable(value(index)), let time = value(index).date?.yearOrSpan else { continue }
      reporting[time, default: []].formUnion((areas.members(of: place) ?? []).flatMap(around))
    }
    return reporting.max { left, right in
      (left.value.count, left.key.lastDay, left.key)
        < (right.value.count, right.key.lastDay, right.key)
    }?.key
  }

  /// An area's own value when it has one, else those of the areas inside it; nothing more for an
  /// area that a joint value counts already.
  private func share(of area: AreaID, time: CalendarDate?, _ joint: Joint) -> Share {
    if !joint.replaced.contains(area), let own = own(area, of: time) {
      return Share(values: [own], reported: 1, isWhole: true)
    }
    if let value = ([area] + areas.ancestors[area]).lazy.compactMap({ joint.covered[$0] }).first {
      return Share(joint: [value], reported: 1, isWhole: true)
    }
    var share = Share()
    guard around.contains(area) else { return share }
    let children = areas.children[area].filter { scope.holds($0) && !isExempt($0) }
    share.isWhole = !children.isEmpty
    for child in children {
      let part = self.share(of: child, time: time, joint)
      share.values += part.values
      share.joint.formUnion(part.joint)
      share.reported += part.reported
      share.isWhole = share.isWhole && part.isWhole
    }
    return share
  }

  private func published(_ area: AreaID, like date: CalendarDate?) -> Observation? {
    let values = statistics.values(indicator, area).filter {
      $0.rank != .deprecated && $0.value != nil
    }
    if let same = values.first(where: { date != nil && $0.date == date }) { return same }
    return values.first { $0.date?.yearOrSpan == date?.yearOrSpan }
  }
}
