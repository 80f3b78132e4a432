import SaanData
import SaanTemplate
import SaanText

/// The site's parts as template values, for one language.
extension SiteContext {
  /// A phrase of the theme with its `{names}` filled in; the key itself when there is none, which
  /// a check reports.
  ///
  /// - Parameter count: a number of things, which decides the form and is `{count}`.
  func phrase(
    _ phrase: Phrase, language: Int, _ names: [String: String] = [:], count: Int? = nil
  ) -> String {
    var names = names
    if let count { names["count"] = ExactNumber(count).text(.grouped) }
    return site.theme.phrases[languages[language].tag]?
      .text(phrase.rawValue, count: count, arguments: names) ?? phrase.rawValue
  }

  /// The href of an area's page, or of the page that stands in for it.
  func url(of area: Area, language: Int) -> String {
    places.urls[language][site.areas.position(of: area.code) ?? 0]
  }

  private func href(_ place: String, _ language: Int) -> String {
    plan.routes.href(plan.routes.path(place, languages[language]))
  }

  func areaValue(_ area: Area, language: Int) -> Value {
    RecordShape.area(
      .string(area.code), .string(area.name[languages[language].tag]), .string(area.slug),
      .string(url(of: area, language: language)))
  }

  /// An area by its position among those of the figures; several that have a value jointly have no
  /// page.
  func areaValue(ofFigures index: Int, language: Int) -> Value {
    let area = site.figures.areas.all[index]
    if let area = site.areas[area.code] { return areaValue(area, language: language) }
    guard area.areaClass == .together else { return .none }
    return RecordShape.area(
      .string(area.code), .string(area.name[languages[language].tag]), .string(""), .none)
  }

  /// The full names of the areas that a value belongs to jointly.
  ///
  /// - Parameter area: the one that is left out, for it says so itself.
  func names(of value: Observation, but area: Int? = nil, language: Int) -> [String] {
    (site.figures.areas.members[value.area] ?? []).filter { $0 != area }.map { index in
      let area = site.figures.areas.all[index]
      return site.areas.position(of: area.code).map { places.names[language][$0] }
        ?? area.name[languages[language].tag]
    }
  }

  /// The sources of what was added up, each once; of rows their table.
  func sources(of rollup: Rollup, language: Int) -> [Value] {
    if case .register(let table) = rollup.origin {
      return [source(ofTable: table, language: language)]
    }
    var seen = Set<Int>()
    return rollup.parts.map { site.figures.observations[$0].source }
      .filter { seen.insert($0).inserted }.map { sources[language][$0] }
  }

  /// A table as a source: its title, with the page of its register or of its open data.
  func source(ofTable name: String, language: Int) -> Value {
    let reader = languages[language]
    let register = site.registers.first { $0.table.name == name }
    let path = plan.routes.path(register.map { $0.settings.path + "/" } ?? "data/\(name)/", reader)
    return RecordShape.source(
      .string(name), .string(site.figures.title(ofTable: name, in: reader.tag)),
      .string(reader.tag.rawValue), .none,
      plan.publishes(path) ? .string(plan.routes.href(path)) : .none, .none, .none, .none, .none)
  }

  /// Areas by their positions.
  func areaViews(_ positions: [Int], language: Int) -> [Value] {
    positions.map {
      Value(AreaView(context: self, area: site.areas.all[$0], language: language))
    }
  }

  /// A term of any taxonomy, by its slug.
  func termValue(_ slug: String, language: Int) -> Value? {
    let tag = languages[language].tag
    for taxonomy in site.settings.taxonomies {
      guard let term = taxonomy.terms.first(where: { $0.slug == slug }) else { continue }
      return RecordShape.term(
        .string(slug), .string(term.title[tag]),
        .string(href("\(taxonomy.path)/\(slug)/", language)),
        .int(count(ofTopic: slug)))
    }
    return nil
  }

  func taxonomyLink(_ index: Int, language: Int) -> Value {
    let taxonomy = site.settings.taxonomies[index]
    return RecordShape.pageLink(
      .string(taxonomy.title[languages[language].tag]), .string(href(taxonomy.path + "/", language))
    )
  }

  /// A taxonomy with the terms that pages use, in the order of their names.
  func taxonomyValue(_ index: Int, language: Int) -> Value {
    let taxonomy = site.settings.taxonomies[index]
    let reader = languages[language]
    let used = taxonomy.terms.filter { count(ofTopic: $0.slug) > 0 }
    let terms = used.sorted(in: reader) { $0.title[reader.tag] }
      .compactMap { termValue($0.slug, language: language) }
    return RecordShape.taxonomy(
      .string(taxonomy.title[reader.tag]), .string(href(taxonomy.path + "/", language)),
      .list(terms))
  }

  func collectionLink(_ collection: Collection, language: Int) -> Value {
    let tag = languages[language].tag
    let own = site.entry(collection.path)?.page(for: tag).title
    return RecordShape.pageLink(
      .string(own ?? collection.title[tag]), .string(href(collection.path + "/", language)))
  }

  /// The value of a figure that is shown for an area; where no source gives one, the sum of what is
  /// inside the area.
  func figure(
    _ id: String, area: String? = nil, source: String? = nil, language: Int
  ) -> FigureView? {
    let code = area ?? "TH"
    if let value = site.figures.shown(id, area: code, source: source) {
      return FigureView(
        context: self, observation: value, isPicked: source != nil, language: language)
    }
    guard let indicator = site.figures.indicator(id), let area = site.figures.area(code)
    else { return nil }
    if let joint = site.figures.shownTogether(indicator, area, source: source) {
      return FigureView(
        context: self, observation: joint, isPicked: source != nil, language: language)
    }
    return source == nil ? computedFigure(indicator, area, language: language) : nil
  }

  /// The sum of what is inside an area; the value itself where several areas inside have one
  /// jointly and nothing else is there.
  func computedFigure(_ indicator: Int, _ area: Int, language: Int) -> FigureView? {
    if let joint = site.figures.onlyTogether(indicator, area) {
      return FigureView(context: self, observation: joint, isPicked: false, language: language)
    }
    return site.figures.rollup(indicator, area).map {
      FigureView(context: self, rollup: $0, of: indicator, in: area, language: language)
    }
  }
}

extension Statistics {
  /// What a table is called; its own name where nobody has given it a title.
  func title(ofTable name: String, in tag: Language.Tag) -> String {
    package.descriptor.resource(name)?.title.text(in: tag)?.text ?? name
  }
}

extension Rollup {
  /// From when to when its parts are, where the days differ.
  func window(in language: Language) -> String? {
    guard let oldest, let newest, oldest != newest else { return nil }
    return Prose(language, bindsNumbers: false).window(oldest, newest)
  }
}
