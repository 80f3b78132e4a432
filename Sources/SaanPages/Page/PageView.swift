import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What templates may ask of a page.
typealias PageField = ObjectTable<PageView>.Field

/// A page as templates and feeds see it, in the language of one reader.
///
/// It is small and reads everything when asked; lists of thousands cost nothing until a template
/// looks at them.
package struct PageView: Sendable {
  let reader: Reader
  let subject: any Subject
  /// The site path, such as `/th/news/x/`.
  package let path: String
  let kind: String
  /// The text, when it was rendered before the template.
  let content: HTML?

  /// The page that a job makes.
  package init(reader: Reader, job: Job, content: HTML? = nil) {
    self.content = content
    // A redirect speaks of the page that it leads to.
    let shown = job.subject.target ?? job
    self.reader = reader.reading(shown.language)
    subject = shown.subject
    path = shown.path
    kind = job.kind
    // A page is its article's even where its template asks for none of it.
    _ = entry
  }

  /// An article, as a list shows it.
  package init(reader: Reader, entry: Entry) {
    self.reader = reader
    content = nil
    subject = ArticlePage(article: entry)
    path = reader.path(of: entry, reader.language)
    kind = subject.kind
  }

  var url: String { subject.url ?? reader.href(path) }
  /// The absolute URL, where the site's address is known.
  var permalink: String? { subject.url ?? reader.absolute(path) }

  /// The article behind the page, if there is one.
  package var entry: Entry? {
    if let entry = subject.entry { reader.noteHead(of: entry) }
    return subject.entry
  }

  /// The translation that this reader gets.
  package var page: Page? { entry?.page(for: reader.tag) }

  /// The same, for who looks at its text.
  var text: Page? {
    guard let entry else { return nil }
    reader.noteText(of: entry)
    return entry.page(for: reader.tag)
  }

  /// Whether the article is shown in another language than the reader's.
  var isFallback: Bool { entry.map { !$0.has(reader.tag) } ?? false }

  /// The day by which the article is sorted; of an event the moment at which it begins.
  var date: Moment? { entry?.original.front.date }

  /// Which of an article's days that is.
  var dateBasis: String? {
    guard let front = entry?.original.front, front.date != nil else { return nil }
    return front.start != nil ? "start" : front.published != nil ? "published" : "as_of"
  }

  /// The last change that the article states; the day of an event is none.
  var lastChange: Moment? {
    page?.front.updated ?? entry?.original.front.published
  }

  /// The language of words of the front matter, which may be borrowed from a translation.
  func language(of words: FrontMatter.Words) -> Language.Tag {
    guard let page else { return reader.tag }
    return page.front.borrowed[words] ?? page.language
  }

  /// When the article's day or the next time of its event is; `nil` of what is over.
  var nextTime: Moment? {
    let today = reader.today
    guard let front = entry?.original.front, front.start != nil else {
      return date.flatMap { $0.date.lastDay >= today ? $0 : nil }
    }
    return front.nextOccurrence(from: today)?.start
  }

  var title: String { titleAndLanguage.title }

  /// The title and the language that it is really in.
  var titleAndLanguage: TitledText {
    if let own = subject.title(of: self) { return own }
    guard let page else { return resolved(reader.settings.title) }
    return (page.title, page.titleLanguage)
  }

  /// What the page is about in a sentence or two: its lead, or the beginning of the text.
  var summary: String? { lead ?? subject.opening(of: self) }

  /// The language that the summary is in: of an article the one that it was written in.
  var summaryLanguage: Language.Tag {
    subject.lead(of: self)?.language ?? page?.language ?? reader.tag
  }

  /// The summary that the article states.
  var ownSummary: TitledText? {
    guard let page, let summary = page.front.summary else { return nil }
    return (summary, page.summaryLanguage)
  }

  /// The summary where it stands above the text: never one that only repeats how the text begins.
  var lead: String? { subject.lead(of: self)?.title }

  /// How the text begins, cut to what a list shows.
  var firstWords: String? {
    guard let entry else { return nil }
    reader.noteOpening(of: entry)
    let page = entry.page(for: reader.tag)
    return page.body.beginning { reader.fragment(of: $0)?.words }
      .map { truncated($0, to: 160) }
  }

  /// The absolute URL of the page that search engines should show for this one, where the site's
  /// address is known.
  var canonical: String? {
    guard let entry, isFallback, let index = originalLanguage(of: entry) else { return permalink }
    return reader.absolute(reader.path(of: entry, reader.languages[index]))
  }

  /// The language that the article was written in; of a borrowed one that which it is shown in.
  func originalLanguage(of entry: Entry) -> LanguageID? {
    let original = isFallback ? entry.page(for: reader.tag) : entry.original
    return reader.languages.firstID { $0.tag == original.language }
  }

  /// The same page in another language: its site path.
  func path(in other: LanguageID) -> String { subject.path(of: self, in: other) }

  /// Whether the page really exists in a language, and not only as a fallback.
  func isTranslated(in other: LanguageID) -> Bool { subject.isTranslated(of: self, in: other) }

  /// The translations for search engines: none unless there are at least two, and none for
  /// fallbacks.
  ///
  /// The choice of language is what `x-default` leads to; it is a translation of nothing.
  var alternates: [(tag: String, url: String)] {
    let all = reader.languages.ids.filter { isTranslated(in: $0) }
    guard all.count > 1, all.contains(reader.languageID), subject.hasAlternates,
      let root = reader.absolute("/")
    else { return [] }
    let links = all.map { index in
      (
        tag: reader.languages[index].tag.rawValue,
        url: reader.absolute(path(in: index)) ?? root
      )
    }
    let fallback =
      kind == "home" ? root : all.first.flatMap { reader.absolute(path(in: $0)) } ?? root
    return links + [("x-default", fallback)]
  }
}

/// What subjects ask of the page that shows them.
extension PageView {
  /// A text of the settings or the data with the language that it is really in.
  func resolved(_ text: Localized<String>) -> TitledText {
    let found = text.spoken(for: reader.tag)
    return (found.text, found.language)
  }

  /// A phrase of the theme.
  func phrase(_ phrase: Phrase) -> TitledText {
    (reader.phrase(phrase), reader.tag)
  }

  /// A link to a list of the site.
  func link(_ phrase: Phrase, to place: String) -> Value {
    Value(
      LinkRecord(
        title: reader.phrase(phrase), language: reader.tag,
        url: reader.href(reader.path(place, reader.language))))
  }

  /// The site path of the home page in another language.
  func home(in other: LanguageID) -> String { reader.path("", reader.languages[other]) }
}
