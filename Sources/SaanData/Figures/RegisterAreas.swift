/// The area of each row of a register, looked up once.
struct RegisterAreas: Sendable {
  /// By row; -1 where the row has none.
  let areas: [Int32]
  /// What rows write for an area that is spelt otherwise.
  private(set) var misspelt: [String: Int] = [:]

  init(_ table: Table, _ graph: AreaTable) {
    guard let column = table.column("area") else {
      areas = Array(repeating: -1, count: table.count)
      return
    }
    var known: [String: Int32] = [:]
    var misspelt: [String: Int] = [:]
    areas = table.rows.map { row in
      guard let code = row.string(column) else { return -1 }
      if let area = known[code] { return area }
      let area = Int32(graph.nearest(code) ?? -1)
      known[code] = area
      if area >= 0, !graph.isSpelt(code, as: Int(area)) { misspelt[code] = Int(area) }
      return area
    }
    self.misspelt = misspelt
  }
}
