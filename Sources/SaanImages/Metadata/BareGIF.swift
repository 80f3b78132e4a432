import SaanFiles

/// A GIF (89a) with its pictures, their times and how often they run, without remarks and texts.
func bareGIF(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  guard let flags = reader.big(10, 1),
    let head = reader.slice(0, 13 + colourTable(flags))
  else { throw .cut }
  var bare = Array(head)
  var offset = bare.count
  while let kind = reader.big(offset, 1) {
    let start = offset
    switch kind {
    case 0x3B: return bare + [0x3B]
    case 0x21:
      let label = reader.big(offset + 1, 1)
      let isLoop = ["NETSCAPE2.0", "ANIMEXTS1.0"].contains { reader.has($0, at: offset + 3) }
      offset += 2
      try skipBlocks(reader, &offset)
      if label == 0xF9 || (label == 0xFF && isLoop) { bare += reader.bytes[start..<offset] }
    case 0x2C:
      guard let flags = reader.big(offset + 9, 1) else { throw .cut }
      offset += 10 + colourTable(flags) + 1
      try skipBlocks(reader, &offset)
      bare += reader.bytes[start..<offset]
    default: throw .cut
    }
  }
  throw .cut
}

/// How many bytes a table of colours has.
private func colourTable(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

/// Goes to the end of blocks, each of which says how long it is; one of no length is the last.
private func skipBlocks(_ reader: ByteReader, _ offset: inout Int) throws(PictureMistake) {
  while true {
    guard let length = reader.big(offset, 1) else { throw .cut }
    offset += 1 + length
    if length == 0 { return }
  }
}
