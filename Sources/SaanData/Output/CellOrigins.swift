import SaanText

/// How a value of a table came to be: where its cell stands, what is written there, and what was
/// made of it.
package struct CellOrigin: Sendable {
  /// What a cell's text is taken as.
  package enum Source: Sendable, Equatable {
    /// A cell of the file, at an address such as `C5`.
    case cell(String)
    /// The cell above it, for its own is empty.
    case above(String)
    /// The name of the sheet or file.
    case name
    /// The heading of a column that became rows.
    case heading(String)
    /// Nothing in the file.
    case none
  }

  package let field: Field
  /// The column's heading in the file.
  package let heading: String?
  package let source: Source
  /// What is written there.
  package let written: String?
  /// The value; `nil` where it is missing or could not be read.
  package let value: String?
  /// Whether what is written stands for no value.
  package let isMissingWord: Bool
}

/// A row of a table with how its values came to be.
package struct RowOrigin: Sendable {
  package let row: Row
  package let cells: [CellOrigin]
}

/// How the rows of a number came to be: several where columns became rows, or where sheets are one
/// table.
///
/// The file is read a second time as it stands, with what is hidden and without what was filled in,
/// so that both can be held against each other.
package func explainRows(
  _ number: Int, of table: Table, _ files: [DataFile], as resource: Resource,
  limits: DataLimits = DataLimits()
) -> [RowOrigin] {
  var ignored = IssueBook(path: "", sheet: nil, limit: 0)
  let parts = resource.parts(of: files, limits, &ignored).map { file, part in
    PlainPart(file, part, limits)
  }
  let filled = resource.dialect.filledDown
  return table.rows.filter { $0.number == number }.map { row in
    let cells = table.fields.indices.map { column -> CellOrigin in
      let place = row.place(column)
      let part = parts.first { $0.holds(place) } ?? parts.first
      return origin(of: row, column, place, part, resource, isFilled: filled)
    }
    return RowOrigin(row: row, cells: cells)
  }
}

private func origin(
  of row: Row, _ column: Int, _ place: Place, _ part: PlainPart?, _ resource: Resource,
  isFilled: [String]
) -> CellOrigin {
  let field = row.table.fields[column]
  let own = row.table.heading(column)
  var heading = own
  if case .cell(_, _, _, let name?) = place, own != nil { heading = name }
  let address = heading.flatMap { part?.address(of: $0, row: row.number) }
  let written = heading.flatMap { part?.text(of: $0, row: row.number) }
  var source = address.map { CellOrigin.Source.cell($0) } ?? .none
  var text = written
  if own != nil, resource.joined.columns.contains(own ?? "") {
    (source, text) = (.name, row.string(column))
  } else if own != nil, own == resource.unpivot?.key {
    (source, text) = (.heading(heading ?? ""), heading)
  } else if written == nil, isFilled.contains(where: { [own, field.name].contains($0) }),
    let above = heading.flatMap({ part?.above($0, row: row.number) })
  {
    (source, text) = (.above(above.address), above.text)
  }
  let missing = row.table.schema.missingValues
  return CellOrigin(
    field: field, heading: heading, source: source, written: text, value: row.string(column),
    isMissingWord: text.map(missing.contains) ?? false)
}

/// A sheet or a file as it stands.
private struct PlainPart {
  private let path: String
  private let sheet: String?
  private let header: [String]
  private let table: Table?
  private let isSheet: Bool

  init(_ file: DataFile, _ part: Resource, _ limits: DataLimits) {
    var plain = part
    plain.schema = nil
    plain.dialect.hidden = .keep
    plain.dialect.totalRows = .keep
    plain.dialect.filledDown = []
    plain.dialect.showsStored = true
    (path, sheet) = (file.path, part.sheet)
    header = readHeader(file, as: plain)
    table = readTable(file, as: plain, limits: limits).value
    isSheet = DataFormat.ofPath(file.path)?.name == DataFormat.xlsx.name
  }

  func holds(_ place: Place) -> Bool {
    guard case .cell(let path, let sheet, _, _) = place else { return false }
    return path == self.path && (sheet == self.sheet || self.sheet == nil)
  }

  /// What a cell is called: `C5`, or the number of its column in a text.
  func address(of heading: String, row: Int) -> String? {
    header.firstIndex(of: heading).map { column in
      isSheet ? "\(columnLetters(column))\(row)" : "\(row):\(column + 1)"
    }
  }

  func text(of heading: String, row: Int) -> String? {
    guard let table, let column = table.column(heading) else { return nil }
    return table.rows.first { $0.number == row }?.string(column)
  }

  /// The nearest cell above that has something written in it.
  func above(_ heading: String, row: Int) -> (address: String, text: String)? {
    guard let table, let column = table.column(heading) else { return nil }
    for other in table.rows.reversed() where other.number < row {
      if let text = other.string(column), let address = address(of: heading, row: other.number) {
        return (address, text)
      }
    }
    return nil
  }
}
