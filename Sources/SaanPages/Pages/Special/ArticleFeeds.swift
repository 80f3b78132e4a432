import SaanData
import SaanModel
import SaanText

extension OutputFormat {
  /// The feeds of the newest articles, one row for each form.
  static let articleFeeds: [OutputFormat] = FeedFormat.allCases.map { format in
    OutputFormat(
      name: format.rawValue,
      summary:
        "The newest articles of a language, of a collection, of a topic and about a province, after \(format.standard).",
      needsBaseURL: true,
      plan: { planner in
        zip(planner.languages.ids, planner.languages).flatMap { index, language in
          planner.feedSubjects(in: index).map { subject in
            planner.job(
              planner.routes.path(subject.place + format.rawValue, language),
              ArticleFeed(of: subject, format: format), language: index)
          }
        }
      })
  }
}

extension Planner {
  /// What has a feed in a language: the site, each collection that asks for one, and each topic and
  /// province with articles of theirs.
  fileprivate func feedSubjects(in language: LanguageID) -> [FollowedSubject] {
    let tag = languages[language].tag
    func isTold(_ entry: Entry) -> Bool { entry.has(tag) && site.settings.follows(entry) }
    let lists = listings.filter { listing in
      switch listing.kind {
      case .collection(let index): site.settings.collections[index].hasFeed
      case .term: listing.entries(language).contains(where: isTold)
      case .year: false
      }
    }
    return followed(lists, provincesOf: site.entries.filter(isTold))
  }
}

extension Settings {
  /// Whether an article lies in a collection that has a feed.
  fileprivate func follows(_ entry: Entry) -> Bool {
    collection(containing: entry.key)?.hasFeed ?? false
  }

  /// What a list is called.
  func name(of listing: Listing, in tag: Language.Tag) -> String {
    switch listing.kind {
    case .collection(let index): collections[index].title[tag]
    case .term(let taxonomy, let term): taxonomies[taxonomy].terms[term].title[tag]
    case .year(let index, _): collections[index].title[tag]
    }
  }
}

/// The newest articles that are written in a language.
private struct ArticleFeed: FeedSubject {
  /// How many articles a feed holds.
  static let limit = 20

  let followed: FollowedSubject
  let format: FeedFormat

  init(of followed: FollowedSubject, format: FeedFormat) {
    (self.followed, self.format) = (followed, format)
  }

  func feed(_ job: Job, _ reader: Reader) -> Feed {
    let today = reader.today
    let items = views(reader, today).map { view, updated in
      // Of an event a feed says when it is, and whether: who comes in vain has read it there.
      let event = EventView(view)
      return Feed.Item(
        url: view.permalink ?? "", title: event?.nameWithStatus ?? view.title,
        published: view.published(by: today)?.rfc3339, updated: updated,
        author: view.page?.front.author, summary: event?.announcement ?? view.summary)
    }
    return Feed(
      job, reader, of: followed.place, title: title(reader),
      updated: items.map(\.updated).max(), items: items)
  }

  /// The newest articles that are written in the language and know the day of their last change.
  private func views(
    _ reader: Reader, _ today: CalendarDate
  ) -> [(view: PageView, updated: String)] {
    var newest: [(view: PageView, updated: String)] = []
    for entry in articles(reader) {
      // A view notes its article: one that is left out today may be translated tomorrow.
      let view = PageView(reader: reader, entry: entry)
      guard !view.isFallback, let updated = view.updated(by: today) else { continue }
      let before = newest.lastIndex {
        updated < $0.updated || updated == $0.updated && $0.view.path < view.path
      }
      let place = before.map { $0 + 1 } ?? 0
      guard place < Self.limit else { continue }
      newest.insert((view, updated), at: place)
      if newest.count > Self.limit { newest.removeLast() }
    }
    return newest
  }

  /// Its articles in any order: of a topic and a province those in collections that have feeds.
  private func articles(_ reader: Reader) -> [Entry] {
    switch followed {
    case .site: reader.listingsWithFeeds.flatMap { reader.articles(of: $0) }
    case .list(let listing) where listing.isTerm:
      reader.articles(of: listing).filter(reader.settings.follows)
    case .list(let listing): reader.articles(of: listing)
    case .province(let area, _):
      reader.mentions(of: area.id).filter(reader.settings.follows)
    }
  }

  private func title(_ reader: Reader) -> String {
    let site = reader.settings.title[reader.tag]
    switch followed {
    case .site: return site
    case .list(let listing):
      return "\(reader.settings.name(of: listing, in: reader.tag)) – \(site)"
    case .province(let area, _):
      return "\(AreaView(reader: reader, area: reader.areas.all[area.id]).fullName) – \(site)"
    }
  }
}

extension PageView {
  /// When the article appeared, where it says the day, but never one to come.
  fileprivate func published(by today: CalendarDate) -> Moment? {
    guard let front = entry?.original.front else { return nil }
    return [front.published, page?.front.publishDate ?? front.publishDate]
      .lazy.compactMap { $0 }.first { $0.isDay(by: today) }
  }

  /// When the article last changed, as feeds write it, which RFC 4287 asks for: what it says of
  /// that, else its own day, else some weeks before its event; `nil` where it knows no day, or that
  /// one is still to come.
  ///
  /// A month or a year is no day, and the first of it would be a wrong one. Of an event that does
  /// not say when it changed a feed tells the same day for ever, and not that of the build.
  fileprivate func updated(by today: CalendarDate) -> String? {
    if let updated = page?.front.updated, updated.isDay(by: today) { return updated.rfc3339 }
    if let published = published(by: today) { return published.rfc3339 }
    guard let front = entry?.original.front, let day = front.start ?? front.published,
      day.date.precision == .day
    else { return nil }
    let announced =
      front.start == nil ? day : Moment(day.date.adding(days: -Self.daysOfNotice))
    return announced.isDay(by: today) ? announced.rfc3339 : nil
  }

  /// How long before an event, which says of no day that it was told on it, feeds tell of it.
  private static var daysOfNotice: Int { 28 }
}

extension Moment {
  /// Whether it is a day, and not one to come.
  fileprivate func isDay(by today: CalendarDate) -> Bool {
    date.precision == .day && date <= today
  }
}
