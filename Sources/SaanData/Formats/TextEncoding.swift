import SaanText

/// What the bytes of a file are before they are read as a table.
enum TextEncoding {
  /// The first mistake in bytes that should be UTF-8, with the row it stands in; `nil` when all is
  /// well.
  static func mistake(in bytes: [UInt8], path: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .wrongEncoding("UTF-16", path: path, at: .file(path: path))
    }
    guard let offset = firstMistake(in: bytes) else { return nil }
    let place = Place.cell(path: path, sheet: nil, row: row(of: offset, in: bytes), column: nil)
    if bytes[offset] == 0 { return .nulByte(at: place) }
    let hasThai = offset > 0 && containsThaiUTF8(bytes[..<offset])
    if looksThai(bytes[offset...].prefix(200)) {
      return hasThai
        ? .mixedEncodings(path: path, at: place) : .wrongEncoding("CP874", path: path, at: place)
    }
    return .notText(at: place)
  }

  /// The offset of the first byte that is NUL or belongs to no well-formed UTF-8 sequence.
  static func firstMistake(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = buffer.count
      var index = 0
      while index < count {
        if index &+ 8 <= count {
          let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
          // Plain when no byte has its high bit set and none is zero.
          if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
            index &+= 8
            continue
          }
        }
        let length = sequenceLength(base + index, count &- index)
        guard length > 0 else { return index }
        index &+= length
      }
      return nil
    }
  }

  /// How many bytes the well-formed sequence at the pointer takes; 0 when there is none.
  @inline(__always)
  private static func sequenceLength(_ at: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let lead = at[0]
    if lead < 0x80 { return lead == 0 ? 0 : 1 }
    // Thai is E0 B8 and E0 B9.
    if lead == 0xE0 {
      return left >= 3 && at[1] & 0xE0 == 0xA0 && at[2] & 0xC0 == 0x80 ? 3 : 0
    }
    if lead >= 0xC2, lead <= 0xDF { return left >= 2 && at[1] & 0xC0 == 0x80 ? 2 : 0 }
    if lead >= 0xE1, lead <= 0xEF {
      guard left >= 3, at[1] & 0xC0 == 0x80, at[2] & 0xC0 == 0x80 else { return 0 }
      return lead == 0xED && at[1] > 0x9F ? 0 : 3
    }
    guard lead >= 0xF0, lead <= 0xF4, left >= 4, at[1] & 0xC0 == 0x80, at[2] & 0xC0 == 0x80,
      at[3] & 0xC0 == 0x80
    else { return 0 }
    if lead == 0xF0 { return at[1] >= 0x90 ? 4 : 0 }
    return lead == 0xF4 && at[1] > 0x8F ? 0 : 4
  }

  /// The row of an offset as a spreadsheet counts it, as far as line breaks tell.
  private static func row(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].reduce(into: 1) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
  }

  /// Whether bytes after a broken sequence read as Thai letters of TIS-620 and CP874.
  private static func looksThai(_ bytes: ArraySlice<UInt8>) -> Bool {
    let high = bytes.filter { $0 >= 0x80 }
    let thai = high.filter { (0xA1...0xDA).contains($0) || (0xDF...0xFB).contains($0) }
    return !high.isEmpty && thai.count * 10 >= high.count * 8
  }

  private static func containsThaiUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xE0 && ($1 == 0xB8 || $1 == 0xB9) }
  }
}
