import SaanData
import SaanFiles
import SaanImages
import SaanModel
import SaanText

/// How addresses are written, which the settings alone decide.
///
/// A path begins with a slash; a page's path ends with one.
package protocol AddressRules: Sendable {
  /// Where the site will be published; `nil` while nobody has said.
  var baseURL: BaseURL? { get }
}

extension AddressRules {
  /// The path of a place of the site in one language: `/th/news/` for `news/`.
  package func path(_ place: String, _ language: Language) -> String {
    language.prefix.isEmpty ? "/\(place)" : "/\(language.prefix)/\(place)"
  }

  /// The href of a site path that begins with a slash.
  package func href(_ path: String) -> String {
    (baseURL?.path ?? "") + percentEncoded(path: path)
  }

  /// The absolute URL of a site path that begins with a slash; `nil` while nobody has said where
  /// the site will be published.
  package func absolute(_ path: String) -> String? {
    baseURL.map { $0.origin + href(path) }
  }

  /// The absolute URL of a site path, or its href while nobody has said where the site will be.
  package func reference(_ path: String) -> String { absolute(path) ?? href(path) }
}

/// Where everything is published: the paths of articles and files below the base URL.
package struct Routes: AddressRules {
  package let baseURL: BaseURL?
  package let languages: [Language]
  /// The path of each entry in each language: `/th/news/x/`.
  private var entryPaths: [ObjectIdentifier: ByID<Language, String>]
  /// The published paths of content and theme assets by their source path.
  private var assetPaths: [String: String]
  private var themeAssetPaths: [String: String]
  /// What is made of photographs, by their source path.
  private var pictures: [String: PictureAddresses]
  /// The pictures of the first pages of documents, by their source path.
  private var covers: [String: CoverAddress]

  /// Decides every path of the site.
  package init(_ site: Site) {
    let rules = site.settings
    baseURL = rules.baseURL
    languages = rules.languages
    entryPaths = Dictionary(
      site.entries.map { entry in
        (
          ObjectIdentifier(entry),
          rules.languages.byID { rules.path(Self.path(of: entry, in: $0.tag), $0) }
        )
      }
    ) { first, _ in first }
    pictures = Self.pictures(of: site)
    covers = Self.covers(of: site)
    (assetPaths, themeAssetPaths) = Self.assetPaths(of: site, pictures)
  }

  private static func covers(of site: Site) -> [String: CoverAddress] {
    let documents = site.assetUse.given.filter { $0.lowercased().hasSuffix(".pdf") }
    guard !documents.isEmpty, let workshop = site.workshop, workshop.find(.pdftoppm) != nil else {
      return [:]
    }
    let all = documents.compactMap { path in
      site.assets[path].map { asset in
        (path, CoverAddress("\(publishedPath(asset)).jpg", of: asset, in: workshop))
      }
    }
    return Dictionary(uniqueKeysWithValues: all)
  }

  private static func pictures(of site: Site) -> [String: PictureAddresses] {
    let all = site.assetUse.shown.compactMap { path -> (String, PictureAddresses)? in
      guard let asset = site.assets[path], let set = site.renditions(of: asset) else { return nil }
      let name = publishedPath(asset)
      let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
      let colour: @Sendable () -> String? = {
        [workshop = site.workshop, settings = site.settings] in
        asset.colour(workshop, settings.pictures)
      }
      return PictureAddresses(set, colour: colour) { width, ending in
        "\(stem).\(width).\(ending)"
      }.map { (path, $0) }
    }
    return Dictionary(uniqueKeysWithValues: all)
  }

  private static func assetPaths(
    of site: Site, _ pictures: [String: PictureAddresses]
  ) -> ([String: String], [String: String]) {
    let use = site.assetUse
    let content = use.used.compactMap { path -> (String, String)? in
      // A photograph that is only shown is published as what is made of it.
      if !use.named.contains(path), use.addresses[path] == nil, let main = pictures[path]?.main {
        return (path, main.path)
      }
      return site.assets[path].map { (path, use.addresses[path] ?? publishedPath($0)) }
    }
    let theme = site.theme.assets.map { name, asset in
      (name, "/assets/" + fingerprinted(name, asset.digest))
    }
    return (Dictionary(uniqueKeysWithValues: content), Dictionary(uniqueKeysWithValues: theme))
  }

  /// The paths of a site that has other versions of articles and files.
  ///
  /// - Parameter entries: what articles are now, by what they were; both have the same path.
  package func replacing(_ entries: [(old: Entry, new: Entry)], in site: Site) -> Routes {
    var routes = self
    for (old, new) in entries {
      routes.entryPaths[ObjectIdentifier(new)] = entryPaths[ObjectIdentifier(old)]
    }
    routes.pictures = Self.pictures(of: site)
    routes.covers = Self.covers(of: site)
    (routes.assetPaths, routes.themeAssetPaths) = Self.assetPaths(of: site, routes.pictures)
    return routes
  }

  private static func path(of entry: Entry, in tag: Language.Tag) -> String {
    path(ofKey: entry.key, slug: entry.page(for: tag).front.slug?.value)
  }

  /// The place of an article by its key, its last part replaced by the slug.
  private static func path(ofKey key: String, slug: String?) -> String {
    guard !key.isEmpty else { return "" }
    guard let slug else { return key + "/" }
    return key.lastIndex(of: "/").map { "\(key[...$0])\(slug)/" } ?? slug + "/"
  }

  /// What lies beside an article is published under `/assets/`, fingerprinted.
  private static func publishedPath(_ asset: Asset) -> String {
    let name =
      asset.path.hasPrefix("content/") ? asset.path.dropFirst("content/".count) : asset.path[...]
    return "/assets/" + fingerprinted(String(name), asset.digest)
  }

  /// `css/site.css` → `css/site.3f2a1bc4d5.css`: a changed file has another name.
  private static func fingerprinted(_ name: String, _ digest: Digest) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else {
      return "\(name).\(digest.short)"
    }
    return "\(name[..<dot]).\(digest.short)\(name[dot...])"
  }

  /// The path of an article in one language.
  package func path(of entry: Entry, _ language: Language) -> String {
    let index = languages.firstID { $0.tag == language.tag } ?? .first
    return entryPaths[ObjectIdentifier(entry)]?[index] ?? path("", language)
  }

  /// The path that a page will have which is not out.
  package func path(of held: HeldBack) -> String {
    path(of: held, languages.first { $0.tag == held.language } ?? languages[0])
  }

  /// The path in a language that shows the page where it has none of its own.
  package func path(of held: HeldBack, _ language: Language) -> String {
    path(Self.path(ofKey: held.key, slug: held.slug), language)
  }

  /// Where an alias is answered: exactly there, or in the language of the page.
  package func path(ofAlias alias: OldAddress, _ language: Language) -> String {
    alias.isExact(among: languages) ? alias.path : path(String(alias.path.dropFirst()), language)
  }

  /// The path of a content or fixed asset that is published.
  package func path(ofAsset path: String) -> String? { assetPaths[path] }

  /// Where the pictures are that are made of a photograph; `nil` where it is published as it is.
  package func pictures(ofAsset path: String) -> PictureAddresses? { pictures[path] }

  /// Where the picture of a document's first page is; `nil` where there is none.
  package func cover(ofAsset path: String) -> CoverAddress? { covers[path] }

  /// The path of a theme asset, by its name below `assets/`.
  package func path(ofThemeAsset name: String) -> String? { themeAssetPaths[name] }

  /// The names of the theme's assets.
  package var themeAssetNames: [String] { themeAssetPaths.keys.sorted() }

  /// The place of the n-th page of a list: the list's own for the first.
  package static func place(_ list: String, page: Int) -> String {
    page == 1 ? list : "\(list)page/\(page)/"
  }
}
