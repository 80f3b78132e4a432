import SaanText

/// The words around a chart, in the reader's language.
public struct ChartText: Sendable, Hashable {
  /// What the chart shows; it names the chart for screen readers and the table.
  public var title: String
  /// What there is to see; a sentence made from the data when it is `nil`.
  public var description: String?
  /// What else a reader should know before looking, under the title.
  public var caption: String?
  /// Where the numbers come from and as of when, in one line.
  public var source: HTML?
  /// The heading of the table's first column: `จังหวัด`.
  public var itemHeading: String
  /// The heading of the values, where the unit does not say enough.
  public var valueHeading: String?

  /// Makes the words around a chart.
  public init(
    title: String, description: String? = nil, source: String? = nil, itemHeading: String,
    valueHeading: String? = nil
  ) {
    self.title = title
    self.description = description
    self.source = source.map { HTML(escaping: $0) }
    self.itemHeading = itemHeading
    self.valueHeading = valueHeading
  }
}
