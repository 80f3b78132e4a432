import SaanData
import SaanModel
import SaanPages
import SaanText

/// A text of a page, with the numbers in it.
struct NumberedText {
  let text: String
  let numbers: [NumberInText]

  /// Looks for the numbers in a text.
  init(_ text: String) {
    self.text = text
    numbers = NumberInText.all(in: text)
  }
}

/// The values of an indicator, so that the sentences which state them are found.
struct StatedValues: Sendable {
  private let numbers: Set<ExactNumber>
  /// What is counted; a sentence with its name tells of it for certain.
  private let names: [String]
  /// What it is counted in.
  private let units: [String]

  /// Takes values as they are shown.
  init(_ values: [ExactNumber], of indicator: Indicator, isComputed: Bool = false) {
    let shown = values.flatMap { [$0, indicator.shown($0, isComputed: isComputed)] }
    numbers = Set(shown.map(\.trimmed))
    let languages: [Language.Tag] = [.thai, .english]
    names = languages.map { indicator.name[$0].lowercased() }
    units = languages.flatMap { tag in
      [indicator.unit?[tag].other, indicator.unit?[tag].one].compactMap { $0?.lowercased() }
    }
  }

  /// Joins the values of several.
  init(_ parts: [StatedValues]) {
    numbers = parts.reduce(into: []) { $0.formUnion($1.numbers) }
    names = parts.flatMap(\.names)
    units = parts.flatMap(\.units)
  }

  /// The texts in which one of the numbers stands, each once and cut around it; those that name
  /// what is counted first, then those that say what it is counted in.
  ///
  /// - Parameter others: values whose texts are passed over, for they tell of both.
  func sentences(in texts: [NumberedText], without others: StatedValues? = nil) -> [String] {
    var seen = Set<String>()
    var found: [[String]] = [[], [], []]
    for text in texts {
      guard let place = place(in: text), text.text.contains(where: \.isLetter),
        others?.place(in: text) == nil
      else { continue }
      let cut = text.text.cut(around: place)
      if seen.insert(cut).inserted { found[distance(of: text.text)].append(cut) }
    }
    return found.flatMap { $0 }
  }

  /// Whether a text says what is counted, or in what.
  func isAbout(_ text: String) -> Bool { distance(of: text) < 2 }

  private func distance(of text: String) -> Int {
    let text = text.lowercased()
    if names.contains(where: { text.contains($0) }) { return 0 }
    return units.contains { text.contains($0) } ? 1 : 2
  }

  /// Where one of the numbers stands in a text: by itself, not in a longer one or in a code.
  private func place(in text: NumberedText) -> Range<String.Index>? {
    for number in text.numbers {
      guard
        numbers.contains(number.number) && number.number == number.scaled
          || numbers.contains(number.scaled)
      else { continue }
      let utf8 = text.text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: number.range.lowerBound)
      let end = utf8.index(start, offsetBy: number.range.count)
      let (before, after) = (text.text[..<start], text.text[end...])
      if after.goesOnInWord || !number.isFormatted && isInDate(before, after) { continue }
      // Small and round numbers, and years, are of many things.
      let isAlone = number.isTelling && (number.isFormatted || number.range.count > 4)
      if isAlone || distance(of: text.text) == 0 || countsUnits(after) { return start..<end }
    }
    return nil
  }

  /// Whether a number is counted in the unit that stands behind it.
  private func countsUnits(_ after: Substring) -> Bool {
    let words = after.drop(while: \.isWhitespace).prefix(60).lowercased()
    return units.contains { words.hasPrefix($0) }
  }

  /// Whether a number is the day or the year of a date: a month's name stands beside it.
  private func isInDate(_ before: Substring, _ after: Substring) -> Bool {
    let next = after.drop(while: \.isWhitespace)
    var last = before
    while let end = last.last, end.isWhitespace || end == "," { last.removeLast() }
    return Self.months.contains { next.hasPrefix($0) || last.hasSuffix($0) }
  }

  /// The names of months, long and short, in both languages.
  private static let months: [String] = {
    let long: [Word] = [
      .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
      .november, .december,
    ]
    let all = long + long.compactMap { Word(rawValue: $0.rawValue + "_short") }
    return [LanguageWords.thai, .english].flatMap { words in all.map { words.text($0) } }
  }()
}

extension Substring {
  /// Whether a code goes on in it: `2nd`, `76c`.
  fileprivate var goesOnInWord: Bool { first.map { $0.isASCII && $0.isLetter } ?? false }
}

extension String {
  /// How many characters stand on each side of what a text is cut around.
  private static let reach = 110

  /// The text about a place in it, cut between words where it is long.
  func cut(around place: Range<String.Index>) -> String {
    let (before, after) = (self[..<place.lowerBound], self[place.upperBound...])
    var start = before
    if before.count > Self.reach {
      let kept = before.suffix(Self.reach)
      start = kept.firstIndex(of: " ").map { kept[$0...].dropFirst() } ?? kept
    }
    var end = after
    if after.count > Self.reach {
      let kept = after.prefix(Self.reach)
      end = kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept
    }
    return (start.count < before.count ? "…" : "") + start + self[place] + end
      + (end.count < after.count ? "…" : "")
  }
}
