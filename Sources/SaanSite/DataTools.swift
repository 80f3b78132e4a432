import SaanData
import SaanText

/// What is wrong with the tables of a site, without looking at its pages.
package func checkData(_ tree: SourceTree, _ options: BuildOptions) async throws -> Diagnostics {
  var diagnostics = tree.diagnostics
  let settings = loadSettings(tree).value(reportingTo: &diagnostics)
  _ = try await loadData(
    tree, options, allowing: settings?.allowance ?? .nothing
  ).value(reportingTo: &diagnostics)
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
  let data = try await loadData(
    tree, options, allowing: settings?.allowance ?? .nothing
  ).value(reportingTo: &diagnostics)
  let found = settings.map { applyRules($0.rules, to: diagnostics) } ?? diagnostics
  guard !found.hasErrors else { return Outcome(nil, found) }
  guard !data.figures.observations.isEmpty else {
    return Outcome(nil, Diagnostics(found.all + [.nothingToRelease]))
  }
  let path = "\(releasesFolder)/\(options.today.iso).json"
  let bytes = DataRelease(data.figures).json
  if let old = tree.files[path], old.bytes != bytes {
    return Outcome(nil, Diagnostics(found.all + [.releaseExists(path)]))
  }
  guard tree.files[path] == nil else { return Outcome(path, found) }
  try FileSystem.makeDirectories("\(source)/\(releasesFolder)")
  try FileSystem.create("\(source)/\(path)", bytes)
  return Outcome(path, found)
}

/// A file's table as JSON records with typed values, without a site around it.
///
/// - Parameter descriptor: a Data Package descriptor that describes the file; without one, types
///   are inferred from the values.
package func readRecords(
  _ path: String, descriptor: String? = nil
) throws -> Outcome<[UInt8]> {
  var diagnostics = Diagnostics()
  let file = DataFile(path: path, bytes: try FileSystem.read(path))
  let text = try descriptor.map { path throws(DiskError) in
    SourceFile(path: path, bytes: try FileSystem.read(path))
  }
  // What inferring finds is found again when the table is read with its types.
  let inferred = text == nil ? inferSchema(file, keepsHeadings: true) : Outcome(nil)
  let schema = text ?? inferred.value.map { SourceFile(path: "datapackage.yaml", text: $0) }
  guard let schema else { return Outcome([], inferred.diagnostics) }
  let package = PackageDescriptor.parse(schema).value(reportingTo: &diagnostics)
  let name = path.split(separator: "/").last.map(String.init) ?? path
  let resource = package.resources.first { $0.path == name } ?? package.resources.first
  guard let resource else { return Outcome([], diagnostics) }
  let table = readTable(file, as: resource).value(reportingTo: &diagnostics)
  var bytes: [UInt8] = []
  if let table { jsonRecords(table) { bytes += $0 } }
  return Outcome(bytes, diagnostics)
}

/// A draft of the description of a file's table, in YAML.
package func inferDescriptor(_ path: String) throws -> Outcome<String?> {
  inferSchema(DataFile(path: path, bytes: try FileSystem.read(path)))
}
