import SaanText

/// A table that the program knows by name, with the columns that it reads.
package struct KnownTable: Sendable {
  package let name: String
  /// What its rows are, for the manual.
  package let summary: Wording
  /// The columns as `name`, `name*` when every row must have a value, `name:type` when it is no
  /// text.
  package let columns: String
  package let key: [String]
  /// Columns whose values stand in another known table.
  package let references: [(column: String, table: String, field: String)]

  init(
    _ name: String, _ summary: Wording, _ columns: String, key: [String] = ["id"],
    references: [(column: String, table: String, field: String)] = []
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.key = key
    self.references = references
  }

  /// The columns as fields of a schema.
  package var fields: [Field] {
    columns.split(separator: " ").map { column in
      let parts = column.split(separator: ":")
      let isRequired = parts[0].hasSuffix("*")
      var constraints = Constraints()
      constraints.required = isRequired
      var field = Field(
        name: String(isRequired ? parts[0].dropLast() : parts[0]),
        type: parts.dropFirst().first.flatMap { FieldType(rawValue: String($0)) } ?? .string,
        constraints: constraints)
      field.isPublic = Self.publicColumns.contains("\(self.name).\(field.baseName)")
      return KnownColumns.headed(field, in: self.name)
    }
  }

  /// Columns that tell of places where everybody may come, whatever their heading sounds like.
  private static let publicColumns: Set<String> = ["events.address"]

  /// What its page is called where nobody has described it.
  fileprivate var title: Localized<String>? {
    let texts: [(tag: Language.Tag?, value: String)] = [
      (.thai, summary.th), (.english, summary.en.prefix(1).uppercased() + summary.en.dropFirst()),
    ]
    return Localized(texts)
  }

  /// The columns of a site whose default language is another: translations into Thai are read as
  /// well, `name@th`.
  func fields(in language: Language.Tag) -> [Field] {
    guard language != .thai else { return fields }
    return fields.flatMap { field -> [Field] in
      guard field.language == .english else { return [field] }
      var (plain, thai) = (field, field)
      thai.name = "\(field.baseName)@th"
      plain.name = field.baseName
      let isKnown = fields.contains { $0.name == plain.name }
      return (isKnown ? [] : [plain]) + [thai, field]
    }
  }

  /// The schema of a table that no descriptor describes.
  ///
  /// - Parameter language: the site's default language.
  package func schema(
    among tables: Set<String>, language: Language.Tag = .thai
  ) -> TableSchema {
    TableSchema(
      fields: fields(in: language), primaryKey: key,
      foreignKeys: references.filter { $0.table == name || tables.contains($0.table) }.map {
        ForeignKey(
          fields: [$0.column], resource: $0.table == name ? "" : $0.table,
          referenceFields: [$0.field])
      }, missingValues: KnownColumns.registers.contains(name) ? KnownColumns.missingWords : [])
  }

  /// The table of a name.
  package static func named(_ name: String) -> KnownTable? { all.first { $0.name == name } }
}

extension PackageDescriptor {
  /// Takes out the tables that have the name of a known one and no description, and too few of its
  /// columns to be it.
  ///
  /// - Parameter file: gives the file of a resource's path.
  package mutating func removeStrangeTables(
    file: (String) -> DataFile?
  ) -> [(name: String, path: String, needs: [String])] {
    let strange = resources.filter { $0.span == nil }.compactMap { resource in
      let needs = (resource.schema?.fields ?? []).filter(\.constraints.required)
      let header = file(resource.path).map { readHeader($0, as: resource) } ?? needs.map(\.name)
      let isStrange = needs.count { $0.isAmong(header) } * 2 < needs.count && !header.isEmpty
      return isStrange
        ? (name: resource.name, path: resource.path, needs: needs.map(\.name)) : nil
    }
    resources.removeAll { resource in strange.contains { $0.name == resource.name } }
    addAreaColumns(file)
    return strange
  }

  /// Lets registers that nobody has described name their places in columns of their own: จังหวัด,
  /// อำเภอ, ตำบล.
  private mutating func addAreaColumns(_ file: (String) -> DataFile?) {
    for index in resources.indices
    where resources[index].span == nil && KnownColumns.registers.contains(resources[index].name) {
      guard var schema = resources[index].schema, let file = file(resources[index].path) else {
        continue
      }
      schema.addAreaColumns(among: readHeader(file, as: resources[index]))
      resources[index].schema = schema
    }
  }

  /// The description of a folder of tables that has no descriptor: every known table among its
  /// files.
  ///
  /// - Parameter language: the site's default language.
  package static func ofKnownTables(
    in paths: some Sequence<String>, folder: String, language: Language.Tag = .thai
  ) -> PackageDescriptor {
    let files = Set(
      paths.compactMap { $0.hasPrefix(folder + "/") ? $0.dropFirst(folder.count + 1) : nil })
    let endings = ["csv", "tsv", "txt", "xlsx", "xls", "ods"]
    let found = KnownTable.all.compactMap { table in
      endings.map { "\(table.name).\($0)" }.first { files.contains($0[...]) }
        .map { (table: table, file: $0) }
    }
    let names = Set(found.map(\.table.name))
    var descriptor = PackageDescriptor(path: folder + "/datapackage.yaml")
    descriptor.resources = found.map { table, file in
      var resource = Resource(
        name: table.name, path: file, schema: table.schema(among: names, language: language))
      resource.language = language
      if (KnownColumns.tracked + ["sources"]).contains(table.name) { resource.title = table.title }
      return resource
    }
    return descriptor
  }
}

extension TableSchema {
  /// Lets columns such as จังหวัด, อำเภอ and ตำบล name the places of rows together, where they are
  /// among the headings and none says the area alone.
  package mutating func addAreaColumns(among header: [String]) {
    guard areaColumns.isEmpty, let area = fields.firstIndex(where: { $0.name == "area" }),
      !fields[area].isAmong(header)
    else { return }
    let places = KnownColumns.places.filter { $0.field.isAmong(header) }
    guard !places.isEmpty else { return }
    fields.replaceSubrange(area...area, with: places.map(\.field))
    for (kind, field) in places { areaColumns.fields[kind] = field.name }
  }
}

extension KnownTable {
  /// The columns and rows of the tile map.
  package static let tiles = 0...99
  /// How many there can be of anything that is counted.
  package static let counts = 0...10_000_000_000
  /// The powers of ten that a unit can stand for.
  static let multipliers = -12...12
  /// How many decimals can be shown.
  static let precisions = 0...9
}
