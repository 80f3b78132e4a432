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

  /// All numbers of a text, Thai and wide digits and scale words understood.
  ///
  /// Read loosely, what writers put between three digits and the next counts as a comma too: a
  /// space, emphasis, an entity. `5 915` is then told as 5, as 915 and as 5,915.
  static func all(
    in utf8: UnsafeBufferPointer<UInt8>, loosely isLoose: Bool = false
  ) -> [QuotedNumber] {
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
      if start > 0 && utf8[start - 1].isLatinWordByte { continue }
      found.append(read)
      if isLoose, utf8.looseComma(at: index) != nil {
        var end = start
        let loose = QuotedNumber(in: utf8, at: &end, comma: { $0.looseComma(at: $1) })
        if let loose, end > index { found.append(loose) }
      }
    }
    return found
  }

  /// All numbers of a text.
  static func all(in text: String) -> [QuotedNumber] {
    var text = text
    return text.withUTF8 { all(in: $0) }
  }

  /// Reads from the first digit; `comma` tells how wide what parts thousands is at a place.
  private init?(
    in utf8: UnsafeBufferPointer<UInt8>, at index: inout Int,
    comma: (UnsafeBufferPointer<UInt8>, Int) -> Int? = { $0.comma(at: $1) }
  ) {
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
      } else if !hasPoint, let width = comma(utf8, index), utf8.digits(from: index + width) == 3 {
        hasGroup = true
        index += width
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

  /// The power of ten that the first word of a unit's name stands for: 6 of `ล้านบาท`.
  static func scale(ofUnit name: String) -> Int {
    var name = name.lowercased()
    return name.withUTF8 { scaleWord(in: $0, after: 0)?.exponent ?? 0 }
  }

  private static let words: [(StaticString, Int)] = [
    ("ล้านล้าน", 12), ("แสนล้าน", 11), ("หมื่นล้าน", 10), ("พันล้าน", 9), ("ร้อยล้าน", 8),
    ("สิบล้าน", 7), ("ล้าน", 6), ("แสน", 5), ("หมื่น", 4), ("พัน", 3), ("ร้อย", 2),
    ("hundred million", 8), ("ten million", 7), ("hundred thousand", 5), ("ten thousand", 4),
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3),
  ]

  /// Words that begin like one of them and are none: varieties, per cent, ranks, places.
  private static let others: [StaticString] = [
    "พันธ", "พันตรี", "พันโท", "พันเอก", "ร้อยละ", "ร้อยเอ็ด", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "ล้านนา",
    "ล้านช้าง", "แสนสุข",
  ]

  fileprivate static func scaleWord(
    in utf8: UnsafeBufferPointer<UInt8>, after end: Int
  ) -> (exponent: Int, end: Int)? {
    var start = end
    while start < utf8.count, utf8[start] == 0x20 { start += 1 }
    if others.contains(where: { utf8.has($0, at: start) }) { return nil }
    for (word, exponent) in words {
      guard utf8.has(word, at: start) else { continue }
      let end = start + word.utf8CodeUnitCount
      let next = end < utf8.count ? utf8[end] | 0x20 : 0
      let goesOn = next &- 0x61 < 26 && next != UInt8(ascii: "s")
      return utf8[start] < 0x80 && goesOn ? nil : (exponent, end)
    }
    return nil
  }
}

/// How many bytes a word takes that stands at a place and makes the number before it many times as
/// large, such as `ล้าน`; `nil` where there is none.
package func lengthOfScaleWord(in bytes: [UInt8], at start: Int) -> Int? {
  bytes.withUnsafeBufferPointer { QuotedNumber.scaleWord(in: $0, after: start) }
    .map { $0.end - start }
}

/// What writers put where a comma is meant.
private let looseCommas: [StaticString] = [
  ",", "，", " ", "\u{A0}", "\u{2009}", "\u{202F}", "&nbsp;", "&thinsp;", "&comma;", "&#44;",
  "&#160;",
]

extension UnsafeBufferPointer<UInt8> {
  /// The value and width of the ASCII, Thai or wide digit at the index.
  @inline(__always)
  fileprivate func digit(at index: Int) -> (Int, Int)? {
    guard index < count else { return nil }
    let byte = self[index]
    if byte &- 0x30 < 10 { return (Int(byte &- 0x30), 1) }
    guard byte >= 0xE0, index + 2 < count,
      byte == 0xE0 && self[index + 1] == 0xB9 || byte == 0xEF && self[index + 1] == 0xBC,
      self[index + 2] &- 0x90 < 10
    else { return nil }
    return (Int(self[index + 2] &- 0x90), 3)
  }

  /// The width of the comma at the index, ASCII or wide.
  @inline(__always)
  fileprivate func comma(at index: Int) -> Int? {
    if self[index] == UInt8(ascii: ",") { return 1 }
    return has("，", at: index) ? 3 : nil
  }

  /// The width of what writers put where a comma is meant, with the emphasis around it; `nil` where
  /// there is nothing of the kind.
  fileprivate func looseComma(at start: Int) -> Int? {
    var index = start
    func skipEmphasis() {
      while index < count, self[index] == UInt8(ascii: "*") || self[index] == UInt8(ascii: "_") {
        index += 1
      }
    }
    skipEmphasis()
    if let comma = looseCommas.first(where: { has($0, at: index) }) {
      index += comma.utf8CodeUnitCount
    }
    skipEmphasis()
    return index > start ? index - start : nil
  }

  /// Whether a word stands at the index.
  @inline(__always)
  fileprivate func has(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= count else { return false }
    return self[index..<index + length].elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: length))
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
