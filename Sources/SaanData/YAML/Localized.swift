import SaanText

/// A value by language, with the language it falls back to.
///
/// The pairs keep their order, since the first is shown where nothing fits a reader.
package struct Localized<Value: Sendable>: Sendable {
  /// The language of each value; `nil` for one that stands for all that have none of their own.
  private let languages: [Language.Tag?]
  /// The values, at least one, in the order they were written.
  private let values: [Value]

  /// Makes a value that is the same in every language.
  package init(_ value: Value) { (languages, values) = ([nil], [value]) }

  /// Makes a value from pairs, `nil` when there are none; of two in one language the first counts.
  package init?(_ values: [(tag: Language.Tag?, value: Value)]) {
    guard !values.isEmpty else { return nil }
    languages = values.map(\.tag)
    self.values = values.map(\.value)
  }

  /// The value that a reader of the language sees, and the language it really is in.
  ///
  /// `nil` as language means that the value belongs to no language or to all.
  package func resolved(for tag: Language.Tag) -> (value: Value, language: Language.Tag?) {
    let position = languages.position(for: tag)
    return (values[position], languages[position])
  }

  /// The value that a reader of the language sees.
  package subscript(tag: Language.Tag) -> Value { values[languages.position(for: tag)] }

  /// The value in exactly this language; `nil` where a reader would see that of another.
  package func exact(_ tag: Language.Tag) -> Value? {
    languages.firstIndex(of: tag).map { values[$0] }
  }

  /// Whether there is a value in just this language.
  package func has(_ tag: Language.Tag) -> Bool {
    languages.contains { $0 == tag || $0 == nil }
  }

  /// The languages that have a value of their own.
  package var tags: [Language.Tag] { languages.compactMap { $0 } }

  /// The values in all languages.
  package var all: [Value] { values }

  /// The values with their languages, in the order they were written.
  package var pairs: [(tag: Language.Tag?, value: Value)] {
    zip(languages, values).map { ($0, $1) }
  }

  /// Every value turned into another.
  package func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
    Localized<Other>(pairs.map { ($0.tag, transform($0.value)) })
      ?? Localized<Other>(transform(values[0]))
  }
}

extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}

extension [Language.Tag?] {
  /// Where the value stands that a reader of a language sees: in it, else that for all, else in the
  /// first language that it borrows from, else the first of all.
  fileprivate func position(for tag: Language.Tag) -> Int {
    if let own = firstIndex(of: tag) ?? firstIndex(of: nil) { return own }
    for other in tag.fallback {
      if let borrowed = firstIndex(where: { $0?.rawValue == other }) { return borrowed }
    }
    return 0
  }
}

extension Localized<String> {
  /// The text that a reader of the language sees, and the language that it is in.
  ///
  /// A text that names no language is in the reader's, unless Thai letters are in it.
  package func spoken(for tag: Language.Tag) -> (text: String, language: Language.Tag) {
    let (text, language) = resolved(for: tag)
    return (text, language ?? (text.hasThaiLetters ? .thai : tag))
  }

  /// Reads a text, or a mapping from language tags to texts.
  package init?(yaml node: YAMLNode) {
    if let text = node.text {
      self.init(text)
    } else if let pairs = node.pairs {
      let values: [(tag: Language.Tag?, value: String)] = pairs.compactMap { pair in
        guard let key = pair.key.text, let text = pair.value.text else { return nil }
        return (Language.Tag(key), text)
      }
      guard values.count == pairs.count else { return nil }
      self.init(values)
    } else {
      return nil
    }
  }
}

extension String {
  /// Whether letters of the Thai script are in it.
  var hasThaiLetters: Bool {
    unicodeScalars.contains { ("\u{E01}"..."\u{E5B}").contains($0) }
  }
}
