/// Finds addresses that are not marked up as links: `https://…`, `www.…`.
///
/// As GFM does, but it also stops at a bracket that closes one outside the address, at quotation
/// marks, pipes and backticks, because it looks at the text before its structure is known, and
/// before the first Thai letter, for Thai words follow without a space. Only a host that begins
/// with a Thai letter may have more of them, and so may what follows it.
enum BareAddress {
  /// The address whose `://` or `www.` has its `:` or `.` at `offset`.
  static func range(in bytes: [UInt8], at offset: Int) -> Range<Int>? {
    guard
      let (start, host) = bytes[offset] == UInt8(ascii: ":")
        ? scheme(bytes, offset) : www(bytes, offset)
    else { return nil }
    let isThai = isThaiLetter(bytes, host)
    guard let hostEnd = domain(bytes, host, isThai: isThai) else { return nil }
    let end = trimmed(
      bytes,
      start..<addressEnd(bytes, hostEnd, isEnclosed: isEnclosed(bytes, start), isThai: isThai))
    return end > host ? start..<end : nil
  }

  /// Whether a letter of Thai or Lao stands at an offset.
  static func isThaiLetter(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xE0 && (0xB8...0xBB).contains(bytes[offset + 1])
  }

  /// Whether a quotation mark of word processors stands at an offset.
  private static func isCurlyQuote(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && (0x98...0x9F).contains(bytes[offset + 2])
  }

  private static func scheme(_ bytes: [UInt8], _ colon: Int) -> (start: Int, host: Int)? {
    guard colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"),
      bytes[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > 0, colon - start < 6, bytes[start - 1].isLetter { start -= 1 }
    let name = bytes[start..<colon].map { $0 | 0x20 }
    guard
      name.elementsEqual("https".utf8) || name.elementsEqual("http".utf8)
        || name.elementsEqual("ftp".utf8), mayStart(bytes, start)
    else { return nil }
    return (start, colon + 3)
  }

  private static func www(_ bytes: [UInt8], _ dot: Int) -> (start: Int, host: Int)? {
    let start = dot - 3
    guard start >= 0, bytes[start..<dot].allSatisfy({ $0 == UInt8(ascii: "w") }),
      mayStart(bytes, start)
    else { return nil }
    if start > 0 {
      let before = bytes[start - 1]
      guard
        before.isWhitespace || before >= 0x80 || "*_~(>".utf8.contains(before)
          || before == StandIn.tilde
      else { return nil }
    }
    return (start, dot + 1)
  }

  /// Whether no destination, attribute or word comes before.
  private static func mayStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    if before.isLetter || before.isDigit { return false }
    switch before {
    case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="),
      UInt8(ascii: "/"):
      return false
    case UInt8(ascii: "("):
      return start < 2 || bytes[start - 2] != UInt8(ascii: "]")
    default:
      return true
    }
  }

  /// The end of a host name; its last two parts must have no underscore.
  private static func domain(_ bytes: [UInt8], _ start: Int, isThai: Bool) -> Int? {
    var end = start
    var underscores = (last: 0, before: 0)
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (0, underscores.last)
      } else if byte >= 0x80 {
        if !isThai, isThaiLetter(bytes, end) { break }
        if isCurlyQuote(bytes, end) { break }
      } else if !byte.isLetter, !byte.isDigit, byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    return end > start && underscores == (0, 0) ? end : nil
  }

  /// Where an address ends at the latest.
  ///
  /// A parenthesis that closes one outside ends it only where one stands right before the address,
  /// as in `[text](http://…)`, for links are found later; elsewhere it is part of the address, as
  /// GFM has it.
  private static func addressEnd(
    _ bytes: [UInt8], _ start: Int, isEnclosed: Bool, isThai: Bool
  ) -> Int {
    var end = start
    var depth = (parentheses: 0, brackets: 0)
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20, byte != StandIn.unknown { return end }
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "\""):
        return end
      case UInt8(ascii: "("): depth.parentheses += 1
      case UInt8(ascii: "["): depth.brackets += 1
      case UInt8(ascii: ")"):
        depth.parentheses -= 1
        if depth.parentheses < 0, isEnclosed { return end }
      case UInt8(ascii: "]"):
        depth.brackets -= 1
        if depth.brackets < 0 { return end }
      case UInt8(ascii: "{"):
        if end + 1 < bytes.count, bytes[end + 1] == byte { return end }
      case 0xE0:
        if !isThai, isThaiLetter(bytes, end) { return end }
      case 0xE2:
        if isCurlyQuote(bytes, end) { return end }
      default: break
      }
      end += 1
    }
    return end
  }

  /// Whether an opening parenthesis stands right before, but for spaces.
  private static func isEnclosed(_ bytes: [UInt8], _ start: Int) -> Bool {
    bytes[..<start].last { $0 != 0x20 } == UInt8(ascii: "(")
  }

  /// How many more parentheses are closed than opened.
  private static func surplus(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { depth, byte in
      depth + (byte == UInt8(ascii: ")") ? 1 : byte == UInt8(ascii: "(") ? -1 : 0)
    }
  }

  /// Leaves punctuation that belongs to the sentence, and an entity at the end.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    var surplus = surplus(bytes[range])
    while end > range.lowerBound {
      let last = bytes[end - 1]
      if "?!.,:*_~'".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")"), surplus > 0 {
        end -= 1
        surplus -= 1
      } else if last == UInt8(ascii: ";") {
        var start = end - 2
        while start > range.lowerBound, bytes[start].isLetter || bytes[start].isDigit { start -= 1 }
        let isEntity = start < end - 2 && bytes[start] == UInt8(ascii: "&")
        end = isEntity ? start : end - 1
      } else {
        break
      }
    }
    return end
  }
}
