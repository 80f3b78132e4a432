import SaanText

/// A value by language, with the language it falls back to.
package struct Localized<Value: Sendable>: Sendable {
  /// The value in one language; without a tag, in any that has no entry of its own.
  package struct Entry: Sendable {
    package let tag: Language.Tag?
    package let value: Value
  }

  /// The values, at least one, in the order they were written.
  package let entries: [Entry]

  /// Makes a value that is the same in every language.
  package init(_ value: Value) { entries = [Entry(tag: nil, value: value)] }

  /// Makes a value from pairs, `nil` when there are none; of two in one language the first counts.
  package init?(_ values: [(tag: Language.Tag?, value: Value)]) {
    guard !values.isEmpty else { return nil }
    entries = values.map { Entry(tag: $0.tag, value: $0.value) }
  }

  /// The value that a reader of the language sees, and the language it really is in.
  ///
  /// `nil` as language means that the value belongs to no language or to all.
  @inlinable package func resolved(for tag: Language.Tag) -> (value: Value, language: Language.Tag?)
  {
    let found =
      entries.first { $0.tag == tag } ?? entries.first { $0.tag == nil } ?? borrowed(by: tag)
    return (found.value, found.tag)
  }

  /// The value of the first language that one borrows from, else the first of all.
  package func borrowed(by tag: Language.Tag) -> Entry {
    for other in tag.fallback {
      if let entry = entries.first(where: { $0.tag?.rawValue == other }) { return entry }
    }
    return entries[0]
  }

  /// The value that a reader of the language sees.
  @inlinable package subscript(tag: Language.Tag) -> Value { resolved(for: tag).value }

  /// The value in exactly this language; `nil` where a reader would see that of another.
  package func exact(_ tag: Language.Tag) -> Value? { entries.first { $0.tag == tag }?.value }

  /// Whether there is a value in just this language.
  package func has(_ tag: Language.Tag) -> Bool {
    entries.contains { $0.tag == tag || $0.tag == nil }
  }

  /// The languages that have a value of their own.
  package var tags: [Language.Tag] { entries.compactMap(\.tag) }

  /// The values in all languages.
  package var all: [Value] { entries.map(\.value) }

  /// Every value turned into another.
  package func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
    Localized<Other>(entries.map { ($0.tag, transform($0.value)) })
      ?? Localized<Other>(transform(entries[0].value))
  }
}

extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}
extension Localized.Entry: Equatable where Value: Equatable {}
extension Localized.Entry: Hashable where Value: Hashable {}

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
