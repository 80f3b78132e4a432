import SaanText

/// What Excel and LibreOffice write into a cell whose formula has no value.
let spreadsheetErrors: Set<String> = [
  "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#N/A", "#SPILL!", "#CALC!",
]

extension IssueBook {
  /// Tells of a time of day behind the day in a cell.
  mutating func tellTime(
    in cell: UnsafeBufferPointer<UInt8>, row: Int, column: Int, name: String?
  ) {
    guard cell.count > 12, cell.contains(UInt8(ascii: ":")) else { return }
    let text = shortened(cell)
    add("time-left-out", row: row, column: column, name: name) { .timesLeftOut(text, at: $0) }
  }
}
