import SaanText

/// Values that count the same at the same time, as far as they make one number together.
///
/// Some lead apart: of "more than 2,000" and "at most 300" nobody knows the sum, nor whether "at
/// most 9" is more than 5. What is sure of the others is told without them.
struct Addends {
  private let values: [(position: Int, value: Observation)]
  private let indicator: Indicator

  init(_ values: [(position: Int, value: Observation)], _ indicator: Indicator) {
    self.values = values
    self.indicator = indicator
  }

  var count: Int { values.count }
  /// Where they stand among the observations.
  var positions: [Int] { values.map(\.position) }

  private var parts: [Observation] { values.map(\.value) }

  /// Those that make a number: all, or those alone that say at least so much.
  ///
  /// - Parameter isWhole: whether no other is missing.
  func fitting(isWhole: Bool) -> Addends {
    guard indicator.aggregation == .sum, total(isWhole: isWhole) == nil else { return self }
    return Addends(
      values.filter { $0.value.bound == .exact || $0.value.bound.isOpenAbove }, indicator)
  }

  /// The positions of those that don't fit to the others; all where none do.
  func misfits(isWhole: Bool) -> [Int] {
    let fitting = fitting(isWhole: isWhole)
    let isNumber = fitting.total(isWhole: isWhole && fitting.count == count) != nil
    let kept = isNumber ? Set(fitting.positions) : []
    return positions.filter { !kept.contains($0) }
  }

  /// What they come to, and what that promises; a sum of some areas only is told beside it.
  ///
  /// - Returns: `nil` where nothing is sure of it.
  func total(isWhole: Bool) -> BoundedNumber? {
    let bound = Bound.sum(of: parts.map(\.bound))
    switch indicator.aggregation {
    case .none: return nil
    case .max: return largest(isWhole: isWhole)
    case .sum:
      guard let sum = parts.compactMap(\.value).total else { return nil }
      // What is missing may make it smaller as well.
      let isSure = isWhole || bound == .exact
      let told = parts.contains(where: \.mayBeNegative) ? nil : bound?.withMissingParts
      return (isSure ? bound : told).map { BoundedNumber(sum, $0) }
    case .weighted:
      guard let bound, let top = parts.compactMap(\.numerator).total,
        let bottom = parts.compactMap(\.denominator).total, !bottom.isZero
      else { return nil }
      let mean =
        indicator.isShare
        ? top.percent(of: bottom, decimals: 2) : top.divided(by: bottom)
      return mean.map { BoundedNumber($0, bound) }
    }
  }

  /// The largest of them, as far as the others are surely no larger.
  private func largest(isWhole: Bool) -> BoundedNumber? {
    let all = parts.compactMap(\.bounded)
    let known = all.filter { $0.bound != .atMost }
    guard let top = known.max(by: { $0.number < $1.number }) else {
      return isWhole ? all.max { $0.number < $1.number } : nil
    }
    let isLargest = all.allSatisfy { other in
      other == top
        || !other.bound.isOpenAbove && other.number <= top.number && top.isClear(of: other)
    }
    if isLargest, isWhole || top.bound != .nearly { return top }
    // Then it is known of some alone that there is one as large.
    let sure = known.filter { $0.bound == .exact || $0.bound.isOpenAbove }
    guard let most = sure.map(\.number).max() else { return nil }
    let isMore = sure.contains { $0.number == most && $0.bound == .moreThan }
    return BoundedNumber(most, isMore ? .moreThan : .atLeast)
  }
}

extension Observation {
  /// Whether it is below zero, so that others of its kind may be.
  var mayBeNegative: Bool { value?.isNegative ?? false }
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
