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
  /// How the file was read.
  let resource: Resource
  /// The headings of the sheets that were read.
  let headings: [String]
  /// What stands above the head of the first sheet that is read.
  let above: [StatedLine]
  /// The other sheets of the file.
  let otherSheets: [TableShape]
  /// The rows as they were read, with codes in place of the names of areas.
  let table: Table
  let rows: ImportedRows
  /// The columns whose years are those of the Buddhist Era, as all their cells say.
  let buddhist: [String]
  /// The columns of the file that are in none of the table's, and why they are withheld, where they
  /// are about persons.
  let leftOut: [(heading: String, why: Wording?)]
  /// The rows of the file that are none of the table: where they are, and by which code it is told.
  let skipped: [(sheet: String?, row: Int, code: String)]
  let areas: AreaTable
  /// Where the table lies below the site's folder.
  let path: String
  /// The site's descriptor with the table's entry; `nil` where the table is known.
  let descriptor: String?
  /// Whether rows have pages of their own once a collection names the table, and none does.
  let isUnshown: Bool
  /// Whether site.yaml has collections already.
  let hasCollections: Bool
  /// Whether rows go that the file does not have.
  let replaces: Bool

  /// Writes the table with the rows that were imported and, of a new one, its description.
  ///
  /// - Parameter source: the site's folder.
  /// - Throws: `DiskError` when a file cannot be written.
  package func write(in source: String) throws(DiskError) {
    try write(rows.csv, to: path, in: source)
    if let descriptor { try write(Array(descriptor.utf8), to: DescriptorEntry.path, in: source) }
  }

  private func write(_ bytes: [UInt8], to path: String, in source: String) throws(DiskError) {
    let folder = "\(source)/\(FilePath.parent(of: path))"
    try FileSystem.makeDirectories(folder)
    let draft = "\(folder)/.\(path.split(separator: "/").last ?? "").import"
    if FileSystem.status(draft) != nil { try FileSystem.removeTree(draft) }
    try FileSystem.create(draft, bytes)
    try FileSystem.move(draft, to: "\(source)/\(path)")
  }
}

/// Reads a file as rows of one of the site's tables, or as a new one: of its sheets those that have
/// most of the table's columns, below the head that they seem to have.
///
/// - Parameters:
///   - file: the path of the file, which lies anywhere.
///   - name: the table; one that the program knows, that the site describes, or a new one.
///   - place: the sheets, the head and the columns that become rows, where they are not to be
///     found.
///   - replaces: whether rows go that the file does not have.
/// - Returns: what was understood, with everything that is wrong in the file; nothing where there
///   is no such table in it.
package func importTable(
  _ file: String, to name: String, at place: TablePlace, replaces: Bool, _ tree: SourceTree,
  _ options: BuildOptions
) async throws -> Outcome<TableImport?> {
  let outcome = try await importReading(
    file, to: name, at: place, replaces: replaces, tree, options
  ).outcome
  guard let found = outcome.value else { return outcome }
  var told = outcome.diagnostics
  told.merge(Diagnostics(found.likelyMistakes))
  // What the file says wrongly has been told of the file.
  if !told.hasErrors {
    told.merge(Diagnostics(try await found.mistakes(in: tree, options, beside: told)))
  }
  return Outcome(found, told)
}

/// The same, step by step.
private func importReading(
  _ file: String, to name: String, at place: TablePlace, replaces: Bool, _ tree: SourceTree,
  _ options: BuildOptions
) async throws -> ImportReading {
  let data = readable(
    DataFile(path: file, bytes: try FileSystem.read(file)), in: options.workshop)
  let settings = loadSettings(tree).value
  let site = try await loadData(tree, options, settings).value.package
  let areas = allAreas(
    of: site, in: tree.gazetteer, settings?.gazetteer ?? GazetteerSettings())
  return ImportReading(
    data: data, name: name, place: place, replaces: replaces, tree: tree, settings: settings,
    site: site, areas: areas)
}

/// Reads a file as `data import` does for a table that is known, and nothing of that table's rows.
func readAsTable(
  _ file: String, to name: String, at place: TablePlace, _ tree: SourceTree,
  _ options: BuildOptions
) async throws -> TableReading {
  let reading = try await importReading(
    file, to: name, at: place, replaces: false, tree, options)
  return TableReading(reading.data, as: reading.asKnown)
}

/// One import, step by step.
private struct ImportReading {
  let data: DataFile
  let name: String
  let place: TablePlace
  let replaces: Bool
  let tree: SourceTree
  let settings: Settings?
  let site: DataPackage
  let areas: AreaTable

  var outcome: Outcome<TableImport?> {
    switch chosen {
    case .failure(let told): return Outcome(nil, told.diagnostics)
    case .success(let (chosen, known, path)):
      return known.map { read(chosen, as: $0, into: path) } ?? draft(chosen, into: path)
    }
  }

  /// How the file is read as rows of a table that is known, without holding it against that.
  var asKnown: Outcome<Resource?> {
    switch chosen {
    case .failure(let told): return Outcome(nil, told.diagnostics)
    case .success(let (chosen, known, _)):
      guard let known else {
        return Outcome(nil, Diagnostics([.importWithoutTable(name, isKnown: false)]))
      }
      let (resource, _, found) = resource(of: chosen, as: known)
      return Outcome(resource, found)
    }
  }

  /// The sheets that are read, the table that they are for, and its path.
  private var chosen: Result<(ChosenSheets, TableSchema?, String), Refusal> {
    guard isTableName(name) else { return .failure(Refusal([.importWithoutTable(name)])) }
    let language = settings?.defaultLanguage.tag ?? .thai
    let descriptor = readDescriptor(tree, language).value
    let known =
      descriptor.resource(name)?.schema
      ?? KnownTable.named(name)?.schema(among: ["areas"], language: language)
    let shapes = tableShapes(data)
    guard let chosen = ChosenSheets(from: shapes, at: place, known, name, data, areas) else {
      return .failure(Refusal(unchosen(shapes)))
    }
    let path = descriptor.resource(name)?.path ?? "\(name).csv"
    guard path.hasSuffix(".csv"), descriptor.resource(name)?.isShaped != true else {
      return .failure(Refusal([.importIntoWorkbook(path, data.path)]))
    }
    return .success((chosen, known, path))
  }

  /// Rows of a table that is known.
  private func read(
    _ chosen: ChosenSheets, as known: TableSchema, into path: String
  ) -> Outcome<TableImport?> {
    let (resource, eras, found) = resource(of: chosen, as: known)
    return finish(
      chosen, resource, eras: eras, hasID: resource.schema?.field("id") != nil, into: path,
      draft: nil, found)
  }

  private func resource(
    of chosen: ChosenSheets, as known: TableSchema
  ) -> (Resource, eras: [String], Diagnostics) {
    var found = Diagnostics()
    var (resource, schema) = (chosen.resource, known)
    if resource.unpivot == nil, let years = chosen.read[0].columnsOfYears(beside: schema) {
      if schema.field("year") != nil, schema.field("value") != nil {
        resource.unpivot = Unpivot(columns: years)
      } else {
        found.add(
          .unreadYears(years, among: chosen.read[0].headings, at: .file(path: data.path)))
      }
    }
    let added = resource.unpivot.map { [$0.key, $0.value] } ?? []
    let headings = chosen.headings + added
    schema.addAreaColumns(among: headings)
    // Rows without an id get one.
    if schema.field("id").map({ $0.isAmong(headings) }) == false { schema.makeOptional("id") }
    schema.addMissingWords()
    let eras = readTable(data, as: resource).value.map { schema.settleEras(by: $0) } ?? []
    resource.schema = schema
    return (resource, eras, found)
  }

  /// Rows of a table that is new, and its description.
  private func draft(_ chosen: ChosenSheets, into path: String) -> Outcome<TableImport?> {
    let outcome = draftTable(data, as: chosen.resource, texts: place.texts, isImported: true)
    guard var draft = outcome.value else { return Outcome(nil, outcome.diagnostics) }
    draft.caption = chosen.above.lazy.compactMap(\.caption).first
    let told = [
      "wide-table", "wide-columns", "mixed-column", "text-column", "text-of-nothing",
      "repeated-column", "list-of-persons", "mixed-shares", "heading-number",
    ]
    var found = Diagnostics(outcome.diagnostics.all.filter { told.contains($0.code) })
    let parsed = PackageDescriptor.parse(
      SourceFile(path: DescriptorEntry.path, text: draft.document))
    var resource = draft.resource
    resource.path = data.path
    resource.schema = parsed.value.resources.first?.schema
    resource.schema?.removeFields { $0.isPrivate || $0.isRunningNumber }
    // Pages have addresses by ids; rows that two columns name together have none.
    let hasID = (resource.schema?.primaryKey.count ?? 0) < 2 && resource.unpivot == nil
    if hasID, let texts = draft.unnamed {
      let head = Place.cell(
        path: data.path, sheet: resource.sheet, row: resource.dialect.head.upperBound, column: nil)
      found.add(.unnamedRows(texts, at: head))
    }
    return finish(
      chosen, resource, eras: [], hasID: hasID, into: path, draft: draft, found)
  }

  private func finish(
    _ chosen: ChosenSheets, _ resource: Resource, eras: [String], hasID: Bool, into path: String,
    draft: TableDraft?, _ before: Diagnostics
  ) -> Outcome<TableImport?> {
    var found = before
    let outcome = readTable(data, as: resource, allowing: settings?.allowance ?? .nothing)
    guard let table = outcome.value else { return Outcome(nil, outcome.diagnostics) }
    let left = leftOut(chosen, resource, draft)
    found.merge(outcome.diagnostics.ofImport(without: left.map(\.heading), isNew: draft != nil))
    found.merge(Diagnostics(table.placeMistakes(areas)))
    let named = table.namingAreasByCode(areas).namingRowsByID(in: site)
      .value(reportingTo: &found).namingAsksAlone(in: site)
    found.merge(Diagnostics(named.answerMistakes(in: site)))
    let turned = resource.unpivot.flatMap { unpivot in
      named.fields.first { $0.isAmong([unpivot.key]) }?.name
    }
    let rows = ImportedRows(
      named, into: site[name], hasID: hasID, replaces: replaces, turned: turned, in: areas)
    let likeness = TableLikeness(
      table: named, rows: rows, isNew: draft != nil, target: "content/data/\(path)")
    found.merge(Diagnostics(likeness.diagnostics))
    var descriptor: String?
    if let draft {
      let entry = draft.entry(
        of: rows.fields, path: path, key: rows.hasOwnIDs ? ["id"] : rows.key)
      descriptor = DescriptorEntry(adding: entry, to: tree)?.text
      guard descriptor != nil else {
        found.add(.importBesideDescriptor(entry, DescriptorEntry.path))
        return Outcome(nil, found)
      }
    }
    let isShown = settings?.registerTables.contains(name) ?? true
    return Outcome(
      TableImport(
        name: name, resource: resource, headings: chosen.read[0].headings,
        above: chosen.above, otherSheets: chosen.others, table: named, rows: rows, buddhist: eras,
        leftOut: left, skipped: skipped(found), areas: areas,
        path: "content/data/\(path)", descriptor: descriptor,
        isUnshown: !isShown && rows.fields.contains("id") && !isOfFigures(name),
        hasCollections: tree.hasCollections, replaces: replaces),
      found.naming(addresses: left.map(\.heading)))
  }

  /// Why no sheet was chosen.
  private func unchosen(_ shapes: [TableShape]) -> Diagnostics {
    var resource = Resource(name: "table", path: data.path)
    place.say(in: &resource)
    let told = readTable(data, as: resource).diagnostics
    let named = told.all.filter { $0.severity == .error }
    let seen = shapes.filter { !$0.isHidden }
    // A workbook whose sheet is not named says less than what its sheets could be.
    guard shapes.count < 2 || !place.sheets.isEmpty, !named.isEmpty else {
      return Diagnostics([
        .importOfNothing(
          seen.compactMap(\.sheet),
          areAlike: seen.count > 1 && seen.allSatisfy { $0.headings == seen[0].headings },
          at: .file(path: data.path))
      ])
    }
    return told
  }

  /// The columns of a file that are in none of the table's.
  private func leftOut(
    _ chosen: ChosenSheets, _ resource: Resource, _ draft: TableDraft?
  ) -> [(heading: String, why: Wording?)] {
    let fields = resource.schema?.fields ?? []
    let turned = resource.unpivot.map { unpivot in
      Set(unpivot.headings(among: chosen.read[0].headings))
    }
    let others = chosen.read[0].headings.filter { heading in
      !heading.isEmpty && turned?.contains(heading) != true
        && !fields.contains { $0.isAmong([heading]) }
    }
    guard !others.isEmpty else { return [] }
    var plain = resource
    (plain.schema, plain.unpivot) = (nil, nil)
    let known = draft ?? draftTable(data, as: plain, keepsHeadings: true).value
    let withheld = known?.withheld ?? []
    return others.map { heading in
      (heading, withheld.first { $0.heading == heading }?.why)
    }
  }
}

/// Why nothing of a file can be imported.
private struct Refusal: Error {
  let diagnostics: Diagnostics

  init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }
  init(_ diagnostics: [Diagnostic]) { self.diagnostics = Diagnostics(diagnostics) }
}

/// Whether a table belongs to figures and places, whose rows have no pages of their own.
private func isOfFigures(_ name: String) -> Bool {
  KnownTable.named(name) != nil && !KnownColumns.registers.contains(name)
}

/// Whether a text can be the name of a table, and so of its file.
private func isTableName(_ name: String) -> Bool {
  !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
    && name.utf8.allSatisfy { byte in
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.".utf8.contains(byte)
    }
}

/// The rows that reading left out.
private func skipped(
  _ found: Diagnostics
) -> [(sheet: String?, row: Int, code: String)] {
  found.all.compactMap { diagnostic in
    guard ["total-row", "note-row", "repeated-head"].contains(diagnostic.code),
      case .cell(_, let sheet, let row, _) = diagnostic.place
    else { return nil }
    return (sheet, row, diagnostic.code)
  }
}

extension Field {
  /// Whether it numbers the lines of a sheet, which are others in the next one.
  fileprivate var isRunningNumber: Bool { aliases.contains(where: Headings.isRunningNumber) }
}

extension TableSchema {
  /// Lets a column be missing in the file, and names no row by it.
  fileprivate mutating func makeOptional(_ name: String) {
    for index in fields.indices where fields[index].name == name {
      fields[index].constraints.required = false
    }
    primaryKey.removeAll { $0 == name }
  }

  /// Takes what usually stands for no value as that, in every month's file alike, unless it is one
  /// of the values of a column.
  fileprivate mutating func addMissingWords() {
    let values = Set(
      fields.flatMap { field in
        field.constraints.allowed + field.categories.map(\.value)
          + field.categories.flatMap { $0.label?.all ?? [] }
      })
    for word in KnownColumns.missingWords
    where !missingValues.contains(word) && !values.contains(word) { missingValues.append(word) }
  }

  /// Leaves out some columns: those that nobody may publish, and numbers of lines.
  fileprivate mutating func removeFields(where isLeftOut: (Field) -> Bool) {
    let names = Set(fields.filter(isLeftOut).map(\.name))
    fields.removeAll { names.contains($0.name) }
    if primaryKey.contains(where: names.contains) { primaryKey = [] }
  }
}
