import SaanText

/// Joins the known tables of a package into figures.
///
/// Rows that name an unknown indicator, area or source are left out; `checkStatistics` tells of
/// them.
package func loadStatistics(_ package: DataPackage) -> Statistics {
  var records = StatisticsRecords()
  records.read(package)
  var statistics = Statistics(records, package: package)
  (statistics.rollups, statistics.unadded) = computeRollups(of: statistics)
  statistics.profiles = AreaProfiles(statistics)
  return statistics
}

/// The rows of the known tables, as they are joined.
struct StatisticsRecords {
  var areas = AreaGraph(areas: nil)
  var sources: [FigureSource] = []
  var indicators: [Indicator] = []
  var observations: [Observation] = []
  var parts: [PartsOfWhole] = []
  var reconciliations: [Reconciliation] = []
  var corrections: [Correction] = []
  var organisations: [Organisation] = []
  var programmes: [Programme] = []
  var indicatorIDs: [String: Int] = [:]
  var sourceIDs: [String: Int] = [:]

  mutating func read(_ package: DataPackage) {
    areas = AreaGraph(areas: package["areas"], groups: package["area_groups"])
    for row in package.rows("sources") { add(source: row) }
    for row in package.rows("indicators") {
      guard let indicator = Indicator(row), indicatorIDs[indicator.id] == nil else { continue }
      indicatorIDs[indicator.id] = indicators.count
      indicators.append(indicator)
    }
    for index in indicators.indices {
      let row = package.rows("indicators")[indicators[index].row]
      indicators[index].atMost = row.string("at_most").flatMap { indicatorIDs[$0] }
    }
    for row in package.rows("observations") {
      observation(row).map { observations.append($0) }
    }
    readParts(package)
    reconciliations = package.rows("reconciliations").compactMap { reconciliation($0) }
    corrections = package.rows("corrections").compactMap { correction($0) }
    organisations = package.rows("organisations").compactMap { organisation($0) }
    programmes = package.rows("programmes").compactMap { programme($0) }
    for index in indicators.indices {
      let row = package.rows("indicators")[indicators[index].row]
      guard let text = row.string("scope") else { continue }
      indicators[index].scope = Scope.read(text, areas, organisations).scope
    }
  }

  /// A value of one area, or of several jointly, for which one area stands.
  private mutating func observation(_ row: Row) -> Observation? {
    var together: Int?
    if row.isMissing("area"), let text = row.string("areas") {
      let allocation = Allocation(text, areas)
      if allocation.isSound { together = areas.together(allocation.members) }
    }
    var observation = Observation(
      row, indicator: indicator(row), area: together ?? area(row), source: source(row, "source"))
    observation?.isTogether = together != nil
    return observation
  }

  private func indicator(_ row: Row, _ column: String = "indicator") -> Int? {
    row.string(column).flatMap { indicatorIDs[$0] }
  }

  private func area(_ row: Row, _ column: String = "area") -> Int? {
    row.string(column).flatMap { areas.index($0) }
  }

  private func source(_ row: Row, _ column: String) -> Int? {
    row.string(column).flatMap { sourceIDs[$0] }
  }

  private mutating func add(source row: Row) {
    guard let id = row.string("id"), let title = row.localized("title"),
      let producer = row.localized("producer"), sourceIDs[id] == nil
    else { return }
    sourceIDs[id] = sources.count
    sources.append(
      FigureSource(
        id: id, title: title, producer: producer, datePublished: row.date("date_published"),
        dateAccessed: row.date("date_accessed"), url: row.string("url"),
        archivedURL: row.string("archived_url"), citation: row.localized("citation"),
        license: row.string("license"), note: row.localized("note"), row: row.index))
  }

  private mutating func readParts(_ package: DataPackage) {
    var places: [PartsOfWhole.Cell: Int] = [:]
    for row in package.rows("parts") {
      let country = areas.index("TH")
      guard let whole = indicator(row, "whole"), let part = indicator(row, "part"),
        let wholeArea = row.isMissing("whole_area") ? country : area(row, "whole_area"),
        let partArea = row.isMissing("part_area") ? wholeArea : area(row, "part_area")
      else { continue }
      let cell = PartsOfWhole.Cell(indicator: whole, area: wholeArea)
      let partCell = PartsOfWhole.Cell(indicator: part, area: partArea)
      if let place = places[cell] {
        parts[place].parts.append(partCell)
      } else {
        places[cell] = parts.count
        parts.append(PartsOfWhole(whole: cell, parts: [partCell], row: row.index))
      }
    }
  }

  private func reconciliation(_ row: Row) -> Reconciliation? {
    guard let id = row.string("id"), let indicator = indicator(row), let area = area(row)
    else { return nil }
    return Reconciliation(
      id: id, indicator: indicator, area: area,
      sources: (row.string("sources") ?? "").listed.compactMap { sourceIDs[$0] },
      cause: row.string("cause").flatMap(Reconciliation.Cause.init) ?? .unexplained,
      status: row.string("status").flatMap(Reconciliation.Status.init) ?? .open,
      preferred: source(row, "preferred"), reason: row.localized("reason"), row: row.index)
  }

  private func correction(_ row: Row) -> Correction? {
    guard let indicator = indicator(row), let area = area(row) else { return nil }
    return Correction(
      indicator: indicator, area: area, source: source(row, "source"),
      previousValue: row.exactNumber("previous_value"), value: row.exactNumber("value"),
      kind: row.string("kind").flatMap(Correction.Kind.init) ?? .revision,
      announced: row.date("announced"), reason: row.localized("reason"), row: row.index)
  }

  private func organisation(_ row: Row) -> Organisation? {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    return Organisation(
      id: id, name: name, kind: row.string("kind"), area: area(row), parent: row.string("parent"),
      membersCount: row.integer("members_count", in: KnownTable.counts),
      organisationsCount: row.integer("organisations_count", in: KnownTable.counts),
      url: row.string("url"),
      note: row.localized("note"), row: row.index)
  }

  private func programme(_ row: Row) -> Programme? {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    return Programme(
      id: id, name: name, owner: row.string("owner"), start: row.date("start"),
      end: row.date("end"), target: row.exactNumber("target"),
      targetPeriod: row.period("target_period"), note: row.localized("note"), row: row.index)
  }
}

extension DataPackage {
  /// A table's rows; none when there is no such table.
  func rows(_ name: String) -> Table.Rows { self[name]?.rows ?? Table.noRows }
}
