/// Whether bytes of eight bits that are no UTF-8 can be read as Thai.
///
/// Thai marks stand on letters, vowels that are written first stand before letters, and words are
/// long: `café` in an encoding of the West would have a mark on `f`.
struct ThaiReading {
  /// How many bytes stand as Thai letters do, and how many do not.
  private var (letters, faults) = (0, 0)
  /// How many letters stand together at most.
  private var longest = 0
  private var isWestern = true

  /// Looks at all bytes.
  init(_ bytes: [UInt8]) {
    var run = 0
    for index in bytes.indices where bytes[index] >= 0x80 || run > 0 {
      let byte = bytes[index]
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { isWestern = false }
      if byte < 0x80 {
        run = 0
      } else if !Self.isMark(byte) {
        let before = index > 0 ? bytes[index - 1] : 0
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if Self.fits(byte, after: before, before: next) {
          letters += 1
          run += 1
          longest = max(longest, run)
        } else {
          faults += 1
          run = 0
        }
      }
    }
  }

  /// The encoding that they are written in; `nil` where it can't be told.
  var encoding: OtherEncoding? {
    // A slip of the finger here and there makes no other language of Thai.
    if longest >= 3 { return faults * 20 <= letters ? .thai : nil }
    if letters > 0, faults == 0 { return .thai }
    return isWestern ? .western : nil
  }

  /// Quotation marks, dashes and spaces, which are the same in both.
  private static func isMark(_ byte: UInt8) -> Bool {
    [0x80, 0x85, 0xA0].contains(byte) || (0x91...0x97).contains(byte)
  }

  private static func fits(_ byte: UInt8, after before: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case 0xA1...0xCF:
      return isThai(before) || isThai(next) || !isLatin(before) && !isLatin(next)
    case 0xD0, 0xD2, 0xD3, 0xE5, 0xE6: return isThai(before)
    case 0xD1, 0xD4...0xDA, 0xE7...0xEE: return isConsonant(before) || isAbove(before)
    case 0xE0...0xE4: return isConsonant(next)
    case 0xDF, 0xEF...0xFB: return !isLatin(before) && !isLatin(next)
    default: return false
    }
  }

  private static func isThai(_ byte: UInt8) -> Bool {
    (0xA1...0xDA).contains(byte) || (0xDF...0xFB).contains(byte)
  }

  private static func isConsonant(_ byte: UInt8) -> Bool { (0xA1...0xCE).contains(byte) }

  /// Whether it stands above or below a letter.
  private static func isAbove(_ byte: UInt8) -> Bool {
    byte == 0xD1 || (0xD4...0xDA).contains(byte) || (0xE7...0xEE).contains(byte)
  }

  private static func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
