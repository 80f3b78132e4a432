/// A line of text reduced to what personal data is written with.
///
/// Digits of any script become ASCII, dashes and spaces of any kind one of each, letters lower
/// case, Thai letters one byte each. What is not seen, and the marks of Markdown, are left out;
/// codes such as `&#64;`, `%40` and `\u0040` are what they stand for, and so is `(at)`. A line end
/// after a hyphen is left out as well. Any other letter is `~`.
struct PlainCharacters {
  private(set) var bytes: [UInt8] = []
  /// The place of each in the text, and the text's end.
  private(set) var places: [Int] = []

  init(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = 0
    while index < line.count {
      if let length = SpelledMark.at.length(in: line, at: index) {
        while bytes.last == 0x20 { drop() }
        append(UInt8(ascii: "@"), at: start + index)
        index += length
        while index < line.count, line[index] == 0x20 { index += 1 }
      } else if let length = SpelledMark.dot.length(in: line, at: index) {
        while bytes.last == 0x20 { drop() }
        append(UInt8(ascii: "."), at: start + index)
        index += length
        while index < line.count, line[index] == 0x20 { index += 1 }
      } else if let length = LookTag.length(in: line, at: index) {
        index += length
      } else {
        let (byte, length) = Self.character(line, at: index)
        if let byte {
          append(isZero(line, at: index) ? UInt8(ascii: "0") : byte, at: start + index)
        }
        index += length
      }
    }
    places.append(start + line.count)
  }

  /// Whether the letter O stands where a mobile number begins, as in `O81-234-5678`.
  private func isZero(_ line: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    line[index] | 0x20 == UInt8(ascii: "o") && bytes.last.map { !$0.isPlainWord } ?? true
      && index + 2 < line.count && [0x36, 0x38, 0x39].contains(line[index + 1])
      && line[index + 2].isPlainDigit
  }

  private mutating func append(_ byte: UInt8, at place: Int) {
    bytes.append(byte)
    places.append(place)
  }

  private mutating func drop() {
    bytes.removeLast()
    places.removeLast()
  }

  /// The bytes of the text that the characters come from.
  func source(_ range: Range<Int>) -> Range<Int> {
    places[range.lowerBound]..<(range.isEmpty ? places[range.lowerBound] : end(range.upperBound))
  }

  /// The end of the character before the index: invisible ones after it do not count.
  private func end(_ index: Int) -> Int { min(places[index], places[index - 1] + 3) }

  /// What a character is taken for, and how many bytes it has; `nil` leaves it out.
  private static func character(
    _ line: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8?, length: Int) {
    let byte = line[index]
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"): return (nil, 1)
    case UInt8(ascii: "\\"): return escape(line, at: index)
    case 0x0A, 0x0D: return (nil, 1)
    case UInt8(ascii: "&"), UInt8(ascii: "%"): return code(line, at: index)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return (byte | 0x20, 1)
    case 0x09: return (0x20, 1)
    case ..<0x80: return (byte, 1)
    default:
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      let bits = byte & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
      let rest = line[(index + 1)..<min(line.count, index + length)]
      return (plain(rest.reduce(UInt32(bits)) { $0 << 6 | UInt32($1 & 0x3F) }), length)
    }
  }

  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x0E50...0x0E59: UInt8(truncatingIfNeeded: scalar - 0x0E50) + 0x30
    case 0xFF10...0xFF19: UInt8(truncatingIfNeeded: scalar - 0xFF10) + 0x30
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: UInt8(ascii: "-")
    case 0xFF20: UInt8(ascii: "@")
    case 0xFF0B: UInt8(ascii: "+")
    case 0xFF08: UInt8(ascii: "(")
    case 0xFF09: UInt8(ascii: ")")
    case 0x0E01...0x0E5B: UInt8(truncatingIfNeeded: scalar) | 0x80
    case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: nil
    default: UInt8(ascii: "~")
    }
  }

  /// A character written as a reference of HTML or as two hexadecimal digits after `%`.
  private static func code(
    _ line: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8?, length: Int) {
    let text = String(decoding: line[index..<min(line.count, index + 10)], as: UTF8.self)
    if text.hasPrefix("%") {
      let digits = text.dropFirst().prefix(2)
      guard digits.count == 2, let value = UInt32(digits, radix: 16), (0x20...0x7E).contains(value)
      else { return (UInt8(ascii: "%"), 1) }
      return (plainASCII(value), 3)
    }
    guard let end = text.firstIndex(of: ";") else { return (UInt8(ascii: "&"), 1) }
    let name = text[text.index(after: text.startIndex)..<end].lowercased()
    let length = name.utf8.count + 2
    let value: UInt32? =
      switch name {
      case "commat": 0x40
      case "nbsp": 0xA0
      case "period": 0x2E
      case "hyphen", "dash", "ndash", "mdash": 0x2D
      case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16)
      case _ where name.hasPrefix("#"): UInt32(name.dropFirst())
      default: nil
      }
    guard let value else { return (UInt8(ascii: "&"), 1) }
    return (value < 0x80 ? plainASCII(value) : plain(value), length)
  }

  /// A character written as in JSON, such as `\u0030`; of other escapes the sign is left out.
  private static func escape(
    _ line: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8?, length: Int) {
    let text = String(decoding: line[index..<min(line.count, index + 6)], as: UTF8.self)
    guard text.hasPrefix("\\u"), text.utf8.count == 6,
      let value = UInt32(text.dropFirst(2), radix: 16)
    else { return (nil, 1) }
    return (value < 0x80 ? plainASCII(value) : plain(value), 6)
  }

  private static func plainASCII(_ value: UInt32) -> UInt8 {
    let byte = UInt8(truncatingIfNeeded: value)
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : max(byte, 0x20)
  }
}

extension PlainCharacters {
  /// The character at an index; a space beyond either end.
  subscript(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

  /// Whether the characters from an index on are these, given in lower case.
  func has(_ text: String, at index: Int) -> Bool {
    index >= 0 && bytes[min(index, bytes.count)...].starts(with: Self.plain(text))
  }

  /// Whether the characters before an index are these, given in lower case.
  func has(_ text: String, before index: Int) -> Bool {
    has(text, at: index - text.unicodeScalars.count)
  }

  /// Whether these characters, given in lower case, stand close to a range: at most twenty
  /// characters before it or eight behind.
  func has(_ text: String, near range: Range<Int>) -> Bool {
    let word = Self.plain(text)
    let before = bytes[max(0, range.lowerBound - word.count - 20)..<range.lowerBound]
    let after = bytes[range.upperBound..<min(bytes.count, range.upperBound + word.count + 8)]
    return before.firstRange(of: word) != nil || after.firstRange(of: word) != nil
  }

  private static func plain(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : plain($0.value) ?? 0 }
  }

  /// The part without spaces, quotation marks and brackets around an index.
  func token(around index: Int) -> Range<Int> {
    let limits = " \"'<>[]|".utf8
    let start = bytes[..<index].lastIndex { limits.contains($0) }.map { $0 + 1 } ?? 0
    return start..<(bytes[index...].firstIndex { limits.contains($0) } ?? bytes.count)
  }

  /// Whether an index lies in the address of a page, which has long numbers of its own; those of
  /// messengers name people.
  func isInAddress(_ index: Int) -> Bool {
    let token = token(around: index)
    let before = bytes[token.lowerBound..<index]
    let text = String(decoding: before, as: UTF8.self)
    guard text.contains("://") || text.contains("www.") || text.hasPrefix("//") else {
      return Self.isObjectIdentifier(text)
    }
    if Self.isAskedFor(text) { return false }
    let messengers = ["wa.me/", "whatsapp.com/", "line.me/", "t.me/", "viber.", "signal.me/"]
    return !messengers.contains { text.contains($0) }
  }

  /// Whether what stands before a number names it in a query, as in `?id=`, by another word than
  /// those for moments, versions and posts.
  private static func isAskedFor(_ before: String) -> Bool {
    guard before.hasSuffix("="), let start = before.lastIndex(where: { "?&;".contains($0) }) else {
      return false
    }
    let key = before[before.index(after: start)...].dropLast()
    return ![
      "t", "ts", "time", "timestamp", "_", "v", "ver", "version", "date", "cb", "fbid", "post",
      "story_fbid", "gid", "set",
    ].contains(key)
  }

  /// Whether what stands before a number makes it a DOI, such as `10.1234/0812345678`.
  private static func isObjectIdentifier(_ before: String) -> Bool {
    guard let start = before.firstRange(of: "10.") else { return false }
    let registrant = before[start.upperBound...].prefix { $0.isNumber || $0 == "." }
    return registrant.utf8.count >= 4 && before[registrant.endIndex...].hasPrefix("/")
      && before[..<start.lowerBound].last?.isNumber != true
  }

  /// Whether no Thai or Latin letter and no digit stands at an index.
  func endsWord(at index: Int) -> Bool { !self[index].isPlainWord && self[index] < 0x80 }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  /// Whether it is a digit.
  var isPlainDigit: Bool { self &- 0x30 < 10 }
  /// Whether it stands for a letter of another script.
  var isForeign: Bool { self >= 0x80 || self == UInt8(ascii: "~") }
  /// Whether it is a lower-case letter or a digit.
  var isPlainWord: Bool { isPlainDigit || self &- 0x61 < 26 }
}

/// A mark of an address that is written as a word: `(at)`, `[dot]`.
enum SpelledMark: String, CaseIterable {
  case at, dot

  /// How many bytes it has where it stands at an index.
  func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let open = text[index]
    guard open == UInt8(ascii: "(") || open == UInt8(ascii: "[") || open == UInt8(ascii: "{")
    else { return nil }
    var end = index + 1
    while end < text.count, text[end] == 0x20 { end += 1 }
    for letter in rawValue.utf8 {
      guard end < text.count, text[end] | 0x20 == letter else { return nil }
      end += 1
    }
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard end < text.count, [0x29, 0x5D, 0x7D].contains(text[end]) else { return nil }
    return end + 1 - index
  }
}
