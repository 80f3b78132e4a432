import SaanText

/// The text as cmark gets it: as long as the source, with shortcodes and bare addresses masked and
/// what goes beyond the limits made harmless.
///
/// Because it is as long as the source, a place in one is a place in the other, and nothing has to
/// translate. A mask is a word of letters with its own number in it: whatever cmark makes of the
/// text around it, it comes out whole and is known again.
struct PreparedText: Sendable {
  /// Something that cmark must not look into.
  struct Mask: Sendable {
    enum Kind: Sendable {
      case inline(name: Range<Int>, call: Range<Int>)
      case block(name: Range<Int>, call: Range<Int>, body: Range<Int>)
      case address
    }
    /// Offsets in the text, as all others here.
    let range: Range<Int>
    let kind: Kind
  }

  /// What is wrong with a shortcode.
  enum Problem: Sendable { case malformed, unclosedCall, unclosedBlock, strayEnd }

  /// The bytes for cmark.
  var bytes: [UInt8]
  /// Where the text begins in the source.
  let base: Int
  var masks: [Mask] = []
  /// The problems by the offset of their first brace.
  var problems: [Int: Problem] = [:]
  /// Whether any byte is a stand-in.
  var hasStandIns = false
  /// The offsets of lines that may define a reference.
  var definitions: [Int] = []
  var closingBrackets = 0
  /// Where a letter must stand beside emphasis marks for cmark, in order: before or after them.
  var letters: [(offset: Int, isBeforeMarks: Bool)] = []

  /// How many bytes name a mask: the stand-in and six letters for its number.
  ///
  /// No call is shorter than `{{a()}}`, and a shorter address is not masked.
  static let maskHead = 7

  init(_ source: SourceFile, range: Range<Int>) {
    bytes = Array(source.bytes[range])
    base = range.lowerBound
    for offset in bytes.indices where bytes[offset] < 0x20 && !bytes[offset].isWhitespace {
      neutralise(offset, StandIn.unknown)
    }
  }

  /// The bytes with the letters that stand beside emphasis marks; lines begin as they did.
  var bytesForParser: [UInt8] {
    guard !letters.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 2 * letters.count)
    var start = 0
    for letter in letters {
      result.append(contentsOf: bytes[start..<letter.offset])
      let stop = UInt8(ascii: ".")
      result.append(
        contentsOf: letter.isBeforeMarks
          ? [stop, StandIn.letterAfterStop] : [StandIn.letterBeforeStop, stop])
      start = letter.offset
    }
    result.append(contentsOf: bytes[start...])
    return result
  }

  /// Lets the marks between two offsets begin and end emphasis.
  mutating func openEmphasis(_ marks: Range<Int>, before: Bool, after: Bool) {
    if before { letters.append((marks.lowerBound, true)) }
    if after { letters.append((marks.upperBound, false)) }
    hasStandIns = true
  }

  /// How many bytes were inserted at an offset of bytes from cmark.
  static func inserted(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    guard offset + 1 < bytes.count else { return 0 }
    let isLetter =
      bytes[offset] == StandIn.letterBeforeStop
      || (bytes[offset] == UInt8(ascii: ".") && bytes[offset + 1] == StandIn.letterAfterStop)
    return isLetter ? 2 : 0
  }

  /// Hides a range behind letters.
  mutating func mask(_ range: Range<Int>, _ kind: Mask.Kind) {
    var number = masks.count
    bytes[range.lowerBound] = StandIn.mask
    for index in (range.lowerBound + 1)..<(range.lowerBound + Self.maskHead) {
      bytes[index] = UInt8(ascii: "a") + UInt8(number % 26)
      number /= 26
    }
    for index in (range.lowerBound + Self.maskHead)..<range.upperBound {
      bytes[index] = UInt8(ascii: "x")
    }
    masks.append(Mask(range: range, kind: kind))
    hasStandIns = true
  }

  /// Puts a stand-in.
  mutating func neutralise(_ offset: Int, _ standIn: UInt8) {
    bytes[offset] = standIn
    hasStandIns = true
  }

  mutating func note(_ problem: Problem, at offset: Int) {
    problems[offset] = problem
    neutralise(offset, StandIn.wrongBrace)
  }

  /// The mask that begins at an offset of bytes from cmark.
  func mask(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (index: Int, mask: Mask)? {
    guard offset + Self.maskHead <= bytes.count else { return nil }
    var number = 0
    for index in stride(from: offset + Self.maskHead - 1, to: offset, by: -1) {
      let letter = bytes[index]
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return nil }
      number = number * 26 + Int(letter - UInt8(ascii: "a"))
    }
    guard number < masks.count else { return nil }
    return (number, masks[number])
  }
}
