import SaanData
import SaanText

/// Tells of markup in the fields of the front matter that are shown as they are typed.
func leftoversInFields(_ front: YAMLNode) -> Diagnostics {
  var diagnostics = Diagnostics()
  for (key, value) in front.pairs ?? [] {
    switch key.scalar {
    case "title", "summary", "author": tellLeftovers(in: value, &diagnostics)
    case "image":
      for (key, value) in value.pairs ?? [] where !["src", "focus"].contains(key.scalar) {
        tellLeftovers(in: value, &diagnostics)
      }
    default: break
    }
  }
  return diagnostics
}

/// Tells of markup in the texts of `site.yaml` and of `datapackage.yaml`, which are shown as they
/// are typed, but for `{{ figure() }}`.
///
/// - Parameter root: the whole file; its texts are found by their keys, however deep.
func leftoversInTexts(_ root: YAMLNode) -> Diagnostics {
  var diagnostics = Diagnostics()
  for (key, value) in root.pairs ?? [] {
    switch key.scalar {
    case "title", "description", "notice", "unit", "keywords", "maintainer", "summary":
      tellAllLeftovers(in: value, statesFigures: true, &diagnostics)
    case "terms":
      for (_, term) in value.pairs ?? [] {
        tellAllLeftovers(in: term, statesFigures: true, &diagnostics)
      }
    case "theme_options", "constraints", "privacy", "rules", "static": break
    default: diagnostics.merge(leftoversInTexts(value))
    }
  }
  for element in root.elements ?? [] {
    diagnostics.merge(leftoversInTexts(element))
  }
  return diagnostics
}

/// Tells of markup in every phrase of a theme, or in every word of the program's.
///
/// - Parameter statesFigures: whether `{{ figure() }}` may stand in them.
func leftoversInPhrases(_ root: YAMLNode, statesFigures: Bool) -> Diagnostics {
  var diagnostics = Diagnostics()
  for (_, value) in root.pairs ?? [] {
    tellAllLeftovers(in: value, statesFigures: statesFigures, &diagnostics)
  }
  return diagnostics
}

/// A text, a list of texts, or a text for each language or number.
private func tellAllLeftovers(
  in node: YAMLNode, statesFigures: Bool, _ diagnostics: inout Diagnostics
) {
  tellLeftovers(in: node, statesFigures: statesFigures, &diagnostics)
  for value in (node.pairs ?? []).map(\.value) + (node.elements ?? []) {
    tellAllLeftovers(in: value, statesFigures: statesFigures, &diagnostics)
  }
}

private func tellLeftovers(
  in node: YAMLNode, statesFigures: Bool = true, _ diagnostics: inout Diagnostics
) {
  guard var text = node.text else { return }
  text.withUTF8 { utf8 in
    if !statesFigures, !figureCalls(in: utf8).isEmpty {
      diagnostics.add(.leftover(.shortcode, "{{", in: .field, at: node.place))
    }
    for leftover in leftovers(in: utf8, context: .field) {
      let words = String(decoding: utf8[leftover.range].prefix(60), as: UTF8.self)
      diagnostics.add(.leftover(leftover.kind, words, in: .field, at: node.place))
    }
  }
}

/// Tells of texts in languages that the site does not have, which nobody would read.
func strangeLanguages(in root: YAMLNode, _ languages: [Language]) -> Diagnostics {
  var diagnostics = Diagnostics()
  let known = languages.map(\.tag.rawValue)
  for (key, value) in root.pairs ?? [] {
    switch key.scalar {
    case "title", "description", "notice", "unit":
      for (tag, text) in value.pairs ?? [] where text.text != nil {
        guard let name = tag.text, !known.contains(name) else { continue }
        diagnostics.add(.strangeLanguage(Located(name, at: tag.span), among: languages))
      }
    case "theme_options", "constraints", "languages": break
    default: diagnostics.merge(strangeLanguages(in: value, languages))
    }
  }
  for element in root.elements ?? [] {
    diagnostics.merge(strangeLanguages(in: element, languages))
  }
  return diagnostics
}
