import SaanText

/// The indicators that are computed from registers: one pass over a register's rows for all of
/// them.
///
/// - Parameter kept: totals that stand in place of those of the rows.
func computeRegisterTotals(
  of statistics: Statistics, kept: [KeptTotal]?
) -> [Statistics.Cell: Rollup] {
  var all: [Statistics.Cell: Rollup] = [:]
  let computed = statistics.indicators.ids.filter { statistics.indicators[$0].register != nil }
  let byTable = Dictionary(grouping: computed) {
    statistics.indicators[$0].register?.table ?? ""
  }
  for (name, indicators) in byTable {
    guard let table = statistics.package[name] else { continue }
    guard let areas = statistics.registerAreas[name] else { continue }
    let days = RowDays(table)
    for index in indicators {
      guard let register = statistics.indicators[index].register else { continue }
      let kept = kept.map {
        RegisterTotals($0, of: statistics.indicators[index].id, statistics.areas)
      }
      guard
        let totals = kept ?? RegisterTotals(table, register, areas, days, statistics.areas)
      else { continue }
      let rollups = RegisterRollups(
        statistics: statistics, indicator: index, register: register, totals: totals,
        coverage: statistics.coverages[name], dayIsOfValues: days.isOfValues)
      for area in rollups.areas {
        all[Statistics.Cell(index, area)] = rollups.rollup(in: area)
      }
    }
  }
  return all
}

/// What one indicator comes to in each area.
private struct RegisterRollups {
  let statistics: Statistics
  let indicator: IndicatorID
  let register: Indicator.Register
  let totals: RegisterTotals
  let coverage: RegisterCoverage?
  /// Whether the rows say of which day their values are.
  let dayIsOfValues: Bool

  private var graph: AreaTable { statistics.areas }
  private var scope: Scope { statistics.indicators[indicator].scope }
  private var adds: Bool { [.count, .sum].contains(register.computation) }

  /// The areas that rows lie in, and those that are known to have none: provinces and wider areas,
  /// and whatever else somebody has spoken of; none that can't have a value.
  var areas: [AreaID] {
    let filled = Array(totals.reporting.filter { scope.holds($0) })
    guard adds, let coverage else { return filled }
    let wide: Set<AreaClass> = [.country, .region, .province]
    return filled
      + graph.all.ids.filter { area in
        totals.sums[area] == nil && coverage[area].isComplete && scope.holds(area)
          && (wide.contains(graph.all[area].areaClass) || coverage.spokenOf.contains(area))
      }
  }

  func rollup(in area: AreaID) -> Rollup? {
    let total = totals.sums[area] ?? RegisterTotals.Sum()
    let multiplier = statistics.indicators[indicator].multiplier
    let isEmpty = total.rows == 0
    let isShare = statistics.indicators[indicator].isShare
    guard
      let value = isEmpty
        ? ExactNumber.zero
        : totals.value(total, register, multiplier: multiplier, isShare: isShare)
    else { return nil }
    let count = register.computation == .count ? total.rows : total.count
    let completeness = coverage?[area] ?? .unknown
    let (division, reported) = division(of: area)
    let days = days(of: total, completeness)
    let published = statistics.shown(indicator, area)
    return Rollup(
      origin: .register(register.table), value: value, bound: .exact, unit: nil,
      reported: reported,
      // Rows that lie in none of the parts would be counted in none.
      expected: isPlaced(total, in: division) ? division.count : 0,
      unitClass: division.first.map { graph.all[$0].areaClass },
      scheme: division.first.flatMap { graph.all[$0].scheme },
      isWhole: completeness.isComplete && count == total.rows && total.undecided == 0,
      count: count,
      oldest: days.oldest, newest: days.newest, basis: .stated, published: published,
      difference: published?.value.flatMap { value.subtracting($0) },
      completeness: completeness, addsUp: adds && !total.hasNegative,
      daysAreOfValues: dayIsOfValues, rows: total.rows)
  }

  /// The parts of an area that are counted, and how many of them have rows: provinces wherever
  /// there are some; of several divisions the one that most parts have rows in.
  private func division(of area: AreaID) -> (parts: [AreaID], reported: Int) {
    var best: (parts: [AreaID], reported: Int) = ([], 0)
    for division in graph.divisions[area] {
      let parts = parts(of: division)
      let count = parts.count(where: totals.reporting.contains)
      if best.parts.isEmpty || count > best.reported { best = (parts, count) }
    }
    return best
  }

  private func parts(of division: [AreaID]) -> [AreaID] {
    let provinces = division.flatMap { part in
      graph.all[part].areaClass == .region
        ? graph.children[part].filter { graph.all[$0].areaClass == .province } : []
    }
    let inside = provinces.filter { scope.holds($0) }
    // A figure of regions alone counts these.
    return inside.isEmpty ? division.filter { scope.holds($0) } : inside
  }

  private func isPlaced(_ total: RegisterTotals.Sum, in division: [AreaID]) -> Bool {
    division.reduce(0) { $0 + (totals.sums[$1]?.rows ?? 0) } == total.rows
  }

  /// The day that a number is of.
  ///
  /// It is the one that all its rows say of their values; of a complete register the day that it
  /// was found complete. When a thing began says how many there were, not how large; while rows
  /// may be missing it does not say when they were counted.
  private func days(
    of total: RegisterTotals.Sum, _ completeness: Completeness
  ) -> (oldest: CalendarDate?, newest: CalendarDate?) {
    let isCount = register.computation == .count
    let counted = isCount ? total.rows : total.count
    let isDated = counted > 0 && total.dated >= counted && (isCount || dayIsOfValues)
    if completeness.isComplete, isCount || !isDated {
      return (completeness.oldest, completeness.newest)
    }
    let isOfThem = isDated && (completeness.isComplete || dayIsOfValues)
    return isOfThem ? (total.oldest, total.newest) : (nil, nil)
  }
}

extension Statistics {
  /// The area of each row of a table by its position in `areas`, -1 where it has none; `nil` for
  /// tables without an `area` column.
  ///
  /// A code that the areas table does not go down to stands for the next wider area.
  package func areas(ofRowsIn table: String) -> [Int32]? { registerAreas[table]?.areas }
}

extension Statistics {
  /// Whether a table is a register: its rows lie in areas, and are not about areas as such.
  package func isRegister(_ table: String) -> Bool {
    registerAreas[table] != nil && table != "observations"
      && !AreaProfiles.structure.contains(table)
  }

  /// The widest areas of which a register has all that there are; none where it has all of them.
  package func completeAreas(of register: String) -> [AreaID] {
    guard let coverage = coverages[register], !coverage.whole.isComplete else { return [] }
    return areas.all.ids.filter { area in
      areas.all[area].areaClass != .together && coverage[area].isComplete
        && !areas.ancestors[area].contains { coverage[$0].isComplete }
    }
  }

  /// How much of a register is known to be there in an area; without one, of all of it.
  package func completeness(of register: String, in area: AreaID?) -> Completeness {
    coverages[register]?[area] ?? .unknown
  }
}

extension Statistics {
  /// The rows that an indicator counts and that lie outside its scope, with their areas.
  func registerRows(
    outside scope: Scope, _ register: Indicator.Register, _ table: Table
  ) -> [(row: Int, area: AreaID)] {
    guard scope.kind != .everywhere, let areas = areas(ofRowsIn: table.name) else { return [] }
    let filter = RowFilter(table, register.filter)
    return areas.indices.compactMap { row in
      guard let area = AreaID(stored: areas[row]), filter.holds(row),
        !scope.reaches(area, in: self.areas)
      else { return nil }
      return (row, area)
    }
  }
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
    /// Rows that may count or not, since a cell that decides it is empty.
    var undecided = 0
    var overflows = false
    /// Whether a value is below zero, so that more rows may make the sum smaller.
    var hasNegative = false
    /// The first and the last day that rows say they are of, and how many say one: of a count all
    /// rows, else those with a value.
    var oldest: CalendarDate?
    var newest: CalendarDate?
    var dated = 0
  }

  /// What the rows of each area come to by themselves, in the order of the areas.
  let own: [(area: AreaID, sum: Sum)]
  private(set) var sums: [AreaID: Sum] = [:]
  /// The areas that rows lie in, with everything around them.
  private(set) var reporting: Set<AreaID> = []
  let scale: Int

  init?(
    _ table: Table, _ register: Indicator.Register, _ areas: RegisterAreas, _ days: RowDays,
    _ graph: AreaTable
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
      guard let area = AreaID(stored: areas.counted[row]) else { continue }
      guard filter.isEmpty || filter.holds(row) else {
        if filter.mayHold(row) { own[area].undecided += 1 }
        continue
      }
      own[area].rows += 1
      if register.computation != .count {
        // A ratio counts rows that have both its values.
        guard let value = first?.digits(row, scale: scale),
          let other = second.map({ $0.digits(row, scale: scale) }) ?? 0
        else { continue }
        own[area].add(value, other)
      }
      // A row without a value has no word in the day that a sum is of.
      if let day = days.days[row] { own[area].add(day) }
    }
    self.init(
      graph.all.ids.filter { own[$0].rows + own[$0].undecided > 0 }.map { ($0, own[$0]) },
      scale: scale, graph)
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
        if sum.rows > 0 { reporting.insert(place) }
      }
    }
  }

  /// The indicator's value of a sum, in its unit.
  ///
  /// - Parameter isShare: whether that is hundredths of a whole, of which a ratio is the whole.
  func value(
    _ sum: Sum, _ register: Indicator.Register, multiplier: Int, isShare: Bool = false
  ) -> ExactNumber? {
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
      return ExactNumber(
        ratio: Double(sum.first) / Double(sum.second) * (isShare ? 100 : 1))
    }
  }
}

extension RegisterTotals.Sum {
  /// Adds the values of one row.
  @inline(__always)
  fileprivate mutating func add(_ first: Int64, _ second: Int64) {
    count += 1
    hasNegative = hasNegative || first < 0
    addDigits(first, second)
  }

  fileprivate mutating func add(_ day: CalendarDate) {
    oldest = oldest.map { min($0, day) } ?? day
    newest = newest.map { max($0, day) } ?? day
    dated += 1
  }

  fileprivate mutating func merge(_ other: Self) {
    rows += other.rows
    count += other.count
    undecided += other.undecided
    oldest = [oldest, other.oldest].compactMap { $0 }.min()
    newest = [newest, other.newest].compactMap { $0 }.max()
    dated += other.dated
    overflows = overflows || other.overflows
    hasNegative = hasNegative || other.hasNegative
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
