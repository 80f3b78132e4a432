import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let figures = PageKind(
    outputs: [.figures, .figureTables, .figureRecords], fields: figureFields,
    ownTemplates: ["figure.html": Wording(en: "figures", th: "ตัวเลข")])
}

extension OutputFormat {
  fileprivate static let figures: OutputFormat = OutputFormat(
    name: "figures",
    summary: "The list of indicators and a page for each, where the theme has templates for them.",
    plan: { planner in
      let indicators = planner.shownIndicators
      guard !indicators.isEmpty else { return [] }
      return planner.pages("figures/", FiguresPage(), template: "figures.html")
        + indicators.flatMap { index in
          planner.pages(
            "figures/\(planner.slug(ofIndicator: index))/", FigurePage(index: index),
            template: "figure.html", origin: planner.site.figures.place(ofIndicator: index))
        }
    })

  fileprivate static let figureTables: OutputFormat = OutputFormat(
    name: "figures/*.csv", summary: "The values of each indicator as CSV.",
    plan: { $0.figureFiles(.csv) })

  fileprivate static let figureRecords: OutputFormat = OutputFormat(
    name: "figures/*.json", summary: "The values of each indicator as JSON, with their sources.",
    plan: { $0.figureFiles(.json) })
}

extension Planner {
  /// The indicators that have pages: those with values, in a theme that can show them.
  fileprivate var shownIndicators: [IndicatorID] {
    guard hasTemplate("figure.html"), hasTemplate("figures.html") else { return [] }
    return site.figures.indicators.ids.filter(site.figures.isKnown)
  }

  fileprivate func slug(ofIndicator index: IndicatorID) -> String {
    site.figures.indicators[index].slug
  }

  fileprivate func figureFiles(_ form: ValueFileForm) -> [Job] {
    shownIndicators.map { index in
      job(
        "/figures/\(slug(ofIndicator: index)).\(form.rawValue)",
        IndicatorFile(index: index, form: form))
    }
  }
}

extension Statistics {
  /// Where an indicator stands in its table.
  func place(ofIndicator index: IndicatorID) -> Place? {
    package["indicators"].map { $0[indicators[index].row].place }
  }
}

/// The list of all indicators.
private struct FiguresPage: Subject {
  var kind: String { "figures" }
  func source(in site: Site) -> Place? { site.place(ofTable: "indicators") }
  func title(of page: PageView) -> TitledText? { page.phrase(.figuresTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.figuresSummary) }
  var showsValues: Bool { true }
  var showsAllValues: Bool { true }
  func listedTimes(of page: PageView) -> [FigureTime?]? {
    let reader = page.reader
    return reader.figures.indicators.ids.filter(reader.figures.isKnown)
      .compactMap { IndicatorView(reader: reader, index: $0).shown }.map(\.time)
  }
}

/// An indicator with everything that is known of it.
private struct FigurePage: Subject {
  let index: IndicatorID

  var kind: String { "figure" }
  var indicator: IndicatorID? { index }
  func source(in site: Site) -> Place? { site.place(ofTable: "indicators") }
  func title(of page: PageView) -> TitledText? {
    page.resolved(page.reader.figures.indicators[index].name)
  }
  func lead(of page: PageView) -> TitledText? {
    page.reader.figures.indicators[index].summary.map(page.resolved)
  }
  func parents(of page: PageView) -> [Value]? { [page.link(.figuresTitle, to: "figures/")] }
  var showsValues: Bool { true }

  var foundAs: SearchKind? { .figure }
  func searchOrder(of page: PageView) -> Int? { index.position }
  func otherNames(of page: PageView) -> [String] {
    let name = page.reader.figures.indicators[index].name
    return page.reader.languages.map { name[$0.tag] }.filter { $0 != page.title }
      + view(page).numbers
  }
  func searchNote(of page: PageView) -> String? {
    [page.reader.phrase(.searchFigures), view(page).shown?.text].compactMap { $0 }
      .joined(separator: " · ")
  }
  func searchTexts(of page: PageView) -> [String] { view(page).texts }

  private func view(_ page: PageView) -> IndicatorView {
    IndicatorView(reader: page.reader, index: index)
  }
}

private let figureFields: [PageField] = [
  .init(
    "indicator", .object(IndicatorView.self),
    "the indicator of a figure's page, and of its page among the provinces"
  ) { page in
    page.subject.indicator.map { Value(IndicatorView(reader: page.reader, index: $0)) } ?? .none
  },
  .init(
    "indicator_groups", .list(of: .record(IndicatorGroupRecord.self)),
    "all indicators by topic, on the list of figures"
  ) { page in
    page.subject is FiguresPage
      ? .list(page.reader.indicatorGroups) : []
  },
]
