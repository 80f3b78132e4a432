import SaanData
import SaanText

/// Joins the registers of `site.yaml` with their tables; one whose table or columns are not there
/// is reported and left out.
func loadRegisters(
  _ settings: Settings, _ figures: Statistics, _ areas: AreaTable
) -> Outcome<[Register]> {
  var diagnostics = Diagnostics()
  let registers = settings.registers.compactMap { register -> Register? in
    var reader = RegisterReader(
      settings: register, language: settings.defaultLanguage.tag, figures: figures, areas: areas)
    let result = reader.register()
    diagnostics.merge(Diagnostics(reader.found))
    return result
  }
  return Outcome(registers, diagnostics)
}

/// Finds what a register's settings name, and keeps the mistakes.
private struct RegisterReader {
  let settings: RegisterSettings
  /// The language of columns without one.
  let language: Language.Tag
  let figures: Statistics
  let areas: AreaTable
  private(set) var found: [Diagnostic] = []

  private var package: DataPackage { figures.package }

  init(settings: RegisterSettings, language: Language.Tag, figures: Statistics, areas: AreaTable) {
    self.settings = settings
    self.language = language
    self.figures = figures
    self.areas = areas
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
    let rowAreas = figures.areas(ofRowsIn: table.name)
    if rowAreas == nil { found.append(.tableWithoutArea(settings.table)) }
    let id = idColumn(of: table)
    if id == nil { found.append(.tableWithoutID(settings.table)) }
    let columns = columns(of: table)
    let fields = columns.filter { !Self.ownPlace.contains($0.name) && $0.column != id }
    let listed = positions(of: settings.columns, among: fields, in: table)
    let totalled = positions(of: settings.totals, among: fields, in: table)
    let sort = settings.sort.flatMap { column(named: $0, among: columns, in: table) }
    checkFigures()
    guard let rowAreas, let id, found.isEmpty else { return nil }
    let slugs = slugs(of: table, id)
    return Register(
      settings: settings, table: table, tableIndex: index, title: title(of: table),
      description: settings.description
        ?? text(package.descriptor.resource(table.name)?.description),
      name: columns.first { $0.name == "name" } ?? columns.first { $0.name == "title" }, id: id,
      fields: fields, listed: listed ?? Array(fields.indices),
      totalled: totalled ?? (listed ?? Array(fields.indices)).filter { fields[$0].isAdditive },
      sort: sort?.name == "name" ? nil : sort, slugs: slugs,
      places: RegisterPlaces(positions(of: rowAreas), in: areas, grouping: settings.grouping))
  }

  /// The columns that every record shows at a place of their own.
  private static let ownPlace: Set<String> = ["id", "name", "title", "area", "area_name"]

  // MARK: Texts

  private func title(of table: Table) -> Localized<String> {
    settings.title ?? text(package.descriptor.resource(table.name)?.title)
      ?? Localized(settings.name)
  }

  private func text(_ text: LocalizedText?) -> Localized<String>? {
    Localized((text?.all ?? []).map { (tag: $0.language, value: $0.text) })
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
      let tag = field.language ?? language
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

  /// What a column's values are shown as: the names of the rows of another table.
  private func labels(of field: Field, in table: Table) -> [String: Localized<String>] {
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

  private mutating func positions(
    of names: [Located<String>]?, among fields: [RegisterColumn], in table: Table
  ) -> [Int]? {
    guard let names else { return nil }
    return names.compactMap { name in
      if let position = fields.firstIndex(where: { $0.name == name.value }) { return position }
      // What has a place of its own in every list needs none among the columns.
      if !Self.ownPlace.contains(name.value) { _ = column(named: name, among: fields, in: table) }
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
      let kind = Wording(en: "public column in this table", th: "คอลัมน์สาธารณะในตารางนี้")
      found.append(.unknownName("unknown-column", kind, name, among: columns.map(\.name)))
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

  /// The last part of each row's address, made of its id.
  private mutating func slugs(of table: Table, _ id: Int) -> [String] {
    var mistakes = 0
    return table.rows.map { row in
      let written = row.string(id) ?? ""
      if isSlug(written) { return written }
      if let slug = slug(written) { return slug }
      mistakes += 1
      if mistakes <= 10 { found.append(.badRecordID(written, at: row.place(id))) }
      return "row-\(row.number)"
    }
  }

  /// The areas of rows by their position among the site's areas.
  private func positions(of rowAreas: [Int32]) -> [Int32] {
    let positions = figures.areas.all.map { area in Int32(areas.position(of: area.code) ?? -1) }
    return rowAreas.map { $0 < 0 ? -1 : positions[Int($0)] }
  }
}

extension RegisterColumn {
  /// Whether a sum of the values means anything, as far as the schema tells: counts do, and amounts
  /// of something; shares and coordinates do not.
  fileprivate var isAdditive: Bool {
    guard field.type == .number else { return field.type == .integer }
    guard let unit = field.unit else { return false }
    return !["%", "percent", "ร้อยละ", "degrees", "องศา"].contains(unit)
  }
}
