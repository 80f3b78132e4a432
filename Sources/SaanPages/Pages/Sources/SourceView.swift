import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A source with everything that was taken from it, as templates see it.
struct SourceView: Sendable {
  let reader: Reader
  let id: SourceID

  private var figures: FigureReader { reader.figures }
  private var source: FigureSource { figures.sources[id] }

  /// How many values of one indicator, and how many rows of one table, the page names: a page of
  /// thousands would be read by nobody.
  private static let valuesInFull = 24
  private static let rowsInFull = 12

  /// The values by indicator, in the order in which the table first names them.
  private var values: [(indicator: IndicatorID, values: [Observation])] {
    var order: [IndicatorID] = []
    var values: [IndicatorID: [Observation]] = [:]
    for value in figures.values(ofSource: id) {
      if values[value.indicator] == nil { order.append(value.indicator) }
      values[value.indicator, default: []].append(value)
    }
    return order.map { ($0, values[$0] ?? []) }
  }

  private var indicators: [Value] {
    values.map { indicator, all in
      Value(
        SourceFiguresRecord(
          name: figures.indicators[indicator].name[reader.tag],
          url: reader.url(ofIndicator: indicator), count: all.count,
          values: all.prefix(Self.valuesInFull).map {
            Value(FigureView(reader: reader, observation: $0, isPicked: true))
          }))
    }
  }

  /// What its page says beside its title, by which search finds it.
  var texts: [String] {
    let tag = reader.tag
    let own = [
      source.producer[tag], source.note?[tag], source.citation?[tag],
      licence?.title(in: tag) ?? source.license,
    ]
    let stated = values.flatMap { indicator, all in
      [figures.indicators[indicator].name[tag]]
        + all.prefix(Self.valuesInFull).flatMap { value -> [String] in
          let view = FigureView(reader: reader, observation: value, isPicked: true)
          let words = [
            value.value == nil ? nil : view.text, view.together, value.quote ?? value.valueText,
            value.note?[tag],
          ]
          return words.compactMap { $0 }
        }
    }
    return own.compactMap { $0 } + stated
  }

  /// The rows of other tables that name it, table by table.
  private var tables: [Value] {
    figures.rows(namingSource: id).map { name, rows in
      let title = figures.title(ofTable: name)?.spoken(for: reader.tag)
      let table = reader.table(name)?.whole
      let named = rows.prefix(Self.rowsInFull).compactMap { row in
        table.flatMap { $0[row].string("name", in: reader.tag) }
      }
      return Value(
        SourceTableRecord(
          title: title?.text ?? name, titleLanguage: (title?.language ?? .english).rawValue,
          url: reader.page(ofTable: name), count: rows.count,
          rows: named.map { name in
            Value(
              SourceRowRecord(
                title: name.text, titleLanguage: name.language.rawValue))
          }))
    }
  }

  /// The disagreements in which one of its values stands against another, where the theme has words
  /// for these.
  private var disagreements: [Value] {
    guard reader.publishes(reader.path("figures/disagreements/", reader.language)) else {
      return []
    }
    return figures.disagreements.filter { found in
      found.shown.source == id || found.others.contains { $0.source == id }
    }.map { Value(DisagreementView(reader: reader, disagreement: $0)) }
  }

  /// The licence by its code where it is one of Creative Commons, else in the source's own words.
  private var licence: Licence? { source.license.flatMap { Licence(code: $0) } }

  /// What search engines may know of it, as schema.org's `CreativeWork`.
  private var document: JSONDocument {
    let source = source
    let place = reader.reference(reader.path(source.place, reader.language))
    return .members([
      "@context": "https://schema.org", "@type": "CreativeWork",
      "@id": .text(place + "#source"),
      "name": .text(source.title[reader.tag]),
      "creator": .members([
        "@type": "Organization", "name": .text(source.producer[reader.tag]),
      ]),
      "url": JSONDocument(source.url), "archivedAt": JSONDocument(source.archivedURL),
      "datePublished": JSONDocument(source.datePublished?.iso),
      "license": JSONDocument(licence?.url(in: reader.tag) ?? source.license),
    ])
  }
}

extension SourceView: TemplateObject {
  static let table = ObjectTable<SourceView>(
    "page of a source",
    [
      .init("source", .record(SourceRecord.self), "the source as figures name it") {
        $0.reader.source($0.id)
      },
      .init("released", .any, "the day of the newest release that has one of its values") { view in
        let days = view.figures.values(ofSource: view.id).compactMap { view.reader.release(of: $0) }
        return Value(date: days.max())
      },
      .init("licence", .string, "the terms under which it may be used, where it states any") {
        view in Value(view.licence?.title(in: view.reader.tag) ?? view.source.license)
      },
      .init("licence_url", .string, "where these terms are, if it is known") { view in
        Value(view.licence?.url(in: view.reader.tag))
      },
      .init("citation", .string, "how it asks to be cited") { view in
        Value(view.source.citation?[view.reader.tag])
      },
      .init("figures_count", .number, "how many values come from it") { view in
        .int(view.figures.values(ofSource: view.id).count)
      },
      .init(
        "indicators", .list(of: .record(SourceFiguresRecord.self)),
        "the values that come from it, by indicator"
      ) { .list($0.indicators) },
      .init(
        "tables", .list(of: .record(SourceTableRecord.self)),
        "the rows of other tables that name it"
      ) { .list($0.tables) },
      .init(
        "disagreements", .list(of: .object(DisagreementView.self)),
        "the disagreements in which it stands against other sources"
      ) { .list($0.disagreements) },
      .init("json_ld", .html, "its description for search engines") {
        .html(HTML(trusted: $0.document.scriptText))
      },
    ])
}

/// The values of an indicator that come from one source; the first of many.
struct SourceFiguresRecord: TemplateRecord {
  let name: String
  let url: String?
  let count: Int
  let values: [Value]

  static let table = ObjectTable<SourceFiguresRecord>(
    "figures of a source",
    [
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { Value($0.url) },
      .init("count", .number) { .int($0.count) },
      .init("values", .list(of: .object(FigureView.self))) { .list($0.values) },
    ])
}

/// The rows of a table that name a source; the first of many.
struct SourceTableRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let url: String?
  let count: Int
  let rows: [Value]

  static let table = ObjectTable<SourceTableRecord>(
    "table of a source",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("url", .string) { Value($0.url) },
      .init("count", .number) { .int($0.count) },
      .init("rows", .list(of: .record(SourceRowRecord.self))) { .list($0.rows) },
    ])
}

/// A row that names a source.
struct SourceRowRecord: TemplateRecord {
  let title: String
  let titleLanguage: String

  static let table = ObjectTable<SourceRowRecord>(
    "row of a source",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
    ])
}
