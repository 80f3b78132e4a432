/// Takes JSON apart, strictly after RFC 8259: what is not JSON is a mistake with its place.
///
/// The one reader of its words for all that read JSON. Keys that stand twice in an object, half a
/// pair of surrogates and numbers out of range are mistakes as well, for each would lose something.
package struct JSONScanner {
  /// What should stand at an offset.
  package struct Mistake: Error, Sendable {
    package let expected: Wording
    package let offset: Int
    /// Whether it is nested deeper than anybody reads.
    package var isTooDeep = false
  }

  private let bytes: [UInt8]
  /// Where the next word begins.
  package private(set) var offset: Int

  /// Begins at the first byte that is no byte-order mark.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The byte after any space; `nil` at the end.
  package mutating func next() -> UInt8? {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
    return peek
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Takes a mark if it comes next.
  package mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  /// Takes a mark that must come next.
  package mutating func expect(
    _ mark: Unicode.Scalar, or other: Unicode.Scalar? = nil
  ) throws(Mistake) {
    guard !take(mark) else { return }
    throw other.map { mistake("'\($0)' or '\(mark)'", "'\($0)' หรือ '\(mark)'") }
      ?? mistake("'\(mark)'", "'\(mark)'")
  }

  /// Takes nothing more: the text must end here.
  package mutating func expectEnd() throws(Mistake) {
    guard next() == nil else { throw mistake("the end of the file", "จุดสิ้นสุดไฟล์") }
  }

  /// A mistake at the offset, or before it.
  package func mistake(_ en: String, _ th: String, at start: Int? = nil) -> Mistake {
    Mistake(expected: Wording(en: en, th: th), offset: min(start ?? offset, bytes.count))
  }

  // MARK: Words

  /// Takes `true`, `false` or `null` if one comes next; its first letter is told.
  package mutating func word() throws(Mistake) -> UInt8? {
    for word in ["true", "false", "null"] where next() == word.utf8.first {
      guard bytes[offset...].starts(with: word.utf8) else { break }
      let end = offset + word.utf8.count
      guard end == bytes.count || !bytes[end].isWordByte else { break }
      offset = end
      return word.utf8.first
    }
    return nil
  }

  /// Takes a number and gives its bytes: digits without zeros in front, a point between digits.
  package mutating func number() throws(Mistake) -> Range<Int> {
    _ = next()
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    if peek == UInt8(ascii: "0") { offset += 1 } else { try digits(of: start) }
    if peek == UInt8(ascii: ".") {
      offset += 1
      try digits(of: start)
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      try digits(of: start)
    }
    if let byte = peek, byte.isWordByte || byte == UInt8(ascii: ".") {
      throw mistake("a value", "ค่า", at: start)
    }
    return start..<offset
  }

  private mutating func digits(of start: Int) throws(Mistake) {
    let first = offset
    while let byte = peek, byte.isDigit { offset += 1 }
    guard offset > first else { throw mistake("a value", "ค่า", at: start) }
  }

  /// Appends what a string stands for.
  package mutating func string(into text: inout [UInt8]) throws(Mistake) {
    guard next() == UInt8(ascii: "\"") else { throw mistake("'\"'", "'\"'") }
    let start = offset
    offset += 1
    var run = offset
    while let byte = peek {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        text.append(contentsOf: bytes[run..<offset])
        offset += 1
        if byte == UInt8(ascii: "\"") { return }
        try escape(into: &text)
        run = offset
      } else if byte < 0x20 {
        throw mistake(
          "no line break or control character in a text", "ข้อความที่ไม่มีการขึ้นบรรทัดหรืออักขระควบคุม")
      } else {
        offset += 1
      }
    }
    throw mistake("a closing '\"' for this one", "'\"' ปิดของเครื่องหมายนี้", at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Mistake) {
    let start = offset - 1
    guard let byte = peek else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      guard let scalar = scalar() else {
        throw mistake("a Unicode escape such as \\u0E01", "รหัส Unicode เช่น \\u0E01", at: start)
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: throw mistake("an escape such as \\n", "รหัสเช่น \\n", at: start)
    }
  }

  /// A character by its number, or by the two numbers of a pair.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    offset += 2
    guard let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0.isDigit || ($0 | 0x20) &- 0x61 < 6 }) else { return nil }
    offset += 4
    return UInt32(digits, radix: 16)
  }

  // MARK: Whole values

  /// Passes over a value, whatever it is, so many levels deep at most.
  package mutating func skipValue(depth: Int) throws(Mistake) -> Range<Int> {
    _ = next()
    let start = offset
    try skip(depth: depth)
    return start..<offset
  }

  private mutating func skip(depth: Int) throws(Mistake) {
    var scratch: [UInt8] = []
    switch next() {
    case UInt8(ascii: "\""): try string(into: &scratch)
    case UInt8(ascii: "["):
      try open(depth)
      if take("]") { return }
      repeat { try skip(depth: depth - 1) } while take(",")
      try expect("]", or: ",")
    case UInt8(ascii: "{"):
      try open(depth)
      if take("}") { return }
      var keys: Set<String> = []
      repeat {
        _ = try key(&keys)
        try skip(depth: depth - 1)
      } while take(",")
      try expect("}", or: ",")
    default: if try word() == nil { _ = try number() }
    }
  }

  private mutating func open(_ depth: Int) throws(Mistake) {
    guard depth > 0 else {
      var mistake = mistake("fewer levels", "ข้อมูลที่ซ้อนกันน้อยชั้นกว่านี้")
      mistake.isTooDeep = true
      throw mistake
    }
    offset += 1
  }

  /// Takes a key with its colon; one that is among the known ones already is a mistake.
  package mutating func key(_ known: inout Set<String>) throws(Mistake) -> String {
    guard next() == UInt8(ascii: "\"") else {
      throw mistake("a key in quotes", "คีย์ในเครื่องหมายคำพูด")
    }
    let start = offset
    var text: [UInt8] = []
    try string(into: &text)
    let key = String(decoding: text, as: UTF8.self)
    guard known.insert(key).inserted else {
      throw mistake(
        "another key, '\(key)' is there already", "คีย์อื่น เพราะมีคีย์ '\(key)' อยู่แล้ว", at: start)
    }
    try expect(":")
    return key
  }

  /// The number as a double; `nil` when it is too large or too small to be one.
  package static func double(_ text: String) -> Double? {
    guard let number = Double(text), number.isFinite else { return nil }
    let digits = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let isZero = !digits.contains { (0x31...0x39).contains($0) }
    return number == 0 && !isZero ? nil : number
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    isDigit || (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "-") || self >= 0x80
  }
}
