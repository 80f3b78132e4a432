import SaanData
import SaanModel
import SaanText

extension OutputFormat {
  /// The feeds of what became of promises, one row for each form.
  static let promiseFeeds: [OutputFormat] = FeedFormat.allCases.map { format in
    OutputFormat(
      name: "promises/" + format.rawValue,
      summary:
        "What became of promises: of all, of each party's and of each topic's, after \(format.standard).",
      needsBaseURL: true,
      plan: { planner in
        let tracker = planner.site.tracker.value
        guard planner.hasTemplate("promise.html"), !tracker.events.isEmpty else { return [] }
        let followed =
          [FollowedPromises.all] + tracker.promisedTopics.map { .topic($0) }
          + tracker.parties.filter { !tracker.promises(of: $0.id).isEmpty }.map { .party($0.id) }
        return zip(planner.languages.ids, planner.languages).flatMap { index, language in
          followed.map { followed in
            planner.job(
              planner.routes.path(followed.place + format.rawValue, language),
              PromiseFeed(followed: followed, format: format), language: index)
          }
        }
      })
  }
}

/// Which promises a feed is about.
private enum FollowedPromises {
  case all
  case topic(String)
  case party(String)

  /// Where the page lies that tells the same.
  var place: String {
    switch self {
    case .all: TrackerFilter.all.place
    case .topic(let slug): TrackerFilter.topic(slug).place
    case .party(let id): "parties/\(id)/"
    }
  }

  func holds(_ promise: Promise) -> Bool {
    switch self {
    case .all: true
    case .topic(let slug): promise.topics.contains(slug)
    case .party(let id): promise.party == id
    }
  }
}

/// The newest events of promises.
private struct PromiseFeed: FeedSubject {
  /// How many events a feed holds.
  private static let limit = 50

  let followed: FollowedPromises
  let format: FeedFormat

  func feed(_ job: Job, _ reader: Reader) -> Feed {
    let tracker = reader.tracker
    let today = reader.today
    var items: [(day: CalendarDate, item: Feed.Item)] = []
    for event in tracker.events {
      guard let promise = tracker.promise(event.promise), followed.holds(promise),
        let day = event.day(by: today)
      else { continue }
      items.append((day, item(event, of: promise, day, reader)))
    }
    let newest = items.sorted { $1.day < $0.day }.prefix(Self.limit).map(\.item)
    return Feed(
      job, reader, of: followed.place, title: title(reader), updated: newest.map(\.updated).max(),
      items: newest)
  }

  private func item(
    _ event: PromiseEvent, of promise: Promise, _ day: CalendarDate, _ reader: Reader
  ) -> Feed.Item {
    let title = promise.title[reader.tag]
    // What nobody has reviewed is no finding of ours: it says whose words it is.
    let progress = event.isReviewed ? event.progress?.phrase : nil
    let kind = reader.phrase(progress ?? event.kind.phrase)
    let page = reader.absolute(reader.path(promise.place, reader.language)) ?? ""
    return Feed.Item(
      url: page + "#" + event.anchor, title: "\(title) – \(kind)",
      published: Moment(day).rfc3339, updated: Moment(day).rfc3339, author: nil,
      summary: event.summary[reader.tag])
  }

  private func title(_ reader: Reader) -> String {
    let part: String? =
      switch followed {
      case .all: nil
      case .topic(let slug): reader.title(ofTopic: slug)?[reader.tag] ?? slug
      case .party(let id): reader.tracker.party(id)?.name[reader.tag]
      }
    let title =
      part.map { reader.phrase(.trackerPart, ["part": $0]) } ?? reader.phrase(.trackerTitle)
    return "\(title) – \(reader.settings.title[reader.tag])"
  }
}

extension PromiseEvent {
  /// The day on which it happened, else that on which somebody looked; never one to come.
  ///
  /// A month or a year is no day, and the first of it would be a wrong one.
  fileprivate func day(by today: CalendarDate) -> CalendarDate? {
    [date, checkedOn].lazy.compactMap { $0?.simplified }.filter { period in
      period.first == period.last && period.last.precision == .day && period.last <= today
    }.map(\.last).first
  }
}
