/// How a stated value stands among the words around it: the one place that settles it.
///
/// An author writes a call before anyone knows the words that it becomes. Thai writes a space
/// before a number and none before a word that says more of it, `ครอบคลุม 7,000` and
/// `ครอบคลุมกว่า 7,000`; English begins a sentence with a capital, also where a value does:
/// `More than 7,000 people`.
public struct ValueInText: Sendable, Hashable {
  private let grammar: Grammar
  /// The words that stand before a number which is not exact.
  private let qualifiers: [String]

  init(_ grammar: Grammar, _ texts: [Word: PhraseForms]) {
    let words: [Word] = [
      .about, .moreThan, .atLeast, .atLeastAbout, .nearly, .atMost, .recordedSoFar,
    ]
    self.grammar = grammar
    qualifiers = words.compactMap { word in
      let before = texts[word]?.other.around.before.split(separator: " ").joined(separator: " ")
      return before.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// What joins a value to the words before it.
  public struct Joint: Sendable, Hashable {
    /// Whether the space that was written before it goes.
    public var dropsSpace = false
    /// Whether a space comes between both.
    public var addsSpace = false
    /// Whether it begins with a capital.
    public var isBegun = false

    /// Leaves all as it is written.
    public init() {}

    /// The value as it is written.
    public func written(_ said: String) -> String {
      isBegun ? said.prefix(1).uppercased() + said.dropFirst() : said
    }
  }

  /// What joins a value to the words before it.
  ///
  /// - Parameters:
  ///   - text: the words before it, or how they end; none where it comes first.
  ///   - beginsSentence: whether what comes first is the beginning of a sentence or a heading.
  public func joint(after text: String, _ said: String, beginsSentence: Bool) -> Joint {
    var joint = Joint()
    let isQualified = qualifiers.contains(where: said.hasPrefix)
    if isQualified, grammar.runsTogether, text.last == " " {
      joint.dropsSpace = String(text.dropLast()).endsInThaiWord
    }
    joint.addsSpace = addsSpace(text, said)
    if isQualified, grammar.capitalises {
      let isFirst = text.allSatisfy(\.isWhitespace)
      joint.isBegun = isFirst ? beginsSentence : text.endsSentence
    }
    return joint
  }

  /// Whether a space comes between a word and a number that were written without one.
  public func addsSpace(_ text: String, _ next: String) -> Bool {
    guard grammar.runsTogether, let last = text.unicodeScalars.last,
      let first = next.unicodeScalars.first
    else { return false }
    return last.isThaiWordLetter && first.properties.numericType == .decimal
      || last.properties.numericType == .decimal && first.isThaiWordLetter
  }

  /// A text with a value set behind it.
  public func set(_ said: String, after text: String, beginsSentence: Bool) -> String {
    let joint = joint(after: text, said, beginsSentence: beginsSentence)
    let before = joint.dropsSpace ? String(text.dropLast()) : text
    return before + (joint.addsSpace ? " " : "") + joint.written(said)
  }
}

extension String {
  /// Whether the words end a sentence, so that the next one begins a sentence: not so after
  /// `e.g.` and `approx.`.
  public var endsSentence: Bool {
    guard last?.isWhitespace == true else { return false }
    var rest = self[...]
    while let last = rest.last, last.isWhitespace || "”’\")".contains(last) { rest.removeLast() }
    guard let mark = rest.popLast(), ".!?".contains(mark) else { return false }
    guard mark == "." else { return true }
    let word = rest.reversed().prefix { !$0.isWhitespace && $0 != "(" }.reversed()
    return word.count > 1 && !word.contains(".")
      && !abbreviations.contains(String(word).lowercased())
  }
}

private let abbreviations: Set<String> = [
  "approx", "ca", "cf", "dr", "est", "fig", "mr", "mrs", "ms", "no", "nos", "pp", "st", "vol", "vs",
]
