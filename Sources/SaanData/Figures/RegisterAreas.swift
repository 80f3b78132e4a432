import SaanText

/// The area of each row of a register, looked up once.
struct RegisterAreas: Sendable {
  /// By row; of a row whose area is empty, the province that it names beside; -1 where it has none.
  let areas: [Int32]
  /// The first row of each area that rows name as such: none of the areas inside it is known to
  /// lack that row.
  private(set) var rowsByArea: [AreaID: Int] = [:]
  /// The first row that names no area at all; it may be of any.
  private(set) var firstWithoutArea: Int?
  /// By row, the area that it counts in: one that names none counts in the country.
  private(set) var counted: [Int32]
  /// The municipalities that rows name and no table does, with the first row of each and how many
  /// it has.
  private(set) var municipalities: [(text: String, first: Int, count: Int)] = []

  init(_ table: Table, _ graph: AreaTable) {
    guard let column = table.column("area") else {
      areas = Array(repeating: -1, count: table.count)
      counted = areas
      return
    }
    let province = table.fields.indices.first { table.namesProvinces($0) }
    var known: [String: Int32] = [:]
    var unlisted: [String: (first: Int, count: Int)] = [:]
    areas = table.rows.map { row in
      guard let code = row.string(column) ?? province.flatMap({ row.string($0) }) else { return -1 }
      if let area = known[code] {
        unlisted[code]?.count += 1
        return area
      }
      let area = graph.nearest(code)
      known[code] = area?.stored ?? -1
      if graph.around(municipality: code) != nil { unlisted[code] = (row.index, 1) }
      return area?.stored ?? -1
    }
    municipalities = unlisted.map { ($0.key, $0.value.first, $0.value.count) }
      .sorted { $0.first < $1.first }
    counted = areas
    // What names an area that is not known is told of apart.
    if let country = graph.country {
      for row in table.rows where areas[row.index] < 0 && row.string(column) == nil {
        counted[row.index] = country.stored
        firstWithoutArea = firstWithoutArea ?? row.index
      }
    }
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

extension RegisterAreas {
  /// The areas that rows name as such, with the country where rows name none.
  func booked(in graph: AreaTable) -> Set<AreaID> {
    let country = firstWithoutArea == nil ? nil : graph.country
    return Set(rowsByArea.keys).union(country.map { [$0] } ?? [])
  }

  /// The tables whose rows are of the very area that they name, and of none around it.
  static let exactTables: Set<String> = ["observations", KnownTable.coverage]
}

extension Table {
  /// The columns whose cells are areas: `area`, and those whose foreign key leads to the areas.
  var columnsOfAreas: [Int] {
    fields.indices.filter { fields[$0].name == "area" || keyOfAreas($0) }
  }

  /// Whether a foreign key says that a column's cells are codes of areas.
  func keyOfAreas(_ column: Int) -> Bool {
    schema.foreignKeys.contains {
      $0.leadsToAreas(from: name) && $0.fields == [fields[column].name]
    }
  }

  /// Whether a column of texts is published and holds provinces, as its name or headings say.
  package func namesProvinces(_ column: Int) -> Bool {
    let field = fields[column]
    let headings = [field.name, field.title?.exact(.thai) ?? ""] + field.aliases
    return field.type == .string && !field.isPrivate
      && headings.contains { ["province", "จังหวัด"].contains($0) }
  }
}
