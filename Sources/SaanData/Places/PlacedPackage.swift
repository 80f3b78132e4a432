import SaanText

/// Puts the gazetteer's places below the tables of a package: its areas become those that the site
/// uses, and whatever names an area says its code.
///
/// All districts are there, for the page of a province lists them; no subdistrict is read unless a
/// table or a text names a place in its district, and then all of that are there, so that counts
/// are whole.
///
/// - Parameter mentioned: what texts call the areas that they name.
package func placed(
  _ package: DataPackage, in gazetteer: Gazetteer, _ settings: GazetteerSettings,
  mentioned: Set<String> = []
) -> Outcome<DataPackage> {
  guard settings.scope != .ownTable else {
    return Outcome(package.with(package.tables.map { $0.namingAreasByCode(package.areas) }))
  }
  var placer = Placer(package, gazetteer, settings)
  let (areas, table) = placer.areas(naming: package.namedAreas.union(mentioned))
  var tables = package.tables.map { $0.namingAreasByCode(areas) }
  var descriptor = package.descriptor
  if let table {
    if let own = package["areas"], package.descriptor.resource("areas")?.span != nil {
      let described = table.described(like: own)
      tables = tables.map { $0.name == "areas" ? described ?? $0 : $0 }
    } else {
      tables.removeAll { $0.name == "areas" }
      tables.append(table)
    }
    if descriptor.resource("areas") == nil {
      descriptor.add([Resource(name: "areas", path: table.path, schema: table.schema)])
    }
  }
  var result = DataPackage(descriptor: descriptor, tables: tables)
  result.places = areas
  return Outcome(result, Diagnostics(placer.found))
}

/// All areas of the country that a site is about, those below provinces too.
package func allAreas(
  of package: DataPackage, in gazetteer: Gazetteer?, _ settings: GazetteerSettings
) -> AreaTable {
  guard let gazetteer, settings.scope != .ownTable else { return package.areas }
  return Placer(package, gazetteer, settings).table(below: nil).areas
}

/// Chooses the places of a site.
private struct Placer {
  let gazetteer: Gazetteer
  let settings: GazetteerSettings
  let own: Table?
  let groups: Table?
  var found: [Diagnostic] = []
  /// The provinces that the site is about; `nil` for all.
  private var provinces: Set<String>?
  /// The regions that these lie in, and the country.
  private var around: Set<String> = []

  init(_ package: DataPackage, _ gazetteer: Gazetteer, _ settings: GazetteerSettings) {
    (self.gazetteer, self.settings, own) = (gazetteer, settings, package["areas"])
    groups = gazetteer.groups(settings.divisions, and: package["area_groups"])
    if case .areas(let names) = settings.scope { narrow(to: names) }
  }

  /// What charts call areas of one class, and scopes of indicators the class.
  private static let groups = Set(
    AreaClass.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] } + ["countries"])

  /// Finds the provinces that the settings name, alone or by their regions.
  private mutating func narrow(to names: [Located<String>]) {
    let all = table(below: nil).areas
    var provinces: Set<AreaID> = []
    for name in names {
      guard let area = all.index(name.value) else {
        found.append(
          .unknownArea(
            name.value, in: all, suggestion: all.suggestion(for: name.value), at: name.span.place))
        continue
      }
      provinces.formUnion(
        all.all(.province).map(\.id).filter { $0 == area || all.ancestors[$0].contains(area) })
    }
    self.provinces = Set(provinces.map { all.all[$0].code })
    around = Set(provinces.flatMap { all.ancestors[$0] }.map { all.all[$0].code }).union(["TH"])
  }

  /// The areas, down to those that some texts name.
  mutating func areas(naming texts: Set<String>) -> (areas: AreaTable, table: Table?) {
    let wide = table(below: [])
    var districts: Set<String> = []
    let words = Self.groups.union(wide.areas.all.compactMap(\.scheme))
    let names = texts.subtracting(words).filter { text in
      if text.isCode {
        if text.utf8.count >= 6 { districts.insert(String(text.prefix(4))) }
        return false
      }
      return wide.areas.index(text) == nil
    }
    if !names.isEmpty {
      let all = table(below: nil).areas
      var unknown = 0
      for name in names.sorted() {
        let known = all.known(by: name)
        if known.isEmpty { unknown += 1 }
        // To look for near names takes long; a table with more mistakes has another cause.
        let found = known.isEmpty && unknown <= 100 ? all.near(name) : known
        for area in found.flatMap({ [$0] + all.ancestors[$0] })
        where all.all[area].areaClass == .district { districts.insert(all.all[area].code) }
      }
    }
    return districts.isEmpty ? wide : table(below: districts)
  }

  /// The areas with the subdistricts of some districts; with all of them without.
  func table(below districts: Set<String>?) -> (areas: AreaTable, table: Table?) {
    var lines = AreaLines(own: own)
    func isWithin(_ code: Substring) -> Bool {
      provinces?.contains(String(code.prefix(2))) ?? true
    }
    lines.add(.areas, of: gazetteer) { isWithin($0) || around.contains(String($0)) }
    if settings.divisions.contains(.codi) {
      lines.add(.codiRegions, of: gazetteer) { _ in provinces == nil }
    }
    lines.add(.districts, of: gazetteer, where: isWithin)
    if districts?.isEmpty != true {
      lines.add(.subdistricts, of: gazetteer) { code in
        isWithin(code) && districts?.contains(String(code.prefix(4))) ?? true
      }
    }
    let table = lines.table(path: own?.path)
    return (AreaTable(areas: table, groups: groups, isWhole: true), table)
  }
}

extension String {
  /// Whether it is made of digits alone.
  fileprivate var isCode: Bool { utf8.allSatisfy { $0 &- 0x30 < 10 } }
}

extension AreaTable {
  /// The areas that a text means, or may mean.
  fileprivate func known(by text: String) -> [AreaID] {
    meant(by: text) + (around(municipality: text).map { [$0] } ?? [])
  }

  /// The areas that a text comes near to.
  fileprivate func near(_ text: String) -> [AreaID] {
    named(text) + (suggestion(for: text).map { [$0] } ?? [])
      + (namesake(of: text).map { [$0.area.id] } ?? [])
  }
}

extension Gazetteer {
  /// The provinces in the regions of other divisions, with those that the site groups itself.
  fileprivate func groups(_ divisions: Set<Division>, and own: Table?) -> Table? {
    guard divisions.contains(.codi) else { return own }
    var csv = Array("group,area,basis\n".utf8)
    var count = 0
    let mine = Set(
      (own?.rows ?? Table.noRows).map { "\($0.string("group") ?? ""),\($0.string("area") ?? "")," })
    for line in lines(.codiGroups) {
      let text = String(decoding: line, as: UTF8.self)
      if mine.contains(where: text.hasPrefix) { continue }
      csv += line
      csv.append(UInt8(ascii: "\n"))
      count += 1
    }
    for row in own?.rows ?? Table.noRows {
      csv.appendCSVRow(["group", "area", "basis"].map { row.string($0) })
      count += 1
    }
    return madeTable(
      csv, Array(repeating: 0, count: count), name: "area_groups", path: Table.gazetteerPath,
      schema: KnownTable.named("area_groups")?.schema(among: []))
  }
}

extension DataPackage {
  /// What the tables call the areas that they name.
  fileprivate var namedAreas: Set<String> {
    var found: Set<String> = []
    for table in tables {
      for name in ["areas", "scope", "whole_area", "part_area"] {
        guard let column = table.column(name) else { continue }
        for row in table.rows { row.string(column).map { found.formUnion($0.listed) } }
      }
      for column in table.columnsOfAreas { table.addTexts(of: column, to: &found) }
      // A place that the site corrects does not stand there alone.
      for name in ["code", "parent", "group"] where ["areas", "area_groups"].contains(table.name) {
        table.column(name).map { table.addTexts(of: $0, to: &found) }
      }
      found.formUnion(table.namedPlaces().map { $0.text })
    }
    // Scopes may be those of organisations.
    for row in rows("organisations") {
      if let id = row.string("id") { found.remove(id) }
    }
    return found.filter { !$0.contains(":") }
  }
}

extension Table {
  fileprivate func addTexts(of column: Int, to found: inout Set<String>) {
    var former: String?
    for row in rows {
      guard let text = row.string(column), text != former else { continue }
      former = text
      found.insert(text)
    }
  }

  /// The rows of areas as a site describes them: in its columns, with what its own table has.
  fileprivate func described(like own: Table) -> Table? {
    let mine = Dictionary(
      own.rows.map { ($0.string("code") ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    var csv: [UInt8] = []
    csv.appendCSVRow(own.fields.map(\.name))
    for row in rows {
      let former = mine[row.string("code") ?? ""]
      csv.appendCSVRow(
        own.fields.map { field in
          former?.string(field.name)
            ?? row.localized(field.baseName).flatMap { $0.exact(field.language ?? own.language) }
            ?? row.string(field.name)
        })
    }
    return madeTable(
      csv, storage.numbers, name: own.name, path: own.path, schema: own.schema,
      language: own.language)
  }
}
