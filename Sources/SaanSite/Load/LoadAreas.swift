import SaanData
import SaanText

/// Reads `areas: {scope: [32, R-south], divisions: [codi]}`: how much of the gazetteer a site uses;
/// `scope: own` is nothing but its own table.
func readGazetteerSettings(_ reader: inout MappingReader) -> GazetteerSettings {
  var settings = GazetteerSettings()
  guard let node = reader.node("areas") else { return settings }
  var part = MappingReader(node, subject: Wording(en: "areas", th: "areas "))
  let scope = part.texts("scope")
  if scope.map(\.value) == ["own"] {
    settings.scope = .ownTable
  } else if !scope.isEmpty {
    settings.scope = .areas(scope)
  }
  for name in part.texts("divisions") {
    if let division = Gazetteer.Division(rawValue: name.value) {
      settings.divisions.insert(division)
    } else {
      part.add(
        .unknownChoice("divisions", name, among: Gazetteer.Division.allCases.map(\.rawValue)))
    }
  }
  reader.merge(part.finish())
  return settings
}

/// What is wrong with the areas' addresses, with what they lie in, and with where they are.
func checkAreas(_ areas: Table?) -> [Diagnostic] {
  let rows = areas?.rows.map { $0 } ?? []
  let slugs = rows.compactMap { row -> Diagnostic? in
    guard let slug = row.string("slug"), !isSlug(slug) else { return nil }
    return .badSlug(slug, at: row.place("slug"))
  }
  return slugs + circles(among: rows) + rows.flatMap(misplaced)
}

/// Areas that lie in themselves, by way of others or at once; each circle is told once.
private func circles(among rows: [Row]) -> [Diagnostic] {
  let byCode = Dictionary(rows.map { ($0.string("code") ?? "", $0) }) { first, _ in first }
  var settled = Set<String>()
  return rows.compactMap { row in
    var way: [String] = []
    var next = row.string("code")
    while let code = next, byCode[code] != nil, !settled.contains(code) {
      if let start = way.firstIndex(of: code) {
        settled.formUnion(way)
        return .areasInCircle(Array(way[start...]), at: (byCode[code] ?? row).place("parent"))
      }
      way.append(code)
      next = byCode[code]?.string("parent")
    }
    settled.formUnion(way)
    return nil
  }
}

/// Coordinates that are nowhere on the earth.
private func misplaced(_ row: Row) -> [Diagnostic] {
  [("lat", 90), ("lon", 180)].compactMap { name, limit in
    guard let column = row.table.column(name), let degrees = row.exactNumber(column),
      degrees > ExactNumber(limit) || degrees < ExactNumber(-limit)
    else { return nil }
    return .beyondWorld(name, degrees.plain, limit, at: row.place(name))
  }
}
