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

  /// The id of the figure on its page: unique for indicator, area and picked source.
  var anchor: String {
    var parts = ["figure", observation.indicator.value]
    if observation.area != "TH" { parts.append(observation.area) }
    if isPicked { parts.append(observation.source.value) }
    return String(parts.joined(separator: "-").map { $0 == "." || $0 == "_" ? "-" : $0 })
  }

  var number: String { observation.value.text(.grouped) }

  var unit: String? { observation.unit?[reader.tag].text(for: observation.value) }

  /// The values that disagree with this one: of the same indicator and area, for the same year or
  /// for one that is not known. Values of other years do not disagree, they are a series.
  var others: [FigureView] {
    context.site.figures.values(observation.indicator.value, area: observation.area)
      .filter { other in
        let years = (observation.asOf?.year, other.asOf?.year)
        let isSameTime = years.0 == nil || years.1 == nil || years.0 == years.1
        return isSameTime && other.value != observation.value && other.rank != .deprecated
      }
      .map { FigureView(context: context, observation: $0, isPicked: true, language: language) }
  }

  var source: Value {
    guard let source = context.site.figures.source(observation.source.value) else { return .none }
    let title = source.title.resolved(for: reader.tag)
    return RecordShape.source(
      .string(source.id), .string(title.value),
      .string((title.language ?? reader.tag).rawValue), .string(source.producer[reader.tag]),
      Value(source.url), Value(date: source.datePublished))
  }
}

extension FigureView: TemplateObject {
  static let table = ObjectTable<FigureView>(
    "figure",
    [
      .init("id", .string, "the indicator") { .string($0.observation.indicator.value) },
      .init("name", .string, "what is counted") { .string($0.observation.name[$0.reader.tag]) },
      .init("text", .string, "number and unit") { figure in
        .string([figure.number, figure.unit].compactMap { $0 }.joined(separator: " "))
      },
      .init("number", .string, "the number alone") { .string($0.number) },
      .init("unit", .string, "the unit in the reader's language") { Value($0.unit) },
      .init("value", .string, "the number for machines") { .string($0.observation.value.plain) },
      .init("anchor", .string, "an id for the figure on its page") { .string($0.anchor) },
      .init("as_of", .any, "the date that the value is true for") {
        Value(date: $0.observation.asOf)
      },
      .init("as_of_basis", .string, "stated, publication_date, inferred or unknown") {
        .string($0.observation.asOfBasis.rawValue)
      },
      .init("area", .record(RecordShape.area.type), "the area") { figure in
        figure.context.site.areas[figure.observation.area].map {
          figure.context.areaValue($0, language: figure.language)
        } ?? .none
      },
      .init("source", .record(RecordShape.source.type), "where the value comes from") { $0.source },
      .init("note", .string, "what else there is to know") { figure in
        Value(figure.observation.note?[figure.reader.tag])
      },
      .init("approximate", .bool, "whether the source says 'about'") {
        .bool($0.observation.isApproximate)
      },
      .init("disputed", .bool, "whether sources disagree") { .bool(!$0.others.isEmpty) },
      .init("others", .list(of: .object(FigureView.self)), "the values of other sources and dates")
      {
        .list($0.others.map { Value($0) })
      },
    ])
}
