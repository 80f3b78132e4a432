import SaanText

/// A drawing under way: the marks so far, the patterns they need and where text stands.
///
/// Marks become bytes in the order in which they are drawn, for nobody asks for a mark again. What
/// stands before them comes last: only then are the patterns, the height and the links known. In a
/// page the style sheet colours them by class; a file of its own has none, and says colours on each
/// mark.
struct Canvas {
  let metrics: Metrics
  let chartID: String
  let kindName: String
  let title: String
  let language: Language
  let words: LanguageWords
  private let borrowed: BorrowedTexts
  /// Whether links can be reached: then the drawing is a document, not one image.
  var hasLinks = false
  var height: Double = 0
  /// How much larger than the drawing the coordinates are in which patterns are used.
  var patternScale: Double = 1
  /// Where each text stands; tests see that none leaves the drawing or covers another.
  private(set) var boxes: [TextBox] = []
  private(set) var patterns: Set<Pattern> = []
  private var body: [UInt8] = []
  /// How text stands in the group that is being drawn, where it is written once for all.
  private var inherited: (anchor: Anchor, size: Double)
  /// Whether places are being drawn, where a text is coloured by the mark before it.
  private var isOnPlaces = false
  private let width: Chart.Width
  /// Whether the drawing is a file of its own, without a style sheet.
  let isStandalone: Bool

  init(chart: Chart, width: Chart.Width, isStandalone: Bool = false) {
    self.isStandalone = isStandalone
    metrics = .of(width, isCompact: chart.isCompact)
    chartID = chart.id + (width == .wide ? "-w" : "")
    kindName = chart.kind.name
    title = chart.text.title
    language = chart.language
    words = chart.language.words
    borrowed = chart.borrowed
    self.width = width
    inherited = (.start, metrics.text)
  }

  // MARK: Marks

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ paint: Paint,
    fill: Pattern? = nil, extra: StaticString = ""
  ) {
    body.append("<rect")
    body.append(coordinate: "x", x)
    body.append(coordinate: "y", y)
    body.append(coordinate: "width", max(width, 0))
    body.append(coordinate: "height", max(height, 0))
    finish(paint, fill: fill, extra: extra)
  }

  /// Draws a square, in fewer bytes than a `rect` takes.
  mutating func square(
    _ x: Double, _ y: Double, _ size: Double, _ paint: Paint, fill: Pattern? = nil
  ) {
    body.append("<path d=\"M")
    body.append(tenths: x)
    body.append(" ")
    body.append(tenths: y)
    body.append("h")
    body.append(tenths: size)
    body.append("v")
    body.append(tenths: size)
    body.append("h")
    body.append(tenths: -size)
    body.append("z\"")
    finish(paint, fill: fill)
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ paint: Paint,
    extra: StaticString = ""
  ) {
    body.append("<path d=\"M")
    body.append(tenths: x1)
    body.append(" ")
    body.append(tenths: y1)
    if y1 == y2 {
      body.append("H")
      body.append(tenths: x2)
    } else if x1 == x2 {
      body.append("V")
      body.append(tenths: y2)
    } else {
      body.append("L")
      body.append(tenths: x2)
      body.append(" ")
      body.append(tenths: y2)
    }
    body.append("\"")
    finish(paint, extra: extra)
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], _ paint: Paint, dash: StaticString) {
    body.append("<path d=\"")
    for (index, point) in points.enumerated() {
      body.append(index == 0 ? "M" : "L")
      body.append(tenths: point.x)
      body.append(" ")
      body.append(tenths: point.y)
    }
    body.append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"")
    if dash.utf8CodeUnitCount > 0 {
      body.append(" stroke-dasharray=\"")
      body.append(dash)
      body.append("\"")
    }
    finish(paint)
  }

  mutating func circle(
    _ x: Double, _ y: Double, _ radius: Double, _ paint: Paint,
    extra: StaticString = ""
  ) {
    body.append("<circle")
    body.append(coordinate: "cx", x)
    body.append(coordinate: "cy", y)
    body.append(coordinate: "r", radius)
    finish(paint, extra: extra)
  }

  /// Draws path data that has been checked.
  mutating func path(
    _ data: String, _ paint: Paint, fill: Pattern? = nil, extra: StaticString = ""
  ) {
    body.append("<path d=\"")
    body.appendEscaped(data)
    body.append("\"")
    finish(paint, fill: fill, extra: extra)
  }

  private mutating func finish(_ paint: Paint, fill: Pattern? = nil, extra: StaticString = "") {
    if paint == .unmarked {
      if isStandalone { body.append(text: " " + Paint.missing.attributes) }
      body.append(extra)
      body.append("/>")
      return
    }
    // The class of a plain area would have a style sheet fill it with its colour.
    let name = fill == nil || fill?.isAbsence == true ? paint.name : Paint.patterned.name
    body.append(" class=\"")
    body.append(text: name)
    body.append("\"")
    if let fill {
      patterns.insert(fill)
      body.append(" fill=\"url(#")
      body.appendEscaped(chartID)
      body.append("-")
      body.append(text: fill.rawValue)
      body.append(")\"")
      if isStandalone { body.append(text: " " + paint.attributesWithoutFill) }
    } else if isStandalone {
      body.append(text: " " + paint.attributes)
    }
    body.append(extra)
    body.append("/>")
  }

  // MARK: Structure

  /// Draws what can be followed: a link with a name.
  mutating func link(to href: String?, named name: String, _ draw: (inout Canvas) -> Void) {
    if let href {
      hasLinks = true
      body.append("<a href=\"")
      body.appendEscaped(href)
      body.append("\">")
    } else {
      body.append("<g>")
    }
    body.append("<title")
    body.append(language: borrowed.language(of: name))
    body.append(">")
    body.appendEscaped(name)
    body.append("</title>")
    draw(&self)
    body.append(href == nil ? "</g>\n" : "</a>\n")
  }

  /// Draws places: a mark that says nothing else of itself is one without data.
  mutating func places(
    missing: Pattern, anchor: Anchor? = nil, moved y: Double = 0, scale: Double? = nil,
    _ draw: (inout Canvas) -> Void
  ) {
    let outer = inherited
    isOnPlaces = true
    patterns.insert(missing)
    body.append("<g class=\"ch-map\"")
    if let anchor {
      inherited = (anchor, metrics.small)
      body.append(" text-anchor=\"")
      body.append(text: anchor.rawValue)
      body.append("\"")
      body.append(coordinate: "font-size", metrics.small)
    }
    if let scale {
      body.append(" transform=\"translate(0 ")
      body.append(tenths: y)
      body.append(") scale(")
      body.append(text: ExactNumber((scale * 10_000).rounded() / 10_000)?.plain ?? "1")
      body.append(")\"")
    }
    body.append(" fill=\"url(#")
    body.appendEscaped(chartID)
    body.append("-")
    body.append(text: missing.rawValue)
    body.append(")\"")
    body.append(">\n")
    draw(&self)
    body.append("</g>\n")
    inherited = outer
    isOnPlaces = false
  }

  /// Attributes that the page's style sheet says for all marks of their kind.
  func unlessStyled(_ attributes: StaticString) -> StaticString { isStandalone ? attributes : "" }

  mutating func newline() { body.append("\n") }

  // MARK: Text

  /// Draws lines of text; `y` is the first one's base line.
  mutating func text(
    _ lines: [String], _ x: Double, _ y: Double, _ paint: Paint = .label,
    anchor: Anchor = .start, size: Double? = nil, language: Language.Tag? = nil,
    leading: Double? = nil
  ) {
    let size = size ?? (paint == .tick || paint == .remark ? metrics.small : metrics.text)
    let leading = leading ?? (size * 1.42).rounded()
    guard !lines.isEmpty else { return }
    let whole = language ?? borrowed.language(of: lines)
    body.append("<text")
    body.append(coordinate: "x", x)
    body.append(coordinate: "y", y)
    if anchor != inherited.anchor {
      body.append(" text-anchor=\"")
      body.append(text: anchor.rawValue)
      body.append("\"")
    }
    if size != inherited.size { body.append(coordinate: "font-size", size) }
    if whole != self.language.tag { body.append(language: whole) }
    if !paint.name.isEmpty, !(isOnPlaces && Paint.onClasses.contains(paint)) {
      body.append(" class=\"")
      body.append(text: paint.name)
      body.append("\"")
    }
    if isStandalone { body.append(text: " " + paint.attributes) }
    body.append(">")
    for (index, line) in lines.enumerated() {
      if index > 0 {
        body.append("<tspan")
        body.append(coordinate: "x", x)
        body.append(coordinate: "dy", leading)
        body.append(">")
      }
      if whole == nil {
        borrowed.append(line, in: .tspan, into: &body)
      } else {
        body.appendEscaped(line)
      }
      if index > 0 { body.append("</tspan>") }
      boxes.append(
        TextBox(
          text: line, x: x, y: y + Double(index) * leading, size: size, anchor: anchor,
          isBold: paint == .strong))
    }
    body.append("</text>")
  }

  /// Draws one line of text.
  mutating func text(
    _ line: String, _ x: Double, _ y: Double, _ paint: Paint = .label, anchor: Anchor = .start,
    size: Double? = nil, language: Language.Tag? = nil
  ) {
    text([line], x, y, paint, anchor: anchor, size: size, language: language)
  }

  /// The lines that the text takes within the width.
  func wrapped(
    _ text: String, _ width: Double, size: Double? = nil, isBold: Bool = false, limit: Int = 3
  ) -> [String] {
    let size = size ?? metrics.text
    return LineBreaker(width: width / size, isBold: isBold, limit: limit).lines(of: text)
  }

  /// How wide the text will be.
  func width(of text: String, size: Double? = nil, isBold: Bool = false) -> Double {
    TextWidth.of(text, isBold: isBold) * (size ?? metrics.text)
  }

  /// Says in words that there is nothing to draw.
  mutating func drawEmpty(_ why: String? = nil) {
    let lines = wrapped(why ?? words[.nothingPublished], metrics.width - 40)
    height = metrics.leading * Double(lines.count) + 48
    rect(0.5, 0.5, metrics.width - 1, height - 1, .missing, fill: .missing)
    let block = lines.map { width(of: $0) }.max() ?? 0
    rect(
      (metrics.width - block) / 2 - 10, 16, block + 20,
      metrics.leading * Double(lines.count) + 14, .paper)
    text(lines, metrics.width / 2, 24 + metrics.text, .label, anchor: .middle)
  }

  // MARK: Output

  func write(into bytes: inout [UInt8], description: String) {
    bytes.append("<svg")
    if isStandalone {
      bytes.append(" xmlns=\"http://www.w3.org/2000/svg\"")
      bytes.append(coordinate: "width", metrics.width)
      bytes.append(coordinate: "height", height.rounded(.up))
      bytes.append(" font-family=\"Noto Sans Thai, Loma, Noto Sans, sans-serif\"")
    }
    bytes.append(" class=\"chart-svg chart-svg-")
    bytes.append(text: width.rawValue)
    bytes.append("\" viewBox=\"0 0 ")
    bytes.append(tenths: metrics.width)
    bytes.append(" ")
    bytes.append(tenths: height.rounded(.up))
    // An image hides its content from screen readers, and the links with it.
    bytes.append(
      hasLinks ? "\" role=\"document\" aria-labelledby=\"" : "\" role=\"img\" aria-labelledby=\"")
    bytes.appendEscaped(chartID)
    bytes.append("-t\" aria-describedby=\"")
    bytes.appendEscaped(chartID)
    bytes.append("-d\" font-size=\"")
    bytes.append(tenths: metrics.text)
    bytes.append("\">\n<title id=\"")
    bytes.appendEscaped(chartID)
    bytes.append("-t\"")
    bytes.append(language: borrowed.language(of: title))
    bytes.append(">")
    bytes.appendEscaped(title)
    bytes.append("</title>\n<desc id=\"")
    bytes.appendEscaped(chartID)
    bytes.append("-d\"")
    bytes.append(language: borrowed.language(of: description))
    bytes.append(">")
    bytes.appendEscaped(description)
    bytes.append("</desc>\n")
    Pattern.write(patterns, chartID: chartID, scale: patternScale, into: &bytes)
    bytes.append(contentsOf: body)
    bytes.append("\n</svg>")
  }
}

extension Paint {
  /// The attributes but for the fill, which a pattern takes.
  var attributesWithoutFill: String {
    attributes.split(separator: " ").filter { !$0.hasPrefix("fill=") }.joined(separator: " ")
  }
}

extension [UInt8] {
  /// Appends the attribute of a language, where there is one to name.
  mutating func append(language: Language.Tag?) {
    guard let language else { return }
    append(" lang=\"")
    appendEscaped(language.rawValue)
    append("\"")
  }

  mutating func append(coordinate name: StaticString, _ value: Double) {
    append(" ")
    append(name)
    append("=\"")
    append(tenths: value)
    append("\"")
  }

  /// Appends a coordinate with at most one decimal.
  mutating func append(tenths value: Double) {
    let value = value.isNaN ? 0 : value
    let tenths = Int((Swift.min(Swift.max(value, -1e6), 1e6) * 10).rounded())
    if tenths < 0 { append("-") }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    var power: UInt = 1
    while whole / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole / power % 10))
      power /= 10
    }
    if rest > 0 {
      append(".")
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
    }
  }
}
