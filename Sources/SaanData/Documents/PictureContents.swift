/// What a picture says besides what it shows: remarks in it, and where it was taken.
///
/// Read are PNG (RFC 2083), JPEG (ITU T.81), WebP (RFC 9649), and in them and in TIFF and HEIF the
/// tables of Exif 2.32 and the packets of XMP.
struct PictureContents {
  private(set) var texts: [String] = []
  /// Whether it has the position of the camera.
  private(set) var hasPosition = false
  /// Whether it breaks off, or is none of what its first bytes say.
  private(set) var isBroken = false
  private let limits: DataLimits

  init(_ bytes: [UInt8], limits: DataLimits) {
    self.limits = limits
    if bytes.starts(with: [0xFF, 0xD8]) {
      readJPEG(bytes)
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      readPNG(bytes)
    } else if bytes.starts(with: "RIFF".utf8) {
      readWebP(bytes)
    } else if let mark = bytes.prefix(200_000).firstRange(of: Self.mark) {
      readTables(bytes[mark.upperBound...])
    } else {
      readTables(bytes[...])
    }
    hasPosition = hasPosition || PositionSearch.finds(in: bytes)
  }

  /// What stands before the tables of Exif in other files.
  private static let mark = Array("Exif\0\0".utf8)

  private mutating func readJPEG(_ bytes: [UInt8]) {
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      // The picture itself begins.
      if bytes[offset + 1] == 0xDA { return }
      let end = offset + 2 + big(bytes[offset + 2..<offset + 4])
      guard end >= offset + 4, end <= bytes.count else { break }
      let content = bytes[offset + 4..<end]
      switch bytes[offset + 1] {
      case 0xFE, 0xED: add(content)
      case 0xE1: readPacket(content)
      default: break
      }
      offset = end
    }
    isBroken = true
  }

  private mutating func readPNG(_ bytes: [UInt8]) {
    var offset = 8
    while offset + 12 <= bytes.count {
      let end = offset + 8 + big(bytes[offset..<offset + 4])
      guard end + 4 <= bytes.count else { return isBroken = true }
      let content = bytes[offset + 8..<end]
      switch String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self) {
      case "tEXt": add(content)
      case "iTXt", "zTXt":
        add(content)
        // What is packed begins with 0x78.
        if let start = content.firstIndex(of: 0x78),
          let inflation = Inflation(content[start...], limits: limits)
        {
          add(inflation.bytes[...])
        }
      case "eXIf": readTables(content)
      default: break
      }
      offset = end + 4
    }
  }

  private mutating func readWebP(_ bytes: [UInt8]) {
    var offset = 12
    while offset + 8 <= bytes.count {
      let end = offset + 8 + big(ArraySlice(bytes[offset + 4..<offset + 8].reversed()))
      guard end <= bytes.count else { return isBroken = true }
      if ["EXIF", "XMP "].contains(String(decoding: bytes[offset..<offset + 4], as: UTF8.self)) {
        readPacket(bytes[offset + 8..<end])
      }
      offset = end + (end - offset) % 2
    }
  }

  /// Tables of Exif, or a packet of XMP.
  private mutating func readPacket(_ bytes: ArraySlice<UInt8>) {
    let isMarked = bytes.starts(with: Self.mark)
    let tables = isMarked ? bytes.dropFirst(Self.mark.count) : bytes
    if isMarked || PictureTables.begin(tables) { readTables(tables) } else { add(bytes) }
  }

  private mutating func readTables(_ bytes: ArraySlice<UInt8>) {
    guard let tables = PictureTables(bytes) else { return }
    texts += tables.texts
    hasPosition = hasPosition || tables.hasPosition
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    texts.append(text)
    if text.contains("GPSLatitude") { hasPosition = true }
  }

  private func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}

/// The tables of Exif, which are those of TIFF 6.0.
struct PictureTables {
  private(set) var texts: [String] = []
  private(set) var hasPosition = false

  private let bytes: ArraySlice<UInt8>
  private let isLittle: Bool

  static func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8)
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    guard Self.begin(bytes) else { return nil }
    self.bytes = bytes
    isLittle = bytes.first == UInt8(ascii: "I")
    var tables = [(start: number(at: 4, 4) ?? 0, isOfPosition: false)]
    // A file may lead in circles.
    var room = 16
    while let table = tables.popLast(), room > 0 {
      room -= 1
      for index in 0..<min(512, number(at: table.start, 2) ?? 0) {
        let entry = table.start + 2 + index * 12
        guard let tag = number(at: entry, 2), let type = number(at: entry + 2, 2),
          let value = value(at: entry, type)
        else { break }
        switch tag {
        case 0x8769, 0x8825: tables.append((number(at: entry + 8, 4) ?? 0, tag == 0x8825))
        // Some cameras write a latitude of zeros where they know none.
        case 2, 4:
          if table.isOfPosition, value.contains(where: { $0 != 0 }) { hasPosition = true }
        // Tables of smaller pictures.
        case 0x014A: tables += (0..<min(4, value.count / 4)).compactMap { numbered(value, $0) }
        case 0x9286: texts.append(String(decoding: value, as: UTF8.self))
        case 0x9C9B...0x9C9F: texts.append(Self.utf16(value))
        default: if type == 2 { texts.append(String(decoding: value, as: UTF8.self)) }
        }
      }
      let count = number(at: table.start, 2) ?? 0
      if let next = number(at: table.start + 2 + count * 12, 4), next > 0, !table.isOfPosition {
        tables.append((next, false))
      }
    }
  }

  /// The table that a number in a value leads to.
  private func numbered(_ value: ArraySlice<UInt8>, _ index: Int) -> (Int, Bool)? {
    number(at: value.startIndex - bytes.startIndex + index * 4, 4).map { ($0, false) }
  }

  /// The bytes of an entry's value: four of its own, or more elsewhere.
  private func value(at entry: Int, _ type: Int) -> ArraySlice<UInt8>? {
    let sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
    guard sizes.indices.contains(type), let count = number(at: entry + 4, 4), count < 1_000_000
    else { return nil }
    let size = count * sizes[type]
    guard let start = size > 4 ? number(at: entry + 8, 4) : entry + 8 else { return nil }
    return slice(start, size)
  }

  private func slice(_ start: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard start >= 0, count >= 0, start + count <= bytes.count else { return nil }
    return bytes[bytes.startIndex + start..<bytes.startIndex + start + count]
  }

  private func number(at start: Int, _ count: Int) -> Int? {
    guard let part = slice(start, count) else { return nil }
    return isLittle
      ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }
}
