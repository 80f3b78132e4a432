/// Goes through a PDF's objects, drawings and tables of characters: all are written with the same
/// few signs.
///
/// It knows no nesting and no types, since each reader looks for the few signs that it needs. What
/// is broken ends the tokens and never the build.
struct PDFTokens {
  enum Token: Equatable {
    case name(String)
    case number(Double)
    case text([UInt8])
    /// Brackets, operators and everything else.
    case word(String)
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

  mutating func next() -> Token? {
    skipSpace()
    guard index < bytes.endIndex else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "("): return .text(literal())
    case UInt8(ascii: "<"):
      if at(index) != byte { return .text(hexadecimal()) }
      index += 1
      return .word("<<")
    case UInt8(ascii: ">"):
      if at(index) == byte { index += 1 }
      return .word(">>")
    case UInt8(ascii: "/"): return .name(plain(from: index))
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ")"):
      return .word(String(Unicode.Scalar(byte)))
    default:
      let word = plain(from: index - 1)
      return Double(word).map { .number($0) } ?? .word(word)
    }
  }

  /// Passes a picture that stands within a drawing.
  mutating func skipPicture() {
    while index < bytes.endIndex {
      index += 1
      if at(index) == UInt8(ascii: "E"), at(index + 1) == UInt8(ascii: "I"),
        at(index - 1) <= 0x20, at(index + 2) <= 0x20
      {
        return index = min(index + 2, bytes.endIndex)
      }
    }
  }

  private func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%") {
        index = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      } else if bytes[index] <= 0x20 {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func plain(from start: Int) -> String {
    index = bytes[index...].firstIndex { $0 <= 0x20 || Self.limits.contains($0) } ?? bytes.endIndex
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let limits = Set("()<>[]{}/%".utf8)

  /// A text in parentheses with its escapes.
  private mutating func literal() -> [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): text += escaped()
      case UInt8(ascii: ")") where depth == 0: return text
      case UInt8(ascii: ")"), UInt8(ascii: "("):
        depth += byte == UInt8(ascii: "(") ? 1 : -1
        text.append(byte)
      default: text.append(byte)
      }
    }
    return []
  }

  private mutating func escaped() -> [UInt8] {
    let octal = bytes[index...].prefix(3).prefix { $0 &- 0x30 < 8 }
    if !octal.isEmpty {
      index += octal.count
      return [UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 & 7) })]
    }
    guard index < bytes.endIndex else { return [] }
    index += 1
    switch bytes[index - 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return [0x0A]
    case UInt8(ascii: "t"): return [0x20]
    case ...0x20: return []
    default: return [bytes[index - 1]]
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    var digits = bytes[index..<end].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    index = min(end + 1, bytes.endIndex)
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(truncatingIfNeeded: digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
