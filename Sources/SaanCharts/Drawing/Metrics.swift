/// The sizes of a drawing, in the units of its view box.
struct Metrics: Sendable {
  let width: Double
  /// The font size of names and values.
  let text: Double
  /// The font size of ticks and remarks.
  let small: Double
  /// The thickness of a bar.
  let bar: Double
  /// The room between the rows, where names stand beside the bars.
  let gap: Double
  /// From one line of text to the next; Thai marks need more than Latin letters.
  var leading: Double { (text * 1.42).rounded() }
  var smallLeading: Double { (small * 1.42).rounded() }

  static func of(_ width: Chart.Width, isCompact: Bool = false) -> Metrics {
    switch width {
    case .narrow:
      Metrics(width: 340, text: 13, small: 12, bar: isCompact ? 11 : 14, gap: isCompact ? 3 : 8)
    case .wide:
      Metrics(width: 720, text: 15, small: 13.5, bar: isCompact ? 13 : 18, gap: isCompact ? 3 : 10)
    }
  }
}
