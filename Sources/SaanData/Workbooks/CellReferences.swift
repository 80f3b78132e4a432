// What a workbook calls its cells.

/// Cells that are merged into one.
struct MergedCells {
  /// As in `A3:C4`.
  let reference: String
  let rows: ClosedRange<Int>
  /// The first column, from 0.
  let left: Int
  let columnCount: Int

  init?(_ reference: String) {
    let corners = reference.split(separator: ":")
    guard corners.count == 2, let first = rowNumber(corners[0]), let last = rowNumber(corners[1]),
      first <= last, let left = columnIndex(String(corners[0])),
      let right = columnIndex(String(corners[1]))
    else { return nil }
    self.reference = reference
    rows = first...last
    self.left = left
    columnCount = max(1, right - left + 1)
  }

  /// Whether they lie below each other.
  var isOneColumn: Bool { columnCount == 1 }
}

/// The letters of a column, from 0: `AB` of 27.
func columnLetters(_ index: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
  return index < 26 ? letter : columnLetters(index / 26 - 1) + letter
}

/// The column of a cell's name, from 0: 27 of `AB3`.
func columnIndex(_ name: String) -> Int? {
  name.withCString { columnIndex(XMLName(bytes: $0)) }
}

/// The column of a cell's name in a sheet.
func columnIndex(_ name: XMLName) -> Int? {
  var (index, next) = (0, name.bytes)
  while true {
    let byte = UInt8(bitPattern: next.pointee)
    let letter = (byte & 0xDF) &- 0x41
    guard letter < 26, byte >= 0x41 else { break }
    index = index * 26 + Int(letter) + 1
    guard index <= 16_384 else { return nil }
    next += 1
  }
  return index > 0 ? index - 1 : nil
}

private func rowNumber(_ name: Substring) -> Int? {
  Int(name.drop { !$0.isNumber })
}
