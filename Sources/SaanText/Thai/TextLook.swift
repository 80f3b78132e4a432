/// What one look at all bytes of a text tells; most texts need no other.
package struct TextLook: Sendable, Hashable {
  /// The offset of the first byte that is NUL or belongs to no well-formed UTF-8 sequence.
  package let mistake: Int?
  /// Whether there is surely no `ThaiTextIssue` in it; many texts of which this can't be said so
  /// quickly have none either.
  package let isTidy: Bool
  /// Whether a digit of the Thai script is in it.
  package let hasThaiDigits: Bool

  /// Of a text that was not looked at: anything may be in it.
  package static let unknown = TextLook(mistake: nil, isTidy: false, hasThaiDigits: true)

  /// Looks at ASCII eight bytes at a time and at Thai by two letters.
  package init(_ utf8: UnsafeBufferPointer<UInt8>) {
    let look = look(through: utf8)
    self.init(
      mistake: look.mistake, isTidy: look.isTidy && !hasControls(utf8),
      hasThaiDigits: look.hasThaiDigits)
  }

  fileprivate init(mistake: Int?, isTidy: Bool, hasThaiDigits: Bool) {
    self.mistake = mistake
    self.isTidy = isTidy
    self.hasThaiDigits = hasThaiDigits
  }
}

/// Whether a control character is in the bytes, in a loop that works on many of them at once.
private func hasControls(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  var found: UInt8 = 0
  for byte in utf8 {
    // Tab, line feed, return: 9, 10, 13.
    let isLow: UInt8 = byte < 0x20 ? 1 : 0
    let isKept: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
    found |= (isLow ^ isKept) | (byte == 0x7F ? 1 : 0)
  }
  return found != 0
}

/// Looks at a text once, and keeps what letters asked for in vain.
///
/// Each letter asks something of the one before it, and what is granted is a bit, so that a text in
/// order is passed at two letters a step, without a branch for each rule. A doubt is no mistake
/// yet: `ThaiIssueScanner` looks closer.
private func look(through utf8: UnsafeBufferPointer<UInt8>) -> TextLook {
  guard let base = UnsafeRawPointer(utf8.baseAddress) else {
    return TextLook(mistake: nil, isTidy: true, hasThaiDigits: false)
  }
  return Manners.ofCode.withUnsafeBufferPointer { manners in
    let count = utf8.count
    var index = 0
    // What the letter before the index offers to the next one.
    var offers = Manners.other.offers
    // What letters asked for in vain.
    var doubts: UInt8 = 0
    while index < count {
      let word =
        index &+ 8 <= count
        ? UInt64(bigEndian: (base + index).loadUnaligned(as: UInt64.self))
        : lastWord(of: utf8, from: index)
      if (word | (word &- lowBits)) & highBits == 0 {
        offers = Manners.ofASCII(word & 0xFF)
        index &+= 8
      } else if word & 0xFFFE_C000_0000_0000 == 0xE0B8_8000_0000_0000 {
        let first = manners[Int(word >> 42 & 0x40 | word >> 40 & 0x3F)]
        doubts |= first.asks & ~offers
        offers = first.offers
        index &+= 3
        if word & 0xFF_FEC0_0000 == 0xE0_B880_0000 {
          let second = manners[Int(word >> 18 & 0x40 | word >> 16 & 0x3F)]
          doubts |= second.asks & ~offers
          offers = second.offers
          index &+= 3
        }
        if doubts & Manners.spelling != 0 { checkSpelling(before: index, in: utf8, &doubts) }
      } else if word >> 63 == 0, !hasNUL(word) {
        let plain = (word & highBits).leadingZeroBitCount >> 3
        offers = Manners.ofASCII(word &>> UInt64(64 &- plain &* 8) & 0xFF)
        index &+= plain
      } else {
        let length = sequenceLength(at: index, in: utf8)
        guard length > 0 else {
          return TextLook(mistake: index, isTidy: false, hasThaiDigits: true)
        }
        if UnseenCharacter.mayBe(at: index, in: utf8) { doubts |= Manners.closerLook }
        offers = Manners.other.offers
        index &+= length
      }
    }
    return TextLook(
      mistake: nil, isTidy: doubts & ~Manners.digit == 0,
      hasThaiDigits: doubts & Manners.digit != 0)
  }
}

/// Replaces the doubt about the spelling of a word with one of the last two letters in it.
@inline(never)
private func checkSpelling(
  before index: Int, in utf8: UnsafeBufferPointer<UInt8>, _ doubts: inout UInt8
) {
  doubts &= ~Manners.spelling
  if misspelling(at: index - 3, in: utf8) != nil || misspelling(at: index - 6, in: utf8) != nil {
    doubts |= Manners.closerLook
  }
}

private let lowBits: UInt64 = 0x0101_0101_0101_0101
private let highBits: UInt64 = 0x8080_8080_8080_8080

private func hasNUL(_ word: UInt64) -> Bool { (word &- lowBits) & ~word & highBits != 0 }

/// The bytes from the index on, the first one on top, with spaces after the last one.
private func lastWord(of utf8: UnsafeBufferPointer<UInt8>, from index: Int) -> UInt64 {
  (index..<index + 8).reduce(0) { word, index in
    word << 8 | UInt64(index < utf8.count ? utf8[index] : 0x20)
  }
}

/// How many bytes the well-formed sequence at the index takes; 0 when there is none.
private func sequenceLength(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
  let (lead, second) = (utf8[index], utf8[at: index + 1])
  let range: ClosedRange<UInt8> =
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  let length =
    switch lead {
    case 0x01...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  guard length > 1 else { return length }
  let isWhole =
    range.contains(second)
    && (2..<length).allSatisfy { utf8[at: index + $0] & 0xC0 == 0x80 }
  return isWhole ? length : 0
}

/// What a Thai letter asks of the one before it, and what it offers to the next one.
///
/// Letters that get all they ask for are in order; whether others are takes a closer look.
private struct Manners {
  let asks: UInt8
  let offers: UInt8

  private static let consonant: UInt8 = 1
  private static let baseOfUpper: UInt8 = 2
  private static let baseOfSaraAm: UInt8 = 4
  private static let anythingButSaraE: UInt8 = 8
  /// What digits ask for, only to be noticed: nobody offers it.
  static let digit: UInt8 = 16
  /// What letters ask for that are mistaken for others; nobody offers it.
  static let spelling: UInt8 = 32
  static let closerLook: UInt8 = 128

  /// Of everything that is not Thai.
  static let other = Manners(asks: 0, offers: anythingButSaraE)

  private static let ofConsonant =
    consonant | baseOfUpper | baseOfSaraAm | anythingButSaraE

  /// What ASCII offers: a hyphen carries a mark where a text speaks of the mark itself.
  @inline(__always)
  static func ofASCII(_ byte: UInt64) -> UInt8 {
    byte == 0x2D ? ofConsonant : other.offers
  }

  /// By the letter's place in its block of Unicode.
  static let ofCode: [Manners] = (0..<128).map { code in
    let asks =
      switch code {
      case 0x0E, 0x0F: spelling
      case 0x4D: closerLook
      case 0x31, 0x34...0x3A: consonant
      case 0x33: baseOfSaraAm
      case 0x40: anythingButSaraE
      case 0x47...0x4C, 0x4E: baseOfUpper
      case 0x50...0x59: digit
      default: UInt8(0)
      }
    let offers =
      switch code {
      case 0x01...0x2E: ofConsonant
      case 0x31, 0x34...0x39: baseOfUpper | anythingButSaraE
      case 0x48...0x4C: baseOfSaraAm | anythingButSaraE
      case 0x40: UInt8(0)
      default: other.offers
      }
    return Manners(asks: asks, offers: offers)
  }
}
