extension [UInt8] {
  /// Where the digits, of ASCII or Thai, begin that stand right before a range, and where those end
  /// that follow it; the range's own bounds where there are none.
  func numbers(around range: Range<Int>) -> (first: Int, end: Int) {
    var (first, end) = (range.lowerBound, range.upperBound)
    while first > 0 {
      if self[first - 1].isDigit {
        first -= 1
      } else if first > 2, isThaiDigit(at: first - 3) {
        first -= 3
      } else {
        break
      }
    }
    while end < count {
      if self[end].isDigit {
        end += 1
      } else if isThaiDigit(at: end) {
        end += 3
      } else {
        break
      }
    }
    return (first, end)
  }

  private func isThaiDigit(at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xE0 && self[index + 1] == 0xB9
      && self[index + 2] &- 0x90 < 10
  }
}

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
