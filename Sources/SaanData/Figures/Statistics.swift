import SaanText

/// The figures of a site: areas, sources, indicators and their values, joined by integer ids.
///
/// A class, though nothing of it ever changes: every page asks it for figures, some for hundreds,
/// and a copy of a struct counts a reference for each of its tables.
package final class Statistics: Sendable {
  package let areas: AreaTable
  package let sources: [FigureSource]
  package let indicators: [Indicator]
  /// Every value, in the table's order.
  package let observations: [Observation]
  package let parts: [PartsOfWhole]
  package let reconciliations: [Reconciliation]
  package let corrections: [Correction]
  package let organisations: [Organisation]
  package let programmes: [Programme]
  package let memberships: [AreaMembership]
  /// The tables that all this was read from, and the registers.
  package let package: DataPackage

  /// An indicator's place in one area.
  struct Cell: Hashable {
    private let storedIndicator: Int32
    private let storedArea: Int32

    var indicator: IndicatorID { IndicatorID(Int(storedIndicator)) }
    var area: AreaID { AreaID(Int(storedArea)) }

    init(_ indicator: IndicatorID, _ area: AreaID) {
      storedIndicator = indicator.stored
      storedArea = area.stored
    }
  }

  private let index: StatisticsIndex
  private let indicatorIDs: [String: IndicatorID]
  private let sourceIDs: [String: SourceID]
  private let sums: RollupSums
  /// The areas that each ratio is worked out for.
  private let areasByRatio: [IndicatorID: [AreaID]]
  /// What is known of every area.
  package let profiles: AreaProfiles

  /// Joins the records of a package.
  ///
  /// - Parameters:
  ///   - sums: What the values make for wider areas, worked out of figures without them.
  ///   - profiles: What is known of every area, worked out of figures with the sums.
  init(
    _ records: StatisticsRecords, _ index: StatisticsIndex, package: DataPackage,
    sums: RollupSums = RollupSums(), profiles: AreaProfiles = AreaProfiles()
  ) {
    self.package = package
    self.index = index
    self.sums = sums
    areasByRatio = Dictionary(
      grouping: sums.rollups.filter { $0.value.origin == .ratio }.keys, by: \.indicator
    ).mapValues { $0.map(\.area).sorted() }
    self.profiles = profiles
    areas = records.areas
    sources = records.sources
    indicators = records.indicators
    observations = records.observations
    parts = records.parts
    reconciliations = records.reconciliations
    corrections = records.corrections
    organisations = records.organisations
    programmes = records.programmes
    memberships = records.memberships
    indicatorIDs = records.indicatorIDs
    sourceIDs = records.sourceIDs
  }

  var observationsByCell: [Cell: [Int]] { index.observationsByCell }
  var reconciliationsByCell: [Cell: [Int]] { index.reconciliationsByCell }
  /// The areas that each indicator has values for, in the table's order.
  var areasByIndicator: ByID<Indicator, [AreaID]> { index.areasByIndicator }
  /// The area of every row of every table that has an `area` column.
  var registerAreas: [String: RegisterAreas] { index.registerAreas }
  /// What somebody has said of registers, and what follows from it, by table.
  var coverageStatements: [CoverageStatement] { index.coverageStatements }
  var coverages: [String: RegisterCoverage] { index.coverages }
  var rollups: [Cell: Rollup] { sums.rollups }
  /// The values that each source gives and the rows that it is named in.
  var usesBySource: ByID<FigureSource, SourceUse> { index.usesBySource }
  /// The values that an area has jointly with others, in the table's order.
  func together(_ area: AreaID) -> [Cell] { index.cellsTogether[area] ?? [] }

  // MARK: By name

  /// The id of an indicator.
  package func indicator(_ id: String) -> IndicatorID? { indicatorIDs[id] }
  /// The index of a source.
  package func source(_ id: String) -> SourceID? { sourceIDs[id] }
  /// The index of an area by its code, or of what stands for several by theirs: `10; 13`.
  package func area(_ code: String) -> AreaID? {
    areas.index(code) ?? areas.together(code)
  }

  /// The areas that an indicator has published values for, in the table's order.
  package func areas(of indicator: IndicatorID) -> [AreaID] { areasByIndicator[indicator] }

  /// The indicators of a topic, in the table's order.
  package func indicators(topic: String) -> [IndicatorID] {
    indicators.ids.filter { indicators[$0].topic == topic }
  }

  // MARK: Values

  /// Every published value of an indicator for an area, from every source, in the table's order.
  package func values(_ indicator: IndicatorID, _ area: AreaID) -> [Observation] {
    (observationsByCell[Cell(indicator, area)] ?? []).map { observations[$0] }
  }

  /// Whether any source gives values of an indicator for an area.
  package func hasValues(_ indicator: IndicatorID, _ area: AreaID) -> Bool {
    observationsByCell[Cell(indicator, area)] != nil
  }

  /// The value that is shown: the preferred one, else the one with the newest as-of date among the
  /// normal ones; a deprecated one never.
  ///
  /// - Parameter source: when given, only this source's values count.
  package func shown(_ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil)
    -> Observation?
  {
    shownIndex(indicator, area, source: source).map { observations[$0] }
  }

  /// Whether another value could be shown as well as this one: it is as new, and of no lower rank.
  package func isTied(_ shown: Observation) -> Bool {
    values(shown.indicator, shown.area).contains { other in
      other.row != shown.row && other.rank == shown.rank && other.value != nil
        && !other.isOlder(than: shown) && !shown.isOlder(than: other)
    }
  }

  func shownIndex(_ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil) -> Int? {
    var best: Int?
    for index in observationsByCell[Cell(indicator, area)] ?? [] {
      let value = observations[index]
      guard value.rank != .deprecated, source == nil || value.source == source else { continue }
      if let current = best, !value.goesBefore(observations[current]) { continue }
      best = index
    }
    return best
  }

  /// Everything there is to say about an indicator in an area; `nil` when there is nothing.
  package func figure(_ indicator: IndicatorID, _ area: AreaID) -> Figure? {
    let values = values(indicator, area)
    let rollup = rollup(indicator, area)
    let unadded = unadded(indicator, area)
    guard !values.isEmpty || rollup != nil || !unadded.isEmpty else { return nil }
    return Figure(
      indicator: indicator, area: area, shown: shown(indicator, area), values: values,
      disagreement: disagreement(indicator, area), rollup: rollup, unadded: unadded)
  }

  /// What the values of child areas or register rows make for an area.
  package func rollup(_ indicator: IndicatorID, _ area: AreaID) -> Rollup? {
    rollups[Cell(indicator, area)]
  }

  /// The values of smaller areas that no sum has, and why.
  package func unadded(_ indicator: IndicatorID, _ area: AreaID) -> [UnaddedPart] {
    sums.unadded[Cell(indicator, area)] ?? []
  }

  /// The areas that an indicator is worked out for as a ratio of two others, in the table's order.
  package func areas(ofRatio indicator: IndicatorID) -> [AreaID] { areasByRatio[indicator] ?? [] }

  /// Whether there is anything to show of an indicator: published values, ratios, or a sum for the
  /// country.
  package func isKnown(_ indicator: IndicatorID) -> Bool {
    !areas(of: indicator).isEmpty || areasByRatio[indicator] != nil
      || area("TH").map { rollup(indicator, $0) != nil } ?? false
  }

  /// The value that is shown, by names; `nil` also for unknown ones.
  package func shown(_ indicator: String, area: String, source: String? = nil) -> Observation? {
    guard let indicator = self.indicator(indicator), let area = self.area(area) else { return nil }
    guard let source else { return shown(indicator, area) }
    return self.source(source).flatMap { shown(indicator, area, source: $0) }
  }

  // MARK: Words

  /// What a value counts, in its own words or the indicator's.
  package func name(of observation: Observation) -> Localized<String> {
    observation.name ?? indicators[observation.indicator].name
  }

  /// The unit of a value, in its own words or the indicator's.
  package func unit(of observation: Observation) -> Localized<UnitName>? {
    observation.unit ?? indicators[observation.indicator].unit
  }

  /// Whether the date of a value is but the day that its source was published, as the source's own
  /// row says it too.
  package func isOfPublication(_ observation: Observation) -> Bool {
    observation.dateBasis == .published
      && observation.date == sources[observation.source].datePublished
  }

  /// Where a value stands in its table.
  package func place(of observation: Observation, column: String = "value") -> Place {
    place("observations", observation.row, column)
  }

  /// Where a row's value stands.
  func place(_ table: String, _ row: Int, _ column: String) -> Place {
    guard let table = package[table] else { return .file(path: table) }
    return table[row].place(column)
  }
}

extension Observation {
  /// Whether the value is shown rather than the other: it is preferred, else there and newer.
  func goesBefore(_ other: Observation) -> Bool {
    if other.rank == .preferred || rank == .preferred { return other.rank != .preferred }
    if (value == nil) != (other.value == nil) { return other.value == nil }
    // Of a range the end that says more: that there are so many.
    if !isOlder(than: other), bound.isOpenAbove, other.bound.isOpenBelow { return true }
    return other.isOlder(than: self)
  }
}

/// What the values make for wider areas, and what was left out of each sum.
struct RollupSums: Sendable {
  var rollups: [Statistics.Cell: Rollup] = [:]
  var unadded: [Statistics.Cell: [UnaddedPart]] = [:]
}

/// Where the values of records are found: by area and indicator, and the rows of registers by area.
struct StatisticsIndex: Sendable {
  let observationsByCell: [Statistics.Cell: [Int]]
  let reconciliationsByCell: [Statistics.Cell: [Int]]
  let areasByIndicator: ByID<Indicator, [AreaID]>
  let cellsTogether: [AreaID: [Statistics.Cell]]
  let registerAreas: [String: RegisterAreas]
  let coverageStatements: [CoverageStatement]
  let coverages: [String: RegisterCoverage]
  let usesBySource: ByID<FigureSource, SourceUse>

  init(_ records: StatisticsRecords, _ package: DataPackage) {
    typealias Cell = Statistics.Cell
    registerAreas = Dictionary(
      package.tables.filter { $0.column("area") != nil }.map {
        ($0.name, RegisterAreas($0, records.areas))
      }, uniquingKeysWith: { first, _ in first })
    coverageStatements = records.areas.coverageStatements(in: package)
    let rows = registerAreas.mapValues { $0.booked(in: records.areas) }
    coverages = Dictionary(
      uniqueKeysWithValues: Dictionary(grouping: coverageStatements, by: \.register).map {
        ($0, RegisterCoverage($1, rowsIn: rows[$0] ?? [], records.areas))
      })
    observationsByCell = Dictionary(grouping: records.observations.indices) {
      Cell(records.observations[$0].indicator, records.observations[$0].area)
    }
    reconciliationsByCell = Dictionary(grouping: records.reconciliations.indices) {
      Cell(records.reconciliations[$0].indicator, records.reconciliations[$0].area)
    }
    var areasOf = ByID<Indicator, [AreaID]>(repeating: [], for: records.indicators)
    var seen = Set<Cell>()
    var together: [AreaID: [Cell]] = [:]
    for observation in records.observations {
      let cell = Cell(observation.indicator, observation.area)
      guard seen.insert(cell).inserted else { continue }
      areasOf[observation.indicator].append(observation.area)
      guard observation.isTogether else { continue }
      for area in records.areas.told(together: observation.area) {
        together[area, default: []].append(cell)
      }
    }
    areasByIndicator = areasOf
    cellsTogether = together
    usesBySource = SourceUse.all(records, package)
  }
}

/// What was taken from a source: values, and rows of other tables that name it.
package struct SourceUse: Sendable {
  /// Rows of one table.
  package typealias Rows = (table: String, rows: [RowID])

  /// The positions of its values among the observations, in the table's order.
  package fileprivate(set) var values: [Int] = []
  /// The rows whose column `source` names it, table by table.
  package fileprivate(set) var rows: [Rows] = []
}

extension SourceUse {
  /// The tables that say by themselves which source a value or a difference is of.
  private static let ownWays: Set<String> = ["observations", "corrections", "reconciliations"]

  /// What was taken from each source.
  static func all(
    _ records: StatisticsRecords, _ package: DataPackage
  ) -> ByID<FigureSource, SourceUse> {
    var uses = ByID(repeating: SourceUse(), for: records.sources)
    for (position, value) in records.observations.enumerated() {
      uses[value.source].values.append(position)
    }
    for table in package.tables where !ownWays.contains(table.name) {
      guard let column = table.column("source"), !table.fields[column].isPrivate else { continue }
      var rows = ByID<FigureSource, [RowID]>(repeating: [], for: records.sources)
      for row in table.rows {
        guard let source = row.string(column).flatMap({ records.sourceIDs[$0] }) else { continue }
        rows[source].append(row.id)
      }
      for source in records.sources.ids where !rows[source].isEmpty {
        uses[source].rows.append((table.name, rows[source]))
      }
    }
    return uses
  }
}

extension Statistics {
  /// Every value that a source gives, in the table's order.
  package func values(ofSource source: SourceID) -> [Observation] {
    usesBySource[source].values.map { observations[$0] }
  }

  /// The rows of other tables that name a source.
  package func rows(namingSource source: SourceID) -> [SourceUse.Rows] { usesBySource[source].rows }
}

extension Statistics {
  /// What somebody has noted of a register, of an area and of those in it; without an area, of all.
  package func coverageNotes(
    of register: String, in area: AreaID?
  ) -> [(area: AreaID, note: Localized<String>)] {
    coverageStatements.compactMap { statement in
      guard statement.register == register, let note = statement.note else { return nil }
      let isInside =
        area.map { $0 == statement.area || areas.ancestors[statement.area].contains($0) } ?? true
      return isInside ? (statement.area, note) : nil
    }
  }
}
