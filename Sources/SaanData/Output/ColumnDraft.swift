import SaanText

/// What a column's values say about it.
///
/// The narrowest type is taken that all values fit, or nearly all; what does not fit is told.
/// Digits that look like a code stay text, for a number would lose the zeros in front.
struct ColumnDraft: Sendable {
  var name: String
  let header: String
  /// The title that readers see.
  var title: String?
  private(set) var type = FieldType.string
  /// What nearly all of its values are, where some are not.
  private(set) var mixture: TypeTally.Mixture?
  /// What many of its values are, though it is text.
  private(set) var doubt: TypeTally.Mixture?
  /// The form of codes.
  private var pattern: String?
  /// What the heading says that the column tells about people.
  private(set) var heading: PersonalHeading?
  private(set) var missing: Set<String> = []
  private(set) var isFull = false
  private var allowed: [String] = []
  private(set) var people = PersonalDataTally()
  private(set) var isPrivate = false
  private(set) var couldBeKey = false
  /// Whether its years are those of the Buddhist Era, as all of its values say.
  private var isBuddhist = false
  /// Whether a value has a `%`, so that the column is one of per cent.
  private var hasPercent = false
  /// The first row with a number of at most 1 that has none.
  private var firstShare: Int?
  /// Whether the program needs it in every row.
  private var isNeeded = false

  /// Texts that usually stand for no value.
  private static let usualMissing = Set(KnownColumns.missingWords)

  /// How many values must be alike before the next ones have to be.
  private static let fewestForRule = 10

  /// A column of texts that the program adds.
  init(named name: String) {
    (self.name, header, title) = (name, name, name)
    isFull = name == "id"
  }

  /// - Parameter isText: whether it was said that the column is text, whatever its values look
  ///   like.
  init(_ table: Table, _ column: Int, isText: Bool) {
    header = table.fields[column].name
    name = fieldName(header, else: "column_\(column + 1)")
    people = PersonalDataTally(isOfRole: PersonalHeading.isOfRole(header))
    isBuddhist = BuddhistYear.settles(
      table.rows.lazy.compactMap { $0.string(column) }.filter { !$0.isISODate })
    var types = TypeTally(isBuddhist: isBuddhist)
    var hasMissing = false
    var counts: [String: Int] = [:]
    var hasLeadingZero = false
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
        if cell.allSatisfy({ $0 &- 0x30 < 10 }) {
          lengths?.insert(cell.count)
        } else {
          lengths = nil
        }
        let number = Self.perCent(cell)
        hasPercent = hasPercent || number != nil
        if firstShare == nil, number == nil, let value = ExactNumber(text)?.double, value > 0,
          value <= 1
        {
          firstShare = row.index
        }
        types.add(cell, number: number, row: row.index)
      }
    }
    heading = PersonalHeading(header)
    guard !counts.isEmpty else {
      isPrivate = heading != nil
      return
    }
    isFull = !hasMissing
    if hasLeadingZero || isOfCodes(lengths) {
      types.removeNumbers()
      pattern = pattern(of: lengths, count: counts.values.reduce(0, +))
    }
    if saysDocument { types.removeDates() }
    if !isText { settle(types) }
    if type == .boolean { heading = nil }
    isPrivate = people.isPrivate(type, header: header) || heading != nil
    let values = counts.values.reduce(0, +)
    couldBeKey =
      !hasMissing && counts.count == table.count
      && (type == .string || type == .integer && ["id", "code"].contains(name))
    if type == .string, (2...12).contains(counts.count), values >= counts.count * 5, !isPrivate {
      allowed = counts.keys.sorted()
    }
  }

  /// The form of codes: what a few rows have in common, or how places are called in one file, is no
  /// rule for the next.
  private func pattern(of lengths: Set<Int>?, count: Int) -> String? {
    guard !isOfPlaces, count >= Self.fewestForRule else { return nil }
    return lengths.map { $0.count == 1 ? "[0-9]{\($0.first ?? 1)}" : "[0-9]+" }
  }

  /// What the values are, and which of them are not.
  private mutating func settle(_ types: TypeTally) {
    let isName = Self.names.contains(name)
    let saysSo = !isName && saysType
    type = isName ? types.type(saysSo: false, isWhole: true) : types.type(saysSo: saysSo)
    if !isName {
      mixture = type == .string ? nil : types.mixture(saysSo: saysSo)
      doubt = type == .string ? types.doubt(saysSo: saysSo) : nil
    }
    // Numbers of that size may be anything, unless the heading says that they are years.
    let saysYear = ["ปี", "พ.ศ", "year"].contains { header.lowercased().contains($0) }
    if types.looksLikeYear, type == .integer, saysYear || !isBuddhist { type = .year }
    isBuddhist = isBuddhist && [.date, .year, .yearmonth, .period].contains(type)
  }

  /// Columns that name things: a number among their texts is a name too.
  private static let names: Set<String> = [
    "id", "name", "name@en", "title", "area", "province", "district", "subdistrict", "region",
    "village", "note", "detail", "address", "location", "kind", "status", "code",
  ]

  /// Whether the heading says that numbers or dates stand below it.
  private var saysType: Bool {
    name.hasSuffix("_count") || name.hasSuffix("_baht") || name.hasSuffix("_on")
      || ["count", "percent", "date", "as_of", "year", "month", "age", "value"].contains(name)
      || Field.isMeasure(header)
  }

  /// Whether the heading says that its values are codes or the numbers of documents.
  private var saysDocument: Bool {
    !header.contains("วันที่")
      && (header.hasPrefix("เลข")
        || ["รหัส", "เลขที่", "เลขทะเบียน", "ที่หนังสือ", "หนังสือที่"].contains(where: header.containsBytes))
  }

  /// Whether its cells name places.
  var isOfPlaces: Bool { ["area", "province", "district", "subdistrict"].contains(name) }

  /// Whether digits in it are a code: areas have codes of two, four and six.
  private func isOfCodes(_ lengths: Set<Int>?) -> Bool {
    let isOfAreas = isOfPlaces && lengths?.isSubset(of: [2, 4, 6]) == true
    return isOfAreas || Field.isCode(header) || heading?.isOfDigits == true
  }

  /// Takes the type that the program reads the column with, where it needs one.
  mutating func adopt(_ field: Field) {
    if field.type != .string || ![.string, .any].contains(type) { type = field.type }
    if field.constraints.required { isNeeded = true }
    (mixture, doubt, allowed) = (nil, nil, [])
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

  /// The first row of a column of per cent whose number may be a share of one.
  var doubtfulShare: Int? { hasPercent && type == .number ? firstShare : nil }

  /// Leaves a column to readers that tells about people only in a list of persons.
  mutating func publishOutsideOfPersons() {
    guard heading?.needsPersons == true else { return }
    heading = nil
    isPrivate = people.isPrivate(type, header: header)
  }

  /// Withholds the column, whose values are of single persons.
  mutating func withhold() { isPrivate = true }

  /// Keeps a column for readers in which a few values give somebody away: these are mistakes.
  mutating func publishBesideMistakes() {
    if heading == nil, people.isOfFew { isPrivate = false }
  }

  /// Says nothing of which values it may have: the next file brings others.
  mutating func openValues() { allowed = [] }

  /// Whether readers see its numbers under a title of its own.
  private var isMeasured: Bool {
    !isPrivate && title != nil && [.integer, .number].contains(type)
  }

  /// The column as a field of a description.
  ///
  /// - Parameters:
  ///   - isKey: whether it is one of the columns that name rows.
  ///   - headings: the headings of all columns.
  func yaml(isKey: Bool, among headings: [String]) -> String {
    var parts = ["name: \(quoted(name))", "type: \(type.rawValue)"]
    let measured = isMeasured ? Headings.measured(header) : nil
    if name != header {
      // The next file may leave the unit out, where that makes no number another one.
      let bare = measured.flatMap {
        QuotedNumber.scale(ofUnit: $0.unit.thai) == 0 && !headings.contains($0.bare)
          ? ", \(quoted($0.bare))" : nil
      }
      parts.append("aliases: [\(quoted(header))\(bare ?? "")]")
      if let title = measured?.bare ?? title {
        parts.append("title: {\(language(of: title).rawValue): \(quoted(title))}")
      }
    } else if !isPrivate, title != nil {
      parts.append("title: \(usualTitle(name))")
    }
    if isBuddhist { parts.append("calendar: buddhist") }
    if isPrivate { parts.append("private: true") }
    // A unit says that long numbers are amounts.
    if !isPrivate, hasPercent, type == .number {
      parts.append("unit: {th: ร้อยละ, en: per cent}")
    } else if let unit = measured?.unit {
      parts.append("unit: {th: \(quoted(unit.thai)), en: \(quoted(unit.english))}")
    } else if !isPrivate, people.hasPlainNumbers {
      parts.append("unit: \"?\"")
    }
    // A column that happens to be full in one file need not be so in the next.
    let isRequired = isNeeded || isFull && (isKey || ["id", "name", "area"].contains(name))
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
