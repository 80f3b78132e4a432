/// The names in the properties of a PDF, as far as they are not packed.
enum PDFProperties {
  /// The values of `/Author` and of `dc:creator`.
  static func names(in bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      occurrences(of: "/Author", in: bytes).compactMap { value(after: $0, in: bytes) }
        + occurrences(of: "<dc:creator", in: bytes).flatMap { creators(after: $0, in: bytes) }
    }
  }

  /// Where a word ends, wherever it stands.
  private static func occurrences(
    of word: String, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    let word = Array(word.utf8)
    var found: [Int] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: word[0]) {
      index = start + 1
      guard start + word.count < bytes.count,
        bytes[start..<start + word.count].elementsEqual(word)
      else { continue }
      found.append(start + word.count)
    }
    return found
  }

  /// A text of PDF: `(…)` with escapes, or hexadecimal digits in `<…>`.
  private static func value(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var tokens = PDFTokens(Array(bytes[start..<min(bytes.count, start + 2_000)])[...])
    guard case .text(let text)? = tokens.next() else { return nil }
    return decoded(text)
  }

  /// Texts of PDF are UTF-16 or UTF-8 with a mark, or Latin letters.
  static func decoded(_ bytes: [UInt8]) -> String {
    bytes.starts(with: [0xFE, 0xFF])
      ? utf16(bytes.dropFirst(2)) : String(decoding: bytes, as: UTF8.self)
  }

  /// A text of two bytes each, the higher one first.
  static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The creators in a description of XMP.
  private static func creators(
    after start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    let rest = String(decoding: bytes[start..<min(bytes.count, start + 4_000)], as: UTF8.self)
    guard let end = rest.firstRange(of: "</dc:creator>") else { return [] }
    return rest[..<end.lowerBound].split(separator: "<").compactMap { part in
      part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) }
    }.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
