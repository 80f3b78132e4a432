import SaanText

/// A row of proposals, parties or promises as readers have seen it: it may not vanish, nor say
/// something else unnoticed.
struct LastingRow: Sendable {
  /// What makes two rows tell of the same thing.
  struct Key: Sendable, Hashable {
    let table: String
    /// The row's id; of an answer the party, the ask and the day.
    let id: String
  }

  let key: Key
  /// What its columns say, those of translations too; nothing in releases of earlier versions.
  let cells: [String: String]
  /// Its row in today's table; `nil` of those that a release tells of.
  let row: Int?

  private static let kind = "lasting"

  /// A table whose rows last.
  struct Kept {
    /// The columns that say what was done, said or found: no later row changes it.
    var facts: [String] = []
    /// The columns that say so in words.
    var words: [String] = []
  }

  /// The tables whose rows last, in the order in which releases tell of them.
  static let kept: KeyValuePairs<String, Kept> = [
    "proposals": Kept(facts: ["presented_on"], words: ["ask"]),
    "asks": Kept(facts: ["proposal"], words: ["text", "measure", "target"]),
    "parties": Kept(facts: ["founded", "dissolved", "merged_into"], words: ["name"]),
    "promises": Kept(
      facts: [
        "party", "mandate", "original_text", "acceptance_criteria", "criteria_on", "made_on",
        "deadline", "budget_baht", "split_from", "merged_into",
      ], words: ["retired_reason"]),
    "promise_events": Kept(
      facts: [
        "promise", "date", "type", "review", "progress", "votes_for", "votes_against",
        "votes_abstain",
      ], words: ["summary", "reason"]),
    "followups": Kept(facts: ["method", "date"], words: ["result"]),
    "commitments": Kept(facts: ["stance", "form"], words: ["conditions", "words"]),
    "party_names": Kept(facts: ["start", "end"]), "party_roles": Kept(),
  ]

  /// The rows that there are now.
  fileprivate static func all(_ statistics: Statistics) -> [LastingRow] {
    kept.flatMap { name, kept in
      rows(
        of: name, statistics.package.rows(name).map { ($0.index, $0) },
        text: { $0.string($1) }, cells: { cells(of: $0, kept) })
    }
  }

  /// The rows of a table, each with its number, as far as they last.
  ///
  /// - Parameters:
  ///   - text: what a row says in a column.
  ///   - cells: what it says in those that are held against other versions of it.
  static func rows<Record>(
    of table: String, _ records: [(number: Int, record: Record)],
    text: (Record, String) -> String?, cells: (Record) -> [String: String]
  ) -> [LastingRow] {
    guard kept.contains(where: { $0.key == table }) else { return [] }
    let key = KnownColumns.keys[table] ?? ["id"]
    var seen: [String: Int] = [:]
    return records.compactMap { number, record -> LastingRow? in
      // That nobody was asked or answered is taken back by an answer in the same row.
      if let stance = text(record, "stance"), ["not_asked", "no_reply"].contains(stance) {
        return nil
      }
      let parts = key.compactMap { text(record, $0) }
      guard !parts.isEmpty else { return nil }
      let id = parts.joined(separator: " ")
      seen[id, default: 0] += 1
      // Two rows of one name are told apart by their order.
      let count = seen[id] ?? 1
      return LastingRow(
        key: Key(table: table, id: count > 1 ? "\(id) (\(count))" : id), cells: cells(record),
        row: number)
    }
  }

  private static func cells(of row: Row, _ kept: Kept) -> [String: String] {
    let words = row.table.fields.map(\.name).filter { name in
      kept.words.contains(String(name.prefix { $0 != "@" }))
    }
    return Dictionary(
      (kept.facts + words).compactMap { name in
        guard let column = row.table.column(name), !row.table.fields[column].isPrivate else {
          return nil
        }
        // Days as they are meant, words as they are typed.
        return (kept.facts.contains(name) ? row.string(column) : row.typed(column)).map {
          (name, $0)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate init(key: Key, cells: [String: String], row: Int?) {
    (self.key, self.cells, self.row) = (key, cells, row)
  }

  /// Reads a row of a release; `nil` when it tells of something else.
  fileprivate init?(_ row: ReleasedRow) {
    guard row.table == Self.kind, let table = row["of"], let id = row["id"] else { return nil }
    let cells = row.cells.filter { $0.column != "of" && $0.column != "id" }
    self.init(
      key: Key(table: table, id: id),
      cells: Dictionary(cells.map { ($0.column, $0.text) }) { first, _ in first }, row: nil)
  }

  fileprivate var released: ReleasedRow {
    ReleasedRow(Self.kind, ["of": key.table, "id": key.id]).adding(
      cells.sorted { $0.key < $1.key }.map { (column: $0.key, text: $0.value) })
  }
}

extension Statistics {
  /// The rows that may not vanish, as a release keeps them.
  var releasedLastingRows: [ReleasedRow] { LastingRow.all(self).map(\.released) }
}

/// What is otherwise in the tables of proposals, parties and promises than readers have seen.
package struct LastingChange: Sendable {
  package let table: String
  package let id: String
  /// What it was and is; `nil` where the row is new or gone.
  package let column: String?
  package let before: String?
  package let after: String?
  /// Whether the row is gone.
  package let isGone: Bool
  /// Its row in today's table; `nil` where it is gone.
  let row: Int?

  /// Whether it is about something that was done, said or found, and not about its words.
  var isFact: Bool {
    column.map { column in
      LastingRow.kept.first { $0.key == table }?.value.facts.contains(column) ?? false
    } ?? isGone
  }
}

extension DataRelease {
  /// What is otherwise now: rows that are gone, cells that say something else, rows that are new.
  ///
  /// A cell that was empty may be filled in. Of a table that the release does not tell of, nothing
  /// is known.
  package func lastingChanges(in statistics: Statistics) -> [LastingChange] {
    let old = rows.compactMap { LastingRow($0) }
    let known = Set(old.map(\.key.table))
    let now = LastingRow.all(statistics).filter { known.contains($0.key.table) }
    return LastingChange.all(from: old, to: now)
  }
}

extension LastingChange {
  /// What became of some rows, and which are new.
  static func all(from old: [LastingRow], to now: [LastingRow]) -> [LastingChange] {
    let today = Dictionary(now.map { ($0.key, $0) }) { first, _ in first }
    let former = Set(old.map(\.key))
    let changed = old.flatMap { before -> [LastingChange] in
      guard let after = today[before.key] else { return [LastingChange(before, isGone: true)] }
      return before.cells.sorted { $0.key < $1.key }.compactMap { column, text in
        after.cells[column] == text
          ? nil : LastingChange(after, column, before: text, after: after.cells[column])
      }
    }
    let added = now.filter { !former.contains($0.key) }
    return changed + added.map { LastingChange($0, isGone: false) }
  }
}

extension LastingChange {
  fileprivate init(_ row: LastingRow, isGone: Bool) {
    self.init(
      table: row.key.table, id: row.key.id, column: nil, before: nil, after: nil, isGone: isGone,
      row: row.row)
  }

  fileprivate init(_ row: LastingRow, _ column: String, before: String, after: String?) {
    self.init(
      table: row.key.table, id: row.key.id, column: column, before: before, after: after,
      isGone: false, row: row.row)
  }
}

/// The rows of proposals, parties and promises that readers have seen and would look for in vain,
/// or find saying something else, since the last release.
package func changesOfLastingRows(
  _ releases: [DataRelease], in statistics: Statistics
) -> [Diagnostic] {
  guard let last = releases.last, let day = last.date else { return [] }
  return last.lastingChanges(in: statistics).compactMap { change in
    if change.isGone {
      let path = statistics.package[change.table]?.path ?? "content/data/\(change.table).csv"
      return .vanishedRow(change.id, of: change.table, published: day, at: .file(path: path))
    }
    guard let column = change.column, let row = change.row else { return nil }
    return .changedRow(
      change, published: day, at: statistics.place(change.table, row, column))
  }
}
