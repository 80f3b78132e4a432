import SaanText

/// The part of a drawing where values stand against a vertical scale.
struct PlotArea: Sendable {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
}

extension Canvas {
  /// The ticks as text: exact, large ones in the language's own words.
  func tickTexts(_ ticks: [ExactNumber], unit: ChartUnit) -> [String] {
    let isLarge = (ticks.map { abs($0.double) }.max() ?? 0) >= 100_000
    return ticks.map { tick in
      let text =
        isLarge && !tick.isZero
        ? tick.compactText(in: language, decimals: 6) : tick.trimmed.text()
      return unit == .percent ? text + "%" : text
    }
  }

  /// How much room the ticks' text takes.
  func widthOfTicks(_ scale: Scale, unit: ChartUnit) -> Double {
    tickTexts(scale.ticks, unit: unit).map { width(of: $0, size: metrics.small) }.max() ?? 0
  }

  /// Draws grid lines with their values to the left, zero as a base line.
  mutating func drawValueAxis(_ scale: Scale, _ area: PlotArea, unit: ChartUnit) {
    let texts = tickTexts(scale.ticks, unit: unit)
    for (tick, text) in zip(scale.ticks, texts) {
      let y = scale(tick).rounded() + 0.5
      line(area.left, y, area.right, y, tick.isZero ? .axis : .grid)
      self.text(text, area.left - 6, y + metrics.small * 0.35, .tick, anchor: .end)
    }
    newline()
  }

  /// Draws dates below the area.
  mutating func drawTimeAxis(_ scale: TimeScale, _ area: PlotArea, limit: Double? = nil) {
    var free = 0.0
    let limit = limit ?? metrics.width
    for tick in scale.ticks(in: language, size: metrics.small) {
      let half = width(of: tick.text, size: metrics.small) / 2
      let x = min(max(tick.x, half), limit - half)
      guard x - half >= free else { continue }
      line(tick.x, area.bottom + 1, tick.x, area.bottom + 5, .axis)
      text(tick.text, x, area.bottom + 8 + metrics.small, .tick, anchor: .middle)
      free = x + half + 6
    }
    newline()
  }

  /// Draws what the values count, at the top left; answers the height it took.
  mutating func drawUnit(_ chart: Chart) -> Double {
    let heading = chart.text.valueHeading ?? chart.data.unit.heading(in: language)
    guard !heading.isEmpty, chart.text.valueHeading != nil || chart.data.unit != .percent else {
      return 0
    }
    let lines = wrapped(heading, metrics.width, size: metrics.small, limit: 2)
    text(lines, 0, metrics.small * 1.1, .tick)
    newline()
    return Double(lines.count) * metrics.smallLeading + 6
  }
}
