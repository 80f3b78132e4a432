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

/// Tells the visitor of every address in an output.
///
/// - Parameter origin: scheme and host of the site, by which addresses among words are known.
func scanAddresses<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, of path: String, _ format: AddressFormat,
  origin: [UInt8]?, into visitor: inout Visitor
) {
  let whole = 0..<bytes.count
  switch format {
  case .html, .xml:
    var scanner = MarkupScanner<Visitor>(bytes, isXML: format == .xml)
    scanner.scan(&visitor)
  case .css: scanStyles(bytes, whole, into: &visitor)
  case .json: scanJSON(bytes, whole, relativeKeys: relativeKeys(ofFile: path), into: &visitor)
  case .text: scanText(bytes, origin: origin, into: &visitor)
  }
}

/// The keys whose values are addresses relative to the file itself.
private func relativeKeys(ofFile path: String) -> [StaticString] {
  let name = path.split(separator: "/").last ?? ""
  if name == "datapackage.json" { return ["path"] }
  if name.hasSuffix(".webmanifest") || name == "manifest.json" {
    return ["start_url", "scope", "src", "url"]
  }
  return []
}

/// Whole addresses of the site among words, such as that of the sitemap in `robots.txt`.
private func scanText<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, origin: [UInt8]?, into visitor: inout Visitor
) {
  guard let origin else { return }
  var position = 0
  while let start = bytes.firstIndex(of: origin, from: position) {
    var end = start + origin.count
    while end < bytes.count, !isEndOfAddress(bytes[end]) { end += 1 }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A].contains(bytes[end - 1]) { end -= 1 }
    visitor.visit(address: start..<end, .text)
    position = end
  }
}

private func isEndOfAddress(_ byte: UInt8) -> Bool {
  byte <= 0x20 || "\"'<>()[]`\\".utf8.contains(byte)
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
