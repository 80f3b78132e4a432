/// A number in which letters were typed for digits that look like them: `12O`, `l5`.
struct LettersForDigits {
  /// The number that is meant.
  let number: ExactNumber
  /// The first such letter, and the digit that it looks like.
  let letter: Character
  let digit: Character

  /// Reads a text; `nil` where it has no such letter, or anything else that no number has.
  init?(_ text: String) {
    var meant = ""
    var first: (letter: Character, digit: Character)?
    var digits = 0
    for character in text {
      if let digit = Self.digits[character] {
        first = first ?? (character, digit)
        meant.append(digit)
      } else {
        if character.isWholeNumber { digits += 1 }
        meant.append(character)
      }
    }
    guard let first, digits > 0, let number = ExactNumber(meant) else { return nil }
    (self.number, letter, digit) = (number, first.letter, first.digit)
  }

  private static let digits: [Character: Character] = [
    "O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1", "|": "1",
  ]
}
