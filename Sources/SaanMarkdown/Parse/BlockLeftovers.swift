import CCmarkGFM
import SaanText

// What is left of a block's text that was meant as markup, and what a block loses.
//
// Most texts have no byte that markup begins with, and are not looked at again. Of the others each
// byte is traced back to where it was typed, since events know only where their block stands.

/// Bytes that markup begins with.
private let suspicious: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  for byte in "*_[]<>#|&{}^`\\=+$\t".utf8 { table[Int(byte)] = true }
  table[Int(StandIn.tilde)] = true
  table[Int(StandIn.ampersand)] = true
  // U+FFFD, which cmark puts where a character cannot be.
  table[0xEF] = true
  return table
}()

extension DocumentBuilder {
  /// Whether a text may have something left of markup; most have not.
  func maySuspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isMark = suspicious.withUnsafeBufferPointer { table in
      bytes.contains { table[Int($0)] }
    }
    if isMark { return true }
    switch events.last?.kind {
    case .paragraphStart, .softBreak, .lineBreak: break
    default: return false
    }
    switch bytes.first ?? 0 {
    case 0x2D, UInt8(ascii: "!"), UInt8(ascii: "o"), UInt8(ascii: "("), UInt8(ascii: ":"),
      0x30...0x39, 0xC2...0xC3,
      0xE2, 0xEF:
      return true
    case 0xE0 where bytes.count > 3:
      return bytes[3] == UInt8(ascii: ".") || bytes[3] == UInt8(ascii: ")")
        || (bytes[1] == 0xB9 && bytes[2] >= 0x90) || bytes.starts(with: "ข้อ".utf8)
    case let byte where (byte | 0x20) &- 0x61 < 26:
      return bytes.prefix(5).contains { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ".") }
        || (byte == UInt8(ascii: "v") && bytes.count > 1 && bytes[1] == 0x20)
    default: return false
    }
  }

  /// Tells what the text of the block that ends has left.
  mutating func tellLeftovers(_ context: LeftoverContext) {
    guard isSuspect, leftoversTold < options.limits.leftovers else { return }
    isSuspect = false
    let shown = shownText()
    leftoverBudget = shown.rest
    let found = shown.bytes.withUnsafeBufferPointer { leftovers(in: $0, context: context) }
    for leftover in found {
      let span = source.span(shown.span(of: leftover.range))
      var quoted = shown.quoted(leftover.range)
      if leftover.kind == .entity, shown.bytes[leftover.range.lowerBound] == 0xEF {
        // The sign itself, as the author typed it, is told with other signs that nobody sees.
        guard span.text.hasPrefix("&") else { continue }
        quoted = span.text
      }
      tell(.leftover(leftover.kind, quoted, in: context, at: span.place))
    }
  }

  /// Tells of markup in a caption, a link's title or a value in a call, where none is read.
  mutating func tellPlain(_ text: String, at span: SourceSpan) {
    guard options.tellsLeftovers, !text.isEmpty else { return }
    let caption = Array(text.utf8)
    let found = caption.withUnsafeBufferPointer { leftovers(in: $0, context: .field) }
    if text.contains("\u{FFFD}"),
      let typed = source.text(in: inSource(block).clamped(to: 0..<source.bytes.count))
        .firstMatch(of: /&#[0-9A-Za-z]+;/)
    {
      tell(.leftover(.entity, String(typed.0), in: .field, at: span.place))
    }
    for leftover in found where caption[leftover.range.lowerBound] != 0xEF {
      let text = String(decoding: caption[leftover.range].prefix(60), as: UTF8.self)
      tell(.leftover(leftover.kind, text, in: .field, at: span.place))
    }
  }

  mutating func tell(_ diagnostic: Diagnostic) {
    guard options.tellsLeftovers, leftoversTold < options.limits.leftovers else { return }
    leftoversTold += 1
    diagnostics.add(diagnostic)
  }

  /// Tells of markup in the texts of a shortcode's call, which are shown as they are.
  mutating func tellCall(_ call: Range<Int>) {
    guard options.tellsLeftovers else { return }
    let range = inSource(call)
    var index = range.lowerBound
    while index < range.upperBound {
      let quote = source.bytes[index]
      index += 1
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      var end = index
      while end < range.upperBound, source.bytes[end] != quote {
        end += source.bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      let text = index..<min(end, range.upperBound)
      tellPlain(source.text(in: text), at: source.span(text))
      index = end + 1
    }
  }

  private func shownText() -> ShownText {
    var shown = ShownText(source.bytes, block: inSource(block), budget: leftoverBudget)
    // Whether each open link stands in brackets; bare addresses do not.
    var brackets: [Bool] = []
    for event in events[min(blockStart, events.count)...] {
      switch event.kind {
      case .text: shown.add(pool[event.range])
      case .softBreak, .lineBreak: shown.addLineBreak()
      case .emphasisStart, .emphasisEnd: shown.skip("*_", upTo: 1)
      case .strongStart, .strongEnd: shown.skip("*_", upTo: 2)
      case .strikeStart, .strikeEnd: shown.skip("~", upTo: 2)
      case .linkStart: brackets.append(shown.skip("[<", upTo: 1))
      case .imageStart: brackets.append(shown.skip("![", upTo: 2))
      case .linkEnd, .imageEnd:
        if brackets.popLast() == true { leave(links[Int(event.value)], &shown) }
      case .shortcode:
        shown.addOpaque(endingAt: shortcodes[Int(event.value)].span.range.upperBound)
      case .code: addCode(event, &shown)
      case .noteReference, .htmlInline:
        shown.addOpaque()
        shown.skip(through: UInt8(ascii: event.kind == .noteReference ? "]" : ">"))
      default: break
      }
    }
    return shown
  }

  /// Passes the code and the backticks around it; as text it might be taken for markup.
  private func addCode(_ event: Event, _ shown: inout ShownText) {
    shown.skip(through: UInt8(ascii: "`"))
    shown.skip("`", upTo: 100)
    var code = shown
    code.add(pool[event.range])
    shown.addOpaque(endingAt: code.offsets.last.map { $0 + 1 })
    shown.skip(" ", upTo: 1)
    shown.skip("`", upTo: 100)
  }

  /// Passes a link's destination and title.
  private func leave(_ link: Link, _ shown: inout ShownText) {
    if link.isImage { shown.addOpaque() }
    let isHere = inSource(block).contains(link.span.range.lowerBound)
    guard isHere, link.span.range != inSource(block) else {
      shown.skip("]>", upTo: 1)
      return
    }
    shown.skip(to: link.span.range.upperBound)
    shown.skip(">", upTo: 1)
    if !link.title.isEmpty {
      var title = shown
      title.add(Array(link.title.utf8)[...])
      shown.skip(to: (title.offsets.last ?? 0) + 1)
    }
    shown.skip("\"' ", upTo: 2)
    shown.skip(")>", upTo: 1)
  }
}

// MARK: - What blocks lose

extension DocumentBuilder {
  /// Tells of a picture that is no figure because text stands beside it, and of lines that a
  /// quotation swallowed.
  mutating func tellParagraph() {
    guard options.tellsLeftovers else { return }
    tellPictureBesideText()
    if quoteDepth > 0 {
      tellSwallowedLines()
      tellAttribution()
    }
  }

  private mutating func tellPictureBesideText() {
    let content = events[(blockStart + 1)...]
    guard options.figures, content.contains(where: { $0.kind == .imageStart }) else { return }
    var depth = 0
    var hasText = false
    var picture: Int?
    for index in content.indices {
      switch events[index].kind {
      case .imageStart:
        depth += 1
        let before = events[index - 1].kind
        let beginsLine = before == .paragraphStart || before == .softBreak || before == .lineBreak
        if depth == 1, beginsLine, picture == nil { picture = Int(events[index].value) }
      case .imageEnd: depth -= 1
      case .text where depth == 0:
        hasText = hasText || pool[events[index].range].contains { !$0.isWhitespace }
      case .shortcode, .code: hasText = hasText || depth == 0
      default: break
      }
    }
    if hasText, let picture { tell(.pictureBesideText(at: links[picture].span.place)) }
  }

  /// Lines of a paragraph in a quotation that do not begin with `>`.
  private mutating func tellSwallowedLines() {
    let range = inSource(block)
    var line = range.lowerBound
    while let newline = source.bytes[line..<range.upperBound].firstIndex(of: 0x0A) {
      line = newline + 1
      let start = source.bytes[line..<range.upperBound].firstIndex { !$0.isBlank }
      guard let start else { return }
      let end = source.bytes[start..<range.upperBound].firstIndex { $0.isLineEnd }
      if source.bytes[start] != UInt8(ascii: ">"), !source.bytes[start].isLineEnd {
        return tell(.swallowedLine(at: source.span(start..<(end ?? range.upperBound)).place))
      }
    }
  }

  /// Tells of a name behind a dash that became part of the words quoted above it.
  private mutating func tellAttribution() {
    let range = inSource(block)
    let bytes = source.bytes
    var line = range.lowerBound
    while let newline = bytes[line..<range.upperBound].firstIndex(of: 0x0A) {
      line = newline + 1
      let mark = bytes[line..<range.upperBound].firstIndex { !$0.isBlank }
      guard let mark, bytes[mark] == UInt8(ascii: ">"),
        let start = bytes[mark..<range.upperBound].firstIndex(where: {
          !$0.isBlank && $0 != UInt8(ascii: ">")
        })
      else { continue }
      let isDash = ["–", "—"].contains { bytes[start...].starts(with: $0.utf8) }
      let end = bytes[start..<range.upperBound].firstIndex { $0.isLineEnd } ?? range.upperBound
      if isDash { return tell(.attributionInQuotation(at: source.span(start..<end).place)) }
    }
  }

  /// Tells of a code block that is none, or never ends.
  mutating func tellCode(_ node: OpaquePointer, code: Range<Int>) {
    guard options.tellsLeftovers else { return }
    var (length, offset): (Int32, Int32) = (0, 0)
    var mark: CChar = 0
    let start = inSource(block).lowerBound
    guard cmark_node_get_fenced(node, &length, &offset, &mark) != 0 else {
      let line = source.bytes[start...].firstIndex { $0.isLineEnd } ?? source.bytes.count
      if isThai(pool[code]) { tell(.indentedText(at: source.span(start..<line).place)) }
      return
    }
    let last = places.offset(line: cmark_node_get_end_line(node), column: 1)
    let fence = text.bytes[min(last, text.bytes.count)..<max(last, block.upperBound)]
      .filter { !$0.isWhitespace && $0 != UInt8(ascii: ">") }
    let isClosed =
      cmark_node_get_end_line(node) > cmark_node_get_start_line(node)
      && fence.count >= Int(length) && fence.allSatisfy { $0 == UInt8(bitPattern: mark) }
    if !isClosed { tell(.openFence(at: source.span(start..<start + Int(length)).place)) }
  }

  private func isThai(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xE0 && ($1 == 0xB8 || $1 == 0xB9) }
  }

  /// Tells of cells beyond a table's head, which GFM drops, and of those that a row lacks.
  mutating func tellCells(of columns: Int, line: Int32) {
    guard options.tellsLeftovers, columns > 0 else { return }
    let start = places.offset(line: line, column: 1)
    let end = max(start, places.end(line: line))
    var position = start
    let bytes = text.bytes
    while position < end, bytes[position].isBlank || bytes[position] == UInt8(ascii: ">") {
      position += 1
    }
    let first = position
    if position < end, bytes[position] == UInt8(ascii: "|") { position += 1 }
    var cells = 0
    var isOpen = false
    while position < end, cells < columns {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 1
      } else if bytes[position] == UInt8(ascii: "|") {
        cells += 1
        isOpen = false
      } else if !bytes[position].isWhitespace {
        isOpen = true
      }
      position += 1
    }
    let written = cells + (isOpen ? 1 : 0)
    if written < columns {
      let place = span(first..<max(first, end)).place
      return tell(.cellsMissing(written, of: columns, at: place))
    }
    guard cells == columns, position < end else { return }
    let rest = position..<end
    let words = rest.filter { !bytes[$0].isBlank && bytes[$0] != UInt8(ascii: "|") }
    guard let first = words.first, let last = words.last else { return }
    let span = span(first..<last + 1)
    tell(.cellsBeyondHead(span.text, at: span.place))
  }
}
