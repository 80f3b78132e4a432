import SaanText

/// The way from numbers to a stretch of the drawing, with ticks at 1, 2 or 5 times a power of ten.
struct Scale: Sendable {
  let low: Double
  let high: Double
  let start: Double
  let end: Double
  let ticks: [ExactNumber]

  /// A scale that holds all numbers, and zero unless it is fitted.
  init(
    _ numbers: [ExactNumber], from start: Double, to end: Double, ticks count: Int = 4,
    isFitted: Bool = false, isRounded: Bool = true
  ) {
    self.init(
      values: numbers.map(\.double), from: start, to: end, ticks: count, isFitted: isFitted,
      isRounded: isRounded)
  }

  /// A scale that holds all values, and zero unless it is fitted.
  init(
    values: [Double], from start: Double, to end: Double, ticks count: Int = 4,
    isFitted: Bool = false, isRounded: Bool = true
  ) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if !isFitted {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high {
      let margin = low == 0 ? 1 : abs(low) * 0.5
      if isFitted { low -= margin }
      high += margin
    }
    let step = Step(spanning: high - low, count: count)
    if isRounded {
      low = (low / step.double).rounded(.down) * step.double
      high = (high / step.double).rounded(.up) * step.double
    }
    self.low = low
    self.high = high
    self.start = start
    self.end = end
    ticks = step.multiples(from: low, to: high)
  }

  /// Where the number lies.
  func callAsFunction(_ number: ExactNumber) -> Double { at(number.double) }

  func at(_ value: Double) -> Double { start + (value - low) / (high - low) * (end - start) }

  /// The same scale over another stretch.
  init(_ other: Scale, from start: Double, to end: Double) {
    low = other.low
    high = other.high
    ticks = other.ticks
    self.start = start
    self.end = end
  }
}

/// The distance of ticks.
private struct Step {
  let digit: Int
  let exponent: Int

  init(spanning span: Double, count: Int) {
    let rough = span / Double(max(count, 1))
    var exponent = 0
    var size = rough.isFinite && rough > 0 ? rough : 1
    while size >= 10, exponent < 18 {
      size /= 10
      exponent += 1
    }
    while size < 1, exponent > -18 {
      size *= 10
      exponent -= 1
    }
    let digit = size <= 1 ? 1 : size <= 2 ? 2 : size <= 5 ? 5 : 10
    self.digit = digit == 10 ? 1 : digit
    self.exponent = digit == 10 ? exponent + 1 : exponent
  }

  var double: Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? Double(digit) / power : Double(digit) * power
  }

  /// The multiples between two ends: none where there would be fifty, or numbers that a double does
  /// not tell apart.
  func multiples(from low: Double, to high: Double) -> [ExactNumber] {
    let first = (low / double - 1e-9).rounded(.up)
    let last = (high / double + 1e-9).rounded(.down)
    guard first <= last, last - first < 50, abs(first) < 1e15 else { return [] }
    return (Int(first)...Int(last)).compactMap {
      ExactNumber($0 * digit).timesPowerOfTen(exponent)
    }
  }
}
