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

  private var figures: FigureReader { reader.figures }

  var indicator: Indicator { figures.indicators[indicatorIndex] }

  private var areaCode: String { figures.areas.all[areaIndex].code }

  /// The id of the figure on its page: unique for indicator, area and picked source.
  var anchor: String {
    var parts = ["figure", indicator.id]
    if areaCode != "TH" { parts.append(areaCode) }
    if isPicked, let observation { parts.append(figures.sources[observation.source].id) }
    return String(parts.joined(separator: "-").map { $0 == "." || $0 == "_" ? "-" : $0 })
  }

  var name: String {
    (observation.map { figures.name(of: $0) } ?? indicator.name)[reader.tag]
  }

  /// The number to its last digit; `nil` when the source names none.
  var value: ExactNumber? { observation?.value ?? rollup?.value }

  private var shownValue: ExactNumber? {
    value.map { indicator.shown($0, isComputed: rollup != nil) }
  }

  var number: String { shownValue?.text(.grouped) ?? "–" }

  var unit: String? {
    (observation.map { figures.unit(of: $0) } ?? indicator.unit)?[reader.tag]
      .text(for: value ?? .zero)
  }

  /// Whether it is a sum of some parts only.
  var isAtLeast: Bool { rollup?.isAtLeast ?? false }

  /// Number and unit, with `at least` before a sum of some parts.
  var text: String {
    value == nil && rollup == nil && observation == nil
      ? number : hedged([number, unit].compactMap { $0 }.joined(separator: " "))
  }

  /// The number alone, with `at least` before a sum of some parts.
  var hedgedNumber: String { hedged(number) }

  private func hedged(_ amount: String) -> String {
    prose.hedged(amount, isAtLeast ? .atLeast : .exact)
  }

  /// The date that the value is true for; the rows of a register are of the day they were released.
  var asOf: CalendarDate? {
    guard let rollup else { return observation?.asOf }
    if case .register = rollup.origin { return reader.releases.last?.date }
    return rollup.newest
  }

  /// How that date is known.
  private var asOfBasis: String {
    if let observation { return observation.asOfBasis.rawValue }
    return rollup?.isOfPublication == true
      ? Observation.AsOfBasis.publicationDate.rawValue : "computed"
  }

  /// How many of the areas inside a partial sum is made from.
  var coverage: String? {
    guard let rollup, !rollup.isComplete, rollup.expected > 0,
      let unitClass = rollup.unitClass
    else { return nil }
    let noun = prose.noun(unitClass, inBangkok: areaCode == "10")
    return prose.coverage(rollup.reported, of: rollup.expected, noun)
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

  /// Why values differ, in the reader's language.
  var reconciliation: Value {
    guard let reason = disagreement?.reconciliation else { return .none }
    return Value(
      ReconciliationRecord(
        cause: reason.cause.rawValue, status: reason.status.rawValue,
        reason: reason.reason?[reader.tag]))
  }

  var area: Value {
    reader.areas[areaCode].map { reader.areaValue($0) } ?? .none
  }

  var source: Value {
    observation.map { reader.source($0.source) } ?? .none
  }

  /// The flags of the value in words, those that a reader should know.
  var remarks: [Value] {
    let words: [(Observation.Status, String)] = [
      (.estimated, "estimated"), (.provisional, "provisional"), (.seriesBreak, "break"),
      (.missing, "missing"), (.notApplicable, "not_applicable"),
    ]
    return words.filter { observation?.status.contains($0.0) == true }.map { .string($0.1) }
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
      .init("text", .string, "number and unit, `at least` before a sum of some parts") {
        .string($0.text)
      },
      .init("number", .string, "the number alone") { .string($0.number) },
      .init("unit", .string, "the unit in the reader's language") { Value($0.unit) },
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
      .init("area", .record(AreaLinkRecord.self), "the area") { $0.area },
      .init("source", .record(SourceRecord.self), "where a published value comes from") {
        $0.source
      },
      .init(
        "computed", .record(RollupRecord.self),
        "what was added up, where no source gives a value"
      ) { $0.computed },
      .init("at_least", .bool, "whether it is a sum of some parts only") { .bool($0.isAtLeast) },
      .init("coverage", .string, "how many of the areas inside a partial sum is made from") {
        Value($0.coverage)
      },
      .init("note", .string, "what else there is to know") { figure in
        Value(figure.observation?.note?[figure.reader.tag])
      },
      .init("approximate", .bool, "whether the source says 'about'") {
        .bool($0.observation?.isApproximate ?? false)
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
      .init("url", .string, "the href of the figure's own page, if it has one") { Value($0.url) },
      .init("is_shown", .bool, "whether it is the value that is shown for its area") {
        .bool($0.isShown)
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

extension FigureSource {
  /// The source as templates see it.
  func value(for language: Language, _ plan: PublishedAddresses) -> Value {
    let tag = language.tag
    let title = title.spoken(for: tag)
    let path = plan.routes.path(place, language)
    return Value(
      SourceRecord(
        id: id, title: title.text, titleLanguage: title.language.rawValue,
        producer: producer[tag], pageURL: plan.publishes(path) ? plan.routes.href(path) : nil,
        url: url, datePublished: datePublished, dateAccessed: dateAccessed,
        archivedURL: archivedURL, note: note?[tag]))
  }
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
    guard source == nil, let indicator = figures.indicator(id), let area = figures.area(code)
    else { return nil }
    return computedFigure(indicator, area)
  }

  /// A figure without a number, for texts of today in a build as published, which may state what
  /// came later; `nil` in other builds.
  func figureOfLater(_ id: String, area: String? = nil) -> FigureView? {
    guard asPublished != nil, let indicator = figures.indicator(id),
      let area = figures.area(area ?? "TH")
    else { return nil }
    return FigureView(reader: self, ofLater: indicator, in: area)
  }

  /// The sum of what is inside an area.
  func computedFigure(_ indicator: IndicatorID, _ area: AreaID) -> FigureView? {
    figures.rollup(indicator, area).map {
      FigureView(reader: self, rollup: $0, of: indicator, in: area)
    }
  }
}
