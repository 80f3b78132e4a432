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
  /// The texts in it that are in another language, which are marked.
  public var borrowed = BorrowedTexts.none
  /// Whether the numbers stand below as a table, and whether one has to open it.
  public var table = TableState.closed
  /// Whether rows stand close, for charts of many.
  public var isCompact = false
  /// Whether values stand at their dots instead of in a list, where all have room: for pages that
  /// have their dates and sources in a table.
  public var labelsDots = false

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
}
