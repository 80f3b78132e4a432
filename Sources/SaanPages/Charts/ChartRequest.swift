import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// A call of `chart` or `map`, understood: what kind, of which numbers, with which words.
///
/// An author writes the call, so that each name in it is looked up in what the site has, and a
/// mistake says what there is instead. Numbers come from one place, so that one line of source is
/// true of all of them. What is drawn in the end knows nothing of the site.
struct ChartRequest: Sendable {
  let arguments: ChartArguments
  let kind: ChartKind
  let isMap: Bool
  let reader: Reader

  private var words: LanguageWords { reader.language.words }
  private var names: ChartAreas { ChartAreas(reader: reader) }

  init(
    _ arguments: ChartArguments, isMap: Bool, reader: Reader
  ) throws(TemplateFault) {
    self.arguments = arguments
    self.isMap = isMap
    self.reader = reader
    let kinds = Self.kinds(isMap: isMap)
    guard let name = try arguments.text("kind") else {
      throw .chartWithoutKind(kinds.map(\.name), isMap: isMap)
    }
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
    return ChartKind.allCases.filter { !$0.showsPlaces }.map { ($0.name, $0) }
  }

  /// Whether the kind follows values over time.
  var isOverTime: Bool { kind.subject == .time || kind.subject == .sources }

  /// The chart, ready to be drawn.
  func chart() throws(TemplateFault) -> Chart {
    var material = try material()
    try arrange(&material)
    try checkNumbers(of: material)
    let unit = try unit(of: material)
    material.dropUnits { means($0, unit) }
    var data = ChartData(material.series, unit: unit, items: material.items)
    data.isFitted = try arguments.flag("fitted")
    data.printedTotal = try printedTotal(of: material)
    if isMap { material.add(note: try addPlaces(to: &data)) }
    guard let title = try arguments.text("title") ?? material.title else {
      throw .badChart(
        "a chart needs a title", "แผนภูมิต้องมีชื่อเรื่อง",
        hint: Wording(en: "add title=\"…\"", th: "เพิ่ม title=\"…\""))
    }
    var text = ChartText(
      title: title, itemHeading: material.itemHeading,
      valueHeading: arguments.has("unit") ? nil : material.valueHeading)
    text.caption = caption(try arguments.text("caption"), of: material, under: title)
    text.source = sourceLine(of: material)
    var chart = Chart(
      id: try arguments.text("id") ?? digest(of: data, title), kind: kind, data: data,
      text: text, language: reader.language)
    chart.borrowed = reader.borrowed
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
    case nil where isMap: return ChartMaterial(series: [], itemHeading: words.heading(.province))
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
    let figures = reader.figures
    var indicators: [IndicatorID] = []
    let ids = try arguments.texts(arguments.has("figure") ? "figure" : "figures")
    for id in ids ?? [] {
      guard let indicator = figures.indicator(id) else {
        throw .unknown(
          Wording(en: "figure", th: "ตัวเลข"), id, among: figures.indicators.map(\.id))
      }
      indicators.append(indicator)
    }
    let areas = try areas()
    let drawn = try places(areas, else: arguments.texts("area") ?? ["TH"])
    try refuseOwn(indicators, over: drawn)
    let material = FigureMaterial(
      reader: reader, indicators: indicators,
      areas: drawn,
      isOverAreas: areas != nil, source: try source())
    if isOverTime { return material.overTime(showsAll: kind.subject == .sources) }
    let isWhole = kind.subject == .parts
    if isWhole { try refuseWholes(indicators) }
    return areas != nil || isWhole ? material.overAreas() : material.overFigures()
  }

  private func source() throws(TemplateFault) -> SourceID? {
    guard let id = try arguments.text("source") else { return nil }
    let figures = reader.figures
    if let source = figures.source(id) { return source }
    throw .unknown(
      Wording(en: "source", th: "แหล่งข้อมูล"), id, among: figures.sources.map(\.id))
  }

  /// What readers see of a source that is named by its id, or in words.
  private func title(ofSource words: String) -> String {
    let figures = reader.figures
    return figures.source(words).map { figures.sources[$0].title[reader.tag] } ?? words
  }

  /// The areas that are compared, if any are.
  private func areas() throws(TemplateFault) -> [AreaID]? {
    let standard = isMap ? ["provinces"] : nil
    guard let words = try arguments.texts("areas") ?? standard else { return nil }
    return try names.positions(words, within: arguments.text("within"))
  }

  /// The areas, or those that are taken where none are named.
  private func places(_ areas: [AreaID]?, else words: [String]) throws(TemplateFault) -> [AreaID] {
    if let areas { return areas }
    return try names.positions(words, within: arguments.text("within"))
  }

  private func rowsOfTable() throws(TemplateFault) -> ChartMaterial {
    let name = try arguments.text("dataset") ?? ""
    guard let table = reader.table(name)?.whole else {
      throw .unknown(
        Wording(en: "data table", th: "ตารางข้อมูล"), name, among: reader.tableNames)
    }
    try refuseValues(in: table)
    let column = try columnToAdd(in: table)
    let by = try arguments.text("by") ?? "area"
    let aggregate = try arguments.choice("aggregate", of: TableMaterial.Aggregate.self)
    if let aggregate, aggregate != .count, column == nil {
      throw .badChart(
        "aggregate=\"\(aggregate.rawValue)\" needs a column",
        "aggregate=\"\(aggregate.rawValue)\" ต้องระบุ column",
        hint: Wording(en: "add column=\"…\"", th: "เพิ่ม column=\"…\""))
    }
    if aggregate != .count, let column, ![.integer, .number].contains(table.fields[column].type) {
      let name = table.fields[column].name
      throw .badChart(
        "the column '\(name)' of '\(table.name)' holds no numbers, so it cannot be added up",
        "คอลัมน์ '\(name)' ของ '\(table.name)' ไม่ใช่ตัวเลข จึงรวมไม่ได้",
        hint: Wording(
          en: "count the rows with aggregate=\"count\", or name a column of numbers",
          th: "นับแถวด้วย aggregate=\"count\" หรือระบุคอลัมน์ที่เป็นตัวเลข"))
    }
    if aggregate != .count, let column, KnownTable.descriptions.contains(table.name) {
      let name = table.fields[column].name
      throw .badChart(
        "the numbers in '\(name)' of '\(table.name)' are no parts of a whole, so they cannot be added up",
        "ตัวเลขในคอลัมน์ '\(name)' ของ '\(table.name)' ไม่ใช่ส่วนย่อยของยอดรวม จึงรวมกันไม่ได้",
        hint: Wording(
          en: "count the rows with aggregate=\"count\"", th: "นับแถวด้วย aggregate=\"count\""))
    }
    let material = TableMaterial(
      reader: reader, table: table,
      aggregate: aggregate ?? (column == nil ? .count : .sum),
      column: aggregate == .count ? nil : column, by: try position(of: by, in: table),
      conditions: try conditions(in: table))
    guard by == "area" else {
      return material.overValues(labels: try labels(for: material.by, in: table))
    }
    return material.overAreas(try places(areas(), else: ["provinces"]))
  }

  /// Refuses the rows of the table of values: areas lie within each other there, units and sources
  /// differ, and only the figures know which values count.
  private func refuseValues(in table: Table) throws(TemplateFault) {
    guard table.name == KnownTable.values else { return }
    let id = try conditions(in: table).first { table.fields[$0.column].name == "indicator" }?.value
    throw .badChart(
      "the rows of '\(table.name)' are values of unlike things, which are neither counted nor added up",
      "แถวของ '\(table.name)' เป็นค่าของสิ่งที่ต่างกัน จึงนับหรือรวมกันไม่ได้",
      hint: Wording(
        en: "write figure=\"\(id ?? "…")\" instead of dataset, or figures=[…] for several figures",
        th: "เขียน figure=\"\(id ?? "…")\" แทน dataset ถ้ามีหลายตัวเลขให้เขียน figures=[…]"))
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
      let column = try position(of: parts[0], in: table)
      if table.count > 0, !isThere(parts[1], column, of: table) {
        throw notThere(parts[1], column, of: table, argument: "where")
      }
      conditions.append((column, parts[1]))
    }
    return conditions
  }

  /// Whether the column has the value, or its schema says that it may.
  private func isThere(_ value: String, _ column: Int, of table: Table) -> Bool {
    table.fields[column].constraints.allowed.contains(value)
      || table.rows.contains { $0.string(column) == value }
  }

  private func notThere(
    _ value: String, _ column: Int, of table: Table, argument: String, near: Set<String>? = nil
  ) -> TemplateFault {
    let known = Set(table.rows.prefix(100_000).compactMap { $0.string(column) })
    let name = table.fields[column].name
    return TemplateFault(
      code: "bad-chart",
      Wording(
        en: "'\(argument)' of a chart: no row of '\(table.name)' has \(name)=\(value)",
        th: "'\(argument)' ของแผนภูมิ: ไม่มีแถวใดของ '\(table.name)' ที่ \(name)=\(value)"),
      hint: didYouMean(value, among: near ?? known)
        ?? (known.count <= 20
          ? Wording(
            en: "it has \(known.sorted().joined(separator: ", "))",
            th: "ค่าที่มีคือ \(known.sorted().joined(separator: ", "))") : nil))
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

  /// The labels of a column's values.
  ///
  /// One may wait for its first row; one that looks like a value without a label, or labels that
  /// fit no value at all, are mistakes.
  private func labels(for column: Int, in table: Table) throws(TemplateFault) -> [String: String] {
    let labels = try labels()
    let absent = labels.keys.sorted().filter { !isThere($0, column, of: table) }
    guard let first = absent.first, table.count > 0 else { return labels }
    let unlabelled = Set(table.rows.prefix(100_000).compactMap { $0.string(column) })
      .subtracting(labels.keys)
    let misspelt = absent.first { didYouMean($0, among: unlabelled) != nil }
    if let wrong = misspelt ?? (absent.count == labels.count ? first : nil) {
      throw notThere(wrong, column, of: table, argument: "labels", near: unlabelled)
    }
    return labels
  }

  private func written() throws(TemplateFault) -> ChartMaterial {
    var reading = WrittenMaterial(
      reader: reader.language, isOverTime: isOverTime, hasTargets: kind.subject == .targets,
      isWhole: kind.subject == .parts)
    reading.isTable = arguments.has("body")
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
      return try reading.rows(
        table.rows, columns: columns ?? table.head, units: table.units, remarks: table.remarks)
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
