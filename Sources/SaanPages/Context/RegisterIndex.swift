import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What the pages of a register ask for again and again, worked out once: the order of its rows for
/// each language, the rows and sums of each area, and the texts that all its pages share.
package final class RegisterIndex: Sendable {
  let register: Register
  /// What its pages have in common, by language.
  let texts: ByID<Language, RegisterTexts>
  /// All rows in the reader's order, by language.
  package let rows: ByID<Language, [RowID]>
  /// The rows of each group in the reader's order, by language.
  private let rowsByGroup: ByID<Language, ByID<RegisterPlaces.Group, [RowID]>>
  /// The sums of each group, in the order of `register.totalled`.
  private let sums: ByID<RegisterPlaces.Group, [RegisterSum]>
  /// The groups that together hold the rows of an area.
  private let groupsByArea: [AreaID: [GroupID]]
  /// The rows in districts that have no lists of their own.
  private let rowsByDistrict: [AreaID: [RowID]]
  /// The sums of all rows.
  package let total: [RegisterSum]
  /// The names of the columns.
  let valueKeys: MapKeys

  /// Works out the index of a register.
  init(_ register: Register, _ site: Site, _ routes: Routes) {
    self.register = register
    let languages = site.settings.languages
    texts = languages.byID { RegisterTexts(register, site, routes, $0) }
    rows = languages.byID { registerOrder(register, for: $0) }
    rowsByGroup = rows.map { groupedRows($0, register.places) }
    (sums, total) = registerSums(register)
    let groups = makeGroupsByArea(register.places, site.areas)
    groupsByArea = groups
    rowsByDistrict = Dictionary(
      grouping: register.table.ids.flatMap { row in
        register.places.chain(ofRow: row).filter {
          site.areas.all[$0].areaClass == .district && groups[$0] == nil
        }.map { (district: $0, row: row) }
      }, by: \.district
    ).mapValues { $0.map(\.row) }
    valueKeys = MapKeys(register.fields.map(\.name))
  }

  /// The rows of a group in the reader's order.
  package func rows(of group: GroupID, language: LanguageID) -> [RowID] {
    rowsByGroup[language][group]
  }

  /// What a register has of an area.
  package struct Inside: Sendable {
    package let rows: Int
    package let sums: [RegisterSum]
    /// The group whose list is the area's own.
    package let group: GroupID?
  }

  /// The rows inside an area; the country's are all.
  package func inside(_ area: AreaID, _ areas: AreaTable) -> Inside {
    if areas.all[area].areaClass == .country {
      return Inside(rows: register.count, sums: total, group: nil)
    }
    if let rows = rowsByDistrict[area] {
      return Inside(rows: rows.count, sums: register.sums(of: rows), group: nil)
    }
    let groups = groupsByArea[area] ?? []
    return Inside(
      rows: groups.reduce(0) { $0 + register.places.groups[$1].count }, sums: sums(of: groups),
      group: groups.first { register.places.groups[$0].area == area })
  }

  /// The sums of some groups that do not overlap.
  private func sums(of groups: [GroupID]) -> [RegisterSum] {
    let none = [RegisterSum](repeating: RegisterSum(), count: register.totalled.count)
    return groups.reduce(none) { all, group in zip(all, sums[group]).map { $0.adding($1) } }
  }

  /// The sums of a group.
  package func sums(of group: GroupID) -> [RegisterSum] { sums[group] }
}

/// The groups that together hold the rows of an area: a district's own, else those of the provinces
/// and wider areas that it is or that lie in it.
private func makeGroupsByArea(_ places: RegisterPlaces, _ areas: AreaTable) -> [AreaID: [GroupID]] {
  var groups: [AreaID: [GroupID]] = [:]
  for group in places.groups.ids {
    guard let area = places.groups[group].area, areas.all[area].areaClass == .district else {
      continue
    }
    groups[area, default: []].append(group)
  }
  for group in places.tops {
    var next = places.groups[group].area
    // The bound is for tables whose areas lie in each other.
    for _ in 0..<8 {
      guard let area = next else { break }
      if areas.all[area].areaClass != .district, groups[area]?.last != group {
        groups[area, default: []].append(group)
      }
      next = areas.all[area].parent
    }
  }
  return groups
}

/// What the values of a column come to.
package struct RegisterSum: Sendable {
  /// `nil` when it is too large to be written.
  package private(set) var sum: ExactNumber? = .zero
  /// How many rows have a value.
  package private(set) var count = 0

  mutating func add(_ value: ExactNumber) {
    count += 1
    sum = sum.flatMap { $0.adding(value) }
  }

  func adding(_ other: RegisterSum) -> RegisterSum {
    var result = self
    result.count += other.count
    result.sum = sum.flatMap { sum in other.sum.flatMap { sum.adding($0) } }
    return result
  }
}

/// The rows of a register in the order that its settings ask for; equal ones go by their names.
private func registerOrder(_ register: Register, for language: Language) -> [RowID] {
  let table = register.table
  let name = register.name.map { RegisterTexts.Column($0, for: language) }
  let named = (0..<table.count).sorted(in: language) { row in
    name?.text(of: table[row])?.text ?? table[row].string(register.id) ?? ""
  }
  let isDescending = register.settings.order == .descending
  guard let sort = register.sort else {
    return (isDescending ? named.reversed() : named).map { RowID($0) }
  }
  let sorted: [Int]
  if sort.field.type == .string || sort.field.type == .any {
    let column = RegisterTexts.Column(sort, for: language)
    let (present, missing) = named.parted { column.text(of: table[$0]) != nil }
    let order = present.sorted(in: language) { column.text(of: table[$0])?.text ?? "" }
    sorted = (isDescending ? order.reversed() : order) + missing
  } else {
    let keys = named.map { table[$0].sortNumber(sort.column) }
    let positions = named.indices.sorted { left, right in
      guard let a = keys[left], let b = keys[right] else {
        return keys[left] != nil || (keys[right] == nil && left < right)
      }
      return a == b ? left < right : (a < b) != isDescending
    }
    sorted = positions.map { named[$0] }
  }
  return sorted.map { RowID($0) }
}

/// The rows of each group, in the order of all.
private func groupedRows(
  _ rows: [RowID], _ places: RegisterPlaces
) -> ByID<RegisterPlaces.Group, [RowID]> {
  var groups = places.groups.byID { group in
    var rows: [RowID] = []
    rows.reserveCapacity(group.count)
    return rows
  }
  for row in rows {
    if let province = places.province(ofRow: row) { groups[province].append(row) }
    if let district = places.district(ofRow: row) { groups[district].append(row) }
  }
  return groups
}

private func registerSums(_ register: Register) -> (
  byGroup: ByID<RegisterPlaces.Group, [RegisterSum]>, all: [RegisterSum]
) {
  let columns = register.totalled.map { register.fields[$0].column }
  let places = register.places
  let none = [RegisterSum](repeating: RegisterSum(), count: columns.count)
  var groups = ByID(repeating: none, for: places.groups)
  var all = none
  for (row, values) in zip(register.table.ids, register.table.rows) {
    let around = [places.province(ofRow: row), places.district(ofRow: row)].compactMap { $0 }
    for (position, column) in columns.enumerated() {
      guard let value = values.exactNumber(column) else { continue }
      all[position].add(value)
      for group in around { groups[group][position].add(value) }
    }
  }
  return (groups, all)
}

extension Register {
  /// The sums of some rows, in the order of `totalled`.
  fileprivate func sums(of rows: [RowID]) -> [RegisterSum] {
    totalled.map { position in
      rows.reduce(into: RegisterSum()) { sum, row in
        if let value = table[row].exactNumber(fields[position].column) { sum.add(value) }
      }
    }
  }
}

extension Row {
  /// A number that numbers, truth values and dates can be sorted by.
  fileprivate func sortNumber(_ column: Int) -> Double? {
    if let number = number(column) { return number }
    if let flag = boolean(column) { return flag ? 1 : 0 }
    return period(column).map { Double($0.firstDay.dayNumber) }
  }
}
