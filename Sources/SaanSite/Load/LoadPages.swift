import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// What articles are read by, beside their files.
struct ReadingGrounds: Sendable {
  let settings: Settings
  let areas: AreaTable
  let words: FigureWords
  /// The rows of events and proposals, by the keys of the articles that are their texts.
  let rows: [String: ArticleRow]
}

/// The articles of a site, with the files that they were joined from.
struct LoadedPages: Sendable {
  let entries: [Entry]
  let heldBack: [HeldBack]
  let diagnostics: Diagnostics
  /// What was read of each file, by its path.
  fileprivate let files: [String: ReadFile]
  /// What the files with one key have become.
  fileprivate let groups: [String: JoinedFiles]
}

/// The articles of an earlier load, by the same settings.
struct KeptPages {
  fileprivate let pages: LoadedPages
  /// Whether figures say what they said, and areas are what they were, for sure.
  fileprivate let knowsFigures: Bool

  init(_ pages: LoadedPages, knowsFigures: Bool) {
    (self.pages, self.knowsFigures) = (pages, knowsFigures)
  }

  /// What was read of a file that is the same.
  ///
  /// - Parameter read: reads it again, where figures may say something else in it.
  fileprivate func file(_ source: SourceFile, read: () -> ReadFile) -> ReadFile? {
    guard let known = pages.files[source.path], known.source == source else { return nil }
    if knowsFigures || !known.statesFigures { return known }
    let file = read()
    return file.isSound && known.isSound
      && file.outcome.value?.front?.figureWords == known.outcome.value?.front?.figureWords
      ? known : file
  }

  /// What was joined of files that are all the same.
  fileprivate func group(
    _ key: String, _ files: [ReadFile], _ grounds: ReadingGrounds
  ) -> JoinedFiles? {
    guard let known = pages.groups[key], known.files.count == files.count,
      grounds.rows[key].map({ row in known.row.map(row.isSame) ?? false }) ?? (known.row == nil),
      zip(known.files, files).allSatisfy({ $0 === $1 }),
      knowsFigures
        || known.areas.allSatisfy({ grounds.areas[$0.name]?.code == $0.code })
    else { return nil }
    return known
  }
}

/// A file as it was read; a class, because thousands are handed from load to load.
private final class ReadFile: Sendable {
  let source: SourceFile
  let outcome: Outcome<LoadedFile?>
  /// Whether its text depends on what figures say.
  let statesFigures: Bool
  /// Whether it could be read and nothing was found in it.
  var isSound: Bool { outcome.value?.front != nil && outcome.diagnostics.isEmpty }

  init(source: SourceFile, outcome: Outcome<LoadedFile?>, statesFigures: Bool) {
    (self.source, self.outcome, self.statesFigures) = (source, outcome, statesFigures)
  }
}

/// What the files of one article have become; a class for the same reason.
private final class JoinedFiles: Sendable {
  let files: [ReadFile]
  let entry: Entry?
  let heldBack: [HeldBack]
  let diagnostics: Diagnostics
  /// The areas that the files name, with the codes of those that were known.
  let areas: [(name: String, code: String?)]
  /// The row whose text it is.
  let row: ArticleRow?

  init(
    files: [ReadFile], entry: Entry?, heldBack: [HeldBack], diagnostics: Diagnostics,
    areas: [(name: String, code: String?)], row: ArticleRow?
  ) {
    (self.files, self.entry) = (files, entry)
    (self.heldBack, self.diagnostics) = (heldBack, diagnostics)
    (self.areas, self.row) = (areas, row)
  }
}

/// Reads every Markdown file below `content/`, joins the translations, and sets aside the pages
/// that are not out today.
///
/// - Parameter former: what was read before; files that are the same are not read again.
func loadPages(
  _ tree: SourceTree, _ grounds: ReadingGrounds, _ options: BuildOptions, after former: KeptPages?
) async throws -> LoadedPages {
  let settings = grounds.settings
  let markdown = MarkdownOptions(settings)
  let sources = tree.paths(below: "content", ending: "md").compactMap { tree.files[$0] }
  let loaded = try await concurrentMap(sources, jobs: options.jobs) { source in
    func read() -> ReadFile {
      loadFile(source, settings: settings, words: grounds.words, options: markdown)
    }
    return former?.file(source, read: read) ?? read()
  }
  var diagnostics = Diagnostics()
  var groups: [String: [ReadFile]] = [:]
  for file in loaded {
    guard let name = file.outcome.value(reportingTo: &diagnostics)?.name else { continue }
    groups[name.key, default: []].append(file)
  }
  for (key, files) in groups {
    guard let (base, tag) = hyphenatedLanguage(key, settings), groups[base] != nil else { continue }
    let source = files[0].outcome.value?.source ?? files[0].source
    diagnostics.add(.hyphenatedLanguage(source, "\(base).\(tag.rawValue).md"))
  }
  for (key, row) in grounds.rows where row.isEvent && groups[key] == nil { groups[key] = [] }
  let joined = groups.sorted { $0.key < $1.key }.map { key, files in
    let known = former?.group(key, files, grounds)
    return (key: key, files: known ?? join(key, files, grounds, options))
  }
  for group in joined { diagnostics.merge(group.files.diagnostics) }
  return LoadedPages(
    entries: joined.compactMap(\.files.entry), heldBack: joined.flatMap(\.files.heldBack),
    diagnostics: diagnostics,
    files: Dictionary(loaded.map { ($0.source.path, $0) }) { first, _ in first },
    groups: Dictionary(uniqueKeysWithValues: joined.map { ($0.key, $0.files) }))
}

/// The article of the files with one key.
private func join(
  _ key: String, _ files: [ReadFile], _ grounds: ReadingGrounds, _ options: BuildOptions
) -> JoinedFiles {
  var joiner = TranslationJoiner(
    settings: grounds.settings, areas: grounds.areas, options: options)
  let row = grounds.rows[key]
  let read = files.compactMap(\.outcome.value)
  let entry = joiner.join(key, read, row)
  return JoinedFiles(
    files: files, entry: entry, heldBack: joiner.heldBack,
    diagnostics: joiner.diagnostics,
    areas: (read.map(\.front) + [row?.fronts.first?.front]).flatMap { $0?.areas ?? [] }.map {
      ($0.value, grounds.areas[$0.value]?.code)
    }, row: row)
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
  var front: FrontMatter?
  let body: PageText
  /// The row of a table that stands for a file.
  var row: ArticleRow?

  /// Where a field stands, or its value.
  func place(of keys: [String]) -> Place {
    guard let row else { return placeOfField(keys, in: source) }
    return row.row.place(keys[keys.count - 1])
  }
}

private func loadFile(
  _ file: SourceFile, settings: Settings, words: FigureWords, options: MarkdownOptions
) -> ReadFile {
  let source = file.tidied(isArticle: true)
  var diagnostics = Diagnostics()
  guard let name = ContentName(source, settings: settings, reportingTo: &diagnostics) else {
    return ReadFile(source: file, outcome: Outcome(nil, diagnostics), statesFigures: false)
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
  front?.stating = writer.stating
  diagnostics.merge(writer.diagnostics)
  return ReadFile(
    source: file,
    outcome: Outcome(
      LoadedFile(name: name, source: source, front: front, body: body), diagnostics),
    statesFigures: !writer.stating.isEmpty || !writer.diagnostics.isEmpty)
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

  /// Names an article that no file says anything of.
  init(key: String, language: Language.Tag) {
    (self.key, self.language, isIndex) = (key, language, false)
  }

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
