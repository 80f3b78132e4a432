import SaanModel
import SaanText

extension Check {
  static let starterTexts = Check(
    name: "starter texts",
    summary: "No article that is out still has the sentences of an archetype."
  ) { site, _ in
    let texts = site.starterTexts
    let isTrial = texts.isStarterTitle(site.settings.title)
    // A draft that somebody looks at is not finished yet.
    let pages = site.allPages.map(\.page).filter { $0.preview == nil }
    // What a new site begins with is true of any site: one word about it is enough.
    let isUntouched = pages.contains { texts.isUntouched($0.source) }
    return (isTrial || isUntouched ? [.untouchedSite(in: site.settings.source)] : [])
      + pages.filter { !texts.isUntouched($0.source) }.flatMap { texts.found(in: $0) }
      .map { .starterText(at: $0) }
  }
}
