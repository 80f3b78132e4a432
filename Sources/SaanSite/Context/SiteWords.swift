import SaanData
import SaanTemplate
import SaanText

/// What every page of one language says about the site, made once.
struct SiteWords: Sendable {
  let title: Value
  let description: Value
  /// What a reader is told first, or none.
  let notice: Value
  /// The terms of use, or none.
  let licence: Value
  /// The hrefs of the home page and of the feed.
  let home: Value
  let feed: Value
  /// The site's languages as records.
  let languages: [Value]
  /// The theme's options, as a map.
  let themeOptions: Value

  init(site: Site, routes: Routes, language: Language) {
    let settings = site.settings
    func href(_ place: String, _ language: Language) -> Value {
      .string(routes.href(routes.path(place, language)))
    }
    title = .string(settings.title[language.tag])
    description = .string(settings.description[language.tag])
    notice = Value(settings.notice?[language.tag])
    licence =
      settings.licence.map { licence in
        Value(
          LicenceRecord(
            name: licence.name, title: licence.title(in: language.tag),
            url: licence.url(in: language.tag)))
      } ?? .none
    home = href("", language)
    feed = routes.baseURL == nil ? .none : href("atom.xml", language)
    languages = settings.languages.map { other in
      Value(
        SiteLanguageRecord(
          tag: other.tag.rawValue, name: other.name, home: href("", other),
          title: settings.title[other.tag], description: settings.description[other.tag],
          notice: settings.notice?[other.tag]))
    }
    themeOptions = .map(
      TemplateMap(site.theme.options.map { ($0.name, $0.value(in: language.tag)) }))
  }
}
