import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// What templates may ask of every page; what only some kinds know is in their `PageKind`.
extension PageView {
  static let commonFields: [PageField] = identity + texts + relations

  private static let identity: [PageField] = [
    PageField(
      "kind", .string,
      """
      home, page, list, term, terms, country, region, regions, province, provinces, district, \
      register, register_area, record, figure, figures, provinces_figure, disagreements, source, sources, dataset, \
      datasets, changes, month, proposal, promises, promise, matrix, tracker_method, party, parties, search, 404, \
      gone, redirect, language-choice or manifest
      """
    ) {
      .string($0.kind)
    },
    PageField("url", .string, "the href of the page") { .string($0.url) },
    PageField("permalink", .string, "the absolute URL; none while the site has no base_url") {
      Value($0.permalink)
    },
    PageField(
      "canonical", .string,
      "the absolute URL that search engines should show; none while the site has no base_url"
    ) { Value($0.canonical) },
    PageField("lang", .string, "the reader's language") { .string($0.reader.tag.rawValue) },
    PageField("is_fallback", .bool, "whether the text is in another language than the reader's") {
      .bool($0.isFallback)
    },
    PageField("content_lang", .string, "the language that the text is really in") {
      .string($0.page?.language.rawValue ?? $0.reader.tag.rawValue)
    },
    PageField(
      "original", .record(LanguageLinkRecord.self),
      "the page in the language it was written in; of a borrowed one in that of its text"
    ) {
      $0.originalLink
    },
    PageField(
      "translations", .list(of: .record(LanguageLinkRecord.self)),
      "the same page in every language, for the language switch"
    ) { view in
      let title = view.title
      return .list(view.reader.languages.ids.map { view.languageLink($0, title: title) })
    },
    PageField(
      "alternates", .list(of: .record(AlternateRecord.self)),
      "the real translations, for <head>"
    ) {
      .list($0.alternates.map { Value(AlternateRecord(hreflang: $0.tag, url: $0.url)) })
    },
    PageField("source_path", .string, "the file that the page was written in") {
      Value($0.page?.source.path)
    },
    PageField(
      "preview", .string,
      "why the page is not out yet and only a preview shows it: draft, scheduled or expired; else none"
    ) { Value($0.page?.preview?.word) },
    PageField("is_draft", .bool, "whether the page is a draft") {
      .bool($0.page?.front.isDraft ?? false)
    },
    PageField("aliases", .list(of: .string), "the old addresses of the page") { view in
      .list(view.page?.front.aliases.map { .string($0.value) } ?? [])
    },
    PageField("weight", .number, "the place in a list that is sorted by weight") { view in
      view.page?.front.weight.map { .int($0) } ?? .none
    },
  ]

  private static let texts: [PageField] = [
    PageField("title", .string, "the title") { .string($0.title) },
    PageField("title_lang", .string, "the language that the title is in") {
      .string($0.titleAndLanguage.language.rawValue)
    },
    PageField("summary", .string, "a sentence or two about the page") { Value($0.summary) },
    PageField("summary_lang", .string, "the language that the summary is in") {
      .string($0.summaryLanguage.rawValue)
    },
    PageField("lead", .string, "the summary, unless it only repeats how the text begins") {
      Value($0.lead)
    },
    PageField("content", .html, "the text as HTML") { $0.contentHTML },
    PageField("outline", .list(of: .record(HeadingRecord.self)), "the headings of the text") {
      view in
      .list(
        view.text.map { page in
          page.body.outline.map { heading in
            let title = page.body.title(of: heading) { view.reader.fragment(of: $0)?.words }
            return Value(HeadingRecord(level: heading.level, id: heading.id, title: title))
          }
        } ?? [])
    },
    PageField(
      "shortcodes", .list(of: .string), "the shortcodes that the text calls, for their style sheets"
    ) { view in .list(view.text?.body.calledNames.map { .string($0) } ?? []) },
    PageField("reading_minutes", .number, "how long the text takes to read") { view in
      view.text.map { .int(readingMinutes(of: $0.body.plainText)) } ?? .none
    },
    PageField(
      "date", .any,
      """
      the date by which the article is sorted: of an event the time at which it begins, else the day \
      of publication, at last that of what a report tells
      """
    ) { Value(moment: $0.date) },
    PageField("date_basis", .string, "which of these it is: start, published or as_of") {
      Value($0.dateBasis)
    },
    PageField(
      "published", .any, "the 'date' of the front matter; of an event the day of its announcement"
    ) { Value(moment: $0.entry?.original.front.published) },
    PageField("updated", .any, "the date of the last change") {
      Value(moment: $0.page?.front.updated)
    },
    PageField("author", .string, "who wrote it") { Value($0.page?.front.author) },
    PageField("author_lang", .string, "the language that the author's name is in") {
      .string($0.language(of: .author).rawValue)
    },
    PageField("image", .record(PictureRecord.self), "the leading picture") { $0.picture },
    PageField(
      "files", .map(of: .record(FileRecord.self)),
      "the files that the article names, in its text, its fields or a shortcode, by these names"
    ) { $0.files },
    PageField(
      "extra", .any,
      "whatever the front matter says under 'extra'; 'start', 'end' and 'as_of' are dates"
    ) {
      .map(TemplateMap($0.page?.front.extraValues ?? []))
    },
    PageField(
      "extra_langs", .map(of: .string),
      "the languages of what stands under 'extra', which may be borrowed from a translation"
    ) { view in
      let fields = view.page?.front.extra ?? []
      return .map(
        TemplateMap(
          fields.map { ($0.key, .string(view.language(of: .extra($0.key)).rawValue)) }))
    },
  ]

  private static let relations: [PageField] = [
    PageField("topics", .list(of: .record(TermRecord.self)), "the topics") {
      .list($0.topics)
    },
    PageField("areas", .list(of: .record(AreaLinkRecord.self)), "the areas it is about") {
      .list($0.areas)
    },
    PageField("section", .record(LinkRecord.self), "the list that the page belongs to") {
      $0.section ?? .none
    },
    PageField(
      "breadcrumbs", .list(of: .record(LinkRecord.self)),
      "from the home page down to the parent"
    ) {
      .list($0.breadcrumbs)
    },
    PageField(
      "figures", .list(of: .object(FigureView.self)),
      "the figures that the front matter names, or that are known of the place"
    ) {
      .list($0.namedFigures.map { Value($0) })
    },
    PageField(
      "figure_dates", .string,
      """
      from when to when these figures are, on the pages of all figures and of open data all values, \
      and how many have no date; none without figures
      """
    ) { Value($0.figureDates) },
    PageField(
      "figures_used", .list(of: .object(FigureView.self)), "the figures that the text shows"
    ) {
      .list($0.usedFigures.map { Value($0) })
    },
    PageField(
      "subsections", .list(of: .object(PageView.self)),
      "the pages in the folder that the page heads"
    ) {
      .list($0.children.map { Value($0) })
    },
    PageField("paginator", .record(PaginatorRecord.self), "the pages of a list that goes on") {
      $0.subject.paginator(of: $0)
    },
    PageField("feed_url", .string, "the href of the list's Atom feed") {
      Value($0.feedURL(.atom))
    },
    PageField(
      "feeds", .list(of: .record(FeedLinkRecord.self)), "the list's feed in each of its forms"
    ) {
      .list($0.feeds)
    },
  ]
}

extension FrontMatter {
  /// The theme's own fields as templates see them.
  fileprivate var extraValues: [(String, Value)] {
    let times = [("start", start), ("end", end), ("as_of", asOf)].compactMap { key, moment in
      moment.map { (key, Value(moment: $0)) }
    }
    return times + extra.map { ($0.key, Value(yaml: $0.value)) }
  }
}
