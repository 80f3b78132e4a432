import SaanText

/// A package's description together with its tables.
///
/// A table that could not be read is not in it, though its resource is: that tells a table with a
/// mistake, which has been told, from one that was never named.
package struct DataPackage: Sendable {
  package let descriptor: PackageDescriptor
  /// The tables that could be read, in the order of the resources.
  package let tables: [Table]
  /// The gazetteer's places below its tables; `nil` where the site has only its own.
  package internal(set) var places: PlaceTables?

  /// The table of a resource.
  package subscript(_ name: String) -> Table? { tables.first { $0.name == name } }

  /// The positions of the tables that the descriptor itself names.
  ///
  /// What nobody has described is used for pages but not handed out.
  package var describedTables: [Int] {
    let described = Set(descriptor.resources.filter { $0.span != nil }.map(\.name))
    return tables.indices.filter { described.contains(tables[$0].name) }
  }

  /// The package without the tables that nobody has described.
  package var described: DataPackage {
    with(describedTables.map { tables[$0] })
  }
}

/// What is known of the areas that tables speak of, as far as the site names any.
package struct PlaceTables: Sendable {
  let areas: Table?
  let groups: Table?
}

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
  let folder = descriptor.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let outcomes = try await concurrentMap(descriptor.resources, jobs: jobs) { resource in
    let path = normalized(folder + resource.path.split(separator: "/"))
    guard let path, let file = file(path) else {
      return Outcome<Table?>(
        nil,
        Diagnostics([
          .missingFile(resource.path, resource: resource.name, at: resource.span?.place)
        ]))
    }
    return readTable(file, as: resource, limits: limits, allowing: allowance)
  }
  var found = Diagnostics()
  let tables = outcomes.compactMap { $0.value(reportingTo: &found) }
  let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  let references = try await concurrentMap(tables, jobs: jobs) {
    checkForeignKeys(
      of: $0, among: byName, knowsPlaces: knowsPlaces, limit: limits.mistakesPerColumn)
  }
  for diagnostics in references { found.merge(diagnostics) }
  return Outcome(DataPackage(descriptor: descriptor, tables: tables), found)
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
