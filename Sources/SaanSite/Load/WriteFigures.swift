import SaanData
import SaanFiles
import SaanImages
import SaanModel
import SaanText

extension SiteData {
  /// The same with what figures say in the texts of its tables and notes.
  func writingFigures(
    _ words: FigureWords, _ settings: Settings, _ tree: SourceTree
  ) -> Outcome<SiteData> {
    var writer = words.writer
    let languages = settings.languages.map(\.tag)
    let notes = notes.sorted { $0.key < $1.key }.map { name, node in
      (name, writer.node(node, in: settings.defaultLanguage.tag, among: languages))
    }
    let described = writer.description(of: self.package, settings, tree)
    let package =
      (described ?? self.package).writingFigures { writer.text($0, in: $1, at: $2) } ?? described
    let data = SiteData(
      package: package ?? self.package,
      figures: package.map { loadStatistics($0, kept: keptTotals) } ?? figures,
      notes: Dictionary(notes) { first, _ in first }, releases: releases, keptTotals: keptTotals,
      stating: writer.stating, tables: tables)
    return Outcome(data, writer.diagnostics)
  }
}

extension Settings {
  /// The same with what figures say in the texts of `site.yaml`.
  func writingFigures(
    _ words: FigureWords, _ tree: SourceTree, baseURL: String?
  ) -> Outcome<Settings> {
    guard source.statesFigures, let root = readYAML(source).value else { return Outcome(self) }
    var writer = words.writer
    let node = writer.node(root, in: defaultLanguage.tag, among: languages.map(\.tag))
    // Whatever else is wrong with them was told when they were read first.
    var settings = readSettings(node, of: source, tree, baseURL: baseURL).value ?? self
    settings.stating = writer.stating
    return Outcome(settings, writer.diagnostics)
  }
}

extension Theme {
  /// The same with what figures say in its phrases and in what a site chose of its options.
  ///
  /// - Parameter settings: what `site.yaml` says, figures and all.
  func writingFigures(_ words: FigureWords, _ settings: Settings) -> Outcome<Theme> {
    var writer = words.writer
    var theme = self
    for (tag, book) in phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      theme.phrases[tag] = book.mapping { writer.phrase($0, in: tag) }
    }
    for (_, chosen) in settings.themeOptions {
      for index in options.indices where options[index].value.span == chosen.span {
        theme.options[index].value = chosen
      }
    }
    theme.stating = writer.stating
    return Outcome(theme, writer.diagnostics)
  }
}

extension FigureWriter {
  /// A package with what figures say in its description; `nil` where they say nothing in it.
  fileprivate mutating func description(
    of package: DataPackage, _ settings: Settings, _ tree: SourceTree
  ) -> DataPackage? {
    guard let root = package.descriptor.root, root.span.file.statesFigures else { return nil }
    let language = settings.defaultLanguage.tag
    let written = node(root, in: language, among: settings.languages.map(\.tag))
    let descriptor = package.descriptor.wording(written, defaultLanguage: language) { path in
      tree.files["content/data/" + path]
    }
    return package.described(by: descriptor)
  }

  /// A phrase with what its figures say.
  fileprivate mutating func phrase(
    _ phrase: Phrasebook.Phrase, in tag: Language.Tag
  ) -> Phrasebook.Phrase {
    let texts = [phrase.forms.one?.written, phrase.forms.other.written]
    guard texts.contains(where: { $0?.contains("{{") == true }) else { return phrase }
    let place = phrase.span.place
    let forms = PhraseForms(
      one: phrase.forms.one.map { text($0.written, in: tag, at: place) },
      other: text(phrase.forms.other.written, in: tag, at: place))
    return Phrasebook.Phrase(forms: forms, span: phrase.span)
  }
}

/// The files beside articles with what figures say in drawings, and with drawings as they may be
/// published.
func publishedDrawings(
  _ assets: [String: Asset], _ words: FigureWords, _ settings: Settings
) -> Outcome<(assets: [String: Asset], stating: [StatingText])> {
  var writer = words.writer
  var written = assets
  for (path, asset) in assets.sorted(by: { $0.key < $1.key })
  where path.lowercased().hasSuffix(".svg") {
    // A drawing that is written anew is held in memory.
    guard case .memory(let svg) = asset.bytes else { continue }
    let states = svg.withUnsafeBufferPointer { !figureCalls(in: $0).isEmpty }
    let drawing =
      states ? writer.drawing(svg, at: path, in: settings.defaultLanguage.tag) : svg
    let clean = CleanDrawing(drawing)
    if states || clean.isChanged { written[path] = asset.showing(clean.bytes) }
  }
  return Outcome((written, writer.stating), writer.diagnostics)
}

extension SourceFile {
  /// Whether anything in it looks like the call of a figure.
  var statesFigures: Bool { bytes.withUnsafeBufferPointer { !figureCalls(in: $0).isEmpty } }
}
