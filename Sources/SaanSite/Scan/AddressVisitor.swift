import Glibc

/// How the bytes of an address are written where it stands.
enum AddressSetting: Sendable {
  /// In an attribute or as the text of an element: `&amp;` is an ampersand.
  case markup
  /// In `url()` or `@import` of a style sheet.
  case style
  /// In a string of JSON: a backslash escapes.
  case json
  /// Among words.
  case text
}

/// Who is told of every address in an output, and of every id that an address can name.
///
/// Ranges are offsets into the output's bytes.
protocol AddressVisitor {
  mutating func visit(address: Range<Int>, _ setting: AddressSetting)
  mutating func visit(identifier: Range<Int>)
  /// The ids, parted by spaces, by which an attribute such as `for` names other parts of the page.
  mutating func visit(label: Range<Int>)
  /// `<base href>`, from which the relative addresses behind it count.
  mutating func visit(base: Range<Int>)
}

/// What kind of text an output is, by the ending of its name.
enum AddressFormat: Sendable {
  case html, xml, css, json, text

  /// `nil` for what holds no addresses, such as pictures and tables.
  init?(_ path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "html", "htm", "php", "asp", "aspx", "jsp": self = .html
    case "xml", "svg", "xhtml", "atom", "rss": self = .xml
    case "css": self = .css
    case "json", "jsonld", "geojson", "webmanifest": self = .json
    case "txt", "md": self = .text
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The next place of a byte, found by the system's fastest search.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let baseAddress,
      let hit = memchr(baseAddress + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(baseAddress)
  }

  /// The next place of a word.
  func firstIndex(of word: [UInt8], from start: Int) -> Int? {
    guard let first = word.first, let baseAddress else { return nil }
    var index = start
    while let hit = firstIndex(of: first, from: index, to: count - word.count + 1) {
      if memcmp(baseAddress + hit, word, word.count) == 0 { return hit }
      index = hit + 1
    }
    return nil
  }

  /// Whether the bytes are the word, whichever case its letters have.
  func holds(_ word: StaticString, in range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && starts(with: word, at: range.lowerBound)
  }

  /// Whether the word stands here, whichever case its letters have; the word itself is in small
  /// letters.
  func starts(with word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start + length <= count else { return false }
    for index in 0..<length {
      let byte = self[start + index]
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if small != word.utf8Start[index] { return false }
    }
    return true
  }

  /// The range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
