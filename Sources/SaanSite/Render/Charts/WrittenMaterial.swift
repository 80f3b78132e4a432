import SaanCharts
import SaanTemplate
import SaanText

/// Numbers that stand in the call itself, or in a Markdown table in its body.
struct WrittenMaterial: Sendable {
  let reader: Language
  /// Whether the first column is time.
  let isOverTime: Bool
  /// Whether a second number is what is to be reached.
  let hasTargets: Bool
  /// Whether rows of one number are the parts of a whole.
  let isWhole: Bool

  private var nouns: ChartNouns { ChartNouns(language: reader) }

  /// Rows of a name and one number or several.
  ///
  /// - Parameter units: what figures in the cells count, where that is known.
  func rows(
    _ rows: [[Value]], columns: [String], units: [[String?]] = []
  ) throws(TemplateFault) -> ChartMaterial {
    let width = rows.map(\.count).max() ?? 0
    guard width > 1 else {
      throw .badChart(
        "a row of a chart needs a name and a number", "แถวของแผนภูมิต้องมีชื่อและตัวเลข",
        hint: Wording(
          en: "write rows=[[\"north\", 12], [\"south\", 7]]",
          th: "เขียน rows=[[\"เหนือ\", 12], [\"ใต้\", 7]]"))
    }
    let count = hasTargets ? 1 : width - 1
    var series = (0..<count).map { index in
      let label = columns.indices.contains(index + 1) ? columns[index + 1] : ""
      return ChartSeries(ChartLabel(count > 1 ? label : ""), [])
    }
    for (number, row) in rows.enumerated() {
      guard let name = row.first?.chartText else {
        throw .badChart(
          "row \(number + 1) of a chart has no name", "แถวที่ \(number + 1) ของแผนภูมิไม่มีชื่อ")
      }
      for index in 0..<count {
        let cell = row.indices.contains(index + 1) ? row[index + 1] : .none
        var point = try point(named: name, cell, row: number + 1)
        point.unit = units.isEmpty ? nil : unit(units[number], at: index + 1)
        if hasTargets, row.count > 2 { point.target = try value(row[2], row: number + 1).number }
        series[index].points.append(point)
      }
    }
    if isWhole, count == 1, rows.count > 1, let parts = series.first?.points {
      series = parts.map { part in
        ChartSeries(part.label, [part.with { ($0.key, $0.label) = ("whole", "") }])
      }
    }
    var material = ChartMaterial(series: series, itemHeading: columns.first ?? nouns.item)
    if count == 1, columns.count > 1 { material.valueHeading = columns[1] }
    if let common = material.ownUnits.first, material.ownUnits.count == 1,
      material.points.allSatisfy({ $0.unit != nil || $0.value.number == nil })
    {
      material.unit = common
      material.changePoints { $0.unit = nil }
    }
    return material
  }

  private func unit(_ units: [String?], at index: Int) -> ChartUnit? {
    guard units.indices.contains(index), let unit = units[index] else { return nil }
    switch unit {
    case "%": return .percent
    case "บาท", "baht": return .baht
    default: return .counted(unit)
    }
  }

  /// Maps with `label`, `value` and more.
  func data(_ records: [TemplateMap]) throws(TemplateFault) -> ChartMaterial {
    var order: [String] = []
    var points: [String: [ChartPoint]] = [:]
    for (number, record) in records.enumerated() {
      for key in record.keys.compactMap(\.text) where !Self.fields.contains(key) {
        throw .unknown(
          Wording(en: "field of a chart's data", th: "ช่องข้อมูลของแผนภูมิ"), key, among: Self.fields)
      }
      let series = record["series"]?.chartText ?? ""
      if points[series] == nil { order.append(series) }
      points[series, default: []].append(try point(record, row: number + 1))
    }
    return ChartMaterial(
      series: order.map { ChartSeries(ChartLabel($0), points[$0] ?? []) },
      itemHeading: nouns.item)
  }

  private static let fields = [
    "label", "value", "key", "date", "series", "target", "bound", "highlight", "source",
    "url",
  ]

  private func point(_ record: TemplateMap, row: Int) throws(TemplateFault) -> ChartPoint {
    let date = record["date"]?.date
    guard let name = record["label"]?.chartText ?? date?.iso else {
      throw .badChart(
        "row \(row) of a chart has no label", "แถวที่ \(row) ของแผนภูมิไม่มี label")
    }
    var point = ChartPoint(
      ChartLabel(name), try value(record["value"] ?? .none, row: row),
      key: record["key"]?.chartText ?? name, date: date)
    point.target = record["target"]?.exactNumber
    if let bound = record["bound"] {
      guard let known = bound.text.flatMap(Bound.init) else {
        throw .unknown(
          Wording(en: "bound", th: "ขอบเขต"), bound.text ?? "",
          among: Bound.allCases.map(\.rawValue), listed: true)
      }
      point.bound = known
    }
    point.isHighlighted = record["highlight"]?.isTrue == true
    point.source = record["source"]?.chartText
    point.href = record["url"]?.chartText
    return point
  }

  private func point(named name: String, _ cell: Value, row: Int) throws(TemplateFault)
    -> ChartPoint
  {
    let date = isOverTime ? Self.date(name) : nil
    var point = ChartPoint(ChartLabel(date?.iso ?? name), .missing, key: name, date: date)
    if let text = cell.text, let (bound, rest) = Bound.split(text) {
      point.bound = bound
      point.value = try value(.string(rest), row: row)
    } else {
      point.value = try value(cell, row: row)
    }
    return point
  }

  /// The date that a row is about; nobody means the year 2564 of the common era.
  private static func date(_ text: String) -> CalendarDate? {
    if let year = ExactNumber(text)?.int, (2400..<2700).contains(year) {
      return CalendarDate(year: year - 543)
    }
    return try? CalendarDate.read(text).get()
  }

  private static let missing = [
    "", "-", "–", "—", ChartWords.thai.noData, ChartWords.english.noData,
  ]
  private static let notApplicable = [
    "n/a", ChartWords.thai.notApplicable, ChartWords.english.notApplicable,
  ]

  /// A cell's number, or the state that its words stand for.
  private func value(_ cell: Value, row: Int) throws(TemplateFault) -> ChartValue {
    if cell.isNone { return .missing }
    if let number = cell.exactNumber { return .number(number) }
    let text = (cell.text ?? "").trimmedOfSpaces
    if Self.missing.contains(text) { return .missing }
    if Self.notApplicable.contains(text) { return .notApplicable }
    switch ExactNumber.read(text) {
    case .success(let number): return .number(number)
    case .failure:
      let shown = cell.text ?? cell.kindName
      throw .badChart(
        "row \(row) of a chart: '\(shown)' is not a number",
        "แถวที่ \(row) ของแผนภูมิ: '\(shown)' ไม่ใช่ตัวเลข",
        hint: Wording(
          en:
            "write digits alone and say the unit with unit=\"…\"; leave a cell without data empty",
          th: "เขียนเฉพาะตัวเลข และบอกหน่วยด้วย unit=\"…\" ช่องที่ไม่มีข้อมูลปล่อยว่างไว้"))
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmedOfSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
