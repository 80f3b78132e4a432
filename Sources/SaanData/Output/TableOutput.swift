import SaanText

/// How many bytes are gathered before they are handed on.
private let chunkSize = 1 << 16

/// Writes a table as a JSON array of records, a record on each line, piece by piece.
///
/// Values have their type: numbers to the last digit, truth values, dates in ISO 8601, `null` for a
/// missing value. Private columns are left out unless asked for.
package func jsonRecords(
  _ table: Table, includingPrivate: Bool = false, into sink: ([UInt8]) throws -> Void
) rethrows {
  var buffer: [UInt8] = []
  buffer.reserveCapacity(chunkSize + 4096)
  let columns = publishedColumns(table, includingPrivate)
  let keys = columns.map { index -> [UInt8] in
    var key: [UInt8] = []
    key.appendJSON(table.fields[index].name)
    return key + Array(": ".utf8)
  }
  buffer.append(UInt8(ascii: "["))
  for row in table.rows {
    buffer.append(contentsOf: row.index == 0 ? "\n{".utf8 : ",\n{".utf8)
    for (position, column) in columns.enumerated() {
      if position > 0 { buffer.append(contentsOf: ", ".utf8) }
      buffer.append(contentsOf: keys[position])
      buffer.appendJSONValue(row, column)
    }
    buffer.append(UInt8(ascii: "}"))
    if buffer.count >= chunkSize {
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }
  buffer.append(contentsOf: table.count == 0 ? "]\n".utf8 : "\n]\n".utf8)
  try sink(buffer)
}

/// Writes a table as CSV after RFC 4180, piece by piece; private columns are left out unless asked
/// for.
///
/// - Parameter isForExcel: whether people open it in a spreadsheet: then a mark tells the encoding,
///   and a text that would be taken for a formula gets an apostrophe before it, which is none of
///   the value.
package func csvText(
  _ table: Table, isForExcel: Bool = false, includingPrivate: Bool = false,
  into sink: ([UInt8]) throws -> Void
) rethrows {
  var buffer: [UInt8] = isForExcel ? [0xEF, 0xBB, 0xBF] : []
  buffer.reserveCapacity(chunkSize + 4096)
  let columns = publishedColumns(table, includingPrivate)
  for (position, column) in columns.enumerated() {
    if position > 0 { buffer.append(UInt8(ascii: ",")) }
    buffer.appendCSV(table.fields[column].name)
  }
  buffer.append(contentsOf: "\r\n".utf8)
  for row in table.rows {
    for (position, column) in columns.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ",")) }
      let isText: Void? = row.withUTF8(column) { buffer.appendCSV($0, isGuarded: isForExcel) }
      if isText == nil, let text = row.string(column) { buffer.append(contentsOf: text.utf8) }
    }
    buffer.append(contentsOf: "\r\n".utf8)
    if buffer.count >= chunkSize {
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }
  try sink(buffer)
}

extension [UInt8] {
  /// Appends a row of CSV as `csvText` writes it; a missing value leaves its cell empty.
  package mutating func appendCSVRow(_ cells: [String?]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      if let cell { appendCSV(cell) }
    }
    append(contentsOf: "\r\n".utf8)
  }
}

private func publishedColumns(_ table: Table, _ includingPrivate: Bool) -> [Int] {
  table.fields.indices.filter { includingPrivate || !table.fields[$0].isPrivate }
}

extension Row {
  /// The published values of the row as bytes that are the same for the same values.
  func addPublished(to bytes: inout [UInt8]) {
    for column in publishedColumns(table, false) {
      bytes.appendJSONValue(self, column)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendJSONValue(_ row: Row, _ column: Int) {
    switch row.table.fields[column].type {
    case .integer, .number, .boolean, .year:
      append(contentsOf: (row.string(column) ?? "null").utf8)
    case .string, .any, .image:
      let isText: Void? = row.withUTF8(column) { appendJSON($0) }
      if isText == nil { append(contentsOf: "null".utf8) }
    case .date, .yearmonth, .period:
      if let text = row.string(column) {
        appendJSON(text)
      } else {
        append(contentsOf: "null".utf8)
      }
    }
  }

  /// Appends a text as a CSV value.
  mutating func appendCSV(_ text: String) {
    var text = text
    text.withUTF8 { appendCSV($0) }
  }

  /// Appends UTF-8 as a CSV value; one that is guarded is taken for a formula by no spreadsheet.
  mutating func appendCSV(_ text: UnsafeBufferPointer<UInt8>, isGuarded: Bool = false) {
    let needsQuotes = text.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if isGuarded, text.looksLikeFormula { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        if byte == UInt8(ascii: "\"") { append(byte) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    } else {
      append(contentsOf: text)
    }
  }
}

extension String {
  /// The text without an apostrophe that only keeps spreadsheets from calculating it.
  package var withoutFormulaGuard: String {
    guard hasPrefix("'") else { return self }
    var rest = String(dropFirst())
    return rest.withUTF8 { $0.looksLikeFormula } ? rest : self
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a spreadsheet would calculate the text; a plain number is only a number.
  fileprivate var looksLikeFormula: Bool {
    guard let first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let rest = UnsafeBufferPointer(rebasing: dropFirst())
      return rest.isEmpty || rest[0] &- 0x30 >= 10 || PlainCell.number(rest, CellHead(rest)) == nil
    default: return false
    }
  }
}
