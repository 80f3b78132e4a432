import SaanFiles

/// A PNG (third edition) with the chunks that decide what is seen, and no others.
func barePNG(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  var bare = Array(reader.bytes.prefix(8))
  bare.reserveCapacity(reader.count)
  var offset = 8
  var told = kept.exif
  while let length = reader.big(offset, 4), let name = reader.name(offset + 4) {
    guard let chunk = reader.slice(offset, length + 12) else { throw .cut }
    guard (offset == 8) == (name == "IHDR") else { throw .cut }
    offset += chunk.count
    if name == "IDAT", let exif = told {
      bare += written("eXIf", exif)
      told = nil
    }
    if name == "iCCP" {
      if kept.colours { bare += profile(chunk.dropFirst(8).dropLast(4)) }
    } else if let most = seen[name] ?? (kept.colours ? colours[name] : nil), length <= most {
      bare += chunk
    }
    if name == "IEND" { return bare }
  }
  throw .cut
}

/// The picture itself, how it moves, what shines through, and how large its points are; with the
/// most bytes that each of these has to say.
private let seen: [String: Int] = [
  "IHDR": 13, "PLTE": 768, "IDAT": .max, "IEND": 0, "tRNS": 256, "bKGD": 6, "sBIT": 4, "pHYs": 9,
  "acTL": 8, "fcTL": 26, "fdAT": .max,
]

/// What colours its numbers mean.
private let colours: [String: Int] = [
  "gAMA": 4, "cHRM": 32, "sRGB": 1, "cICP": 4, "mDCV": 24, "cLLI": 8,
]

/// A profile of colours that says nothing else; nothing where it is none.
private func profile(_ content: ArraySlice<UInt8>) -> [UInt8] {
  // Its name, and how it is packed, for which there is one way.
  guard let end = content.firstIndex(of: 0), content[end...].dropFirst().first == 0,
    let bare = barePackedProfile(content[end...].dropFirst(2))
  else { return [] }
  return written("iCCP", Array("ICC".utf8) + [0, 0] + bare)
}

private func written(_ name: String, _ content: [UInt8]) -> [UInt8] {
  let body = Array(name.utf8) + content
  return number(content.count) + body + number(Int(checksum(body)))
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
