import SaanData

/// A table as one page may ask for it: its columns are descriptions, its rows are noted.
struct TableReader: Sendable {
  private let table: Table
  private let door: Door

  init(_ table: Table, _ door: Door) {
    self.table = table
    self.door = door
  }

  var name: String { table.name }
  var schema: TableSchema { table.schema }
  /// The columns that are published.
  var publicFields: [Field] { table.publicFields }

  /// The table with all its rows.
  var whole: Table {
    door.note(.table(table.name))
    return table
  }
}
