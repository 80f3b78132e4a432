/// A place in text that looks right but is typed wrong, so that search, order and readers stumble.
public struct ThaiTextIssue: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// NIKHAHIT and SARA AA for SARA AM.
    case decomposedSaraAm
    /// Two SARA E for SARA AE.
    case doubledSaraE
    /// A zero-width space, joiner, byte-order mark or soft hyphen.
    case invisible
    /// A mark that stands on no consonant.
    case strayMark
    /// The same mark twice, or two tone marks on one consonant.
    case repeatedMark
    /// A tone mark typed before the vowel sign it belongs above.
    case markOrder
    /// A letter that is often mistaken for another: `ปฎิรูป`.
    case misspelling
  }

  /// The bytes concerned.
  public let range: Range<Int>
  /// What is wrong.
  public let kind: Kind
  /// What to write instead; empty where something must go.
  public let suggestion: String
}

/// The places in the text that are typed wrong, in order.
public func thaiTextIssues(in text: String) -> [ThaiTextIssue] {
  withUTF8(of: text) { thaiTextIssues(in: $0) }
}

/// The places in the UTF-8 text that are typed wrong, in order.
public func thaiTextIssues(in utf8: UnsafeBufferPointer<UInt8>) -> [ThaiTextIssue] {
  if TextLook(utf8).isTidy { return [] }
  var scanner = ThaiIssueScanner(utf8: utf8)
  return scanner.scan()
}

extension ThaiTextIssue.Kind {
  /// What is wrong.
  public var wording: Wording {
    switch self {
    case .decomposedSaraAm:
      Wording(en: "SARA AM is typed as two characters", th: "สระอำพิมพ์แยกเป็นสองตัว")
    case .doubledSaraE:
      Wording(en: "SARA AE is typed as two SARA E", th: "สระแอพิมพ์เป็นสระเอสองตัว")
    case .invisible: Wording(en: "an invisible character", th: "มีอักขระที่มองไม่เห็น")
    case .strayMark:
      Wording(en: "a mark stands on no consonant", th: "วรรณยุกต์หรือสระไม่มีพยัญชนะรองรับ")
    case .repeatedMark: Wording(en: "a mark is typed twice", th: "พิมพ์วรรณยุกต์หรือสระซ้ำ")
    case .markOrder:
      Wording(en: "a tone mark stands before its vowel", th: "พิมพ์วรรณยุกต์ก่อนสระ")
    case .misspelling: Wording(en: "a letter looks mistaken", th: "ตัวอักษรน่าจะผิด")
    }
  }
}

private struct ThaiIssueScanner {
  let utf8: UnsafeBufferPointer<UInt8>
  var issues = [ThaiTextIssue]()
  /// The Thai scalar before this one, 0 for anything else.
  private var previous: UInt8 = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  mutating func scan() -> [ThaiTextIssue] {
    var index = 0
    while index < utf8.count {
      if utf8[index] < 0x80 {
        // A hyphen carries a mark where a text speaks of the mark itself.
        previous = utf8[index] == 0x2D ? Self.carrier : 0
        index += 1
      } else if let code = thaiCode(utf8, at: index) {
        index = take(code, at: index)
      } else {
        index = takeOther(at: index)
      }
    }
    return issues
  }

  private static let carrier: UInt8 = 0x01
  private static let saraAa: UInt8 = 0x32
  private static let saraAm: UInt8 = 0x33
  private static let saraE: UInt8 = 0x40
  private static let nikhahit: UInt8 = 0x4D

  private mutating func take(_ code: UInt8, at index: Int) -> Int {
    let before = previous
    previous = code
    switch code {
    case Self.nikhahit where isSplitSaraAm(at: index): return takeSplitSaraAm(at: index)
    case Self.saraE where before == Self.saraE:
      report(.doubledSaraE, from: index - 3, to: index + 3, "แ")
      previous = 0x41
    case 0x31, 0x34...0x3A, 0x47...0x4E: check(mark: code, after: before, at: index)
    case Self.saraAm where !isConsonant(before) && !isTone(before):
      report(.strayMark, from: index, to: index + 3, "")
    case 0x0E, 0x0F:
      if let (range, right) = misspelling(at: index, in: utf8) {
        report(.misspelling, from: range.lowerBound, to: range.upperBound, right)
      }
    default: break
    }
    return index + 3
  }

  private func isConsonant(_ code: UInt8) -> Bool { code &- 1 < 0x2E }
  private func isTone(_ code: UInt8) -> Bool { code &- 0x48 < 5 }
  private func isVowelSign(_ code: UInt8) -> Bool { code == 0x31 || code &- 0x34 < 6 }

  private mutating func check(mark: UInt8, after before: UInt8, at index: Int) {
    if isConsonant(before) { return }
    let isMark = isVowelSign(before) || before == 0x3A || before &- 0x47 < 8
    if !isMark {
      report(.strayMark, from: index, to: index + 3, "")
    } else if mark == before || (mark < 0x4C && isTone(mark) && before < 0x4C && isTone(before))
      || (isVowelSign(mark) && isVowelSign(before))
    {
      report(.repeatedMark, from: index, to: index + 3, "")
    } else if isVowelSign(mark), isTone(before) {
      let text =
        String(decoding: utf8[index..<index + 3], as: UTF8.self)
        + String(decoding: utf8[index - 3..<index], as: UTF8.self)
      report(.markOrder, from: index - 3, to: index + 3, text)
    }
  }

  /// NIKHAHIT, perhaps a tone mark, SARA AA.
  private func isSplitSaraAm(at index: Int) -> Bool {
    guard let next = thaiCode(utf8, at: index + 3) else { return false }
    return next == Self.saraAa || (isTone(next) && thaiCode(utf8, at: index + 6) == Self.saraAa)
  }

  private mutating func takeSplitSaraAm(at index: Int) -> Int {
    let hasTone = thaiCode(utf8, at: index + 3) != Self.saraAa
    let tone = hasTone ? String(decoding: utf8[index + 3..<index + 6], as: UTF8.self) : ""
    let end = index + (hasTone ? 9 : 6)
    report(.decomposedSaraAm, from: index, to: end, tone + "ำ")
    previous = Self.saraAm
    return end
  }

  private mutating func takeOther(at index: Int) -> Int {
    let end = min(index + ClusterScanner.scalarLength(utf8[index]), utf8.count)
    let isBesideThai = previous != 0 || thaiCode(utf8, at: end) != nil
    switch (utf8[index], utf8[at: index + 1], utf8[at: index + 2]) {
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xC2, 0xAD, _):
      report(.invisible, from: index, to: end, "")
      // What it parts is checked as if it were not there.
      return end
    // Joiners have their use in other scripts and in emoji.
    case (0xE2, 0x80, 0x8C...0x8D) where isBesideThai:
      report(.invisible, from: index, to: end, "")
      return end
    // The dotted circle shows a mark by itself.
    case (0xE2, 0x97, 0x8C): previous = Self.carrier
    default: previous = 0
    }
    return end
  }

  private mutating func report(
    _ kind: ThaiTextIssue.Kind, from start: Int, to end: Int, _ suggestion: String
  ) {
    issues.append(ThaiTextIssue(range: start..<end, kind: kind, suggestion: suggestion))
  }
}

/// The word whose mistaken letter stands at the index, and how it is spelled: `ปฎิ` for `ปฏิ`,
/// `กรกฏาคม` for `กรกฎาคม`, `กฏหมาย` for `กฎหมาย`.
func misspelling(
  at index: Int, in utf8: UnsafeBufferPointer<UInt8>
) -> (range: Range<Int>, right: String)? {
  for (wrong, right) in misspellings {
    let word = UnsafeBufferPointer(start: wrong.word.utf8Start, count: wrong.word.utf8CodeUnitCount)
    let start = index - wrong.offset
    if start >= 0, start + word.count <= utf8.count,
      utf8[start..<start + word.count].elementsEqual(word)
    {
      return (start..<start + word.count, right)
    }
  }
  return nil
}

/// Words with a mistaken letter, and how many bytes stand before that letter.
private let misspellings: [(wrong: (word: StaticString, offset: Int), right: String)] = [
  (("ปฎิ", 3), "ปฏิ"), (("กรกฏาคม", 9), "กรกฎาคม"), (("กฏหมาย", 3), "กฎหมาย"),
]
