import CCmarkGFM
import Glibc
import SaanText

// What is inside the blocks of cmark's tree.

extension DocumentBuilder {
  /// A node inside a block, entered or left.
  mutating func inline(_ node: OpaquePointer, _ isStart: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: text(bytes(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: events.append(Event(.softBreak))
    case CMARK_NODE_LINEBREAK: events.append(Event(.lineBreak))
    case CMARK_NODE_CODE:
      events.append(Event(.code, range: restored(cmark_node_get_literal(node))))
    case CMARK_NODE_HTML_INLINE: html(cmark_node_get_literal(node), .htmlInline)
    case CMARK_NODE_EMPH: emphasis(isStart ? .emphasisStart : .emphasisEnd)
    case CMARK_NODE_STRONG: emphasis(isStart ? .strongStart : .strongEnd)
    case CMARK_NODE_LINK: link(node, isStart, isImage: false)
    case CMARK_NODE_IMAGE: link(node, isStart, isImage: true)
    case CMARK_NODE_FOOTNOTE_REFERENCE: if isStart { noteReference(node) }
    default: break
    }
  }

  private mutating func emphasis(_ kind: Event.Kind) {
    // A digit before the marks may be a factor, and the marks a sign that is lost.
    if let last = events.last, last.kind == .text, pool[last.range].endsInDigit {
      hasNumberBesideMarks = true
    }
    events.append(Event(kind))
  }

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(string)
    return string.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  private mutating func noteReference(_ node: OpaquePointer) {
    let number = bytes(cmark_node_get_literal(node)).reduce(0) {
      ($0 * 10 + Int($1) - 48) % 100_000_000
    }
    events.append(Event(.noteReference, value: number))
  }

  private mutating func link(_ node: OpaquePointer, _ isStart: Bool, isImage: Bool) {
    if isStart {
      open.append((events.count, isImage))
      events.append(Event(isImage ? .imageStart : .linkStart))
      return
    }
    guard let start = open.popLast() else { return }
    let url = bytes(cmark_node_get_url(node))
    let place = places.destination(url, in: block)
    let title = taken(restored(cmark_node_get_title(node)))
    let destination = taken(restored(cmark_node_get_url(node)))
    let index = addLink(
      destination, title: title, at: place ?? block, isImage: isImage,
      holdsShortcode: text.hasStandIns && url.contains(StandIn.mask) && destination.contains("{{"))
    links[index].hasText = events[(start.event + 1)...].contains { isVisible($0) }
    tellPlain(title, at: links[index].span)
    events[start.event].value = Int32(index)
    events.append(Event(isImage ? .imageEnd : .linkEnd, value: index))
  }

  /// Whether an event is more than spaces.
  private func isVisible(_ event: Event) -> Bool {
    switch event.kind {
    case .text, .code, .htmlInline:
      String(decoding: pool[event.range], as: UTF8.self).unicodeScalars.contains {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
      }
    case .shortcode, .imageStart: true
    default: false
    }
  }

  /// The pool's bytes as a string; they leave the pool.
  private mutating func taken(_ range: Range<Int>) -> String {
    let string = String(decoding: pool[range], as: UTF8.self)
    pool.removeSubrange(range)
    return string
  }

  /// Adds a link after a look at its scheme.
  mutating func addLink(
    _ destination: String, title: String = "", at place: Range<Int>, isImage: Bool = false,
    holdsShortcode: Bool = false
  ) -> Int {
    var isAllowed = true
    if let scheme = Self.scheme(of: destination), let allowed = options.schemes,
      !allowed.contains(scheme)
    {
      isAllowed = false
      diagnostics.add(.linkScheme(scheme, destination, allowed: allowed, at: span(place).place))
    }
    if holdsShortcode {
      isAllowed = false
      diagnostics.add(.shortcodeInDestination(at: span(place).place))
    }
    links.append(
      Link(
        index: links.count, destination: destination, title: title, span: span(place),
        isImage: isImage, isAllowed: isAllowed))
    return links.count - 1
  }

  /// The scheme in lower case, when the destination has one; white space is what browsers skip.
  static func scheme(of destination: String) -> String? {
    var scheme: [UInt8] = []
    for byte in destination.utf8 {
      if byte == UInt8(ascii: ":") {
        return scheme.first?.isLetter == true ? String(decoding: scheme, as: UTF8.self) : nil
      }
      if byte <= 0x20 { continue }
      guard byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte) else { return nil }
      scheme.append(byte.isLetter ? byte | 0x20 : byte)
    }
    return nil
  }

  /// HTML; its shortcodes run only where HTML is allowed.
  mutating func html(_ literal: UnsafePointer<CChar>?, _ kind: Event.Kind) {
    guard !options.isPlain else { return html(bytes(literal), kind) }
    guard let rest = publishable(bytes(literal), kind) else { return }
    rest.withUnsafeBufferPointer { html($0, kind) }
  }

  private mutating func html(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Event.Kind) {
    guard options.rawHTML, text.hasStandIns, bytes.contains(StandIn.mask) else {
      return events.append(Event(kind, range: restored(bytes)))
    }
    var kind = kind
    var start = pool.count
    var position = 0
    while position < bytes.count {
      if bytes[position] == StandIn.mask, let (index, mask) = text.mask(in: bytes, at: position) {
        position += mask.range.count
        if case .address = mask.kind {
          pool.append(contentsOf: source.bytes[inSource(mask.range)])
          continue
        }
        events.append(Event(kind, range: start..<pool.count))
        addShortcode(index, mask)
        kind = .htmlInline
        start = pool.count
      } else {
        position += appendOriginal(bytes, position)
      }
    }
    events.append(Event(kind, range: start..<pool.count))
  }

  /// Puts the text into the pool with everything as the author wrote it.
  mutating func restored(_ string: UnsafePointer<CChar>?) -> Range<Int> {
    restored(bytes(string))
  }

  private mutating func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = pool.count
    guard text.hasStandIns, bytes.contains(where: { $0 < 0x20 }) else {
      pool.append(contentsOf: bytes)
      return start..<pool.count
    }
    var position = 0
    while position < bytes.count {
      if bytes[position] == StandIn.mask, let (_, mask) = text.mask(in: bytes, at: position) {
        pool.append(contentsOf: source.bytes[inSource(mask.range)])
        position += mask.range.count
      } else {
        position += appendOriginal(bytes, position)
      }
    }
    return start..<pool.count
  }

  /// Puts what the author wrote for a byte of cmark's into the pool; gives the bytes it took.
  mutating func appendOriginal(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let inserted = PreparedText.inserted(in: bytes, at: offset)
    guard inserted == 0 else { return inserted }
    let byte = bytes[offset]
    let original = StandIn.original(byte)
    if original != 0 {
      pool.append(original)
    } else if byte == StandIn.unknown || byte == StandIn.mask {
      pool.append(contentsOf: [0xEF, 0xBF, 0xBD])
    } else {
      pool.append(byte)
    }
    return 1
  }
}
