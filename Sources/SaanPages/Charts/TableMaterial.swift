import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// The rows of a table, counted or added up by one of its columns.
///
/// Rows are counted anew by each build, so that a chart and its register cannot differ; a row
/// counts for its area and for all around it that are asked for. A row without a number makes a sum
/// `at least`, and one without a value of the column is shown as not stated; how many rows have no
/// area, or no date in a chart by dates, is said below.
struct TableMaterial: Sendable {
  /// What is made of the rows that belong together.
  enum Aggregate: String, Sendable, CaseIterable { case count, sum, mean }

  let reader: Reader
  let table: Table
  let aggregate: Aggregate
  /// The column that is added up; `nil` for counting.
  let column: Int?
  /// The column that parts the rows.
  let by: Int
  /// The columns that only some values of count, with these values.
  let conditions: [(column: Int, value: String)]

  private var words: LanguageWords { reader.language.words }
  private var names: ChartAreas { ChartAreas(reader: reader) }

  private struct Total {
    var count = 0
    var sum = ExactNumber.zero
    /// How many rows have a number.
    var known = 0
    /// Whether one is below zero, so that more rows may make the sum smaller.
    var hasNegative = false
  }

  // MARK: What belongs together

  /// The rows by area: those of each area and of all inside it.
  func overAreas(_ areas: [AreaID]) -> ChartMaterial {
    let graph = reader.figures.areas
    let wanted = Set(areas)
    // A row without an area of its own lies in the province that it names.
    let ofRows = by == table.column("area") ? reader.figures.areas(ofRowsIn: table) : nil
    var named: [String: AreaID?] = [:]
    var places: [AreaID: [AreaID]] = [:]
    var totals: [AreaID: Total] = [:]
    var placeless = 0
    for row in matchingRows {
      var area = ofRows.flatMap { AreaID(stored: $0[row.index]) }
      if ofRows == nil, let code = row.string(by) {
        area = named[code] ?? graph.nearest(code)
        named[code] = area
      }
      guard let area else {
        placeless += 1
        continue
      }
      let around = places[area] ?? ([area] + graph.ancestors[area]).filter(wanted.contains)
      places[area] = around
      for area in around { add(row, to: &totals[area, default: Total()]) }
    }
    var points: [ChartPoint] = []
    for area in areas {
      points.append(
        ChartPoint(
          ChartLabel(names.name(area)),
          isKnown(area) ? totals[area].map(value(of:)) ?? emptyValue : .missing,
          key: names.code(area), href: names.href(area)
        ).with {
          $0.bound = bound(of: totals[area])
          $0.absence = isKnown(area) ? nil : .ofPartialRegister
        })
    }
    var material = material([ChartSeries("", points)])
    let kind = names.kind(of: areas)
    let isDivision = names.areOfDivision(areas)
    material.items = words.unit(kind, ofDivision: isDivision)
    material.itemHeading = words.heading(kind, ofDivision: isDivision)
    material.isOrdered = kind == nil
    material.add(note: areas.allSatisfy(isKnown) ? nil : words[.onlyComplete])
    material.add(note: note(.placelessRows, of: placeless))
    material.add(note: noteOfRowsWithValue(Array(totals.values)))
    return material
  }

  /// Whether nothing is missing in an area: what a register that may lack rows comes to would look
  /// like a small value, and is not one.
  private func isKnown(_ area: AreaID?) -> Bool {
    reader.figures.completeness(of: table.name, in: area)?.isComplete ?? true
  }

  /// The rows by the values of the column; dates are taken by their years, periods by that in
  /// which they begin.
  func overValues(labels: [String: String]) -> ChartMaterial {
    let isDated = [.date, .year, .yearmonth, .period].contains(table.fields[by].type)
    var order: [String] = []
    var totals: [String: Total] = [:]
    var rest = Total()
    for row in matchingRows {
      guard let key = isDated ? row.period(by)?.first.year.description : row.string(by),
        !key.isEmpty
      else {
        add(row, to: &rest)
        continue
      }
      if totals[key] == nil { order.append(key) }
      add(row, to: &totals[key, default: Total()])
    }
    if isDated { order.sort { (Int($0) ?? 0) < (Int($1) ?? 0) } }
    // What may lack rows is in no order, and each number is but the least that it may be.
    let isWhole = isKnown(nil)
    let extent: Extent = isWhole || aggregate == .mean ? .whole : .parts
    var points: [ChartPoint] = []
    for key in order {
      let date = isDated ? Int(key).flatMap { CalendarDate(year: $0) } : nil
      let label = date?.iso ?? labels[key] ?? key
      points.append(
        ChartPoint(
          ChartLabel(label), value(of: totals[key] ?? Total()), key: key, date: date
        ).with { $0.bound = bound(of: totals[key], extent) })
    }
    if rest.count > 0, !isDated {
      points.append(
        ChartPoint(ChartLabel(words[.notStated]), value(of: rest), key: "")
          .with { $0.bound = bound(of: rest, extent) })
    }
    var material = material([ChartSeries("", points)])
    material.itemHeading = isDated ? words[.year] : heading(by)
    material.isOrdered = isDated || !isWhole
    material.add(note: isWhole ? nil : words[.onlyRecorded])
    material.add(note: note(.undatedRows, of: isDated ? rest.count : 0))
    material.add(note: noteOfRowsWithValue(Array(totals.values) + [rest]))
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
    total.hasNegative = total.hasNegative || number.isNegative
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

  /// A sum over rows without a number, or where rows may be missing, is one of the others only: the
  /// least that it may be, unless numbers are below zero.
  private func bound(of total: Total?, _ extent: Extent = .whole) -> Bound {
    guard let total, !total.hasNegative else { return .exact }
    let isPartial = aggregate == .sum && total.known < total.count
    return (isPartial ? Bound.atLeast : .exact).told(of: extent)
  }

  /// What an area without a row has: a table that has rows at all counts none there.
  private var emptyValue: ChartValue {
    aggregate == .count && table.count > 0 ? 0 : .missing
  }

  // MARK: Words

  private func material(_ series: [ChartSeries]) -> ChartMaterial {
    let title = reader.figures.title(ofTable: table.name, in: reader.tag)
    var material = ChartMaterial(series: series, itemHeading: "")
    material.title = column.map { "\(title): \(heading($0))" } ?? title
    material.valueHeading = column.map(heading) ?? words[.numberOfRows]
    material.sources = [title]
    let page = reader.path("data/\(table.name)/", reader.language)
    if reader.publishes(page) {
      material.sourceHref = reader.href(page)
    }
    return material
  }

  /// How many rows have no place in the chart.
  private func note(_ word: Word, of rows: Int) -> String? {
    rows == 0 ? nil : words.text(word, ["count": ExactNumber(rows).text()])
  }

  /// How many rows have a value, where a sum that lacks some is not said to be a least.
  private func noteOfRowsWithValue(_ totals: [Total]) -> String? {
    let (known, count) = (
      totals.reduce(0) { $0 + $1.known }, totals.reduce(0) { $0 + $1.count }
    )
    guard aggregate == .sum, known < count, totals.contains(where: \.hasNegative) else {
      return nil
    }
    return Prose(reader.language).rows(known, of: count)
  }

  private func heading(_ column: Int) -> String {
    table.fields[column].title?.exact(reader.tag) ?? table.fields[column].name
  }
}
