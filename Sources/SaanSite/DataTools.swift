import SaanData
import SaanFiles
import SaanImages
import SaanModel
import SaanPublish
import SaanText

/// What is wrong with the tables of a site, without looking at its pages.
package func checkData(_ tree: SourceTree, _ options: BuildOptions) async throws -> Diagnostics {
  var diagnostics = tree.diagnostics
  let loaded = loadSettings(tree)
  let settings = loaded.value
  // What is left to do in site.yaml is not about the tables.
  diagnostics.merge(Diagnostics(loaded.diagnostics.all.filter { $0.severity != .note }))
  _ = try await loadData(tree, options, settings).value(reportingTo: &diagnostics)
  return settings.map { applyRules($0.rules, to: diagnostics) } ?? diagnostics
}

/// Writes down what the tables say today, for later builds to compare with.
///
/// - Returns: the path of the release below the site's folder, or what stands in its way.
/// - Throws: `DiskError` when the file cannot be written.
package func releaseData(
  _ tree: SourceTree, _ options: BuildOptions, in source: String
) async throws -> Outcome<String?> {
  var diagnostics = tree.diagnostics
  let settings = loadSettings(tree).value(reportingTo: &diagnostics)
  let data = try await loadData(tree, options, settings).value(reportingTo: &diagnostics)
  let found = settings.map { applyRules($0.rules, to: diagnostics) } ?? diagnostics
  guard !found.hasErrors else { return Outcome(nil, found) }
  let registers = data.figures.releasedRegisters(settings?.registerTables ?? [])
  let file = DataRelease.file(of: data.figures, registers: registers, date: options.today)
  guard let bytes = file else {
    return Outcome(nil, Diagnostics(found.all + [.nothingToRelease]))
  }
  if let last = data.releases.last?.date, last > options.today {
    return Outcome(
      nil, Diagnostics(found.all + [.releaseTooEarly(options.today, later: last)]))
  }
  let path = "\(releasesFolder)/\(options.today.iso).json"
  if let old = tree.files[path], old.bytes != bytes {
    return Outcome(nil, Diagnostics(found.all + [.releaseExists(path)]))
  }
  guard tree.files[path] == nil else { return Outcome(path, found) }
  try FileSystem.makeDirectories("\(source)/\(releasesFolder)")
  try FileSystem.create("\(source)/\(path)", bytes)
  return Outcome(path, found)
}

/// Which part of a file holds the table, where the file does not tell.
package struct TablePlace: Sendable {
  /// The sheets of a workbook that has several; `*` for all that people see.
  package var sheets: [String]
  /// The rows of the head, where title rows stand above it or it has several levels.
  package var headRows: ClosedRange<Int>?

  /// The columns that become rows, as `Unpivot` reads them.
  package var unpivot: String?

  /// The headings of columns that are text, whatever their values look like.
  package var texts: [String]

  /// The headings of columns whose values hold for the rows below that have none.
  package var filledDown: [String]

  /// Makes a place.
  package init(
    sheets: [String] = [], headRows: ClosedRange<Int>? = nil, unpivot: String? = nil,
    texts: [String] = [], filledDown: [String] = []
  ) {
    self.filledDown = filledDown
    self.sheets = sheets
    self.headRows = headRows
    self.unpivot = unpivot
    self.texts = texts
  }

  /// Whether a text says which columns become rows.
  package static func saysColumns(_ text: String) -> Bool { Unpivot(text) != nil }

  /// Says in a table's description what was said of its file.
  func say(in resource: inout Resource) {
    if sheets == [JoinedParts.allSheets] {
      resource.joined.isOfAllSheets = true
    } else if sheets.count > 1 {
      resource.joined.sheets = sheets
    } else if let sheet = sheets.first {
      (resource.sheet, resource.joined.sheets) = (sheet, [])
      resource.joined.isOfAllSheets = false
    }
    if sheets.count > 1 || resource.joined.isOfAllSheets {
      resource.joined.sheetColumn = resource.joined.sheetColumn ?? "sheet"
    }
    if let headRows { resource.dialect.head = headRows }
    resource.dialect.filledDown += filledDown
    if let unpivot = unpivot.flatMap({ Unpivot($0) }) { resource.unpivot = unpivot }
  }
}

/// A file's table as JSON records with typed values, without a site around it.
///
/// Columns that are marked private, or look so, are left out, which is told. There are no records
/// where the file holds no table.
///
/// - Parameter descriptor: a Data Package descriptor that describes the file; without one, types
///   are inferred from the values.
package func readRecords(
  _ path: String, descriptor: String? = nil, at place: TablePlace = TablePlace(),
  workshop: Workshop? = nil
) throws -> Outcome<[UInt8]?> {
  let reading = try TableReading(path, descriptor: descriptor, at: place, workshop: workshop)
  return records(of: reading, descriptor: descriptor)
}

/// The records of a table that has been read.
func records(of reading: TableReading, descriptor: String?) -> Outcome<[UInt8]?> {
  var diagnostics = reading.diagnostics
  guard let table = reading.table else { return Outcome(nil, diagnostics) }
  if descriptor != nil, let hidden = Diagnostic.privateColumns(of: table) {
    diagnostics.add(hidden)
  }
  var bytes: [UInt8] = []
  jsonRecords(table) { bytes += $0 }
  return Outcome(bytes, diagnostics)
}

/// A file's table, read without a site around it.
struct TableReading {
  private(set) var files: [DataFile]
  private(set) var diagnostics = Diagnostics()
  private(set) var resource: Resource?
  private(set) var table: Table?

  /// Reads a table as a descriptor describes it or, without one, as its values tell.
  ///
  /// - Parameter isDraft: whether what its values tell is the draft that `inferDescriptor` makes.
  init(
    _ path: String, descriptor: String?, at place: TablePlace, isDraft: Bool = false,
    workshop: Workshop? = nil
  ) throws {
    let file = readable(DataFile(path: path, bytes: try FileSystem.read(path)), in: workshop)
    files = [file]
    let found =
      try descriptor.map { try describedResource($0, of: path) }
      ?? inferredResource(file, at: place, isDraft: isDraft)
    guard var resource = found.value(reportingTo: &diagnostics) else { return }
    place.say(in: &resource)
    if !resource.joined.furtherPaths.isEmpty {
      let folder = FilePath.parent(of: descriptor ?? path)
      files = try resource.paths.map { name in
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        return readable(DataFile(path: path, bytes: try FileSystem.read(path)), in: workshop)
      }
    }
    let read = readTable(files[0], beside: Array(files.dropFirst()), as: resource)
    table = read.value(reportingTo: &diagnostics)
    self.resource = resource
  }

  /// Reads a table as it has been found out to be read.
  init(_ file: DataFile, as found: Outcome<Resource?>) {
    files = [file]
    resource = found.value(reportingTo: &diagnostics)
    table = resource.flatMap { readTable(file, as: $0).value(reportingTo: &diagnostics) }
  }
}

/// The description of a file as its values tell it.
private func inferredResource(
  _ file: DataFile, at place: TablePlace, isDraft: Bool
) -> Outcome<Resource?> {
  var resource = Resource(name: "table", path: file.path)
  place.say(in: &resource)
  let inferred = inferSchema(file, as: resource, keepsHeadings: !isDraft, texts: place.texts)
  guard let draft = inferred.value else { return Outcome(nil, inferred.diagnostics) }
  // What inferring finds is found again when the table is read with its types.
  let told = [
    "column-left-out", "wide-table", "wide-columns", "mixed-column", "text-column",
    "text-of-nothing", "repeated-column", "list-of-persons", "mixed-shares", "heading-number",
  ]
  let leftOut = inferred.diagnostics.all.filter { told.contains($0.code) }
  let package = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: draft))
  return Outcome(
    package.value.resources.first, Diagnostics(leftOut + package.diagnostics.all))
}

/// The description that a descriptor gives of a file: by its path from the descriptor's folder, by
/// its name alone, or as the only one.
private func describedResource(
  _ descriptor: String, of path: String
) throws(DiskError) -> Outcome<Resource?> {
  let source = SourceFile(path: descriptor, bytes: try FileSystem.read(descriptor))
  let folder = FilePath.parent(of: descriptor)
  let outcome = PackageDescriptor.parse(source) { name in
    (try? FileSystem.read("\(folder)/\(name)")).map {
      SourceFile(path: "\(folder)/\(name)", bytes: $0)
    }
  }
  let resources = outcome.value.resources
  func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
  let exact = resources.filter { $0.paths.contains { plain("\(folder)/\($0)") == plain(path) } }
  let named = resources.filter { name($0.path) == name(path) }
  let chosen =
    exact.first ?? (named.count == 1 ? named[0] : nil)
    ?? (resources.count == 1 ? resources[0] : nil)
  guard chosen != nil || resources.isEmpty else {
    let unknown = Diagnostic.undescribedFile(
      path, among: resources.map(\.path), at: .file(path: descriptor))
    return Outcome(nil, Diagnostics(outcome.diagnostics.all + [unknown]))
  }
  return Outcome(chosen, outcome.diagnostics)
}

/// The parts of a path that lead somewhere.
private func plain(_ path: String) -> [Substring] {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return parts
}

/// A draft of the description of a file's table, in YAML.
package func inferDescriptor(
  _ path: String, at place: TablePlace = TablePlace(), workshop: Workshop? = nil
) throws -> Outcome<String?> {
  let file = readable(DataFile(path: path, bytes: try FileSystem.read(path)), in: workshop)
  var resource = Resource(name: draftName(of: path), path: path)
  place.say(in: &resource)
  let outcome = draftTable(file, as: resource, texts: place.texts)
  var found = outcome.diagnostics
  guard let draft = outcome.value else { return Outcome(nil, found) }
  if !draft.mixed.isEmpty {
    // What is none of the type that its column has is told cell by cell.
    var typed = draft.resource
    let text = SourceFile(path: "datapackage.yaml", text: draft.document)
    typed.schema = PackageDescriptor.parse(text).value.resources.first?.schema
    let mistakes = readTable(file, as: typed).diagnostics.all.filter { mistake in
      guard mistake.severity == .error, case .cell(_, _, _, let column?) = mistake.place else {
        return false
      }
      return draft.mixed.contains(column) || draft.resource.unpivot != nil
    }
    found.merge(Diagnostics(mistakes.filter { !found.all.contains($0) }))
  }
  return Outcome(draft.document, found)
}
