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
    // How often each name stands in the text; where it is defined it stands once.
    var uses: [String: Int] = [:]
    for label in labels(in: source.bytes[start...]) {
      uses[source.text(in: label).lowercased(), default: 0] += 1
    }
    for (label, _) in definitions { uses[source.text(in: label).lowercased(), default: 0] -= 1 }
    let shown = Set(
      labels(in: pool[...]).filter { $0.upperBound < pool.count && pool[$0.upperBound] == 0x3A }
        .map { String(decoding: pool[$0], as: UTF8.self) })
    for (label, line) in definitions {
      let name = source.text(in: label)
      // A comment as some write it.
      if name == "[//]" || shown.contains(name) || uses[name.lowercased(), default: 0] > 0 {
        continue
      }
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

  /// What stands in brackets without a bracket in between, with the brackets.
  private func labels(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["): open = index
      case UInt8(ascii: "]"):
        if let start = open { found.append(start..<index + 1) }
        open = nil
      default: break
      }
    }
    return found
  }

  mutating func tellEmptyQuote(_ node: OpaquePointer) {
    let start = places.offset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    tell(.emptyQuote(at: span(start..<start + 1).place))
  }

  // MARK: Fields below those at the top

  /// Tells of fields between two lines of hyphens below those at the top of the file, and of those
  /// that a line of hyphens cut off.
  mutating func tellSecondFrontMatter() {
    guard options.tellsLeftovers else { return }
    let bytes = source.bytes
    let base = min(text.base, bytes.count)
    // Where the lines behind the last line of hyphens begin.
    var fence: Int? = base > 0 ? base : nil
    var line = base
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[line] == UInt8(ascii: "-"), isFence(bytes[line..<end]),
        !codeBlocks.contains(where: { $0.contains(line) })
      {
        let found = fence.flatMap { fields(in: $0..<line, areCutOff: $0 == base) }
        if let found { tell(.secondFrontMatter(at: source.span(found).place)) }
        fence = found == nil ? end + 1 : nil
      }
      line = end + 1
    }
  }

  /// Tells of lines that a line of hyphens right below them makes a heading, but not of fields.
  mutating func tellUnderlined() {
    let range = inSource(block)
    guard let first = source.bytes[range].first, first != UInt8(ascii: "#") else { return }
    let line = range.lowerBound..<(source.bytes[range].firstIndex(of: 0x0A) ?? range.upperBound)
    let above = source.bytes[..<range.lowerBound].dropLast()
    let lineAbove = above[(above.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
    if isFence(lineAbove), isField(source.bytes[line], isPlain: true) { return }
    tell(.underlinedText(at: source.span(range.lowerBound..<underlineEnd(in: range)).place))
  }

  /// The end of the first line below a text that has nothing but hyphens.
  private func underlineEnd(in range: Range<Int>) -> Int {
    var line = range.lowerBound
    while let newline = source.bytes[line..<range.upperBound].firstIndex(of: 0x0A) {
      line = newline + 1
      let end = source.bytes[line..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let marks = source.bytes[line..<end].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
      if !marks.isEmpty, marks.allSatisfy({ $0 == UInt8(ascii: "-") || $0.isWhitespace }) {
        return end
      }
    }
    return range.upperBound
  }

  private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: "-") }
    return line.count - rest.count >= 3 && rest.allSatisfy(\.isWhitespace)
  }

  /// The lines from the first to the last field, where there is nothing but fields.
  ///
  /// A text between two rules may begin with a word and a colon too: unless the fields touch the
  /// hyphens on both sides, their names must be such as no text has.
  private func fields(in range: Range<Int>, areCutOff: Bool) -> Range<Int>? {
    guard range.count < 4_000 else { return nil }
    let lines = source.bytes[range].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).dropLast()
    func isEmpty(_ line: ArraySlice<UInt8>?) -> Bool { line?.allSatisfy(\.isWhitespace) ?? true }
    let isTight = !isEmpty(lines.first) && !isEmpty(lines.last)
    guard isTight || !areCutOff, let first = lines.first(where: { !isEmpty($0) }),
      let last = lines.last(where: { !isEmpty($0) }), first.first.map({ $0 > 0x20 }) == true,
      isField(first, isPlain: isTight && !areCutOff)
    else { return nil }
    let areFields = lines.allSatisfy { line in
      isEmpty(line) || line.first?.isBlank == true || line.starts(with: "- ".utf8)
        || line.first == UInt8(ascii: "#") || isField(line, isPlain: isTight && !areCutOff)
    }
    guard areFields else { return nil }
    let end = last.lastIndex { !$0.isWhitespace }.map { $0 + 1 }
    return first.startIndex..<(end ?? last.endIndex)
  }

  /// Whether a line is `name: value`; any name counts where nothing but fields can be meant.
  private func isField(_ line: ArraySlice<UInt8>, isPlain: Bool) -> Bool {
    let name = line.prefix { byte in
      byte == UInt8(ascii: "_")
        || (isPlain ? byte.isLetter || byte >= 0x80 : byte.isLetter && byte & 0x20 != 0)
    }
    let rest = line.dropFirst(name.count)
    guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return false }
    return rest.dropFirst().first?.isWhitespace ?? true
  }
}
