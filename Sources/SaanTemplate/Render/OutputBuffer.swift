import SaanText

/// Bytes that grow at their end: what the templates write, without the checks of an array.
///
/// A page is text that is copied and values that are escaped, piece by piece; an array would ask at
/// each whether it is its only owner. This buffer cannot be copied, so it is.
struct OutputBuffer: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (start + count).update(from: bytes, count: length)
    count += length
  }

  mutating func append(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      if let base = bytes.baseAddress { append(base, bytes.count) }
    }
    if isDone == nil { appendForeign(text, escapes: false) }
  }

  /// Appends with `& < > " '` as entities.
  ///
  /// Copying and looking are one pass: eight bytes are moved at once, and looked at one by one only
  /// where one of them needs an entity.
  mutating func appendEscaped(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length + 16)
    let source = UnsafeRawPointer(bytes)
    var index = 0
    while index + 8 <= length {
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word.hasSpecial {
        for offset in index..<(index + 8) { appendEscaped(bytes[offset], rest: length - offset) }
      } else {
        UnsafeMutableRawPointer(start + count).storeBytes(of: word, as: UInt64.self)
        count += 8
      }
      index += 8
    }
    while index < length {
      appendEscaped(bytes[index], rest: length - index)
      index += 1
    }
  }

  @inline(__always)
  private mutating func appendEscaped(_ byte: UInt8, rest: Int) {
    guard byte.isSpecial else {
      start[count] = byte
      count += 1
      return
    }
    appendEntity(byte, rest: rest)
  }

  @inline(never)
  private mutating func appendEntity(_ byte: UInt8, rest: Int) {
    guard let entity = HTMLEntities.jinja.entity(for: byte) else { return }
    reserve(rest + 24)
    (start + count).update(from: entity.utf8Start, count: entity.utf8CodeUnitCount)
    count += entity.utf8CodeUnitCount
  }

  mutating func appendEscaped(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      if let base = bytes.baseAddress { appendEscaped(base, bytes.count) }
    }
    if isDone == nil { appendForeign(text, escapes: true) }
  }

  /// Text that does not lie in one piece.
  private mutating func appendForeign(_ text: String, escapes: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      if escapes { appendEscaped(base, bytes.count) } else { append(base, bytes.count) }
    }
  }

  mutating func append(_ number: Int) {
    reserve(24)
    var magnitude = number.magnitude
    var digits = 1
    var limit: UInt = 10
    while magnitude >= limit, digits < 20 {
      digits += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    if number < 0 {
      start[count] = UInt8(ascii: "-")
      count += 1
    }
    var position = count + digits
    count = position
    repeat {
      position -= 1
      start[position] = UInt8(truncatingIfNeeded: 0x30 + magnitude % 10)
      magnitude /= 10
    } while magnitude > 0
  }

  /// Takes the bytes from a mark as text and forgets them.
  mutating func take(from mark: Int) -> String {
    let text = String(
      decoding: UnsafeBufferPointer(start: start + mark, count: count - mark), as: UTF8.self)
    count = mark
    return text
  }

  mutating func truncate(to mark: Int) { count = mark }
}

extension UInt8 {
  /// Whether HTML needs an entity for it.
  @inline(__always)
  fileprivate var isSpecial: Bool {
    self < 64 && (0x5000_00C4_0000_0000 as UInt64) & (1 << UInt64(self)) != 0
  }
}

extension UInt64 {
  /// Whether one of eight bytes needs an entity.
  ///
  /// `&` and `'` differ in one bit, `<` and `>` in another, so that three comparisons do. Each of
  /// them finds the bytes that are zero after the bytes looked for were taken out.
  @inline(__always)
  fileprivate var hasSpecial: Bool {
    let quote = self ^ 0x2222_2222_2222_2222
    let ampersand = (self | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727
    let bracket = (self | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
    return (quote.zeroBytes | ampersand.zeroBytes | bracket.zeroBytes) != 0
  }

  /// The top bit of each byte that is zero; right for whether there is one at all.
  @inline(__always)
  private var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
