import SaanText

/// Text cut into lines that fit a width: at spaces, in Thai else before a syllable, never within a
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
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    while let end = last.last, end == " " || Self.isLeadingVowel(end) { last.removeLast() }
    kept[limit - 1] = last + "…"
    return kept
  }
}

extension LineBreaker {
  /// Where a line may end: the text in pieces that hold together.
  ///
  /// Thai does not part its words. A line of a label reads well when the next begins with a word
  /// that often opens a phrase, and tolerably before a vowel that opens a syllable.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var rest = Substring(text)
    while let letter = rest.first {
      let breaksHere =
        piece.last == " " || (piece.count > 2 && opensPhrase(rest) && piece.last != "(")
      if breaksHere, letter != " ", letter != "ๆ", letter != "ฯ" {
        pieces.append(piece)
        piece = ""
      }
      piece.append(letter)
      rest = rest.dropFirst()
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func opensPhrase(_ text: Substring) -> Bool {
    text.first.flatMap { openersByLetter[$0] }?.contains { text.hasPrefix($0) } ?? false
  }

  static func isLeadingVowel(_ letter: Character) -> Bool { "เแโใไ".contains(letter) }

  /// The openers by their first letter, as Swift counts letters.
  private static let openersByLetter = Dictionary(grouping: openers) { $0.first ?? " " }

  /// Words that often open a phrase in names of places, bodies and programmes.
  private static let openers = [
    "กลุ่ม", "กองทุน", "การ", "ขบวน", "ของ", "ขนาด", "คณะ", "ความ", "คุณภาพ", "เครือข่าย",
    "โครงการ", "งบประมาณ", "จังหวัด", "จำนวน", "ชุมชน", "ด้าน", "ตำบล", "ตะวัน", "ตอน", "ท้องถิ่น",
    "ที่", "เทศบาล", "เฉียง", "นคร", "บ้าน", "ประชา", "ประเทศ", "ผู้", "เพื่อ", "พัฒนา", "ภาค",
    "เมือง", "ระดับ", "ราย", "รัฐ", "เศรษฐกิจ", "สถาบัน", "สภา", "สมาคม", "สมาชิก", "สวัสดิการ",
    "สังคม", "สำนัก", "สิทธิ", "หน่วย", "หมู่บ้าน", "หรือ", "องค์กร", "อยุธยา", "อำเภอ", "และ",
    "สนับสนุน", "ส่วน", "ทุน", "คน", "ใน", "โดย", "จาก", "กับ", "ระหว่าง", "แห่ง",
  ]
}

extension String {
  var trimmingSpace: String {
    var end = Substring(self)
    while end.last == " " { end = end.dropLast() }
    return String(end)
  }

  var trimmingLeadingSpace: String { String(drop { $0 == " " }) }
}
