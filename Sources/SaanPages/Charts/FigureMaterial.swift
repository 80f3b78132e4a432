import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// The numbers of figures: over time, over areas, or several beside each other.
///
/// Which value counts is settled with the figures and not here, so that a chart states what the
/// pages state. A sum that lacks areas is drawn as missing, for its bar would look like a small
/// value.
struct FigureMaterial: Sendable {
  let reader: Reader
  let indicators: [IndicatorID]
  /// The areas that were asked for; the country where none was.
  let areas: [AreaID]
  /// Whether the areas are what is compared, even if there is but one.
  let isOverAreas: Bool
  /// The source whose values count; `nil` for those that are shown.
  let source: SourceID?

  private var figures: FigureReader { reader.figures }
  private var names: ChartAreas { ChartAreas(reader: reader) }
  private var words: LanguageWords { reader.language.words }
  private var units: ChartUnits { ChartUnits(reader: reader) }

  private struct Known {
    let value: ChartValue
    /// The number with the decimals that its figure is shown with.
    var rounded: ExactNumber?
    let date: CalendarDate?
    var basis = DateBasis.stated
    let bound: Bound
    let unit: ChartUnit
    /// What the unit is called in the site's first language.
    let word: String
    /// What it is a number of, where that is not quite what its indicator counts.
    var name: String?
    /// Where it comes from.
    var source: String?
    /// Whether it may still change, or is but planned.
    var isProvisional = false
    /// Why there is no number, where something is known all the same.
    var absence: Absence?
  }

  // MARK: Kinds

  /// The values of each figure, or of each area, over time; every value of every source for a
  /// chart that shows them all.
  func overTime(showsAll: Bool) -> ChartMaterial {
    let unit = commonUnit(
      of: indicators.flatMap { indicator in
        areas.flatMap { values(indicator, $0, showsAll: showsAll).map(known) }
      })
    let series = indicators.flatMap { indicator in
      areas.map { area -> (IndicatorID, ChartSeries) in
        let values = values(indicator, area, showsAll: showsAll)
        let label = indicators.count > 1 ? name(indicator, with: unit) : names.name(area)
        let isAlone = indicators.count * areas.count == 1
        let points = values.enumerated().map { index, value in
          point(
            known(value), ChartLabel(value.date?.iso ?? ""), key: value.date?.iso ?? "", unit
          )
          .with {
            $0.isBreak = value.status.contains(.seriesBreak)
            $0.isApart =
              !showsAll && index > 0 && !figures.isComparable(values[index - 1], with: value)
            $0.isPreferred = showsAll && value.row == figures.shown(indicator, area)?.row
          }
        }
        return (indicator, ChartSeries(ChartLabel(isAlone ? "" : label), points))
      }
    }
    let isMixed = Set(series.flatMap(\.1.points).map(\.name)).count > 1 || unit == nil
    let lines =
      showsAll || !isMixed ? series.map(\.1) : series.flatMap { alike($0.1, of: $0.0) }
    var material = material(lines, unit: unit, keepsSources: showsAll)
    material.itemHeading = words[.asOf]
    material.together = together
    return material
  }

  /// A series as one for each kind of values in it, for no line leads from one kind to another.
  private func alike(_ series: ChartSeries, of indicator: IndicatorID) -> [ChartSeries] {
    var seen = Set<[String?]>()
    let kind = { (point: ChartPoint) in [point.name, point.unit?.heading(in: reader.language)] }
    let kinds = series.points.map(kind).filter { seen.insert($0).inserted }
    guard kinds.count > 1 || series.points.contains(where: { $0.name != nil }) else {
      return [series]
    }
    return kinds.map { own in
      let name = own[0] ?? figures.indicators[indicator].name[reader.tag]
      let told = own[1].map { "\(name) (\($0))" } ?? name
      let label = series.label.text
      return ChartSeries(
        ChartLabel(label.isEmpty || label == name ? told : "\(label): \(told)"),
        series.points.filter { kind($0) == own }.map { $0.with { $0.name = nil } })
    }
  }

  /// One value of each figure in each area: areas are the points, figures the series.
  func overAreas() -> ChartMaterial {
    let unit = commonUnit(
      of: indicators.flatMap { indicator in areas.map { value(indicator, $0) } })
    let series = indicators.map { indicator in
      ChartSeries(
        ChartLabel(indicators.count > 1 ? name(indicator, with: unit) : ""),
        areas.map { area in
          point(
            value(indicator, area), ChartLabel(names.name(area)), key: names.code(area), unit
          ).with { $0.href = names.href(area) }
        })
    }
    var material = material(series, unit: unit)
    let kind = names.kind(of: areas)
    material.together = together
    let isDivision = names.areOfDivision(areas)
    material.items = words.unit(kind, ofDivision: isDivision)
    material.itemHeading =
      isOverAreas ? words.heading(kind, ofDivision: isDivision) : words.heading(.figure)
    material.isOrdered = kind == nil
    material.note = lacksRows ? words[.onlyComplete] : nil
    material.printedTotal = printedTotal
    return material
  }

  /// The total that is published for the whole that these figures are all the parts of.
  private var printedTotal: BoundedNumber? {
    guard areas.count == 1, let area = areas.first else { return nil }
    let whole = figures.parts.first {
      Set($0.parts.map(\.indicator)) == Set(indicators) && $0.parts.allSatisfy { $0.area == area }
    }?.whole
    let shown = indicators.map { figures.shown($0, area, source: source) }
    guard let whole, let part = shown.first.flatMap({ $0 }),
      shown.allSatisfy({ $0?.source == part.source && $0?.date == part.date })
    else { return nil }
    return figures.values(whole.indicator, whole.area).first {
      $0.source == part.source && $0.date == part.date && $0.rank != .deprecated
    }?.bounded
  }

  /// One value of each figure in one area: the figures are the points.
  func overFigures() -> ChartMaterial {
    let unit = commonUnit(
      of: indicators.flatMap { indicator in areas.map { value(indicator, $0) } })
    let points = indicators.flatMap { indicator in
      areas.map { area in
        let known = value(indicator, area)
        let own = areas.count > 1 ? nil : known.name
        let label = areas.count > 1 ? names.name(area) : own ?? name(indicator, with: unit)
        return point(
          known, ChartLabel(label),
          key: "\(figures.indicators[indicator].id) \(names.code(area))", unit
        ).with {
          $0.href = reader.url(ofIndicator: indicator)
          // Its name stands beside the bar.
          if own != nil { $0.name = nil }
        }
      }
    }
    var material = material([ChartSeries("", points)], unit: unit)
    material.itemHeading = words.heading(.figure)
    material.together = together
    material.note = lacksRows ? words[.onlyComplete] : nil
    return material
  }

  // MARK: Values

  private func values(_ indicator: IndicatorID, _ area: AreaID, showsAll: Bool) -> [Observation] {
    guard let figure = figures.figure(indicator, area) else { return [] }
    let values =
      showsAll
      ? figure.values.filter { $0.value != nil && $0.rank != .deprecated } : figure.series
    let drawn = values.filter { isDrawn($0) && (source == nil || $0.source == source) }
    return showsAll
      ? drawn : drawn.sorted { ($0.date?.middle ?? 0) < ($1.date?.middle ?? 0) }
  }

  /// Whether a value is drawn at its area: what several areas have jointly is no value of the
  /// region that is made of them, but all districts of a province are the province.
  private func isDrawn(_ value: Observation) -> Bool {
    !value.isTogether || [.province, .district].contains(figures.areas.all[value.area].areaClass)
  }

  /// The value that is shown, or what smaller areas or a register add up to; a sum of some areas
  /// only, or of some rows, would look like a small value, and is not one.
  private func value(_ indicator: IndicatorID, _ area: AreaID) -> Known {
    guard figures.indicators[indicator].scope.holds(area, in: figures.areas) else {
      return nothing(.notApplicable, indicator)
    }
    if let shown = figures.shown(indicator, area, source: source) {
      return isDrawn(shown) ? known(shown) : nothing(.missing, indicator, .onlyTogether)
    }
    guard source == nil, let rollup = figures.rollup(indicator, area),
      rollup.origin == .areas ? rollup.isWhole : !rollup.lacksRows,
      figures.onlyTogether(indicator, area) == nil
    else {
      return nothing(.missing, indicator, absence(indicator, area))
    }
    return Known(
      value: .number(rollup.value),
      rounded: figures.indicators[indicator].shown(rollup.value, rollup.told, isComputed: true),
      date: rollup.newest, basis: rollup.basis,
      bound: rollup.told, unit: units.unit(of: rollup, indicator),
      word: units.word(of: rollup, indicator), name: rollup.name?[reader.tag],
      source: title(of: rollup), isProvisional: rollup.isProvisional)
  }

  private func nothing(
    _ value: ChartValue, _ indicator: IndicatorID, _ absence: Absence? = nil
  ) -> Known {
    Known(
      value: value, date: nil, bound: .exact, unit: units.unit(of: indicator),
      word: units.word(of: indicator), absence: absence)
  }

  /// Why an area has no number of its own, where other pages say something of it.
  private func absence(_ indicator: IndicatorID, _ area: AreaID) -> Absence? {
    let isJoint = figures.areas(of: indicator).contains { place in
      figures.areas.told(together: place).contains(area)
        && figures.shown(indicator, place, source: source)?.value != nil
    }
    if isJoint { return .onlyTogether }
    guard source == nil else { return nil }
    if figures.onlyTogether(indicator, area) != nil { return .onlyTogether }
    guard let figure = figures.figure(indicator, area) else { return nil }
    guard let sum = figure.rollup else { return figure.unadded.isEmpty ? nil : .onlyParts }
    return sum.lacksRows ? .ofPartialRegister : .onlyParts
  }

  /// Whether a register has rows in an area that are not shown, because more may be missing.
  private var lacksRows: Bool {
    indicators.contains { indicator in
      areas.contains { area in
        figures.shown(indicator, area, source: source) == nil
          && figures.rollup(indicator, area)?.lacksRows == true
      }
    }
  }

  private func title(of rollup: Rollup) -> String {
    switch rollup.origin {
    case .areas: words[.addedUp]
    case .register(let name): figures.title(ofTable: name, in: reader.tag)
    case .ratio:
      figures.sources(of: rollup).map { figures.sources[$0].title[reader.tag] }
        .joined(separator: "; ")
    }
  }

  /// The values that some of the areas, or what lies in them, have only jointly, which no bar and
  /// no tile can show.
  private var together: [String] {
    let areas = Set(areas)
    return indicators.flatMap { indicator in
      let only = areas.compactMap { area -> AreaID? in
        guard let parts = figures.rollup(indicator, area)?.parts, parts.count == 1 else {
          return nil
        }
        return figures.observation(parts[0]).area
      }
      return figures.areas(of: indicator).compactMap { place -> String? in
        guard figures.areas.members(of: place) != nil,
          areas.contains(place) || only.contains(place)
            || figures.areas.told(together: place).contains(where: areas.contains),
          let shown = figures.shown(indicator, place, source: source), shown.isTogether,
          shown.value != nil, !(isDrawn(shown) && areas.contains(place))
        else { return nil }
        let view = FigureView(reader: reader, observation: shown, isPicked: false)
        let prose = Prose(reader.language)
        let told = [
          view.time.map(prose.when) ?? prose.asOf(nil),
          figures.sources[shown.source].title[reader.tag],
        ]
        return prose.named(view.together ?? "", view.text)
          + " (\(prose.enumeration(told)))"
      }
    }
  }

  private func known(_ observation: Observation) -> Known {
    let value: ChartValue =
      observation.status.contains(.notApplicable)
      ? .notApplicable : ChartValue(observation.value)
    let indicator = figures.indicators[observation.indicator]
    return Known(
      value: value, rounded: observation.value.map { indicator.shown($0, observation.bound) },
      date: observation.date, basis: observation.dateBasis, bound: observation.bound,
      unit: units.unit(of: observation), word: units.word(of: observation),
      name: observation.name?[reader.tag],
      source: figures.sources[observation.source].title[reader.tag],
      isProvisional: observation.isProvisional)
  }

  /// - Parameter common: the unit of all values; `nil` where each keeps its own.
  private func point(
    _ known: Known, _ label: ChartLabel, key: String, _ common: ChartUnit?
  ) -> ChartPoint {
    ChartPoint(label, known.value, key: key, date: known.date, source: known.source).with {
      $0.bound = known.bound
      $0.rounded = known.rounded
      $0.dateBasis = known.basis
      $0.unit = common == nil ? known.unit : nil
      $0.name = known.name
      $0.absence = known.absence
      $0.isProvisional = known.isProvisional
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
      let known = material.points.filter { $0.value.number != nil }
      let own = Set(known.map(\.name)).count == 1 ? known.first?.name : nil
      let name = own ?? figures.indicators[indicator].name[reader.tag]
      if let own {
        // What all values are a number of is said once, above them.
        material.name = own
        material.changePoints { $0.name = nil }
      }
      let isWhole = isOverAreas || areas == [figures.area("TH")]
      let places = Prose(reader.language).enumeration(areas.map(names.name))
      material.title =
        isWhole ? name : words.text(.titleOfPlaces, ["title": name, "places": places])
      material.sourceHref = reader.url(ofIndicator: indicator)
    }
    return material
  }

  /// The unit of all values; `nil` where they count unlike things.
  ///
  /// It is none where one word of the site's first language has several in the reader's.
  private func commonUnit(of values: [Known]) -> ChartUnit? {
    let numbers = values.filter { $0.value.number != nil }
    let known = numbers.isEmpty ? values : numbers
    guard Set(known.map(\.word)).count < 2 else { return nil }
    let own = indicators.first.map(units.unit)
    return [own, known.first?.unit].compactMap { $0 }.first { unit in
      known.allSatisfy { $0.unit.names(unit) }
    } ?? ChartUnit.none
  }

  /// The figure's name; with its unit where the chart has no unit for all.
  private func name(_ indicator: IndicatorID, with common: ChartUnit?) -> String {
    let name = figures.indicators[indicator].name[reader.tag]
    guard common == ChartUnit.none, let unit = figures.indicators[indicator].unit?[reader.tag].other
    else {
      return name
    }
    return "\(name) (\(unit))"
  }
}
