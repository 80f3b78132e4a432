import SaanText

/// Reads one table: every value typed, every rule of its schema checked, all mistakes in one run.
///
/// A resource without a schema is read as text under the file's own headers. A value that can't be
/// read counts as missing; the table is always made, unless the file holds none.
///
/// Totals and notes among the rows show only in view of the whole table: one that seems to have
/// some is read again without them, so that the others, which are nearly all, are read once.
package func readTable(
  _ file: DataFile, beside others: [DataFile] = [], as resource: Resource,
  limits: DataLimits = DataLimits(), allowing allowance: ContactAllowance = .nothing
) -> Outcome<Table?> {
  var issues = IssueBook(
    path: file.path, sheet: resource.sheet, limit: limits.mistakesPerColumn, allowing: allowance)
  let table =
    resource.isShaped
    ? makeShapedTable([file] + others, resource, limits, &issues)
    : makePlainTable(file, resource, limits, &issues)
  if let table {
    checkKeys(of: table, &issues)
    checkPersonalColumns(of: table, &issues)
  }
  return Outcome(table, issues.diagnostics)
}

/// The table of one sheet or file, read once more where rows of it seem to be none.
private func makePlainTable(
  _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
) -> Table? {
  let (table, mayHaveOthers) = makeTable(file, resource, limits, &issues)
  guard mayHaveOthers, case let others = otherRows(file, resource, limits), !others.isEmpty else {
    return table
  }
  // Rows that add up others, and notes, are told of once and count as nothing else.
  issues = issues.emptied
  issues.tell(others, isSaid: resource.dialect.totalRows == .skip)
  issues.silentRows = others.rows
  return makeTable(file, resource, limits, without: Set(others.rows.map(UInt32.init)), &issues)
    .table
}

/// Reads a table that the program has put together, in which nothing is wrong.
func readMadeTable(_ file: DataFile, as resource: Resource) -> Table? {
  var ignored = IssueBook(path: file.path, sheet: nil, limit: 0)
  return makeTable(file, resource, DataLimits(), &ignored).table
}

/// The headings of a file's table; none where it has no table.
func readHeader(_ file: DataFile, as resource: Resource) -> [String] {
  var ignored = IssueBook(path: file.path, sheet: resource.sheet, limit: 0)
  return openRows(file, resource, DataLimits(), &ignored)?.header ?? []
}

/// The rows of a file that are none of its table.
private func otherRows(
  _ file: DataFile, _ resource: Resource, _ limits: DataLimits
) -> OtherRows {
  // What is wrong with the file has been told.
  var ignored = IssueBook(path: file.path, sheet: resource.sheet, limit: 0)
  guard var source = openRows(file, resource, limits, &ignored) else { return OtherRows() }
  let filled = filledColumns(source, resource, &ignored)
  return OtherRows(
    in: &source, keepsTotals: resource.dialect.totalRows == .keep, filled: filled)
}

/// The table without some rows, and whether others look like totals or notes.
private func makeTable(
  _ file: DataFile, _ resource: Resource, _ limits: DataLimits, without dropped: Set<UInt32> = [],
  _ issues: inout IssueBook
) -> (table: Table?, mayHaveOthers: Bool) {
  guard file.bytes.count <= limits.maximumFileBytes else {
    issues.add(
      .fileTooLarge(file.bytes.count, limit: limits.maximumFileBytes, path: file.path))
    return (nil, false)
  }
  guard var source = openRows(file, resource, limits, &issues) else { return (nil, false) }
  let filled = filledColumns(source, resource, &issues)
  return fill(&source, resource, limits, without: dropped, filling: filled, &issues)
}

/// The table of several sheets or files, or of one whose columns become rows.
private func makeShapedTable(
  _ files: [DataFile], _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
) -> Table? {
  if let large = files.first(where: { $0.bytes.count > limits.maximumFileBytes }) {
    issues.add(
      .fileTooLarge(large.bytes.count, limit: limits.maximumFileBytes, path: large.path))
    return nil
  }
  guard let rows = resource.openShaped(files, limits, &issues) else { return nil }
  // The parts have looked for totals and notes themselves.
  var source: any RowSource = rows
  return fill(&source, resource, limits, without: [], filling: [], &issues).table
}

/// The table of a source's rows, and whether some look like totals or notes.
private func fill(
  _ source: inout any RowSource, _ resource: Resource, _ limits: DataLimits,
  without dropped: Set<UInt32>, filling filled: [Int], _ issues: inout IssueBook
) -> (table: Table?, mayHaveOthers: Bool) {
  guard source.header.count <= limits.maximumColumns else {
    issues.add("too-many-columns", row: source.headerRow, column: -1) {
      .tooManyColumns(source.header.count, limit: limits.maximumColumns, at: $0)
    }
    return (nil, false)
  }
  let schema = resource.schema ?? TableSchema(fields: uniqueFields(source.header))
  let matches = match(source, schema, resource, &issues)
  let bounds = BoundColumn.all(in: schema.fields)
  var readers = schema.fields.enumerated().map { index, field in
    ColumnReader(
      field: field,
      source: matches[index].map { (source.header[$0], $0) }, index: index,
      missing: MissingValues(schema.missingValues), rules: ValueRules(field),
      isKey: field.constraints.unique || schema.primaryKey == [field.name],
      keepsQualifiers: bounds.contains { $0.keepsQualifiers(of: index) })
  }
  let (numbers, mayHaveOthers) = read(
    &source, into: &readers, without: dropped, filling: filled, &issues)
  var rewritten = source.rewritten
  for bound in bounds {
    bound.fill(&readers, text: source.text, rewritten: &rewritten, &issues)
  }
  let table = Table(
    storage: Table.Storage(
      name: resource.name, path: issues.path, sheet: resource.sheet, schema: schema,
      headers: readers.map { $0.source?.header }, columns: readers.map(\.column),
      numbers: numbers, text: source.text, rewritten: rewritten,
      isTidy: source.look.isTidy, usedAllowances: issues.usedAllowances,
      language: ownLanguage(readers, resource, &issues), origins: issues.origins))
  return (table, mayHaveOthers)
}

/// The language of columns that name none: the site's default one, unless the table has columns of
/// that language and none of another, as after the default was changed.
private func ownLanguage(
  _ readers: [ColumnReader], _ resource: Resource, _ issues: inout IssueBook
) -> Language.Tag {
  let present = readers.filter { $0.source != nil }.map(\.field)
  let tags = Set(present.compactMap(\.language))
  let usual = resource.language
  guard tags.contains(usual), tags.count == 1,
    let column = present.first(where: { $0.language == usual }),
    present.contains(where: { $0.name == column.baseName })
  else { return usual }
  let other = usual == .thai ? Language.Tag.english : .thai
  issues.add(.otherLanguage(column, other, at: .file(path: issues.path)))
  return other
}

/// Reads all rows, block by block.
///
/// Each block is typed while it is still in the cache. After the first one it is known about how
/// many rows there are, so that columns seldom have to grow.
private func read(
  _ source: inout any RowSource, into readers: inout [ColumnReader], without dropped: Set<UInt32>,
  filling filled: [Int], _ issues: inout IssueBook
) -> (numbers: [UInt32], mayHaveOthers: Bool) {
  var numbers: [UInt32] = []
  var mayHaveOthers = false
  var block = RawRows()
  let width = source.header.count
  var above = filled.map { (column: $0, cell: CellSpan.empty) }
  let head = Array((source.header.first ?? "").utf8)
  while source.next(into: &block, issues: &issues) {
    if !dropped.isEmpty { block.remove(dropped, width: width) }
    for index in above.indices { block.fillDown(&above[index], width: width) }
    if numbers.isEmpty {
      let estimate = source.estimatedCount(after: block.numbers.count)
      numbers.reserveCapacity(estimate)
      for index in readers.indices { readers[index].reserve(estimate) }
    }
    numbers.append(contentsOf: block.numbers)
    source.text.withUnsafeBufferPointer { file in
      source.rewritten.withUnsafeBufferPointer { rewritten in
        let text = CellText(
          file: file, rewritten: rewritten, mayHaveThaiDigits: source.look.hasThaiDigits)
        mayHaveOthers = mayHaveOthers || OtherRows.mayBe(in: block, width: width, text, below: head)
        for index in readers.indices {
          if readers[index].source == nil {
            readers[index].appendMissing(block.numbers.count)
          } else {
            readers[index].append(block, width: width, text: text, issues: &issues)
          }
        }
      }
    }
  }
  return (numbers, mayHaveOthers)
}

/// Which of the file's columns each field is read from, by name or alias.
private func match(
  _ source: any RowSource, _ schema: TableSchema, _ resource: Resource, _ issues: inout IssueBook
) -> [Int?] {
  var fieldOfHeader: [String: Int] = [:]
  for (index, field) in schema.fields.enumerated() {
    for name in [field.name] + field.aliases where fieldOfHeader[name] == nil {
      fieldOfHeader[name] = index
    }
  }
  var matches = [Int?](repeating: nil, count: schema.fields.count)
  var doubtful: [(header: String, bracket: String, field: Int)] = []
  for (position, header) in source.header.enumerated() {
    let row = source.headerRow
    guard !header.isEmpty else {
      issues.add("empty-header", row: row, column: -1) {
        .emptyHeader(position: position + 1, at: $0)
      }
      continue
    }
    let readings = Headings.readings(of: header).compactMap { reading in
      fieldOfHeader[reading.name].map { (field: $0, bracket: reading.bracket) }
    }
    let wanted = readings.filter { schema.fields[$0.field].allows($0.bracket) }.map(\.field)
    guard let field = wanted.first(where: { matches[$0] == nil }) ?? wanted.first else {
      if let reading = readings.first, let bracket = reading.bracket {
        doubtful.append((header, bracket, reading.field))
      }
      let known = schema.fields.flatMap { [$0.name] + $0.aliases }
      issues.add("unknown-column", row: row, column: -1, name: header) {
        .unknownColumn(header, among: known, resource: resource.name, at: $0)
      }
      continue
    }
    if let first = matches[field] {
      issues.add("duplicate-header", row: row, column: -1, name: header) {
        .duplicateHeader(header, source.header[first], of: schema.fields[field], at: $0)
      }
      continue
    }
    matches[field] = position
    if let said = schema.fields[field].otherScale(in: header) {
      issues.add("heading-unit", row: row, column: -1, name: header) {
        .otherScale(said, of: header, schema.fields[field], at: $0)
      }
    }
  }
  // Beside the column itself it is plain that another one is meant.
  for (header, bracket, field) in doubtful where matches[field] == nil {
    issues.add("heading-bracket", row: source.headerRow, column: -1, name: header) {
      .otherBracket(bracket, of: header, schema.fields[field], at: $0)
    }
  }
  tellAbsent(matches, source, schema, resource, &issues)
  return matches
}

/// Tells of the columns that are described, or needed, and not there.
private func tellAbsent(
  _ matches: [Int?], _ source: any RowSource, _ schema: TableSchema, _ resource: Resource,
  _ issues: inout IssueBook
) {
  let needed = schema.fields.indices.filter { index in
    let field = schema.fields[index]
    return field.constraints.required || schema.primaryKey.contains(field.name)
  }
  let matched = Set(matches.compactMap { $0 })
  let strangers = source.header.indices.filter { !matched.contains($0) }.map { source.header[$0] }
  // The columns of tables that the program knows by name are nobody's promise.
  let isDescribed = resource.span != nil && resource.schema != nil
  for index in schema.fields.indices where isDescribed && matches[index] == nil {
    // A private column may have been taken out of the file before it was handed on.
    guard !needed.contains(index), !schema.fields[index].isPrivate else { continue }
    issues.add("absent-column", row: source.headerRow, column: index) {
      .absentColumn(
        schema.fields[index].name, resource: resource.name, among: strangers, at: $0)
    }
  }
  for index in needed where matches[index] == nil {
    issues.add("missing-column", row: source.headerRow, column: index) {
      .missingColumn(schema.fields[index].headed, resource: resource.name, at: $0)
    }
  }
}

private func uniqueFields(_ header: [String]) -> [Field] {
  var seen: Set<String> = []
  return header.filter { !$0.isEmpty && seen.insert($0).inserted }.map { Field(untyped: $0) }
}

extension Field {
  /// What people know it by: its heading, where its name is one that the program made up.
  fileprivate var headed: String {
    name.hasPrefix("column_") ? aliases.first ?? name : name
  }
}
