import SaanData
import SaanTemplate
import SaanText

/// What the pages of a register ask for again and again, worked out once: the order of its rows for
/// each language, the rows and sums of each area, and the parts that all its pages share.
final class RegisterIndex: Sendable {
  /// A column as the readers of one language see it.
  final class Column: Sendable {
    let column: RegisterColumn
    let name: Value
    let title: Value
    let unit: Value
    /// The table's columns in the order in which the reader takes their text.
    let versions: [(language: Language.Tag, column: Int)]

    fileprivate init(_ column: RegisterColumn, for language: Language) {
      self.column = column
      name = .string(column.name)
      title = .string(column.field.title.text(in: language.tag)?.text ?? column.name)
      unit = Value(column.field.unit)
      versions =
        column.versions.filter { $0.language == language.tag }
        + column.versions.filter { $0.language != language.tag }
    }
  }

  let register: Register
  /// The rows of each group in the reader's order, by language.
  private let rowsByGroup: [[[Int32]]]
  /// All rows in the reader's order, by language.
  let rows: [[Int32]]
  /// The sums of each group, in the order of `register.totalled`.
  private let sums: [[RegisterSum]]
  /// The sums of all rows.
  let total: [RegisterSum]
  /// The columns in the order of `register.fields`, by language.
  let columns: [[Column]]
  /// What rows are called, by language.
  let names: [Column?]
  /// The names of the columns.
  let valueKeys: MapKeys
  /// The groups that lie in no other, in the order of their names, by language.
  let tops: [[Int]]
  /// The href of each group's list, by language.
  let groupURLs: [[String]]
  /// What the addresses of records begin with, by language.
  let recordURLs: [String]
  /// The areas that rows lie in, each with those around it up to the province, by language and the
  /// area's position.
  private let areas: [[Int32: [Value]]]

  /// Works out the index of a register.
  init(_ register: Register, _ site: Site, _ routes: Routes) {
    self.register = register
    let languages = site.settings.languages
    columns = languages.map { language in
      register.fields.map { Column($0, for: language) }
    }
    names = languages.map { language in register.name.map { Column($0, for: language) } }
    valueKeys = MapKeys(register.fields.map(\.name))
    rows = languages.map { registerOrder(register, for: $0) }
    rowsByGroup = rows.map { groupedRows($0, register.places) }
    (sums, total) = registerSums(register)
    tops = languages.map { language in
      register.places.tops.sorted(in: language) { group in
        register.places.groups[group].area.map { site.areas.all[$0].name[language.tag] } ?? "~"
      }
    }
    let urls = languages.map { language in
      register.places.groups.indices.map { group in
        routes.baseURL.href(routes.path(register.place(ofGroup: group), language))
      }
    }
    groupURLs = urls
    recordURLs = languages.map { language in
      routes.baseURL.href(routes.path(register.settings.path + "/", language))
    }
    areas = languages.indices.map { language in
      areaChains(register.places, site.areas, languages[language].tag, urls: urls[language])
    }
  }

  /// The area of a row and those around it up to the province, the narrowest first.
  func areas(ofRow row: Int, language: Int) -> [Value] {
    areas[language][register.places.areas[row]] ?? []
  }

  /// The rows of a group in the reader's order.
  func rows(of group: Int, language: Int) -> [Int32] { rowsByGroup[language][group] }

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
}

extension RegisterIndex.Column {
  /// The text of a row and the language it is in.
  func text(of row: Row) -> (text: String, language: Language.Tag)? {
    for version in versions {
      if let text = row.string(version.column) { return (text, version.language) }
    }
    return nil
  }
}

/// For each area that a row lies in: itself and the areas around it up to the province, each with
/// the href of its list.
private func areaChains(
  _ places: RegisterPlaces, _ areas: AreaTable, _ tag: Language.Tag, urls: [String]
) -> [Int32: [Value]] {
  let pairs = places.groups.enumerated().compactMap { group, own in own.area.map { ($0, group) } }
  let groups = Dictionary(pairs) { first, _ in first }
  var chains: [Int32: [Value]] = [:]
  for first in Set(places.areas) where first >= 0 {
    var chain: [Value] = []
    for position in areas.chain(upFrom: Int(first)) {
      let area = areas.all[position]
      chain.append(
        RecordShape.area(
          .string(area.code), .string(area.name[tag]), .string(area.slug),
          Value(groups[position].map { urls[$0] })))
    }
    chains[first] = chain
  }
  return chains
}

/// The rows of a register in the order that its settings ask for; equal ones go by their names.
private func registerOrder(_ register: Register, for language: Language) -> [Int32] {
  let table = register.table
  let name = register.name.map { RegisterIndex.Column($0, for: language) }
  let named = (0..<table.count).sorted(in: language) { row in
    name?.text(of: table[row])?.text ?? table[row].string(register.id) ?? ""
  }
  let isDescending = register.settings.order == .descending
  guard let sort = register.sort else {
    return (isDescending ? named.reversed() : named).map { Int32($0) }
  }
  let sorted: [Int]
  if sort.field.type == .string || sort.field.type == .any {
    let column = RegisterIndex.Column(sort, for: language)
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

extension Sequence {
  /// The elements that a rule holds for, and the others.
  fileprivate func parted(by holds: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
