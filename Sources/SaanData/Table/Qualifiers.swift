import SaanText

/// A cell that says more than a number: `กว่า 2,000`, `~2000`.
struct QualifiedCell: Sendable {
  /// The row's index, and its number as the file shows it.
  let row: Int
  let number: UInt32
  let bound: Bound
  /// What stands in the file.
  let text: String
}

/// Moves the words beside numbers into the column that keeps them: `bound` beside `value`,
/// `previous_bound` beside `previous_value`.
///
/// A cell of that column that says something else is a mistake; which of both is meant, nobody
/// can know.
struct BoundColumn {
  private let value: Int
  private let bound: Int

  /// The pairs of columns of a table; none for tables that have no column for such words.
  static func all(in fields: [Field]) -> [BoundColumn] {
    [("value", "bound"), ("previous_value", "previous_bound")].compactMap { value, bound in
      BoundColumn(value, bound, fields)
    }
  }

  private init?(_ number: String, _ words: String, _ fields: [Field]) {
    guard let value = fields.firstIndex(where: { $0.name == number }),
      let bound = fields.firstIndex(where: { $0.name == words }),
      [.integer, .number].contains(fields[value].type),
      [.string, .any].contains(fields[bound].type)
    else { return nil }
    self.value = value
    self.bound = bound
  }

  /// Whether the column's cells may say more than a number.
  func keepsQualifiers(of column: Int) -> Bool { column == value }

  /// Fills the empty cells of the column.
  ///
  /// - Parameter rewritten: the texts of the table that are not in its file; these are added.
  func fill(
    _ readers: inout [ColumnReader], text: FileBytes, rewritten: inout [UInt8],
    _ issues: inout IssueBook
  ) {
    let cells = readers[value].qualified
    guard !cells.isEmpty else { return }
    var spans: [Bound: CellSpan] = [:]
    for cell in cells {
      if let written = readers[bound].text(cell.row, text, rewritten) {
        guard written != cell.bound.rawValue else { continue }
        issues.add(
          "bound-contradiction", row: Int(cell.number), column: value,
          name: readers[value].source?.header
        ) { .boundContradiction(cell.text, cell.bound, column: written, at: $0) }
        continue
      }
      if spans[cell.bound] == nil {
        let word = Array(cell.bound.rawValue.utf8)
        spans[cell.bound] = CellSpan(
          start: rewritten.count, count: word.count, isRewritten: true)
        rewritten += word
      }
      spans[cell.bound].map { readers[bound].set(cell.row, to: $0) }
    }
  }
}

extension ColumnReader {
  /// Sets the text of a cell of a text column.
  fileprivate mutating func set(_ row: Int, to span: CellSpan) {
    guard case .text(var values) = column.storage else { return }
    values[row] = span
    column.storage = .text(values)
    column.missing.clear(row)
  }

  /// The text of a cell of a text column; `nil` where it is missing.
  fileprivate func text(_ row: Int, _ file: FileBytes, _ rewritten: [UInt8]) -> String? {
    guard case .text(let spans) = column.storage, !column.missing[row] else { return nil }
    return file.withUnsafeBufferPointer { file in
      rewritten.withUnsafeBufferPointer { CellText(file: file, rewritten: $0)[spans[row]].string }
    }
  }
}
