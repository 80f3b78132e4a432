import SaanText

/// Checks the rules that concern more than one value of a table: keys, unique columns, date order.
///
/// Keys that ascend differ from each other, so that no index is made of them, which would be most
/// of the work.
func checkKeys(of table: Table, _ issues: inout IssueBook) {
  var issued = issues
  table.withText { text in
    let key = table.schema.primaryKey.compactMap { table.column($0) }
    if !key.isEmpty, key.count == table.schema.primaryKey.count {
      checkPrimaryKey(key, of: table, text, &issued)
    }
    for names in table.schema.uniqueKeys {
      let columns = names.compactMap { table.column($0) }
      if columns.count == names.count, columns != key {
        checkKey(columns, of: table, text, &issued)
      }
    }
    for (index, field) in table.fields.enumerated()
    where field.constraints.unique && key != [index] {
      checkUnique(index, of: table, text, &issued)
    }
  }
  checkDateOrder(of: table, &issued)
  issues = issued
}

private func checkPrimaryKey(
  _ key: [Int], of table: Table, _ text: CellText, _ issues: inout IssueBook
) {
  let keys = RowKeys(table, columns: key, text: text)
  for column in key where !table.fields[column].constraints.required {
    for row in 0..<table.count where table.storage.columns[column].missing[row] {
      issues.add(
        "required-value", row: Int(table.storage.numbers[row]), column: column,
        name: header(column, table)
      ) { .requiredValue(header(column, table), at: $0) }
    }
  }
  if !keys.areAscending { checkKey(key, of: table, text, &issues) }
}

/// Tells of rows that repeat the values of some columns together.
private func checkKey(
  _ key: [Int], of table: Table, _ text: CellText, _ issues: inout IssueBook
) {
  guard !key.isEmpty else { return }
  _ = KeyIndex(RowKeys(table, columns: key, text: text)) { row, first in
    let firstRow = table[first].number
    issues.add(
      "duplicate-key", row: Int(table.storage.numbers[row]), column: key[0],
      name: key.count == 1 ? header(key[0], table) : nil
    ) { place in
      .duplicateKey(
        key.map { table[row].string($0) ?? "" }, fields: key.map { header($0, table) },
        firstRow: firstRow, at: place)
    }
  }
}

private func checkUnique(
  _ column: Int, of table: Table, _ text: CellText, _ issues: inout IssueBook
) {
  let keys = RowKeys(table, columns: [column], text: text)
  if keys.areAscending { return }
  _ = KeyIndex(keys) { row, first in
    let firstRow = table[first].number
    issues.add(
      "duplicate-value", row: Int(table.storage.numbers[row]), column: column,
      name: header(column, table)
    ) { .duplicateValue(table[row].string(column) ?? "", firstRow: firstRow, at: $0) }
  }
}

/// Columns whose dates follow one another wherever a table has both.
private let orderedDates = [
  ("start", "end"), ("start_date", "end_date"), ("started_on", "ended_on"), ("from", "to"),
  ("valid_from", "valid_to"), ("opened_on", "closed_on"), ("founded_on", "closed_on"),
  ("founded_on", "dissolved_on"), ("date_published", "date_accessed"), ("founded", "dissolved"),
  ("made_on", "deadline"), ("date", "next_due"), ("date", "checked_on"),
]

/// The pairs of columns of a table whose dates follow one another, by their names or by the Thai
/// words of their headings.
private func datePairs(of table: Table) -> [(start: Int, end: Int)] {
  let named = orderedDates.compactMap { first, second in
    table.column(first).flatMap { start in table.column(second).map { (start, $0) } }
  }
  func headed(_ words: [String]) -> Int? {
    let found = table.fields.indices.filter { index in
      let field = table.fields[index]
      let headings = [header(index, table), field.name] + field.aliases
      return field.type.storage != .string
        && headings.contains { heading in words.contains { heading.hasPrefix($0) } }
    }
    return found.count == 1 ? found[0] : nil
  }
  guard let start = headed(["วันเริ่ม", "วันที่เริ่ม", "เริ่ม", "ปีที่เริ่ม"]),
    let end = headed(["วันสิ้นสุด", "วันที่สิ้นสุด", "สิ้นสุด", "ปีที่สิ้นสุด", "วันที่จบ"]),
    !named.contains(where: { $0 == (start, end) })
  else { return named }
  return named + [(start, end)]
}

private func checkDateOrder(of table: Table, _ issues: inout IssueBook) {
  for (start, end) in datePairs(of: table) {
    for row in table.rows {
      guard let from = row.period(start), let to = row.period(end), to.lastDay < from.firstDay
      else { continue }
      issues.add("date-order", row: row.ordinal, column: end, name: header(end, table)) { place in
        .datesOutOfOrder(
          start: (header(start, table), from.iso), end: (header(end, table), to.iso), at: place)
      }
    }
  }
}

private func header(_ column: Int, _ table: Table) -> String {
  table.storage.headers[column] ?? table.fields[column].name
}

/// Checks that the values of foreign keys stand in the tables they point to; not those of areas,
/// where these are looked up in the gazetteer.
func checkForeignKeys(
  of table: Table, among tables: [String: Table], knowsPlaces: Bool, limit: Int
) -> Diagnostics {
  var issues = IssueBook(path: table.path, sheet: table.sheet, limit: limit)
  issues.origins = table.storage.origins
  for foreignKey in table.schema.foreignKeys
  where !knowsPlaces || !foreignKey.leadsToAreas(from: table.name) {
    let target = foreignKey.resource.isEmpty ? table : tables[foreignKey.resource]
    guard let target else { continue }
    let columns = foreignKey.fields.compactMap { table.column($0) }
    let targetColumns = foreignKey.referenceFields.compactMap { target.column($0) }
    guard !columns.isEmpty, columns.count == targetColumns.count else { continue }
    table.withText { text in
      target.withText { targetText in
        let keys = RowKeys(table, columns: columns, text: text)
        let index = KeyIndex(
          RowKeys(target, columns: targetColumns, text: targetText), duplicate: { _, _ in })
        for row in 0..<table.count where !keys.isMissing(row) && !index.contains(row, of: keys) {
          issues.add(
            "unknown-reference", row: Int(table.storage.numbers[row]), column: columns[0],
            name: header(columns[0], table)
          ) { place in
            unknownReference(table[row], columns, target, targetColumns, at: place)
          }
        }
      }
    }
  }
  return issues.diagnostics
}

private func unknownReference(
  _ row: Row, _ columns: [Int], _ target: Table, _ targetColumns: [Int], at place: Place
) -> Diagnostic {
  let text = columns.map { row.string($0) ?? "" }.joined(separator: ", ")
  let near: Wording? =
    columns.count == 1 && target.count <= 20_000
    ? didYouMean(text, among: target.rows.compactMap { $0.string(targetColumns[0]) }) : nil
  return .unknownReference(
    text, resource: target.name,
    field: targetColumns.map { target.fields[$0].name }.joined(separator: ", "), near: near,
    at: place)
}
