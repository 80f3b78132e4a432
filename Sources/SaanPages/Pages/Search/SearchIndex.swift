import SaanData
import SaanModel
import SaanText

/// What search knows of a site in one language, as the files that the script reads.
///
/// Every position in the names of all pages, and in their texts, has a number; a term is told with
/// the numbers where it stands. So phrases are found, and nothing that is none. Pages are numbered
/// in the order in which results tell them. What many pages have stands behind all of them once,
/// with the pages that have it: names, texts of rows, and the pieces of texts that are alike. Where
/// these stand in their pages is told apart, for only what goes beyond a piece asks for it.
struct SearchIndex: Sendable {
  let names: SearchTerms
  let bodies: SearchTerms
  /// What results show of pages, in blocks.
  let blocks: [SearchPart]
  /// How long the title and the names of each page are, the latter in steps, and behind them the
  /// names that many pages share; a title that many share has its length among these.
  let lengths: SearchPart
  /// The same of texts; those that many pages share are in the steps of names.
  let bodyLengths: SearchPart
  /// The pages that have each of what many share: names, behind a tab those whose title it is; then
  /// texts, then pieces.
  let shared: SearchBlocks
  /// How many of them are names, and how many are names and texts.
  let (sharedNames, sharedTexts): (Int, Int)
  /// Where the pieces stand, wherever they do.
  let places: SearchBlocks
  /// The pages of each province, topic and year.
  let facets: SearchPart
  /// The number of the first page of each kind.
  let kinds: [(kind: SearchKind, start: Int)]
  let count: Int
  let layout: SearchLayout

  /// How many positions the names and the text of a page are a multiple of.
  static let (nameStep, bodyStep) = (8, 128)

  init(_ jobs: [Job], _ layout: SearchLayout, _ reader: Reader) {
    let documents = jobs.compactMap { SearchDocument($0, reader) }.sorted {
      ($0.kind.rawValue, $0.order, $0.path) < ($1.kind.rawValue, $1.order, $1.path)
    }
    self.layout = layout
    count = documents.count
    let (names, bodies) = (NameTier(documents), BodyTier(documents))
    self.names = names.postings.terms(count: layout.names)
    self.bodies = bodies.postings.terms(count: layout.bodies)
    shared = SearchPart.blocks(of: names.pages + bodies.pages, count: layout.sharedBlocks)
    sharedNames = names.pages.count
    sharedTexts = names.pages.count + bodies.pages.count - bodies.places.count
    places = SearchPart.blocks(of: bodies.places, count: layout.placeBlocks)
    lengths = SearchPart(lines: [names.titles, names.lengths].map { $0.map(Number.init) })
    bodyLengths = SearchPart(lines: [bodies.lengths.map(Number.init)])
    blocks = stride(from: 0, to: documents.count, by: layout.block).map { start in
      SearchPart(documents[start..<min(documents.count, start + layout.block)])
    }
    kinds = SearchKind.allCases.compactMap { kind in
      documents.firstIndex { $0.kind == kind }.map { (kind, $0) }
    }
    facets = SearchPart(facetsOf: documents, reader)
  }
}

/// The names of pages, and behind them those that many have.
private struct NameTier {
  var postings = SearchPostings()
  var (titles, lengths) = ([Int](), [Int]())
  /// The pages of each shared name.
  var pages: [[UInt8]] = []

  init(_ documents: [SearchDocument]) {
    let all = NamesOfPages(documents)
    for document in documents {
      let own = all.own(document)
      titles.append(own.title)
      lengths.append(postings.add(own.tokens, step: SearchIndex.nameStep))
    }
    for shared in all.shared {
      titles.append(shared.titles.isEmpty ? 0 : shared.tokens.end)
      lengths.append(postings.add(shared.tokens, step: SearchIndex.nameStep))
      var line = [UInt8](line: runs(of: shared.others))
      if !shared.titles.isEmpty {
        line[line.count - 1] = 0x09
        line += [UInt8](line: runs(of: shared.titles))
      }
      pages.append(line)
    }
  }
}

/// The texts of pages, and behind them texts and pieces that many have.
private struct BodyTier {
  var postings = SearchPostings()
  var lengths: [Int] = []
  /// The pages of each shared text and piece.
  var pages: [[UInt8]] = []
  /// Where each shared piece stands.
  var places: [[UInt8]] = []

  init(_ documents: [SearchDocument]) {
    let texts = documents.map { document in
      var tokens = SearchTokens()
      for text in document.texts { tokens.add(text) }
      return tokens
    }
    var pieces = SharedPieces(texts)
    for (number, tokens) in texts.enumerated() {
      let own = pieces.note(tokens, page: number, start: postings.next)
      lengths.append(postings.add(tokens, kept: own, step: SearchIndex.bodyStep))
    }
    for (text, having) in Self.shared(documents) {
      lengths.append(postings.add(SearchTokens(text), step: SearchIndex.nameStep))
      pages.append([UInt8](line: runs(of: having)))
    }
    for piece in pieces.all {
      lengths.append(postings.add(piece.text.tokens, step: SearchIndex.nameStep))
      pages.append([UInt8](line: runs(of: piece.pages)))
      var line: [UInt8] = []
      line.append(ascending: piece.positions)
      places.append(line + [0x0A])
    }
  }

  /// The texts that stand on many pages, those of neighbours together.
  private static func shared(_ documents: [SearchDocument]) -> [(text: String, pages: [Int])] {
    var texts: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for text in document.sharedTexts { texts[text, default: []].append(number) }
    }
    return texts.map { ($0.key, $0.value) }.sorted { one, other in
      one.1[0] == other.1[0]
        ? one.0.utf8.lexicographicallyPrecedes(other.0.utf8) : one.1[0] < other.1[0]
    }
  }
}

extension SearchPart {
  /// The pages of each value of a facet, in the order in which readers choose.
  fileprivate init(facetsOf documents: [SearchDocument], _ reader: Reader) {
    var found: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for slug in document.provinces { found["province\t" + slug, default: []].append(number) }
      for slug in document.topics { found["topic\t" + slug, default: []].append(number) }
      if let year = document.year { found["year\t\(year)", default: []].append(number) }
    }
    var lines: [UInt8] = []
    func add(_ facet: String, _ value: String, _ title: String) {
      guard let pages = found[facet + "\t" + value] else { return }
      lines += "\(facet)\t\(value)\t\(title.oneField)\t".utf8
      lines.append(ascending: pages)
      lines.append(0x0A)
    }
    for area in reader.places.provinces[reader.languageID].map({ reader.areas.all[$0] }) {
      add("province", area.slug, area.name[reader.tag])
    }
    for term in reader.settings.taxonomies.flatMap(\.terms) {
      add("topic", term.slug, term.title[reader.tag])
    }
    for year in Set(documents.compactMap(\.year)).sorted(by: >) {
      let date = CalendarDate(year: year)
      add("year", String(year), date?.text(.year, in: reader.language) ?? String(year))
    }
    self.init(lines)
  }
}
