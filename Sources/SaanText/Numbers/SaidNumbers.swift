extension BoundedNumber {
  /// The number in an English message, with the word for what it promises.
  public var english: String { LanguageWords.english.hedged(number.text(), bound) }

  /// The number in a Thai message, with the space that parts it from the word before; none stands
  /// before a word of its own.
  public var thai: String {
    let words = LanguageWords.thai
    return (words.qualifier(bound) == nil ? " " : "") + words.hedged(number.text(), bound)
  }
}
