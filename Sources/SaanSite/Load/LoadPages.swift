import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// Reads every Markdown file below `content/`, joins the translations, and sets aside the pages
/// that are not out today.
func loadPages(
  _ tree: SourceTree, settings: Settings, areas: AreaTable, words: FigureWords,
  options: BuildOptions
) async throws -> Outcome<(entries: [Entry], heldBack: [HeldBack])> {
  let paths = tree.paths(below: "content", ending: "md")
  let markdown = MarkdownOptions(settings)
  let files = paths.compactMap { tree.files[$0] }
  let loaded = try await concurrentMap(files, jobs: options.jobs) { file in
    loadFile(file, settings: settings, words: words, options: markdown)
  }
  var joiner = TranslationJoiner(settings: settings, areas: areas, options: options)
  var groups: [String: [LoadedFile]] = [:]
  for outcome in loaded {
    guard let file = outcome.value(reportingTo: &joiner.diagnostics) else { continue }
    groups[file.name.key, default: []].append(file)
  }
  for (key, files) in groups {
    guard let (base, tag) = hyphenatedLanguage(key, settings), groups[base] != nil else { continue }
    joiner.diagnostics.add(.hyphenatedLanguage(files[0].source, "\(base).\(tag.rawValue).md"))
  }
  let entries = groups.sorted { $0.key < $1.key }.compactMap { joiner.join($0.key, $0.value) }
  return Outcome((entries, joiner.heldBack), joiner.diagnostics)
}

/// The article and the language that `news/x-en` would be the translation of.
private func hyphenatedLanguage(
  _ key: String, _ settings: Settings
) -> (base: String, tag: Language.Tag)? {
  let tag = settings.languages.map(\.tag).first { key.hasSuffix("-\($0.rawValue)") }
  return tag.map { (String(key.dropLast($0.rawValue.utf8.count + 1)), $0) }
}

/// One content file, parsed.
struct LoadedFile: Sendable {
  let name: ContentName
  let source: SourceFile
  /// `nil` when the fields could not be read, which was reported.
  let front: FrontMatter?
  let body: PageText
}

private func loadFile(
  _ source: SourceFile, settings: Settings, words: FigureWords, options: MarkdownOptions
) -> Outcome<LoadedFile?> {
  let source = source.tidied(isArticle: true)
  var diagnostics = Diagnostics()
  guard let name = ContentName(source, settings: settings, reportingTo: &diagnostics) else {
    return Outcome(nil, diagnostics)
  }
  var writer = words.writer
  let (fields, range) = loadFrontMatter(source) {
    writer.node($0, in: name.language, among: [])
  }.value(reportingTo: &diagnostics)
  let language = settings.languages.first { $0.tag == name.language }
  let text = loadText(
    source, range, options.labelled(language?.words), depth: 0, reportingTo: &diagnostics)
  let body = text.mappingPlainTexts {
    writer.text($0, in: name.language, at: $1.place)
  }
  var front = fields
  front?.figureWords = writer.said
  diagnostics.merge(writer.diagnostics)
  return Outcome(LoadedFile(name: name, source: source, front: front, body: body), diagnostics)
}

/// Reads a text and, within bounds, the texts inside its block shortcodes.
private func loadText(
  _ source: SourceFile, _ range: Range<Int>, _ options: MarkdownOptions, depth: Int,
  reportingTo diagnostics: inout Diagnostics
) -> PageText {
  let document = parseMarkdown(source, range: range, options: options)
    .value(reportingTo: &diagnostics)
  let calls = document.shortcodes.map { shortcode in
    let call = parseCall(source, range: shortcode.call.range).value(reportingTo: &diagnostics)
    guard let range = shortcode.body else {
      return ShortcodeCall(shortcode: shortcode, call: call, body: [])
    }
    guard depth < 8 else {
      diagnostics.add(.nestedTooDeep(at: shortcode.span))
      return ShortcodeCall(shortcode: shortcode, call: call, body: [])
    }
    var inner = options
    inner.idPrefix = "\(options.idPrefix)\(shortcode.index + 1)-"
    let body = loadText(source, range, inner, depth: depth + 1, reportingTo: &diagnostics)
    return ShortcodeCall(shortcode: shortcode, call: call, body: [body])
  }
  return PageText(document: document, calls: calls)
}

extension MarkdownOptions {
  /// How the texts of a site are read.
  fileprivate init(_ settings: Settings) {
    self.init(rawHTML: settings.allowsRawHTML)
    tellsLeftovers = true
    joinsThaiLines = settings.joinsThaiLines
  }

  /// The options with the labels for assistive technology in the text's own language.
  fileprivate func labelled(_ words: LanguageWords?) -> MarkdownOptions {
    guard let words else { return self }
    var options = self
    options.tableLabel = words[.table]
    options.backLinkLabel = words[.backToText]
    options.values = words.valueInText
    return options
  }
}

/// What a content file's path says: `content/news/x.th.md`.
struct ContentName {
  let key: String
  let language: Language.Tag
  let isIndex: Bool

  /// Takes the path apart; a suffix that looks like a language but is none of the site's is
  /// reported.
  init?(_ source: SourceFile, settings: Settings, reportingTo diagnostics: inout Diagnostics) {
    var stem = source.path.dropFirst("content/".count).dropLast(".md".count)
    language: do {
      guard let dot = stem.lastIndex(of: "."), dot > stem.lastIndex(of: "/") ?? stem.startIndex
      else {
        language = settings.defaultLanguage.tag
        break language
      }
      let suffix = String(stem[stem.index(after: dot)...])
      if let known = settings.languages.first(where: { $0.tag.rawValue == suffix }) {
        language = known.tag
        stem = stem[..<dot]
      } else if Self.language(named: suffix, settings) != nil
        || (2...3).contains(suffix.count) && suffix.allSatisfy({ $0.isLowercase && $0.isASCII })
      {
        let meant = Self.language(named: suffix, settings).map {
          "\(stem[..<dot]).\($0.rawValue).md"
        }
        diagnostics.add(
          .unknownLanguageSuffix(suffix, in: source, among: settings.languages, meant: meant))
        return nil
      } else {
        language = settings.defaultLanguage.tag
      }
    }
    let isIndex = stem == "index" || stem.hasSuffix("/index")
    self.isIndex = isIndex
    key = isIndex ? String(stem.dropLast(stem == "index" ? 5 : 6)) : String(stem)
    for part in key.split(separator: "/") where !isSlug(String(part)) {
      let mark = part.lastIndex { $0 == "_" || $0 == " " }
      let suffix = mark.flatMap {
        Self.language(named: String(part[part.index(after: $0)...]), settings)
      }
      let meant = mark.flatMap { mark in suffix.map { "\(part[..<mark]).\($0.rawValue).md" } }
      diagnostics.add(.badFileName(String(part), in: source, meant: meant))
    }
  }

  /// The tag of the site's language that somebody wrote in capitals, as a word or with three
  /// letters.
  private static func language(named suffix: String, _ settings: Settings) -> Language.Tag? {
    let words = [
      "thai": "th", "tha": "th", "ไทย": "th", "english": "en", "eng": "en", "อังกฤษ": "en",
    ]
    let folded = suffix.lowercased()
    let tag = words[folded] ?? folded
    return settings.languages.map(\.tag).first { $0.rawValue == tag }
  }
}
