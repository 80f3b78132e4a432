import SaanData
import SaanTemplate
import SaanText

/// A figure of a place, with what it is held against.
///
/// Only like is held against like: a count is never compared with that of a region or the country,
/// a rate is; ranks are among areas that reported for the same time; a wider area whose value is
/// this one's alone is nothing to compare with.
struct AreaRowView: Sendable {
  let area: AreaView
  let row: ProfileRow

  var figures: FigureReader { area.figures }
  var reader: Reader { area.reader }
  var prose: Prose { area.prose }
  var indicator: Indicator { figures.indicators[row.indicator] }

  var observation: Observation? { row.shown.map(figures.observation) }

  /// The published value that the number is; `nil` when it was added up.
  var published: Observation? { row.value?.observation.map(figures.observation) }

  var name: String {
    name(of: row.value)
  }

  /// What a value is a number of, in its own words or the indicator's.
  private func name(of value: AreaValue?) -> String {
    (value?.name ?? indicator.name)[reader.tag]
  }

  /// Whether it can be compared between places of different size.
  private var isRate: Bool { indicator.kind == .ratio || indicator.kind == .percentage }

  func unit(_ value: AreaValue) -> CountedNoun? {
    let unit = value.unit ?? indicator.unit
    return unit?[reader.tag].noun
  }

  /// The number with as many decimals as are shown of it.
  func number(_ value: AreaValue) -> ExactNumber {
    indicator.shown(value.number, value.told, isComputed: value.observation == nil)
  }

  /// The number with its unit and what it does not promise.
  func amount(_ value: AreaValue) -> String {
    prose.amount(number(value), unit(value), hedge: value.bound, of: value.extent)
  }

  /// The day that a value is true for, in words; `nil` where its source gives none.
  private func date(_ value: AreaValue) -> String? {
    value.time.map(prose.when)
  }

  func asOf(_ value: AreaValue) -> String { date(value) ?? prose.asOf(nil) }

  private func proviso(_ value: AreaValue, inBangkok: Bool) -> String {
    prose.proviso(coverage: extent(value, inBangkok: inBangkok), date: date(value))
  }

  /// Which places share the value of a wider area, or of how many of its parts it is.
  func extent(_ value: AreaValue, inBangkok: Bool) -> String? {
    let joint = value.observation.map(figures.observation).flatMap { shown in
      shown.isTogether ? prose.allTogether(reader.names(of: shown)) : nil
    }
    return withStatus(joint ?? coverage(value, inBangkok: inBangkok), of: value)
  }

  /// What a number is of, with whether it may still change or is but planned.
  private func withStatus(_ extent: String?, of value: AreaValue) -> String? {
    guard value.isProvisional else { return extent }
    return prose.enumeration([extent, reader.language.words[.provisional]].compactMap { $0 })
  }

  /// With which places the area shares the value, or which places share it.
  private var together: String? {
    guard let value = observation, value.isTogether else { return nil }
    let names = reader.names(of: value, but: area.area.id)
    let isOneOfThem = figures.areas.members(of: value.area)?.contains(area.area.id) == true
    return isOneOfThem ? prose.together(with: names) : prose.allTogether(names)
  }

  /// What the number is of, where that is not the area alone and whole.
  func reach(_ value: AreaValue) -> String? {
    withStatus(together ?? coverage(value, inBangkok: area.isInBangkok), of: value)
  }

  private func ownProviso(_ value: AreaValue) -> String {
    prose.proviso(coverage: reach(value), date: date(value))
  }

  /// How many of the areas inside a sum is made from, and of how many rows; none where all are
  /// meant.
  func coverage(_ value: AreaValue, inBangkok: Bool) -> String? {
    let rows = value.allRows.map { prose.rows(value.count, of: $0) }
    let parts = [areasCoverage(value, inBangkok: inBangkok), rows].compactMap { $0 }
    return parts.isEmpty ? nil : prose.enumeration(parts)
  }

  private func areasCoverage(_ value: AreaValue, inBangkok: Bool) -> String? {
    guard value.observation == nil, value.expected > 0, value.reported < value.expected,
      let unitClass = value.unitClass
    else { return nil }
    let noun = prose.noun(unitClass, inBangkok: inBangkok)
    if value.isOfRegister {
      // A complete register counts none where it has no row.
      return value.extent.lacksRows
        ? prose.recorded(in: value.reported, of: value.expected, noun) : nil
    }
    return prose.coverage(
      value.reported, partly: value.partly, of: value.expected, noun,
      only: value.only.map { area.reader.places.names[area.reader.languageID][$0] })
  }

  /// The value of a wider area; none when it is but this area's own.
  private func wider(_ other: Area?) -> (area: Area, value: AreaValue)? {
    guard let other,
      let value = figures.value(row.indicator, other.id, like: row.value)
    else { return nil }
    // What is not known to be all is held against nothing.
    let isRecordedOnly = [row.value, value].contains {
      $0.map { $0.isOfRegister && !$0.isWhole } ?? false
    }
    // Nor what is one organisation's own, or the very value that the place shares with others.
    let isOwn =
      indicator.scope.isOfOne
      || value.observation != nil && value.observation == row.value?.observation
    return value.isOfOneArea || isRecordedOnly || isOwn ? nil : (other, value)
  }

  var region: (area: Area, value: AreaValue)? {
    guard let parent = area.parent, parent.areaClass != .country else { return nil }
    return wider(parent)
  }

  var country: (area: Area, value: AreaValue)? {
    guard area.area.areaClass != .country else { return nil }
    return wider(area.ancestors.first { $0.areaClass == .country })
  }

  func record(_ wider: (area: Area, value: AreaValue)?) -> Value {
    guard let (other, value) = wider else { return .none }
    let name = name(of: value)
    return Value(
      AreaValueRecord(
        area: area.view(other).fullName,
        text: name == self.name ? amount(value) : prose.named(name, amount(value)),
        shortText: name == self.name ? shortAmount(value) : prose.named(name, amount(value)),
        value: value.number.plain, proviso: proviso(value, inBangkok: other.code == "10"),
        isAtLeast: value.extent == .parts))
  }

  /// The number of a value without its unit, where the place's own has the same and it is no sign.
  private func shortAmount(_ value: AreaValue) -> String {
    let noun = unit(value)
    guard noun?.isPercent != true, noun == row.value.flatMap(unit) else { return amount(value) }
    return prose.amount(number(value), nil, hedge: value.bound, of: value.extent)
  }

  // MARK: Sentences

  var rankText: String? {
    guard let standing = row.standing else { return nil }
    return prose.rank(
      standing.rank, of: standing.count, level: standing.level,
      prose.noun(
        area.area.areaClass, inBangkok: area.isInBangkok, ofDivision: area.schemeName != nil),
      isRate: isRate)
  }

  /// How a rate compares with those of the region and the country; counts are never compared.
  private var comparison: String? {
    guard isRate, let own = row.value else { return nil }
    let others = [region, country].compactMap { $0 }.filter { own.isComparable(with: $0.value) }
    return prose.comparison(
      others.map { other in
        let theirs = number(other.value)
        let mine = number(own)
        return (
          name: area.view(other.area).fullName, value: amount(other.value),
          order: mine == theirs ? .level : mine > theirs ? .above : .below
        )
      })
  }

  /// What the figure says, for the sentence that the page begins with.
  var fact: PlaceFact {
    guard let value = row.value else { return PlaceFact(name, date: nil) }
    return PlaceFact(
      prose.counted(name, number(value), unit(value), hedge: value.bound, of: value.extent),
      date: date(value), coverage: reach(value))
  }

  /// The whole figure in one sentence: name, number, date, rank, comparison.
  var sentence: String {
    guard let value = row.value else { return "" }
    let amount = prose.named(name, amount(value))
    let clauses = [
      "\(amount) (\(ownProviso(value)))", rankText, comparison, changeText,
    ]
    return prose.sentence(clauses.compactMap { $0 })
  }

  /// The figure in one sentence, where its date is said once for several.
  private var undatedSentence: String {
    guard let value = row.value else { return "" }
    let reach = reach(value).map { " (\($0))" } ?? ""
    let amount = prose.named(name, amount(value)) + reach
    return prose.sentence([amount, rankText, comparison, changeText].compactMap { $0 })
  }

  /// The published value as other pages show it.
  var view: FigureView? {
    observation.map {
      FigureView(reader: reader, observation: $0, isPicked: false)
    }
  }

  /// What the areas inside add up to, where a source says otherwise.
  private var rollupBeside: Value {
    guard let shown = published, let figure = figures.figure(row.indicator, row.area),
      let rollup = figure.rollup, rollup.origin == .areas, rollup.published?.row == shown.row,
      let difference = rollup.difference, !difference.isZero
    else { return .none }
    return FigureCellView(reader: reader, figure: figure).rollup
  }

  /// The organisation whose own it is.
  var organisation: String? {
    guard case .organisation(let id) = indicator.scope.kind else { return nil }
    return figures.organisations.first { $0.id == id }?.name[reader.tag]
  }

  /// The slug of the topic.
  var topic: String? { indicator.topic }

  private var register: String? {
    guard row.value?.isOfRegister == true else { return nil }
    return indicator.register?.table
  }
}

extension AreaRowView: TemplateObject {
  static let table = ObjectTable<AreaRowView>("figure of a place", numbers + comparisons + origins)

  private typealias Field = ObjectTable<AreaRowView>.Field

  private static let numbers: [Field] = [
    Field("id", .string, "the indicator") { .string($0.indicator.id) },
    Field("indicator", .object(IndicatorView.self), "the indicator with all its values") { view in
      Value(
        IndicatorView(reader: view.reader, index: view.row.indicator))
    },
    Field("name", .string, "what is counted") { .string($0.name) },
    Field("text", .string, "the number with its unit, and `more than` or the like before it") {
      view in
      .string(view.row.value.map { view.amount($0) } ?? "–")
    },
    Field("number", .string, "the number alone") { view in
      .string(view.row.value.map { view.number($0).text() } ?? "–")
    },
    Field("unit", .string, "the unit in the reader's language") { view in
      Value(view.row.value.flatMap { value in view.unit(value)?.text(for: view.number(value)) })
    },
    Field("value", .string, "the number for machines") { view in
      .string(view.row.value?.number.plain ?? "")
    },
    Field(
      "bound", .string, "exact, about, more_than, at_least, nearly or at_most",
      formerly: ["hedge"]
    ) { view in
      .string((view.row.value?.told ?? .exact).rawValue)
    },
    Field("bound_word", .string, "the word before a number that is not exact") { view in
      Value(
        view.row.value.flatMap {
          view.reader.language.words.qualifier($0.bound, of: $0.extent)
        })
    },
    Field("as_of", .any, "the date that the number is true for") {
      Value(date: $0.row.value?.date)
    },
    Field("as_of_text", .string, "that date in words, or that there is none") { view in
      Value(view.row.value.map(view.asOf))
    },
    Field(
      "coverage", .string,
      "of how many of the areas inside it is, or with which it is shared, and whether it may change"
    ) { view in Value(view.row.value.flatMap(view.reach)) },
    Field("proviso", .string, "coverage and date: what the number is true for") { view in
      Value(view.row.value.map(view.ownProviso))
    },
    Field("together", .string, "with which areas it is shared, for a value of several jointly") {
      Value($0.together)
    },
    Field("sentence", .string, "the figure in one sentence, with its date") {
      .string($0.sentence)
    },
    Field(
      "undated_sentence", .string,
      "the same without its date, for figures that share one: it is said once for all of them"
    ) { .string($0.undatedSentence) },
  ]

  private static let comparisons: [Field] = [
    Field(
      "region_value", .record(AreaValueRecord.self),
      "the value of the region, of a district that of the province"
    ) { $0.record($0.region) },
    Field("has_region_value", .bool, "whether there is one; cheaper to ask than the value") {
      .bool($0.region != nil)
    },
    Field("has_country_value", .bool, "whether the country has a value") {
      .bool($0.country != nil)
    },
    Field("country_value", .record(AreaValueRecord.self), "the value of the country") {
      $0.record($0.country)
    },
    Field("rank", .number, "the place among areas of its class that reported, 1 for the largest") {
      $0.row.standing.map { .int($0.rank) } ?? .none
    },
    Field("rank_of", .number, "how many of them reported for the same time") {
      $0.row.standing.map { .int($0.count) } ?? .none
    },
    Field("rank_level", .number, "how many others have the same value") {
      $0.row.standing.map { .int($0.level) } ?? .none
    },
    Field("rank_is_lowest", .bool, "whether none of them has a smaller one") {
      .bool($0.row.standing.map { $0.rank > 1 && $0.rank + $0.level == $0.count } ?? false)
    },
    Field("rank_text", .string, "the rank in words") { view in
      Value(view.rankText.map { view.prose.sentence([$0]) })
    },
    Field(
      "peers", .list(of: .string),
      "the values that it is put in one order with, for machines, its own among them"
    ) { .list($0.peers.map { .string($0.number.plain) }) },
    Field(
      "strip", .html,
      "all of these as ticks with its own marked; none below five, or where one is open"
    ) { $0.strip.map { .html($0) } ?? .none },
    Field("comparison", .string, "how a rate compares with region and country; none for counts") {
      view in
      Value(view.comparison.map { view.prose.sentence([$0]) })
    },
    Field("trend", .record(TrendRecord.self), "how it changed, where there are dates") {
      $0.trend
    },
    Field("chart", .html, "the values over their dates; none when there is only one") { view in
      guard let figure = view.figures.figure(view.row.indicator, view.row.area) else {
        return .none
      }
      return FigureCellView(reader: view.reader, figure: figure)
        .chartWithTable
    },
  ]

  private static let origins: [Field] = [
    Field("computed", .bool, "whether the number was added up") {
      .bool($0.row.value?.observation == nil)
    },
    Field("register", .string, "the table whose rows are counted") { Value($0.register) },
    Field(
      "rollup", .record(RollupRecord.self),
      "what the areas inside add up to, where that is not the published value"
    ) { $0.rollupBeside },
    Field("organisation", .string, "the organisation whose own it is") { Value($0.organisation) },
    Field("shown", .object(FigureView.self), "the published value, if there is one") { view in
      view.view.map { Value($0) } ?? .none
    },
    Field("source", .record(SourceRecord.self), "where a published value comes from") {
      $0.view?.source ?? .none
    },
    Field("disputed", .bool, "whether sources disagree") { view in
      .bool(view.view.map { !$0.others.isEmpty } ?? false)
    },
    Field("url", .string, "the href of the figure's page, at the part about the place") { view in
      if let url = view.view?.url { return .string(url) }
      return Value(view.reader.url(ofIndicator: view.row.indicator))
    },
    Field("topic", .string, "the slug of the topic") { Value($0.topic) },
  ]
}
