import SaanText

/// The name of the table whose published records a file holds, where its rows last: `promises` of
/// `data/promises.json`.
package func lastingTable(ofFile path: String) -> String? {
  LastingRow.kept.map(\.key).first { path == "data/\($0).json" }
}

/// What the published file of a table says that the one in its place does not: rows that are gone,
/// and what was done, said or found that is something else now.
///
/// Other words for the same thing, and rows that are new, are none.
///
/// - Parameters:
///   - table: one whose rows last.
///   - old: the records that readers have had.
///   - new: the records that take their place, a row of the table each.
package func quietChanges(
  of table: String, from old: [UInt8], to new: [UInt8]
) -> [LastingChange] {
  LastingChange.all(from: published(table, old), to: published(table, new))
    .filter(\.isFact)
}

/// The rows that a file of records holds; none where it is no such file.
private func published(_ table: String, _ bytes: [UInt8]) -> [LastingRow] {
  let file = DataFile(path: "data/\(table).json", bytes: bytes)
  var issues = IssueBook(path: file.path, sheet: nil, limit: DataLimits().mistakesPerColumn)
  let facts = LastingRow.kept.first { $0.key == table }?.value.facts ?? []
  let records = (JSONReader.texts(file, &issues) ?? []).map { record in
    Dictionary(record.map { ($0.column, $0.text) }) { first, _ in first }
  }
  return LastingRow.rows(
    of: table, records.enumerated().map { ($0, $1) }, text: { $0[$1] },
    cells: { record in record.filter { facts.contains($0.key) } })
}

/// The published change as a diagnostic; of what no row says any more, at its table.
///
/// - Returns: `nil` for one that the last release knows, which tells it by itself.
package func quietChange(
  _ change: LastingChange, in statistics: Statistics, since releases: [DataRelease]
) -> Diagnostic? {
  let known = releases.last?.lastingChanges(in: statistics) ?? []
  guard
    !known.contains(where: {
      ($0.table, $0.id, $0.column) == (change.table, change.id, change.column)
    })
  else { return nil }
  guard let column = change.column, let row = change.row else {
    let path = statistics.package[change.table]?.path ?? "content/data/\(change.table).csv"
    return .quietChange(change, at: .file(path: path))
  }
  return .quietChange(change, at: statistics.place(change.table, row, column))
}
