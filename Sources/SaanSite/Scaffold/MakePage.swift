import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanTemplate
import SaanText

/// Makes the files of a new page, one for each language of the site, as drafts.
///
/// - Parameters:
///   - name: the page's place below `content/`, such as `news/my-article`.
///   - tree: the site's folder, with its archetypes.
/// - Returns: the paths of the files below the site's folder, and of the archetypes that they begin
///   as; `nil` when nothing was made.
/// - Throws: when a file cannot be written.
package func makePage(
  _ name: String, in root: String, _ tree: SourceTree, settings: Settings, today: CalendarDate
) throws(DiskError) -> Outcome<(files: [String], archetypes: [String])?> {
  let (texts, found) = newPage(name, tree, settings: settings, today: today)
  guard !found.hasErrors else { return Outcome(nil, found) }
  for file in texts { try FileSystem.create("\(root)/\(file.path)", file.text) }
  return Outcome((texts.map(\.path), texts.compactMap(\.archetype)), found)
}

/// The files of a new page and what stands in their way.
package func newPage(
  _ name: String, _ tree: SourceTree, settings: Settings, today: CalendarDate
) -> (files: [(path: String, text: [UInt8], archetype: String?)], diagnostics: Diagnostics) {
  let key = pageKey(name, settings)
  if let mistake = mistakeInName(key, tree, settings) { return ([], Diagnostics([mistake])) }
  var diagnostics = Diagnostics()
  let archetypes = Archetypes(tree, settings)
  let files = settings.languages.map { language in
    let archetype = archetypes.file(for: key, language)
    let text = filled(archetype, title: words(of: key), today: today)
      .value(reportingTo: &diagnostics)
    return (
      path: "content/\(key).\(language.tag.rawValue).md", text: text,
      archetype: tree.files[archetype.path].map { _ in tree.shownPath(archetype.path) }
    )
  }
  let parts = key.split(separator: "/")
  // An archetype of the folder's own is for the pages of a collection.
  if parts.count > 1, settings.collection(containing: key) == nil,
    files.contains(where: { $0.archetype?.contains("archetypes/\(parts[0]).") == true })
  {
    let template = parts[0] == "events" ? "event.html" : nil
    diagnostics.add(.noCollection(String(parts[0]), template, in: settings.source))
  }
  return (files, diagnostics)
}

extension SourceTree {
  /// A path as people know it: the program's own themes below `themes/`.
  fileprivate func shownPath(_ path: String) -> String {
    guard let programThemes, path.hasPrefix(programThemes + "/") else { return path }
    return "themes" + path.dropFirst(programThemes.utf8.count)
  }
}

/// The name without what people write around it: `content/`, the language, `.md`.
private func pageKey(_ name: String, _ settings: Settings) -> String {
  var key = name[...]
  if key.hasPrefix("./") { key = key.dropFirst(2) }
  if key.hasPrefix("content/") { key = key.dropFirst("content/".count) }
  let endings = settings.languages.map { ".\($0.tag.rawValue).md" } + [".md", "/"]
  for ending in endings where key.hasSuffix(ending) { key = key.dropLast(ending.count) }
  return String(key)
}

private func mistakeInName(
  _ key: String, _ tree: SourceTree, _ settings: Settings
) -> Diagnostic? {
  let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
    return .pageOutside(key)
  }
  if let bad = parts.first(where: { !isSlug($0) }) {
    return .badPageName(bad, suggestion: parts.map { slug($0) ?? "page-1" }.joined(separator: "/"))
  }
  let files = (tree.files.keys.filter { $0.hasPrefix("content/") }).sorted()
  let place = key.hasSuffix("/index") ? String(key.dropLast("/index".count)) : key
  let stems = ["content/\(place).", "content/\(place)/index."]
  if let existing = files.first(where: { path in
    path.hasSuffix(".md") && stems.contains { path.hasPrefix($0) }
  }) {
    return .pageExists(existing)
  }
  let folders =
    Set(files.compactMap { $0.split(separator: "/").dropFirst().dropLast().first.map(String.init) })
    .union(settings.collections.compactMap { $0.path.split(separator: "/").first.map(String.init) })
  guard parts.count > 1, !folders.contains(parts[0]),
    let near = closestName(to: parts[0], among: folders)
  else { return nil }
  return .unknownFolder(parts[0], near: near)
}

/// `news/my-first-article` as a title to write over: `My first article`; of a folder's own page,
/// `news/my-first-article/index`, the same.
private func words(of key: String) -> String {
  let parts = key.split(separator: "/")
  let last = (parts.count > 1 && parts.last == "index" ? parts.dropLast() : parts).last ?? ""
  let words = last.split(separator: "-").joined(separator: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}

/// The archetype with the title and the date in it.
private func filled(
  _ archetype: SourceFile, title: String, today: CalendarDate
) -> Outcome<[UInt8]> {
  var diagnostics = Diagnostics()
  let known: [String: ValueType] = ["title": .string, "date": .string]
  let templates = TemplateEnvironment(
    sources: [TemplateSource("archetype.md", archetype)], variables: known, isClosed: true
  ).compile().value(reportingTo: &diagnostics)
  var output: [UInt8] = []
  guard !diagnostics.hasErrors else { return Outcome(output, diagnostics) }
  do {
    let found = try templates.render(
      "archetype.md", globals: templates.bind(TemplateGlobals()),
      variables: TemplateMap([("title", .string(title)), ("date", .string(today.iso))]),
      into: &output)
    for warning in found { diagnostics.add(warning) }
  } catch {
    diagnostics.add(error.diagnostic)
  }
  return Outcome(output, diagnostics)
}

/// The drafts that new pages begin as, by collection and language.
private struct Archetypes {
  private let tree: SourceTree
  private let settings: Settings
  /// The folders that may have one, the nearest first.
  private let folders: [String]

  init(_ tree: SourceTree, _ settings: Settings) {
    self.tree = tree
    self.settings = settings
    let chain = loadThemeFiles(tree, settings: settings).value.layers.reversed().map(\.folder)
    folders = [""] + chain.map { $0 + "/" }
  }

  /// The nearest file of the article's collection, then the nearest for all, then the program's.
  func file(for key: String, _ language: Language) -> SourceFile {
    let folder = key.contains("/") ? key.split(separator: "/").first.map(String.init) : nil
    let collection = settings.collection(containing: key)?.name ?? folder
    let tag = language.tag.rawValue
    for name in [collection, "default"].compactMap({ $0 }) {
      for file in ["\(name).\(tag).md", "\(name).md"] {
        for folder in folders {
          if let found = tree.files["\(folder)archetypes/\(file)"] { return found }
        }
      }
    }
    let isOriginal = language.tag == settings.defaultLanguage.tag
    return SourceFile(
      path: "archetypes/default.\(tag).md", text: ownArchetype(language, isOriginal: isOriginal))
  }
}

extension Diagnostic {
  fileprivate static func pageOutside(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-page-name",
      Wording(
        en: "'\(key)' is no place below content/", th: "'\(key)' ไม่ใช่ที่ภายใน content/"),
      hint: Wording(
        en: "write the folder and the name, such as news/my-first-article",
        th: "เขียนโฟลเดอร์และชื่อ เช่น news/my-first-article"))
  }

  fileprivate static func badPageName(_ name: String, suggestion: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-page-name",
      Wording(
        en: "'\(name)' cannot be part of an address: it takes a-z, 0-9 and hyphens",
        th: "'\(name)' ใช้เป็นส่วนหนึ่งของที่อยู่เว็บไม่ได้ ใช้ได้เฉพาะ a-z, 0-9 และขีด"),
      hint: Wording(
        en: "name it like \(suggestion); the title in the file may be in any language",
        th: "ตั้งชื่อแบบ \(suggestion) ส่วนชื่อเรื่องในไฟล์เขียนเป็นภาษาไทยได้"))
  }

  fileprivate static func pageExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "page-exists",
      Wording(en: "the page is there already", th: "มีหน้านี้อยู่แล้ว"), at: .file(path: path),
      hint: Wording(
        en: "edit that file, or choose another name", th: "แก้ไฟล์นั้น หรือเลือกชื่ออื่น"))
  }

  fileprivate static func unknownFolder(_ folder: String, near: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-folder",
      Wording(
        en: "there is no folder content/\(folder)", th: "ไม่มีโฟลเดอร์ content/\(folder)"),
      hint: Wording(
        en: "did you mean '\(near)'? for a new folder, make content/\(folder) first",
        th: "หมายถึง '\(near)' หรือไม่ ถ้าต้องการโฟลเดอร์ใหม่ ให้สร้าง content/\(folder) ก่อน"))
  }
}
