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
    self = .upright
    if let number = ExifReader(bytes).number(0x0112, among: 1...8) { self.init(number: number) }
  }

  /// Whether width and height change places.
  package var isSideways: Bool { number > 4 }
}
