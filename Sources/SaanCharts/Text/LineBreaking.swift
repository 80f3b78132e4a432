import SaanText

/// Text cut into lines that fit a width: at spaces, in Thai else between words, never within a
/// cluster.
///
/// SVG breaks no text, and no font is at hand when a site is built: what fits is worked out from
/// the widths of the widest likely face, so that a line may end early and seldom runs over. A word
/// that is longer than a line is cut between its letters.
struct LineBreaker {
  /// How wide a line may be, at a font size of one.
  let width: Double
  let isBold: Bool
  /// At most so many lines; the last one ends in `…` when there is more.
  let limit: Int

  func lines(of text: String) -> [String] {
    if !text.isEmpty, fits(text) { return [text] }
    let pieces = Self.pieces(of: text)
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      let candidate = line + piece
      if line.isEmpty || fits(candidate) {
        line = candidate
      } else {
        lines.append(line.trimmingSpace)
        line = piece.trimmingLeadingSpace
      }
      while !fits(line), let cut = hardCut(of: line) {
        lines.append(cut.head)
        line = cut.tail
      }
    }
    if !line.trimmingSpace.isEmpty { lines.append(line.trimmingSpace) }
    return shortened(lines)
  }

  private func fits(_ text: String) -> Bool {
    TextWidth.of(text.trimmingSpace, isBold: isBold) <= width
  }

  /// The first letters that fit, at least one, and the rest; `nil` for a single letter.
  private func hardCut(of line: String) -> (head: String, tail: String)? {
    var head = ""
    var rest = Substring(line)
    var used = 0.0
    while let letter = rest.first {
      used += TextWidth.of(String(letter), isBold: isBold)
      if !head.isEmpty, used > width { break }
      head.append(letter)
      rest = rest.dropFirst()
    }
    if head.count > 1, let last = head.last, Self.isLeadingVowel(last) {
      head.removeLast()
      rest = Substring(String(last) + rest)
    }
    return rest.isEmpty ? nil : (head, String(rest))
  }

  private func shortened(_ lines: [String]) -> [String] {
    guard lines.count > limit, limit > 0 else { return lines }
    var kept = Array(lines.prefix(limit))
    var last = kept[limit - 1]
    var words = Self.pieces(of: last)
    while words.count > 1, !fits(words.joined() + "…") { words.removeLast() }
    last = words.joined()
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    while let end = last.last, end == " " || Self.isLeadingVowel(end) { last.removeLast() }
    kept[limit - 1] = last + "…"
    return kept
  }
}

extension LineBreaker {
  /// Where a line may end: the text in pieces that hold together.
  ///
  /// Thai does not part its words; where they end is in the dictionary.
  static func pieces(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { utf8 in
      var ends = thaiWordBreaks(in: utf8)
      for index in utf8.indices.dropFirst() where utf8[index - 1] == 0x20 && utf8[index] != 0x20 {
        // A sign of repetition or omission belongs to the word before it.
        let sign = utf8[index...].prefix(3)
        if !sign.elementsEqual("ๆ".utf8), !sign.elementsEqual("ฯ".utf8) { ends.append(index) }
      }
      var start = 0
      return (ends.sorted() + [utf8.count]).map { end in
        defer { start = end }
        return String(decoding: utf8[start..<end], as: UTF8.self)
      }.filter { !$0.isEmpty }
    }
  }

  static func isLeadingVowel(_ letter: Character) -> Bool { "เแโใไ".contains(letter) }
}

extension String {
  var trimmingSpace: String {
    var end = Substring(self)
    while end.last == " " { end = end.dropLast() }
    return String(end)
  }

  var trimmingLeadingSpace: String { String(drop { $0 == " " }) }
}
