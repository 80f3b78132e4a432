import SaanData
import SaanText

/// Which rows of a file are like others, so that one thing may be in a table twice.
struct TableLikeness {
  /// The rows as they were read.
  let table: Table
  let rows: ImportedRows
  /// Whether the table is made of the file.
  let isNew: Bool
  /// Where the table lies.
  let target: String

  var diagnostics: [Diagnostic] { emptied + repeated + renamed + blanksOfPlaces }

  /// That nothing is in the file that could be a row.
  private var emptied: [Diagnostic] {
    let takesAll = rows.count == 0 && !rows.missing.isEmpty
    guard table.count == 0, isNew || takesAll else { return [] }
    return [
      .importOfNoRows(
        takesAll ? rows.missing.count : nil, in: target, at: .file(path: table.path))
    ]
  }

  /// That a place stands only in the first of the rows that it seems to hold for.
  private var blanksOfPlaces: [Diagnostic] {
    let column = ["province", "area"].lazy.compactMap { table.column($0) }
      .first { table.heading($0) != nil }
    guard let column, let heading = table.heading(column),
      let first = table.rows.first, !first.isMissing(column)
    else { return [] }
    let blank = table.rows.filter { $0.isMissing(column) }
    guard let row = blank.first else { return [] }
    return [
      .blankPlaces(
        heading, count: blank.count, at: table.place(row: row.index, column: column))
    ]
  }

  private var repeated: [Diagnostic] {
    // Of a table that is described, reading it tells which rows have one key.
    guard rows.hasOwnIDs || isNew else { return [] }
    let column = table.column("name")
    return rows.repeated.map { likeness in
      let place = table.place(row: likeness.row, column: column)
      let first = likeness.first.map { table[$0].number } ?? 0
      return .repeatedRow(
        likeness.name, firstRow: first, columns: headings, isError: !rows.hasOwnIDs, at: place)
    }
  }

  /// What the columns are called in the file that are the same.
  private var headings: [String] {
    let key = rows.hasOwnIDs ? ["name", "area"].filter(rows.fields.contains) : rows.key
    return key.map { name in table.column(name).flatMap { table.heading($0) } ?? name }
  }

  private var renamed: [Diagnostic] {
    let column = table.column("name")
    return rows.renamed.map { likeness in
      let place = table.place(row: likeness.row, column: column)
      return likeness.difference.map {
        .otherwiseNamedRow(likeness.name, $0, in: target, at: place)
      }
        ?? .renamedRow(likeness.name, was: likeness.other, in: target, at: place)
    }
  }
}
