import SaanData
import SaanText

/// A file of an article that is not out on the day of the build.
package struct HeldBack: Sendable {
  /// Why a page is not published.
  package enum Reason: Sendable, Equatable {
    case draft
    /// Its day has not come.
    case scheduled(Moment)
    /// Its day has gone.
    case expired(Moment)
  }

  /// The article's place below `content/`.
  package let key: String
  package let language: Language.Tag
  package let source: SourceFile
  package let reason: Reason
  /// Where the front matter says so, which may be in the original.
  package let place: Place
  /// The last part of the address that the page will have, where it is not the key's.
  package let slug: String?
  /// The old addresses that lead to it.
  package let aliases: [String]
  /// The slugs of its topics, whose pages it may be alone in.
  package let topics: [String]
  /// The areas that it names, whose feeds it may be alone in.
  package let areas: [String]

  /// Notes a file that is not out, and why.
  package init(
    key: String, language: Language.Tag, source: SourceFile, reason: Reason, place: Place,
    slug: String?, aliases: [String], topics: [String],
    areas: [String]
  ) {
    self.key = key
    self.language = language
    self.source = source
    self.reason = reason
    self.place = place
    self.slug = slug
    self.aliases = aliases
    self.topics = topics
    self.areas = areas
  }
}

extension BuildOptions {
  /// The same without what only a preview shows.
  package var published: BuildOptions {
    var options = self
    (options.includesDrafts, options.includesFuture) = (false, false)
    return options
  }

  /// Why a file with these fields is not out today, its original's counting where it sets none.
  ///
  /// A page is out from the day of `publish_date` on and until the day before `expiry_date`,
  /// whatever time of day the two name: a build knows its day only.
  package func reasonToHold(_ own: FrontMatter, original: FrontMatter) -> HeldBack.Reason? {
    if own.isDraft ?? original.isDraft == true, !includesDrafts { return .draft }
    if includesFuture { return nil }
    if let publish = own.publishDate ?? original.publishDate, publish.date > today {
      return .scheduled(publish)
    }
    if let expiry = own.expiryDate ?? original.expiryDate, expiry.date <= today {
      return .expired(expiry)
    }
    return nil
  }
}

extension HeldBack.Reason {
  /// What templates call it.
  package var word: String {
    switch self {
    case .draft: "draft"
    case .scheduled: "scheduled"
    case .expired: "expired"
    }
  }

  /// The key of the front matter that holds the page back.
  package var key: String {
    switch self {
    case .draft: "draft"
    case .scheduled: "publish_date"
    case .expired: "expiry_date"
    }
  }
}
