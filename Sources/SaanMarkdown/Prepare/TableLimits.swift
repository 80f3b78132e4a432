// What must be known of tables and of reference definitions before cmark reads them.

extension TextPreparer {
  /// Makes a table's head harmless when the table would cost too much.
  mutating func limitTable(_ content: Int) {
    guard let head = tableHead(content) else { return }
    // For each line before it, cmark walks back to the beginning of the paragraph.
    tableHeadWork -= (content - run.start) * run.lines
    let rest = run.rest ?? restOfRun(content)
    run.rest = rest
    let missing = max(0, head.columns * rest.lines - rest.pipes * 2)
    if tableHeadWork < 0 || missing > missingCells {
      text.neutralise(head.dash, StandIn.tableDash)
    } else {
      missingCells -= missing
    }
  }

  /// The columns of a delimiter row such as `|---|:-:|` and the offset of its first dash.
  private func tableHead(_ content: Int) -> (columns: Int, dash: Int)? {
    var columns = 1
    var dash: Int?
    var position = content
    while position < text.bytes.count, !text.bytes[position].isLineEnd {
      switch text.bytes[position] {
      case UInt8(ascii: "|"): columns += 1
      case UInt8(ascii: "-"): dash = dash ?? position
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0B, 0x0C: break
      default: return nil
      }
      position += 1
    }
    return dash.map { (min(columns, limits.cellsPerRow + 1), $0) }
  }

  /// Lines and pipes up to the next blank line.
  private func restOfRun(_ start: Int) -> (lines: Int, pipes: Int) {
    let end = endOfRun(start)
    return text.bytes[start..<end].reduce(into: (1, 0)) { counts, byte in
      if byte.isLineEnd { counts.0 += 1 }
      if byte == UInt8(ascii: "|") { counts.1 += 1 }
    }
  }

  /// Makes definitions harmless that references could copy too often.
  mutating func limitDefinitions() {
    let references = text.closingBrackets - text.definitions.count
    guard Self.longestEscape * text.bytes.count * max(0, references) > limits.referenceBytes else {
      return
    }
    var runEnd = 0
    for offset in text.definitions where mayDefine(offset) {
      if offset >= runEnd { runEnd = endOfRun(offset) }
      let end = offset + sizeOfDefinition(offset, runEnd: runEnd)
      let size = text.bytes[offset..<end].reduce(0) { $0 + Self.escapedSize($1) }
      if size * references > limits.referenceBytes {
        text.neutralise(offset, StandIn.definitionBracket)
      }
    }
  }

  /// `&quot;` of a quotation mark.
  private static let longestEscape = 6

  /// How many bytes a byte of an address or a title may become in HTML.
  private static func escapedSize(_ byte: UInt8) -> Int {
    if byte.isLetter || byte.isDigit { return 1 }
    return "'\"&<>".utf8.contains(byte) ? longestEscape : 3
  }

  /// Whether a label with a colon begins here.
  private func mayDefine(_ start: Int) -> Bool {
    var position = start + 1
    while position + 1 < text.bytes.count, position < start + 2_000 {
      switch text.bytes[position] {
      case UInt8(ascii: "]"): return text.bytes[position + 1] == UInt8(ascii: ":")
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return false
  }

  /// Where the next blank line begins.
  private func endOfRun(_ start: Int) -> Int {
    var lineStart = start
    while lineStart < text.bytes.count {
      var position = lineStart
      while position < text.bytes.count, text.bytes[position].isBlank { position += 1 }
      guard position < text.bytes.count, !text.bytes[position].isLineEnd else { return lineStart }
      let lineEnd = text.bytes[position...].firstIndex { $0.isLineEnd } ?? text.bytes.count
      lineStart = lineEnd < text.bytes.count ? afterLineEnd(lineEnd) : lineEnd
    }
    return text.bytes.count
  }

  /// The line's length when the definition surely ends with it, else all that is left of the run.
  private func sizeOfDefinition(_ start: Int, runEnd: Int) -> Int {
    let bytes = text.bytes
    let lineEnd = bytes[start...].firstIndex { $0.isLineEnd } ?? bytes.count
    guard let close = bytes[start..<lineEnd].firstIndex(of: UInt8(ascii: "]")) else {
      return runEnd - start
    }
    let next = CallScanner.skipSpace(bytes, lineEnd)
    let nextMayBeTitle = next < runEnd && "\"'(".utf8.contains(bytes[next])
    let destination = CallScanner.skipSpace(bytes, min(close + 2, lineEnd))
    guard !nextMayBeTitle, destination < lineEnd else { return runEnd - start }
    let hasQuotes = bytes[destination..<lineEnd].contains { "\"'(".utf8.contains($0) }
    guard hasQuotes else { return lineEnd - start }
    let quote = bytes[lineEnd - 1]
    let isClosed =
      quote == UInt8(ascii: "\"")
      && bytes[destination..<lineEnd].filter { $0 == quote }.count == 2
      && !bytes[destination..<lineEnd].contains { "'(\\".utf8.contains($0) }
    return isClosed ? lineEnd - start : runEnd - start
  }
}
