import SaanText

/// The indicators that are computed from registers: one pass over a register's rows for all of
/// them.
///
/// - Parameter kept: totals that stand in place of those of the rows.
func computeRegisterTotals(
  of statistics: Statistics, kept: [KeptTotal]? = nil
) -> [Statistics.Cell: Rollup] {
  var all: [Statistics.Cell: Rollup] = [:]
  let computed = statistics.indicators.ids.filter { statistics.indicators[$0].register != nil }
  let byTable = Dictionary(grouping: computed) {
    statistics.indicators[$0].register?.table ?? ""
  }
  for (name, indicators) in byTable {
    guard let table = statistics.package[name] else { continue }
    guard let areas = statistics.registerAreas[name] else { continue }
    for index in indicators {
      guard let register = statistics.indicators[index].register else { continue }
      let kept = kept.map {
        RegisterTotals($0, of: statistics.indicators[index].id, statistics.areas)
      }
      guard let totals = kept ?? RegisterTotals(table, register, areas, statistics.areas) else {
        continue
      }
      for (area, total) in totals.sums {
        let multiplier = statistics.indicators[index].multiplier
        guard let value = totals.value(total, register, multiplier: multiplier) else { continue }
        all[Statistics.Cell(index, area)] = rollup(
          value, of: statistics, indicator: index, area: area, table: name,
          count: register.computation == .count ? total.rows : total.count,
          lacksValues: register.computation == .sum && total.count < total.rows,
          reporting: totals.reporting)
      }
    }
  }
  return all
}

private func rollup(
  _ value: ExactNumber, of statistics: Statistics, indicator: IndicatorID, area: AreaID,
  table: String,
  count: Int, lacksValues: Bool, reporting: Set<AreaID>
) -> Rollup {
  var best: [AreaID] = []
  var reported = -1
  for division in statistics.areas.divisions[area] {
    let count = division.count(where: reporting.contains)
    if count > reported { (best, reported) = (division, count) }
  }
  let published = statistics.shown(indicator, area)
  return Rollup(
    origin: .register(table), value: value,
    reported: max(0, reported), expected: best.count,
    unitClass: best.first.map { statistics.areas.all[$0].areaClass },
    scheme: best.first.flatMap { statistics.areas.all[$0].scheme },
    isWhole: reported == best.count, count: count, lacksValues: lacksValues,
    oldest: nil, newest: nil, isOfPublication: false, published: published,
    difference: published?.value.flatMap { value.subtracting($0) })
}

extension Statistics {
  /// The area of each row of a table by its position in `areas`, -1 where it has none; `nil` for
  /// tables without an `area` column.
  ///
  /// A code that the areas table does not go down to stands for the next wider area.
  package func areas(ofRowsIn table: String) -> [Int32]? { registerAreas[table]?.areas }
}

/// One indicator's sums over a register, by area.
struct RegisterTotals {
  /// What the rows of an area come to.
  struct Sum {
    /// Digits of the sum, at the column's scale.
    var first: Int64 = 0
    var second: Int64 = 0
    /// Rows, and rows with a value.
    var rows = 0
    var count = 0
    var overflows = false
  }

  /// What the rows of each area come to by themselves, in the order of the areas.
  let own: [(area: AreaID, sum: Sum)]
  private(set) var sums: [AreaID: Sum] = [:]
  /// The areas that rows lie in, with everything around them.
  private(set) var reporting: Set<AreaID> = []
  let scale: Int

  init?(
    _ table: Table, _ register: Indicator.Register, _ areas: RegisterAreas, _ graph: AreaTable
  ) {
    let names = (register.field ?? "").split(separator: "/").map { String($0).trimmed }
    let columns = names.compactMap { table.column($0) }
    guard columns.count == names.count,
      register.computation == .count || !columns.isEmpty,
      register.computation != .ratio || columns.count == 2
    else { return nil }
    let first = columns.first.map { NumberColumn(table, $0) }
    let second = columns.count > 1 ? NumberColumn(table, columns[1]) : nil
    let scale = max(first?.scale ?? 0, second?.scale ?? 0)
    let filter = RowFilter(table, register.filter)
    var own = ByID<Area, Sum>(repeating: Sum(), for: graph.all)
    for row in 0..<table.count {
      guard let area = AreaID(stored: areas.areas[row]), filter.isEmpty || filter.holds(row) else {
        continue
      }
      own[area].rows += 1
      guard let value = first?.digits(row, scale: scale) else { continue }
      // A ratio counts rows that have both its values.
      guard let second else {
        own[area].add(value, 0)
        continue
      }
      if let other = second.digits(row, scale: scale) { own[area].add(value, other) }
    }
    self.init(
      graph.all.ids.filter { own[$0].rows > 0 }.map { ($0, own[$0]) }, scale: scale, graph)
  }

  /// Adds up what areas come to by themselves.
  ///
  /// - Parameter scale: the decimals of the digits.
  init(_ own: [(area: AreaID, sum: Sum)], scale: Int, _ graph: AreaTable) {
    self.own = own
    self.scale = scale
    for (area, sum) in own {
      for place in graph.ancestors[area] + [area] {
        sums[place, default: Sum()].merge(sum)
        reporting.insert(place)
      }
    }
  }

  /// The indicator's value of a sum, in its unit.
  func value(_ sum: Sum, _ register: Indicator.Register, multiplier: Int) -> ExactNumber? {
    guard !sum.overflows else { return nil }
    switch register.computation {
    case .count: return ExactNumber(sum.rows)
    case .sum:
      guard sum.count > 0 else { return nil }
      return ExactNumber(mantissa: sum.first, scale: scale)?.timesPowerOfTen(-multiplier)?.trimmed
    case .mean:
      guard sum.count > 0, let total = ExactNumber(mantissa: sum.first, scale: scale)
      else { return nil }
      return ExactNumber(total.double / Double(sum.count))?.rounded(toScale: 2)
    case .ratio:
      guard sum.second != 0 else { return nil }
      return ExactNumber(Double(sum.first) / Double(sum.second))?.rounded(toScale: 4)
    }
  }
}

extension RegisterTotals.Sum {
  /// Adds the values of one row.
  @inline(__always)
  fileprivate mutating func add(_ first: Int64, _ second: Int64) {
    count += 1
    addDigits(first, second)
  }

  fileprivate mutating func merge(_ other: Self) {
    rows += other.rows
    count += other.count
    overflows = overflows || other.overflows
    addDigits(other.first, other.second)
  }

  @inline(__always)
  private mutating func addDigits(_ first: Int64, _ second: Int64) {
    let (a, b) = (
      self.first.addingReportingOverflow(first), self.second.addingReportingOverflow(second)
    )
    (self.first, self.second) = (a.partialValue, b.partialValue)
    overflows = overflows || a.overflow || b.overflow
  }
}

/// A column of numbers as integers of one scale.
private struct NumberColumn {
  let scale: Int
  private let digits: [Int64]
  private let scales: [UInt8]
  private let missing: Bitmap

  init(_ table: Table, _ column: Int) {
    let stored = table.storage.columns[column]
    missing = stored.missing
    switch stored.storage {
    case .integer(let values): (digits, scales) = (values, [])
    case .number(let values, let places): (digits, scales) = (values, places)
    default: (digits, scales) = ([], [])
    }
    scale = Int(scales.max() ?? 0)
  }

  @inline(__always)
  func digits(_ row: Int, scale: Int) -> Int64? {
    guard row < digits.count, !missing[row] else { return nil }
    var value = digits[row]
    for _ in (scales.isEmpty ? 0 : Int(scales[row]))..<scale {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }
}

/// The rows of a register that an indicator counts.
private struct RowFilter {
  private let table: Table
  private let conditions: [(column: Int, value: String)]

  init(_ table: Table, _ filter: [(column: String, value: String)]) {
    self.table = table
    conditions = filter.compactMap { part in table.column(part.column).map { ($0, part.value) } }
  }

  var isEmpty: Bool { conditions.isEmpty }

  func holds(_ row: Int) -> Bool {
    conditions.allSatisfy { table[row].string($0.column) == $0.value }
  }
}

// MARK: Totals without rows

/// What the rows of a register come to in one area by themselves, for one indicator: all that is
/// needed to add them up again without the rows.
package struct KeptTotal: Sendable {
  let indicator: String
  /// The code of the area.
  let area: String
  let rows: Int
  /// How many of them have a value.
  let values: Int
  /// `nil` when it is too large or nothing was added.
  let sum: ExactNumber?
  /// What a ratio is divided by; `nil` also for zero.
  let divisor: ExactNumber?
}

extension Statistics {
  /// The totals of all indicators that are computed of registers, area by area.
  var keptTotals: [KeptTotal] {
    indicators.ids.flatMap { index -> [KeptTotal] in
      guard let register = indicators[index].register, let table = package[register.table],
        let areas = registerAreas[register.table],
        let totals = RegisterTotals(table, register, areas, self.areas)
      else { return [] }
      return totals.own.map { area, sum in
        let isKnown = !sum.overflows && sum.count > 0
        let numbers = [sum.first, sum.second].map { digits in
          isKnown ? ExactNumber(mantissa: digits, scale: totals.scale)?.trimmed : nil
        }
        return KeptTotal(
          indicator: indicators[index].id, area: self.areas.all[area].code, rows: sum.rows,
          values: sum.count, sum: numbers[0],
          divisor: numbers[1].flatMap { $0.isZero ? nil : $0 })
      }
    }
  }
}

extension RegisterTotals {
  /// The totals that were kept of an indicator.
  init(_ kept: [KeptTotal], of indicator: String, _ graph: AreaTable) {
    let own = kept.filter { $0.indicator == indicator }
    let scale = own.flatMap { [$0.sum?.scale ?? 0, $0.divisor?.scale ?? 0] }.max() ?? 0
    func digits(_ number: ExactNumber?) -> Int64? {
      number?.timesPowerOfTen(scale)?.int.map { Int64($0) }
    }
    let sums = own.compactMap { total -> (AreaID, Sum)? in
      guard let area = graph.index(total.area) else { return nil }
      let first = digits(total.sum)
      return (
        area,
        Sum(
          first: first ?? 0, second: digits(total.divisor) ?? 0, rows: total.rows,
          count: total.values, overflows: total.values > 0 && first == nil)
      )
    }
    self.init(sums, scale: scale, graph)
  }
}
