import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// The site's parts as template values, for one language.
extension Reader {
  /// A phrase of the theme with its `{names}` filled in; the key itself when there is none, which
  /// a check reports.
  ///
  /// - Parameter count: a number of things, which decides the form and is `{count}`.
  func phrase(_ phrase: Phrase, _ names: [String: String] = [:], count: Int? = nil) -> String {
    var names = names
    if let count { names["count"] = ExactNumber(count).text(.grouped) }
    return phrasebook()?.text(
      phrase.rawValue, count: count, arguments: names, values: language.words.valueInText)
      ?? phrase.rawValue
  }

  /// The href of an area's page, or of the page that stands in for it.
  func url(of area: Area) -> String { places.urls[languageID][area.id] }

  private func href(ofPlace place: String) -> String { href(path(place, language)) }

  func areaValue(_ area: Area) -> Value {
    Value(
      AreaLinkRecord(
        code: area.code, name: area.name[tag], slug: area.slug, url: url(of: area)))
  }

  /// A term of any taxonomy, by its slug.
  func termValue(_ slug: String) -> Value? {
    for taxonomy in settings.taxonomies {
      guard let term = taxonomy.terms.first(where: { $0.slug == slug }) else { continue }
      let title = term.title.spoken(for: tag)
      let count = count(ofTopic: slug)
      return Value(
        TermRecord(
          slug: slug, title: title.text, language: title.language,
          url: count > 0 ? href(ofPlace: "\(taxonomy.path)/\(slug)/") : nil, count: count))
    }
    return nil
  }

  func taxonomyLink(_ index: Int) -> Value {
    let taxonomy = settings.taxonomies[index]
    return link(taxonomy.title, to: taxonomy.path + "/")
  }

  /// A taxonomy with the terms that pages use, in the order of their names.
  func taxonomyValue(_ index: Int) -> Value {
    let taxonomy = settings.taxonomies[index]
    let used = taxonomy.terms.filter { count(ofTopic: $0.slug) > 0 }
    let terms = used.sorted(in: language) { $0.title[tag] }.compactMap { termValue($0.slug) }
    return Value(
      TaxonomyRecord(
        title: taxonomy.title[tag], url: href(ofPlace: taxonomy.path + "/"), terms: terms))
  }

  /// The articles of the list at a place such as `news/`; none where no list is.
  func articles(at place: String) -> [Entry] {
    listings.first { $0.place == place }.map { articles(of: $0) } ?? []
  }

  /// The lists of each year of a collection, the newest first, with the number of their articles.
  func years(ofCollection index: Int) -> [(year: Int, list: Listing, count: Int)] {
    listings.compactMap { list in
      guard case .year(index, let year) = list.kind else { return nil }
      return (year, list, articles(of: list).count)
    }
  }

  func collectionLink(_ collection: Collection) -> Value {
    let place = collection.path + "/"
    guard let own = entry(collection.path)?.page(for: tag) else {
      return link(collection.title, to: place)
    }
    return Value(
      LinkRecord(title: own.title, language: own.titleLanguage, url: href(ofPlace: place)))
  }

  private func link(_ text: Localized<String>, to place: String) -> Value {
    let title = text.spoken(for: tag)
    return Value(LinkRecord(title: title.text, language: title.language, url: href(ofPlace: place)))
  }
}

extension Reader {
  /// The href of the page of a source, where it has one.
  func page(ofSource source: FigureSource) -> String? {
    let path = path(source.place, language)
    return publishes(path) ? href(path) : nil
  }

  /// The href of the register that a table is, else of the table's page among the open data.
  func page(ofTable name: String) -> String? {
    let register = registers.first { self.register($0).table == name }
    let path = path(
      (register.map { self.register($0).settings.path } ?? "data/\(name)") + "/", language)
    return publishes(path) ? href(path) : nil
  }

  /// The href of the page of the source of a title, as this reader sees it.
  func page(ofSourceTitled title: String) -> String? {
    figures.sources.first { $0.title[tag] == title }.flatMap { page(ofSource: $0) }
  }
}

extension Reader {
  /// The tag of the reader's language.
  package var tag: Language.Tag { language.tag }

  /// The site for readers of a language; for this reader where the site has no such language.
  package func reading(_ tag: Language.Tag) -> Reader {
    reading(languages.firstID { $0.tag == tag } ?? languageID)
  }
}

extension Reader: AddressRules {
  package var baseURL: BaseURL? { settings.baseURL }
}

extension Settings: AddressRules {}
