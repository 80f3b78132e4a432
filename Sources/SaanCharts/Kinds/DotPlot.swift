import SaanText

/// Every value of an indicator from every source, over the dates they hold for.
///
/// Each dot has a number that a list below explains; values without a date stand in a lane of their
/// own, and those that give different numbers for one date are ringed.
struct DotPlot {
  struct Dot {
    /// Its place in the list; `nil` in a crowd, where the table must do.
    let number: Int?
    let point: ChartPoint
    var x: Double
    let y: Double
  }

  let chart: Chart
  private let area: PlotArea
  private let scale: Scale
  private let lane: ClosedRange<Double>?
  private let times: TimeScale
  private let ordered: [ChartPoint]
  private let radius: Double
  private let isCrowd: Bool
  /// A list with more entries would be longer than the table it stands for.
  private static let listLimit = 12

  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let top = canvas.drawUnit(chart)
    DotPlot(chart, canvas, top: top).draw(on: &canvas)
  }

  private init(_ chart: Chart, _ canvas: Canvas, top: Double) {
    self.chart = chart
    let metrics = canvas.metrics
    isCrowd = chart.data.points.count > Self.listLimit
    radius = isCrowd ? 5 : metrics.small * 0.8
    let dated = chart.data.points.filter { $0.date != nil }
    let undated = chart.data.points.filter { $0.date == nil }
    ordered =
      dated.sorted { ($0.date?.firstDay.dayNumber ?? 0) < ($1.date?.firstDay.dayNumber ?? 0) }
      + undated
    let bottom = top + radius + metrics.width * (metrics.width < 500 ? 0.5 : 0.36)
    let roof = chart.labelsDots ? metrics.leading : 0
    scale = Scale(
      chart.data.numbers, from: bottom, to: top + radius + 2 + roof, isFitted: chart.data.isFitted)
    let left = canvas.widthOfTicks(scale, unit: chart.data.unit) + 8
    area = PlotArea(left: left, right: metrics.width, top: top, bottom: bottom)
    let hasLane = undated.contains { $0.value.number != nil }
    let laneWidth = max(
      metrics.width * 0.2, canvas.width(of: canvas.words[.noDate], size: metrics.small))
    let laneStart = metrics.width - (dated.isEmpty ? metrics.width - left : laneWidth)
    lane = hasLane ? laneStart...metrics.width : nil
    times = TimeScale(
      dated.compactMap(\.date), from: left + radius + 8,
      to: (hasLane ? laneStart - 8 : metrics.width) - radius - 4)
  }

  private func draw(on canvas: inout Canvas) {
    let metrics = canvas.metrics
    if let lane {
      canvas.rect(
        lane.lowerBound, area.top, lane.upperBound - lane.lowerBound, area.bottom - area.top, .lane)
    }
    canvas.drawValueAxis(scale, area, unit: chart.data.unit)
    if ordered.contains(where: { $0.date != nil }) {
      let right = lane?.lowerBound ?? metrics.width
      var dated = area
      dated.right = right
      canvas.drawTimeAxis(times, dated, limit: lane == nil ? metrics.width : right - 4)
    }
    if let lane {
      canvas.text(
        canvas.words[.noDate], (lane.lowerBound + lane.upperBound) / 2,
        area.bottom + 8 + metrics.small, .tick, anchor: .middle)
    }
    let dots = placedDots()
    if let used = dots.first(where: { $0.point.isPreferred }) {
      canvas.line(area.left, used.y, area.right, used.y, .reference)
    }
    let spreads = drawSpreads(dots, on: &canvas)
    let labels = chart.labelsDots ? labels(of: dots, canvas) : nil
    for dot in dots { draw(dot, isNumbered: labels == nil, on: &canvas) }
    for (dot, label) in zip(dots, labels ?? []) {
      canvas.text(
        label.text, label.x, label.y, dot.point.isPreferred ? .strong : .value, anchor: .middle)
    }
    canvas.newline()
    var y = area.bottom + metrics.small + 24
    if spreads {
      y += canvas.drawLegend(
        [LegendEntry(mark: .spread, label: ChartLabel(canvas.words[.disagree]))], top: y)
    }
    canvas.height = isCrowd || labels != nil ? y : drawList(top: y, on: &canvas)
  }

  /// A value's text beside its dot: the middle of its base line.
  fileprivate struct DotLabel {
    let text: String
    let x: Double
    let y: Double
    let width: Double
  }

  /// The values above or below their dots; `nil` where one of them has no room.
  private func labels(of dots: [Dot], _ canvas: Canvas) -> [DotLabel]? {
    guard !isCrowd else { return nil }
    let (height, reach) = (canvas.metrics.text, radius + 4)
    var labels: [DotLabel] = []
    for dot in dots {
      let text = chart.valueWithUnit(dot.point)
      let width = canvas.width(of: text, isBold: true)
      guard width <= canvas.metrics.width - area.left else { return nil }
      let x = min(max(dot.x, area.left + width / 2), canvas.metrics.width - width / 2)
      let open = dot.point.bound.isOpen ? 6.0 : 0
      let free = [dot.y - reach - open - 2, dot.y + reach + open + height].first { y in
        let label = DotLabel(text: text, x: x, y: y, width: width)
        return y < area.bottom && y - height > area.top - 4
          && labels.allSatisfy { !label.touches($0, height) }
          && dots.allSatisfy { $0.isClear(of: label, radius, height) }
      }
      guard let free else { return nil }
      labels.append(DotLabel(text: text, x: x, y: free, width: width))
    }
    return labels
  }

  private func placedDots() -> [Dot] {
    var dots: [Dot] = []
    for (index, point) in ordered.enumerated() {
      guard let number = point.value.number else { continue }
      let y = scale(number)
      let bounds = point.date == nil ? lane ?? area.left...area.right : area.left...area.right
      let home = point.date.map(times.callAsFunction) ?? (bounds.lowerBound + bounds.upperBound) / 2
      // A dot may move aside, never up or down: the list tells its date.
      let step = radius * 2 + 1
      let x = [0, 1, -1, 2, -2, 3, -3, 4, -4].map { home + Double($0) * step }.first { x in
        bounds.contains(x - radius) && bounds.contains(x + radius)
          && !dots.contains { abs($0.x - x) < step && abs($0.y - y) < step }
      }
      dots.append(
        Dot(number: x == nil || isCrowd ? nil : index + 1, point: point, x: x ?? home, y: y))
    }
    return dots
  }

  /// Rings dots that hold for one date and differ; answers whether there are any.
  private func drawSpreads(_ dots: [Dot], on canvas: inout Canvas) -> Bool {
    var found = false
    for (index, dot) in dots.enumerated() {
      for other in dots[(index + 1)...] where dot.point.disputes(other.point) {
        let reach = radius + 4
        canvas.rect(
          min(dot.x, other.x) - reach, min(dot.y, other.y) - reach,
          abs(dot.x - other.x) + 2 * reach, abs(dot.y - other.y) + 2 * reach, .spread,
          extra: " rx=\"14\"")
        found = true
      }
    }
    return found
  }

  private func draw(_ dot: Dot, isNumbered: Bool, on canvas: inout Canvas) {
    canvas.circle(
      dot.x, dot.y, radius, dot.point.isPreferred ? .ring : .quietRing,
      extra: dot.point.bound.isSketched && !dot.point.isPreferred
        ? " stroke-dasharray=\"3 2\"" : "")
    canvas.drawOpenSide(of: dot.point, dot.x, dot.y, radius)
    guard isNumbered, let number = dot.number else { return }
    canvas.text(
      "\(number)", dot.x, dot.y + canvas.metrics.small * 0.35,
      dot.point.isPreferred ? .onRing : .tick, anchor: .middle, size: canvas.metrics.small)
  }

  /// Lists value, date and source of every dot.
  private func drawList(top: Double, on canvas: inout Canvas) -> Double {
    let metrics = canvas.metrics
    let indent = radius * 2 + 8
    var y = top
    for (index, point) in ordered.enumerated() {
      let middle = y + metrics.leading / 2
      canvas.circle(radius + 1, middle, radius, point.isPreferred ? .ring : .quietRing)
      canvas.text(
        "\(index + 1)", radius + 1, middle + metrics.small * 0.35,
        point.isPreferred ? .onRing : .tick, anchor: .middle, size: metrics.small)
      let date = chart.day(of: point) ?? canvas.words[.noDate]
      let value = chart.valueWithUnit(point)
      canvas.text(value, indent, y + metrics.text * 1.05, .strong)
      y += metrics.leading
      var remark = date
      if point.isPreferred { remark += " · \(canvas.words[.preferred])" }
      if let source = point.source { remark += " · \(source)" }
      let lines = canvas.wrapped(remark, metrics.width - indent, size: metrics.small)
      canvas.text(lines, indent, y + metrics.small, .remark)
      y += Double(lines.count) * metrics.smallLeading + 9
    }
    canvas.newline()
    return y - 4
  }
}

extension DotPlot.DotLabel {
  /// Whether both would be hard to tell apart.
  fileprivate func touches(_ other: Self, _ height: Double) -> Bool {
    abs(x - other.x) < (width + other.width) / 2 + 8 && abs(y - other.y) < height + 4
  }
}

extension DotPlot.Dot {
  /// Whether a label leaves the dot in sight.
  fileprivate func isClear(of label: DotPlot.DotLabel, _ radius: Double, _ height: Double) -> Bool {
    let (middle, half) = (label.y - height / 2, height / 2 + radius)
    return abs(x - label.x) > label.width / 2 + radius || abs(y - middle) > half
  }
}

extension Chart {
  /// The date of a value: short, a year with its era, and as that of publication where it is one.
  func day(of point: ChartPoint) -> String? {
    point.date.map { date in
      let (before, after) = language.words.around(point.dateBasis)
      return before + text(of: date) + after
    }
  }

  /// A date in few words, a year with its era.
  func text(of date: CalendarDate) -> String {
    date.text(date.isOfYears ? .eraYear : .medium, in: language)
  }

  /// The value in full with its unit, or the words for what is not a number.
  func valueWithUnit(_ point: ChartPoint) -> String {
    switch point.value {
    case .number(let number):
      let value = (point.unit ?? data.unit).text(point.shownNumber ?? number, in: language)
      let hedged = language.words.hedged(value, point.bound)
      let remarks = [point.name, point.isProvisional ? language.words[.provisional] : nil]
        .compactMap { $0 }
      return remarks.isEmpty ? hedged : "\(hedged) (\(remarks.joined(separator: "; ")))"
    case .missing: return point.absenceText(language.words)
    case .notApplicable: return language.words[.notApplicable]
    }
  }
}
