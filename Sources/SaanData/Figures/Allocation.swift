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

  /// Whether the value belongs to all of these: several areas, of which none holds another.
  var isSound: Bool {
    members.count > 1 && unknown.isEmpty && repeated.isEmpty && nested.isEmpty
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

extension Statistics {
  /// The areas that stand for an area and others jointly in an indicator's values.
  package func together(_ indicator: IndicatorID, _ area: AreaID) -> [AreaID] {
    together(area).filter { $0.indicator == indicator }.map(\.area)
  }

  /// The value that is shown of those that an area has only jointly with others.
  package func shownTogether(
    _ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil
  ) -> Observation? {
    together(indicator, area).lazy.compactMap { self.shown(indicator, $0, source: source) }.first
  }

  /// The joint value that is all there is inside an area: told as what it is, not as a sum.
  package func onlyTogether(_ indicator: IndicatorID, _ area: AreaID) -> Observation? {
    guard let rollup = rollup(indicator, area), rollup.parts.count == 1,
      observations[rollup.parts[0]].isTogether
    else { return nil }
    return observations[rollup.parts[0]]
  }
}
