import SaanData
import SaanModel
import SaanPages
import SaanText

/// A text of a page, with the numbers in it.
struct NumberedText {
  let text: String
  let numbers: [NumberInText]
  /// The bytes of what is more than words, and what it is.
  let parts: [(bytes: Range<Int>, meaning: TextOfPage.Meaning)]

  /// Looks for the numbers in a text.
  init(_ text: TextOfPage) {
    self.text = text.text
    parts = text.parts
    numbers = NumberInText.all(in: text.text)
  }

  /// What a number stands in.
  fileprivate func meanings(of number: NumberInText) -> [TextOfPage.Meaning] {
    parts.filter { $0.bytes.contains(number.range.lowerBound) }.map(\.meaning)
  }

  /// The places that the text leads to.
  fileprivate var links: [String] {
    parts.compactMap { part -> String? in
      if case .link(let href) = part.meaning { href } else { nil }
    }
  }
}

/// Numbers of a figure, so that the sentences which state them are found: those that a call or a
/// link to its page says to be that figure, and those that stand as it among plain words.
struct StatedValues: Sendable {
  private let numbers: Set<ExactNumber>
  private let figure: FigureInTexts

  /// Takes values as they are published, and sums, of which fewer decimals may be shown.
  init(_ values: [ExactNumber], sums: [ExactNumber] = [], of figure: FigureInTexts) {
    self.figure = figure
    let indicator = figure.indicator
    // What a value promises decides how it is rounded.
    func shown(_ numbers: [ExactNumber], isComputed: Bool) -> [ExactNumber] {
      numbers.flatMap { number in
        [number] + Bound.allCases.map { indicator.shown(number, $0, isComputed: isComputed) }
      }
    }
    let all = shown(values, isComputed: false) + shown(sums, isComputed: true)
    numbers = Set(all.map(\.trimmed))
  }

  /// The texts in which one of the numbers stands, each once and cut around it; those that name
  /// what is counted first.
  ///
  /// - Parameters:
  ///   - page: the page that they stand on.
  ///   - others: values whose texts are passed over, for they tell of both.
  func sentences(
    in texts: [NumberedText], on page: PageOfTexts, without others: StatedValues? = nil
  ) -> [String] {
    var seen = Set<String>()
    var found: [[String]] = [[], []]
    for text in texts {
      guard let place = place(in: text, on: page), text.text.contains(where: \.isLetter),
        others?.place(in: text, on: page) == nil
      else { continue }
      let cut = text.text.cut(around: place)
      if seen.insert(cut).inserted { found[figure.isNamed(in: text.text) ? 0 : 1].append(cut) }
    }
    return found.flatMap { $0 }
  }

  /// Where one of the numbers stands in a text: by itself, not in a longer one or in a code.
  private func place(in text: NumberedText, on page: PageOfTexts) -> Range<String.Index>? {
    for number in text.numbers {
      guard
        numbers.contains(number.number) && number.number == number.scaled
          || numbers.contains(number.scaled)
      else { continue }
      let utf8 = text.text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: number.range.lowerBound)
      let end = utf8.index(start, offsetBy: number.range.count)
      if says(number, start..<end, in: text, on: page) { return start..<end }
    }
    return nil
  }

  private func says(
    _ number: NumberInText, _ range: Range<String.Index>, in text: NumberedText,
    on page: PageOfTexts
  ) -> Bool {
    let (before, after) = (text.text[..<range.lowerBound], text.text[range.upperBound...])
    if after.goesOnInWord || !number.isFormatted && isInDate(before, after) { return false }
    let meanings = text.meanings(of: number)
    if let told = figure.isTold(by: meanings) { return told }
    if let told = page.isTold(figure, in: text.text) { return told }
    guard !figure.isOfElsewhere(number.scaled, text.text, on: page) else { return false }
    let unit = figure.counts(after)
    if figure.isNamed(in: text.text) || page.isAbout(figure) {
      // A number among others may be of anything; one that is marked as a value is not.
      return unit || number.isTelling || meanings.contains(.value)
    }
    return unit && !figure.isShared(number.scaled) && !page.isAboutAnother(than: figure)
      && !text.links.contains { figure.leadsElsewhere($0) }
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
