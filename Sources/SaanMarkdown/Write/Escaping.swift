import Glibc
import SaanText

private let isSafeInAddress: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  for byte in UInt8.min...127 where byte.isLetter || byte.isDigit { table[Int(byte)] = true }
  for byte in "-_.+!*(),%#@?=;:/$~".utf8 { table[Int(byte)] = true }
  return table
}()

private let noBreakMaiyamok: [UInt8] = [0xC2, 0xA0, 0xE0, 0xB9, 0x86]

extension [UInt8] {
  /// Appends a number in decimal digits.
  mutating func append(number: Int) {
    append(contentsOf: String(number).utf8)
  }

  /// Appends text with `& < > "` escaped, as cmark does.
  mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    appendEscaped(bytes, as: .commonMark)
  }

  /// Appends a text's bytes escaped.
  mutating func appendText(_ text: String) {
    var text = text
    text.withUTF8 { appendText($0) }
  }

  /// Appends text escaped; the space before a repetition mark ๆ does not break.
  mutating func appendProse(_ bytes: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    var position = 0
    // ๆ ends in a byte that few other letters have.
    while let base = bytes.baseAddress, position < bytes.count,
      let match = memchr(base + position, 0x86, bytes.count - position)
    {
      let last = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(match))
      position = last + 1
      guard last - clean >= 3, bytes[last - 1] == 0xB9, bytes[last - 2] == 0xE0,
        bytes[last - 3] == 0x20
      else { continue }
      appendText(UnsafeBufferPointer(rebasing: bytes[clean..<last - 3]))
      append(contentsOf: noBreakMaiyamok)
      clean = position
    }
    appendText(UnsafeBufferPointer(rebasing: bytes[clean...]))
  }

  /// Appends an address for `href` or `src`: percent-encoded where needed, then escaped.
  mutating func appendAddress(_ address: String) {
    // Here cmark escapes the apostrophe too, in hexadecimal.
    let digits = StaticString("0123456789ABCDEF")
    for byte in address.utf8 {
      if isSafeInAddress[Int(byte)] {
        append(byte)
      } else if byte == UInt8(ascii: "'") {
        append("&#x27;")
      } else if byte == UInt8(ascii: "&"), let entity = HTMLEntities.commonMark.entity(for: byte) {
        append(entity)
      } else {
        append(UInt8(ascii: "%"))
        append(digits.utf8Start[Int(byte >> 4)])
        append(digits.utf8Start[Int(byte & 15)])
      }
    }
  }

  /// Appends a shortcode's HTML without its tags, for where only text may be.
  mutating func appendWithoutTags(_ markup: String) {
    var isTag = false
    for byte in markup.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      case UInt8(ascii: "\"") where !isTag:
        if let entity = HTMLEntities.commonMark.entity(for: byte) { append(entity) }
      default: if !isTag { append(byte) }
      }
    }
  }

  /// Appends a shortcode's HTML without its links, for where a link is open: HTML has none inside
  /// another.
  mutating func appendWithoutLinks(_ markup: String) {
    let bytes = Array(markup.utf8)
    var (clean, index) = (0, 0)
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let name =
        open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/") ? open + 2 : open + 1
      let isLink =
        name + 1 < bytes.count && bytes[name] | 0x20 == UInt8(ascii: "a")
        && (bytes[name + 1] <= 0x20 || bytes[name + 1] == UInt8(ascii: ">"))
      index = name
      guard isLink else { continue }
      append(contentsOf: bytes[clean..<open])
      index = Self.endOfTag(bytes, from: name)
      clean = index
    }
    append(contentsOf: bytes[clean...])
  }

  /// The place behind a tag, whose values may hold `>` in quotation marks.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }
}
