import SaanText

/// Years as agencies write them in a column of the Buddhist Era: `2555`, `26/10/65`, `ก.ย. 69`.
enum BuddhistYear {
  /// Reads a date with its year written out.
  ///
  /// - Parameter isSaid: whether the column is of the Buddhist Era; else a cell is read as it is.
  static func reading<Value>(
    _ cell: UnsafeBufferPointer<UInt8>, _ isSaid: Bool,
    _ read: (UnsafeBufferPointer<UInt8>) throws(CellMistake) -> Value
  ) throws(CellMistake) -> Value {
    guard isSaid, let text = writtenOut(cell.string) else { return try read(cell) }
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<Value, CellMistake> in
      do throws(CellMistake) { return .success(try read(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The text with a bare year, or a year of two digits, as one of the Buddhist Era; `nil` where it
  /// needs nothing.
  static func writtenOut(_ text: String) -> String? {
    let digits = text.reversed().prefix { $0.wholeNumberValue != nil }.count
    let year = text.suffix(digits).compactMap(\.wholeNumberValue).reduce(0) { $0 * 10 + $1 }
    if digits == text.count, digits == 4, isPlausible(year) { return "พ.ศ. \(year)" }
    guard digits == 2, text.count > 3 else { return nil }
    let rest = String(text.dropLast(2))
    return rest.contains { $0.isLetter || $0 == "/" } ? "\(rest)25\(text.suffix(2))" : nil
  }

  /// Whether every year of four digits in some cells is one of the Buddhist Era, and there are
  /// such: then those of two digits are so as well.
  static func settles(_ cells: some Sequence<String>) -> Bool {
    var found = false
    for cell in cells {
      for number in cell.split(whereSeparator: { $0.wholeNumberValue == nil })
      where number.count == 4 {
        let year = number.compactMap(\.wholeNumberValue).reduce(0) { $0 * 10 + $1 }
        guard isPlausible(year) else { return false }
        found = true
      }
    }
    return found
  }

  /// Whether every cell is a date with the name of its month in Thai and a year of two digits, as
  /// in `25 ม.ค. 69`: nobody writes another era so.
  static func settlesByMonths(_ cells: some Sequence<String>) -> Bool {
    var found = false
    for cell in cells {
      let digits = cell.reversed().prefix { $0.wholeNumberValue != nil }.count
      guard digits == 2, cell.unicodeScalars.contains(where: { (0xE01...0xE2E).contains($0.value) })
      else { return false }
      found = true
    }
    return found
  }

  private static func isPlausible(_ year: Int) -> Bool { (2400...2700).contains(year) }
}
