import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// The menus of one language, made once for each place that a page can have among their links.
///
/// A link is active on its own page and an ancestor on the pages below it. The links above a page
/// lie above each other, so the nearest one decides what all of them are.
package struct Menus: Sendable {
  /// One link of a menu, and the site path that it leads to.
  private struct Link {
    let title: String
    /// The language that the title is in.
    let language: Language.Tag
    let href: String
    /// `nil` for links to other sites.
    let path: String?
  }

  /// The menus for a page that no link leads to, nor to a page above it.
  private let elsewhere: Value
  /// The titles and hrefs of all links, by which menus are told apart.
  package let links: [String]
  /// The menus by the nearest link's path, the longest first: for its own page, and for those
  /// below it.
  private let near: [(path: String, own: Value, below: Value)]

  init(site: Site, plan: PublishedAddresses, language: Language) {
    var menus = site.settings.menus.map { menu in
      (name: menu.name.value, links: menu.entries.map { Self.link($0, site, plan, language) })
    }
    // Every theme has a place for the main menu, whatever the site puts there.
    if !menus.contains(where: { $0.name == "main" }) { menus.append((name: "main", links: [])) }
    func value(_ current: String?, isBelow: Bool) -> Value {
      .map(
        TemplateMap(
          menus.map { menu in
            (menu.name, .list(menu.links.map { Self.value(of: $0, current, isBelow: isBelow) }))
          }))
    }
    elsewhere = value(nil, isBelow: false)
    links = menus.flatMap { menu in
      [menu.name]
        + menu.links.flatMap { [$0.title, $0.language.rawValue, $0.href, $0.path ?? ""] }
    }
    near = Set(menus.flatMap(\.links).compactMap(\.path))
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .map { (path: $0, own: value($0, isBelow: false), below: value($0, isBelow: true)) }
  }

  /// The menus as a page sees them; without a page no link is active.
  func value(for path: String?) -> Value {
    let variant = variant(for: path)
    if variant == 0 { return elsewhere }
    let (_, own, below) = near[(variant - 1) / 2]
    return variant % 2 == 1 ? own : below
  }

  /// A number for the place of a page among the links: pages with the same see the same menus.
  func variant(for path: String?) -> Int {
    guard let path else { return 0 }
    let nearest = near.firstIndex { link in
      path.utf8.starts(with: link.path.utf8)
        && (link.path.utf8.last == UInt8(ascii: "/") || link.path.utf8.count == path.utf8.count)
    }
    guard let nearest else { return 0 }
    return nearest * 2 + (near[nearest].path.utf8.count == path.utf8.count ? 1 : 2)
  }

  private static func link(
    _ entry: Menu.Item, _ site: Site, _ plan: PublishedAddresses, _ language: Language
  ) -> Link {
    let own = entry.title?.spoken(for: language.tag)
    switch entry.target {
    case .page(let name):
      let page = site.entry(Site.key(ofMenuPage: name.value))
      let shown = page?.page(for: language.tag)
      let path = page.map { plan.routes.path(of: $0, language) } ?? "/"
      return Link(
        title: own?.text ?? shown?.title ?? "",
        language: own?.language ?? shown?.titleLanguage ?? language.tag,
        href: plan.routes.href(path), path: path)
    case .url(let url):
      let (title, tag) = own ?? (url.value, language.tag)
      guard url.value.hasPrefix("/") else {
        return Link(title: title, language: tag, href: url.value, path: nil)
      }
      let end = url.value.firstIndex { $0 == "#" || $0 == "?" } ?? url.value.endIndex
      let path = plan.path(of: String(url.value[..<end]), language)
      return Link(
        title: title, language: tag, href: plan.routes.href(path) + url.value[end...], path: path)
    }
  }

  private static func value(of link: Link, _ current: String?, isBelow: Bool) -> Value {
    let isActive = !isBelow && link.path == current && current != nil
    let isAncestor = !isActive && link.path.map { current?.hasPrefix($0) ?? false } ?? false
    return Value(
      MenuLinkRecord(
        title: link.title, url: link.href, isActive: isActive, isAncestor: isAncestor,
        titleLanguage: link.language.rawValue))
  }
}
