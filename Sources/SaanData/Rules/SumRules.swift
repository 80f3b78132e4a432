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
    let adding = statistics.indicators.ids.filter {
      statistics.indicators[$0].aggregation == .sum
    }
    let first = adding.flatMap {
      statistics.areaDifferences($0) + statistics.jointDifferences($0)
    }
    let told = Set(first.map(\.place))
    let others = statistics.indicators.ids.flatMap { statistics.areasThatExceed($0) }
    return first + others.filter { !told.contains($0.place) }
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
        rollup.difference != nil, let value = published.bounded,
        value.contradicts(BoundedNumber(rollup.value))
      else { return nil }
      // A register that is still being filled comes to less than what is known of the whole; of one
      // that is complete another rule tells.
      if rollup.addsUp, rollup.value < value.number { return nil }
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
      BoundedNumber(sum, of: parts), BoundedNumber(total, value.bound),
      indicator: indicators[value.indicator].id,
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
        BoundedNumber(sum, of: parts), BoundedNumber(total, whole.bound),
        indicator: indicators[whole.indicator].id, area: areas.all[whole.area],
        reported: parts.count - joint.count + counted.count, expected: members.count,
        at: place(of: whole))
    }
  }
}

/// Whether parts surely do not make a total: a sum of "more than" and a total that is larger agree.
func differ(
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
  guard let sum = parts.filter({ $0.value != nil }).compactMap(\.least).total else { return false }
  return whole.isBelow(sum)
}

/// Whether a sum differs from a total by more than its terms' rounding explains; whole numbers are
/// not rounded.
func differ(_ sum: ExactNumber, _ total: ExactNumber, terms: Int) -> Bool {
  let scale = max(sum.trimmed.scale, total.trimmed.scale)
  guard scale > 0 else { return sum != total }
  var unit = 1.0
  for _ in 0..<scale { unit /= 10 }
  return abs(sum.double - total.double) > unit * 0.5 * Double(terms + 1)
}

extension BoundedNumber {
  /// A sum as its parts promise it; where these lead apart, as it stands.
  init(_ sum: ExactNumber, of parts: [Observation]) {
    self.init(sum, Bound.sum(of: parts.map(\.bound)) ?? .exact)
  }
}
