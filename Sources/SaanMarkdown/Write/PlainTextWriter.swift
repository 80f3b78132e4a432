import SaanText

/// Writes events as text without markup.
enum PlainTextWriter {
  /// The text of a document's events.
  ///
  /// - Parameter shortcodes: the texts that stand for shortcodes, by their index.
  static func text(
    of document: MarkdownDocument, events range: Range<Int>, shortcodes: [Int: String] = [:]
  ) -> String {
    let events = document.events[range]
    guard document.options.joinsThaiLines else {
      return text(
        events: events, pool: document.pool, shortcodes: shortcodes,
        values: document.options.values)
    }
    let joined = events.indices.filter { index in
      events[index].kind != .softBreak || !document.joinsThai(at: index)
    }.map { events[$0] }
    return text(
      events: joined[...], pool: document.pool, shortcodes: shortcodes,
      values: document.options.values)
  }

  /// The text of events; blocks are separated by line breaks, cells by spaces.
  static func text(
    events: ArraySlice<Event>, pool: [UInt8], shortcodes: [Int: String] = [:],
    values: ValueInText? = nil
  ) -> String {
    var output: [UInt8] = []
    var images = 0
    var said = ""
    let isCell = events.contains { $0.kind == .cellStart }
    for event in events {
      switch event.kind {
      case .imageStart, .figureStart: images += 1
      case .imageEnd, .figureEnd: images -= 1
      case .text, .code:
        guard images == 0 else { break }
        let isAfterSpace = output.last?.isWhitespace ?? true
        let begins = event.kind == .text && isAfterSpace && pool[event.range].first == 0x20
        if !said.isEmpty {
          let next = String(decoding: pool[event.range].prefix(4), as: UTF8.self)
          if values?.addsSpace(said, next) == true { output.append(0x20) }
          said = ""
        }
        output.append(contentsOf: pool[event.range].dropFirst(begins ? 1 : 0))
      case .codeBlock:
        separate(&output, by: 0x0A)
        let code = pool[(event.range.lowerBound + Int(event.value))..<event.range.upperBound]
        output.append(contentsOf: code)
      case .shortcode:
        if images == 0, let text = shortcodes[Int(event.value)] {
          set(text, into: &output, values, beginsSentence: !isCell)
          said = text
        }
      case .softBreak: if images == 0 { output.append(0x20) }
      case .lineBreak: if images == 0 { output.append(0x0A) }
      case .cellEnd: separate(&output, by: 0x20)
      case .paragraphEnd, .headingEnd, .itemEnd, .rowEnd, .quoteEnd: separate(&output, by: 0x0A)
      default: break
      }
    }
    while let last = output.last, last.isWhitespace { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  /// Sets what a shortcode says behind the words of its block.
  private static func set(
    _ text: String, into output: inout [UInt8], _ values: ValueInText?, beginsSentence: Bool
  ) {
    guard let values else { return output.append(contentsOf: text.utf8) }
    let before = output[(output.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
    let joint = values.joint(
      after: String(decoding: before, as: UTF8.self), text, beginsSentence: beginsSentence)
    if joint.dropsSpace { output.removeLast() }
    if joint.addsSpace { output.append(0x20) }
    output.append(contentsOf: joint.written(text).utf8)
  }

  private static func separate(_ output: inout [UInt8], by separator: UInt8) {
    while output.last == 0x20 { output.removeLast() }
    if let last = output.last, last != 0x0A { output.append(separator) }
  }
}
