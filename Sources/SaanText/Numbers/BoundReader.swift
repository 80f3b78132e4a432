extension Bound {
  /// What stands around a number in text: a qualifier before it, after it, or none.
  ///
  /// - Returns: what it says and the bytes between, without the spaces around them; `nil` when no
  ///   qualifier is there. `กว่า 2,000`, `~2000`, `>=2000`, `2,000 กว่า`, `nearly 2000`.
  public static func split(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (bound: Bound, rest: UnsafeBufferPointer<UInt8>)? {
    if let word = longest(where: { text.starts(with: $0) }), let bound = word.bound {
      let rest = UnsafeBufferPointer(rebasing: text[word.text.utf8CodeUnitCount...])
      return (bound, rest.withoutSpaces)
    }
    for (word, bound) in after where text.ends(with: word) {
      let rest = UnsafeBufferPointer(rebasing: text.dropLast(word.utf8CodeUnitCount))
      return (bound, rest.withoutSpaces)
    }
    return nil
  }

  /// What stands around a number in text, and the text between.
  public static func split(_ text: String) -> (bound: Bound, rest: String)? {
    withUTF8(of: text) { text in
      split(text).map { ($0.bound, String(decoding: $0.rest, as: UTF8.self)) }
    }
  }

  /// What the words before a number say; `nil` when they say nothing of it.
  public static func qualifier(endOf words: String) -> Bound? {
    withUTF8(of: words) { text in
      let text = text.withoutSpaces
      return longest { text.ends(with: $0) && text.isAlone($0) }?.bound
    }
  }

  private static func longest(
    where holds: (StaticString) -> Bool
  ) -> (text: StaticString, bound: Bound?)? {
    before.filter { holds($0.text) }.max { $0.text.utf8CodeUnitCount < $1.text.utf8CodeUnitCount }
  }

  /// Words and signs before a number; those without a bound say something else.
  private static let before: [(text: StaticString, bound: Bound?)] = [
    ("ประมาณกว่า", .moreThan), ("มากกว่า", .moreThan), ("เกินกว่า", .moreThan),
    ("ไม่ต่ำกว่า", .atLeast), ("ไม่น้อยกว่า", .atLeast), ("อย่างน้อย", .atLeast),
    ("ไม่เกินกว่า", .atMost), ("ไม่มากกว่า", .atMost), ("ไม่เกิน", .atMost), ("อย่างมาก", .atMost),
    ("สูงสุดไม่เกิน", .atMost), ("กว่า", .moreThan), ("เกือบ", .nearly),
    ("ประมาณ", .about), ("โดยประมาณ", .about), ("ราว ๆ", .about), ("ราวๆ", .about), ("ราว", .about),
    ("งบประมาณ", nil), ("น้อยกว่า", nil), ("ต่ำกว่า", nil), ("less than", nil), ("fewer than", nil),
    ("no more than", .atMost), ("not more than", .atMost), ("at most", .atMost), ("up to", .atMost),
    ("no fewer than", .atLeast), ("not less than", .atLeast), ("no less than", .atLeast),
    ("at least", .atLeast), ("more than", .moreThan), ("over", .moreThan),
    ("almost", .nearly), ("nearly", .nearly), ("approximately", .about), ("approx.", .about),
    ("approx", .about), ("around", .about), ("about", .about), ("circa", .about), ("ca.", .about),
    (">=", .atLeast), ("≥", .atLeast), ("⩾", .atLeast), ("<=", .atMost), ("≤", .atMost),
    ("⩽", .atMost), (">", .moreThan), ("~", .about), ("≈", .about), ("±", .about),
    ("<", nil),
  ]

  /// Words and signs after a number.
  private static let after: [(word: StaticString, bound: Bound)] = [
    ("กว่า", .moreThan), ("เศษ", .moreThan), ("ขึ้นไป", .atLeast), ("โดยประมาณ", .about),
    ("or more", .atLeast), ("+", .atLeast),
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it begins with the word, in letters of either case.
  fileprivate func starts(with word: StaticString) -> Bool { matches(word, at: 0) }

  /// Whether it ends with the word, in letters of either case.
  fileprivate func ends(with word: StaticString) -> Bool {
    matches(word, at: count - word.utf8CodeUnitCount)
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for index in 0..<length {
      let byte = self[start + index]
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard lower == word.utf8Start[index] else { return false }
    }
    return true
  }

  /// Whether a word of Latin letters at the end is not the end of a longer one.
  fileprivate func isAlone(_ word: StaticString) -> Bool {
    let start = count - word.utf8CodeUnitCount
    guard start > 0, (self[start] | 0x20) &- 0x61 < 26 else { return true }
    return (self[start - 1] | 0x20) &- 0x61 >= 26
  }

  fileprivate var withoutSpaces: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, self[start] <= 0x20 || isHardSpace(at: start) {
      start += self[start] <= 0x20 ? 1 : 2
    }
    while start < end, self[end - 1] <= 0x20 || isHardSpace(at: end - 2) {
      end -= self[end - 1] <= 0x20 ? 1 : 2
    }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  private func isHardSpace(at index: Int) -> Bool {
    index >= 0 && index + 1 < count && self[index] == 0xC2 && self[index + 1] == 0xA0
  }
}
