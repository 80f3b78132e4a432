/// The first of the tables of Exif (2.32), those of TIFF 6.0.
struct ExifReader {
  private let reader: ByteReader
  private let isLittle: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    reader = ByteReader(Array(bytes.prefix(70_000)))
    isLittle = reader.has("II*\0", at: 0)
  }

  private func number(_ start: Int, _ count: Int) -> Int? {
    isLittle ? reader.little(start, count) : reader.big(start, count)
  }

  /// Where the entries of a tag begin; none where the bytes are no tables.
  private func entries(_ tag: Int) -> [Int] {
    guard isLittle || reader.has("MM\0*", at: 0), let table = number(4, 4),
      let count = number(table, 2)
    else { return [] }
    return (0..<min(count, 512)).map { table + 2 + $0 * 12 }.filter { number($0, 2) == tag }
  }

  /// A small number; of several the last one that may be.
  func number(_ tag: Int, among allowed: ClosedRange<Int>) -> Int? {
    entries(tag).compactMap { number($0 + 8, 2) }.last(where: allowed.contains)
  }

  /// A text without the spaces around it; `nil` for an empty one.
  func text(_ tag: Int) -> String? {
    guard let entry = entries(tag).first, let count = number(entry + 4, 4), count < 10_000,
      let start = count > 4 ? number(entry + 8, 4) : entry + 8,
      let bytes = reader.slice(start, count)
    else { return nil }
    let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    let words = text.split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
