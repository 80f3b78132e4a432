import Glibc
import SaanText

// Text of cmark's tree: what was masked comes back as shortcodes and links.

extension DocumentBuilder {
  /// Adds text.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    if options.tellsLeftovers, !isSuspect { isSuspect = maySuspect(bytes) }
    hasAt = hasAt || memchr(base, Int32(UInt8(ascii: "@")), bytes.count) != nil
    guard text.hasStandIns, bytes.contains(where: { $0 < 0x20 }) else {
      let start = pool.count
      pool.append(contentsOf: bytes)
      return events.append(Event(.text, range: start..<pool.count))
    }
    var start = pool.count
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == StandIn.mask, let (index, mask) = text.mask(in: bytes, at: position) {
        flush(&start)
        masked(index, mask)
        start = pool.count
        position += mask.range.count
        continue
      }
      if byte == StandIn.tilde {
        hasTilde = true
        pool.append(byte)
        position += 1
      } else {
        if byte < 0x20 { report(byte) }
        position += appendOriginal(bytes, position)
      }
    }
    flush(&start)
  }

  private mutating func flush(_ start: inout Int) {
    if start < pool.count { events.append(Event(.text, range: start..<pool.count)) }
    start = pool.count
  }

  private mutating func masked(_ index: Int, _ mask: PreparedText.Mask) {
    if case .address = mask.kind { return address(mask.range) }
    addShortcode(index, mask)
  }

  /// Adds a shortcode where its mask was, once however often cmark repeats the mask.
  mutating func addShortcode(_ index: Int, _ mask: PreparedText.Mask) {
    if let known = shortcodeOfMask[index] {
      return events.append(Event(.shortcode, value: known))
    }
    let (name, call, body): (Range<Int>, Range<Int>, Range<Int>?)
    switch mask.kind {
    case .address: return
    case .inline(let maskName, let maskCall): (name, call, body) = (maskName, maskCall, nil)
    case .block(let maskName, let maskCall, let maskBody):
      (name, call, body) = (maskName, maskCall, maskBody)
    }
    tellCall(call)
    shortcodeOfMask[index] = shortcodes.count
    events.append(Event(.shortcode, value: shortcodes.count))
    shortcodes.append(
      Shortcode(
        index: shortcodes.count, name: source.text(in: inSource(name)), call: span(call),
        span: span(mask.range), isBlock: body != nil, body: body.map(inSource)))
  }

  /// A bare address is a link, unless it is in one.
  private mutating func address(_ range: Range<Int>) {
    let start = pool.count
    pool.append(contentsOf: source.bytes[inSource(range)])
    let textEvent = Event(.text, range: start..<pool.count)
    guard open.isEmpty else { return events.append(textEvent) }
    let address = source.text(in: inSource(range))
    let isWWW = address.utf8.first == UInt8(ascii: "w") || address.utf8.first == UInt8(ascii: "W")
    let index = addLink(isWWW ? "http://" + address : address, at: range)
    tellCutAddress(address, range)
    events.append(Event(.linkStart, value: index))
    events.append(textEvent)
    events.append(Event(.linkEnd, value: index))
  }

  /// Tells of an address whose end no word has, so that the Thai letters behind it may be its own.
  private mutating func tellCutAddress(_ address: String, _ range: Range<Int>) {
    let end = range.upperBound
    guard options.tellsLeftovers, end < text.bytes.count else { return }
    let isJoined = text.bytes[end] == UInt8(ascii: "_")
    guard BareAddress.isThaiLetter(text.bytes, isJoined ? end + 1 : end),
      isJoined || address.utf8.last.map({ "/=-#&%+".utf8.contains($0) }) == true
    else { return }
    let rest = text.bytes[end...].prefix { !$0.isWhitespace }.prefix(60)
    let words = String(decoding: rest, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    tell(.cutAddress(address, before: String(words), at: span(range).place))
  }

  /// Reports what a stand-in in visible text means.
  private mutating func report(_ byte: UInt8) {
    if byte == StandIn.wrongBrace { return reportBrace() }
    guard let limit = StandIn.limit(byte) else { return }
    guard limit != .declarations || options.rawHTML, limitsReported.insert(limit).inserted else {
      return
    }
    let offset = places.first(byte, in: block) ?? block.lowerBound
    diagnostics.add(.limit(limit, options.limits, at: span(offset..<offset + 1).place))
  }

  private mutating func reportBrace() {
    guard let offset = places.nextBrace(in: block), let problem = text.problems[offset],
      problemsReported < options.limits.shortcodeProblems
    else { return }
    problemsReported += 1
    diagnostics.add(.shortcode(problem, at: span(offset..<offset + 2).place))
  }
}
