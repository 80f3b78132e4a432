import CXXHash

/// A 128-bit XXH3 hash of some bytes: tells versions apart, guards against nothing.
package struct Digest: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  /// Hashes the bytes.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  /// Hashes bytes that lie in another's memory.
  package init(of bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    (high, low) = (hash.high64, hash.low64)
  }

  /// Puts a digest together that was kept in two halves.
  package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Reads what `description` wrote, from its bytes.
  package init?(_ text: ArraySlice<UInt8>) {
    guard text.count == 32 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    for (index, byte) in text.enumerated() {
      guard let digit = Self.value(ofDigit: byte) else { return nil }
      if index < 16 {
        halves.0 = halves.0 << 4 | UInt64(digit)
      } else {
        halves.1 = halves.1 << 4 | UInt64(digit)
      }
    }
    (high, low) = halves
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The hash as 32 hexadecimal digits.
  package var description: String {
    String(unsafeUninitializedCapacity: 32) { buffer in
      for index in 0..<32 {
        let half = index < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - index % 16 * 4)) & 0xF
        buffer[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 32
    }
  }

  /// The first ten digits, for the names of assets.
  package var short: String { String(description.prefix(10)) }
}
