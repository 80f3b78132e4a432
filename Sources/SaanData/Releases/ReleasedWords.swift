import SaanText

/// What a row says in words: the unit of a value, the name of an indicator, how complete a register
/// is.
struct ReleasedWords: Sendable {
  /// What makes two rows speak of the same thing.
  struct Key: Hashable {
    let table: String
    /// The indicator or the register.
    let id: String
    var area: String?
    var source: String?
    var date: String?
  }

  let key: Key
  /// What its columns say, those of translations too.
  let cells: [String: String]
  /// Its row in the table; `nil` of those that a release tells of.
  let row: Int?

  /// The columns that are compared, by their tables.
  static let columns = [
    "observations": ["unit", "name", "note", "as_of_basis"],
    "indicators": ["unit", "unit_multiplier", "name", "description", "universe"] + rules,
    "sources": ["title", "producer"],
    KnownTable.coverage: ["status", "as_of", "note"],
  ]

  /// The columns of indicators that say how their numbers come about.
  static let rules = [
    "aggregation", "scope", "dataset", "aggregate", "field", "filter", "numerator", "denominator",
  ]

  /// Reads a row; `nil` where its words are not compared.
  init?(_ row: ReleasedRow, row index: Int? = nil) {
    guard let columns = Self.columns[row.table] else { return nil }
    switch row.table {
    case "observations":
      guard let key = ReleasedRecord(row)?.key else { return nil }
      self.key = Key(
        table: row.table, id: key.indicator, area: key.area, source: key.source, date: key.date)
    case "indicators", "sources":
      guard let id = row["id"] else { return nil }
      key = Key(table: row.table, id: id)
    default:
      guard let register = row["register"] else { return nil }
      key = Key(table: row.table, id: register, area: row["area"])
    }
    cells = Dictionary(
      row.cells.filter { columns.contains($0.column.withoutLanguage) }.map { ($0.column, $0.text) },
      uniquingKeysWith: { first, _ in first })
    self.row = index
  }

  /// What all tables say now.
  static func all(in statistics: Statistics) -> [ReleasedWords] {
    columns.keys.sorted().flatMap { name in
      statistics.package.rows(name).compactMap { row in
        ReleasedWords(ReleasedRow(row, statistics.areas), row: row.index)
      }
    } + statistics.package.describedCoverage(statistics.areas).compactMap { ReleasedWords($0) }
  }

  /// What it says in a column, by the column's names in all languages.
  fileprivate func said(in column: String) -> [String: String] {
    cells.filter { $0.key.withoutLanguage == column }
  }
}

/// Words that say something else than before of the same value, indicator or register.
package struct WordChange: Sendable {
  /// The table that says them.
  package let table: String
  /// The indicator or the register.
  package let id: String
  package let area: String?
  package let source: String?
  package let date: String?
  /// The column without a language.
  package let column: String
  /// What it said and says, by the column's name in each language.
  package let before: [String: String]
  package let after: [String: String]
  /// Its row in today's table; `nil` where a release said it or the row is gone.
  let row: Int?

  /// Whether it changes what a number means: what is counted, or in what.
  package var changesMeaning: Bool {
    table != KnownTable.coverage && column != "note" && column != "as_of_basis"
      || isOfCoverage || isOfCoverageDay
  }

  /// Whether it changes who is said to give numbers.
  package var isOfSource: Bool { table == "sources" }

  /// Whether it changes the day as of which a register is said to be complete.
  package var isOfCoverageDay: Bool { table == KnownTable.coverage && column == "as_of" }

  /// Whether it changes how numbers come about: what is added up, and where.
  package var isOfRule: Bool { table == "indicators" && ReleasedWords.rules.contains(column) }

  /// Whether it changes how complete a register is said to be.
  package var isOfCoverage: Bool { table == KnownTable.coverage && column == "status" }

  /// Whether readers have seen numbers that mean something else without it, or are gone: a register
  /// that has become complete takes nothing back.
  var isTold: Bool {
    // Of these the history of changes tells; no number is another.
    if isOfSource || isOfCoverageDay || ["description", "universe"].contains(column) {
      return false
    }
    return isOfRule
      || texts.contains { text in
        text.before.map { !isOfCoverage || $0 == RegisterStatus.complete.rawValue } ?? false
      }
  }

  /// The columns that say something else, in each language, with both of their texts.
  package var texts: [(column: String, before: String?, after: String?)] {
    let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    return names.sorted().map { (column: $0, before: before[$0], after: after[$0]) }
  }

  /// What is said in a language, before and after.
  ///
  /// - Parameter main: the language of columns that name none.
  /// - Returns: `nil` where that is the same, or nothing was said before.
  package func texts(
    in tag: Language.Tag, main: Language.Tag
  ) -> (before: String, after: String?)? {
    func text(_ cells: [String: String]) -> String? {
      cells["\(column)@\(tag.rawValue)"] ?? (tag == main || cells.count == 1 ? cells[column] : nil)
    }
    guard let before = text(before), before != text(after) else { return nil }
    return (before, text(after))
  }

  /// What differs between what was said and what is said; a value without words of its own has
  /// those of its indicator, and is not told of again where these change.
  static func all(from old: [ReleasedWords], to new: [ReleasedWords]) -> [WordChange] {
    let (then, now) = (WordBook(old), WordBook(new))
    let gone = old.filter { $0.key.table == KnownTable.coverage && now[$0.key] == nil }
    return (new.map(\.key) + gone.map(\.key)).flatMap { key -> [WordChange] in
      let (before, after) = (then[key], now[key])
      // Values and indicators that came or went are told of as such.
      guard before != nil && after != nil || key.table == KnownTable.coverage else { return [] }
      return (ReleasedWords.columns[key.table] ?? []).compactMap { column -> WordChange? in
        guard before?.said(in: column) ?? [:] != after?.said(in: column) ?? [:] else { return nil }
        let change = WordChange(
          table: key.table, id: key.id, area: key.area, source: key.source, date: key.date,
          column: column, before: then.said(key, in: column), after: now.said(key, in: column),
          row: after?.row)
        return change.before == change.after ? nil : change
      }
    }
  }
}

/// What rows say by what they speak of; of two that speak of the same nothing is known.
private struct WordBook {
  private var byKey: [ReleasedWords.Key: ReleasedWords?] = [:]

  init(_ words: [ReleasedWords]) {
    for one in words { byKey[one.key] = .some(byKey[one.key] == nil ? one : nil) }
  }

  subscript(_ key: ReleasedWords.Key) -> ReleasedWords? { byKey[key] ?? nil }

  /// What is said in a column of the key's own row or, of a value, in that of its indicator.
  func said(_ key: ReleasedWords.Key, in column: String) -> [String: String] {
    let own = self[key]?.said(in: column) ?? [:]
    guard own.isEmpty, key.table == "observations" else { return own }
    return self[ReleasedWords.Key(table: "indicators", id: key.id)]?.said(in: column) ?? [:]
  }
}

extension String {
  /// The name of a column without the language after its `@`.
  fileprivate var withoutLanguage: String { String(prefix { $0 != "@" }) }
}
