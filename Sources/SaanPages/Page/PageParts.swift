import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// The parts of a page that are records or lists of pages.
extension PageView {
  /// Another article as this reader sees it.
  func beside(_ other: Entry) -> PageView {
    PageView(reader: reader, entry: other)
  }

  /// The page in another language, for the switch in the header.
  ///
  /// - Parameter title: the page's own title.
  func languageLink(_ other: LanguageID, title: String) -> Value {
    let target = reader.languages[other]
    let page = entry?.page(for: target.tag)
    return Value(
      LanguageLinkRecord(
        language: target.tag.rawValue, name: target.name, url: reader.href(path(in: other)),
        title: page?.title ?? title, titleLanguage: (page?.titleLanguage ?? target.tag).rawValue,
        isFallback: !isTranslated(in: other), isCurrent: other == reader.languageID))
  }

  /// The page in the language that it was written in; of a borrowed one in that which it is shown
  /// in.
  var originalLink: Value {
    let index = entry.flatMap(originalLanguage) ?? reader.languageID
    return languageLink(index, title: title)
  }

  var picture: Value {
    guard let entry, let image = page?.front.image, let source = image.source else { return .none }
    guard case .asset(let asset) = reader.target(of: source.value, from: entry),
      let path = reader.path(of: asset)
    else { return .none }
    func titled(_ text: String?, _ kind: FrontMatter.Words) -> TitledText? {
      text.map { ($0, language(of: kind)) }
    }
    let words = reader.words(
      titled(image.alt, .alt), titled(image.caption, .caption), titled(image.credit, .credit),
      licence: titled(image.licence, .licence))
    return Value(reader.picture(asset, at: path, words, image.focus))
  }

  var topics: [Value] {
    var seen = Set<String>()
    return (page?.front.topics ?? []).filter { seen.insert($0.value).inserted }
      .compactMap { reader.termValue($0.value) }
  }

  var areas: [Value] {
    var seen = Set<String>()
    return (entry?.original.front.areas ?? []).compactMap { reader.areas[$0.value] }
      .filter { seen.insert($0.code).inserted }
      .map { reader.areaValue($0) }
  }

  /// The list that an article is in.
  var section: Value? {
    if let register {
      let title = register.texts.title
      return Value(
        LinkRecord(title: title.title, language: title.language, url: register.texts.url))
    }
    guard let article = (subject as? ArticlePage)?.article,
      let collection = reader.settings.collection(containing: article.key)
    else { return nil }
    return reader.collectionLink(collection)
  }

  /// The way from the home page down to the parent.
  var breadcrumbs: [Value] {
    subject.parents(of: self).map { [link(.home, to: "")] + $0 } ?? []
  }

  /// The pages and lists above an article.
  func ancestors(of entry: Entry) -> [Value] {
    var links: [Value] = []
    var key = entry.parentKey
    while let folder = key, !folder.isEmpty {
      if let parent = reader.entry(folder) {
        let view = beside(parent)
        let (title, language) = view.titleAndLanguage
        links.append(Value(LinkRecord(title: title, language: language, url: view.url)))
      } else if let collection = reader.settings.collections.first(where: {
        $0.path == folder
      }) {
        links.append(reader.collectionLink(collection))
      }
      key = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    return links.reversed()
  }

  /// The articles that lie in the folder whose own page this is.
  var children: [PageView] {
    guard let folder = subject.folder else { return [] }
    return reader.children(of: folder).map(beside)
      .sorted(in: reader.language) { $0.title }
  }

  /// The pages of a list.
  func paginator(of place: String, _ number: Int, of total: Int) -> Value {
    func url(_ page: Int) -> String? {
      guard (1...total).contains(page) else { return nil }
      return reader.href(reader.path(Routes.place(place, page: page), reader.language))
    }
    // The ends and the neighbourhood: a list of hundreds of pages does not name them all on each.
    let shown = (1...total).filter { $0 == 1 || $0 == total || abs($0 - number) <= 2 }
    let pages = zip(shown, [0] + shown).map { page, before in
      Value(
        PaginatorPageRecord(
          number: page, url: url(page), isCurrent: page == number,
          isAfterGap: page > before + 1))
    }
    return Value(
      PaginatorRecord(
        number: number, total: total, previousURL: url(number - 1), nextURL: url(number + 1),
        pages: pages))
  }

  /// The href of the list's feed in one form, where it is published.
  func feedURL(_ format: FeedFormat) -> String? {
    guard let place = subject.feedPlace else { return nil }
    let path = reader.path(place + format.rawValue, reader.language)
    return reader.publishes(path) ? reader.href(path) : nil
  }

  /// The list's feed in each form that is published.
  var feeds: [Value] {
    FeedFormat.allCases.compactMap { format in
      feedURL(format).map { Value(FeedLinkRecord(url: $0, format: format)) }
    }
  }

  /// The figures that the front matter names; of a province's page those that are known of it.
  var namedFigures: [FigureView] {
    if let area { return area.rows.compactMap(\.view) }
    if let register, entry?.original.front.figures == nil { return register.figures }
    return (entry?.original.front.figures ?? []).compactMap { id in
      reader.figure(id.value)
    }
  }

  /// From when to when the figures are that the page is about, and how many have no date.
  var figureDates: String? {
    Prose(reader.language).dates(
      of: subject.listedTimes(of: self)
        ?? (subject.showsAllValues ? reader.figures.times : namedFigures.map(\.time)))
  }

  /// The figures that the text states in its lines and in the captions of what it shows, each once,
  /// in their order.
  var usedFigures: [FigureView] {
    var seen = Set<String>()
    let fragments = text?.body.allCalls.compactMap { reader.fragment(of: $0) } ?? []
    let stated = fragments.flatMap { ($0.words == nil ? [] : $0.stated) + $0.inArguments }
    return stated.compactMap { stated in
      let figure = reader.figure(stated.id, area: stated.area, source: stated.source)
      return figure.flatMap { seen.insert($0.anchor).inserted ? $0 : nil }
    }
  }
}

extension PageView {
  /// The page's text as HTML; none for pages without one, and for pages that a list shows.
  var contentHTML: Value { content.map { .html($0) } ?? .none }
}
