import SaanText

/// The rows of the known tables, as they are joined.
struct StatisticsRecords {
  var areas = AreaTable(areas: nil)
  var sources: [FigureSource] = []
  var indicators: [Indicator] = []
  var observations: [Observation] = []
  var parts: [PartsOfWhole] = []
  var reconciliations: [Reconciliation] = []
  var corrections: [Correction] = []
  var organisations: [Organisation] = []
  var programmes: [Programme] = []
  var memberships: [AreaMembership] = []
  var indicatorIDs: [String: IndicatorID] = [:]
  var sourceIDs: [String: SourceID] = [:]

  mutating func read(_ package: DataPackage) {
    areas = package.areas
    for row in package.rows("sources") { add(source: row) }
    for row in package.rows("indicators") {
      guard let indicator = Indicator(row), indicatorIDs[indicator.id] == nil else { continue }
      indicatorIDs[indicator.id] = IndicatorID(indicators.count)
      indicators.append(indicator)
    }
    for index in indicators.ids {
      let row = package.rows("indicators")[indicators[index].row]
      indicators[index].atMost = row.string("at_most").flatMap { indicatorIDs[$0] }
      if let numerator = indicator(row, "numerator"),
        let denominator = indicator(row, "denominator")
      {
        indicators[index].ratio = .init(numerator: numerator, denominator: denominator)
      }
    }
    readObservations(package.rows("observations"))
    readParts(package)
    reconciliations = package.rows("reconciliations").compactMap { reconciliation($0) }
    corrections = package.rows("corrections").compactMap { correction($0) }
    organisations = package.rows("organisations").compactMap { organisation($0) }
    programmes = package.rows("programmes").compactMap { programme($0) }
    memberships = package.rows("area_groups").compactMap { membership($0) }
    for index in indicators.ids {
      let row = package.rows("indicators")[indicators[index].row]
      guard let text = row.string("scope") else { continue }
      indicators[index].scope = Scope.read(text, areas, organisations).scope
    }
  }

  /// The values, each of one area, or of several jointly, for which one area stands.
  private mutating func readObservations(_ rows: Table.Rows) {
    let joint = rows.map { row -> [AreaID]? in
      guard row.isMissing("area"), let text = row.string("areas") else { return nil }
      let allocation = Allocation(text, areas)
      return allocation.isSound ? allocation.members : nil
    }
    areas = areas.adding(together: joint.compactMap { $0 })
    observations = zip(rows, joint).compactMap { row, members in
      Observation(
        row, indicator: indicator(row), area: members.map { areas.together($0) } ?? area(row),
        isTogether: members != nil, source: source(row, "source"))
    }
  }

  private func indicator(_ row: Row, _ column: String = "indicator") -> IndicatorID? {
    row.string(column).flatMap { indicatorIDs[$0] }
  }

  private func area(_ row: Row, _ column: String = "area") -> AreaID? {
    row.string(column).flatMap { areas.index($0) ?? areas.together($0) }
  }

  private func source(_ row: Row, _ column: String) -> SourceID? {
    row.string(column).flatMap { sourceIDs[$0] }
  }

  private mutating func add(source row: Row) {
    guard let id = row.string("id"), let title = row.localized("title"),
      let producer = row.localized("producer"), sourceIDs[id] == nil
    else { return }
    sourceIDs[id] = SourceID(sources.count)
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
      preferred: source(row, "preferred"), reason: row.localized("reason"),
      asked: row.localized("asked"), askedOn: row.date("asked_on"), row: row.index)
  }

  private func correction(_ row: Row) -> Correction? {
    guard let indicator = indicator(row), let area = area(row) else { return nil }
    return Correction(
      indicator: indicator, area: area, source: source(row, "source"),
      previousValue: row.exactNumber("previous_value"),
      previousBound: row.string("previous_bound").flatMap(Bound.init),
      value: row.exactNumber("value"), bound: row.string("bound").flatMap(Bound.init),
      kind: row.string("kind").flatMap(Correction.Kind.init) ?? .revision,
      announced: row.date("announced"), reason: row.localized("reason"), row: row.index)
  }

  private func organisation(_ row: Row) -> Organisation? {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    return Organisation(
      id: id, name: name, kind: row.string("kind"), area: area(row), parent: row.string("parent"),
      membersCount: row.integer("members_count", in: KnownTable.counts),
      organisationsCount: row.integer("organisations_count", in: KnownTable.counts),
      url: row.string("url"), note: row.localized("note"), source: source(row, "source"),
      basis: row.string("basis").flatMap(Basis.init), row: row.index)
  }

  private func membership(_ row: Row) -> AreaMembership? {
    guard let group = area(row, "group"), let area = area(row) else { return nil }
    return AreaMembership(
      group: group, area: area, basis: row.string("basis").flatMap(Basis.init),
      source: source(row, "source"))
  }

  private func programme(_ row: Row) -> Programme? {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    return Programme(
      id: id, name: name, owner: row.string("owner"), start: row.date("start"),
      end: row.date("end"), target: row.exactNumber("target"),
      targetPeriod: row.period("target_period"), note: row.localized("note"), row: row.index)
  }
}

extension Statistics {
  /// The tables that figures are made of; of the rows of others they only count and add up.
  package static let tables: Set<String> = [
    "areas", "area_groups", "sources", "indicators", "observations", "parts", "reconciliations",
    "corrections", "organisations", "programmes", KnownTable.coverage,
  ]
}

extension DataPackage {
  /// The areas that its tables name.
  package var areas: AreaTable {
    places as? AreaTable ?? AreaTable(areas: self["areas"], groups: self["area_groups"])
  }

  /// A table's rows; none when there is no such table.
  func rows(_ name: String) -> Table.Rows { self[name]?.rows ?? Table.noRows }
}
