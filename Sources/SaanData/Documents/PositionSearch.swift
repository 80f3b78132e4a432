import Glibc
import SaanText

/// Looks for where something was taken in bytes of any kind, wherever in them it stands: behind the
/// end of a picture, in a recording's cover, in a page of its own.
enum PositionSearch {
  /// Whether tables of Exif, a packet of XMP or a film's head in it say where that was.
  static func finds(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { all in
      for word in words where offset(of: word, in: all, from: 0) != nil { return true }
      for sign in "+-".utf8 where finds([sign], in: all, where: { isPlace(bytes, at: $0) }) {
        return true
      }
      return tables.contains { mark in
        finds(mark, in: all) { PictureTables(bytes[$0...])?.hasPosition == true }
      }
    }
  }

  /// Whether a text has the packet of a picture in it, or carries a picture that says so.
  static func finds(inText bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { all in
      if offset(of: Array("exif:GPSLatitude".utf8), in: all, from: 0) != nil { return true }
      return packed.contains { mark, isPart in
        finds(mark, in: all) { start in
          let text = bytes[(isPart ? start : start + mark.count)...].prefix {
            letters.contains($0)
          }
          guard text.count > 60, let file = Base64.decode(text) else { return false }
          return finds(in: file)
        }
      }
    }
  }

  private static let tables = [Array("II*\0".utf8), Array("MM\0*".utf8)]
  /// The name of a property of XMP, in the encodings that it may have, and one of films.
  private static let words: [[UInt8]] = {
    var words: [[UInt8]] = [Array("com.apple.quicktime.location.ISO6709".utf8)]
    for word in ["GPSLatitude", "GPSLongitude"] {
      let letters: [UInt8] = Array(word.utf8)
      // Either order of bytes has the letters with zeros between them.
      let spread: [UInt8] = letters.flatMap { [$0, 0] as [UInt8] }
      words += [letters, Array(spread.dropLast())]
    }
    return words
  }()
  /// What stands before a file in a text, or is its beginning.
  private static let packed: [(mark: [UInt8], isPart: Bool)] = [
    (Array("base64,".utf8), false), (Array("/9j/4".utf8), true),
  ]
  private static let letters = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\r\n".utf8)

  /// Whether it is a latitude with its longitude, as films write it (ISO 6709):
  /// `+13.7563+100.5018`.
  private static func isPlace(_ bytes: [UInt8], at start: Int) -> Bool {
    let form = Array("+00.0000+000.000".utf8)
    guard start + form.count <= bytes.count else { return false }
    return form.indices.allSatisfy { index in
      let byte = bytes[start + index]
      switch form[index] {
      case UInt8(ascii: "+"): return "+-".utf8.contains(byte)
      case UInt8(ascii: "0"): return (0x30...0x39).contains(byte)
      default: return byte == form[index]
      }
    }
  }

  /// Whether one of the places where a mark stands is of a kind.
  private static func finds(
    _ mark: [UInt8], in bytes: UnsafeRawBufferPointer, where isMeant: (Int) -> Bool
  ) -> Bool {
    var start = 0
    while let found = offset(of: mark, in: bytes, from: start) {
      if isMeant(found) { return true }
      start = found + 1
    }
    return false
  }

  private static func offset(
    of mark: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, let first = mark.first else { return nil }
    var start = start
    while start <= bytes.count - mark.count,
      let found = memchr(base + start, Int32(first), bytes.count - mark.count - start + 1)
    {
      if memcmp(found, mark, mark.count) == 0 { return UnsafeRawPointer(found) - base }
      start = UnsafeRawPointer(found) - base + 1
    }
    return nil
  }
}
