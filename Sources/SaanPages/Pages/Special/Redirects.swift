import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension OutputFormat {
  static let redirects: OutputFormat = OutputFormat(
    name: "redirects",
    summary: "A page at each old address that sends its reader on: `aliases` and `redirects`.",
    planLast: { planner, jobs in
      let old = planner.aliases.filter { !$0.leadsToItself } + planner.redirects
      guard !old.isEmpty else { return [] }
      let byOutput = Dictionary(jobs.map { ($0.output, $0) }) { first, _ in first }
      let way = OldAddressWay(old) { byOutput[PublishedAddresses.output(for: $0)] }
      return old.compactMap { address in
        var target: Job?
        let subject: any Subject
        switch way.end(of: address) {
        case .page(let job):
          target = job
          subject = RedirectPage(to: job)
        case .away(let url): subject = RedirectAwayPage(address: url)
        case .nowhere, .round: return nil
        }
        return planner.job(
          address.path, subject, language: target?.language ?? address.language,
          template: "redirect.html", origin: address.span.place)
      }
    })

  static let withdrawnPages: OutputFormat = OutputFormat(
    name: "withdrawn pages", summary: "A page at each address of `gone` that says so.",
    plan: { planner in
      planner.site.settings.gone.compactMap { gone in
        // A file cannot say that it was withdrawn.
        guard let old = try? OldAddress(gone.value), !old.isFile else { return nil }
        return planner.job(
          old.path, GonePage(), language: old.language(among: planner.languages) ?? .first,
          template: "gone.html", origin: gone.span.place)
      }
    })
}

/// A page that sends its reader on to another output, of which it speaks.
private struct RedirectPage: Subject {
  let to: Job

  var kind: String { "redirect" }
  var isForSearch: Bool { false }
  var target: Job? { to }
}

/// A page that sends its reader on to another site.
private struct RedirectAwayPage: Subject {
  let address: String

  var kind: String { "redirect" }
  var isForSearch: Bool { false }
  var url: String? { address }
  func title(of page: PageView) -> TitledText? { (address, page.reader.tag) }
  func path(of page: PageView, in other: LanguageID) -> String { page.home(in: other) }
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool { false }
}

/// A page that says that what was here was withdrawn.
private struct GonePage: Subject {
  var kind: String { "gone" }
  var isForSearch: Bool { false }
  var isGone: Bool { true }
  func title(of page: PageView) -> TitledText? { page.phrase(.goneTitle) }
  func parents(of page: PageView) -> [Value]? { nil }
  func path(of page: PageView, in other: LanguageID) -> String { page.home(in: other) }
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool { false }
}

/// An old address as it is published, and where it leads.
package struct OldAddressRoute {
  package let path: String
  /// The site paths that it may lead to, the likeliest first.
  package let targets: [String]
  /// The whole URL of another site.
  package var url: String?
  /// The position of the language that its readers read.
  package let language: LanguageID
  package let span: SourceSpan

  /// Whether its likeliest target is the address itself.
  package var leadsToItself: Bool { targets.first == path }
}

/// Follows old addresses to where they lead at last, through other old ones.
package struct OldAddressWay<Output> {
  /// Where a reader arrives.
  package enum End {
    case page(Output)
    /// At the whole URL of another site.
    case away(String)
    case nowhere
    /// At an address where they have been before.
    case round
  }

  private let routes: [String: OldAddressRoute]
  private let output: (_ path: String) -> Output?

  /// - Parameter output: gives what is published under a site path, but for old addresses.
  package init(_ routes: [OldAddressRoute], output: @escaping (_ path: String) -> Output?) {
    self.routes = Dictionary(routes.map { ($0.path, $0) }) { first, _ in first }
    self.output = output
  }

  /// Where the readers of an old address arrive.
  package func end(of address: OldAddressRoute) -> End {
    var (route, seen) = (address, Set([address.path]))
    while true {
      if let url = route.url { return .away(url) }
      let targets = route.targets.filter { $0 != route.path }
      if let found = targets.lazy.compactMap(output).first { return .page(found) }
      guard let next = targets.lazy.compactMap({ routes[$0] }).first else { return .nowhere }
      guard seen.insert(next.path).inserted else { return .round }
      route = next
    }
  }
}

extension Planner {
  /// The aliases of pages, each where it is published, with those that lead to themselves.
  ///
  /// An alias counts in the language of its file, and in those that have no file of their own.
  package var aliases: [OldAddressRoute] {
    site.entries.flatMap { entry in
      languages.ids.flatMap { index in
        aliases(of: entry, entry.page(for: languages[index].tag), language: index)
      }
    }
  }

  private func aliases(of entry: Entry, _ page: Page, language: LanguageID) -> [OldAddressRoute] {
    let target = routes.path(of: entry, languages[language])
    var seen = Set<String>()
    return page.front.aliases.compactMap { alias in
      guard let old = try? OldAddress(alias.value) else { return nil }
      let isExact = old.isExact(among: languages)
      // An exact address is one page's: that of the file that says it.
      let isOwn =
        page.language == languages[language].tag && alias.span.file.path == page.source.path
      guard isOwn || !isExact else { return nil }
      let path = routes.path(ofAlias: old, languages[language])
      guard seen.insert(path).inserted else { return nil }
      return OldAddressRoute(path: path, targets: [target], language: language, span: alias.span)
    }
  }

  /// The redirects of the settings.
  package var redirects: [OldAddressRoute] {
    site.settings.redirects.compactMap { redirect in
      guard let old = try? OldAddress(redirect.from.value) else { return nil }
      let language = old.language(among: languages) ?? .first
      let (targets, url) = targets(of: redirect.to.value, language: language)
      return OldAddressRoute(
        path: old.path, targets: targets, url: url, language: language, span: redirect.from.span)
    }
  }

  /// What the target of a redirect may mean: site paths, or the URL of another site.
  private func targets(of written: String, language: LanguageID) -> (paths: [String], url: String?)
  {
    var text = written
    if let own = routes.baseURL?.path(of: text) {
      text = own
    } else if BaseURL(String(text.prefix { $0 != "?" && $0 != "#" })) != nil {
      return ([], text)
    }
    if text == "/" { return ([text], nil) }
    let reader = languages[language]
    let file = text.hasPrefix("content/") ? String(text.dropFirst("content/".count)) : text
    if file.hasSuffix(".md"), let entry = site.entry(LinkTarget.key(ofFile: file, in: site)) {
      let own = languages.first { file.hasSuffix(".\($0.tag.rawValue).md") }
      return ([routes.path(of: entry, own ?? reader)], nil)
    }
    guard let place = try? OldAddress(text.hasPrefix("/") ? text : "/" + text) else {
      return ([], nil)
    }
    let key = place.path.split(separator: "/").joined(separator: "/")
    let page = site.entry(Site.key(ofMenuPage: key)).map { routes.path(of: $0, reader) }
    return (
      [page, routes.path(String(place.path.dropFirst()), reader), place.path].compactMap { $0 }, nil
    )
  }
}
