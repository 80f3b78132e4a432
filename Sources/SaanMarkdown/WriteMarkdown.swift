import SaanText

extension MarkdownDocument {
  /// The text without markup, shortcodes, images and HTML; blocks are separated by line breaks.
  public var plainText: String { PlainTextWriter.text(of: self, events: events.indices) }

  /// The text of the first paragraph that has any, without markup.
  public var firstParagraph: String? {
    var start = events.startIndex
    while let begin = events[start...].firstIndex(where: { $0.kind == .paragraphStart }) {
      let end = events[begin...].firstIndex { $0.kind == .paragraphEnd } ?? events.endIndex
      let text = PlainTextWriter.text(of: self, events: begin..<end)
      if !text.isEmpty { return text }
      start = end
    }
    return nil
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
