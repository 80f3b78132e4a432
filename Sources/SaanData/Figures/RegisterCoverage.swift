import SaanText

/// What somebody has said of a register in an area.
package struct CoverageStatement: Sendable {
  /// The table.
  package let register: String
  package let area: AreaID
  package let status: RegisterStatus
  /// The day that it was so.
  package let asOf: CalendarDate?
  package let note: Localized<String>?
  /// Where it is said, and where its day stands.
  package let place: Place
  package let datePlace: Place
}

/// How much of a register is known to be there in one area, and since which day.
package struct Completeness: Sendable {
  package let status: RegisterStatus
  /// The days that this was said of; of an area that is complete because its parts are, the first
  /// and the last of theirs.
  package let oldest: CalendarDate?
  package let newest: CalendarDate?
  package let note: Localized<String>?

  /// Nobody has said anything.
  package static let unknown = Completeness(.unknown)

  package var isComplete: Bool { status == .complete }

  init(
    _ status: RegisterStatus, oldest: CalendarDate? = nil, newest: CalendarDate? = nil,
    note: Localized<String>? = nil
  ) {
    self.status = status
    self.oldest = oldest
    self.newest = newest
    self.note = note
  }
}

/// How complete one register is, area by area.
///
/// What is said of an area holds for all areas in it. The narrowest word counts: an area inside a
/// complete one that is said to be partial or unknown is so, and the wider one then lacks
/// something too. An area is complete as well when all areas of one of its divisions are.
///
/// A row that names but a wider area may be of any area inside: nobody knows whether these are
/// complete, unless somebody says so of them.
package struct RegisterCoverage: Sendable {
  /// By area; empty where nobody has said anything.
  private let byArea: ByID<Area, Completeness>
  /// Of all rows together.
  package let whole: Completeness
  /// The areas that somebody has spoken of.
  let spokenOf: Set<AreaID>

  /// Whether nobody has said anything.
  private var isSilent: Bool { byArea.all.isEmpty }

  /// Works out every area from what was said; of two statements about one area the first counts.
  ///
  /// - Parameter booked: the areas that rows name.
  init(_ statements: [CoverageStatement], rowsIn booked: Set<AreaID>, _ graph: AreaTable) {
    spokenOf = Set(statements.map(\.area))
    guard !statements.isEmpty else {
      (byArea, whole) = (ByID([]), .unknown)
      return
    }
    var survey = CoverageSurvey(statements, booked, graph)
    byArea = ByID(graph.all.ids.map { survey.completeness(of: $0) })
    let roots = graph.roots
    whole =
      roots.count == 1
      ? survey.completeness(of: roots[0]) : survey.completeness(ofAll: roots) ?? .unknown
  }

  /// The completeness in an area; without one, of all rows.
  package subscript(area: AreaID?) -> Completeness {
    guard let area else { return whole }
    return isSilent ? .unknown : byArea[area]
  }
}

/// The working out of one register's completeness.
private struct CoverageSurvey {
  let graph: AreaTable
  let said: [AreaID: CoverageStatement]
  /// What is said of areas inside each that lack something, or of which nobody knows whether they
  /// do.
  let lacking: [AreaID: [CoverageStatement]]
  /// The areas that rows name.
  let booked: Set<AreaID>
  private var known: ByID<Area, Completeness?>

  init(_ statements: [CoverageStatement], _ booked: Set<AreaID>, _ graph: AreaTable) {
    self.graph = graph
    self.booked = booked
    said = Dictionary(statements.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
    var lacking: [AreaID: [CoverageStatement]] = [:]
    for statement in statements where statement.status != .complete {
      for area in graph.ancestors[statement.area] { lacking[area, default: []].append(statement) }
    }
    self.lacking = lacking
    known = ByID(repeating: nil, for: graph.all)
  }

  mutating func completeness(of area: AreaID) -> Completeness {
    if let known = known[area] { return known }
    // Areas that lie in each other are gone through once.
    known[area] = .unknown
    let result = workedOut(area)
    known[area] = result
    return result
  }

  private mutating func workedOut(_ area: AreaID) -> Completeness {
    // Of an area of which the site leaves out provinces nobody can say that all is there.
    if graph.lacksProvinces(area), said[area]?.status != .partial { return .unknown }
    let nearest = nearest(to: area)
    let isComplete = nearest?.status == .complete
    if let nearest, isComplete, mayHoldMore(area, than: nearest) { return .unknown }
    if let nearest, isComplete, lacking[area] == nil { return Completeness(nearest, .complete) }
    let own = said[area]
    if own?.status != .partial {
      for division in graph.divisions[area] where graph.areAll(division, of: area) {
        if let all = completeness(ofAll: division) { return all }
      }
    }
    // Complete but for a part: what that part lacks is missing here as well.
    if isComplete { return Completeness(butFor: lacking[area] ?? []) }
    // What is missing around an area need not be missing in it.
    return own.map { Completeness($0, $0.status) } ?? .unknown
  }

  /// Whether rows name but an area around, inside the one that a statement is about.
  private func mayHoldMore(_ area: AreaID, than statement: CoverageStatement) -> Bool {
    statement.area != area
      && graph.ancestors[area].contains { wider in
        booked.contains(wider)
          && (wider == statement.area || graph.ancestors[wider].contains(statement.area))
      }
  }

  /// The completeness of several areas together; `nil` unless all are complete.
  mutating func completeness(ofAll areas: [AreaID]) -> Completeness? {
    let all = areas.map { completeness(of: $0) }
    guard !all.isEmpty, all.allSatisfy(\.isComplete) else { return nil }
    return Completeness(
      .complete, oldest: all.compactMap(\.oldest).min(), newest: all.compactMap(\.newest).max())
  }

  /// What is said of the area or, where nothing is, of the nearest around it; of two that are as
  /// near, the more doubtful.
  private func nearest(to area: AreaID) -> CoverageStatement? {
    var level = [area]
    var seen: Set<AreaID> = [area]
    while !level.isEmpty {
      let found = level.compactMap { said[$0] }
      if let word = found.first(where: { $0.status != .complete }) ?? found.first { return word }
      level = level.flatMap { place in
        graph.ancestors[place].filter { graph.children[$0].contains(place) }
      }.filter { seen.insert($0).inserted }
    }
    return nil
  }
}

extension Completeness {
  /// What is known of an area that is complete but for parts, as of their days; the note is that of
  /// a part where one alone lacks something.
  fileprivate init(butFor parts: [CoverageStatement]) {
    let missing = parts.filter { $0.status == .partial }
    let days = missing.compactMap(\.asOf)
    self.init(
      missing.isEmpty ? .unknown : .partial, oldest: days.min(), newest: days.max(),
      note: missing.count == 1 ? missing[0].note : nil)
  }

  fileprivate init(_ statement: CoverageStatement, _ status: RegisterStatus) {
    self.init(status, oldest: statement.asOf, newest: statement.asOf, note: statement.note)
  }
}

extension AreaTable {
  /// The one country that holds all other areas.
  var country: AreaID? {
    let countries = all.ids.filter { all[$0].areaClass == .country }
    return countries.count == 1 ? countries[0] : nil
  }

  /// The areas that hold all others: the country, or what lies in nothing where there is none.
  var roots: [AreaID] {
    let countries = all.ids.filter { all[$0].areaClass == .country }
    guard countries.isEmpty else { return countries }
    return all.ids.filter { all[$0].parent == nil && all[$0].areaClass != .together }
  }

  /// What rows and descriptions say of registers, in their order; what names no area, no register
  /// or no status is left out.
  func coverageStatements(in package: DataPackage) -> [CoverageStatement] {
    let described = package.descriptor.resources.flatMap { resource -> [CoverageStatement] in
      guard let coverage = resource.coverage else { return [] }
      return roots.map { area in
        CoverageStatement(
          register: resource.name, area: area, status: coverage.status,
          asOf: CalendarDate(coverage.asOf),
          note: coverage.note, place: coverage.place, datePlace: coverage.datePlace)
      }
    }
    return described
      + package.rows(KnownTable.coverage).compactMap { row in
        guard let register = row.string("register"),
          let area = row.string("area").flatMap({ index($0) }), all[area].areaClass != .together,
          let status = row.string("status").flatMap(RegisterStatus.init)
        else { return nil }
        return CoverageStatement(
          register: register, area: area, status: status,
          asOf: row.period("as_of").map { CalendarDate($0) },
          note: row.localized("note"), place: row.place("area"), datePlace: row.place("as_of"))
      }
  }
}
