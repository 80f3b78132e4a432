import SaanText

/// How far the way to each target has been gone.
struct ProgressChart {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    var y = canvas.drawUnit(chart)
    for point in chart.data.points {
      if !point.label.text.isEmpty {
        let lines = canvas.wrapped(point.label.text, metrics.width)
        canvas.text(lines, 0, y + metrics.text, .label, language: point.label.language)
        y += Double(lines.count) * metrics.leading + 4
      }
      draw(point, y: y, chart, on: &canvas)
      y += metrics.bar + 4
      y += drawWords(point, y: y, chart, on: &canvas) + 16
      canvas.newline()
    }
    canvas.height = max(y - 10, 1)
  }

  private static func draw(
    _ point: ChartPoint, y: Double, _ chart: Chart, on canvas: inout Canvas
  ) {
    let metrics = canvas.metrics
    let numbers = [point.value.number, point.target].compactMap { $0 }
    let scale = Scale(numbers, from: 0, to: metrics.width - 1.5, isRounded: false)
    let end = point.target.map(scale.callAsFunction) ?? metrics.width
    canvas.rect(0, y, end, metrics.bar, .track)
    switch point.value {
    case .number(let number):
      let (zero, x) = (scale.at(0), scale(number))
      canvas.rect(
        min(zero, x), y, abs(x - zero), metrics.bar,
        point.bound.isSketched ? .approximate : .series(0))
      _ = canvas.drawOpenEnd(of: point, max(zero, x), y, metrics.bar)
    case .missing: canvas.rect(0.5, y + 0.5, end - 1, metrics.bar - 1, .missing, fill: .missing)
    case .notApplicable:
      canvas.line(4, y + metrics.bar / 2, 18, y + metrics.bar / 2, .notApplicable)
    }
    if point.target != nil { canvas.line(end, y - 3, end, y + metrics.bar + 3, .target) }
  }

  /// Writes value and share at the start and the target at the end; answers the height it took.
  private static func drawWords(
    _ point: ChartPoint, y: Double, _ chart: Chart, on canvas: inout Canvas
  ) -> Double {
    let metrics = canvas.metrics
    var value = canvas.valueText(point, unit: chart.data.unit)
    if let share = point.share(in: canvas.words) { value += " (\(share))" }
    canvas.text(value, 0, y + metrics.text, point.value.number == nil ? .remark : .strong)
    guard let target = point.target else { return metrics.leading }
    let aim = canvas.words.hedged(
      chart.data.unit.shortText(target, in: canvas.language), point.targetBound)
    let text = "\(canvas.words[.target]) \(aim)"
    let fits =
      canvas.width(of: value, isBold: true) + canvas.width(of: text, size: metrics.small) + 12
      <= metrics.width
    let base = y + metrics.text + (fits ? 0 : metrics.leading)
    canvas.text(text, metrics.width, base, .tick, anchor: .end)
    return fits ? metrics.leading : metrics.leading * 2
  }
}
