import SaanText

/// A value by language, with the language it falls back to.
package struct Localized<Value: Sendable>: Sendable {
  /// The values, at least one, in the order they were written.
  @usableFromInline let values: [(tag: Language.Tag?, value: Value)]

  /// Makes a value that is the same in every language.
  package init(_ value: Value) { values = [(nil, value)] }

  /// Makes a value from pairs; `nil` when there are none.
  package init?(_ values: [(tag: Language.Tag?, value: Value)]) {
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  /// The value that a reader of the language sees, and the language it really is in.
  ///
  /// `nil` as language means that the value belongs to no language or to all.
  @inlinable package func resolved(for tag: Language.Tag) -> (value: Value, language: Language.Tag?)
  {
    let found = values.first { $0.tag == tag } ?? values.first { $0.tag == nil } ?? values[0]
    return (found.value, found.tag)
  }

  /// The value that a reader of the language sees.
  @inlinable package subscript(tag: Language.Tag) -> Value { resolved(for: tag).value }

  /// Whether there is a value in just this language.
  package func has(_ tag: Language.Tag) -> Bool {
    values.contains { $0.tag == tag || $0.tag == nil }
  }

  /// The languages that have a value of their own.
  package var tags: [Language.Tag] { values.compactMap(\.tag) }

  /// The values in all languages.
  package var all: [Value] { values.map(\.value) }

  /// Every value turned into another.
  package func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
    Localized<Other>(values.map { ($0.tag, transform($0.value)) })
      ?? Localized<Other>(transform(values[0].value))
  }
}

extension Localized<String> {
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
