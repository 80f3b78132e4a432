/// Why text that should be a number is none.
public enum NumberMistake: Error, Sendable, Hashable {
  /// No digit at all.
  case empty
  /// A comma that does not stand before each group of three digits.
  case grouping
  /// More than one decimal point.
  case secondPoint
  /// More digits than 18.
  case tooLong
  /// Something that belongs to no number.
  case unreadable(Character)
}

extension NumberMistake {
  /// What is wrong, as the second half of a sentence about the text.
  public var wording: Wording {
    switch self {
    case .empty: Wording(en: "has no digits", th: "ไม่มีตัวเลข")
    case .grouping:
      Wording(
        en: "commas must part groups of three digits", th: "จุลภาคต้องคั่นทุกสามหลัก")
    case .secondPoint:
      Wording(en: "has a second decimal point", th: "มีจุดทศนิยมเกินหนึ่งจุด")
    case .tooLong:
      Wording(
        en: "has too many digits: 18 are always possible", th: "มีหลักมากเกินไป ใช้ได้แน่นอนไม่เกิน 18 หลัก")
    case .unreadable(let character):
      Wording(
        en: "'\(character)' does not belong in a number", th: "'\(character)' ไม่ใช่ส่วนของตัวเลข")
    }
  }
}

extension ExactNumber {
  /// Makes the number that the text is; `nil` where `read` has something to object to.
  public init?(_ text: String) {
    guard case .success(let number) = Self.read(text) else { return nil }
    self = number
  }

  /// The number that a user wrote: `20,412.35`, `๒๓,๔๐๓`, `-3`; commas only between groups of
  /// three.
  public static func read(_ text: String) -> Result<ExactNumber, NumberMistake> {
    withUTF8(of: text, read(utf8:))
  }

  /// The number that a user wrote, from its bytes.
  public static func read(
    utf8: UnsafeBufferPointer<UInt8>
  ) -> Result<ExactNumber, NumberMistake> {
    var reader = NumberReader()
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte.isDigit {
        reader.take(digit: Int64(byte - 0x30))
      } else if byte == 0xE0, utf8[at: index + 1] == 0xB9, utf8[at: index + 2] &- 0x90 < 10 {
        reader.take(digit: Int64(utf8[index + 2] - 0x90))
        index += 2
      } else if let length = NumberReader.spaceLength(in: utf8, at: index) {
        reader.takeSpace()
        index += length - 1
      } else if let length = NumberReader.minusLength(in: utf8, at: index), reader.takeMinus() {
        index += length - 1
      } else if !reader.take(mark: byte) {
        let rest = String(decoding: utf8[index...], as: UTF8.self)
        return .failure(.unreadable(rest.first ?? "?"))
      }
      index += 1
    }
    return reader.result
  }
}

/// The state of reading one number.
private struct NumberReader {
  private var mantissa: Int64 = 0
  private var digits = 0
  private var scale: Int?
  private var isNegative = false
  private var isEnded = false
  private var mistake: NumberMistake?
  /// Digits since the last comma, once there was one.
  private var group: Int?

  /// Any digits but leading zeros count towards the 18 that surely fit.
  mutating func take(digit: Int64) {
    if isEnded { mistake = mistake ?? .unreadable(" ") }
    digits += 1
    if let scale { self.scale = scale + 1 } else { group = group.map { $0 + 1 } }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
    guard !overflow, product <= Int64.max - digit, (scale ?? 0) <= ExactNumber.maximumScale
    else {
      mistake = mistake ?? .tooLong
      return
    }
    mantissa = product + digit
  }

  /// Takes a comma or point; `false` for any other byte.
  mutating func take(mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: ","):
      let isThird = group.map { $0 == 3 } ?? (1...3).contains(digits)
      if !isThird || scale != nil || isEnded { mistake = mistake ?? .grouping }
      group = 0
    case UInt8(ascii: "."):
      if scale != nil { mistake = mistake ?? .secondPoint }
      scale = scale ?? 0
    default: return false
    }
    return true
  }

  mutating func takeMinus() -> Bool {
    guard digits == 0, scale == nil, !isNegative else { return false }
    isNegative = true
    return true
  }

  mutating func takeSpace() {
    if digits > 0 || scale != nil { isEnded = true }
  }

  var result: Result<ExactNumber, NumberMistake> {
    if let mistake { return .failure(mistake) }
    guard digits > 0 else { return .failure(.empty) }
    guard group ?? 3 == 3 else { return .failure(.grouping) }
    // `20.` is a number somebody has not finished.
    if scale == 0 { return .failure(.unreadable(".")) }
    return .success(ExactNumber(isNegative ? -mantissa : mantissa, scale ?? 0))
  }

  static func spaceLength(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch (utf8[index], utf8[at: index + 1]) {
    case (0x20, _), (0x09, _), (0x0D, _), (0x0A, _): 1
    case (0xC2, 0xA0): 2
    default: nil
    }
  }

  /// ASCII hyphen or the minus sign U+2212.
  static func minusLength(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    if utf8[index] == 0x2D { return 1 }
    guard utf8[index] == 0xE2, utf8[at: index + 1] == 0x88, utf8[at: index + 2] == 0x92 else {
      return nil
    }
    return 3
  }
}
