import SaanText

/// The area of each row of a register, looked up once.
struct RegisterAreas: Sendable {
  /// By row; of a row whose area is empty, the province that it names beside; -1 where it has none.
  let areas: [Int32]
  /// What rows write for an area that is spelt otherwise.
  private(set) var misspelt: [String: AreaID] = [:]

  init(_ table: Table, _ graph: AreaTable) {
    guard let column = table.column("area") else {
      areas = Array(repeating: -1, count: table.count)
      return
    }
    let province = table.fields.indices.first { table.namesProvinces($0) }
    var known: [String: Int32] = [:]
    var misspelt: [String: AreaID] = [:]
    areas = table.rows.map { row in
      guard let code = row.string(column) ?? province.flatMap({ row.string($0) }) else { return -1 }
      if let area = known[code] { return area }
      let area = graph.nearest(code)
      known[code] = area?.stored ?? -1
      if let area, !graph.isSpelt(code, as: area) { misspelt[code] = area }
      return area?.stored ?? -1
    }
    self.misspelt = misspelt
  }
}

extension Table {
  /// Whether a column of texts is published and holds provinces, as its name or headings say.
  package func namesProvinces(_ column: Int) -> Bool {
    let field = fields[column]
    let headings = [field.name, field.title?.exact(.thai) ?? ""] + field.aliases
    return field.type == .string && !field.isPrivate
      && headings.contains { ["province", "จังหวัด"].contains($0) }
  }
}
