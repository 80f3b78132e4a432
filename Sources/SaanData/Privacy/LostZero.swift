extension PrivateData {
  /// The mobile numbers in a cell that spreadsheets took for numbers, so that their leading zero is
  /// lost: `812345678`, `81-234-5678`, `66812345678`.
  ///
  /// Nine digits alone may be anything: who asks knows from the column that they are phone numbers.
  static func lostZeros(in cell: UnsafeBufferPointer<UInt8>) -> [Finding] {
    var found: [Finding] = []
    var digits: [UInt8] = []
    var start = 0
    func finish(at end: Int) {
      let rest =
        digits.count == 11 && digits.starts(with: [6, 6]) ? digits.dropFirst(2) : digits[...]
      if rest.count == 9, let first = rest.first, [6, 8, 9].contains(first) {
        let normal = "0" + rest.map(String.init).joined()
        found.append(Finding(kind: .mobile, normal: normal, range: start..<end))
      }
      digits = []
    }
    let count = cell.suffix(2).elementsEqual(".0".utf8) ? cell.count - 2 : cell.count
    var index = 0
    while index < count {
      let isThai =
        cell[index] == 0xE0 && index + 2 < count && cell[index + 1] == 0xB9
        && cell[index + 2] &- 0x90 < 10
      let digit = isThai ? cell[index + 2] &- 0x90 : cell[index] &- 0x30
      if digit < 10 {
        if digits.isEmpty { start = index }
        digits.append(digit)
      } else if cell[index] == UInt8(ascii: "."), digits.count == 9, index + 1 < count,
        cell[index + 1] &- 0x30 < 10
      {
        // A decimal number is no phone number.
        digits = []
        while index + 1 < count, cell[index + 1] &- 0x30 < 10 { index += 1 }
      } else if !" -.".utf8.contains(cell[index]) || digits.count == 9 {
        finish(at: index)
      }
      index += isThai ? 3 : 1
    }
    finish(at: count)
    return found
  }

  /// Whether so many of a column's values are such numbers that no other reading is left.
  static func areLostZeros(_ lost: Int, of values: Int) -> Bool {
    lost >= 3 && lost * 5 >= values * 4
  }
}
