import SaanFiles
import SaanImages
import SaanText
import Testing

/// A published picture says nothing besides what it shows.
@Suite struct BarePictureTests {
  private typealias Planted = PlantedPictures

  private func bare(_ bytes: [UInt8]) throws -> [UInt8] {
    try #require(try BarePicture(bytes)).bytes
  }

  static let all: [(name: String, bytes: [UInt8])] = [
    ("jpg", PlantedPictures.jpeg()), ("png", PlantedPictures.png()), ("gif", PlantedPictures.gif()),
    ("webp", PlantedPictures.webp()), ("avif", PlantedPictures.avif()),
    ("heic", PlantedPictures.avif(brand: "heic", kind: "hvc1")), ("mp4", PlantedPictures.film()),
    ("tif", PlantedPictures.tiff()),
  ]

  @Test(arguments: all.indices) func secretsGoAndThePictureStays(index: Int) throws {
    let (name, bytes) = Self.all[index]
    #expect(bytes.firstRange(of: Planted.secret) != nil)
    let bare = try bare(bytes)
    #expect(bare.firstRange(of: Planted.secret) == nil, "\(name)")
    #expect(PictureFormat(bare) == PictureFormat(ending: name))
    #expect(PictureHeader(bare) == PictureHeader(bytes), "\(name)")
    #expect(try self.bare(bare) == bare, "\(name)")
  }

  /// A profile of colours says whose screen it is of; what colours are worked out by stays where it
  /// lay, also in a profile that is parted or packed.
  @Test func profilesOfColoursSayNothingElse() throws {
    let wide: [UInt8] = Planted.secret.flatMap { [0, $0] as [UInt8] }
    let word = Array(Planted.secret.prefix(8))
    for bytes in [Planted.jpeg(), Planted.webp(), Planted.avif()] {
      let bare = try bare(bytes)
      #expect(bare.firstRange(of: Planted.red) != nil)
      #expect(bare.firstRange(of: wide) == nil)
      #expect(bare.firstRange(of: word) == nil)
    }
    let half = Planted.profile.count / 2
    let name = Array("ICC_PROFILE\0".utf8)
    let second = Planted.segment(0xE2, name + [2, 2] + Planted.profile[half...])
    let first = Planted.segment(0xE2, name + [1, 2] + Planted.profile[..<half])
    let parted = try bare(Planted.jpeg().replacing(Planted.icc, with: second + first))
    #expect(parted.firstRange(of: word) == nil)
    #expect(parted.count == (try bare(Planted.jpeg()).count) + name.count + 6)
    let lone = try bare(Planted.jpeg().replacing(Planted.icc, with: second))
    #expect(lone.firstRange(of: name) == nil)
    let png = try bare(Planted.png())
    #expect(png.firstRange(of: Array("iCCPICC".utf8)) != nil)
    #expect(try bare(png) == png)
  }

  /// Programs refuse a picture that promises tables of Exif and has none.
  @Test func picturesOfTelephonesHaveTablesWithNothingInThem() throws {
    let bare = try bare(Planted.avif(brand: "heic", kind: "hvc1"))
    let empty: [UInt8] = [0, 0, 0, 0] + Array("II*\0".utf8) + [8, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(bare.firstRange(of: empty) != nil)
  }

  /// Only a picture whose numbers mean something else is turned into the colours of the web.
  @Test func coloursOfTheWebAreKnown() {
    let other = Planted.jpeg()
    let own = other.replacing(Planted.icc, with: [])
    let frame = Planted.segment(
      0xC0, [8] + Planted.big(30, 2) + Planted.big(40, 2) + [1, 1, 0x11, 0])
    let ink = [8] + Planted.big(30, 2) + Planted.big(40, 2) + [4, 1, 0x11, 0]
    #expect(PictureHeader(own)?.isInWebColours == true)
    #expect(PictureHeader(other)?.isInWebColours == false)
    #expect(PictureHeader(own.replacing(frame, with: frame + Planted.icc))?.isInWebColours == false)
    #expect(
      PictureHeader(own.replacing(frame, with: Planted.segment(0xC0, ink)))?.isInWebColours == false
    )
    #expect(PictureHeader(Planted.png())?.isInWebColours == false)
  }

  @Test func whatIsSeenStaysToTheBit() throws {
    let jpeg = try bare(Planted.jpeg())
    #expect(jpeg.ranges(of: Planted.scan).count == 2)
    #expect(jpeg.firstRange(of: Planted.red) != nil)
    #expect(PictureHeader(jpeg)?.size == ImageSize(width: 30, height: 40))
    #expect(PictureHeader(jpeg)?.orientation.number == 6)
    let png = try bare(Planted.png())
    for chunk in [Planted.chunk("gAMA", [1]), Planted.chunk("IDAT", [7])] {
      #expect(png.firstRange(of: chunk) != nil)
    }
    #expect(png.suffix(12).elementsEqual(Planted.chunk("IEND", [])))
    let avif = try bare(Planted.avif())
    #expect(
      avif.firstRange(of: Planted.box("mdat", [1, 2, 3, 4, 0]).dropFirst(4).map(\.self)) != nil)
    #expect(PictureHeader(avif)?.size == ImageSize(width: 30, height: 40))
    // What lay behind the last box is gone, all else lies where it lay.
    #expect(avif.count == Planted.avif().count - Planted.secret.count)
    let film = try bare(Planted.film())
    #expect(film.firstRange(of: Planted.box("tkhd", [6])) != nil)
    #expect(film.count == Planted.film().count)
  }

  @Test func namesAndSpareRoomSayNothing() throws {
    let bare = try bare(Planted.wordyPNG())
    #expect(bare.firstRange(of: Planted.secret) == nil)
    #expect(bare.firstRange(of: Array("iCCPICC\0".utf8)) != nil)
    // A table of a form that no browser reads, and a small picture in a picture.
    var jpeg = Planted.jpeg()
    jpeg.insert(contentsOf: Planted.segment(0xC8, Planted.secret), at: 2)
    #expect(try self.bare(jpeg).firstRange(of: Planted.secret) == nil)
  }

  @Test func aCreditIsKeptWhereThatIsWantedAndNothingElse() throws {
    let exif = Planted.creditedExif()
    let head = Array("Exif\0\0".utf8)
    var jpeg = Planted.jpeg(1)
    jpeg.insert(contentsOf: Planted.segment(0xE1, head + exif), at: 2)
    var png = Planted.png(1)
    png.insert(
      contentsOf: Planted.chunk("eXIf", exif),
      at: png.firstRange(of: Array("gAMA".utf8))!.lowerBound - 4)
    png =
      Array(png[..<png.ranges(of: Array("eXIf".utf8))[1].lowerBound.advanced(by: -4)])
      + Planted.chunk("IEND", [])
    let frame = Planted.riff("VP8L", [0x2F, 39, 0x40, 7, 0])
    let head8 = Planted.riff(
      "VP8X", [0b1000, 0, 0, 0] + Planted.little(39, 3) + Planted.little(29, 3))
    func riff(_ parts: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + Planted.little(parts.count + 4, 4) + Array("WEBP".utf8) + parts
    }
    let webp = riff(head8 + frame + Planted.riff("EXIF", exif))
    for (name, bytes) in [("jpg", jpeg), ("png", png), ("webp", webp)] {
      let credit = try #require(PictureHeader(bytes)?.credit, "\(name)")
      #expect(credit.artist == "Mali Suan" && credit.copyright == "CC BY 4.0")
      let kept = try #require(try BarePicture(bytes, credit: credit)).bytes
      #expect(PictureHeader(kept)?.credit == credit, "\(name)")
      #expect(PictureHeader(kept)?.size == PictureHeader(bytes)?.size, "\(name)")
      #expect(kept.firstRange(of: Planted.secret) == nil, "\(name)")
      #expect(try self.bare(bytes).firstRange(of: Array("Mali".utf8)) == nil, "\(name)")
    }
    // One without a head gets one.
    let credit = PictureHeader(jpeg)?.credit
    let bare = try #require(try BarePicture(riff(frame), credit: credit)).bytes
    #expect(PictureHeader(bare)?.credit == credit)
    #expect(PictureHeader(bare)?.size == ImageSize(width: 40, height: 30))
  }

  @Test(arguments: 1...8) func eachWayOfTurningIsKept(number: Int) throws {
    for bytes in [Planted.jpeg(number), Planted.png(number), Planted.webp(number)] {
      let header = try #require(PictureHeader(try bare(bytes)))
      #expect(header.orientation.number == number)
      let size = number > 4 ? ImageSize(width: 30, height: 40) : ImageSize(width: 40, height: 30)
      #expect(header.size == size)
    }
  }

  @Test func coloursGoWhereTheyAreThoseOfTheWeb() throws {
    let bare = try #require(try BarePicture(Planted.jpeg(1), keepsColours: false)).bytes
    #expect(bare.firstRange(of: Planted.icc) == nil)
    #expect(bare.firstRange(of: Array("Exif".utf8)) == nil)
  }

  @Test(arguments: all.indices) func whatBreaksOffIsNeverTakenForWhole(index: Int) {
    let (name, bytes) = Self.all[index]
    guard name != "mp4", name != "tif" else { return }
    // What follows the picture itself may be missing.
    let end = (try? BarePicture(bytes)?.bytes.count) ?? 0
    for count in stride(from: 16, to: min(end, bytes.count) - 1, by: 1) {
      if let bare = try? BarePicture(Array(bytes.prefix(count))) {
        #expect(bare.bytes.firstRange(of: Planted.secret) == nil, "\(name) \(count)")
      }
    }
    let half = Array(bytes.prefix(bytes.count / 2))
    #expect(throws: PictureMistake.cut, "\(name)") { try BarePicture(half) }
  }

  @Test func damagedFilesDoNoHarm() {
    var random = SystemRandomNumberGenerator()
    for (_, bytes) in Self.all {
      for _ in 0..<300 {
        var damaged = bytes
        for _ in 0..<3 {
          damaged[Int.random(in: 12..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        _ = try? BarePicture(damaged)
        _ = PictureHeader(damaged)
      }
    }
  }

  private func told(_ bytes: [UInt8], _ path: String) -> String? {
    let ending = path.split(separator: ".").last ?? ""
    return PictureMistake(ofHead: bytes, ending: ending).map { mistake in
      let found = mistake.diagnostic(of: path)
      return "[\(found.code)] \(found.message.en) | \(found.hint?.en ?? "")"
    }
  }

  @Test func theHeadIsReadBeforeAnybodyDecodes() throws {
    #expect(told(Planted.jpeg(), "content/a.JPG") == nil)
    #expect(
      told(Planted.png(), "content/news/a.jpg")
        == "[mislabelled-picture] the file is PNG, although its name ends with .jpg | rename it to a.png, and write that name where it is shown"
    )
    #expect(
      told(Array("hello".utf8), "content/a.png")
        == "[mislabelled-picture] the file is no picture, although its name ends with .png | put the picture itself there, or give the file the ending of what it is"
    )
    var bomb = Planted.png()
    bomb.replaceSubrange(16..<24, with: Planted.big(30_000, 4) + Planted.big(30_000, 4))
    #expect(
      told(bomb, "content/a.png")
        == "[huge-picture] the picture has 30000 × 30000 points: at most 100 million points and 30 MB are published | make it smaller: 3000 points in width are enough for every page"
    )
    #expect(
      told(Planted.jpeg() + [UInt8](repeating: 0, count: 30_000_000), "a.jpg")?.hasPrefix(
        "[huge-picture] the picture has 30 MB") == true)
    #expect(told(Array(Planted.jpeg().prefix(60)), "a.jpg")?.hasPrefix("[broken-picture]") == true)
    #expect(told(Array("hello".utf8), "content/a.pdf") == nil)
    #expect(PictureMistake.unclear.diagnostic(of: "a.jpg").code == "unclear-picture")
    #expect(
      PictureMistake.cut.diagnostic(of: "a.jpg").message.th == "ไฟล์รูปขาดตอนหรือเสียหาย จึงเผยแพร่ไม่ได้")
  }
}
