import SaanData
import SaanModel
import SaanTemplate
import SaanText

// What several areas have jointly, and what sums were made from, as templates see it.

extension FigureReader {
  /// The codes of the areas that a value belongs to jointly; none of a value of one area.
  func codes(of value: Observation) -> String? {
    guard value.isTogether else { return nil }
    return (areas.members(of: value.area) ?? []).map { areas.all[$0].code }.joined(separator: "; ")
  }

  /// The sources of what was added up, each once.
  func sources(of sum: Rollup) -> [SourceID] {
    var seen = Set<SourceID>()
    return sum.parts.map { observation($0).source }.filter { seen.insert($0).inserted }
  }

  /// The ids of the sources of what was added up; of rows the name of their table.
  func sourceIDs(of sum: Rollup) -> [String] {
    if case .register(let table) = sum.origin { return [table] }
    return sources(of: sum).map { sources[$0].id }
  }
}

extension Reader {
  /// An area of the figures; several that have a value jointly have no page.
  func areaValue(ofFigures id: AreaID) -> Value {
    let area = areas.all[id]
    if areas[area.code] != nil { return areaValue(area) }
    guard area.areaClass == .together else { return .none }
    let names = (areas.members(of: id) ?? []).map { areas.all[$0].name[tag] }
    return Value(
      AreaLinkRecord(code: area.code, name: Prose(language).places(names), slug: "", url: nil))
  }

  /// The full names of the areas that a value belongs to jointly.
  ///
  /// - Parameter area: the one that is left out, for it says so itself.
  func names(of value: Observation, but area: AreaID? = nil) -> [String] {
    (areas.members(of: value.area) ?? []).filter { $0 != area }.map { places.names[languageID][$0] }
  }

  /// The sources of what was added up, each once; of rows their table.
  func sources(of sum: Rollup) -> [Value] {
    if case .register(let table) = sum.origin { return [source(ofTable: table)] }
    return figures.sources(of: sum).map(source)
  }

  /// A table as a source: its title, with the page of its register or of its open data.
  func source(ofTable name: String) -> Value {
    let title = figures.title(ofTable: name)?.spoken(for: tag)
    return Value(
      SourceRecord(
        id: name, title: title?.text ?? name,
        titleLanguage: (title?.language ?? tag).rawValue, producer: nil,
        pageURL: page(ofTable: name), url: nil, datePublished: nil, dateAccessed: nil,
        archivedURL: nil, note: nil))
  }
}

extension Rollup {
  /// From when to when its parts are, where the days differ, or are not all known in one way.
  func window(in language: Language) -> String? {
    guard let time, hasWindow || basis == .either else { return nil }
    return Prose(language, bindsNumbers: false).when(time)
  }
}
