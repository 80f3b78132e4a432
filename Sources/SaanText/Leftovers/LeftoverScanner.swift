/// Goes through a text and finds what was meant as markup.
///
/// A mark is told only where what stands around it leaves little doubt: stars between numbers
/// multiply, lines within names belong to them, and tables of data have marks of their own. So each
/// mark has a rule of its own, and an odd one out is left in silence rather than told wrongly.
/// Searches ahead end at the line.
struct LeftoverScanner {
  let utf8: UnsafeBufferPointer<UInt8>
  let context: LeftoverContext
  var found: [Leftover] = []
  var index = 0
  /// The single mark that may begin emphasis, and whether it stands between Thai letters, as lines
  /// in names do.
  private var single: (mark: UInt8, range: Range<Int>, isInner: Bool)?
  /// Where the next closing bracket or the line's end is.
  private var bracketEnd = -1
  /// Marks with space on both sides, as in `** words **`.
  private var spaced: (mark: UInt8, range: Range<Int>)?
  /// The run that a second one may end; both are one leftover.
  private var open: (mark: UInt8, length: Int)?

  init(_ utf8: UnsafeBufferPointer<UInt8>, _ context: LeftoverContext) {
    self.utf8 = utf8
    self.context = context
  }

  mutating func scan() -> [Leftover] {
    if context == .block || context == .field { scanLines() }
    while index < utf8.count {
      let start = index
      index += 1
      switch utf8[start] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(start)
      case UInt8(ascii: "!"): image(start)
      case UInt8(ascii: "["): bracket(start, isImage: false)
      case UInt8(ascii: "<"): tag(start)
      case UInt8(ascii: "-"): commentEnd(start)
      case UInt8(ascii: "&"): entity(start)
      case UInt8(ascii: "`"): if context != .data { report(.code, start..<runEnd(start)) }
      case UInt8(ascii: "{"): braces(start)
      case UInt8(ascii: "}"): closingBraces(start)
      case UInt8(ascii: "^"): raised(start)
      case 0xEF: unknownCharacter(start)
      case UInt8(ascii: "\\"): backslash(start)
      case UInt8(ascii: "+"), UInt8(ascii: "$"):
        doubled(start)
        index = max(index, runEnd(start))
      case UInt8(ascii: "="): highlight(start)
      default: break
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  mutating func report(_ kind: Leftover.Kind, _ range: Range<Int>) {
    found.append(Leftover(kind: kind, range: range))
    index = max(index, range.upperBound)
  }

  func at(_ index: Int) -> UInt8 { utf8.indices.contains(index) ? utf8[index] : 0x0A }

  /// Whether nothing is there but space, or the edge of the text.
  func isSpace(_ index: Int) -> Bool {
    let byte = at(index)
    return byte == 0x20 || byte &- 0x09 < 5
  }

  func isWord(_ index: Int) -> Bool {
    let byte = at(index)
    return byte >= 0x80 || byte.isDigit || isASCIILetter(byte)
  }

  func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  func runEnd(_ start: Int) -> Int {
    var end = start
    while end < utf8.count, utf8[end] == utf8[start] { end += 1 }
    return end
  }

  /// The offset of a byte on the same line.
  func find(_ byte: UInt8, from start: Int, limit: Int = 2_000) -> Int? {
    var index = start
    while index < utf8.count, index < start + limit, utf8[index] != 0x0A {
      if utf8[index] == byte { return index }
      index += 1
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  // MARK: Emphasis

  private mutating func emphasis(_ start: Int) {
    let mark = utf8[start]
    let end = runEnd(start)
    index = end
    let (before, after) = (isSpace(start - 1), isSpace(end))
    guard !before || !after else { return between(mark, start..<end) }
    if mark == UInt8(ascii: "~"), end == start + 1 { return raised(start) }
    switch (mark, end - start) {
    case (UInt8(ascii: "*"), 1), (UInt8(ascii: "_"), 1): one(mark, start)
    case (UInt8(ascii: "*"), 2...3), (UInt8(ascii: "~"), 2):
      if !(at(start - 1).isDigit && at(end).isDigit) { run(mark, start..<end) }
    case (UInt8(ascii: "_"), 2):
      // Names such as `snake__case` have no other letters beside.
      if at(start - 1) >= 0x80 || at(end) >= 0x80 || before || after { run(mark, start..<end) }
    case (UInt8(ascii: "*"), 4...5): if before, isWord(end) { run(mark, start..<end) }
    default: break
    }
  }

  /// Two marks with space around them, and two more behind them on the same line; numbers and
  /// single letters between them make a formula.
  private mutating func between(_ mark: UInt8, _ range: Range<Int>) {
    guard context != .data, range.count == 2, !isFormula(range) else { return }
    if let spaced, spaced.mark == mark,
      !utf8[spaced.range.upperBound..<range.lowerBound].contains(0x0A)
    {
      report(.emphasis, spaced.range)
      self.spaced = nil
    } else if context == .block, spaced == nil, isLineEnd(range.upperBound),
      !isLineEnd(range.lowerBound - 1)
    {
      // Nothing is left on the line that it could begin.
      report(.emphasis, range)
    } else {
      spaced = (mark, range)
    }
  }

  private func isLineEnd(_ index: Int) -> Bool { at(index) == 0x0A }

  private func isFormula(_ range: Range<Int>) -> Bool {
    let (before, after) = (range.lowerBound - 2, range.upperBound + 1)
    func isTerm(_ index: Int, _ next: Int) -> Bool {
      at(index).isDigit || (isASCIILetter(at(index)) && !isWord(next))
    }
    return isTerm(before, before - 1) || isTerm(after, after + 1)
  }

  /// One star or line: only with a second one that could end what it began.
  private mutating func one(_ mark: UInt8, _ start: Int) {
    guard context != .data else { return }
    if let single, single.mark == mark, !isSpace(start - 1), !single.isInner || !isWord(start + 1) {
      report(.emphasis, single.range)
      self.single = nil
      return
    }
    let before = at(start - 1)
    let isThai = before >= 0x80 || at(start + 1) >= 0x80
    let isInner = mark == UInt8(ascii: "_") && before >= 0x80
    let begins = isSpace(start - 1) || !isWord(start - 1) || before >= 0x80
    guard begins, isWord(start + 1), mark != UInt8(ascii: "_") || isThai else { return }
    // `*words *more`: the second one stands away from the words that it should end.
    if let single, single.mark == mark, mark == UInt8(ascii: "*"), isSpace(start - 1),
      !utf8[single.range.upperBound..<start].contains(0x0A)
    {
      report(.emphasis, single.range)
      self.single = nil
      index = start + 1
      return
    }
    single = (mark, start..<start + 1, isInner)
  }

  private mutating func run(_ mark: UInt8, _ range: Range<Int>) {
    if let open, open.mark == mark, open.length == range.count, !isSpace(range.lowerBound - 1) {
      self.open = nil
      // In tables of data two stars may point to a note.
      if context == .data { report(.emphasis, range) }
      return
    }
    if context != .data { report(.emphasis, range) }
    // What stands before a space begins nothing that a second run could end.
    open = isSpace(range.upperBound) ? nil : (mark, range.count)
  }

  /// `==words==`, which other programs colour.
  private mutating func highlight(_ start: Int) {
    let end = runEnd(start)
    index = end
    guard context != .data, end - start == 2, !isSpace(end) else { return }
    var close = end
    while let sign = find(UInt8(ascii: "="), from: close) {
      close = runEnd(sign)
      if close - sign == 2, !isSpace(sign - 1) { return report(.highlight, start..<close) }
    }
  }

  // MARK: Pictures and links

  private mutating func image(_ start: Int) {
    if at(start + 1) == UInt8(ascii: "[") { bracket(start + 1, isImage: true) }
  }

  /// What follows `[…]`.
  private mutating func bracket(_ start: Int, isImage: Bool) {
    let first = isImage ? start - 1 : start
    guard let close = closingBracket(from: start + 1) else { return }
    if !isImage, isOddLink(start, close) { return }
    if !isImage, context != .data, isForeign(start, close) { return }
    // An inner bracket is looked at by itself.
    if !isImage, find(UInt8(ascii: "["), from: start + 1, limit: close - start - 1) != nil {
      return
    }
    let label = start + 1..<close
    if !isImage, isSwapped(first, close) { return }
    let isNumber = label.allSatisfy { utf8[$0].isDigit || utf8[$0] == 0x20 }
    var next = close + 1
    if at(start + 1) == UInt8(ascii: "^"), label.count > 1, context == .block || context == .cell {
      return report(.note, first..<next)
    }
    while at(next) == 0x20 || at(next) == 0x09 { next += 1 }
    if at(next) == UInt8(ascii: "("), isImage || !isNumber || next == close + 1 {
      return address(first, close, next, isImage: isImage)
    }
    if at(close + 1) == UInt8(ascii: "["), !isNumber, !label.isEmpty,
      let end = find(UInt8(ascii: "]"), from: close + 2),
      end > close + 2 || context != .data,
      context != .data || !(close + 2..<end).allSatisfy({ utf8[$0].isDigit })
    {
      return report(.reference, first..<end + 1)
    }
    if isImage, !isNumber || label.isEmpty { report(.image, first..<close + 1) }
  }

  /// `^[note]`, `[text]](address)` and `[text]（address）`.
  private mutating func isOddLink(_ start: Int, _ close: Int) -> Bool {
    guard context == .block || context == .cell, close > start + 1 else { return false }
    if at(start - 1) == UInt8(ascii: "^"), at(close + 1) != UInt8(ascii: "(") {
      report(.foreign, start - 1..<close + 1)
      return true
    }
    if at(close + 1) == UInt8(ascii: "]"), at(close + 2) == UInt8(ascii: "("),
      let end = find(UInt8(ascii: ")"), from: close + 3), isAddress(close + 3..<end)
    {
      report(.link, start..<end + 1)
      return true
    }
    if isWide(0x88, at: close + 1), let end = wideEnd(0x89, from: close + 4),
      isAddress(close + 4..<end - 3)
    {
      report(.link, start..<end)
      return true
    }
    return false
  }

  /// `(text)[address]`.
  private mutating func isSwapped(_ start: Int, _ close: Int) -> Bool {
    guard context == .block || context == .cell, at(start - 1) == UInt8(ascii: ")"),
      isAddress(start + 1..<close)
    else { return false }
    let line = utf8[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard let open = utf8[line..<start].lastIndex(of: UInt8(ascii: "(")) else { return false }
    report(.swapped, open..<close + 1)
    return true
  }

  /// The next closing bracket on the line; many brackets without one are looked through once.
  private mutating func closingBracket(from start: Int) -> Int? {
    if bracketEnd < start {
      bracketEnd =
        utf8[start...].firstIndex { $0 == UInt8(ascii: "]") || $0 == 0x0A } ?? utf8.count
    }
    return at(bracketEnd) == UInt8(ascii: "]") ? bracketEnd : nil
  }

  /// What stands in parentheses behind a bracket.
  private mutating func address(_ first: Int, _ close: Int, _ parenthesis: Int, isImage: Bool) {
    let end = closingParenthesis(from: parenthesis + 1)
    let inside = parenthesis + 1..<(end ?? parenthesis + 1)
    let isBeside = parenthesis == close + 1
    let range = first..<(end.map { $0 + 1 } ?? parenthesis + 1)
    let curly = curlyTitle(inside)
    let destination = curly.map { inside.lowerBound..<$0 } ?? withoutTitle(inside)
    if isBeside, !destination.isEmpty, curly != nil || text(destination).contains(" "),
      isImage || isAddress(destination)
    {
      report(.spacedAddress, range)
    } else if isImage {
      report(.image, range)
    } else if isBeside ? !inside.isEmpty || end == nil : isAddress(destination) {
      report(.link, range)
    }
  }

  /// The parenthesis that closes an address, past pairs inside it: `(report (1).docx)`.
  private func closingParenthesis(from start: Int) -> Int? {
    let first = find(UInt8(ascii: ")"), from: start)
    guard let first, utf8[start..<first].contains(UInt8(ascii: "(")) else { return first }
    var depth = 0
    for index in start..<min(utf8.count, start + 2_000) {
      if utf8[index] == 0x0A { break }
      if utf8[index] == UInt8(ascii: "(") { depth += 1 }
      guard utf8[index] == UInt8(ascii: ")") else { continue }
      if depth == 0 { return index }
      depth -= 1
    }
    return first
  }

  /// Where the space before a title in the quotation marks of word processors is.
  private func curlyTitle(_ range: Range<Int>) -> Int? {
    range.first { index in
      isSpace(index) && at(index + 1) == 0xE2 && at(index + 2) == 0x80
        && (0x98...0x9F).contains(at(index + 3))
    }
  }

  /// The part before a title in quotation marks.
  private func withoutTitle(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, "\"'".utf8.contains(utf8[last]) else { return range }
    let quote = utf8[last]
    guard
      let open = range.dropFirst().first(where: {
        utf8[$0] == quote && $0 < last && isSpace($0 - 1)
      })
    else { return range }
    return range.lowerBound..<open - 1
  }

  /// Whether it looks like where a link leads to: `a.jpg`, `https://…`, `/news/`, `#part`.
  func isAddress(_ range: Range<Int>) -> Bool {
    let text = text(range)
    for start in ["http:", "https:", "www.", "mailto:", "tel:", "/", "#", "./", "../"]
    where text.hasPrefix(start) { return true }
    guard let dot = text.lastIndex(of: ".") else { return false }
    let ending = text[text.index(after: dot)...].prefix { $0 != "#" && $0 != "?" }
    return (2...5).contains(ending.utf8.count)
      && ending.utf8.allSatisfy { isASCIILetter($0) || $0.isDigit }
      && ending.utf8.first.map(isASCIILetter) == true
      && text.first.map { $0.isLetter || $0.isNumber } == true
      && (context != .data || !text.contains(" "))
  }
}
