import SaanText

extension Table {
  /// A table of proposals, parties or promises with the words and ids that the program reads in
  /// place of those that people write: `agree` for `เห็นด้วย`, a party's id for its name, an ask's
  /// for its text.
  ///
  /// What means nothing, or several things, stays as it is and is told, each text once.
  ///
  /// - Parameter package: the tables that ids are of.
  package func namingRowsByID(in package: DataPackage) -> Outcome<Table> {
    guard KnownColumns.tracked.contains(name) else { return Outcome(self) }
    var columns = storage.columns
    var (rewritten, written) = (storage.rewritten, storage.written)
    var found: [Diagnostic] = []
    for index in columns.indices {
      guard case .text(var spans) = columns[index].storage,
        let meaning = CellMeaning(of: fields[index].name, in: name, package)
      else { continue }
      var told: Set<String> = []
      for row in rows {
        guard let text = row.string(index) else { continue }
        guard let meant = meaning.read(text) else {
          if told.insert(text).inserted { found.append(meaning.mistake(text, row.place(index))) }
          continue
        }
        guard meant != text else { continue }
        written[WrittenCell(column: index, row: row.index)] = spans[row.index]
        spans[row.index] = CellSpan(
          start: rewritten.count, count: meant.utf8.count, isRewritten: true)
        rewritten += meant.utf8
      }
      columns[index].storage = .text(spans)
    }
    return Outcome(
      with(schema, columns, rewritten: rewritten, written: written), Diagnostics(found))
  }
}

/// What the texts of a column may mean.
private enum CellMeaning {
  /// One of these words.
  case word([String])
  /// A row of a table, or several of them.
  case rows(RowNames, isList: Bool)

  /// `nil` of a column whose texts are what they say.
  init?(of column: String, in table: String, _ package: DataPackage) {
    if let known = KnownColumns.words.first(where: { $0.table == table && $0.column == column }) {
      self = .word(known.words.split(separator: " ").map(String.init))
      return
    }
    let lists = KnownColumns.lists.first { $0.table == table && $0.column == column }
    let single = KnownTable.named(table)?.references.first { $0.column == column }
    guard let target = (lists?.target ?? single?.table).flatMap({ package[$0] }) else { return nil }
    self = .rows(RowNames(target, by: single?.field ?? "id"), isList: lists != nil)
  }

  /// What a text means; `nil` where that is nothing, or not one thing.
  func read(_ text: String) -> String? {
    switch self {
    case .word(let words):
      if words.contains(text) { return text }
      let meant = KnownColumns.meant(by: text, among: words)
      return meant.count == 1 ? meant[0] : nil
    case .rows(let names, let isList):
      if let id = names.id(of: text) { return id }
      guard isList else { return nil }
      let ids = text.listed.map { names.id(of: $0) }
      return ids.contains(nil) ? nil : ids.compactMap { $0 }.joined(separator: "; ")
    }
  }

  func mistake(_ text: String, _ place: Place) -> Diagnostic {
    switch self {
    case .word(let words): .unknownWord(text, among: words, at: place)
    case .rows(let names, let isList):
      .unknownReference(
        isList ? text.listed.first { names.id(of: $0) == nil } ?? text : text,
        resource: names.table, field: names.field, orName: true,
        near: didYouMean(text, among: names.all), at: place)
    }
  }
}

/// The rows of a table by what they are called, in whichever language.
private struct RowNames {
  let table: String
  let field: String
  /// The names, as they are written.
  private(set) var all: [String] = []
  private var ids: Set<String> = []
  /// The ids of the rows that have a name, without its spaces.
  private var byName: [String: Set<String>] = [:]

  private static let party = "พรรค"
  private static let columns: Set<String> = ["name", "short_name", "title", "text"]

  init(_ table: Table, by field: String) {
    (self.table, self.field) = (table.name, field)
    let naming = table.fields.indices.filter { index in
      Self.columns.contains(String(table.fields[index].name.prefix { $0 != "@" }))
    }
    for row in table.rows {
      guard let id = row.string(field) else { continue }
      ids.insert(id)
      for name in naming.compactMap({ row.string($0) }) {
        all.append(name)
        byName[Self.key(name), default: []].insert(id)
        // The head of a column in a sheet of parties says once for all what they are.
        if table.name == "parties", name.hasPrefix(Self.party) {
          byName[Self.key(String(name.dropFirst(Self.party.count))), default: []].insert(id)
        }
      }
    }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
  }

  /// The row that a text names by its id or its name; `nil` where none is, or several are.
  func id(of text: String) -> String? {
    if ids.contains(text) { return text }
    let named = byName[Self.key(text)] ?? []
    return named.count == 1 ? named.first : nil
  }
}
