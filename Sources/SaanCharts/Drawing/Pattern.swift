import SaanText

/// A filling that tells areas apart without their colours.
///
/// Colour alone says nothing to those who do not see it, or print in black (WCAG 2.2, 1.4.1).
enum Pattern: String, Sendable, CaseIterable, Comparable {
  case missing = "miss"
  case notApplicable = "na"
  /// `missing` in the coordinates of outlines.
  case mapMissing = "map-miss"
  /// `notApplicable` in the coordinates of outlines.
  case mapNotApplicable = "map-na"
  case second = "p2"
  case third = "p3"
  case fourth = "p4"
  case fifth = "p5"
  case sixth = "p6"

  static func < (left: Pattern, right: Pattern) -> Bool { left.rawValue < right.rawValue }

  /// The pattern of the series with the index; the first is plain.
  static func series(_ index: Int) -> Pattern? {
    let all: [Pattern?] = [nil, .second, .third, .fourth, .fifth, .sixth]
    return all[index % all.count]
  }

  /// Whether it stands for no number.
  var isAbsence: Bool {
    switch self {
    case .missing, .notApplicable, .mapMissing, .mapNotApplicable: true
    default: false
    }
  }

  private var isOnMap: Bool { self == .mapMissing || self == .mapNotApplicable }

  static func write(
    _ patterns: Set<Pattern>, chartID: String, scale: Double, into bytes: inout [UInt8]
  ) {
    guard !patterns.isEmpty else { return }
    bytes.append("<defs>")
    for pattern in patterns.sorted() {
      bytes.append("<pattern id=\"")
      bytes.appendEscaped(chartID)
      bytes.append("-")
      bytes.append(text: pattern.rawValue)
      bytes.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
      bytes.append(" patternTransform=\"rotate(")
      bytes.append(text: pattern.rotation)
      if pattern.isOnMap {
        bytes.append(") scale(")
        bytes.append(text: ExactNumber((10_000 / scale).rounded() / 10_000)?.plain ?? "1")
      }
      bytes.append(")\"")
      bytes.append(">")
      bytes.append(text: pattern.content)
      bytes.append("</pattern>")
    }
    bytes.append("</defs>\n")
  }

  private var rotation: String {
    switch self {
    case .missing, .mapMissing, .second: "45"
    case .fifth: "-45"
    default: "0"
    }
  }

  private var content: String {
    let ground = ground
    let base = "<rect width=\"6\" height=\"6\" class=\"\(ground.name)\" \(ground.attributes)/>"
    let over = "class=\"ch-over\" \(Paint.over.attributes) stroke-opacity=\"0.45\""
    return switch self {
    case .missing, .mapMissing:
      base + "<path d=\"M0 0V6\" class=\"ch-hatch\" \(Paint.hatch.attributes) stroke-width=\"2\"/>"
    case .notApplicable, .mapNotApplicable:
      base + "<path d=\"M3 3h0\" class=\"ch-hatch\" \(Paint.hatch.attributes)"
        + " stroke-width=\"2\" stroke-linecap=\"round\"/>"
    case .second, .fifth: base + "<path d=\"M0 0V6\" \(over) stroke-width=\"2\"/>"
    case .third: base + "<path d=\"M3 3h0\" \(over) stroke-width=\"2.6\" stroke-linecap=\"round\"/>"
    case .fourth: base + "<path d=\"M0 3H6\" \(over) stroke-width=\"1.5\"/>"
    case .sixth: base + "<path d=\"M3 0V6M0 3H6\" \(over) stroke-width=\"1.2\"/>"
    }
  }

  private var ground: Paint {
    switch self {
    case .missing, .notApplicable, .mapMissing, .mapNotApplicable: .paper
    case .second: .series(1)
    case .third: .series(2)
    case .fourth: .series(3)
    case .fifth: .series(4)
    case .sixth: .series(5)
    }
  }
}
