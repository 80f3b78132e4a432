/// The words of one language, and its rules: the only place that charts, sentences, dates and
/// amounts take them from.
///
/// The tables are one object behind a reference, for the words go wherever their language goes. A
/// word that is missing gives its key, so that every page can be made and the build can tell of all
/// that are missing at once.
public struct LanguageWords: Sendable {
  /// Everything that is worked out once.
  private final class Table: Sendable {
    let texts: [Word: PhraseForms]
    let months: [String]
    let shortMonths: [String]
    let weekdays: [String]
    let valueInText: ValueInText

    init(_ texts: [Word: PhraseForms], _ grammar: Grammar) {
      self.texts = texts
      valueInText = ValueInText(grammar, texts)
      func list(_ words: [Word]) -> [String] {
        words.map { texts[$0]?.other.written ?? $0.rawValue }
      }
      months = list(Word.months)
      shortMonths = list(Word.shortMonths)
      weekdays = list(Word.weekdays)
    }
  }

  /// How its words are put together.
  public let grammar: Grammar
  private let table: Table

  /// Makes the words of a language.
  init(_ texts: [Word: PhraseForms], grammar: Grammar) {
    self.grammar = grammar
    table = Table(texts, grammar)
  }

  /// These words with some of a site's own.
  public func replacing(_ texts: [Word: PhraseForms]) -> LanguageWords {
    LanguageWords(table.texts.merging(texts) { _, new in new }, grammar: grammar)
  }

  /// The words that a page could ask for and that are not there.
  public var missing: [Word] {
    Word.allCases.filter { !$0.isOptional && table.texts[$0] == nil }
  }

  // MARK: Asking for words

  /// Whether the language has a word; only of optional ones is there a doubt.
  func has(_ word: Word) -> Bool { table.texts[word] != nil }

  /// A word with its plural forms; its key where it is missing, which stops a build.
  public func forms(_ word: Word) -> PhraseForms {
    table.texts[word] ?? PhraseForms(other: word.rawValue)
  }

  /// A word.
  public subscript(word: Word) -> String { forms(word).other.written }

  /// A sentence with its `{names}` filled in, and with the spaces between them and its words.
  ///
  /// - Parameters:
  ///   - count: decides the plural form, and is `{count}` where no name says how it is written.
  ///   - joint: is `{_}`.
  public func text(
    _ word: Word, _ names: KeyValuePairs<String, String> = [:], count: Int? = nil,
    joint: String = PhraseText.joint
  ) -> String {
    forms(word).text(for: count).filled(by: grammar) { name in
      if name == "_" { return joint }
      if let text = names.first(where: { $0.key == name })?.value { return text }
      return name == "count" ? count.map { String($0) } : nil
    }
  }

  /// What stands before and after what fills a word.
  public func around(_ word: Word) -> (before: String, after: String) { forms(word).other.around }

  /// An amount with what it does not promise before or after it.
  public func hedged(_ amount: String, _ bound: Bound) -> String {
    bound.word().map { text($0, ["amount": amount]) } ?? amount
  }

  /// The words that go before a number that is not exact: `กว่า`, `at least about`.
  ///
  /// What a sentence says after the number comes first, with a colon: `recorded so far: at least`.
  public func qualifier(_ bound: Bound, of extent: Extent = .whole) -> String? {
    guard let word = bound.word(of: extent) else { return nil }
    let (before, after) = around(word)
    return [after.isEmpty ? "" : after + ":", before].joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What stands beside an amount that is but that of what is there: `among those with data`.
  public func amongText(_ word: Word) -> String {
    let (before, after) = around(word)
    return "\(before) \(after)".split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How a stated value stands among other words of the language.
  public var valueInText: ValueInText { table.valueInText }

  /// A word for what is counted.
  public func noun(_ word: Word) -> CountedNoun {
    let forms = forms(word)
    return CountedNoun(one: (forms.one ?? forms.other).written, other: forms.other.written)
  }

  /// A word as it stands above a column.
  public func heading(_ word: Word) -> String { grammar.begun(noun(word).one) }

  // MARK: Dates

  /// The name of a month, 1 to 12.
  func month(_ month: Int, short: Bool) -> String {
    (short ? table.shortMonths : table.months)[month - 1]
  }

  /// The name of a day of the week, 1 for Monday to 7.
  func weekday(_ day: Int) -> String { table.weekdays[day - 1] }
}

extension Word {
  fileprivate static let months: [Word] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
    .november, .december,
  ]
  fileprivate static let shortMonths: [Word] = [
    .januaryShort, .februaryShort, .marchShort, .aprilShort, .mayShort, .juneShort, .julyShort,
    .augustShort, .septemberShort, .octoberShort, .novemberShort, .decemberShort,
  ]
  /// From Monday on.
  fileprivate static let weekdays: [Word] = [
    .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
  ]

  /// The words for months and weekdays, of their names in order.
  static func calendar(
    _ months: [StaticString], short: [StaticString], weekdays: [StaticString]
  ) -> [Word: PhraseForms] {
    let words = Self.months + shortMonths + Self.weekdays
    let names = (months + short + weekdays).map { PhraseForms(other: $0.description) }
    return Dictionary(zip(words, names)) { first, _ in first }
  }
}
