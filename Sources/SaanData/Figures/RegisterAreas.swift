/// The area of each row of a register, looked up once.
struct RegisterAreas {
  /// By row; -1 where the row has none.
  let areas: [Int32]

  init(_ table: Table, _ graph: AreaGraph) {
    guard let column = table.column("area") else {
      areas = Array(repeating: -1, count: table.count)
      return
    }
    var known: [String: Int32] = [:]
    areas = table.rows.map { row in
      guard let code = row.string(column) else { return -1 }
      if let area = known[code] { return area }
      let area = Int32(graph.nearest(code) ?? -1)
      known[code] = area
      return area
    }
  }
}
