import SaanText

/// A package's description together with its tables.
///
/// A table that could not be read is not in it, though its resource is: that tells a table with a
/// mistake, which has been told, from one that was never named.
package struct DataPackage: Sendable {
  package let descriptor: PackageDescriptor
  /// The tables that could be read, in the order of the resources.
  package let tables: [Table]
  /// The areas that it speaks of, with the gazetteer's places below its tables; `nil` where the
  /// site has only its own.
  package internal(set) var places: (any PlacesOfPackage)?

  /// A package without tables.
  package static let empty = DataPackage(
    descriptor: PackageDescriptor(path: "datapackage.yaml"), tables: [])

  /// The table of a resource.
  package subscript(_ name: String) -> Table? { tables.first { $0.name == name } }

  /// The positions of the tables that are handed out: those that the descriptor itself names, and
  /// those of what was asked of parties, answered and promised, with where that is known from.
  ///
  /// What nobody has described is used for pages but not handed out; of those tables pages show
  /// every row, and the program knows their columns.
  package var publishedTables: [Int] {
    var names = Set(descriptor.resources.filter { $0.span != nil }.map(\.name))
    let tracked = tables.filter { KnownColumns.tracked.contains($0.name) && $0.count > 0 }
    if !tracked.isEmpty { names.formUnion(tracked.map(\.name) + ["sources"]) }
    return tables.indices.filter { names.contains(tables[$0].name) }
  }

  /// The package without the tables that are not handed out.
  package var published: DataPackage {
    with(publishedTables.map { tables[$0] })
  }
}

/// The areas that tables speak of, which are made once for all who ask for them.
package protocol PlacesOfPackage: AnyObject, Sendable {}

extension DataPackage {
  /// The package with its tables' texts written out in which figures are stated; `nil` where there
  /// is none.
  package func writingFigures(
    _ words: (String, Language.Tag, Place) -> String
  ) -> DataPackage? {
    let tables = tables.map { $0.writingFigures(words) }
    guard zip(tables, self.tables).contains(where: { $0.storage !== $1.storage }) else {
      return nil
    }
    return with(tables)
  }

  /// The package with other tables.
  func with(_ tables: [Table]) -> DataPackage {
    DataPackage(descriptor: descriptor, tables: tables, places: places)
  }
}

extension DataPackage {
  /// The package with its description in another wording, titles of columns and all.
  package func described(by descriptor: PackageDescriptor) -> DataPackage {
    DataPackage(
      descriptor: descriptor,
      tables: tables.map { table in
        descriptor.resource(table.name)?.schema.map(table.wording) ?? table
      }, places: places)
  }
}

/// The tables of a package as they were read, each with what was found in it: of those whose file
/// and description are the same the next reading takes them over.
package struct ReadTables: Sendable {
  fileprivate struct Reading {
    let files: [DataFile]
    let resource: Resource
    let outcome: Outcome<Table?>
  }

  private var readings: [String: Reading] = [:]

  fileprivate init(_ readings: [Reading?]) {
    self.readings = Dictionary(
      readings.compactMap { $0 }.map { ($0.resource.name, $0) }
    ) { first, _ in first }
  }

  /// Whether a file was read as one of them.
  package func hold(_ path: String) -> Bool {
    readings.values.contains { $0.files.contains { $0.path == path } }
  }

  /// The table of a file that was read, as the file is now.
  ///
  /// - Parameter allowance: what it was read with.
  /// - Returns: `nil` where it is no table by itself, or something is wrong with it.
  package func rereading(_ file: DataFile, allowing allowance: ContactAllowance) -> Table? {
    let known = readings.values.filter { $0.files.contains { $0.path == file.path } }
    guard known.count == 1, known[0].files.count == 1, let resource = known.first?.resource
    else { return nil }
    let outcome = readTable(file, as: resource, allowing: allowance)
    return outcome.diagnostics.hasErrors ? nil : outcome.value
  }

  fileprivate func reading(_ files: [DataFile], as resource: Resource) -> Reading? {
    guard let known = readings[resource.name], known.files.map(\.path) == files.map(\.path),
      known.resource.isRead(as: resource),
      zip(known.files, files).allSatisfy({ $0.bytes == $1.bytes })
    else { return nil }
    return known
  }
}

extension Resource {
  /// Whether a file would be read as the same table.
  fileprivate func isRead(as other: Resource) -> Bool {
    name == other.name && path == other.path && format == other.format
      && encoding == other.encoding && dialect == other.dialect && sheet == other.sheet
      && joined == other.joined && unpivot == other.unpivot && schema == other.schema
      && language == other.language && span == other.span
  }
}

/// Reads all tables of a package, on up to `jobs` tasks, and checks the keys between them.
///
/// - Parameters:
///   - allowance: what the site publishes on purpose.
///   - knowsPlaces: whether areas are looked up in the gazetteer, once the tables are read.
///   - file: gives the file at a path relative to the site's folder; `nil` when there is none.
package func loadPackage(
  _ descriptor: PackageDescriptor, jobs: Int, limits: DataLimits = DataLimits(),
  allowing allowance: ContactAllowance = .nothing, knowsPlaces: Bool = false,
  file: @escaping @Sendable (String) -> DataFile?
) async throws -> Outcome<DataPackage> {
  try await readPackage(
    descriptor, jobs: jobs, limits: limits, allowing: allowance, knowsPlaces: knowsPlaces,
    after: nil, file: file
  ).package
}

/// The same with what the next reading may take over.
///
/// - Parameter former: what was read before, within the same limits and with the same allowance.
package func readPackage(
  _ descriptor: PackageDescriptor, jobs: Int, limits: DataLimits = DataLimits(),
  allowing allowance: ContactAllowance, knowsPlaces: Bool, after former: ReadTables?,
  file: @escaping @Sendable (String) -> DataFile?
) async throws -> (package: Outcome<DataPackage>, tables: ReadTables) {
  let folder = descriptor.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let readings = try await concurrentMap(descriptor.resources, jobs: jobs) {
    resource -> ReadTables.Reading? in
    let files = resource.paths.compactMap { path in
      normalized(folder + path.split(separator: "/")).flatMap(file)
    }
    guard files.count == resource.paths.count else { return nil }
    return former?.reading(files, as: resource)
      ?? ReadTables.Reading(
        files: files, resource: resource,
        outcome: readTable(
          files[0], beside: Array(files.dropFirst()), as: resource, limits: limits,
          allowing: allowance))
  }
  var found = Diagnostics()
  let tables = zip(descriptor.resources, readings).compactMap { resource, reading -> Table? in
    if let reading { return reading.outcome.value(reportingTo: &found) }
    for path in resource.paths
    where normalized(folder + path.split(separator: "/")).flatMap(file) == nil {
      found.add(.missingFile(path, resource: resource.name, at: resource.span?.place))
    }
    return nil
  }
  let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  let references = try await concurrentMap(tables, jobs: jobs) {
    checkForeignKeys(
      of: $0, among: byName, knowsPlaces: knowsPlaces, limit: limits.mistakesPerColumn)
  }
  for diagnostics in references { found.merge(diagnostics) }
  return (
    Outcome(DataPackage(descriptor: descriptor, tables: tables), found), ReadTables(readings)
  )
}

/// The path without `.` and `..`; `nil` when it leads out of the site's folder.
private func normalized(_ parts: some Sequence<Substring>) -> String? {
  var path: [Substring] = []
  for part in parts {
    switch part {
    case ".", "": continue
    case "..":
      guard path.popLast() != nil else { return nil }
    default: path.append(part)
    }
  }
  return path.joined(separator: "/")
}
