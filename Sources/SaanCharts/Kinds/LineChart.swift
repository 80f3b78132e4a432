import SaanText

/// Lines over time that break where a value is missing or the way of counting changed.
struct LineChart {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let data = chart.data
    var top = canvas.drawUnit(chart)
    if data.series.count > 1 {
      top += canvas.drawLegend(
        data.series.enumerated().map { LegendEntry(mark: .line($0), label: $1.label) }, top: top)
    }
    top += canvas.metrics.leading
    var area = PlotArea(
      left: 0, right: canvas.metrics.width, top: top,
      bottom: top + canvas.metrics.width * (canvas.metrics.width < 500 ? 0.55 : 0.4))
    let scale = Scale(data.numbers, from: area.bottom, to: area.top, isFitted: data.isFitted)
    area.left = canvas.widthOfTicks(scale, unit: data.unit) + 8
    let lastTexts = data.series.compactMap { series in
      // Of points without dates the last one ends the line.
      series.points.enumerated().filter { $0.element.value.number != nil }.max {
        ($0.element.date?.middle ?? 0, $0.offset) < ($1.element.date?.middle ?? 0, $1.offset)
      }?.element
    }.map { canvas.valueText($0, unit: data.unit) }
    area.right -= (lastTexts.map { canvas.width(of: $0, isBold: true) }.max() ?? 0) + 10
    let times = LineTimes(data, from: area.left + 8, to: area.right - 4)
    canvas.drawValueAxis(scale, area, unit: data.unit)
    times.drawAxis(on: &canvas, area)
    var labels: [EndLabel] = []
    for (index, series) in data.series.enumerated() {
      let line = SeriesLine(series: series, index: index, scale: scale, times: times)
      line.draw(on: &canvas, area: area)
      if let last = line.lastMark {
        labels.append(
          EndLabel(x: last.x + 8, y: last.y, text: canvas.valueText(last.point, unit: data.unit)))
      }
    }
    EndLabel.draw(labels, on: &canvas, area)
    canvas.height = area.bottom + canvas.metrics.small + 14
    drawRemarks(chart, on: &canvas)
  }

  /// Says below the axis what the marks without numbers mean.
  private static func drawRemarks(_ chart: Chart, on canvas: inout Canvas) {
    let points = chart.data.points
    var entries: [LegendEntry] = []
    if points.contains(where: { $0.value == .missing }) {
      entries.append(LegendEntry(mark: .missing, label: ChartLabel(canvas.words[.noData])))
    }
    if points.contains(where: { $0.value == .notApplicable }) {
      entries.append(
        LegendEntry(mark: .notApplicable, label: ChartLabel(canvas.words[.notApplicable])))
    }
    if points.contains(where: \.isBreak) {
      entries.append(
        LegendEntry(mark: .seriesBreak, label: ChartLabel(canvas.words[.seriesBreak])))
    }
    guard !entries.isEmpty else { return }
    canvas.height += canvas.drawLegend(entries, top: canvas.height + 2) - 4
  }
}

/// Where the points of a line chart lie from left to right: by date, or in order without any.
struct LineTimes {
  private let scale: TimeScale?
  private let keys: [String: Double]
  private let labels: [(x: Double, text: String)]

  init(_ data: ChartData, from start: Double, to end: Double) {
    let dates = data.points.compactMap(\.date)
    scale = dates.isEmpty ? nil : TimeScale(dates, from: start, to: end)
    let categories = data.categories
    let step = (end - start) / Double(max(categories.count - 1, 1))
    labels = categories.enumerated().map {
      (categories.count == 1 ? (start + end) / 2 : start + Double($0) * step, $1.label.text)
    }
    keys = Dictionary(
      zip(categories.map(\.key), labels.map(\.x)), uniquingKeysWith: { first, _ in first })
  }

  /// Where the point lies; `nil` for one without a date among others with one.
  func x(of point: ChartPoint) -> Double? {
    guard let scale else { return keys[point.key] }
    return point.date.map(scale.callAsFunction)
  }

  func drawAxis(on canvas: inout Canvas, _ area: PlotArea) {
    if let scale {
      canvas.drawTimeAxis(scale, area)
      return
    }
    var free = 0.0
    for label in labels {
      let half = canvas.width(of: label.text, size: canvas.metrics.small) / 2
      let x = min(max(label.x, half), max(canvas.metrics.width - half, half))
      guard x - half >= free, x + half <= canvas.metrics.width else { continue }
      canvas.text(
        label.text, x, area.bottom + 8 + canvas.metrics.small, .tick, anchor: .middle)
      free = x + half + 8
    }
  }
}

/// One series as a line.
///
/// A missing value ends a run, and so does another way of counting: no line is drawn over what
/// nobody knows.
struct SeriesLine {
  struct Mark {
    let x: Double
    let y: Double
    let point: ChartPoint
  }

  let index: Int
  private let runs: [[Mark]]
  private let placed: [(x: Double, point: ChartPoint)]

  init(series: ChartSeries, index: Int, scale: Scale, times: LineTimes) {
    self.index = index
    placed = series.points.compactMap { point in times.x(of: point).map { ($0, point) } }
      .sorted { $0.0 < $1.0 }
    var runs: [[Mark]] = []
    var run: [Mark] = []
    for (x, point) in placed {
      let isOfOtherSpan = run.last.map { $0.point.date?.months != point.date?.months } ?? false
      if point.value.number == nil || point.isBreak || point.isApart || isOfOtherSpan,
        !run.isEmpty
      {
        runs.append(run)
        run = []
      }
      if let number = point.value.number { run.append(Mark(x: x, y: scale(number), point: point)) }
    }
    if !run.isEmpty { runs.append(run) }
    self.runs = runs
  }

  var lastMark: Mark? { runs.last?.last }

  func draw(on canvas: inout Canvas, area: PlotArea, isQuiet: Bool = false) {
    drawAbsences(on: &canvas, area)
    let isCrowded = placed.count > 24
    for run in runs {
      if run.count > 1 {
        canvas.polyline(run.map { ($0.x, $0.y) }, .stroke(index), dash: Canvas.dash(index))
      }
      for mark in run {
        if mark.point.isBreak {
          canvas.line(mark.x - 5, area.top, mark.x - 5, area.bottom, .breakMark)
        }
        if mark.point.bound != .exact {
          canvas.circle(mark.x, mark.y, 4, .quietRing)
          canvas.drawOpenSide(of: mark.point, mark.x, mark.y, 4)
        } else if !isCrowded || run.count == 1 || mark.point.isHighlighted {
          canvas.drawMarker(index, mark.x, mark.y, isQuiet ? 2.4 : 3.6)
        }
      }
    }
    canvas.newline()
  }

  /// Hatches the time of a missing value at the foot; a dash where the question does not arise.
  private func drawAbsences(on canvas: inout Canvas, _ area: PlotArea) {
    for (x, point) in placed {
      switch point.value {
      case .number: break
      case .missing: canvas.rect(x - 5, area.bottom - 12, 10, 12, .missing, fill: .missing)
      case .notApplicable:
        canvas.line(x - 5, area.bottom - 6, x + 5, area.bottom - 6, .notApplicable)
      }
    }
  }
}

/// The value at the end of a line, moved away from its neighbours.
struct EndLabel {
  var x: Double
  var y: Double
  let text: String

  static func draw(_ labels: [EndLabel], on canvas: inout Canvas, _ area: PlotArea) {
    let leading = canvas.metrics.text * 1.25
    let x = labels.map(\.x).max() ?? 0
    var placed = labels.sorted { $0.y < $1.y }
    for index in placed.indices.dropFirst() {
      placed[index].y = max(placed[index].y, placed[index - 1].y + leading)
    }
    let overflow = (placed.last?.y ?? 0) - area.bottom
    if overflow > 0 {
      var limit = area.bottom
      for index in placed.indices.reversed() {
        placed[index].y = min(placed[index].y, limit)
        limit = placed[index].y - leading
      }
    }
    for label in placed {
      canvas.text(label.text, x, label.y + canvas.metrics.text * 0.35, .strong)
    }
  }
}
