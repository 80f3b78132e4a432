import SaanData
import SaanText

extension OutputFormat {
  static let lists: OutputFormat = OutputFormat(
    name: "lists", summary: "The pages of each collection and of each topic that is used.",
    plan: { planner in
      let lists = planner.listings.flatMap { listing in
        planner.languages.indices.flatMap { language in
          (1...listing.pageCount(language)).map { number in
            planner.listJob(listing, page: number, language: language)
          }
        }
      }
      let terms = planner.site.settings.taxonomies.enumerated().flatMap { taxonomyIndex, taxonomy in
        planner.languages.enumerated().map { index, language in
          planner.job(
            planner.routes.path(taxonomy.path + "/", language), .terms(taxonomyIndex), .lists,
            language: index, template: "terms.html")
        }
      }
      return lists + terms
    }, render: renderTemplate)
}

extension Planner {
  fileprivate func listJob(_ listing: Listing, page: Int, language: Int) -> Job {
    let path = routes.path(Routes.place(listing.place, page: page), languages[language])
    guard case .collection(let index) = listing.kind else {
      return job(
        path, .listing(listing, page: page, entry: nil), .lists, language: language,
        template: "term.html")
    }
    let collection = site.settings.collections[index]
    let entry = site.entry(collection.path)
    let own = entry?.page(for: languages[language].tag)
    return job(
      path, .listing(listing, page: page, entry: entry), .lists, language: language,
      template: own?.front.template?.value ?? collection.listTemplate?.value ?? "list.html",
      origin: own.map { .file(path: $0.source.path) })
  }
}
