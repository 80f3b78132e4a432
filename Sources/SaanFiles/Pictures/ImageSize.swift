/// Width and height of a picture in pixels, as it is shown.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Names a size.
  package init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  /// Reads the head of a picture, or the `viewBox` of an SVG drawing.
  ///
  /// `nil` for other formats and for bytes that do not say.
  package init?(_ bytes: [UInt8]) {
    guard let size = PictureHeader(bytes)?.size ?? Self.svg(bytes) else { return nil }
    self = size
  }

  private static func svg(_ bytes: [UInt8]) -> ImageSize? {
    let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
    guard head.contains("<svg"), let start = head.firstRange(of: "viewBox=\"") else { return nil }
    let numbers = head[start.upperBound...].prefix { $0 != "\"" }
      .split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2...].allSatisfy({ $0 > 0 && $0 < 100_000 }) else {
      return nil
    }
    return ImageSize(width: Int(numbers[2].rounded()), height: Int(numbers[3].rounded()))
  }
}
