import SaanText

extension Chart {
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
    append(text.title, into: &bytes)
    if let caption = text.caption {
      bytes.append("<p class=\"chart-caption\">")
      append(caption, into: &bytes)
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

  /// Appends words above the drawing, in which what belongs together does not break.
  private func append(_ text: String, into bytes: inout [UInt8]) {
    borrowed.append(text, into: &bytes) { $0.append(text: nowrapHTML($1).markup) }
  }

  /// Appends the numbers as a table in a `details` element.
  public func writeTable(into bytes: inout [UInt8]) { DataTable(chart: self).write(into: &bytes) }

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
      canvas.drawEmpty(Description(chart: self).sentence)
    } else {
      draw(on: &canvas)
    }
    return canvas
  }

  private func draw(on canvas: inout Canvas) {
    switch kind {
    case .bar, .groupedBar: BarChart.draw(self, on: &canvas)
    case .stackedBar: StackedBars.draw(self, on: &canvas)
    case .line: LineChart.draw(self, on: &canvas)
    case .dotPlot: DotPlot.draw(self, on: &canvas)
    case .strip: StripChart.draw(self, on: &canvas)
    case .progress: ProgressChart.draw(self, on: &canvas)
    case .smallMultiples: SmallMultiples.draw(self, on: &canvas)
    case .tileMap: TileMap.draw(self, on: &canvas)
    case .outlineMap: OutlineMap.draw(self, on: &canvas)
    }
  }
}
