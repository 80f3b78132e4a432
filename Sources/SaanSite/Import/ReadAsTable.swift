import SaanData
import SaanModel
import SaanText

/// A file's table as JSON records, read as `data import` reads it for one of the tables that the
/// site or the program knows.
package func readRecords(
  _ path: String, to name: String, at place: TablePlace, _ tree: SourceTree,
  _ options: BuildOptions
) async throws -> Outcome<[UInt8]?> {
  records(of: try await readAsTable(path, to: name, at: place, tree, options), descriptor: nil)
}

/// How each value of a row of a file came to be, read as `data import` reads it for one of the
/// tables that the site or the program knows.
package func explainRow(
  _ row: Int, of path: String, to name: String, at place: TablePlace, _ tree: SourceTree,
  _ options: BuildOptions, _ language: MessageLanguage
) async throws -> Outcome<String?> {
  let reading = try await readAsTable(path, to: name, at: place, tree, options)
  let areas = tree.gazetteer.map {
    allAreas(of: DataPackage.empty, in: $0, GazetteerSettings())
  }
  return explain(row, of: path, reading, areas, language)
}
