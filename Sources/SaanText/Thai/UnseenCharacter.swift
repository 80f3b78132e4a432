/// Characters beyond ASCII that are seen as a gap, as nothing, or as a shape of an old font.
///
/// No property of Unicode says which of them are mistakes: a joiner is of use in an emoji and in
/// other scripts, and of none in Thai. Leading bytes tell most letters apart from these, so that a
/// text without any is looked at quickly.
enum UnseenCharacter {
  /// What is wrong with the character at the index and what to write instead.
  static func issue(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> (kind: ThaiTextIssue.Kind, suggestion: String)? {
    guard mayBe(at: index, in: utf8), let scalar = scalar(in: utf8, at: index) else { return nil }
    switch scalar.value {
    case 0x200C, 0x200D:
      return hasUse(joinerBetween: before(index, in: utf8), self.scalar(in: utf8, at: end))
        ? nil : (.invisible, "")
    case 0xFE00...0xFE0F:
      return hasUse(selectorAfter: before(index, in: utf8)) ? nil : (.invisible, "")
    case 0xE0000...0xE007F:
      let before = before(index, in: utf8)?.value ?? 0
      // Only the flags of England, Scotland and Wales are written with them.
      return before == 0x1F3F4 || 0xE0020...0xE007F ~= before ? nil : (.invisible, "")
    // A bullet of Word's symbol fonts at the start of a line is told as what it was meant to be.
    case 0xF000...0xF0FF: return beginsLine(index, in: utf8) ? nil : (.lost, "")
    default: return issue(of: scalar.value)
    }
  }

  private static func beginsLine(_ index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = utf8[..<index].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0A || before == 0x0D
  }

  static func issue(of value: UInt32) -> (kind: ThaiTextIssue.Kind, suggestion: String)? {
    switch value {
    case 0x85, 0x2028, 0x2029: (.control, " ")
    case 0x80...0x9F, 0xFDD0...0xFDEF: (.control, "")
    case _ where value & 0xFFFE == 0xFFFE: (.control, "")
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: (.space, " ")
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E,
      0x2060...0x2064, 0x2066...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB:
      (.invisible, "")
    case 0xF700...0xF71A: (.oldFont, String(oldFontLetters[Int(value) - 0xF700]))
    // What no font of a reader has: everybody may mean something else by these.
    case 0xFFFD, 0xE000...0xF8FF: (.lost, "")
    default: nil
    }
  }

  /// The letters of U+F700 to U+F71A, shapes that Microsoft's Thai fonts kept there (as listed in
  /// Pango's Thai shaper).
  private static let oldFontLetters =
    Array(
      "\u{E10}\u{E34}\u{E35}\u{E36}\u{E37}\u{E48}\u{E49}\u{E4A}\u{E4B}\u{E4C}\u{E48}\u{E49}\u{E4A}"
        .unicodeScalars
    )
    + Array(
      "\u{E4B}\u{E4C}\u{E0D}\u{E31}\u{E4D}\u{E47}\u{E48}\u{E49}\u{E4A}\u{E4B}\u{E4C}\u{E38}\u{E39}"
        .unicodeScalars) + ["\u{E3A}"]

  /// Whether the character is one of these, or of their neighbours.
  static func mayBe(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let (second, third) = (utf8[at: index + 1], utf8[at: index + 2])
    switch (utf8[index], second) {
    case (0xC2, 0x80...0xA0), (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C): return true
    case (0xE1, 0x85), (0xE1, 0x9A), (0xE1, 0xA0): return true
    case (0xE2, 0x80): return third < 0x90 || third &- 0xA8 < 8
    case (0xE2, 0x81): return third >= 0x9F
    case (0xE2, 0xA0), (0xE3, 0x80), (0xE3, 0x85): return third == 0x80 || third == 0xA4
    case (0xEE, _), (0xEF, 0x80...0xA3), (0xEF, 0xB7), (0xEF, 0xB8), (0xEF, 0xBB),
      (0xEF, 0xBE...0xBF):
      return true
    case (0xF3, 0xA0): return true
    case (0xF0...0xF4, _): return second & 0x0F == 0x0F && third == 0xBF
    default: return false
    }
  }

  /// Joiners are of use between letters of other scripts and in emoji.
  private static func hasUse(
    joinerBetween before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Bool {
    guard let before, let after else { return false }
    return [before, after].allSatisfy { scalar in
      !scalar.isASCII && !isThai(scalar) && !scalar.properties.isWhitespace
        && issue(of: scalar.value) == nil && scalar.value & ~1 != 0x200C
    }
  }

  private static func hasUse(selectorAfter before: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    return !isThai(before) && !before.properties.isWhitespace
      && (!before.isASCII || "0123456789#*".unicodeScalars.contains(before))
  }

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    0x0E00...0x0E7F ~= scalar.value
  }

  private static func before(
    _ index: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    guard index > 0 else { return nil }
    var start = index - 1
    while start > 0, index - start < 4, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(in: utf8, at: start)
  }

  private static func scalar(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Unicode.Scalar? {
    guard index < utf8.count else { return nil }
    let end = min(index + ClusterScanner.scalarLength(utf8[index]), utf8.count)
    return String(decoding: utf8[index..<end], as: UTF8.self).unicodeScalars.first
  }
}

/// Whether a code stands for no character, for a control character or for one that cannot be seen.
package func isUnseenCharacter(_ code: UInt32) -> Bool {
  guard let kind = UnseenCharacter.issue(of: code)?.kind else {
    return code & ~1 == 0x200C || (code < 0x80 && UInt8(code).isForbiddenControl)
  }
  return kind == .invisible || kind == .control
}
