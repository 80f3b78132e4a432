import SaanData
import SaanTemplate
import SaanText

/// A page as templates and feeds see it, in the language of one reader.
///
/// It is small and reads everything when asked; lists of thousands cost nothing until a template
/// looks at them.
struct PageView: Sendable {
  let context: SiteContext
  /// The position of the reader's language.
  let language: Int
  let subject: Job.Subject
  /// The site path, such as `/th/news/x/`.
  let path: String
  let kind: String
  /// The text, when it was rendered before the template.
  let content: HTML?

  /// The page that a job makes.
  init(context: SiteContext, job: Job, content: HTML? = nil) {
    self.context = context
    self.content = content
    // A redirect speaks of the page that it leads to.
    var shown = job
    if case .redirect(let target) = job.subject { shown = target }
    language = shown.language
    subject = shown.subject
    path = shown.path
    kind = job.kind
  }

  /// An article, as a list shows it.
  init(context: SiteContext, entry: Entry, language: Int) {
    self.context = context
    self.language = language
    content = nil
    subject = .page(entry)
    path = context.plan.routes.path(of: entry, context.languages[language])
    kind = entry.key.isEmpty ? "home" : "page"
  }

  var reader: Language { context.languages[language] }
  var routes: Routes { context.plan.routes }
  var url: String {
    if case .redirectAway(let url) = subject { return url }
    return routes.href(path)
  }
  /// The absolute URL, where the site's address is known.
  var permalink: String? {
    if case .redirectAway(let url) = subject { return url }
    return routes.absolute(path)
  }

  /// The article behind the page, if there is one.
  var entry: Entry? {
    switch subject {
    case .page(let entry): entry
    case .listing(_, _, let entry): entry
    case .register(let index): context.site.entry(context.site.registers[index].settings.path)
    default: nil
    }
  }

  /// The place that the page is about.
  var area: AreaView? {
    guard case .area(let area) = subject else { return nil }
    return AreaView(context: context, area: area, language: language)
  }

  /// The translation that this reader gets.
  var page: Page? { entry?.page(for: reader.tag) }

  /// Whether the article is shown in another language than the reader's.
  var isFallback: Bool { entry.map { !$0.has(reader.tag) } ?? false }

  var date: Moment? { entry?.original.front.date }

  /// The last change that the article states.
  var lastChange: Moment? { page?.front.updated ?? date }

  /// Whether the article's day, or the last of its event, has not gone.
  var isUpcoming: Bool {
    let last = entry?.original.front.end ?? date
    return last.map { $0.date.lastDay >= context.today } ?? false
  }

  var title: String { titleAndLanguage.title }

  /// The title and the language that it is really in.
  var titleAndLanguage: (title: String, language: Language.Tag) {
    let settings = context.site.settings
    func resolved(_ text: Localized<String>) -> (String, Language.Tag) {
      let found = text.resolved(for: reader.tag)
      return (found.value, found.language ?? reader.tag)
    }
    switch subject {
    case .listing(let listing, _, nil):
      switch listing.kind {
      case .collection(let index): return resolved(settings.collections[index].title)
      case .term(let taxonomy, let term):
        return resolved(settings.taxonomies[taxonomy].terms[term].title)
      }
    case .terms(let index): return resolved(settings.taxonomies[index].title)
    case .area:
      return (area?.title ?? "", reader.tag)
    case .regions: return (context.phrase(.regionsTitle, language: language), reader.tag)
    case .provinces: return (context.phrase(.provincesTitle, language: language), reader.tag)
    case .figures: return (context.phrase(.figuresTitle, language: language), reader.tag)
    case .figure(let index): return resolved(context.site.figures.indicators[index].name)
    case .datasets: return (context.phrase(.datasetsTitle, language: language), reader.tag)
    case .dataset(let index):
      return DatasetView(context: context, index: index, language: language).titleAndLanguage
    case .register(let index) where entry == nil:
      return resolved(context.site.registers[index].title)
    case .registerArea, .record: return registerTitle
    case .changes: return (context.phrase(.changesTitle, language: language), reader.tag)
    case .notFound: return (context.phrase(.notFoundTitle, language: language), reader.tag)
    case .gone: return (context.phrase(.goneTitle, language: language), reader.tag)
    case .redirectAway(let url): return (url, reader.tag)
    default:
      guard let page else { return resolved(settings.title) }
      return (page.title, page.titleLanguage)
    }
  }

  /// What the page is about in a sentence or two: its lead, or the beginning of the text.
  var summary: String? {
    if let lead { return lead }
    switch subject {
    case .page, .listing: break
    default: return nil
    }
    return page?.body.firstWords.map { truncated($0, to: 160) }
  }

  /// The summary where it stands above the text: never one that only repeats how the text begins.
  var lead: String? {
    let settings = context.site.settings
    switch subject {
    case .listing(let listing, _, nil):
      guard case .collection(let index) = listing.kind else { return nil }
      return settings.collections[index].description?[reader.tag]
    case .languageChoice, .notFound, .gone, .redirectAway, .terms, .provinces: return nil
    case .home: return settings.description[reader.tag]
    case .area: return area?.lead
    case .regions: return context.phrase(.regionsSummary, language: language)
    case .figures: return context.phrase(.figuresSummary, language: language)
    case .figure(let index): return context.site.figures.indicators[index].summary?[reader.tag]
    case .datasets: return context.phrase(.datasetsSummary, language: language)
    case .dataset(let index):
      return DatasetView(context: context, index: index, language: language).summary
    case .register(let index) where page?.front.summary == nil:
      return context.site.registers[index].description?[reader.tag]
    case .registerArea, .record: return registerSummary
    case .changes: return context.phrase(.changesSummary, language: language)
    default:
      return page?.front.summary
    }
  }

  /// The absolute URL of the page that search engines should show for this one, where the site's
  /// address is known.
  var canonical: String? {
    guard let entry, isFallback, let index = originalLanguage(of: entry) else { return permalink }
    return routes.absolute(routes.path(of: entry, context.languages[index]))
  }

  func originalLanguage(of entry: Entry) -> Int? {
    context.languages.firstIndex { $0.tag == entry.original.language }
  }

  /// The same page in another language: its site path.
  func path(in other: Int) -> String {
    let language = context.languages[other]
    switch subject {
    case .page(let entry): return routes.path(of: entry, language)
    case .listing(let listing, let number, _):
      let page = min(number, listing.pageCount(other))
      return routes.path(Routes.place(listing.place, page: page), language)
    case .languageChoice, .notFound, .gone, .redirectAway: return routes.path("", language)
    default:
      let prefix = reader.prefix.isEmpty ? "/" : "/\(reader.prefix)/"
      return routes.path(String(path.dropFirst(prefix.count)), language)
    }
  }

  /// Whether the page really exists in a language, and not only as a fallback.
  func isTranslated(in other: Int) -> Bool {
    switch subject {
    case .page(let entry): entry.has(context.languages[other].tag)
    case .redirectAway, .gone, .notFound: false
    case .listing(let listing, let number, let entry):
      number <= listing.pageCount(other) && (entry?.has(context.languages[other].tag) ?? true)
    case .register: entry?.has(context.languages[other].tag) ?? true
    default: true
    }
  }

  /// The translations for search engines: none unless there are at least two, and none for
  /// fallbacks.
  ///
  /// The choice of language is what `x-default` leads to; it is a translation of nothing.
  var alternates: [(tag: String, url: String)] {
    let all = context.languages.indices.filter { isTranslated(in: $0) }
    guard all.count > 1, all.contains(language), kind != "language-choice",
      let root = routes.absolute("/")
    else { return [] }
    let links = all.map { index in
      (
        tag: context.languages[index].tag.rawValue,
        url: routes.absolute(path(in: index)) ?? root
      )
    }
    let fallback =
      kind == "home" ? root : all.first.flatMap { routes.absolute(path(in: $0)) } ?? root
    return links + [("x-default", fallback)]
  }
}
