import SaanData
import SaanModel
import SaanText

extension OutputFormat {
  /// The feeds of answers, of promises and of follow-ups, one row for each form.
  static let promiseFeeds: [OutputFormat] = FeedFormat.allCases.map { format in
    OutputFormat(
      name: "promises/" + format.rawValue,
      summary:
        "What parties answered, what became of promises and how they were followed up: of all, of each party and of each topic, after \(format.standard).",
      needsBaseURL: true,
      plan: { planner in
        let tracker = planner.site.tracker.value
        let isTold =
          !tracker.events.isEmpty || !tracker.followUps.isEmpty
          || tracker.commitments.contains(where: \.stance.isAnswer)
        guard planner.hasTemplate("promise.html"), planner.hasTemplate("promises.html"), isTold
        else { return [] }
        let parties = planner.hasTemplate("party.html") ? tracker.parties : []
        let followed =
          [FollowedPromises.all] + tracker.promisedTopics.map { .topic($0) }
          + parties.map { .party($0.id) }
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

/// What of the tracker a feed is about.
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

  func holds(_ answer: Commitment, _ tracker: Tracker) -> Bool {
    switch self {
    case .all: true
    case .topic(let slug): tracker.proposal(of: answer)?.topics.contains(slug) ?? false
    case .party(let id): answer.party == id
    }
  }

  func holds(_ followUp: FollowUp, _ tracker: Tracker) -> Bool {
    let promises = followUp.promises.compactMap { tracker.promise($0) }
    if promises.contains(where: holds) { return true }
    switch self {
    case .all: return true
    case .party: return false
    case .topic(let slug):
      return followUp.proposals.contains { tracker.proposal($0)?.topics.contains(slug) ?? false }
    }
  }
}

/// The newest of what parties answered, of what became of promises and of how that was followed up.
private struct PromiseFeed: FeedSubject {
  /// How many entries a feed holds.
  private static let limit = 50

  let followed: FollowedPromises
  let format: FeedFormat

  func feed(_ job: Job, _ reader: Reader) -> Feed {
    let news = TrackerNews(reader)
    let tracker = reader.tracker
    let promises = tracker.events.filter { event in
      tracker.promise(event.promise).map { followed.holds($0) } ?? false
    }.compactMap(news.item)
    let answers = tracker.commitments.filter { followed.holds($0, tracker) }
      .compactMap(news.item)
    let followUps = tracker.followUps.reversed().filter { followed.holds($0, tracker) }
      .compactMap(news.item)
    let newest = (promises + answers + followUps).sorted { $1.day < $0.day }
      .prefix(Self.limit).map(\.item)
    return Feed(
      job, reader, of: followed.place, title: title(reader), updated: newest.map(\.updated).max(),
      items: newest)
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
