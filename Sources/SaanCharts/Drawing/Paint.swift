/// How a mark looks: the class a theme styles it by, and attributes for where no theme is.
///
/// The theme sets the colours (`--chart-1` and so on) for light, dark, print and forced colours.
public struct Paint: Sendable, Hashable {
  /// The class in the output.
  public let name: String
  /// What it is for.
  public let summary: String
  /// Presentation attributes that style sheets override.
  public let attributes: String

  init(_ name: String, _ summary: String, _ attributes: String) {
    self.name = name
    self.summary = summary
    self.attributes = attributes
  }

  /// All classes of the output, for themes and the manual.
  public static let all: [Paint] =
    [
      label, value, tick, remark, strong, grid, axis, track, context, missing, notApplicable, hatch,
      approximate, openEnd, lane, reference, median, onRing, naTile, map, border, patterned, target,
      breakMark,
      gap, ring, quietRing, spread, over, paper, zeroTile, place, peer,
    ] + series + strokes + onSeries + classes + onClasses

  static let label = Paint("ch-label", "names", "fill=\"#1b1f21\"")
  static let value = Paint("ch-value", "numbers on marks", "fill=\"#1b1f21\"")
  static let strong = Paint("ch-strong", "emphasised text", "fill=\"#1b1f21\" font-weight=\"700\"")
  static let tick = Paint("ch-tick", "ticks and units", "fill=\"#555c60\"")
  static let remark = Paint("ch-remark", "words for what is not a number", "fill=\"#555c60\"")
  static let grid = Paint("ch-grid", "grid lines", "stroke=\"#d9d5ca\" fill=\"none\"")
  static let axis = Paint("ch-axis", "base lines", "stroke=\"#555c60\" fill=\"none\"")
  static let track = Paint("ch-track", "the way to a target", "fill=\"#e4e1d8\"")
  static let context = Paint("ch-context", "marks that others stand out from", "fill=\"#a9b3b3\"")
  static let missing = Paint("ch-missing", "no data", "stroke=\"#7d8487\"")
  static let map = Paint(
    "ch-map", "the places of a map: without a class of their own they have no data", "")
  /// A place without data, which its group paints.
  static let unmarked = Paint("", "no data", "")
  static let notApplicable = Paint(
    "ch-na", "not applicable", "stroke=\"#7d8487\" stroke-width=\"2\" fill=\"none\"")
  static let hatch = Paint("ch-hatch", "the lines of the hatching", "stroke=\"#7d8487\"")
  static let approximate = Paint(
    "ch-about", "a value that its source gives as about",
    "fill=\"#0f5c63\" fill-opacity=\"0.55\" stroke=\"#0f5c63\" stroke-dasharray=\"4 2\"")
  static let openEnd = Paint(
    "ch-open", "the side to which the true value may lie",
    "stroke=\"#1b1f21\" stroke-width=\"1.5\" fill=\"none\"")
  static let lane = Paint("ch-lane", "the lane of values without a date", "fill=\"#f3f1ea\"")
  static let reference = Paint(
    "ch-reference", "the height of the value used",
    "stroke=\"#0f5c63\" stroke-dasharray=\"4 3\" fill=\"none\"")
  static let median = Paint(
    "ch-median", "the middle value", "stroke=\"#1b1f21\" stroke-dasharray=\"3 2\" fill=\"none\"")
  static let onRing = Paint("ch-on-ring", "the number in the value used", "fill=\"#ffffff\"")
  static let naTile = Paint(
    "ch-na-tile", "not applicable on a map", "stroke=\"#7d8487\"")
  /// Text over a place without data or without a value, which its group paints.
  static let onHatch = Paint(
    "", "text over hatching",
    "fill=\"#1b1f21\" stroke=\"#fcfbf8\" stroke-width=\"5\" paint-order=\"stroke\"")
  static let border = Paint("ch-border", "the line around a place", "stroke=\"#fcfbf8\"")
  static let patterned = Paint("ch-pattern", "an area of a series with a pattern", "")
  static let target = Paint(
    "ch-target", "what is to be reached", "stroke=\"#1b1f21\" stroke-width=\"2\" fill=\"none\"")
  static let breakMark = Paint(
    "ch-break", "a change in the way of counting",
    "stroke=\"#555c60\" stroke-dasharray=\"2 3\" fill=\"none\"")
  static let gap = Paint("ch-gap", "the time without data in a line", "stroke=\"none\"")
  static let ring = Paint(
    "ch-ring", "the value used", "fill=\"#0f5c63\" stroke=\"#0f5c63\" stroke-width=\"2\"")
  static let quietRing = Paint(
    "ch-quiet-ring", "other values", "fill=\"#fcfbf8\" stroke=\"#555c60\" stroke-width=\"1.5\"")
  static let spread = Paint(
    "ch-spread", "between values that disagree",
    "stroke=\"#b4501a\" stroke-width=\"1.5\" fill=\"none\"")
  static let over = Paint(
    "ch-over", "the pattern over a colour", "stroke=\"#fcfbf8\" fill=\"none\"")
  static let paper = Paint("ch-paper", "the ground", "fill=\"#fcfbf8\"")
  static let zeroTile = Paint("ch-zero", "zero on a map", "fill=\"#fcfbf8\" stroke=\"#7d8487\"")
  static let place = Paint(
    "ch-here", "the place the page is about", "stroke=\"#1b1f21\" fill=\"none\"")
  static let peer = Paint("ch-peer", "another place in a strip without words", "stroke=\"#7d8487\"")

  private static let colours = ["#0f5c63", "#b4601a", "#6b4a94", "#3f7d3a", "#a63a5b", "#5c666b"]
  /// The areas of a series.
  static let series = colours.enumerated().map {
    Paint("ch-\($0 + 1)", "series \($0 + 1)", "fill=\"\($1)\"")
  }
  /// The lines of a series.
  static let strokes = colours.enumerated().map {
    Paint(
      "ch-line-\($0 + 1)", "the line of series \($0 + 1)",
      "stroke=\"\($1)\" fill=\"none\" stroke-width=\"2\"")
  }
  /// Text over a series.
  static let onSeries = colours.enumerated().map {
    Paint(
      "ch-on-\($0 + 1)", "text over series \($0 + 1)",
      "fill=\"#ffffff\" stroke=\"\($1)\" stroke-width=\"4\" paint-order=\"stroke\"")
  }

  private static let shades = ["#d5e8e5", "#a3cfca", "#68aaa8", "#2b7a7f", "#0b474d"]
  /// The classes of a map, low to high; as many as `ChartData.classLimit`.
  static let classes = shades.enumerated().map {
    Paint(
      "ch-q\($0 + 1)", "class \($0 + 1) of a map",
      // A light area needs an edge to stand out from the ground.
      "fill=\"\($1)\"" + ($0 < 2 ? " stroke=\"#5b9a99\"" : ""))
  }
  /// Text over the classes of a map.
  static let onClasses = shades.indices.map {
    Paint(
      "ch-on-q\($0 + 1)", "text over class \($0 + 1)", "fill=\"\($0 < 3 ? "#1b1f21" : "#ffffff")\"")
  }

  /// The areas of the series with the index; after the sixth the colours begin again.
  static func series(_ index: Int) -> Paint { series[index % series.count] }
  /// The line of the series with the index.
  static func stroke(_ index: Int) -> Paint { strokes[index % strokes.count] }
}
