import SaanFiles

/// A picture of a telephone, an AVIF or a film (ISO 14496-12, 23008-12) in which zeros stand where
/// it said something.
///
/// Nothing moves, for its parts are found by where they lie in the file. Boxes that are not needed
/// for what is seen become free space; of the items of a picture those stay that are pictures; what
/// belongs to no item goes, and whatever lies behind the last box.
func bareMedia(_ reader: ByteReader, _ kept: KeptParts) throws(PictureMistake) -> [UInt8] {
  let boxes = reader.boxes(in: 0..<reader.count).boxes
  guard boxes.first?.name == "ftyp", let last = boxes.last,
    boxes.contains(where: { $0.name == "meta" || $0.name == "moov" })
  else { throw .cut }
  var media = MediaEraser(reader, end: last.content.upperBound)
  for box in boxes { media.clean(box, inside: "") }
  let metas = boxes.filter { $0.name == "meta" }
  for meta in metas { try media.cleanItems(of: meta) }
  if !boxes.contains(where: { $0.name == "moov" || $0.name == "moof" }) {
    for data in boxes where data.name == "mdat" { media.eraseAllButItems(in: data.content) }
  }
  return Array(media.bytes[..<last.content.upperBound])
}

private struct MediaEraser {
  private let reader: ByteReader
  private(set) var bytes: [UInt8]
  /// Where the items lie that stay.
  private var kept: [Range<Int>] = []

  /// Where the last whole box ends: an item that goes on behind it was cut off.
  private let end: Int

  init(_ reader: ByteReader, end: Int) {
    (self.reader, self.end, bytes) = (reader, end, reader.bytes)
  }

  /// The boxes that stay, by the box that they stand in; of others all boxes stay.
  private static let needed: [String: Set<String>] = [
    "": ["ftyp", "styp", "meta", "mdat", "moov", "moof", "mfra", "sidx", "ssix", "free", "wide"],
    "meta": ["hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "ipro", "dinf", "grpl"],
    "moov": ["mvhd", "trak", "mvex", "iods", "cmov"],
    "trak": ["tkhd", "tref", "edts", "mdia", "tapt", "clip", "matt", "load"],
    "ipco": [
      "ispe", "pixi", "colr", "hvcC", "lhvC", "vvcC", "vvnC", "av1C", "avcC", "jpgC", "j2kH",
      "uncC", "cmpd", "irot", "imir", "clap", "pasp", "auxC", "rloc", "lsel", "a1op", "a1lx",
      "oinf", "tols", "clli", "mdcv", "cclv", "amve", "iscl", "rref",
    ],
  ]

  mutating func clean(_ box: MediaBox, inside outer: String) {
    if let needed = Self.needed[outer], !needed.contains(box.name) {
      bytes.replaceSubrange(box.head + 4..<box.head + 8, with: "free".utf8)
      return erase(box.content)
    }
    switch box.name {
    case "free": erase(box.content)
    case "colr" where reader.has("prof", at: box.start) || reader.has("rICC", at: box.start):
      guard let bare = bareProfile(Array(reader.bytes[box.content].dropFirst(4))) else {
        bytes.replaceSubrange(box.head + 4..<box.head + 8, with: "free".utf8)
        return erase(box.content)
      }
      bytes.replaceSubrange(box.start + 4..<box.content.upperBound, with: bare)
    // Who handles it has a name, which stands behind its kind.
    case "hdlr": erase(min(box.start + 24, box.content.upperBound)..<box.content.upperBound)
    case "trak":
      // Where a camera moved and where it was is a track of its own.
      guard let track = MediaTrack(reader, box), !track.isSeenOrHeard else {
        return cleanParts(of: box)
      }
      for range in track.samples { erase(range) }
      bytes.replaceSubrange(box.head + 4..<box.head + 8, with: "free".utf8)
      erase(box.content)
    case "meta", "moov", "mdia", "iprp", "ipco": cleanParts(of: box)
    default: break
    }
  }

  private mutating func cleanParts(of box: MediaBox) {
    for part in reader.boxes(in: reader.inside(box)).boxes { clean(part, inside: box.name) }
  }

  private mutating func erase(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    bytes.replaceSubrange(range, with: repeatElement(0, count: range.count))
  }

  /// Erases the items that are no pictures: Exif, XMP, and whatever a maker adds.
  mutating func cleanItems(of meta: MediaBox) throws(PictureMistake) {
    let parts = reader.boxes(in: reader.inside(meta)).boxes
    let kinds = parts.filter { $0.name == "iinf" }.reduce(into: [Int: String]()) { kinds, box in
      kinds.merge(self.kinds(in: box)) { first, _ in first }
    }
    let data = parts.first { $0.name == "idat" }
    for box in parts where box.name == "iloc" {
      guard let places = ItemPlaces(reader, box, data: data) else { throw .cut }
      for (item, ranges) in places.items {
        let isPicture = kinds[item].map(Self.pictures.contains) ?? false
        for range in ranges {
          guard range.upperBound <= end else { throw .cut }
          if isPicture { kept.append(range) } else { erase(range) }
          if kinds[item] == "Exif" { writeEmptyExif(in: range) }
          if kinds[item] == "jpeg" { eraseWords(inJPEG: range) }
        }
      }
    }
    for box in parts where box.name == "iinf" { eraseNames(in: box) }
    if let data { eraseAllButItems(in: data.content) }
  }

  /// Leaves tables of Exif with nothing in them: programs refuse a picture in which there are none
  /// where some were promised.
  private mutating func writeEmptyExif(in range: Range<Int>) {
    // Where the tables begin; byte order, the place of the first, its count, and that none follows.
    let empty = [0, 0, 0, 0] + Array("II*\0".utf8) + [8, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    guard range.count >= empty.count else { return }
    let place = range.lowerBound..<range.lowerBound + empty.count
    bytes.replaceSubrange(place, with: empty)
    kept.append(place)
  }

  /// Erases what a small picture in a picture says of itself, which stands before its scan.
  private mutating func eraseWords(inJPEG range: Range<Int>) {
    var offset = range.lowerBound + 2
    while offset + 4 <= range.upperBound, reader.big(offset, 1) == 0xFF,
      let kind = reader.big(offset + 1, 1), let length = reader.big(offset + 2, 2), kind != 0xDA
    {
      let isTold = (0xE1...0xEF).contains(kind) && kind != 0xEE || kind == 0xFE
      if isTold, length > 2 { erase(offset + 4..<min(offset + 2 + length, range.upperBound)) }
      offset += 2 + length
    }
  }

  /// Erases the names of items, which stand behind their kinds.
  private mutating func eraseNames(in box: MediaBox) {
    for (entry, version) in entries(in: box) {
      let start = entry.start + (version < 2 ? 8 : version == 2 ? 12 : 14)
      if start < entry.content.upperBound { erase(start..<entry.content.upperBound) }
    }
  }

  private func entries(in box: MediaBox) -> [(entry: MediaBox, version: Int)] {
    let start = box.start + (reader.big(box.start, 1) == 0 ? 6 : 8)
    guard start <= box.content.upperBound else { return [] }
    return reader.boxes(in: start..<box.content.upperBound).boxes.filter { $0.name == "infe" }
      .map { ($0, reader.big($0.start, 1) ?? 0) }
  }

  private static let pictures: Set<String> = [
    "hvc1", "hev1", "lhv1", "vvc1", "av01", "avc1", "jpeg", "j2k1", "unci", "grid", "iovl",
    "iden", "tmap",
  ]

  /// What kind each item is, by its number.
  private func kinds(in box: MediaBox) -> [Int: String] {
    entries(in: box).reduce(into: [:]) { kinds, found in
      let (entry, version) = found
      guard version >= 2 else { return }
      let size = version == 2 ? 2 : 4
      if let item = reader.big(entry.start + 4, size),
        let kind = reader.name(entry.start + 4 + size + 2)
      {
        kinds[item] = kind
      }
    }
  }

  /// Erases what belongs to no item that stays.
  mutating func eraseAllButItems(in range: Range<Int>) {
    var offset = range.lowerBound
    for item in kept.sorted(by: { $0.lowerBound < $1.lowerBound }) where item.overlaps(range) {
      if item.lowerBound > offset { erase(offset..<item.lowerBound) }
      offset = max(offset, min(item.upperBound, range.upperBound))
    }
    erase(offset..<range.upperBound)
  }
}

/// Where the items of a picture lie: the box `iloc`.
private struct ItemPlaces {
  private(set) var items: [(item: Int, ranges: [Range<Int>])] = []

  private let reader: ByteReader
  private var offset: Int

  /// - Parameter data: the box that items may lie in instead of the file.
  init?(_ reader: ByteReader, _ box: MediaBox, data: MediaBox?) {
    self.reader = reader
    offset = box.start + 4
    guard let version = reader.big(box.start, 1), version < 3, let sizes = number(2) else {
      return nil
    }
    let (offsetSize, lengthSize) = (sizes >> 12 & 15, sizes >> 8 & 15)
    let (baseSize, indexSize) = (sizes >> 4 & 15, version == 0 ? 0 : sizes & 15)
    guard let count = number(version < 2 ? 2 : 4), count < 100_000 else { return nil }
    for _ in 0..<count {
      guard let item = number(version < 2 ? 2 : 4),
        let method = version == 0 ? 0 : number(2), number(2) != nil, let base = number(baseSize),
        let extents = number(2)
      else { return nil }
      var ranges: [Range<Int>] = []
      for _ in 0..<extents {
        guard number(indexSize) != nil, let start = number(offsetSize),
          let length = number(lengthSize)
        else { return nil }
        let origin = method & 15 == 1 ? data?.start : 0
        guard let origin, start < 1 << 40, length < 1 << 40, base < 1 << 40 else { return nil }
        ranges.append(origin + base + start..<origin + base + start + length)
      }
      items.append((item, ranges))
    }
  }

  /// The next number; one of no bytes is zero, and of one of eight the first is.
  private mutating func number(_ size: Int) -> Int? {
    defer { offset += size }
    if size == 0 { return 0 }
    if size == 8 { return reader.big(offset, 1) == 0 ? reader.big(offset + 1, 7) : nil }
    return reader.big(offset, size)
  }
}
