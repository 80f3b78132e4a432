/// A number with words around it, as people type it into a cell: `3.75 ล้านบาท`, `๓๐๐ กว่าคน`.
public struct WordedNumber: Sendable, Hashable {
  /// The number as it is meant: 3750000 for `3.75 ล้านบาท`.
  public let number: ExactNumber
  /// The number as it is typed before a word that scales it, 3.75; `nil` without one.
  public let typed: ExactNumber?
  /// The word that scales it, `ล้าน`.
  public let scale: String?
  /// What is left of the words: `บาท`.
  public let unit: String
  /// What the words promise of it; `nil` where they say nothing of that.
  public let bound: Bound?

  /// Reads a text; `nil` when it is not one number with words around it.
  public init?(_ text: String) {
    let around = Bound.split(text)
    let text = (around?.rest ?? text).drop(while: \.isWhitespace)
    let digits = text.prefix { $0.isNumber || $0 == "," || $0 == "." || $0 == "-" }
    var rest = text[digits.endIndex...].drop(while: \.isWhitespace)
    guard !rest.isEmpty || around != nil, var number = ExactNumber(String(digits)) else {
      return nil
    }
    let scaling = Self.powers.first { rest.lowercased().hasPrefix($0.word) }
    (typed, scale) = (scaling.map { _ in number }, scaling?.word)
    if let (word, power) = scaling {
      guard let whole = number.timesPowerOfTen(power) else { return nil }
      number = whole
      rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
    }
    // What goes on with digits is more than one number.
    guard !rest.contains(where: \.isNumber) else { return nil }
    let behind = Bound.split(startOf: String(rest))
    self.number = number
    unit = behind?.rest ?? String(rest)
    bound = behind?.bound ?? around?.bound
  }

  private static let powers: [(word: String, power: Int)] = [
    ("ล้านล้าน", 12), ("แสนล้าน", 11), ("หมื่นล้าน", 10), ("พันล้าน", 9), ("ร้อยล้าน", 8),
    ("สิบล้าน", 7), ("ล้าน", 6), ("แสน", 5), ("หมื่น", 4), ("พัน", 3), ("ร้อย", 2),
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3),
  ]
}
