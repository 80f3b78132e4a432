import SaanText

/// The sheets of a file that hold tables, as they look; none where it can't be read, which reading
/// it tells.
package func tableShapes(_ file: DataFile, limits: DataLimits = DataLimits()) -> [TableShape] {
  if DataFormat.ofPath(file.path)?.name == DataFormat.xlsx.name {
    return WorkbookReader.shapes(file, limits)
  }
  var resource = Resource(name: "table", path: file.path)
  let search = DataFormat.firstRows(file, limits)
  if let head = search?.objection(to: resource.dialect) { resource.dialect.head = head }
  let headings = readHeader(file, as: resource)
  guard !headings.isEmpty else { return [] }
  return [
    TableShape(
      sheet: nil, isHidden: false, head: resource.dialect.head, headings: headings, merged: [],
      above: search?.above(resource.dialect.head.lowerBound) ?? [])
  ]
}

extension TableShape {
  /// How many of a schema's columns the headings have.
  package func matches(_ schema: TableSchema) -> Int {
    schema.fields.count { $0.isAmong(headings) }
  }
}

extension TableShape {
  /// The columns of it that are one for each year and none of a table's; `nil` where there are no
  /// such.
  package func columnsOfYears(beside schema: TableSchema) -> [String]? {
    let isTurned = schema.field("year") != nil && schema.field("value") != nil
    return Unpivot.years(among: headings, fewest: isTurned ? 1 : 2) { heading in
      schema.fields.contains { $0.isAmong([heading]) }
    }
  }
}

extension Diagnostic {
  /// That columns of years are left out of an import until somebody says what they are.
  package static func unreadYears(
    _ columns: [String], among headings: [String], at place: Place
  ) -> Diagnostic {
    looksWide(
      columns, count: headings.count { YearHeading($0) != nil }, isTurned: false, at: place)
  }
}
