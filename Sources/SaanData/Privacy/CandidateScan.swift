/// Goes through a text and stops at the lines in which personal data may be.
///
/// One look at each byte: nine digits with little between them, or an `@`, make a line worth
/// reading.
struct CandidateScan {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The bytes of the next such line.
  mutating func nextLine() -> Range<Int>? {
    guard let hit = nextHit() else { return nil }
    let newline = UInt8(ascii: "\n")
    let start = text[..<hit].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = text[hit...].firstIndex(of: newline) ?? text.count
    index = end
    return start..<end
  }

  private mutating func nextHit() -> Int? {
    var digits = 0
    var gap = 0
    while index < text.count {
      let byte = text[index]
      switch Self.classes[Int(byte)] {
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
      case .between:
        gap += 1
        if gap > 24 { digits = 0 }
      case .code:
        if isCode(at: index) { return index }
        gap += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether a character is written as a code here: `&#64;`, `%40`.
  private func isCode(at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    let (first, second) = (text[index + 1], text[index + 2])
    if text[index] == UInt8(ascii: "&") {
      return first == UInt8(ascii: "#")
        || (first == UInt8(ascii: "c") && second == UInt8(ascii: "o"))
    }
    return (first == UInt8(ascii: "4") && second == UInt8(ascii: "0"))
      || (first == UInt8(ascii: "3") && second &- 0x30 < 10)
  }

  private enum Class: UInt8 { case other, digit, thai, wide, mark, between, code }

  private static let classes: [Class] = (0..<256).map { code in
    switch UInt8(code) {
    case 0x30...0x39: .digit
    case 0xE0: .thai
    case 0xEF: .wide
    case UInt8(ascii: "@"): .mark
    case UInt8(ascii: "&"), UInt8(ascii: "%"): .code
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "\\"), UInt8(ascii: "`"), 0xC2, 0xA0, 0xAD, 0xE2, 0x80...0x95, 0xAF, 0xBB:
      .between
    default: .other
    }
  }
}
