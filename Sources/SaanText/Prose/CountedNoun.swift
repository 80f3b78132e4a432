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

  /// The word beside a number.
  public func text(for number: ExactNumber) -> String {
    number == ExactNumber(1) ? one : other
  }

  /// Whether it stands for parts of a hundred.
  var isPercent: Bool { ["%", "ร้อยละ", "per cent", "percent"].contains(other) }
}

/// How much a number promises.
public enum Hedge: Sendable, Hashable, CaseIterable {
  /// It is what was counted.
  case exact
  /// Its source says "about", or it was estimated.
  case about
  /// It is the sum of some parts, and others are missing.
  case atLeast
}

extension Prose {
  /// A number with its unit: `ประมาณ 2,600 องค์กร`, `at least 1 fund`, `45.2%`.
  public func amount(
    _ number: ExactNumber, _ noun: CountedNoun?, hedge: Hedge = .exact
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
    return hedged(amount, hedge)
  }

  /// An amount with what it does not promise before it.
  public func hedged(_ amount: String, _ hedge: Hedge) -> String {
    switch hedge {
    case .exact: amount
    case .about: pick("ประมาณ ", "about ") + amount
    case .atLeast: pick("อย่างน้อย ", "at least ") + amount
    }
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
    _ name: String, _ number: ExactNumber, _ noun: CountedNoun?, hedge: Hedge = .exact
  ) -> String {
    let amount = amount(number, noun, hedge: hedge)
    if isThai { return named(name, amount) }
    let inside = Self.inSentence(name)
    guard let noun, number != ExactNumber(1), Self.names(inside, noun.other) else {
      return "\(amount) (\(inside))"
    }
    return hedged(number.text() + joint + inside, hedge)
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
