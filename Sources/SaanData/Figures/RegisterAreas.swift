import SaanText

/// The area of each row of a register, looked up once.
struct RegisterAreas: Sendable {
  /// By row; of a row whose area is empty, the province that it names beside; -1 where it has none.
  let areas: [Int32]
  /// What rows write for an area that is spelt otherwise.
  private(set) var misspelt: [String: AreaID] = [:]
  /// The first row of each area that rows name as such: none of the areas inside it is known to
  /// lack that row.
  private(set) var rowsByArea: [AreaID: Int] = [:]

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
    for row in table.rows {
      guard let area = AreaID(stored: areas[row.index]), rowsByArea[area] == nil else { continue }
      // A longer code is of an area inside it that the areas table does not go down to.
      let code = row.string(column) ?? ""
      if code.utf8.count > graph.all[area].code.utf8.count, code.utf8.allSatisfy(isDigit) {
        continue
      }
      rowsByArea[area] = row.index
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension Table {
  /// Whether a column of texts is published and holds provinces, as its name or headings say.
  package func namesProvinces(_ column: Int) -> Bool {
    let field = fields[column]
    let headings = [field.name, field.title?.exact(.thai) ?? ""] + field.aliases
    return field.type == .string && !field.isPrivate
      && headings.contains { ["province", "จังหวัด"].contains($0) }
  }
}
