import SaanText

/// A small line for each series, all on one scale.
///
/// Values and dates have the same scales in every panel, so that panels can be held against each
/// other by eye. Each names its last value, and so needs no axis.
struct SmallMultiples {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let metrics = canvas.metrics
    let data = chart.data
    let columns = metrics.width < 500 ? 2 : 4
    let gutter = 20.0
    let width = (metrics.width - gutter * Double(columns - 1)) / Double(columns)
    var y = canvas.drawUnit(chart)
    let titles = data.series.map { canvas.wrapped($0.label.text, width, isBold: true, limit: 2) }
    for start in stride(from: 0, to: data.series.count, by: columns) {
      let row = start..<min(start + columns, data.series.count)
      let titleHeight = Double(titles[row].map(\.count).max() ?? 1) * metrics.leading
      let top = y + titleHeight + metrics.smallLeading + 4
      let bottom = top + width * 0.5
      for index in row {
        let left = Double(index - start) * (width + gutter)
        // Titles stand on the panel, whatever their neighbours' height.
        let titleTop = y + titleHeight - Double(titles[index].count) * metrics.leading
        canvas.text(
          titles[index], left, titleTop + metrics.text, .strong,
          language: data.series[index].label.language)
        let area = PlotArea(left: left, right: left + width, top: top, bottom: bottom)
        draw(data.series[index], data, area, on: &canvas)
      }
      y = bottom + metrics.small + 26
    }
    canvas.height = y - 10
  }

  private static func draw(
    _ series: ChartSeries, _ data: ChartData, _ area: PlotArea, on canvas: inout Canvas
  ) {
    let size = canvas.metrics.small
    let scale = Scale(data.numbers, from: area.bottom, to: area.top, isFitted: data.isFitted)
    let times = LineTimes(data, from: area.left + 5, to: area.right - 5)
    canvas.line(area.left, area.bottom + 0.5, area.right, area.bottom + 0.5, .axis)
    let line = SeriesLine(series: series, index: 0, scale: scale, times: times)
    line.draw(on: &canvas, area: area, isQuiet: true)
    if let last = line.lastMark {
      let text = canvas.valueText(last.point, unit: data.unit)
      let half = canvas.width(of: text, size: size) / 2
      let x = min(max(last.x, area.left + half), area.right - half)
      canvas.text(text, x, last.y - 7, .value, anchor: .middle, size: size)
    } else {
      canvas.text(
        canvas.words[.noData], (area.left + area.right) / 2, (area.top + area.bottom) / 2, .remark,
        anchor: .middle)
    }
    drawEnds(data, area, on: &canvas)
    canvas.newline()
  }

  /// Writes the first and the last date below the panel.
  private static func drawEnds(_ data: ChartData, _ area: PlotArea, on canvas: inout Canvas) {
    let dates = data.points.compactMap(\.date)
    let labels: [String]
    if let first = dates.min(), let last = dates.max() {
      labels = [first, last].map { $0.text(.year, in: canvas.language) }
    } else {
      labels = [data.categories.first, data.categories.last].compactMap { $0?.label.text }
    }
    guard let first = labels.first, let last = labels.last else { return }
    let size = canvas.metrics.small
    let y = area.bottom + 6 + size
    let room = area.right - area.left
    guard canvas.width(of: first, size: size) <= room else { return }
    canvas.text(first, area.left, y, .tick)
    guard first != last,
      canvas.width(of: first, size: size) + canvas.width(of: last, size: size) + 8 <= room
    else { return }
    canvas.text(last, area.right, y, .tick, anchor: .end)
  }
}
