import SaanText

/// Writes events as HTML, in the layout of cmark-gfm.
///
/// With plain options it is the same to the byte, so that the examples of CommonMark and GFM are
/// its tests. cmark's own writer would not do: where a link leads and what a shortcode shows is the
/// site's to say, and is asked for where it is met. Inside an image only the text counts, for it
/// becomes `alt`.
struct HTMLWriter {
  let document: MarkdownDocument
  /// Whether a title for a list of contents is written: no links, images, notes.
  let isTitle: Bool
  var options: MarkdownOptions { document.options }
  /// Images that are open: only text is written, into `alt`.
  var imageDepth = 0
  /// Links that are open, and whether each is written.
  var written: [Bool] = []
  var resolvedImage: ResolvedLink?
  var start = 0
  /// How often each note has been referred to.
  var references: [Int32: Int] = [:]
  var note: Int32 = 0
  /// How many tables were begun.
  var tables = 0
  var noteHasBackLink = false

  init(document: MarkdownDocument, isTitle: Bool) {
    self.document = document
    self.isTitle = isTitle
  }

  /// Writes the events of a range.
  mutating func write(
    _ range: Range<Int>, into output: inout [UInt8], link: (Link) -> ResolvedLink?,
    shortcode: (Shortcode) -> HTML
  ) {
    start = output.count
    for index in range {
      let event = document.events[index]
      switch event.kind {
      case .text, .softBreak, .lineBreak, .code, .htmlInline: text(event, index, &output)
      case .emphasisStart, .emphasisEnd, .strongStart, .strongEnd, .strikeStart, .strikeEnd:
        if imageDepth == 0 { mark(event.kind, &output) }
      case .linkStart: linkStart(event, &output, link)
      case .linkEnd:
        if imageDepth == 0, written.popLast() == true { output.append("</a>") }
      case .imageStart, .figureStart: imageStart(event, &output, link)
      case .imageEnd, .figureEnd: imageEnd(event, &output)
      case .noteReference: if imageDepth == 0, !isTitle { noteReference(event, &output) }
      case .shortcode: write(document.shortcodes[Int(event.value)], event, &output, shortcode)
      default: block(event, index, &output)
      }
    }
    if note > 0 { output.append("</ol>\n</section>\n") }
  }

  /// Begins a new line unless at the beginning of one.
  func newLine(_ output: inout [UInt8]) {
    if output.count > start, output.last != 0x0A { output.append(0x0A) }
  }

  func escape(_ range: Range<Int>, _ output: inout [UInt8]) {
    document.pool.withUnsafeBufferPointer {
      output.appendText(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  // MARK: Text

  private func text(_ event: Event, _ index: Int, _ output: inout [UInt8]) {
    switch event.kind {
    case .text:
      document.pool.withUnsafeBufferPointer {
        output.appendProse(UnsafeBufferPointer(rebasing: $0[event.range]))
      }
    case .softBreak: softBreak(index, &output)
    case .lineBreak:
      if imageDepth > 0 { output.append(0x20) } else { output.append("<br />\n") }
    case .code:
      if imageDepth == 0 { output.append("<code>") }
      escape(event.range, &output)
      if imageDepth == 0 { output.append("</code>") }
    default:
      if options.rawHTML, imageDepth == 0 {
        output.append(contentsOf: document.pool[event.range])
      } else {
        escape(event.range, &output)
      }
    }
  }

  private func softBreak(_ index: Int, _ output: inout [UInt8]) {
    if options.joinsThaiLines, document.joinsThai(at: index) { return }
    let next = index + 1 < document.events.count ? document.events[index + 1] : nil
    if let next, next.kind == .text, !options.isPlain,
      document.pool[next.range].starts(with: [0xE0, 0xB9, 0x86])
    {
      output.append("\u{A0}")
    } else {
      output.append(imageDepth > 0 ? 0x20 : 0x0A)
    }
  }

  private func mark(_ kind: Event.Kind, _ output: inout [UInt8]) {
    switch kind {
    case .emphasisStart: output.append("<em>")
    case .emphasisEnd: output.append("</em>")
    case .strongStart: output.append("<strong>")
    case .strongEnd: output.append("</strong>")
    case .strikeStart: output.append("<del>")
    default: output.append("</del>")
    }
  }

  private func write(
    _ call: Shortcode, _ event: Event, _ output: inout [UInt8], _ shortcode: (Shortcode) -> HTML
  ) {
    if imageDepth > 0 { return output.appendWithoutTags(shortcode(call).markup) }
    let isAlone = event.detail == Event.Detail.alone
    if isAlone { newLine(&output) }
    if isTitle || written.contains(true) {
      output.appendWithoutLinks(shortcode(call).markup)
    } else {
      output.append(contentsOf: shortcode(call).markup.utf8)
    }
    if isAlone { newLine(&output) }
  }

  // MARK: Links and images

  private mutating func linkStart(
    _ event: Event, _ output: inout [UInt8], _ link: (Link) -> ResolvedLink?
  ) {
    guard imageDepth == 0 else { return }
    let target = document.links[Int(event.value)]
    guard !isTitle, target.isAllowed, let resolved = link(target) else {
      return written.append(false)
    }
    written.append(true)
    output.append("<a href=\"")
    output.appendAddress(resolved.href)
    output.append(0x22)
    if !target.title.isEmpty { attribute("title", target.title, &output) }
    for extra in resolved.attributes { attribute(extra.name, extra.value, &output) }
    output.append(UInt8(ascii: ">"))
  }

  private mutating func imageStart(
    _ event: Event, _ output: inout [UInt8], _ link: (Link) -> ResolvedLink?
  ) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    let target = document.links[Int(event.value)]
    resolvedImage = isTitle || !target.isAllowed ? nil : link(target)
    guard let resolvedImage else { return }
    if event.kind == .figureStart {
      newLine(&output)
      output.append("<figure>")
    }
    output.append("<img src=\"")
    output.appendAddress(resolvedImage.href)
    output.append("\" alt=\"")
  }

  private mutating func imageEnd(_ event: Event, _ output: inout [UInt8]) {
    imageDepth -= 1
    guard imageDepth == 0, let resolved = resolvedImage else { return }
    resolvedImage = nil
    let target = document.links[Int(event.value)]
    let isFigure = event.kind == .figureEnd
    output.append(0x22)
    if !target.title.isEmpty, !isFigure { attribute("title", target.title, &output) }
    for extra in resolved.attributes { attribute(extra.name, extra.value, &output) }
    if options.figures { output.append(" loading=\"lazy\" decoding=\"async\"") }
    output.append(" />")
    guard isFigure else { return }
    if !target.title.isEmpty {
      output.append("<figcaption>")
      var title = target.title
      title.withUTF8 { output.appendProse($0) }
      output.append("</figcaption>")
    }
    output.append("</figure>\n")
  }

  private func attribute(_ name: String, _ value: String, _ output: inout [UInt8]) {
    output.append(0x20)
    output.append(contentsOf: name.utf8)
    output.append("=\"")
    output.appendText(value)
    output.append(0x22)
  }
}
