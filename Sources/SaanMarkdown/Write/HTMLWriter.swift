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
  /// What the link that was opened last says of the file behind it, and where its words begin.
  private var facts: (texts: [String], start: Int) = ([], 0)
  var resolvedImage: ResolvedLink?
  var start = 0
  /// How often each note has been referred to.
  var references: [Int32: Int] = [:]
  var note: Int32 = 0
  /// How many tables were begun.
  var tables = 0
  var noteHasBackLink = false
  /// The words of the value that was written last, where nothing came after it.
  private var said = ""
  /// The state of the paragraph that is written.
  var paragraphState = Paragraph.none
  /// How many marks are open, such as emphasis, in which nothing but words may stand.
  private var openMarks = 0

  /// Where a paragraph stands: a shortcode may be a block, which no paragraph holds.
  enum Paragraph {
    /// There is none, or it needs no tags.
    case none
    /// It is open.
    case open
    /// A block has ended it; more words begin another one.
    case interrupted
  }

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
      if paragraphState == .interrupted, !resumes(event, &output) { continue }
      switch event.kind {
      case .text, .softBreak, .lineBreak, .code, .htmlInline: text(event, index, &output)
      case .emphasisStart, .emphasisEnd, .strongStart, .strongEnd, .strikeStart, .strikeEnd:
        if imageDepth == 0 { mark(event.kind, &output) }
      case .linkStart: linkStart(event, &output, link)
      case .linkEnd:
        if imageDepth == 0, written.popLast() == true {
          writeFacts(&output)
          output.append("</a>")
        }
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

  private mutating func text(_ event: Event, _ index: Int, _ output: inout [UInt8]) {
    defer { said = "" }
    switch event.kind {
    case .text:
      if !said.isEmpty {
        let next = String(decoding: document.pool[event.range].prefix(4), as: UTF8.self)
        if options.values?.addsSpace(said, next) == true { output.append(0x20) }
      }
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

  /// Begins a paragraph again behind a block, where there is more than a line break or its end.
  private mutating func resumes(_ event: Event, _ output: inout [UInt8]) -> Bool {
    switch event.kind {
    case .softBreak, .lineBreak: return false
    case .paragraphEnd:
      paragraphState = .none
      return false
    default:
      newLine(&output)
      output.append("<p>")
      paragraphState = .open
      return true
    }
  }

  private mutating func mark(_ kind: Event.Kind, _ output: inout [UInt8]) {
    switch kind {
    case .emphasisStart, .strongStart, .strikeStart: openMarks += 1
    default: openMarks -= 1
    }
    switch kind {
    case .emphasisStart: output.append("<em>")
    case .emphasisEnd: output.append("</em>")
    case .strongStart: output.append("<strong>")
    case .strongEnd: output.append("</strong>")
    case .strikeStart: output.append("<del>")
    default: output.append("</del>")
    }
  }

  private mutating func write(
    _ call: Shortcode, _ event: Event, _ output: inout [UInt8], _ shortcode: (Shortcode) -> HTML
  ) {
    if imageDepth > 0 { return output.appendWithoutTags(shortcode(call).markup) }
    let isAlone = event.detail == Event.Detail.alone
    if isAlone { newLine(&output) }
    var markup = shortcode(call).markup
    if paragraphState == .open, openMarks == 0, written.isEmpty, markup.beginsWithBlock {
      return interrupt(with: markup, &output)
    }
    if !isAlone, let values = options.values { join(&markup, to: &output, values) }
    if isTitle || written.contains(true) {
      output.appendWithoutLinks(markup)
    } else {
      output.append(contentsOf: markup.utf8)
    }
    if isAlone { newLine(&output) }
  }

  /// Ends the paragraph before a block, and leaves what comes behind it to another one.
  private mutating func interrupt(with markup: String, _ output: inout [UInt8]) {
    while output.count > start, output.last?.isWhitespace == true { output.removeLast() }
    if output.suffix(3).elementsEqual("<p>".utf8) {
      output.removeLast(3)
    } else {
      output.append("</p>\n")
    }
    output.append(contentsOf: markup.utf8)
    newLine(&output)
    paragraphState = .interrupted
  }

  /// Sets a stated value among the words around it, where a shortcode makes one.
  private mutating func join(
    _ markup: inout String, to output: inout [UInt8], _ values: ValueInText
  ) {
    guard let stated = StatedWords(markup) else { return }
    let before = WordsBefore(output[min(start, output.count)...], isTitle: isTitle)
    let joint = values.joint(
      after: before.text, stated.words, beginsSentence: before.beginsSentence)
    if joint.dropsSpace, let last = before.last { output.remove(at: last) }
    if joint.addsSpace { output.append(0x20) }
    if joint.isBegun { markup.replaceSubrange(stated.range, with: joint.written(stated.words)) }
    said = stated.words
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
    facts = (resolved.facts, output.count)
  }

  /// Ends a link with what its words leave out of the file behind it.
  private mutating func writeFacts(_ output: inout [UInt8]) {
    defer { facts = ([], 0) }
    guard !facts.texts.isEmpty, facts.start <= output.count else { return }
    let words = String(decoding: output[facts.start...], as: UTF8.self)
    let untold = facts.texts.filter { !words.contains($0) }
    guard !untold.isEmpty else { return }
    output.append(" <span class=\"file-facts\">(")
    output.appendText(untold.joined(separator: ", "))
    output.append(")</span>")
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
    if !resolvedImage.sources.isEmpty {
      output.append("<picture>")
      for source in resolvedImage.sources {
        output.append("<source")
        for each in source { attribute(each.name, each.value, &output) }
        output.append(" />")
      }
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
    if options.figures {
      if !resolved.isFirst { output.append(" loading=\"lazy\"") }
      output.append(" decoding=\"async\"")
    }
    output.append(resolved.sources.isEmpty ? " />" : " /></picture>")
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
