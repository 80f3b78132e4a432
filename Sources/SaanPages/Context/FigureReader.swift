import SaanData
import SaanModel
import SaanText

/// The figures as one page may ask for them; what is asked is noted, as `Reader` says.
///
/// It is made for every question; so it holds two references and nothing else.
struct FigureReader: Sendable {
  private let door: Door
  private let figures: Statistics

  init(_ door: Door) {
    self.door = door
    figures = door.context.figures
  }

  private func note(_ key: @autoclosure () -> ReadKey) { door.note(key()) }

  /// The figures after a note that the figures' descriptions are read.
  private var described: Statistics {
    note(.definitions)
    return figures
  }

  // MARK: What there is

  var indicators: [Indicator] { described.indicators }
  var sources: [FigureSource] { described.sources }
  var organisations: [Organisation] { described.organisations }
  var corrections: [Correction] { described.corrections }
  var descriptor: PackageDescriptor { described.package.descriptor }
  /// What a table is called; its own name where nobody has given it a title.
  func title(ofTable name: String, in tag: Language.Tag) -> String {
    title(ofTable: name)?[tag] ?? name
  }

  /// What a table is called: as a register of the site, in its description, else as the table that
  /// the program knows by that name; `nil` where it has no title.
  func title(ofTable name: String) -> Localized<String>? {
    let register = door.context.registers.all.first { $0.register.table.name == name }?.register
    return register?.title ?? descriptor.resource(name)?.title
      ?? KnownTable.all.first { $0.name == name }.flatMap { table in
        Localized([(.thai, table.summary.th), (.english, table.summary.en)])
      }
  }

  var areas: AreaTable {
    note(.areas)
    return figures.areas
  }

  /// The area of each row of a register, by its position; -1 where it has none, `nil` of other
  /// tables.
  func areas(ofRowsIn table: Table) -> [Int32]? {
    note(.areas)
    note(.table(table.name))
    return figures.areas(ofRowsIn: table.name)
  }

  /// The id of an indicator.
  func indicator(_ id: String) -> IndicatorID? { described.indicator(id) }
  /// The index of a source.
  func source(_ id: String) -> SourceID? { described.source(id) }
  /// The index of an area by its code, or of what stands for several by theirs.
  func area(_ code: String) -> AreaID? {
    note(.areas)
    return figures.area(code)
  }
  /// The indicators of a topic, in the table's order.
  func indicators(topic: String) -> [IndicatorID] {
    described.indicators(topic: topic)
  }
  /// What a value counts, in its own words or the indicator's.
  func name(of value: Observation) -> Localized<String> { described.name(of: value) }
  /// The unit of a value, in its own words or the indicator's.
  func unit(of value: Observation) -> Localized<UnitName>? {
    described.unit(of: value)
  }
  /// The values that together make one whole, each with the whole.
  var parts: [PartsOfWhole] { described.parts }
  /// Everything that is counted, in the words of indicators and of single values.
  var units: [Localized<UnitName>] {
    note(.figures)
    return described.indicators.compactMap(\.unit) + figures.observations.compactMap(\.unit)
  }

  // MARK: Values

  /// The figures after a note that an indicator's values for an area are read.
  private func cell(_ indicator: IndicatorID, _ area: AreaID) -> Statistics {
    note(.cell(indicator: indicator, area: area))
    return figures
  }

  /// The figures after a note that all values of an indicator are read.
  private func all(_ indicator: IndicatorID) -> Statistics {
    note(.indicator(indicator))
    return figures
  }

  /// The areas that an indicator has published values for, in the table's order.
  func areas(of indicator: IndicatorID) -> [AreaID] {
    all(indicator).areas(of: indicator)
  }
  /// The areas that an indicator is worked out for as a ratio of two others.
  func areas(ofRatio indicator: IndicatorID) -> [AreaID] {
    all(indicator).areas(ofRatio: indicator)
  }
  /// Whether there is anything to show of an indicator.
  func isKnown(_ indicator: IndicatorID) -> Bool { all(indicator).isKnown(indicator) }
  /// Every published value of an indicator for an area.
  func values(_ indicator: IndicatorID, _ area: AreaID) -> [Observation] {
    cell(indicator, area).values(indicator, area)
  }
  /// Whether any source gives values of an indicator for an area.
  func hasValues(_ indicator: IndicatorID, _ area: AreaID) -> Bool {
    cell(indicator, area).hasValues(indicator, area)
  }
  /// The value that is shown, or that of a source.
  func shown(_ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil) -> Observation? {
    cell(indicator, area).shown(indicator, area, source: source)
  }
  /// The value that is shown, by names; `nil` also for unknown ones.
  func shown(_ indicator: String, area: String, source: String? = nil) -> Observation? {
    guard let indicator = self.indicator(indicator), let area = self.area(area) else { return nil }
    guard let source else { return shown(indicator, area) }
    return self.source(source).flatMap { shown(indicator, area, source: $0) }
  }
  /// Everything there is to say about an indicator in an area.
  func figure(_ indicator: IndicatorID, _ area: AreaID) -> Figure? {
    cell(indicator, area).figure(indicator, area)
  }
  /// What the values of smaller areas or the rows of a register make for an area.
  func rollup(_ indicator: IndicatorID, _ area: AreaID) -> Rollup? {
    cell(indicator, area).rollup(indicator, area)
  }
  /// How much of a register is known to be there in an area; without one, of all of it; `nil` of
  /// tables that are no registers.
  func completeness(of table: String, in area: AreaID?) -> Completeness? {
    note(.definitions)
    note(.completeness(table: table, area: area))
    return figures.isRegister(table) ? figures.completeness(of: table, in: area) : nil
  }
  /// The values of smaller areas that no sum has, and why.
  func unadded(_ indicator: IndicatorID, _ area: AreaID) -> [UnaddedPart] {
    cell(indicator, area).unadded(indicator, area)
  }
  /// The value that is shown of those that an area has only jointly with others.
  func shownTogether(_ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil)
    -> Observation?
  {
    cell(indicator, area).shownTogether(indicator, area, source: source)
  }
  /// The joint value that is all there is inside an area.
  func onlyTogether(_ indicator: IndicatorID, _ area: AreaID) -> Observation? {
    cell(indicator, area).onlyTogether(indicator, area)
  }
  /// The value of an area that can be held against another.
  func value(_ indicator: IndicatorID, _ area: AreaID, like other: AreaValue?) -> AreaValue? {
    cell(indicator, area).value(indicator, area, like: other)
  }
  /// Whether another value could be shown as well as this one.
  func isOfPublication(_ value: Observation) -> Bool { described.isOfPublication(value) }

  func isTied(_ shown: Observation) -> Bool {
    cell(shown.indicator, shown.area).isTied(shown)
  }
  /// The areas that a map or a ranking of an indicator says something of.
  func comparedAreas(of indicator: IndicatorID) -> String? {
    note(.areas)
    note(.definitions)
    return all(indicator).comparedAreas(of: indicator)
  }
  /// The codes of those of them that have a value.
  func comparedCodes(of indicator: IndicatorID) -> [String] {
    note(.areas)
    note(.definitions)
    return all(indicator).comparedCodes(of: indicator)
  }
  /// How sources disagree about an indicator in an area.
  func disagreement(_ indicator: IndicatorID, _ area: AreaID) -> Disagreement? {
    cell(indicator, area).disagreement(indicator, area)
  }
  /// How sources disagree with a value.
  func disagreement(with value: Observation) -> Disagreement? {
    cell(value.indicator, value.area).disagreement(with: value)
  }

  /// Whether the change from one value to another can be told.
  func isComparable(_ value: Observation, with other: Observation) -> Bool {
    note(.definitions)
    return cell(value.indicator, value.area).isComparable(value, with: other)
  }

  /// Every indicator and area whose sources differ.
  var disagreements: [Disagreement] {
    note(.figures)
    note(.definitions)
    return door.context.disagreements.value
  }

  /// When each published value is of, with nothing for those that have no date.
  var times: [FigureTime?] {
    note(.figures)
    return figures.observations.filter { $0.value != nil }.map(\.time)
  }

  /// Every value that a source gives, in the table's order.
  func values(ofSource source: SourceID) -> [Observation] {
    note(.figures)
    return described.values(ofSource: source)
  }
  /// The rows of other tables that name a source.
  func rows(namingSource source: SourceID) -> [SourceUse.Rows] {
    // Another table may come to name it, so all of them are read.
    note(.package)
    return figures.rows(namingSource: source)
  }

  // MARK: Places

  /// Which areas a division of the country groups.
  func memberships(of group: AreaID) -> [AreaMembership] {
    note(.areas)
    return described.memberships.filter { $0.group == group }
  }
  /// What is known of an area, in the order of the indicators.
  func profile(of area: AreaID) -> [ProfileRow] {
    note(.profile(area: area))
    return figures.profiles.rows[area]
  }

  /// The values that a row of an area's profile is put in one order with, the largest first.
  func peers(of row: ProfileRow, in area: AreaID) -> [BoundedNumber] {
    note(.profile(area: area))
    return figures.profiles.peers(of: row)
  }

  /// The indicators of which an area has no sum, for the values of smaller areas do not count the
  /// same, or shows a sum that leaves out some of them.
  func indicatorsUnadded(in area: AreaID) -> [IndicatorID] {
    note(.profile(area: area))
    return figures.indicators.ids.filter {
      let parts = figures.unadded($0, area)
      return !parts.isEmpty
        && (figures.rollup($0, area) == nil || figures.shown($0, area) == nil)
    }
  }

  /// A published value that a profile names.
  func observation(_ position: Int) -> Observation {
    let value = figures.observations[position]
    note(.cell(indicator: value.indicator, area: value.area))
    return value
  }
}
