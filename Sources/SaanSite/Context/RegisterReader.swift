import SaanData
import SaanTemplate
import SaanText

/// A register as one page may ask for it; what is asked is noted, as `Reader` says.
///
/// Columns, titles and settings are descriptions; the rows, their order, their number and their
/// sums are noted each for itself, so that one row's change reaches its own page, the lists that
/// show it and what it is added to.
struct RegisterReader: Sendable {
  private let index: RegisterIndex
  let id: RegisterID
  private let language: Int
  private let reads: ReadNotes?

  init(_ index: RegisterIndex, _ id: RegisterID, language: Int, _ reads: ReadNotes?) {
    self.index = index
    self.id = id
    self.language = language
    self.reads = reads
  }

  private func note(_ key: @autoclosure () -> ReadKey) { reads?.note(key()) }

  // MARK: Descriptions

  private var described: Register {
    note(.definitions)
    return index.register
  }

  var settings: RegisterSettings { described.settings }
  var title: Localized<String> { described.title }
  var description: Localized<String>? { described.description }
  /// The name of its table.
  var table: String { described.table.name }
  /// The position of its table in the package.
  var tableIndex: Int { described.tableIndex }
  /// The public columns but id, name and area.
  var fields: [RegisterColumn] { described.fields }
  /// The positions in `fields` of what lists show.
  var listed: [Int] { described.listed }
  /// The positions in `fields` of what is added up.
  var totalled: [Int] { described.totalled }
  /// The names of the columns.
  var valueKeys: MapKeys { index.valueKeys }

  /// What its pages have in common in the reader's language.
  var texts: RegisterTexts {
    note(.definitions)
    note(.areas)
    note(.phrases(language: language))
    return index.texts[language]
  }

  /// The titles and columns in another language.
  func texts(in other: Int) -> RegisterTexts {
    RegisterReader(index, id, language: other, reads).texts
  }

  // MARK: Groups

  private var counted: RegisterPlaces {
    note(.counts(register: id, group: nil))
    return index.register.places
  }

  /// How many records there are.
  var count: Int {
    _ = counted
    return index.register.count
  }

  /// How many provinces have records.
  var provincesCount: Int {
    _ = counted
    return index.register.provincesCount
  }

  /// The groups that lie in no other: provinces in the order of their names, then wider areas.
  var tops: [GroupID] {
    _ = counted
    return texts.tops
  }

  /// The groups of the districts of a province.
  func subgroups(of group: GroupID) -> [GroupID] { counted.subgroups(of: group) }

  func group(_ group: GroupID) -> RegisterPlaces.Group {
    note(.counts(register: id, group: group))
    return index.register.places.groups[group]
  }

  /// Where the list of an area lies, such as `councils/in/surin/`.
  func place(ofGroup group: GroupID) -> String {
    note(.counts(register: id, group: group))
    return index.register.place(ofGroup: group)
  }

  /// How many pages a list of so many rows has.
  func pageCount(ofRows count: Int) -> Int { described.pageCount(ofRows: count) }

  /// The rows of a group in the reader's order; without a group all of them.
  func rows(of group: GroupID? = nil) -> [Int32] {
    note(.rows(register: id, group: group, language: language))
    return group.map { index.rows(of: $0, language: language) } ?? index.rows[language]
  }

  /// The sums of a group; without a group those of all rows.
  func sums(of group: GroupID? = nil) -> [RegisterSum] {
    note(.sums(register: id, group: group))
    return group.map { index.sums(of: $0) } ?? index.total
  }

  /// What the register has of an area: how many rows, their sums, and its list where it has one.
  func inside(_ area: Int, _ areas: AreaTable) -> RegisterIndex.Inside {
    note(.inside(register: id, area: area))
    return index.inside(area, areas)
  }

  // MARK: Rows

  private func noted(_ row: Int) -> Register {
    note(.row(register: id, row: row))
    return index.register
  }

  func row(_ row: Int) -> Row { noted(row).table[row] }

  /// The id of a row.
  func id(ofRow row: Int) -> String { noted(row).table[row].string(index.register.id) ?? "" }

  /// The last part of the address of a row's page.
  func slug(ofRow row: Int) -> String { noted(row).slugs[row] }

  /// The position of the province that a row lies in, where it lies in one.
  func province(ofRow row: Int) -> Int? {
    let places = noted(row).places
    let group = Int(places.provinces[row])
    return group >= 0 && places.groups[group].isProvince ? places.groups[group].area : nil
  }

  /// The way down to the list that shows a row, as links.
  func way(toRow row: Int) -> [Value] {
    let places = noted(row).places
    let group = places.districts[row] >= 0 ? places.districts[row] : places.provinces[row]
    return texts.way(to: group < 0 ? nil : GroupID(Int(group)))
  }

  /// The area of a row and those around it up to the province, the narrowest first.
  func areas(ofRow row: Int) -> [Value] {
    noted(row).places.chain(ofRow: row).compactMap { texts.area($0) }
  }

  /// The names of a row's areas that lie inside another, or of all.
  func place(ofRow row: Int, inside outer: Int?) -> String {
    let chain = noted(row).places.chain(ofRow: row)
    let inner = outer.flatMap { chain.firstIndex(of: $0) } ?? chain.count
    return chain[..<inner].compactMap { texts.areaName($0) }.joined(separator: ", ")
  }
}
