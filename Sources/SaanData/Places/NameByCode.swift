import SaanText

extension Table {
  /// The places that the rows' columns name together, each with its names and the row; none without
  /// such columns, and of rows whose `area` says the place already.
  func namedPlaces() -> [(row: Int, place: PlaceName, text: String)] {
    let columns = AreaColumns.classes.compactMap { kind in
      schema.areaColumns.fields[kind].flatMap { column($0) }.map { (kind: kind, column: $0) }
    }
    guard !columns.isEmpty else { return [] }
    let area = column("area")
    return rows.compactMap { row in
      guard area.map(row.isMissing) ?? true else { return nil }
      let names = columns.compactMap { kind, column in
        row.string(column).map { AreaName($0, in: kind) }
      }
      let words = columns.compactMap { kind, column in
        row.string(column).map { AreaName($0).areaClass == nil ? kind.thaiWord + $0 : $0 }
      }
      return names.isEmpty ? nil : (row.index, PlaceName(names), words.joined(separator: " "))
    }
  }

  /// The table with the codes of areas in place of their names, and with a column `area` where
  /// several columns name them together.
  ///
  /// What means no area, or several, stays as it is written, to be told; so does a municipality
  /// that no table names, whose district the row counts for.
  package func namingAreasByCode(_ areas: AreaTable) -> Table {
    guard !["areas", "area_groups"].contains(name) else { return self }
    var writer = AreaWriter(self, areas)
    let places = namedPlaces()
    if !places.isEmpty || !schema.areaColumns.isEmpty && column("area") == nil {
      writer.add(places)
    }
    for column in columnsOfAreas { writer.rewrite(column) }
    return writer.table
  }
}

extension AreaClass {
  /// The word that stands before a name of the class.
  fileprivate var thaiWord: String {
    switch self {
    case .province: "จ."
    case .district: "อ."
    case .subdistrict: "ต."
    case .municipality: "เทศบาล"
    case .country, .region, .together: ""
    }
  }
}

/// Writes codes into a table's columns of areas.
private struct AreaWriter {
  private let original: Table
  private let areas: AreaTable
  private var schema: TableSchema
  private var columns: [Column]
  private var headers: [String?]
  private var rewritten: [UInt8]
  private var written: [WrittenCell: CellSpan]
  private var isChanged = false
  /// Where the code of a text lies that was written before; `nil` where the text stays.
  private var spans: [String: CellSpan?] = [:]

  init(_ table: Table, _ areas: AreaTable) {
    (original, self.areas, schema) = (table, areas, table.schema)
    (columns, headers) = (table.storage.columns, table.storage.headers)
    (rewritten, written) = (table.storage.rewritten, table.storage.written)
  }

  var table: Table {
    isChanged
      ? original.with(schema, columns, headers: headers, rewritten: rewritten, written: written)
      : original
  }

  private mutating func append(_ text: String) -> CellSpan {
    let start = rewritten.count
    rewritten += text.utf8
    return CellSpan(start: start, count: rewritten.count - start, isRewritten: true)
  }

  /// Fills the column `area` of rows whose other columns name the place.
  mutating func add(_ places: [(row: Int, place: PlaceName, text: String)]) {
    var column = Column(type: .string)
    var cells = Array(repeating: CellSpan.empty, count: original.count)
    var index = columns.count
    if let own = original.column("area"), case .text(let spans) = columns[own].storage {
      (column, cells, index) = (columns[own], spans, own)
    } else {
      for row in 0..<original.count { column.missing.set(row) }
      schema.fields.append(Field(name: "area", title: Self.title))
      let names = AreaColumns.classes.compactMap { schema.areaColumns.fields[$0] }
      let narrowest = names.first.flatMap { original.column($0) }
      headers.append(narrowest.flatMap { headers[$0] })
      columns.append(column)
    }
    for (row, place, text) in places {
      column.missing.clear(row)
      if let known = spans[text] {
        cells[row] = known ?? .empty
      } else {
        let found = areas.meant(by: place)
        let span = append(found.count == 1 ? areas.all[found[0]].code : text)
        spans[text] = span
        cells[row] = span
      }
    }
    column.storage = .text(cells)
    columns[index] = column
    spans = [:]
    isChanged = true
  }

  private static let title: Localized<String>? = Localized([
    (tag: Language.Tag?.some(.thai), value: "พื้นที่"),
    (tag: Language.Tag?.some(.english), value: "Area"),
  ])

  /// Puts codes in place of the names in a column.
  mutating func rewrite(_ index: Int) {
    guard index < original.fields.count, case .text(var cells) = columns[index].storage else {
      return
    }
    var isNew = false
    for row in original.rows {
      let isCode = row.withUTF8(index) { $0.allSatisfy { $0 &- 0x30 < 10 } } ?? true
      guard !isCode, let text = row.string(index), let span = code(of: text) else { continue }
      written[WrittenCell(column: index, row: row.index)] = cells[row.index]
      cells[row.index] = span
      isNew = true
    }
    guard isNew else { return }
    columns[index].storage = .text(cells)
    isChanged = true
  }

  /// Where the code lies that a text means; `nil` where it is one, or means none.
  private mutating func code(of text: String) -> CellSpan? {
    if let known = spans[text] { return known }
    let found = areas.index(text).map { areas.all[$0] }
    guard let found, found.code != text, found.areaClass != .together else {
      spans.updateValue(nil, forKey: text)
      return nil
    }
    let span = append(found.code)
    spans.updateValue(span, forKey: text)
    return span
  }
}
