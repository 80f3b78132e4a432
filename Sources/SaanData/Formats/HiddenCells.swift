/// The columns and rows that a sheet hides from who looks at it; they are read like the others.
struct HiddenCells {
  /// Columns from 0, as the sheet gives them.
  private var columns: [ClosedRange<Int>] = []
  /// Rows of the table, neighbours joined.
  private var rows: [ClosedRange<Int>] = []
  private var isHiddenRow = false

  /// Takes `<col min="5" max="6" hidden="1"/>`.
  mutating func addColumns(_ attributes: [String: String]) {
    guard Self.isHidden(attributes, size: "width"),
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last
    else { return }
    columns.append(first - 1...last - 1)
  }

  /// Takes what `<row r="3" hidden="1">` says.
  mutating func beginRow(_ attributes: [String: String]) {
    isHiddenRow = Self.isHidden(attributes, size: "ht")
  }

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

  /// Tells of them, of neighbours together; columns that the schema keeps private are published by
  /// nobody.
  func tell(_ issues: inout IssueBook, head: RecordArena, privately schema: TableSchema?) {
    let secret = Set(
      (schema?.fields ?? []).filter(\.isPrivate).flatMap { [$0.name] + $0.aliases })
    var run: [Int] = []
    for column in head.header.indices {
      let isHidden = columns.contains { $0.contains(column) }
      if isHidden, !secret.contains(head.header[column]), !head.header[column].isEmpty {
        run.append(column)
      } else if !run.isEmpty {
        tell(&issues, run, head)
        run = []
      }
    }
    if !run.isEmpty { tell(&issues, run, head) }
    for rows in rows {
      issues.add("hidden-cells", row: rows.lowerBound, column: -1) { .hiddenRows(rows, at: $0) }
    }
  }

  private func tell(_ issues: inout IssueBook, _ columns: [Int], _ head: RecordArena) {
    let letters = [columns[0], columns[columns.count - 1]].map { columnLetters($0) }
    issues.add(
      "hidden-cells", row: head.headerRow, column: columns[0], name: head.header[columns[0]]
    ) {
      .hiddenColumns(
        letters[0], to: columns.count > 1 ? letters[1] : nil, columns.map { head.header[$0] },
        at: $0)
    }
  }
}
