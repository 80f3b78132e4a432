import SaanData
import SaanTemplate
import SaanText

/// A theme with the themes it extends and the site's own `theme/` folder laid over it.
package struct Theme: Sendable {
  package let name: String
  package let templates: TemplateSet
  package let templateNames: [String]
  /// The site's own templates that replace none of the theme's.
  package let additions: [String: SourceFile]
  /// Whether a theme that it is made of is not there.
  package let isBroken: Bool
  /// The templates and shortcodes that the site itself has, its theme's and its own.
  package let written: [SourceFile]
  /// The names of the shortcodes that content may call.
  package let shortcodes: Set<String>
  /// The assets by their name below `assets/`.
  package private(set) var assets: [String: Asset]
  package var phrases: [Language.Tag: Phrasebook]
  /// The fonts of the pictures that other sites show, by name.
  package var fonts: [Asset] = []
  /// The phrases in which figures stand.
  package var stating: [StatingText] = []
  /// The folder in the site that a phrase which is missing belongs in; nil without a theme.
  package let phraseFolder: String?
  /// The theme's options, with the values that the site chose.
  package var options: [ThemeOption]

  /// The same with other versions of files that it has.
  func replacing(_ files: [Asset]) -> Theme {
    var theme = self
    for file in files {
      for (name, asset) in assets where asset.path == file.path { theme.assets[name] = file }
    }
    return theme
  }

  /// At what widths pictures stand in its texts, and in what its shortcodes make of texts, as
  /// `sizes` of HTML says it.
  package var pictureSizes: [String: String] = [:]

  /// At what widths pictures stand in a text.
  ///
  /// - Parameter shortcode: the name of the one that the text is inside of.
  package func pictureSizes(in shortcode: String?) -> String {
    shortcode.flatMap { pictureSizes[$0] } ?? pictureSizes["text"] ?? "100vw"
  }

  /// Joins what was read and compiled of the layers of a theme.
  package init(
    name: String, templates: TemplateSet, templateNames: [String], additions: [String: SourceFile],
    isBroken: Bool, written: [SourceFile], shortcodes: Set<String>, assets: [String: Asset],
    phrases: [Language.Tag: Phrasebook], phraseFolder: String?, options: [ThemeOption]
  ) {
    self.name = name
    self.templates = templates
    self.templateNames = templateNames
    self.additions = additions
    self.isBroken = isBroken
    self.written = written
    self.shortcodes = shortcodes
    self.assets = assets
    self.phrases = phrases
    self.phraseFolder = phraseFolder
    self.options = options
  }
}

/// The phrases of a theme in one language.
package struct Phrasebook: Sendable {
  /// One phrase and where it stands.
  package struct Phrase: Sendable {
    package let forms: PhraseForms
    package let span: SourceSpan

    /// Takes a phrase that was read.
    package init(forms: PhraseForms, span: SourceSpan) {
      (self.forms, self.span) = (forms, span)
    }
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

  /// The book with another phrase for each.
  package func mapping(_ other: (Phrase) -> Phrase) -> Phrasebook {
    Phrasebook(language: language, phrases: phrases.mapValues(other))
  }

  /// The phrase's text with `{count}` and the other `{names}` filled in; `nil` for an unknown key.
  ///
  /// - Parameter values: how values stand among the words of its language.
  package func text(
    _ key: String, count: Int?, arguments: [String: String], values: ValueInText?
  ) -> String? {
    phrases[key]?.forms.text(for: count).filled(with: arguments, values: values)
  }
}

extension Phrasebook {
  /// A name in braces that these arguments leave as it is.
  package func unfilled(_ key: String, count: Int?, by arguments: [String: String]) -> String? {
    phrases[key]?.forms.text(for: count).names.sorted().first { arguments[$0] == nil }
  }
}

/// The version of the contract between templates and this program.
package let themeContract = "1.0"
