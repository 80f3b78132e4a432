import SaanText

/// One place among all that reported: a dot for each along one scale.
///
/// Dots that would cover each other step aside, so that every place that reported is seen; only
/// those that the page is about have names.
struct StripChart {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    let comparable = chart.data.comparable(chart.data.points)
    let points = comparable.points.sorted {
      ($0.value.number ?? .zero) < ($1.value.number ?? .zero)
    }
    let radius = metrics.width < 500 ? 4.5 : 6
    let scale = Scale(
      points.compactMap(\.value.number), from: radius + 8, to: metrics.width - radius - 12,
      ticks: metrics.width < 500 ? 4 : 6, isRounded: false)
    var y = canvas.drawUnit(chart)
    let swarm = Swarm(points, scale: scale, radius: radius)
    let named = swarm.dots.filter { $0.point.isHighlighted }
    let labelHeight = Double(named.count) * metrics.leading
    let middle = y + labelHeight + 8 + swarm.reach
    let bottom = middle + swarm.reach + 6
    for (index, dot) in named.enumerated() {
      let text = "\(dot.point.label.text) \(canvas.valueText(dot.point, unit: chart.data.unit))"
      let line = canvas.wrapped(text, metrics.width, isBold: true, limit: 1)
      let half = (line.map { canvas.width(of: $0, isBold: true) }.max() ?? 0) / 2
      let x = min(max(dot.x, half), max(metrics.width - half, half))
      let base = y + Double(index) * metrics.leading + metrics.text
      canvas.line(dot.x, base + 5, dot.x, middle + dot.offset - radius, .axis)
      canvas.text(
        line, x, base, .strong, anchor: .middle, language: dot.point.label.language)
    }
    canvas.line(0, bottom, metrics.width, bottom, .axis)
    for dot in swarm.dots where !dot.point.isHighlighted {
      canvas.circle(dot.x, middle + dot.offset, radius - 0.5, .context)
    }
    for dot in named { canvas.circle(dot.x, middle + dot.offset, radius + 1.5, .series(0)) }
    canvas.newline()
    drawTicks(scale, bottom, unit: chart.data.unit, on: &canvas)
    y = bottom + metrics.small + 16
    if let median = median(points), let number = median.value.number {
      let x = scale.at(number.double)
      canvas.line(x, middle - swarm.reach - 4, x, bottom, .median)
      let text = "\(canvas.words[.median]) \(canvas.valueText(median, unit: chart.data.unit))"
      let half = canvas.width(of: text, size: metrics.small) / 2
      canvas.text(
        text, min(max(x, half), metrics.width - half), y + metrics.small, .remark, anchor: .middle)
      y += metrics.smallLeading + 6
    }
    let legend = absences(chart, comparable)
    canvas.height = legend.isEmpty ? y + 4 : y + 4 + canvas.drawLegend(legend, top: y + 4)
  }

  private static func drawTicks(
    _ scale: Scale, _ y: Double, unit: ChartUnit, on canvas: inout Canvas
  ) {
    var free = 0.0
    for (tick, text) in zip(scale.ticks, canvas.tickTexts(scale.ticks, unit: unit)) {
      let half = canvas.width(of: text, size: canvas.metrics.small) / 2
      let x = min(max(scale(tick), half), canvas.metrics.width - half)
      canvas.line(scale(tick), y, scale(tick), y + 4, .axis)
      guard x - half >= free else { continue }
      canvas.text(text, x, y + 6 + canvas.metrics.small, .tick, anchor: .middle)
      free = x + half + 8
    }
    canvas.newline()
  }

  /// The value in the middle, of two the lower; none where an open end leaves it unknown which one
  /// that is: what is but a least may lie above it, what is but a most below.
  private static func median(_ sorted: [ChartPoint]) -> ChartPoint? {
    guard sorted.count > 2 else { return nil }
    let middle = sorted[(sorted.count - 1) / 2]
    guard let number = middle.value.number, !middle.bound.isOpen else { return nil }
    let isKnown = sorted.allSatisfy { point in
      guard let other = point.value.number else { return true }
      return point.bound.isOpenAbove
        ? other >= number : !point.bound.isOpenBelow || other <= number
    }
    return isKnown ? middle : nil
  }

  /// How many did not report, or not what the scale measures.
  private static func absences(
    _ chart: Chart, _ comparable: ChartData.OneScale
  ) -> [LegendEntry] {
    let (points, words) = (chart.data.points, chart.language.words)
    let states: [(Int, LegendEntry.Mark, String)] =
      points.absences(words).map { ($0.count, .missing, $0.words) }
      + [(points.count { $0.value == .notApplicable }, .notApplicable, words[.notApplicable])]
      + comparable.reasons(words).map { ($0.count, .notApplicable, $0.words) }
    return states.compactMap { count, mark, words in
      guard count > 0 else { return nil }
      let items = chart.data.items.text(ExactNumber(count), in: chart.language)
      return LegendEntry(mark: mark, label: ChartLabel("\(words): \(items)"))
    }
  }
}

/// Dots that stand where their value is and step aside from each other.
struct Swarm {
  struct Dot {
    let point: ChartPoint
    let x: Double
    let offset: Double
  }

  let dots: [Dot]
  let reach: Double

  init(_ sorted: [ChartPoint], scale: Scale, radius: Double) {
    var dots: [Dot] = []
    let step = radius * 2 + 0.5
    for point in sorted {
      guard let number = point.value.number else { continue }
      let x = scale(number)
      let near = dots.suffix(120).filter { x - $0.x < step }
      let offset =
        Self.levels.map { Double($0) * step }.first { level in
          !near.contains { dot in
            let (across, down) = (x - dot.x, level - dot.offset)
            return across * across + down * down < step * step - 0.01
          }
        } ?? 0
      dots.append(Dot(point: point, x: x, offset: offset))
    }
    self.dots = dots
    reach = (dots.map { abs($0.offset) }.max() ?? 0) + radius + 2
  }

  /// How far dots step aside, in turn to both sides: 0, -1, 1, -2, 2 and so on.
  private static let levels = [0] + (1...30).flatMap { [-$0, $0] }
}
