import SaanText

// Values of areas beside those of the areas around them, whatever their sources.

extension Statistics {
  /// Where what areas make together is more than what another source, or the same one of a later
  /// day of that time, gives for the area around them; of each year or span that it gives one for.
  func areasThatExceed(_ indicator: IndicatorID) -> [Diagnostic] {
    let (found, own) = (indicators[indicator], areas(of: indicator))
    guard [.sum, .max].contains(found.aggregation), !found.scope.isOfOne else { return [] }
    var wider = Set<AreaID>()
    for area in own {
      wider.formUnion(areas.ancestors[area])
      wider.formUnion(areas.around(together: area))
    }
    let rollup = AreaRollup(self, indicator)
    return own.filter { wider.contains($0) && areas.all[$0].areaClass != .together }
      .flatMap { values(indicator, $0) }
      .compactMap { exceed($0, rollup) }
  }

  private func exceed(_ published: Observation, _ rollup: AreaRollup) -> Diagnostic? {
    guard published.rank != .deprecated, let total = published.bounded,
      let sum = rollup.result(for: published.area, of: published.date?.yearOrSpan)?.sum,
      sum.addsUp
    else { return nil }
    let indicator = indicators[published.indicator]
    let kind = ValueKind(published, of: indicator)
    let parts = sum.parts.map { observations[$0] }.filter { part in
      guard ValueKind(part, of: indicator) == kind else { return false }
      // What was counted later may have grown; without days one document has all of them.
      guard let end = published.date?.lastDay else {
        return part.date == nil && part.source == published.source
      }
      return part.date.map { $0.firstDay <= end } ?? false
    }
    let least = parts.compactMap(\.least)
    let isSum = indicator.aggregation == .sum
    guard let most = isSum ? least.total : least.max(), published.isBelow(most),
      total.bound != .exact || differ(most, total.number, terms: isSum ? parts.count : 1)
    else { return nil }
    return .areasExceed(
      BoundedNumber(most, parts.allSatisfy { $0.bound == .exact } ? .exact : .atLeast), total,
      indicator: indicator.id, area: areas.all[published.area],
      rows: parts.compactMap { package["observations"]?[$0.row].number },
      isSum: isSum, at: place(of: published))
  }

  /// Where the values of areas do not make the one that they have jointly, or one of them is
  /// already more.
  func jointDifferences(_ indicator: IndicatorID) -> [Diagnostic] {
    let joint = areas(of: indicator).flatMap { values(indicator, $0) }.filter {
      $0.isTogether && $0.rank != .deprecated && $0.value != nil
    }
    return joint.compactMap { jointDifference($0) }
  }

  private func jointDifference(_ whole: Observation) -> Diagnostic? {
    guard let total = whole.bounded, let members = areas.members(of: whole.area) else { return nil }
    let extent = areas.extent(of: members)
    let inside = areas(of: whole.indicator).compactMap { area -> (Set<AreaID>, Observation)? in
      let own = areas.extent(of: areas.members(of: area) ?? [area])
      guard area != whole.area, own.isSubset(of: extent),
        let value = values(whole.indicator, area).first(where: { isBeside($0, whole) })
      else { return nil }
      return (own, value)
    }
    // Of areas in each other the widest counts, so that nothing is added twice.
    var (parts, counted) = ([Observation](), Set<AreaID>())
    for (own, value) in inside.sorted(by: { ($1.0.count, $0.1.row) < ($0.0.count, $1.1.row) })
    where counted.isDisjoint(with: own) {
      parts.append(value)
      counted.formUnion(own)
    }
    let isComplete = members.allSatisfy(counted.contains)
    guard let sum = parts.compactMap(\.value).total,
      differ(sum, of: parts, whole, isComplete: isComplete)
    else { return nil }
    let isOfMembers = parts.allSatisfy { part in
      (areas.members(of: part.area) ?? [part.area]).allSatisfy(members.contains)
    }
    guard isOfMembers else {
      return .areasExceed(
        BoundedNumber(sum, of: parts), total, indicator: indicators[whole.indicator].id,
        area: areas.all[whole.area],
        rows: parts.compactMap { package["observations"]?[$0.row].number }, isSum: true,
        at: place(of: whole))
    }
    return .areasDiffer(
      BoundedNumber(sum, of: parts), total, indicator: indicators[whole.indicator].id,
      area: areas.all[whole.area], reported: members.count(where: counted.contains),
      expected: members.count, at: place(of: whole))
  }

  /// Whether a value counts the same at the time of another one.
  private func isBeside(_ value: Observation, _ whole: Observation) -> Bool {
    let indicator = indicators[whole.indicator]
    return value.rank != .deprecated && value.value != nil
      && value.date?.yearOrSpan == whole.date?.yearOrSpan
      && (whole.date != nil || value.source == whole.source)
      && ValueKind(value, of: indicator) == ValueKind(whole, of: indicator)
  }

  /// A value that is surely not what its numerator and denominator make, or the two figures that it
  /// is the ratio of; one that is given per thousand or the like may be any power of ten of it.
  func ratioDifference(_ observation: Observation) -> Diagnostic? {
    let pair = observation.numerator == nil ? indicators[observation.indicator].ratio : nil
    guard let value = observation.bounded,
      let part = observation.numerator
        ?? pair.flatMap({ exact($0.numerator, beside: observation) }),
      let whole = observation.denominator
        ?? pair.flatMap({ exact($0.denominator, beside: observation) }), !whole.isZero,
      // A count may say of how many it is.
      value.number != part, part <= whole || !indicators[observation.indicator].isShare
    else { return nil }
    let isShare = indicators[observation.indicator].isShare
    let ratio = part.double / whole.double * (isShare ? 100 : 1)
    let powers = isShare ? [1.0] : [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
    guard !powers.contains(where: { value.holds(ratio * $0) }),
      let result = ExactNumber(ratio)?.rounded(toScale: max(2, value.number.trimmed.scale)).trimmed
    else { return nil }
    let figures = pair.map { (indicators[$0.numerator].id, indicators[$0.denominator].id) }
    return .ratioDiffers(
      value, part, of: whole, makes: result, figures: figures, at: place(of: observation))
  }

  /// The exact number of another figure in the area of a value, of the same time and its source
  /// where that gives one, in ones.
  private func exact(_ indicator: IndicatorID, beside value: Observation) -> ExactNumber? {
    let all = values(indicator, value.area).filter { other in
      other.rank != .deprecated && other.bound == .exact && other.name == nil && other.unit == nil
        && value.date != nil && other.date?.yearOrSpan == value.date?.yearOrSpan
    }
    let own = all.first { $0.source == value.source } ?? all.first
    return own?.value?.timesPowerOfTen(indicators[indicator].multiplier)
  }
}
