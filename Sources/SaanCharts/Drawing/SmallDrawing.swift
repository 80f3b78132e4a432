import SaanText

/// A drawing that stands in a cell of a table, beside its number: without axes, and without words
/// but its label, which says what there is to see.
public struct SmallDrawing: Sendable {
  /// How wide and how high it is.
  static let width = 150
  static let height = 26
  /// What marks at the edges need beside their middle.
  private static let margin = 4.0

  private let label: String
  private var body: [UInt8] = []

  private init(label: String) { self.label = label }

  /// All places as ticks on one scale, the least at the left: the place itself thick, the value in
  /// the middle tall.
  ///
  /// - Parameter values: the values of all, the place's own among them, in any order.
  public static func strip(
    _ values: [ExactNumber], here: ExactNumber, label: String
  ) -> HTML {
    var drawing = SmallDrawing(label: label)
    let sorted = values.sorted()
    let scale = scale(sorted.first, sorted.last)
    drawing.path("ch-grid", "M0 13h\(width)")
    var ticks = ""
    var last: Int?
    for value in sorted {
      let x = scale(value)
      guard x != last else { continue }
      ticks += last.map { "m\(x - $0)-10v10" } ?? "M\(x) 8v10"
      last = x
    }
    drawing.path(Paint.peer.name, ticks)
    if sorted.count > 2 {
      drawing.path(Paint.median.name, "M\(scale(sorted[(sorted.count - 1) / 2])) 4v18")
    }
    let left = scale(here) - 2
    drawing.append("<rect class=\"ch-1\" x=\"\(left)\" y=\"1\" width=\"4\" height=\"24\"/>")
    return drawing.html
  }

  /// Values over time above zero, or above the least where that lies below: a line with a dot at
  /// its end.
  ///
  /// - Parameter points: the days, counted on, with their values, in the order of time.
  public static func trend(_ points: [(day: Int, value: ExactNumber)], label: String) -> HTML {
    var drawing = SmallDrawing(label: label)
    let days = points.map(\.day)
    let values = points.map(\.value)
    let x = scale(days.first.map { ExactNumber($0) }, days.last.map { ExactNumber($0) })
    let (least, most) = (min(values.min() ?? .zero, .zero).double, (values.max() ?? .zero).double)
    func y(_ value: ExactNumber) -> Int {
      guard most > least else { return height - 3 }
      return Int((Double(height - 3) - (value.double - least) / (most - least) * 19).rounded())
    }
    drawing.path("ch-grid", "M0 \(y(.zero))h\(width)")
    let places = points.map { "\(x(ExactNumber($0.day))) \(y($0.value))" }
    drawing.path("ch-line-1", "M" + places.joined(separator: "L"))
    if let end = points.last {
      drawing.append(
        "<circle class=\"ch-1\" cx=\"\(x(ExactNumber(end.day)))\" cy=\"\(y(end.value))\" r=\"3\"/>")
    }
    return drawing.html
  }

  /// Where a number lies between the least and the greatest, in whole units; in the middle where
  /// both are the same.
  private static func scale(_ least: ExactNumber?, _ most: ExactNumber?) -> (ExactNumber) -> Int {
    let (low, high) = ((least ?? .zero).double, (most ?? .zero).double)
    let room = Double(width) - 2 * margin
    return { number in
      high > low
        ? Int((margin + (number.double - low) / (high - low) * room).rounded()) : width / 2
    }
  }

  private mutating func path(_ paint: String, _ lines: String) {
    append("<path class=\"\(paint)\" d=\"\(lines)\"/>")
  }

  private mutating func append(_ text: String) { body.append(contentsOf: text.utf8) }

  private var html: HTML {
    let label = HTML(escaping: label).markup
    let size = "viewBox=\"0 0 \(Self.width) \(Self.height)\" width=\"\(Self.width)\""
    return HTML(
      trusted: "<svg class=\"small-drawing\" \(size) height=\"\(Self.height)\" role=\"img\""
        + " aria-label=\"\(label)\">\(String(decoding: body, as: UTF8.self))</svg>")
  }
}
