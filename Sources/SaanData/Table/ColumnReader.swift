import SaanText

/// Reads one column of text cells into typed values and checks each against the column's rules.
struct ColumnReader {
  let field: Field
  /// The header as written and its position among the row's cells; `nil` when the file lacks it.
  let source: (header: String, position: Int)?
  /// The column's index in the table, under which mistakes are counted.
  let index: Int
  private(set) var column: Column
  private let missing: MissingValues
  private let rules: ValueRules
  private var count = 0

  init(
    field: Field, source: (header: String, position: Int)?, index: Int, missing: MissingValues,
    rules: ValueRules
  ) {
    self.field = field
    self.source = source
    self.index = index
    self.missing = missing
    self.rules = rules
    column = Column(type: field.type)
  }

  /// Makes room for so many rows.
  mutating func reserve(_ rows: Int) {
    switch column.storage {
    case .text(var values):
      values.reserveCapacity(rows)
      column.storage = .text(values)
    case .integer(var values):
      values.reserveCapacity(rows)
      column.storage = .integer(values)
    case .number(var mantissas, var scales):
      mantissas.reserveCapacity(rows)
      scales.reserveCapacity(rows)
      column.storage = .number(mantissas: mantissas, scales: scales)
    case .boolean(var values):
      values.reserveCapacity(rows)
      column.storage = .boolean(values)
    case .date(var values):
      values.reserveCapacity(rows)
      column.storage = .date(values)
    case .period(var values):
      values.reserveCapacity(rows)
      column.storage = .period(values)
    }
  }

  /// Appends the column's cells of a block.
  mutating func append(
    _ block: RawRows, width: Int, text: CellText, issues: inout IssueBook
  ) {
    // Taken out while it grows, so that the array is never copied.
    var storage = column.storage
    column.storage = .boolean([])
    switch storage {
    case .text(var values):
      storage = .boolean([])
      appendText(to: &values, block, width, text, &issues)
      storage = .text(values)
    case .integer(var values):
      storage = .boolean([])
      appendIntegers(to: &values, block, width, text, &issues)
      storage = .integer(values)
    case .number(var mantissas, var scales):
      storage = .boolean([])
      appendNumbers(to: &mantissas, &scales, block, width, text, &issues)
      storage = .number(mantissas: mantissas, scales: scales)
    case .boolean(var values):
      storage = .date([])
      append(to: &values, false, block, width, text, &issues) { cell throws(CellMistake) in
        try TolerantCell.boolean(cell)
      }
      storage = .boolean(values)
    case .date(var values):
      storage = .boolean([])
      appendDates(to: &values, block, width, text, &issues)
      storage = .date(values)
    case .period(var values):
      storage = .boolean([])
      append(to: &values, CalendarPeriod(Column.noDate), block, width, text, &issues) {
        cell throws(CellMistake) in
        if let year = PlainCell.year(cell) { return CalendarPeriod(year) }
        if let day = PlainCell.date(cell) { return CalendarPeriod(day) }
        return try TolerantCell.period(cell)
      }
      storage = .period(values)
    }
    column.storage = storage
    count += block.numbers.count
  }

  /// Fills a column that the file does not have.
  mutating func appendMissing(_ rows: Int) {
    for row in count..<count + rows { column.missing.set(row) }
    switch column.storage {
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
    count += rows
  }
}

// MARK: - By type

extension ColumnReader {
  private mutating func appendText(
    to values: inout [CellSpan], _ block: RawRows, _ width: Int, _ text: CellText,
    _ issues: inout IssueBook
  ) {
    guard let source else { return }
    var at = source.position
    for row in block.numbers.indices {
      let span = block.cells[at]
      at &+= width
      let cell = text[span]
      if cell.isEmpty || missing.contains(cell) {
        setMissing(at: count &+ row, row: block.numbers[row], &issues)
        values.append(.empty)
        continue
      }
      values.append(span)
      if !field.isPrivate, let kind = PrivateData.find(in: cell) {
        report(.privateData(kind), cell, row: block.numbers[row], &issues)
      }
      if rules.checksText {
        rules.check(
          text: cell, row: Int(block.numbers[row]), column: index, name: source.header, &issues)
      }
    }
  }

  private mutating func appendIntegers(
    to values: inout [Int64], _ block: RawRows, _ width: Int, _ text: CellText,
    _ issues: inout IssueBook
  ) {
    let isPrivate = field.isPrivate
    append(to: &values, 0, block, width, text, &issues) { cell throws(CellMistake) in
      if let plain = PlainCell.integer(cell), cell[0] != UInt8(ascii: "0") || cell.count == 1 {
        if !isPrivate, let kind = PrivateData.findInNumber(cell) { throw .privateData(kind) }
        return plain
      }
      return try TolerantCell.integer(cell, isPrivate: isPrivate)
    }
  }

  private mutating func appendNumbers(
    to mantissas: inout [Int64], _ scales: inout [UInt8], _ block: RawRows, _ width: Int,
    _ text: CellText, _ issues: inout IssueBook
  ) {
    let isPrivate = field.isPrivate
    var values: [Decimal18] = []
    values.reserveCapacity(block.numbers.count)
    append(to: &values, Decimal18(mantissa: 0, scale: 0), block, width, text, &issues) {
      cell throws(CellMistake) in
      if let plain = PlainCell.number(cell) {
        if !isPrivate, plain.scale == 0, let kind = PrivateData.findInNumber(cell) {
          throw .privateData(kind)
        }
        return plain
      }
      return try TolerantCell.number(cell, isPrivate: isPrivate)
    }
    for value in values {
      mantissas.append(value.mantissa)
      scales.append(value.scale)
    }
  }

  private mutating func appendDates(
    to values: inout [CalendarDate], _ block: RawRows, _ width: Int, _ text: CellText,
    _ issues: inout IssueBook
  ) {
    let type = field.type
    append(to: &values, Column.noDate, block, width, text, &issues) { cell throws(CellMistake) in
      if type == .date, let plain = PlainCell.date(cell) { return plain }
      if type == .year, let plain = PlainCell.year(cell) { return plain }
      return try TolerantCell.date(cell, type)
    }
  }

  @inline(__always)
  private mutating func append<Value: Bounded>(
    to values: inout [Value], _ placeholder: Value, _ block: RawRows, _ width: Int,
    _ text: CellText, _ issues: inout IssueBook,
    _ read: (UnsafeBufferPointer<UInt8>) throws(CellMistake) -> Value
  ) {
    guard let source else { return }
    var at = source.position
    for row in block.numbers.indices {
      var cell = text[block.cells[at]]
      at &+= width
      if cell.isEmpty || missing.contains(cell) {
        setMissing(at: count &+ row, row: block.numbers[row], &issues)
        values.append(placeholder)
        continue
      }
      if cell[0] <= 0x20 || cell[0] >= 0x80 || cell[cell.count &- 1] <= 0x20 { cell = cell.trimmed }
      guard !cell.isEmpty, !missing.contains(cell) else {
        setMissing(at: count &+ row, row: block.numbers[row], &issues)
        values.append(placeholder)
        continue
      }
      do throws(CellMistake) {
        let value = try read(cell)
        values.append(value)
        if rules.checksBounds {
          rules.check(
            value, cell, row: Int(block.numbers[row]), column: index, name: source.header, &issues)
        }
      } catch {
        report(error, cell, row: block.numbers[row], &issues)
        column.missing.set(count &+ row)
        values.append(placeholder)
      }
    }
  }

  private mutating func setMissing(at index: Int, row: UInt32, _ issues: inout IssueBook) {
    column.missing.set(index)
    guard rules.isRequired else { return }
    issues.add("required-value", row: Int(row), column: self.index, name: source?.header) {
      .requiredValue(field.name, at: $0)
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

/// The text of a cell for a message: the beginning of a long one.
func shortened(_ cell: UnsafeBufferPointer<UInt8>) -> String {
  let text = UnsafeBufferPointer(rebasing: cell.prefix(400)).string
  return text.count > 60 ? "\(text.prefix(59))…" : text
}
