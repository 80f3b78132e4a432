import SaanData
import SaanMarkdown
import SaanModel
import SaanText

extension Check {
  static let typedFigures = Check(
    name: "typed figures",
    summary: """
      A number that is a value of an indicator is not typed into an article, a table's sentence, \
      a phrase, a drawing or `site.yaml`.
      """
  ) { site, _ in
    let search = TypedFigureSearch(site)
    var found = site.allPages.flatMap { search.mistakes(inArticle: $0.page) }
    found += site.figures.package.tables.flatMap(search.mistakes(inTable:))
    found += site.writtenTexts.flatMap(search.mistakes(inSettings:))
    return found + site.drawings.flatMap(search.mistakes(inDrawing:))
  }
}

/// Looks for values typed into the texts of a site.
private struct TypedFigureSearch {
  private let site: Site
  private let typed: TypedFigures

  init(_ site: Site) {
    self.site = site
    typed = TypedFigures(site.figures)
  }

  func mistakes(inArticle page: Page) -> [Diagnostic] {
    let addresses = page.body.links.compactMap(\.rangeOfAddress)
    return mistakes(in: page.source) { range in
      !addresses.contains { $0.contains(range.lowerBound) }
    }
  }

  func mistakes(inTable table: Table) -> [Diagnostic] {
    typed.find(in: table).map { mistake($0.number, $0.known, at: $0.place) }
  }

  func mistakes(inSettings file: SourceFile) -> [Diagnostic] {
    let found = mistakes(in: file) { _ in true }
    // Remarks are no texts, and a number alone is a setting.
    let texts = found.isEmpty ? [] : readYAML(file).value?.texts ?? []
    return found.filter { mistake in
      guard case .span(let span)? = mistake.place else { return false }
      return texts.contains { $0.contains(span.range.lowerBound) }
    }
  }

  func mistakes(inDrawing drawing: Asset) -> [Diagnostic] {
    guard let svg = drawing.typed ?? (try? drawing.read()) else { return [] }
    return mistakes(in: SourceFile(path: drawing.path, bytes: svg)) {
      svg.isText(at: $0.lowerBound)
    }
  }

  private func mistakes(
    in file: SourceFile, where isWanted: (Range<Int>) -> Bool
  ) -> [Diagnostic] {
    let found = file.bytes.withUnsafeBufferPointer { typed.find(in: $0) }
    return found.filter { isWanted($0.range) }.map { range, known in
      let span = file.span(range)
      return mistake(span.text, known, at: span.place)
    }
  }

  private func mistake(
    _ number: String, _ known: TypedFigures.Known, at place: Place
  ) -> Diagnostic {
    .typedFigure(
      number, indicator: site.figures.indicators[known.indicator].id,
      area: site.figures.areas.all[known.area].code,
      source: known.source.map { site.figures.sources[$0].id }, canBeStated: known.canBeStated,
      at: place)
  }
}

extension Site {
  /// The files of settings and phrases.
  fileprivate var writtenTexts: [SourceFile] {
    let phrases = theme.phrases.values.flatMap(\.phrases.values).map(\.span.file)
    let files = Dictionary(
      ([settings.source] + phrases).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return files.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The drawings beside articles that are published.
  fileprivate var drawings: [Asset] {
    assetUse.used.filter { $0.hasSuffix(".svg") }.sorted().compactMap { assets[$0] }
  }
}

extension YAMLNode {
  /// Where the texts in it stand that are more than a number.
  fileprivate var texts: [Range<Int>] {
    switch content {
    case .scalar(let text, _): text.contains(where: \.isLetter) ? [span.range] : []
    case .sequence(let elements): elements.flatMap(\.texts)
    case .mapping(let pairs): pairs.flatMap(\.value.texts)
    }
  }
}

extension [UInt8] {
  /// Whether a place in a drawing is text between tags, and not in one.
  fileprivate func isText(at index: Int) -> Bool {
    self[..<index].last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      == UInt8(ascii: ">")
  }
}

extension Link {
  /// The bytes of the address alone; `nil` where only the block around the link is known.
  fileprivate var rangeOfAddress: Range<Int>? {
    span.range.count <= destination.utf8.count + 2 ? span.range : nil
  }
}
