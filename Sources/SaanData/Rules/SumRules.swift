import SaanText

extension DataRule {
  static let parts = DataRule(
    "parts-differ", .warning,
    Wording(
      en: "the parts of a whole add up to it, where one source gives all of them",
      th: "ส่วนย่อยรวมกันได้เท่ายอดรวม เมื่อแหล่งเดียวกันให้ไว้ครบ")
  ) { statistics, _ in
    statistics.parts.flatMap { whole in
      statistics.values(whole.whole.indicator, whole.whole.area).compactMap { value in
        statistics.partsDifference(whole, value)
      }
    }
  }

  static let areaSums = DataRule(
    "areas-differ", .warning,
    Wording(
      en: "the values of areas add up to that of the area around them, and never to more",
      th: "ค่าของพื้นที่ย่อยรวมกันได้เท่าพื้นที่ใหญ่ และไม่เกินกว่านั้น")
  ) { statistics, _ in
    let inOneSource = statistics.indicators.ids
      .filter { statistics.indicators[$0].aggregation == .sum }
      .flatMap { statistics.areaDifferences($0) }
    let told = Set(inOneSource.map(\.place))
    return inOneSource + statistics.areasThatExceed().filter { !told.contains($0.place) }
  }

  static let ratioValues = DataRule(
    "ratio-differs", .warning,
    Wording(
      en: "a value is what its numerator and denominator make",
      th: "ค่าตรงกับที่คำนวณจากตัวตั้งและตัวหาร")
  ) { statistics, _ in
    statistics.observations.compactMap { statistics.ratioDifference($0) }
  }

  static let registers = DataRule(
    "register-differs", .warning,
    Wording(
      en: "a published value is what the register's rows come to",
      th: "ค่าที่เผยแพร่เท่ากับที่คำนวณจากทะเบียน")
  ) { statistics, _ in
    statistics.rollups.values.compactMap { rollup -> (Int, Diagnostic)? in
      guard case .register(let table) = rollup.origin, let published = rollup.published,
        let difference = rollup.difference, !difference.isZero, let value = published.value,
        BoundedNumber(value, published.bound).contradicts(BoundedNumber(rollup.value))
      else { return nil }
      // A register that is still being filled comes to less than what is known of the whole; of one
      // that is complete another rule tells.
      if rollup.addsUp, rollup.value < value { return nil }
      return (
        published.row,
        .registerDiffers(
          value, computed: rollup.value, rows: rollup.count, table: table,
          at: statistics.place(of: published))
      )
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Statistics {
  fileprivate func partsDifference(_ whole: PartsOfWhole, _ value: Observation) -> Diagnostic? {
    guard value.rank != .deprecated, let total = value.value else { return nil }
    let parts = whole.parts.compactMap { part in
      (values(part.indicator, part.area) + valuesTogether(part.indicator, in: part.area)).first {
        $0.source == value.source && $0.asOf == value.asOf && $0.rank != .deprecated
          && $0.value != nil
      }
    }
    guard !parts.isEmpty, let sum = parts.compactMap(\.value).total else { return nil }
    guard differ(sum, of: parts, value, isComplete: parts.count == whole.parts.count),
      !gives(sum, as: value)
    else { return nil }
    return .partsDiffer(
      sum, total, indicator: indicators[value.indicator].id,
      rows: parts.compactMap { package["observations"]?[$0.row].number },
      isComplete: parts.count == whole.parts.count, at: place(of: value))
  }

  /// Whether the source gives the number beside another value: what it rounds in one place it may
  /// give in full in the next.
  private func gives(_ number: ExactNumber, as value: Observation) -> Bool {
    values(value.indicator, value.area).contains {
      $0.row != value.row && $0.source == value.source && $0.asOf == value.asOf
        && $0.rank != .deprecated && $0.value == number
    }
  }

  /// The values of areas that lie in an area and have them jointly.
  private func valuesTogether(_ indicator: IndicatorID, in area: AreaID) -> [Observation] {
    areas(of: indicator).filter { areas.around(together: $0).contains(area) }
      .flatMap { values(indicator, $0) }.filter(\.isTogether)
  }

  /// Where a source's values of the areas inside an area do not make the value it gives for that
  /// area.
  fileprivate func areaDifferences(_ indicator: IndicatorID) -> [Diagnostic] {
    struct Edition: Hashable {
      let source: SourceID
      let asOf: CalendarDate?
    }
    let values = areas(of: indicator).flatMap { self.values(indicator, $0) }.filter {
      $0.rank != .deprecated && $0.value != nil
    }
    let editions = Dictionary(grouping: values) { Edition(source: $0.source, asOf: $0.asOf) }
    return editions.values.filter { $0.count > 1 }.sorted { $0[0].row < $1[0].row }.flatMap {
      edition -> [Diagnostic] in
      let byArea = Dictionary(
        edition.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
      return edition.flatMap { whole in areaDifferences(whole, byArea) }
    }
  }

  private func areaDifferences(
    _ whole: Observation, _ byArea: [AreaID: Observation]
  ) -> [Diagnostic] {
    guard let total = whole.value else { return [] }
    return areas.divisions[whole.area].compactMap { members in
      let joint = byArea.values.filter { part in
        part.isTogether && areas.around(together: part.area).contains(whole.area)
          && areas.members(of: part.area).map { $0.allSatisfy(members.contains) } ?? false
      }
      let counted = Set(joint.flatMap { areas.members(of: $0.area) ?? [] })
      let parts = members.filter { !counted.contains($0) }.compactMap { byArea[$0] } + joint
      guard let sum = parts.compactMap(\.value).total else { return nil }
      let isComplete = parts.count - joint.count + counted.count == members.count
      guard differ(sum, of: parts, whole, isComplete: isComplete) else { return nil }
      return .areasDiffer(
        sum, total, indicator: indicators[whole.indicator].id, area: areas.all[whole.area],
        reported: parts.count - joint.count + counted.count, expected: members.count,
        at: place(of: whole))
    }
  }
}

extension Statistics {
  /// Where what areas make together is more than what another source, or the same one of a later
  /// day of that time, gives for the area around them.
  fileprivate func areasThatExceed() -> [Diagnostic] {
    rollups.compactMap { cell, rollup -> (Int, Diagnostic)? in
      guard rollup.origin == .areas, rollup.addsUp, rollup.difference != nil,
        indicators[cell.indicator].aggregation == .sum, let published = rollup.published,
        let total = published.bounded, let end = published.date?.lastDay
      else { return nil }
      // What was counted later may have grown.
      let parts = rollup.parts.map { observations[$0] }.filter { part in
        part.date.map { $0.firstDay <= end } ?? false
      }
      guard let sum = parts.compactMap(\.value).total,
        let bound = Bound.sum(of: parts.map(\.bound))?.withMissingParts,
        total.isSurelyBelow(BoundedNumber(sum, bound)),
        differ(sum, total.number, terms: parts.count)
      else { return nil }
      return (
        published.row,
        .areasExceed(
          sum, total.number, indicator: indicators[cell.indicator].id,
          area: areas.all[cell.area],
          rows: parts.compactMap { package["observations"]?[$0.row].number },
          at: place(of: published))
      )
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// A value that is not what its numerator and denominator make; one that is given per thousand or
  /// the like may be any power of ten of it.
  fileprivate func ratioDifference(_ observation: Observation) -> Diagnostic? {
    guard observation.bound == .exact, let value = observation.value,
      let part = observation.numerator, let whole = observation.denominator, !whole.isZero,
      // A count may say of how many it is.
      value != part, part <= whole || !indicators[observation.indicator].isShare
    else { return nil }
    let isShare = indicators[observation.indicator].isShare
    let ratio = part.double / whole.double * (isShare ? 100 : 1)
    var unit = 1.0
    for _ in 0..<value.trimmed.scale { unit /= 10 }
    let powers = isShare ? [1.0] : [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
    guard !powers.contains(where: { abs(ratio * $0 - value.double) <= unit }),
      let result = ExactNumber(ratio)?.rounded(toScale: max(2, value.trimmed.scale)).trimmed
    else { return nil }
    return .ratioDiffers(value, part, of: whole, makes: result, at: place(of: observation))
  }
}

/// Whether parts surely do not make a total: a sum of "more than" and a total that is larger agree.
private func differ(
  _ sum: ExactNumber, of parts: [Observation], _ whole: Observation, isComplete: Bool
) -> Bool {
  guard let total = whole.bounded else { return false }
  guard let bound = Bound.sum(of: parts.map(\.bound)) else { return exceed(parts, whole) }
  let computed = BoundedNumber(sum, bound)
  guard isComplete else { return total.isSurelyBelow(computed) || exceed(parts, whole) }
  if computed.bound == .exact, total.bound == .exact {
    return differ(sum, total.number, terms: parts.count)
  }
  return computed.contradicts(total) || exceed(parts, whole)
}

/// Whether even the least that the parts can be is more than the whole.
private func exceed(_ parts: [Observation], _ whole: Observation) -> Bool {
  let least = parts.filter { $0.value != nil }.map(\.least)
  guard !least.contains(nil), let sum = least.compactMap({ $0 }).total, let most = whole.most
  else { return false }
  return most < sum
}

/// Whether a sum differs from a total by more than its terms' rounding explains; whole numbers are
/// not rounded.
private func differ(_ sum: ExactNumber, _ total: ExactNumber, terms: Int) -> Bool {
  let scale = max(sum.trimmed.scale, total.trimmed.scale)
  guard scale > 0 else { return sum != total }
  var unit = 1.0
  for _ in 0..<scale { unit /= 10 }
  return abs(sum.double - total.double) > unit * 0.5 * Double(terms + 1)
}

extension Observation {
  /// The least that it can be; `nil` where "about" or "nearly" leaves that open.
  fileprivate var least: ExactNumber? {
    switch bound {
    case .exact, .moreThan, .atLeast: value
    case .atMost: value.map { $0.isNegative ? $0 : .zero }
    case .about, .nearly: nil
    }
  }

  /// The most that it can be; `nil` where that is open.
  fileprivate var most: ExactNumber? { bound == .exact || bound == .atMost ? value : nil }
}
