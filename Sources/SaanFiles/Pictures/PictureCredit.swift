/// Whose a picture is, as its tables of Exif say: who took it, and who holds the rights.
package struct PictureCredit: Sendable, Hashable {
  package let artist: String?
  package let copyright: String?

  private static let artistTag = 0x013B
  private static let copyrightTag = 0x8298
  private static let mostBytes = 500

  /// Reads the credit in tables of Exif; `nil` where they have none.
  init?(exif tables: ArraySlice<UInt8>) {
    let reader = ExifReader(tables)
    (artist, copyright) = (reader.text(Self.artistTag), reader.text(Self.copyrightTag))
    if artist == nil, copyright == nil { return nil }
  }

  /// The entries of Exif, in their order, with texts of at most 500 bytes.
  fileprivate var entries: [(tag: Int, text: [UInt8])] {
    [(Self.artistTag, artist), (Self.copyrightTag, copyright)].compactMap { tag, text in
      text.map { (tag, Array($0.utf8.prefix(Self.mostBytes)) + [0]) }
    }
  }
}

extension Orientation {
  /// Tables of Exif that say this and whose the picture is, and nothing else; `nil` where there is
  /// nothing to say.
  package func exif(_ credit: PictureCredit?) -> [UInt8]? {
    let texts = credit?.entries ?? []
    guard self != .upright || !texts.isEmpty else { return nil }
    let count = texts.count + (self == .upright ? 0 : 1)
    var table = Array("MM\0*".utf8) + Self.big(8, 4) + Self.big(count, 2)
    if self != .upright {
      table += Self.big(0x0112, 2) + Self.big(3, 2) + Self.big(1, 4) + Self.big(number, 2) + [0, 0]
    }
    var values: [UInt8] = []
    for (tag, text) in texts {
      table += Self.big(tag, 2) + Self.big(2, 2) + Self.big(text.count, 4)
      guard text.count > 4 else {
        table += text + [UInt8](repeating: 0, count: 4 - text.count)
        continue
      }
      table += Self.big(14 + count * 12 + values.count, 4)
      values += text + (text.count % 2 == 0 ? [] : [0])
    }
    return table + Self.big(0, 4) + values
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    stride(from: (count - 1) * 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
