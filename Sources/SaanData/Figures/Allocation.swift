import SaanText

/// The areas that a value belongs to together, as a cell lists them between semicolons.
struct Allocation {
  /// The areas that are known, each once, in the order of their codes.
  let members: [Int]
  /// Texts that mean no area, or several.
  let unknown: [String]
  /// Areas that are named more than once.
  let repeated: [Int]
  /// Areas that lie in another one of the list.
  let nested: [(inner: Int, outer: Int)]

  /// Whether the value belongs to all of these: several areas, of which none holds another.
  var isSound: Bool {
    members.count > 1 && unknown.isEmpty && repeated.isEmpty && nested.isEmpty
  }

  init(_ text: String, _ graph: AreaGraph) {
    var (members, unknown, repeated) = ([Int](), [String](), [Int]())
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
  /// Where values of several areas jointly stand, of which an area is one: the indicators and the
  /// area that stands for all of them.
  func together(_ area: Int) -> [Cell] { cellsTogether[area] ?? [] }

  /// The value that is shown of those that an area has only jointly with others.
  ///
  /// - Parameter name: when given, only this source's values count.
  package func shownTogether(
    _ indicator: Int, _ area: Int, source name: String? = nil
  ) -> Observation? {
    let source = name.flatMap { self.source($0) }
    guard (source == nil) == (name == nil) else { return nil }
    return together(area).lazy.filter { Int($0.indicator) == indicator }
      .compactMap { shown(indicator, Int($0.area), source: source) }.first
  }

  /// The joint value that is all there is inside an area: told as what it is, not as a sum.
  package func onlyTogether(_ indicator: Int, _ area: Int) -> Observation? {
    guard let rollup = rollup(indicator, area), rollup.parts.count == 1,
      observations[rollup.parts[0]].isTogether
    else { return nil }
    return observations[rollup.parts[0]]
  }

  /// The names of the areas that a value belongs to jointly, without the one whose page says so.
  package func names(of observation: Observation, but area: Int? = nil, in tag: Language.Tag)
    -> [String]
  {
    guard observation.isTogether else { return [] }
    return (areas.members[observation.area] ?? []).filter { $0 != area }
      .map { areas.all[$0].name[tag] }
  }
}
