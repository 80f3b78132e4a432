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

  /// The newest dated articles that are written in the language, with when they changed.
  private func views(
    _ reader: Reader, _ today: CalendarDate
  ) -> [(view: PageView, updated: String)] {
    var newest: [(view: PageView, updated: String)] = []
    for listing in listing.map({ [$0] }) ?? reader.listingsWithFeeds {
      for entry in reader.articles(of: listing) {
        // A view notes its article: one that is left out today may be translated tomorrow.
        let view = PageView(reader: reader, entry: entry)
        guard !view.isFallback, view.date != nil else { continue }
        let updated = view.updated(by: today)
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
  /// When the article appeared, as far as it says, but never a day to come.
  fileprivate func published(by today: CalendarDate) -> Moment? {
    guard let front = entry?.original.front else { return nil }
    return [front.published, page?.front.publishDate ?? front.publishDate]
      .lazy.compactMap { $0 }.first { $0.date.firstDay <= today }
  }

  /// When the article last changed, as feeds write it, which RFC 4287 asks for: what it says of
  /// that, else the day of its event, but never a time to come.
  fileprivate func updated(by today: CalendarDate) -> String {
    let stated = [page?.front.updated, published(by: today)].lazy.compactMap { $0 }
      .first { $0.date.firstDay <= today }
    return (stated ?? min(date ?? Moment(today), Moment(today))).rfc3339
  }
}
