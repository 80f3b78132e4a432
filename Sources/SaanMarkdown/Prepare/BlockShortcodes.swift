/// Pairs `{% name(…) %}` with `{% end %}`, each on a line of its own.
///
/// They are found before cmark reads the text, for which the tags would be words and the body some
/// paragraphs between them. The body is masked with its tags and read as a text of its own. Of
/// Markdown only lines, their markers and fences of code are known here: a tag in code is none.
enum BlockShortcodes {
  struct Block {
    let range: Range<Int>
    let name: Range<Int>
    let call: Range<Int>
    let body: Range<Int>
  }

  enum Found {
    case block(Block)
    case problem(PreparedText.Problem)
  }

  private struct Opening {
    let offset: Int
    let name: Range<Int>
    let call: Range<Int>
    let bodyStart: Int
  }

  /// The blocks and the mistakes by the offset of their first brace.
  static func find(in bytes: [UInt8], limits: MarkdownLimits) -> [Int: Found] {
    guard containsTag(bytes) else { return [:] }
    var found: [Int: Found] = [:]
    var open: [Opening] = []
    var fences = CodeFences()
    var position = 0
    while position < bytes.count {
      let lineEnd = bytes[position...].firstIndex { $0.isLineEnd } ?? bytes.count
      let (start, quotes) = contentStart(bytes, position..<lineEnd)
      defer { position = max(position, lineEnd) + 1 }
      if fences.follow(bytes, start, quotes: quotes) != nil || fences.isOpen { continue }
      guard start + 1 < lineEnd, bytes[start] == UInt8(ascii: "{"),
        bytes[start + 1] == UInt8(ascii: "%")
      else { continue }
      if let end = endTag(bytes, start) {
        guard isBlank(bytes, from: end) else { continue }
        close(&open, &found, endStart: start, end: end, lineStart: position)
      } else if case .call(let name, let call, let end) = CallScanner.scan(
        bytes, from: start + 2, closing: UInt8(ascii: "%"), limit: limits.shortcodeSize)
      {
        guard isBlank(bytes, from: end) else { continue }
        let next = bytes[end...].firstIndex { $0 == 0x0A }.map { $0 + 1 } ?? bytes.count
        open.append(Opening(offset: start, name: name, call: call, bodyStart: next))
        position = max(position, next - 1)
      }
    }
    for opening in open { found[opening.offset] = .problem(.unclosedBlock) }
    return found
  }

  private static func close(
    _ open: inout [Opening], _ found: inout [Int: Found], endStart: Int, end: Int, lineStart: Int
  ) {
    guard let opening = open.popLast() else {
      found[endStart] = .problem(.strayEnd)
      return
    }
    found[opening.offset] = .block(
      Block(
        range: opening.offset..<end, name: opening.name, call: opening.call,
        body: opening.bodyStart..<max(opening.bodyStart, lineStart)))
  }

  private static func containsTag(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while let percent = bytes[position...].firstIndex(of: UInt8(ascii: "%")) {
      if percent > 0, bytes[percent - 1] == UInt8(ascii: "{") { return true }
      position = percent + 1
    }
    return false
  }

  /// Where a line's content begins, after space and the markers of quotes and lists, and how many
  /// quotations it stands in.
  private static func contentStart(
    _ bytes: [UInt8], _ line: Range<Int>
  ) -> (start: Int, quotes: Int) {
    var start = line.lowerBound
    var quotes = 0
    while start < line.upperBound {
      let byte = bytes[start]
      guard
        byte.isBlank || byte == UInt8(ascii: ">")
          || ((byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+"))
            && start + 1 < line.upperBound && bytes[start + 1].isBlank)
      else { break }
      if byte == UInt8(ascii: ">") { quotes += 1 }
      start += 1
    }
    return (start, quotes)
  }

  /// The offset after `{% end %}`.
  private static func endTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard let name = CallScanner.name(bytes, from: start + 2),
      bytes[name].elementsEqual("end".utf8)
    else { return nil }
    let close = CallScanner.skipSpace(bytes, name.upperBound)
    guard close + 1 < bytes.count, bytes[close] == UInt8(ascii: "%"),
      bytes[close + 1] == UInt8(ascii: "}")
    else { return nil }
    return close + 2
  }

  private static func isBlank(_ bytes: [UInt8], from start: Int) -> Bool {
    for byte in bytes[start...] {
      if byte.isLineEnd { return true }
      if !byte.isBlank { return false }
    }
    return true
  }
}
