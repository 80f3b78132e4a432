import SaanText

/// Reads one table: every value typed, every rule of its schema checked, all mistakes in one run.
///
/// A resource without a schema is read as text under the file's own headers. A value that can't be
/// read counts as missing; the table is always made, unless the file holds none.
package func readTable(
  _ file: DataFile, as resource: Resource, limits: DataLimits = DataLimits(),
  allowing allowance: ContactAllowance = .nothing
) -> Outcome<Table?> {
  var issues = IssueBook(
    path: file.path, sheet: resource.sheet, limit: limits.mistakesPerColumn, allowing: allowance)
  let table = makeTable(file, resource, limits, &issues)
  if let table { checkKeys(of: table, &issues) }
  return Outcome(table, issues.diagnostics)
}

private func makeTable(
  _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
) -> Table? {
  guard file.bytes.count <= limits.maximumFileBytes else {
    issues.add(
      .fileTooLarge(file.bytes.count, limit: limits.maximumFileBytes, path: file.path))
    return nil
  }
  let place = resource.span?.place ?? .file(path: file.path)
  guard let format = resource.format.map(DataFormat.named) ?? DataFormat.ofPath(file.path) else {
    issues.add(.unknownFormat(resource.format ?? ending(of: file.path), at: place))
    return nil
  }
  guard var source = format.open(file, resource, limits, &issues) else { return nil }
  guard source.header.count <= limits.maximumColumns else {
    issues.add("too-many-columns", row: source.headerRow, column: -1) {
      .tooManyColumns(source.header.count, limit: limits.maximumColumns, at: $0)
    }
    return nil
  }
  let schema = resource.schema ?? TableSchema(fields: uniqueFields(source.header))
  let matches = match(source, schema, resource, &issues)
  let bounds = BoundColumn(schema.fields)
  var readers = schema.fields.enumerated().map { index, field in
    ColumnReader(
      field: field,
      source: matches[index].map { (source.header[$0], $0) }, index: index,
      missing: MissingValues(schema.missingValues), rules: ValueRules(field),
      isKey: field.constraints.unique || schema.primaryKey == [field.name],
      keepsQualifiers: bounds?.keepsQualifiers(of: index) == true)
  }
  let numbers = read(&source, into: &readers, &issues)
  var rewritten = source.rewritten
  bounds?.fill(&readers, text: source.text, rewritten: &rewritten, &issues)
  return Table(
    storage: Table.Storage(
      name: resource.name, path: file.path, sheet: resource.sheet, schema: schema,
      headers: readers.map { $0.source?.header }, columns: readers.map(\.column),
      numbers: numbers, text: source.text, rewritten: rewritten,
      isTidy: source.look.isTidy, usedAllowances: issues.usedAllowances,
      language: ownLanguage(readers, resource, &issues)))
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

private func read(
  _ source: inout any RowSource, into readers: inout [ColumnReader], _ issues: inout IssueBook
) -> [UInt32] {
  var numbers: [UInt32] = []
  var block = RawRows()
  let width = source.header.count
  while source.next(into: &block, issues: &issues) {
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
  return numbers
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
  for (position, header) in source.header.enumerated() {
    let row = source.headerRow
    guard !header.isEmpty else {
      issues.add("empty-header", row: row, column: -1) {
        .emptyHeader(position: position + 1, at: $0)
      }
      continue
    }
    guard let field = fieldOfHeader[header] else {
      let known = schema.fields.flatMap { [$0.name] + $0.aliases }
      issues.add("unknown-column", row: row, column: -1, name: header) {
        .unknownColumn(header, among: known, resource: resource.name, at: $0)
      }
      continue
    }
    if matches[field] != nil {
      issues.add("duplicate-header", row: row, column: -1, name: header) {
        .duplicateHeader(header, at: $0)
      }
    } else {
      matches[field] = position
    }
  }
  let needed = schema.fields.indices.filter { index in
    let field = schema.fields[index]
    return field.constraints.required || schema.primaryKey.contains(field.name)
  }
  for index in needed where matches[index] == nil {
    issues.add("missing-column", row: source.headerRow, column: index) {
      .missingColumn(schema.fields[index].name, resource: resource.name, at: $0)
    }
  }
  return matches
}

private func uniqueFields(_ header: [String]) -> [Field] {
  var seen: Set<String> = []
  return header.filter { !$0.isEmpty && seen.insert($0).inserted }.map { Field(name: $0) }
}

private func ending(of path: String) -> String {
  path.split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? path
}
