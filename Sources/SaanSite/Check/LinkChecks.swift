import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanText

extension Check {
  static let links = Check(
    name: "links", summary: "A link leads to a page, a heading or a file that exists."
  ) { site, plan in
    site.allPages.flatMap { entry, page in
      page.body.links.filter { !$0.isImage }.compactMap { link in
        checkLink(link, entry: entry, page: page, site: site, plan: plan)
      }
    }
  }

  static let images = Check(
    name: "images", summary: "An image is there, and says in words what it shows."
  ) { site, _ in
    site.allPages.flatMap { entry, page in
      page.body.links.filter(\.isImage).flatMap { checkImage($0, entry: entry, site: site) }
        + checkLeadImage(entry: entry, page: page, site: site)
    }
  }

  static let menus = Check(name: "menus", summary: "A menu entry leads to a page that exists.") {
    site, plan in
    site.settings.menus.flatMap(\.entries).compactMap { entry in
      switch entry.target {
      case .page(let key):
        let name = Site.key(ofMenuPage: key.value)
        if site.entry(name) != nil { return nil }
        if let held = site.heldBack(name, in: site.settings.defaultLanguage.tag) {
          return .linkToHeldBack(key.value, held, at: key.span)
        }
        let kind = Wording(en: "page", th: "หน้า")
        return .unknownName(
          "unknown-page", kind, key,
          among: site.entries.map { $0.key.isEmpty ? "index" : $0.key })
      case .url(let url):
        if let mistake = AddressMistake(in: url.value) {
          return .badAddress(url.value, mistake, at: url.span.place)
        }
        if isElsewhere(url.value) { return nil }
        guard url.value.hasPrefix("/") else {
          return addressWithScheme(url.value).map { .missingScheme(url.value, $0, at: url.span) }
            ?? .deadPlace(url.value, at: url.span)
        }
        let end = url.value.firstIndex { $0 == "#" || $0 == "?" } ?? url.value.endIndex
        let path = plan.path(of: String(url.value[..<end]), site.settings.defaultLanguage)
        if plan.publishes(path) { return menuOfOneLanguage(url, path, site.settings, plan) }
        if site.lacksRegister(at: url.value) { return nil }
        return .deadPlace(url.value, at: url.span)
      }
    }
  }
}

/// The finding about a menu's path that names a language, where the same page is in another too.
private func menuOfOneLanguage(
  _ url: Located<String>, _ path: String, _ settings: Settings, _ plan: BuildPlan
) -> Diagnostic? {
  let named = settings.languages.first {
    !$0.prefix.isEmpty && url.value.hasPrefix("/\($0.prefix)/")
  }
  guard let named, path.hasPrefix("/\(named.prefix)/") else { return nil }
  let rest = String(url.value.dropFirst(named.prefix.utf8.count + 1))
  let place = String(path.dropFirst(named.prefix.utf8.count + 2))
  let isInAnother = settings.languages.contains {
    $0 != named && plan.publishes(plan.routes.path(place, $0))
  }
  return isInAnother
    ? .menuOfOneLanguage(url.value, below: named.prefix, without: rest, at: url.span) : nil
}

extension Site {
  /// Whether a path leads to a register that could not be read, which has been said with it.
  fileprivate func lacksRegister(at path: String) -> Bool {
    let parts = path.split(separator: "/")
    return settings.registers.contains { lost in
      parts.starts(with: lost.path.split(separator: "/"))
        && !registers.contains { $0.settings.name == lost.name }
    }
  }
}

/// Whether an address names another site, a part of a page, or something to write or call to.
private func isElsewhere(_ address: String) -> Bool {
  address.hasPrefix("#") || address.hasPrefix("//") || address.contains("://")
    || address.hasPrefix("mailto:") || address.hasPrefix("tel:")
}

private func checkImage(_ image: Link, entry: Entry, site: Site) -> [Diagnostic] {
  let silent: [Diagnostic] =
    image.hasText ? [] : [.imageWithoutAlt(image.destination, at: image.span)]
  switch LinkTarget(image.destination, from: entry, in: site) {
  case .asset(let asset):
    return site.mistake(showing: asset, as: image.destination, at: image.span.place).map { [$0] }
      ?? silent
  case .external(let url):
    return image.isAllowed ? silent + checkImage(at: url, image.span, in: site) : []
  case .page, .place, .dead:
    let near = NearFiles(entry, in: site).name(closestTo: image.destination)
    return [.missingImage(image.destination, at: image.span, near: near)]
  }
}

/// A picture at a whole address: the site's own, or one that every reader's browser asks another
/// site for.
private func checkImage(at url: String, _ span: SourceSpan, in site: Site) -> [Diagnostic] {
  if let mistake = AddressMistake(in: url) { return [.badAddress(url, mistake, at: span.place)] }
  return site.settings.baseURL?.path(of: url) != nil ? [] : [.imageElsewhere(url, at: span)]
}

/// The address between a word processor's quotation marks.
private func addressInQuotes(_ destination: String) -> String? {
  let marks: Set<Character> = ["“", "”", "„", "‟", "‘", "’", "«", "»"]
  let whole = percentDecoded(destination)
  guard let first = whole.first, marks.contains(first) else { return nil }
  let address = whole.drop { marks.contains($0) }.prefix { !marks.contains($0) }
  return address.isEmpty ? nil : String(address)
}

/// What is wrong with a link in an article, if anything is.
///
/// The order counts: quotation marks, an article that is held back or a path of somebody's computer
/// explain more than that nothing is there.
private func checkLink(
  _ link: Link, entry: Entry, page: Page, site: Site, plan: BuildPlan
) -> Diagnostic? {
  let place = link.span.place
  guard link.hasText else { return .linkWithoutText(link.destination, at: place) }
  if link.destination.allSatisfy({ $0.isWhitespace || $0 == "#" }) {
    return .emptyLink(at: place)
  }
  if let address = addressInQuotes(link.destination) {
    return .quotedAddress(percentDecoded(link.destination), address, at: link.span)
  }
  switch LinkTarget(link.destination, from: entry, in: site) {
  case .external(let url):
    guard link.isAllowed else { return nil }
    return AddressMistake(in: url).map { .badAddress(url, $0, at: place) }
  case .asset:
    return nil
  case .page(let target, let fragment):
    return checkAnchor(fragment, in: target, link: link, from: page)
  case .place(let place, _):
    let paths = site.settings.languages.map { plan.path(of: place, $0) }
    if paths.contains(where: plan.publishes) || site.lacksRegister(at: place) { return nil }
    if let held = site.heldBack(behind: link, from: entry, page) { return held }
    if isPathOfComputer(link.destination) {
      return .pathOfComputer(link.destination, at: link.span.place)
    }
    return .deadPlace(link.destination, at: link.span)
  case .dead:
    if let held = site.heldBack(behind: link, from: entry, page) { return held }
    if isPathOfComputer(link.destination) {
      return .pathOfComputer(link.destination, at: link.span.place)
    }
    if let address = addressWithScheme(link.destination) {
      return .missingScheme(link.destination, address, at: link.span)
    }
    let near = NearFiles(entry, in: site).name(closestTo: link.destination)
    return .deadLink(link.destination, at: link.span, near: near)
  }
}

extension Site {
  /// Why a file of an article that is published in no language is not out, if it is one of its
  /// files.
  func heldBack(_ key: String, in language: Language.Tag) -> HeldBack? {
    let files = heldBack.filter { $0.key == key }
    return files.first { $0.language == language } ?? files.first
  }

  /// The finding about a link to an article that is not out.
  fileprivate func heldBack(behind link: Link, from entry: Entry, _ page: Page) -> Diagnostic? {
    LinkTarget.key(link.destination, from: entry, in: self)
      .flatMap { heldBack($0, in: page.language) }
      .map { .linkToHeldBack(link.destination, $0, at: link.span) }
  }
}

private func checkAnchor(
  _ fragment: String, in target: Entry, link: Link, from page: Page
) -> Diagnostic? {
  guard !fragment.isEmpty else { return nil }
  // A translation may name its headings in its own language; the anchor must be in one of them.
  let ids = target.pages.flatMap { $0.body.outline.map(\.id) }
  let wanted = percentDecoded(fragment)
  if ids.contains(wanted) { return nil }
  let own = target.page(for: page.language)
  return .deadAnchor(
    fragment, in: own.source.path, at: link.span, among: own.body.outline.map(\.id))
}

private func checkLeadImage(entry: Entry, page: Page, site: Site) -> [Diagnostic] {
  guard let image = page.front.image, let source = image.source else { return [] }
  switch LinkTarget(source.value, from: entry, in: site) {
  case .external(let url):
    return checkImage(at: url, source.span, in: site)
      + checkAltText(of: image, source, entry: entry, page: page)
  case .asset(let asset):
    if let mistake = site.mistake(showing: asset, as: source.value, at: source.span.place) {
      return [mistake]
    }
    return checkAltText(of: image, source, entry: entry, page: page) + borrowedWords(of: page)
  case .page, .place, .dead:
    let near = NearFiles(entry, in: site).name(closestTo: source.value)
    return [.missingImage(source.value, at: source.span, near: near)]
  }
}

/// That a page says of its picture what another file of the article says, in that one's language.
private func borrowedWords(of page: Page) -> [Diagnostic] {
  let words: [(kind: FrontMatter.Words, name: String)] = [
    (.alt, "alt"), (.caption, "caption"), (.credit, "credit"),
  ]
  let borrowed = words.filter { page.front.borrowed[$0.kind] != nil }
  guard let first = borrowed.first, let language = page.front.borrowed[first.kind] else {
    return []
  }
  return [
    .borrowedPictureWords(
      borrowed.map(\.name), of: language, at: .file(path: page.source.path))
  ]
}

/// A text for the image of a page's head; where the file that names it is shown as well, that one
/// is told.
private func checkAltText(
  of image: FrontMatter.Image, _ source: Located<String>, entry: Entry, page: Page
) -> [Diagnostic] {
  let file = source.span.file.path
  let isToldThere = file != page.source.path && entry.pages.contains { $0.source.path == file }
  return image.alt == nil && !image.isDecorative && !isToldThere
    ? [.missingAltText(source, in: page.source)] : []
}
