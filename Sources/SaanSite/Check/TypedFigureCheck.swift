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
    site.typed(TypedFigures(site.figures)).map { site.mistake($0) }
  }
}

/// A number of a figure that somebody typed.
struct TypedNumber {
  let number: String
  let known: TypedFigures.Known
  let place: Place
  /// Whether it stands in what a shortcode is called with, where no other call can be written.
  var isInCall = false
  /// The line or the cell that it stands in.
  let text: String
}

extension Site {
  /// The numbers of figures that are typed into articles, sentences of tables, settings, phrases
  /// and drawings.
  func typed(_ figures: TypedFigures) -> [TypedNumber] {
    let search = TypedFigureSearch(typed: figures)
    var found = allPages.flatMap { search.numbers(inArticle: $0.page) }
    found += self.figures.package.tables.flatMap(search.numbers(inTable:))
    found += writtenTexts.flatMap { search.numbers(inSettings: $0) }
    found += descriptors.flatMap {
      search.numbers(inSettings: $0, under: ["title", "description"])
    }
    return found + drawings.flatMap(search.numbers(inDrawing:))
  }

  fileprivate func mistake(_ typed: TypedNumber) -> Diagnostic {
    let known = typed.known
    return .typedFigure(
      typed.number, indicator: figures.indicators[known.indicator].id,
      area: figures.areas.all[known.area].code,
      source: known.source.map { figures.sources[$0].id },
      form: typed.isInCall ? .inCall : known.canBeStated ? .stated : .unsaid, at: typed.place)
  }
}

/// Looks for values typed into the texts of a site.
private struct TypedFigureSearch {
  let typed: TypedFigures

  func numbers(inArticle page: Page) -> [TypedNumber] {
    let addresses = page.body.links.compactMap(\.rangeOfAddress)
    return numbers(in: page.source) { range in
      !addresses.contains { $0.contains(range.lowerBound) }
    }
  }

  func numbers(inTable table: Table) -> [TypedNumber] {
    typed.find(in: table).map {
      TypedNumber(number: $0.number, known: $0.known, place: $0.place, text: $0.text)
    }
  }

  /// - Parameter keys: those whose texts readers see; all without them.
  func numbers(inSettings file: SourceFile, under keys: Set<String>? = nil) -> [TypedNumber] {
    let found = numbers(in: file) { _ in true }
    // Remarks are no texts, and a number alone is a setting.
    let all = found.isEmpty ? nil : readYAML(file).value
    let texts = keys.map { all?.texts(under: $0) ?? [] } ?? all?.texts ?? []
    return found.filter { number in
      guard case .span(let span) = number.place else { return false }
      return texts.contains { $0.contains(span.range.lowerBound) }
    }
  }

  func numbers(inDrawing drawing: Asset) -> [TypedNumber] {
    guard let svg = drawing.typed ?? (try? drawing.read()) else { return [] }
    return numbers(in: SourceFile(path: drawing.path, bytes: svg)) {
      svg.isText(at: $0.lowerBound)
    }
  }

  private func numbers(
    in file: SourceFile, where isWanted: (Range<Int>) -> Bool
  ) -> [TypedNumber] {
    let found = file.bytes.withUnsafeBufferPointer { typed.find(in: $0) }
    return found.filter { isWanted($0.range) }.map { range, known, isInCall in
      let span = file.span(range)
      return TypedNumber(
        number: span.text, known: known, place: span.place, isInCall: isInCall,
        text: file.text(in: span.lineRange))
    }
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

  /// The descriptions of the tables.
  fileprivate var descriptors: [SourceFile] {
    figures.package.descriptor.resources.lazy.compactMap(\.span?.file)
      .first { $0.path.hasSuffix(".yaml") }.map { [$0] } ?? []
  }

  /// The drawings beside articles that are published.
  fileprivate var drawings: [Asset] {
    assetUse.used.filter { $0.hasSuffix(".svg") }.sorted().compactMap { assets[$0] }
  }
}

extension YAMLNode {
  /// Where the texts in it stand that are more than a number as settings have it.
  fileprivate var texts: [Range<Int>] {
    switch content {
    case .scalar(let text, _):
      text.contains { $0.isLetter || $0 == "," || $0.isNumber && !$0.isASCII } ? [span.range] : []
    case .sequence(let elements): elements.flatMap(\.texts)
    case .mapping(let pairs): pairs.flatMap(\.value.texts)
    }
  }

  /// The same of what stands under some keys alone, at any depth.
  fileprivate func texts(under keys: Set<String>) -> [Range<Int>] {
    switch content {
    case .scalar: []
    case .sequence(let elements): elements.flatMap { $0.texts(under: keys) }
    case .mapping(let pairs):
      pairs.flatMap { key, value in
        key.text.map(keys.contains) == true ? value.texts : value.texts(under: keys)
      }
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
