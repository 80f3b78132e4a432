import SaanText

/// Bars whose parts are the series; a single bar lists its parts with their shares.
///
/// Numbers are written into a part only where they fit. A share is said only of a total that is
/// exact and has no part below zero: of anything else the percentage would be wrong.
struct StackedBars {
  let chart: Chart
  private let layout: RowLayout
  private let scale: Scale
  private let isSingle: Bool

  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    StackedBars(chart, canvas).draw(on: &canvas)
  }

  private init(_ chart: Chart, _ canvas: Canvas) {
    self.chart = chart
    let categories = chart.data.categories
    isSingle = categories.count == 1
    let labels = categories.map(\.label)
    layout = RowLayout(labels: isSingle ? [] : labels, canvas)
    let sums = categories.map { Stack(chart.data, key: $0.key) }
    let room =
      isSingle
      ? 1
      : (sums.map { canvas.width(of: $0.totalText(chart.data.unit, canvas), isBold: true) }.max()
        ?? 0)
        + 10
    let hasNegative = sums.contains { $0.low < 0 }
    scale = Scale(
      values: sums.flatMap { [$0.low, $0.high] }, from: layout.plotLeft + (hasNegative ? 4 : 0),
      to: max(canvas.metrics.width - room, layout.plotLeft + 60), isRounded: false)
  }

  private func draw(on canvas: inout Canvas) {
    var y = canvas.drawUnit(chart)
    let thickness = canvas.metrics.bar * (isSingle ? 2.4 : 1.5)
    if !isSingle {
      y += canvas.drawLegend(
        chart.data.series.enumerated().map { LegendEntry(mark: .area($0), label: $1.label) }, top: y
      )
    }
    let top = y
    for category in chart.data.categories {
      let stack = Stack(chart.data, key: category.key)
      let row =
        isSingle
        ? (bars: y, end: y + thickness + 14)
        : layout.draw(category, at: y, barsHeight: thickness, on: &canvas)
      draw(stack, y: row.bars, thickness, on: &canvas)
      y = row.end
    }
    if isSingle {
      y = drawParts(top: y, on: &canvas)
      canvas.height = y + 4
    } else {
      if !layout.isAbove {
        let base = scale.at(0).rounded() + 0.5
        canvas.line(base, top, base, y - layout.gap + 2, .axis)
      }
      canvas.height = y - layout.gap + 6
    }
  }

  private func draw(_ stack: Stack, y: Double, _ thickness: Double, on canvas: inout Canvas) {
    for part in stack.parts where part.to != part.from {
      let (left, right) = (scale.at(min(part.from, part.to)), scale.at(max(part.from, part.to)))
      // The gap between parts must not eat up a thin one.
      let inset = right - left > 3 ? 0.75 : 0
      canvas.rect(
        left + inset, y, right - left - 2 * inset, thickness, .series(part.series),
        fill: Pattern.series(part.series))
      guard !isSingle, let number = part.point.shownNumber else { continue }
      let text = canvas.words.hedged(
        chart.data.unit.shortText(number, in: canvas.language), part.point.bound)
      guard canvas.width(of: text, size: canvas.metrics.small) + 10 < right - left else { continue }
      canvas.text(
        text, (left + right) / 2, y + thickness / 2 + canvas.metrics.small * 0.36,
        Paint.onSeries[part.series % Paint.onSeries.count], anchor: .middle,
        size: canvas.metrics.small)
    }
    var x = scale.at(max(stack.high, 0))
    guard !isSingle else { return }
    if stack.hasMissing {
      canvas.rect(x + 2, y + 0.5, 8, thickness - 1, .missing, fill: .missing)
      x += 10
    }
    canvas.text(
      stack.totalText(chart.data.unit, canvas), x + 5,
      y + thickness / 2 + canvas.metrics.text * 0.35, stack.total == nil ? .remark : .strong)
    canvas.newline()
  }

  /// Lists the parts of the only bar: name, value, share.
  private func drawParts(top: Double, on canvas: inout Canvas) -> Double {
    guard let category = chart.data.categories.first else { return top }
    let stack = Stack(chart.data, key: category.key)
    let metrics = canvas.metrics
    var y = top
    for part in stack.parts {
      var text = canvas.valueText(part.point, unit: chart.data.unit)
      if let number = part.point.value.number, let total = stack.total, stack.low >= 0,
        stack.hasShares, let share = number.shareText(of: total, stack.bound)
      {
        text += " (\(canvas.words.hedged(share, stack.bound)))"
      }
      let room = canvas.width(of: text, isBold: true) + 12
      let swatch = metrics.small + 4
      var label = chart.data.series[part.series].label
      if label.text.isEmpty { label = part.point.label }
      let name = part.point.name.map { "\(label.text) (\($0))" } ?? label.text
      let lines = canvas.wrapped(name, metrics.width - room - swatch - 8)
      let mark: LegendEntry.Mark =
        switch part.point.value {
        case .number: .area(part.series)
        case .missing: .missing
        case .notApplicable: .notApplicable
        }
      canvas.drawSwatch(mark, 0, y + metrics.leading / 2, swatch)
      canvas.text(lines, swatch + 8, y + metrics.text * 1.05, .label, language: label.language)
      canvas.text(
        text, metrics.width, y + metrics.text * 1.05,
        part.point.value.number == nil ? .remark : .strong, anchor: .end)
      y += Double(max(lines.count, 1)) * metrics.leading + 5
      canvas.line(0, y - 1.5, metrics.width, y - 1.5, .grid)
      y += 4
    }
    drawTotal(canvas.words[.total], stack.totalText(chart.data.unit, canvas), &y, on: &canvas)
    guard let printed = chart.data.printedTotal, let difference = stack.difference(from: printed)
    else { return y }
    let unit = chart.data.unit
    let total = canvas.words.hedged(
      unit.shortText(printed.number, in: canvas.language), printed.bound)
    drawTotal(canvas.words[.printedTotal], total, &y, on: &canvas)
    let missed = canvas.words.hedged(
      unit.shortText(difference.number, in: canvas.language), difference.bound)
    drawTotal(canvas.words[.difference], missed, &y, on: &canvas)
    return y
  }

  /// Writes a line below the parts.
  private func drawTotal(
    _ label: String, _ text: String, _ y: inout Double, on canvas: inout Canvas
  ) {
    let metrics = canvas.metrics
    canvas.text(label, 0, y + metrics.text, .label)
    canvas.text(text, metrics.width, y + metrics.text, .strong, anchor: .end)
    y += metrics.leading
  }
}

/// The parts of one bar, laid end to end.
///
/// What is below zero lies to the left of it and all else to the right, so that no part covers
/// another. Where no part is known there is no total, which is not the same as zero.
struct Stack {
  struct Part {
    let point: ChartPoint
    let series: Int
    let from: Double
    let to: Double
  }

  let parts: [Part]
  let low: Double
  let high: Double
  /// The sum; `nil` where no part is known, it is too large, or what the parts promise and count,
  /// or the dates they hold for, make no number that is surely theirs.
  let total: ExactNumber?
  let hasMissing: Bool
  /// What the sum promises.
  let bound: Bound

  init(_ data: ChartData, key: String) {
    var parts: [Part] = []
    var (low, high) = (0.0, 0.0)
    var total: ExactNumber?
    for (index, series) in data.series.enumerated() {
      let point =
        series.points.first { $0.key == key } ?? ChartPoint(ChartLabel(key), .missing, key: key)
      let value = point.value.number?.double ?? 0
      let from = value < 0 ? low : high
      parts.append(Part(point: point, series: index, from: from, to: from + value))
      if value < 0 { low += value } else { high += value }
      if let number = point.value.number { total = (total ?? .zero).adding(number) }
    }
    self.parts = parts
    self.low = low
    self.high = high
    hasMissing = parts.contains { $0.point.value == .missing }
    let known = parts.map(\.point).filter { $0.value.number != nil }
    // Of unlike units the author has said what all of them count.
    let isMixed = Set(known.map(\.name)).count > 1 || !known.areOfOneDate
    let sum = isMixed ? nil : Bound.sum(of: known.map(\.bound))
    let bound = hasMissing ? sum?.withMissingParts : sum
    self.bound = bound ?? .about
    self.total = bound == nil ? nil : total
  }

  /// Whether parts can be told as shares: not of a whole that may be any larger or smaller one.
  var hasShares: Bool { !hasMissing && !bound.isOpen }

  /// The sum as readers see it: with as many decimals as the parts have, where these are rounded.
  var shownTotal: ExactNumber? {
    let points = parts.map(\.point)
    guard points.contains(where: { $0.rounded != nil }) else { return total }
    let scale = points.compactMap(\.shownNumber?.scale).max() ?? 0
    return total.map { $0.scale > scale ? $0.rounded(toScale: scale) : $0 }
  }

  /// How far the sum is from a total that a source prints, where the two can't both be true.
  func difference(from printed: BoundedNumber) -> BoundedNumber? {
    guard let total, !hasMissing, BoundedNumber(total, bound).contradicts(printed),
      let difference = total.subtracting(printed.number), !difference.isZero
    else { return nil }
    let (more, less) = difference.isNegative ? (printed.bound, bound) : (bound, printed.bound)
    guard let size = difference.isNegative ? difference.negated : difference else { return nil }
    return BoundedNumber(size, more.plus(less.turned) ?? .about)
  }

  func totalText(_ unit: ChartUnit, _ canvas: Canvas) -> String {
    guard let total = shownTotal else {
      return canvas.words[parts.contains { $0.point.value.number != nil } ? .noTotal : .noData]
    }
    return canvas.words.hedged(unit.shortText(total, in: canvas.language), bound)
  }
}
