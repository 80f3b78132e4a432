import SaanData
import SaanTemplate
import SaanText

/// One value of an indicator as templates see it.
struct FigureView: Sendable {
  let context: SiteContext
  let observation: Observation
  /// Whether a source was picked by name, so that the figure stands apart from the one shown.
  let isPicked: Bool
  let language: Int

  private var reader: Language { context.languages[language] }

  private var figures: Statistics { context.site.figures }

  var indicator: Indicator { figures.indicators[observation.indicator] }

  private var areaCode: String { figures.areas.all[observation.area].code }

  /// The id of the figure on its page: unique for indicator, area and picked source.
  var anchor: String {
    var parts = ["figure", indicator.id]
    if areaCode != "TH" { parts.append(areaCode) }
    if isPicked { parts.append(figures.sources[observation.source].id) }
    return String(parts.joined(separator: "-").map { $0 == "." || $0 == "_" ? "-" : $0 })
  }

  var name: String { figures.name(of: observation)[reader.tag] }

  var number: String { observation.value?.text(.grouped) ?? "–" }

  var unit: String? {
    figures.unit(of: observation)?[reader.tag].text(for: observation.value ?? .zero)
  }

  /// The values that disagree with this one.
  ///
  /// They are of the same indicator and area, for the same year or for one that is not known;
  /// values of other years do not disagree, they are a series.
  var others: [FigureView] {
    (figures.disagreement(with: observation)?.others ?? []).map {
      FigureView(context: context, observation: $0, isPicked: true, language: language)
    }
  }

  /// Why values differ, in the reader's language.
  var reconciliation: Value {
    guard let reason = figures.disagreement(with: observation)?.reconciliation else { return .none }
    return RecordShape.reconciliation(
      .string(reason.cause.rawValue), .string(reason.status.rawValue),
      Value(reason.reason?[reader.tag]))
  }

  var area: Value {
    context.site.areas[areaCode].map { context.areaValue($0, language: language) } ?? .none
  }

  var source: Value { context.sources[language][observation.source] }

  /// The flags of the value in words, those that a reader should know.
  var remarks: [Value] {
    let words: [(Observation.Status, String)] = [
      (.estimated, "estimated"), (.provisional, "provisional"), (.seriesBreak, "break"),
      (.missing, "missing"), (.notApplicable, "not_applicable"),
    ]
    return words.filter { observation.status.contains($0.0) }.map { .string($0.1) }
  }

  /// The href of the indicator's page, at the part about the area.
  var url: String? {
    context.url(ofIndicator: observation.indicator, language: language).map {
      areaCode == "TH" ? $0 : $0 + "#" + IndicatorView.anchor(ofArea: areaCode)
    }
  }

  /// Whether this is the value that is shown for its area.
  var isShown: Bool {
    figures.shown(observation.indicator, observation.area)?.row == observation.row
  }
}

extension FigureView: TemplateObject {
  static let table = ObjectTable<FigureView>(
    "figure",
    [
      .init("id", .string, "the indicator") { .string($0.indicator.id) },
      .init("name", .string, "what is counted") { .string($0.name) },
      .init("text", .string, "number and unit") { figure in
        .string([figure.number, figure.unit].compactMap { $0 }.joined(separator: " "))
      },
      .init("number", .string, "the number alone") { .string($0.number) },
      .init("unit", .string, "the unit in the reader's language") { Value($0.unit) },
      .init("value", .string, "the number for machines") {
        .string($0.observation.value?.plain ?? "")
      },
      .init("anchor", .string, "an id for the figure on its page") { .string($0.anchor) },
      .init("as_of", .any, "the date that the value is true for") {
        Value(date: $0.observation.asOf)
      },
      .init("as_of_basis", .string, "stated, publication_date, inferred or unknown") {
        .string($0.observation.asOfBasis.rawValue)
      },
      .init("area", .record(RecordShape.area.type), "the area") { $0.area },
      .init("source", .record(RecordShape.source.type), "where the value comes from") { $0.source },
      .init("note", .string, "what else there is to know") { figure in
        Value(figure.observation.note?[figure.reader.tag])
      },
      .init("approximate", .bool, "whether the source says 'about'") {
        .bool($0.observation.isApproximate)
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
        .string($0.observation.rank.rawValue)
      },
      .init("rank_reason", .string, "why it has its rank") { figure in
        Value(figure.observation.rankReason?[figure.reader.tag])
      },
      .init(
        "remarks", .list(of: .string), "estimated, provisional, break, missing or not_applicable"
      ) { .list($0.remarks) },
      .init("page_number", .string, "the page of the source") { Value($0.observation.page) },
      .init("quote", .string, "the words of the source") { Value($0.observation.quote) },
      .init("recorded", .any, "when the value was entered") {
        Value(date: $0.observation.recorded)
      },
    ])
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
