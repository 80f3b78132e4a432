import SaanText

extension DataRule {
  static let areas = DataRule(
    "unknown-area", .error,
    Wording(
      en: "every row names its area by a code of the areas table",
      th: "ทุกแถวระบุพื้นที่ด้วยรหัสในตาราง areas")
  ) { statistics, _ in
    statistics.rowsWithUnknownArea { $0.named.count < 2 }.map { found in
      .unknownArea(
        found.code,
        suggestion: (found.named.first ?? statistics.areas.suggestion(for: found.code)).map {
          statistics.areas.all[$0]
        },
        codes: statistics.areas.codes, at: found.place)
    }
  }

  static let ambiguousAreas = DataRule(
    "ambiguous-area", .error,
    Wording(
      en: "an area is not named by a name that several areas share",
      th: "ไม่ระบุพื้นที่ด้วยชื่อที่ซ้ำกันหลายแห่ง")
  ) { statistics, _ in
    statistics.rowsWithUnknownArea { $0.named.count > 1 }.map { found in
      .ambiguousArea(
        found.code, areas: found.named.map { statistics.areas.all[$0] }, at: found.place)
    }
  }

  static let areaNames = DataRule(
    "area-name-mismatch", .error,
    Wording(
      en: "an area's name beside its code is the name of that code",
      th: "ชื่อพื้นที่ข้างรหัสตรงกับรหัส")
  ) { statistics, _ in
    statistics.package.tables.flatMap { table -> [Diagnostic] in
      guard let code = table.column("area"), let name = table.column("area_name") else { return [] }
      return table.rows.compactMap { row in
        guard let written = row.string(name),
          let area = row.string(code).flatMap({ statistics.areas.index($0) })
        else { return nil }
        let named = statistics.areas.named(written)
        guard !named.contains(area) else { return nil }
        return .areaNameMismatch(
          written, area: statistics.areas.all[area],
          named: named.first.map { statistics.areas.all[$0] }, at: row.place(name))
      }
    }
  }
}

/// A row whose area code is not known.
private struct UnknownArea {
  let code: String
  let named: [Int]
  let place: Place
}

extension Statistics {
  /// The rows whose area is no code; where a foreign key tells of it already, only those whose text
  /// is an area's name, for which there is more to say.
  fileprivate func rowsWithUnknownArea(_ isWanted: (UnknownArea) -> Bool) -> [UnknownArea] {
    package.tables.flatMap { table -> [UnknownArea] in
      guard let column = table.column("area"), table.name != "area_groups" else { return [] }
      let isExact = ["observations", KnownTable.coverage].contains(table.name)
      let hasKey = table.schema.foreignKeys.contains { $0.fields == ["area"] }
      let rowAreas = registerAreas[table.name]?.areas ?? []
      return rowAreas.indices.compactMap { index in
        guard isExact || rowAreas[index] < 0, let code = table[index].string(column),
          areas.index(code) == nil
        else { return nil }
        let row = table[index]
        let found = UnknownArea(code: code, named: candidates(code), place: row.place(column))
        if hasKey, found.named.isEmpty { return nil }
        return isWanted(found) ? found : nil
      }
    }
  }

  /// What a text that is no code may mean: a name, or the code with ISO's prefix.
  private func candidates(_ text: String) -> [Int] {
    if text.hasPrefix("TH-"), let area = areas.index(String(text.dropFirst(3))) { return [area] }
    return areas.named(text)
  }
}
