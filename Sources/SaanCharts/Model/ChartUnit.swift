import SaanText

/// What numbers count, and how they are written with it.
public enum ChartUnit: Sendable, Hashable {
  /// A bare number.
  case none
  /// A classifier or noun: `กองทุน`, `fund`/`funds`. Thai has one form.
  case counted(one: String, other: String)
  /// Parts of a hundred.
  case percent
  /// An amount of money.
  case baht

  /// A noun with one form.
  public static func counted(_ noun: String) -> ChartUnit { .counted(one: noun, other: noun) }

  /// The number with its unit, in full: `5,915 กองทุน`, `1 fund`, `THB 20,412.35 million`.
  public func text(_ number: ExactNumber, in language: Language) -> String {
    switch self {
    case .none: return number.text()
    case .percent: return number.text() + "%"
    case .baht:
      guard number.isNegative, let amount = number.negated else {
        return number.moneyText(in: language)
      }
      return "\u{2212}" + amount.moneyText(in: language)
    case .counted(let one, let other):
      let noun = number == ExactNumber(1) ? one : other
      return noun.isEmpty ? number.text() : "\(number.text()) \(noun)"
    }
  }

  /// The number as it stands on a mark: short, without a noun.
  func shortText(_ number: ExactNumber, in language: Language) -> String {
    let size = abs(number.double)
    if self == .baht, size >= 1e6, size < 1e11, let millions = number.timesPowerOfTen(-6) {
      // Officials write millions throughout, and amounts beside each other compare.
      return language.words.text(.millionsShort, ["number": millions.text(.upTo(2))])
    }
    let text =
      size >= 1e7
      ? number.compactText(in: language, decimals: 2)
      : size < 100 ? shortFraction(number) : number.text(.upTo(2))
    return self == .percent ? text + "%" : text
  }

  /// At most three digits that count, so that a tiny number is not shown as zero.
  private func shortFraction(_ number: ExactNumber) -> String {
    let size = abs(number.double)
    guard size > 0, size < 0.01 else { return number.text(.upTo(2)) }
    var decimals = 3
    var shown = number.rounded(toScale: decimals)
    while shown.isZero, decimals < 18 {
      decimals += 1
      shown = number.rounded(toScale: decimals)
    }
    return shown.text(.upTo(decimals))
  }

  /// The noun for axis and table headings.
  public func heading(in language: Language) -> String {
    switch self {
    case .none: ""
    case .counted(_, let other): other
    case .percent: language.words[.percent]
    case .baht: language.words[.baht]
    }
  }
}
