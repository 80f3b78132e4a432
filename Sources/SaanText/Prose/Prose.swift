/// Sentences about numbers, in the reader's language.
///
/// What is said is the same for every reader; how it is said stands in the files of this folder,
/// Thai beside English. Nothing here knows where a number comes from: it is given amounts, names
/// and dates, and says no more than these.
public struct Prose: Sendable {
  /// The reader's language.
  public let language: Language
  /// What stands between a number and its unit.
  let joint: String

  /// Makes sentences for readers of a language.
  ///
  /// - Parameter bindsNumbers: whether no line may end between a number and its unit.
  public init(_ language: Language, bindsNumbers: Bool = true) {
    self.language = language
    joint = bindsNumbers ? "\u{A0}" : " "
  }

  /// Whether the reader reads Thai; everybody else is addressed in English.
  public var isThai: Bool { language.isThai }

  /// The word for things that have no word of their own: `รายการ`, `items`.
  public var items: CountedNoun {
    isThai ? CountedNoun("รายการ") : CountedNoun(one: "item", other: "items")
  }

  func pick(_ thai: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    isThai ? thai() : english()
  }

  /// Clauses as one sentence: Thai ends it without a mark, English with a full stop.
  public func sentence(_ clauses: [String]) -> String {
    if isThai { return clauses.joined(separator: " ") }
    let sentence = clauses.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  /// Several things in one breath: `a, b and c`.
  public func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: pick(" ", ", "))
      + pick(" " + run("และ", last), " and " + last)
  }

  /// Words and what follows them in one phrase: `มีข้อมูล`, `มี 5 แห่ง`, `in May`.
  ///
  /// Thai words follow each other without a space; numbers, names in other letters, abbreviations
  /// and `ณ` stand apart, and so does what follows `ฯ` or `ๆ`.
  func run(_ words: String, _ next: String) -> String {
    guard !words.isEmpty, !next.isEmpty else { return words + next }
    return words + (isThai && words.endsInThaiWord && next.beginsWithThaiWord ? "" : " ") + next
  }

  /// The names of those that share something: of three or more the first, and how many more.
  public func names(_ names: [String], _ noun: CountedNoun) -> String {
    guard names.count > 2 else { return names.joined(separator: pick(" และ ", " and ")) }
    return self.names(names, rest: names.count - 1, count(names.count - 1, noun))
  }

  /// The first of several names, and how many more there are; `items` is that count in words.
  public func names(_ names: [String], rest: Int, _ items: String) -> String {
    let first = names.first ?? ""
    return pick("\(first) และอีก \(items)", "\(first) and \(rest) more")
  }

  /// A thing before its number: `สภา 158 แห่ง`, `Councils: 158`.
  ///
  /// After a name that ends in a number, such as a year, Thai puts a word between the two.
  public func named(_ name: String, _ amount: String) -> String {
    if name.isEmpty { return amount }
    let endsInNumber = name.last?.isWholeNumber == true
    return pick(
      "\(name) " + (endsInNumber ? run("จำนวน", amount) : amount), "\(name): \(amount)")
  }

  /// A work and who made it: `รายงาน โดยเครือข่าย`, `Report, Network`.
  public func credit(_ title: String, to producer: String) -> String {
    pick("\(title) \(run("โดย", producer))", "\(title), \(producer)")
  }

  /// A name before what is said of it: `น่าน `, `Nan: `.
  public func label(_ name: String) -> String { name.isEmpty ? "" : name + pick(" ", ": ") }

  /// A small number as it is written in running text: `one`, `10`; Thai writes digits.
  func spelled(_ number: Int) -> String {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    guard !isThai, words.indices.contains(number - 1) else { return "\(number)" }
    return words[number - 1]
  }
}

extension String {
  /// Whether another Thai word may follow without a space.
  fileprivate var endsInThaiWord: Bool {
    guard let last = unicodeScalars.last else { return false }
    return last.isThaiLetter && last != "ฯ" && last != "ๆ"
  }

  /// Whether it may follow a Thai word without a space: it is no abbreviation and no `ณ`.
  fileprivate var beginsWithThaiWord: Bool {
    let start = unicodeScalars.prefix(2)
    return start.count == 2 && start.allSatisfy(\.isThaiLetter)
  }
}

extension Unicode.Scalar {
  /// A consonant, vowel or mark of Thai, no digit.
  fileprivate var isThaiLetter: Bool { (0x0E01...0x0E4E).contains(value) }
}
