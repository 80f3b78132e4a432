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
  package var description: String { Self.hex(high) + Self.hex(low) }

  /// The first ten digits, for the names of assets.
  package var short: String { String(Self.hex(high).prefix(10)) }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
