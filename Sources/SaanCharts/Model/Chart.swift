import SaanText

/// A chart for one reader's language: data, words and a kind, drawn as inline SVG with a table.
///
/// ```swift
/// let chart = Chart(
///   id: "councils", kind: .bar, data: ChartData(points: points, unit: .counted("แห่ง")),
///   text: ChartText(title: "สภาองค์กรชุมชน", itemHeading: "ภาค", words: .thai), language: .thai)
/// chart.write(into: &page)
/// ```
public struct Chart: Sendable {
  /// How wide the drawing is; text keeps its size when the page shows it at that width.
  public enum Width: String, Sendable, Hashable, CaseIterable {
    /// 340 units, for phones.
    case narrow
    /// 720 units, for a column of text or a whole page.
    case wide
  }

  /// The start of every id in the output; unique on the page.
  public var id: String
  /// How the data is drawn.
  public var kind: ChartKind
  /// The numbers.
  public var data: ChartData
  /// The words.
  public var text: ChartText
  /// The reader's language.
  public var language: Language
  /// Whether the numbers stand below as a table, and whether one has to open it.
  public var table = TableState.closed
  /// Whether rows stand close, for charts of many.
  public var isCompact = false

  /// How a chart's table is shown.
  public enum TableState: String, Sendable, Hashable, CaseIterable {
    /// A reader opens it.
    case closed
    /// It stands open.
    case open
    /// The page has the numbers in a table of its own.
    case none
    /// There is nothing but the table, for pages that show the drawing elsewhere.
    case only
  }

  /// Makes a chart.
  public init(
    id: String, kind: ChartKind, data: ChartData, text: ChartText, language: Language
  ) {
    self.id = id
    self.kind = kind
    self.data = data
    self.text = text
    self.language = language
  }

  /// Appends a whole figure: title, the drawing for narrow and for wide places, source, table.
  ///
  /// The style sheet shows one of the drawings; a single width writes only that. Maps, which are
  /// long, are written once unless the caller asks for both.
  public func write(into bytes: inout [UInt8], widths: [Width]? = nil) {
    guard table != .only else {
      writeTable(into: &bytes)
      return
    }
    let widths = widths ?? (kind.showsPlaces ? [.narrow] : Width.allCases)
    bytes.append("<figure class=\"chart chart-")
    bytes.append(text: kind.name)
    bytes.append("\">\n<figcaption>")
    bytes.append(text: nowrapHTML(text.title).markup)
    if let caption = text.caption {
      bytes.append("<p class=\"chart-caption\">")
      bytes.append(text: nowrapHTML(caption).markup)
      bytes.append("</p>")
    }
    bytes.append("</figcaption>\n")
    for width in widths {
      if widths.count > 1 {
        bytes.append("<div class=\"chart-at-")
        bytes.append(text: width.rawValue)
        bytes.append("\">")
      }
      write(svg: width, into: &bytes)
      bytes.append(widths.count > 1 ? "</div>\n" : "\n")
    }
    if let source = text.source {
      bytes.append("<p class=\"chart-source\">")
      bytes.append(text: source.markup)
      bytes.append("</p>\n")
    }
    if table != .none { writeTable(into: &bytes) }
    bytes.append("</figure>\n")
  }

  /// Appends the drawing alone, an `svg` element that the page's style sheet colours.
  ///
  /// A standalone drawing is a file of its own with the light colours of the common theme.
  public func write(svg width: Width, isStandalone: Bool = false, into bytes: inout [UInt8]) {
    let canvas = drawn(width, isStandalone: isStandalone)
    canvas.write(into: &bytes, description: description)
  }

  /// The drawing alone.
  public func svg(_ width: Width = .narrow) -> HTML {
    var bytes = [UInt8]()
    write(svg: width, into: &bytes)
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  /// What there is to see, in one sentence.
  public var description: String { text.description ?? Description(chart: self).sentence }

  func drawn(_ width: Width, isStandalone: Bool = false) -> Canvas {
    var canvas = Canvas(chart: self, width: width, isStandalone: isStandalone)
    if data.numbers.isEmpty, !kind.showsPlaces {
      canvas.drawEmpty()
    } else {
      kind.draw(self, &canvas)
    }
    return canvas
  }
}
