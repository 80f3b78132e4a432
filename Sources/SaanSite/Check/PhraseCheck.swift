import SaanText

extension Check {
  static let phrases = Check(
    name: "phrases", summary: "Every phrase is there in every language."
  ) { site, _ in
    let books = site.settings.languages.map { language in
      site.theme.phrases[language.tag] ?? Phrasebook(language: language.tag)
    }
    let known = Set(books.flatMap { $0.phrases.keys })
    let incomplete = known.sorted().compactMap { key -> Diagnostic? in
      let missing = books.filter { $0.phrases[key] == nil }.map(\.language.rawValue)
      guard !missing.isEmpty else { return nil }
      let span = books.compactMap { $0.phrases[key]?.span }.first
      return .missingPhrase(key, in: missing, at: span?.place, among: [])
    }
    let all = site.settings.languages.map(\.tag.rawValue)
    let wanted = requiredPhrases.filter { !known.contains($0) }.map { key in
      Diagnostic.missingPhrase(key, in: all, at: nil, among: known.sorted())
    }
    return incomplete + wanted
  }
}

/// The phrases that the program itself shows, for titles and breadcrumbs.
let requiredPhrases = ["home", "not_found_title", "provinces_title", "undated"]
