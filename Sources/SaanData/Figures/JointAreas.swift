import SaanText

/// The areas that a value belongs to together, as a cell lists them between semicolons.
struct Allocation {
  /// The areas that are known, each once, in the order of their codes.
  let members: [AreaID]
  /// Texts that mean no area, or several.
  let unknown: [String]
  /// Areas that are named more than once.
  let repeated: [AreaID]
  /// Areas that lie in another one of the list.
  let nested: [(inner: AreaID, outer: AreaID)]
  /// Two of the list neither of which lies in the other, and an area that lies in both: regions of
  /// two divisions of the country.
  let crossing: [(one: AreaID, other: AreaID, shared: AreaID)]

  /// Whether the value belongs to all of these: several areas, of which none shares anything with
  /// another.
  var isSound: Bool {
    members.count > 1 && unknown.isEmpty && repeated.isEmpty && nested.isEmpty && crossing.isEmpty
  }

  /// The codes of all of them as a cell lists them; `nil` unless they are sound.
  func codes(in graph: AreaTable) -> String? {
    isSound ? members.map { graph.all[$0].code }.joined(separator: "; ") : nil
  }

  init(_ text: String, _ graph: AreaTable) {
    var (members, unknown, repeated) = ([AreaID](), [String](), [AreaID]())
    for name in text.listed {
      guard let area = graph.index(name) else {
        unknown.append(name)
        continue
      }
      if members.contains(area) { repeated.append(area) } else { members.append(area) }
    }
    self.members = members.sorted { graph.all[$0].code < graph.all[$1].code }
    self.unknown = unknown
    self.repeated = repeated
    nested = members.flatMap { inner in
      members.filter { graph.ancestors[inner].contains($0) }.map { (inner, $0) }
    }
    crossing = graph.crossings(of: self.members)
  }
}

extension AreaTable {
  /// Every two of some areas that share an area without lying in each other, with the first one
  /// that they share.
  fileprivate func crossings(
    of members: [AreaID]
  ) -> [(one: AreaID, other: AreaID, shared: AreaID)] {
    struct Pair: Hashable {
      let one: AreaID
      let other: AreaID
    }
    let holding = members.filter { !children[$0].isEmpty }
    guard holding.count > 1 else { return [] }
    var shared: [Pair: AreaID] = [:]
    var pairs: [Pair] = []
    for area in all where area.areaClass != .together {
      let around = holding.filter { ancestors[area.id].contains($0) }
      for (index, one) in around.enumerated() {
        for other in around[(index + 1)...] where shared[Pair(one: one, other: other)] == nil {
          let isNested = ancestors[one].contains(other) || ancestors[other].contains(one)
          guard !isNested else { continue }
          shared[Pair(one: one, other: other)] = area.id
          pairs.append(Pair(one: one, other: other))
        }
      }
    }
    return pairs.compactMap { pair in shared[pair].map { (pair.one, pair.other, $0) } }
  }

  /// Whether two areas have anything in common: one is or lies in the other, or a third one lies in
  /// both.
  func overlap(_ one: AreaID, _ other: AreaID) -> Bool {
    one == other || ancestors[one].contains(other) || ancestors[other].contains(one)
      || !crossings(of: [one, other]).isEmpty
  }

  /// Some areas and everything in them.
  func extent(of wider: [AreaID]) -> Set<AreaID> {
    let wider = Set(wider)
    let inside = all.filter { area in
      area.areaClass != .together && ancestors[area.id].contains(where: wider.contains)
    }
    return wider.union(inside.map(\.id))
  }

  /// Whether areas directly in another one leave nothing of it out: what the areas table says of
  /// their number, for it may name but some of them.
  func areAll(_ division: [AreaID], of area: AreaID) -> Bool {
    guard let first = division.first else { return false }
    switch all[first].areaClass {
    case .region, .province: return namesAllProvinces(of: area)
    case .district: return all[area].districtsCount == division.count
    case .subdistrict: return all[area].subdistrictsCount == division.count
    default: return false
    }
  }

  /// Whether a site leaves out provinces of an area: what is added up of the others is no number of
  /// it.
  func lacksProvinces(_ area: AreaID) -> Bool {
    all[area].provincesCount.map { count in
      all.count { $0.areaClass == .province && ancestors[$0.id].contains(area) } < count
    } ?? false
  }

  /// Whether the table has every province of an area: as many as it says that there are, in the
  /// area itself or in the country around it.
  package func namesAllProvinces(of area: AreaID) -> Bool {
    guard let count = all[area].provincesCount else {
      return ancestors[area].contains { all[$0].provincesCount != nil && namesAllProvinces(of: $0) }
    }
    return all.count { $0.areaClass == .province && ancestors[$0.id].contains(area) } == count
  }
}

/// The areas that values belong to jointly: a region or group of just these, or the area that they
/// surely are all parts of; else one that is added beyond those of the table, with the codes of all
/// as its own.
struct JointAreas: Sendable {
  /// The areas beyond those of the table.
  private(set) var added: [Area] = []
  /// Of each that stands for several, which these are, in the order of their codes.
  private(set) var members: [AreaID: [AreaID]] = [:]
  /// Of each, the wider areas that hold all of them.
  private(set) var around: [AreaID: [AreaID]] = [:]
  /// The area that stands for several.
  private(set) var standing: [[AreaID]: AreaID] = [:]

  /// None.
  init() {}

  /// Finds or makes an area for each list.
  init(_ lists: [[AreaID]], in table: AreaTable) {
    for list in lists where standing[list] == nil { add(list, in: table) }
  }

  private mutating func add(_ areas: [AreaID], in table: AreaTable) {
    let wider = table.ancestors[areas[0]].filter { area in
      areas.allSatisfy { table.ancestors[$0].contains(area) }
    }
    let own: AreaID
    let same = wider.first {
      // The country is never meant by a list of what a table has of it.
      table.all[$0].areaClass != .country && Set(table.children[$0]) == Set(areas)
        && table.areAll(areas, of: $0)
    }
    if let same {
      own = same
    } else {
      own = AreaID(table.all.count + added.count)
      added.append(Area(together: areas.map { table.all[$0] }, at: own))
    }
    members[own] = areas
    around[own] = wider.filter { $0 != own }
    standing[areas] = own
  }
}
