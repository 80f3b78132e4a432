// How lines of lists begin in letters and reports, where two of them make a list.

extension LeftoverScanner {
  /// The bytes of a sign that two lines begin with only in lists: arrows, boxes, and the letters
  /// that bullets of symbol fonts become, each before a space.
  func signLength(_ start: Int) -> Int? {
    let length: Int
    switch (at(start), at(start + 1), at(start + 2)) {
    case (UInt8(ascii: "v"), _, _), (UInt8(ascii: "o"), _, _): length = 1
    case (0xC2, 0xA7, _), (0xC3, 0x98, _), (0xC3, 0xBC, _): length = 2
    // → ⇒ ☐ ☑ ☒ ★ ☆
    case (0xE2, 0x86, 0x92), (0xE2, 0x87, 0x92), (0xE2, 0x98, 0x90...0x92),
      (0xE2, 0x98, 0x85...0x86):
      length = 3
    default: return nil
    }
    return at(start + length) == 0x20 || at(start + length) == 0x09 ? length : nil
  }

  /// The end of `ข้อ 1`, `a)`, `a.`, `iv.`, `1 )`, `1/` and `1-` before a space.
  func counterEnd(_ start: Int) -> Int? {
    if let end = article(start) { return end }
    let first = at(start) == UInt8(ascii: "(") ? start + 1 : start
    let end = letterEnd(first) ?? spacedNumberEnd(first)
    return end.flatMap { at($0) == 0x20 || at($0) == 0x09 || at($0) >= 0x80 ? $0 : nil }
  }

  /// `ข้อ 1` and `ข้อที่ 1`.
  private func article(_ start: Int) -> Int? {
    guard at(start) == 0xE0, utf8[start...].starts(with: "ข้อ".utf8) else { return nil }
    var end = start + "ข้อ".utf8.count
    if utf8[min(end, utf8.count)...].starts(with: "ที่".utf8) { end += "ที่".utf8.count }
    while at(end) == 0x20 { end += 1 }
    let digits = end
    while let length = digitLength(end) { end += length }
    return end > digits ? end : nil
  }

  /// A letter or a small Roman number with its mark.
  private func letterEnd(_ start: Int) -> Int? {
    guard isASCIILetter(at(start)) else { return nil }
    var end = start + 1
    while end < start + 4, "ivx".utf8.contains(at(start)), "ivx".utf8.contains(at(end)) { end += 1 }
    // `A.` begins the names of people.
    let isSmall = at(start) >= UInt8(ascii: "a")
    return at(end) == UInt8(ascii: ")") || (isSmall && at(end) == UInt8(ascii: ".")) ? end + 1 : nil
  }

  /// A number of at most two digits with `/`, `-`, or a space and `)` behind it.
  private func spacedNumberEnd(_ start: Int) -> Int? {
    var (end, count) = (start, 0)
    while count < 3, let length = digitLength(end) { (end, count) = (end + length, count + 1) }
    guard 1...2 ~= count else { return nil }
    if at(end) == 0x20, at(end + 1) == UInt8(ascii: ")") { return end + 2 }
    let isMark = at(end) == UInt8(ascii: "/") || at(end) == UInt8(ascii: "-")
    return isMark && at(end + 1) == 0x20 ? end + 1 : nil
  }
}
