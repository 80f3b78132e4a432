import Glibc

extension [UInt8] {
  /// Appends literal text without making a string.
  @inlinable @inline(__always)
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

  /// Appends a number that is not negative, with leading zeros up to the width, at most 20.
  mutating func append(padded number: Int, to width: Int) {
    append(digitsOf: UInt64(number.magnitude), to: width, grouping: false)
  }

  /// Appends the number's digits, at once: appending byte by byte checks the capacity each time.
  mutating func append(digitsOf number: UInt64, to width: Int, grouping: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
      var (rest, start, count) = (number, 32, 0)
      repeat {
        if grouping, count > 0, count % 3 == 0 {
          start -= 1
          buffer[start] = UInt8(ascii: ",")
        }
        start -= 1
        buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        count += 1
      } while rest > 0 || count < width
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
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

extension String {
  /// Whether a text is in it, byte for byte: to compare characters takes many times as long.
  package func containsBytes(of part: String) -> Bool {
    SaanText.withUTF8(of: self) { whole in
      SaanText.withUTF8(of: part) { part in
        guard let text = whole.baseAddress, let sought = part.baseAddress, !part.isEmpty else {
          return part.isEmpty
        }
        var start = 0
        while start + part.count <= whole.count,
          let hit = memchr(text + start, Int32(part[0]), whole.count - part.count - start + 1)
        {
          if memcmp(hit, sought, part.count) == 0 { return true }
          start = UnsafeRawPointer(hit) - UnsafeRawPointer(text) + 1
        }
        return false
      }
    }
  }
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
