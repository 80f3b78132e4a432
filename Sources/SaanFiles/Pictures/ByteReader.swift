/// Reads numbers and names out of the bytes of a file; what lies beyond its end is `nil`.
package struct ByteReader: Sendable {
  package let bytes: [UInt8]

  /// Takes the bytes of a file.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// A part of the file; `nil` where it is not all there.
  package func slice(_ start: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
      return nil
    }
    return bytes[start..<start + count]
  }

  /// A number of at most seven bytes, the greatest first.
  package func big(_ start: Int, _ count: Int) -> Int? {
    guard count < 8 else { return nil }
    return slice(start, count)?.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of at most seven bytes, the least first.
  package func little(_ start: Int, _ count: Int) -> Int? {
    guard count < 8 else { return nil }
    return slice(start, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The name of a part: four letters.
  package func name(_ start: Int) -> String? {
    slice(start, 4).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a text stands at a place.
  package func has(_ text: String, at start: Int) -> Bool {
    slice(start, text.utf8.count)?.elementsEqual(text.utf8) == true
  }
}
