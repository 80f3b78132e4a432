import SaanData
import SaanText

/// Every output of a build, decided before anything is rendered.
package struct BuildPlan: Sendable {
  package let routes: Routes
  package let listings: [Listing]
  /// The outputs, sorted by their path.
  package let jobs: [Job]

  /// The jobs that make pages people read, with their site path.
  package var pages: [Job] { jobs.filter { $0.template != nil } }

  /// Whether something is published under a site path such as `/th/news/`.
  package func publishes(_ path: String) -> Bool { outputs.contains(Self.output(for: path)) }

  /// The site path that a path without language means to a reader: the one in the reader's
  /// language, or the path itself where only that is published.
  package func path(of written: String, _ language: Language) -> String {
    let root = "/" + percentDecoded(written).drop { $0 == "/" }
    let own = routes.path(String(root.dropFirst()), language)
    return publishes(own) || !publishes(root) ? own : root
  }

  private let outputs: Set<String>

  /// Sorts the jobs.
  init(routes: Routes, listings: [Listing], jobs: [Job]) {
    self.routes = routes
    self.listings = listings
    self.jobs = jobs.sorted { $0.output < $1.output }
    outputs = Set(jobs.map(\.output))
  }

  /// The file that a server sends for a site path: `/th/` → `th/index.html`.
  static func output(for path: String) -> String {
    let relative = String(path.drop { $0 == "/" })
    return relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
  }
}

/// One output: where it goes and what it shows.
///
/// It never changes; a class, because plans of hundreds of thousands are sorted and handed round.
package final class Job: Sendable {
  /// What an output shows.
  package indirect enum Subject: Sendable {
    case page(Entry)
    /// The home page of a site that has written none.
    case home
    /// One page of a list, counted from 1; the entry is the folder's own page, if there is one.
    case listing(Listing, page: Int, entry: Entry?)
    /// All terms of a taxonomy, by its position in the settings.
    case terms(Int)
    case provinces
    /// The list of regions.
    case regions
    /// The country, a region, a province or a district.
    case area(Area)
    /// What is known of a place as a file.
    case areaFile(Area)
    /// The list of all indicators.
    case figures
    /// An indicator, by its position among the figures.
    case figure(Int)
    /// The values of an indicator as a file.
    case figureFile(Int)
    /// The list of all tables.
    case datasets
    /// A table, by its position in the package.
    case dataset(Int)
    /// A table as a file, or the whole package.
    case dataFile(Int?)
    /// A register, by its position among the site's.
    case register(Int)
    /// One page, counted from 1, of a register's list of an area.
    case registerArea(register: Int, group: Int, page: Int)
    /// A row of a register.
    case record(register: Int, row: Int)
    /// What changed in the values since they were first published.
    case changes
    case languageChoice
    case notFound
    /// A page that sends its reader on to another output.
    case redirect(to: Job)
    /// A page that sends its reader on to another site.
    case redirectAway(String)
    /// A page that says that what was here was withdrawn.
    case gone
    /// The newest articles, of one collection or of all.
    case feed(Listing?)
    /// The pages at these positions among all pages.
    case sitemap(pages: Range<Int>)
    /// The list of so many sitemaps, where one would be too large.
    case sitemapIndex(parts: Int)
    case robots
    case asset(Asset)
  }

  /// The path below the output directory.
  package let output: String
  package let subject: Subject
  package let format: OutputFormat
  /// The position of the reader's language; the first for outputs without one.
  package let language: Int
  /// The template, for outputs that are rendered through one.
  package let template: String?
  /// What in the content asked for it, for messages.
  package let origin: Place?

  init(
    output: String, subject: Subject, format: OutputFormat, language: Int, template: String?,
    origin: Place?
  ) {
    self.output = output
    self.subject = subject
    self.format = format
    self.language = language
    self.template = template
    self.origin = origin
  }

  /// Whether search engines may list it, as far as its kind goes.
  var isForSearch: Bool {
    switch subject {
    case .redirect, .redirectAway, .gone, .notFound: false
    default: template != nil
    }
  }

  /// The site path that a link to it has.
  package var path: String {
    "/" + (output.hasSuffix("index.html") ? String(output.dropLast("index.html".count)) : output)
  }

  /// What kind of output it is, as `saan list pages` and templates name it.
  package var kind: String {
    switch subject {
    case .page(let entry): entry.key.isEmpty ? "home" : "page"
    case .home: "home"
    case .listing(let listing, _, _): listing.isTerm ? "term" : "list"
    case .terms: "terms"
    case .provinces: "provinces"
    case .regions: "regions"
    case .area(let area): area.areaClass.rawValue
    case .areaFile: "area file"
    case .figures: "figures"
    case .figure: "figure"
    case .figureFile: "figure file"
    case .datasets: "datasets"
    case .dataset: "dataset"
    case .dataFile: "data file"
    case .register: "register"
    case .registerArea: "register_area"
    case .record: "record"
    case .changes: "changes"
    case .languageChoice: "language-choice"
    case .notFound: "404"
    case .redirect, .redirectAway: "redirect"
    case .gone: "gone"
    case .feed: "feed"
    case .sitemap, .sitemapIndex: "sitemap"
    case .robots: "robots"
    case .asset: "asset"
    }
  }
}

extension Listing {
  /// Whether it lists the pages of a term.
  package var isTerm: Bool {
    if case .term = kind { true } else { false }
  }
}
