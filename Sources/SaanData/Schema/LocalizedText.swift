import SaanText

/// A short text in one or more languages, such as the title of a table.
package struct LocalizedText: Sendable, Hashable {
  /// The texts in the order in which they were written.
  package let all: [Entry]

  /// The text in one language.
  package struct Entry: Sendable, Hashable {
    package let language: Language.Tag
    package let text: String
  }

  /// Makes a text; of two entries in one language the first counts.
  package init(_ all: [(Language.Tag, String)] = []) {
    self.all = all.map { Entry(language: $0.0, text: $0.1) }
  }

  /// Whether there is no text in any language.
  package var isEmpty: Bool { all.isEmpty }

  /// The text in exactly this language.
  package subscript(_ language: Language.Tag) -> String? {
    all.first { $0.language == language }?.text
  }

  /// The text in this language or, when there is none, the first one with its real language.
  package func text(in language: Language.Tag) -> (text: String, language: Language.Tag)? {
    (all.first { $0.language == language } ?? all.first).map { ($0.text, $0.language) }
  }
}
