import SaanText

/// A row of a table as a release keeps it: what its published cells say, in the table's order.
///
/// It has no fixed columns: a column that a table gets later is kept as well, and one that a
/// release has never seen is missing in it.
struct ReleasedRow: Sendable {
  /// The table that it is a row of.
  let table: String
  /// The cells that say something.
  private(set) var cells: [(column: String, text: String)]

  subscript(_ column: String) -> String? { cells.first { $0.column == column }?.text }

  /// The number in a column.
  func number(_ column: String) -> ExactNumber? {
    self[column].flatMap { try? ExactNumber.read($0).get() }
  }

  /// Joins cells; those that say nothing are left out.
  init(_ table: String, _ cells: KeyValuePairs<String, String?>) {
    self.table = table
    self.cells = cells.compactMap { column, text in text.map { (column, $0) } }
  }

  /// The row with more cells; those that it has already stay as they are.
  func adding(_ more: [(column: String, text: String)]) -> ReleasedRow {
    var copy = self
    copy.cells += more.filter { self[$0.column] == nil }
    return copy
  }

  /// The row without what one of its cells says.
  func without(_ column: String) -> ReleasedRow {
    var copy = self
    copy.cells.removeAll { $0.column == column }
    return copy
  }

  /// Takes a row of a table without its private columns, its areas by their codes, its texts as
  /// their authors typed them: another value of a figure that a note states is no other note.
  ///
  /// - Parameter columns: the columns that are wanted; all without them.
  init(_ row: Row, _ areas: AreaTable, columns: Set<String>? = nil) {
    table = row.table.name
    cells = row.table.fields.enumerated().compactMap { index, field in
      guard !field.isPrivate, field.name != Self.tableKey, columns?.contains(field.name) ?? true,
        let text = row.typed(index)
      else { return nil }
      switch field.name {
      case "area": return (field.name, areas.index(text).map { areas.all[$0].code } ?? text)
      case "areas": return (field.name, Allocation(text, areas).codes(in: areas) ?? text)
      default: return (field.name, text)
      }
    }
  }

  /// The key that names the table in a file.
  private static let tableKey = "table"

  /// Reads a record of a file; `nil` when it says of no table that it is a row of it.
  init?(record: [(column: String, text: String)]) {
    guard let table = record.first(where: { $0.column == Self.tableKey })?.text else { return nil }
    self.table = table
    cells = record.filter { $0.column != Self.tableKey }
  }

  /// The row as one line of JSON, its table first.
  var line: String {
    let members = ([(Self.tableKey, table)] + cells.map { ($0.column, $0.text) }).map {
      jsonString($0.0) + ": " + jsonString($0.1)
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
