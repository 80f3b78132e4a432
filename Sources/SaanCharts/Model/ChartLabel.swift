import SaanText

/// A name in a chart: its text, and its language where that is not the reader's.
public struct ChartLabel: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The words.
  public var text: String
  /// The language of the words; `nil` means the reader's own.
  public var language: Language.Tag?

  /// Makes a label.
  public init(_ text: String, language: Language.Tag? = nil) {
    self.text = text
    self.language = language
  }

  /// Makes a label in the reader's language.
  public init(stringLiteral value: String) { self.init(value) }
}
