extension Bound {
  /// What stands around a number in text: a qualifier before it, after it, or none.
  ///
  /// - Returns: what it says and the bytes between, without the spaces around them; `nil` when no
  ///   qualifier is there. `กว่า 2,000`, `~2000`, `>=2000`, `2,000 กว่า`, `nearly 2000`.
  public static func split(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (bound: Bound, rest: UnsafeBufferPointer<UInt8>)? {
    if let found = text.partInBrackets, let bound = said(by: found.part) {
      return (bound, found.rest.withoutSpaces)
    }
    if let word = longest(where: { text.starts(with: $0) }), case .says(let bound) = word.meaning {
      let rest = UnsafeBufferPointer(rebasing: text[word.text.utf8CodeUnitCount...])
      return (bound, rest.withoutSpaces)
    }
    for (word, bound) in after where text.ends(with: word) {
      let rest = UnsafeBufferPointer(rebasing: text.dropLast(word.utf8CodeUnitCount))
      return (bound, rest.withoutSpaces)
    }
    return nil
  }

  /// What a text says that is a qualifier and nothing else: `ประมาณ`, `about`.
  private static func said(by text: UnsafeBufferPointer<UInt8>) -> Bound? {
    let text = text.withoutSpaces
    let word = before.first {
      $0.text.utf8CodeUnitCount == text.count && text.starts(with: $0.text)
    }
    if case .says(let bound)? = word?.meaning { return bound }
    return after.first {
      $0.word.utf8CodeUnitCount == text.count && text.starts(with: $0.word)
    }?.bound
  }

  /// What stands around a number in text, and the text between.
  public static func split(_ text: String) -> (bound: Bound, rest: String)? {
    withUTF8(of: text) { text in
      split(text).map { ($0.bound, String(decoding: $0.rest, as: UTF8.self)) }
    }
  }

  /// The number that a text says something is below, which no bound says; `nil` of other texts.
  static func below(_ text: String) -> ExactNumber? {
    let number = text.drop { !$0.isNumber }
    guard case .isBelow? = meaning(endOf: String(text[..<number.startIndex])) else { return nil }
    return ExactNumber(String(number.prefix { $0.isNumber || $0 == "," || $0 == "." }))
  }

  /// Both ends of a range, `20–30` or `20 ถึง 30`; `nil` of other texts.
  static func range(_ text: String) -> (least: ExactNumber, most: ExactNumber)? {
    for mark in ["–", "—", "-", "ถึง", " to ", "~"] {
      let ends = text.split(separator: mark, omittingEmptySubsequences: false)
      guard ends.count == 2, let least = ExactNumber(withoutSpaces(String(ends[0]))),
        let most = ExactNumber(withoutSpaces(String(ends[1]))), least < most
      else { continue }
      return (least, most)
    }
    return nil
  }

  /// What the words before a number say; `nil` when they say nothing of it.
  public static func qualifier(endOf words: String) -> Bound? {
    switch meaning(endOf: words) {
    case .says(let bound)?: bound
    case .isBelow?: .atMost
    case .saysElse?, nil: nil
    }
  }

  /// What the words behind a number say, and the rest of them; `nil` when they say nothing of it.
  ///
  /// The name of what is counted may stand between, which is the rest then: `กว่าหลัง`, `คนขึ้นไป`.
  public static func split(startOf words: String) -> (bound: Bound, rest: String)? {
    let words = withoutSpaces(words)
    if let (word, bound) = wordAtOnce(words) {
      let rest = words.unicodeScalars.dropFirst(word.unicodeScalars.count)
      return (bound, String(rest.drop { $0.properties.isWhitespace }))
    }
    return behindNames.lazy.compactMap { word, bound in
      words.name(before: word).map { (bound, $0) }
    }.first
  }

  /// What the words right behind a number and its unit say; `nil` when they say nothing of it.
  public static func qualifier(startOf words: String) -> Bound? {
    wordAtOnce(withoutSpaces(words))?.bound
  }

  private static func withoutSpaces(_ words: String) -> String {
    withUTF8(of: words) { String(decoding: $0.withoutSpaces, as: UTF8.self) }
  }

  private static func wordAtOnce(_ words: String) -> (word: String, bound: Bound)? {
    after.lazy.map { ($0.word.description, $0.bound) }.first { words.begins(with: $0.0) }
  }

  /// What the words around a number in a sentence promise of it: one bound, or those that they may
  /// mean, the likeliest first; none where they say nothing.
  public static func meant(before: String, after: String) -> [Bound] {
    if let behind = split(startOf: after) { return [behind.bound] }
    switch meaning(endOf: before) {
    case .says(let bound)?: return [bound]
    case .isBelow?: return [.atMost, .nearly]
    case .saysElse?, nil: return []
    }
  }

  private static func meaning(endOf words: String) -> Meaning? {
    withUTF8(of: words) { text in
      let text = text.withoutSpaces
      return longest { text.ends(with: $0) && text.isAlone($0) }?.meaning
    }
  }

  private static func longest(
    where holds: (StaticString) -> Bool
  ) -> (text: StaticString, meaning: Meaning)? {
    before.filter { holds($0.text) }.max { $0.text.utf8CodeUnitCount < $1.text.utf8CodeUnitCount }
  }

  /// What a word before a number does.
  private enum Meaning {
    case says(Bound)
    /// The true number is below it: no bound says just this, so that a table can't keep it.
    case isBelow
    /// It is another word that ends in the same letters.
    case saysElse
  }

  /// Words and signs before a number.
  private static let before: [(text: StaticString, meaning: Meaning)] = [
    ("ประมาณกว่า", .says(.moreThan)), ("มากกว่า", .says(.moreThan)),
    ("เกินกว่า", .says(.moreThan)), ("กว่า", .says(.moreThan)), ("เกิน", .says(.moreThan)),
    ("ไม่ต่ำกว่า", .says(.atLeast)), ("ไม่น้อยกว่า", .says(.atLeast)),
    ("อย่างน้อย", .says(.atLeast)), ("ไม่เกินกว่า", .says(.atMost)),
    ("ไม่มากกว่า", .says(.atMost)), ("ไม่เกิน", .says(.atMost)), ("อย่างมาก", .says(.atMost)),
    ("สูงสุดไม่เกิน", .says(.atMost)), ("เกือบ", .says(.nearly)), ("เฉียด", .says(.nearly)),
    ("ร่วม", .says(.nearly)), ("เข้าร่วม", .saysElse), ("ผู้ร่วม", .saysElse),
    ("ส่วนร่วม", .saysElse), ("มาร่วม", .saysElse), ("ได้ร่วม", .saysElse),
    ("ประชุมร่วม", .saysElse), ("ทำงานร่วม", .saysElse), ("และร่วม", .saysElse),
    ("ประมาณ", .says(.about)), ("ประมาณการ", .says(.about)), ("คาดประมาณ", .says(.about)),
    ("งบประมาณการ", .saysElse), ("โดยประมาณ", .says(.about)), ("ราว ๆ", .says(.about)),
    ("ราวๆ", .says(.about)),
    ("ราว", .says(.about)), ("งบประมาณ", .saysElse), ("เรื่องราว", .saysElse),
    ("คราว", .saysElse), ("ส่วนเกิน", .saysElse), ("น้อยกว่า", .isBelow), ("ต่ำกว่า", .isBelow),
    ("ไม่ถึง", .isBelow), ("ไม่ครบ", .isBelow), ("less than", .isBelow), ("fewer than", .isBelow),
    ("under", .isBelow), ("below", .isBelow), ("short of", .isBelow), ("<", .isBelow),
    ("not yet", .isBelow), ("not quite", .isBelow), ("maximum of", .says(.atMost)),
    ("minimum of", .says(.atLeast)),
    ("no more than", .says(.atMost)), ("not more than", .says(.atMost)),
    ("at most", .says(.atMost)), ("up to", .says(.atMost)), ("upto", .says(.atMost)),
    ("no fewer than", .says(.atLeast)),
    ("not less than", .says(.atLeast)), ("no less than", .says(.atLeast)),
    ("at least", .says(.atLeast)), ("more than", .says(.moreThan)), ("over", .says(.moreThan)),
    ("exceeding", .says(.moreThan)), ("in excess of", .says(.moreThan)),
    ("upwards of", .says(.moreThan)), ("almost", .says(.nearly)), ("nearly", .says(.nearly)),
    ("approximately", .says(.about)), ("approx.", .says(.about)), ("approx", .says(.about)),
    ("roughly", .says(.about)), ("around", .says(.about)), ("about", .says(.about)),
    ("some", .says(.about)), ("circa", .says(.about)), ("ca.", .says(.about)),
    ("c.", .says(.about)), ("estimated", .says(.about)), ("est.", .says(.about)),
    (">=", .says(.atLeast)), ("≥", .says(.atLeast)), ("⩾", .says(.atLeast)),
    ("<=", .says(.atMost)), ("≤", .says(.atMost)), ("⩽", .says(.atMost)),
    (">", .says(.moreThan)), ("~", .says(.about)), ("≈", .says(.about)), ("±", .says(.about)),
  ]

  /// Words and signs after a number.
  private static let after: [(word: StaticString, bound: Bound)] =
    [("กว่า", .moreThan), ("เศษ", .moreThan), ("โดยประมาณ", .about), ("+", .atLeast)] + behindNames

  /// Those that may follow the name of what is counted.
  private static let behindNames: [(word: StaticString, bound: Bound)] = [
    ("ขึ้นไป", .atLeast), ("เศษ", .moreThan), ("ลงมา", .atMost), ("or more", .atLeast),
    ("or over", .atLeast), ("and over", .atLeast), ("and above", .atLeast), ("or so", .about),
    ("or fewer", .atMost), ("or less", .atMost),
  ]
}

extension String {
  /// Whether it begins with a word that does not go on to be another one.
  fileprivate func begins(with word: String) -> Bool {
    let scalars = lowercased().unicodeScalars
    guard scalars.starts(with: word.unicodeScalars) else { return false }
    let rest = scalars.dropFirst(word.unicodeScalars.count)
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      return rest.first.map { !$0.isASCII || !Character($0).isLetter && !Character($0).isNumber }
        ?? true
    }
    return !Self.goingOn.contains { rest.starts(with: $0.unicodeScalars) }
  }

  /// What makes another word of `กว่า`, `เศษ` and `ขึ้นไป`.
  private static let goingOn = ["จะ", "ส่วน", "บน", "ยัง"]

  /// The one or two words before a word, if it begins with these: the name of what is counted,
  /// short enough to be one.
  fileprivate func name(before word: StaticString) -> String? {
    let (scalars, word) = (Array(lowercased().unicodeScalars), word.description)
    guard scalars.count == unicodeScalars.count else { return nil }
    let marks = Array(word.unicodeScalars)
    for start in 1...Self.longestName where start + marks.count <= scalars.count {
      let between = scalars[..<start]
      guard between.allSatisfy({ $0.properties.isAlphabetic || $0 == " " || $0.isThaiMark }) else {
        return nil
      }
      guard scalars[start..<start + marks.count].elementsEqual(marks) else { continue }
      let rest = String(String.UnicodeScalarView(scalars[start...]))
      let name = String(String.UnicodeScalarView(unicodeScalars.prefix(start)))
      let words = name.split(separator: " ")
      // Thai puts no space between the two.
      let isThai = !word.utf8.allSatisfy { $0 < 0x80 }
      let isJoined = isThai ? !name.contains(" ") : name.last == " " && words.count <= 2
      guard isJoined, rest.begins(with: word) else { return nil }
      // `ปัดเศษเป็น` rounds; only what ends with it counts on.
      let next = scalars.dropFirst(start + marks.count).first
      guard word != "เศษ" || next.map({ !$0.isThaiMark && !$0.properties.isAlphabetic }) ?? true
      else { return nil }
      return words.joined(separator: " ")
    }
    return nil
  }

  /// No name of what is counted is longer, in letters and marks of Thai.
  private static let longestName = 16
}

extension Unicode.Scalar {
  fileprivate var isThaiMark: Bool { (0x0E30...0x0E4E).contains(value) && value != 0x0E3F }
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

  /// What stands in brackets before or after the rest of a text: `300 (ประมาณ)`.
  fileprivate var partInBrackets: (part: Self, rest: Self)? {
    let (opening, closing) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    if last == closing, let start = lastIndex(of: opening), start > 0 {
      return (
        Self(rebasing: self[(start + 1)..<(count - 1)]), Self(rebasing: self[..<start])
      )
    }
    guard first == opening, let end = firstIndex(of: closing), end + 1 < count else { return nil }
    return (Self(rebasing: self[1..<end]), Self(rebasing: self[(end + 1)...]))
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
