import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What the pages of a register ask for again and again, each worked out once, when it is asked
/// for: the order of its rows for each language, the rows and sums of each area, and the texts that
/// all its pages share.
package final class RegisterIndex: Sendable {
  let register: Register
  /// What its pages have in common, by language.
  let texts: ByID<Language, Lazily<RegisterTexts>>
  /// All rows in the reader's order, by language.
  private let rows: ByID<Language, Lazily<[RowID]>>
  /// The rows of each group in the reader's order, by language.
  private let rowsByGroup: ByID<Language, Lazily<ByID<RegisterPlaces.Group, [RowID]>>>
  private let sums: Lazily<Sums>
  private let around: Lazily<Around>
  /// The names of the columns.
  let valueKeys: MapKeys

  /// What the columns add up to, in the order of `register.totalled`.
  private struct Sums {
    let byGroup: ByID<RegisterPlaces.Group, [RegisterSum]>
    let all: [RegisterSum]
  }

  /// Where the rows of areas are found.
  private struct Around {
    /// The groups that together hold the rows of an area.
    let groups: [AreaID: [GroupID]]
    /// The rows in districts that have no lists of their own.
    let rowsByDistrict: [AreaID: [RowID]]

    init(_ register: Register, _ areas: AreaTable) {
      let groups = makeGroupsByArea(register.places, areas)
      self.groups = groups
      rowsByDistrict = Dictionary(
        grouping: register.table.ids.flatMap { row in
          register.places.chain(ofRow: row).filter {
            areas.all[$0].areaClass == .district && groups[$0] == nil
          }.map { (district: $0, row: row) }
        }, by: \.district
      ).mapValues { $0.map(\.row) }
    }
  }

  /// Takes note of a register.
  init(_ register: Register, _ site: Site, _ routes: Routes) {
    self.register = register
    let languages = site.settings.languages
    texts = languages.byID { language in
      Lazily { RegisterTexts(register, site, routes, language) }
    }
    let rows = languages.byID { language in Lazily { registerOrder(register, for: language) } }
    self.rows = rows
    rowsByGroup = rows.map { rows in Lazily { groupedRows(rows.value, register.places) } }
    sums = Lazily {
      let sums = registerSums(register)
      return Sums(byGroup: sums.byGroup, all: sums.all)
    }
    around = Lazily { Around(register, site.areas) }
    valueKeys = MapKeys(register.fields.map(\.name))
  }

  /// All rows in the reader's order.
  package func rows(language: LanguageID) -> [RowID] { rows[language].value }

  /// The rows of a group in the reader's order.
  package func rows(of group: GroupID, language: LanguageID) -> [RowID] {
    rowsByGroup[language].value[group]
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
    let around = around.value
    if let rows = around.rowsByDistrict[area] {
      return Inside(rows: rows.count, sums: register.sums(of: rows), group: nil)
    }
    let groups = around.groups[area] ?? []
    return Inside(
      rows: groups.reduce(0) { $0 + register.places.groups[$1].count }, sums: sums(of: groups),
      group: groups.first { register.places.groups[$0].area == area })
  }

  /// The sums of some groups that do not overlap.
  private func sums(of groups: [GroupID]) -> [RegisterSum] {
    let none = [RegisterSum](repeating: RegisterSum(), count: register.totalled.count)
    let byGroup = sums.value.byGroup
    return groups.reduce(none) { all, group in zip(all, byGroup[group]).map { $0.adding($1) } }
  }

  /// The sums of a group.
  package func sums(of group: GroupID) -> [RegisterSum] { sums.value.byGroup[group] }

  /// The sums of all rows.
  package var total: [RegisterSum] { sums.value.all }
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
  /// Whether a value is below zero, so that more rows may make the sum smaller.
  package private(set) var hasNegative = false

  mutating func add(_ value: ExactNumber) {
    count += 1
    hasNegative = hasNegative || value.isNegative
    sum = sum.flatMap { $0.adding(value) }
  }

  func adding(_ other: RegisterSum) -> RegisterSum {
    var result = self
    result.count += other.count
    result.hasNegative = hasNegative || other.hasNegative
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
