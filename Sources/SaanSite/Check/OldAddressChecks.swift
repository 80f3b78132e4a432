import SaanData
import SaanText

extension Check {
  static let oldAddresses = Check(
    name: "old addresses", summary: "An alias or redirect leads to a page, and not to itself."
  ) { site, plan in
    let planner = Planner(site: site, routes: plan.routes, listings: plan.listings)
    // An alias that counts in both languages is one mistake.
    var seen = Set<SourceSpan>()
    let loops = planner.aliases.filter { $0.leadsToItself && seen.insert($0.span).inserted }.map {
      Diagnostic.aliasOfItself($0.path, at: $0.span)
    }
    let dead = zip(site.settings.redirects, planner.redirects).compactMap {
      redirect, route -> Diagnostic? in
      guard route.url == nil else { return nil }
      let target = route.targets.first { plan.publishes($0) }
      if target == route.path { return .redirectToItself(redirect) }
      return target == nil ? .deadRedirect(redirect, among: site.knownPlaces) : nil
    }
    let template = "gone.html"
    let kind = Wording(en: "template", th: "เทมเพลต")
    let lacking =
      site.theme.templateNames.contains(template)
      ? []
      : site.settings.gone.prefix(1).map {
        Diagnostic.unknownName(
          "unknown-template", kind, Located(template, at: $0.span), among: site.theme.templateNames)
      }
    return loops + dead + lacking
  }
}

extension Site {
  /// What a redirect may name: articles, and the lists of collections and registers.
  fileprivate var knownPlaces: [String] {
    entries.map(\.key) + settings.collections.map(\.path) + registers.map(\.settings.path)
  }
}
