import SaanFiles

/// A WebP (RFC 9649) with the chunks of its pictures and colours, and no others.
func bareWebP(_ reader: ByteReader, _ keepsColours: Bool) throws(PictureMistake) -> [UInt8] {
  guard let length = reader.little(4, 4), length >= 4, length <= reader.count - 8 else {
    throw .cut
  }
  let orientation = PictureHeader(reader.bytes)?.orientation ?? .upright
  var kept: [UInt8] = []
  var hasPicture = false
  for chunk in try chunks(of: reader, in: 12..<8 + length) {
    switch chunk.name {
    case "VP8X":
      guard chunk.content.count >= 10 else { throw .cut }
      var content = Array(chunk.content.prefix(10))
      // Its second and third bits promise Exif and XMP, its fifth a description of colours.
      content[0] &= keepsColours ? 0b0011_0010 : 0b0001_0010
      if orientation != .upright { content[0] |= 0b1000 }
      kept += written("VP8X", content)
    case "ICCP": if keepsColours { kept += written("ICCP", Array(chunk.content)) }
    case "VP8 ", "VP8L":
      hasPicture = true
      kept += written(chunk.name, Array(chunk.content))
    case "ALPH", "ANIM": kept += written(chunk.name, Array(chunk.content))
    case "ANMF":
      hasPicture = true
      let frame = chunk.content.startIndex
      guard chunk.content.count >= 16 else { throw .cut }
      let parts = try chunks(of: reader, in: frame + 16..<chunk.content.endIndex)
        .filter { ["ALPH", "VP8 ", "VP8L"].contains($0.name) }
        .flatMap { written($0.name, Array($0.content)) }
      kept += written("ANMF", Array(chunk.content.prefix(16)) + parts)
    default: break
    }
  }
  guard hasPicture else { throw .cut }
  if orientation != .upright { kept += written("EXIF", orientation.exif) }
  return Array("RIFF".utf8) + number(kept.count + 4) + Array("WEBP".utf8) + kept
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
