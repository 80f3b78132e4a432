/// A decimal number without binary noise: an integer divided by a power of ten.
///
/// It keeps as many decimals as its source wrote, so that 20,413 and 20,413.00 can be told apart
/// where rounding matters; as numbers they are equal.
public struct ExactNumber: Sendable, Hashable, Comparable {
  /// The digits without the decimal point.
  public let mantissa: Int64
  /// How many of the digits stand after the point, 0 to 18.
  public let scale: Int

  /// Makes `mantissa / 10^scale`, unless the scale lies outside 0 to 18.
  public init?(mantissa: Int64, scale: Int) {
    guard (0...Self.maximumScale).contains(scale) else { return nil }
    self.init(mantissa, scale)
  }

  /// Makes a whole number.
  public init(_ value: Int) { self.init(Int64(value), 0) }

  /// Makes the shortest decimal that means the same double; `nil` for infinities, not-a-number
  /// and numbers out of range.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    if double == double.rounded(), abs(double) < 1e15 {
      self.init(Int64(double), 0)
      return
    }
    let parts = double.description.split(separator: "e", maxSplits: 1)
    guard let digits = parts.first, let exponent = parts.count > 1 ? Int(parts[1]) : 0,
      let number = ExactNumber(String(digits))?.trimmed.timesPowerOfTen(exponent)
    else { return nil }
    self = number
  }

  init(_ mantissa: Int64, _ scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Eighteen digits always fit into 64 bits.
  static let maximumScale = 18
  /// Zero.
  public static let zero = ExactNumber(0)

  /// Whether it is zero.
  public var isZero: Bool { mantissa == 0 }
  /// Whether it is less than zero.
  public var isNegative: Bool { mantissa < 0 }
  /// The nearest double.
  public var double: Double { Double(mantissa) / Double(Self.powerOfTen(scale)) }
  /// The number as an integer, when it is one.
  public var int: Int? { trimmed.scale == 0 ? Int(trimmed.mantissa) : nil }
  /// Whether nothing but zeros stands after the point.
  public var isWhole: Bool { trimmed.scale == 0 }

  /// The same number without zeros at the end of its decimals.
  public var trimmed: ExactNumber {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return ExactNumber(mantissa, scale)
  }

  /// Whether both are the same number, however many zeros end their decimals.
  public static func == (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.mantissa == right.mantissa }
    let (a, b) = (left.trimmed, right.trimmed)
    return a.mantissa == b.mantissa && a.scale == b.scale
  }

  /// Feeds what equality looks at to the hasher.
  public func hash(into hasher: inout Hasher) {
    let number = trimmed
    hasher.combine(number.mantissa)
    hasher.combine(number.scale)
  }

  /// Whether the left comes before the right.
  public static func < (left: Self, right: Self) -> Bool {
    if left.scale == right.scale { return left.mantissa < right.mantissa }
    return left.widened(to: right.scale) < right.widened(to: left.scale)
  }

  /// The mantissa at the sum of both scales, in 128 bits: |2^63 × 10^18| fits.
  private func widened(to otherScale: Int) -> Int128 {
    Int128(mantissa) * Int128(Self.powerOfTen(otherScale))
  }

  static func powerOfTen(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }
}

// MARK: - Arithmetic

extension ExactNumber {
  /// The sum, with as many decimals as the more exact of the two; `nil` when it is too large.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    let scale = max(self.scale, other.scale)
    guard let left = mantissa(atScale: scale), let right = other.mantissa(atScale: scale) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactNumber(sum, scale)
  }

  /// The difference; `nil` when it is too large.
  public func subtracting(_ other: ExactNumber) -> ExactNumber? {
    other.negated.flatMap(adding)
  }

  /// The number with the other sign; `nil` for the least of all numbers alone.
  public var negated: ExactNumber? {
    let (result, overflow) = (0 as Int64).subtractingReportingOverflow(mantissa)
    return overflow ? nil : ExactNumber(result, scale)
  }

  /// The number with its point moved: `1.5` times `10^6` is `1500000`; `nil` when it is too large
  /// or too small.
  public func timesPowerOfTen(_ exponent: Int) -> ExactNumber? {
    guard (-40...40).contains(exponent) else { return isZero ? .zero : nil }
    let newScale = scale - exponent
    if newScale >= 0 { return ExactNumber(mantissa: mantissa, scale: newScale) }
    guard newScale >= -Self.maximumScale else { return isZero ? .zero : nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(
      by: Self.powerOfTen(-newScale))
    return overflow ? nil : ExactNumber(product, 0)
  }

  /// The number with at most so many decimals, half rounded away from zero.
  public func rounded(toScale newScale: Int) -> ExactNumber {
    guard newScale < scale, newScale >= 0 else { return self }
    return Self.quotient(
      Int128(mantissa), Int128(Self.powerOfTen(scale - newScale)), scale: newScale) ?? self
  }

  /// The number rounded to where the zeros begin that another one ends in, as 1,990 is to those of
  /// 2,000; `nil` when it is too large.
  func rounded(toZerosOf other: ExactNumber) -> ExactNumber? {
    var (digits, zeros) = (other.mantissa, -other.scale)
    while digits != 0, digits.isMultiple(of: 10) { (digits, zeros) = (digits / 10, zeros + 1) }
    return timesPowerOfTen(-zeros)?.rounded(toScale: 0).timesPowerOfTen(zeros)
  }

  /// What one of the last digit before the zeros is worth: 100 of 7,800, a tenth of 7.8.
  var lastPlace: Double {
    var (digits, place) = (mantissa, 1 / Double(Self.powerOfTen(scale)))
    while digits != 0, digits.isMultiple(of: 10) { (digits, place) = (digits / 10, place * 10) }
    return place
  }

  /// How many per cent of the whole the number is; `nil` when the whole is zero.
  public func percent(of whole: ExactNumber, decimals: Int = 1) -> ExactNumber? {
    guard !whole.isZero, (0...6).contains(decimals) else { return nil }
    let (left, right) = (trimmed, whole.trimmed)
    let factor = Int128(Self.powerOfTen(right.scale)) * Int128(Self.powerOfTen(decimals + 2))
    let (top, overflow) = Int128(left.mantissa).multipliedReportingOverflow(by: factor)
    guard !overflow else {
      return ExactNumber(double / whole.double * 100)?.rounded(toScale: decimals)
    }
    let bottom = Int128(right.mantissa) * Int128(Self.powerOfTen(left.scale))
    return Self.quotient(top, bottom, scale: decimals)
  }

  /// The number divided by another, times a power of ten: with so many decimals or, where that says
  /// little of a small result, with as many more as leave four of its digits.
  ///
  /// - Returns: `nil` when the other one is zero, or the result is too large.
  public func divided(
    by other: ExactNumber, timesPowerOfTen power: Int = 0, decimals: Int = 4
  ) -> ExactNumber? {
    guard !other.isZero else { return nil }
    var result = double / other.double
    for _ in 0..<abs(power) { result = power < 0 ? result / 10 : result * 10 }
    return ExactNumber(ratio: result, decimals: decimals)
  }

  /// Makes the number that a division gives, with as many decimals as `divided(by:)` keeps.
  public init?(ratio: Double, decimals: Int = 4) {
    guard ratio.isFinite else { return nil }
    var (scale, shifted) = (0, ratio)
    while scale < decimals || (shifted != 0 && abs(shifted) < 1_000 && scale < 15) {
      (scale, shifted) = (scale + 1, shifted * 10)
    }
    guard let mantissa = Int64(exactly: shifted.rounded()),
      let number = ExactNumber(mantissa: mantissa, scale: scale)
    else { return nil }
    self = number.trimmed
  }

  private static func quotient(_ top: Int128, _ bottom: Int128, scale: Int) -> ExactNumber? {
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let isUp = remainder.magnitude >= bottom.magnitude - remainder.magnitude
    let isNegative = (top < 0) != (bottom < 0)
    let rounded = isUp ? quotient + (isNegative ? -1 : 1) : quotient
    return Int64(exactly: rounded).map { ExactNumber($0, scale) }
  }

  private func mantissa(atScale newScale: Int) -> Int64? {
    let (result, overflow) = mantissa.multipliedReportingOverflow(
      by: Self.powerOfTen(newScale - scale))
    return overflow ? nil : result
  }
}
