/// Sentences about numbers, in the reader's language.
///
/// What is said is the same for every reader; how it is said stands in the `LanguageWords` of the
/// language. Nothing here knows where a number comes from: it is given amounts, names and dates,
/// and says no more than these.
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
    joint = bindsNumbers ? PhraseText.joint : " "
  }

  var words: LanguageWords { language.words }

  /// The word for things that have no word of their own: `รายการ`, `items`.
  public var items: CountedNoun { words.noun(.item) }

  /// A sentence of the language with its names filled in.
  func say(
    _ word: Word, _ names: KeyValuePairs<String, String> = [:], count: Int? = nil
  ) -> String {
    words.text(word, names, count: count, joint: joint)
  }

  /// Parts one after another, each put to those before it as a sentence says.
  func chain(_ parts: [String], _ word: Word, _ soFar: String, _ next: String) -> String {
    guard let first = parts.first else { return "" }
    return parts.dropFirst().reduce(first) { say(word, [soFar: $0, next: $1]) }
  }

  /// Clauses as one sentence: Thai ends it without a mark, English with a full stop.
  public func sentence(_ clauses: [String]) -> String {
    say(.sentence, ["text": words.grammar.begun(chain(clauses, .nextClause, "text", "next"))])
  }

  /// Several things side by side: `a, b, c`.
  public func enumeration(_ parts: [String]) -> String { chain(parts, .listNext, "list", "next") }

  /// Several things in one breath: `a, b and c`.
  public func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return say(.listLast, ["list": enumeration(parts.dropLast()), "last": last])
  }

  /// The names of those that share something: of three or more the first, and how many more.
  public func names(_ names: [String], _ noun: CountedNoun) -> String {
    guard names.count > 2 else { return chain(names, .twoNames, "first", "last") }
    return self.names(names, rest: names.count - 1, count(names.count - 1, noun))
  }

  /// The first of several names, and how many more there are; `items` is that count in words.
  public func names(_ names: [String], rest: Int, _ items: String) -> String {
    say(.firstAndMore, ["first": names.first ?? "", "items": items], count: rest)
  }

  /// A thing before its number: `สภา 158 แห่ง`, `Councils: 158`.
  public func named(_ name: String, _ amount: String) -> String {
    name.isEmpty
      ? amount : say(.labelled, ["name": name, "text": self.amount(amount, after: name)])
  }

  /// An amount as it follows a name: where that ends in a number, such as a year, Thai puts a word
  /// between the two.
  func amount(_ amount: String, after name: String) -> String {
    name.last?.isWholeNumber == true ? say(.afterNumber, ["amount": amount]) : amount
  }

  /// The mark of a note by its place among the notes, from 0 on: `ก`, `a`.
  public func mark(_ place: Int) -> String { words.grammar.mark(place) }

  /// A work and who made it: `รายงาน โดยเครือข่าย`, `Report, Network`.
  public func credit(_ title: String, to producer: String) -> String {
    say(.credit, ["title": title, "producer": producer])
  }

  /// A name before what is said of it: `น่าน `, `Nan: `.
  public func label(_ name: String) -> String {
    name.isEmpty ? "" : say(.labelled, ["name": name, "text": ""])
  }
}
