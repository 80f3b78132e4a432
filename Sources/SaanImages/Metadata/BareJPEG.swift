import SaanFiles

/// A JPEG (ITU T.81) with the segments that its picture is made of, and no others.
///
/// Of those that programs add, three stay: the head of JFIF without its small picture, what its
/// colours mean, and how they were mixed. The way it is turned is said anew, alone.
func bareJPEG(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  var bare: [UInt8] = [0xFF, 0xD8]
  bare.reserveCapacity(reader.count)
  var (offset, hasScan) = (2, false)
  var frame: [UInt8] = []
  var profile = kept.colours ? profileSegments(reader)[...] : []
  while true {
    guard reader.big(offset, 1) == 0xFF, let kind = reader.big(offset + 1, 1) else { throw .cut }
    if kind == 0xFF {
      offset += 1
      continue
    }
    if kind == 0xD9 {
      guard hasScan else { throw .cut }
      return bare + [0xFF, 0xD9]
    }
    guard let length = reader.big(offset + 2, 2), length >= 2,
      let segment = reader.slice(offset, length + 2)
    else { throw .cut }
    offset += length + 2
    switch kind {
    case 0xE0 where segment.count >= 18 && segment.dropFirst(4).starts(with: "JFIF\0".utf8):
      // Head, length, name, version, density; the small picture would follow.
      if frame.isEmpty {
        frame = [0xFF, 0xE0, 0, 16] + segment.dropFirst(4).prefix(12) + [0, 0]
        bare += frame
      }
    case 0xE2 where segment.isOfProfile: bare += profile.popFirst() ?? []
    case 0xEE where segment.count == 16 && segment.dropFirst(4).starts(with: "Adobe".utf8):
      bare += segment
    // Frames, tables and scans; 0xC8, 0xDE and 0xDF are of forms that no browser reads.
    case 0xC0...0xC7, 0xC9...0xCF, 0xDA...0xDD:
      if kind == 0xDA, !hasScan {
        hasScan = true
        bare = told(kept.exif, in: bare, behind: frame)
      }
      bare += segment
      if kind == 0xDA { bare += try scan(reader, &offset) }
    default: break
    }
  }
}

/// The segments of a profile of colours that says nothing else, in their order; none where it is
/// not whole.
private func profileSegments(_ reader: ByteReader) -> [[UInt8]] {
  var segments: [[UInt8]] = []
  var offset = 2
  while reader.big(offset, 1) == 0xFF, let kind = reader.big(offset + 1, 1), kind != 0xDA {
    guard kind != 0xFF else {
      offset += 1
      continue
    }
    guard let length = reader.big(offset + 2, 2), length >= 2,
      let segment = reader.slice(offset, length + 2)
    else { return [] }
    if kind == 0xE2, segment.isOfProfile { segments.append(Array(segment)) }
    offset += length + 2
  }
  // Behind its name each says the how many-th it is, from 1, and of how many.
  let places = segments.indices.sorted { segments[$0][16] < segments[$1][16] }
  guard places.map({ Int(segments[$0][16]) }) == Array(1..<segments.count + 1),
    segments.allSatisfy({ $0[17] == segments.count }),
    let bare = bareProfile(places.flatMap { segments[$0].dropFirst(18) })
  else { return [] }
  var rest = bare[...]
  for place in places {
    let length = segments[place].count - 18
    segments[place].replaceSubrange(18..., with: rest.prefix(length))
    rest = rest.dropFirst(length)
  }
  return segments
}

extension ArraySlice<UInt8> {
  /// Whether the segment holds a profile of colours, or a part of one.
  fileprivate var isOfProfile: Bool {
    count >= 18 && dropFirst(4).starts(with: "ICC_PROFILE\0".utf8)
  }
}

/// What a picture still says of itself, said where programs look for it.
private func told(_ exif: [UInt8]?, in bare: [UInt8], behind frame: [UInt8]) -> [UInt8] {
  guard let exif else { return bare }
  let tables = Array("Exif\0\0".utf8) + exif
  let count = tables.count + 2
  let segment = [0xFF, 0xE1, UInt8(count >> 8), UInt8(count & 0xFF)] + tables
  // JFIF stands first where it is; it may also stand behind others.
  let start = bare.dropFirst(2).starts(with: frame) ? 2 + frame.count : 2
  return bare[..<start] + segment + bare[start...]
}

/// The coded points behind the head of a scan, up to the next segment.
private func scan(
  _ reader: ByteReader, _ offset: inout Int
) throws(PictureMistake) -> ArraySlice<UInt8> {
  let start = offset
  let end = reader.bytes.withUnsafeBufferPointer { bytes -> Int? in
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF {
        let next = bytes[index + 1]
        // Behind 0xFF a zero is a point's, and a mark of restart is part of the scan.
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return index }
      }
      index += 1
    }
    return nil
  }
  guard let end else { throw .cut }
  offset = end
  return reader.bytes[start..<end]
}
