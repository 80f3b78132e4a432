import SaanText

/// Rows of a CSV or TSV file, read after RFC 4180 straight from its bytes.
///
/// It takes LF, CRLF and CR, line breaks and doubled quotes inside quotes, and skips rows in which
/// nothing is written. Cells are ranges of the file; nothing is copied but texts with doubled
/// quotes.
struct DelimitedText: RowSource {
  let header: [String]
  let headerRow: Int
  let text: [UInt8]
  private(set) var rewritten: [UInt8] = []

  private let delimiter: UInt8
  private let limits: DataLimits
  private var offset: Int
  private var row: Int
  private var rowsRead = 0

  /// Reads the header; `nil` when there is none to read.
  init?(
    _ bytes: [UInt8], delimiter: UInt8, skippedRows: Int, limits: DataLimits,
    issues: inout IssueBook
  ) {
    text = bytes
    self.delimiter = delimiter
    self.limits = limits
    offset = 0
    row = 1
    var cells: [CellSpan] = []
    var rewritten: [UInt8] = []
    var headerRow = 0
    while offset < bytes.count, headerRow == 0 {
      cells.removeAll()
      offset = Self.readRow(
        text, from: offset, row: row, delimiter: delimiter, limits: limits, into: &cells,
        rewritten: &rewritten, issues: &issues)
      if row > skippedRows, cells.contains(where: { !$0.isEmpty }) { headerRow = row }
      row += 1
    }
    guard headerRow > 0 else { return nil }
    self.headerRow = headerRow
    let names = bytes.withUnsafeBufferPointer { file in
      rewritten.withUnsafeBufferPointer { rewritten in
        cells.map { CellText(file: file, rewritten: rewritten)[$0].trimmed.string }
      }
    }
    header = Array(names.prefix((names.lastIndex { !$0.isEmpty } ?? -1) + 1))
    self.rewritten = rewritten
  }

  func estimatedCount(after rows: Int) -> Int {
    let share = Double(text.count) / Double(max(1, min(offset, text.count)))
    return min(limits.maximumRows, Int(Double(rows) * share * 1.02) + 16)
  }

  mutating func next(into block: inout RawRows, issues: inout IssueBook) -> Bool {
    block.removeAll()
    let width = header.count
    block.cells.reserveCapacity(RawRows.capacity * width)
    let text = text
    text.withUnsafeBufferPointer { file in
      guard let base = file.baseAddress, offset < file.count else { return }
      var reader = RowReader(
        base: base, count: file.count, delimiter: delimiter, from: offset, header: header,
        limits: limits)
      while reader.offset < file.count, block.numbers.count < RawRows.capacity {
        guard rowsRead < limits.maximumRows else {
          issues.add("too-many-rows", row: row, column: -1) {
            .tooManyRows(limits.maximumRows, at: $0)
          }
          reader.stop()
          break
        }
        let first = block.cells.count
        reader.readRow(row, into: &block.cells, rewritten: &rewritten, issues: &issues)
        finish(&block, first: first, width: width, issues: &issues)
        row += 1
      }
      offset = reader.offset
    }
    return !block.numbers.isEmpty || offset < text.count
  }

  /// Brings the row that was just read to the header's width, or takes it away when it is blank.
  @inline(__always)
  private mutating func finish(
    _ block: inout RawRows, first: Int, width: Int, issues: inout IssueBook
  ) {
    let found = block.cells.count - first
    if found == width {
      // A row of nothing but delimiters is as blank as an empty line.
      if block.cells[first].isEmpty, block.cells[first...].allSatisfy(\.isEmpty) {
        block.cells.removeSubrange(first...)
        return
      }
    } else {
      let written = (block.cells[first...].lastIndex { !$0.isEmpty } ?? first - 1) + 1 - first
      if written == 0 {
        block.cells.removeSubrange(first...)
        return
      }
      if found < width || written > width {
        issues.add("ragged-row", row: row, column: -1) { place in
          .raggedRow(found: found < width ? found : written, expected: width, at: place)
        }
      }
      if found > width { block.cells.removeSubrange((first + width)...) }
      while block.cells.count < first + width { block.cells.append(.empty) }
    }
    block.numbers.append(UInt32(truncatingIfNeeded: row))
    rowsRead += 1
  }

  private static func readRow(
    _ bytes: [UInt8], from offset: Int, row: Int, delimiter: UInt8, limits: DataLimits,
    into cells: inout [CellSpan], rewritten: inout [UInt8], issues: inout IssueBook
  ) -> Int {
    bytes.withUnsafeBufferPointer { file in
      guard let base = file.baseAddress else { return offset }
      var reader = RowReader(
        base: base, count: file.count, delimiter: delimiter, from: offset, header: [],
        limits: limits)
      reader.readRow(row, into: &cells, rewritten: &rewritten, issues: &issues)
      return reader.offset
    }
  }
}

/// Cuts rows into cells.
private struct RowReader {
  let base: UnsafePointer<UInt8>
  let count: Int
  let delimiter: UInt8
  let header: [String]
  let limits: DataLimits
  private(set) var offset: Int
  private var scanner: ByteScanner

  init(
    base: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, from offset: Int, header: [String],
    limits: DataLimits
  ) {
    self.base = base
    self.header = header
    self.count = count
    self.delimiter = delimiter
    self.offset = offset
    self.limits = limits
    scanner = ByteScanner(
      base: base, count: count, threshold: max(quote, min(delimiter, 0x7F)) + 1, from: offset)
  }

  mutating func stop() { offset = count }

  /// Reads one row and stands at the beginning of the next one afterwards.
  @inline(__always)
  mutating func readRow(
    _ row: Int, into cells: inout [CellSpan], rewritten: inout [UInt8], issues: inout IssueBook
  ) {
    var start = offset
    let firstCell = cells.count
    if start < count, base[start] == quote {
      if readQuoted(row, from: &start, into: &cells, first: firstCell, &rewritten, &issues) {
        return
      }
    }
    while true {
      let end = scanner.next()
      let byte = end < count ? base[end] : newline
      if byte == delimiter {
        append(start, end, row, &cells, firstCell, &issues)
        start = end + 1
        if start < count, base[start] == quote,
          readQuoted(row, from: &start, into: &cells, first: firstCell, &rewritten, &issues)
        {
          return
        }
      } else if byte == newline || byte == carriageReturn {
        append(start, end, row, &cells, firstCell, &issues)
        offset = end + 1
        if byte == carriageReturn, offset < count, base[offset] == newline {
          offset += 1
          _ = scanner.next()
        }
        return
      }
    }
  }

  @inline(__always)
  private func append(
    _ start: Int, _ end: Int, _ row: Int, _ cells: inout [CellSpan], _ first: Int,
    _ issues: inout IssueBook, isQuoted: Bool = false
  ) {
    if end - start > limits.maximumCellBytes {
      report("cell-too-long", row, cells.count - first, &issues) {
        .cellTooLong(end - start, limit: limits.maximumCellBytes, isQuoted: isQuoted, at: $0)
      }
      cells.append(.empty)
      return
    }
    cells.append(CellSpan(start: start, count: end - start))
  }

  private func report(
    _ code: String, _ row: Int, _ column: Int, _ issues: inout IssueBook,
    _ make: (Place) -> Diagnostic
  ) {
    let name = header.indices.contains(column) ? header[column] : nil
    issues.add(code, row: row, column: column, name: name, make)
  }

  /// Reads quoted cells from `start` on; true when the row ended with one.
  private mutating func readQuoted(
    _ row: Int, from start: inout Int, into cells: inout [CellSpan], first: Int,
    _ rewritten: inout [UInt8], _ issues: inout IssueBook
  ) -> Bool {
    while start < count, base[start] == quote {
      let (close, doubled) = closingQuote(after: start + 1)
      guard close < count else {
        report("unclosed-quote", row, cells.count - first, &issues) { .unclosedQuote(at: $0) }
        cells.append(.empty)
        offset = count
        return true
      }
      append(from: start + 1, to: close, doubled, row, &cells, first, &rewritten, &issues)
      let after = close + 1
      offset = after
      guard after < count else { return true }
      switch base[after] {
      case delimiter:
        start = after + 1
      case newline, carriageReturn:
        let isPair =
          base[after] == carriageReturn && after + 1 < count && base[after + 1] == newline
        offset = after + (isPair ? 2 : 1)
        scanner.seek(offset)
        return true
      default:
        report("stray-quote", row, cells.count - first - 1, &issues) { .strayQuote(at: $0) }
        // What follows the quote is skipped up to the next delimiter, so the row keeps its columns.
        scanner.seek(after)
        return skipRest(from: &start)
      }
    }
    scanner.seek(start)
    // The delimiter was the last byte of the file: one more cell, empty.
    return false
  }

  /// Skips to the end of a cell; true when the row ended there.
  private mutating func skipRest(from start: inout Int) -> Bool {
    while true {
      let end = scanner.next()
      guard end < count else {
        offset = count
        return true
      }
      if base[end] == delimiter {
        start = end + 1
        return false
      }
      if base[end] == newline || base[end] == carriageReturn {
        let isPair = base[end] == carriageReturn && end + 1 < count && base[end + 1] == newline
        offset = end + (isPair ? 2 : 1)
        scanner.seek(offset)
        return true
      }
    }
  }

  private func closingQuote(after start: Int) -> (offset: Int, doubled: Bool) {
    var search = ByteScanner(base: base, count: count, threshold: quote + 1, from: start)
    var doubled = false
    while true {
      let found = search.next()
      guard found < count else { return (count, doubled) }
      guard base[found] == quote else { continue }
      guard found + 1 < count, base[found + 1] == quote else { return (found, doubled) }
      doubled = true
      _ = search.next()
    }
  }

  private func append(
    from start: Int, to end: Int, _ doubled: Bool, _ row: Int, _ cells: inout [CellSpan],
    _ first: Int, _ rewritten: inout [UInt8], _ issues: inout IssueBook
  ) {
    guard doubled, end - start <= limits.maximumCellBytes else {
      return append(start, end, row, &cells, first, &issues, isQuoted: true)
    }
    let begin = rewritten.count
    var index = start
    while index < end {
      rewritten.append(base[index])
      index += base[index] == quote ? 2 : 1
    }
    cells.append(CellSpan(start: begin, count: rewritten.count - begin, isRewritten: true))
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
