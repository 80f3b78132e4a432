/// A number with words behind it, as people type it into a cell: `3.75 ล้านบาท`, `๑,๒๐๐ คน`.
public struct WordedNumber: Sendable, Hashable {
  /// The number as it is meant: 3750000 for `3.75 ล้านบาท`.
  public let number: ExactNumber
  /// What is left of the words: `บาท`.
  public let unit: String

  /// Reads a text; `nil` when it does not begin with a number or nothing follows it.
  public init?(_ text: String) {
    let text = text.drop(while: \.isWhitespace)
    let digits = text.prefix { $0.isNumber || $0 == "," || $0 == "." || $0 == "-" }
    var rest = text[digits.endIndex...].drop(while: \.isWhitespace)
    guard !rest.isEmpty, var number = ExactNumber(String(digits)) else { return nil }
    if let (word, power) = Self.powers.first(where: { rest.lowercased().hasPrefix($0.word) }) {
      guard let whole = number.timesPowerOfTen(power) else { return nil }
      number = whole
      rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
    }
    // What goes on with digits is more than one number.
    guard !rest.contains(where: \.isNumber) else { return nil }
    self.number = number
    unit = String(rest)
  }

  private static let powers: [(word: String, power: Int)] = [
    ("ล้านล้าน", 12), ("แสนล้าน", 11), ("หมื่นล้าน", 10), ("พันล้าน", 9), ("ร้อยล้าน", 8),
    ("สิบล้าน", 7), ("ล้าน", 6), ("แสน", 5), ("หมื่น", 4), ("พัน", 3), ("ร้อย", 2),
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3),
  ]
}
