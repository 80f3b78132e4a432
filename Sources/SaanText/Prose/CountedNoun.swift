/// The word for what is counted: an English noun with its plural, a Thai classifier.
public struct CountedNoun: Sendable, Hashable {
  /// The word beside the number one.
  public let one: String
  /// The word beside every other number.
  public let other: String

  /// Makes a word; Thai has one form.
  public init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// Makes a word with one form.
  public init(_ word: String) { self.init(one: word, other: word) }

  /// The word beside a number; a sign for parts of a hundred.
  public func text(for number: ExactNumber) -> String {
    isPercent ? "%" : number == ExactNumber(1) ? one : other
  }

  /// Whether it stands for parts of a hundred.
  public var isPercent: Bool { ["%", "ร้อยละ", "per cent", "percent"].contains(other) }
}

extension Prose {
  /// A number with its unit: `ประมาณ 2,600 องค์กร`, `at least 1 fund`, `45.2%`.
  public func amount(
    _ number: ExactNumber, _ noun: CountedNoun?, hedge: Bound = .exact, isPartial: Bool = false
  ) -> String {
    let text = number.text()
    let amount: String
    if let noun, noun.isPercent {
      amount = text + "%"
    } else if let word = noun?.text(for: number), !word.isEmpty {
      amount = text + joint + word
    } else {
      amount = text
    }
    return hedged(amount, hedge, isPartial: isPartial)
  }

  /// An amount with what it does not promise before it.
  ///
  /// - Parameter isPartial: whether it is a sum of some parts only.
  public func hedged(_ amount: String, _ bound: Bound, isPartial: Bool = false) -> String {
    qualifier(bound, isPartial: isPartial).map { "\($0) \(amount)" } ?? amount
  }

  /// The words before a number that is not exact: `กว่า`, `at least about`.
  ///
  /// - Parameter isPartial: whether it is a sum of some parts only.
  public func qualifier(_ bound: Bound, isPartial: Bool = false) -> String? {
    let least = isPartial && !bound.isOpenAbove ? Bound.atLeast.word(in: language) : nil
    let words = [least, bound.word(in: language)].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: pick("", " "))
  }

  /// A count of things that are named in passing: `3 จังหวัด`, `1 province`.
  public func count(_ number: Int, _ noun: CountedNoun) -> String {
    "\(ExactNumber(number).text())\(joint)\(number == 1 ? noun.one : noun.other)"
  }

  /// A thing with its number: `สภาองค์กรชุมชน 158 แห่ง`, `158 registered community councils`.
  ///
  /// English puts the number before the name where the name has the unit in it, and else names the
  /// unit first: `23,403 people (members of the association’s networks)`.
  public func counted(
    _ name: String, _ number: ExactNumber, _ noun: CountedNoun?, hedge: Bound = .exact,
    isPartial: Bool = false
  ) -> String {
    let amount = amount(number, noun, hedge: hedge, isPartial: isPartial)
    if isThai { return "\(name) \(amount)" }
    let inside = Self.inSentence(name)
    guard let noun, number != ExactNumber(1), Self.names(inside, noun.other) else {
      return "\(amount) (\(inside))"
    }
    return hedged(number.text() + joint + inside, hedge, isPartial: isPartial)
  }

  /// A title as it reads inside a sentence: without its capital, unless it begins with a name.
  static func inSentence(_ title: String) -> String {
    let words = title.split(separator: " ", maxSplits: 2)
    guard let first = words.first, first.dropFirst().allSatisfy({ !$0.isUppercase }),
      words.count < 2 || words[1].first?.isUppercase == false
    else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  private static func names(_ title: String, _ noun: String) -> Bool {
    guard !noun.isEmpty else { return false }
    let letters = " \(title) ".map { $0.isLetter || $0 == "-" ? $0 : " " }
    return String(letters).lowercased().contains(" \(noun.lowercased()) ")
  }
}
