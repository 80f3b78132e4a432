import SaanData
import SaanMarkdown
import SaanTemplate
import SaanText

/// Reads every Markdown file below `content/` and joins the translations.
func loadPages(_ tree: SourceTree, settings: Settings, jobs: Int) async throws -> Outcome<[Entry]> {
  let paths = tree.paths(below: "content", ending: "md")
  let options = MarkdownOptions(settings)
  let loaded = try await concurrentMap(paths.compactMap { tree.files[$0] }, jobs: jobs) { file in
    loadFile(file, settings: settings, options: options)
  }
  var diagnostics = Diagnostics()
  var groups: [String: [LoadedFile]] = [:]
  for outcome in loaded {
    guard let file = outcome.value(reportingTo: &diagnostics) else { continue }
    groups[file.name.key, default: []].append(file)
  }
  let order = settings.languages.map(\.tag)
  let entries = groups.sorted { $0.key < $1.key }.compactMap { key, files in
    joinTranslations(key, files, order: order, reportingTo: &diagnostics)
  }
  return Outcome(entries, diagnostics)
}

private struct LoadedFile: Sendable {
  let name: ContentName
  let source: SourceFile
  /// `nil` when the fields could not be read, which was reported.
  let front: FrontMatter?
  let body: PageText
}

private func loadFile(
  _ source: SourceFile, settings: Settings, options: MarkdownOptions
) -> Outcome<LoadedFile?> {
  let source = source.tidied(isArticle: true)
  var diagnostics = Diagnostics()
  guard let name = ContentName(source, settings: settings, reportingTo: &diagnostics) else {
    return Outcome(nil, diagnostics)
  }
  let (front, range) = loadFrontMatter(source).value(reportingTo: &diagnostics)
  let body = loadText(
    source, range, options.labelled(in: name.language), depth: 0, reportingTo: &diagnostics)
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
  fileprivate func labelled(in language: Language.Tag) -> MarkdownOptions {
    var options = self
    options.tableLabel = language == .thai ? "ตาราง" : "Table"
    options.backLinkLabel = language == .thai ? "กลับไปที่เนื้อหา" : "Back to the text"
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
      } else if (2...3).contains(suffix.count), suffix.allSatisfy({ $0.isLowercase && $0.isASCII })
      {
        diagnostics.add(.unknownLanguageSuffix(suffix, in: source, among: settings.languages))
        return nil
      } else {
        language = settings.defaultLanguage.tag
      }
    }
    let isIndex = stem == "index" || stem.hasSuffix("/index")
    self.isIndex = isIndex
    key = isIndex ? String(stem.dropLast(stem == "index" ? 5 : 6)) : String(stem)
    for part in key.split(separator: "/") where !isSlug(String(part)) {
      diagnostics.add(.badFileName(String(part), in: source))
    }
  }
}

private func joinTranslations(
  _ key: String, _ files: [LoadedFile], order: [Language.Tag],
  reportingTo diagnostics: inout Diagnostics
) -> Entry? {
  var chosen: [LoadedFile] = []
  for tag in order {
    let same = files.filter { $0.name.language == tag }
    if let first = same.first { chosen.append(first) }
    for extra in same.dropFirst() {
      diagnostics.add(.twoFilesForOnePage(extra.source, same[0].source))
    }
  }
  guard let original = chosen.first else { return nil }
  let fields = original.front ?? FrontMatter()
  if original.front != nil, fields.title == nil {
    diagnostics.add(.missingTitle(in: original.source))
  }
  let pages = chosen.map { file in
    Page(
      language: file.name.language,
      titleLanguage: file.front?.title == nil ? original.name.language : file.name.language,
      source: file.source, front: (file.front ?? FrontMatter()).inheriting(from: fields),
      body: file.body)
  }
  return Entry(key: key, pages: pages, isIndex: original.name.isIndex)
}
