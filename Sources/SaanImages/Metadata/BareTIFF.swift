import SaanFiles

/// A TIFF (6.0) with the entries that its pictures are made of, and no others.
///
/// Nothing moves: an entry that goes gives its place in the table to the next, and zeros stand
/// where its value was.
func bareTIFF(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  guard let first = TableEraser.number(reader, 4, 4) else { throw .cut }
  var eraser = TableEraser(reader)
  var waiting = [first]
  var seen: Set<Int> = []
  while let table = waiting.popLast(), table != 0 {
    // A file may lead in circles.
    guard seen.insert(table).inserted, seen.count < 1000 else { throw .cut }
    waiting += try eraser.clean(table, keepsColours: kept.colours)
  }
  return eraser.bytes
}

private struct TableEraser {
  private let reader: ByteReader
  private(set) var bytes: [UInt8]

  init(_ reader: ByteReader) { (self.reader, bytes) = (reader, reader.bytes) }

  static func number(_ reader: ByteReader, _ start: Int, _ count: Int) -> Int? {
    reader.has("II", at: 0) ? reader.little(start, count) : reader.big(start, count)
  }

  private func number(_ start: Int, _ count: Int) -> Int? { Self.number(reader, start, count) }

  /// Sizes, how points are coded and where they lie, colours, tiles, and the tables of smaller
  /// pictures.
  private static let needed: Set<Int> = [
    254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282,
    283, 284, 288, 289, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324,
    325, 330, 332, 334, 336, 338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520,
    521, 529, 530, 531, 532, 559,
  ]
  private static let profile = 34675
  private static let tables = 330
  /// Tables of Exif, of a position and of how programs work together.
  private static let told: Set<Int> = [34665, 34853, 40965]

  /// Cleans a table.
  ///
  /// - Returns: where the next ones are.
  mutating func clean(_ table: Int, keepsColours: Bool) throws(PictureMistake) -> [Int] {
    guard let count = number(table, 2), let next = number(table + 2 + count * 12, 4) else {
      throw .cut
    }
    var kept: [UInt8] = []
    var others = [next]
    for index in 0..<count {
      let entry = table + 2 + index * 12
      guard let tag = number(entry, 2), let value = value(of: entry) else { throw .cut }
      if Self.needed.contains(tag) || (keepsColours && tag == Self.profile) {
        kept += reader.bytes[entry..<entry + 12]
        if tag == Self.tables { others += tablesNamed(in: value) }
        if tag == Self.profile, let bare = bareProfile(Array(reader.bytes[value])) {
          bytes.replaceSubrange(value, with: bare)
        }
      } else {
        if Self.told.contains(tag), let inner = number(entry + 8, 4) { eraseTable(inner, depth: 0) }
        erase(value)
      }
    }
    let number = [UInt8(kept.count / 12 & 0xFF), UInt8((kept.count / 12) >> 8)]
    let isLittle = reader.has("II", at: 0)
    let link = Array(reader.bytes[table + 2 + count * 12..<table + 6 + count * 12])
    let written = (isLittle ? number : number.reversed()) + kept + link
    let room = 6 + count * 12
    bytes.replaceSubrange(
      table..<table + room, with: written + [UInt8](repeating: 0, count: room - written.count))
    return others
  }

  private func tablesNamed(in value: Range<Int>) -> [Int] {
    stride(from: value.lowerBound, to: value.upperBound - 3, by: 4).compactMap { number($0, 4) }
  }

  /// Where the value of an entry lies: in it, or elsewhere.
  private func value(of entry: Int) -> Range<Int>? {
    let sizes = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
    guard let type = number(entry + 2, 2), let count = number(entry + 4, 4) else { return nil }
    let size = count * (sizes.indices.contains(type) ? sizes[type] : 1)
    guard let start = size > 4 ? number(entry + 8, 4) : entry + 8,
      reader.slice(start, size) != nil
    else { return nil }
    return start..<start + size
  }

  private mutating func eraseTable(_ table: Int, depth: Int) {
    guard depth < 3, let count = number(table, 2),
      reader.slice(table, 6 + count * 12) != nil
    else { return }
    for index in 0..<count {
      let entry = table + 2 + index * 12
      if let tag = number(entry, 2), Self.told.contains(tag), let inner = number(entry + 8, 4) {
        eraseTable(inner, depth: depth + 1)
      }
      if let value = value(of: entry) { erase(value) }
    }
    erase(table..<table + 6 + count * 12)
  }

  private mutating func erase(_ range: Range<Int>) {
    bytes.replaceSubrange(range, with: repeatElement(0, count: range.count))
  }
}
