import SaanText

extension DataRule {
  static let knownTables = DataRule(
    "known-table", .error,
    Wording(
      en: "a table that the program knows by name has the columns it reads, with their types",
      th: "ตารางที่โปรแกรมรู้จักมีคอลัมน์และชนิดตามที่กำหนด")
  ) { statistics, _ in
    statistics.package.tables.flatMap { table -> [Diagnostic] in
      guard let known = KnownTable.named(table.name) else { return [] }
      let place = statistics.package.descriptor.resource(table.name)?.span?.place
      return known.fields.compactMap { field in
        guard let given = table.schema.field(field.name) else {
          return field.constraints.required
            ? .missingKnownColumn(
              field.name, table: table.name, at: place ?? .file(path: table.path))
            : nil
        }
        guard !given.type.reads(as: field.type) else { return nil }
        return .knownColumnType(
          field.name, table: table.name, type: field.type, given: given.type,
          at: place ?? .file(path: table.path))
      }
    }
  }

  static let words = DataRule(
    "unknown-word", .error,
    Wording(
      en: "columns with a fixed list of words hold only these",
      th: "คอลัมน์ที่มีคำให้เลือกใช้เฉพาะคำเหล่านั้น")
  ) { statistics, _ in
    KnownColumns.words.flatMap { name, column, words -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column),
        table.fields[index].constraints.allowed.isEmpty
      else { return [] }
      let allowed = words.split(separator: " ").map(String.init)
      return table.rows.compactMap { row in
        guard let word = row.string(index), !allowed.contains(word) else { return nil }
        return .unknownWord(word, among: allowed, at: row.place(index))
      }
    }
  }

  static let ranges = DataRule(
    "out-of-range", .error,
    Wording(
      en: "numbers that the program calculates with lie in the range that makes sense",
      th: "ตัวเลขที่โปรแกรมใช้คำนวณอยู่ในช่วงที่เป็นไปได้")
  ) { statistics, _ in
    KnownTable.ranges.flatMap { name, column, range -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column) else {
        return []
      }
      return table.rows.compactMap { row in
        guard let number = row.integer(index), !range.contains(number) else { return nil }
        return .outOfRange(column, number, range, at: row.place(index))
      }
    }
  }

  static let ratios = DataRule(
    "half-ratio", .error,
    Wording(
      en:
        "an indicator that is a ratio names a numerator and a denominator, and is not counted as well",
      th: "ตัวชี้วัดที่เป็นอัตราส่วนระบุทั้ง numerator และ denominator และไม่นับจากตารางด้วย")
  ) { statistics, _ in
    statistics.package.rows("indicators").compactMap { row in
      let (top, bottom) = (row.string("numerator"), row.string("denominator"))
      if let only = top ?? bottom, top == nil || bottom == nil {
        return .halfRatio(
          lacking: top == nil ? "numerator" : "denominator", beside: only,
          at: row.place(top == nil ? "denominator" : "numerator"))
      }
      guard top != nil, row.string("dataset") != nil else { return nil }
      return .countedRatio(at: row.place("dataset"))
    }
  }

  static let datasets = DataRule(
    "unknown-dataset", .error,
    Wording(
      en: "a computed indicator names a table and columns that there are",
      th: "ตัวชี้วัดที่คำนวณระบุตารางและคอลัมน์ที่มีอยู่จริง")
  ) { statistics, _ in
    statistics.indicators.flatMap { indicator -> [Diagnostic] in
      guard let register = indicator.register else { return [] }
      let place = { statistics.place("indicators", indicator.row, $0) }
      guard let table = statistics.package[register.table] else {
        let known = statistics.package.tables.map(\.name)
        return [.unknownDataset(register.table, among: known, at: place("dataset"))]
      }
      let fields = (register.field ?? "").split(separator: "/").map { String($0).trimmed }
      let columns = table.fields.map(\.name)
      var found = fields.filter { !columns.contains($0) }.map {
        Diagnostic.unknownDatasetField(
          $0, table: register.table, among: columns, at: place("field"))
      }
      found += register.filter.filter { !columns.contains($0.column) }.map {
        .unknownDatasetField($0.column, table: register.table, among: columns, at: place("filter"))
      }
      if fields.isEmpty, register.computation != .count {
        found.append(.missingDatasetField(register.computation.rawValue, at: place("field")))
      }
      return found
    }
  }
}

extension KnownTable {
  /// The columns whose numbers the program calculates with.
  static let ranges: [(table: String, column: String, range: ClosedRange<Int>)] = [
    ("areas", "tile_col", tiles), ("areas", "tile_row", tiles), ("areas", "provinces", counts),
    ("areas", "districts", counts), ("areas", "subdistricts", counts),
    ("indicators", "unit_multiplier", multipliers),
    ("indicators", "precision", precisions), ("organisations", "members_count", counts),
    ("organisations", "organisations_count", counts),
  ]
}

extension FieldType {
  /// Whether a column of this type gives what one of the other type would.
  fileprivate func reads(as wanted: FieldType) -> Bool {
    switch wanted {
    case .period, .date, .year, .yearmonth: [.period, .date, .year, .yearmonth].contains(self)
    case .number: self == .number || self == .integer
    case .string, .any: true
    default: self == wanted
    }
  }
}
