import SaanText

/// The areas that an indicator can have values for; everything that holds areas against each other
/// stays inside it.
package struct Scope: Sendable {
  /// How the scope is written.
  package enum Kind: Sendable, Hashable {
    /// Not at all: any area.
    case everywhere
    /// By a class: each area of it, and around these their totals.
    case areas(of: AreaClass)
    /// By a division of the country: each of its regions, and around these their totals.
    case division(String)
    /// By the codes or names of areas.
    case list
    /// By an organisation, whose own the values are wherever they were counted.
    case organisation(String)
  }

  package let kind: Kind
  /// The areas that report.
  private let units: Set<AreaID>
  /// The areas around them, for which there are totals.
  private let around: Set<AreaID>

  /// Any area.
  package static let everywhere = Scope(.everywhere, [], around: [])

  private init(_ kind: Kind, _ units: Set<AreaID>, around: Set<AreaID>) {
    self.kind = kind
    self.units = units
    self.around = around
  }

  private init(_ kind: Kind, _ units: [AreaID], _ graph: AreaTable) {
    let wider = units.flatMap { graph.ancestors[$0] }
    self.init(kind, Set(units), around: units.count > 1 ? Set(wider) : [])
  }

  /// Whether it is about one organisation, event or place, which is held against no other.
  package var isOfOne: Bool {
    switch kind {
    case .organisation: true
    case .list: units.count == 1
    default: false
    }
  }

  /// Whether the areas are named one by one.
  var isList: Bool { kind == .list }

  /// Whether an area can have a value, its own or a total.
  package func holds(_ area: AreaID) -> Bool {
    kind == .everywhere || units.contains(area) || around.contains(area)
  }

  /// Whether an area, or each of those that it stands for, can have a value.
  package func holds(_ area: AreaID, in graph: AreaTable) -> Bool {
    holds(area) || graph.members(of: area).map { $0.allSatisfy(holds) } ?? false
  }

  /// Whether what lies in an area counts for one that can have a value.
  func reaches(_ area: AreaID, in graph: AreaTable) -> Bool {
    holds(area) || graph.ancestors[area].contains(where: units.contains)
  }

  /// The areas that report, where these were named one by one.
  package func named(in graph: AreaTable) -> [AreaID]? {
    isList ? units.sorted { graph.all[$0].code < graph.all[$1].code } : nil
  }
}

extension Scope {
  /// Why a text is no scope.
  enum Problem: Sendable, Hashable {
    /// It is the name of nothing.
    case unknown(String)
    /// It is an area's name that several areas share.
    case ambiguous(String, [AreaID])
    /// It is both a division of the country and an organisation.
    case twofold(String)
    /// There is no area of the class.
    case empty(AreaClass)
    /// The organisation has no area.
    case homeless(String)
  }

  /// Reads a cell of the column `scope`; a text that is none counts as everywhere.
  static func read(
    _ text: String, _ graph: AreaTable, _ organisations: [Organisation]
  ) -> (scope: Scope, problem: Problem?) {
    let sides = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    if sides.count == 2, ["scheme", "organisation"].contains(sides[0]) {
      let found =
        sides[0] == "scheme"
        ? division(sides[1], graph) : organisation(sides[1], graph, organisations)
      return found ?? (.everywhere, .unknown(sides[1]))
    }
    if let kind = AreaClass(rawValue: text), kind != .together { return areas(of: kind, graph) }
    if text.listed.count == 1, let name = text.listed.first {
      let regions = division(name, graph)
      let owner = organisation(name, graph, organisations)
      if regions != nil, owner != nil { return (.everywhere, .twofold(name)) }
      if let found = regions ?? owner { return found }
    }
    return list(text.listed, graph)
  }

  private static func areas(of kind: AreaClass, _ graph: AreaTable) -> (Scope, Problem?) {
    let units = graph.all.ids.filter { graph.all[$0].areaClass == kind }
    return units.isEmpty
      ? (.everywhere, .empty(kind)) : (Scope(.areas(of: kind), units, graph), nil)
  }

  private static func division(_ name: String, _ graph: AreaTable) -> (Scope, Problem?)? {
    let units = graph.all.ids.filter { graph.all[$0].scheme == name }
    return units.isEmpty ? nil : (Scope(.division(name), units, graph), nil)
  }

  private static func organisation(
    _ id: String, _ graph: AreaTable, _ organisations: [Organisation]
  ) -> (Scope, Problem?)? {
    guard let found = organisations.first(where: { $0.id == id }) else { return nil }
    guard let area = found.area else { return (.everywhere, .homeless(id)) }
    // What the organisation counts may have been counted anywhere in its area.
    let inside = graph.all.ids.filter { graph.ancestors[$0].contains(area) }
    return (Scope(.organisation(id), Set(inside + [area]), around: []), nil)
  }

  private static func list(_ names: [String], _ graph: AreaTable) -> (Scope, Problem?) {
    var units: [AreaID] = []
    for name in names {
      guard let area = graph.index(name) else {
        let named = graph.named(name)
        return (.everywhere, named.count > 1 ? .ambiguous(name, named) : .unknown(name))
      }
      units.append(area)
    }
    return units.isEmpty
      ? (.everywhere, .unknown(names.joined())) : (Scope(.list, units, graph), nil)
  }
}
