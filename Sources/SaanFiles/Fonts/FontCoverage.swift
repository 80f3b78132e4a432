/// Which letters a font has (OpenType, the table `cmap`).
package struct FontCoverage: Sendable {
  private var scalars: Set<UInt32> = []

  /// Reads a font; `nil` where it is none, or says nothing of letters.
  package init?(_ font: [UInt8]) {
    let bytes = FontBytes(bytes: font)
    guard let tables = bytes.short(4), let map = Self.table("cmap", of: tables, in: bytes),
      let count = bytes.short(map + 2)
    else { return nil }
    let all = (0..<count).compactMap { index -> Int? in
      bytes.long(map + 4 + index * 8 + 4).map { map + $0 }
    }
    for place in all {
      switch bytes.short(place) {
      case 4: addSegments(at: place, in: bytes)
      case 12: addGroups(at: place, in: bytes)
      default: break
      }
    }
    if scalars.isEmpty { return nil }
  }

  /// Whether it has a letter.
  package func has(_ scalar: Unicode.Scalar) -> Bool { scalars.contains(scalar.value) }

  private static func table(_ name: String, of count: Int, in bytes: FontBytes) -> Int? {
    for index in 0..<count {
      let entry = 12 + index * 16
      guard entry + 16 <= bytes.bytes.count else { return nil }
      if bytes.bytes[entry..<(entry + 4)].elementsEqual(name.utf8) { return bytes.long(entry + 8) }
    }
    return nil
  }

  /// Letters in runs, each with the number that is added for its glyph or a list of glyphs.
  private mutating func addSegments(at place: Int, in bytes: FontBytes) {
    guard let twice = bytes.short(place + 6) else { return }
    let (ends, starts) = (place + 14, place + 16 + twice)
    let (deltas, offsets) = (starts + twice, starts + 2 * twice)
    for index in stride(from: 0, to: twice, by: 2) {
      guard let end = bytes.short(ends + index), let start = bytes.short(starts + index),
        let delta = bytes.short(deltas + index), let offset = bytes.short(offsets + index),
        start <= end, start != 0xFFFF
      else { continue }
      for letter in start...end {
        let glyph =
          offset == 0
          ? letter + delta : bytes.short(offsets + index + offset + (letter - start) * 2) ?? 0
        if glyph & 0xFFFF != 0 { scalars.insert(UInt32(letter)) }
      }
    }
  }

  private mutating func addGroups(at place: Int, in bytes: FontBytes) {
    guard let count = bytes.long(place + 12), count < 100_000 else { return }
    for index in 0..<count {
      let group = place + 16 + index * 12
      guard let start = bytes.long(group), let end = bytes.long(group + 4), start <= end,
        end - start < 0x20000
      else { continue }
      for letter in start...end { scalars.insert(UInt32(letter)) }
    }
  }
}

/// The numbers of a font, the higher byte first.
private struct FontBytes {
  let bytes: [UInt8]

  func short(_ place: Int) -> Int? {
    guard place >= 0, place + 2 <= bytes.count else { return nil }
    return Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  func long(_ place: Int) -> Int? {
    guard let high = short(place), let low = short(place + 2) else { return nil }
    return high << 16 | low
  }
}
