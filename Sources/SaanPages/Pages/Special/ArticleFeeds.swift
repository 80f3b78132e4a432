import SaanData
import SaanModel
import SaanText

extension OutputFormat {
  /// The feeds of the newest articles, one row for each form.
  static let articleFeeds: [OutputFormat] = FeedFormat.allCases.map { format in
    OutputFormat(
      name: format.rawValue,
      summary: "The newest articles of a language and of a collection, after \(format.standard).",
      needsBaseURL: true,
      plan: { planner in
        zip(planner.languages.ids, planner.languages).flatMap { index, language in
          let feeds = planner.listings.filter { planner.hasFeed($0) }
          return ([nil] + feeds).map { listing in
            planner.job(
              planner.routes.path((listing?.place ?? "") + format.rawValue, language),
              ArticleFeed(listing: listing, format: format), language: index)
          }
        }
      })
  }
}

extension Planner {
  fileprivate func hasFeed(_ listing: Listing) -> Bool {
    guard case .collection(let index) = listing.kind else { return false }
    return site.settings.collections[index].hasFeed
  }
}

/// The newest articles that are written in a language.
private struct ArticleFeed: FeedSubject {
  /// How many articles a feed holds.
  static let limit = 20

  /// The list whose articles it holds; without one, those of every list that has a feed.
  let listing: Listing?
  let format: FeedFormat

  func feed(_ job: Job, _ reader: Reader) -> Feed {
    let today = reader.today
    let items = views(reader, today).map { view, updated in
      Feed.Item(
        url: view.permalink ?? "", title: view.title,
        published: view.published(by: today)?.rfc3339, updated: updated,
        author: view.page?.front.author, summary: view.summary)
    }
    return Feed(
      job, reader, of: listing?.place ?? "", title: title(reader),
      updated: items.map(\.updated).max(), items: items)
  }

  /// The newest articles that are written in the language and know the day of their last change.
  private func views(
    _ reader: Reader, _ today: CalendarDate
  ) -> [(view: PageView, updated: String)] {
    var newest: [(view: PageView, updated: String)] = []
    for listing in listing.map({ [$0] }) ?? reader.listingsWithFeeds {
      for entry in reader.articles(of: listing) {
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
    }
    return newest
  }

  private func title(_ reader: Reader) -> String {
    let site = reader.settings.title[reader.tag]
    guard let listing, case .collection(let index) = listing.kind else { return site }
    return "\(reader.settings.collections[index].title[reader.tag]) – \(site)"
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
  /// that, else its own day or that of its event, but never a time to come, nor the day of what it
  /// tells; `nil` where it knows no day.
  ///
  /// A month or a year is no day, and the first of it would be a wrong one.
  fileprivate func updated(by today: CalendarDate) -> String? {
    if let updated = page?.front.updated, updated.isDay(by: today) { return updated.rfc3339 }
    if let published = published(by: today) { return published.rfc3339 }
    guard let front = entry?.original.front, let day = front.start ?? front.published,
      day.date.precision == .day
    else { return nil }
    return min(day, Moment(today)).rfc3339
  }
}

extension Moment {
  /// Whether it is a day, and not one to come.
  fileprivate func isDay(by today: CalendarDate) -> Bool {
    date.precision == .day && date <= today
  }
}
