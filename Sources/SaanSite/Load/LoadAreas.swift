import SaanData
import SaanText

/// Reads `content/data/areas.csv`, the table of the country, its regions and provinces.
func loadAreas(_ tree: SourceTree) -> Outcome<AreaTable> {
  guard let file = tree.files["content/data/areas.csv"] else { return Outcome(AreaTable()) }
  var diagnostics = Diagnostics()
  let table = readTable(DataFile(path: file.path, bytes: file.bytes), as: Resource.areas).value(
    reportingTo: &diagnostics)
  let areas = (table?.rows.map { $0 } ?? []).compactMap { row -> Area? in
    guard let code = row.string("code"), let name = row.string("name"),
      let areaClass = row.string("class").flatMap(Area.Class.init)
    else { return nil }
    let tile = row.integer("tile_col").flatMap { column in
      row.integer("tile_row").map { (column: column, row: $0) }
    }
    return Area(
      code: code, areaClass: areaClass, name: row.localized("name") ?? Localized(name),
      abbreviation: row.localized("abbr"), parent: row.string("parent"),
      slug: row.string("slug") ?? code.lowercased(), iso: row.string("iso"), tile: tile,
      districtsCount: row.integer("districts"), subdistrictsCount: row.integer("subdistricts"))
  }
  return Outcome(AreaTable(areas), diagnostics)
}

extension Row {
  /// A column with its translation: `name` is Thai, `name@en` English.
  fileprivate func localized(_ name: String) -> Localized<String>? {
    let thai = string(name).map { (tag: Language.Tag?.some(.thai), value: $0) }
    let english = string("\(name)@en").map { (tag: Language.Tag?.some(.english), value: $0) }
    return Localized([thai, english].compactMap { $0 })
  }
}
