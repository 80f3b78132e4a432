import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A register as one page may ask for it; what is asked is noted, as `Reader` says.
///
/// Columns, titles and settings are descriptions; the rows, their order, their number and their
/// sums are noted each for itself, so that one row's change reaches its own page, the lists that
/// show it and what it is added to.
struct RegisterReader: Sendable {
  private let door: Door
  let id: RegisterID
  private let language: LanguageID

  init(_ door: Door, _ id: RegisterID, language: LanguageID) {
    self.door = door
    self.id = id
    self.language = language
  }

  private var index: RegisterIndex { door.context.registers[id] }

  private func note(_ key: @autoclosure () -> ReadKey) { door.note(key()) }

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
    noteTexts()
    return index.texts[language].value
  }

  private func noteTexts() {
    note(.definitions)
    note(.areas)
    note(.phrases(language: language))
  }

  /// The titles and columns in another language.
  func texts(in other: LanguageID) -> RegisterTexts {
    RegisterReader(door, id, language: other).texts
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
  func rows(of group: GroupID? = nil) -> [RowID] {
    note(.rows(register: id, group: group, language: language))
    return group.map { index.rows(of: $0, language: language) } ?? index.rows(language: language)
  }

  /// The sums of a group; without a group those of all rows.
  func sums(of group: GroupID? = nil) -> [RegisterSum] {
    note(.sums(register: id, group: group))
    return group.map { index.sums(of: $0) } ?? index.total
  }

  /// What the register has of an area: how many rows, their sums, and its list where it has one.
  func inside(_ area: AreaID, _ areas: AreaTable) -> RegisterIndex.Inside {
    note(.inside(register: id, area: area))
    return index.inside(area, areas)
  }

  /// Whether its rows lie in areas, as links and promises do not.
  var isPlaced: Bool {
    door.context.figures.areas(ofRowsIn: index.register.table.name) != nil
  }

  /// How much of the register is known to be there in an area; without one, of all of it.
  func completeness(in area: AreaID? = nil) -> Completeness {
    note(.completeness(table: index.register.table.name, area: area))
    return door.context.figures.completeness(of: index.register.table.name, in: area)
  }

  /// The same for the area of a group; of the rows that lie in none nobody knows.
  func completeness(of group: GroupID) -> Completeness {
    self.group(group).area.map { completeness(in: $0) } ?? .unknown
  }

  /// The widest areas of which it has all that there are; none where it has all of them.
  var completeAreas: [AreaID] {
    note(.definitions)
    note(.areas)
    note(.table(KnownTable.coverage))
    return door.context.figures.completeAreas(of: index.register.table.name)
  }

  /// What somebody has noted of it in an area and those inside; without one, in all.
  func coverageNotes(in area: AreaID?) -> [(area: AreaID, note: Localized<String>)] {
    note(.definitions)
    note(.areas)
    note(.table(KnownTable.coverage))
    return door.context.figures.coverageNotes(of: index.register.table.name, in: area)
  }

  // MARK: Rows

  /// A row, which counts as read from here on.
  func row(_ row: RowID) -> RowReader {
    noteTexts()
    note(.row(register: id, row: row))
    return RowReader(register: self, row: row)
  }

  /// The register and its texts for a row, which has noted them.
  fileprivate var registerOfRow: Register { index.register }
  fileprivate var textsOfRow: RegisterTexts { index.texts[language].value }
}

/// A row of a register with what the register says of it in the reader's language.
///
/// It was noted when it was taken, so that a page which asks thirty things of a row notes one.
struct RowReader: Sendable {
  let register: RegisterReader
  private let row: RowID

  fileprivate init(register: RegisterReader, row: RowID) {
    (self.register, self.row) = (register, row)
  }

  private var own: Register { register.registerOfRow }
  private var places: RegisterPlaces { own.places }

  /// What the register's pages have in common.
  var texts: RegisterTexts { register.textsOfRow }

  /// The row of the table.
  var values: Row { own.table[row] }

  var id: String { values.string(own.id) ?? "" }

  /// The href of its page.
  var url: String { texts.url + own.slugs[row] + "/" }

  /// The position of the province that it lies in, where it lies in one.
  var province: AreaID? {
    guard let group = places.province(ofRow: row) else { return nil }
    return places.groups[group].isProvince ? places.groups[group].area : nil
  }

  /// The way down to the list that shows it, as links.
  var way: [Value] {
    texts.way(
      to: places.district(ofRow: row) ?? places.province(ofRow: row))
  }

  /// Its area and those around it up to the province, the narrowest first.
  var areas: [Value] { places.chain(ofRow: row).compactMap { texts.area($0) } }

  /// What people call its areas beside their names.
  func otherNames(_ areas: AreaTable) -> [String] {
    places.chain(ofRow: row).flatMap { areas.all[$0].otherNames }
  }

  /// The names of its areas that lie inside another, or of all.
  func place(inside outer: AreaID?) -> String {
    let chain = places.chain(ofRow: row)
    let inner = outer.flatMap { chain.firstIndex(of: $0) } ?? chain.count
    return chain[..<inner].compactMap { texts.areaName($0) }.joined(separator: ", ")
  }
}
