import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What every page of one language says about the site, made once.
struct SiteWords: Sendable {
  let title: Value
  let titleLanguage: Value
  let description: Value
  let descriptionLanguage: Value
  /// What a reader is told first, or none.
  let notice: Value
  let noticeLanguage: Value
  /// The terms of use, or none.
  let licence: Value
  /// The href of the home page.
  let home: Value
  /// The href of the Atom feed, or none, and the feed in all its forms.
  let feed: Value
  let feeds: [Value]
  /// The site's languages as records.
  let languages: ByID<Language, Value>
  /// The theme's options, as a map.
  let themeOptions: Value

  /// A text with the language that it is in, which may be borrowed.
  private static func spoken(
    _ text: Localized<String>, _ reader: Language
  ) -> (text: Value, language: Value) {
    let (text, language) = text.spoken(for: reader.tag)
    return (.string(text), .string(language.rawValue))
  }

  /// What a reader is told first, with its language: of which day the figures are where that is not
  /// today, then what the site itself says.
  private static func notice(
    of site: Site, _ reader: Language
  ) -> (text: String, language: Language.Tag)? {
    let own = site.settings.notice?.spoken(for: reader.tag)
    guard let day = site.asPublished else { return own }
    let words = reader.words.text(.asPublishedOn, ["date": day.text(in: reader)])
    let sentence = Prose(reader).sentence([words])
    let more = own.flatMap { $0.language == reader.tag ? " " + $0.text : nil } ?? ""
    return (sentence + more, reader.tag)
  }

  init(site: Site, routes: Routes, language: Language) {
    let settings = site.settings
    func href(_ place: String, _ language: Language) -> Value {
      .string(routes.href(routes.path(place, language)))
    }
    (title, titleLanguage) = Self.spoken(settings.title, language)
    (description, descriptionLanguage) = Self.spoken(settings.description, language)
    let first = Self.notice(of: site, language)
    (notice, noticeLanguage) =
      first.map { (.string($0.text), .string($0.language.rawValue)) } ?? (.none, .none)
    licence =
      settings.licence.map { licence in
        Value(
          LicenceRecord(
            name: licence.name, title: licence.title(in: language.tag),
            url: licence.url(in: language.tag),
            titleLanguage: licence.language(in: language.tag).rawValue))
      } ?? .none
    home = href("", language)
    let formats = routes.baseURL == nil ? [] : FeedFormat.allCases
    feed = formats.isEmpty ? .none : href(FeedFormat.atom.rawValue, language)
    feeds = formats.map { format in
      let path = routes.path(format.rawValue, language)
      return Value(FeedLinkRecord(url: routes.href(path), format: format))
    }
    languages = settings.languages.byID { other in
      Value(
        SiteLanguageRecord(
          tag: other.tag.rawValue, name: other.name, home: href("", other),
          title: settings.title.spoken(for: other.tag),
          description: settings.description.spoken(for: other.tag),
          notice: Self.notice(of: site, other)))
    }
    themeOptions = .map(
      TemplateMap(site.theme.options.map { ($0.name, $0.value(in: language.tag)) }))
  }
}
