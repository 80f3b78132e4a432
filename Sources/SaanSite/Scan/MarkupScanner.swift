/// Finds addresses and ids in HTML and XML, tag by tag; text between tags is leapt over.
///
/// It reads what a browser would: names in any case, values in either quotation mark or none, no
/// comments, and what stands in scripts and styles as what it is.
struct MarkupScanner<Visitor: AddressVisitor> {
  private enum Tag { case other, anchor, base, meta, object, script, style, raw, textAddress }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let isXML: Bool
  private var position = 0
  /// What a `meta` or `script` element has said of itself so far.
  private var name = 0..<0
  private var content = 0..<0
  private var type = 0..<0
  private var isRefresh = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, isXML: Bool) {
    self.bytes = bytes
    self.isXML = isXML
  }

  mutating func scan(_ visitor: inout Visitor) {
    let count = bytes.count
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: position, to: count) {
      position = open + 1
      guard position < count else { return }
      let first = bytes[position] | 0x20
      if first &- 0x61 < 26 {
        scanTag(&visitor)
      } else if bytes.starts(with: "!--", at: position) {
        position = end(of: "-->", from: position + 3)
      }
    }
  }

  /// Reads a tag from its name to its end, and what is in it where that is no markup.
  private mutating func scanTag(_ visitor: inout Visitor) {
    let start = position
    while position < bytes.count, !isEndOfName(bytes[position]) { position += 1 }
    let name = start..<position
    let tag = kind(of: name)
    if tag == .meta || tag == .script {
      (self.name, content, type, isRefresh) = (0..<0, 0..<0, 0..<0, false)
    }
    while scanAttribute(tag, &visitor) {}
    let isEmpty =
      position >= 2 && position <= bytes.count && bytes[position - 2] == UInt8(ascii: "/")
    switch tag {
    case .meta: finishMeta(&visitor)
    case .script, .style, .raw: if !(isXML && isEmpty) { scanRawText(tag, name, &visitor) }
    case .textAddress:
      let end = bytes.firstIndex(of: UInt8(ascii: "<"), from: position, to: bytes.count)
      let text = bytes.trimmed(position..<(end ?? bytes.count))
      if !text.isEmpty { visitor.visit(address: text, .markup) }
    default: break
    }
  }

  @inline(__always)
  private func isEndOfName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func kind(of name: Range<Int>) -> Tag {
    if isXML { return kindInXML(name) }
    switch name.count {
    case 1: return bytes[name.lowerBound] | 0x20 == UInt8(ascii: "a") ? .anchor : .other
    case 4:
      if bytes.holds("meta", in: name) { return .meta }
      return bytes.holds("base", in: name) ? .base : .other
    case 5:
      if bytes.holds("style", in: name) { return .style }
      return bytes.holds("title", in: name) ? .raw : .other
    case 6:
      if bytes.holds("script", in: name) { return .script }
      return bytes.holds("object", in: name) ? .object : .other
    case 8: return bytes.holds("textarea", in: name) ? .raw : .other
    default: return .other
    }
  }

  /// Sitemaps and feeds have addresses as the text of elements; prefixes such as `image:` go.
  private func kindInXML(_ name: Range<Int>) -> Tag {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: name.lowerBound, to: name.upperBound)
    let local = (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
    if bytes.holds("style", in: local) { return .style }
    let words: [StaticString] = ["loc", "url", "uri", "link", "logo", "icon"]
    return words.contains { bytes.holds($0, in: local) } ? .textAddress : .other
  }

  /// Reads one attribute; `false` at the end of the tag.
  private mutating func scanAttribute(_ tag: Tag, _ visitor: inout Visitor) -> Bool {
    let count = bytes.count
    while position < count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < count else { return false }
    if bytes[position] == UInt8(ascii: ">") {
      position += 1
      return false
    }
    let start = position
    position += 1
    while position < count, !isEndOfName(bytes[position]), bytes[position] != UInt8(ascii: "=") {
      position += 1
    }
    let name = start..<position
    while position < count, bytes[position] <= 0x20 { position += 1 }
    guard position < count, bytes[position] == UInt8(ascii: "=") else { return true }
    position += 1
    while position < count, bytes[position] <= 0x20 { position += 1 }
    guard let value = scanValue() else { return false }
    read(name, value, of: tag, &visitor)
    return true
  }

  private mutating func scanValue() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      guard let end = bytes.firstIndex(of: quote, from: start, to: bytes.count) else {
        position = bytes.count
        return nil
      }
      position = end + 1
      return start..<end
    }
    let start = position
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    return start..<position
  }

  /// What the value of an attribute means, by the attribute's name.
  @inline(__always)
  private mutating func read(
    _ name: Range<Int>, _ value: Range<Int>, of tag: Tag, _ visitor: inout Visitor
  ) {
    switch (name.count, bytes[name.lowerBound] | 0x20) {
    case (2, UInt8(ascii: "i")):
      if bytes.holds("id", in: name) { visitor.visit(identifier: value) }
    case (3, UInt8(ascii: "s")):
      if bytes.holds("src", in: name) { visitor.visit(address: value, .markup) }
    case (4, UInt8(ascii: "h")):
      guard bytes.holds("href", in: name) else { break }
      if tag == .base { visitor.visit(base: value) } else { visitor.visit(address: value, .markup) }
    case (3, UInt8(ascii: "f")):
      if bytes.holds("for", in: name) { visitor.visit(label: value) }
    case (15, _), (16, _):
      if bytes.holds("aria-labelledby", in: name) || bytes.holds("aria-describedby", in: name) {
        visitor.visit(label: value)
      }
    // Of the others most are classes, languages and roles.
    case (4, UInt8(ascii: "c")), (4, UInt8(ascii: "d")), (4, UInt8(ascii: "n")),
      (4, UInt8(ascii: "t")), (5, UInt8(ascii: "s")), (6, _), (7, UInt8(ascii: "c")), (8, _),
      (10, _), (11, _):
      readRare(name, value, of: tag, &visitor)
    default: break
    }
  }

  private mutating func readRare(
    _ name: Range<Int>, _ value: Range<Int>, of tag: Tag, _ visitor: inout Visitor
  ) {
    func isName(_ words: StaticString...) -> Bool { words.contains { bytes.holds($0, in: name) } }
    switch name.count {
    case 4:
      if tag == .anchor, isName("name") { visitor.visit(identifier: value) }
      if tag == .meta, isName("name") { self.name = value }
      if tag == .script, isName("type") { type = value }
      if isName("cite") || tag == .object && isName("data") {
        visitor.visit(address: value, .markup)
      }
    case 5: if isName("style") { scanStyles(bytes, value, into: &visitor) }
    case 6:
      if isName("srcset") { scanCandidates(value, &visitor) }
      if isName("poster", "action") { visitor.visit(address: value, .markup) }
    case 7: if tag == .meta, isName("content") { content = value }
    case 8:
      if tag == .meta, isName("property", "itemprop") { self.name = value }
      if isName("manifest", "longdesc") { visitor.visit(address: value, .markup) }
    case 10:
      if isName("formaction", "xlink:href", "background") { visitor.visit(address: value, .markup) }
      if tag == .meta, isName("http-equiv") {
        isRefresh = bytes.holds("refresh", in: bytes.trimmed(value))
      }
    case 11: if isName("imagesrcset") { scanCandidates(value, &visitor) }
    default: break
    }
  }

  /// The pictures of a `srcset`: each an address, then maybe a width, then a comma.
  private func scanCandidates(_ range: Range<Int>, _ visitor: inout Visitor) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
      var end = index
      let endsHere = bytes[end - 1] == UInt8(ascii: ",")
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      visitor.visit(address: start..<end, .markup)
      if !endsHere {
        index =
          bytes.firstIndex(of: UInt8(ascii: ","), from: index, to: range.upperBound)
          ?? range.upperBound
      }
    }
  }

  private func finishMeta(_ visitor: inout Visitor) {
    if isRefresh {
      if let target = refreshTarget { visitor.visit(address: target, .markup) }
    } else if addressMetas.contains(where: { bytes.holds($0, in: name) }) {
      visitor.visit(address: content, .markup)
    }
  }

  /// The address in `0; url=/th/`.
  private var refreshTarget: Range<Int>? {
    var index = content.lowerBound
    while index < content.upperBound, !bytes.starts(with: "url", at: index) { index += 1 }
    index += 3
    while index < content.upperBound, bytes[index] <= 0x20 { index += 1 }
    guard index < content.upperBound, bytes[index] == UInt8(ascii: "=") else { return nil }
    var target = bytes.trimmed((index + 1)..<content.upperBound)
    if let quote = target.first.map({ bytes[$0] }), [0x22, 0x27].contains(quote) {
      let start = target.lowerBound + 1
      let end = bytes.firstIndex(of: quote, from: start, to: target.upperBound)
      target = start..<(end ?? target.upperBound)
    }
    return target
  }

  /// Scripts, styles and the like, up to the tag that closes them.
  private mutating func scanRawText(_ tag: Tag, _ name: Range<Int>, _ visitor: inout Visitor) {
    let start = position
    var end = bytes.count
    var index = start
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index, to: bytes.count) {
      index = open + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/"), closes(name, at: index + 1) {
        end = open
        break
      }
    }
    position = end
    if tag == .style { scanStyles(bytes, start..<end, into: &visitor) }
    if tag == .script, hasJSON { scanJSON(bytes, start..<end, relativeKeys: [], into: &visitor) }
  }

  private func closes(_ name: Range<Int>, at start: Int) -> Bool {
    guard start + name.count <= bytes.count else { return false }
    return name.allSatisfy { bytes[$0] | 0x20 == bytes[start + $0 - name.lowerBound] | 0x20 }
  }

  private var hasJSON: Bool {
    type.contains { bytes.starts(with: "json", at: $0) }
  }

  private func end(of word: StaticString, from start: Int) -> Int {
    var index = start
    while let next = bytes.firstIndex(of: word.utf8Start[0], from: index, to: bytes.count) {
      if bytes.starts(with: word, at: next) { return next + word.utf8CodeUnitCount }
      index = next + 1
    }
    return bytes.count
  }
}

/// The names of `meta` elements whose content is an address.
private let addressMetas: [StaticString] = [
  "og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:video:url",
  "og:video:secure_url", "og:audio", "og:audio:url", "og:audio:secure_url", "twitter:image",
  "twitter:image:src", "twitter:player", "twitter:url", "msapplication-tileimage",
  "msapplication-config", "thumbnail", "image", "url", "thumbnailurl", "contenturl",
]
