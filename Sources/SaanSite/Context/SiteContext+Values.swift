import SaanData
import SaanTemplate
import SaanText

/// The site's parts as template values, for one language.
extension SiteContext {
  /// A phrase of the theme with its `{names}` filled in; the key itself when there is none, which
  /// a check reports.
  ///
  /// - Parameter count: a number of things, which decides the form and is `{count}`.
  func phrase(
    _ phrase: Phrase, language: Int, _ names: [String: String] = [:], count: Int? = nil
  ) -> String {
    var names = names
    if let count { names["count"] = ExactNumber(count).text(.grouped) }
    return site.theme.phrases[languages[language].tag]?
      .text(phrase.rawValue, count: count, arguments: names) ?? phrase.rawValue
  }

  /// The href of an area's page, or of the page that stands in for it.
  func url(of area: Area, language: Int) -> String {
    places.urls[language][site.areas.position(of: area.code) ?? 0]
  }

  private func href(_ place: String, _ language: Int) -> String {
    plan.routes.href(plan.routes.path(place, languages[language]))
  }

  func areaValue(_ area: Area, language: Int) -> Value {
    RecordShape.area(
      .string(area.code), .string(area.name[languages[language].tag]), .string(area.slug),
      .string(url(of: area, language: language)))
  }

  /// A term of any taxonomy, by its slug.
  func termValue(_ slug: String, language: Int) -> Value? {
    let tag = languages[language].tag
    for taxonomy in site.settings.taxonomies {
      guard let term = taxonomy.terms.first(where: { $0.slug == slug }) else { continue }
      return RecordShape.term(
        .string(slug), .string(term.title[tag]),
        .string(href("\(taxonomy.path)/\(slug)/", language)),
        .int(count(ofTopic: slug)))
    }
    return nil
  }

  func taxonomyLink(_ index: Int, language: Int) -> Value {
    let taxonomy = site.settings.taxonomies[index]
    return RecordShape.pageLink(
      .string(taxonomy.title[languages[language].tag]), .string(href(taxonomy.path + "/", language))
    )
  }

  /// A taxonomy with the terms that pages use, in the order of their names.
  func taxonomyValue(_ index: Int, language: Int) -> Value {
    let taxonomy = site.settings.taxonomies[index]
    let reader = languages[language]
    let used = taxonomy.terms.filter { count(ofTopic: $0.slug) > 0 }
    let terms = used.sorted(in: reader) { $0.title[reader.tag] }
      .compactMap { termValue($0.slug, language: language) }
    return RecordShape.taxonomy(
      .string(taxonomy.title[reader.tag]), .string(href(taxonomy.path + "/", language)),
      .list(terms))
  }

  func collectionLink(_ collection: Collection, language: Int) -> Value {
    let tag = languages[language].tag
    let own = site.entry(collection.path)?.page(for: tag).title
    return RecordShape.pageLink(
      .string(own ?? collection.title[tag]), .string(href(collection.path + "/", language)))
  }
}
