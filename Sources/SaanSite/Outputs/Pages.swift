import SaanData
import SaanText

extension OutputFormat {
  static let pages: OutputFormat = OutputFormat(
    name: "pages", summary: "A page for each article and language.",
    plan: { planner in
      // A collection's own page is its list.
      let listed = Set(
        planner.site.settings.collections.map(\.path) + planner.site.registers.map(\.settings.path))
      let home = planner.languages.enumerated().map { index, language in
        planner.job(
          planner.routes.path("", language), .home, .pages, language: index, template: "home.html")
      }
      // The home page is there although nobody has written one: every page links to it.
      let pages = planner.site.entries.filter { !listed.contains($0.key) }.flatMap { entry in
        planner.languages.enumerated().map { index, language in
          let page = entry.page(for: language.tag)
          return planner.job(
            planner.routes.path(of: entry, language), .page(entry), .pages, language: index,
            template: planner.site.template(for: entry, page),
            origin: .file(path: page.source.path))
        }
      }
      return planner.site.entry("") == nil ? home + pages : pages
    }, render: renderTemplate)

  static let specialPages: OutputFormat = OutputFormat(
    name: "special pages", summary: "The choice of language at the root, and the page not found.",
    plan: { planner in
      [
        planner.job(
          "/", .languageChoice, .specialPages, template: "language-choice.html"),
        planner.job("/404.html", .notFound, .specialPages, template: "404.html"),
      ]
    }, render: renderTemplate)
}

extension Site {
  /// The template of an article: its own wish, then its collection's, then the common one.
  fileprivate func template(for entry: Entry, _ page: Page) -> String {
    if let own = page.front.template { return own.value }
    if entry.key.isEmpty { return "home.html" }
    return settings.collection(containing: entry.key)?.template?.value ?? "page.html"
  }
}
