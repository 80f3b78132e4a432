import CCmarkGFM
import SaanText

// What is in the file and on no page: lines that cmark reads and then does not show.

extension DocumentBuilder {
  /// Tells of footnotes and addresses that stand at a name nobody uses: cmark drops them.
  mutating func tellLostDefinitions() {
    guard options.tellsLeftovers else { return }
    let start = min(text.base, source.bytes.count)
    let definitions = definitions(from: start)
    guard !definitions.isEmpty else { return }
    let body = source.text(in: start..<source.bytes.count).lowercased()
    for (label, line) in definitions {
      let name = source.text(in: label)
      // A comment as some write it.
      if name == "[//]" || isShown(name + ":") { continue }
      let uses = body.ranges(of: name.lowercased()).count
      let own = definitions.count { source.text(in: $0.label).lowercased() == name.lowercased() }
      if uses > own { continue }
      tell(.lostDefinition(name, isNote: name.hasPrefix("[^"), at: source.span(line).place))
    }
  }

  /// The lines that begin with `[name]:`, outside code.
  private func definitions(from start: Int) -> [(label: Range<Int>, line: Range<Int>)] {
    var found: [(label: Range<Int>, line: Range<Int>)] = []
    let bytes = source.bytes
    var search = start
    while let close = bytes[search...].firstIndex(of: UInt8(ascii: "]")) {
      search = close + 1
      guard search < bytes.count, bytes[search] == UInt8(ascii: ":") else { continue }
      let line = source.span(close..<close).lineRange
      let first = max(line.lowerBound, start)
      let open = bytes[first..<close].firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") }
      guard let open, bytes[open] == UInt8(ascii: "["), open + 1 < close,
        !bytes[open + 1..<close].contains(UInt8(ascii: "[")),
        !codeBlocks.contains(where: { $0.contains(open) })
      else { continue }
      found.append((open..<close + 1, open..<max(close + 2, line.upperBound)))
    }
    return found
  }

  /// Whether the words stand in what is shown.
  private func isShown(_ words: String) -> Bool { pool.firstRange(of: Array(words.utf8)) != nil }

  mutating func tellEmptyQuote(_ node: OpaquePointer) {
    let start = places.offset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    tell(.emptyQuote(at: span(start..<start + 1).place))
  }

  /// Whether a heading is made of fields between two lines of hyphens.
  func isSecondFrontMatter(_ level: UInt8) -> Bool {
    guard level == 2, blockStart > 0, events[blockStart - 1].kind == .thematicBreak else {
      return false
    }
    let lines = source.bytes[inSource(block).clamped(to: 0..<source.bytes.count)]
      .split(separator: UInt8(ascii: "\n"))
    guard lines.count > 1,
      lines.last?.allSatisfy({ $0 == UInt8(ascii: "-") || $0.isWhitespace }) == true
    else { return false }
    return lines.dropLast().allSatisfy { line in
      let name = line.prefix { $0.isLetter || $0 == UInt8(ascii: "_") }
      let rest = line.dropFirst(name.count)
      return !name.isEmpty && rest.first == UInt8(ascii: ":")
    }
  }
}
