import SaanText

/// References such as `&#7;` and `&shy;` to characters that cannot be seen: they stay as typed.
enum CharacterReference {
  /// HTML's names of such characters.
  private static let names: Set<String> = [
    "shy", "zwj", "zwnj", "lrm", "rlm", "NoBreak", "ZeroWidthSpace", "NegativeThinSpace",
    "NegativeMediumSpace", "NegativeThickSpace", "NegativeVeryThinSpace", "ApplyFunction", "af",
    "InvisibleTimes", "it", "InvisibleComma", "ic",
  ]

  /// Whether the reference at the offset stands for a character that cannot be seen.
  static func isUnseen(_ bytes: [UInt8], at start: Int) -> Bool {
    var end = start + 1
    while end < bytes.count, end < start + 24, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return false }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard name.hasPrefix("#") else { return names.contains(name) }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.map { $0 > 0 && isUnseenCharacter($0) } ?? false
  }
}
