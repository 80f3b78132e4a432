import SaanData
import SaanTemplate
import SaanText

/// A theme with the themes it extends and the site's own `theme/` folder laid over it.
package struct Theme: Sendable {
  package let name: String
  package let templates: TemplateSet
  package let templateNames: [String]
  /// The site's own templates that replace none of the theme's.
  let additions: [String: SourceFile]
  /// The names of the shortcodes that content may call.
  package let shortcodes: Set<String>
  /// The assets by their name below `assets/`.
  package let assets: [String: Asset]
  package let phrases: [Language.Tag: Phrasebook]
  /// The theme's options, with the values that the site chose.
  package let options: [ThemeOption]
}

/// The phrases of a theme in one language.
package struct Phrasebook: Sendable {
  /// One phrase in its plural forms.
  package struct Phrase: Sendable {
    /// The form for exactly one, in languages that have one.
    package let one: String?
    /// The form for every other number, and for no number.
    package let other: String
    package let span: SourceSpan
  }

  package let language: Language.Tag
  package private(set) var phrases: [String: Phrase]

  /// Makes a phrasebook.
  package init(language: Language.Tag, phrases: [String: Phrase] = [:]) {
    self.language = language
    self.phrases = phrases
  }

  /// Lays the phrases of another book over this one.
  package mutating func override(with other: Phrasebook) {
    phrases.merge(other.phrases) { _, new in new }
  }

  /// The phrase's text with `{count}` and the other `{names}` filled in; `nil` for an unknown key.
  ///
  /// Thai has one form; English has `one` for exactly 1 and `other` for the rest (CLDR 44).
  package func text(_ key: String, count: Int?, arguments: [String: String]) -> String? {
    guard let phrase = phrases[key] else { return nil }
    var text = count == 1 ? phrase.one ?? phrase.other : phrase.other
    for (name, value) in arguments where text.contains("{\(name)}") {
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(
        separator: value)
    }
    return text
  }
}
