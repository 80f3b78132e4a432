import SaanText

/// What the bytes of a file are before they are read as a table.
enum TextEncoding {
  /// The first mistake in bytes that should be UTF-8, with the row it stands in; `nil` when all is
  /// well.
  static func mistake(in bytes: [UInt8], path: String) -> Diagnostic? {
    mistake(in: bytes, look: bytes.withUnsafeBufferPointer { TextLook($0) }, path: path)
  }

  /// The same, where the bytes were looked at before.
  static func mistake(in bytes: [UInt8], look: TextLook, path: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .wrongEncoding("UTF-16", at: .file(path: path))
    }
    guard let offset = look.mistake else { return nil }
    let place = Place.cell(path: path, sheet: nil, row: row(of: offset, in: bytes), column: nil)
    if bytes[offset] == 0 { return .nulByte(at: place) }
    let hasThai = offset > 0 && containsThaiUTF8(bytes[..<offset])
    if looksThai(bytes[offset...].prefix(200)) {
      return hasThai
        ? .mixedEncodings(at: place) : .wrongEncoding("CP874", at: place)
    }
    return .notText(at: place)
  }

  /// The row of an offset as a spreadsheet counts it, as far as line breaks tell.
  private static func row(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].reduce(into: 1) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
  }

  /// Whether bytes after a broken sequence read as Thai letters of TIS-620 and CP874.
  static func looksThai(_ bytes: ArraySlice<UInt8>) -> Bool {
    let high = bytes.filter { $0 >= 0x80 }
    let thai = high.filter { (0xA1...0xDA).contains($0) || (0xDF...0xFB).contains($0) }
    return !high.isEmpty && thai.count * 10 >= high.count * 8
  }

  static func containsThaiUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xE0 && ($1 == 0xB8 || $1 == 0xB9) }
  }
}
