extension UInt8 {
  /// Whether it is an ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is an ASCII digit.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is a space or a tab.
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Whether it ends a line.
  @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  /// Whether it is white space of ASCII.
  @inline(__always) var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }
  /// Whether it is a punctuation mark of ASCII.
  @inline(__always) var isPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isLetter && !isDigit
  }
}
