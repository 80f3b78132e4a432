import SaanText

/// The place of a row in its table.
package typealias RowID = ID<Row>

/// One row of a table; it reads its values when they are asked for.
///
/// Every value is `nil` when it is missing in the file, when there is no such column, or when the
/// column holds another type. Columns are named, or given by `Table.column(_:)` in hot loops.
package struct Row: Sendable {
  /// The table it belongs to.
  package let table: Table
  /// Its index, from 0.
  package let index: Int
  /// Its id among the rows of its table.
  package var id: RowID { RowID(index) }

  /// Its number as its file shows it: a header counts, records of JSON and YAML count from 1.
  package var number: Int { table.storage.origins?.shown(ordinal) ?? ordinal }
  /// The number by which issues of its table find it.
  var ordinal: Int { Int(table.storage.numbers[index]) }

  // MARK: By name

  /// Whether the value is missing or there is no such column.
  package func isMissing(_ name: String) -> Bool { table.column(name).map(isMissing) ?? true }
  /// The text of a text column as it is written, else the value in its plain form.
  package func string(_ name: String) -> String? { table.column(name).flatMap(string) }
  /// The whole number.
  package func integer(_ name: String) -> Int? { table.column(name).flatMap(integer) }
  /// The whole number, when it lies in the range.
  package func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    integer(name).flatMap { range.contains($0) ? $0 : nil }
  }
  /// The number to its last digit, of a number or integer column.
  package func exactNumber(_ name: String) -> ExactNumber? {
    table.column(name).flatMap(exactNumber)
  }
  /// The number in floating point, of a number or integer column.
  package func number(_ name: String) -> Double? { table.column(name).flatMap(number) }
  /// The truth value.
  package func boolean(_ name: String) -> Bool? { table.column(name).flatMap(boolean) }
  /// The date of a date, yearmonth or year column, as exact as that is; of a period column when the
  /// period is one date.
  package func date(_ name: String) -> CalendarDate? { table.column(name).flatMap(date) }
  /// The period of a period column; of the date columns the day, month or year.
  package func period(_ name: String) -> CalendarPeriod? { table.column(name).flatMap(period) }
  /// Where the value stands.
  package func place(_ name: String) -> Place {
    table.place(row: index, column: table.column(name))
  }
  /// Where the row stands.
  package var place: Place { table.place(row: index, column: nil) }

  /// The text of the translated column `name@language` or, when that is missing, of `name`, with
  /// the language it is in: the table's own for `name` itself.
  package func string(
    _ name: String, in language: Language.Tag
  ) -> (text: String, language: Language.Tag)? {
    let defaultLanguage = table.language
    if language != defaultLanguage, let text = string("\(name)@\(language.rawValue)") {
      return (text, language)
    }
    if let text = string(name) { return (text, defaultLanguage) }
    return string("\(name)@\(defaultLanguage.rawValue)").map { ($0, defaultLanguage) }
  }

  // MARK: By index

  /// Whether the value is missing.
  @inline(__always)
  package func isMissing(_ column: Int) -> Bool { table.storage.columns[column].missing[index] }

  /// The text of a text column as it is written, else the value in its plain form.
  package func string(_ column: Int) -> String? {
    guard !isMissing(column) else { return nil }
    switch table.storage.columns[column].storage {
    case .text(let spans): return table.withText { $0[spans[index]].string }
    case .integer(let values): return String(values[index])
    case .number: return exactNumber(column)?.plain
    case .boolean(let values): return values[index] ? "true" : "false"
    case .date(let values): return values[index].iso
    case .period(let values): return values[index].simplified.iso
    }
  }

  /// Calls the closure with the bytes of a text column's value.
  @inline(__always)
  package func withUTF8<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard !isMissing(column), case .text(let spans) = table.storage.columns[column].storage else {
      return nil
    }
    return table.withText { body($0[spans[index]]) }
  }

  /// The whole number.
  package func integer(_ column: Int) -> Int? {
    guard case .integer(let values) = table.storage.columns[column].storage, !isMissing(column)
    else { return nil }
    return Int(values[index])
  }

  /// The number to its last digit, of a number or integer column.
  package func exactNumber(_ column: Int) -> ExactNumber? {
    guard !isMissing(column) else { return nil }
    switch table.storage.columns[column].storage {
    case .integer(let values):
      return ExactNumber(Int(values[index]))
    case .number(let mantissas, let scales):
      return ExactNumber(mantissa: mantissas[index], scale: Int(scales[index]))
    default: return nil
    }
  }

  /// The number in floating point, of a number or integer column.
  package func number(_ column: Int) -> Double? { exactNumber(column)?.double }

  /// The truth value.
  package func boolean(_ column: Int) -> Bool? {
    guard case .boolean(let values) = table.storage.columns[column].storage, !isMissing(column)
    else { return nil }
    return values[index]
  }

  /// The date of a date, yearmonth or year column, or of a period that is one date.
  package func date(_ column: Int) -> CalendarDate? {
    guard !isMissing(column) else { return nil }
    switch table.storage.columns[column].storage {
    case .date(let values): return values[index]
    case .period(let values):
      let period = values[index].simplified
      return period.first == period.last ? period.first : nil
    default: return nil
    }
  }

  /// The period of a period column; of the date columns the day, month or year.
  package func period(_ column: Int) -> CalendarPeriod? {
    guard !isMissing(column) else { return nil }
    switch table.storage.columns[column].storage {
    case .date(let values): return CalendarPeriod(values[index])
    case .period(let values): return values[index]
    default: return nil
    }
  }

  /// Where the value stands.
  package func place(_ column: Int) -> Place { table.place(row: index, column: column) }
}
