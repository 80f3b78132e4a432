/// What stands beside a run of emphasis marks.
///
/// The rule is CommonMark's with the CJK-friendly amendment of
/// https://github.com/tats-u/markdown-cjk-friendly (specification.md, ranges.md); the letters of
/// Thai, Lao, Khmer and Myanmar, which stand without spaces as well, count as its wide ones.
enum Neighbour {
  case space
  /// A punctuation mark that is not wide.
  case mark
  case wideMark
  case wideLetter
  case letter

  private var isMark: Bool { self == .mark || self == .wideMark }

  /// Whether a run between the two may begin and end emphasis.
  static func flanking(_ before: Neighbour, _ after: Neighbour) -> (left: Bool, right: Bool) {
    (
      after != .space && (after != .mark || before != .letter),
      before != .space && (before != .mark || after != .letter)
    )
  }

  /// Whether the amendment lets a run begin or end emphasis that CommonMark does not.
  ///
  /// It then may do both, as between two letters.
  static func differs(_ before: Neighbour, _ after: Neighbour) -> (before: Bool, after: Bool)? {
    let left = after != .space && (!after.isMark || before == .space || before.isMark)
    let right = before != .space && (!before.isMark || after == .space || after.isMark)
    return flanking(before, after) == (left, right) ? nil : (before.isMark, after.isMark)
  }
}

extension Neighbour {
  /// What ends before an offset; the beginning of the text counts as space.
  init(in bytes: [UInt8], before end: Int, from start: Int) {
    guard let (scalar, first) = Self.scalar(in: bytes, before: end, from: start) else {
      self = .space
      return
    }
    switch scalar.value {
    case 0xE0100...0xE01EF: self = .wideLetter
    // A selector of a shape belongs to what it follows; the second one makes quotes wide.
    case 0xFE00...0xFE0E:
      let base = Self.scalar(in: bytes, before: first, from: start)?.scalar
      self = base.map { Neighbour($0) } ?? .letter
      if scalar.value == 0xFE01, let base, "‘’“”".unicodeScalars.contains(base) { self = .wideMark }
    default: self = Neighbour(scalar)
    }
  }

  /// What begins at an offset; the end of the text counts as space.
  init(in bytes: [UInt8], after start: Int, to end: Int) {
    guard start < end else {
      self = .space
      return
    }
    let length = Self.length(bytes[start])
    let scalar = Self.decode(bytes[start..<min(end, start + length)])
    self = scalar.map { Neighbour($0) } ?? .letter
  }

  private init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      // A pipe may be the edge of a cell.
      self =
        byte.isWhitespace || byte == UInt8(ascii: "|")
        ? .space : byte.isPunctuation || byte == StandIn.tilde ? .mark : .letter
      return
    }
    let isWide = isWide(scalar.value)
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = isWide ? .wideMark : .mark
    default: self = isWide ? .wideLetter : .letter
    }
  }

  private static func scalar(
    in bytes: [UInt8], before end: Int, from start: Int
  ) -> (scalar: Unicode.Scalar, first: Int)? {
    guard end > start else { return nil }
    var first = end - 1
    while first > start, end - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return (decode(bytes[first..<end]) ?? "\u{FFFD}", first)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}

/// Whether a character is wide, or of a script without spaces between its words.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  // Thai, Lao, Myanmar, Khmer.
  case 0x0E01...0x0E3A, 0x0E40...0x0E5B, 0x0E80...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF,
    0x19E0...0x19FF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F:
    true
  // East Asian Width W, F and H, and Hangul, without emoji: ranges.md, with gaps of letters that
  // are not assigned closed.
  case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F,
    0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFFDC, 0xFFE0...0xFFE6, 0xFFE8...0xFFEE,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265,
    0x20000...0x3FFFD:
    true
  default: false
  }
}
