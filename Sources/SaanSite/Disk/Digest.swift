import CXXHash

/// A 128-bit XXH3 hash of some bytes: tells versions apart, guards against nothing.
package struct Digest: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  /// Hashes the bytes.
  package init(of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    high = hash.high64
    low = hash.low64
  }

  /// Reads what `description` wrote.
  package init?(_ text: Substring) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
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
