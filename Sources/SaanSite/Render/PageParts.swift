import SaanData
import SaanTemplate
import SaanText

/// The parts of a page that are records or lists of pages.
extension PageView {
  /// Another article as this reader sees it.
  func beside(_ other: Entry) -> PageView {
    PageView(context: context, entry: other, language: language)
  }

  var neighbours: (previous: Entry?, next: Entry?) {
    guard case .page(let entry) = subject else { return (nil, nil) }
    return context.neighbours(of: entry, language: language)
  }

  /// The page in another language, for the switch in the header.
  func languageLink(_ other: Int) -> Value {
    let target = context.languages[other]
    return RecordShape.languageLink(
      .string(target.tag.rawValue), .string(target.name),
      .string(routes.href(path(in: other))),
      .string(entry?.page(for: target.tag).title ?? title), .bool(!isTranslated(in: other)),
      .bool(other == language))
  }

  /// The page in the language that it was written in.
  var originalLink: Value {
    let index = entry.flatMap(originalLanguage) ?? language
    return languageLink(index)
  }

  var picture: Value {
    guard let entry, let image = page?.front.image, let source = image.source else { return .none }
    guard case .asset(let asset) = LinkTarget(source.value, from: entry, in: context.site),
      let path = routes.path(ofAsset: asset.path)
    else { return .none }
    let size = asset.imageSize
    return RecordShape.picture(
      .string(routes.href(path)), Value(image.alt), Value(image.caption),
      Value(image.credit), size.map { .int($0.width) } ?? .none,
      size.map { .int($0.height) } ?? .none)
  }

  var topics: [Value] {
    (page?.front.topics ?? []).compactMap { context.termValue($0.value, language: language) }
  }

  var areas: [Value] {
    (entry?.original.front.areas ?? []).compactMap { name in
      context.site.areas[name.value].map { context.areaValue($0, language: language) }
    }
  }

  /// The list that an article is in.
  var section: Value? {
    if let register {
      return RecordShape.pageLink(
        .string(register.texts.title.title), .string(register.texts.url))
    }
    guard case .page(let entry) = subject,
      let collection = context.site.settings.collection(containing: entry.key)
    else { return nil }
    return context.collectionLink(collection, language: language)
  }

  /// The way from the home page down to the parent.
  var breadcrumbs: [Value] {
    if ["home", "language-choice", "404", "gone"].contains(kind) { return [] }
    let home = context.phrase(.home, language: language)
    let homeURL = routes.href(routes.path("", reader))
    let start = RecordShape.pageLink(.string(home), .string(homeURL))
    return [start] + parents
  }

  private var parents: [Value] {
    switch subject {
    case .page(let entry): return ancestors(of: entry)
    case .area(let area): return parents(of: area)
    case .figure: return [link(.figuresTitle, to: "figures/")]
    case .registerArea, .record: return registerParents
    case .dataset, .changes:
      return context.plan.publishes(routes.path("data/", reader))
        ? [link(.datasetsTitle, to: "data/")] : []
    case .listing(let listing, _, let entry):
      if case .term(let index, _) = listing.kind {
        return [context.taxonomyLink(index, language: language)]
      }
      return entry.map { ancestors(of: $0) } ?? []
    default: return []
    }
  }

  /// The lists and places above a place, as far as they have pages.
  private func parents(of area: Area) -> [Value] {
    switch area.areaClass {
    case .country: return []
    case .region:
      let hasList = context.plan.publishes(routes.path("regions/", reader))
      return hasList
        ? [link(.regionsTitle, to: "regions/")] : [link(.provincesTitle, to: "provinces/")]
    default:
      let above = AreaView(context: context, area: area, language: language).ancestors
        .filter { $0.areaClass != .country }.reversed()
      return [link(.provincesTitle, to: "provinces/")]
        + above.filter { isPublished($0) }.map {
          RecordShape.pageLink(
            .string($0.name[reader.tag]), .string(context.url(of: $0, language: language)))
        }
    }
  }

  private func isPublished(_ area: Area) -> Bool {
    context.site.areas.pagePlace(of: area).map {
      context.plan.publishes(routes.path($0, reader))
    } ?? false
  }

  private func link(_ phrase: Phrase, to place: String) -> Value {
    RecordShape.pageLink(
      .string(context.phrase(phrase, language: language)),
      .string(routes.href(routes.path(place, reader))))
  }

  private func ancestors(of entry: Entry) -> [Value] {
    var links: [Value] = []
    var key = entry.parentKey
    while let folder = key, !folder.isEmpty {
      if let parent = context.site.entry(folder) {
        let view = beside(parent)
        links.append(RecordShape.pageLink(.string(view.title), .string(view.url)))
      } else if let collection = context.site.settings.collections.first(where: {
        $0.path == folder
      }) {
        links.append(context.collectionLink(collection, language: language))
      }
      key = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    return links.reversed()
  }

  /// The articles that lie in the folder whose own page this is.
  var children: [PageView] {
    let folder: String
    switch subject {
    case .page(let entry) where entry.isIndex && !entry.key.isEmpty: folder = entry.key
    case .home: folder = ""
    default: return []
    }
    return context.children(of: folder).map(beside)
      .sorted(in: reader) { $0.title }
  }

  /// The articles on this page of a list.
  var items: [PageView] {
    guard case .listing(let listing, let number, _) = subject else { return [] }
    return listing.page(number, language).map(beside)
  }

  /// The items by year, where the collection asks for it; else one group of all.
  var groups: [Value] {
    guard case .listing(let listing, _, _) = subject, case .collection(let index) = listing.kind,
      context.site.settings.collections[index].group == .year
    else { return [] }
    var groups: [(year: CalendarDate?, items: [Value])] = []
    for item in items {
      let year = item.date?.date.truncated(to: .year)
      if groups.isEmpty || groups[groups.count - 1].year != year { groups.append((year, [])) }
      groups[groups.count - 1].items.append(Value(item))
    }
    return groups.map { group in
      let title =
        group.year?.text(.year, in: reader) ?? context.phrase(.undated, language: language)
      let slug = group.year.map { String($0.year) } ?? "undated"
      return RecordShape.yearGroup(.string(title), .string(slug), .list(group.items))
    }
  }

  var paginator: Value {
    switch subject {
    case .listing(let listing, let number, _):
      paginator(of: listing.place, number, of: listing.pageCount(language))
    case .registerArea(let register, let group, let number):
      registerPaginator(register, group, number)
    default: .none
    }
  }

  /// The pages of a list.
  func paginator(of place: String, _ number: Int, of total: Int) -> Value {
    func url(_ page: Int) -> Value {
      guard (1...total).contains(page) else { return .none }
      return .string(routes.href(routes.path(Routes.place(place, page: page), reader)))
    }
    // The ends and the neighbourhood: a list of hundreds of pages does not name them all on each.
    let shown = (1...total).filter { $0 == 1 || $0 == total || abs($0 - number) <= 2 }
    let pages = zip(shown, [0] + shown).map { page, before in
      RecordShape.paginatorPage(
        .int(page), url(page), .bool(page == number), .bool(page > before + 1))
    }
    return RecordShape.paginator(
      .int(number), .int(total), url(number - 1), url(number + 1), .list(pages))
  }

  var taxonomy: Value {
    let index: Int
    switch subject {
    case .terms(let taxonomy): index = taxonomy
    case .listing(let listing, _, _):
      guard case .term(let taxonomy, _) = listing.kind else { return .none }
      index = taxonomy
    default: return .none
    }
    return context.taxonomyValue(index, language: language)
  }

  var feedURL: String? {
    let place: String
    switch subject {
    case .changes: place = "data/changes/"
    case .listing(let listing, _, _): place = listing.place
    default: return nil
    }
    let path = routes.path(place + "atom.xml", reader)
    return context.plan.publishes(path) ? routes.href(path) : nil
  }

  /// The figures that the front matter names; of a province's page those that are known of it.
  var namedFigures: [FigureView] {
    if let area { return area.rows.compactMap(\.view) }
    if let register, entry?.original.front.figures == nil { return register.figures }
    return (entry?.original.front.figures ?? []).compactMap { id in
      context.figure(id.value, language: language)
    }
  }

  /// The figures that the shortcodes of the text show, each once, in their order.
  var usedFigures: [FigureView] {
    var seen = Set<String>()
    let calls = page?.body.allCalls.compactMap(\.call).filter { $0.name == "figure" } ?? []
    return calls.compactMap { call in
      guard let id = call.positional.first?.text else { return nil }
      let figure = context.figure(
        id, area: call["area"]?.text, source: call["source"]?.text,
        language: language)
      return figure.flatMap { seen.insert($0.anchor).inserted ? $0 : nil }
    }
  }
}
