import SaanData
import SaanTemplate
import SaanText

/// What the pages of a register ask for again and again, worked out once: the order of its rows for
/// each language, the rows and sums of each area, and the texts that all its pages share.
final class RegisterIndex: Sendable {
  let register: Register
  /// What its pages have in common, by language.
  let texts: [RegisterTexts]
  /// All rows in the reader's order, by language.
  let rows: [[Int32]]
  /// The rows of each group in the reader's order, by language.
  private let rowsByGroup: [[[Int32]]]
  /// The sums of each group, in the order of `register.totalled`.
  private let sums: [[RegisterSum]]
  /// The sums of all rows.
  let total: [RegisterSum]
  /// The names of the columns.
  let valueKeys: MapKeys
  /// How much of the register is known to be there, in all and in the area of each group.
  let completeness: Completeness
  private let completenessByGroup: [Completeness]

  /// Works out the index of a register.
  init(_ register: Register, _ site: Site, _ routes: Routes) {
    self.register = register
    let languages = site.settings.languages
    texts = languages.map { RegisterTexts(register, site, routes, $0) }
    rows = languages.map { registerOrder(register, for: $0) }
    rowsByGroup = rows.map { groupedRows($0, register.places) }
    (sums, total) = registerSums(register)
    valueKeys = MapKeys(register.fields.map(\.name))
    let (table, figures) = (register.table.name, site.figures)
    completeness = figures.completeness(of: table, in: nil)
    completenessByGroup = register.places.groups.map { group in
      let code = group.area.map { site.areas.all[$0].code }
      return figures.completeness(of: table, in: code.flatMap { figures.area($0) })
    }
  }

  /// The area of a row and those around it up to the province, the narrowest first.
  func areas(ofRow row: Int, language: Int) -> [Value] {
    register.places.chain(ofRow: row).compactMap { texts[language].area($0) }
  }

  /// The names of a row's areas that lie inside another, or of all.
  func place(ofRow row: Int, inside outer: Int?, language: Int) -> String {
    let chain = register.places.chain(ofRow: row)
    let inner = outer.flatMap { chain.firstIndex(of: $0) } ?? chain.count
    return chain[..<inner].compactMap { texts[language].areaName($0) }.joined(separator: ", ")
  }

  /// The rows of a group in the reader's order.
  func rows(of group: Int, language: Int) -> [Int32] { rowsByGroup[language][group] }

  /// The groups that together hold the rows of an area: a district's own, else those of the
  /// provinces and wider areas that it is or that lie in it.
  func groups(in area: Int, _ areas: AreaTable) -> [Int] {
    let places = register.places
    if areas.all[area].areaClass == .district {
      return places.groups.indices.filter { places.groups[$0].area == area }
    }
    return places.tops.filter { group in
      var next = places.groups[group].area
      // The bound is for tables whose areas lie in each other.
      for _ in 0..<8 {
        guard let position = next else { return false }
        if position == area { return true }
        next = areas.all[position].parent.flatMap { areas.position(of: $0) }
      }
      return false
    }
  }

  /// The sums of some groups that do not overlap.
  func sums(of groups: [Int]) -> [RegisterSum] {
    let none = [RegisterSum](repeating: RegisterSum(), count: register.totalled.count)
    return groups.reduce(none) { all, group in zip(all, sums[group]).map { $0.adding($1) } }
  }

  /// How much of the register is known to be there in the area of a group.
  func completeness(of group: Int) -> Completeness { completenessByGroup[group] }

  /// The sums of a group.
  func sums(of group: Int) -> [RegisterSum] { sums[group] }
}

/// What the values of a column come to.
struct RegisterSum: Sendable {
  /// `nil` when it is too large to be written.
  private(set) var sum: ExactNumber? = .zero
  /// How many rows have a value.
  private(set) var count = 0

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
private func registerOrder(_ register: Register, for language: Language) -> [Int32] {
  let table = register.table
  let name = register.name.map { RegisterTexts.Column($0, for: language) }
  let named = (0..<table.count).sorted(in: language) { row in
    name?.text(of: table[row])?.text ?? table[row].string(register.id) ?? ""
  }
  let isDescending = register.settings.order == .descending
  guard let sort = register.sort else {
    return (isDescending ? named.reversed() : named).map { Int32($0) }
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
  return sorted.map { Int32($0) }
}

/// The rows of each group, in the order of all.
private func groupedRows(_ rows: [Int32], _ places: RegisterPlaces) -> [[Int32]] {
  var groups = places.groups.map { group in
    var rows: [Int32] = []
    rows.reserveCapacity(group.count)
    return rows
  }
  for row in rows {
    let (province, district) = (places.provinces[Int(row)], places.districts[Int(row)])
    if province >= 0 { groups[Int(province)].append(row) }
    if district >= 0 { groups[Int(district)].append(row) }
  }
  return groups
}

private func registerSums(_ register: Register) -> (byGroup: [[RegisterSum]], all: [RegisterSum]) {
  let columns = register.totalled.map { register.fields[$0].column }
  let places = register.places
  let none = [RegisterSum](repeating: RegisterSum(), count: columns.count)
  var groups = [[RegisterSum]](repeating: none, count: places.groups.count)
  var all = none
  for (row, values) in register.table.rows.enumerated() {
    let (province, district) = (Int(places.provinces[row]), Int(places.districts[row]))
    for (position, column) in columns.enumerated() {
      guard let value = values.exactNumber(column) else { continue }
      all[position].add(value)
      if province >= 0 { groups[province][position].add(value) }
      if district >= 0 { groups[district][position].add(value) }
    }
  }
  return (groups, all)
}

extension Row {
  /// A number that numbers, truth values and dates can be sorted by.
  fileprivate func sortNumber(_ column: Int) -> Double? {
    if let number = number(column) { return number }
    if let flag = boolean(column) { return flag ? 1 : 0 }
    return period(column).map { Double($0.firstDay.dayNumber) }
  }
}
