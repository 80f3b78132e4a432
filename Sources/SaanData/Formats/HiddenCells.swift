/// The columns and rows that a sheet hides from who looks at it; they are left out unless the
/// table's description keeps them.
struct HiddenCells {
  /// Columns from 0, as the sheet gives them.
  private var columns: [ClosedRange<Int>] = []
  /// Rows of the table, neighbours joined.
  private var rows: [ClosedRange<Int>] = []
  /// Whether the row is hidden that is being read.
  private(set) var isHiddenRow = false

  /// Takes `<col min="5" max="6" hidden="1"/>`.
  mutating func addColumns(_ attributes: [String: String]) {
    guard Self.isHidden(attributes, size: "width"),
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
    else { return }
    columns.append(first - 1...last - 1)
  }

  /// Takes what `<row r="3" hidden="1">` says.
  mutating func beginRow(isHidden: Bool) { isHiddenRow = isHidden }

  /// Whether a column from 0 is hidden.
  func holds(column: Int) -> Bool { columns.contains { $0.contains(column) } }

  /// Takes a row of the table that something is written in.
  mutating func endRow(number: Int) {
    guard isHiddenRow else { return }
    if let last = rows.last, last.upperBound + 1 == number {
      rows[rows.count - 1] = last.lowerBound...number
    } else {
      rows.append(number...number)
    }
  }

  private static func isHidden(_ attributes: [String: String], size: String) -> Bool {
    if ["1", "true"].contains(attributes["hidden"]) { return true }
    return attributes[size].flatMap { Double($0) } == 0
  }

  /// Tells of what is left out, of neighbours together; columns that the schema keeps private are
  /// published by nobody anyway.
  ///
  /// - Parameters:
  ///   - head: the headings by the sheet's columns, and their row.
  ///   - isSaid: whether the table's description says that hidden cells are left out.
  func tell(
    _ issues: inout IssueBook, head: (names: [String], row: Int), privately schema: TableSchema?,
    isSaid: Bool
  ) {
    let secret = Set(
      (schema?.fields ?? []).filter(\.isPrivate).flatMap { [$0.name] + $0.aliases })
    let told = head.names.indices.filter {
      holds(column: $0) && !secret.contains(head.names[$0]) && !head.names[$0].isEmpty
    }
    var run: [Int] = []
    for column in told {
      if let last = run.last, last + 1 != column {
        tell(&issues, run, head, isSaid)
        run = []
      }
      run.append(column)
    }
    if !run.isEmpty { tell(&issues, run, head, isSaid) }
    for rows in rows {
      issues.add("hidden-cells", row: rows.lowerBound, column: -1) {
        .hiddenRows(rows, isSaid: isSaid, at: $0)
      }
    }
  }

  private func tell(
    _ issues: inout IssueBook, _ columns: [Int], _ head: (names: [String], row: Int),
    _ isSaid: Bool
  ) {
    let letters = [columns[0], columns[columns.count - 1]].map { columnLetters($0) }
    issues.add(
      "hidden-cells", row: head.row, column: columns[0], name: head.names[columns[0]]
    ) {
      .hiddenColumns(
        letters[0], to: columns.count > 1 ? letters[1] : nil, columns.map { head.names[$0] },
        isSaid: isSaid, at: $0)
    }
  }
}
