import SaanData
import SaanModel
import SaanPages
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
    let redirects = planner.redirects
    let old = planner.aliases + redirects
    let oldPaths = Set(old.map(\.path))
    let way = OldAddressWay(old) { path in
      plan.publishes(path) && !oldPaths.contains(path) ? path : nil
    }
    let dead = zip(site.settings.redirects, redirects).compactMap {
      redirect, route -> Diagnostic? in
      if route.url == nil, route.targets.first(where: plan.publishes) == route.path {
        return .redirectToItself(redirect, isPublished: true)
      }
      switch way.end(of: route) {
      case .page(let path):
        guard (try? OldAddress(path))?.isFile == true else { return nil }
        return .redirectToFile(redirect, isFeed: isFeed(path))
      case .away(let url): return isFeed(url) ? .redirectToFile(redirect, isFeed: true) : nil
      case .round: return .redirectsInCircles(redirect)
      case .nowhere:
        if route.targets.contains(route.path) {
          return .redirectToItself(redirect, isPublished: false)
        }
        // The one that leads nowhere is told, not those that lead to it.
        if route.targets.contains(where: { oldPaths.contains($0) }) { return nil }
        let key = Site.key(
          ofMenuPage: redirect.to.value.split(separator: "/").joined(separator: "/"))
        if let held = site.heldBack(key, in: site.settings.languages[route.language].tag) {
          return .linkToHeldBack(redirect.to.value, held, at: redirect.to.span)
        }
        if let address = addressWithScheme(redirect.to.value) {
          return .missingScheme(redirect.to.value, address, at: redirect.to.span)
        }
        return .deadRedirect(redirect, among: site.knownPlaces)
      }
    }
    let template = "gone.html"
    let kind = Wording(en: "template", th: "แม่แบบ")
    let lacking =
      site.theme.templateNames.contains(template)
      ? []
      : site.settings.gone.filter { (try? OldAddress($0.value))?.isFile == false }.prefix(1).map {
        Diagnostic.unknownName(
          "unknown-template", kind, Located(template, at: $0.span), among: site.theme.templateNames)
      }
    // A page would be at the address of another output, which is told where outputs meet.
    let files = site.settings.gone.compactMap { gone -> Diagnostic? in
      guard let old = try? OldAddress(gone.value), old.isFile else { return nil }
      return plan.publishes(old.path)
        ? .goneButPublished(gone.value, nil, at: gone.span.place)
        : .goneFile(gone.value, at: gone.span)
    }
    return loops + dead + lacking + files + site.goneInNoLanguage(plan.routes)
  }
}

extension Site {
  /// What was withdrawn under an address without language, where the site's pages have one.
  fileprivate func goneInNoLanguage(_ routes: Routes) -> [Diagnostic] {
    guard settings.languages.allSatisfy({ !$0.prefix.isEmpty }) else { return [] }
    let places = knownPlaces + settings.taxonomies.map(\.path)
    let tops = Set(places.compactMap { $0.split(separator: "/").first.map(String.init) })
    return settings.gone.compactMap { address in
      guard let old = try? OldAddress(address.value), !old.isExact(among: settings.languages),
        let top = old.path.split(separator: "/").first, tops.contains(String(top))
      else { return nil }
      let paths = settings.languages.map { routes.path(String(old.path.dropFirst()), $0) }
      return .goneInNoLanguage(address, paths)
    }
  }
}

/// Whether a path or URL ends like a feed's, which programs ask for and not people.
private func isFeed(_ address: String) -> Bool {
  let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
  return [".xml", ".rss", ".atom"].contains { path.hasSuffix($0) }
    || FeedFormat.allCases.contains { path.hasSuffix("/\($0.rawValue)") }
}

extension Site {
  /// What a redirect may name: articles, and the lists of collections and registers.
  fileprivate var knownPlaces: [String] {
    entries.map(\.key) + settings.collections.map(\.path) + registers.map(\.settings.path)
  }
}
