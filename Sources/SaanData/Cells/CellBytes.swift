import Glibc

/// Small readings of a cell's bytes.
extension UnsafeBufferPointer<UInt8> {
  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The bytes without spaces, tabs, no-break spaces and zero-width spaces at either end.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, count)
    while start < end, let width = spaceWidth(at: start, limit: end) { start += width }
    while end > start, let width = spaceWidth(before: end, from: start) { end -= width }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Whether a blank may be at either end, seen at two bytes; the cell is not empty.
  @inline(__always)
  var mayHaveBlanksAround: Bool {
    let (first, last) = (self[0], self[count &- 1])
    return first <= 0x20 || last <= 0x20 || first == 0xC2 || first == 0xE2 || last == 0xA0
      || last == 0x8B
  }

  /// Where the bytes without blanks at the ends are; `nil` when there are no blanks.
  var rangeWithoutBlanks: Range<Int>? {
    let inner = trimmed
    guard inner.count < count else { return nil }
    var start = 0
    while start < count - inner.count, let width = spaceWidth(at: start, limit: count) {
      start += width
    }
    return start..<(start + inner.count)
  }

  /// Whether the bytes are those of the text.
  @inline(__always)
  func equals(_ other: [UInt8]) -> Bool {
    other.withUnsafeBufferPointer { equals($0) }
  }

  /// Whether the bytes are those of the other buffer.
  @inline(__always)
  func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let one = baseAddress, let two = other.baseAddress else { return true }
    return memcmp(one, two, count) == 0
  }

  /// Whether the bytes are fewer than the other buffer's, or as many and smaller.
  @inline(__always)
  func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let one = baseAddress, let two = other.baseAddress else {
      return count < other.count
    }
    // Calling memcmp for the short keys that most tables have takes longer than comparing them.
    if count >= 8 {
      let first = UInt64(bigEndian: UnsafeRawPointer(one).loadUnaligned(as: UInt64.self))
      let second = UInt64(bigEndian: UnsafeRawPointer(two).loadUnaligned(as: UInt64.self))
      if first != second { return first < second }
      if count == 8 { return false }
    }
    return memcmp(one, two, count) < 0
  }

  private func spaceWidth(at index: Int, limit: Int) -> Int? {
    switch self[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where index + 1 < limit && self[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < limit && self[index + 1] == 0x80 && self[index + 2] == 0x8B: 3
    case 0xEF where index + 2 < limit && self[index + 1] == 0xBB && self[index + 2] == 0xBF: 3
    default: nil
    }
  }

  private func spaceWidth(before index: Int, from start: Int) -> Int? {
    switch self[index - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xA0 where index - 2 >= start && self[index - 2] == 0xC2: 2
    case 0x8B where index - 3 >= start && self[index - 2] == 0x80 && self[index - 3] == 0xE2: 3
    default: nil
    }
  }
}

/// The text of a cell for a message: the beginning of a long one.
func shortened(_ cell: UnsafeBufferPointer<UInt8>) -> String {
  let text = UnsafeBufferPointer(rebasing: cell.prefix(400)).string
  return text.count > 60 ? "\(text.prefix(59))…" : text
}
