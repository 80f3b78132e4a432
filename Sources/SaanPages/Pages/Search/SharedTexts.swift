import SaanText

/// A text as search compares it.
struct PlainText: Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.appendNormalized(text)
    self.bytes = bytes
  }

  var tokens: SearchTokens {
    var tokens = SearchTokens()
    tokens.add(normalized: bytes)
    return tokens
  }

  /// About four letters at its start and at its end.
  fileprivate var start: PlainText { PlainText(Array(bytes.prefix(15))) }
  fileprivate var end: PlainText { PlainText(Array(bytes.suffix(15))) }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  func precedes(_ other: PlainText) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }
}

/// Whether the index is shorter when it has a text once, with where it stands, instead of each term
/// of it wherever it stands.
private func isWorthSharing(length: Int, uses: Int) -> Bool {
  (uses - 1) * (length - 1) > 3
}

/// The names of all pages: those of one page alone, and those that many are called by.
struct NamesOfPages {
  /// A name that many pages have.
  struct Shared {
    let name: PlainText
    let tokens: SearchTokens
    /// The pages that have it as their title.
    var titles: [Int] = []
    /// The pages that have it otherwise.
    var others: [Int] = []
    /// Whether it is one of what lies around pages.
    var isOfPlace = false

    fileprivate var first: Int {
      min(titles.first ?? Int.max, others.first ?? Int.max)
    }
    fileprivate var isShared: Bool {
      isOfPlace || isWorthSharing(length: tokens.end, uses: titles.count + others.count)
    }
  }

  let shared: [Shared]
  private let isShared: Set<PlainText>

  init(_ documents: [SearchDocument]) {
    var all: [PlainText: Shared] = [:]
    func note(_ name: String, _ change: (inout Shared) -> Void) {
      let name = PlainText(name)
      change(&all[name, default: Shared(name: name, tokens: name.tokens)])
    }
    for (number, document) in documents.enumerated() {
      note(document.title) { $0.titles.append(number) }
      func add(_ shared: inout Shared) {
        guard shared.titles.last != number, shared.others.last != number else { return }
        shared.others.append(number)
      }
      for name in document.names { note(name) { add(&$0) } }
      for name in document.sharedNames {
        note(name) {
          add(&$0)
          $0.isOfPlace = true
        }
      }
    }
    // What pages are called stands in the order of the pages, so that the first suggestions are in
    // few files; names of places by what these lie in, so that a province's are.
    let found = all.values.filter { $0.isShared && $0.tokens.end > 0 }
    let called = found.filter { !$0.titles.isEmpty || !$0.isOfPlace }.sorted {
      $0.first == $1.first ? $0.name.precedes($1.name) : $0.first < $1.first
    }
    let around = found.filter { $0.titles.isEmpty && $0.isOfPlace }.map { shared in
      let parts = String(decoding: shared.name.bytes, as: UTF8.self).split(separator: ", ")
      return (key: Array(parts.reversed().joined(separator: ", ").utf8), shared: shared)
    }.sorted {
      $0.key == $1.key
        ? $0.shared.name.precedes($1.shared.name) : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.shared)
    shared = called + around
    isShared = Set(shared.map(\.name))
  }

  /// The names that a page alone has, and how long the first of them is where it is the title.
  func own(_ document: SearchDocument) -> (tokens: SearchTokens, title: Int) {
    var tokens = SearchTokens()
    let title = PlainText(document.title)
    if !isShared.contains(title) { tokens.add(normalized: title.bytes) }
    let length = tokens.end
    for name in document.names.map({ PlainText($0) }) where !isShared.contains(name) {
      tokens.add(normalized: name.bytes)
    }
    return (tokens, length)
  }
}

/// The pieces that texts share: what stands between blanks of Thai, or a sentence of words, and is
/// the same on several pages.
struct SharedPieces {
  /// A piece that several texts have.
  struct Shared {
    let text: PlainText
    private(set) var pages: [Int] = []
    /// Where it begins, wherever it stands.
    private(set) var positions: [Int] = []

    fileprivate mutating func note(page: Int, position: Int) {
      if pages.last != page { pages.append(page) }
      positions.append(position)
    }
  }

  private var uses: [PlainText: Int] = [:]
  private var found: [PlainText: Shared] = [:]

  init(_ texts: [SearchTokens]) {
    for tokens in texts {
      for piece in tokens.pieces { uses[tokens.text(of: piece), default: 0] += 1 }
    }
  }

  /// Notes where a page's text has shared pieces, and returns the tokens of all others.
  ///
  /// - Parameter start: where its positions begin.
  mutating func note(_ tokens: SearchTokens, page: Int, start: Int) -> [Range<Int>] {
    tokens.pieces.filter { piece in
      let text = tokens.text(of: piece)
      let first = tokens.tokens[piece.lowerBound].position
      let length = tokens.tokens[piece.upperBound - 1].position + 1 - first
      guard isWorthSharing(length: length, uses: uses[text] ?? 0) else { return true }
      found[text, default: Shared(text: text)].note(page: page, position: start + first)
      return false
    }
  }

  /// The shared pieces, those of one sentence with several names or numbers in it together: by how
  /// they begin or by how they end, whichever more of them do.
  var all: [Shared] {
    var starts: [PlainText: Int] = [:]
    var ends: [PlainText: Int] = [:]
    for text in found.keys {
      starts[text.start, default: 0] += 1
      ends[text.end, default: 0] += 1
    }
    return found.values.map { shared in
      let (start, end) = (shared.text.start, shared.text.end)
      return (key: starts[start] ?? 0 >= ends[end] ?? 0 ? start : end, shared: shared)
    }.sorted {
      $0.key == $1.key ? $0.shared.text.precedes($1.shared.text) : $0.key.precedes($1.key)
    }.map(\.shared)
  }
}

extension SearchTokens {
  /// The text of some tokens that follow each other.
  fileprivate func text(of range: Range<Int>) -> PlainText {
    let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound - 1])
    return PlainText(Array(bytes[first.range.lowerBound..<last.range.upperBound]))
  }
}
