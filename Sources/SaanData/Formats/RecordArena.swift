import SaanText

/// Collects the rows of a format that is not read in place: records of JSON and YAML, sheets.
///
/// Texts are copied into one buffer. Columns are made as their names turn up; rows that were
/// finished before are as if the column were empty in them.
struct RecordArena: RowSource {
  private(set) var header: [String] = []
  var headerRow: Int
  var text: FileBytes { FileBytes(bytes) }
  let rewritten: [UInt8]
  let look = TextLook.unknown

  private var bytes: [UInt8] = []
  private var positions: [String: Int] = [:]
  /// The cells of all rows, each row with the columns that were known when it was finished.
  private var cells: [CellSpan] = []
  private var rowStarts: [Int] = [0]
  private var numbers: [UInt32] = []
  private var current: [CellSpan] = []
  private var nextRow = 0
  /// What was put right in the texts, by rows.
  private(set) var mends = TextMends()
  private var mendsOfRow = TextMends()
  /// What a row's cells may hold together before the row is refused.
  private let limits: DataLimits

  /// Makes an empty one.
  ///
  /// - Parameter shared: texts that are put right, which cells point at.
  init(headerRow: Int, limits: DataLimits, shared: [UInt8] = []) {
    self.headerRow = headerRow
    self.limits = limits
    rewritten = shared
  }

  /// Makes room for so many bytes of text and so many cells; memory that nobody writes into costs
  /// nothing.
  mutating func reserve(text: Int, cells count: Int) {
    bytes.reserveCapacity(bytes.count + min(text, 1 << 28))
    cells.reserveCapacity(min(count, 1 << 26))
  }

  /// How many rows were finished.
  var count: Int { numbers.count }

  func estimatedCount(after rows: Int) -> Int { count }

  /// The column of a name, made if there is none; `nil` when there are too many.
  mutating func column(_ name: String) -> Int? {
    let name = tidied(name)
    if let position = positions[name] { return position }
    guard header.count < limits.maximumColumns else { return nil }
    return addColumn(name)
  }

  /// Adds a column even if its name is there already, as a sheet's header may have it.
  @discardableResult
  mutating func addColumn(_ name: String) -> Int {
    let name = tidied(name)
    positions[name] = header.count
    header.append(name)
    return header.count - 1
  }

  /// Sets a cell of the row that is being read.
  mutating func set(_ column: Int, _ text: some Collection<UInt8>) {
    while current.count <= column { current.append(.empty) }
    let start = bytes.count
    bytes.append(contentsOf: text)
    let tidied = bytes.withUnsafeBufferPointer {
      TidiedText(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    if let tidied, !tidied.mends.isEmpty {
      bytes.replaceSubrange(start..., with: tidied.bytes)
      mendsOfRow.merge(tidied.mends)
    }
    current[column] = CellSpan(start: start, count: bytes.count - start)
  }

  /// Sets a cell to a number, in which nothing is to be put right.
  mutating func set(_ column: Int, number: [UInt8]) {
    while current.count <= column { current.append(.empty) }
    current[column] = CellSpan(start: bytes.count, count: number.count)
    bytes.append(contentsOf: number)
  }

  /// Sets a cell to one of the shared texts.
  mutating func set(_ column: Int, shared range: Range<Int>, mends: TextMends?) {
    while current.count <= column { current.append(.empty) }
    current[column] = CellSpan(start: range.lowerBound, count: range.count, isRewritten: true)
    if let mends { mendsOfRow.merge(mends) }
  }

  private mutating func tidied(_ name: String) -> String {
    let (text, found) = SaanText.tidied(name)
    mendsOfRow.merge(found)
    return text
  }

  /// Whether the row that is being read has nothing in it yet.
  var isRowEmpty: Bool { current.allSatisfy(\.isEmpty) }

  /// Ends the row that is being read.
  mutating func endRow(number: Int) {
    cells.append(contentsOf: current)
    rowStarts.append(cells.count)
    numbers.append(UInt32(truncatingIfNeeded: number))
    mends.merge(mendsOfRow, line: number)
    mendsOfRow = TextMends()
    current.removeAll(keepingCapacity: true)
  }

  /// The text of a cell of a row that was finished, by the number of the row in its file.
  func text(row number: Int, column: Int) -> String? {
    guard let row = numbers.firstIndex(of: UInt32(truncatingIfNeeded: number)),
      column < rowStarts[row + 1] - rowStarts[row]
    else { return nil }
    let span = cells[rowStarts[row] + column]
    let texts = span.isRewritten ? rewritten : bytes
    return String(decoding: texts[span.range], as: UTF8.self)
  }

  /// Puts another text in a cell that a finished row has.
  mutating func replace(row number: Int, column: Int, with text: String) {
    guard let row = numbers.firstIndex(of: UInt32(truncatingIfNeeded: number)),
      column < rowStarts[row + 1] - rowStarts[row]
    else { return }
    cells[rowStarts[row] + column] = CellSpan(start: bytes.count, count: text.utf8.count)
    bytes += text.utf8
  }

  /// What was put right, as the user should know it.
  func tell(_ issues: inout IssueBook) {
    if !mends.isEmpty {
      issues.add(.textMended(mends, isTable: true, at: issues.row(mends.firstLine)))
    }
  }

  /// Forgets the row that is being read.
  mutating func dropRow() { current.removeAll(keepingCapacity: true) }

  mutating func next(into block: inout RawRows, issues: inout IssueBook) -> Bool {
    block.removeAll()
    let end = min(nextRow + RawRows.capacity, numbers.count)
    for row in nextRow..<end {
      let range = rowStarts[row]..<rowStarts[row + 1]
      block.cells.append(contentsOf: cells[range])
      block.cells.append(contentsOf: repeatElement(.empty, count: header.count - range.count))
    }
    block.numbers.append(contentsOf: numbers[nextRow..<end])
    nextRow = end
    return !block.numbers.isEmpty
  }
}
