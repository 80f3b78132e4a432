import SaanText

extension Bound {
  /// Whether a mark is drawn as a sketch: its end is near the true one, or the furthest it may be.
  var isSketched: Bool { self != .exact && !isOpenAbove }
}

extension Canvas {
  /// How much room an open end takes beyond a bar.
  static let openEnd = 8.0

  /// Draws an arrowhead at the end of a bar whose true value may lie beyond it, or before it;
  /// answers how much room it took.
  mutating func drawOpenEnd(
    of point: ChartPoint, _ x: Double, _ y: Double, _ thickness: Double
  ) -> Double {
    guard point.bound.isOpen else { return 0 }
    let isRight = point.bound.isOpenAbove
    let (tail, tip) = isRight ? (x + 2.5, x + 7) : (x - 2.5, x - 7)
    let (middle, reach) = (y + thickness / 2, min(thickness / 2, 5))
    polyline([(tail, middle - reach), (tip, middle), (tail, middle + reach)], .openEnd, dash: "")
    return isRight != (point.value.number?.isNegative == true) ? Self.openEnd : 0
  }

  /// Draws an arrowhead above or below a dot whose true value may lie there.
  mutating func drawOpenSide(of point: ChartPoint, _ x: Double, _ y: Double, _ radius: Double) {
    guard point.bound.isOpen else { return }
    let up = point.bound.isOpenAbove ? -1.0 : 1.0
    let (tail, tip) = (y + up * (radius + 2), y + up * (radius + 6))
    polyline([(x - 4, tail), (x, tip), (x + 4, tail)], .openEnd, dash: "")
  }
}
