import SaanData
import SaanModel
import SaanText

extension Diagnostics {
  /// The findings, those about dead redirects and links with the page that took the place of the
  /// one they lead to, where the last build or an alias knows it.
  func namingSuccessors(_ gone: [GoneAddress], in site: Site) -> Diagnostics {
    guard all.contains(where: { ["dead-link", "dead-redirect"].contains($0.code) }) else {
      return self
    }
    let aliases = site.allPages.flatMap { entry, page in
      page.front.aliases.map { ($0.value.withoutSlashes, entry.key) }
    }
    let moved = Dictionary(
      gone.compactMap { gone in gone.successor.map { (gone.alias.withoutSlashes, $0.key) } }
        + aliases
    ) { first, _ in first }
    guard !moved.isEmpty else { return self }
    return Diagnostics(
      all.map { diagnostic in
        if diagnostic.code == "dead-link" { return diagnostic.leading(to: moved, in: site) }
        guard diagnostic.code == "dead-redirect",
          let redirect = site.settings.redirects.first(where: {
            $0.to.span.place == diagnostic.place
          }),
          let key = moved[redirect.to.value.withoutSlashes]
        else { return diagnostic }
        var named = diagnostic
        named.hint = .leadTo(key)
        return named
      })
  }
}

extension Diagnostic {
  /// The finding about a link to a file that moved, with the file that took its place.
  fileprivate func leading(to moved: [String: String], in site: Site) -> Diagnostic {
    guard case .span(let span)? = place,
      let (entry, page) = site.allPages.first(where: { $0.page.source.path == span.file.path }),
      let old = LinkTarget.key(span.text, from: entry, in: site), let key = moved[old],
      let target = site.entry(key)?.page(for: page.language)
    else { return self }
    var named = self
    named.hint = .meant(NearFiles(entry, in: site).link(toFile: target.source.path))
    return named
  }
}

extension String {
  fileprivate var withoutSlashes: String { split(separator: "/").joined(separator: "/") }
}
