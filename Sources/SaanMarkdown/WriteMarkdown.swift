import SaanText

extension MarkdownDocument {
  /// The text without markup, shortcodes, images and HTML; blocks are separated by line breaks.
  public var plainText: String { PlainTextWriter.text(of: self, events: events.indices) }

  /// How the text begins, without markup: its first paragraph that has words, or all of it where
  /// it has no paragraph; nil where there are no words at all.
  ///
  /// It ends with `…` before a shortcode that has no short text, so that no sentence has a hole.
  ///
  /// - Parameter shortcode: the short text of a shortcode in a line; nil where it has none.
  public func beginning(shortcode: (Shortcode) -> String?) -> String? {
    var start = events.startIndex
    while let begin = events[start...].firstIndex(where: { $0.kind == .paragraphStart }) {
      let end = events[begin...].firstIndex { $0.kind == .paragraphEnd } ?? events.endIndex
      if let text = words(of: begin..<end, shortcode) { return text }
      start = end
    }
    return words(of: events.indices, shortcode)
  }

  /// The whole text without markup, images and HTML; blocks are separated by line breaks.
  ///
  /// - Parameter shortcode: the text of a shortcode, also of one that stands alone.
  public func text(shortcode: (Shortcode) -> String?) -> String {
    var texts: [Int: String] = [:]
    for call in shortcodes { texts[call.index] = shortcode(call) }
    return PlainTextWriter.text(of: self, events: events.indices, shortcodes: texts)
  }

  /// A heading's title without markup, with the short texts of its shortcodes.
  public func title(of heading: Heading, shortcode: (Shortcode) -> String?) -> String {
    words(of: heading.events, shortcode) ?? heading.title
  }

  /// The words before and after a shortcode and its own, without markup, in the block that it
  /// stands in: a paragraph, a heading, an item of a list, or a row of a table, whose cells are
  /// parted by ` · `.
  ///
  /// - Parameter text: the short text of a shortcode in a line; nil where it has none.
  public func words(
    around shortcode: Shortcode, text: (Shortcode) -> String?
  ) -> (before: String, said: String, after: String) {
    guard
      let place = events.firstIndex(where: {
        $0.kind == .shortcode && Int($0.value) == shortcode.index
      })
    else { return ("", "", "") }
    let begin = events[..<place].lastIndex { $0.kind.endsBlock }.map { $0 + 1 } ?? 0
    let end = events[place...].firstIndex { $0.kind.endsBlock } ?? events.endIndex
    // No text has this character, which stands for the shortcode itself.
    let mark = "\u{FFFC}"
    var texts = [shortcode.index: mark]
    for event in events[begin..<end] where event.kind == .shortcode {
      let other = shortcodes[Int(event.value)]
      if other.index != shortcode.index, !other.isBlock { texts[other.index] = text(other) }
    }
    let cells = events[begin..<end].split { $0.kind == .cellEnd }.map { cell in
      PlainTextWriter.text(
        of: self, events: cell.startIndex..<cell.endIndex, shortcodes: texts)
    }
    let words = cells.joined(separator: " · ").split(separator: "\n").joined(separator: " ")
    let parts = words.split(separator: Character(mark), omittingEmptySubsequences: false)
    var (before, said) = (parts.first.map(String.init) ?? "", text(shortcode) ?? "")
    var after = parts.dropFirst().joined()
    if let values = options.values {
      let joint = values.joint(after: before, said, beginsSentence: cells.count == 1)
      if joint.dropsSpace { before.removeLast() }
      if values.addsSpace(said, after) { after = " " + after }
      said = (joint.addsSpace ? " " : "") + joint.written(said)
    }
    return (before, said, after)
  }

  /// The words of some events, cut before the first shortcode in them that has no short text.
  private func words(
    of range: Range<Int>, _ shortcode: (Shortcode) -> String?
  ) -> String? {
    var texts: [Int: String] = [:]
    var end = range.upperBound
    for index in range where events[index].kind == .shortcode {
      let call = shortcodes[Int(events[index].value)]
      if call.isBlock { continue }
      guard let text = shortcode(call) else {
        end = index
        break
      }
      texts[call.index] = text
    }
    let text = PlainTextWriter.text(of: self, events: range.lowerBound..<end, shortcodes: texts)
    guard !text.isEmpty else { return nil }
    return end == range.upperBound ? text : text + " …"
  }

  /// Writes the HTML.
  ///
  /// - Parameters:
  ///   - output: gets the HTML.
  ///   - link: the final target of a link or image; without one only its text is written.
  ///   - shortcode: the HTML of a shortcode.
  public func write(
    into output: inout [UInt8], link: (Link) -> ResolvedLink?, shortcode: (Shortcode) -> HTML
  ) {
    var writer = HTMLWriter(document: self, isTitle: false)
    writer.write(events.indices, into: &output, link: link, shortcode: shortcode)
  }

  /// Writes the HTML of a heading's title, without links, images and notes, for a list of contents.
  public func writeTitle(
    of heading: Heading, into output: inout [UInt8], shortcode: (Shortcode) -> HTML
  ) {
    var writer = HTMLWriter(document: self, isTitle: true)
    writer.write(heading.events, into: &output, link: { _ in nil }, shortcode: shortcode)
  }
}

extension Event.Kind {
  /// Whether what stands before and what stands behind it are no sentence together.
  fileprivate var endsBlock: Bool {
    switch self {
    case .paragraphStart, .paragraphEnd, .headingStart, .headingEnd, .quoteStart, .quoteEnd,
      .listStart, .listEnd, .itemStart, .itemEnd, .codeBlock, .htmlBlock, .thematicBreak,
      .tableStart, .tableEnd, .rowStart, .rowEnd, .noteStart, .noteEnd:
      true
    default: false
    }
  }
}
