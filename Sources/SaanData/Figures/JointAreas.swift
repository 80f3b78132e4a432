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

  /// Whether the value belongs to all of these: several areas, of which none holds another.
  var isSound: Bool {
    members.count > 1 && unknown.isEmpty && repeated.isEmpty && nested.isEmpty
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
  }
}

/// The areas that values belong to jointly: a region or group of just these, else one that is added
/// beyond those of the table, with the codes of all as its own.
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
    if let same = wider.first(where: { Set(table.children[$0]) == Set(areas) }) {
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
