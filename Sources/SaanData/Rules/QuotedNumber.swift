import SaanText

/// A number in running text: where it stands, and what it means with the word after it.
struct QuotedNumber {
  /// The bytes of the digits.
  let range: Range<Int>
  /// Where the word after it ends that scales it, else the digits.
  let end: Int
  /// What the digits say.
  let number: ExactNumber
  /// The number times the word after it: 4,000,000 for `4 ล้าน`.
  let scaled: ExactNumber
  /// Whether it is written with separators or decimals, so that it is no year or code.
  let isFormatted: Bool

  /// All numbers of a text, Thai digits and scale words understood.
  static func all(in utf8: UnsafeBufferPointer<UInt8>) -> [QuotedNumber] {
    var found: [QuotedNumber] = []
    var index = 0
    while index < utf8.count {
      guard utf8.digit(at: index) != nil else {
        index += 1
        continue
      }
      let start = index
      guard let read = QuotedNumber(in: utf8, at: &index) else {
        index = max(index, start + 1)
        continue
      }
      // Digits that go on with letters are a code or an address, not a number.
      let isInWord = start > 0 && utf8[start - 1].isLatinWordByte
      if !isInWord { found.append(read) }
    }
    return found
  }

  /// All numbers of a text.
  static func all(in text: String) -> [QuotedNumber] {
    var text = text
    return text.withUTF8 { all(in: $0) }
  }

  private init?(in utf8: UnsafeBufferPointer<UInt8>, at index: inout Int) {
    let start = index
    var (mantissa, scale, hasPoint, hasGroup) = (Int64(0), 0, false, false)
    while index < utf8.count {
      if let (digit, width) = utf8.digit(at: index) {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        guard !overflow, scale < 18, product <= Int64.max - 9 else {
          while let (_, width) = utf8.digit(at: index) { index += width }
          return nil
        }
        mantissa = product + Int64(digit)
        if hasPoint { scale += 1 }
        index += width
      } else if utf8[index] == UInt8(ascii: ","), !hasPoint, utf8.digits(from: index + 1) == 3 {
        hasGroup = true
        index += 1
      } else if utf8[index] == UInt8(ascii: "."), !hasPoint, utf8.digit(at: index + 1) != nil {
        hasPoint = true
        index += 1
      } else {
        break
      }
    }
    guard let number = ExactNumber(mantissa: mantissa, scale: scale) else { return nil }
    range = start..<index
    self.number = number
    isFormatted = hasGroup || hasPoint
    let word = Self.scaleWord(in: utf8, after: index)
    scaled = word.flatMap { number.timesPowerOfTen($0.exponent) } ?? number
    end = word?.end ?? index
  }

  private static let words: [(StaticString, Int)] = [
    ("ล้านล้าน", 12), ("แสนล้าน", 11), ("หมื่นล้าน", 10), ("พันล้าน", 9), ("ร้อยล้าน", 8),
    ("สิบล้าน", 7), ("ล้าน", 6), ("แสน", 5), ("หมื่น", 4), ("พัน", 3), ("ร้อย", 2),
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3),
  ]

  private static func scaleWord(
    in utf8: UnsafeBufferPointer<UInt8>, after end: Int
  ) -> (exponent: Int, end: Int)? {
    var start = end
    while start < utf8.count, utf8[start] == 0x20 { start += 1 }
    for (word, exponent) in words {
      let length = word.utf8CodeUnitCount
      guard start + length <= utf8.count else { continue }
      let bytes = UnsafeBufferPointer(start: word.utf8Start, count: length)
      if utf8[start..<start + length].elementsEqual(bytes) {
        return (exponent, start + length)
      }
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The value and width of the ASCII or Thai digit at the index.
  @inline(__always)
  fileprivate func digit(at index: Int) -> (Int, Int)? {
    guard index < count else { return nil }
    let byte = self[index]
    if byte &- 0x30 < 10 { return (Int(byte &- 0x30), 1) }
    guard byte == 0xE0, index + 2 < count, self[index + 1] == 0xB9, self[index + 2] &- 0x90 < 10
    else { return nil }
    return (Int(self[index + 2] &- 0x90), 3)
  }

  /// How many digits follow one another from the index.
  fileprivate func digits(from start: Int) -> Int {
    var (index, number) = (start, 0)
    while let (_, width) = digit(at: index) {
      number += 1
      index += width
    }
    return number
  }
}

extension UInt8 {
  fileprivate var isLatinWordByte: Bool {
    (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: ".") || self == UInt8(ascii: "#")
  }
}
