import SaanText

/// The pictures that an address or a style carries whole: `data:image/jpeg;base64,…`.
enum PackedPictures {
  /// The text with its pictures saying nothing but what they show.
  ///
  /// - Parameter bare: what is left of a picture; `nil` for what is none.
  /// - Returns: `nil` where something is packed in it that nobody can look into.
  static func bare(_ text: String, _ bare: (_ picture: [UInt8]) -> [UInt8]?) -> String? {
    let lower = text.lowercased()
    guard lower.contains("image/") || lower.contains("\\") else { return text }
    let plain = DrawingAddress.withoutEscapes(text).filter { !$0.isWhitespace }.lowercased()
    let count = plain.ranges(of: "data:image/").count
    guard count > 0 else { return text }
    // What is hidden behind escapes and spaces cannot be cleaned.
    guard lower.ranges(of: "data:image/").count == count else { return nil }
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    var index = 0
    while let start = begin(of: mark, in: bytes, from: index) {
      guard let comma = bytes[start...].firstIndex(of: UInt8(ascii: ",")) else { return nil }
      let head = String(decoding: bytes[start..<comma], as: UTF8.self).lowercased()
      let end = bytes[(comma + 1)...].firstIndex { "\"')".utf8.contains($0) } ?? bytes.count
      guard head.hasSuffix(";base64"), let packed = Base64.decode(bytes[(comma + 1)..<end]),
        let clean = bare(packed)
      else { return nil }
      written += bytes[index...comma]
      written +=
        clean == packed ? Array(bytes[(comma + 1)..<end]) : Array(Base64.encode(clean).utf8)
      index = end
    }
    return String(decoding: written + bytes[index...], as: UTF8.self)
  }

  private static let mark = Array("data:image/".utf8)

  private static func begin(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start <= bytes.count - mark.count else { return nil }
    return (start...bytes.count - mark.count).first { place in
      mark.indices.allSatisfy { bytes[place + $0] | 0x20 == mark[$0] | 0x20 }
    }
  }
}
