extension [UInt8] {
  /// Appends literal text without making a string.
  @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a string's UTF-8.
  @inline(__always)
  package mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Appends a number that is not negative, with leading zeros up to the width.
  mutating func append(padded number: Int, to width: Int) {
    var divisor = 1
    var digits = 1
    while number / divisor >= 10 || digits < width {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
}

/// The text that the closure writes as UTF-8.
@inline(__always)
func written(_ write: (inout [UInt8]) -> Void) -> String {
  var bytes = [UInt8]()
  bytes.reserveCapacity(64)
  write(&bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Calls the closure with the text's UTF-8 bytes.
@inline(__always)
func withUTF8<Result>(
  of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  var text = text
  return text.withUTF8(body)
}

extension UInt8 {
  /// Whether it is `0` to `9`.
  var isDigit: Bool { self &- 0x30 < 10 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The byte, or 0 past the end: what a look-ahead wants.
  @inline(__always)
  subscript(at index: Int) -> UInt8 { index < count ? self[index] : 0 }
}
