import SaanText

extension DataRule {
  static let areas = DataRule(
    "unknown-area", .error,
    Wording(
      en: "every row names its area by a code of the areas table",
      th: "ทุกแถวระบุพื้นที่ด้วยรหัสในตาราง areas")
  ) { statistics, _ in
    var suggestions: [String: AreaID?] = [:]
    return statistics.rowsWithUnknownArea { $0.meant.count < 2 }.map { found in
      let near = suggestions[found.code] ?? statistics.areas.suggestion(for: found.code)
      suggestions[found.code] = near
      return .unknownArea(
        found.code, in: statistics.areas, suggestion: found.meant.first ?? near, at: found.place)
    }
  }

  static let municipalities = DataRule(
    "unlisted-municipality", .note,
    Wording(
      en: "the municipalities that rows lie in are in the areas table",
      th: "เทศบาลที่แถวอยู่มีในตาราง areas")
  ) { statistics, _ in
    statistics.package.tables.compactMap { table in
      guard let found = statistics.registerAreas[table.name]?.municipalities, !found.isEmpty,
        let column = table.column("area")
      else { return nil }
      return .unlistedMunicipalities(
        found.map(\.text), count: found.reduce(0) { $0 + $1.count },
        at: table[found[0].first].place(column))
    }
  }

  static let placeNames = DataRule(
    "unknown-place", .warning,
    Wording(
      en: "the provinces that a register names are in the areas table",
      th: "จังหวัดที่เขียนไว้ในทะเบียนมีอยู่ในตาราง areas")
  ) { statistics, _ in
    guard statistics.areas.all.contains(where: { $0.areaClass == .province }) else { return [] }
    return statistics.package.tables.flatMap { table -> [Diagnostic] in
      guard table.isRegister else { return [] }
      return table.fields.indices.filter { table.namesProvinces($0) }.flatMap { column in
        table.rowsByText(column) { statistics.areas.isNowhere($0) }.map { found in
          .unknownPlace(
            found.text, in: statistics.areas,
            suggestion: statistics.areas.suggestion(for: found.text),
            count: found.count, at: table[found.first].place(column))
        }
      }
    }
  }

  static let areaProvinces = DataRule(
    "area-contradiction", .warning,
    Wording(
      en: "a row's area lies in the province that the row names",
      th: "พื้นที่ของแถวอยู่ในจังหวัดที่แถวนั้นระบุ")
  ) { statistics, _ in
    statistics.package.tables.flatMap { table -> [Diagnostic] in
      guard let areas = statistics.registerAreas[table.name]?.areas, table.isRegister
      else { return [] }
      return table.fields.indices.filter { table.namesProvinces($0) }.flatMap { column in
        table.contradictions(areas, column, in: statistics.areas).map { found in
          .areaContradiction(
            statistics.areas.all[found.area],
            in: statistics.areas.province(around: found.area),
            province: statistics.areas.all[found.province], count: found.count,
            at: table[found.first].place(column))
        }
      }
    }
  }

  static let ambiguousAreas = DataRule(
    "ambiguous-area", .error,
    Wording(
      en: "an area is not named by a name that several areas share",
      th: "ไม่ระบุพื้นที่ด้วยชื่อที่ซ้ำกันหลายแห่ง")
  ) { statistics, _ in
    statistics.rowsWithUnknownArea { $0.meant.count > 1 }.map { found in
      .ambiguousArea(
        found.code, areas: found.meant.map { statistics.areas.all[$0] }, in: statistics.areas,
        at: found.place)
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

extension AreaTable {
  /// Whether one of two areas is the other or lies in it.
  fileprivate func touch(_ one: AreaID, _ other: AreaID) -> Bool {
    one == other || ancestors[one].contains(other) || ancestors[other].contains(one)
  }

  /// The province that an area lies in.
  fileprivate func province(around area: AreaID) -> Area? {
    ancestors[area].lazy.map { self.all[$0] }.first { $0.areaClass == .province }
  }

  /// Whether a text is the name or code of no area, as it is spelt.
  fileprivate func isNowhere(_ text: String) -> Bool {
    nearest(text) == nil && meant(by: text).isEmpty
  }
}

extension Table {
  /// Whether its rows lie in areas, and are none themselves.
  fileprivate var isRegister: Bool {
    column("area") != nil && KnownTable.named(name)?.name != "areas"
  }

  /// The pairs of an area and a province that it does not lie in, with the first row and how many
  /// have it.
  fileprivate func contradictions(
    _ areas: [Int32], _ column: Int, in graph: AreaTable
  ) -> [(area: AreaID, province: AreaID, first: Int, count: Int)] {
    struct Pair: Hashable {
      let area: AreaID
      let province: AreaID
    }
    var provinces: [String: AreaID?] = [:]
    var found: [Pair: (first: Int, count: Int)] = [:]
    for row in rows {
      guard let area = AreaID(stored: areas[row.index]), let text = row.string(column)
      else { continue }
      let named = provinces[text] ?? graph.nearest(text)
      provinces[text] = named
      guard let province = named, !graph.touch(area, province) else { continue }
      found[Pair(area: area, province: province), default: (row.index, 0)].count += 1
    }
    return found.map { ($0.key.area, $0.key.province, $0.value.first, $0.value.count) }
      .sorted { $0.2 < $1.2 }
  }

  /// The different texts of a column that a closure wants, with the first row and how many have it.
  fileprivate func rowsByText(
    _ column: Int, where isWanted: (String) -> Bool
  ) -> [(text: String, first: Int, count: Int)] {
    var verdicts: [String: Bool] = [:]
    var found: [String: (first: Int, count: Int)] = [:]
    for row in rows {
      guard let text = row.string(column) else { continue }
      let verdict = verdicts[text] ?? isWanted(text)
      verdicts[text] = verdict
      if verdict { found[text, default: (row.index, 0)].count += 1 }
    }
    return found.map { ($0.key, $0.value.first, $0.value.count) }.sorted { $0.1 < $1.1 }
  }
}

/// A row whose area code is not known.
private struct UnknownArea {
  let code: String
  /// The areas that it may mean.
  let meant: [AreaID]
  let place: Place
}

extension Statistics {
  /// The rows whose area is no code; where a foreign key tells of it already, only those whose text
  /// is an area's name, for which there is more to say.
  fileprivate func rowsWithUnknownArea(_ isWanted: (UnknownArea) -> Bool) -> [UnknownArea] {
    package.tables.flatMap { table in
      // Keys of these two tables are checked as keys unless the gazetteer is below them.
      !areas.isWhole && ["areas", "area_groups"].contains(table.name)
        ? [] : table.columnsOfAreas.flatMap { unknownAreas(in: table, $0).filter(isWanted) }
    }
  }

  private func unknownAreas(in table: Table, _ column: Int) -> [UnknownArea] {
    let isRegister =
      table.column("area") == column && !RegisterAreas.exactTables.contains(table.name)
    let isCoverage = table.name == KnownTable.coverage
    let hasKey = !areas.isWhole && table.keyOfAreas(column)
    let rowAreas = isRegister ? registerAreas[table.name]?.areas ?? [] : []
    return table.rows.compactMap { row in
      guard !isRegister || rowAreas[row.index] < 0, let code = row.string(column),
        areas.index(code).map({ isCoverage && areas.all[$0].areaClass == .together }) ?? true
      else { return nil }
      let found = UnknownArea(code: code, meant: candidates(code), place: row.place(column))
      if hasKey, found.meant.isEmpty, areas.namesake(of: code) == nil { return nil }
      return found
    }
  }

  /// What a text that is no code may mean: a name, or the code with ISO's prefix.
  private func candidates(_ text: String) -> [AreaID] {
    if text.hasPrefix("TH-"), let area = areas.index(String(text.dropFirst(3))) { return [area] }
    let meant = areas.meant(by: text)
    return meant.isEmpty ? areas.named(text) : meant
  }
}
