import SaanData
import SaanModel
import SaanPages
import SaanText

/// How pages write the values of an indicator, so that the sentences which state them are found.
struct StatedValues: Sendable {
  private let numbers: [String]
  /// Words without which a small number means something else.
  private let words: [String]

  /// Takes values as they are shown.
  init(_ values: [ExactNumber], of indicator: Indicator, isComputed: Bool = false) {
    let shown = values.flatMap { [$0, indicator.shown($0, isComputed: isComputed)] }
    var seen = Set<String>()
    numbers = shown.map { $0.text(.grouped) }.filter { seen.insert($0).inserted }
    let languages: [Language.Tag] = [.thai, .english]
    words = languages.flatMap { tag in
      [indicator.name[tag], indicator.unit?[tag].other, indicator.unit?[tag].one]
        .compactMap { $0?.lowercased() }
    }
  }

  /// Joins the ways of writing several.
  init(_ parts: [StatedValues]) {
    numbers = parts.flatMap(\.numbers)
    words = parts.flatMap(\.words)
  }

  /// The texts in which one of the numbers stands, each once and cut around it.
  ///
  /// - Parameter others: values whose texts are passed over, for they tell of both.
  func sentences(in texts: [String], without others: StatedValues? = nil) -> [String] {
    var seen = Set<String>()
    return texts.compactMap { text -> String? in
      guard let place = place(in: text), text.contains(where: \.isLetter),
        others?.place(in: text) == nil
      else { return nil }
      let cut = text.cut(around: place)
      return seen.insert(cut).inserted ? cut : nil
    }
  }

  /// Where one of the numbers stands in a text, by itself and not in a longer one.
  private func place(in text: String) -> Range<String.Index>? {
    numbers.lazy.compactMap { number -> Range<String.Index>? in
      text.ranges(of: number).first { range in
        let before = text[..<range.lowerBound].suffix(2)
        let after = text[range.upperBound...].prefix(2)
        return !before.endsInNumber && !after.beginsInNumber
          && (number.count > 3 || isAbout(text))
      }
    }.first
  }

  private func isAbout(_ text: String) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0) }
  }
}

extension Substring {
  /// Whether a number goes on after it, or a code that has digits in it: `c76`.
  fileprivate var endsInNumber: Bool {
    guard let last else { return false }
    return last.isNumber || last.isASCII && last.isLetter
      || ".,".contains(last) && dropLast().last?.isNumber == true
  }

  fileprivate var beginsInNumber: Bool {
    guard let first else { return false }
    return first.isNumber || first.isASCII && first.isLetter
      || ".,".contains(first) && dropFirst().first?.isNumber == true
  }
}

extension String {
  /// How many characters stand on each side of what a text is cut around.
  private static let reach = 110

  /// The text about a place in it, cut between words where it is long.
  fileprivate func cut(around place: Range<String.Index>) -> String {
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
