import SaanData
import SaanTemplate
import SaanText

/// An indicator with everything that is known of it, as templates see it.
struct IndicatorView: Sendable {
  let context: SiteContext
  /// The indicator's position among the figures.
  let index: Int
  let language: Int

  var figures: Statistics { context.site.figures }
  var indicator: Indicator { figures.indicators[index] }
  var reader: Language { context.languages[language] }
  private var routes: Routes { context.plan.routes }

  /// The last part of an indicator's address: `funds-members` for `funds.members`.
  static func slug(_ id: String) -> String {
    String(id.map { $0 == "." || $0 == "_" ? "-" : $0 })
  }

  /// The id of the part of the page that is about an area.
  static func anchor(ofArea code: String) -> String { "area-" + slug(code) }

  var slug: String { Self.slug(indicator.id) }

  /// The areas in the order in which the page shows them: those with published values as the table
  /// has them, then those that only a roll-up knows and that are as wide as the country.
  var cells: [FigureCellView] {
    var areas = figures.areas(of: index)
    if let country = figures.area("TH"), !areas.contains(country),
      figures.rollup(index, country) != nil
    {
      areas.insert(country, at: 0)
    }
    return areas.compactMap { area in
      figures.figure(index, area).map {
        FigureCellView(context: context, figure: $0, language: language)
      }
    }
  }

  /// The areas that are told in full, with chart and every value, and those that a table names with
  /// the value that is shown: a page of a hundred areas would be read by nobody on a phone.
  private var cellsByDetail: (full: [FigureCellView], short: [FigureCellView]) {
    let all = cells
    guard all.count > 1 else { return (all, []) }
    let rich = all.filter { $0.figure.values.count > 1 || $0.figure.rollup != nil }
    let full = rich.prefix(Self.areasInFull)
    let codes = Set(full.map(\.figure.area))
    return (Array(full), all.filter { !codes.contains($0.figure.area) })
  }

  /// How many areas are told in full, and how many citing pages are named.
  private static let areasInFull = 4
  private static let citingPages = 20

  /// The value that the indicator is known by: the country's, else that of the first area, else
  /// what adds up to the country's.
  var shown: FigureView? {
    let areas = figures.areas(of: index)
    let country = figures.area("TH")
    let known = country.flatMap { areas.contains($0) ? $0 : nil } ?? areas.first
    guard let area = known else {
      return country.flatMap { context.computedFigure(index, $0, language: language) }
    }
    return figures.shown(index, area).map {
      FigureView(context: context, observation: $0, isPicked: false, language: language)
    }
  }

  var isDisputed: Bool {
    figures.areas(of: index).contains { figures.disagreement(index, $0) != nil }
  }

  /// The sources that give values, each once.
  var sources: [FigureSource] {
    var seen = Set<Int>()
    return figures.areas(of: index).flatMap { figures.values(index, $0) }
      .filter { seen.insert($0.source).inserted }.map { figures.sources[$0.source] }
  }

  func href(_ file: String) -> Value {
    let path = "/figures/\(slug).\(file)"
    return context.plan.publishes(path) ? .string(routes.href(path)) : .none
  }

  /// How to cite the figure, in each of the site's languages.
  var citations: [Value] {
    context.languages.indices.map { other in
      let view = IndicatorView(context: context, index: index, language: other)
      return RecordShape.citation(
        .string(context.languages[other].tag.rawValue), .string(view.citation))
    }
  }

  /// The figure, its date, its source and where it was read, in the view's own language.
  var citation: String {
    let tag = reader.tag
    var parts: [String] = []
    if let shown {
      let date = shown.asOf.map { date in
        let phrase: Phrase =
          date.precision == .year
          ? .asOfYear
          : shown.observation?.asOfBasis == .publicationDate ? .asOfPublished : .asOf
        return context.phrase(phrase, language: language, ["date": date.text(in: reader)])
      }
      let facts = [shown.coverage, date].compactMap { $0 }.joined(separator: "; ")
      parts.append("\(shown.name): \(shown.text)" + (facts.isEmpty ? "" : " (\(facts))"))
      if let source = shown.observation.map({ figures.sources[$0.source] }) {
        let title = source.title[tag]
        let producer = source.producer[tag]
        parts.append(
          context.phrase(.source, language: language) + " "
            + (title == producer ? title : Prose(reader).credit(title, to: producer)))
      } else {
        parts.append(context.phrase(.computedValue, language: language))
      }
    } else {
      parts.append(indicator.name[tag])
    }
    parts.append(context.site.settings.title[tag])
    if let url = context.address(ofPage: "figures/\(slug)/", reader) { parts.append(url) }
    return parts.joined(separator: ". ")
  }
}

extension IndicatorView: TemplateObject {
  static let table = ObjectTable<IndicatorView>(
    "indicator",
    [
      .init("id", .string, "its id") { .string($0.indicator.id) },
      .init("slug", .string, "the last part of its address") { .string($0.slug) },
      .init("url", .string, "the href of its page") { view in
        Value(view.context.url(ofIndicator: view.index, language: view.language))
      },
      .init("name", .string, "what is counted") { .string($0.indicator.name[$0.reader.tag]) },
      .init("description", .string, "what counts and what does not") { view in
        Value(view.indicator.summary?[view.reader.tag])
      },
      .init("unit", .string, "the unit for many") { view in
        Value(view.indicator.unit?[view.reader.tag].other)
      },
      .init("kind", .string, "count, sum, ratio or percentage") {
        .string($0.indicator.kind.rawValue)
      },
      .init("cumulative", .bool, "whether it counts everything since the beginning") {
        .bool($0.indicator.isCumulative)
      },
      .init("universe", .string, "what it is a part of") { view in
        Value(view.indicator.universe?[view.reader.tag])
      },
      .init("topic", .record(RecordShape.term.type), "its topic") { view in
        view.indicator.topic.flatMap { view.context.termValue($0, language: view.language) }
          ?? .none
      },
      .init("shown", .object(FigureView.self), "the country's value, else the first area's") {
        $0.shown.map { Value($0) } ?? .none
      },
      .init("disputed", .bool, "whether sources disagree about any area") { .bool($0.isDisputed) },
      .init("sources", .list(of: .string), "the titles of the sources that give values") { view in
        .list(view.sources.map { .string($0.title[view.reader.tag]) })
      },
      .init("areas", .list(of: .object(FigureCellView.self)), "the values area by area") {
        .list($0.cells.map { Value($0) })
      },
      .init(
        "areas_in_full", .list(of: .object(FigureCellView.self)),
        "the first areas that have several values or a sum"
      ) { .list($0.cellsByDetail.full.map { Value($0) }) },
      .init(
        "areas_in_short", .list(of: .object(FigureCellView.self)), "the other areas"
      ) { .list($0.cellsByDetail.short.map { Value($0) }) },
      .init(
        "cited_by", .list(of: .record(RecordShape.citingPage.type)),
        "the newest pages that show the figure, with their sentences"
      ) { view in
        .list(
          view.context.citingPages(of: view.index, language: view.language, limit: Self.citingPages)
        )
      },
      .init("cited_by_count", .number, "how many pages show the figure") { view in
        .int(view.context.citations[view.language][view.index, default: []].count)
      },
      .init("csv_url", .string, "the href of its values as CSV") { $0.href("csv") },
      .init("json_url", .string, "the href of its values as JSON") { $0.href("json") },
      .init(
        "citations", .list(of: .record(RecordShape.citation.type)),
        "how to cite it, in each language"
      ) { .list($0.citations) },
    ])
}

extension SiteContext {
  /// The href of an indicator's page, where it is published.
  func url(ofIndicator index: Int, language: Int) -> String? {
    let slug = IndicatorView.slug(site.figures.indicators[index].id)
    let path = plan.routes.path("figures/\(slug)/", languages[language])
    return plan.publishes(path) ? plan.routes.href(path) : nil
  }

  /// The indicators by topic, in the order of the taxonomy; those without a topic come last.
  func indicatorGroups(language: Int) -> [Value] {
    let all = site.figures.indicators
    let terms = site.settings.taxonomies.flatMap(\.terms)
    var groups: [Value] = []
    func add(_ title: String, _ slug: String, _ indices: [Int]) {
      let items = indices.filter { site.figures.isKnown($0) }.map {
        Value(IndicatorView(context: self, index: $0, language: language))
      }
      guard !items.isEmpty else { return }
      groups.append(RecordShape.indicatorGroup(.string(title), .string(slug), .list(items)))
    }
    for term in terms {
      add(term.title[languages[language].tag], term.slug, site.figures.indicators(topic: term.slug))
    }
    let known = Set(terms.map(\.slug))
    let rest = all.indices.filter { !known.contains(all[$0].topic ?? "") }
    add(phrase(.otherFigures, language: language), "other", Array(rest))
    return groups
  }
}
