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

/// Goes through a text letter by letter; only texts that are not surely tidy need it.
///
/// Every rule is about a mark and what it hangs on, so that one letter back is all it remembers.
/// What can be meant in one way only is certain, and is put right as the text is read; where two
/// words may be meant the author is asked.
struct ThaiIssueScanner {
  let utf8: UnsafeBufferPointer<UInt8>
  var issues = [ThaiTextIssue]()
  /// The Thai scalar before this one, 0 for anything else.
  private var previous: UInt8 = 0
  /// Where that scalar begins.
  private var previousStart = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  mutating func scan() -> [ThaiTextIssue] {
    var index = 0
    while index < utf8.count {
      if utf8[index] < 0x80 {
        takeASCII(utf8[index], at: index)
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

  private mutating func takeASCII(_ byte: UInt8, at index: Int) {
    if byte.isForbiddenControl {
      report(.control, from: index, to: index + 1, byte == 0x0B || byte == 0x0C ? " " : "")
    } else {
      // A hyphen carries a mark where a text speaks of the mark itself.
      previous = byte == 0x2D ? Self.carrier : 0
    }
  }

  private mutating func take(_ code: UInt8, at index: Int) -> Int {
    let (before, start) = (previous, previousStart)
    previous = code
    previousStart = index
    switch code {
    case Self.nikhahit where isSplitSaraAm(at: index): return takeSplitSaraAm(at: index)
    case Self.saraE where before == Self.saraE && start == index - 3:
      report(.doubledSaraE, from: index - 3, to: index + 3, "แ")
      previous = 0x41
    case 0x31, 0x34...0x3A, 0x47...0x4E: check(mark: code, after: before, from: start, at: index)
    case Self.saraAm where before == Self.saraAm:
      report(.repeatedMark, from: index, to: index + 3, "")
    case Self.saraAm where !isConsonant(before) && !isTone(before):
      report(.strayMark, from: index, to: index + 3, "", isCertain: false)
    case 0x0E, 0x0F:
      if let (range, right) = misspelling(at: index, in: utf8) {
        report(
          .misspelling, from: range.lowerBound, to: range.upperBound, right, isCertain: false)
      }
    default: break
    }
    return index + 3
  }

  private func isConsonant(_ code: UInt8) -> Bool { code &- 1 < 0x2E }
  private func isTone(_ code: UInt8) -> Bool { code &- 0x48 < 5 }
  private func isVowelSign(_ code: UInt8) -> Bool { code == 0x31 || code &- 0x34 < 6 }

  private mutating func check(mark: UInt8, after before: UInt8, from start: Int, at index: Int) {
    if isConsonant(before) { return }
    let isMark = isVowelSign(before) || before == 0x3A || before &- 0x47 < 8
    if !isMark, let swapped = swapped(mark: mark, after: before, from: start, at: index) {
      issues.append(swapped)
    } else if !isMark {
      report(.strayMark, from: index, to: index + 3, "", isCertain: false)
    } else if mark == before {
      report(.repeatedMark, from: index, to: index + 3, "")
    } else if (mark < 0x4C && isTone(mark) && before < 0x4C && isTone(before))
      || (isVowelSign(mark) && isVowelSign(before))
    {
      report(.repeatedMark, from: index, to: index + 3, "", isCertain: false)
    } else if isVowelSign(mark), isTone(before), start == index - 3 {
      let text =
        String(decoding: utf8[index..<index + 3], as: UTF8.self)
        + String(decoding: utf8[index - 3..<index], as: UTF8.self)
      report(.markOrder, from: index - 3, to: index + 3, text)
    }
  }

  /// A mark that stands behind the vowel or before the consonant that it belongs to, and what it
  /// should be: `นำ้` for `น้ำ`, `มา้` for `ม้า`, `เ้ก` for `เก้`.
  ///
  /// SARA AM and a tone mark have one order only, as PyThaiNLP's `reorder_vowels` has it.
  private func swapped(
    mark: UInt8, after before: UInt8, from start: Int, at index: Int
  ) -> ThaiTextIssue? {
    let tone = String(decoding: utf8[index..<index + 3], as: UTF8.self)
    if mark &- 0x48 < 4, Self.follows(before), start == index - 3, start > 2,
      let base = thaiCode(utf8, at: start - 3), isConsonant(base) || isVowelSign(base)
    {
      return ThaiTextIssue(
        range: start..<index + 3, kind: .markOrder,
        suggestion: tone + String(decoding: utf8[start..<index], as: UTF8.self),
        isCertain: before == Self.saraAm)
    }
    guard before &- Self.saraE < 5, start == index - 3,
      let next = thaiCode(utf8, at: index + 3), isConsonant(next)
    else { return nil }
    let behind = thaiCode(utf8, at: index + 6) ?? 0
    let isTaken = isTone(mark) ? isTone(behind) : isVowelSign(behind)
    guard !isTaken else { return nil }
    let consonant = String(decoding: utf8[index + 3..<index + 6], as: UTF8.self)
    return ThaiTextIssue(
      range: index..<index + 6, kind: .markOrder, suggestion: consonant + tone, isCertain: false)
  }

  /// SARA A, AA and AM, which stand behind a consonant and its marks.
  private static func follows(_ code: UInt8) -> Bool {
    code == 0x30 || code == saraAa || code == saraAm
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
    let found = UnseenCharacter.issue(in: utf8, at: index, to: end)
    if let (kind, suggestion) = found {
      report(kind, from: index, to: end, suggestion, isCertain: kind != .lost)
      // What it parts is checked as if it were not there.
      if suggestion.isEmpty, kind != .lost { return end }
    }
    // The dotted circle shows a mark by itself.
    let isCircle = utf8[index] == 0xE2 && utf8[at: index + 1] == 0x97 && utf8[at: index + 2] == 0x8C
    // Whether a shape of an old font carries marks shows when its letter is known.
    previous = isCircle || found?.kind == .oldFont ? Self.carrier : 0
    return end
  }

  private mutating func report(
    _ kind: ThaiTextIssue.Kind, from start: Int, to end: Int, _ suggestion: String,
    isCertain: Bool = true
  ) {
    issues.append(
      ThaiTextIssue(
        range: start..<end, kind: kind, suggestion: suggestion, isCertain: isCertain))
  }
}

extension UInt8 {
  /// Whether it is a control character other than a tab and what ends lines.
  var isForbiddenControl: Bool {
    (self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D) || self == 0x7F
  }
}
