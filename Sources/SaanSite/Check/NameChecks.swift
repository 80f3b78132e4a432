import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let topics = Check(
    name: "topics", summary: "A page's topics are terms of the site's taxonomy."
  ) { site, _ in
    let terms = site.settings.taxonomies.flatMap(\.terms)
    let known = Set(terms.map(\.slug))
    let kind = Wording(en: "topic", th: "หัวข้อ")
    let named = site.entries.map { $0.original.front.topics ?? [] }
    let unknown = named.flatMap { $0 }.filter { !known.contains($0.value) }
    return unknown.map { .unknownTopic(kind, $0, among: terms) }
      + named.flatMap { twice("topics", $0) { $0.value } }
  }

  static let areas = Check(name: "areas", summary: "A page's areas are rows of the areas table.") {
    site, _ in
    let kind = Wording(en: "area", th: "พื้นที่")
    let named = site.entries.map { $0.original.front.areas ?? [] }
    let unknown = named.flatMap { $0 }.filter { site.areas[$0.value] == nil }
    let found = unknown.map { area -> Diagnostic in
      if site.areas.described.isEmpty { return .noAreasTable(area) }
      let near = site.areas.suggestion(for: area.value)
      if near != nil || site.areas.namesake(of: area.value) != nil {
        return .unknownArea(area.value, in: site.areas, suggestion: near, at: area.span.place)
      }
      return .unknownName(
        "unknown-area", kind, area, among: site.areas.described.flatMap { [$0.code, $0.slug] })
    }
    return found + named.flatMap { twice("areas", $0) { site.areas[$0.value]?.code } }
  }

  static let templates = Check(
    name: "templates", summary: "The template that a page or a collection asks for is in the theme."
  ) { site, _ in
    let known = site.theme.templateNames
    let kind = Wording(en: "template", th: "แม่แบบ")
    let ofPages = site.unknownNames("unknown-template", kind, known: known) {
      $0.template.map { [$0] } ?? []
    }
    let ofRegisters = site.settings.registers.flatMap { [$0.recordTemplate, $0.registerTemplate] }
    let ofCollections =
      (site.settings.collections.flatMap { [$0.template, $0.listTemplate] }.compactMap { $0 }
      + ofRegisters).filter { !known.contains($0.value) }
    return ofPages + site.templatesOfOtherKinds() + site.templatesWithoutText()
      + ofCollections.map { .unknownName("unknown-template", kind, $0, among: known) }
  }

  static let shortcodes = Check(
    name: "shortcodes",
    summary: "A shortcode that an article calls is in the theme, and takes what it is given."
  ) { site, _ in
    site.allCalls.flatMap { call -> [Diagnostic] in
      guard site.theme.shortcodes.contains(call.name) else {
        return [.unknownShortcode(call, among: site.theme.shortcodes)]
      }
      return site.theme.templates.mistakes(in: call, of: "shortcodes/\(call.name).html")
    }
  }

  static let figures = Check(
    name: "figures", summary: "A figure that a page or an option of the theme names has values."
  ) { site, _ in
    let kind = Wording(en: "figure", th: "ตัวเลข")
    let inFrontMatter = site.unknownNames(
      "unknown-figure", kind, known: site.figures.indicators.map(\.id)
    ) { $0.figures ?? [] }
    let inOptions = site.theme.options.compactMap { option -> Diagnostic? in
      guard option.kind == .figure, let id = option.value.text, !id.isEmpty,
        site.figures.indicator(id) == nil
      else { return nil }
      return .unknownName(
        "unknown-figure", kind, Located(id, at: option.value.span),
        among: site.figures.indicators.map(\.id))
    }
    let named = site.entries.map { $0.original.front.figures ?? [] }
    return inFrontMatter + inOptions
      + site.allCalls.compactMap { checkFigure($0, in: site.figures) }
      + named.flatMap { twice("figures", $0) { $0.value } }
      + named.flatMap { $0 }.compactMap { checkCountry($0, in: site) }
  }
}

/// Names in a list of the front matter that mean what another before them means.
func twice(
  _ key: String, _ names: [Located<String>], _ meaning: (Located<String>) -> String?
) -> [Diagnostic] {
  guard names.count > 1 else { return [] }
  var first: [String: Located<String>] = [:]
  return names.compactMap { name in
    guard let meant = meaning(name) else { return nil }
    guard let other = first[meant] else {
      first[meant] = name
      return nil
    }
    return .namedTwice(key, name, other)
  }
}

/// A figure under `figures` is the country's, and there must be one.
private func checkCountry(_ figure: Located<String>, in site: Site) -> Diagnostic? {
  guard let indicator = site.figures.indicator(figure.value),
    site.figures.shown(figure.value, area: "TH") == nil,
    site.figures.area("TH").flatMap({ site.figures.rollup(indicator, $0) }) == nil
  else { return nil }
  let places = site.figures.places(of: indicator)
  return .noFigureValue(
    figure.value, of: site.figures.areas.all.first { $0.code == "TH" }?.code ?? "TH",
    known: places, isCall: false, at: figure.span.place)
}

/// What is wrong with the call of a figure.
func checkFigure(_ call: TemplateCall, in figures: Statistics) -> Diagnostic? {
  guard call.isFigure else { return nil }
  guard let id = call.positional.first?.text else {
    return .figureWithoutID(call, example: figures.indicators.first?.id)
  }
  if let wrong = wrongArgument(of: call) { return wrong }
  let area = call["area"]?.text ?? "TH"
  let source = call["source"]?.text
  if let shown = figures.shown(id, area: area, source: source) {
    return shown.value == nil && shown.valueText == nil
      ? .figureWithoutNumber(shown, id, of: area, at: call.nameSpan.place) : nil
  }
  guard let indicator = figures.indicator(id) else {
    let kind = Wording(en: "figure", th: "ตัวเลข")
    return .unknownName(
      "unknown-figure", kind, Located(id, at: call.nameSpan),
      among: figures.indicators.map(\.id))
  }
  if let source, figures.source(source) == nil {
    return .unknownName(
      "unknown-source", Wording(en: "source", th: "แหล่งข้อมูล"),
      Located(source, at: call.span(of: "source") ?? call.nameSpan),
      among: figures.sources.map(\.id))
  }
  if let area = figures.area(area) {
    let picked = source.flatMap { figures.source($0) }
    if figures.shownTogether(indicator, area, source: picked) != nil { return nil }
    if source == nil, figures.rollup(indicator, area) != nil { return nil }
  }
  let areas = figures.areas
  guard areas.index(area) != nil || areas.listed(area) != nil else {
    return .unknownArea(
      area, in: areas, suggestion: areas.suggestion(for: area), at: call.nameSpan.place)
  }
  return .noFigureValue(
    id, of: area, known: figures.places(of: indicator), isCall: true,
    why: source == nil ? figures.area(area).flatMap { figures.whyNone(indicator, $0) } : nil,
    at: call.nameSpan.place)
}

/// An argument of a figure's call that is of another kind than it takes.
private func wrongArgument(of call: TemplateCall) -> Diagnostic? {
  for name in ["area", "source"] {
    guard let value = call[name], value.text == nil, !value.isNone else { continue }
    return .figureArgument(
      name, value, of: call, Wording(en: "a text", th: "ข้อความ"),
      like: "\(name)=\"\(value.description)\"")
  }
  guard let unit = call["unit"], unit.text != nil else { return nil }
  return .figureArgument(
    "unit", unit, of: call, Wording(en: "true or false", th: "true หรือ false"), like: "unit=false")
}

extension Statistics {
  /// The areas that an indicator has something to show for: published, shared, added up or counted.
  fileprivate func places(of indicator: IndicatorID) -> [Area] {
    areas.all.filter {
      shown(indicator, $0.id) != nil || rollup(indicator, $0.id) != nil
        || shownTogether(indicator, $0.id) != nil
    }.sorted { $0.code < $1.code }
  }
}

extension TemplateCall {
  /// Whether it calls the theme's shortcode for a figure in a line.
  ///
  /// What is wrong in its arguments is seen before anything is made, in those of others when they
  /// are.
  var isFigure: Bool { name == "figure" }

}

extension Diagnostic {
  /// A call of a shortcode that the theme does not have.
  static func unknownShortcode(_ call: TemplateCall, among known: Set<String>) -> Diagnostic {
    .unknownName(
      "unknown-shortcode", Wording(en: "shortcode", th: "ชอร์ตโค้ด"),
      Located(call.name, at: call.nameSpan), among: known.sorted())
  }
}

extension Site {
  /// The calls of shortcodes in all articles that could be read.
  fileprivate var allCalls: [TemplateCall] {
    allPages.flatMap { $0.page.body.allCalls.compactMap(\.call) }
  }

  /// Articles that ask for a template which only another kind of page can fill.
  fileprivate func templatesOfOtherKinds() -> [Diagnostic] {
    allPages.compactMap { $0.page.front.template }.compactMap { template in
      PageKind.all.lazy.compactMap { $0.ownTemplates[template.value] }.first
        .map { .templateOfOtherKind(template, $0) }
    }
  }

  /// Articles with a text that ask for a template which shows none.
  fileprivate func templatesWithoutText() -> [Diagnostic] {
    let (known, templates) = (Set(theme.templateNames), theme.templates)
    var seen: Set<SourceSpan> = []
    return allPages.compactMap { page in
      guard let template = page.page.front.template, known.contains(template.value),
        !PageKind.all.contains(where: { $0.ownTemplates[template.value] != nil }),
        !templates.reads("content", in: template.value),
        page.page.body.plainText.contains(where: { !$0.isWhitespace }),
        seen.insert(template.span).inserted
      else { return nil }
      return .templateWithoutText(template)
    }
  }

  /// The names in the front matter of original pages that are not among the known ones.
  fileprivate func unknownNames(
    _ code: String, _ kind: Wording, known: [String], in names: (FrontMatter) -> [Located<String>]
  ) -> [Diagnostic] {
    let all = Set(known)
    return allPages.flatMap { names($0.page.front) }.filter { !all.contains($0.value) }.map {
      .unknownName(code, kind, $0, among: known)
    }
  }
}
