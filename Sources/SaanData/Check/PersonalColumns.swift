import SaanText

/// Tells of published columns that their headings, or all of their values together, show to
/// be about people: what no single value gives away.
func checkPersonalColumns(of table: Table, _ issues: inout IssueBook) {
  let headings = table.fields.enumerated().map { index, field in
    field.personalHeading(table.storage.headers[index])
  }
  let isOfPersons = headings.contains { $0?.showsPersons == true }
  for (index, field) in table.fields.enumerated() where !field.isPrivate {
    let header = table.storage.headers[index]
    let heading = headings[index].flatMap { $0.needsPersons && !isOfPersons ? nil : $0 }
    if heading == .citizenID {
      tell(of: table, index, &issues, mistypedCards)
    } else if heading == .phone || holdsLostZeros(table, index) {
      tell(of: table, index, &issues, lostZeros)
    } else if field.countsPeople(header) {
      tell(of: table, index, &issues, lostZerosAmongCounts)
    }
    // What a heading or a single value says of a column is told of all of it.
    if heading == nil, mayNamePersons(table, index), !issues.tellsOfPeople(index) {
      tellPersons(of: table, index, &issues)
    }
    guard let heading, !field.isPublic, !issues.tellsOfPeople(index),
      let first = table.rows.first(where: { !$0.isMissing(index) })
    else { continue }
    issues.add("personal-column", row: first.ordinal, column: index, name: header) {
      .personalColumn(header ?? field.name, heading, at: $0)
    }
  }
}

extension Field {
  /// Whether it counts people, households or groups of them, of which nowhere are hundreds of
  /// millions.
  fileprivate func countsPeople(_ header: String?) -> Bool {
    guard [.integer, .number].contains(type) else { return false }
    let words = ([name] + aliases + [header].compactMap { $0 }).map { $0.lowercased() }
    let isOfMoney = words.contains { word in
      ["baht", "บาท", "เงิน", "งบ"].contains { word.contains($0) }
    }
    return !isOfMoney
      && words.contains { word in
        ["_count", "member", "household", "สมาชิก", "ครัวเรือน", "องค์กร"].contains {
          word.contains($0)
        }
      }
  }
}

/// Whether nearly all values of a column without a telling heading are mobile numbers without their
/// zero, and nothing says that they are amounts or codes.
private func holdsLostZeros(_ table: Table, _ column: Int) -> Bool {
  let field = table.fields[column]
  guard [.string, .any, .integer, .number].contains(field.type), field.unit == nil,
    !table.schema.primaryKey.contains(field.name),
    !table.schema.foreignKeys.contains(where: { $0.fields.contains(field.name) })
  else { return false }
  let headings = [field.name] + field.aliases + (table.storage.headers[column].map { [$0] } ?? [])
  guard !headings.contains(where: { Field.isMeasure($0) || Field.isCode($0) }) else { return false }
  var (lost, values) = (0, 0)
  for row in table.rows where !row.isMissing(column) {
    values += 1
    if !lostZeros(row, column).isEmpty { lost += 1 }
    if values >= 20, lost * 2 < values { return false }
  }
  return PrivateData.areLostZeros(lost, of: values)
}

/// Whether texts of a column may be about persons by mistake: not where the program itself says
/// what stands in a table, and not what names rows, places or values of a list.
private func mayNamePersons(_ table: Table, _ column: Int) -> Bool {
  let field = table.fields[column]
  let isOfPlaces = ["id", "area", "province", "district", "subdistrict", "region"]
    .contains(field.name)
  return [.string, .any].contains(field.type) && !field.isPublic && !isOfPlaces
    && field.constraints.allowed.isEmpty && field.categories.isEmpty
    && !table.schema.foreignKeys.contains { $0.fields.contains(field.name) }
    && !KnownColumns.ofPublicActs.contains(table.name)
}

/// Tells of names, accounts, house addresses and the like in a column that is published, each kind
/// once.
private func tellPersons(of table: Table, _ column: Int, _ issues: inout IssueBook) {
  let header = table.storage.headers[column]
  let headings = [table.fields[column].name] + table.fields[column].aliases + [header ?? ""]
  let isOfRole = headings.contains(where: PersonalHeading.isOfRole)
  var first: [PrivateData.Kind: (row: Int, finding: PrivateData.Finding, count: Int)] = [:]
  for row in table.rows {
    let found = row.withUTF8(column) { PrivateData.aboutPerson(in: $0, isOfRole: isOfRole) }
    guard let found = found ?? nil,
      found.kind != .vehiclePlate, issues.allowance.index(of: found) == nil
    else { continue }
    let known = first[found.kind]
    first[found.kind] = (
      known?.row ?? row.ordinal, known?.finding ?? found, (known?.count ?? 0) + 1
    )
  }
  for (row, finding, count) in first.values.sorted(by: { $0.row < $1.row }) {
    issues.add("personal-values", row: row, column: column, name: header) {
      .personalValues(
        header ?? table.fields[column].name, finding, count: count, at: $0)
    }
  }
}

private func tell(
  of table: Table, _ column: Int, _ issues: inout IssueBook,
  _ findings: (Row, Int) -> [PrivateData.Finding]
) {
  for row in table.rows where !row.isMissing(column) {
    guard let finding = issues.told(findings(row, column)) else { continue }
    issues.add(
      finding.kind.code, row: row.ordinal, column: column, name: table.storage.headers[column]
    ) { .privateCell(finding, at: $0) }
  }
}

private func mistypedCards(_ row: Row, _ column: Int) -> [PrivateData.Finding] {
  row.string(column).map { PrivateData.mistypedCards(in: $0) } ?? []
}

private func lostZeros(_ row: Row, _ column: Int) -> [PrivateData.Finding] {
  // What a text gives away by itself has been told.
  let found = row.withUTF8(column) { cell in
    PrivateData.find(in: cell).isEmpty ? PrivateData.lostZeros(in: cell) : []
  }
  if let found { return found }
  guard row.number(column) != nil, var text = row.string(column) else { return [] }
  return text.withUTF8 { PrivateData.lostZeros(in: $0) }
}

private func lostZerosAmongCounts(_ row: Row, _ column: Int) -> [PrivateData.Finding] {
  guard let number = row.number(column), (6e8..<1e9).contains(number) else { return [] }
  return lostZeros(row, column)
}
