import SaanText

extension Check {
  static let starterTexts = Check(
    name: "starter texts",
    summary: "No article that is out still has the sentences of an archetype or of a new site."
  ) { site, _ in
    let texts = site.starterTexts
    // As long as the site has no name of its own it is being tried; one word about it is enough.
    let isTrial = texts.isStarterTitle(site.settings.title)
    // A draft that somebody looks at is not finished yet.
    let pages = site.allPages.map(\.page).filter { page in
      page.preview == nil && !(isTrial && texts.isUntouched(page.source))
    }
    return (isTrial ? [.untouchedSite(in: site.settings.source)] : [])
      + pages.flatMap { texts.found(in: $0) }.map { .starterText(at: $0) }
  }
}
