import SaanTemplate
import SaanText

extension Check {
  static let phrases = Check(
    name: "phrases", summary: "Every phrase is there in every language."
  ) { site, _ in checkPhrases(site.theme, site.settings.languages) }

  static let assets = Check(
    name: "assets", summary: "An asset that a template asks for is in the theme."
  ) { site, _ in checkAssets(site.theme) }

  static let additions = Check(
    name: "additions", summary: "A template in theme/ replaces one of the theme's, or is used."
  ) { site, plan in
    guard let named = site.theme.templates.namedTemplates else { return [] }
    let used = named.union(plan.jobs.compactMap(\.template))
    return site.theme.additions.sorted { $0.key < $1.key }.filter { name, _ in
      !name.hasPrefix("shortcodes/") && !used.contains(name)
    }.map { name, file in
      .unusedTemplate(
        name, file, among: site.theme.templateNames.filter { site.theme.additions[$0] == nil })
    }
  }
}

/// What is wrong with the phrases of a theme: each must be there in every language.
func checkPhrases(_ theme: Theme, _ languages: [Language]) -> [Diagnostic] {
  let books = theme.phrasebooks(languages)
  let known = Set(books.flatMap { $0.phrases.keys })
  let incomplete = known.sorted().compactMap { key -> Diagnostic? in
    let missing = books.filter { $0.phrases[key] == nil }.map(\.language.rawValue)
    guard !missing.isEmpty else { return nil }
    let span = books.compactMap { $0.phrases[key]?.span }.first
    return .missingPhrase(key, in: missing, at: span?.place, among: [])
  }
  let all = languages.map(\.tag.rawValue)
  let wanted =
    theme.requiredPhrases.map { (key: $0, place: Place?.none) }
    + theme.templates.literalCalls(of: "t").map { ($0.text, $0.span.place) }
  return incomplete
    + wanted.filter { !known.contains($0.key) }.map { key, place in
      .missingPhrase(
        key, in: all, at: place ?? .file(path: theme.phrasesPath(all[0])), among: known.sorted())
    }
}

/// Phrases that no template asks for; nothing can be said where some compute what they ask for.
func findUnusedPhrases(_ theme: Theme, _ languages: [Language]) -> [Diagnostic] {
  guard !theme.templates.hasComputedCalls(of: "t") else { return [] }
  let used = Set(theme.templates.literalCalls(of: "t").map(\.text) + theme.requiredPhrases)
  return theme.phrasebooks(languages).flatMap { book in
    book.phrases.sorted { $0.key < $1.key }.filter { !used.contains($0.key) }
      .map { .unaskedPhrase($0.key, at: $0.value.span) }
  }
}

/// Names of assets that templates write out and that are not there.
func checkAssets(_ theme: Theme) -> [Diagnostic] {
  theme.templates.literalCalls(of: "asset").filter { theme.assets[$0.text] == nil }.map {
    .unknownAsset($0.text, at: $0.span, among: theme.assets.keys)
  }
}

extension Theme {
  fileprivate func phrasebooks(_ languages: [Language]) -> [Phrasebook] {
    languages.map { phrases[$0.tag] ?? Phrasebook(language: $0.tag) }
  }
}

extension Theme {
  /// The phrases that the program itself shows, for titles, breadcrumbs, citations and feeds; those
  /// of figures and data only where the theme has templates for them.
  fileprivate var requiredPhrases: [String] {
    let templates = Set(templateNames)
    return ["home", "not_found_title", "provinces_title", "undated"]
      + Self.phrasesByTemplate.filter { templates.contains($0.template) }.flatMap(\.phrases)
  }

  private static let phrasesByTemplate: [(template: String, phrases: [String])] = [
    (
      "figure.html",
      [
        "figures_title", "figures_summary", "other_figures", "column_as_of", "as_of", "as_of_year",
        "as_of_published", "source",
      ]
    ),
    (
      "dataset.html",
      ["datasets_title", "datasets_summary", "data_version", "how_to_cite", "licence_title"]
    ),
    (
      "record.html",
      [
        "register_in_area", "register_area_summary", "record_summary", "register_elsewhere",
        "yes", "no",
      ]
    ),
    (
      "changes.html",
      ["changes_title", "changes_summary", "value_changed", "value_added", "value_removed"]
    ),
  ]
}

extension Theme {
  /// The file of the site that a phrase of its own belongs in.
  fileprivate func phrasesPath(_ language: String) -> String { "theme/phrases/\(language).yaml" }
}
