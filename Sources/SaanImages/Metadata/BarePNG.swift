import SaanFiles

/// A PNG (third edition) with the chunks that decide what is seen, and no others.
func barePNG(_ reader: ByteReader, _ keepsColours: Bool) throws(PictureMistake) -> [UInt8] {
  var bare = Array(reader.bytes.prefix(8))
  bare.reserveCapacity(reader.count)
  var offset = 8
  var orientation = orientation(of: reader)
  while let length = reader.big(offset, 4), let name = reader.name(offset + 4) {
    guard let chunk = reader.slice(offset, length + 12) else { throw .cut }
    guard (offset == 8) == (name == "IHDR") else { throw .cut }
    offset += chunk.count
    if name == "IDAT", orientation != .upright {
      bare += exifChunk(orientation)
      orientation = .upright
    }
    if seen.contains(name) || (keepsColours && colours.contains(name)) { bare += chunk }
    if name == "IEND" { return bare }
  }
  throw .cut
}

/// The picture itself, how it moves, what shines through, and how large its points are.
private let seen: Set<String> = [
  "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "bKGD", "sBIT", "pHYs", "acTL", "fcTL", "fdAT",
]

/// What colours its numbers mean.
private let colours: Set<String> = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI"]

/// How it is turned, which may stand behind the picture.
private func orientation(of reader: ByteReader) -> Orientation {
  PictureHeader(reader.bytes)?.orientation ?? .upright
}

private func exifChunk(_ orientation: Orientation) -> [UInt8] {
  let body = Array("eXIf".utf8) + orientation.exif
  let check = checksum(body)
  return number(orientation.exif.count) + body + number(Int(check))
}

private func number(_ value: Int) -> [UInt8] {
  stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// The cyclic redundancy check of ISO 3309.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1
    }
  }
}
