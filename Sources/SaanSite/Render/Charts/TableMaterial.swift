import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// The rows of a table, counted or added up by one of its columns.
struct TableMaterial: Sendable {
  /// What is made of the rows that belong together.
  enum Aggregate: String, Sendable, CaseIterable { case count, sum, mean }

  let context: SiteContext
  let language: Int
  let table: Table
  let aggregate: Aggregate
  /// The column that is added up; `nil` for counting.
  let column: Int?
  /// The column that parts the rows.
  let by: Int
  /// The columns that only some values of count, with these values.
  let conditions: [(column: Int, value: String)]

  private var reader: Language { context.languages[language] }
  private var nouns: ChartNouns { ChartNouns(language: reader) }
  private var names: ChartAreas { ChartAreas(context: context, language: language) }

  private struct Total {
    var count = 0
    var sum = ExactNumber.zero
    /// How many rows have a number.
    var known = 0
  }

  // MARK: What belongs together

  /// The rows by area: those of each area and of all inside it.
  func overAreas(_ areas: [Int]) -> ChartMaterial {
    let graph = context.site.figures.areas
    let wanted = Set(areas)
    var places: [String: [Int]] = [:]
    var totals: [Int: Total] = [:]
    for row in matchingRows {
      guard let code = row.string(by) else { continue }
      let around: [Int]
      if let known = places[code] {
        around = known
      } else {
        around =
          graph.nearest(code).map { ([$0] + graph.ancestors[$0]).filter(wanted.contains) } ?? []
        places[code] = around
      }
      for area in around { add(row, to: &totals[area, default: Total()]) }
    }
    var points: [ChartPoint] = []
    for area in areas {
      points.append(
        ChartPoint(
          ChartLabel(names.name(area)), totals[area].map(value(of:)) ?? emptyValue,
          key: names.code(area), href: names.href(area)))
    }
    var material = material([ChartSeries("", points)])
    let kind = names.kind(of: areas)
    let isDivision = names.areOfDivision(areas)
    material.items = nouns.unit(kind, isDivision: isDivision)
    material.itemHeading = nouns.heading(kind, isDivision: isDivision)
    material.isOrdered = kind == nil
    return material
  }

  /// The rows by the values of the column; dates are taken by their years.
  func overValues(labels: [String: String]) -> ChartMaterial {
    let isDated = [.date, .year, .yearmonth].contains(table.fields[by].type)
    var order: [String] = []
    var totals: [String: Total] = [:]
    var hasRest = false
    var rest = Total()
    for row in matchingRows {
      guard let key = isDated ? row.date(by)?.year.description : row.string(by), !key.isEmpty else {
        hasRest = true
        add(row, to: &rest)
        continue
      }
      if totals[key] == nil { order.append(key) }
      add(row, to: &totals[key, default: Total()])
    }
    if isDated { order.sort { (Int($0) ?? 0) < (Int($1) ?? 0) } }
    var points: [ChartPoint] = []
    for key in order {
      let date = isDated ? Int(key).flatMap { CalendarDate(year: $0) } : nil
      let label = date?.iso ?? labels[key] ?? key
      points.append(
        ChartPoint(
          ChartLabel(label), value(of: totals[key] ?? Total()), key: key, date: date))
    }
    if hasRest, !isDated {
      points.append(ChartPoint(ChartLabel(nouns.other), value(of: rest), key: ""))
    }
    var material = material([ChartSeries("", points)])
    material.itemHeading = isDated ? nouns.year : heading(by)
    material.isOrdered = isDated
    return material
  }

  // MARK: Rows

  private var matchingRows: some Sequence<Row> {
    table.rows.lazy.filter { row in
      conditions.allSatisfy { row.string($0.column) == $0.value }
    }
  }

  private func add(_ row: Row, to total: inout Total) {
    total.count += 1
    guard let column, let number = row.exactNumber(column),
      let sum = total.sum.adding(number)
    else { return }
    total.sum = sum
    total.known += 1
  }

  private func value(of total: Total) -> ChartValue {
    switch aggregate {
    case .count: return ChartValue(total.count)
    case .sum: return total.known == 0 ? .missing : .number(total.sum)
    case .mean:
      guard total.known > 0 else { return .missing }
      return ChartValue(ExactNumber(total.sum.double / Double(total.known))?.rounded(toScale: 2))
    }
  }

  /// What an area without a row has: a register that has rows at all counts none there.
  private var emptyValue: ChartValue {
    aggregate == .count && table.count > 0 ? 0 : .missing
  }

  // MARK: Words

  private func material(_ series: [ChartSeries]) -> ChartMaterial {
    let resource = context.site.figures.package.descriptor.resource(table.name)
    let title = resource?.title.text(in: reader.tag)?.text ?? table.name
    var material = ChartMaterial(series: series, itemHeading: "")
    material.title = column.map { "\(title): \(heading($0))" } ?? title
    material.valueHeading = column.map(heading) ?? nouns.pick("จำนวนแถว", "Number of rows")
    material.sources = [title]
    let page = context.plan.routes.path("data/\(table.name)/", reader)
    if context.plan.publishes(page) {
      material.sourceHref = context.plan.routes.href(page)
    }
    return material
  }

  private func heading(_ column: Int) -> String {
    table.fields[column].title[reader.tag] ?? table.fields[column].name
  }
}
