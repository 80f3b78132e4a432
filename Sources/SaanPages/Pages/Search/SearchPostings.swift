import SaanText

/// Where each term stands.
struct SearchPostings {
  private var numbers: [TermText: Int] = [:]
  private var terms: [SearchTerm] = []
  private var positions: [[Int]] = []
  /// Where the next text begins.
  private(set) var next = 0

  /// Adds the tokens of a text, and says how many steps they take.
  ///
  /// - Parameters:
  ///   - kept: the tokens that are told here, those of whole pieces; all by default.
  ///   - step: what their positions are a multiple of, so that a word more in one page seldom moves
  ///     those of all others, and most files stay as they are.
  mutating func add(_ tokens: SearchTokens, kept: [Range<Int>]? = nil, step: Int) -> Int {
    guard tokens.end > 0 else { return 0 }
    for range in kept ?? [tokens.tokens.indices] {
      tokens.forEachTerm(in: range) { add($0) }
    }
    // Two more, so that no phrase reaches from one page into the next.
    let length = (tokens.end + 2 + step - 1) / step * step
    next += length
    return length / step
  }

  private mutating func add(_ term: SearchTerm) {
    let text = TermText(text: term.text)
    if let known = numbers[text] {
      positions[known].append(next + term.position)
    } else {
      numbers[text] = terms.count
      terms.append(term)
      positions.append([next + term.position])
    }
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
    return SearchTerms(starts: starts, parts: parts.map { SearchPart($0) })
  }
}

/// The files with terms, and the key at which each begins; the order is that of 16-bit units, as
/// scripts compare texts.
struct SearchTerms: Sendable {
  let starts: [String]
  let parts: [SearchPart]
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
