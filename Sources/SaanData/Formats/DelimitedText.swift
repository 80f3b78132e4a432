import SaanText

/// Rows of a CSV or TSV file, read after RFC 4180 straight from its bytes.
///
/// It takes LF, CRLF and CR, line breaks and doubled quotes inside quotes, and skips rows in which
/// nothing is written. Cells are ranges of the file; nothing is copied but texts with doubled
/// quotes.
struct DelimitedText: RowSource {
  let header: [String]
  let headerRow: Int
  let text: FileBytes
  let look: TextLook
  private(set) var rewritten: [UInt8] = []

  private let delimiter: UInt8
  /// What rows begin with that are passed over.
  private let comment: UInt8?
  private let limits: DataLimits
  private var offset: Int
  private var row: Int
  private var rowsRead = 0

  /// Reads the header; `nil` when there is none to read.
  init?(
    _ bytes: FileBytes, look: TextLook, delimiter: UInt8, dialect: Dialect, limits: DataLimits,
    issues: inout IssueBook
  ) {
    text = bytes
    self.look = look
    self.delimiter = delimiter
    comment = dialect.comment
    self.limits = limits
    offset = 0
    row = 1
    var rewritten: [UInt8] = []
    var headerRow = 0
    var levels: [[String]] = []
    while offset < bytes.count, levels.count < dialect.headRowsCount {
      let (cells, end) = Self.readRow(
        text, from: offset, row: row, delimiter: delimiter, limits: limits, rewritten: &rewritten,
        issues: &issues)
      let start = offset
      let isComment = bytes.withUnsafeBufferPointer { $0[start] } == dialect.comment
      if row > dialect.skippedRows, !isComment,
        !levels.isEmpty || cells.contains(where: { !$0.isEmpty })
      {
        headerRow = row
        levels.append(Self.texts(cells, bytes, rewritten))
      }
      (offset, row) = (end, row + 1)
    }
    guard headerRow > 0 else { return nil }
    self.headerRow = headerRow
    let names = HeadLevels.joined(levels)
    header = Array(names.prefix((names.lastIndex { !$0.isEmpty } ?? -1) + 1))
    self.rewritten = rewritten
  }

  private static func texts(
    _ cells: [CellSpan], _ bytes: FileBytes, _ rewritten: [UInt8]
  ) -> [String] {
    bytes.withUnsafeBufferPointer { file in
      rewritten.withUnsafeBufferPointer { rewritten in
        cells.map { CellText(file: file, rewritten: rewritten)[$0].trimmed.string }
      }
    }
  }

  /// What the first rows look like, for finding the head among them.
  static func firstRows(_ bytes: FileBytes, delimiter: UInt8, limits: DataLimits) -> HeadSearch {
    var search = HeadSearch()
    var (offset, row) = (0, 1)
    var rewritten: [UInt8] = []
    // What is wrong in these rows is told when they are read.
    var ignored = IssueBook(path: "", sheet: nil, limit: 0)
    while offset < bytes.count, row <= HeadSearch.depth {
      let (cells, end) = readRow(
        bytes, from: offset, row: row, delimiter: delimiter, limits: limits, rewritten: &rewritten,
        issues: &ignored)
      let written = texts(cells, bytes, rewritten).enumerated().filter { !$0.element.isEmpty }
      search.add(row: row, written.map { ($0.offset, $0.element) })
      (offset, row) = (end, row + 1)
    }
    return search
  }

  /// As many rows to a byte as there were so far, and a fiftieth more, so that columns seldom have
  /// to grow twice.
  func estimatedCount(after rows: Int) -> Int {
    let share = Double(text.count) / Double(max(1, min(offset, text.count)))
    return min(limits.maximumRows, Int(Double(rows) * share * 1.02) + 16)
  }

  mutating func next(into block: inout RawRows, issues: inout IssueBook) -> Bool {
    let width = header.count
    var numbers = block.numbers
    block.numbers = []
    numbers.removeAll(keepingCapacity: true)
    if block.cells.count < RawRows.capacity * width {
      block.cells = Array(repeating: .empty, count: RawRows.capacity * width)
    }
    let text = text
    text.withUnsafeBufferPointer { file in
      block.cells.withUnsafeMutableBufferPointer { cells in
        guard let cells = cells.baseAddress else { return }
        read(file, into: cells, numbers: &numbers, &issues)
      }
    }
    block.numbers = numbers
    return !block.numbers.isEmpty || offset < text.count
  }

  private mutating func read(
    _ file: UnsafeBufferPointer<UInt8>, into cells: UnsafeMutablePointer<CellSpan>,
    numbers: inout [UInt32], _ issues: inout IssueBook
  ) {
    guard let base = file.baseAddress, offset < file.count else { return }
    let width = header.count
    var reader = RowReader(
      base: base, count: file.count, delimiter: delimiter, from: offset, header: header,
      limits: limits, width: width)
    while reader.offset < file.count, numbers.count < RawRows.capacity {
      guard rowsRead < limits.maximumRows else {
        issues.add("too-many-rows", row: row, column: -1) {
          .tooManyRows(limits.maximumRows, at: $0)
        }
        reader.stop()
        break
      }
      let cells = cells + numbers.count &* width
      let isComment = comment != nil && file[reader.offset] == comment
      reader.readRow(row, into: cells, rewritten: &rewritten, issues: &issues)
      // A row of nothing but delimiters is as blank as an empty line.
      if reader.written > 0, !isComment {
        if reader.found != width { finish(cells, reader.found, reader.written, &issues) }
        numbers.append(UInt32(truncatingIfNeeded: row))
        rowsRead &+= 1
      }
      row &+= 1
    }
    offset = reader.offset
  }

  /// Brings a row to the header's width.
  private func finish(
    _ cells: UnsafeMutablePointer<CellSpan>, _ found: Int, _ written: Int,
    _ issues: inout IssueBook
  ) {
    let width = header.count
    if found < width || written > width {
      issues.add("ragged-row", row: row, column: -1) { place in
        .raggedRow(found: found < width ? found : written, expected: width, at: place)
      }
    }
    for column in min(found, width)..<width { cells[column] = .empty }
  }

  /// Reads one row of any width, and tells where the next one begins.
  ///
  /// A row that is wider than there is room for is read once more with the room that it needs; what
  /// the first try found is forgotten, so that nothing is told twice.
  static func readRow(
    _ bytes: FileBytes, from offset: Int, row: Int, delimiter: UInt8, limits: DataLimits,
    rewritten: inout [UInt8], issues: inout IssueBook
  ) -> (cells: [CellSpan], end: Int) {
    var width = 64
    while true {
      var (texts, found, end) = (rewritten, 0, offset)
      var book = issues
      let cells = [CellSpan](unsafeUninitializedCapacity: width) { buffer, count in
        bytes.withUnsafeBufferPointer { file in
          guard let base = file.baseAddress, let cells = buffer.baseAddress else { return }
          var reader = RowReader(
            base: base, count: file.count, delimiter: delimiter, from: offset, header: [],
            limits: limits, width: width)
          reader.readRow(row, into: cells, rewritten: &texts, issues: &book)
          (found, end) = (reader.found, reader.offset)
          count = min(found, width)
        }
      }
      if found <= width {
        (rewritten, issues) = (texts, book)
        return (cells, end)
      }
      width = found
    }
  }
}

/// Cuts rows into cells.
///
/// Cells are ranges of the file, and only a cell with doubled quotes is copied. One scanner leaps
/// to the bytes that may end a cell, so that letters and digits are never looked at one by one.
/// Cells beyond the width are counted and not kept: the mistake can be told, and a row of a million
/// cells takes no memory.
private struct RowReader {
  let base: UnsafePointer<UInt8>
  let count: Int
  let delimiter: UInt8
  let header: [String]
  let maximumCellBytes: Int
  /// How many cells of a row are kept.
  let width: Int
  /// Where the next row begins.
  private(set) var offset: Int
  /// How many cells the last row has, and how many up to the last one that is not empty.
  private(set) var found = 0
  private(set) var written = 0
  private var cells: UnsafeMutablePointer<CellSpan>?
  private var scanner: ByteScanner

  init(
    base: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, from offset: Int, header: [String],
    limits: DataLimits, width: Int
  ) {
    self.base = base
    self.header = header
    self.count = count
    self.delimiter = delimiter
    self.offset = offset
    self.width = width
    maximumCellBytes = limits.maximumCellBytes
    scanner = ByteScanner(
      base: base, count: count, threshold: max(quote, min(delimiter, 0x7F)) + 1, from: offset)
  }

  mutating func stop() { offset = count }

  /// Reads one row and stands at the beginning of the next one afterwards.
  @inline(__always)
  mutating func readRow(
    _ row: Int, into cells: UnsafeMutablePointer<CellSpan>, rewritten: inout [UInt8],
    issues: inout IssueBook
  ) {
    self.cells = cells
    (found, written) = (0, 0)
    var start = offset
    while true {
      let end = scanner.next()
      let byte = end < count ? base[end] : newline
      if byte == delimiter {
        append(start, end, row, &issues)
        start = end &+ 1
      } else if byte == newline || byte == carriageReturn {
        append(start, end, row, &issues)
        endRow(at: end)
        return
      } else if byte == quote, end == start,
        readQuoted(row, from: &start, &rewritten, &issues)
      {
        return
      }
    }
  }

  /// Goes on after a line break, or after the end of the file.
  @inline(__always)
  private mutating func endRow(at end: Int) {
    offset = end &+ 1
    if offset < count, base[end] == carriageReturn, base[offset] == newline {
      offset &+= 1
      _ = scanner.next()
    }
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ row: Int, _ issues: inout IssueBook, isQuoted: Bool = false
  ) {
    if end &- start > maximumCellBytes {
      report("cell-too-long", row, found, &issues) {
        .cellTooLong(end - start, limit: maximumCellBytes, isQuoted: isQuoted, at: $0)
      }
      store(.empty)
    } else {
      store(CellSpan(start: start, count: end &- start))
    }
  }

  @inline(__always)
  private mutating func store(_ span: CellSpan) {
    if found < width { cells?[found] = span }
    found &+= 1
    if !span.isEmpty { written = found }
  }

  private func report(
    _ code: String, _ row: Int, _ column: Int, _ issues: inout IssueBook,
    _ make: (Place) -> Diagnostic
  ) {
    let name = header.indices.contains(column) ? header[column] : nil
    issues.add(code, row: row, column: column, name: name, make)
  }

  /// Reads the quoted cell at `start`, whose quote was found just now; true when the row ended with
  /// it, else `start` is the next cell's.
  private mutating func readQuoted(
    _ row: Int, from start: inout Int, _ rewritten: inout [UInt8], _ issues: inout IssueBook
  ) -> Bool {
    let (close, doubled) = closingQuote()
    guard close < count else {
      report("unclosed-quote", row, found, &issues) { .unclosedQuote(at: $0) }
      store(.empty)
      offset = count
      return true
    }
    append(from: start + 1, to: close, doubled, row, &rewritten, &issues)
    let after = close + 1
    if after < count, base[after] != delimiter, base[after] != newline,
      base[after] != carriageReturn
    {
      report("stray-quote", row, found - 1, &issues) { .strayQuote(at: $0) }
    }
    // What follows the quote is skipped up to the next delimiter, so the row keeps its columns.
    while true {
      let end = scanner.next()
      if end < count, base[end] == delimiter {
        start = end + 1
        return false
      }
      if end >= count || base[end] == newline || base[end] == carriageReturn {
        endRow(at: end)
        return true
      }
    }
  }

  /// The quote that ends the cell, and whether there are doubled ones before it.
  private mutating func closingQuote() -> (offset: Int, doubled: Bool) {
    var doubled = false
    while true {
      let found = scanner.next()
      guard found < count else { return (count, doubled) }
      guard base[found] == quote else { continue }
      guard found + 1 < count, base[found + 1] == quote else { return (found, doubled) }
      doubled = true
      _ = scanner.next()
    }
  }

  private mutating func append(
    from start: Int, to end: Int, _ doubled: Bool, _ row: Int, _ rewritten: inout [UInt8],
    _ issues: inout IssueBook
  ) {
    guard doubled, end - start <= maximumCellBytes else {
      return append(start, end, row, &issues, isQuoted: true)
    }
    let begin = rewritten.count
    var index = start
    while index < end {
      rewritten.append(base[index])
      index += base[index] == quote ? 2 : 1
    }
    store(CellSpan(start: begin, count: rewritten.count - begin, isRewritten: true))
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
