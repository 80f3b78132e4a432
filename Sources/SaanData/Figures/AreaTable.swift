import SaanText

/// The place of an area in the areas table.
package typealias AreaID = ID<Area>

/// A place that the site has figures and pages about: the country, a region, a province.
package struct Area: Sendable {
  /// Its position in the table.
  package let id: AreaID
  /// The code of the `areas` table: `TH`, a region's name, or the Ministry of Interior's digits.
  package let code: String
  package let areaClass: AreaClass
  package let name: Localized<String>
  package private(set) var abbreviation: Localized<String>?
  /// What else it is called: old names, common misspellings.
  package private(set) var otherNames: [String] = []
  package private(set) var postalCode: String?
  /// The area that it lies in.
  package fileprivate(set) var parent: AreaID?
  /// The division of the country that a region belongs to.
  package private(set) var scheme: String?
  package let slug: String
  /// The ISO 3166-2 code, such as `TH-32`.
  package private(set) var iso: String?
  /// Column and row on the tile map, from 0.
  package private(set) var tile: (column: Int, row: Int)?
  /// How many provinces it has, of the country or a region.
  package private(set) var provincesCount: Int?
  package private(set) var districtsCount: Int?
  package private(set) var subdistrictsCount: Int?
  /// The id of the source that the row is taken from.
  package private(set) var source: String?
}

extension Area {
  /// The country, which is there without a table too.
  fileprivate init(countryAt id: AreaID) {
    let names: [(tag: Language.Tag?, value: String)] = [
      (.thai, "ประเทศไทย"), (.english, "Thailand"),
    ]
    self.init(
      id: id, code: "TH", areaClass: .country,
      name: Localized(names) ?? Localized("TH"), slug: "th")
  }

  /// Several areas that values belong to jointly.
  init(together members: [Area], at id: AreaID) {
    let names: [(tag: Language.Tag?, value: String)] = [Language.thai, .english].map { language in
      (language.tag, Prose(language).places(members.map { $0.name[language.tag] }))
    }
    let code = members.map(\.code).joined(separator: "; ")
    self.init(
      id: id, code: code, areaClass: .together, name: Localized(names) ?? Localized(code),
      slug: "")
  }

  /// Reads a row of the `areas` table, but not what the area lies in.
  fileprivate init?(_ row: Row, at id: AreaID) {
    guard let code = row.string("code"), let name = row.localized("name"),
      let areaClass = row.string("class").flatMap(AreaClass.init), areaClass != .together
    else { return nil }
    self.init(
      id: id, code: code, areaClass: areaClass, name: name,
      abbreviation: row.localized("abbr"),
      otherNames: row.string("also").map { $0.listed } ?? [], postalCode: row.string("postal_code"),
      scheme: row.string("region_scheme"),
      slug: row.string("slug").map { isSlug($0) ? $0 : "part-\(row.index)" } ?? code.lowercased(),
      iso: row.string("iso"),
      tile: row.integer("tile_col", in: KnownTable.tiles).flatMap { column in
        row.integer("tile_row", in: KnownTable.tiles).map { (column: column, row: $0) }
      }, provincesCount: row.integer("provinces", in: KnownTable.counts),
      districtsCount: row.integer("districts", in: KnownTable.counts),
      subdistrictsCount: row.integer("subdistricts", in: KnownTable.counts),
      source: row.string("source"))
  }
}

/// The areas in the table's order and how they nest.
///
/// A class, though nothing of it ever changes: every page asks it for its place, and a copy of a
/// struct counts a reference for each of its tables.
package final class AreaTable: PlacesOfPackage {
  package let all: [Area]
  /// The areas directly in each.
  package let children: ByID<Area, [AreaID]>
  /// The areas directly in each, parted by class and division: regions of one scheme stand
  /// together.
  package let divisions: ByID<Area, [[AreaID]]>
  /// Everything that each lies in: its parents up to the country, and the groups of these.
  package let ancestors: ByID<Area, [AreaID]>
  /// The areas that values belong to jointly, beyond those of the table and among them.
  private let joint: JointAreas
  private let hasTable: Bool
  /// Whether all places of the country stand in the table or are known not to: a code that is not
  /// there is a mistake.
  package let isWhole: Bool
  let indices: [String: AreaID]
  /// The areas by their names as they are spelt, but for spaces and the word for a class.
  private let areasBySpelling: Lazily<[String: [AreaID]]>
  /// The areas by their names, whatever the spelling.
  let areasByName: Lazily<[String: [AreaID]]>
  /// The areas by what else they go by: slug and ISO code.
  private let aliases: [String: AreaID]

  /// Reads the `areas` and `area_groups` tables; of two areas with one code the first counts.
  ///
  /// - Parameter isWhole: whether the tables hold what the gazetteer has of the places in question.
  package init(areas: Table?, groups: Table? = nil, isWhole: Bool = false) {
    let nesting = AreaNesting(areas, groups)
    self.isWhole = isWhole
    all = nesting.all
    children = nesting.children
    divisions = nesting.divisions()
    ancestors = nesting.all.byID { nesting.ancestors(of: $0.id) }
    hasTable = nesting.hasTable
    indices = nesting.indices
    aliases = nesting.aliases
    // Most sites name areas by their codes, and thousands of names take long to part.
    let bySpelling = Lazily { [all] in
      var found: [String: [AreaID]] = [:]
      for area in all {
        for name in Set((area.name.all + area.otherNames).flatMap(AreaName.spellings)) {
          found[name, default: []].append(area.id)
        }
      }
      return found
    }
    areasBySpelling = bySpelling
    areasByName = Lazily {
      var byName: [String: [AreaID]] = [:]
      for (name, areas) in bySpelling.value { byName[foldedForSearch(name), default: []] += areas }
      return byName.mapValues { Array(Set($0)).sorted() }
    }
    joint = JointAreas()
  }

  /// The areas of a table, and beyond them those that stand for several jointly.
  private init(_ base: AreaTable, _ joint: JointAreas) {
    self.joint = joint
    all = base.all + joint.added
    children = ByID(base.children.all + joint.added.map { _ in [] })
    divisions = ByID(base.divisions.all + joint.added.map { _ in [] })
    ancestors = ByID(base.ancestors.all + joint.added.map { joint.around[$0.id] ?? [] })
    hasTable = base.hasTable
    isWhole = base.isWhole
    indices = base.indices.merging(joint.added.map { ($0.code, $0.id) }) { known, _ in known }
    areasBySpelling = base.areasBySpelling
    areasByName = base.areasByName
    aliases = base.aliases
  }

  /// These areas and one for each list that values belong to jointly, in the order of their codes.
  func adding(together lists: [[AreaID]]) -> AreaTable {
    lists.isEmpty ? self : AreaTable(self, JointAreas(lists, in: self))
  }

  // MARK: Which there are

  /// The areas that a table names; none while there is none and the country stands alone, of which
  /// figures can be but no pages.
  package var described: [Area] {
    hasTable ? Array(all.prefix(all.count - joint.added.count)) : []
  }

  /// The areas of one class.
  package func all(_ areaClass: AreaClass) -> [Area] { all.filter { $0.areaClass == areaClass } }

  /// The regions that provinces lie in; the country may be divided in other ways beside.
  package var regions: [Area] {
    let parents = Set(all(.province).compactMap(\.parent))
    return all(.region).filter { parents.contains($0.id) }
  }

  /// What an area lies in.
  package func parent(of area: Area) -> Area? { area.parent.map { all[$0] } }

  /// What an area lies in, from the nearest to its province.
  package func path(upFrom area: Area) -> [Area] {
    var path: [Area] = []
    var next = parent(of: area)
    while let area = next, ![.country, .region].contains(area.areaClass), path.count < 4 {
      path.append(area)
      next = parent(of: area)
    }
    return path
  }

  // MARK: By what they are called

  /// The area that a text means, as long as a table names areas.
  package subscript(text: String) -> Area? {
    guard hasTable, let area = index(text).map({ all[$0] }) else { return nil }
    return area.areaClass == .together ? nil : area
  }

  /// The area that a text means: its code, its slug or ISO code, or a name that no other area has,
  /// alone or with the names of what it lies in; of several with semicolons the one that stands for
  /// them.
  package func index(_ text: String) -> AreaID? {
    if let index = indices[text] ?? aliases[text] { return index }
    if text.utf8.contains(UInt8(ascii: ";")) {
      let areas = Allocation(text, self)
      return areas.isSound ? together(areas.members) : nil
    }
    let found = meant(by: text)
    return found.count == 1 ? found[0] : nil
  }

  /// The areas that a text may mean as it is spelt.
  package func meant(by text: String) -> [AreaID] {
    if let index = indices[text] ?? aliases[text] { return [index] }
    let found = meant(by: PlaceName(text))
    guard found.isEmpty, text.contains(where: \.isWhitespace) else { return found }
    return meant(by: PlaceName(text, splitsSpaces: true))
  }

  /// The areas of a name as it is spelt; none of another class than a word in it says.
  func spelt(_ name: AreaName) -> [AreaID] {
    let found = (areasBySpelling.value[name.rest] ?? []).filter { all[$0].agrees(with: name) }
    if !found.isEmpty { return found }
    return (aliases[name.rest] ?? indices[name.rest]).map { [$0] }?
      .filter { all[$0].agrees(with: name) } ?? []
  }

  /// The area that a row belongs to: the one of its code or, where the table does not go so deep,
  /// the next wider one that the digits name; of a municipality that no table names, its district.
  package func nearest(_ code: String) -> AreaID? {
    if let index = index(code) ?? around(municipality: code) { return index }
    guard !isWhole, code.utf8.count > 2, code.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    for length in [6, 4, 2] where length < code.utf8.count {
      guard let wider = indices[String(code.prefix(length))] else { continue }
      let digits = length + 2
      let goesDeeper = children[wider].contains { all[$0].code.utf8.count == digits }
      return goesDeeper ? nil : wider
    }
    return nil
  }

  /// The areas of a name, with or without the word for their class: `สุรินทร์`, `จังหวัดสุรินทร์`; none
  /// of another class than such a word says.
  package func named(_ name: String) -> [AreaID] { named(AreaName(name)) }

  func named(_ name: AreaName) -> [AreaID] {
    (areasByName.value[name.folded] ?? []).filter { all[$0].agrees(with: name) }
  }

  /// The area of a name that the word before it says to be of another class, as `ตำบลตรัง` says of
  /// the province `ตรัง`, and the class that it says.
  package func namesake(of name: String) -> (area: Area, written: AreaClass)? {
    let written = AreaName(name)
    guard let areaClass = written.areaClass, named(written).isEmpty,
      let index = areasByName.value[written.folded]?.first ?? aliases[written.folded],
      !all[index].agrees(with: written)
    else { return nil }
    return (all[index], areaClass)
  }

  /// The codes, for suggestions.
  package var codes: [String] { all.filter { $0.areaClass != .together }.map(\.code) }

  // MARK: Several jointly

  /// Which areas have values jointly, of the one that stands for them; `nil` of all others.
  package func members(of area: AreaID) -> [AreaID]? { joint.members[area] }

  /// The areas of which a joint value is told: those that it belongs to, and the districts and
  /// provinces that hold some of these and not all.
  package func told(together area: AreaID) -> [AreaID] {
    let members = members(of: area) ?? []
    let whole = around(together: area) + [area]
    var told = members
    for place in members.flatMap({ ancestors[$0] }) {
      guard [.province, .district].contains(all[place].areaClass), !whole.contains(place),
        !told.contains(place)
      else { continue }
      told.append(place)
    }
    return told
  }

  /// The wider areas that hold all areas of a joint value.
  func around(together area: AreaID) -> [AreaID] { joint.around[area] ?? [] }

  /// The area that stands for several, in the order of their codes.
  func together(_ members: [AreaID]) -> AreaID? { joint.standing[members] }

  /// The area that stands for those that a cell lists between semicolons.
  func together(_ list: String) -> AreaID? { listed(list).flatMap(together) }

  /// The areas that a text lists between semicolons, where a value can belong to all of them,
  /// whether or not one does; `nil` of other texts.
  package func listed(_ text: String) -> [AreaID]? {
    guard text.contains(";") else { return nil }
    let several = Allocation(text, self)
    return several.isSound ? several.members : nil
  }
}

/// What two tables say of the areas and how they nest.
private struct AreaNesting {
  private(set) var all: [Area] = []
  private(set) var children = ByID<Area, [AreaID]>([])
  private(set) var indices: [String: AreaID] = [:]
  private(set) var aliases: [String: AreaID] = [:]
  let hasTable: Bool
  private var groups = ByID<Area, [AreaID]>([])

  init(_ areas: Table?, _ groups: Table?) {
    let rows = areas?.rows ?? Table.noRows
    for row in rows {
      guard let area = Area(row, at: AreaID(all.count)), indices[area.code] == nil else { continue }
      indices[area.code] = area.id
      for alias in [row.string("slug"), area.iso].compactMap({ $0 }) where aliases[alias] == nil {
        aliases[alias] = area.id
      }
      all.append(area)
    }
    hasTable = !all.isEmpty
    if !hasTable {
      all = [Area(countryAt: AreaID(0))]
      indices["TH"] = all[0].id
    }
    for row in rows {
      guard let index = row.string("code").flatMap({ indices[$0] }),
        let parent = row.string("parent").flatMap({ find($0) }), parent != index
      else { continue }
      all[index].parent = parent
    }
    children = ByID(repeating: [], for: all)
    for area in all { area.parent.map { children[$0].append(area.id) } }
    readGroups(groups)
  }

  /// The area of a code or, where there is none, the only one of a name.
  private func find(_ text: String) -> AreaID? {
    if let area = indices[text] ?? aliases[text] { return area }
    let named = all.filter { $0.name.all.contains(text) }
    return named.count == 1 ? named[0].id : nil
  }

  private mutating func readGroups(_ table: Table?) {
    groups = ByID(repeating: [], for: all)
    for row in table?.rows ?? Table.noRows {
      guard let group = row.string("group").flatMap({ find($0) }),
        let area = row.string("area").flatMap({ find($0) }), group != area
      else { continue }
      groups[area].append(group)
      children[group].append(area)
    }
  }

  /// The areas directly in each, parted by class and division.
  ///
  /// A division that leaves out provinces which another one has is no division of the whole: a
  /// coast, a basin.
  func divisions() -> ByID<Area, [[AreaID]]> {
    children.map { children in
      let parted = Dictionary(grouping: children) {
        "\(all[$0].areaClass.rawValue)/\(all[$0].scheme ?? "")"
      }.sorted { $0.key < $1.key }.map(\.value)
      let covered = parted.map { covers($0) }
      return zip(parted, covered).filter { $1 == covered.max() }.map(\.0)
    }
  }

  /// How many provinces lie in a division.
  private func covers(_ division: [AreaID]) -> Int {
    Set(division.flatMap { all[$0].areaClass == .province ? [$0] : children[$0] }).count
  }

  func ancestors(of index: AreaID) -> [AreaID] {
    var found: [AreaID] = []
    var waiting = (all[index].parent.map { [$0] } ?? []) + groups[index]
    while let next = waiting.popLast() {
      guard next != index, !found.contains(next) else { continue }
      found.append(next)
      waiting += (all[next].parent.map { [$0] } ?? []) + groups[next]
    }
    return found
  }
}
