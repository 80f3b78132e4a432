/// Finds the end of a shortcode's call, without understanding its arguments.
///
/// What arguments mean is for the templates to say, which nothing here knows of: brackets and
/// quotation marks alone tell where a call ends.
enum CallScanner {
  enum Found {
    /// `name(…)` and the end of what closes the braces.
    case call(name: Range<Int>, call: Range<Int>, end: Int)
    /// `name(` without an end.
    case unclosed
    /// A name without parentheses.
    case name
  }

  /// The call that begins at `start`; it is closed by `closing` and a `}`.
  static func scan(_ bytes: [UInt8], from start: Int, closing: UInt8, limit: Int) -> Found? {
    guard let name = name(bytes, from: start) else { return nil }
    var position = skipSpace(bytes, name.upperBound)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "(") else { return .name }
    guard let end = closingParenthesis(bytes, from: position, limit: limit) else {
      return .unclosed
    }
    position = skipSpace(bytes, end)
    guard position + 1 < bytes.count, bytes[position] == closing,
      bytes[position + 1] == UInt8(ascii: "}")
    else { return .unclosed }
    return .call(name: name, call: name.lowerBound..<end, end: position + 2)
  }

  /// The name after optional space.
  static func name(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var position = start
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    let first = position
    guard position < bytes.count, bytes[position].isLetter || bytes[position] == UInt8(ascii: "_")
    else { return nil }
    while position < bytes.count,
      bytes[position].isLetter || bytes[position].isDigit || bytes[position] == UInt8(ascii: "_")
        || bytes[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    return first..<position
  }

  static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position].isWhitespace { position += 1 }
    return position
  }

  /// The offset after the parenthesis that closes the one at `start`; a blank line ends the search.
  private static func closingParenthesis(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var isBlankLine = false
    var position = start
    let end = min(bytes.count, start + limit)
    while position < end {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A {
        if isBlankLine { return nil }
        isBlankLine = true
      } else if !byte.isWhitespace {
        isBlankLine = false
      }
      if let open = quote {
        if byte == UInt8(ascii: "\\") { position += 1 }
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return byte == UInt8(ascii: ")") ? position : nil }
      default: break
      }
    }
    return nil
  }
}
