import SaanText

extension DataPackage {
  /// The tables as a release knew them: its rows in place of today's, and no rows of registers, of
  /// which a release keeps totals alone.
  ///
  /// Today's sources and indicators that came later stay, for today's texts name them; they have no
  /// values, and none is computed of them. A release of an earlier version holds numbers: what a
  /// value counts, in words and units of its own, is taken from today's row of the same value. What
  /// is said today of how complete a register is holds of none that the release does not know.
  package func asPublished(_ release: DataRelease, withoutRowsOf registers: Set<String>)
    -> DataPackage
  {
    let areas = self.areas
    let kept =
      release.isWhole
      ? DataRelease.wholeTables : ["observations", "corrections", KnownTable.coverage]
    return DataPackage(
      descriptor: descriptor.withCoverage(
        of: self[KnownTable.coverage] == nil
          ? release.rows.filter { $0.table == KnownTable.coverage } : [], areas),
      tables: tables.compactMap { table in
        if registers.contains(table.name) { return table.replacing([], path: table.path) }
        guard kept.contains(table.name) else { return table }
        let rows = release.rows.filter { $0.table == table.name }
        let today = table.rows.lazy.map { ReleasedRow($0, areas) }
        let path = release.date.map { "\(DataRelease.folder)/\($0.iso).json" } ?? table.path
        guard release.isWhole else {
          return table.replacing(rows.wordedLike(today, areas), path: path)
        }
        let ids = Set(rows.compactMap { $0["id"] })
        let later =
          ["sources", "indicators"].contains(table.name)
          ? today.filter { row in row["id"].map { !ids.contains($0) } ?? false } : []
        return table.replacing(rows + later.map { $0.without("dataset") }, path: path)
      }, places: places)
  }
}

extension DataRelease {
  /// Where releases are kept.
  package static let folder = "content/data/releases"

  /// The values that cannot be shown since their indicator, area or source is in no table any more.
  package func lostValues(in statistics: Statistics) -> [ReleasedRecord] {
    records.filter { record in
      record.kind == .value
        && (statistics.indicator(record.indicator) == nil || statistics.area(record.area) == nil
          || record.source.map { statistics.source($0) == nil } ?? true)
    }
  }
}

extension [ReleasedRow] {
  /// The rows with what today's rows of the same values say of what they count.
  fileprivate func wordedLike(
    _ today: some Sequence<ReleasedRow>, _ areas: AreaTable
  ) -> [ReleasedRow] {
    let words: Set<String> = ["as_of_basis", "name", "unit"]
    let known = Dictionary(
      today.compactMap { row in
        ReleasedRecord(row).map { ($0.key, row) }
      }, uniquingKeysWith: { first, _ in first })
    return map { row in
      guard let key = ReleasedRecord(row)?.key, let same = known[key] else {
        return row
      }
      return row.adding(
        same.cells.filter { cell in
          words.contains(cell.column.split(separator: "@").first.map(String.init) ?? "")
        })
    }
  }
}

extension Table {
  /// The same table with other rows.
  fileprivate func replacing(_ rows: [ReleasedRow], path: String) -> Table? {
    var resource = Resource(name: name, path: path, schema: schema)
    resource.format = "json"
    resource.language = language
    let records = rows.map { row in
      JSONDocument.object(row.cells.map { (key: $0.column, value: .text($0.text)) })
    }
    // What is wrong with the rows was told when they were written; nobody can put them right now.
    let file = DataFile(path: path, bytes: JSONDocument.list(records).bytes)
    return readTable(file, as: resource).value
  }
}
