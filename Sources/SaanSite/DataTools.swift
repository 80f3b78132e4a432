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

/// The folder that `checkData` needs; reading no more of the site makes it quick.
package let dataFolders = ["content/data"]

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
  /// The sheet of a workbook that has several.
  package var sheet: String?
  /// The rows of the head, where title rows stand above it or it has several levels.
  package var headRows: ClosedRange<Int>?

  /// Makes a place.
  package init(sheet: String? = nil, headRows: ClosedRange<Int>? = nil) {
    self.sheet = sheet
    self.headRows = headRows
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
  var diagnostics = Diagnostics()
  let file = readable(DataFile(path: path, bytes: try FileSystem.read(path)), in: workshop)
  let found =
    try descriptor.map { try describedResource($0, of: path) }
    ?? inferredResource(file, at: place)
  guard var resource = found.value(reportingTo: &diagnostics) else {
    return Outcome(nil, diagnostics)
  }
  resource.sheet = place.sheet ?? resource.sheet
  if let rows = place.headRows { resource.dialect.head = rows }
  guard let table = readTable(file, as: resource).value(reportingTo: &diagnostics) else {
    return Outcome(nil, diagnostics)
  }
  if descriptor != nil, let hidden = Diagnostic.privateColumns(of: table) {
    diagnostics.add(hidden)
  }
  var bytes: [UInt8] = []
  jsonRecords(table) { bytes += $0 }
  return Outcome(bytes, diagnostics)
}

/// The description of a file as its values tell it.
private func inferredResource(_ file: DataFile, at place: TablePlace) -> Outcome<Resource?> {
  let inferred = inferSchema(
    file, sheet: place.sheet, headRows: place.headRows, keepsHeadings: true)
  guard let draft = inferred.value else { return Outcome(nil, inferred.diagnostics) }
  // What inferring finds is found again when the table is read with its types.
  let leftOut = inferred.diagnostics.all.filter { $0.code == "column-left-out" }
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
  let exact = resources.filter { plain("\(folder)/\($0.path)") == plain(path) }
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
  inferSchema(
    readable(DataFile(path: path, bytes: try FileSystem.read(path)), in: workshop),
    sheet: place.sheet, headRows: place.headRows)
}
