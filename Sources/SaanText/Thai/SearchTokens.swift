/// A text as search looks through it: its letters and words with their positions.
///
/// A Thai letter with its marks is one token, for Thai does not part words; a word or number in
/// letters that do is one as well. What stands between tokens, however much of it, counts as one
/// position, so that a phrase is found only where its parts follow each other. The search script
/// of the themes parts what a reader types in just the same way.
package struct SearchTokens: Sendable {
  /// A letter with its marks, or a word.
  package struct Token: Sendable {
    /// Where it stands in `bytes`.
    package let range: Range<Int>
    package let position: Int
    /// Whether it is a letter of a script that does not part words.
    package let isLetter: Bool
    /// Whether a piece of the text begins with it: what texts share with others.
    ///
    /// It begins behind whatever stands beside a letter that does not part words, and between
    /// words behind the end of a line and where more than one sign parts them, as a full stop with
    /// a blank.
    package let beginsPiece: Bool
  }

  /// The texts as search compares them.
  package private(set) var bytes: [UInt8] = []
  package private(set) var tokens: [Token] = []
  /// The position behind the last token.
  package var end: Int { (tokens.last?.position ?? -1) + 1 }

  /// Begins with nothing.
  package init() {}

  /// Begins with a text.
  package init(_ text: String) { add(text) }

  /// Adds a text that no phrase reaches into from the one before.
  package mutating func add(_ text: String) {
    let start = bytes.count
    bytes.appendNormalized(text)
    read(from: start)
  }

  /// Adds a text that is already as search compares it.
  package mutating func add(normalized text: [UInt8]) {
    let start = bytes.count
    bytes += text
    read(from: start)
  }

  private mutating func read(from start: Int) {
    var reading = Reading(position: tokens.isEmpty ? 0 : end + 2)
    var index = start
    while index < bytes.count {
      let (value, length) = scalar(at: index)
      take(SearchCharacter(value), index..<index + length, &reading)
      index += length
    }
  }

  private struct Reading {
    var position: Int
    /// What came just before.
    var previous = SearchCharacter.other
    /// Whether a gap has been counted, or there is nothing yet that it would part.
    var isParted = true
    /// Whether the gap ends a piece of words.
    var isWide = true
  }

  private mutating func take(
    _ character: SearchCharacter, _ range: Range<Int>, _ reading: inout Reading
  ) {
    defer { reading.previous = character }
    if character == .other {
      if !reading.isParted { reading.position += 1 }
      reading.isWide =
        reading.isWide || reading.previous == .other
        || bytes[range.lowerBound] == UInt8(ascii: "\n")
      reading.isParted = true
      return
    }
    let goesOn =
      character == .word && reading.previous == .word
      || character == .mark && [.letter, .mark].contains(reading.previous)
    if goesOn, let last = tokens.popLast() {
      tokens.append(
        Token(
          range: last.range.lowerBound..<range.upperBound, position: last.position,
          isLetter: last.isLetter, beginsPiece: last.beginsPiece))
      return
    }
    // A word beside a letter is parted from it, whether a blank stands between them or not.
    let isLetter = character != .word
    let isBesideOther = tokens.last.map { $0.isLetter != isLetter } ?? false
    if !reading.isParted, isBesideOther { reading.position += 1 }
    tokens.append(
      Token(
        range: range, position: reading.position, isLetter: isLetter,
        beginsPiece: reading.isWide || isBesideOther || reading.isParted && isLetter))
    reading.position += 1
    reading.isParted = false
    reading.isWide = false
  }

  private func scalar(at index: Int) -> (value: UInt32, length: Int) {
    func rest(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(bytes[index])
    switch lead {
    case ..<0xC0: return (lead, 1)
    case ..<0xE0: return ((lead & 0x1F) << 6 | rest(1), 2)
    case ..<0xF0: return ((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    default: return ((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }
  }
}

/// A term of an index: what stands at one position, as far as search looks at once.
///
/// It is a word, or a letter with the one that follows it at once: two letters are rare enough to
/// be looked up, and every second pair of a phrase tells where the phrase stands.
package struct SearchTerm: Sendable, Hashable {
  package let text: String
  package let position: Int

  /// By what its file is found: of letters these without their marks, of a word how it begins.
  ///
  /// `ฎ` counts as `ฏ`, whose mistakes are searched for together with it.
  package var key: String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where key.count < Self.keyLength {
      let character = SearchCharacter(scalar.value)
      if character == .mark, !key.isEmpty { continue }
      if character == .letter, key.count == 2 { break }
      key.append(scalar == "ฎ" ? "ฏ" : scalar)
    }
    return String(key)
  }

  /// How much of a word its key has, in scalars.
  private static let keyLength = 3
}

extension SearchTokens {
  /// The pieces of the texts, as the places of their tokens; no letter follows on another's piece.
  package var pieces: [Range<Int>] {
    let starts = tokens.indices.filter { tokens[$0].beginsPiece }
    return zip(starts, starts.dropFirst() + [tokens.count]).map { $0..<$1 }
  }

  /// The terms in their order, one for each token.
  package func forEachTerm(_ body: (SearchTerm) -> Void) {
    forEachTerm(in: tokens.indices, body)
  }

  /// The terms of some tokens in their order.
  package func forEachTerm(in range: Range<Int>, _ body: (SearchTerm) -> Void) {
    for number in range {
      let token = tokens[number]
      var end = token.range.upperBound
      let next = number + 1 < tokens.count ? tokens[number + 1] : nil
      if token.isLetter, let next, next.isLetter, next.position == token.position + 1 {
        end = next.range.upperBound
      }
      body(
        SearchTerm(
          text: String(decoding: bytes[token.range.lowerBound..<end], as: UTF8.self),
          position: token.position))
    }
  }
}

/// What a character is to search.
private enum SearchCharacter {
  /// A letter of a script that does not part words.
  case letter
  /// What belongs to the letter before it.
  case mark
  /// A part of a word.
  case word
  /// What parts words.
  case other

  init(_ value: UInt32) {
    switch value {
    case 0x30...0x39, 0x61...0x7A: self = .word
    case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E: self = .mark
    case 0x0E01...0x0E32, 0x0E40...0x0E46: self = .letter
    case 0x0E00...0x0E7F, 0..<0xC0, 0xD7, 0xF7: self = .other
    case 0xC0..<0x2000, 0x2C00..<0x2E00: self = .word
    case 0x3005, 0x3040..<0xD800, 0xF900..<0xFB00, 0x20000..<0x40000: self = .letter
    default: self = .other
    }
  }
}
