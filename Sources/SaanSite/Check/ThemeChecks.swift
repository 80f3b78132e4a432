import SaanData
import SaanFiles
import SaanImages
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let cards = Check(
    name: "cards", summary: "The theme's fonts have every letter of a share card."
  ) { site, plan in
    guard site.hasCards, !site.isPreview else { return [] }
    if site.lacksPainter, site.theme.templateNames.contains("card.svg") { return [.noCards] }
    let fonts = site.theme.fonts.compactMap { font in
      (try? font.read()).flatMap { FontCoverage($0) }
    }
    return plan.jobs.compactMap { job in job.subject.card.map { (job, $0) } }
      .flatMap { mistakes(in: $1, at: site.place(of: $0), fonts) }
  }
  static let phrases = Check(
    name: "phrases",
    summary: "Every phrase is there in every language, and is given what it shows."
  ) { site, _ in
    checkPhrases(site.theme, site.settings.languages)
      + checkPhraseArguments(site.theme, site.settings.languages)
  }

  static let assets = Check(
    name: "assets", summary: "An asset that a template asks for is in the theme."
  ) { site, _ in checkAssets(site.theme) }

  static let styles = Check(
    name: "styles", summary: "A style sheet is read to its end by browsers."
  ) { site, _ in
    let published = site.assets.values.filter { site.assetUse.used.contains($0.path) }
    let sheets = (Array(site.theme.assets.values) + published).filter { $0.path.hasSuffix(".css") }
    return sheets.sorted { $0.path < $1.path }.flatMap(mistakes)
  }

  static let shownMenus = Check(
    name: "shown menus", summary: "A template shows each menu of the settings."
  ) { site, _ in
    let templates = site.theme.templates
    let showing = site.theme.templateNames.filter { templates.reads("menus", in: $0) }
    return showing.isEmpty
      ? []
      : site.settings.menus.map(\.name).filter { menu in
        !showing.contains { templates.reads(menu.value, in: $0) }
      }.map { .unshownMenu($0) }
  }

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

/// What is wrong with a style sheet; one that cannot be read is told where it is published.
private func mistakes(inStyles sheet: Asset) -> [Diagnostic] {
  guard let bytes = sheet.typed ?? (try? sheet.read()) else { return [] }
  let found = bytes.withUnsafeBufferPointer { findStyleMistakes($0) }
  guard !found.isEmpty else { return [] }
  let file = SourceFile(path: sheet.path, bytes: bytes)
  return found.map { .brokenStyle($0.kind, at: file.span($0.range)) }
}

/// What is wrong with the phrases of a theme: each must be there in every language.
func checkPhrases(_ theme: Theme, _ languages: [Language]) -> [Diagnostic] {
  // A theme that is not there lacks everything, and that has been said.
  guard let folder = theme.phraseFolder else { return [] }
  func files(_ tags: [Language.Tag]) -> [String] { tags.map { "\(folder)/\($0.rawValue).yaml" } }
  let books = theme.phrasebooks(languages)
  let known = Set(books.flatMap { $0.phrases.keys })
  // A language that nobody has begun lacks them all, which is one thing to say.
  let unbegun = known.isEmpty ? [] : books.filter(\.phrases.isEmpty).map(\.language)
  let absent = unbegun.map {
    Diagnostic.missingPhrases(known.sorted(), in: "\(folder)/\($0.rawValue).yaml")
  }
  let mistyped = mistypedPhrases(theme, books)
  let incomplete = known.sorted().compactMap { key -> Diagnostic? in
    if mistyped[key] != nil { return nil }
    let missing = books.filter { $0.phrases[key] == nil && !unbegun.contains($0.language) }
      .map(\.language)
    guard !missing.isEmpty else { return nil }
    let span = books.compactMap { $0.phrases[key]?.span }.first
    return .missingPhrase(key, in: files(missing), at: span?.place, among: [])
  }
  let differing = known.sorted().compactMap { key -> Diagnostic? in
    let phrases = books.compactMap { book in book.phrases[key].map { (book.language, $0) } }
    guard let (first, phrase) = phrases.first else { return nil }
    let other = phrases.first { Set($0.1.forms.other.names) != Set(phrase.forms.other.names) }
    return other.map { language, other in
      let names = Set(phrase.forms.other.names)
        .symmetricDifference(other.forms.other.names).sorted()
      return .phrasesDiffer(key, names, in: first, and: language, at: other.span.place)
    }
  }
  let all = files(languages.map(\.tag))
  let wanted =
    Phrase.required(by: theme.templateNames).map {
      (key: $0.rawValue, place: all.first.map { Place.file(path: $0) })
    } + theme.templates.literalCalls(of: "t").map { ($0.text, $0.span.place) }
  return absent + mistyped.values.sorted { $0.key < $1.key }.map(\.told) + incomplete + differing
    + wanted.filter { !known.contains($0.key) }.map { key, place in
      .missingPhrase(key, in: all, at: place, among: known.sorted())
    }
}

/// The phrases of the site's own `theme/phrases/` that are none of the theme's and that no template
/// asks for, but are spelt nearly as one.
private func mistypedPhrases(
  _ theme: Theme, _ books: [Phrasebook]
) -> [String: (key: String, told: Diagnostic)] {
  let asked = Set(
    theme.templates.literalCalls(of: "t").map(\.text)
      + Phrase.required(by: theme.templateNames).map(\.rawValue))
  var found: [String: (key: String, told: Diagnostic)] = [:]
  for (key, phrase) in books.flatMap(\.phrases) where found[key] == nil && !asked.contains(key) {
    guard phrase.span.file.path.hasPrefix("theme/"), let near = closestName(to: key, among: asked)
    else { continue }
    found[key] = (key, .mistypedPhrase(key, near: near, at: phrase.span))
  }
  return found
}

/// Phrases that no template asks for; nothing can be said where some compute what they ask for.
func findUnusedPhrases(_ theme: Theme, _ languages: [Language]) -> [Diagnostic] {
  guard !theme.templates.hasComputedCalls(of: "t") else { return [] }
  let used = Set(
    theme.templates.literalCalls(of: "t").map(\.text)
      + Phrase.required(by: theme.templateNames).map(\.rawValue))
  return theme.phrasebooks(languages).flatMap { book in
    book.phrases.sorted { $0.key < $1.key }.filter { !used.contains($0.key) }
      .map { .unaskedPhrase($0.key, at: $0.value.span) }
  }
}

/// Macros of the site's own templates that nothing calls: what they are given is not known, and so
/// mistakes in them can't be found.
func findUncalledMacros(_ theme: Theme, in tree: SourceTree) -> [Diagnostic] {
  theme.templates.uncalledMacros.filter { macro in
    tree.programThemes.map { !macro.span.file.path.hasPrefix($0) } ?? true
  }.map { .uncalledMacro($0.name, at: $0.span) }
}

/// Names of assets that templates write out and that are not there.
func checkAssets(_ theme: Theme) -> [Diagnostic] {
  theme.templates.literalCalls(of: "asset").filter { theme.assets[$0.text] == nil }.map {
    .unknownAsset($0.text, at: $0.span, among: theme.assets.keys)
  }
}

/// Calls of phrases that leave one of its `{names}` open, or give something that it never shows.
///
/// A name counts that the phrase has in any language: where they differ, the phrases are wrong.
func checkPhraseArguments(_ theme: Theme, _ languages: [Language]) -> [Diagnostic] {
  let books = theme.phrasebooks(languages)
  return theme.templates.literalCalls(of: "t").filter(\.isFixed).flatMap { call in
    let phrases = books.compactMap { $0.phrases[call.text] }
    guard !phrases.isEmpty else { return [Diagnostic]() }
    let names = phrases.reduce(into: Set<String>()) { $0.formUnion($1.forms.names) }
    let given = Set(call.named.map(\.name) + (call.others > 0 ? ["count"] : []))
    // A language without a plural has one form, whatever is counted.
    let surplus = call.named.filter { argument in
      !["key", "lang", "count"].contains(argument.name) && !names.contains(argument.name)
    }
    let missing = names.subtracting(given).sorted()
    return missing.map { .openPlaceholder($0, of: call.text, at: call.span) }
      + surplus.map { .surplusPlaceholder($0, of: call.text, among: names.sorted()) }
  }
}

extension Theme {
  fileprivate func phrasebooks(_ languages: [Language]) -> [Phrasebook] {
    languages.map { phrases[$0.tag] ?? Phrasebook(language: $0.tag) }
  }
}

/// What is wrong with a card: with its template, with its markup, or with a letter that would be an
/// empty box.
private func mistakes(
  in card: ShareCard, at place: Place, _ fonts: [FontCoverage]
) -> [Diagnostic] {
  guard card.mistakes.isEmpty else { return card.mistakes }
  if CleanDrawing(card.svg).isBroken { return [.brokenCard(card.page, at: place)] }
  var told = Set<Unicode.Scalar>()
  return DrawingTexts(card.svg).pieces.flatMap(\.text.unicodeScalars).compactMap { scalar in
    guard !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint,
      !fonts.contains(where: { $0.has(scalar) }), told.insert(scalar).inserted
    else { return nil }
    let front = card.entry?.page(for: card.language).front
    let title = front?.title.flatMap { $0.value.unicodeScalars.contains(scalar) ? $0.span : nil }
    return .missingGlyph(scalar, on: card.page, at: title?.place ?? place)
  }
}
