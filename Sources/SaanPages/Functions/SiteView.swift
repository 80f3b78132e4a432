import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// The site as templates see it, in one language.
///
/// Nothing of it is made before a template asks: nearly all pages want titles, languages and menus,
/// which are there once for all, and few want the regions with their provinces.
package struct SiteView: Sendable {
  package let reader: Reader
  /// The site path of the page that looks, so that menus can mark where it is; `nil` in macros.
  package let currentPath: String?

  /// Looks at the site as a page does, or as a macro that is on none.
  package init(reader: Reader, currentPath: String?) {
    (self.reader, self.currentPath) = (reader, currentPath)
  }

  private var settings: Settings { reader.settings }

  private var words: SiteWords { reader.words }

  private var collections: Value {
    .map(
      TemplateMap(
        settings.collections.map { collection in
          (
            collection.name,
            Value(CollectionView(reader: reader, collection: collection))
          )
        }))
  }

  private var taxonomies: Value {
    .map(
      TemplateMap(
        settings.taxonomies.enumerated().map {
          ($1.name, reader.taxonomyValue($0))
        }))
  }

  private var regions: [Value] { areas(reader.areas.regions) }

  private var otherRegions: [Value] {
    let main = Set(reader.areas.regions.map(\.id))
    return areas(reader.areas.all(.region).filter { !main.contains($0.id) })
  }

  private func areas(_ areas: [Area]) -> [Value] {
    areas.map { Value(AreaView(reader: reader, area: $0)) }
  }

  private var country: Value {
    reader.areas.described.first { $0.areaClass == .country }.map { areas([$0])[0] } ?? .none
  }
}

extension SiteView: TemplateObject {
  package static let table = ObjectTable<SiteView>(
    "site",
    [
      .init("title", .string, "the site's title") { $0.words.title },
      .init("title_lang", .string, "the language that the title is in") {
        $0.words.titleLanguage
      },
      .init("description", .string, "the site's description") { $0.words.description },
      .init("description_lang", .string, "the language that the description is in") {
        $0.words.descriptionLanguage
      },
      .init("notice", .string, "what every page tells its reader first, or none") {
        $0.words.notice
      },
      .init("notice_lang", .string, "the language that the notice is in, or none") {
        $0.words.noticeLanguage
      },
      .init(
        "as_published", .any,
        "the day of the release whose values are shown in place of today's, or none"
      ) { Value(date: $0.reader.asPublished) },
      .init(
        "licence", .record(LicenceRecord.self),
        "the terms of use that the site states, or none"
      ) { $0.words.licence },
      .init("home", .string, "the href of the language's home page") { $0.words.home },
      .init("base_url", .string, "the absolute URL of the site, or none while nobody has said") {
        Value($0.reader.absolute("/"))
      },
      .init("language", .record(SiteLanguageRecord.self), "the reader's language") {
        $0.words.languages[$0.reader.languageID]
      },
      .init("languages", .list(of: .record(SiteLanguageRecord.self)), "the site's languages") {
        .list($0.words.languages.all)
      },
      .init("menus", .map(of: .list(of: .record(MenuLinkRecord.self))), "the menus by name") {
        $0.reader.menus(for: $0.currentPath)
      },
      .init("collections", .map(of: .object(CollectionView.self)), "the collections by name") {
        $0.collections
      },
      .init("registers", .map(of: .object(RegisterView.self)), "the registers by name") { view in
        let names = view.reader.registers.map { id in
          let register = RegisterView(
            reader: view.reader, register: id)
          return (register.own.settings.name, Value(register))
        }
        return .map(TemplateMap(names))
      },
      .init("taxonomies", .map(of: .record(TaxonomyRecord.self)), "the taxonomies by name") {
        $0.taxonomies
      },
      .init("feed_url", .string, "the href of the language's Atom feed, or none") {
        $0.words.feed
      },
      .init(
        "feeds", .list(of: .record(FeedLinkRecord.self)), "the language's feed in each of its forms"
      ) { .list($0.words.feeds) },
      .init("sitemap_url", .string, "the href of the sitemap, or none") { view in
        let path = "/sitemap.xml"
        return view.reader.publishes(path) ? .string(view.reader.href(path)) : .none
      },
      .init("search_url", .string, "the href of the search page; none while there is none") {
        view in
        let path = view.reader.path(SearchPage.place, view.reader.language)
        return view.reader.publishes(path) ? .string(view.reader.href(path)) : .none
      },
      .init("country", .object(AreaView.self), "the country") { $0.country },
      .init("regions", .list(of: .object(AreaView.self)), "the regions with their provinces") {
        .list($0.regions)
      },
      .init(
        "other_regions", .list(of: .object(AreaView.self)),
        "the regions of other divisions of the country"
      ) { .list($0.otherRegions) },
      .init(
        "provinces", .list(of: .object(AreaView.self)), "the provinces in the order of names"
      ) { view in
        .list(
          view.reader.areaViews(
            view.reader.places.provinces[view.reader.languageID]))
      },
      .init("has_outlines", .bool, "whether there are outlines for an outline map") { view in
        .bool(view.reader.outlines != nil)
      },
      .init("theme", .any, "the theme's options") { $0.words.themeOptions },
    ])
}

/// A collection as templates see it.
struct CollectionView: Sendable, TemplateObject {
  let reader: Reader
  let collection: Collection

  private var tag: Language.Tag { reader.tag }

  /// The articles in the collection's order.
  var pages: [PageView] {
    reader.articles(of: collection).map { PageView(reader: reader, entry: $0) }
  }

  private func href(_ place: String) -> String {
    reader.href(reader.path(place, reader.language))
  }

  static let table = ObjectTable<CollectionView>(
    "collection",
    [
      .init("title", .string, "the collection's title") { .string($0.collection.title[$0.tag]) },
      .init("title_lang", .string, "the language that the title is in") {
        .string($0.collection.title.spoken(for: $0.tag).language.rawValue)
      },
      .init("description", .string, "what the collection holds") {
        Value($0.collection.description?[$0.tag])
      },
      .init("url", .string, "the href of its list") { .string($0.href($0.collection.path + "/")) },
      .init("pages", .list(of: .object(PageView.self)), "its pages in order") {
        .list($0.pages.map { Value($0) })
      },
      .init("feed_url", .string, "the href of its Atom feed, or none") { view in
        view.collection.hasFeed && view.reader.baseURL != nil
          ? .string(view.href("\(view.collection.path)/\(FeedFormat.atom.rawValue)")) : .none
      },
    ])
}
