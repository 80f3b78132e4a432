extension Language.Tag {
  /// The language of a text that should be in this one: Thai, where most of its letters are.
  package func corrected(by text: String) -> Language.Tag {
    guard self != .thai else { return self }
    return withUTF8(of: text) { isMostlyThai($0) } ? .thai : self
  }
}

/// Whether a text has more Thai consonants than Latin letters.
private func isMostlyThai(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  // Every register is asked for every cell, and most texts that are not Thai have no such byte.
  guard utf8.contains(0xE0) else { return false }
  var (thai, latin) = (0, 0)
  for (index, byte) in utf8.enumerated() {
    if byte < 0x80 {
      if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
    } else if byte == 0xE0, utf8[at: index + 1] == 0xB8, 0x81...0xAE ~= utf8[at: index + 2] {
      thai += 1
    } else if 0xC3...0xC9 ~= byte {
      // Letters with marks, up to U+024F.
      latin += 1
    }
  }
  return thai > latin
}
