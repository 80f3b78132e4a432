import SaanCharts
import SaanTemplate
import SaanText

/// Numbers that stand in the call itself, or in a Markdown table in its body.
///
/// Nothing has checked these numbers, so that nothing about them is guessed: only an empty cell, a
/// dash and a language's words for it are missing values, and any other cell that is no number
/// stops the chart and names its row.
struct WrittenMaterial: Sendable {
  let reader: Language
  /// Whether the first column is time.
  let isOverTime: Bool
  /// Whether a second number is what is to be reached.
  let hasTargets: Bool
  /// Whether rows of one number are the parts of a whole.
  let isWhole: Bool
  /// Whether the rows stand in a Markdown table between the call and its end.
  var isTable = false

  /// The row as a place, which is found in the table by its number.
  private func place(_ row: Int) -> Place? {
    isTable ? .cell(path: "", sheet: nil, row: row, column: nil) : nil
  }

  private var words: LanguageWords { reader.words }

  /// Rows of a name and one number or several.
  ///
  /// - Parameters:
  ///   - units: what figures in the cells count, where that is known.
  ///   - remarks: what these say in parentheses.
  func rows(
    _ rows: [[Value]], columns: [String], units: [[String?]] = [], remarks: [[String?]] = []
  ) throws(TemplateFault) -> ChartMaterial {
    let width = rows.map(\.count).max() ?? 0
    guard width > 1 else {
      throw .badChart(
        "a row of a chart needs a name and a number", "แถวของแผนภูมิต้องมีชื่อและตัวเลข",
        hint: Wording(
          en: "write rows=[[\"north\", 12], [\"south\", 7]]",
          th: "เขียน rows=[[\"เหนือ\", 12], [\"ใต้\", 7]]"))
    }
    try checkWidth(rows, columns: columns)
    let count = hasTargets ? 1 : width - 1
    var series = (0..<count).map { index in
      let label = columns.indices.contains(index + 1) ? columns[index + 1] : ""
      return ChartSeries(ChartLabel(count > 1 ? label : ""), [])
    }
    // A line through some dates leaves out every row without one.
    let isDated = isOverTime && rows.contains { $0.first?.chartText.flatMap(Self.date) != nil }
    for (number, row) in rows.enumerated() {
      if isDated, let name = row.first?.chartText, Self.date(name) == nil {
        throw .badChart(
          "row \(number + 1) of a chart: '\(name)' is not a date, as other rows are",
          "แถวที่ \(number + 1) ของแผนภูมิ: '\(name)' ไม่ใช่วันที่ ทั้งที่แถวอื่นเป็น",
          hint: Wording(
            en: "write a year, month or day, such as พ.ศ. 2565, ต.ค. 2565 or 2022-10-26",
            th: "เขียนเป็นปี เดือน หรือวัน เช่น พ.ศ. 2565, ต.ค. 2565 หรือ 26 ต.ค. 2565"))
      }
      guard let name = row.first?.chartText else {
        throw .badChart(
          "row \(number + 1) of a chart has no name", "แถวที่ \(number + 1) ของแผนภูมิไม่มีชื่อ",
          at: place(number + 1))
      }
      for index in 0..<count {
        let cell = row.indices.contains(index + 1) ? row[index + 1] : .none
        var point = try point(named: name, cell, row: number + 1)
        point.unit = told(units, number, index + 1).map { ChartUnit(one: $0, other: $0) }
        add(told(remarks, number, index + 1), to: &point, isAlone: count == 1)
        if hasTargets, row.count > 2 { try setTarget(row[2], of: &point, row: number + 1) }
        series[index].points.append(point)
      }
    }
    if isWhole, count == 1, rows.count > 1, let parts = series.first?.points {
      series = parts.map { part in
        ChartSeries(part.label, [part.with { ($0.key, $0.label) = ("whole", "") }])
      }
    }
    var material = ChartMaterial(series: series, itemHeading: columns.first ?? words.heading(.item))
    if count == 1, columns.count > 1 { material.valueHeading = columns[1] }
    if let common = material.ownUnits.first, material.ownUnits.count == 1,
      material.points.allSatisfy({ $0.unit != nil || $0.value.number == nil })
    {
      material.unit = common
      material.changePoints { $0.unit = nil }
    }
    return material
  }

  /// What is known of a cell.
  private func told(_ words: [[String?]], _ row: Int, _ index: Int) -> String? {
    guard words.indices.contains(row), words[row].indices.contains(index) else { return nil }
    return words[row][index]
  }

  /// A value alone in its row lends it what it says in parentheses; of several each keeps its own.
  private func add(_ remark: String?, to point: inout ChartPoint, isAlone: Bool) {
    guard let remark else { return }
    if isAlone, point.date == nil {
      point.label.text += " (\(remark))"
    } else {
      point.name = remark
    }
  }

  private func setTarget(
    _ cell: Value, of point: inout ChartPoint, row: Int
  ) throws(TemplateFault) {
    let aim = try self.point(named: "", cell, row: row)
    (point.target, point.targetBound) = (aim.value.number, aim.bound)
  }

  /// A comma between thousands parts a number in two, which would be drawn as two.
  private func checkWidth(_ rows: [[Value]], columns: [String]) throws(TemplateFault) {
    let most = hasTargets ? 3 : max(2, columns.count)
    guard let row = rows.firstIndex(where: { $0.count > most }) else { return }
    let shown = rows[row].dropFirst().compactMap(\.chartText).joined(separator: ", ")
    throw .badChart(
      "row \(row + 1) of a chart has \(rows[row].count - 1) numbers (\(shown)) for \(most - 1)",
      "แถวที่ \(row + 1) ของแผนภูมิมีตัวเลข \(rows[row].count - 1) ตัว (\(shown)) แต่ควรมี \(most - 1) ตัว",
      hint: Wording(
        en:
          "write thousands without a comma: 1234; for several numbers in a row name them: columns=[\"place\", \"2022\", \"2023\"]",
        th:
          "เขียนหลักพันโดยไม่มีจุลภาค: 1234 ถ้ามีหลายตัวเลขในแถวให้ตั้งชื่อ: columns=[\"พื้นที่\", \"2565\", \"2566\"]"
      ))
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
      itemHeading: words.heading(.item))
  }

  private static let fields = [
    "label", "value", "key", "date", "series", "target", "bound", "highlight", "source",
    "url",
  ]

  private func point(_ record: TemplateMap, row: Int) throws(TemplateFault) -> ChartPoint {
    let date = record["date"]?.date
    if let written = record["date"], !written.isNone, date == nil {
      throw noDate(written.chartText ?? written.kindName, row: row)
    }
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
    if let text = cell.text, let (bound, rest) = bounded(text) {
      point.bound = bound
      point.value = try value(.string(rest), row: row)
    } else {
      point.value = try value(cell, row: row)
    }
    return point
  }

  private func noDate(_ text: String, row: Int) -> TemplateFault {
    .badChart(
      "row \(row) of a chart: '\(text)' is no date", "แถวที่ \(row) ของแผนภูมิ: '\(text)' ไม่ใช่วันที่",
      hint: Wording(
        en: "a chart over time needs years or days such as 2022, 2565 or 2022-10-26",
        th: "แผนภูมิตามเวลาต้องใช้ปีหรือวันที่ เช่น 2565, 2022 หรือ 2022-10-26"))
  }

  /// What stands around a number in a cell, in the words of people or of the reader's language.
  private func bounded(_ text: String) -> (bound: Bound, rest: String)? {
    if let split = Bound.split(text) { return split }
    for bound in Bound.allCases {
      guard let word = words.qualifier(bound), text.hasPrefix(word + " ") else { continue }
      return (bound, String(text.dropFirst(word.count + 1)))
    }
    return nil
  }

  /// The date that a row is about; nobody means the year 2564 of the common era.
  private static func date(_ text: String) -> CalendarDate? {
    let plain = text.hasPrefix("ปี") ? String(text.dropFirst(2)).trimmedOfSpaces : text
    if let year = ExactNumber(plain)?.int, (2400..<2700).contains(year) {
      return CalendarDate(year: year - 543)
    }
    return try? CalendarDate.read(plain).get()
  }

  /// The languages whose words a cell may have in place of a number.
  private var known: [LanguageWords] { [.thai, .english, words] }

  /// A cell's number, or the state that its words stand for.
  private func value(_ cell: Value, row: Int) throws(TemplateFault) -> ChartValue {
    if cell.isNone { return .missing }
    if let number = cell.exactNumber { return .number(number) }
    let text = (cell.text ?? cell.description).trimmedOfSpaces
    if ["", "-", "–", "—"].contains(text) || known.contains(where: { $0[.noData] == text }) {
      return .missing
    }
    if text == "n/a" || known.contains(where: { $0[.notApplicable] == text }) {
      return .notApplicable
    }
    switch ExactNumber.read(text) {
    case .success(let number): return .number(number)
    case .failure:
      let shown = cell.text ?? cell.description
      throw .badChart(
        "row \(row) of a chart: '\(shown)' is not a number",
        "แถวที่ \(row) ของแผนภูมิ: '\(shown)' ไม่ใช่ตัวเลข",
        hint: Wording(
          en:
            "write digits alone and say the unit with unit=\"…\"; leave a cell without data empty",
          th: "เขียนเฉพาะตัวเลข และบอกหน่วยด้วย unit=\"…\" ช่องที่ไม่มีข้อมูลปล่อยว่างไว้"),
        at: place(row))
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
