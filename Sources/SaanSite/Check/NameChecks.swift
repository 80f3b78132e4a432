import SaanData
import SaanTemplate
import SaanText

extension Check {
  static let topics = Check(
    name: "topics", summary: "A page's topics are terms of the site's taxonomy."
  ) { site, _ in
    let known = site.settings.taxonomies.flatMap { $0.terms.map(\.slug) }
    let kind = Wording(en: "topic", th: "หัวข้อ")
    return site.unknownNames("unknown-topic", kind, known: known) { $0.topics ?? [] }
  }

  static let areas = Check(name: "areas", summary: "A page's areas are rows of the areas table.") {
    site, _ in
    let kind = Wording(en: "area", th: "พื้นที่")
    let named = site.entries.flatMap { $0.original.front.areas ?? [] }
    return named.filter { site.areas[$0.value] == nil }.map { area in
      .unknownName(
        "unknown-area", kind, area, among: site.areas.all.flatMap { [$0.code, $0.slug] })
    }
  }

  static let templates = Check(
    name: "templates", summary: "The template that a page or a collection asks for is in the theme."
  ) { site, _ in
    let known = site.theme.templateNames
    let kind = Wording(en: "template", th: "เทมเพลต")
    let ofPages = site.unknownNames("unknown-template", kind, known: known) {
      $0.template.map { [$0] } ?? []
    }
    let ofRegisters = site.settings.registers.flatMap { [$0.recordTemplate, $0.registerTemplate] }
    let ofCollections =
      (site.settings.collections.flatMap { [$0.template, $0.listTemplate] }.compactMap { $0 }
      + ofRegisters).filter { !known.contains($0.value) }
    return ofPages
      + ofCollections.map { .unknownName("unknown-template", kind, $0, among: known) }
  }

  static let shortcodes = Check(
    name: "shortcodes", summary: "A shortcode that an article calls is in the theme."
  ) { site, _ in
    let kind = Wording(en: "shortcode", th: "ชอร์ตโค้ด")
    return site.allCalls.filter { !site.theme.shortcodes.contains($0.name) }.map { call in
      .unknownName(
        "unknown-shortcode", kind, call.locatedName, among: site.theme.shortcodes.sorted())
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
    let named = site.allPages.flatMap { $0.page.front.figures ?? [] }
      .filter { site.figures.indicator($0.value) != nil }
    return inFrontMatter + inOptions + named.compactMap { checkFigure($0, in: site) }
      + site.allCalls.compactMap { call in
        guard call.name == "figure", let id = call.positional.first?.text else { return nil }
        return checkFigure(
          Located(id, at: call.nameSpan), area: call["area"]?.text ?? "TH",
          source: call["source"]?.text, in: site)
      }
  }
}

/// What is wrong with a figure that is named, where it has no value to show.
private func checkFigure(
  _ name: Located<String>, area: String = "TH", source: String? = nil, in site: Site
) -> Diagnostic? {
  let id = name.value
  if site.figures.shown(id, area: area, source: source) != nil { return nil }
  guard let indicator = site.figures.indicator(id) else {
    let kind = Wording(en: "figure", th: "ตัวเลข")
    return .unknownName(
      "unknown-figure", kind, name, among: site.figures.indicators.map(\.id))
  }
  if let area = site.figures.area(area) {
    if site.figures.shownTogether(indicator, area, source: source) != nil { return nil }
    if source == nil, site.figures.rollup(indicator, area) != nil { return nil }
  }
  let graph = site.figures.areas
  guard graph.index(area) != nil else {
    return .unknownArea(
      area, suggestion: graph.suggestion(for: area).map { graph.all[$0] }, codes: graph.codes,
      at: name.span.place)
  }
  let known = site.figures.areas(of: indicator).map { graph.all[$0] }.sorted { $0.code < $1.code }
  func list(_ tag: Language.Tag) -> String {
    known.prefix(12).map { "\($0.code) (\($0.name[tag]))" }.joined(separator: ", ")
      + (known.count > 12 ? ", …" : "")
  }
  return Diagnostic(
    .error, "no-figure-value",
    Wording(
      en: "the figure '\(id)' has no such value for the area '\(area)'",
      th: "ตัวเลข '\(id)' ไม่มีค่านี้สำหรับพื้นที่ '\(area)'"), at: name.span.place,
    hint: known.isEmpty
      ? Wording(
        en: "it has no values yet: add a row to the table 'observations'",
        th: "ยังไม่มีค่าเลย ให้เพิ่มแถวในตาราง 'observations'")
      : Wording(en: "it has values for \(list(.english))", th: "มีค่าสำหรับ \(list(.thai))"))
}

extension TemplateCall {
  fileprivate var locatedName: Located<String> { Located(name, at: nameSpan) }
}

extension Site {
  /// The calls of shortcodes in all articles that could be read.
  fileprivate var allCalls: [TemplateCall] {
    allPages.flatMap { $0.page.body.allCalls.compactMap(\.call) }
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
