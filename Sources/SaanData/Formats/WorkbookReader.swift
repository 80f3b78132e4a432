import SaanText

/// Reads a sheet of an XLSX workbook: formulas by their stored values, dates as dates.
///
/// No formula is worked out: its stored value is what people saw when the file was saved, and where
/// there is none that is told.
enum WorkbookReader {
  /// The rows of the resource's sheet; `nil`, and an issue, when they can't be had.
  static func read(
    _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    let place = Place.file(path: file.path)
    let outcome = file.bytes.withUnsafeBufferPointer { bytes -> Result<RecordArena, Refusal> in
      do throws(ZipArchive.Mistake) {
        var archive = try ZipArchive(bytes, limits: limits)
        guard let book = try Workbook(&archive) else {
          return .failure(Refusal(.notAWorkbook(at: place)))
        }
        guard let sheet = sheet(of: book, resource) else {
          let names = book.sheets.map(\.name)
          return .failure(
            Refusal(
              resource.sheet.map { .unknownSheet($0, among: names, at: place) }
                ?? .sheetNotNamed(names, at: place)))
        }
        guard let part = try archive.part(sheet.part) else {
          return .failure(Refusal(.notAWorkbook(at: place)))
        }
        let reader = SheetReader(book, resource.dialect, limits, issues)
        guard reader.read(part) else { return .failure(Refusal(.notAWorkbook(at: place))) }
        if let rows = reader.heads.objection(to: resource.dialect) {
          return .failure(
            Refusal(.headNotFirst(rows, at: reader.issues.row(rows.lowerBound))))
        }
        issues = reader.issues
        let hidden = resource.dialect.hidden
        if sheet.isHidden, hidden != .keep { issues.add(.hiddenSheet(sheet.name, at: place)) }
        if hidden != .keep {
          reader.hidden.tell(
            &issues, head: (reader.names, reader.arena.headerRow), privately: resource.schema,
            isSaid: hidden == .skip)
        }
        guard reader.arena.headerRow > 0 else { return .failure(Refusal(.emptyFile(at: place))) }
        return .success(reader.arena)
      } catch {
        return .failure(Refusal(diagnostic(error, limits, at: place)))
      }
    }
    switch outcome {
    case .success(let arena):
      arena.tell(&issues)
      return arena
    case .failure(let refusal):
      issues.add(refusal.diagnostic)
      return nil
    }
  }

  /// The sheets that hold tables, as they look.
  static func shapes(_ file: DataFile, _ limits: DataLimits) -> [TableShape] {
    let ignored = IssueBook(path: file.path, sheet: nil, limit: 0)
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard var archive = try? ZipArchive(bytes, limits: limits),
        let book = try? Workbook(&archive)
      else { return [] }
      return book.sheets.compactMap { sheet in
        guard let part = try? archive.part(sheet.part) else { return nil }
        func read(_ dialect: Dialect) -> SheetReader {
          let reader = SheetReader(book, dialect, limits, ignored)
          _ = reader.read(part)
          return reader
        }
        var dialect = Dialect()
        var reader = read(dialect)
        if let rows = reader.heads.objection(to: dialect) {
          dialect.head = rows
          reader = read(dialect)
        }
        guard reader.arena.headerRow > 0 else { return nil }
        return TableShape(
          sheet: sheet.name, isHidden: sheet.isHidden, head: dialect.head,
          headings: reader.arena.header, merged: reader.mergedColumns)
      }
    }
  }

  private struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// The sheet that is named, or the only one that is not hidden.
  private static func sheet(of book: Workbook, _ resource: Resource) -> Workbook.Sheet? {
    if let name = resource.sheet { return book.sheets.first { $0.name == name } }
    if let number = resource.dialect.sheetNumber {
      return book.sheets.indices.contains(number - 1) ? book.sheets[number - 1] : nil
    }
    let seen = book.sheets.filter { !$0.isHidden }
    return seen.count == 1 ? seen[0] : book.sheets.count == 1 ? book.sheets[0] : nil
  }

  private static func diagnostic(
    _ mistake: ZipArchive.Mistake, _ limits: DataLimits, at place: Place
  ) -> Diagnostic {
    switch mistake {
    case .damaged: .notAWorkbook(at: place)
    case .tooManyEntries(let count):
      .tooManyEntries(count, limit: limits.maximumEntries, at: place)
    case .tooLarge(let part):
      .workbookTooLarge(part, limit: limits.maximumUnpackedBytes, at: place)
    }
  }
}

/// Takes the cells of one sheet as the XML parser meets them.
///
/// Cells go straight into the arena as they come, and no tree of the sheet is made. Which rows are
/// the head, and which cells are merged, shows only when the rows have gone by: the rows of a head
/// are held back until it is whole, and merged cells are told at the end. A class, for the parser's
/// three closures write into it.
private final class SheetReader {
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
  /// What nobody sees who looks at the sheet.
  private(set) var hidden = HiddenCells()
  /// The first value to the right of the table, and in how many rows there are such.
  private var beside: (row: Int, column: Int, rows: Set<Int>)?
  private var row = 0
  private var column = 0
  private var header: [Int: String] = [:]
  /// The headings by the sheet's columns.
  private(set) var names: [String] = []
  /// Where the cells of each of the sheet's columns go; `nil` where they are left out.
  private var targets: [Int?] = []
  private var kind = ""
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isText = false
  private var text = ""
  private var isFull = false

  init(_ book: Workbook, _ dialect: Dialect, _ limits: DataLimits, _ issues: IssueBook) {
    self.book = book
    self.dialect = dialect
    self.limits = limits
    self.issues = issues
    arena = RecordArena(headerRow: 0, limits: limits)
  }

  func read(_ part: [UInt8]) -> Bool {
    let isWhole = walkXML(
      part, start: { self.start($0, $1) }, text: { if self.isText { self.text += $0 } },
      end: { self.end($0) })
    if !levels.isEmpty { finishHead() }
    tellMerges()
    if let beside {
      issues.add("ragged-row", row: beside.row, column: -1) {
        .besideTable(columnLetters(beside.column), rows: beside.rows.count, at: $0)
      }
    }
    return isWhole
  }

  private func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? row + 1
      // No sheet has more rows; another number would be one of a damaged file.
      row = (1...1_048_576).contains(number) ? number : row + 1
      column = -1
      written = []
      hidden.beginRow(attributes)
      // A row of the head that is empty may be left out.
      if !levels.isEmpty, row > dialect.head.upperBound { finishHead() }
    case "c":
      column = attributes["r"].flatMap { columnIndex($0) } ?? column + 1
      kind = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      (hasFormula, hasValue, text) = (false, false, "")
    case "f": hasFormula = true
    case "col": hidden.addColumns(attributes)
    case "v", "t":
      hasValue = true
      isText = true
    case "mergeCell":
      if let cells = MergedCells(attributes["ref"] ?? "") { merges.append(cells) }
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "v", "t", "rPh": isText = false
    case "c": finishCell()
    case "row": finishRow()
    default: break
    }
  }

  private func finishCell() {
    guard !isFull else { return }
    guard hasValue else {
      if hasFormula, arena.headerRow > 0 {
        issues.add("formula-without-value", row: row, column: column, name: columnName) {
          .formulaWithoutValue(at: $0)
        }
      }
      return
    }
    var value = self.value
    if value.utf8.count > limits.maximumCellBytes {
      issues.add("cell-too-long", row: row, column: column, name: columnName) {
        .cellTooLong(value.utf8.count, limit: limits.maximumCellBytes, at: $0)
      }
      value = ""
    }
    guard !value.isEmpty else { return }
    if heads.wantsMore { written.append((column, value)) }
    if arena.headerRow == 0 {
      if row > dialect.skippedRows { header[column] = value }
    } else if column < targets.count {
      if let target = targets[column] { arena.set(target, value.utf8) }
    } else {
      if beside == nil { beside = (row, column, []) }
      beside?.rows.insert(row)
    }
  }

  private var value: String {
    switch kind {
    case "s":
      if let index = Int(text), book.strings.indices.contains(index) { return book.strings[index] }
      issues.add("lost-text", row: row, column: column, name: columnName) { .lostText(at: $0) }
      return ""
    case "b": return text == "1" ? "true" : "false"
    case "e":
      issues.add("formula-error", row: row, column: column, name: columnName) {
        .formulaError(text, at: $0)
      }
      return ""
    case "str", "inlineStr", "d": return text
    default: return number
    }
  }

  /// A number without the noise of its binary form; a date or `45%` where the style shows such.
  private var number: String {
    guard let double = Double(text) else { return text }
    switch book.look(ofStyle: style) {
    case .date:
      if let date = book.date(serial: double) {
        guard let year = Int(date.prefix(4)), (2_400..<2_700).contains(year) else { return date }
        issues.add("wrong-era", row: row, column: column, name: columnName) {
          .buddhistDay(date, at: $0)
        }
        return ""
      }
      issues.add("no-day", row: row, column: column, name: columnName) { .noDay(text, at: $0) }
      return ""
    case .percent:
      if let percent = ExactNumber(double)?.timesPowerOfTen(2) {
        return percent.trimmed.plain + "%"
      }
    case .number: break
    }
    if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return text }
    return ExactNumber(double)?.plain ?? text
  }

  private func finishRow() {
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
  private func finishHead() {
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
    targets = names.enumerated().map { column, name in
      dialect.hidden != .keep && hidden.holds(column: column) ? nil : arena.addColumn(name)
    }
    arena.headerRow = dialect.headRowsCount == 1 ? row : dialect.head.upperBound
    levels = []
  }

  /// Merged cells hide what the others hold: in the header two columns have one name, below it
  /// rows miss a value.
  private func tellMerges() {
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
      issues.add("merged-cells", row: cells.rows.lowerBound, column: -1) {
        .mergedCells(cells.reference, in: column, at: $0)
      }
    }
  }

  /// The columns in which cells below the head are merged over several rows.
  var mergedColumns: [String] {
    let head = max(arena.headerRow, dialect.head.upperBound)
    let columns = merges.filter {
      $0.isOneColumn && $0.rows.lowerBound > head && names.indices.contains($0.left)
    }
    return Set(columns.map(\.left)).sorted().map { names[$0] }
  }

  private var columnName: String? {
    names.indices.contains(column) ? names[column] : nil
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { $0.trimmed.string }
  }
}
