/// Small pictures of each format with a secret at every place where programs write something.
enum PlantedPictures {
  static let secret = Array("SECRET-13.7563N".utf8)

  static func big(_ value: Int, _ count: Int) -> [UInt8] {
    stride(from: (count - 1) * 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

  /// Tables of Exif with an orientation and a secret.
  static func exif(_ orientation: Int) -> [UInt8] {
    Array("II*\0".utf8) + little(8, 4) + little(2, 2)
      + little(0x0112, 2) + little(3, 2) + little(1, 4) + little(orientation, 4)
      + little(0x010F, 2) + little(2, 2) + little(secret.count, 4) + little(38, 4)
      + little(0, 4) + secret
  }

  static func segment(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, kind] + big(content.count + 2, 2) + content
  }

  /// Where red lies: what colours are worked out by.
  static let red = Array("XYZ \0\0\0\0".utf8) + big(0x6FA2, 4) + big(0x38F5, 4) + big(0x0390, 4)

  /// A profile of colours with a secret as its maker, in a text of each kind, and in a part of a
  /// maker's own; one of the texts is in two alphabets.
  static let profile: [UInt8] = {
    let wide: [UInt8] = secret.flatMap { [0, $0] as [UInt8] }
    let latin: [UInt8] = Array("desc\0\0\0\0".utf8) + big(secret.count + 1, 4) + secret + [0]
    let plain: [UInt8] = Array("text\0\0\0\0".utf8) + secret + [0]
    let record: [UInt8] = Array("thTH".utf8) + big(wide.count, 4) + big(28, 4)
    let many: [UInt8] = Array("mluc\0\0\0\0".utf8) + big(1, 4) + big(12, 4) + record + wide
    let own: [UInt8] = Array("mmod\0\0\0\0".utf8) + secret
    let words: [(String, [UInt8])] = [
      ("desc", latin + wide + secret), ("cprt", plain), ("dmdd", many), ("mmod", own),
      ("rXYZ", red),
    ]
    var (table, parts) = ([UInt8](), [UInt8]())
    for (name, part) in words {
      let place = 132 + words.count * 12 + parts.count
      table += Array(name.utf8) + big(place, 4) + big(part.count, 4)
      parts += part
    }
    func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
    let head: [UInt8] = zeros(36) + Array("acsp".utf8) + zeros(8) + secret.prefix(12) + zeros(68)
    return head + big(words.count, 4) + table + parts
  }()
  static let icc = segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}".utf8) + profile)

  /// A profile as PNG packs it, in one piece that is stored as it is (RFC 1950, 1951).
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let head: [UInt8] = [0x78, 0x01, 1] + little(bytes.count, 2) + little(0xFFFF - bytes.count, 2)
    return head + bytes + big(b << 16 | a, 4)
  }

  static let scan: [UInt8] = [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4]

  static func jpeg(_ orientation: Int = 6) -> [UInt8] {
    let jfif = segment(
      0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 72, 0, 72, 2, 1] + [9, 9, 9, 9, 9, 9])
    let frame = segment(0xC0, [8] + big(30, 2) + big(40, 2) + [1, 1, 0x11, 0])
    let exif = segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation))
    let others = [0xE1, 0xE2, 0xE5, 0xED, 0xEF, 0xFE].flatMap { segment($0, secret) }
    let start = segment(0xDA, [1, 1, 0, 0, 0x3F, 0])
    return [0xFF, 0xD8] + jfif + exif + icc + others + segment(0xDB, [0, 1]) + frame + start + scan
      + segment(0xFE, secret) + start + scan + [0xFF, 0xD9] + secret
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count, 4) + Array(name.utf8) + content + [0, 0, 0, 0]
  }

  static func png(_ orientation: Int = 6) -> [UInt8] {
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let others = ["tEXt", "iTXt", "zTXt", "tIME", "caBX", "prVt"].flatMap { chunk($0, secret) }
    let size = chunk("IHDR", big(40, 4) + big(30, 4) + [8, 2, 0, 0, 0])
    let colours = chunk("iCCP", secret + [0, 0] + packed(profile))
    return mark + size + chunk("gAMA", [1]) + colours + others + chunk("IDAT", [7])
      + chunk("eXIf", exif(orientation)) + chunk("IEND", []) + secret
  }

  static func block(_ label: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0x21, label, UInt8(content.count)] + content + [0]
  }

  static func gif() -> [UInt8] {
    let loop = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    let xmp = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [UInt8(secret.count)] + secret + [0]
    let head = Array("GIF89a".utf8) + little(40, 2) + little(30, 2) + [0x80, 0, 0]
    let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 40, 0, 30, 0, 0, 2, 2, 5, 6, 0]
    return head + [0, 0, 0, 255, 255, 255] + loop + xmp + block(0xFE, secret)
      + block(0xF9, [0, 0, 0, 0]) + picture + block(0x01, secret) + [0x3B] + secret
  }

  static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + little(content.count, 4) + content + (content.count % 2 == 0 ? [] : [0])
  }

  static func webp(_ orientation: Int = 6) -> [UInt8] {
    let head = riff("VP8X", [0b0010_1110, 0, 0, 0] + little(39, 3) + little(29, 3))
    let frame = [UInt8](repeating: 0, count: 16) + riff("VP8 ", [1, 2, 3]) + riff("prvt", secret)
    let parts =
      head + riff("ICCP", profile) + riff("ANIM", [0, 0, 0, 0, 0, 0]) + riff("ANMF", frame)
      + riff("EXIF", exif(orientation)) + riff("XMP ", secret) + riff("prvt", secret)
    return Array("RIFF".utf8) + little(parts.count + 4, 4) + Array("WEBP".utf8) + parts + secret
  }

  static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + Array(name.utf8) + content
  }

  /// A picture with a part of its own, one with Exif, one with XMP, and something between them.
  static func avif(brand: String = "avif", kind: String = "av01") -> [UInt8] {
    let start = box("ftyp", Array("\(brand)\0\0\0\0\(brand)".utf8))
    func infe(_ number: Int, _ kind: String) -> [UInt8] {
      box("infe", [2, 0, 0, 0] + big(number, 2) + big(0, 2) + Array(kind.utf8) + secret + [0])
    }
    let kinds = box(
      "iinf", big(0, 4) + big(3, 2) + infe(1, kind) + infe(2, "Exif") + infe(3, "mime"))
    let size = box("ispe", big(0, 4) + big(40, 4) + big(30, 4))
    let words = box("udes", big(0, 4) + secret + [0])
    let colours = box("colr", Array("prof".utf8) + profile)
    let properties = box("iprp", box("ipco", size + words + colours + box("irot", [1])))
    func meta(_ data: Int) -> [UInt8] {
      let exif = data + 4 + secret.count
      let places = [
        (1, data, 4), (2, exif, secret.count + 3), (3, exif + secret.count + 3, secret.count),
      ].map { big($0.0, 2) + big(0, 2) + big(1, 2) + big($0.1, 4) + big($0.2, 4) }
      return box(
        "meta",
        big(0, 4) + box("hdlr", big(0, 8) + Array("pict".utf8) + big(0, 6) + big(0, 6) + secret)
          + box("iloc", big(0, 4) + [0x44, 0] + big(3, 2) + places.flatMap(\.self))
          + kinds + properties + box("udta", secret))
    }
    let begin = start.count + meta(0).count + 8
    return start + meta(begin) + box("mdat", [1, 2, 3, 4] + secret + secret + [0, 0, 0] + secret)
      + box("uuid", secret) + secret
  }

  /// A strip of four bytes, with a maker, a description and a table of Exif.
  static func tiff() -> [UInt8] {
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
      little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4)
    }
    let (strip, first, second, inner) = (98, 102, 117, 132)
    let head = Array("II*\0".utf8) + little(8, 4) + little(7, 2)
    let entries = [
      entry(256, 3, 1, 2), entry(257, 3, 1, 2), entry(270, 2, secret.count, first),
      entry(271, 2, secret.count, second), entry(273, 4, 1, strip), entry(279, 4, 1, 4),
      entry(34665, 4, 1, inner),
    ].flatMap(\.self)
    let exif = little(1, 2) + entry(37510, 7, secret.count, inner + 18) + little(0, 4)
    return head + entries + little(0, 4) + [1, 2, 3, 4] + secret + secret + exif + secret
  }

  /// A film with a picture track, and one of where the camera was.
  static func film() -> [UInt8] {
    let inner = box("udta", box("©xyz", secret)) + box("meta", big(0, 4) + secret)
    let start = box("ftyp", Array("isom\0\0\0\0mp42".utf8))
    func track(_ kind: String, _ more: [UInt8], _ chunk: Int, _ size: Int) -> [UInt8] {
      let table =
        box("stsz", big(0, 4) + big(0, 4) + big(1, 4) + big(size, 4))
        + box("stsc", big(0, 4) + big(1, 4) + big(1, 4) + big(1, 4) + big(1, 4))
        + box("stco", big(0, 4) + big(1, 4) + big(chunk, 4))
      let handler = box(
        "hdlr", big(0, 4) + big(0, 4) + Array(kind.utf8) + big(0, 6) + big(0, 6) + secret)
      let media = box("mdia", handler + box("minf", box("stbl", table)))
      return box("trak", more + media)
    }
    let first = start.count + 8
    let seen = track("vide", box("tkhd", [6]) + box("udta", secret), first, 4)
    let noted = track("meta", [], first + 4, secret.count)
    return start + box("mdat", [1, 2, 3, 4] + secret)
      + box("moov", box("mvhd", [5]) + seen + noted + inner)
  }

  /// A PNG whose colours have a name, and whose small parts say more than they need.
  static func wordyPNG() -> [UInt8] {
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return mark + chunk("IHDR", big(40, 4) + big(30, 4) + [8, 2, 0, 0, 0])
      + chunk("iCCP", secret + [0, 0] + packed(profile)) + chunk("pHYs", secret)
      + chunk("IDAT", [7])
      + chunk("IEND", [])
  }

  /// Tables of Exif with who took a picture, and more.
  static func creditedExif() -> [UInt8] {
    let artist = Array("Mali Suan\0".utf8)
    let rights = Array("CC BY 4.0\0".utf8)
    func entry(_ tag: Int, _ count: Int, _ offset: Int) -> [UInt8] {
      little(tag, 2) + little(2, 2) + little(count, 4) + little(offset, 4)
    }
    return Array("II*\0".utf8) + little(8, 4) + little(3, 2) + entry(0x010F, secret.count, 70)
      + entry(0x013B, artist.count, 50) + entry(0x8298, rights.count, 60) + little(0, 4) + artist
      + rights + secret
  }
}
