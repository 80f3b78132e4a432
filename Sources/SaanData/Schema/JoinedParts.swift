/// The sheets and files that are one table together, and the columns that say which a row is of.
package struct JoinedParts: Sendable, Hashable {
  /// The files beside the first one, relative to the descriptor.
  package var furtherPaths: [String] = []
  /// The sheets by their names; none where a workbook's only one is meant.
  package var sheets: [String] = []
  /// Whether all sheets are meant that people see.
  package var isOfAllSheets = false
  /// The column that gets the name of a row's sheet.
  package var sheetColumn: String?
  /// The column that gets the name of a row's file, without its ending.
  package var fileColumn: String?

  /// Makes one of a table that is one sheet or file.
  package init() {}

  /// What stands for all sheets, which no sheet can be called.
  package static let allSheets = "*"

  var isEmpty: Bool { self == JoinedParts() }

  /// The names of the columns that are added to those of the file.
  var columns: [String] { [fileColumn, sheetColumn].compactMap { $0 } }
}

/// Columns that become rows: a table with a column per year, or per measure, is one with a row for
/// each.
package struct Unpivot: Sendable, Hashable {
  /// Which columns: headings, spans of years as `2563..2566`, and patterns with one `*`.
  package var columns: [String]
  /// The column that gets a row's heading.
  package var key: String
  /// The column that gets a row's value.
  package var value: String
  /// Whether empty cells are rows too.
  package var keepsEmpty = false

  /// Makes the reading of some columns as rows.
  package init(columns: [String], key: String = "year", value: String = "value") {
    self.columns = columns
    self.key = key
    self.value = value
  }

  /// Reads `2563..2566:year:members`; the names of the columns may be left out.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard let first = parts.first, !first.isEmpty, parts.count <= 3, !parts.contains("") else {
      return nil
    }
    self.init(columns: first.split(separator: ",").map { String($0).trimmed })
    if parts.count > 1 { key = parts[1] }
    if parts.count > 2 { value = parts[2] }
  }
}
