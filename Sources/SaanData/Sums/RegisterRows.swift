import SaanText

/// The day that each row of a register says it is of; never the day of a release or of a build.
struct RowDays {
  /// By row; `nil` where the row says none.
  let days: [CalendarDate?]
  /// When what a row is about began, by row, where the table says it.
  let beginnings: [CalendarDate?]
  /// Whether it is the day of the row's values, `as_of`, rather than of what the row is about.
  ///
  /// A row without that day has none then, for when a thing began is another question.
  let isOfValues: Bool

  init(_ table: Table) {
    func periods(_ name: String) -> [CalendarDate?]? {
      table.column(name).map { column in
        table.rows.map { row in row.period(column).map { CalendarDate($0) } }
      }
    }
    let none: [CalendarDate?] = Array(repeating: nil, count: table.count)
    let values = periods("as_of")
    beginnings = periods("registered_on") ?? none
    days = values ?? beginnings
    isOfValues = values != nil
  }
}

/// A column of numbers as integers of one scale.
struct NumberColumn {
  let scale: Int
  private let digits: [Int64]
  private let scales: [UInt8]
  private let missing: Bitmap

  init(_ table: Table, _ column: Int) {
    let stored = table.storage.columns[column]
    missing = stored.missing
    switch stored.storage {
    case .integer(let values): (digits, scales) = (values, [])
    case .number(let values, let places): (digits, scales) = (values, places)
    default: (digits, scales) = ([], [])
    }
    scale = Int(scales.max() ?? 0)
  }

  @inline(__always)
  func digits(_ row: Int, scale: Int) -> Int64? {
    guard row < digits.count, !missing[row] else { return nil }
    var value = digits[row]
    for _ in (scales.isEmpty ? 0 : Int(scales[row]))..<scale {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }
}

/// The rows of a register that an indicator counts.
struct RowFilter {
  private let table: Table
  private let conditions: [(column: Int, value: String)]

  init(_ table: Table, _ filter: [(column: String, value: String)]) {
    self.table = table
    conditions = filter.compactMap { part in table.column(part.column).map { ($0, part.value) } }
  }

  var isEmpty: Bool { conditions.isEmpty }

  func holds(_ row: Int) -> Bool {
    conditions.allSatisfy { table[row].string($0.column) == $0.value }
  }

  /// Whether a row could count, were its empty cells filled.
  func mayHold(_ row: Int) -> Bool {
    conditions.allSatisfy { condition in
      table[row].string(condition.column).map { $0 == condition.value } ?? true
    }
  }
}
