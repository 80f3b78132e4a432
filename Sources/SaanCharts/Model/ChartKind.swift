/// A way to draw numbers: the names, what each shows and what it is about.
///
/// Only the drawing depends on the kind. Data, tables and sentences ask what the numbers are about,
/// the `subject`, so that a new kind of a known subject needs no sentence and no table of its own.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  /// Horizontal bars.
  case bar
  /// Horizontal bars of several series.
  case groupedBar = "grouped-bar"
  /// Parts of a whole.
  case stackedBar = "stacked-bar"
  /// Lines over time.
  case line
  /// All values of an indicator.
  case dotPlot = "dot-plot"
  /// One among its peers.
  case strip
  /// The way to a target.
  case progress
  /// A panel for each series.
  case smallMultiples = "small-multiples"
  /// A map of tiles.
  case tileMap = "tile-map"
  /// A map of outlines.
  case outlineMap = "outline-map"

  /// What the numbers of a chart are about: which data a kind takes, and how it is told in words.
  public enum Subject: Sendable, Hashable {
    /// Items beside each other.
    case items
    /// Items beside each other, once for each series.
    case series
    /// The parts of a whole.
    case parts
    /// The way of values over time.
    case time
    /// Every value of an indicator, over the dates they hold for.
    case sources
    /// What is reached of what is to be reached.
    case targets
    /// Places, each a tile.
    case tiles
    /// Places, each in its outline.
    case outlines
  }

  /// The name in content and templates.
  public var name: String { rawValue }

  /// What the numbers are about.
  public var subject: Subject {
    switch self {
    case .bar, .strip: .items
    case .groupedBar: .series
    case .stackedBar: .parts
    case .line, .smallMultiples: .time
    case .dotPlot: .sources
    case .progress: .targets
    case .tileMap: .tiles
    case .outlineMap: .outlines
    }
  }

  /// Whether it has something to show without a single number: the places themselves.
  public var showsPlaces: Bool { subject == .tiles || subject == .outlines }

  /// What it shows, in one sentence.
  public var summary: String {
    switch self {
    case .bar: "Compares items by horizontal bars, with room for long names."
    case .groupedBar: "Compares two to six series item by item."
    case .stackedBar: "Shows the parts of a whole, of one item or of several."
    case .line:
      "Follows values over time; a missing value or another way of counting breaks the line."
    case .dotPlot:
      "Shows every value of an indicator from every source over the dates they hold for."
    case .strip: "Shows where one item stands among those that reported."
    case .progress: "Shows how much of a target is reached."
    case .smallMultiples: "Follows many series over time, each in a panel, all on one scale."
    case .tileMap: "Shows every place as a tile of equal size, each a link."
    case .outlineMap: "Shows every place in its outline, each a link."
    }
  }
}
