// HTML, characters' names, code, braces.

extension LeftoverScanner {
  /// What looks like HTML.
  mutating func tag(_ start: Int) {
    if utf8[start...].starts(with: "<!--".utf8) { return report(.comment, start..<start + 4) }
    if at(start + 1) == UInt8(ascii: "!"), isASCIILetter(at(start + 2)),
      let close = find(UInt8(ascii: ">"), from: start)
    {
      return report(.tag, start..<close + 1)
    }
    var end = start + 1
    if at(end) == UInt8(ascii: "/") { end += 1 }
    guard isASCIILetter(at(end)) else { return }
    while isASCIILetter(at(end)) || at(end).isDigit || at(end) == 0x3A || at(end) == 0x2D {
      end += 1
    }
    // A file in angle brackets is no link, as a whole address is.
    if at(end) == UInt8(ascii: "."), context == .block || context == .cell,
      let close = find(UInt8(ascii: ">"), from: end), !utf8[start..<close].contains(0x20),
      isAddress(start + 1..<close)
    {
      return report(.link, start..<close + 1)
    }
    guard isSpace(end) || at(end) == UInt8(ascii: "/") || at(end) == UInt8(ascii: ">") else {
      return
    }
    let limit = find(UInt8(ascii: "<"), from: start + 1) ?? utf8.count
    if let close = find(UInt8(ascii: ">"), from: end), close < limit {
      report(.tag, start..<close + 1)
    } else if let sign = find(UInt8(ascii: "="), from: end, limit: 40), sign < limit {
      report(.tag, start..<sign + 1)
    }
  }

  /// `-->` with nothing before it that it ends.
  mutating func commentEnd(_ start: Int) {
    guard at(start + 1) == UInt8(ascii: "-"), at(start + 2) == UInt8(ascii: ">"), context != .data
    else { return }
    let hasBeginning = found.last.map { $0.kind == .comment } ?? false
    if !hasBeginning { report(.comment, start..<start + 3) }
  }

  /// `&name;` and `&nbsp`: those that Markdown knows are none any more where it was read.
  mutating func entity(_ start: Int) {
    var end = start + 1
    if at(end) == UInt8(ascii: "#") { end += 1 }
    while isASCIILetter(at(end)) || at(end).isDigit, end < start + 12 { end += 1 }
    guard end > start + 2 else { return }
    let name = text(start + 1..<end)
    if at(end) == UInt8(ascii: ";") {
      report(.entity, start..<end + 1)
    } else if name == "nbsp" || (context != .data && ["amp", "lt", "gt", "quot"].contains(name)),
      !isWord(end)
    {
      report(.entity, start..<end)
    }
  }

  /// `{{` and `{%`; a figure may be stated where else no shortcode runs.
  mutating func braces(_ start: Int) {
    let next = at(start + 1)
    if context == .field || context == .data, let end = endOfFigureCall(in: utf8, from: start) {
      index = end
    } else if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") {
      report(.shortcode, start..<start + 2)
    } else if context == .block || context == .cell, let end = endOfCallInOneBrace(start) {
      report(.shortcode, start..<end)
    } else if next == UInt8(ascii: "#"), context == .block || context == .cell,
      isSpace(start + 2), let close = find(UInt8(ascii: "}"), from: start + 2),
      at(close - 1) == UInt8(ascii: "#")
    {
      report(.foreign, start..<close + 1)
    } else if context == .block || (context == .cell && next != UInt8(ascii: "#")),
      [UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: ":")].contains(next),
      let close = find(UInt8(ascii: "}"), from: start + 2, limit: 60),
      isASCIILetter(at(start + 2)) || next == UInt8(ascii: ":"),
      at(close + 1) == 0x0A || close + 1 == utf8.count
    {
      report(.foreign, start..<close + 1)
    }
  }

  /// Where `{figure("funds.count")}` ends, a shortcode with one brace on either side.
  private func endOfCallInOneBrace(_ start: Int) -> Int? {
    var index = start + 1
    while at(index) == 0x20 { index += 1 }
    let name = index
    while isASCIILetter(at(index)) || at(index) == UInt8(ascii: "_") { index += 1 }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2]
    guard index > name, at(index) == UInt8(ascii: "("), quotes.contains(at(index + 1)),
      let close = find(UInt8(ascii: "}"), from: index, limit: 200)
    else { return nil }
    var last = close - 1
    while at(last) == 0x20 { last -= 1 }
    return at(last) == UInt8(ascii: ")") ? close + 1 : nil
  }

  /// `}}` and `%}` that nothing before them on the line begins.
  mutating func closingBraces(_ start: Int) {
    let isTag = at(start - 1) == UInt8(ascii: "%")
    guard isTag || at(start + 1) == UInt8(ascii: "}") else { return }
    let line = utf8[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let open = utf8[line..<start].contains { $0 == UInt8(ascii: "{") || $0 < 9 }
    if open || (isTag && at(start - 2).isDigit) { return }
    report(.shortcode, (isTag ? start - 1 : start)..<(isTag ? start + 1 : start + 2))
  }

  /// `x^2^`, `^up^` and `H~2~O`: small letters as other programs write them.
  mutating func raised(_ start: Int) {
    let isBeside = isWord(start - 1)
    guard context == .block || context == .cell, isBeside || utf8[start] == UInt8(ascii: "^") else {
      return
    }
    var end = start + 1
    while end < start + (isBeside ? 9 : 60), isWord(end) || at(end) == 0x2B || at(end) == 0x2D {
      end += 1
    }
    guard end > start + 1, at(end) == utf8[start] else { return }
    let isNumber = utf8[start + 1..<end].contains { $0.isDigit || $0 == 0x2B || $0 == 0x2D }
    guard utf8[start] == UInt8(ascii: "^") || (isNumber && end < start + 5) else { return }
    report(.foreign, start..<end + 1)
  }

  /// U+FFFD, which stands for a character that cannot be, such as `&#0;`; and a link whose first
  /// bracket is one of full width: `［text］(address)`.
  mutating func unknownCharacter(_ start: Int) {
    if at(start + 1) == 0xBF, at(start + 2) == 0xBD { report(.entity, start..<start + 3) }
    guard context == .block || context == .cell, at(start + 1) == 0xBC, at(start + 2) == 0xBB,
      let close = wideEnd(0xBD, from: start + 3),
      at(close) == UInt8(ascii: "(") || isWide(0x88, at: close)
    else { return }
    report(.link, start..<close)
  }

  /// Whether a bracket or parenthesis of full width (U+FF00 and the next ones) stands there.
  func isWide(_ last: UInt8, at index: Int) -> Bool {
    at(index) == 0xEF && at(index + 1) == 0xBC && at(index + 2) == last
  }

  /// Where the next such sign on the line ends.
  func wideEnd(_ last: UInt8, from start: Int) -> Int? {
    var index = start
    while let next = find(0xEF, from: index) {
      if isWide(last, at: next) { return next + 3 }
      index = next + 1
    }
    return nil
  }

  /// `++words++` and `$$formula$$`: two signs on both sides, close to what they mark.
  mutating func doubled(_ start: Int) {
    let sign = utf8[start]
    let end = runEnd(start)
    guard context == .block || context == .cell, end - start == 2, !isSpace(end),
      !isASCIILetter(at(start - 1)), !at(start - 1).isDigit
    else { return }
    var close = end
    while let next = find(sign, from: close) {
      close = runEnd(next)
      if close - next == 2, !isSpace(next - 1) { return report(.foreign, start..<close) }
    }
  }

  /// `[toc]`, `[!NOTE]` and `[[page]]`, which other programs read.
  mutating func isForeign(_ start: Int, _ close: Int) -> Bool {
    if at(start + 1) == UInt8(ascii: "["), at(close + 1) == UInt8(ascii: "]"),
      utf8[start + 2..<close].contains(where: { $0 >= 0x80 || isASCIILetter($0) }),
      !utf8[start + 2..<close].contains(UInt8(ascii: ","))
    {
      report(.link, start..<close + 2)
      return true
    }
    if isOfWordPress(start, close) {
      report(.foreign, start..<close + 1)
      return true
    }
    let word = text(start + 1..<close).lowercased()
    let isAlone = isSpace(start - 1) && (at(close + 1) == 0x0A || close + 1 == utf8.count)
    guard isAlone,
      [
        "toc", "_toc_", "!note", "!tip", "!important", "!warning", "!caution", "gallery",
        "playlist",
      ]
      .contains(word)
    else { return false }
    report(.foreign, start..<close + 1)
    return true
  }

  /// `[gallery ids="1,2"]`, and `[/caption]` whose beginning was not told.
  private func isOfWordPress(_ start: Int, _ close: Int) -> Bool {
    let isEnd = at(start + 1) == UInt8(ascii: "/")
    let name = isEnd ? start + 2 : start + 1
    guard isASCIILetter(at(name)) else { return false }
    var end = name
    while isASCIILetter(at(end)) || at(end).isDigit || at(end) == 0x2D || at(end) == 0x5F {
      end += 1
    }
    if isEnd {
      let opening = "[" + text(name..<end)
      return end == close
        && !found.contains { $0.kind == .foreign && text($0.range).hasPrefix(opening) }
    }
    return at(end) == 0x20
      && (end..<close).contains { sign in
        at(sign) == UInt8(ascii: "=") && isASCIILetter(at(sign - 1)) && isQuote(sign + 1)
      }
  }

  /// Whether a quotation mark stands there, a word processor's as well.
  private func isQuote(_ index: Int) -> Bool {
    "\"'".utf8.contains(at(index))
      || (at(index) == 0xE2 && at(index + 1) == 0x80 && (0x98...0x9F).contains(at(index + 2)))
  }

  /// A backslash at the end of a block, where it breaks no line.
  mutating func backslash(_ start: Int) {
    if context == .block, start + 1 == utf8.count { report(.backslash, start..<start + 1) }
  }
}

// MARK: - The beginning of lines

extension LeftoverScanner {
  private enum LineStart: Hashable { case bullet, dash, numbering }

  /// Looks at how lines begin; dashes and numbers only count when several lines have them.
  mutating func scanLines() {
    var starts: [LineStart: (count: Int, first: Range<Int>)] = [:]
    var isTable = false
    var outline: OutlineNumber?
    var signs: Set<UInt8> = []
    var tabs: (count: Int, first: Range<Int>)?
    var line = 0
    while line < utf8.count {
      var start = line
      while at(start) == 0x20, start < utf8.count { start += 1 }
      let end = lineEnd(line)
      if let (kind, range) = lineStart(start) {
        starts[kind] = ((starts[kind]?.count ?? 0) + 1, starts[kind]?.first ?? range)
      } else if start < end, utf8[start..<end].dropFirst().contains(0x09) {
        tabs = ((tabs?.count ?? 0) + 1, tabs?.first ?? start..<end)
      }
      heading(start, line: line, end: end)
      if context == .block {
        followOutline(&outline, at: start)
        // Of boxes to tick and of `:::note` the first is enough.
        if let sign = lineSign(start, end), signs.insert(at(start)).inserted { found.append(sign) }
      }
      if context == .block, !isTable, at(start) == UInt8(ascii: "|"),
        utf8[start..<end].count(where: { $0 == UInt8(ascii: "|") }) > 1
      {
        isTable = true
        found.append(Leftover(kind: .table, range: start..<end))
      }
      line = end + 1
    }
    guard context == .block else { return }
    if let tabs, tabs.count > 1 { found.append(Leftover(kind: .tabs, range: tabs.first)) }
    for (kind, group) in starts where kind == .bullet || group.count > 1 {
      found.append(
        Leftover(kind: kind == .numbering ? .numbering : .bullet, range: group.first))
    }
  }

  private func lineEnd(_ start: Int) -> Int {
    utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
  }

  private func lineStart(_ start: Int) -> (LineStart, Range<Int>)? {
    if let length = bulletLength(start) { return (.bullet, start..<start + length) }
    switch at(start) {
    // A hyphen, an en or em dash or a minus sign.
    case 0x2D where at(start + 1) != 0x2D && !at(start + 1).isDigit:
      return (at(start + 1) == 0x09 ? .bullet : .dash, start..<start + 1)
    case 0xE2 where isDash(start):
      return (at(start + 3) == 0x09 ? .bullet : .dash, start..<start + 3)
    case 0x2A where isWord(start + 1): return (.dash, start..<start + 1)
    default:
      if let length = signLength(start) { return (.dash, start..<start + length) }
      return (numberEnd(start) ?? counterEnd(start)).map { (.numbering, start..<$0) }
    }
  }

  private func isDash(_ start: Int) -> Bool {
    let (second, third) = (at(start + 1), at(start + 2))
    return (second == 0x80 && (third == 0x93 || third == 0x94))
      || (second == 0x88 && third == 0x92)
  }

  /// The bytes of a bullet of word processors; letters are bullets in their symbol fonts.
  private func bulletLength(_ start: Int) -> Int? {
    let (first, second, third) = (at(start), at(start + 1), at(start + 2))
    switch (first, second) {
    case (UInt8(ascii: "o"), 0x09): return 1
    case (0xC2, 0xA7), (0xC3, 0x98), (0xC3, 0xBC): return third == 0x09 ? 2 : nil
    case (0xC2, 0xB7): return 2
    // • ‣, ⁃, shapes U+25A0 to U+25FF, ✓ ✔ ❖ ➢ ➤, and U+F000 to U+F0FF.
    case (0xE2, 0x80): return third == 0xA2 || third == 0xA3 ? 3 : nil
    case (0xE2, 0x81): return third == 0x83 ? 3 : nil
    case (0xE2, 0x96...0x97): return first == 0xE2 && isBulletEnd(start + 3) ? 3 : nil
    case (0xE2, 0x9C...0x9E): return isBulletEnd(start + 3) && isSign(second, third) ? 3 : nil
    case (0xEF, 0x80...0x83): return 3
    default: return nil
    }
  }

  private func isBulletEnd(_ index: Int) -> Bool { isSpace(index) || at(index) == 0xE0 }

  private func isSign(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x9C, 0x93...0x94), (0x9D, 0x96), (0x9E, 0xA2), (0x9E, 0xA4), (0x9E, 0x94): true
    default: false
    }
  }

  /// The end of `1.`, `๑.`, `1)`, `(๑)` and `ก.` before a text.
  private func numberEnd(_ start: Int) -> Int? {
    let isOpen = at(start) == UInt8(ascii: "(")
    var end = isOpen ? start + 1 : start
    let first = end
    var digits = 0
    while digits < 3, let length = digitLength(end) {
      end += length
      digits += 1
    }
    if digits == 0, at(end) == 0xE0, at(end + 1) == 0xB8, at(end + 2) < 0xAF { end += 3 }
    guard end > first else { return nil }
    let mark = at(end)
    guard mark == UInt8(ascii: ")") || (mark == UInt8(ascii: ".") && !isOpen),
      digitLength(end + 1) == nil, mark == UInt8(ascii: ")") || digits > 0 || isSpace(end + 1)
    else { return nil }
    return end + 1
  }

  func digitLength(_ index: Int) -> Int? {
    if at(index).isDigit { return 1 }
    let isThai = at(index) == 0xE0 && at(index + 1) == 0xB9 && at(index + 2) &- 0x90 < 10
    return isThai ? 3 : nil
  }

  /// `##` before a letter; one `#` among others, or before a sentence, begins a hashtag.
  private mutating func heading(_ start: Int, line: Int, end: Int) {
    guard at(start) == UInt8(ascii: "#") else { return }
    let text = runEnd(start)
    guard text - start <= 6 else {
      if context == .block, at(text) == 0x20 {
        found.append(Leftover(kind: .heading, range: start..<text))
      }
      return
    }
    if context == .field {
      if line == 0, at(text) == 0x20 { found.append(Leftover(kind: .heading, range: start..<text)) }
      return
    }
    let isLetter = at(text) >= 0x80 || isASCIILetter(at(text))
    guard isLetter || (text - start > 1 && !isSpace(text)) else { return }
    let isTag =
      text - start == 1
      && (utf8[text..<end].contains(UInt8(ascii: "#")) || isHashtagLine(text, end))
    if !isTag { found.append(Leftover(kind: .heading, range: start..<text)) }
  }

  /// Whether a text goes on in words after the first, as sentences with a hashtag do.
  private func isHashtagLine(_ start: Int, _ end: Int) -> Bool {
    utf8[start..<end].count(where: { $0 == 0x20 }) > 3
  }
}
