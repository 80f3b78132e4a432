import SaanText

/// The sheets of a file that hold tables, as they look; none where it can't be read, which reading
/// it tells.
package func tableShapes(_ file: DataFile, limits: DataLimits = DataLimits()) -> [TableShape] {
  if DataFormat.ofPath(file.path)?.name == DataFormat.xlsx.name {
    return WorkbookReader.shapes(file, limits)
  }
  var resource = Resource(name: "table", path: file.path)
  if let head = DataFormat.headRows(file, limits) { resource.dialect.head = head }
  let headings = readHeader(file, as: resource)
  guard !headings.isEmpty else { return [] }
  return [
    TableShape(
      sheet: nil, isHidden: false, head: resource.dialect.head, headings: headings, merged: [])
  ]
}

extension TableShape {
  /// How many of a schema's columns the headings have.
  package func matches(_ schema: TableSchema) -> Int {
    schema.fields.count { $0.isAmong(headings) }
  }
}
