/// What the head of a picture's file says: enough to decide what is made of it before anybody
/// decodes it.
package struct PictureHeader: Sendable, Hashable {
  package let format: PictureFormat
  /// Width and height as they are shown, after the picture is turned upright.
  package private(set) var size = ImageSize(width: 0, height: 0)
  package private(set) var orientation = Orientation.upright
  /// Whether it moves.
  package private(set) var isAnimated = false
  /// Whether it has a palette: a drawing or a copy of a screen of at most 256 colours.
  package private(set) var hasPalette = false
  /// Whether what lies behind it may shine through.
  package private(set) var isTransparent = false
  /// Whether its numbers are those of the web's colours: shades of grey or red, green and blue of a
  /// JPEG that has no profile.
  package private(set) var isInWebColours = false
  /// Whose it is, as a camera or a program wrote into it.
  package private(set) var credit: PictureCredit?

  /// Reads the head; `nil` for what is no picture, or does not say its size.
  package init?(_ bytes: [UInt8]) {
    guard let format = PictureFormat(bytes) else { return nil }
    self.format = format
    let reader = ByteReader(bytes)
    switch format {
    case .jpeg: readJPEG(reader)
    case .png: readPNG(reader)
    case .gif: readGIF(reader)
    case .webp: readWebP(reader)
    case .avif, .heic: readHEIF(reader)
    case .film, .tiff, .bmp, .icon: return nil
    }
    guard size.width > 0, size.height > 0 else { return nil }
    if orientation.isSideways { size = ImageSize(width: size.height, height: size.width) }
  }

  private mutating func read(exif tables: ArraySlice<UInt8>) {
    (orientation, credit) = (Orientation(exif: tables), PictureCredit(exif: tables))
  }

  private mutating func readJPEG(_ reader: ByteReader) {
    var (offset, isTold, hasProfile) = (2, false, false)
    defer { if hasProfile { isInWebColours = false } }
    while let mark = reader.big(offset, 1), mark == 0xFF, let kind = reader.big(offset + 1, 1) {
      if kind == 0xFF {
        offset += 1
        continue
      }
      guard kind != 0xDA, kind != 0xD9, let length = reader.big(offset + 2, 2) else { return }
      // The frame headers but for the tables DHT, JPG and DAC, which lie among them.
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        size = ImageSize(
          width: reader.big(offset + 7, 2) ?? 0, height: reader.big(offset + 5, 2) ?? 0)
        let (depth, channels) = (reader.big(offset + 4, 1), reader.big(offset + 9, 1))
        isInWebColours = depth == 8 && (channels == 1 || channels == 3)
      }
      if kind == 0xE2, reader.has("ICC_PROFILE\0", at: offset + 4) { hasProfile = true }
      // Where several say how it is turned, the first counts.
      if kind == 0xE1, !isTold, reader.has("Exif\0\0", at: offset + 4),
        let tables = reader.slice(offset + 10, length - 8)
      {
        read(exif: tables)
        isTold = true
      }
      offset += 2 + length
    }
  }

  private mutating func readPNG(_ reader: ByteReader) {
    size = ImageSize(width: reader.big(16, 4) ?? 0, height: reader.big(20, 4) ?? 0)
    hasPalette = reader.big(25, 1) == 3
    isTransparent = [4, 6].contains(reader.big(25, 1))
    var offset = 8
    while let length = reader.big(offset, 4), let name = reader.name(offset + 4) {
      if name == "acTL" { isAnimated = true }
      if name == "tRNS" { isTransparent = true }
      if name == "eXIf", let tables = reader.slice(offset + 8, length) {
        read(exif: tables)
      }
      offset += 12 + length
    }
  }

  private mutating func readGIF(_ reader: ByteReader) {
    size = ImageSize(width: reader.little(6, 2) ?? 0, height: reader.little(8, 2) ?? 0)
    (hasPalette, isTransparent) = (true, true)
    // Whoever loops, moves.
    isAnimated = reader.bytes.prefix(4096).firstRange(of: Array("NETSCAPE2.0".utf8)) != nil
  }

  private mutating func readWebP(_ reader: ByteReader) {
    switch reader.name(12) {
    case "VP8 ":
      size = ImageSize(
        width: (reader.little(26, 2) ?? 0) & 0x3FFF, height: (reader.little(28, 2) ?? 0) & 0x3FFF)
    case "VP8L":
      let bits = reader.little(21, 4) ?? 0
      isTransparent = bits >> 28 & 1 == 1
      size = ImageSize(width: (bits & 0x3FFF) + 1, height: ((bits >> 14) & 0x3FFF) + 1)
    case "VP8X":
      guard let width = reader.little(24, 3), let height = reader.little(27, 3) else { return }
      size = ImageSize(width: width + 1, height: height + 1)
      isAnimated = (reader.big(20, 1) ?? 0) & 0x02 != 0
      isTransparent = (reader.big(20, 1) ?? 0) & 0x10 != 0
      readParts(ofWebP: reader)
    default: break
    }
  }

  private mutating func readParts(ofWebP reader: ByteReader) {
    var offset = 12
    while let name = reader.name(offset), let length = reader.little(offset + 4, 4) {
      if name == "EXIF", let tables = reader.slice(offset + 8, length) {
        let isMarked = reader.has("Exif\0\0", at: offset + 8)
        read(exif: isMarked ? tables.dropFirst(6) : tables)
      }
      offset += 8 + length + length % 2
    }
  }

  /// The largest picture in the file; a property of it turns it by quarters to the left.
  private mutating func readHEIF(_ reader: ByteReader) {
    var turn = 0
    for box in reader.boxes(named: ["meta", "iprp", "ipco"]) {
      switch box.name {
      case "ispe":
        guard let width = reader.big(box.start + 4, 4), let height = reader.big(box.start + 8, 4),
          width * height > size.width * size.height
        else { continue }
        size = ImageSize(width: width, height: height)
      case "irot": turn = (reader.big(box.start, 1) ?? 0) & 3
      default: break
      }
    }
    if reader.has("avis", at: 8) { isAnimated = true }
    if let mark = reader.bytes.firstRange(of: Array("Exif\0\0".utf8)) {
      credit = PictureCredit(exif: reader.bytes[mark.upperBound...])
    }
    if turn % 2 == 1 { size = ImageSize(width: size.height, height: size.width) }
  }
}
