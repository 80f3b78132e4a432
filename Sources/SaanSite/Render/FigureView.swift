import SaanData
import SaanTemplate
import SaanText

/// One value of an indicator as templates see it: published by a source, or added up where no
/// source gives one.
struct FigureView: Sendable {
  let context: SiteContext
  /// The positions of the indicator and the area among the figures.
  let indicatorIndex: Int
  let areaIndex: Int
  /// The published value; `nil` when only a sum is there.
  let observation: Observation?
  /// The sum, where nobody published a value.
  let rollup: Rollup?
  /// Whether a source was picked by name, so that the figure stands apart from the one shown.
  let isPicked: Bool
  let language: Int

  /// Makes a view of a published value.
  init(context: SiteContext, observation: Observation, isPicked: Bool, language: Int) {
    self.context = context
    indicatorIndex = observation.indicator
    areaIndex = observation.area
    self.observation = observation
    rollup = nil
    self.isPicked = isPicked
    self.language = language
  }

  /// Makes a view of a sum.
  init(context: SiteContext, rollup: Rollup, of indicator: Int, in area: Int, language: Int) {
    self.context = context
    indicatorIndex = indicator
    areaIndex = area
    observation = nil
    self.rollup = rollup
    isPicked = false
    self.language = language
  }

  private var reader: Language { context.languages[language] }
  private var prose: Prose { Prose(reader, bindsNumbers: false) }

  private var figures: Statistics { context.site.figures }

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

  /// Of the rows of a register: how much of it is known to be there.
  private var completeness: Completeness? { rollup?.completeness }

  /// Number and unit, with `at least` before a sum of some parts.
  var text: String {
    let amount = [number, unit].compactMap { $0 }.joined(separator: " ")
    return prose.hedged(amount, rollup?.hedge ?? .exact)
  }

  /// The number where its unit stands in the author's words, with what it does not promise.
  var numberText: String {
    let hedge = rollup?.hedge ?? .exact
    return prose.hedged(number, hedge == .recorded ? .atLeast : hedge)
  }

  /// The date that the value is true for.
  var asOf: CalendarDate? {
    guard let rollup else { return observation?.asOf }
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
      rollup.completeness == nil || rollup.reported < rollup.expected,
      let unitClass = rollup.unitClass.flatMap({ Area.Class(rawValue: $0.rawValue) })
    else { return nil }
    let noun = prose.noun(PlaceKind(unitClass), inBangkok: areaCode == "10")
    return rollup.completeness == nil
      ? prose.coverage(rollup.reported, of: rollup.expected, noun)
      : prose.recorded(in: rollup.reported, of: rollup.expected, noun)
  }

  /// What was added up, for those that are a sum.
  private var computed: Value {
    guard rollup != nil, let figure = figures.figure(indicatorIndex, areaIndex) else {
      return .none
    }
    return FigureCellView(context: context, figure: figure, language: language).rollup
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
      FigureView(context: context, observation: $0, isPicked: true, language: language)
    }
  }

  /// Why values differ, in the reader's language.
  var reconciliation: Value {
    guard let reason = disagreement?.reconciliation else { return .none }
    return RecordShape.reconciliation(
      .string(reason.cause.rawValue), .string(reason.status.rawValue),
      Value(reason.reason?[reader.tag]))
  }

  var area: Value {
    context.site.areas[areaCode].map { context.areaValue($0, language: language) } ?? .none
  }

  var source: Value {
    observation.map { context.sources[language][$0.source] } ?? .none
  }

  /// The flags of the value in words, those that a reader should know.
  var remarks: [Value] {
    let words: [(Observation.Status, String)] = [
      (.estimated, "estimated"), (.provisional, "provisional"), (.seriesBreak, "break"),
      (.missing, "missing"), (.notApplicable, "not_applicable"),
    ]
    return words.filter { observation?.status.contains($0.0) == true }.map { .string($0.1) }
  }

  /// The href of the indicator's page, at the part about the area; of sums it tells the country's
  /// alone.
  var url: String? {
    context.url(ofIndicator: indicatorIndex, language: language).map {
      areaCode == "TH" || observation == nil
        ? $0 : $0 + "#" + IndicatorView.anchor(ofArea: areaCode)
    }
  }

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
      .init("area", .record(RecordShape.area.type), "the area") { $0.area },
      .init("source", .record(RecordShape.source.type), "where a published value comes from") {
        $0.source
      },
      .init(
        "computed", .record(RecordShape.rollup.type),
        "what was added up, where no source gives a value"
      ) { $0.computed },
      .init("at_least", .bool, "whether it is a sum of some parts only") { .bool($0.isAtLeast) },
      .init(
        "completeness", .string,
        "complete, partial or unknown: the register whose rows it counts, if it does"
      ) { Value($0.completeness?.status.rawValue) },
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
        "reconciliation", .record(RecordShape.reconciliation.type),
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
      .init("quote", .string, "the words of the source") { Value($0.observation?.quote) },
      .init("recorded", .any, "when the value was entered") {
        Value(date: $0.observation?.recorded)
      },
    ])
}

extension Rollup {
  /// What a sum does not promise.
  var hedge: Hedge {
    if isWhole { return .exact }
    if completeness == nil { return .atLeast }
    return isAtLeast ? .recorded : .amongRecorded
  }
}

extension FigureSource {
  /// The source as templates see it.
  func value(for tag: Language.Tag) -> Value {
    let title = title.resolved(for: tag)
    return RecordShape.source(
      .string(id), .string(title.value), .string((title.language ?? tag).rawValue),
      .string(producer[tag]), Value(url), Value(date: datePublished), Value(date: dateAccessed),
      Value(archivedURL), Value(note?[tag]))
  }
}
