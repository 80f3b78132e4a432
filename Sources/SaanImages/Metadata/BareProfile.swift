import CZlib
import SaanFiles

/// A profile of colours (ICC.1:2022) that says what numbers mean, and not whose screen or camera it
/// was made for.
///
/// Nothing moves, for its parts are found by where they lie: spaces stand in its texts, and zeros
/// wherever it says something that no colour is worked out by.
///
/// - Returns: `nil` for what is no profile.
func bareProfile(_ bytes: [UInt8]) -> [UInt8]? {
  let reader = ByteReader(bytes)
  guard reader.has("acsp", at: 36), let count = reader.big(128, 4), count <= 1_000,
    reader.slice(132, count * 12) != nil
  else { return nil }
  var bare = [UInt8](repeating: 0, count: bytes.count)
  func keep(_ range: Range<Int>) { bare.replaceSubrange(range, with: bytes[range]) }
  keep(0..<132 + count * 12)
  // The maker, the model and the date of the device, who made the profile, and its number.
  for range in [24..<36, 48..<56, 80..<100] {
    bare.replaceSubrange(range, with: repeatElement(0, count: range.count))
  }
  var colours: [Range<Int>] = []
  for index in 0..<count {
    guard let name = reader.name(132 + index * 12), let start = reader.big(136 + index * 12, 4),
      let size = reader.big(140 + index * 12, 4), size >= 8, reader.slice(start, size) != nil
    else { return nil }
    if partsOfColours.contains(name) {
      colours.append(start..<start + size)
    } else {
      let part = blank(reader, start..<start + size)
      bare.replaceSubrange(start..<start + size, with: part)
    }
  }
  // Parts may share their bytes: what colours are worked out by stays.
  for range in colours { keep(range) }
  return bare
}

/// The parts that colours are worked out by; A2B, B2A and the like are tables for it.
private let partsOfColours: Set<String> = [
  "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "chrm", "lumi",
  "gamt", "cicp", "A2B0", "A2B1", "A2B2", "A2B3", "B2A0", "B2A1", "B2A2", "B2A3", "D2B0", "D2B1",
  "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3", "pre0", "pre1", "pre2", "view", "meas", "tech",
  "vcgt",
]

/// A part that says nothing: texts of spaces, as long as they were, and zeros in all others.
private func blank(_ reader: ByteReader, _ range: Range<Int>) -> [UInt8] {
  let start = range.lowerBound
  var part = Array(reader.bytes[range].prefix(8)) + [UInt8](repeating: 0, count: range.count - 8)
  func fill(_ range: Range<Int>, with letter: [UInt8]) {
    for place in stride(
      from: range.lowerBound, through: range.upperBound - letter.count, by: letter.count)
    {
      part.replaceSubrange(place..<place + letter.count, with: letter)
    }
  }
  switch reader.name(start) {
  case "text": fill(8..<max(8, range.count - 1), with: [0x20])
  case "desc":
    guard let length = reader.big(start + 8, 4), length > 0, 12 + length <= range.count else {
      break
    }
    part.replaceSubrange(8..<12, with: reader.bytes[start + 8..<start + 12])
    fill(12..<12 + length - 1, with: [0x20])
  case "mluc":
    guard let count = reader.big(start + 8, 4), count < 1_000, 16 + count * 12 <= range.count
    else { break }
    part.replaceSubrange(
      8..<16 + count * 12, with: reader.bytes[start + 8..<start + 16 + count * 12])
    for record in 0..<count {
      guard let length = reader.big(start + 20 + record * 12, 4),
        let place = reader.big(start + 24 + record * 12, 4), place >= 16 + count * 12,
        place + length <= range.count
      else { continue }
      fill(place..<place + length, with: [0, 0x20])
    }
  default: break
  }
  return part
}

/// The same of a profile that is packed, as PNG has it (RFC 1950).
///
/// - Returns: `nil` for what is no profile, or cannot be unpacked.
func barePackedProfile(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
  guard let bytes = unpacked(Array(packed)), let bare = bareProfile(bytes) else { return nil }
  var length = compressBound(UInt(bare.count))
  var result = [UInt8](repeating: 0, count: Int(length))
  guard compress2(&result, &length, bare, UInt(bare.count), 9) == Z_OK else { return nil }
  return Array(result.prefix(Int(length)))
}

/// No profile is larger; one that unfolds to more is meant to.
private let mostBytes = 8 << 20

private func unpacked(_ packed: [UInt8]) -> [UInt8]? {
  var room = 1 << 16
  while room <= mostBytes {
    var length = UInt(room)
    var bytes = [UInt8](repeating: 0, count: room)
    switch uncompress(&bytes, &length, packed, UInt(packed.count)) {
    case Z_OK: return Array(bytes.prefix(Int(length)))
    case Z_BUF_ERROR: room *= 4
    default: return nil
    }
  }
  return nil
}
