/// A number with what it promises.
public struct BoundedNumber: Sendable, Hashable {
  /// The number that is given.
  public let number: ExactNumber
  /// What it promises.
  public let bound: Bound

  /// Joins both.
  public init(_ number: ExactNumber, _ bound: Bound = .exact) {
    self.number = number
    self.bound = bound
  }

  /// Whether it is surely the smaller one; a number that is given as about counts as it stands.
  public func isSurelyBelow(_ other: BoundedNumber) -> Bool {
    !bound.isOpenAbove && !other.bound.isOpenBelow && number < other.number
  }

  /// Whether both can't be true of one thing; what is given as about never says so, and nearly so
  /// many are surely fewer.
  public func contradicts(_ other: BoundedNumber) -> Bool {
    if bound == .about || other.bound == .about { return false }
    if bound == .nearly || other.bound == .nearly {
      return isBelow(other) || other.isBelow(self)
    }
    if bound.isOpenAbove && other.bound.isOpenAbove { return false }
    if bound == .moreThan || other.bound == .moreThan, number == other.number { return true }
    if bound == .exact, other.bound == .exact { return number != other.number }
    return isSurelyBelow(other) || other.isSurelyBelow(self)
  }

  /// Whether both are the ends of one range: at least 20 and at most 35.
  public func makesRange(with other: BoundedNumber) -> Bool {
    let areEnds =
      bound.isOpenAbove && other.bound.isOpenBelow || bound.isOpenBelow && other.bound.isOpenAbove
    return areEnds && !contradicts(other)
  }

  /// Whether it is nearly so many, and the other one as many or more.
  private func isBelow(_ other: BoundedNumber) -> Bool {
    bound == .nearly && (other.bound == .exact || other.bound.isOpenAbove) && other.number >= number
  }

  /// Whether a number that somebody has counted is too small for it.
  ///
  /// What is given as about or nearly is taken for one that was rounded where its zeros begin.
  public func isMissed(by counted: ExactNumber) -> Bool {
    switch bound {
    case .atMost: false
    case .exact, .atLeast: counted < number
    case .moreThan: counted <= number
    case .about, .nearly:
      counted < number && counted.rounded(toZerosOf: number).map { $0 < number } ?? true
    }
  }

  /// Whether what somebody has worked out is what it promises, but for rounding its last digit.
  public func holds(_ computed: Double) -> Bool {
    let (number, last) = (number.double, number.lastPlace)
    // The zeros at the end of a whole number may have been counted.
    let unit = min(last, 1)
    switch bound {
    case .exact: return abs(computed - number) <= unit
    case .about: return abs(computed - number) <= last
    case .nearly: return computed <= number + unit && computed >= number - last
    case .moreThan, .atLeast: return computed >= number - unit
    case .atMost: return computed <= number + unit
    }
  }

  /// Whether both are further apart than what is given as about or nearly may be off: by more than
  /// one of its last digit before the zeros.
  public func isClear(of other: BoundedNumber) -> Bool {
    guard let difference = number.subtracting(other.number) else { return true }
    return [self, other].filter { $0.bound == .about || $0.bound == .nearly }
      .allSatisfy { abs(difference.double) > $0.number.lastPlace }
  }

  /// Whether one of both is surely the larger one, however far what is given as about or nearly may
  /// be off, or both are exact and the same: only these can be put in an order.
  public func hasClearOrder(with other: BoundedNumber) -> Bool {
    guard number != other.number else { return bound == .exact && other.bound == .exact }
    return hasOrder(with: other) && isClear(of: other)
  }

  /// Whether one of both is surely the larger one, or both are the same.
  public func hasOrder(with other: BoundedNumber) -> Bool {
    isSurelyBelow(other) || other.isSurelyBelow(self)
      || (number == other.number && !bound.isOpen && !other.bound.isOpen)
  }
}
