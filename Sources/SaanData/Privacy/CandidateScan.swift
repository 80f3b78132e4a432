/// Goes through a text and stops at the lines in which personal data may be.
///
/// One look at each byte: nine digits with little between them, or an `@`, make a line worth
/// reading. A line that ends in a digit and a hyphen goes on in the next one.
struct CandidateScan {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Where the last line ended.
  private var last = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The bytes of the next such line.
  mutating func nextLine() -> Range<Int>? {
    guard let hit = nextHit() else { return nil }
    let newline = UInt8(ascii: "\n")
    var start = text[..<hit].lastIndex(of: newline).map { $0 + 1 } ?? 0
    while start > last, isWrapped(at: start - 1) {
      start = text[..<(start - 1)].lastIndex(of: newline).map { $0 + 1 } ?? 0
    }
    var end = text[hit...].firstIndex(of: newline) ?? text.count
    while end < text.count, isWrapped(at: end) {
      end = text[(end + 1)...].firstIndex(of: newline) ?? text.count
    }
    (index, last) = (end, end)
    return start..<end
  }

  /// The next place where an `@` stands, or nine digits have come together.
  ///
  /// It may stop too often and never too seldom, for lines are read with care afterwards: marks,
  /// tags and codes between digits do not end a run, up to 24 of them.
  private mutating func nextHit() -> Int? {
    var digits = 0
    var gap = 0
    let classes = Self.classes
    while index < text.count {
      let byte = text[index]
      switch classes[Int(byte)] {
      case .other: digits = 0
      case .digit:
        (digits, gap) = (digits + 1, 0)
        if digits >= 9 { return index }
      case .thai:
        let isThai = index + 2 < text.count && text[index + 1] & 0xFE == 0xB8
        if isThai, text[index + 1] == 0xB9, text[index + 2] &- 0x90 < 10 {
          (digits, gap) = (digits + 1, 0)
          if digits >= 9 { return index }
        } else {
          digits = 0
        }
        if isThai { index += 2 }
      case .wide:
        // A digit or an `@` of full width, or a mark that is not seen.
        let last = index + 2 < text.count && text[index + 1] == 0xBC ? text[index + 2] : 0
        if last == 0xA0 { return index }
        if last &- 0x90 < 10 {
          (digits, gap) = (digits + 1, 0)
          if digits >= 9 { return index }
          index += 2
        }
      case .mark: return index
      case .bracket:
        if SpelledMark.at.length(in: text, at: index) != nil { return index }
        gap += 1
        if gap > 24 || text[index] != UInt8(ascii: "(") { digits = 0 }
      case .lineEnd:
        if digits == 0 || !isWrapped(at: index) { digits = 0 }
      case .between:
        gap += 1
        if gap > 24 { digits = 0 }
      case .tag:
        if let length = LookTag.length(in: text, at: index) {
          index += length - 1
        } else {
          digits = 0
        }
      case .code:
        if isCode(at: index) { return index }
        gap += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether the line that ends at an index is cut within a number: it ends in a digit and
  /// a hyphen.
  private func isWrapped(at newline: Int) -> Bool {
    var end = newline
    if end > 0, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end > 0, text[end - 1] == UInt8(ascii: "-") {
      end -= 1
    } else if end > 3, text[end - 3] == 0xE2, text[end - 2] == 0x80, text[end - 1] & 0xF8 == 0x90 {
      end -= 3
    } else {
      return false
    }
    // A Thai digit ends in such a byte, after one that tells it from a letter.
    return end > 0
      && (text[end - 1] &- 0x30 < 10
        || (end > 2 && text[end - 2] == 0xB9 && text[end - 1] &- 0x90 < 10))
  }

  /// Whether a character is written as a code here: `&#64;`, `%40`, `\u0040`.
  private func isCode(at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    let (first, second) = (text[index + 1], text[index + 2])
    if text[index] == UInt8(ascii: "\\") {
      return first == UInt8(ascii: "u") && second == UInt8(ascii: "0") && index + 5 < text.count
        && (text[index + 4] == UInt8(ascii: "3") || text[index + 4] == UInt8(ascii: "4")
          || text[index + 4] == UInt8(ascii: "5"))
    }
    if text[index] == UInt8(ascii: "&") {
      return first == UInt8(ascii: "#")
        || (first == UInt8(ascii: "c") && second == UInt8(ascii: "o"))
    }
    return (first == UInt8(ascii: "4") && second == UInt8(ascii: "0"))
      || (first == UInt8(ascii: "3") && second &- 0x30 < 10)
  }

  private enum Class: UInt8 {
    case other, digit, thai, wide, mark, between, code, bracket, lineEnd, tag
  }

  private static let classes: [Class] = (0..<256).map { code in
    switch UInt8(code) {
    case 0x30...0x39: .digit
    case 0xE0: .thai
    case 0xEF: .wide
    case UInt8(ascii: "@"): .mark
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "\\"): .code
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .bracket
    case 0x0A: .lineEnd
    case UInt8(ascii: "<"): .tag
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/"), 0x0D,
      UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "`"), 0xC2, 0xA0, 0xAD, 0xE2, 0x80...0x95, 0xAF, 0xBB:
      .between
    default: .other
    }
  }
}
