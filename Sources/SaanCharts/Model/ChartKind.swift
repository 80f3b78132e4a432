import SaanText

/// A way to draw numbers: a row of the table that the manual and the site read.
public struct ChartKind: Sendable {
  /// The name in content and templates.
  public let name: String
  /// What it shows, in one sentence.
  public let summary: String
  /// A chart that shows what the kind is good for.
  public func example(in language: Language) -> Chart { makeExample(self, language) }
  /// Whether it has something to show without a single number: the places themselves.
  let showsPlaces: Bool
  let draw: @Sendable (Chart, inout Canvas) -> Void
  private let makeExample: @Sendable (ChartKind, Language) -> Chart

  private init(
    _ name: String, _ summary: String, showsPlaces: Bool = false,
    example: @escaping @Sendable (ChartKind, Language) -> Chart,
    draw: @escaping @Sendable (Chart, inout Canvas) -> Void
  ) {
    self.name = name
    self.summary = summary
    self.showsPlaces = showsPlaces
    self.draw = draw
    makeExample = example
  }

  /// All kinds.
  public static let all: [ChartKind] = [
    bar, groupedBar, stackedBar, line, dotPlot, strip, progress, smallMultiples, tileMap,
    outlineMap,
  ]

  /// The kind with the name.
  public static func named(_ name: String) -> ChartKind? { all.first { $0.name == name } }

  /// Horizontal bars.
  public static let bar = ChartKind(
    "bar", "Compares items by horizontal bars, with room for long names.",
    example: ChartExamples.bar, draw: { BarChart.draw($0, on: &$1) })
  /// Horizontal bars of several series.
  public static let groupedBar = ChartKind(
    "grouped-bar", "Compares two to six series item by item.",
    example: ChartExamples.groupedBar, draw: { BarChart.draw($0, on: &$1) })
  /// Parts of a whole.
  public static let stackedBar = ChartKind(
    "stacked-bar", "Shows the parts of a whole, of one item or of several.",
    example: ChartExamples.stackedBar, draw: { StackedBars.draw($0, on: &$1) })
  /// Lines over time.
  public static let line = ChartKind(
    "line", "Follows values over time; a missing value or another way of counting breaks the line.",
    example: ChartExamples.line, draw: { LineChart.draw($0, on: &$1) })
  /// All values of an indicator.
  public static let dotPlot = ChartKind(
    "dot-plot", "Shows every value of an indicator from every source over the dates they hold for.",
    example: ChartExamples.dotPlot, draw: { DotPlot.draw($0, on: &$1) })
  /// One among its peers.
  public static let strip = ChartKind(
    "strip", "Shows where one item stands among those that reported.",
    example: ChartExamples.strip, draw: { StripChart.draw($0, on: &$1) })
  /// The way to a target.
  public static let progress = ChartKind(
    "progress", "Shows how much of a target is reached.",
    example: ChartExamples.progress, draw: { ProgressChart.draw($0, on: &$1) })
  /// A panel for each series.
  public static let smallMultiples = ChartKind(
    "small-multiples", "Follows many series over time, each in a panel, all on one scale.",
    example: ChartExamples.smallMultiples, draw: { SmallMultiples.draw($0, on: &$1) })
  /// A map of tiles.
  public static let tileMap = ChartKind(
    "tile-map", "Shows every place as a tile of equal size, each a link.", showsPlaces: true,
    example: ChartExamples.tileMap, draw: { TileMap.draw($0, on: &$1) })
  /// A map of outlines.
  public static let outlineMap = ChartKind(
    "outline-map", "Shows every place in its outline, each a link.", showsPlaces: true,
    example: ChartExamples.outlineMap, draw: { OutlineMap.draw($0, on: &$1) })
}
