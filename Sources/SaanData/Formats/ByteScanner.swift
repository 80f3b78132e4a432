/// Finds the bytes below a threshold, eight at a time.
///
/// The quote, the line breaks, NUL and the usual delimiters all lie below digits and letters, so a
/// plain value is skipped in whole words; who calls looks at each byte found once more.
struct ByteScanner {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  /// Added to seven bits, it sets the eighth when they reach the threshold.
  private let complement: UInt64
  private var word = 0
  private var mask: UInt64 = 0

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Makes a scanner of bytes that are smaller than `threshold` (at most 0x80).
  init(base: UnsafePointer<UInt8>, count: Int, threshold: UInt8, from start: Int) {
    self.base = base
    self.count = count
    complement = Self.low &* UInt64(0x80 - threshold)
    seek(start)
  }

  /// Goes on at an offset.
  @inline(__always)
  mutating func seek(_ offset: Int) {
    word = offset
    mask = maskOfWord()
  }

  /// The offset of the next small byte; the count of all bytes when there is none.
  @inline(__always)
  mutating func next() -> Int {
    while mask == 0 {
      word &+= 8
      guard word < count else { return count }
      mask = maskOfWord()
    }
    let offset = word &+ mask.trailingZeroBitCount / 8
    mask &= mask &- 1
    return offset
  }

  @inline(__always)
  private func maskOfWord() -> UInt64 {
    let bytes =
      word &+ 8 <= count
      ? UInt64(littleEndian: UnsafeRawPointer(base + word).loadUnaligned(as: UInt64.self))
      : tail()
    return ~(((bytes & ~Self.high) &+ complement) | bytes) & Self.high
  }

  private func tail() -> UInt64 {
    var bytes = UInt64.max
    guard word < count else { return bytes }
    for index in (word..<count).reversed() { bytes = bytes << 8 | UInt64(base[index]) }
    return bytes
  }
}
