import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// The tracker of proposals and promises, or the part of it that a page shows.
struct TrackerView: TrackedView {
  private typealias Field = ObjectTable<TrackerView>.Field

  let reader: Reader
  let tracker: Tracker
  let filter: TrackerFilter

  init(_ reader: Reader, filter: TrackerFilter = .all) {
    self.reader = reader
    tracker = reader.tracker
    self.filter = filter
  }

  /// The promises of the part that still stand.
  var promises: [Promise] { tracker.promises.filter { $0.isStanding && isShown($0) } }

  private func isShown(_ promise: Promise) -> Bool {
    switch filter {
    case .all: true
    case .topic(let slug): promise.topics.contains(slug)
    case .progress(let progress): reader.state(of: promise, tracker).progress == progress
    case .mandate(let id): promise.mandate == id
    }
  }

  private var counts: TrackerCounts { TrackerCounts(reader, tracker, promises) }

  /// The proposals by the sets that they belong to, in the table's order.
  private var sets: [Value] {
    var order: [Localized<String>] = []
    var members: [Localized<String>: [Proposal]] = [:]
    for proposal in tracker.proposals {
      if members[proposal.set] == nil { order.append(proposal.set) }
      members[proposal.set, default: []].append(proposal)
    }
    return order.map { set in
      let title = set.spoken(for: reader.tag)
      return Value(
        ProposalSetRecord(
          title: title.text, titleLanguage: title.language.rawValue,
          proposals: (members[set] ?? []).map {
            Value(ProposalView(reader: reader, tracker: tracker, proposal: $0))
          }))
    }
  }

  /// How many cells of asks and parties have each answer, and how many have none.
  private var stances: [Value] {
    var counts: [Commitment.Stance: Int] = [:]
    for party in tracker.parties {
      for ask in tracker.asks {
        if let stance = tracker.stance(of: party.id, to: ask.id)?.stance {
          counts[stance, default: 0] += 1
        }
      }
    }
    let recorded = counts.values.reduce(0, +)
    let order: [Commitment.Stance] = [
      .agree, .agreeWithConditions, .neutral, .disagree, .noReply, .notAsked,
    ]
    return order.map { Value(StanceCountRecord(stance: $0.rawValue, count: counts[$0] ?? 0)) }
      + [
        Value(
          StanceCountRecord(
            stance: AnswerView.unrecorded,
            count: tracker.parties.count * tracker.asks.count - recorded))
      ]
  }

  private var answersCount: Int {
    tracker.parties.reduce(0) { sum, party in
      sum
        + tracker.asks.count { tracker.stance(of: party.id, to: $0.id)?.stance.isAnswer ?? false }
    }
  }

  /// The terms with promises, each counted by itself.
  private var mandates: [Value] {
    tracker.mandates.compactMap { mandate in
      let own = tracker.promises.filter { $0.mandate == mandate.id && $0.isStanding }
      guard !own.isEmpty else { return nil }
      let name = mandate.name.spoken(for: reader.tag)
      let counts = TrackerCounts(reader, tracker, own)
      return Value(
        MandateRecord(
          title: name.text, titleLanguage: name.language.rawValue, start: mandate.start,
          end: mandate.end, count: own.count, reviewed: counts.reviewed, states: counts.states,
          url: reader.hrefIfPublished(TrackerFilter.mandate(mandate.id).place)))
    }
  }

  /// The topics of promises and proposals with how many promises each has.
  private var topics: [Value] {
    tracker.promisedTopics.map { slug in
      Value(
        TopicCountRecord(
          topic: reader.termValue(slug) ?? .none,
          count: tracker.promises.count { $0.topics.contains(slug) && $0.isStanding },
          url: reader.hrefIfPublished(TrackerFilter.topic(slug).place)))
    }
  }
}

extension TrackerView {
  static let table = ObjectTable<TrackerView>("tracker", sizes + parts + lists + addresses)

  private static let sizes: [Field] = [
    Field("proposals_count", .number, "how many proposals there are") {
      .int($0.tracker.proposals.count)
    },
    Field("asks_count", .number, "how many asks these have") { .int($0.tracker.asks.count) },
    Field("parties_count", .number, "how many parties there are") {
      .int($0.tracker.parties.count)
    },
    Field("answers_count", .number, "how many of the asks parties have answered, party by party") {
      .int($0.answersCount)
    },
    Field("promises_count", .number, "how many promises stand; in a part, how many it shows") {
      .int($0.promises.count)
    },
    Field("all_promises_count", .number, "how many promises stand in all") { view in
      .int(view.tracker.promises.count { $0.isStanding })
    },
    Field("retired_count", .number, "how many entries we have withdrawn") { view in
      .int(view.tracker.promises.count { $0.isRetired })
    },
    Field("merged_count", .number, "how many promises count as parts of others") { view in
      .int(view.tracker.promises.count { $0.mergedInto != nil && !$0.isRetired })
    },
    Field("reviewed_count", .number, "how many of the promises somebody has looked into") {
      .int($0.counts.reviewed)
    },
    Field("overdue_count", .number, "how many have passed their deadline without a verdict") {
      .int($0.counts.overdue)
    },
    Field("stale_count", .number, "how many nobody has looked at for longer than a review holds") {
      .int($0.counts.stale)
    },
  ]

  private static let parts: [Field] = [
    Field("states", .list(of: .record(StateCountRecord.self)), "how many promises stand where") {
      .list($0.counts.states)
    },
    Field("stances", .list(of: .record(StanceCountRecord.self)), "how many answers say what") {
      .list($0.stances)
    },
    Field("mandates", .list(of: .record(MandateRecord.self)), "the terms with promises") {
      .list($0.mandates)
    },
    Field("topics", .list(of: .record(TopicCountRecord.self)), "the topics of promises") {
      .list($0.topics)
    },
  ]

  private static let lists: [Field] = [
    Field("sets", .list(of: .record(ProposalSetRecord.self)), "the proposals, by their lists") {
      .list($0.sets)
    },
    Field("parties", .list(of: .object(PartyView.self)), "the parties in the order of names") {
      view in
      .list(
        view.reader.inOrder(view.tracker.parties).map {
          Value(PartyView(reader: view.reader, tracker: view.tracker, party: $0))
        })
    },
    Field("promises", .list(of: .object(PromiseView.self)), "the promises that the page shows") {
      view in
      .list(
        view.promises.map {
          Value(PromiseView(reader: view.reader, tracker: view.tracker, promise: $0))
        })
    },
    Field("methods", .list(of: .object(FollowUpMethodView.self)), "the ways to follow up") {
      view in
      .list(view.tracker.methods.map { Value(FollowUpMethodView(reader: view.reader, method: $0)) })
    },
    Field("followups", .list(of: .object(FollowUpView.self)), "what was done, newest first") {
      view in
      .list(
        view.tracker.followUps.map {
          Value(FollowUpView(reader: view.reader, tracker: view.tracker, followUp: $0))
        })
    },
  ]

  private static let addresses: [Field] = [
    Field("url", .string, "the href of the tracker, where it is published") {
      Value($0.reader.hrefIfPublished(TrackerFilter.all.place))
    },
    Field("matrix_url", .string, "the href of the table of asks and parties") {
      Value($0.reader.hrefIfPublished(TrackerPlaces.matrix(nil)))
    },
    Field("method_url", .string, "the href of the page that says how it is done") {
      Value($0.reader.hrefIfPublished(TrackerPlaces.method))
    },
    Field("parties_url", .string, "the href of the list of parties") {
      Value($0.reader.hrefIfPublished(TrackerPlaces.parties))
    },
  ]
}

/// How many answers are one word.
struct StanceCountRecord: TemplateRecord {
  let stance: String
  let count: Int

  static let table = ObjectTable<StanceCountRecord>(
    "stance with its count",
    [
      .init("stance", .string) { .string($0.stance) },
      .init("count", .number) { .int($0.count) },
    ])
}

/// Proposals that belong together.
struct ProposalSetRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let proposals: [Value]

  static let table = ObjectTable<ProposalSetRecord>(
    "set of proposals",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("proposals", .list(of: .object(ProposalView.self))) { .list($0.proposals) },
    ])
}

/// A term with its promises.
struct MandateRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let start: CalendarPeriod
  let end: CalendarPeriod?
  let count: Int
  let reviewed: Int
  let states: [Value]
  let url: String?

  static let table = ObjectTable<MandateRecord>(
    "term of office",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("start", .any) { Value(date: $0.start.simplified.first) },
      .init("end", .any) { Value(date: $0.end?.simplified.last) },
      .init("count", .number) { .int($0.count) },
      .init("reviewed", .number) { .int($0.reviewed) },
      .init("states", .list(of: .record(StateCountRecord.self))) { .list($0.states) },
      .init("url", .string) { Value($0.url) },
    ])
}

/// A topic with how many promises it has.
struct TopicCountRecord: TemplateRecord {
  let topic: Value
  let count: Int
  let url: String?

  static let table = ObjectTable<TopicCountRecord>(
    "topic of promises",
    [
      .init("topic", .record(TermRecord.self)) { $0.topic },
      .init("count", .number) { .int($0.count) },
      .init("url", .string) { Value($0.url) },
    ])
}
