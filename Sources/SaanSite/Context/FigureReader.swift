import SaanData
import SaanText

/// The figures as one page may ask for them; what is asked is noted, as `Reader` says.
///
/// It is made for every question; so it holds the site, which is one reference, and not the
/// figures, of which a copy counts dozens.
struct FigureReader: Sendable {
  private let door: Door
  private let context: SiteContext

  init(_ door: Door) {
    self.door = door
    context = door.context
  }

  private func note(_ key: @autoclosure () -> ReadKey) { door.note(key()) }

  /// The site after a note that the figures' descriptions are read.
  private var described: SiteContext {
    note(.definitions)
    return context
  }

  // MARK: What there is

  var indicators: [Indicator] { described.site.figures.indicators }
  var sources: [FigureSource] { described.site.figures.sources }
  var organisations: [Organisation] { described.site.figures.organisations }
  var corrections: [Correction] { described.site.figures.corrections }
  var descriptor: PackageDescriptor { described.site.figures.package.descriptor }

  var areas: AreaTable {
    note(.areas)
    return context.site.figures.areas
  }

  /// The area of each row of a register, by its position; -1 where it has none, `nil` of other
  /// tables.
  func areas(ofRowsIn table: Table) -> [Int32]? {
    note(.areas)
    note(.table(table.name))
    return context.site.figures.areas(ofRowsIn: table.name)
  }

  /// The id of an indicator.
  func indicator(_ id: String) -> IndicatorID? { described.site.figures.indicator(id) }
  /// The index of a source.
  func source(_ id: String) -> Int? { described.site.figures.source(id) }
  /// The index of an area by its code.
  func area(_ code: String) -> Int? { areas.index(code) }
  /// The indicators of a topic, in the table's order.
  func indicators(topic: String) -> [IndicatorID] {
    described.site.figures.indicators(topic: topic)
  }
  /// What a value counts, in its own words or the indicator's.
  func name(of value: Observation) -> Localized<String> { described.site.figures.name(of: value) }
  /// The unit of a value, in its own words or the indicator's.
  func unit(of value: Observation) -> Localized<UnitName>? {
    described.site.figures.unit(of: value)
  }

  // MARK: Values

  /// The site after a note that an indicator's values for an area are read.
  private func cell(_ indicator: IndicatorID, _ area: Int) -> SiteContext {
    note(.cell(indicator: indicator, area: area))
    return context
  }

  /// The site after a note that all values of an indicator are read.
  private func all(_ indicator: IndicatorID) -> SiteContext {
    note(.indicator(indicator))
    return context
  }

  /// The areas that an indicator has published values for, in the table's order.
  func areas(of indicator: IndicatorID) -> [Int] {
    all(indicator).site.figures.areas(of: indicator)
  }
  /// Whether there is anything to show of an indicator.
  func isKnown(_ indicator: IndicatorID) -> Bool { all(indicator).site.figures.isKnown(indicator) }
  /// Every published value of an indicator for an area.
  func values(_ indicator: IndicatorID, _ area: Int) -> [Observation] {
    cell(indicator, area).site.figures.values(indicator, area)
  }
  /// Whether any source gives values of an indicator for an area.
  func hasValues(_ indicator: IndicatorID, _ area: Int) -> Bool {
    cell(indicator, area).site.figures.hasValues(indicator, area)
  }
  /// The value that is shown, or that of a source.
  func shown(_ indicator: IndicatorID, _ area: Int, source: Int? = nil) -> Observation? {
    cell(indicator, area).site.figures.shown(indicator, area, source: source)
  }
  /// The value that is shown, by names; `nil` also for unknown ones.
  func shown(_ indicator: String, area: String, source: String? = nil) -> Observation? {
    guard let indicator = self.indicator(indicator), let area = self.area(area) else { return nil }
    guard let source else { return shown(indicator, area) }
    return self.source(source).flatMap { shown(indicator, area, source: $0) }
  }
  /// Everything there is to say about an indicator in an area.
  func figure(_ indicator: IndicatorID, _ area: Int) -> Figure? {
    cell(indicator, area).site.figures.figure(indicator, area)
  }
  /// What the values of smaller areas or the rows of a register make for an area.
  func rollup(_ indicator: IndicatorID, _ area: Int) -> Rollup? {
    cell(indicator, area).site.figures.rollup(indicator, area)
  }
  /// The value of an area that can be held against another.
  func value(_ indicator: IndicatorID, _ area: Int, like other: AreaValue?) -> AreaValue? {
    cell(indicator, area).site.figures.value(indicator, area, like: other)
  }
  /// Whether another value could be shown as well as this one.
  func isTied(_ shown: Observation) -> Bool {
    cell(shown.indicator, shown.area).site.figures.isTied(shown)
  }
  /// How sources disagree about an indicator in an area.
  func disagreement(_ indicator: IndicatorID, _ area: Int) -> Disagreement? {
    cell(indicator, area).site.figures.disagreement(indicator, area)
  }
  /// How sources disagree with a value.
  func disagreement(with value: Observation) -> Disagreement? {
    cell(value.indicator, value.area).site.figures.disagreement(with: value)
  }

  // MARK: Places

  /// What is known of an area, in the order of the indicators.
  func profile(of area: Int) -> [ProfileRow] {
    note(.profile(area: area))
    return context.site.figures.profiles.rows[area]
  }

  /// A published value that a profile names.
  func observation(_ position: Int) -> Observation {
    let value = context.site.figures.observations[position]
    note(.cell(indicator: value.indicator, area: value.area))
    return value
  }
}
