/// Width and height of a picture in pixels, as its first bytes say.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Reads PNG (RFC 2083), GIF89a, JPEG (ITU T.81), WebP (RFC 9649) and SVG's `viewBox`.
  ///
  /// `nil` for other formats and for bytes that do not say.
  package init?(_ bytes: [UInt8]) {
    guard
      let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes)
        ?? Self.svg(bytes),
      size.width > 0, size.height > 0
    else { return nil }
    (width, height) = size
  }

  private typealias Size = (width: Int, height: Int)

  private static func png(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    return (big(bytes[16..<20]), big(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (little(bytes[6..<8]), little(bytes[8..<10]))
  }

  private static func webP(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)) else { return nil }
    switch String(decoding: bytes[8..<16], as: UTF8.self) {
    case "WEBPVP8 ": return (little(bytes[26..<28]) & 0x3FFF, little(bytes[28..<30]) & 0x3FFF)
    case "WEBPVP8X": return (little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
    case "WEBPVP8L":
      let bits = little(bytes[21..<25])
      return ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    default: return nil
    }
  }

  private static func jpeg(_ bytes: [UInt8]) -> Size? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    while offset + 9 < bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      // The frame headers but for the tables DHT, JPG and DAC, which lie among them.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (big(bytes[(offset + 7)..<(offset + 9)]), big(bytes[(offset + 5)..<(offset + 7)]))
      }
      offset += 2 + big(bytes[(offset + 2)..<(offset + 4)])
    }
    return nil
  }

  private static func svg(_ bytes: [UInt8]) -> Size? {
    let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
    guard head.contains("<svg"), let start = head.firstRange(of: "viewBox=\"") else { return nil }
    let numbers = head[start.upperBound...].prefix { $0 != "\"" }
      .split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2...].allSatisfy({ $0 > 0 && $0 < 100_000 }) else {
      return nil
    }
    return (Int(numbers[2].rounded()), Int(numbers[3].rounded()))
  }

  private static func big(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
