import SaanText

/// A row that readers have seen and that may not vanish: it is taken back with a reason instead.
package struct LastingRow: Sendable, Hashable {
  package let table: String
  package let id: String

  private static let kind = "lasting"

  /// The tables whose rows last.
  private static let tables = [
    "proposals", "asks", "parties", "promises", "promise_events", "followups",
  ]

  /// The rows that there are now.
  fileprivate static func all(_ statistics: Statistics) -> [LastingRow] {
    tables.flatMap { name in
      statistics.package.rows(name).compactMap { row in
        row.string("id").map { LastingRow(table: name, id: $0) }
      }
    }
  }

  fileprivate init(table: String, id: String) { (self.table, self.id) = (table, id) }

  /// Reads a row of a release; `nil` when it tells of something else.
  fileprivate init?(_ row: ReleasedRow) {
    guard row.table == Self.kind, let table = row["of"], let id = row["id"] else { return nil }
    self.init(table: table, id: id)
  }

  fileprivate var released: ReleasedRow { ReleasedRow(Self.kind, ["of": table, "id": id]) }
}

extension Statistics {
  /// The rows that may not vanish, as a release keeps them.
  var releasedLastingRows: [ReleasedRow] { LastingRow.all(self).map(\.released) }
}

extension DataRelease {
  /// The rows that it has and that are gone now.
  package func vanished(from statistics: Statistics) -> [LastingRow] {
    let now = Set(LastingRow.all(statistics))
    return rows.compactMap { LastingRow($0) }.filter { !now.contains($0) }
  }
}
