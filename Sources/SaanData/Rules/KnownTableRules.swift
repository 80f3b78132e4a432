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
      var rows: [String: [Row]] = [:]
      for row in table.rows {
        guard let word = row.string(index), !allowed.contains(word) else { continue }
        rows[word, default: []].append(row)
      }
      // A sheet in other words has each of them in many rows.
      return rows.sorted { $0.value[0].index < $1.value[0].index }.map { word, rows in
        let found = Diagnostic.unknownWord(word, among: allowed, at: rows[0].place(index))
        let more = rows.count - 1
        return more == 0
          ? found
          : found.noting(
            Wording(
              en: "and in \(more) more row\(more == 1 ? "" : "s")", th: "และอีก \(more) แถว"))
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
        guard let exact = row.exactNumber(index), let number = exact.rounded(toScale: 0).int,
          !range.contains(number)
        else { return nil }
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
      found += register.unread.map { .badFilter($0, at: place("filter")) }
      if register.computation != .count {
        let numbers = table.fields.filter { [.integer, .number].contains($0.type) }.map(\.name)
        found += fields.filter { columns.contains($0) && !numbers.contains($0) }.map {
          .datasetFieldOfText($0, table: register.table, among: numbers, at: place("field"))
        }
      }
      if fields.isEmpty, register.computation != .count {
        found.append(.missingDatasetField(register.computation.rawValue, at: place("field")))
      }
      return found
    }
  }
}

extension DataRule {
  static let filters = DataRule(
    "filter-without-rows", .warning,
    Wording(
      en: "some row of the table has what the filter of a computed indicator asks for",
      th: "มีแถวในตารางตรงกับเงื่อนไขของตัวชี้วัดที่คำนวณ")
  ) { statistics, _ in
    statistics.indicators.flatMap { indicator -> [Diagnostic] in
      guard let register = indicator.register, let table = statistics.package[register.table],
        table.count > 0
      else { return [] }
      return register.filter.compactMap { name, value in
        guard let column = table.column(name),
          !table.fields[column].constraints.allowed.contains(value),
          !table.rows.contains(where: { $0.string(column) == value })
        else { return nil }
        return .filterWithoutRows(
          name, value, table: register.table,
          among: Set(table.rows.prefix(10_000).compactMap { $0.string(column) }),
          at: statistics.place("indicators", indicator.row, "filter"))
      }
    }
  }

  static let shares = DataRule(
    "sum-of-shares", .error,
    Wording(
      en: "percentages and rates of areas are not added up",
      th: "ไม่นำร้อยละหรืออัตราของแต่ละพื้นที่มาบวกกัน")
  ) { statistics, _ in
    statistics.indicators.compactMap { indicator in
      guard indicator.aggregation == .sum,
        indicator.isShare || [.percentage, .ratio].contains(indicator.kind)
      else { return nil }
      return .sumOfShares(
        indicator.id, at: statistics.place("indicators", indicator.row, "aggregation"))
    }
  }

  static let multipliers = DataRule(
    "unit-without-scale", .error,
    Wording(
      en: "a unit says the power of ten that its numbers are multiplied with",
      th: "หน่วยนับบอกพัน หมื่น แสน หรือล้านที่ใช้คูณตัวเลข")
  ) { statistics, _ in
    statistics.indicators.compactMap { indicator in
      guard indicator.multiplier != 0, indicator.unit?.scale != indicator.multiplier else {
        return nil
      }
      return .unitWithoutScale(
        indicator.multiplier, unit: indicator.unit,
        at: statistics.place("indicators", indicator.row, "unit_multiplier"))
    }
  }

  static let listedIDs = DataRule(
    "unknown-listed", .error,
    Wording(
      en: "cells that list proposals, asks, promises or evidence name rows that there are",
      th: "ช่องที่แจกแจงข้อเสนอ ข้อย่อย คำสัญญา หรือหลักฐาน ระบุแถวที่มีอยู่จริง")
  ) { statistics, _ in
    KnownColumns.lists.flatMap { name, column, target -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column),
        let listed = statistics.package[target]
      else { return [] }
      let ids = listed.rows.compactMap { $0.string("id") }
      let known = Set(ids)
      return table.rows.flatMap { row in
        (row.string(index)?.listed ?? []).filter { !known.contains($0) }.map {
          .unknownListed($0, table: target, among: ids, at: row.place(index))
        }
      }
    }
  }

  static let missingTables = DataRule(
    "reference-without-table", .error,
    Wording(
      en: "what names rows of another table has that table", th: "คอลัมน์ที่อ้างถึงตารางอื่นมีตารางนั้นอยู่จริง")
  ) { statistics, _ in
    var missing: [String: [NamingColumn]] = [:]
    for table in statistics.package.tables {
      let named =
        (KnownTable.named(table.name)?.references ?? []).map { ($0.column, $0.table) }
        + KnownColumns.lists.filter { $0.table == table.name }.map { ($0.column, $0.target) }
      for (name, target) in named {
        // A table that could not be read has been told.
        guard statistics.package.descriptor.resource(target) == nil,
          statistics.package[target] == nil, let column = table.column(name)
        else { continue }
        // The program's own places have sources of their own, and no row in a file of the site.
        let rows = table.rows.filter { $0.number > 0 && !$0.isMissing(column) }
        guard let first = rows.first, let id = first.string(column) else { continue }
        missing[target, default: []].append(
          NamingColumn(
            table: table.name, column: name, rows: rows.count, id: id, place: first.place(column)))
      }
    }
    return missing.sorted { $0.key < $1.key }.map {
      .referenceWithoutTable($0.key, named: $0.value)
    }
  }

  static let circles = DataRule(
    "merged-in-circles", .error,
    Wording(
      en: "nothing is merged into itself or split from itself, on whatever way",
      th: "ไม่มีสิ่งใดรวมเข้ากับตัวเองหรือแยกจากตัวเอง ไม่ว่าผ่านกี่ทอด")
  ) { statistics, _ in
    let columns = [
      ("parties", "merged_into"), ("promises", "merged_into"), ("promises", "split_from"),
    ]
    return columns.flatMap { table, column in
      let rows = statistics.package.rows(table)
      let next = Dictionary(
        rows.compactMap { row in
          row.string("id").flatMap { id in row.string(column).map { (id, $0) } }
        }, uniquingKeysWith: { first, _ in first })
      return rows.compactMap { row -> Diagnostic? in
        guard let id = row.string("id"), var place = next[id] else { return nil }
        var passed: Set<String> = []
        while place != id, passed.insert(place).inserted, let further = next[place] {
          place = further
        }
        return place == id ? .mergedInCircles(id, at: row.place(column)) : nil
      }
    }
  }

  static let listedOnce = DataRule(
    "listed-twice", .warning,
    Wording(en: "no cell lists one thing twice", th: "ช่องที่แจกแจงรายการไม่ระบุสิ่งเดียวกันซ้ำ")
  ) { statistics, _ in
    KnownColumns.lists.flatMap { name, column, _ -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column) else {
        return []
      }
      return table.rows.compactMap { row in
        var seen = Set<String>()
        let again = (row.string(index)?.listed ?? []).first { !seen.insert($0).inserted }
        return again.map { .listedTwice($0, at: row.place(index)) }
      }
    }
  }
}

/// A column that names rows of a table.
struct NamingColumn {
  let table: String
  let column: String
  /// How many rows name some.
  let rows: Int
  /// What the first of them names, and where.
  let id: String
  let place: Place
}

extension KnownTable {
  /// The columns whose numbers the program calculates with, or that count and cost something.
  static let ranges: [(table: String, column: String, range: ClosedRange<Int>)] = [
    ("areas", "tile_col", tiles), ("areas", "tile_row", tiles), ("areas", "provinces", counts),
    ("areas", "districts", counts), ("areas", "subdistricts", counts),
    ("indicators", "unit_multiplier", multipliers), ("indicators", "precision", precisions),
    ("organisations", "members_count", counts),
    ("organisations", "organisations_count", counts), ("promise_events", "votes_for", counts),
    ("promise_events", "votes_against", counts), ("promise_events", "votes_abstain", counts),
    ("promises", "review_every", 1...counts.upperBound), ("promises", "budget_baht", amounts),
    ("proposals", "cost", amounts),
  ]
}

extension KnownTable {
  /// What something costs in baht, written out.
  private static let amounts = 0...100_000_000_000_000
}

extension FieldType {
  /// Whether a column of this type gives what one of the other type would.
  fileprivate func reads(as wanted: FieldType) -> Bool {
    switch wanted {
    case .period, .date, .year, .yearmonth: [.period, .date, .year, .yearmonth].contains(self)
    case .number: self == .number || self == .integer
    case .string, .any, .image: true
    default: self == wanted
    }
  }
}
