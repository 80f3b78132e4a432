import SaanText

/// The outlines of places, shaded by class.
struct OutlineMap {
  static func draw(_ chart: Chart, on canvas: inout Canvas) {
    let box = chart.data.outlineBox
    let map = ShadedPlaces(chart)
    let drawable = map.placed.compactMap { place, point in
      PathData(place.outline).map { (place: place, point: point, path: $0) }
    }
    guard !drawable.isEmpty, box.width > 0, box.height > 0 else {
      canvas.drawEmpty()
      return
    }
    let metrics = canvas.metrics
    let isNarrow = metrics.width < 500
    let scale = min(metrics.width / box.width, (isNarrow ? 560 : 640) / box.height)
    let top = canvas.drawUnit(chart)
    canvas.patternScale = scale
    canvas.places(missing: .mapMissing, moved: top, scale: scale) { canvas in
      for (place, point, path) in drawable {
        canvas.link(to: place.href ?? point.href, named: map.name(place, point)) {
          $0.path(
            path.text, $0.bordered(map.paints(point).area),
            fill: map.pattern(point).map { _ in .mapNotApplicable },
            extra: $0.unlessStyled(" stroke-width=\"0.8\" vector-effect=\"non-scaling-stroke\""))
        }
      }
      for (_, point, path) in drawable where point.isHighlighted {
        canvas.path(
          path.text, .place,
          extra: canvas.unlessStyled(
            " stroke-width=\"2.5\" vector-effect=\"non-scaling-stroke\""))
      }
    }
    canvas.height = top + box.height * scale
    var space = LegendSpace(width: metrics.width, top: top, height: box.height * scale)
    if drawable.allSatisfy({ $0.path.bounds != nil }) {
      space.taken = drawable.compactMap(\.path.bounds).map {
        LegendSpace.Box(
          left: $0.left * scale, top: top + $0.top * scale, right: $0.right * scale,
          bottom: top + $0.bottom * scale)
      }
    }
    map.drawLegend(in: space, on: &canvas)
  }
}

/// Path data that holds nothing but commands and numbers.
struct PathData {
  let text: String
  /// What it covers; `nil` where curves leave that open.
  let bounds: LegendSpace.Box?

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "m"),
      bytes.allSatisfy(Self.isAllowed)
    else { return nil }
    self.text = text
    bounds = Self.bounds(of: bytes)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x20, 0x2C, 0x2D, 0x2E, 0x2B, 0x0A: true
    default: "MmLlHhVvZzCcSsQqTtAaEe".utf8.contains(byte)
    }
  }

  /// Follows straight lines, absolute or relative.
  private static func bounds(of bytes: [UInt8]) -> LegendSpace.Box? {
    var walk = PathWalk()
    var digits = ""
    for byte in bytes + [0x20] {
      switch byte {
      case 0x30...0x39, 0x2E: digits.append(Character(UnicodeScalar(byte)))
      case 0x20, 0x2C, 0x2D, 0x0A:
        if let number = Double(digits) { walk.take(number) }
        digits = byte == 0x2D ? "-" : ""
      default:
        if let number = Double(digits) { walk.take(number) }
        digits = ""
        guard walk.begin(byte) else { return nil }
      }
    }
    return walk.box
  }
}

/// A pen that follows the straight lines of path data and remembers how far it came.
private struct PathWalk {
  private var command = UInt8(ascii: "M")
  private var (x, y) = (0.0, 0.0)
  private var (startX, startY) = (0.0, 0.0)
  private var pending: Double?
  private(set) var box: LegendSpace.Box?

  /// Takes a command; false for one that does not draw straight lines.
  mutating func begin(_ byte: UInt8) -> Bool {
    command = byte
    pending = nil
    if byte | 0x20 == UInt8(ascii: "z") { (x, y) = (startX, startY) }
    return "MmLlHhVvZz".utf8.contains(byte)
  }

  mutating func take(_ number: Double) {
    let isRelative = command >= UInt8(ascii: "a")
    switch command | 0x20 {
    case UInt8(ascii: "h"): x = isRelative ? x + number : number
    case UInt8(ascii: "v"): y = isRelative ? y + number : number
    default:
      guard let first = pending else {
        pending = number
        return
      }
      pending = nil
      (x, y) = isRelative ? (x + first, y + number) : (first, number)
      if command | 0x20 == UInt8(ascii: "m") {
        (startX, startY) = (x, y)
        // What follows the first pair of a move is drawn.
        command = isRelative ? UInt8(ascii: "l") : UInt8(ascii: "L")
      }
    }
    let old = box ?? LegendSpace.Box(left: x, top: y, right: x, bottom: y)
    box = LegendSpace.Box(
      left: min(old.left, x), top: min(old.top, y), right: max(old.right, x),
      bottom: max(old.bottom, y))
  }
}

extension Canvas {
  /// The paint with a thin line of the ground around it, unless it has a line of its own.
  ///
  /// The page's style sheet draws that line without being told.
  fileprivate func bordered(_ paint: Paint) -> Paint {
    if !isStandalone || paint == .unmarked || paint.attributes.contains("stroke=") { return paint }
    return Paint(
      "\(paint.name) \(Paint.border.name)", paint.summary,
      "\(paint.attributes) \(Paint.border.attributes)")
  }
}
