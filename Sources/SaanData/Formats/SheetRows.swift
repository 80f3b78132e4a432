import SaanText

/// The rows of one sheet, as the XML parser meets them.
///
/// Cells go straight into the arena as they come, and no tree of the sheet is made. Which rows are
/// the head, and which cells are merged, shows only when the rows have gone by: the rows of a head
/// are held back until it is whole, and merged cells are told at the end.
struct SheetRows {
  private(set) var arena: RecordArena
  private(set) var issues: IssueBook
  private let book: Workbook
  private let dialect: Dialect
  private let limits: DataLimits

  /// Where the head seems to be.
  private(set) var heads = HeadSearch()
  /// The texts of a row that is looked at for that.
  private var written: [(column: Int, text: String)] = []
  /// The rows of the head that were read, by their column.
  private var levels: [[Int: String]] = []
  private var merges: [MergedCells] = []
  /// The cells behind which an address of the web stands, by its number among the sheet's links.
  private(set) var links: [SheetLink] = []
  /// What nobody sees who looks at the sheet.
  private(set) var hidden = HiddenCells()
  /// The first value to the right of the table, and in how many rows there are such.
  private var beside: (row: Int, column: Int, rows: Set<Int>)?
  private var row = 0
  private var header: [Int: String] = [:]
  /// The headings by the sheet's columns.
  private(set) var names: [String] = []
  /// Where the cells of each of the sheet's columns go; `nil` where they are left out.
  private var targets: [Int?] = []
  private var cell = SheetCell()
  private var isInRows = false
  /// Whether there are more rows than are read.
  private(set) var isFull = false

  private init(_ book: Workbook, _ dialect: Dialect, _ limits: DataLimits, _ issues: IssueBook) {
    self.book = book
    self.dialect = dialect
    self.limits = limits
    self.issues = issues
    arena = RecordArena(headerRow: 0, limits: limits, shared: book.texts.bytes)
  }

  /// Reads a sheet; `nil` when its part is missing or no XML.
  static func read(
    _ archive: borrowing ZipArchive, _ book: Workbook, _ sheet: Workbook.Sheet, _ dialect: Dialect,
    _ issues: IssueBook
  ) throws(ZipArchive.Mistake) -> SheetRows? {
    let limits = archive.limits
    let reader = SheetReader(SheetRows(book, dialect, limits, issues))
    let isWhole = try archive.parse(
      sheet.part, limit: limits.maximumSheetBytes, reader, while: { !reader.rows.isFull })
    guard isWhole == true else { return nil }
    var rows = reader.rows
    rows.finish()
    return rows
  }

  private mutating func finish() {
    if !levels.isEmpty { finishHead() }
    tellMerges()
    if let beside {
      issues.add("ragged-row", row: beside.row, column: -1) {
        .besideTable(columnLetters(beside.column), rows: beside.rows.count, at: $0)
      }
    }
  }

  fileprivate mutating func start(_ element: XMLElement) {
    if isInRows {
      switch element.name {
      case "c": cell.begin(element)
      case "v", "t": cell.open()
      case "row": beginRow(element)
      case "f": cell.hasFormula = true
      case "rPh": cell.isPhonetic = true
      default: break
      }
      return
    }
    switch element.name {
    case "sheetData": isInRows = true
    case "dimension": makeRoom(element)
    case "col": hidden.addColumns(element.all)
    case "hyperlink": SheetLink(element).map { links.append($0) }
    case "mergeCell":
      if let cells = MergedCells(element.all["ref"] ?? "") { merges.append(cells) }
    default: break
    }
  }

  @inline(__always)
  fileprivate mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if cell.isOpen { cell.append(bytes) }
  }

  fileprivate mutating func end(_ name: XMLName) {
    guard isInRows else { return }
    switch name {
    case "v", "t": cell.close()
    case "c": finishCell()
    case "row": finishRow()
    case "rPh": cell.isPhonetic = false
    case "sheetData": isInRows = false
    default: break
    }
  }

  /// Makes room for what the sheet says that it holds.
  private mutating func makeRoom(_ element: XMLElement) {
    guard let cells = MergedCells(element.all["ref"] ?? "") else { return }
    let count = min(cells.rows.count, limits.maximumRows) * min(cells.columnCount, 64)
    arena.reserve(text: count * 8, cells: count)
  }

  private mutating func beginRow(_ element: XMLElement) {
    var number: Int?
    var isHidden = false
    element.forEach { name, value in
      switch name {
      case "r": number = value.number
      case "hidden": isHidden = isHidden || "1" ~= value || "true" ~= value
      case "ht": isHidden = isHidden || Double(value.string) == 0
      default: break
      }
    }
    // No sheet has more rows; another number would be one of a damaged file.
    row = number.flatMap { (1...1_048_576).contains($0) ? $0 : nil } ?? row + 1
    cell.column = -1
    written = []
    hidden.beginRow(isHidden: isHidden)
    // A row of the head that is empty may be left out.
    if !levels.isEmpty, row > dialect.head.upperBound { finishHead() }
  }

  private mutating func finishCell() {
    guard !isFull else { return }
    cell.finish()
    let isUnknown = cell.hasFormula && (book.isNotWorkedOut ? cell.isZero : cell.isUnvalued)
    guard cell.hasValue, !isUnknown else {
      if cell.hasFormula, arena.headerRow > 0 {
        tell("formula-without-value") { .formulaWithoutValue(at: $0) }
      }
      return
    }
    if arena.headerRow > 0, cell.hasLostStyle(in: book) {
      let text = cell.string
      tell("lost-style") { .lostStyle(text, at: $0) }
    }
    var content = SheetContent(cell, book)
    if dialect.showsStored { content = content.withStored(cell) }
    let (count, isTold) = look(at: content)
    guard count > 0, !isTold else { return }
    if heads.wantsMore { written.append((cell.column, string(of: content))) }
    if arena.headerRow == 0 {
      if row > dialect.skippedRows { header[cell.column] = string(of: content) }
    } else if cell.column < targets.count {
      if let target = targets[cell.column] { keep(content, target) }
    } else {
      if beside == nil { beside = (row, cell.column, []) }
      beside?.rows.insert(row)
    }
  }

  /// How many bytes are to be kept, and whether something was told instead.
  private mutating func look(at content: SheetContent) -> (count: Int, isTold: Bool) {
    let count: Int
    switch content {
    case .shared(let range, _): count = range.count
    case .number, .text: count = cell.bytes.count
    case .made(let text): count = text.utf8.count
    case .lostText:
      tell("lost-text") { .lostText(at: $0) }
      return (0, true)
    case .formulaError:
      let text = cell.string
      tell("formula-error") { .formulaError(text, at: $0) }
      return (0, true)
    case .noDay:
      let text = cell.string
      tell("no-day") { .noDay(text, at: $0) }
      return (0, true)
    case .buddhistDay(let date):
      tell("wrong-era") { .buddhistDay(date, at: $0) }
      return (0, true)
    }
    let limit = limits.maximumCellBytes
    if count > limit { tell("cell-too-long") { .cellTooLong(count, limit: limit, at: $0) } }
    return (count, count > limit)
  }

  private func string(of content: SheetContent) -> String {
    switch content {
    case .shared(let range, _): book.texts.string(range)
    case .made(let text): text
    default: cell.string
    }
  }

  private mutating func keep(_ content: SheetContent, _ column: Int) {
    switch content {
    case .shared(let range, let index):
      let mends = book.texts.mends.isEmpty ? nil : book.texts.mends[index]
      arena.set(column, shared: range, mends: mends)
    case .number: arena.set(column, number: cell.bytes)
    case .made(let text): arena.set(column, text.utf8)
    default: arena.set(column, cell.bytes)
    }
  }

  private mutating func tell(_ code: String, _ make: (Place) -> Diagnostic) {
    let name = names.indices.contains(cell.column) ? names[cell.column] : nil
    issues.add(code, row: row, column: cell.column, name: name, make)
  }

  private mutating func finishRow() {
    heads.add(row: row, written)
    if arena.headerRow == 0 {
      guard !header.isEmpty || !levels.isEmpty else { return }
      levels.append(header)
      header = [:]
      // A head of one row is the first row in which something is written.
      if dialect.headRowsCount == 1 || row >= dialect.head.upperBound { finishHead() }
    } else if arena.isRowEmpty {
      arena.dropRow()
    } else if hidden.isHiddenRow, dialect.hidden != .keep {
      hidden.endRow(number: row)
      arena.dropRow()
    } else if arena.count >= limits.maximumRows {
      if !isFull {
        issues.add("too-many-rows", row: row, column: -1) {
          .tooManyRows(limits.maximumRows, at: $0)
        }
      }
      isFull = true
    } else {
      arena.endRow(number: row)
    }
  }

  /// Makes the columns of the rows of the head.
  private mutating func finishHead() {
    let last = levels.flatMap(\.keys).max() ?? 0
    guard last < limits.maximumColumns else {
      issues.add("too-many-columns", row: row, column: -1) {
        .tooManyColumns(last + 1, limit: limits.maximumColumns, at: $0)
      }
      isFull = true
      return
    }
    let texts = levels.map { level in (0...last).map { trimmed(level[$0] ?? "") } }
    names = HeadLevels.joined(texts)
    for (column, name) in names.enumerated() {
      let isLeftOut = dialect.hidden != .keep && hidden.holds(column: column)
      targets.append(isLeftOut ? nil : arena.addColumn(name))
    }
    arena.headerRow = dialect.headRowsCount == 1 ? row : dialect.head.upperBound
    levels = []
  }

  /// Merged cells hide what the others hold: in the header two columns have one name, below it
  /// rows miss a value.
  private mutating func tellMerges() {
    guard arena.headerRow > 0 else { return }
    let head = dialect.headRowsCount == 1 ? arena.headerRow...arena.headerRow : dialect.head
    let inTable = merges.filter {
      $0.left < targets.count && $0.rows.upperBound >= head.lowerBound
    }
    let inHead = inTable.filter { cells in
      cells.rows.overlaps(head)
        && (head.count == 1 || !head.clamped(to: cells.rows).elementsEqual(cells.rows))
    }
    if let first = inHead.first {
      let rows = inHead.map(\.rows).reduce(head) {
        min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
      }
      issues.add(
        .mergedHeader(
          first.reference, more: inHead.count - 1, rows: rows, at: issues.row(head.lowerBound)))
    }
    for cells in inTable where cells.rows.lowerBound > head.upperBound {
      let column = cells.isOneColumn ? names[cells.left] : nil
      guard column.map({ !dialect.filledDown.contains($0) }) ?? true else { continue }
      let isAmount = isAmount(cells)
      issues.add("merged-cells", row: cells.rows.lowerBound, column: -1) {
        .mergedCells(cells.reference, in: column, isAmount: isAmount, at: $0)
      }
    }
  }

  /// The columns in which cells below the head are merged over several rows, and hold what may be
  /// true of each of these: no amounts, which would count as often as there are rows.
  var mergedColumns: [String] {
    let head = max(arena.headerRow, dialect.head.upperBound)
    let inRows = merges.filter {
      $0.isOneColumn && $0.rows.lowerBound > head && names.indices.contains($0.left)
    }
    let amounts = Set(inRows.filter(isAmount).map(\.left))
    return Set(inRows.map(\.left)).subtracting(amounts).sorted().map { names[$0] }
  }

  /// Whether merged cells hold a number that is no year, no code and no number of a line.
  private func isAmount(_ cells: MergedCells) -> Bool {
    guard cells.isOneColumn, cells.rows.count > 1, targets.indices.contains(cells.left),
      let column = targets[cells.left], !Field.isCode(names[cells.left]),
      !Headings.isRunningNumber(names[cells.left]),
      let text = arena.text(row: cells.rows.lowerBound, column: column)
    else { return false }
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    return ExactNumber(digits).map { !(1_800...2_700).contains($0.int ?? 0) } ?? false
  }

  /// Reads the addresses behind the cells of columns that are for such, and tells of those behind
  /// others, which nobody sees any more.
  mutating func read(_ addresses: [String: String], _ schema: TableSchema?) {
    var lost: [Int: (text: String, address: String, row: Int, count: Int)] = [:]
    for link in links {
      guard let address = addresses[link.id], link.row > arena.headerRow,
        targets.indices.contains(link.column), let column = targets[link.column],
        let text = arena.text(row: link.row, column: column), !text.isEmpty,
        !SheetLink.isSame(text, address)
      else { continue }
      if KnownColumns.isOfAddresses(names[link.column], in: schema) {
        arena.replace(row: link.row, column: column, with: address)
      } else {
        let known = lost[link.column]
        lost[link.column] = (
          known?.text ?? text, known?.address ?? address, known?.row ?? link.row,
          (known?.count ?? 0) + 1
        )
      }
    }
    for (column, first) in lost.sorted(by: { $0.key < $1.key }) {
      issues.add("lost-link", row: first.row, column: column, name: names[column]) {
        .lostLink(first.text, first.address, count: first.count, at: $0)
      }
    }
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { $0.trimmed.string }
  }
}

/// Hands what the parser meets to the rows of a sheet.
private final class SheetReader: XMLTaker {
  private(set) var rows: SheetRows

  init(_ rows: SheetRows) { self.rows = rows }

  func start(_ element: XMLElement) { rows.start(element) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { rows.text(bytes) }
  func end(_ name: XMLName) { rows.end(name) }
}
