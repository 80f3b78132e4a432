import SaanText

/// What a simple pattern asks for, in words: `f-[0-9]{7}` is “'f-', then 7 digits”.
///
/// A regular expression says nothing to somebody who fills in a spreadsheet. Only a row of letters
/// and sets with their counts is put into words; of groups and choices the sentence would be harder
/// to read than the pattern.
struct PatternWords {
  /// The parts in both languages.
  let wording: Wording

  /// `nil` for patterns that words would not make clearer.
  init?(_ pattern: String) {
    var rest = pattern[...]
    if rest.hasPrefix("^") { rest.removeFirst() }
    if rest.hasSuffix("$"), !rest.hasSuffix("\\$") { rest.removeLast() }
    var parts: [Wording] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.quoted(literal)) }
      literal = ""
    }
    while !rest.isEmpty {
      guard let unit = Self.takeUnit(&rest), let count = Self.takeCount(&rest) else { return nil }
      if case .letter(let letter) = unit, count == (1, 1) {
        literal.append(letter)
        continue
      }
      flush()
      parts.append(Self.words(unit, count))
    }
    flush()
    guard !parts.isEmpty, parts.count <= 7 else { return nil }
    wording = Wording(
      en: parts.map(\.en).joined(separator: ", then "),
      th: parts.map(\.th).joined(separator: " ตามด้วย"))
  }

  private enum Unit {
    case letter(Character)
    case anyOf(Wording)
  }

  private static func takeUnit(_ rest: inout Substring) -> Unit? {
    let first = rest.removeFirst()
    switch first {
    case "(", ")", "|", "?", "*", "+", "{", "}", ".": return nil
    case "\\":
      guard let next = rest.popFirst() else { return nil }
      if next == "d" { return .anyOf(digits) }
      return next.isLetter || next.isNumber ? nil : .letter(next)
    case "[":
      guard let end = rest.firstIndex(of: "]") else { return nil }
      let set = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      return words(ofSet: set).map { .anyOf($0) }
    default: return .letter(first)
    }
  }

  private static func takeCount(_ rest: inout Substring) -> (least: Int, most: Int?)? {
    switch rest.first {
    case "?":
      rest.removeFirst()
      return (0, 1)
    case "*":
      rest.removeFirst()
      return (0, nil)
    case "+":
      rest.removeFirst()
      return (1, nil)
    case "{":
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let numbers = rest.dropFirst()[..<end].split(
        separator: ",", omittingEmptySubsequences: false)
      rest = rest[rest.index(after: end)...]
      guard let least = numbers.first.flatMap({ Int($0) }) else { return nil }
      return (least, numbers.count == 1 ? least : Int(numbers[1]))
    default: return (1, 1)
    }
  }

  private static let digits = Wording(en: "digits", th: "ตัวเลข")
  private static let sets: [(set: String, words: Wording)] = [
    ("0-9", digits), ("A-Z", Wording(en: "capital letters A to Z", th: "อักษรตัวใหญ่ A ถึง Z")),
    ("a-z", Wording(en: "small letters a to z", th: "อักษรตัวเล็ก a ถึง z")),
    ("ก-ฮ", Wording(en: "Thai consonants", th: "พยัญชนะไทย")),
    ("ก-๙", Wording(en: "Thai letters", th: "อักษรไทย")),
  ]

  /// The ranges that people use, and single marks; `nil` for others.
  private static func words(ofSet set: String) -> Wording? {
    guard !set.hasPrefix("^"), !set.contains("\\") else { return nil }
    var rest = set
    var found: [Wording] = []
    for (range, words) in sets {
      guard let place = rest.firstRange(of: range) else { continue }
      rest.removeSubrange(place)
      found.append(words)
    }
    guard rest.count <= 6, !rest.dropFirst().dropLast().contains("-") else { return nil }
    found += rest.map { .quoted(String($0)) }
    guard !found.isEmpty else { return nil }
    return Wording(
      en: found.map(\.en).joined(separator: " or "), th: found.map(\.th).joined(separator: " หรือ"))
  }

  private static func words(_ unit: Unit, _ count: (least: Int, most: Int?)) -> Wording {
    let words =
      switch unit {
      case .letter(let letter): Wording.quoted(String(letter))
      case .anyOf(let words): words
      }
    switch count {
    case (1, 1): return Wording(en: "one of \(words.en)", th: "\(words.th)หนึ่งตัว")
    case (0, 1): return Wording(en: "perhaps one of \(words.en)", th: "อาจมี\(words.th)หนึ่งตัว")
    case (0, nil): return Wording(en: "any number of \(words.en)", th: "\(words.th)กี่ตัวก็ได้")
    case (let least, nil):
      return Wording(en: "\(least) or more \(words.en)", th: "\(words.th) \(least) ตัวขึ้นไป")
    case (let least, let most?) where least == most:
      return Wording(en: "\(least) \(words.en)", th: "\(words.th) \(least) ตัว")
    case (let least, let most?):
      return Wording(
        en: "\(least) to \(most) \(words.en)", th: "\(words.th) \(least) ถึง \(most) ตัว")
    }
  }
}
