import SaanText

/// Goes through a text once, before cmark: masks shortcodes and bare addresses, applies the limits.
///
/// It knows lines and the markers at their beginning, not blocks. What it does inside code is
/// undone when the text is taken out of cmark's tree, so it may err on that side.
struct TextPreparer {
  var text: PreparedText
  let limits: MarkdownLimits
  /// A run of lines without a blank one between them: no paragraph is longer.
  var run = Run()
  var fences = CodeFences()
  var blocks: [Int: BlockShortcodes.Found] = [:]
  var missingCells: Int
  var tableHeadWork: Int
  /// Each was searched for its end in vain.
  var unclosedCalls = 0
  /// Where the line's content begins, behind its markers.
  var contentStart = 0
  /// Where the last address in angle brackets ends.
  var autolinkEnd = 0

  /// What has been counted in a run of lines.
  struct Run {
    var start = 0
    var lines = 0
    var emphasis = 0
    var brackets = 0
    var pictures = 0
    var declarations = 0
    /// Lines and pipes from the first table head to the end of the run.
    var rest: (lines: Int, pipes: Int)?
  }

  init(_ source: SourceFile, range: Range<Int>, limits: MarkdownLimits) {
    text = PreparedText(source, range: range)
    self.limits = limits
    missingCells = limits.missingCells
    tableHeadWork = limits.tableHeadWork
  }

  /// The text as cmark may read it.
  static func prepare(
    _ source: SourceFile, range: Range<Int>, limits: MarkdownLimits
  ) -> PreparedText {
    var preparer = TextPreparer(source, range: range, limits: limits)
    preparer.prepareLines()
    preparer.limitDefinitions()
    return preparer.text
  }

  private mutating func prepareLines() {
    blocks = BlockShortcodes.find(in: text.bytes, limits: limits)
    var position = 0
    while position < text.bytes.count { position = prepareLine(position) }
  }

  /// Prepares the line that begins at `start` and returns where the next one begins.
  private mutating func prepareLine(_ start: Int) -> Int {
    let prefix = readPrefix(start)
    let content = prefix.end
    contentStart = content
    guard content < text.bytes.count else { return content }
    let fenceEnd = fences.follow(text.bytes, content, quotes: prefix.quotes)
    if text.bytes[content].isLineEnd {
      if prefix.markers == 0 { run = Run(start: content + 1) }
      return afterLineEnd(content)
    }
    if fenceEnd == nil, !fences.isOpen, let found = blocks[content] {
      if let end = prepareBlock(found, at: content) { return end }
    }
    run.lines += 1
    if text.bytes[content] == UInt8(ascii: "[") { text.definitions.append(content) }
    limitTable(content)
    return scanLine(fenceEnd ?? content)
  }

  private mutating func prepareBlock(_ found: BlockShortcodes.Found, at content: Int) -> Int? {
    switch found {
    case .block(let block):
      text.mask(
        block.range, .block(name: block.name, call: block.call, body: block.body))
      return scanLine(block.range.upperBound)
    case .problem(let problem):
      text.note(problem, at: content)
      return nil
    }
  }
}

// MARK: - The beginning of a line

extension TextPreparer {
  /// The markers of quotes, lists and footnotes at the beginning of a line.
  struct Prefix {
    var end: Int
    var markers = 0
    var quotes = 0
  }

  /// A marker, and what would make it harmless.
  private struct Marker {
    let length: Int
    let offset: Int
    let standIn: UInt8
  }

  /// Reads the markers and makes those harmless that nest too deep.
  private mutating func readPrefix(_ start: Int) -> Prefix {
    var prefix = Prefix(end: start)
    var column = 0
    let count = text.bytes.count
    while prefix.end < count {
      let byte = text.bytes[prefix.end]
      if byte == 0x20 {
        column += 1
        prefix.end += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
        prefix.end += 1
      } else if let marker = marker(at: prefix.end) {
        if prefix.markers >= limits.markersPerLine || column > limits.markerColumn {
          text.neutralise(marker.offset, marker.standIn)
          return prefix
        }
        prefix.markers += 1
        prefix.quotes += byte == UInt8(ascii: ">") ? 1 : 0
        column += marker.length
        prefix.end += marker.length
      } else {
        return prefix
      }
    }
    return prefix
  }

  private func marker(at offset: Int) -> Marker? {
    switch text.bytes[offset] {
    case UInt8(ascii: ">"): return Marker(length: 1, offset: offset, standIn: StandIn.quote)
    case UInt8(ascii: "-"): return bullet(offset, StandIn.listDash)
    case UInt8(ascii: "+"): return bullet(offset, StandIn.listPlus)
    case UInt8(ascii: "*"): return bullet(offset, StandIn.listStar)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(offset)
    case UInt8(ascii: "["): return note(offset)
    default: return nil
    }
  }

  private func bullet(_ offset: Int, _ standIn: UInt8) -> Marker? {
    isSpace(offset + 1) ? Marker(length: 1, offset: offset, standIn: standIn) : nil
  }

  private func number(_ offset: Int) -> Marker? {
    var end = offset
    while end < text.bytes.count, end - offset < 9, text.bytes[end].isDigit { end += 1 }
    guard end < text.bytes.count, isSpace(end + 1) else { return nil }
    switch text.bytes[end] {
    case UInt8(ascii: "."):
      return Marker(length: end + 1 - offset, offset: end, standIn: StandIn.listDot)
    case UInt8(ascii: ")"):
      return Marker(length: end + 1 - offset, offset: end, standIn: StandIn.listParenthesis)
    default: return nil
    }
  }

  /// A footnote's `[^label]:`.
  private func note(_ offset: Int) -> Marker? {
    guard offset + 1 < text.bytes.count, text.bytes[offset + 1] == UInt8(ascii: "^") else {
      return nil
    }
    var end = offset + 2
    while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "]"),
      !text.bytes[end].isLineEnd
    {
      end += 1
    }
    guard end + 1 < text.bytes.count, text.bytes[end] == UInt8(ascii: "]"),
      text.bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return Marker(length: end + 2 - offset, offset: offset, standIn: StandIn.noteBracket)
  }

  private func isSpace(_ offset: Int) -> Bool {
    offset >= text.bytes.count || text.bytes[offset].isWhitespace
  }
}
