import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// An indicator with everything that is known of it, as templates see it.
///
/// Every statement of a figure leads here, so that nothing is left out: values that are not shown,
/// sources that disagree, pages that cite it. What would be too long for a phone is told in short.
struct IndicatorView: Sendable {
  let reader: Reader
  /// The indicator's position among the figures.
  let index: IndicatorID

  var figures: FigureReader { reader.figures }
  var indicator: Indicator { figures.indicators[index] }

  var slug: String { indicator.slug }

  /// The areas in the order in which the page shows them: first the country, where it has a value
  /// of its own or one is added up, then those with published values as the table has them, and
  /// those that a ratio is worked out for.
  var cells: [FigureCellView] {
    var areas = figures.areas(of: index)
    let published = Set(areas)
    areas += figures.areas(ofRatio: index).filter { !published.contains($0) }
    if let country = figures.area("TH") {
      let isSummed =
        (figures.rollup(index, country) != nil || !figures.unadded(index, country).isEmpty)
        && figures.onlyTogether(index, country) == nil
      let isPublished = areas.contains(country)
      areas.removeAll { $0 == country }
      if isPublished || isSummed { areas.insert(country, at: 0) }
    }
    return areas.compactMap { area in
      figures.figure(index, area).map {
        FigureCellView(reader: reader, figure: $0)
      }
    }
  }

  /// The areas that are told in full, with chart and every value, and those that a table names with
  /// the value that is shown: a page of a hundred areas would be read by nobody on a phone.
  var cellsByDetail: (full: [FigureCellView], short: [FigureCellView]) {
    let all = cells
    guard all.count > 1 else { return (all, []) }
    let isCompared = compared != nil
    let rich = all.filter { cell in
      let figure = cell.figure
      let isCountry = figures.areas.all[figure.area].areaClass == .country
      if isCompared || isCountry { return isCountry }
      // An area of which nothing but deprecated values is known has no number for a table.
      return figure.values.count > 1 || figure.rollup != nil || !figure.unadded.isEmpty
        || figure.shown == nil
    }
    let full = rich.prefix(Self.areasInFull)
    let codes = Set(full.map(\.figure.area))
    return (Array(full), all.filter { !codes.contains($0.figure.area) })
  }

  /// How many areas are told in full, and how many citing pages are named.
  private static let areasInFull = 4
  private static let citingPages = 20

  /// The areas that a map or a ranking says something of, as `chart` and `map` name them.
  var compared: String? { figures.comparedAreas(of: index) }

  /// The value that the indicator is known by: the one that its page leads with.
  var shown: FigureView? {
    let (full, short) = cellsByDetail
    guard let area = (full + short).first(where: \.hasValue)?.figure.area else { return nil }
    guard let value = figures.shown(index, area), value.value != nil else {
      return reader.computedFigure(index, area)
    }
    return FigureView(reader: reader, observation: value, isPicked: false)
  }

  /// The areas that it can have values for, in words; none where these are all.
  var scopeText: String? {
    let prose = Prose(reader.language)
    switch indicator.scope.kind {
    case .everywhere: return nil
    case .areas(let kind): return prose.noun(kind).other
    case .division(let name), .organisation(let name):
      return figures.organisations.first { $0.id == name }?.name[reader.tag] ?? name
    case .list:
      let areas = indicator.scope.named(in: figures.areas) ?? []
      return prose.places(areas.map { figures.areas.all[$0].name[reader.tag] })
    }
  }

  var isDisputed: Bool {
    figures.areas(of: index).contains { figures.disagreement(index, $0) != nil }
  }

  /// The sources that give values, each once.
  var sources: [FigureSource] {
    var seen = Set<SourceID>()
    return figures.areas(of: index).flatMap { figures.values(index, $0) }
      .filter { seen.insert($0.source).inserted }.map { figures.sources[$0.source] }
  }

  func href(_ file: String) -> Value {
    let path = "/figures/\(slug).\(file)"
    return reader.publishes(path) ? .string(reader.href(path)) : .none
  }

  /// How to cite the figure, in each of the site's languages.
  var citations: [Value] {
    reader.languages.ids.map { other in
      let view = IndicatorView(reader: reader.reading(other), index: index)
      return Value(
        CitationRecord(language: reader.languages[other].tag.rawValue, text: view.citation))
    }
  }

  /// The figure, its date, its source and where it was read, in the view's own language.
  var citation: String {
    let tag = reader.tag
    var parts: [String] = []
    if let shown {
      let date = shown.asOf.map { date in
        let prose = Prose(reader.language, bindsNumbers: false)
        if shown.time?.basis == .published {
          return reader.phrase(.asOfPublished, ["date": prose.moment(date)])
        }
        if date.isSpan || date.precision == .month { return prose.asOf(date) }
        let phrase: Phrase = date.precision == .year ? .asOfYear : .asOf
        return reader.phrase(phrase, ["date": date.text(in: reader.language)])
      }
      let facts = [shown.together, shown.coverage, shown.window ?? date].compactMap { $0 }
        .joined(separator: "; ")
      let area = figures.areas.all[shown.areaIndex]
      let place = area.areaClass == .country || shown.together != nil ? nil : area.name[tag]
      let name = Prose(reader.language).enumeration([shown.name, place].compactMap { $0 })
      parts.append("\(name): \(shown.text)" + (facts.isEmpty ? "" : " (\(facts))"))
      if let source = shown.observation.map({ figures.sources[$0.source] }) {
        let title = source.title[tag]
        let producer = source.producer[tag]
        parts.append(
          reader.phrase(.source) + " "
            + (title == producer ? title : Prose(reader.language).credit(title, to: producer)))
      } else {
        let origins = shown.origins.joined(separator: "; ")
        let computed = reader.phrase(.computedValue)
        parts.append(origins.isEmpty ? computed : "\(computed) (\(origins))")
      }
    } else {
      parts.append(indicator.name[tag])
    }
    parts.append(reader.settings.title[tag])
    if let url = reader.address(ofPage: "figures/\(slug)/", reader.language) { parts.append(url) }
    return parts.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ")
  }
}

extension IndicatorView: TemplateObject {
  static let table = ObjectTable<IndicatorView>(
    "indicator",
    [
      .init("id", .string, "its id") { .string($0.indicator.id) },
      .init("slug", .string, "the last part of its address") { .string($0.slug) },
      .init("url", .string, "the href of its page") { view in
        Value(view.reader.url(ofIndicator: view.index))
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
      .init("scope_text", .string, "the areas that it can have values for; none where it is all") {
        Value($0.scopeText)
      },
      .init("topic", .record(TermRecord.self), "its topic") { view in
        view.indicator.topic.flatMap { view.reader.termValue($0) }
          ?? .none
      },
      .init("shown", .object(FigureView.self), "the value that its page leads with") {
        $0.shown.map { Value($0) } ?? .none
      },
      .init("disputed", .bool, "whether sources disagree about any area") { .bool($0.isDisputed) },
      .init("sources", .list(of: .string), "the titles of the sources that give values") { view in
        .list(view.sources.map { .string($0.title[view.reader.tag]) })
      },
      .init(
        "compared_areas", .string,
        "the areas that a map or a ranking says something of: provinces, or a division's name"
      ) { Value($0.compared) },
      .init(
        "compared_codes", .list(of: .string), "the codes of those of these areas that have a value"
      ) { .list($0.figures.comparedCodes(of: $0.index).map { .string($0) }) },
      .init(
        "provinces_url", .string,
        "the href of its page among the provinces, with map and ranking; none where too few report"
      ) { Value($0.reader.url(ofMapOf: $0.index)) },
      .init("areas", .list(of: .object(FigureCellView.self)), "the values area by area") {
        .list($0.cells.map { Value($0) })
      },
      .init(
        "areas_in_full", .list(of: .object(FigureCellView.self)),
        "the country, and the first areas with several values or a sum unless areas are compared"
      ) { .list($0.cellsByDetail.full.map { Value($0) }) },
      .init(
        "areas_in_short", .list(of: .object(FigureCellView.self)), "the other areas"
      ) { .list($0.cellsByDetail.short.map { Value($0) }) },
      .init(
        "cited_by", .list(of: .record(CitingPageRecord.self)),
        "the newest pages that show the figure, with their sentences"
      ) { view in
        .list(
          view.reader.citingPages(of: view.index, limit: Self.citingPages)
        )
      },
      .init("cited_by_count", .number, "how many pages show the figure") { view in
        .int(view.reader.citations(of: view.index).count)
      },
      .init("csv_url", .string, "the href of its values as CSV") { $0.href("csv") },
      .init("json_url", .string, "the href of its values as JSON") { $0.href("json") },
      .init(
        "citations", .list(of: .record(CitationRecord.self)),
        "how to cite it, in each language"
      ) { .list($0.citations) },
    ])
}

extension Reader {
  /// The href of an indicator's page, where it is published.
  func url(ofIndicator index: IndicatorID) -> String? {
    let path = path("figures/\(figures.indicators[index].slug)/", language)
    return publishes(path) ? href(path) : nil
  }

  /// The href of an indicator's page among the provinces, where it is published.
  func url(ofMapOf index: IndicatorID) -> String? {
    let path = path(figures.indicators[index].mapPlace, language)
    return publishes(path) ? href(path) : nil
  }

  /// The href of an indicator's page at the part about an area.
  ///
  /// The page tells of the country and of the areas that sources give values for, not of what is
  /// only added up or counted there.
  func url(ofIndicator index: IndicatorID, _ area: AreaID) -> String? {
    let code = figures.areas.all[area].code
    return url(ofIndicator: index).map {
      code == "TH" || !figures.hasValues(index, area) ? $0 : $0 + "#" + anchor(ofArea: code)
    }
  }

  /// The indicators by topic, in the order of the taxonomy; those without a topic come last.
  var indicatorGroups: [Value] {
    let all = figures.indicators
    let terms = settings.taxonomies.flatMap(\.terms)
    var groups: [Value] = []
    func add(_ title: String, _ slug: String, _ ids: [IndicatorID]) {
      let items = ids.filter(figures.isKnown).map {
        Value(IndicatorView(reader: self, index: $0))
      }
      guard !items.isEmpty else { return }
      groups.append(Value(IndicatorGroupRecord(title: title, slug: slug, items: items)))
    }
    for term in terms { add(term.title[tag], term.slug, figures.indicators(topic: term.slug)) }
    let known = Set(terms.map(\.slug))
    let rest = all.ids.filter { !known.contains(all[$0].topic ?? "") }
    add(phrase(.otherFigures), "other", rest)
    return groups
  }
}

/// The indicators of a topic.
struct IndicatorGroupRecord: TemplateRecord {
  let title: String
  let slug: String
  let items: [Value]

  static let table = ObjectTable<IndicatorGroupRecord>(
    "indicator group",
    [
      .init("title", .string) { .string($0.title) },
      .init("slug", .string) { .string($0.slug) },
      .init("items", .list(of: .object(IndicatorView.self))) { .list($0.items) },
    ])
}
