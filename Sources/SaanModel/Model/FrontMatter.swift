import SaanData
import SaanFiles
import SaanText

/// The fields that stand above a page's text.
///
/// `nil` is a field that the file does not have, which is another thing than an empty one:
/// translations take it from each other. Whatever a message may point at keeps its place.
package struct FrontMatter: Sendable {
  package var title: Located<String>?
  /// Whether a title was meant, so that one that cannot be read is not called missing as well.
  package var saysTitle = false
  package var summary: String?
  /// The day by which the article is sorted: of an event the moment at which it begins, else that
  /// on which it was published, at last that of what a report tells.
  package var date: Moment?
  /// What the article itself says under `date`: of an event the day on which it was announced.
  package var published: Moment?
  package var updated: Moment?
  package var author: String?
  package var topics: [Located<String>]?
  package var areas: [Located<String>]?
  package var image: Image?
  package var slug: Located<String>?
  package var aliases: [Located<String>] = []
  package var isDraft: Bool?
  package var publishDate: Moment?
  package var expiryDate: Moment?
  package var template: Located<String>?
  package var weight: Int?
  package var figures: [Located<String>]?
  /// When an event begins and ends: `extra.start` and `extra.end`.
  package var start: Moment?
  package var end: Moment?
  /// What else is known of the event.
  package var event = EventDetails()
  /// The day up to which a report tells what it knows, `extra.as_of`: never that of publication.
  package var asOf: Moment?
  /// Whatever else a theme wants to know; keys in order.
  package var extra: [(key: String, value: YAMLNode)] = []

  /// The file's fields and captions in which figures stand.
  package var stating: [StatingText] = []
  /// What figures say in them, which the file does not tell.
  package var figureWords: [String] { stating.flatMap(\.said) }

  /// The languages of the words that another file of the article says and this one does not.
  package private(set) var borrowed: [Words: Language.Tag] = [:]

  /// Makes fields of which none is set.
  package init() {}

  /// Words that a file may borrow from a translation.
  package enum Words: Hashable, Sendable {
    case author, alt, caption, credit, licence
    case extra(String)
  }

  /// A page's leading picture.
  package struct Image: Sendable {
    package var source: Located<String>?
    package var alt: String?
    package var caption: String?
    package var credit: String?
    /// Under which terms others may use it: a code such as `CC BY 4.0`, or words.
    package var licence: String?
    /// What must be seen of it where a layout cuts it.
    package var focus: PictureFocus?
    /// Whether it says nothing that the text does not, and needs no words.
    package var isDecorative = false

    /// Names a picture and what is said of it.
    package init(
      source: Located<String>? = nil, alt: String? = nil, caption: String? = nil,
      credit: String? = nil
    ) {
      self.source = source
      self.alt = alt
      self.caption = caption
      self.credit = credit
    }
  }

  /// The fields without words taken from those of the whole article.
  package func sharing(_ article: FrontMatter) -> FrontMatter {
    var merged = self
    merged.date = article.date
    merged.published = article.published
    merged.updated = article.updated
    merged.topics = article.topics
    merged.areas = article.areas
    merged.template = article.template
    merged.weight = article.weight
    merged.figures = article.figures
    merged.start = article.start
    merged.end = article.end
    merged.event = article.event
    merged.asOf = article.asOf
    if let source = article.image?.source {
      merged.image = image ?? Image()
      merged.image?.source = source
      merged.image?.focus = image?.focus ?? article.image?.focus
    }
    return merged
  }

  /// The fields with words that are not set taken from the original; aliases are never inherited.
  package func inheriting(from original: FrontMatter, in language: Language.Tag) -> FrontMatter {
    var merged = inheritingDetails(from: original, in: language)
    merged.title = title ?? original.title
    merged.summary = summary ?? original.summary
    merged.slug = slug ?? original.slug
    return merged
  }

  /// The words that nothing else can stand for taken from another file of the article.
  ///
  /// An original takes these of its translations too. It has a title and an address of its own,
  /// and the beginning of its text is a better summary than one in another language.
  package func inheritingDetails(from other: FrontMatter, in language: Language.Tag) -> FrontMatter
  {
    var merged = self
    merged.author = author ?? other.author
    merged.image = image?.inheriting(from: other.image) ?? other.image
    merged.extra += other.extra.filter { pair in !extra.contains { $0.key == pair.key } }
    for word in merged.words.subtracting(words) { merged.borrowed[word] = language }
    return merged
  }

  /// The words that it says and that others may borrow.
  private var words: Set<Words> {
    let own: [(Words, String?)] = [
      (.author, author), (.alt, image?.alt), (.caption, image?.caption), (.credit, image?.credit),
      (.licence, image?.licence),
    ]
    return Set(own.filter { $1 != nil }.map(\.0) + extra.map { .extra($0.key) })
  }
}

extension FrontMatter {
  /// Every time that the event takes place, in their order; none for what is no event.
  ///
  /// An event that is known by its month or year has one, which is as vague.
  package var occurrences: [Occurrence] {
    guard let start else { return [] }
    guard let rule = event.recurrence, start.date.precision == .day else {
      return [Occurrence(day: start.date, start: start, end: end)]
    }
    return rule.occurrences(from: start, to: end)
  }

  /// Whether it was put off and has no new day yet: it is still to come, whatever day that was.
  package var awaitsNewDay: Bool { event.status == .postponed && event.previousStart == nil }

  /// The next time of the event that is not over; of one that waits for its new day, the old one.
  package func nextOccurrence(from today: CalendarDate) -> Occurrence? {
    let occurrences = occurrences
    return occurrences.first { $0.lastDay >= today } ?? (awaitsNewDay ? occurrences.last : nil)
  }
}

extension FrontMatter.Image {
  fileprivate func inheriting(from other: Self?) -> Self {
    var image = Self(
      source: source ?? other?.source, alt: alt ?? other?.alt, caption: caption ?? other?.caption,
      credit: credit ?? other?.credit)
    image.licence = licence ?? other?.licence
    image.focus = focus ?? other?.focus
    image.isDecorative = isDecorative || (alt == nil && other?.isDecorative == true)
    return image
  }
}
