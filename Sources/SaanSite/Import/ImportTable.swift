import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// What was understood of a file that is to become a table of the site, or more rows of one.
///
/// A value: nothing is asked and nothing is written until `write` is called, so that a person reads
/// first what would be published.
package struct TableImport: Sendable {
  /// The table's name.
  let name: String
  let shape: TableShape
  /// The other sheets of the file.
  let otherSheets: [TableShape]
  /// The rows as they were read, with codes in place of the names of areas.
  let table: Table
  let rows: ImportedRows
  /// The columns whose years are those of the Buddhist Era, as all their cells say.
  let buddhist: [String]
  /// The columns of the file that are in none of the table's, and why.
  let leftOut: [(heading: String, isPersonal: Bool)]
  /// The rows of the file that are none of the table, and what they are.
  let skipped: [(row: Int, isTotal: Bool)]
  let areas: AreaTable
  /// Where the table lies below the site's folder.
  let path: String

  /// Writes the table with the rows that were imported.
  ///
  /// - Parameter source: the site's folder.
  /// - Throws: `DiskError` when the file cannot be written.
  package func write(in source: String) throws(DiskError) {
    let folder = "\(source)/\(FilePath.parent(of: path))"
    try FileSystem.makeDirectories(folder)
    let draft = "\(folder)/.\(name).csv.import"
    if FileSystem.status(draft) != nil { try FileSystem.removeTree(draft) }
    try FileSystem.create(draft, rows.csv)
    try FileSystem.move(draft, to: "\(source)/\(path)")
  }
}

/// Reads a file as rows of one of the site's tables: of its sheets the one that has most of the
/// table's columns, below the head that it seems to have.
///
/// - Parameters:
///   - file: the path of the file, which lies anywhere.
///   - name: the table; one that the program knows, or that the site describes.
///   - place: the sheet and the head, where they are not to be found.
///   - replaces: whether rows go that the file does not have.
/// - Returns: what was understood, with everything that is wrong in the file; nothing where there
///   is no such table in it.
package func importTable(
  _ file: String, to name: String, at place: TablePlace, replaces: Bool, _ tree: SourceTree,
  _ options: BuildOptions
) async throws -> Outcome<TableImport?> {
  let data = readable(
    DataFile(path: file, bytes: try FileSystem.read(file)), in: options.workshop)
  let settings = loadSettings(tree).value
  let language = settings?.defaultLanguage.tag ?? .thai
  let descriptor = readDescriptor(tree, language).value
  let known = descriptor.resource(name)?.schema
  guard var schema = known ?? KnownTable.named(name)?.schema(among: ["areas"], language: language)
  else { return Outcome(nil, Diagnostics([.importWithoutTable(name, file)])) }
  let shapes = tableShapes(data)
  guard let shape = choose(from: shapes, at: place, schema) else {
    return Outcome(nil, unchosen(data, shapes, place))
  }
  let headings = shape.headings
  schema.addAreaColumns(among: headings)
  // Rows without an id get one.
  let hasID = schema.field("id").map { $0.isAmong(headings) } ?? true
  if !hasID { schema.makeOptional("id") }
  let eras =
    readTable(data, as: resource(name, of: data, shape, nil, place)).value
    .map { schema.settleEras(by: $0) } ?? []
  let resource = resource(name, of: data, shape, schema, place)
  var found = Diagnostics()
  let outcome = readTable(data, as: resource, allowing: settings?.allowance ?? .nothing)
  guard let table = outcome.value else { return Outcome(nil, outcome.diagnostics) }
  let site = try await loadData(tree, options, settings).value.package
  let areas = allAreas(
    of: site, in: tree.gazetteer, settings?.gazetteer ?? GazetteerSettings())
  found.merge(Diagnostics(outcome.diagnostics.all.filter { $0.code != "unknown-column" }))
  found.merge(Diagnostics(table.placeMistakes(areas)))
  let path = descriptor.resource(name)?.path ?? "\(name).csv"
  guard path.hasSuffix(".csv") else {
    found.add(.importIntoWorkbook(path, file))
    return Outcome(nil, found)
  }
  let named = table.namingAreasByCode(areas)
  let rows = ImportedRows(named, into: site[name], replaces: replaces, in: areas)
  return Outcome(
    TableImport(
      name: name, shape: shape, otherSheets: shapes.filter { $0.sheet != shape.sheet },
      table: named, rows: rows, buddhist: eras, leftOut: leftOut(of: shape, schema, data, place),
      skipped: skipped(found), areas: areas, path: "content/data/\(path)"), found)
}

/// The sheet that is named, or the only one with most of the table's columns among those that
/// people see.
private func choose(
  from shapes: [TableShape], at place: TablePlace, _ schema: TableSchema
) -> TableShape? {
  if let sheet = place.sheet { return shapes.first { $0.sheet == sheet } }
  let seen = shapes.filter { !$0.isHidden }
  let most = seen.map { $0.matches(schema) }.max() ?? 0
  let best = seen.filter { $0.matches(schema) == most }
  return best.count == 1 ? best[0] : nil
}

/// Why no sheet was chosen.
private func unchosen(
  _ file: DataFile, _ shapes: [TableShape], _ place: TablePlace
) -> Diagnostics {
  var resource = Resource(name: "table", path: file.path, sheet: place.sheet)
  if let head = place.headRows { resource.dialect.head = head }
  let told = readTable(file, as: resource).diagnostics
  return told.hasErrors
    ? told : Diagnostics([.importOfNothing(shapes.compactMap(\.sheet), at: .file(path: file.path))])
}

private func resource(
  _ name: String, of file: DataFile, _ shape: TableShape, _ schema: TableSchema?,
  _ place: TablePlace
) -> Resource {
  var resource = Resource(name: name, path: file.path, sheet: shape.sheet, schema: schema)
  resource.dialect.head = place.headRows ?? shape.head
  resource.dialect.filledDown = shape.merged
  return resource
}

/// The columns of a file that are in none of the table's.
private func leftOut(
  of shape: TableShape, _ schema: TableSchema, _ file: DataFile, _ place: TablePlace
) -> [(heading: String, isPersonal: Bool)] {
  let names = Set(schema.fields.flatMap { [$0.name] + $0.aliases })
  let others = shape.headings.filter { heading in
    !heading.isEmpty && !Headings.forms(of: heading).contains(where: names.contains)
  }
  guard !others.isEmpty else { return [] }
  let draft = inferSchema(
    file, sheet: shape.sheet, headRows: place.headRows ?? shape.head, keepsHeadings: true)
  let personal = Set(
    draft.diagnostics.all.filter { $0.code == "column-left-out" }.compactMap { found in
      if case .cell(_, _, _, let column) = found.place { return column }
      return nil
    })
  return others.map { ($0, personal.contains($0)) }
}

/// The rows that reading left out.
private func skipped(_ found: Diagnostics) -> [(row: Int, isTotal: Bool)] {
  found.all.compactMap { diagnostic in
    guard ["total-row", "note-row"].contains(diagnostic.code),
      case .cell(_, _, let row, _) = diagnostic.place
    else { return nil }
    return (row, diagnostic.code == "total-row")
  }
}

extension TableSchema {
  /// Lets a column be missing in the file, and names no row by it.
  fileprivate mutating func makeOptional(_ name: String) {
    for index in fields.indices where fields[index].name == name {
      fields[index].constraints.required = false
    }
    primaryKey.removeAll { $0 == name }
  }
}
