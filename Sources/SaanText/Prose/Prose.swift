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
    return parts.dropLast().joined(separator: pick(" ", ", ")) + pick(" และ", " and ") + last
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

  /// A name before what is said of it: `น่าน `, `Nan: `.
  public func label(_ name: String) -> String { name.isEmpty ? "" : name + pick(" ", ": ") }

  /// Thai words with what follows them: words stand close, numbers and Latin letters apart.
  func spaced(_ words: String, _ rest: String) -> String {
    let first = rest.unicodeScalars.first?.value ?? 0
    return (0x0E01...0x0E4E).contains(first) ? words + rest : "\(words) \(rest)"
  }
}
