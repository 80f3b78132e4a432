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

  var diagnostics: [Diagnostic] { repeated + renamed }

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
      .renamedRow(
        likeness.name, was: likeness.other, in: target,
        at: table.place(row: likeness.row, column: column))
    }
  }
}
