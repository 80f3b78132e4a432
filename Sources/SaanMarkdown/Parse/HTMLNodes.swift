import SaanText

// HTML in the text: comments are never published, line breaks are, the rest is for the site to
// allow.

extension DocumentBuilder {
  /// HTML without its comments; `nil` when nothing of it is shown as HTML.
  mutating func publishable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Event.Kind
  ) -> [UInt8]? {
    let place = placeOfHTML(bytes, kind)
    if isLineBreak(bytes) {
      if kind == .htmlInline { events.append(Event(.lineBreak)) }
      if !isInCell { tell(.lineBreakTag(at: place)) }
      return nil
    }
    var rest = Array(bytes)
    if let (kept, isOpen) = withoutComments(bytes) {
      rest = kept
      tell(isOpen ? .openComment(at: place) : .commentLeftOut(at: place))
      if rest.allSatisfy(\.isWhitespace) { return nil }
    }
    if !options.rawHTML, !endsTag(rest) {
      let tag = rest.prefix { $0 != UInt8(ascii: ">") && !$0.isLineEnd }.prefix(60)
      tell(.rawHTML(String(decoding: tag, as: UTF8.self) + ">", at: place))
    }
    return rest
  }

  /// Whether HTML is only the end of what was told where it began; all tags in it are noted.
  private mutating func endsTag(_ html: [UInt8]) -> Bool {
    var endsOnly = html.starts(with: "</".utf8)
    for part in html.split(separator: UInt8(ascii: "<")) {
      let isEnd = part.first == UInt8(ascii: "/")
      let name = part.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isDigit }
      let tag = String(decoding: name, as: UTF8.self).lowercased()
      if !isEnd {
        openTags[tag, default: 0] += 1
      } else if let count = openTags[tag], count > 0 {
        openTags[tag] = count - 1
      } else {
        endsOnly = false
      }
    }
    return endsOnly
  }

  private mutating func placeOfHTML(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Event.Kind
  ) -> Place {
    let found = kind == .htmlInline ? places.text(bytes, in: block) : nil
    return span(found ?? block.lowerBound..<min(block.upperBound, block.lowerBound + 1)).place
  }

  /// Whether it is `<br>` in any of its forms, alone.
  private func isLineBreak(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count < 12 else { return false }
    let name = bytes.filter { !$0.isWhitespace && $0 != UInt8(ascii: "/") }.map { $0 | 0x20 }
    return name == [0x3C, 0x62, 0x72, 0x3E]
  }

  /// The HTML without comments, and whether one has no end; `nil` when there are none.
  private func withoutComments(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (kept: [UInt8], isOpen: Bool)? {
    let (begin, end) = (Array("<!--".utf8), Array("-->".utf8))
    let isScript = ["<script", "<style", "<pre", "<textarea"].contains { name in
      bytes.count >= name.utf8.count
        && zip(bytes, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    guard !isScript, var start = first(begin, in: bytes, from: 0) else { return nil }
    var kept: [UInt8] = []
    var position = 0
    while true {
      kept.append(contentsOf: bytes[position..<start])
      guard let close = first(end, in: bytes, from: start + 4) else { return (kept, true) }
      position = close + 3
      guard let next = first(begin, in: bytes, from: position) else { break }
      start = next
    }
    kept.append(contentsOf: bytes[position...])
    return (kept, false)
  }

  private func first(
    _ mark: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start <= bytes.count else { return nil }
    var position = start
    while position + mark.count <= bytes.count {
      if bytes[position] == mark[0], bytes[position...].starts(with: mark) { return position }
      position += 1
    }
    return nil
  }
}
