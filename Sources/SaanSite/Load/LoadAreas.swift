import SaanData
import SaanText

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
