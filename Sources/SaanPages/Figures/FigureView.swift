import SaanData
import SaanTemplate
import SaanText

/// One value of an indicator as templates see it: published by a source, or added up where no
/// source gives one.
///
/// It is one type, so that a template writes a number without asking where it comes from. What only
/// a published value has, such as its source, is none for a sum, and `computed` is none for a
/// published value.
struct FigureView: Sendable {
  let reader: Reader
  /// The positions of the indicator and the area among the figures.
  let indicatorIndex: IndicatorID
  let areaIndex: AreaID
  /// The published value; `nil` when only a sum is there.
  let observation: Observation?
  /// The sum, where nobody published a value.
  let rollup: Rollup?
  /// Whether a source was picked by name, so that the figure stands apart from the one shown.
  let isPicked: Bool

  /// Makes a view of a published value.
  init(reader: Reader, observation: Observation, isPicked: Bool) {
    self.reader = reader
    indicatorIndex = observation.indicator
    areaIndex = observation.area
    self.observation = observation
    rollup = nil
    self.isPicked = isPicked
  }

  /// Makes a view of a sum.
  init(reader: Reader, rollup: Rollup, of indicator: IndicatorID, in area: AreaID) {
    self.reader = reader
    indicatorIndex = indicator
    areaIndex = area
    observation = nil
    self.rollup = rollup
    isPicked = false
  }

  /// Makes a view of a value that nobody had published by then.
  fileprivate init(reader: Reader, ofLater indicator: IndicatorID, in area: AreaID) {
    self.reader = reader
    indicatorIndex = indicator
    areaIndex = area
    observation = nil
    rollup = nil
    isPicked = false
  }

  private var prose: Prose { Prose(reader.language, bindsNumbers: false) }

  var figures: FigureReader { reader.figures }

  var indicator: Indicator { figures.indicators[indicatorIndex] }

  private var areaCode: String { figures.areas.all[areaIndex].code }

  /// The id of the figure on its page: unique for indicator, area and picked source.
  var anchor: String {
    var parts = ["figure", indicator.id]
    if areaCode != "TH" { parts.append(areaCode) }
    if isPicked, let observation { parts.append(figures.sources[observation.source].id) }
    return slugOfCode(parts.joined(separator: "-"))
  }

  var name: String {
    (namedAs ?? indicator.name)[reader.tag]
  }

  /// What is counted, in the words of the value or of those that went into a sum.
  private var namedAs: Localized<String>? { observation?.name ?? rollup?.name }

  /// What is counted, where that is not quite the indicator's.
  var ownName: String? { namedAs?[reader.tag] }

  /// The number to its last digit; `nil` when the source names none.
  var value: ExactNumber? { observation?.value ?? rollup?.value }

  private var shownValue: ExactNumber? {
    value.map { indicator.shown($0, bound, isComputed: rollup != nil) }
  }

  var number: String { shownValue?.text(.grouped) ?? "–" }

  private var noun: CountedNoun? {
    (observation?.unit ?? rollup?.unit ?? indicator.unit)?[reader.tag].noun
  }

  var unit: String? { noun?.text(for: value ?? .zero) }

  /// Whether it is a sum of some parts only.
  var isAtLeast: Bool { rollup?.isAtLeast ?? false }

  /// How much of what there is went into a sum.
  private var extent: Extent { rollup?.extent ?? .whole }

  /// What the number promises.
  var bound: Bound { observation?.bound ?? rollup?.told ?? .exact }

  /// The word beside a number that is not exact.
  var boundWord: String? {
    reader.language.words.qualifier(ownBound, of: extent)
  }

  /// What the value, or what went into a sum, promises.
  private var ownBound: Bound { observation?.bound ?? rollup?.bound ?? .exact }

  /// That the number may still change or is but planned, in words.
  var provisionalWord: String? {
    let isProvisional = observation?.isProvisional ?? rollup?.isProvisional ?? false
    return isProvisional ? reader.language.words[.provisional] : nil
  }

  /// Number and unit, with `more than` and the like before a number that is not exact, and behind
  /// it that it is provisional.
  var text: String {
    guard let shownValue else { return number }
    let amount = prose.amount(shownValue, noun, hedge: ownBound, of: extent)
    return provisionalWord == nil ? amount : prose.provisional(amount)
  }

  /// The date that the value is true for.
  var asOf: CalendarDate? {
    guard let rollup else { return observation?.date }
    return rollup.newest
  }

  /// When the figure is of; `nil` where nothing says so.
  var time: FigureTime? { rollup?.time ?? observation?.time }

  /// How that date is known.
  private var asOfBasis: String {
    if let observation { return observation.asOfBasis.rawValue }
    return rollup?.basis == .published
      ? Observation.AsOfBasis.publicationDate.rawValue : "computed"
  }

  /// How many of the areas inside a partial sum is made from, and of how many rows.
  var coverage: String? {
    guard let rollup else { return nil }
    let rows = rollup.allRows.map { prose.rows(rollup.count, of: $0) }
    let parts = [areasCoverage, rows].compactMap { $0 }
    return parts.isEmpty ? nil : prose.enumeration(parts)
  }

  private var areasCoverage: String? {
    guard let rollup, rollup.reported < rollup.expected, let unitClass = rollup.unitClass
    else { return nil }
    let noun = prose.noun(unitClass, inBangkok: areaCode == "10")
    guard rollup.completeness != nil else {
      return prose.coverage(
        rollup.reported, partly: rollup.partly, of: rollup.expected, noun,
        only: rollup.only.map { reader.places.names[reader.languageID][$0] })
    }
    // A complete register counts none where it has no row.
    return rollup.lacksRows
      ? prose.recorded(in: rollup.reported, of: rollup.expected, noun) : nil
  }

  var window: String? { rollup?.window(in: reader.language) }

  /// The titles of the sources, or of the tables, that a sum was made from.
  var origins: [String] {
    guard let rollup else { return [] }
    if case .register(let table) = rollup.origin {
      return [figures.title(ofTable: table, in: reader.tag)]
    }
    return figures.sources(of: rollup).map { figures.sources[$0].title[reader.tag] }
  }

  /// What was added up, for those that are a sum.
  private var computed: Value {
    guard rollup != nil, let figure = figures.figure(indicatorIndex, areaIndex) else {
      return .none
    }
    return FigureCellView(reader: reader, figure: figure).rollup
  }

  private var disagreement: Disagreement? {
    observation.flatMap { figures.disagreement(with: $0) }
  }

  /// The values that disagree with this one.
  ///
  /// They are of the same indicator and area, for the same year or for one that is not known;
  /// values of other years do not disagree, they are a series.
  var others: [FigureView] {
    (disagreement?.others ?? []).map {
      FigureView(reader: reader, observation: $0, isPicked: true)
    }
  }

  /// Whether it promises no more than what the value shown has: "more than 200" beside 242.
  private var agreesWithShown: Bool {
    guard let observation, let value = observation.value,
      let shown = figures.shown(indicatorIndex, areaIndex), let theirs = shown.value
    else { return false }
    return !BoundedNumber(value, observation.bound).contradicts(
      BoundedNumber(theirs, shown.bound))
  }

  /// Why values differ, in the reader's language.
  var reconciliation: Value {
    guard let reason = disagreement?.reconciliation else { return .none }
    return Value(
      ReconciliationRecord(
        cause: reason.cause.rawValue, status: reason.status.rawValue,
        reason: reason.reason?[reader.tag]))
  }

  /// The same reason as a text.
  var reason: String? { disagreement?.reconciliation?.reason?[reader.tag] }

  var area: Value { reader.areaValue(ofFigures: areaIndex) }

  /// Which areas share the value, for one of several jointly.
  var together: String? {
    guard let observation, observation.isTogether else { return nil }
    return prose.allTogether(reader.names(of: observation))
  }

  var source: Value {
    observation.map { reader.source($0.source) } ?? .none
  }

  /// The flags of the value in words, those that a reader should know.
  var remarks: [Value] {
    let words: [(Observation.Status, String)] = [
      // A value that is given as about says so itself.
      (bound == .about ? [] : .estimated, "estimated"), (.provisional, "provisional"),
      (.seriesBreak, "break"),
      (.missing, "missing"), (.notApplicable, "not_applicable"),
    ]
    return words.filter { !$0.0.isEmpty && observation?.status.contains($0.0) == true }.map {
      .string($0.1)
    }
  }

  /// The href of the indicator's page, at the part about the area where it has one.
  var url: String? { reader.url(ofIndicator: indicatorIndex, areaIndex) }

  /// Whether this is the value that is shown for its area.
  var isShown: Bool { figures.shown(indicatorIndex, areaIndex)?.row == observation?.row }
}

extension FigureView: TemplateObject {
  static let table = ObjectTable<FigureView>(
    "figure",
    [
      .init("id", .string, "the indicator") { .string($0.indicator.id) },
      .init("name", .string, "what is counted") { .string($0.name) },
      .init("text", .string, "number and unit, with the words that it needs") {
        .string($0.text)
      },
      .init("bound", .string, "exact, about, more_than, at_least, nearly or at_most") {
        .string($0.bound.rawValue)
      },
      .init("bound_word", .string, "the word before a number that is not exact") {
        Value($0.boundWord)
      },
      .init(
        "provisional", .string,
        "words behind a number that may still change or is but planned; `text` has them"
      ) { Value($0.provisionalWord) },
      .init("number", .string, "the number alone") { .string($0.number) },
      .init("unit", .string, "the unit in the reader's language") { Value($0.unit) },
      .init("own_name", .string, "what is counted, where that is not quite the indicator's") {
        view in Value(view.ownName)
      },
      .init("has_own_unit", .bool, "whether that is another than the indicator's") { view in
        .bool(view.observation?.unit != nil)
      },
      .init("value", .string, "the number for machines") {
        .string($0.value?.plain ?? "")
      },
      .init("anchor", .string, "an id for the figure on its page") { .string($0.anchor) },
      .init("as_of", .any, "the date that the value is true for") {
        Value(date: $0.asOf)
      },
      .init("as_of_basis", .string, "stated, publication_date, inferred, unknown or computed") {
        .string($0.asOfBasis)
      },
      .init("window", .string, "from when to when the parts of a sum are, where the days differ") {
        Value($0.window)
      },
      .init("area", .record(AreaLinkRecord.self), "the area") { $0.area },
      .init("together", .string, "which areas share it, for a value of several jointly") {
        Value($0.together)
      },
      .init("source", .record(SourceRecord.self), "where a published value comes from") {
        $0.source
      },
      .init(
        "computed", .record(RollupRecord.self),
        "what was added up, where no source gives a value"
      ) { $0.computed },
      .init("at_least", .bool, "whether it is a sum of some parts only") { .bool($0.isAtLeast) },
      .init(
        "completeness", .string,
        "complete, partial or unknown: the register whose rows it counts, if it does"
      ) { Value($0.rollup?.completeness) },
      .init("coverage", .string, "how many of the areas inside a partial sum is made from") {
        Value($0.coverage)
      },
      .init("note", .string, "what else there is to know") { figure in
        Value(figure.observation?.note?[figure.reader.tag])
      },
      .init("disputed", .bool, "whether sources disagree") { .bool(!$0.others.isEmpty) },
      .init(
        "reconciliation", .record(ReconciliationRecord.self),
        "why sources disagree, where somebody has said so"
      ) { $0.reconciliation },
      .init("others", .list(of: .object(FigureView.self)), "the values of other sources and dates")
      {
        .list($0.others.map { Value($0) })
      },
      .init(
        "agrees", .bool, "of one of `others`: whether it can be true beside the value that is shown"
      ) { .bool($0.agreesWithShown) },
      .init("url", .string, "the href of the figure's own page, if it has one") { Value($0.url) },
      .init(
        "is_of_publication", .bool, "whether its date is but the day that its source was published"
      ) { figure in
        .bool(figure.observation.map { figure.reader.figures.isOfPublication($0) } ?? false)
      },
      .init("is_shown", .bool, "whether it is the value that is shown for its area") {
        .bool($0.isShown)
      },
      .init("released", .any, "the day of the newest release that has this number") { figure in
        Value(date: figure.observation.flatMap { figure.reader.release(of: $0) })
      },
      .init("rank", .string, "preferred, normal or deprecated") {
        .string($0.observation?.rank.rawValue ?? "normal")
      },
      .init("rank_reason", .string, "why it has its rank") { figure in
        Value(figure.observation?.rankReason?[figure.reader.tag])
      },
      .init(
        "remarks", .list(of: .string), "estimated, provisional, break, missing or not_applicable"
      ) { .list($0.remarks) },
      .init("page_number", .string, "the page of the source") { Value($0.observation?.page) },
      .init("quote", .string, "the words of the source") {
        Value($0.observation?.quote ?? $0.observation?.valueText)
      },
      .init("recorded", .any, "when the value was entered") {
        Value(date: $0.observation?.recorded)
      },
    ])
}

extension Reader {
  /// The value of a figure that is shown for an area; where no source gives one, the sum of what is
  /// inside the area.
  func figure(_ id: String, area: String? = nil, source: String? = nil) -> FigureView? {
    let figures = figures
    let code = area ?? "TH"
    if let value = figures.shown(id, area: code, source: source) {
      return FigureView(reader: self, observation: value, isPicked: source != nil)
    }
    guard let indicator = figures.indicator(id), let area = figures.area(code) else { return nil }
    let picked = source.flatMap { figures.source($0) }
    guard (picked == nil) == (source == nil) else { return nil }
    if let joint = figures.shownTogether(indicator, area, source: picked) {
      return FigureView(reader: self, observation: joint, isPicked: source != nil)
    }
    return source == nil ? computedFigure(indicator, area) : nil
  }

  /// A figure without a number, for texts of today in a build as published, which may state what
  /// came later; `nil` in other builds.
  func figureOfLater(_ id: String, area: String? = nil) -> FigureView? {
    let code = area ?? "TH"
    // What several areas have jointly today need not have stood for anything by then.
    guard asPublished != nil, let indicator = figures.indicator(id),
      let area = figures.area(code) ?? figures.areas.listed(code)?.first
    else { return nil }
    return FigureView(reader: self, ofLater: indicator, in: area)
  }

  /// The sum of what is inside an area; the value itself where several areas inside have one
  /// jointly and nothing else is there.
  func computedFigure(_ indicator: IndicatorID, _ area: AreaID) -> FigureView? {
    if let joint = figures.onlyTogether(indicator, area) {
      return FigureView(reader: self, observation: joint, isPicked: false)
    }
    return figures.rollup(indicator, area).map {
      FigureView(reader: self, rollup: $0, of: indicator, in: area)
    }
  }
}
