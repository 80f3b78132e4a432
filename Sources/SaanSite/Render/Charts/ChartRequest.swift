import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// A call of `chart` or `map`, understood: what kind, of which numbers, with which words.
struct ChartRequest: Sendable {
  let arguments: ChartArguments
  let kind: ChartKind
  let isMap: Bool
  let context: SiteContext
  let language: Int

  var reader: Language { context.languages[language] }
  private var nouns: ChartNouns { ChartNouns(language: reader) }
  private var names: ChartAreas { ChartAreas(context: context, language: language) }

  init(
    _ arguments: ChartArguments, isMap: Bool, context: SiteContext, language: Int
  ) throws(TemplateFault) {
    self.arguments = arguments
    self.isMap = isMap
    self.context = context
    self.language = language
    let kinds = Self.kinds(isMap: isMap)
    let name = try arguments.text("kind") ?? ""
    guard let kind = kinds.first(where: { $0.name == name })?.kind else {
      throw .unknown(
        Wording(en: isMap ? "kind of map" : "kind of chart", th: isMap ? "แผนที่ชนิด" : "แผนภูมิชนิด"),
        name, among: kinds.map(\.name), listed: true)
    }
    self.kind = kind
  }

  /// The kinds by the names that a call may give them.
  private static func kinds(isMap: Bool) -> [(name: String, kind: ChartKind)] {
    if isMap { return [("tile", .tileMap), ("outline", .outlineMap)] }
    let maps = [ChartKind.tileMap.name, ChartKind.outlineMap.name]
    return ChartKind.all.filter { !maps.contains($0.name) }.map { ($0.name, $0) }
  }

  /// Whether the kind follows values over time.
  var isOverTime: Bool {
    [ChartKind.line, .smallMultiples, .dotPlot].contains { $0.name == kind.name }
  }

  /// The chart, ready to be drawn.
  func chart() throws(TemplateFault) -> Chart {
    var material = try material()
    try arrange(&material)
    let unit = try unit(of: material)
    material.dropUnits { means($0, unit) }
    var data = ChartData(material.series, unit: unit, items: material.items)
    data.isFitted = try arguments.flag("fitted")
    data.printedTotal = try printedTotal(of: material)
    if isMap { try addPlaces(to: &data) }
    guard let title = try arguments.text("title") ?? material.title else {
      throw .badChart(
        "a chart needs a title", "แผนภูมิต้องมีชื่อเรื่อง",
        hint: Wording(en: "add title=\"…\"", th: "เพิ่ม title=\"…\""))
    }
    var text = ChartText(
      title: title, itemHeading: material.itemHeading,
      valueHeading: arguments.has("unit") ? nil : material.valueHeading, words: .of(reader))
    text.caption = caption(try arguments.text("caption"), of: material)
    text.source = sourceLine(of: material)
    var chart = Chart(
      id: try arguments.text("id") ?? digest(of: data, title), kind: kind, data: data,
      text: text, language: reader)
    chart.isCompact = try arguments.flag("compact")
    chart.table = try arguments.choice("table", of: Chart.TableState.self) ?? .closed
    return chart
  }

  // MARK: Numbers

  /// The numbers, from the one place that the call names.
  private func material() throws(TemplateFault) -> ChartMaterial {
    let given = Self.origins.filter { arguments.has($0) }
    guard given.count < 2 else {
      throw .badChart(
        "a chart takes its numbers from one place, not from \(given.joined(separator: " and "))",
        "แผนภูมิใช้ตัวเลขจากที่เดียว ไม่ใช่ทั้ง \(given.joined(separator: " และ "))")
    }
    switch given.first {
    case "figure", "figures": return try figures()
    case "dataset": return try rowsOfTable()
    case nil where isMap: return ChartMaterial(series: [], itemHeading: nouns.heading(.province))
    case nil:
      throw .badChart(
        "a chart needs numbers", "แผนภูมิต้องมีตัวเลข",
        hint: Wording(
          en:
            "give it figure=\"…\", dataset=\"…\", rows=[…], or a table between {% chart(…) %} and {% end %}",
          th:
            "ระบุ figure=\"…\", dataset=\"…\", rows=[…] หรือวางตารางไว้ระหว่าง {% chart(…) %} กับ {% end %}"
        ))
    default:
      var material = try written()
      if let source = try arguments.text("source") { material.sources = [title(ofSource: source)] }
      return material
    }
  }

  private static let origins = ["figure", "figures", "dataset", "rows", "data", "body"]

  private func figures() throws(TemplateFault) -> ChartMaterial {
    let figures = context.site.figures
    var indicators: [Int] = []
    let ids = try arguments.texts(arguments.has("figure") ? "figure" : "figures")
    for id in ids ?? [] {
      guard let indicator = figures.indicator(id) else {
        throw .unknown(
          Wording(en: "figure", th: "ตัวเลข"), id, among: figures.indicators.map(\.id))
      }
      indicators.append(indicator)
    }
    let areas = try areas()
    let material = FigureMaterial(
      context: context, language: language, indicators: indicators,
      areas: try places(areas, else: arguments.texts("area") ?? ["TH"]),
      isOverAreas: areas != nil, source: try source())
    if isOverTime { return material.overTime(showsAll: kind.name == ChartKind.dotPlot.name) }
    let isWhole = kind.name == ChartKind.stackedBar.name
    return areas != nil || isWhole ? material.overAreas() : material.overFigures()
  }

  private func source() throws(TemplateFault) -> Int? {
    guard let id = try arguments.text("source") else { return nil }
    let figures = context.site.figures
    if let source = figures.source(id) { return source }
    throw .unknown(
      Wording(en: "source", th: "แหล่งข้อมูล"), id, among: figures.sources.map(\.id))
  }

  /// What readers see of a source that is named by its id, or in words.
  private func title(ofSource words: String) -> String {
    let figures = context.site.figures
    return figures.source(words).map { figures.sources[$0].title[reader.tag] } ?? words
  }

  /// The areas that are compared, if any are.
  private func areas() throws(TemplateFault) -> [Int]? {
    let standard = isMap ? ["provinces"] : nil
    guard let words = try arguments.texts("areas") ?? standard else { return nil }
    return try names.positions(words, within: arguments.text("within"))
  }

  /// The areas, or those that are taken where none are named.
  private func places(_ areas: [Int]?, else words: [String]) throws(TemplateFault) -> [Int] {
    if let areas { return areas }
    return try names.positions(words, within: arguments.text("within"))
  }

  private func rowsOfTable() throws(TemplateFault) -> ChartMaterial {
    let package = context.site.figures.package
    let name = try arguments.text("dataset") ?? ""
    guard let table = package[name] else {
      throw .unknown(
        Wording(en: "data table", th: "ตารางข้อมูล"), name, among: package.tables.map(\.name))
    }
    let column = try columnToAdd(in: table)
    let by = try arguments.text("by") ?? "area"
    let aggregate = try arguments.choice("aggregate", of: TableMaterial.Aggregate.self)
    if let aggregate, aggregate != .count, column == nil {
      throw .badChart(
        "aggregate=\"\(aggregate.rawValue)\" needs a column",
        "aggregate=\"\(aggregate.rawValue)\" ต้องระบุ column",
        hint: Wording(en: "add column=\"…\"", th: "เพิ่ม column=\"…\""))
    }
    let material = TableMaterial(
      context: context, language: language, table: table,
      aggregate: aggregate ?? (column == nil ? .count : .sum),
      column: aggregate == .count ? nil : column, by: try position(of: by, in: table),
      conditions: try conditions(in: table))
    guard by == "area" else { return material.overValues(labels: try labels()) }
    return material.overAreas(try places(areas(), else: ["provinces"]))
  }

  private func columnToAdd(in table: Table) throws(TemplateFault) -> Int? {
    guard let column = try arguments.text("column") else { return nil }
    return try position(of: column, in: table)
  }

  private func position(of column: String, in table: Table) throws(TemplateFault) -> Int {
    let known = table.publicFields.map(\.name)
    guard known.contains(column), let index = table.column(column) else {
      throw .unknown(
        Wording(en: "column of '\(table.name)'", th: "คอลัมน์ของ '\(table.name)'"), column,
        among: known, listed: true)
    }
    return index
  }

  /// The conditions, written `where="status=active"` or as a list of these.
  private func conditions(
    in table: Table
  ) throws(TemplateFault) -> [(column: Int, value: String)] {
    var conditions: [(column: Int, value: String)] = []
    for text in try arguments.texts("where") ?? [] {
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmedOfSpaces }
      guard parts.count == 2 else {
        throw .chartArgument("where", "like status=active", "ในรูป status=active")
      }
      conditions.append((try position(of: parts[0], in: table), parts[1]))
    }
    return conditions
  }

  /// What the values of a column are called: `labels=["active=ใช้งาน"]`.
  private func labels() throws(TemplateFault) -> [String: String] {
    var labels: [String: String] = [:]
    for text in try arguments.texts("labels") ?? [] {
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmedOfSpaces }
      guard parts.count == 2 else {
        throw .chartArgument(
          "labels", "a list like [\"active=in use\"]", "รายการในรูป [\"active=ใช้งาน\"]")
      }
      labels[parts[0]] = parts[1]
    }
    return labels
  }

  private func written() throws(TemplateFault) -> ChartMaterial {
    let reading = WrittenMaterial(
      reader: reader, isOverTime: isOverTime, hasTargets: kind.name == ChartKind.progress.name,
      isWhole: kind.name == ChartKind.stackedBar.name)
    let columns = try arguments.texts("columns")
    if let body = arguments["body"] {
      let table = WrittenTable(html: body.text ?? "")
      guard table.count == 1, !table.rows.isEmpty else {
        throw .badChart(
          "the text of a chart must be one Markdown table with rows",
          "เนื้อหาของแผนภูมิต้องเป็นตาราง Markdown หนึ่งตารางที่มีแถวข้อมูล",
          hint: Wording(
            en: "leave the text out to take the numbers from figure= or dataset=",
            th: "ถ้าจะใช้ตัวเลขจาก figure= หรือ dataset= ให้ตัดเนื้อหาออก"))
      }
      return try reading.rows(table.rows, columns: columns ?? table.head, units: table.units)
    }
    if let rows = arguments["rows"] {
      let lists = rows.listed?.map(\.listed)
      guard let lists, lists.allSatisfy({ $0 != nil }) else {
        throw .chartArgument("rows", "a list of lists", "รายการของรายการ")
      }
      return try reading.rows(lists.compactMap { $0 }, columns: columns ?? [])
    }
    var records: [TemplateMap] = []
    for element in arguments["data"]?.listed ?? [.none] {
      guard case .map(let map) = element else {
        throw .chartArgument("data", "a list of maps", "รายการของแมป")
      }
      records.append(map)
    }
    return try reading.data(records)
  }
}
