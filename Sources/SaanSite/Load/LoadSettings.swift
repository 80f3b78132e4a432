import SaanData
import SaanModel
import SaanText

/// Reads `site.yaml`; `nil` when nothing can go on without it.
///
/// - Parameter baseURL: replaces the file's `base_url`, as `--base-url` does.
package func loadSettings(_ tree: SourceTree, baseURL: String? = nil) -> Outcome<Settings?> {
  guard let file = tree.files["site.yaml"] else {
    let isUnreadable = tree.diagnostics.all.contains {
      $0.place?.path == "site.yaml" && $0.severity == .error
    }
    return Outcome(nil, isUnreadable ? Diagnostics() : Diagnostics([.emptySite]))
  }
  var diagnostics = Diagnostics()
  guard let root = readYAML(file).value(reportingTo: &diagnostics) else {
    if diagnostics.isEmpty { diagnostics.add(.missingSetting("title", in: file.start)) }
    return Outcome(nil, diagnostics)
  }
  diagnostics.merge(leftoversInTexts(root))
  let settings = readSettings(root, of: file, tree, baseURL: baseURL)
    .value(reportingTo: &diagnostics)
  return Outcome(settings, diagnostics)
}

/// Reads what `site.yaml` says.
func readSettings(
  _ root: YAMLNode, of file: SourceFile, _ tree: SourceTree, baseURL: String?
) -> Outcome<Settings?> {
  var diagnostics = Diagnostics()
  var reader = MappingReader(root, subject: Wording(en: "site.yaml", th: "site.yaml "))
  var settings = readSettings(&reader, file: file, baseURL: baseURL)
  diagnostics.merge(reader.finish())
  if let languages = settings?.languages {
    diagnostics.merge(strangeLanguages(in: root, languages))
    settings?.languages = loadWords(tree, languages).value(reportingTo: &diagnostics)
    settings?.wordFiles = tree.paths(below: "theme/words", ending: "yaml").compactMap {
      tree.files[$0]
    }
  }
  return Outcome(settings, diagnostics)
}

private func readSettings(
  _ reader: inout MappingReader, file: SourceFile, baseURL: String?
) -> Settings? {
  let title = reader.localized("title")
  if title == nil { reader.add(.missingSetting("title", in: file.start)) }
  if title != nil, let node = reader.node("title"), node.isBlank {
    reader.add(.missingSetting("title", in: node.span))
  }
  let base = readBaseURL(&reader, replacement: baseURL)
  let languages = readLanguages(&reader)
  let markdown = reader.node("markdown").map { node in
    var markdown = MappingReader(node, subject: Wording(en: "markdown", th: "markdown "))
    let rawHTML = markdown.bool("raw_html") ?? false
    let joinsThaiLines = markdown.bool("join_thai_lines") ?? false
    reader.merge(markdown.finish())
    return (rawHTML, joinsThaiLines)
  }
  var settings = Settings(
    title: title ?? Localized(""), description: reader.localized("description") ?? Localized(""),
    baseURL: base, languages: languages,
    theme: reader.located("theme"), themeOptions: reader.pairs("theme_options"),
    menus: readMenus(&reader), taxonomies: readTaxonomies(&reader),
    collections: [], allowsRawHTML: markdown?.0 ?? false, source: file)
  (settings.collections, settings.registers) = readCollections(&reader)
  settings.joinsThaiLines = markdown?.1 ?? false
  settings.notice = reader.localized("notice")
  settings.licence = readLicence(&reader)
  readOldAddresses(&reader, into: &settings)
  settings.openData = readOpenData(&reader)
  settings.budgets = readBudgets(&reader)
  settings.pictures = readPictures(&reader)
  settings.gazetteer = readGazetteerSettings(&reader)
  settings.rules = readRules(&reader)
  settings.staticGlobs = readStatic(&reader)
  settings.allowance = readPrivacy(&reader)
  return settings
}

/// The rules as `code: warning`, or as `code: {severity: off, reason: …}`.
private func readRules(_ reader: inout MappingReader) -> [RuleSetting] {
  reader.pairs("rules").compactMap { code, node in
    guard RuleSetting.codes.contains(code.value) else {
      let kind = Wording(en: "rule", th: "กฎ")
      reader.add(.unknownName("unknown-rule", kind, code, among: RuleSetting.codes))
      return nil
    }
    var reason: String?
    var word = node.text
    if node.pairs != nil {
      var part = MappingReader(node, subject: Wording(en: "a rule", th: "กฎ"))
      reason = part.text("reason").flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      word = part.text("severity")
      reader.merge(part.finish())
    }
    guard let weight = word.flatMap(RuleSetting.Weight.init) else {
      reader.add(.badRule(code.value, at: node.span.place))
      return nil
    }
    if weight.needsReason, reason == nil {
      reader.add(.ruleWithoutReason(code.value, at: node.span.place))
    }
    return RuleSetting(code: code, weight: weight, reason: reason)
  }
}

private func readOpenData(_ reader: inout MappingReader) -> OpenDataSettings {
  var settings = OpenDataSettings()
  guard let node = reader.node("open_data") else { return settings }
  var part = MappingReader(node, subject: Wording(en: "open_data", th: "open_data "))
  settings.maintainer = part.localized("maintainer")
  settings.maintainerEmail = part.text("maintainer_email")
  settings.frequency = part.choice("update_frequency", of: OpenDataSettings.Frequency.self)
  if let tables = part.node("update_frequencies") {
    var table = MappingReader(tables, subject: Wording(en: "open_data", th: "open_data "))
    for name in (tables.pairs ?? []).compactMap(\.key.text) {
      settings.frequencies[name] = table.choice(name, of: OpenDataSettings.Frequency.self)
    }
    part.merge(table.finish())
  }
  reader.merge(part.finish())
  return settings
}

/// Where the site will be published; a site may leave it out until that is known.
private func readBaseURL(
  _ reader: inout MappingReader, replacement: String?
) -> BaseURL? {
  let written = reader.located("base_url")
  if let replacement, let url = BaseURL(replacement) { return url }
  guard let written else {
    reader.add(.noBaseURL(in: reader.span.file))
    return nil
  }
  do throws(BaseURL.Mistake) {
    return try BaseURL(reading: written.value)
  } catch {
    reader.add(.badBaseURL(written.value, error, at: written.span.place))
    return nil
  }
}

private func readMenus(_ reader: inout MappingReader) -> [Menu] {
  reader.pairs("menus").map { name, node in
    let entries = (node.elements ?? []).compactMap { element -> Menu.Item? in
      var part = MappingReader(element, subject: Wording(en: "a menu entry", th: "รายการเมนู"))
      let page = part.located("page")
      let url = part.located("url")
      let title = part.localized("title")
      reader.merge(part.finish())
      if let page, let url { reader.add(.twoTargets(page.value, at: url.span.place)) }
      if let page { return Menu.Item(target: .page(page), title: title) }
      if let url, title != nil { return Menu.Item(target: .url(url), title: title) }
      reader.add(.badMenuEntry(at: element.span.place))
      return nil
    }
    if node.elements == nil {
      let list = Wording(en: "a list", th: "รายการ")
      let subject = Wording(en: "a menu", th: "เมนู")
      reader.add(.wrongYAMLType(subject, expected: list, found: node))
    }
    return Menu(name: name, entries: entries)
  }
}

private func readTaxonomies(_ reader: inout MappingReader) -> [Taxonomy] {
  reader.pairs("taxonomies").map { name, node in
    var part = MappingReader(node, subject: Wording(en: "a taxonomy", th: "หมวดหมู่"))
    let title = part.localized("title") ?? Localized(name.value)
    let path = part.addressPath(part.located("path") ?? name)
    let terms = part.pairs("terms").compactMap {
      slug, value -> (slug: String, title: Localized<String>)? in
      guard isSlug(slug.value) else {
        reader.add(.badSlug(slug.value, at: slug.span.place))
        return nil
      }
      return Localized(yaml: value).map { (slug.value, $0) }
    }
    reader.merge(part.finish())
    return Taxonomy(name: name.value, path: path ?? standIn(name), title: title, terms: terms)
  }
}

/// The collections: folders of content and, where they name a table, registers.
private func readCollections(
  _ reader: inout MappingReader
) -> (collections: [Collection], registers: [RegisterSettings]) {
  var collections: [Collection] = []
  var registers: [RegisterSettings] = []
  for (name, node) in reader.pairs("collections") {
    var part = MappingReader(node, subject: Wording(en: "a collection", th: "คอลเลกชัน"))
    if let table = part.located("table") {
      registers.append(readRegister(name, table, &part))
    } else {
      collections.append(readCollection(name, &part))
    }
    reader.merge(part.finish())
  }
  return (collections, registers)
}

private func readCollection(_ name: Located<String>, _ part: inout MappingReader) -> Collection {
  let perPage = readPerPage(&part, default: 20)
  let sort = part.choice("sort", of: Collection.Sort.self) ?? .title
  return Collection(
    name: name.value, path: part.addressPath(part.located("path") ?? name) ?? standIn(name),
    title: part.localized("title") ?? Localized(name.value),
    description: part.localized("description"), template: part.located("template"),
    listTemplate: part.located("list_template"), sort: sort,
    order: part.choice("order", of: Collection.Order.self)
      ?? (sort == .date ? .descending : .ascending),
    group: part.choice("group", of: Collection.Grouping.self), perPage: perPage,
    hasFeed: part.bool("feed") ?? false, hasCards: part.bool("card") ?? false)
}

/// The path of what has a bad one, so that nothing else is said of it.
private func standIn(_ name: Located<String>) -> String { "part-\(name.span.range.lowerBound)" }

extension MappingReader {
  /// A text that is part of addresses, such as `about/reports`; one that cannot be is told.
  mutating func addressPath(_ path: Located<String>) -> String? {
    let parts = path.value.split(separator: "/", omittingEmptySubsequences: false)
    if parts.allSatisfy({ isSlug(String($0)) }) { return path.value }
    add(.badSlug(path.value, at: path.span.place))
    return nil
  }
}

private func readPerPage(_ part: inout MappingReader, default usual: Int) -> Int {
  part.integer("per_page", in: 1...100_000) ?? usual
}

private func readRegister(
  _ name: Located<String>, _ table: Located<String>, _ part: inout MappingReader
) -> RegisterSettings {
  RegisterSettings(
    name: name.value, table: table,
    path: part.addressPath(part.located("path") ?? name) ?? standIn(name),
    title: part.localized("title"),
    description: part.localized("description"), template: part.located("template"),
    listTemplate: part.located("list_template"),
    columns: part.node("columns").map { _ in part.texts("columns") },
    totals: part.node("totals").map { _ in part.texts("totals") },
    figures: part.texts("figures"), grouping: readGrouping(&part), sort: part.located("sort"),
    order: part.choice("order", of: Collection.Order.self) ?? .ascending,
    perPage: readPerPage(&part, default: 100))
}

/// The areas that have lists of their own: districts lie in provinces, which are always there.
private func readGrouping(_ part: inout MappingReader) -> RegisterSettings.Grouping? {
  var grouping: RegisterSettings.Grouping?
  for word in part.texts("group") {
    if let level = RegisterSettings.Grouping(rawValue: word.value) {
      if grouping != .district { grouping = level }
    } else {
      part.add(
        .unknownChoice("group", word, among: RegisterSettings.Grouping.allCases.map(\.rawValue)))
    }
  }
  return grouping
}

extension YAMLNode {
  /// Whether it is a text without a letter, or a text in some language is.
  fileprivate var isBlank: Bool {
    pairs?.contains { $0.value.isBlank } ?? text.map { $0.allSatisfy(\.isWhitespace) } ?? false
  }
}
