import SaanData
import SaanText

/// What `site.yaml` means, with every default filled in.
///
/// What is still optional says something by its absence, such as that nobody has decided where the
/// site will be.
package struct Settings: Sendable {
  package var title: Localized<String>
  package var description: Localized<String>
  /// What every page tells its reader first, such as that the data is made up.
  package var notice: Localized<String>?
  /// The terms under which the site's texts may be used; `nil` where it states none.
  package var licence: Licence?
  /// Where the site will be published; `nil` while nobody has said.
  package var baseURL: BaseURL?
  /// The site's languages; the default one is first.
  package var languages: [Language]
  package var theme: Located<String>?
  /// What the site chose of the theme's options.
  package var themeOptions: [(key: Located<String>, value: YAMLNode)]
  package var menus: [Menu]
  package var taxonomies: [Taxonomy]
  package var collections: [Collection]
  /// The collections whose pages are the rows of a table.
  package var registers: [RegisterSettings] = []
  package var allowsRawHTML: Bool
  /// Addresses of an older site, and where they lead now.
  package var redirects: [Redirect] = []
  /// Addresses of pages that were withdrawn on purpose.
  package var gone: [Located<String>] = []
  /// Whether a line break between two Thai letters is no space.
  package var joinsThaiLines = false
  package var openData = OpenDataSettings()
  /// How much of the gazetteer the site uses.
  package var gazetteer = GazetteerSettings()
  /// How heavy pages and drawings may be.
  package var budgets = WeightBudgets()
  /// How photographs are made smaller.
  package var pictures = PictureSettings()
  /// What the site makes of single rules.
  package var rules: [RuleSetting] = []
  /// The patterns of fixed files; `nil` where all below `static/` are meant.
  package var staticGlobs: [StaticGlob]?
  /// What the site publishes on purpose although it looks like personal data.
  package var allowance = ContactAllowance.nothing
  package var source: SourceFile
  /// What the site has the program say otherwise: the files of `theme/words/`.
  package var wordFiles: [SourceFile] = []
  /// Its texts in which figures stand.
  package var stating: [StatingText] = []
  /// What figures say in them, which the file does not tell.
  package var figureWords: [String] { stating.flatMap(\.said) }

  /// Takes what was read, with what holds where a site says nothing.
  package init(
    title: Localized<String>, description: Localized<String>, notice: Localized<String>? = nil,
    licence: Licence? = nil, baseURL: BaseURL? = nil, languages: [Language],
    theme: Located<String>? = nil, themeOptions: [(key: Located<String>, value: YAMLNode)],
    menus: [Menu], taxonomies: [Taxonomy], collections: [Collection],
    registers: [RegisterSettings] = [], allowsRawHTML: Bool, redirects: [Redirect] = [],
    gone: [Located<String>] = [], joinsThaiLines: Bool = false,
    openData: OpenDataSettings = OpenDataSettings(), budgets: WeightBudgets = WeightBudgets(),
    rules: [RuleSetting] = [], staticGlobs: [StaticGlob]? = nil,
    allowance: ContactAllowance = ContactAllowance.nothing, source: SourceFile,
    wordFiles: [SourceFile] = []
  ) {
    self.title = title
    self.description = description
    self.notice = notice
    self.licence = licence
    self.baseURL = baseURL
    self.languages = languages
    self.theme = theme
    self.themeOptions = themeOptions
    self.menus = menus
    self.taxonomies = taxonomies
    self.collections = collections
    self.registers = registers
    self.allowsRawHTML = allowsRawHTML
    self.redirects = redirects
    self.gone = gone
    self.joinsThaiLines = joinsThaiLines
    self.openData = openData
    self.budgets = budgets
    self.rules = rules
    self.staticGlobs = staticGlobs
    self.allowance = allowance
    self.source = source
    self.wordFiles = wordFiles
  }

  /// The language of files without a suffix, and of values without a language.
  package var defaultLanguage: Language { languages[0] }

  /// The collection that a page belongs to: the one whose folder is nearest above it.
  package func collection(containing key: String) -> Collection? {
    collections.filter { key.hasPrefix($0.path + "/") }.max { $0.path.count < $1.path.count }
  }
}

/// A named list of links.
package struct Menu: Sendable {
  package let name: Located<String>
  package let entries: [Item]

  /// Makes a menu of its links, in their order.
  package init(name: Located<String>, entries: [Item]) {
    (self.name, self.entries) = (name, entries)
  }

  /// One link.
  package struct Item: Sendable {
    /// What it leads to.
    package enum Target: Sendable {
      /// A page by its key, such as `about/index`.
      case page(Located<String>)
      /// A path of the site such as `/provinces/`, or a whole URL.
      case url(Located<String>)
    }
    package let target: Target
    /// The text; without one the page's title serves.
    package let title: Localized<String>?

    /// Makes a link; with a title of no words the page's own serves.
    package init(target: Target, title: Localized<String>?) {
      (self.target, self.title) = (target, title)
    }
  }
}

/// A way of classing pages, with the terms that pages may use.
package struct Taxonomy: Sendable {
  package let name: String
  package let path: String
  package let title: Localized<String>
  package let terms: [(slug: String, title: Localized<String>)]

  /// Puts together what was read of a taxonomy.
  package init(
    name: String, path: String, title: Localized<String>,
    terms: [(slug: String, title: Localized<String>)]
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.terms = terms
  }
}

/// A folder of content whose pages are listed together.
package struct Collection: Sendable {
  package enum Sort: String, Sendable, CaseIterable { case date, title, weight }
  package enum Order: String, Sendable, CaseIterable { case ascending, descending }
  package enum Grouping: String, Sendable, CaseIterable { case year }

  package let name: String
  package let path: String
  package let title: Localized<String>
  package let description: Localized<String>?
  package let template: Located<String>?
  package let listTemplate: Located<String>?
  package let sort: Sort
  package let order: Order
  package let group: Grouping?
  /// How many pages one page of the list holds.
  package let perPage: Int
  package let hasFeed: Bool
  /// Whether each of its pages gets a picture for other sites to show.
  package let hasCards: Bool

  /// Puts together what was read of a collection.
  package init(
    name: String, path: String, title: Localized<String>, description: Localized<String>?,
    template: Located<String>?, listTemplate: Located<String>?, sort: Sort, order: Order,
    group: Grouping?, perPage: Int, hasFeed: Bool,
    hasCards: Bool = false
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.description = description
    self.template = template
    self.listTemplate = listTemplate
    self.sort = sort
    self.order = order
    self.group = group
    self.perPage = perPage
    self.hasFeed = hasFeed
    self.hasCards = hasCards
  }
}
