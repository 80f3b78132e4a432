import SaanText

/// Drafts a descriptor, in YAML, from what a file's values look like.
///
/// It is a draft: a person who knows the data goes through it before it is used. Columns with
/// personal data are marked private in it, which is told.
///
/// - Parameters:
///   - sheet: the sheet of a workbook that has several.
///   - headRows: the rows of the head, where title rows stand above it or it has several levels.
///   - keepsHeadings: whether fields are named as the file's headings are, for reading the file at
///     once, instead of by short names in Latin letters with the headings as aliases.
package func inferSchema(
  _ file: DataFile, sheet: String? = nil, headRows: ClosedRange<Int>? = nil,
  keepsHeadings: Bool = false, limits: DataLimits = DataLimits()
) -> Outcome<String?> {
  let name = resourceName(file.path)
  let fileName = file.path.split(separator: "/").last.map(String.init) ?? file.path
  var resource = Resource(name: name, path: fileName, sheet: sheet)
  if let headRows { resource.dialect.head = headRows }
  let outcome = readTable(file, as: resource, limits: limits)
  // Columns with personal data are told of with what becomes of them.
  var found = Diagnostics(
    outcome.diagnostics.all.filter { !["private-data", "personal-column"].contains($0.code) })
  guard let table = outcome.value else { return Outcome(nil, found) }
  let known = keepsHeadings ? nil : KnownTable.named(name)
  let columns = columnDrafts(table, known, keepsHeadings: keepsHeadings)
  for (index, column) in columns.enumerated() {
    if let (row, finding, count) = column.personalData {
      let place = table.place(row: row, column: index)
      found.add(
        keepsHeadings
          ? .columnLeftOut(column.header, finding, count: count, at: place)
          : .columnMadePrivate(column.header, finding, count: count, at: place))
    } else if let heading = column.heading {
      let place = Place.cell(
        path: table.path, sheet: table.sheet, row: headRows?.upperBound ?? 1,
        column: column.header)
      found.add(
        keepsHeadings
          ? .columnLeftOut(column.header, heading, at: place)
          : .columnMadePrivate(column.header, heading, at: place))
    }
  }
  return Outcome(draftDescriptor(table, columns, resource, known), found)
}

private func columnDrafts(
  _ table: Table, _ known: KnownTable?, keepsHeadings: Bool
) -> [ColumnDraft] {
  var columns: [ColumnDraft] = []
  for index in table.fields.indices {
    var column = ColumnDraft(table, index)
    if keepsHeadings {
      column.name = column.header
    } else {
      column.title = column.header
    }
    if columns.contains(where: { $0.name == column.name }) { column.name += "_\(index + 1)" }
    columns.append(column)
  }
  if let known { adopt(known, in: &columns) }
  return columns
}

/// Gives columns of a table that the program knows the names and types that it reads.
private func adopt(_ known: KnownTable, in columns: inout [ColumnDraft]) {
  // Places are named by their narrowest column.
  if !columns.contains(where: { $0.name == "area" }),
    known.fields.contains(where: { $0.name == "area" }),
    let narrowest = columns.narrowestPlace
  {
    columns[narrowest].name = "area"
  }
  for index in columns.indices {
    if let field = known.fields.first(where: { $0.name == columns[index].name }) {
      columns[index].adopt(field)
    }
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

private func draftDescriptor(
  _ table: Table, _ columns: [ColumnDraft], _ resource: Resource, _ known: KnownTable?
) -> String {
  var text = """
    # ร่างจากข้อมูล ตรวจชนิดของค่า แล้วเพิ่มชื่อ หน่วย และกฎ · a draft made from the data: check the types, then add titles, units and rules
    name: \(resource.name)
    resources:
      - name: \(resource.name)
        path: \(quoted(resource.path))

    """
  if let title = title(of: resource, table) { text += "    title: \(title)\n" }
  let head = resource.dialect.head
  if head != 1...1 {
    text += "    dialect: {headerRows: [\(head.map(String.init).joined(separator: ", "))]}\n"
  }
  for field in known?.fields ?? [] where field.constraints.required {
    guard !columns.contains(where: { $0.name == field.name }) else { continue }
    text += "    # The table '\(resource.name)' needs a column '\(field.name)' as well.\n"
  }
  // Numbers are counts of places.
  let named = columns.filter { $0.type == .string }
  if known == nil, !columns.contains(where: { $0.name == "area" }),
    let place = named.narrowestPlace.map({ named[$0] })
  {
    text +=
      "    # ถ้าให้แต่ละแถวมีหน้าเป็นทะเบียน ให้เปลี่ยน \(place.name) เป็น area · for a register, rename it:"
    text += " {name: area, aliases: [\(quoted(place.header))]}\n"
  }
  if let sheet = table.sheet { text += "    sheet: \(quoted(sheet))\n" }
  text += "    schema:\n      fields:\n"
  for column in columns { text += column.yaml }
  if let key = columns.first(where: \.couldBeKey) {
    text += "      primaryKey: \(quoted(key.name))\n"
  }
  let missing = columns.reduce(into: Set<String>()) { $0.formUnion($1.missing) }
  if !missing.isEmpty {
    text += "      missingValues: [\(missing.sorted().map(quoted).joined(separator: ", "))]\n"
  }
  return text
}

/// The title of a table whose sheet or file has a Thai name.
private func title(of resource: Resource, _ table: Table) -> String? {
  let file = resource.path.split(separator: ".").first.map(String.init) ?? ""
  let name = [table.sheet, file].compactMap { $0 }.first { language(of: $0) == .thai }
  return name.map { "{th: \(quoted($0))}" }
}

/// The language that a heading is written in.
private func language(of text: String) -> Language.Tag {
  text.hasThaiLetters ? .thai : .english
}

/// What a column's values say about it.
///
/// All types are in the running at first, each value strikes out those that it is not, and the
/// narrowest that is left is taken: one odd value makes a column wider, never wrong. Digits that
/// look like a code stay text, for a number would lose the zeros in front.
private struct ColumnDraft {
  var name: String
  let header: String
  /// The title that readers see.
  var title: String?
  private(set) var type = FieldType.string
  /// The form of codes.
  private var pattern: String?
  /// What the heading says that the column tells about people.
  private(set) var heading: PersonalHeading?
  private(set) var missing: Set<String> = []
  private var isRequired = false
  private var allowed: [String] = []
  private var people = PersonalDataTally()
  private var isPrivate = false
  private(set) var couldBeKey = false
  /// Whether a value has a `%`, so that the column is one of per cent.
  private var hasPercent = false

  /// Texts that usually stand for no value.
  private static let usualMissing = Set(KnownColumns.missingWords)
  /// The types from the narrowest on.
  private static let candidates: [FieldType] = [
    .integer, .number, .boolean, .date, .yearmonth, .period,
  ]

  init(_ table: Table, _ column: Int) {
    header = table.fields[column].name
    name = fieldName(header, else: "column_\(column + 1)")
    var fitting = Self.candidates
    var hasMissing = false
    var counts: [String: Int] = [:]
    var hasLeadingZero = false
    var looksLikeYear = true
    var lengths: Set<Int>? = []
    for row in table.rows {
      let written = row.string(column)
      guard let text = written, !Self.usualMissing.contains(text) else {
        if let written { missing.insert(written) }
        hasMissing = true
        continue
      }
      if counts.count <= 50_000 { counts[text, default: 0] += 1 }
      row.withUTF8(column) { cell in
        people.add(cell, row: row.index)
        hasLeadingZero =
          hasLeadingZero || (cell.count > 1 && cell[0] == UInt8(ascii: "0") && cell[1] &- 0x30 < 10)
        looksLikeYear = looksLikeYear && PlainCell.year(cell) != nil
        if cell.allSatisfy({ $0 &- 0x30 < 10 }) {
          lengths?.insert(cell.count)
        } else {
          lengths = nil
        }
        let number = Self.perCent(cell)
        hasPercent = hasPercent || number != nil
        fitting.removeAll { !Self.fits($0 == .number ? number ?? cell : cell, $0) }
      }
    }
    heading = PersonalHeading(header)
    guard !counts.isEmpty else {
      isPrivate = heading != nil
      return
    }
    isRequired = !hasMissing
    if fitting.first == .boolean { heading = nil }
    // Areas have codes of two, four and six digits.
    let isArea =
      ["province", "district", "subdistrict"].contains(name)
      && lengths?.isSubset(of: [2, 4, 6]) == true
    if hasLeadingZero || isArea || Field.isCode(header) || heading?.isOfDigits == true {
      fitting.removeAll { $0 == .integer || $0 == .number }
      pattern = lengths.map { lengths in
        lengths.count == 1 ? "[0-9]{\(lengths.first ?? 1)}" : "[0-9]+"
      }
    }
    type = fitting.first ?? .string
    if looksLikeYear, type == .integer { type = .year }
    isPrivate = people.isPrivate(type, header: header) || heading != nil
    let values = counts.values.reduce(0, +)
    couldBeKey = !hasMissing && counts.count == table.count && [.string, .integer].contains(type)
    if type == .string, (2...12).contains(counts.count), values >= counts.count * 5, !isPrivate {
      allowed = counts.keys.sorted()
    }
  }

  /// Takes the type that the program reads the column with, where it needs one.
  mutating func adopt(_ field: Field) {
    if field.type != .string || ![.string, .any].contains(type) { type = field.type }
    if field.constraints.required { isRequired = true }
    allowed = []
  }

  /// The first personal data in it, where the column is private for it, and in how many values.
  var personalData: (row: Int, finding: PrivateData.Finding, count: Int)? {
    people.isPrivate(type, header: header)
      ? people.first.map { ($0.row, $0.finding, people.count) } : nil
  }

  /// The number of a cell such as `12.5%`.
  private static func perCent(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard cell.count > 1, cell.last == UInt8(ascii: "%") else { return nil }
    return UnsafeBufferPointer(rebasing: cell.dropLast())
  }

  private static func fits(_ cell: UnsafeBufferPointer<UInt8>, _ type: FieldType) -> Bool {
    let cell = cell.trimmed
    guard !cell.isEmpty else { return false }
    do throws(CellMistake) {
      switch type {
      case .integer:
        if PlainCell.integer(cell, CellHead(cell)) == nil { _ = try TolerantCell.integer(cell) }
      case .number:
        if PlainCell.number(cell, CellHead(cell)) == nil { _ = try TolerantCell.number(cell) }
      case .boolean: return cell.count > 1 && (try? TolerantCell.boolean(cell)) != nil
      case .date, .yearmonth, .year: _ = try TolerantCell.date(cell, type)
      case .period: _ = try TolerantCell.period(cell)
      case .string, .any, .image: return true
      }
      return true
    } catch {
      return false
    }
  }

  var yaml: String {
    var parts = ["name: \(quoted(name))", "type: \(type.rawValue)"]
    if name != header {
      parts.append("aliases: [\(quoted(header))]")
      if let title { parts.append("title: {\(language(of: title).rawValue): \(quoted(title))}") }
    }
    if isPrivate { parts.append("private: true") }
    // A unit says that long numbers are amounts.
    if !isPrivate, hasPercent, type == .number {
      parts.append("unit: {th: ร้อยละ, en: per cent}")
    } else if !isPrivate, people.hasPlainNumbers {
      parts.append("unit: \"?\"")
    }
    var constraints: [String] = isRequired ? ["required: true"] : []
    if !allowed.isEmpty {
      constraints.append("enum: [\(allowed.map(quoted).joined(separator: ", "))]")
    }
    if let pattern, !isPrivate { constraints.append("pattern: \(quoted(pattern))") }
    if !constraints.isEmpty {
      parts.append("constraints: {\(constraints.joined(separator: ", "))}")
    }
    return "        - {\(parts.joined(separator: ", "))}\n"
  }
}

/// The names that Thai headings usually have in published tables, by how they begin.
///
/// The longer of two beginnings counts: `วันที่ก่อตั้ง` before `วันที่`.
private let usualNames: [(heading: String, name: String)] = [
  ("รหัส", "id"), ("ลำดับ", "number"), ("ชื่อ", "name"), ("จังหวัด", "province"),
  ("อำเภอ", "district"), ("เขต", "district"), ("ตำบล", "subdistrict"), ("แขวง", "subdistrict"),
  ("พื้นที่", "area"), ("ที่อยู่", "address"), ("ประเภท", "kind"), ("สถานะ", "status"),
  ("วันที่", "date"), ("วันที่ก่อตั้ง", "founded_on"), ("วันที่จดแจ้ง", "registered_on"),
  ("วันที่จดทะเบียน", "registered_on"), ("ข้อมูล ณ", "as_of"), ("ปี", "year"), ("เดือน", "month"),
  ("จำนวน", "count"), ("จำนวนสมาชิก", "members_count"), ("สมาชิก", "members_count"),
  ("จำนวนครัวเรือน", "households_count"), ("ครัวเรือน", "households_count"),
  ("จำนวนองค์กร", "organisations_count"),
  ("ชุมชน", "communities_count"), ("องค์กร", "organisations_count"), ("เงินกองทุน", "capital_baht"),
  ("งบประมาณ", "budget_baht"), ("เงิน", "amount_baht"), ("แหล่งข้อมูล", "source"), ("ที่มา", "source"),
  ("หมายเหตุ", "note"), ("โทรศัพท์", "phone"), ("เบอร์", "phone"), ("มือถือ", "phone"), ("อีเมล", "email"),
  ("เลขบัตร", "id_card"), ("เลขประจำตัวประชาชน", "id_card"), ("วันเกิด", "birth_date"),
  ("ไลน์", "line_id"),
  ("ประธาน", "chair"), ("วันจดแจ้ง", "registered_on"), ("ชาย", "men_count"), ("หญิง", "women_count"),
]

/// The header as a field's name: lower case with underscores; for Thai the usual name of the field.
private func fieldName(_ header: String, else fallback: String) -> String {
  let usual = usualNames.filter { header.hasPrefix($0.heading) }
    .max { $0.heading.utf8.count < $1.heading.utf8.count }
  if let usual { return usual.name }
  var name = ""
  for character in header.lowercased() {
    if character.isASCII, character.isLetter || character.isNumber || character == "@" {
      name.append(character)
    } else if !name.isEmpty, !name.hasSuffix("_") {
      name.append("_")
    }
  }
  while name.hasSuffix("_") { name.removeLast() }
  return name.contains(where: \.isLetter) ? name : fallback
}

private func resourceName(_ path: String) -> String {
  let file = path.split(separator: "/").last ?? ""
  return fieldName(String(file.split(separator: ".").first ?? ""), else: "table")
    .replacing("_", with: "-")
}

/// A text as YAML reads it back as that text.
private func quoted(_ text: String) -> String {
  let isPlain =
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
    } && text.unicodeScalars.first?.properties.isAlphabetic == true
    && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
  if isPlain { return text }
  var bytes: [UInt8] = []
  bytes.appendJSON(text)
  return String(decoding: bytes, as: UTF8.self)
}
