/// Grapheme clusters found by a scan of UTF-8 bytes, without decoding.
///
/// A cluster is a scalar with the marks that follow it. For Thai this is exactly what `Character`
/// is; for other scripts it covers combining accents, emoji sequences and flags.
public enum ClusterScanner {
  /// The end of the cluster that begins at the index.
  @inline(__always)
  public static func end(after start: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start + scalarLength(utf8[start])
    // Most clusters are one scalar before ASCII or a Thai base.
    guard index < utf8.count else { return utf8.count }
    let next = utf8[index]
    if next < 0x80 {
      return next == 0x0A && utf8[start] == 0x0D ? index + 1 : index
    }
    if next == 0xE0, !isThaiMark(utf8, at: index) { return index }
    if isRegionalIndicator(utf8, at: start), isRegionalIndicator(utf8, at: index) { index += 4 }
    while index < utf8.count, let length = extenderLength(utf8, at: index) { index += length }
    return min(index, utf8.count)
  }

  @inline(__always)
  static func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// U+0E31, U+0E33–0E3A and U+0E47–0E4E.
  @inline(__always)
  static func isThaiMark(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < utf8.count, utf8[index] == 0xE0 else { return false }
    let last = utf8[index + 2]
    switch utf8[index + 1] {
    case 0xB8: return last == 0xB1 || last &- 0xB3 < 8
    case 0xB9: return last &- 0x87 < 8
    default: return false
    }
  }

  /// The bytes of a scalar that continues the cluster before it; a joiner takes the next with it.
  private static func extenderLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch (utf8[index], utf8[at: index + 1], utf8[at: index + 2], utf8[at: index + 3]) {
    case (0xE0, _, _, _): isThaiMark(utf8, at: index) ? 3 : nil
    // U+0300–036F, the combining accents.
    case (0xCC, _, _, _), (0xCD, 0x80...0xAF, _, _): 2
    // U+200D joins; U+20D0–20F0 enclose; U+FE00–FE0F choose a shape.
    case (0xE2, 0x80, 0x8D, _):
      index + 3 < utf8.count && utf8[index + 3] >= 0xE2 ? 3 + scalarLength(utf8[index + 3]) : 3
    case (0xE2, 0x83, 0x90...0xB0, _), (0xEF, 0xB8, 0x80...0x8F, _): 3
    // The five skin tones.
    case (0xF0, 0x9F, 0x8F, 0xBB...0xBF): 4
    default: nil
    }
  }

  private static func isRegionalIndicator(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    utf8[index] == 0xF0 && utf8[at: index + 1] == 0x9F && utf8[at: index + 2] == 0x87
      && utf8[at: index + 3] >= 0xA6
  }
}

/// Calls the closure with the byte range of each grapheme cluster, in order.
@inline(__always)
public func forEachCluster(
  in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
) {
  var start = 0
  while start < utf8.count {
    let end = ClusterScanner.end(after: start, in: utf8)
    body(start..<end)
    start = end
  }
}

/// How many grapheme clusters the text has: what a reader counts as letters.
public func clusterCount(_ text: String) -> Int {
  withUTF8(of: text) { clusterCount(in: $0) }
}

/// How many grapheme clusters the UTF-8 text has.
public func clusterCount(in utf8: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  forEachCluster(in: utf8) { _ in count += 1 }
  return count
}
