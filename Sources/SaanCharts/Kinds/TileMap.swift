import SaanText

/// A tile of equal size for each place, shaded by class; a link where there is somewhere to go.
///
/// In outlines the smallest provinces can hardly be seen, let alone hit by a finger; here each
/// counts the same.
struct TileMap {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let places = chart.data.places
    guard !places.isEmpty else {
      canvas.drawEmpty()
      return
    }
    let metrics = canvas.metrics
    let columns = (places.map(\.column).max() ?? 0) + 1
    let rows = (places.map(\.row).max() ?? 0) + 1
    let pitch = min(metrics.width / Double(max(columns, 1)), metrics.width < 500 ? 60 : 46)
    let map = ShadedPlaces(chart)
    let top = canvas.drawUnit(chart)
    canvas.places(missing: .missing, anchor: .middle) { canvas in
      for (place, point) in map.placed {
        let x = Double(place.column) * pitch + 1
        let y = top + Double(place.row) * pitch + 1
        canvas.link(to: place.href ?? point.href, named: map.name(place, point)) {
          drawTile(place, point, x, y, pitch - 2, map, chart, on: &$0)
        }
      }
    }
    canvas.height = top + Double(rows) * pitch
    var space = LegendSpace(width: metrics.width, top: top, height: Double(rows) * pitch)
    space.taken = places.map {
      let (x, y) = (Double($0.column) * pitch, top + Double($0.row) * pitch)
      return LegendSpace.Box(left: x, top: y, right: x + pitch, bottom: y + pitch)
    }
    map.drawLegend(in: space, on: &canvas)
  }

  private static func drawTile(
    _ place: ChartPlace, _ point: ChartPoint, _ x: Double, _ y: Double, _ size: Double,
    _ map: ShadedPlaces, _ chart: Chart, on canvas: inout Canvas
  ) {
    let paints = map.paints(point)
    let pattern = map.pattern(point)
    canvas.square(x + 0.5, y + 0.5, size - 1, paints.area, fill: pattern)
    if point.isHighlighted { canvas.rect(x, y, size, size, .place, extra: " stroke-width=\"3\"") }
    let small = canvas.metrics.small
    let (middle, base) = (x + size / 2, y + size / 2 + small * 0.35)
    guard canvas.width(of: place.abbreviation, size: small) <= size - 2 else { return }
    let value = point.shownNumber.map {
      point.bound.sign + chart.data.unit.shortText($0, in: canvas.language)
    }
    if let value, size > 40, canvas.width(of: value, size: small) <= size - 4 {
      canvas.text(
        place.abbreviation, middle, base - small * 0.62, paints.text, anchor: .middle, size: small)
      canvas.text(value, middle, base + small * 0.72, paints.text, anchor: .middle, size: small)
    } else {
      canvas.text(place.abbreviation, middle, base, paints.text, anchor: .middle, size: small)
    }
  }
}

/// The places of a map with their points and classes.
struct ShadedPlaces {
  let placed: [(place: ChartPlace, point: ChartPoint)]
  private let chart: Chart
  private let classes: MapClasses
  private let comparable: ChartData.OneScale
  private let apart: [ChartPoint]
  /// What those promise that are but one end of what they may be, among others that are not: they
  /// are in no class.
  private let openBounds: [Bound]

  init(_ chart: Chart) {
    self.chart = chart
    let points = ChartSeries("", chart.data.points).pointsByKey
    let placed: [(place: ChartPlace, point: ChartPoint)] = chart.data.places.map { place in
      let point = points[place.key] ?? ChartPoint(ChartLabel(place.name), .missing, key: place.key)
      return (place, point)
    }
    self.placed = placed
    // Neither a value of a place that is not on the map nor one of another kind or time makes a
    // class.
    comparable = chart.data.comparable(placed.map(\.point))
    let isOneBound = Set(comparable.points.map(\.bound)).count < 2
    let open = isOneBound ? [] : comparable.points.filter(\.bound.isOpen)
    apart = comparable.apart + open
    openBounds = Bound.allCases.filter { bound in open.contains { $0.bound == bound } }
    let shaded = comparable.points.filter { !open.contains($0) }
    classes = MapClasses(chart.data.with { $0.series = [ChartSeries("", shaded)] })
  }

  /// `น่าน: 120 แห่ง`, with its time where that is not the others'.
  func name(_ place: ChartPlace, _ point: ChartPoint) -> String {
    let told = "\(place.name): \(chart.valueWithUnit(point))"
    guard comparable.ofOtherTime.contains(point), let time = point.time else { return told }
    return "\(told) (\(chart.text(of: time)))"
  }

  func paints(_ point: ChartPoint) -> (area: Paint, text: Paint) {
    switch state(of: point) {
    case .number(let number): classes.paints(for: number)
    // Letters on hatching need quiet ground.
    case .missing: (.unmarked, .onHatch)
    case .notApplicable: (.naTile, .onHatch)
    }
  }

  /// What the map can show of a value: one that counts something else than the others has no place
  /// among them.
  private func state(of point: ChartPoint) -> ChartValue {
    apart.contains(point) ? .notApplicable : point.value
  }

  /// What an area is filled with, where its class does not say.
  func pattern(_ point: ChartPoint) -> Pattern? {
    switch state(of: point) {
    case .number, .missing: nil
    case .notApplicable: .notApplicable
    }
  }

  /// That some are hatched since their numbers are open, with the words that say so.
  private var openWords: [String] {
    let words = chart.language.words
    let told = openBounds.compactMap { words.qualifier($0) }
    guard !told.isEmpty else { return [] }
    return [words.text(.openValues, ["words": told.joined(separator: ", ")])]
  }

  func drawLegend(in space: LegendSpace, on canvas: inout Canvas) {
    let entries = classes.legend(
      placed.map(\.point), chart.language,
      apart: comparable.reasons(chart.language.words).map(\.words) + openWords)
    let step = canvas.metrics.smallLeading + 4
    let swatch = canvas.metrics.small + 6
    let width =
      (entries.map { canvas.width(of: $0.label.text, size: canvas.metrics.small) }.max() ?? 0)
      + swatch + 8
    let height = Double(entries.count) * step
    guard let corner = space.free(width: width, height: height) else {
      canvas.height += 10
      canvas.height += canvas.drawLegend(entries, top: canvas.height)
      return
    }
    for (index, entry) in entries.enumerated() {
      let y = corner.y + Double(index) * step
      canvas.drawSwatch(entry.mark, corner.x, y + step / 2, swatch)
      canvas.text(
        entry.label.text, corner.x + swatch + 8, y + step / 2 + canvas.metrics.small * 0.35, .tick)
    }
    canvas.height = max(canvas.height, corner.y + height)
  }
}

/// Where on a map a legend covers nothing.
struct LegendSpace {
  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  let width: Double
  let top: Double
  let height: Double
  /// What must not be covered; empty means that it is not known.
  var taken: [Box] = []

  init(width: Double, top: Double, height: Double) {
    self.width = width
    self.top = top
    self.height = height
  }

  /// The left upper corner of a free place, at the right as far down as the map reaches.
  func free(width needed: Double, height neededHeight: Double) -> (x: Double, y: Double)? {
    guard !taken.isEmpty, neededHeight <= height, needed + 12 <= width else { return nil }
    let margin = 10.0
    let right = taken.map(\.right).max() ?? width
    for y in stride(from: top + height - neededHeight, through: top, by: -8) {
      let row = taken.filter { $0.bottom > y - margin && $0.top < y + neededHeight + margin }
      let left = (row.map(\.right).max() ?? 0) + margin
      if left + needed <= width { return (max(left, min(right, width) - needed - margin), y) }
    }
    return nil
  }
}
