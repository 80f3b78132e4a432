/// Text that is already HTML: it is written as it stands.
///
/// It is made by escaping, or from a source that is trusted to be well-formed.
public struct HTML: Sendable, Hashable {
  /// The markup.
  public let markup: String

  /// Takes markup that a trusted writer produced.
  public init(trusted markup: String) { self.markup = markup }

  /// Escapes text for use as content or inside a quoted attribute.
  public init(escaping text: String) {
    var bytes = [UInt8]()
    bytes.reserveCapacity(text.utf8.count + 16)
    bytes.appendEscaped(text)
    markup = String(decoding: bytes, as: UTF8.self)
  }
}

/// The entities that stand for the characters which HTML gives a meaning to.
package enum HTMLEntities: Sendable {
  /// `& < > " '` the way Jinja's `escape` writes them.
  case jinja
  /// `& < > "` the way CommonMark's own program writes them.
  case commonMark

  /// The entity for a byte; `nil` where the byte stays.
  @inlinable
  package func entity(for byte: UInt8) -> StaticString? {
    switch (byte, self) {
    case (UInt8(ascii: "&"), _): "&amp;"
    case (UInt8(ascii: "<"), _): "&lt;"
    case (UInt8(ascii: ">"), _): "&gt;"
    case (UInt8(ascii: "\""), .jinja): "&#34;"
    case (UInt8(ascii: "\""), .commonMark): "&quot;"
    case (UInt8(ascii: "'"), .jinja): "&#39;"
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends the text's UTF-8 with `& < > " '` escaped the way Jinja's `escape` writes them.
  @inlinable
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 bytes with `& < > " '` escaped.
  public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    appendEscaped(bytes, as: .jinja)
  }

  /// Appends UTF-8 bytes with entities of one kind.
  package mutating func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, as entities: HTMLEntities
  ) {
    guard let base = bytes.baseAddress else { return }
    var (clean, next) = (0, 0)
    while true {
      next = EscapeScanner.nextSpecial(in: base, from: next, to: bytes.count)
      let entity = next < bytes.count ? entities.entity(for: base[next]) : nil
      // An apostrophe may be found and stay.
      if entity == nil, next < bytes.count {
        next += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(start: base + clean, count: next - clean))
      guard let entity else { return }
      append(entity)
      next += 1
      clean = next
    }
  }
}

/// Finds the bytes that HTML gives a meaning to, eight at a time: escaping is the hottest loop of a
/// build, and nearly all text has none of them.
///
/// The words are plain integers, for SIMD types are calls into generic code unless a build is
/// optimised as a whole.
private enum EscapeScanner {
  /// The bytes `" & ' < >` as bits of a word; all lie below 64.
  private static let specials: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  /// The index of the first byte to escape, or `end`.
  @inline(__always)
  static func nextSpecial(in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var index = start
    while end - index >= 16 {
      let first = marks(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let second = marks(raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      if first | second != 0 {
        return first != 0
          ? index + first.trailingZeroBitCount / 8 : index + 8 + second.trailingZeroBitCount / 8
      }
      index += 16
    }
    if end - index >= 8 {
      let found = marks(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = base[index]
      if byte < 64, specials >> UInt64(byte) & 1 == 1 { return index }
      index += 1
    }
    return end
  }

  /// The high bit of the first byte to escape, perhaps with bits above it; 0 when there is none.
  ///
  /// `&` and `'` differ in one bit, so do `<` and `>`; a byte less one has its high bit set while
  /// it had not before only if it was zero, or a borrow came from a zero below.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: word)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let ampersand = (word & (ones &* 0xFE)) ^ (ones &* 0x26)
    let angle = (word & (ones &* 0xFD)) ^ (ones &* 0x3C)
    let zero =
      ((quote &- ones) & ~quote) | ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle)
    return zero & (ones &* 0x80)
  }
}
