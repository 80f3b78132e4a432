import SaanText

/// One entry of a legend.
struct LegendEntry: Sendable {
  /// What stands before the words.
  enum Mark: Sendable, Equatable {
    case area(Int)
    case line(Int)
    case paint(Paint)
    case missing
    case notApplicable
    case seriesBreak
    case spread
    case naTile
  }

  let mark: Mark
  let label: ChartLabel
}

extension Canvas {
  /// Draws the entries in rows from the top; answers the height they took.
  mutating func drawLegend(_ entries: [LegendEntry], top: Double) -> Double {
    guard !entries.isEmpty else { return 0 }
    let (swatch, gap) = (metrics.small + 4, 16.0)
    var (x, y) = (0.0, top)
    for entry in entries {
      let lines = wrapped(entry.label.text, metrics.width - swatch - 6, size: metrics.small)
      let room = swatch + 6 + (lines.map { width(of: $0, size: metrics.small) }.max() ?? 0)
      if x > 0, x + room > metrics.width {
        x = 0
        y += metrics.smallLeading + 4
      }
      drawSwatch(entry.mark, x, y + metrics.smallLeading / 2, swatch)
      text(
        lines, x + swatch + 6, y + metrics.small * 1.08, .tick,
        language: entry.label.language)
      y += Double(lines.count - 1) * metrics.smallLeading
      x = lines.count > 1 ? metrics.width : x + room + gap
    }
    newline()
    return y + metrics.smallLeading + 10 - top
  }

  /// Draws an entry's mark around the middle line.
  mutating func drawSwatch(_ mark: LegendEntry.Mark, _ x: Double, _ y: Double, _ size: Double) {
    switch mark {
    case .area(let index):
      rect(x, y - size / 2 + 1, size, size - 2, .series(index), fill: Pattern.series(index))
    case .line(let index):
      line(x, y, x + size, y, .stroke(index))
      drawMarker(index, x + size / 2, y, 3.6)
    case .paint(let paint): rect(x, y - size / 2 + 1, size, size - 2, paint)
    case .missing:
      rect(x + 0.5, y - size / 2 + 1.5, size - 1, size - 3, .missing, fill: .missing)
    case .naTile:
      rect(
        x + 0.5, y - size / 2 + 1.5, size - 1, size - 3, .naTile, fill: .notApplicable)
    case .notApplicable: line(x + 2, y, x + size - 2, y, .notApplicable)
    case .spread:
      rect(x + 1, y - size / 2 + 2, size - 2, size - 4, .spread, extra: " rx=\"6\"")
    case .seriesBreak: line(x + size / 2, y - size / 2, x + size / 2, y + size / 2, .breakMark)
    }
  }

  /// Draws the sign of a series: a disc, a square, a triangle, a diamond.
  mutating func drawMarker(_ index: Int, _ x: Double, _ y: Double, _ radius: Double) {
    let paint = Paint.series(index)
    switch index % 4 {
    case 0: circle(x, y, radius, paint)
    case 1: rect(x - radius + 0.4, y - radius + 0.4, radius * 2 - 0.8, radius * 2 - 0.8, paint)
    case 2:
      polygon([(x, y - radius - 0.6), (x + radius, y + radius), (x - radius, y + radius)], paint)
    default:
      let reach = radius + 0.8
      polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], paint)
    }
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], _ paint: Paint) {
    var data = [UInt8]()
    for (index, point) in points.enumerated() {
      data.append(index == 0 ? "M" : "L")
      data.append(tenths: point.x)
      data.append(" ")
      data.append(tenths: point.y)
    }
    data.append("z")
    path(String(decoding: data, as: UTF8.self), paint)
  }

  /// How the line of the series is dashed, so that lines differ without colour.
  static func dash(_ index: Int) -> StaticString {
    switch index % 6 {
    case 0: ""
    case 1: "7 4"
    case 2: "2 4"
    case 3: "10 3 2 3"
    case 4: "4 3"
    default: "1 3"
    }
  }
}
