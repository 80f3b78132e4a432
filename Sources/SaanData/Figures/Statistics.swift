import SaanText

/// The figures of a site: areas, sources, indicators and their values, joined by integer ids.
package struct Statistics: Sendable {
  package let areas: AreaGraph
  package let sources: [FigureSource]
  package let indicators: [Indicator]
  /// Every value, in the table's order.
  package let observations: [Observation]
  package let parts: [PartsOfWhole]
  package let reconciliations: [Reconciliation]
  package let corrections: [Correction]
  package let organisations: [Organisation]
  package let programmes: [Programme]
  /// The tables that all this was read from, and the registers.
  package let package: DataPackage

  /// An indicator's place in one area.
  struct Cell: Hashable {
    let indicator: Int32
    let area: Int32

    init(_ indicator: Int, _ area: Int) {
      self.indicator = Int32(truncatingIfNeeded: indicator)
      self.area = Int32(truncatingIfNeeded: area)
    }
  }

  let observationsByCell: [Cell: [Int]]
  let reconciliationsByCell: [Cell: [Int]]
  /// The areas that each indicator has values for, in the table's order.
  let areasByIndicator: [[Int]]
  /// The area of every row of every table that has an `area` column.
  let registerAreas: [String: RegisterAreas]
  /// What somebody has said of registers, and what follows from it, by table.
  let coverageStatements: [CoverageStatement]
  let coverages: [String: RegisterCoverage]
  private let indicatorIDs: [String: Int]
  private let sourceIDs: [String: Int]
  var rollups: [Cell: Rollup] = [:]
  /// What is known of every area.
  package internal(set) var profiles = AreaProfiles()

  init(_ records: StatisticsRecords, package: DataPackage) {
    self.package = package
    areas = records.areas
    registerAreas = Dictionary(
      package.tables.filter { $0.column("area") != nil }.map {
        ($0.name, RegisterAreas($0, records.areas))
      }, uniquingKeysWith: { first, _ in first })
    coverageStatements = records.areas.coverageStatements(in: package)
    coverages = Dictionary(grouping: coverageStatements, by: \.register).mapValues {
      RegisterCoverage($0, records.areas)
    }
    sources = records.sources
    indicators = records.indicators
    observations = records.observations
    parts = records.parts
    reconciliations = records.reconciliations
    corrections = records.corrections
    organisations = records.organisations
    programmes = records.programmes
    indicatorIDs = records.indicatorIDs
    sourceIDs = records.sourceIDs
    observationsByCell = Dictionary(grouping: observations.indices) {
      Cell(records.observations[$0].indicator, records.observations[$0].area)
    }
    reconciliationsByCell = Dictionary(grouping: reconciliations.indices) {
      Cell(records.reconciliations[$0].indicator, records.reconciliations[$0].area)
    }
    var areasOf = [[Int]](repeating: [], count: indicators.count)
    var seen = Set<Cell>()
    for observation in observations
    where seen.insert(Cell(observation.indicator, observation.area)).inserted {
      areasOf[observation.indicator].append(observation.area)
    }
    areasByIndicator = areasOf
  }

  // MARK: By name

  /// The index of an indicator.
  package func indicator(_ id: String) -> Int? { indicatorIDs[id] }
  /// The index of a source.
  package func source(_ id: String) -> Int? { sourceIDs[id] }
  /// The index of an area by its code.
  package func area(_ code: String) -> Int? { areas.index(code) }

  /// The areas that an indicator has published values for, in the table's order.
  package func areas(of indicator: Int) -> [Int] { areasByIndicator[indicator] }

  /// The indicators of a topic, in the table's order.
  package func indicators(topic: String) -> [Int] {
    indicators.indices.filter { indicators[$0].topic == topic }
  }

  // MARK: Values

  /// Every published value of an indicator for an area, from every source, in the table's order.
  package func values(_ indicator: Int, _ area: Int) -> [Observation] {
    (observationsByCell[Cell(indicator, area)] ?? []).map { observations[$0] }
  }

  /// The value that is shown: the preferred one, else the one with the newest as-of date among the
  /// normal ones; a deprecated one never.
  ///
  /// - Parameter source: when given, only this source's values count.
  package func shown(_ indicator: Int, _ area: Int, source: Int? = nil) -> Observation? {
    shownIndex(indicator, area, source: source).map { observations[$0] }
  }

  func shownIndex(_ indicator: Int, _ area: Int, source: Int? = nil) -> Int? {
    var best: Int?
    for index in observationsByCell[Cell(indicator, area)] ?? [] {
      let value = observations[index]
      guard value.rank != .deprecated, source == nil || value.source == source else { continue }
      guard let current = best else {
        best = index
        continue
      }
      if observations[current].rank == .preferred { break }
      if value.rank == .preferred || value.isBetter(than: observations[current]) { best = index }
    }
    return best
  }

  /// Everything there is to say about an indicator in an area; `nil` when there is nothing.
  package func figure(_ indicator: Int, _ area: Int) -> Figure? {
    let values = values(indicator, area)
    let rollup = rollup(indicator, area)
    guard !values.isEmpty || rollup != nil else { return nil }
    return Figure(
      indicator: indicator, area: area, shown: shown(indicator, area), values: values,
      disagreement: disagreement(indicator, area), rollup: rollup)
  }

  /// What the values of child areas or register rows make for an area.
  package func rollup(_ indicator: Int, _ area: Int) -> Rollup? { rollups[Cell(indicator, area)] }

  /// Whether there is anything to show of an indicator: published values, or a sum for the country.
  package func isKnown(_ indicator: Int) -> Bool {
    !areas(of: indicator).isEmpty || area("TH").map { rollup(indicator, $0) != nil } ?? false
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
  /// Whether the value, of equal rank, is shown rather than the other: it is there, and newer.
  fileprivate func isBetter(than other: Observation) -> Bool {
    if (value == nil) != (other.value == nil) { return other.value == nil }
    return other.isOlder(than: self)
  }
}
