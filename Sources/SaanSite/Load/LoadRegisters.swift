import SaanData
import SaanModel
import SaanText

/// Joins the registers of `site.yaml` with their tables; one whose table or columns are not there
/// is reported and left out.
func loadRegisters(
  _ settings: Settings, _ figures: Statistics
) -> Outcome<[Register]> {
  var diagnostics = Diagnostics()
  let registers = settings.registers.compactMap { register -> Register? in
    var reader = RegisterLoader(
      settings: register, language: settings.defaultLanguage.tag, figures: figures)
    let result = reader.register()
    diagnostics.merge(Diagnostics(reader.found))
    return result
  }
  return Outcome(registers, diagnostics)
}

/// Finds what a register's settings name, and keeps the mistakes.
///
/// A register with a mistake is left out whole: with a wrong column, or two rows of one address,
/// its pages would be wrong by the thousand. All that is wrong with it is told at once.
private struct RegisterLoader {
  let settings: RegisterSettings
  /// The language of columns without one.
  let language: Language.Tag
  let figures: Statistics
  private(set) var found: [Diagnostic] = []

  private var package: DataPackage { figures.package }

  init(settings: RegisterSettings, language: Language.Tag, figures: Statistics) {
    self.settings = settings
    self.language = language
    self.figures = figures
  }

  mutating func register() -> Register? {
    guard let index = package.tables.firstIndex(where: { $0.name == settings.table.value }) else {
      // A table that could not be read was reported where it lies.
      guard package.descriptor.resource(settings.table.value) == nil else { return nil }
      let kind = Wording(en: "table", th: "ตารางข้อมูล")
      found.append(
        .unknownName("unknown-table", kind, settings.table, among: package.tables.map(\.name)))
      return nil
    }
    let table = package.tables[index]
    let (rowAreas, id) = (areas(of: table), idColumn(of: table))
    if rowAreas == nil {
      found.append(.tableWithoutArea(settings.table, heading: table.headingOfPlaces))
    }
    if id == nil { found.append(.tableWithoutID(settings.table)) }
    guard let rowAreas, let id else { return nil }
    let columns = columns(of: table)
    let name = columns.first { $0.name == "name" } ?? columns.first { $0.name == "title" }
    // What every record shows at a place of its own is no field beside.
    let own = Set(
      ["area", "area_name", table.fields[id].baseName] + (name.map { [$0.name] } ?? []))
    let shown = own.union(table.columnsOfPictures)
    let fields = columns.filter { !shown.contains($0.name) }
    let listed = positions(of: settings.columns, among: fields, besides: shown, in: table)
    let totalled = positions(of: settings.totals, among: fields, besides: [], in: table)
    for (position, setting) in zip(totalled ?? [], settings.totals ?? [])
    where !fields[position].isNumeric {
      found.append(.notANumberColumn(setting, table: table.name))
    }
    let sort = settings.sort.flatMap { column(named: $0, among: columns, in: table) }
    checkFigures()
    guard found.isEmpty, let slugs = slugs(of: table, id) else { return nil }
    return Register(
      settings: settings, table: table, tableIndex: index, title: title(of: table),
      description: settings.description
        ?? package.descriptor.resource(table.name)?.description,
      name: name, id: id, fields: fields, listed: listed ?? Array(fields.indices),
      totalled: totalled ?? (listed ?? Array(fields.indices)).filter { fields[$0].isAdditive },
      sort: sort?.name == name?.name ? nil : sort, slugs: ByID(slugs),
      places: RegisterPlaces(rowAreas, in: figures.areas, grouping: grouping(of: table)))
  }

  /// How far down areas have lists: none does of a table without places that fits on one page.
  private func grouping(of table: Table) -> RegisterSettings.Grouping? {
    let isPlaced = figures.areas(ofRowsIn: table.name) != nil
    return isPlaced || table.count > settings.perPage ? settings.grouping ?? .province : nil
  }

  /// The area of each row; none of those of a table without places, such as promises or links.
  ///
  /// - Returns: `nil` where a column holds places, or rows are to be grouped by them, and none is
  ///   called `area`.
  private func areas(of table: Table) -> [Int32]? {
    if let areas = figures.areas(ofRowsIn: table.name) { return areas }
    guard settings.grouping == nil, table.headingOfPlaces == nil else { return nil }
    return Array(repeating: -1, count: table.count)
  }

  // MARK: Texts

  private func title(of table: Table) -> Localized<String> {
    settings.title ?? package.descriptor.resource(table.name)?.title
      ?? Localized(settings.name)
  }

  // MARK: Columns

  /// The column that names a row: the table's key or, without one, `id`.
  private func idColumn(of table: Table) -> Int? {
    if table.schema.primaryKey.count == 1, let key = table.column(table.schema.primaryKey[0]),
      !table.fields[key].isPrivate
    {
      return key
    }
    return table.column("id").flatMap { table.fields[$0].isPrivate ? nil : $0 }
  }

  /// The public columns, each with its translations.
  private func columns(of table: Table) -> [RegisterColumn] {
    var order: [String] = []
    var versions: [String: [(language: Language.Tag, column: Int)]] = [:]
    for (index, field) in table.fields.enumerated() where !field.isPrivate {
      if versions[field.baseName] == nil { order.append(field.baseName) }
      let tag = field.language ?? table.language
      // The default language's text comes first, for it is what others fall back to.
      let place = tag == language ? 0 : versions[field.baseName]?.count ?? 0
      versions[field.baseName, default: []].insert((tag, index), at: place)
    }
    return order.compactMap { name in
      guard let versions = versions[name], let first = versions.first else { return nil }
      let field = table.fields[first.column]
      return RegisterColumn(
        name: name, field: field, versions: versions, labels: labels(of: field, in: table))
    }
  }

  /// What a column's values are shown as: the labels of its fixed set, or the names of the rows of
  /// another table.
  private func labels(of field: Field, in table: Table) -> [String: Localized<String>] {
    if !field.categories.isEmpty {
      let pairs = field.categories.compactMap { category in
        category.label.map { (category.value, $0) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
    let key = table.schema.foreignKeys.first { $0.fields == [field.name] }
    guard let key, let other = key.resource.isEmpty ? table : package[key.resource],
      let target = other.column(key.referenceFields[0]), field.name != "area"
    else { return [:] }
    let pairs = other.rows.compactMap { row -> (String, Localized<String>)? in
      guard let id = row.string(target), let name = row.localized("name") ?? row.localized("title")
      else { return nil }
      return (id, name)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The positions of the columns that a setting names; those that have a place of their own are
  /// passed over.
  private mutating func positions(
    of names: [Located<String>]?, among fields: [RegisterColumn], besides own: Set<String>,
    in table: Table
  ) -> [Int]? {
    guard let names else { return nil }
    return names.compactMap { name in
      if let position = fields.firstIndex(where: { $0.name == name.value }) { return position }
      if !own.contains(name.value) { _ = column(named: name, among: fields, in: table) }
      return nil
    }
  }

  private mutating func column(
    named name: Located<String>, among columns: [RegisterColumn], in table: Table
  ) -> RegisterColumn? {
    if let column = columns.first(where: { $0.name == name.value }) { return column }
    if table.schema.field(name.value)?.isPrivate == true {
      found.append(.privateColumn(name, table: table.name))
    } else {
      found.append(.unknownColumn(name, table: table.name, among: columns.map(\.name)))
    }
    return nil
  }

  private mutating func checkFigures() {
    let kind = Wording(en: "figure", th: "ตัวเลข")
    found += settings.figures.filter { figures.indicator($0.value) == nil }.map {
      .unknownName("unknown-figure", kind, $0, among: figures.indicators.map(\.id))
    }
  }

  // MARK: Rows

  /// The last part of each row's address, made of its id; `nil` when some cannot have one of their
  /// own.
  private mutating func slugs(of table: Table, _ id: Int) -> [String]? {
    var known: [String: Int] = [:]
    known.reserveCapacity(table.count)
    var mistakes = 0
    var slugs: [String] = []
    slugs.reserveCapacity(table.count)
    for row in table.rows {
      let written = row.string(id) ?? ""
      let slug = isSlug(written) ? written : slug(written) ?? ""
      let other = known.updateValue(row.index, forKey: slug)
      slugs.append(slug)
      guard slug.isEmpty || other != nil else { continue }
      mistakes += 1
      // One message says what is wrong; thousands would hide all others.
      guard mistakes <= Self.mistakesShown else { continue }
      if slug.isEmpty {
        found.append(.badRecordID(written, at: row.place(id)))
      } else if let other, !isReported(written, table[other].string(id), table, id) {
        found.append(.sameRecordID(written, row: table[other].number, at: row.place(id)))
      }
    }
    return mistakes == 0 ? slugs : nil
  }

  /// How many rows of one register are named.
  private static let mistakesShown = 10

  /// Whether the check of the table's key has told of two equal ids.
  private func isReported(_ one: String, _ other: String?, _ table: Table, _ id: Int) -> Bool {
    one == other && table.schema.primaryKey == [table.fields[id].name]
  }
}

extension RegisterColumn {
  /// Whether a sum of the values means anything, as far as the schema tells: counts do, and amounts
  /// of something; shares and coordinates do not.
  fileprivate var isAdditive: Bool {
    guard field.type == .number else { return field.type == .integer }
    let shares: Set<String> = ["%", "percent", "ร้อยละ", "degrees", "องศา"]
    return field.unit.map { !$0.all.contains(where: shares.contains) } ?? false
  }
}

extension Table {
  /// The heading of the narrowest places in it that are called otherwise than `area`.
  fileprivate var headingOfPlaces: String? {
    let kinds = [
      ["subdistrict", "ตำบล", "แขวง"], ["district", "อำเภอ", "เขต"], ["province", "จังหวัด"],
    ]
    return kinds.lazy.compactMap { names in
      self.fields.lazy.compactMap { field -> String? in
        let headings = field.aliases + [field.name]
        let isPlace = headings.contains { heading in names.contains { heading.hasPrefix($0) } }
        return isPlace ? headings.first : nil
      }.first
    }.first
  }
}
