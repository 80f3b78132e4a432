import SaanText

/// What a column's values say about it.
///
/// All types are in the running at first, each value strikes out those that it is not, and the
/// narrowest that is left is taken: one odd value makes a column wider, never wrong. Digits that
/// look like a code stay text, for a number would lose the zeros in front.
struct ColumnDraft: Sendable {
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
  private(set) var isPrivate = false
  private(set) var couldBeKey = false
  /// Whether its years are those of the Buddhist Era, as all of its values say.
  private var isBuddhist = false
  /// Whether a value has a `%`, so that the column is one of per cent.
  private var hasPercent = false

  /// Texts that usually stand for no value.
  private static let usualMissing = Set(KnownColumns.missingWords)
  /// The types from the narrowest on.
  private static let candidates: [FieldType] = [
    .integer, .number, .boolean, .date, .yearmonth, .period,
  ]

  /// A column of texts that the program adds.
  init(named name: String) {
    (self.name, header, title) = (name, name, name)
    isRequired = name == "id"
  }

  init(_ table: Table, _ column: Int) {
    header = table.fields[column].name
    name = fieldName(header, else: "column_\(column + 1)")
    var fitting = Self.candidates
    isBuddhist = BuddhistYear.settles(
      table.rows.lazy.compactMap { $0.string(column) }.filter { !$0.isISODate })
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
        looksLikeYear =
          looksLikeYear && (PlainCell.year(cell) != nil || isBuddhist && cell.count == 4)
        if cell.allSatisfy({ $0 &- 0x30 < 10 }) {
          lengths?.insert(cell.count)
        } else {
          lengths = nil
        }
        let number = Self.perCent(cell)
        hasPercent = hasPercent || number != nil
        fitting.removeAll { !fits($0 == .number ? number ?? cell : cell, $0) }
      }
    }
    heading = PersonalHeading(header)
    guard !counts.isEmpty else {
      isPrivate = heading != nil
      return
    }
    isRequired = !hasMissing
    if fitting.first == .boolean { heading = nil }
    if hasLeadingZero || isOfCodes(lengths) {
      fitting.removeAll { $0 == .integer || $0 == .number }
      pattern = lengths.map { lengths in
        lengths.count == 1 ? "[0-9]{\(lengths.first ?? 1)}" : "[0-9]+"
      }
    }
    settleType(fitting.first ?? .string, looksLikeYear: looksLikeYear)
    isPrivate = people.isPrivate(type, header: header) || heading != nil
    let values = counts.values.reduce(0, +)
    couldBeKey =
      !hasMissing && counts.count == table.count
      && (type == .string || type == .integer && ["id", "code"].contains(name))
    if type == .string, (2...12).contains(counts.count), values >= counts.count * 5, !isPrivate {
      allowed = counts.keys.sorted()
    }
  }

  /// Whether digits in it are a code: areas have codes of two, four and six.
  private func isOfCodes(_ lengths: Set<Int>?) -> Bool {
    let isOfAreas =
      ["area", "province", "district", "subdistrict"].contains(name)
      && lengths?.isSubset(of: [2, 4, 6]) == true
    return isOfAreas || Field.isCode(header) || heading?.isOfDigits == true
  }

  private mutating func settleType(_ narrowest: FieldType, looksLikeYear: Bool) {
    type = narrowest
    // Numbers of that size may be anything, unless the heading says that they are years.
    let saysYear = ["ปี", "พ.ศ", "year"].contains { header.lowercased().contains($0) }
    if looksLikeYear, type == .integer, saysYear || !isBuddhist { type = .year }
    isBuddhist = isBuddhist && [.date, .year, .yearmonth, .period].contains(type)
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

  private func fits(_ cell: UnsafeBufferPointer<UInt8>, _ type: FieldType) -> Bool {
    let cell = cell.trimmed
    guard !cell.isEmpty else { return false }
    do throws(CellMistake) {
      switch type {
      case .integer:
        if PlainCell.integer(cell, CellHead(cell)) == nil { _ = try TolerantCell.integer(cell) }
      case .number:
        if PlainCell.number(cell, CellHead(cell)) == nil { _ = try TolerantCell.number(cell) }
      case .boolean: return cell.count > 1 && (try? TolerantCell.boolean(cell)) != nil
      case .date, .yearmonth, .year:
        _ = try BuddhistYear.reading(cell, isBuddhist) { cell throws(CellMistake) in
          try TolerantCell.date(cell, type)
        }
      case .period: _ = try BuddhistYear.reading(cell, isBuddhist, TolerantCell.period)
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
    } else if !isPrivate, title != nil {
      parts.append("title: \(usualTitle(name))")
    }
    if isBuddhist { parts.append("calendar: buddhist") }
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

/// The language that a heading is written in.
func language(of text: String) -> Language.Tag {
  text.hasThaiLetters ? .thai : .english
}
