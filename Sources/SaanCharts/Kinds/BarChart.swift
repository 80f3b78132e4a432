import SaanText

/// Horizontal bars with a name beside or above each and its value at the end.
///
/// Bars lie, for names are long, and zero is always on the scale, for a bar is read by its length.
/// Where names would take too much of a phone's width they stand above their bars.
struct BarChart {
  let chart: Chart
  private let layout: RowLayout
  private let scale: Scale
  /// The time that most values are of, where not all are of one.
  private let time: CalendarDate?

  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    BarChart(chart, canvas).draw(on: &canvas)
  }

  private init(_ chart: Chart, _ canvas: Canvas) {
    self.chart = chart
    time = chart.data.series.count == 1 ? chart.data.points.mainTime : nil
    let time = time
    layout = RowLayout(labels: chart.data.categories.map { chart.rowLabel($0, time) }, canvas)
    let numbers = chart.data.numbers + chart.data.points.compactMap(\.target)
    func room(where isMeant: (ChartPoint) -> Bool) -> Double {
      let texts = chart.data.points.filter(isMeant).map {
        canvas.valueText($0, unit: chart.data.unit)
      }
      let open = chart.data.points.contains { $0.bound.isOpen } ? Canvas.openEnd : 0
      return (texts.map { canvas.width(of: $0, isBold: true) }.max() ?? -8) + 8 + open
    }
    let negativeRoom = room { $0.value.number?.isNegative == true }
    // The words for what is not a number stand at zero, which negative numbers push to the right.
    let room = max(
      room { $0.value.number?.isNegative == false },
      negativeRoom > 0 ? room { $0.value.number == nil } + 20 : 0)
    scale = Scale(
      numbers, from: layout.plotLeft + negativeRoom,
      to: max(canvas.metrics.width - room, layout.plotLeft + negativeRoom + 40), isRounded: false)
  }

  private func draw(on canvas: inout Canvas) {
    let series = chart.data.series
    var y = canvas.drawUnit(chart)
    if series.count > 1 {
      y += canvas.drawLegend(
        series.enumerated().map { LegendEntry(mark: .area($0), label: $1.label) }, top: y)
    }
    let keyed = series.map(\.pointsByKey)
    let thickness = series.count > 1 ? canvas.metrics.small + 3 : canvas.metrics.bar
    let step = series.count > 1 ? thickness + 3 : thickness
    let top = y
    for category in chart.data.categories {
      let points = keyed.map { $0[category.key] }
      let needed = Double(series.count) * step
      let row = layout.draw(
        category.with { $0.label = chart.rowLabel(category, time) }, at: y, barsHeight: needed,
        on: &canvas)
      if layout.isAbove { drawBase(row.bars, row.bars + needed - (step - thickness), on: &canvas) }
      for (index, point) in points.enumerated() {
        let point = point ?? category.with { $0.value = .missing }
        draw(point, series: index, y: row.bars + Double(index) * step, thickness, on: &canvas)
      }
      canvas.newline()
      y = row.end
    }
    if !layout.isAbove { drawBase(top, y - layout.gap + 2, on: &canvas) }
    canvas.height = y - layout.gap + 6
  }

  /// Draws zero, but not through the names above the bars.
  private func drawBase(_ top: Double, _ bottom: Double, on canvas: inout Canvas) {
    let x = scale.at(0).rounded() + 0.5
    canvas.line(x, top, x, bottom, .axis)
  }

  private func draw(
    _ point: ChartPoint, series: Int, y: Double, _ thickness: Double, on canvas: inout Canvas
  ) {
    let base = scale.at(0)
    let baseline = y + thickness / 2 + canvas.metrics.text * 0.35
    guard let number = point.value.number else {
      canvas.drawAbsence(point, base + 1, y, thickness)
      return
    }
    let end = scale(number)
    let (left, right) = (min(base, end), max(base, end))
    // What is held against nothing has a quiet bar.
    let isQuiet =
      chart.data.points.contains(where: \.isHighlighted) && !point.isHighlighted
      || !point.isOf(time)
    canvas.rect(
      left, y, right - left, thickness,
      isQuiet ? .context : point.bound.isSketched && series == 0 ? .approximate : .series(series),
      fill: isQuiet ? nil : Pattern.series(series))
    let room = canvas.drawOpenEnd(of: point, number.isNegative ? left : right, y, thickness)
    if let target = point.target {
      let x = scale(target)
      canvas.line(x, y - 3, x, y + thickness + 3, .target)
    }
    let text = canvas.valueText(point, unit: chart.data.unit)
    let isLeft = number.isNegative
    let edge = point.target.map { max(scale($0), right) } ?? right
    let gap = 5 + room
    // Only numbers of twenty digits on both sides of zero leave no room.
    let width = canvas.width(of: text, isBold: true)
    canvas.text(
      text, isLeft ? max(left - gap, width) : min(edge + gap, canvas.metrics.width - width),
      baseline,
      point.isHighlighted ? .strong : .value, anchor: isLeft ? .end : .start)
  }
}

extension Chart {
  /// The name beside a row of bars, with what its values are a number of where that is something
  /// of their own, and when its value is of where that is another time than the others'.
  fileprivate func rowLabel(_ category: ChartPoint, _ time: CalendarDate?) -> ChartLabel {
    let date = category.isOf(time) ? nil : category.time.map { text(of: $0) }
    let names =
      [date].compactMap { $0 }
      + data.series.compactMap { series -> String? in
        guard let name = series.points.first(where: { $0.key == category.key })?.name else {
          return nil
        }
        return series.label.text.isEmpty ? name : "\(series.label.text): \(name)"
      }
    guard !names.isEmpty else { return category.label }
    var label = category.label
    label.text += " (\(names.joined(separator: "; ")))"
    return label
  }
}

extension Canvas {
  /// A value's text on its mark, with "more than" and the like where the source says so; with its
  /// unit where it is not the chart's.
  func valueText(_ point: ChartPoint, unit: ChartUnit) -> String {
    switch point.value {
    case .number(let number):
      let shown = point.shownNumber ?? number
      let own = point.unit.map { $0.text(shown, in: language) }
      return words.hedged(own ?? unit.shortText(shown, in: language), point.bound)
    case .missing: return point.absenceText(words)
    case .notApplicable: return words[.notApplicable]
    }
  }

  /// Draws the mark and the words of a value that is not a number.
  mutating func drawAbsence(_ point: ChartPoint, _ x: Double, _ y: Double, _ thickness: Double) {
    let baseline = y + thickness / 2 + metrics.small * 0.35
    switch point.value {
    case .number: break
    case .missing:
      rect(x, y + 0.5, 18, thickness - 1, .missing, fill: .missing)
      text(point.absenceText(words), x + 24, baseline, .remark)
    case .notApplicable:
      line(x + 2, y + thickness / 2, x + 16, y + thickness / 2, .notApplicable)
      text(words[.notApplicable], x + 24, baseline, .remark)
    }
  }
}

/// Rows with names: in a column of their own where they are short, above the bars where they are
/// long.
struct RowLayout {
  let plotLeft: Double
  let gap: Double
  let isAbove: Bool
  private let labelWidth: Double

  init(labels: [ChartLabel], _ canvas: Canvas) {
    let metrics = canvas.metrics
    let widest = labels.map { canvas.width(of: $0.text, isBold: true) }.max() ?? 0
    let limit = metrics.width * (metrics.width < 500 ? 0.32 : 0.36)
    // On a wide drawing a name of two lines stands well beside its bar.
    isAbove = widest > (metrics.width < 500 ? limit : limit * 1.9)
    labelWidth = isAbove ? metrics.width : min(widest, limit) + 1
    plotLeft = isAbove ? 0.5 : labelWidth == 1 ? 0.5 : labelWidth + 8
    gap = isAbove ? metrics.gap + (metrics.width < 500 ? 4 : 2) : metrics.gap
  }

  /// Draws the row's name; answers where its bars begin and where the next row does.
  func draw(
    _ category: ChartPoint, at y: Double, barsHeight: Double, on canvas: inout Canvas
  ) -> (bars: Double, end: Double) {
    let metrics = canvas.metrics
    let isBold = category.isHighlighted
    let paint: Paint = isBold ? .strong : .label
    let lines = canvas.wrapped(category.label.text, labelWidth, isBold: isBold)
    let height = Double(lines.count) * metrics.leading
    if isAbove {
      canvas.text(lines, 0, y + metrics.text, paint, language: category.label.language)
      let bars = y + height + 3
      return (bars, bars + barsHeight + gap)
    }
    let rowHeight = max(height - 2, barsHeight)
    let textTop = y + (rowHeight - height) / 2
    canvas.text(
      lines, plotLeft - 8, textTop + metrics.leading * 0.5 + metrics.text * 0.35, paint,
      anchor: .end, language: category.label.language)
    return (y + (rowHeight - barsHeight) / 2, y + rowHeight + gap)
  }
}
