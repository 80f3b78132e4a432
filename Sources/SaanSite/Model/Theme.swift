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
  /// Whether a theme that it is made of is not there.
  let isBroken: Bool
  /// The templates and shortcodes that the site itself has, its theme's and its own.
  let written: [SourceFile]
  /// The names of the shortcodes that content may call.
  package let shortcodes: Set<String>
  /// The assets by their name below `assets/`.
  package let assets: [String: Asset]
  package let phrases: [Language.Tag: Phrasebook]
  /// The folder in the site that a phrase which is missing belongs in; nil without a theme.
  let phraseFolder: String?
  /// The theme's options, with the values that the site chose.
  package let options: [ThemeOption]
}

/// The phrases of a theme in one language.
package struct Phrasebook: Sendable {
  /// One phrase in its plural forms.
  package struct Phrase: Sendable {
    /// The form for exactly one, in languages that have one.
    package let one: PhraseText?
    /// The form for every other number, and for no number.
    package let other: PhraseText
    package let span: SourceSpan

    /// The names in its forms that a call fills in.
    var names: Set<String> { Set(other.names + (one?.names ?? [])) }
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
    let text = count == 1 ? phrase.one ?? phrase.other : phrase.other
    return text.filled(with: arguments)
  }
}

extension Phrasebook {
  /// A name in braces that these arguments leave as it is.
  func unfilled(_ key: String, count: Int?, by arguments: [String: String]) -> String? {
    guard let phrase = phrases[key] else { return nil }
    let text = count == 1 ? phrase.one ?? phrase.other : phrase.other
    return text.names.sorted().first { arguments[$0] == nil }
  }
}

/// The text of a phrase, split at its `{names}` when it is loaded.
package struct PhraseText: Sendable {
  private enum Piece {
    case text(Substring)
    /// A name in braces, and how it is written.
    case name(String, Substring)
  }

  /// The text as it stands in its file.
  let written: String
  private let pieces: [Piece]

  /// Splits a text.
  package init(_ text: String) {
    written = text
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(rest[..<open]))
      pieces.append(.name(String(rest[rest.index(after: open)..<close]), rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    self.pieces = pieces.isEmpty ? [] : pieces + [.text(rest)]
  }

  /// The names, each once for every time it stands there.
  var names: [String] {
    pieces.compactMap { piece in
      if case .name(let name, _) = piece { name } else { nil }
    }
  }

  /// The text with the names replaced; one that is not given stays as it is written.
  package func filled(with arguments: [String: String]) -> String {
    guard !pieces.isEmpty, !arguments.isEmpty else { return written }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .name(let name, let part):
        if let value = arguments[name] { text += value } else { text += part }
      }
    }
    return text
  }
}

/// The version of the contract between templates and this program.
package let themeContract = "1.0"
