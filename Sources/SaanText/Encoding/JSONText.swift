/// How much of a text a JSON string spells out by escapes.
package enum JSONSpelling: Sendable {
  /// What JSON itself asks for: quotes, backslashes and control characters.
  case plain
  /// Line and paragraph separators as well, so that the result may stand in a script.
  case script
  /// Everything beyond ASCII and what HTML gives a meaning to, as Python writes it for HTML.
  case ascii

  /// Whether an escape may begin at the byte.
  @inline(__always)
  fileprivate func mayEscape(_ byte: UInt8) -> Bool {
    if byte < 0x20 || byte == 0x22 || byte == 0x5C { return true }
    // U+2028 and U+2029 begin with E2 in UTF-8.
    return self != .plain
      && (byte == 0x7F || byte == 0xE2 || (self == .ascii && escapes(UInt32(byte))))
  }

  fileprivate func escapes(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x22, 0x5C: true
    case 0x7F, 0x2028, 0x2029: self != .plain
    case 0x26, 0x27, 0x3C, 0x3E, 0x80...: self == .ascii
    default: false
    }
  }
}

/// The text as a JSON string, with its quotes; line and paragraph separators are escaped as well,
/// so that the result may stand in a script.
package func jsonString(_ text: String) -> String {
  written { $0.appendJSON(text, as: .script) }
}

extension [UInt8] {
  /// Appends a text as a JSON string.
  package mutating func appendJSON(_ text: String, as spelling: JSONSpelling = .plain) {
    withUTF8(of: text) { appendJSON($0, as: spelling) }
  }

  /// Appends well-formed UTF-8 as a JSON string.
  package mutating func appendJSON(
    _ bytes: UnsafeBufferPointer<UInt8>, as spelling: JSONSpelling = .plain
  ) {
    append(UInt8(ascii: "\""))
    var (clean, index) = (0, 0)
    while index < bytes.count {
      guard spelling.mayEscape(bytes[index]) else {
        index += 1
        continue
      }
      let (value, length) = bytes.scalar(at: index)
      if spelling.escapes(value) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        append(escapeOf: value, isShort: spelling == .ascii)
        clean = index + length
      }
      index += length
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
    append(UInt8(ascii: "\""))
  }

  /// - Parameter isShort: whether `\b` and `\f` have no number.
  private mutating func append(escapeOf value: UInt32, isShort: Bool) {
    switch value {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x08 where isShort: append("\\b")
    case 0x0C where isShort: append("\\f")
    case 0x10000...:
      append(unit: 0xD800 + (value - 0x10000) >> 10)
      append(unit: 0xDC00 + (value - 0x10000) & 0x3FF)
    default: append(unit: value)
    }
  }

  private mutating func append(unit: UInt32) {
    append("\\u")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(unit >> shift & 15)
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character whose first byte stands at the index, and how many bytes it takes.
  fileprivate func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let byte = self[index]
    func rest(_ offset: Int) -> UInt32 { UInt32(self[at: index + offset] & 0x3F) }
    switch byte {
    case 0xC0..<0xE0: return (UInt32(byte & 0x1F) << 6 | rest(1), 2)
    case 0xE0..<0xF0: return (UInt32(byte & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    case 0xF0...:
      return (UInt32(byte & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    default: return (UInt32(byte), 1)
    }
  }
}
