/// Finds the bytes below a threshold, sixty-four at a time.
///
/// The quote, the line breaks, NUL and the usual delimiters all lie below digits and letters, so a
/// plain value is skipped in whole words; who calls looks at each byte found once more.
struct ByteScanner {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  /// Added to seven bits, it sets the eighth when they reach the threshold.
  private let complement: UInt64
  private var block: Int
  /// The small bytes of the block that were not found yet, the first one in the lowest bit.
  private var mask: UInt64 = 0

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Makes a scanner of bytes that are smaller than `threshold` (at most 0x80).
  init(base: UnsafePointer<UInt8>, count: Int, threshold: UInt8, from start: Int) {
    self.base = base
    self.count = count
    complement = Self.low &* UInt64(0x80 - threshold)
    block = start
    mask = maskOfBlock()
  }

  /// The offset of the next small byte; the count of all bytes when there is none.
  @inline(__always)
  mutating func next() -> Int {
    while mask == 0 {
      guard block &+ 64 < count else { return count }
      block &+= 64
      mask = maskOfBlock()
    }
    let offset = block &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return offset
  }

  private func maskOfBlock() -> UInt64 {
    guard block &+ 64 <= count else { return maskOfLastBlock() }
    let bytes = UnsafeRawPointer(base + block)
    var mask: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let word = (bytes + Int(shift)).loadUnaligned(as: UInt64.self)
      mask |= smallBytes(UInt64(littleEndian: word)) &<< shift
      shift &+= 8
    }
    return mask
  }

  private func maskOfLastBlock() -> UInt64 {
    (block..<max(block, count)).reduce(0) { mask, index in
      mask | smallBytes(UInt64(base[index]) | ~0xFF) &<< UInt64(index &- block)
    }
  }

  /// Eight bits, one for each byte of the word.
  @inline(__always)
  private func smallBytes(_ word: UInt64) -> UInt64 {
    let small = ~(((word & ~Self.high) &+ complement) | word) & Self.high
    // The product gathers the eight bits in its highest byte.
    return ((small >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
