import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let articles = PageKind(outputs: [.pages], fields: articleFields)
}

extension OutputFormat {
  fileprivate static let pages: OutputFormat = OutputFormat(
    name: "pages", summary: "A page for each article and language.",
    plan: { planner in
      // A collection's own page is its list.
      let listed = Set(
        planner.site.settings.collections.map(\.path) + planner.site.registers.map(\.settings.path))
      let pages = planner.site.entries.filter { !listed.contains($0.key) }.flatMap { entry in
        zip(planner.languages.ids, planner.languages).map { index, language in
          let page = entry.page(for: language.tag)
          return planner.job(
            planner.routes.path(of: entry, language), ArticlePage(article: entry), language: index,
            template: planner.site.template(for: entry, page),
            origin: .file(path: page.source.path))
        }
      }
      // The home page is there although nobody has written one: every page links to it.
      guard planner.site.entry("") == nil else { return pages }
      return planner.pages("", HomePage(), template: "home.html") + pages
    })
}

extension Site {
  /// The template of an article: its own wish, then its collection's, then the common one.
  fileprivate func template(for entry: Entry, _ page: Page) -> String {
    if let own = page.front.template { return own.value }
    if entry.key.isEmpty { return "home.html" }
    return settings.collection(containing: entry.key)?.template?.value ?? "page.html"
  }
}

/// The home page of a site that has written none.
private struct HomePage: Subject {
  var kind: String { "home" }

  func lead(of page: PageView) -> TitledText? { page.resolved(page.reader.settings.description) }
  func parents(of page: PageView) -> [Value]? { nil }

  var folder: String? { "" }
}

private let articleFields: [PageField] = [
  .init("previous", .object(PageView.self), "the page before in its list") { page in
    page.neighbours.previous.map { Value(page.beside($0)) } ?? .none
  },
  .init("next", .object(PageView.self), "the page after in its list") { page in
    page.neighbours.next.map { Value(page.beside($0)) } ?? .none
  },
  .init("related", .list(of: .object(PageView.self)), "pages on the same topics") { page in
    .list(
      page.entry.map { page.reader.related(to: $0, limit: 3) }?.map { Value(page.beside($0)) }
        ?? [])
  },
]

extension PageView {
  fileprivate var neighbours: (previous: Entry?, next: Entry?) {
    guard let article = (subject as? ArticlePage)?.article else { return (nil, nil) }
    return reader.neighbours(of: article)
  }
}
