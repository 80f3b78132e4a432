import SaanText

/// Drafts a descriptor, in YAML, from what a file's values look like.
///
/// It is a draft: a person who knows the data goes through it before it is used. Columns with
/// personal data are marked private in it, which is told.
///
/// - Parameters:
///   - place: the sheets, the head and the columns that become rows, where these are not to be
///     found.
///   - keepsHeadings: whether fields are named as the file's headings are, for reading the file at
///     once, instead of by short names in Latin letters with the headings as aliases.
///   - texts: the headings of columns that are text, whatever their values look like.
package func inferSchema(
  _ file: DataFile, as place: Resource? = nil, keepsHeadings: Bool = false, texts: [String] = [],
  limits: DataLimits = DataLimits()
) -> Outcome<String?> {
  let outcome = draftTable(
    file, as: place, keepsHeadings: keepsHeadings, texts: texts, limits: limits)
  return Outcome(outcome.value?.document, outcome.diagnostics)
}

/// The same as a value.
///
/// A draft that is to be kept says the head, the merged cells and the columns of years that the
/// file seems to have; a file that is read at once is read as it is.
///
/// - Parameter isImported: whether a table is made of the file, so that a few values about persons
///   are mistakes in their column, and do not take it away.
package func draftTable(
  _ file: DataFile, as place: Resource? = nil, keepsHeadings: Bool = false, texts: [String] = [],
  isImported: Bool = false, limits: DataLimits = DataLimits()
) -> Outcome<TableDraft?> {
  let fileName = file.path.split(separator: "/").last.map(String.init) ?? file.path
  var resource = place ?? Resource(name: draftName(of: file.path), path: fileName)
  resource.path = fileName
  if !keepsHeadings { resource.adoptShape(of: file, limits) }
  var outcome = readTable(file, as: resource, limits: limits)
  var wide: [Diagnostic] = []
  if let table = outcome.value, resource.unpivot == nil {
    let headings = table.fields.indices.filter { table.holdsNumbers($0) }.map {
      table.fields[$0].name
    }
    let place = Place.file(path: file.path)
    if let choice = Unpivot.years(among: headings) {
      let unpivot = Unpivot(columns: choice)
      let count = unpivot.headings(among: table.fields.map(\.name)).count
      wide = [.looksWide(choice, count: count, isTurned: !keepsHeadings, at: place)]
      if !keepsHeadings {
        resource.unpivot = unpivot
        outcome = readTable(file, as: resource, limits: limits)
      }
    } else if let columns = Unpivot.likeTimes(among: headings) {
      let totals = headings.filter { TotalRows.isWord($0) && !TotalRows.isStatistic($0) }
      wide = [.staysWide(columns, totals: totals, at: place)]
    }
  }
  // Columns with personal data are told of with what becomes of them.
  var found = Diagnostics(
    outcome.diagnostics.all.filter {
      !["private-data", "personal-column", "personal-values"].contains($0.code)
    })
  found.merge(Diagnostics(wide))
  guard let table = outcome.value else { return Outcome(nil, found) }
  let draft = TableDraft(
    table, resource, keepsHeadings: keepsHeadings, texts: texts, isImported: isImported)
  draft.tellPrivate(table, keepsHeadings: keepsHeadings, &found)
  draft.tellTypes(table, &found)
  draft.tellNumbersAbove(table, &found)
  draft.tellRepeated(file.path, &found)
  let headings = table.fields.map(\.name)
  for text in texts where !headings.contains(where: { Headings.forms(of: $0).contains(text) }) {
    found.add(.noColumnOfText(text, among: headings, at: .file(path: file.path)))
  }
  return Outcome(draft, found)
}

extension Resource {
  /// Takes the head and the merged cells that the file seems to have, where nothing is said of them
  /// and only one sheet can be meant.
  fileprivate mutating func adoptShape(of file: DataFile, _ limits: DataLimits) {
    guard dialect == Dialect() else { return }
    let names = joined.sheets + [sheet].compactMap { $0 }
    let shapes = tableShapes(file, limits: limits).filter {
      names.isEmpty ? !$0.isHidden : $0.sheet.map(names.contains) ?? false
    }
    guard let shape = shapes.first, shapes.count == 1 || isShaped else { return }
    dialect.head = shape.head
    dialect.filledDown = shape.merged
  }
}

extension Table {
  /// Whether most values of a column are numbers.
  fileprivate func holdsNumbers(_ column: Int) -> Bool {
    var (numbers, values) = (0, 0)
    for row in rows {
      guard let text = row.string(column), !KnownColumns.missingWords.contains(text) else {
        continue
      }
      values += 1
      if ExactNumber(text) != nil { numbers += 1 }
    }
    return numbers * 2 >= values
  }
}

/// The description of a table as its values tell it.
package struct TableDraft: Sendable {
  /// How the file is read.
  package let resource: Resource
  var columns: [ColumnDraft] = []
  let known: KnownTable?
  /// The columns that name a row together.
  private var key: [String] = []
  private let sheet: String?
  /// Whether a table is made of the file.
  let isImported: Bool
  /// What the file calls the table above its head.
  package var caption: String?
  /// The headings of the columns that are withheld because they are about persons, and why.
  package private(set) var withheld: [(heading: String, why: Wording)] = []

  init(
    _ table: Table, _ resource: Resource, keepsHeadings: Bool, texts: [String], isImported: Bool
  ) {
    self.resource = resource
    self.isImported = isImported
    sheet = table.sheet
    known = keepsHeadings ? nil : KnownTable.named(resource.name)
    for index in table.fields.indices {
      let forms = Headings.forms(of: table.fields[index].name)
      var column = ColumnDraft(table, index, isText: forms.contains(where: texts.contains))
      if keepsHeadings {
        column.name = column.header
      } else {
        column.title = column.header
      }
      columns.append(column)
    }
    settlePersons()
    if isImported {
      for index in columns.indices { columns[index].publishBesideMistakes() }
    }
    if !keepsHeadings { nameRows(in: table) }
    for index in columns.indices
    where columns[..<index].contains(where: { $0.name == columns[index].name }) {
      columns[index].name += "_\(index + 1)"
    }
    if let known { adopt(known) }
    key = findKey(in: table)
    withheld = reasons(in: table)
  }

  /// Withholds what tells about persons in a list of them, and nothing else of that kind.
  private mutating func settlePersons() {
    let isOfPersons = isOfPersons
    for index in columns.indices {
      if !isOfPersons {
        columns[index].publishOutsideOfPersons()
      } else if columns[index].holdsHouses {
        columns[index].withhold()
      }
    }
  }

  /// Gives columns of a table that the program knows the names and types that it reads.
  private mutating func adopt(_ known: KnownTable) {
    // Places are named by their only column.
    if areaColumns.count < 2, !columns.contains(where: { $0.name == "area" }),
      known.fields.contains(where: { $0.name == "area" }), let narrowest = columns.narrowestPlace
    {
      columns[narrowest].name = "area"
    }
    for index in columns.indices {
      if let field = known.fields.first(where: { $0.name == columns[index].name }) {
        columns[index].adopt(field)
      }
    }
  }

  /// Whether its rows are persons.
  var isOfPersons: Bool {
    columns.contains { $0.heading?.showsPersons == true || $0.holdsNames }
  }

  /// The first column that tells rows apart, or, of a wide table, those that do so with the
  /// headings: what rows are called, where they are, and what else they say in words.
  private func findKey(in table: Table) -> [String] {
    let own = columns.filter { $0.couldBeKey && !$0.isPrivate }
    if let id = own.first(where: { $0.name == "id" }) ?? own.first { return [id.name] }
    guard let unpivot = resource.unpivot,
      let last = columns.firstIndex(where: { $0.header == unpivot.key })
    else { return [] }
    func rank(_ index: Int) -> Int {
      columns[index].name == "name" ? 0 : columns[index].isOfPlaces ? 1 : 2
    }
    let texts = columns.indices.filter { index in
      index != last && columns[index].type == .string && columns[index].isFull
        && !columns[index].isPrivate && columns[index].name != "note"
    }.sorted { (rank($0), $0) < (rank($1), $1) }
    // What is called alike is another thing in another place.
    let places = columns.indices.filter { columns[$0].isOfPlaces }
    var key = texts.filter { rank($0) < 2 }
    if !places.isEmpty, !places.contains(where: key.contains) { return [] }
    let others = texts.filter { !key.contains($0) }.map { [$0] }
    for more in [[]] + others {
      key += more
      guard !key.isEmpty else { continue }
      let values = table.rows.map { row in (key + [last]).map { row.string($0) } }
      if Set(values).count == values.count { return (key + [last]).map { columns[$0].name } }
    }
    return []
  }

  /// The columns that name a place together, the widest first.
  private var areaColumns: [String] {
    guard !columns.contains(where: { $0.name == "area" }) else { return [] }
    let places = ["province", "district", "subdistrict"].filter { name in
      columns.contains { $0.name == name && $0.type == .string && !$0.isPrivate }
    }
    return places.first == "province" ? places : []
  }

  /// The description of the file as a document.
  package var document: String {
    var text = """
      # ร่างจากข้อมูล ตรวจชนิดของค่า แล้วเพิ่มชื่อ หน่วย และกฎ · a draft made from the data: check the types, then add titles, units and rules
      name: \(resource.name)
      resources:
        - name: \(resource.name)
          path: \(quoted(resource.path))

      """
    if let title { text += "    title: \(title)\n" }
    text += dialect + shape + remarks
    text += schema(columns, key: key)
    return text
  }

  /// The description of a table that was made of the file: its columns by their own names, none of
  /// them private.
  ///
  /// - Parameters:
  ///   - names: the columns of that table.
  ///   - path: the file that it lies in.
  package func entry(of names: [String], path: String, key: [String]) -> String {
    var text = "  - name: \(resource.name)\n    path: \(quoted(path))\n"
    if let title { text += "    title: \(title)\n" }
    let own = names.map { name in
      var column = columns.first { $0.name == name } ?? ColumnDraft(named: name)
      column.openValues()
      return column
    }
    return text + schema(own, key: key)
  }

  /// The schema of some columns; what stands for no value in any may do so in the next file.
  private func schema(_ shown: [ColumnDraft], key: [String]) -> String {
    var text = "    schema:\n      fields:\n"
    let headings = columns.map(\.header)
    for column in shown {
      text += column.yaml(isKey: key.contains(column.name), among: headings)
    }
    let places = areaColumns.filter { name in shown.contains { $0.name == name } }
    if places.count > 1 || known == nil && places == ["province"] {
      let pairs = places.map { "\($0): \($0)" }
      text += "      areaColumns: {\(pairs.joined(separator: ", "))}\n"
    }
    if key.count == 1 { text += "      primaryKey: \(quoted(key[0]))\n" }
    if key.count > 1 {
      text += "      primaryKey: [\(key.map(quoted).joined(separator: ", "))]\n"
    }
    let words = columns.reduce(into: Set<String>()) { $0.formUnion($1.missing) }
    if !words.isEmpty {
      text += "      missingValues: [\(words.sorted().map(quoted).joined(separator: ", "))]\n"
    }
    return text
  }

  /// How the file is written.
  private var dialect: String {
    var parts: [String] = []
    let head = resource.dialect.head
    if head != 1...1 {
      parts.append("headerRows: [\(head.map(String.init).joined(separator: ", "))]")
    }
    let filled = resource.dialect.filledDown
    if !filled.isEmpty {
      parts.append("fillDown: [\(filled.map(quoted).joined(separator: ", "))]")
    }
    return parts.isEmpty ? "" : "    dialect: {\(parts.joined(separator: ", "))}\n"
  }

  /// Which sheets it is, and which of their columns become rows.
  private var shape: String {
    var text = ""
    let joined = resource.joined
    if joined.isOfAllSheets {
      text += "    sheet: \"\(JoinedParts.allSheets)\"\n"
    } else if !joined.sheets.isEmpty {
      text += "    sheet: [\(joined.sheets.map(quoted).joined(separator: ", "))]\n"
    } else if let sheet {
      text += "    sheet: \(quoted(sheet))\n"
    }
    if let column = joined.sheetColumn { text += "    sheetColumn: \(quoted(column))\n" }
    if let unpivot = resource.unpivot {
      let choice = unpivot.columns.map(quoted).joined(separator: ", ")
      text +=
        "    unpivot: {columns: [\(choice)], key: \(quoted(unpivot.key)), value: \(quoted(unpivot.value))}\n"
    }
    return text
  }

  private var remarks: String {
    var text = ""
    for field in known?.fields ?? [] where field.constraints.required {
      let isPlace = field.name == "area" && areaColumns.count > 1
      guard !isPlace, !columns.contains(where: { $0.name == field.name }) else { continue }
      text += "    # The table '\(resource.name)' needs a column '\(field.name)' as well.\n"
    }
    // Numbers are counts of places.
    let named = columns.filter { $0.type == .string }
    if known == nil, areaColumns.isEmpty, !columns.contains(where: { $0.name == "area" }),
      let place = named.narrowestPlace.map({ named[$0] })
    {
      text +=
        "    # ถ้าให้แต่ละแถวมีหน้าเป็นทะเบียน ให้เปลี่ยน \(place.name) เป็น area · for a register, rename it:"
      text += " {name: area, aliases: [\(quoted(place.header))]}\n"
    }
    return text
  }

  /// The title of a table that has one, or whose sheet or file has a Thai name.
  private var title: String? {
    if let caption { return "{\(language(of: caption).rawValue): \(quoted(caption))}" }
    let file = resource.path.split(separator: ".").first.map(String.init) ?? ""
    let name = [sheet, file].compactMap { $0 }.first { language(of: $0) == .thai }
    return name.map { "{th: \(quoted($0))}" }
  }
}

extension [ColumnDraft] {
  /// Where the narrowest places of a table are.
  fileprivate var narrowestPlace: Int? {
    ["subdistrict", "district", "province"].lazy.compactMap { name in
      self.firstIndex { $0.name == name }
    }.first
  }
}
