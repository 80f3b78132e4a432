import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// The numbers of figures: over time, over areas, or several beside each other.
struct FigureMaterial: Sendable {
  let context: SiteContext
  let language: Int
  let indicators: [Int]
  /// The areas that were asked for; the country where none was.
  let areas: [Int]
  /// Whether the areas are what is compared, even if there is but one.
  let isOverAreas: Bool
  /// The source whose values count; `nil` for those that are shown.
  let source: Int?

  private var figures: Statistics { context.site.figures }
  private var reader: Language { context.languages[language] }
  private var names: ChartAreas { ChartAreas(context: context, language: language) }
  private var nouns: ChartNouns { ChartNouns(language: reader) }

  private struct Known {
    let value: ChartValue
    let date: CalendarDate?
    let observation: Observation?
    /// Where it comes from.
    var source: String?
  }

  // MARK: Kinds

  /// The values of each figure, or of each area, over time; every value of every source for a
  /// chart that shows them all.
  func overTime(showsAll: Bool) -> ChartMaterial {
    let unit = commonUnit
    let series = indicators.flatMap { indicator in
      areas.map { area in
        let values = values(indicator, area, showsAll: showsAll)
        let label = indicators.count > 1 ? name(indicator, with: unit) : names.name(area)
        let isAlone = indicators.count * areas.count == 1
        return ChartSeries(
          ChartLabel(isAlone ? "" : label),
          values.map { value in
            point(known(value), ChartLabel(date(value)?.iso ?? ""), key: date(value)?.iso ?? "")
              .with {
                $0.isBreak = value.status.contains(.seriesBreak)
                $0.isPreferred = showsAll && value.row == figures.shown(indicator, area)?.row
              }
          })
      }
    }
    var material = material(series, unit: unit, keepsSources: showsAll)
    material.itemHeading = ChartWords.of(reader).asOf
    return material
  }

  /// One value of each figure in each area: areas are the points, figures the series.
  func overAreas() -> ChartMaterial {
    let unit = commonUnit
    let series = indicators.map { indicator in
      ChartSeries(
        ChartLabel(indicators.count > 1 ? name(indicator, with: unit) : ""),
        areas.map { area in
          point(
            value(indicator, area), ChartLabel(names.name(area)), key: names.code(area)
          ).with { $0.href = names.href(area) }
        })
    }
    var material = material(series, unit: unit)
    let kind = names.kind(of: areas)
    let isDivision = names.areOfDivision(areas)
    material.items = nouns.unit(kind, isDivision: isDivision)
    material.itemHeading =
      isOverAreas ? nouns.heading(kind, isDivision: isDivision) : nouns.indicator
    material.isOrdered = kind == nil
    return material
  }

  /// One value of each figure in one area: the figures are the points.
  func overFigures() -> ChartMaterial {
    let unit = commonUnit
    let points = indicators.flatMap { indicator in
      areas.map { area in
        let label = areas.count > 1 ? names.name(area) : name(indicator, with: unit)
        return point(
          value(indicator, area), ChartLabel(label),
          key: "\(figures.indicators[indicator].id) \(names.code(area))"
        ).with { $0.href = context.url(ofIndicator: indicator, language: language) }
      }
    }
    var material = material([ChartSeries("", points)], unit: unit)
    material.itemHeading = nouns.indicator
    return material
  }

  // MARK: Values

  private func values(_ indicator: Int, _ area: Int, showsAll: Bool) -> [Observation] {
    guard let figure = figures.figure(indicator, area) else { return [] }
    let values =
      showsAll
      ? figure.values.filter { $0.value != nil && $0.rank != .deprecated } : figure.series
    return values.filter { source == nil || $0.source == source }
  }

  /// The value that is shown, or what smaller areas or a register add up to; a sum of some areas
  /// only would look like a small value, and is not one.
  private func value(_ indicator: Int, _ area: Int) -> Known {
    if let shown = figures.shown(indicator, area, source: source) { return known(shown) }
    guard source == nil, let rollup = figures.rollup(indicator, area), !rollup.isAtLeast else {
      return Known(value: .missing, date: nil, observation: nil)
    }
    return Known(
      value: .number(rollup.value), date: rollup.newest, observation: nil,
      source: title(of: rollup.origin))
  }

  private func title(of origin: Rollup.Origin) -> String {
    guard case .register(let name) = origin else {
      return nouns.pick("รวมจากพื้นที่ย่อย", "added up from smaller areas")
    }
    let title = figures.package.descriptor.resource(name)?.title.text(in: reader.tag)
    return title?.text ?? name
  }

  private func known(_ observation: Observation) -> Known {
    let value: ChartValue =
      observation.status.contains(.notApplicable)
      ? .notApplicable : ChartValue(observation.value)
    return Known(
      value: value, date: date(observation), observation: observation,
      source: figures.sources[observation.source].title[reader.tag])
  }

  private func date(_ observation: Observation) -> CalendarDate? {
    observation.asOf ?? observation.period?.last
  }

  private func point(_ known: Known, _ label: ChartLabel, key: String) -> ChartPoint {
    ChartPoint(label, known.value, key: key, date: known.date, source: known.source).with {
      $0.isApproximate = known.observation?.isApproximate == true
    }
  }

  // MARK: Words

  /// The series with their words; a source that all values share is told once, below the chart.
  private func material(
    _ series: [ChartSeries], unit: ChartUnit?, keepsSources: Bool = false
  ) -> ChartMaterial {
    var material = ChartMaterial(
      series: series, unit: unit ?? .none, itemHeading: "", hasAsOf: true)
    var seen = Set<String>()
    material.sources = material.points.compactMap(\.source).filter { seen.insert($0).inserted }
    if material.sources.count < 2, !keepsSources {
      material.series = series.map { series in
        ChartSeries(series.label, series.points.map { $0.with { $0.source = nil } })
      }
    }
    if indicators.count == 1, let indicator = indicators.first {
      let name = figures.indicators[indicator].name[reader.tag]
      let isWhole = isOverAreas || areas == [figures.area("TH")]
      material.title = isWhole ? name : name + places
      material.sourceHref = context.url(ofIndicator: indicator, language: language)
    }
    return material
  }

  private var places: String {
    let list = areas.map(names.name).joined(separator: ", ")
    return reader.tag == .thai ? " \(list)" : ", \(list)"
  }

  /// The unit, where all figures have the same.
  private var commonUnit: ChartUnit? {
    let units = Set(indicators.map(unit))
    return units.count == 1 ? units.first : nil
  }

  private func unit(_ indicator: Int) -> ChartUnit {
    let indicator = figures.indicators[indicator]
    if indicator.kind == .percentage { return .percent }
    guard let unit = indicator.unit?[reader.tag] else { return .none }
    return ["บาท", "baht"].contains(unit.other)
      ? .baht : .counted(one: unit.one, other: unit.other)
  }

  /// The figure's name; with its unit where the chart has no unit for all.
  private func name(_ indicator: Int, with common: ChartUnit?) -> String {
    let name = figures.indicators[indicator].name[reader.tag]
    guard common == nil, let unit = figures.indicators[indicator].unit?[reader.tag].other else {
      return name
    }
    return "\(name) (\(unit))"
  }
}
