/// The word for what is counted: an English noun with its plural, a Thai classifier.
public struct CountedNoun: Sendable, Hashable {
  /// The word beside the number one.
  public let one: String
  /// The word beside every other number.
  public let other: String

  /// Makes a word; Thai has one form.
  public init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// Makes a word with one form.
  public init(_ word: String) { self.init(one: word, other: word) }

  /// Whether it stands for parts of a hundred.
  public var isPercent: Bool { Self.percents.contains { $0.utf8.elementsEqual(other.utf8) } }

  private static let percents = ["%", "ร้อยละ", "per cent", "percent"]
}
