import SaanFiles

/// A WebP (RFC 9649) with the chunks of its pictures and colours, and no others.
func bareWebP(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  guard let length = reader.little(4, 4), length >= 4, length <= reader.count - 8 else {
    throw .cut
  }
  var bare: [UInt8] = []
  var hasHead = false
  var hasPicture = false
  let chunks = try chunks(of: reader, in: 12..<8 + length)
  let profile =
    kept.colours
    ? chunks.first { $0.name == "ICCP" }.flatMap { bareProfile(Array($0.content)) } : nil
  for chunk in chunks {
    switch chunk.name {
    case "VP8X":
      guard chunk.content.count >= 10 else { throw .cut }
      var content = Array(chunk.content.prefix(10))
      // Its second and third bits promise Exif and XMP, its fifth a description of colours.
      content[0] &= profile != nil ? 0b0011_0010 : 0b0001_0010
      if kept.exif != nil { content[0] |= 0b1000 }
      hasHead = true
      bare += written("VP8X", content)
    case "ICCP": bare += profile.map { written("ICCP", $0) } ?? []
    case "VP8 ", "VP8L":
      hasPicture = true
      bare += written(chunk.name, Array(chunk.content))
    case "ALPH", "ANIM": bare += written(chunk.name, Array(chunk.content))
    case "ANMF":
      hasPicture = true
      let frame = chunk.content.startIndex
      guard chunk.content.count >= 16 else { throw .cut }
      let parts = try SaanImages.chunks(of: reader, in: frame + 16..<chunk.content.endIndex)
        .filter { ["ALPH", "VP8 ", "VP8L"].contains($0.name) }
        .flatMap { written($0.name, Array($0.content)) }
      bare += written("ANMF", Array(chunk.content.prefix(16)) + parts)
    default: break
    }
  }
  guard hasPicture else { throw .cut }
  if let exif = kept.exif {
    if !hasHead { bare = try head(of: reader) + bare }
    bare += written("EXIF", exif)
  }
  return Array("RIFF".utf8) + number(bare.count + 4) + Array("WEBP".utf8) + bare
}

/// The head that a picture needs which says something of itself.
private func head(of reader: ByteReader) throws(PictureMistake) -> [UInt8] {
  guard let header = PictureHeader(reader.bytes) else { throw .cut }
  let size =
    header.orientation.isSideways
    ? (header.size.height, header.size.width) : (header.size.width, header.size.height)
  let flags: UInt8 = header.isTransparent ? 0b0001_1000 : 0b1000
  return written(
    "VP8X",
    [flags, 0, 0, 0] + number(size.0 - 1).prefix(3) + number(size.1 - 1).prefix(3))
}

private func chunks(
  of reader: ByteReader, in range: Range<Int>
) throws(PictureMistake) -> [(name: String, content: ArraySlice<UInt8>)] {
  var found: [(String, ArraySlice<UInt8>)] = []
  var offset = range.lowerBound
  while offset + 8 <= range.upperBound {
    guard let name = reader.name(offset), let length = reader.little(offset + 4, 4),
      offset + 8 + length <= range.upperBound, let content = reader.slice(offset + 8, length)
    else { throw .cut }
    found.append((name, content))
    offset += 8 + length + length % 2
  }
  return found
}

private func written(_ name: String, _ content: [UInt8]) -> [UInt8] {
  Array(name.utf8) + number(content.count) + content + (content.count % 2 == 0 ? [] : [0])
}

private func number(_ value: Int) -> [UInt8] {
  stride(from: 0, through: 24, by: 8).map { UInt8(truncatingIfNeeded: value >> $0) }
}
