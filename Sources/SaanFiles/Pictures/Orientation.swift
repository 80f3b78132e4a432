/// How a picture is turned before it is shown, as Exif 2.32 counts it: 1 is upright, 6 a quarter
/// to the right.
package struct Orientation: Sendable, Hashable {
  package let number: Int

  /// Upright.
  package static let upright = Orientation(number: 1)

  private init(number: Int) { self.number = number }

  /// Reads the tables of Exif, those of TIFF 6.0: only the first says how the picture is turned.
  ///
  /// What they do not say, or say wrong, is upright.
  package init(exif bytes: ArraySlice<UInt8>) {
    let reader = ByteReader(Array(bytes.prefix(70_000)))
    let isLittle = reader.has("II*\0", at: 0)
    func number(_ start: Int, _ count: Int) -> Int? {
      isLittle ? reader.little(start, count) : reader.big(start, count)
    }
    self = .upright
    guard isLittle || reader.has("MM\0*", at: 0), let table = number(4, 4),
      let count = number(table, 2)
    else { return }
    for index in 0..<min(count, 512) {
      let entry = table + 2 + index * 12
      if number(entry, 2) == 0x0112, let value = number(entry + 8, 2), (1...8).contains(value) {
        self.init(number: value)
      }
    }
  }

  /// Whether width and height change places.
  package var isSideways: Bool { number > 4 }

  /// Tables of Exif that say this, and nothing else.
  package var exif: [UInt8] {
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(number), 0, 0]
      + [0, 0, 0, 0]
  }
}
