import Testing

@testable import SaanData

/// What stands in a picture and is not to be seen on it.
@Suite struct PictureContentsTests {
  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Tables with an artist and, where it is given, a latitude.
  private static func tables(_ artist: String, latitude: Int?, isLittle: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      isLittle ? big(value, count).reversed() : big(value, count)
    }
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4)
    }
    let text = Array(artist.utf8)
    var file = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
    file += number(2, 2) + entry(0x013B, 2, text.count, 100) + entry(0x8825, 4, 1, 40)
    file += number(0, 4)
    file += [UInt8](repeating: 0, count: 40 - file.count)
    file += latitude == nil ? number(0, 2) : number(1, 2) + entry(2, 5, 3, 60)
    file += [UInt8](repeating: 0, count: 60 - file.count)
    file += [latitude ?? 0, 0, 0].flatMap { number($0, 4) + number(1, 4) }
      .enumerated().map { latitude == 0 ? 0 : $0.element }
    return file + [UInt8](repeating: 0, count: 100 - file.count) + text
  }

  private static func jpeg(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, marker] + big(content.count + 2, 2) + content
      + [0xFF, 0xDA, 0, 2, 1, 2, 3]
  }
  private static func png(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + big(2, 4) + Array("IDATxx".utf8) + big(0, 4)
      + big(content.count, 4) + Array(kind.utf8) + content + big(0, 4)
  }
  private static func webP(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + big(0, 4) + Array("WEBPVP8 ".utf8) + [1, 0, 0, 0, 9, 0]
      + Array(kind.utf8) + big(content.count, 4).reversed() + content
  }

  private static let remark = Array("Comment\0โทร 081-234-5678".utf8)
  private static let exif = Array("Exif\0\0".utf8)

  @Test(arguments: [
    jpeg(0xFE, remark), jpeg(0xE1, exif + tables("081-234-5678", latitude: nil)),
    jpeg(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x>081-234-5678</x>".utf8)),
    jpeg(0xED, Array("8BIM\u{4}081-234-5678\0".utf8)), png("tEXt", remark), png("iTXt", remark),
    png("eXIf", tables("081-234-5678", latitude: nil, isLittle: true)),
    webP("EXIF", tables("081-234-5678", latitude: nil)), webP("XMP ", remark),
    tables("081-234-5678", latitude: nil),
    [0, 0, 0, 9] + exif + tables("081-234-5678", latitude: nil),
  ])
  func remarksAreRead(_ bytes: [UInt8]) {
    let contents = FileContents(bytes, name: "a.jpg")
    #expect(contents.found.map(\.finding.normal) == ["0812345678"])
    #expect(!contents.hasPosition && !contents.isUnread)
  }

  @Test(arguments: [
    jpeg(0xE1, exif + tables("x", latitude: 13)),
    jpeg(0xE1, exif + tables("x", latitude: 13, isLittle: true)),
    jpeg(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"13,45N\"/>".utf8)),
    png("eXIf", tables("x", latitude: 13)), webP("EXIF", exif + tables("x", latitude: 13)),
    tables("x", latitude: 13),
  ])
  func thePositionOfTheCameraIsTold(_ bytes: [UInt8]) {
    #expect(FileContents(bytes, name: "a.JPG").hasPosition)
    // Whatever is cut off or wrong is read to an end.
    for count in 0..<bytes.count { _ = FileContents(Array(bytes.prefix(count)), name: "a.jpg") }
    for index in bytes.indices {
      var broken = bytes
      broken[index] = 0xFF
      _ = FileContents(broken, name: "a.jpg")
    }
  }

  @Test(arguments: [
    Array("\u{0}\u{0} 081-234-5678".utf8), Array("RIFF\u{20}\0\0\0WEBPVP8 081-234-5678".utf8),
    Array(png("IDAT", remark).dropLast(6)), Array(jpeg(0xFE, remark).prefix(20)),
  ])
  func aPictureThatBreaksOffIsToldAsUnread(_ bytes: [UInt8]) {
    let bytes = bytes.first == 0 ? [0xFF, 0xD8] + bytes.dropFirst(2) : bytes
    #expect(FileContents(bytes, name: "a.jpg").isUnread)
    #expect(!FileContents(Self.png("IDAT", Self.remark), name: "a.png").isUnread)
  }

  @Test func aCameraThatKnowsNoPositionTellsNone() {
    #expect(
      !FileContents(Self.jpeg(0xE1, Self.exif + Self.tables("x", latitude: 0)), name: "a.jpg")
        .hasPosition)
    // What only looks like a remark lies in the picture itself.
    let shown = Self.png("IDAT", Self.remark)
    #expect(FileContents(shown, name: "a.png").found.isEmpty)
  }
}
