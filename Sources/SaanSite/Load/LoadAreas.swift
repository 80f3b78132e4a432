import SaanData
import SaanText

/// What is wrong with the areas' own words for their addresses.
func checkSlugs(of areas: Table?) -> [Diagnostic] {
  (areas?.rows.map { $0 } ?? []).compactMap { row in
    guard let slug = row.string("slug"), !isSlug(slug) else { return nil }
    return .badSlug(slug, at: row.place("slug"))
  }
}

extension AreaTable {
  /// Reads the table of the country, its regions and provinces; none gives no areas.
  init(_ table: Table?) {
    self.init((table?.rows.map { $0 } ?? []).compactMap { Area($0) })
  }
}

extension Area {
  fileprivate init?(_ row: Row) {
    guard let code = row.string("code"), let name = row.localized("name"),
      let areaClass = row.string("class").flatMap(Class.init)
    else { return nil }
    self.init(
      code: code, areaClass: areaClass, name: name, abbreviation: row.localized("abbr"),
      parent: row.string("parent"), scheme: row.string("region_scheme"),
      slug: row.string("slug").map { isSlug($0) ? $0 : "part-\(row.index)" } ?? code.lowercased(),
      iso: row.string("iso"),
      tile: row.integer("tile_col", in: KnownTable.tiles).flatMap { column in
        row.integer("tile_row", in: KnownTable.tiles).map { (column: column, row: $0) }
      }, districtsCount: row.integer("districts", in: KnownTable.counts),
      subdistrictsCount: row.integer("subdistricts", in: KnownTable.counts))
  }
}
