import SaanText

extension AreaProfiles {
  /// Works out what is known of every area.
  init(_ statistics: Statistics) {
    self.init()
    var indicators = ByID<Area, [IndicatorID]>(repeating: [], for: statistics.areas.all)
    for cell in statistics.observationsByCell.keys {
      indicators[cell.area].append(cell.indicator)
    }
    for cell in statistics.rollups.keys { indicators[cell.area].append(cell.indicator) }
    let divisions = Dictionary(grouping: statistics.areas.all, by: \.scheme).mapValues(\.count)
    var peers: [Peers: [(area: AreaID, row: Int)]] = [:]
    rows = ByID(repeating: [], for: statistics.areas.all)
    for area in statistics.areas.all.ids {
      let list = statistics.profileRows(of: area, indicators[area])
      for (index, row) in list.enumerated() {
        if let group = Peers(row, statistics), divisions[group.scheme] != 1 {
          peers[group, default: []].append((area, index))
        }
      }
      rows[area] = list
    }
    let fields = Dictionary(grouping: peers.keys, by: \.field)
    for (group, members) in peers {
      // Of areas that were named one by one, one alone says nothing of the others; nor does it
      // where others have a value of another year or kind.
      let isNamed = statistics.indicators[group.indicator].scope.isList
      let others = (fields[group.field] ?? []).filter { $0 != group }
      let beside = statistics.numbers(
        like: group, of: others.flatMap { peers[$0] ?? [] }.map(\.area))
      guard members.count + beside.count > 1 || (!isNamed && others.isEmpty) else { continue }
      // What is counted is not the most beside more that a source gives of another place.
      let apart = group.isOfRegister ? others.flatMap { peers[$0] ?? [] } : []
      rank(
        members, beside: beside, of: statistics.indicators[group.indicator],
        above: apart.compactMap { rows[$0.area][$0.row].value?.number }.max())
    }
    for (name, register) in statistics.registerAreas where !Self.structure.contains(name) {
      for case let area? in register.areas.lazy.map(AreaID.init(stored:))
      where withRecords.insert(area).inserted {
        withRecords.formUnion(statistics.areas.ancestors[area])
      }
    }
  }

  /// Tables that say something about areas as such, not about what is in them.
  static let structure: Set<String> = [
    "areas", "area_groups", "reconciliations", "corrections", "parts", KnownTable.coverage,
  ]

  /// - Parameters:
  ///   - beside: the numbers of places that have one of the time as well, but not as their newest.
  ///   - above: the largest number of places that are not among them.
  private mutating func rank(
    _ members: [(area: AreaID, row: Int)], beside: [BoundedNumber], of indicator: Indicator,
    above: ExactNumber?
  ) {
    // The one area whose register is complete stands alone, not before those with fewer rows.
    if members.count == 1, let member = members.first,
      rows[member.area][member.row].value?.isOfRegister == true
    {
      return
    }
    // What readers see as the same has one rank.
    let own = members.compactMap { member -> Ranked? in
      rows[member.area][member.row].value.map { Ranked(member: member, value: indicator.shown($0)) }
    }
    let sorted = (own + beside.map { Ranked(member: nil, value: $0) })
      .sorted { $1.value.number < $0.value.number }
    orders.append(sorted.map(\.value))
    let vague = sorted.filter { $0.value.bound != .exact }
    var index = 0
    while index < sorted.count {
      var end = index + 1
      while end < sorted.count, sorted[end].value.number == sorted[index].value.number { end += 1 }
      for ranked in sorted[index..<end] {
        guard let member = ranked.member else { continue }
        let value = ranked.value
        rows[member.area][member.row].order = orders.count - 1
        // "More than 2,000" stands nowhere certain beside 2,500, nor "about 2,000" beside 2,040.
        let rivals = value.bound == .exact ? vague : sorted
        let isClear = rivals.allSatisfy {
          $0.member?.area == member.area || value.hasClearOrder(with: $0.value)
        }
        guard isClear,
          above.map({ value.number > $0 }) ?? true
        else { continue }
        rows[member.area][member.row].standing = Standing(
          rank: index + 1, count: sorted.count, level: end - index - 1)
      }
      index = end
    }
  }
}

/// A number that is put in an order, and the row of the area that it is of; none where this has a
/// newer one.
private struct Ranked {
  let member: (area: AreaID, row: Int)?
  let value: BoundedNumber
}

extension Indicator {
  /// A number as readers see it.
  fileprivate func shown(_ value: AreaValue) -> BoundedNumber {
    BoundedNumber(
      shown(value.number, value.told, isComputed: value.observation == nil), value.told)
  }
}

extension Statistics {
  /// What sources say of some areas for the time of a group that these are not in, since they have
  /// another value too.
  fileprivate func numbers(like group: Peers, of areas: [AreaID]) -> [BoundedNumber] {
    guard !group.isOfRegister else { return [] }
    return areas.compactMap { area in
      let known = observationsByCell[Cell(group.indicator, area)] ?? []
      let same = known.first { place in
        let one = observations[place]
        return one.rank != .deprecated && one.value != nil && !one.isTogether
          && one.date?.yearOrSpan == group.time
      }
      guard let value = same.flatMap({ value(ofObservation: $0) }), value.isWhole,
        value.kind == group.kind
      else { return nil }
      return indicators[group.indicator].shown(value)
    }
  }
}

/// The areas that can be put in one order: of one class and division, with values of one time.
private struct Peers: Hashable {
  let indicator: IndicatorID
  let areaClass: AreaClass
  /// Districts are put in order within their province.
  let parent: AreaID?
  let scheme: String?
  let time: CalendarDate
  /// Rows of registers are counted apart from what sources say.
  let isOfRegister: Bool
  /// Values in another unit, or of something a little different, are no peers.
  let kind: ValueKind

  /// Whom the others are, whatever they have a value of.
  struct Field: Hashable {
    let indicator: IndicatorID
    let areaClass: AreaClass
    let parent: AreaID?
    let scheme: String?
  }

  var field: Field {
    Field(indicator: indicator, areaClass: areaClass, parent: parent, scheme: scheme)
  }

  /// `nil` for a number that can't be put in order: partial sums, values without a date, of several
  /// areas jointly, or of something that is only in one place.
  init?(_ row: ProfileRow, _ statistics: Statistics) {
    let area = statistics.areas.all[row.area]
    guard let value = row.value, value.isWhole, ![.country, .together].contains(area.areaClass),
      !statistics.indicators[row.indicator].scope.isOfOne,
      value.observation.map({ !statistics.observations[$0].isTogether }) ?? true,
      // Of a complete register a district without rows is not listed, though it has none.
      !value.isOfRegister || [.region, .province].contains(area.areaClass),
      let time = value.date?.yearOrSpan
    else { return nil }
    isOfRegister = value.isOfRegister
    kind = value.kind
    indicator = row.indicator
    areaClass = area.areaClass
    parent = [.country, .region, .province].contains(area.areaClass) ? nil : area.parent
    scheme = area.scheme
    self.time = time
  }
}

extension Statistics {
  /// What is known of an area in the order of the indicators: its own, and what it has jointly with
  /// others.
  fileprivate func profileRows(of area: AreaID, _ known: [IndicatorID]) -> [ProfileRow] {
    var list: [ProfileRow] = []
    list.reserveCapacity(known.count)
    for indicator in known.sorted() where list.last?.indicator != indicator {
      guard let row = profileRow(indicator, area) else { continue }
      list.append(row)
    }
    let joint = together(area).filter { $0.area != area }
    guard !joint.isEmpty else { return list }
    list += joint.compactMap { profileRow($0.indicator, $0.area) }
    return list.enumerated().sorted {
      ($0.element.indicator, $0.offset) < ($1.element.indicator, $1.offset)
    }.map(\.element)
  }

  fileprivate func profileRow(_ indicator: IndicatorID, _ area: AreaID) -> ProfileRow? {
    let shown = shownIndex(indicator, area)
    if shown == nil, let joint = onlyTogether(indicator, area) {
      return profileRow(indicator, joint.area)
    }
    let value = value(indicator, area, shown: shown)
    guard shown != nil || value != nil else { return nil }
    return ProfileRow(
      indicator: indicator, area: area, value: value, shown: shown, standing: nil, order: nil)
  }

  /// The number of an area that stands for an indicator: the published one, else what is added up.
  package func value(_ indicator: IndicatorID, _ area: AreaID) -> AreaValue? {
    value(indicator, area, shown: shownIndex(indicator, area))
  }

  /// The number of an area for the same time as another area's, where there is one; else the one
  /// that stands for it.
  package func value(_ indicator: IndicatorID, _ area: AreaID, like other: AreaValue?) -> AreaValue?
  {
    guard let own = value(indicator, area) else { return nil }
    guard let other, !own.isComparable(with: other), let time = other.date?.yearOrSpan,
      let same = (observationsByCell[Cell(indicator, area)] ?? []).first(where: {
        observations[$0].rank != .deprecated && observations[$0].value != nil
          && observations[$0].date?.yearOrSpan == time
      })
    else { return own }
    return value(ofObservation: same) ?? own
  }

  private func value(_ indicator: IndicatorID, _ area: AreaID, shown: Int?) -> AreaValue? {
    if let published = shown.flatMap({ value(ofObservation: $0) }) { return published }
    guard let rollup = rollup(indicator, area) else { return nil }
    return AreaValue(
      number: rollup.value, observation: nil, name: rollup.name, unit: rollup.unit,
      kind: (rollup.origin == .areas ? rollup.parts.first : nil)
        .map { kind(of: observations[$0]) } ?? ValueKind(of: indicators[indicator]),
      date: rollup.newest,
      oldest: rollup.hasWindow ? rollup.oldest : nil,
      basis: rollup.basis, isOfRegister: rollup.isOfRegister,
      bound: rollup.bound, extent: rollup.extent, isWhole: rollup.isWhole,
      reported: rollup.reported, partly: rollup.partly, expected: rollup.expected,
      unitClass: rollup.unitClass, count: rollup.count, only: rollup.only,
      isProvisional: rollup.isProvisional, allRows: rollup.allRows)
  }

  private func kind(of value: Observation) -> ValueKind {
    ValueKind(value, of: indicators[value.indicator])
  }

  private func value(ofObservation index: Int) -> AreaValue? {
    let observation = observations[index]
    return observation.value.map { number in
      AreaValue(
        number: number, observation: index, name: observation.name, unit: observation.unit,
        kind: kind(of: observation), date: observation.date,
        basis: observation.dateBasis, isOfRegister: false,
        bound: observation.bound, extent: .whole, isWhole: true, reported: 0, expected: 0,
        unitClass: nil, count: 1, isProvisional: observation.isProvisional)
    }
  }
}
