import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let sources = PageKind(
    outputs: [.sources], fields: sourceFields,
    ownTemplates: ["source.html": Wording(en: "sources", th: "แหล่งข้อมูล")])
}

extension OutputFormat {
  fileprivate static let sources: OutputFormat = OutputFormat(
    name: "sources",
    summary: "The list of sources and a page for each, where the theme has templates for them.",
    plan: { planner in
      let sources = planner.site.figures.sources
      guard !sources.isEmpty, planner.hasTemplate("source.html"),
        planner.hasTemplate("sources.html")
      else { return [] }
      return planner.pages("sources/", SourcesPage(), template: "sources.html")
        + zip(sources.ids, sources).flatMap { id, source in
          planner.pages(
            source.place, SourcePage(id: id), template: "source.html",
            origin: planner.site.figures.package["sources"].map { $0[source.row].place })
        }
    })
}

/// The list of all sources.
private struct SourcesPage: Subject {
  var kind: String { "sources" }
  func source(in site: Site) -> Place? { site.place(ofTable: "sources") }
  func title(of page: PageView) -> TitledText? { page.phrase(.sourcesTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.sourcesSummary) }
}

/// A source with everything that was taken from it.
private struct SourcePage: Subject {
  let id: SourceID

  var kind: String { "source" }
  func source(in site: Site) -> Place? { site.place(ofTable: "sources") }
  func title(of page: PageView) -> TitledText? {
    page.resolved(page.reader.figures.sources[id].title)
  }
  func lead(of page: PageView) -> TitledText? {
    let count = page.reader.figures.values(ofSource: id).count
    guard count > 0 else { return page.phrase(.sourceUnused) }
    return (page.reader.phrase(.sourceSummary, count: count), page.reader.tag)
  }
  func parents(of page: PageView) -> [Value]? { [page.link(.sourcesTitle, to: "sources/")] }
  var showsValues: Bool { true }

  var foundAs: SearchKind? { .source }
  func searchNote(of page: PageView) -> String? { page.reader.phrase(.sourcesTitle) }
  func searchTexts(of page: PageView) -> [String] {
    SourceView(reader: page.reader, id: id).texts
  }
}

private let sourceFields: [PageField] = [
  .init("source_page", .object(SourceView.self), "the source of a source's page") { page in
    guard let source = page.subject as? SourcePage else { return .none }
    return Value(SourceView(reader: page.reader, id: source.id))
  },
  .init(
    "source_pages", .list(of: .object(SourceView.self)), "all sources, on the list of sources"
  ) { page in
    guard page.subject is SourcesPage else { return [] }
    return .list(
      page.reader.figures.sources.ids.map {
        Value(SourceView(reader: page.reader, id: $0))
      })
  },
]
