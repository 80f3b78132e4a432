/// What makes a browser leave out part of a style sheet without a word.
struct StyleMistake: Equatable {
  enum Kind: Equatable {
    case openBlock, strayBrace, openComment, openText
    /// A declaration runs on into the one on the next line, of which this is the name.
    case missingSemicolon(next: String)
    case colour(String)
  }

  let kind: Kind
  /// The bytes to point at.
  let range: Range<Int>
}

/// Every mistake of a style sheet that can be known without a list of properties.
///
/// The grammar is that of CSS Syntax Level 3: blocks nest, a string ends on its line, and an
/// address in `url()` may stand without quotes.
func findStyleMistakes(_ bytes: UnsafeBufferPointer<UInt8>) -> [StyleMistake] {
  var reader = StyleReader(bytes: bytes)
  reader.read()
  return reader.mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private struct StyleReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var mistakes: [StyleMistake] = []
  private var index = 0
  private var open: [Int] = []
  private var brackets = 0
  /// Where the declaration that is read has its colon; nil before it.
  private var colon: Int?
  private var isCustom = false
  /// Mistakes of what may still turn out to be a selector.
  private var held: [StyleMistake] = []

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func read() {
    while index < bytes.count { step() }
    for brace in open { note(.openBlock, brace..<(brace + 1)) }
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "/") where bytes.starts(with: "/*", at: index): leapOverComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): leapOverText()
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "{"):
      open.append(index)
      beginStatement(keeping: false)
    case UInt8(ascii: "}"):
      beginStatement(keeping: true)
      if open.popLast() == nil { note(.strayBrace, (index - 1)..<index) }
    case UInt8(ascii: ";"): beginStatement(keeping: true)
    case UInt8(ascii: "("): leapIntoBracket()
    case UInt8(ascii: ")"):
      brackets = max(0, brackets - 1)
      index += 1
    case UInt8(ascii: ":"):
      if colon == nil, !open.isEmpty { colon = index }
      index += 1
    case UInt8(ascii: "#") where colon != nil: readColour()
    case UInt8(ascii: "\n") where colon != nil && brackets == 0: lookAtLine()
    default:
      if colon == nil, bytes.starts(with: "--", at: index) { isCustom = true }
      index += 1
    }
  }

  private mutating func note(_ kind: StyleMistake.Kind, _ range: Range<Int>) {
    mistakes.append(StyleMistake(kind: kind, range: range))
  }

  /// A block that opens shows that what stood before it was a selector.
  private mutating func beginStatement(keeping: Bool) {
    if keeping { mistakes += held }
    (held, colon, isCustom, brackets) = ([], nil, false, 0)
    index += 1
  }

  private mutating func leapOverComment() {
    var end = index + 2
    while end + 1 < bytes.count, !bytes.starts(with: "*/", at: end) { end += 1 }
    if end + 1 >= bytes.count {
      note(.openComment, index..<(index + 2))
      open = []
      index = bytes.count
    } else {
      index = end + 2
    }
  }

  private mutating func leapOverText() {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != bytes[start] {
      guard bytes[index] != UInt8(ascii: "\n") else { return note(.openText, start..<index) }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    if index >= bytes.count { note(.openText, start..<bytes.count) }
    index += 1
  }

  /// An address in `url()` may hold semicolons and marks of its own.
  private mutating func leapIntoBracket() {
    brackets += 1
    let isAddress = index >= 3 && bytes.starts(with: "url", at: index - 3)
    index += 1
    guard isAddress else { return }
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
    else { return }
    index = bytes.firstIndex(of: UInt8(ascii: ")"), from: index, to: bytes.count) ?? bytes.count
  }

  private mutating func readColour() {
    let start = index
    index += 1
    while index < bytes.count, bytes[index].isOfAName { index += 1 }
    let digits = bytes[(start + 1)..<index]
    let isHex = digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard !digits.isEmpty, !(isHex && [3, 4, 6, 8].contains(digits.count)), isHex || !isCustom
    else { return }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    held.append(StyleMistake(kind: .colour(text), range: start..<index))
  }

  /// A name and a colon at the start of a line, while a declaration is not at its end.
  private mutating func lookAtLine() {
    index += 1
    var start = index
    while start < bytes.count, bytes[start] <= 0x20, bytes[start] != UInt8(ascii: "\n") {
      start += 1
    }
    var end = start
    while end < bytes.count, bytes[end].isOfAName { end += 1 }
    guard end > start, end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] != UInt8(ascii: ":"), let colon, colon + 1 < start,
      bytes[(colon + 1)..<start].contains(where: { $0 > 0x20 })
    else { return }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    held.append(StyleMistake(kind: .missingSemicolon(next: name), range: start..<end))
    (self.colon, index) = (end, end + 1)
  }
}

extension UInt8 {
  /// Whether it may stand in a name of CSS.
  fileprivate var isOfAName: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self >= 0x80
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
