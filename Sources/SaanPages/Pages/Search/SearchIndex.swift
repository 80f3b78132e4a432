import SaanData
import SaanModel
import SaanText

/// What search knows of a site in one language, as the files that the script reads.
///
/// Every position in the names of all pages, and in their texts, has a number; a term is told with
/// the numbers where it stands. So phrases are found, and nothing that is none. Pages are numbered
/// in the order in which results tell them.
struct SearchIndex: Sendable {
  let names: SearchTerms
  let bodies: SearchTerms
  /// What results show of pages, in blocks.
  let blocks: [SearchPart]
  /// How long the title and the names of each page are, the latter in steps, and behind them the
  /// names that many pages share.
  let lengths: SearchPart
  /// The same of texts; those that many pages share are in the steps of names.
  let bodyLengths: SearchPart
  /// The pages that have each of what many share, first the names, in blocks.
  let shared: [SearchPart]
  /// The number of the first in each block.
  let sharedStarts: [Int]
  /// How many of them are names.
  let sharedNames: Int
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
    var (names, bodies) = (Postings(), Postings())
    var (titles, nameLengths, bodyLengths) = ([Int](), [Int](), [Int]())
    for document in documents {
      var tokens = SearchTokens(document.title)
      titles.append(tokens.end)
      for name in document.names { tokens.add(name) }
      nameLengths.append(names.add(tokens, step: Self.nameStep))
      tokens = SearchTokens()
      for text in document.texts { tokens.add(text) }
      bodyLengths.append(bodies.add(tokens, step: Self.bodyStep))
    }
    let shared = SharedText.all(of: documents)
    for text in shared {
      let tokens = SearchTokens(text.text)
      if text.isName {
        nameLengths.append(names.add(tokens, step: Self.nameStep))
      } else {
        bodyLengths.append(bodies.add(tokens, step: Self.nameStep))
      }
    }
    sharedNames = nameLengths.count - documents.count
    (self.shared, sharedStarts) = SearchPart.blocks(
      of: shared.map { runs(of: $0.pages) }, count: layout.sharedBlocks)
    self.names = names.terms(count: layout.names)
    self.bodies = bodies.terms(count: layout.bodies)
    lengths = SearchPart(lines: [titles, nameLengths].map { $0.map(Number.init) })
    self.bodyLengths = SearchPart(lines: [bodyLengths.map(Number.init)])
    blocks = stride(from: 0, to: documents.count, by: layout.block).map { start in
      SearchPart(documents[start..<min(documents.count, start + layout.block)])
    }
    kinds = SearchKind.allCases.compactMap { kind in
      documents.firstIndex { $0.kind == kind }.map { (kind, $0) }
    }
    facets = SearchPart(facetsOf: documents, reader)
  }
}

/// A name or text that many pages have, which the index has once.
private struct SharedText {
  let text: String
  let isName: Bool
  let pages: [Int]

  /// Those of documents, the names of places by what these lie in, so that a province's are in few
  /// files, the texts of neighbours together.
  static func all(of documents: [SearchDocument]) -> [SharedText] {
    var names: [String: [Int]] = [:]
    var texts: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for name in document.sharedNames { names[name, default: []].append(number) }
      for text in document.sharedTexts { texts[text, default: []].append(number) }
    }
    let byPlace = names.map { name, pages -> (key: String, name: String, pages: [Int]) in
      let key = name.split(separator: ", ").reversed().joined(separator: ", ")
      return (key: key, name: name, pages: pages)
    }.sorted {
      $0.key.utf8.elementsEqual($1.key.utf8)
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    let byPage = texts.sorted {
      $0.value[0] == $1.value[0]
        ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.value[0] < $1.value[0]
    }
    return byPlace.map { SharedText(text: $0.name, isName: true, pages: $0.pages) }
      + byPage.map { SharedText(text: $0.key, isName: false, pages: $0.value) }
  }
}

/// Ascending numbers as runs of such that follow each other: how many are left out before each, and
/// how many more it has.
private func runs(of numbers: [Int]) -> [Number] {
  var runs: [Number] = []
  var start = numbers.startIndex
  var next = 0
  while start < numbers.endIndex {
    var end = start
    while end + 1 < numbers.endIndex, numbers[end + 1] == numbers[end] + 1 { end += 1 }
    runs += [Number(numbers[start] - next), Number(end - start)]
    next = numbers[end] + 1
    start = end + 1
  }
  return runs
}

/// A file of an index: lines of fields that tabs part, and a number by which the script knows that
/// they have come whole and are of the same index as the others.
struct SearchPart: Sendable {
  let payload: String

  /// FNV-1a over the 16-bit units, which scripts count texts in.
  var digest: String {
    var hash: UInt32 = 0x811C_9DC5
    for unit in payload.utf16 { hash = (hash ^ UInt32(unit)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  init(payload: String) { self.payload = payload }

  /// Numbers, a line for each list.
  fileprivate init(lines: [[Number]]) {
    var bytes: [UInt8] = []
    for line in lines {
      for number in line { number.append(to: &bytes) }
      bytes.append(0x0A)
    }
    payload = String(decoding: bytes, as: UTF8.self)
  }

  /// Lines of numbers in so many files, of which none is much longer than the others.
  fileprivate static func blocks(
    of lines: [[Number]], count: Int
  ) -> (blocks: [SearchPart], starts: [Int]) {
    let sizes = lines.map { line in
      var bytes: [UInt8] = []
      for number in line { number.append(to: &bytes) }
      return bytes.count + 1
    }
    let most = max(1, (sizes.reduce(0, +) + count - 1) / count)
    var starts: [Int] = []
    var before = 0
    for (number, size) in sizes.enumerated() {
      if before >= most * starts.count, starts.count < count { starts.append(number) }
      before += size
    }
    while starts.count < count { starts.append(lines.count) }
    let ends = starts.dropFirst() + [lines.count]
    return (zip(starts, ends).map { SearchPart(lines: Array(lines[$0..<$1])) }, starts)
  }

  /// What results show of pages; each field says how much of it begins and ends as the line before.
  fileprivate init(_ documents: ArraySlice<SearchDocument>) {
    var bytes: [UInt8] = []
    var before = [[Unicode.Scalar]](repeating: [], count: 4)
    for document in documents {
      let fields = [document.title, document.path, document.note, document.summary]
      for (number, field) in fields.enumerated() {
        let scalars = Array(field.oneField.unicodeScalars)
        if number > 0 { bytes.append(0x09) }
        bytes.append(scalars, after: before[number])
        before[number] = scalars
      }
      bytes.append(0x0A)
    }
    payload = String(decoding: bytes, as: UTF8.self)
  }

  /// The pages of each value of a facet, in the order in which readers choose.
  fileprivate init(facetsOf documents: [SearchDocument], _ reader: Reader) {
    var found: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for slug in document.provinces { found["province\t" + slug, default: []].append(number) }
      for slug in document.topics { found["topic\t" + slug, default: []].append(number) }
      if let year = document.year { found["year\t\(year)", default: []].append(number) }
    }
    var lines: [String] = []
    func add(_ facet: String, _ value: String, _ title: String) {
      guard let pages = found[facet + "\t" + value] else { return }
      var bytes = Array("\(facet)\t\(value)\t\(title.oneField)\t".utf8)
      bytes.append(ascending: pages)
      lines.append(String(decoding: bytes, as: UTF8.self) + "\n")
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
    payload = lines.joined()
  }
}

/// A number as a script reads it: digits of 45 signs, those before the last of 46 others.
private struct Number {
  let value: Int

  init(_ value: Int) { self.value = value }

  func append(to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 45 {
      bytes.append(sign(45 + rest % 46))
      rest /= 46
    }
    bytes.append(sign(rest))
  }

}

/// The signs of ASCII from `#` on, without the backslash, which a string would have to escape.
private func sign(_ digit: Int) -> UInt8 {
  let byte = UInt8(truncatingIfNeeded: 0x23 + digit)
  return byte < 0x5C ? byte : byte + 1
}

extension [UInt8] {
  /// Appends a field: how many 16-bit units it begins and ends with as the one before, and what is
  /// between.
  fileprivate mutating func append(_ field: [Unicode.Scalar], after before: [Unicode.Scalar]) {
    func same(_ pairs: some Sequence<(Unicode.Scalar, Unicode.Scalar)>) -> (count: Int, units: Int)
    {
      var (count, units) = (0, 0)
      for (own, other) in pairs {
        let width = own.value > 0xFFFF ? 2 : 1
        guard own == other, units + width <= 90 else { break }
        (count, units) = (count + 1, units + width)
      }
      return (count, units)
    }
    let start = same(zip(field, before))
    let rest = field.dropFirst(start.count)
    let end = same(zip(rest.reversed(), before.dropFirst(start.count).reversed()))
    append(sign(start.units))
    append(sign(end.units))
    for scalar in rest.dropLast(end.count) { append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  /// Appends ascending numbers by what each is more than the one before.
  fileprivate mutating func append(ascending numbers: [Int]) {
    var before = 0
    for number in numbers {
      Number(number - before).append(to: &self)
      before = number
    }
  }
}

extension String {
  /// The text in one line and without tabs.
  fileprivate var oneField: String {
    String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// A term by its bytes: what Unicode takes for the same letter in two ways, a script does not.
private struct TermText: Hashable {
  let text: String

  static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Where each term stands.
private struct Postings {
  private var numbers: [TermText: Int] = [:]
  private var terms: [SearchTerm] = []
  private var positions: [[Int]] = []
  private var next = 0

  /// Adds the tokens of a page, and says how many steps they take.
  ///
  /// - Parameter step: what their positions are a multiple of, so that a word more in one page
  ///   seldom moves those of all others, and most files stay as they are.
  mutating func add(_ tokens: SearchTokens, step: Int) -> Int {
    guard tokens.end > 0 else { return 0 }
    tokens.forEachTerm { term in
      let number: Int
      let text = TermText(text: term.text)
      if let known = numbers[text] {
        number = known
      } else {
        number = terms.count
        numbers[text] = number
        terms.append(term)
        positions.append([])
      }
      positions[number].append(next + term.position)
    }
    // Two more, so that no phrase reaches from one page into the next.
    let length = (tokens.end + 2 + step - 1) / step * step
    next += length
    return length / step
  }

  /// The terms in so many files, in the order of their keys, those of one key in one file.
  func terms(count: Int) -> SearchTerms {
    let lines = terms.indices.map { number -> (key: String, text: String, bytes: [UInt8]) in
      let term = terms[number]
      var bytes = Array(term.text.utf8)
      bytes.append(0x09)
      bytes.append(ascending: positions[number])
      bytes.append(0x0A)
      return (term.key, term.text, bytes)
    }.sorted { one, other in
      one.key.utf8.elementsEqual(other.key.utf8)
        ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
        : one.key.utf16.lexicographicallyPrecedes(other.key.utf16)
    }
    let most = max(1, (lines.reduce(0) { $0 + $1.bytes.count } + count - 1) / count)
    var (starts, parts) = ([""], [[UInt8]()])
    var before = 0
    for (line, last) in zip(lines, [nil] + lines.map { $0.key as String? }) {
      let isOther = last.map { !line.key.utf8.elementsEqual($0.utf8) } ?? false
      if isOther, before >= most * starts.count, starts.count < count {
        starts.append(line.key)
        parts.append([])
      }
      parts[parts.count - 1] += line.bytes
      before += line.bytes.count
    }
    // No key lies behind the last sign.
    starts += Array(repeating: "\u{FFFF}", count: count - starts.count)
    parts += Array(repeating: [], count: count - parts.count)
    return SearchTerms(
      starts: starts, parts: parts.map { SearchPart(payload: String(decoding: $0, as: UTF8.self)) })
  }
}

/// The files with terms, and the key at which each begins; the order is that of 16-bit units, as
/// scripts compare texts.
struct SearchTerms: Sendable {
  let starts: [String]
  let parts: [SearchPart]
}
