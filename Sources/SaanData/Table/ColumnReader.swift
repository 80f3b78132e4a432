import SaanText

/// Reads one column of text cells into typed values and checks each against the column's rules.
///
/// It goes down one column of a block at a time, so that its loops know the type and nothing is
/// decided for each cell. Plain forms are read at once, and all others by the tolerant readers,
/// which say what is wrong. A value that cannot be read is missing, and the reading goes on.
struct ColumnReader {
  let field: Field
  /// The header as written and its position among the row's cells; `nil` when the file lacks it.
  let source: (header: String, position: Int)?
  /// The column's index in the table, under which mistakes are counted.
  let index: Int
  var column: Column
  /// The cells whose number had a word such as "about" beside it, where the table can keep that.
  private(set) var qualified: [QualifiedCell] = []
  private let keepsQualifiers: Bool
  private let missing: MissingValues
  private let rules: ValueRules
  private let isKey: Bool
  private var lastKey = CellSpan.empty
  private var count = 0

  /// Makes a reader; of the column of a key it will be known whether its texts ascend.
  init(
    field: Field, source: (header: String, position: Int)?, index: Int, missing: MissingValues,
    rules: ValueRules, isKey: Bool, keepsQualifiers: Bool = false
  ) {
    self.isKey = isKey
    self.keepsQualifiers = keepsQualifiers
    self.field = field
    self.source = source
    self.index = index
    self.missing = missing
    self.rules = rules
    column = Column(type: field.type)
    column.isAscending = isKey
  }

  /// Makes room for so many rows.
  mutating func reserve(_ rows: Int) {
    switch column.storage {
    case .text(var values):
      values.makeRoom(for: rows)
      column.storage = .text(values)
    case .integer(var values):
      values.makeRoom(for: rows)
      column.storage = .integer(values)
    case .number(var mantissas, var scales):
      mantissas.makeRoom(for: rows)
      scales.makeRoom(for: rows)
      column.storage = .number(mantissas: mantissas, scales: scales)
    case .boolean(var values):
      values.makeRoom(for: rows)
      column.storage = .boolean(values)
    case .date(var values):
      values.makeRoom(for: rows)
      column.storage = .date(values)
    case .period(var values):
      values.makeRoom(for: rows)
      column.storage = .period(values)
    }
  }

  /// Appends the column's cells of a block.
  mutating func append(
    _ block: RawRows, width: Int, text: CellText, issues: inout IssueBook
  ) {
    addPlaceholders(block.numbers.count)
    guard let source else { return }
    let cells = BlockCells(block: block, position: source.position, width: width, text: text)
    // Taken out while it is written to, so that the array is never copied.
    var storage = column.storage
    column.storage = .boolean([])
    switch storage {
    case .text(var values):
      storage = .boolean([])
      readTexts(cells, into: &values, &issues)
      storage = .text(values)
    case .integer(var values):
      storage = .boolean([])
      readIntegers(cells, into: &values, &issues)
      storage = .integer(values)
    case .number(var mantissas, var scales):
      storage = .boolean([])
      readNumbers(cells, into: &mantissas, &scales, &issues)
      storage = .number(mantissas: mantissas, scales: scales)
    case .boolean(var values):
      storage = .date([])
      let (trues, falses) = (field.trueValues, field.falseValues)
      read(cells, into: &values, &issues) { cell, _ throws(CellMistake) in
        try TolerantCell.boolean(cell, trues: trues, falses: falses)
      }
      storage = .boolean(values)
    case .date(var values):
      storage = .boolean([])
      readDates(cells, into: &values, &issues)
      storage = .date(values)
    case .period(var values):
      storage = .boolean([])
      tellTimes(cells, &issues)
      let isBuddhist = field.isBuddhist
      read(cells, into: &values, &issues) { cell, head throws(CellMistake) in
        if let year = PlainCell.year(cell) { return CalendarPeriod(year) }
        if let day = PlainCell.date(cell, head) { return CalendarPeriod(day) }
        return try BuddhistYear.reading(cell, isBuddhist, TolerantCell.period)
      }
      storage = .period(values)
    }
    column.storage = storage
    count += block.numbers.count
  }

  /// Fills a column that the file does not have.
  mutating func appendMissing(_ rows: Int) {
    for row in count..<count + rows { column.missing.set(row) }
    addPlaceholders(rows)
    count += rows
  }

  /// Adds what stands where a value is missing.
  private mutating func addPlaceholders(_ rows: Int) {
    // Taken out while it grows, so that the array is never copied.
    let storage = column.storage
    column.storage = .boolean([])
    switch consume storage {
    case .text(var values):
      values.append(contentsOf: repeatElement(.empty, count: rows))
      column.storage = .text(values)
    case .integer(var values):
      values.append(contentsOf: repeatElement(0, count: rows))
      column.storage = .integer(values)
    case .number(var mantissas, var scales):
      mantissas.append(contentsOf: repeatElement(0, count: rows))
      scales.append(contentsOf: repeatElement(0, count: rows))
      column.storage = .number(mantissas: mantissas, scales: scales)
    case .boolean(var values):
      values.append(contentsOf: repeatElement(false, count: rows))
      column.storage = .boolean(values)
    case .date(var values):
      values.append(contentsOf: repeatElement(Column.noDate, count: rows))
      column.storage = .date(values)
    case .period(var values):
      values.append(contentsOf: repeatElement(CalendarPeriod(Column.noDate), count: rows))
      column.storage = .period(values)
    }
  }
}

/// The cells of one column in a block of rows.
private struct BlockCells {
  let block: RawRows
  let position: Int
  let width: Int
  let text: CellText

  var rows: Range<Int> { block.numbers.indices }

  @inline(__always)
  func span(_ row: Int) -> CellSpan { block.cells[position &+ row &* width] }
}

// MARK: - By type

extension ColumnReader {
  /// Keeps texts as they are, but for blanks around them.
  ///
  /// They have a loop of their own: nothing is made of them, and in what is published each is
  /// looked at for personal data.
  private mutating func readTexts(
    _ cells: BlockCells, into values: inout [CellSpan], _ issues: inout IssueBook
  ) {
    // What the loop asks for every cell is at hand, for all else about the column may change in it.
    let (isPublic, mayHaveThaiDigits) = (!field.isPrivate, cells.text.mayHaveThaiDigits)
    let (missing, isKey, checksText, first) = (missing, isKey, rules.checksText, count)
    values.withUnsafeMutableBufferPointer { values in
      for row in cells.rows {
        var span = cells.span(row)
        var cell = cells.text[span]
        if cell.isEmpty || missing.contains(cell) {
          setMissing(row, cells, &issues)
          continue
        }
        if cell.mayHaveBlanksAround, let inner = cell.rangeWithoutBlanks {
          span = span.part(inner)
          cell = cells.text[span]
          guard !cell.isEmpty, !missing.contains(cell) else {
            setMissing(row, cells, &issues)
            continue
          }
          tellBlanks(cell, row: cells.block.numbers[row], &issues)
        }
        if cell[0] == UInt8(ascii: "#"), tellFormulaError(cell, cells.block.numbers[row], &issues) {
          setMissing(row, cells, &issues)
          continue
        }
        values[first &+ row] = span
        if isKey, column.isAscending { keepOrder(span, cells.text) }
        if isPublic {
          let found = PrivateData.find(in: cell, mayHaveThaiDigits: mayHaveThaiDigits)
          if let finding = issues.told(found) {
            report(.privateData(finding), cell, row: cells.block.numbers[row], &issues)
          }
        }
        if checksText {
          rules.check(
            text: cell, row: Int(cells.block.numbers[row]), column: index,
            name: source?.header ?? "", &issues)
        }
      }
    }
  }

  /// Tells of a cell that a spreadsheet program filled with its word for a mistake; `false` for any
  /// other.
  @inline(never)
  private func tellFormulaError(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: UInt32, _ issues: inout IssueBook
  ) -> Bool {
    let text = shortened(cell)
    guard spreadsheetErrors.contains(text) else { return false }
    issues.add("formula-error", row: Int(row), column: index, name: source?.header) {
      .formulaError(text, at: $0)
    }
    return true
  }

  @inline(never)
  private func tellBlanks(
    _ cell: UnsafeBufferPointer<UInt8>, row: UInt32, _ issues: inout IssueBook
  ) {
    let text = shortened(cell)
    issues.add("blanks-trimmed", row: Int(row), column: index, name: source?.header) {
      .blanksTrimmed(text, at: $0)
    }
  }

  @inline(__always)
  private mutating func keepOrder(_ span: CellSpan, _ text: CellText) {
    column.isAscending = text[lastKey].precedes(text[span])
    lastKey = span
  }

  private mutating func readIntegers(
    _ cells: BlockCells, into values: inout [Int64], _ issues: inout IssueBook
  ) {
    let look = NumberLook(field, issues.allowance)
    read(cells, into: &values, &issues) { cell, head throws(CellMistake) in
      if let plain = PlainCell.integer(cell, head), cell[0] != UInt8(ascii: "0") || cell.count == 1
      {
        try look.check(cell)
        return plain
      }
      return try TolerantCell.integer(cell, look)
    }
  }

  private mutating func readNumbers(
    _ cells: BlockCells, into mantissas: inout [Int64], _ scales: inout [UInt8],
    _ issues: inout IssueBook
  ) {
    let look = NumberLook(field, issues.allowance)
    mantissas.withUnsafeMutableBufferPointer { mantissas in
      scales.withUnsafeMutableBufferPointer { scales in
        read(cells, &issues) { cell, head throws(CellMistake) in
          if let plain = PlainCell.number(cell, head) {
            if plain.scale == 0 { try look.check(cell) }
            return plain
          }
          return try TolerantCell.number(cell, look)
        } store: { row, value in
          mantissas[row] = value.mantissa
          scales[row] = value.scale
        }
      }
    }
  }

  private mutating func readDates(
    _ cells: BlockCells, into values: inout [CalendarDate], _ issues: inout IssueBook
  ) {
    tellTimes(cells, &issues)
    let (type, isBuddhist) = (field.type, field.isBuddhist)
    read(cells, into: &values, &issues) { cell, head throws(CellMistake) in
      if type == .date, let plain = PlainCell.date(cell, head) { return plain }
      if type == .year, let plain = PlainCell.year(cell) { return plain }
      return try BuddhistYear.reading(cell, isBuddhist) { cell throws(CellMistake) in
        try TolerantCell.date(cell, type)
      }
    }
  }

  /// Tells of times of day behind days, which the column does not keep.
  private func tellTimes(_ cells: BlockCells, _ issues: inout IssueBook) {
    for row in cells.rows {
      let (cell, number) = (cells.text[cells.span(row)], Int(cells.block.numbers[row]))
      issues.tellTime(in: cell, row: number, column: index, name: source?.header)
    }
  }

  @inline(__always)
  private mutating func read<Value: Bounded>(
    _ cells: BlockCells, into values: inout [Value], _ issues: inout IssueBook,
    _ parse: (UnsafeBufferPointer<UInt8>, CellHead) throws(CellMistake) -> Value
  ) {
    values.withUnsafeMutableBufferPointer { values in
      read(cells, &issues, parse) { values[$0] = $1 }
    }
  }

  @inline(__always)
  private mutating func read<Value: Bounded>(
    _ cells: BlockCells, _ issues: inout IssueBook,
    _ parse: (UnsafeBufferPointer<UInt8>, CellHead) throws(CellMistake) -> Value,
    store: (Int, Value) -> Void
  ) {
    let (missing, checksBounds, first) = (missing, rules.checksBounds, count)
    for row in cells.rows {
      let span = cells.span(row)
      var cell = cells.text[span]
      if cell.isEmpty || missing.contains(cell) {
        setMissing(row, cells, &issues)
        continue
      }
      var head = cells.text.head(of: cell, span)
      if cell[0] <= 0x20 || cell[0] >= 0x80 || cell[cell.count &- 1] <= 0x20 {
        cell = cell.trimmed
        guard !cell.isEmpty, !missing.contains(cell) else {
          setMissing(row, cells, &issues)
          continue
        }
        head = CellHead(cell)
      }
      let value: Value
      do throws(CellMistake) {
        value = try parse(cell, head)
      } catch {
        guard let number = unqualified(cell, row, cells, &issues, error, parse) else {
          column.missing.set(count &+ row)
          continue
        }
        value = number
      }
      store(first &+ row, value)
      if checksBounds {
        rules.check(
          value, cell, row: Int(cells.block.numbers[row]), column: index,
          name: source?.header ?? "", &issues)
      }
    }
  }

  /// Reads a number beside which a word such as "about" stands; tells what is wrong otherwise.
  private mutating func unqualified<Value>(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ cells: BlockCells,
    _ issues: inout IssueBook, _ mistake: CellMistake,
    _ parse: (UnsafeBufferPointer<UInt8>, CellHead) throws(CellMistake) -> Value
  ) -> Value? {
    let number = cells.block.numbers[row]
    guard [.integer, .number].contains(field.type), let (bound, rest) = Bound.split(cell),
      !rest.isEmpty
    else {
      report(mistake, cell, row: number, &issues)
      return nil
    }
    do throws(CellMistake) {
      let value = try parse(rest, CellHead(rest))
      guard keepsQualifiers else { throw .qualified(bound) }
      qualified.append(
        QualifiedCell(row: count &+ row, number: number, bound: bound, text: shortened(cell)))
      return value
    } catch {
      report(error, cell, row: number, &issues)
      return nil
    }
  }

  private mutating func setMissing(
    _ row: Int, _ cells: BlockCells, _ issues: inout IssueBook
  ) {
    column.missing.set(count &+ row)
    guard rules.isRequired else { return }
    let number = Int(cells.block.numbers[row])
    issues.add("required-value", row: number, column: index, name: source?.header) {
      .requiredValue(source?.header ?? field.name, at: $0)
    }
  }

  private func report(
    _ mistake: CellMistake, _ cell: UnsafeBufferPointer<UInt8>, row: UInt32,
    _ issues: inout IssueBook
  ) {
    let text = shortened(cell)
    issues.add(mistake.code, row: Int(row), column: index, name: source?.header) {
      mistake.diagnostic(text, type: field.type, at: $0)
    }
  }
}
