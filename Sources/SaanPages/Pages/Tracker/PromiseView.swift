import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension Promise {
  /// Where its page lies below the language's prefix.
  var place: String { "promises/\(id)/" }
}

extension PromiseEvent {
  /// The id of its part of the promise's page.
  var anchor: String { "event-" + id }
}

/// A promise with where it stands today and everything that happened to it.
struct PromiseView: TrackedView {
  private typealias Field = ObjectTable<PromiseView>.Field

  let reader: Reader
  let tracker: Tracker
  let promise: Promise

  private var state: PromiseState { reader.state(of: promise, tracker) }

  private func view(_ promise: Promise) -> PromiseView {
    PromiseView(reader: reader, tracker: tracker, promise: promise)
  }

  private func link(_ id: String?) -> Value {
    id.flatMap { tracker.promise($0) }.map { reader.link($0.title, $0.place) } ?? .none
  }

  static let table = ObjectTable<PromiseView>(
    "promise", identity + standing + terms + relations)

  private static let identity: [Field] = fields(
    [
      Field("id", .string, "the row's id") { .string($0.promise.id) },
      Field("url", .string, "the href of its page") { view in
        .string(view.reader.href(view.reader.path(view.promise.place, view.reader.language)))
      },
      Field("original_text", .string, "what the party said, word for word") {
        .string($0.promise.originalText)
      },
      Field("original_lang", .string, "the language of that") { view in
        .string(
          Localized(view.promise.originalText).spoken(for: view.reader.tag).language.rawValue)
      },
      Field("party", .object(PartyView.self), "the party that made it") { view in
        view.tracker.party(view.promise.party).map {
          Value(PartyView(reader: view.reader, tracker: view.tracker, party: $0))
        } ?? .none
      },
      Field("page", .string, "the page of the source") { Value($0.promise.page) },
      Field("source", .record(SourceRecord.self), "the source that it is taken from") { view in
        view.promise.source.map { view.reader.source($0) } ?? .none
      },
    ], text("title", "what it is called") { $0.promise.title },
    text("mandate", "the term that it was made for") { view in
      view.promise.mandate.flatMap { view.tracker.mandate($0) }?.name
    })

  private static let standing: [Field] = [
    Field("is_reviewed", .bool, "whether anybody has looked into it") {
      .bool($0.state.isReviewed)
    },
    Field("progress", .string, "how far it has come: a word, not_researched before a review") {
      .string($0.state.progress.rawValue)
    },
    Field("is_verdict", .bool, "whether that judges the promise as a whole") {
      .bool($0.state.progress.isVerdict)
    },
    date("since", "when the event happened that says so") { $0.state.since },
    Field("checked_on", .any, "when somebody looked last, as exactly as that is known") {
      Value(date: $0.state.checkedOn)
    },
    Field("is_overdue", .bool, "whether its deadline has gone by and something is left to be done")
    {
      .bool($0.state.isOverdue)
    },
    Field("is_stale", .bool, "whether nobody has looked for longer than a review holds") {
      .bool($0.state.isStale)
    },
    Field("has_single_source", .bool, "whether all that it rests on comes from one producer") {
      .bool($0.state.hasSingleSource)
    },
    Field(
      "is_unchecked", .bool, "whether nobody is known to have looked since its deadline went by"
    ) { .bool($0.state.isUncheckedSinceDeadline) },
    Field("is_retired", .bool, "whether we have withdrawn the entry") {
      .bool($0.promise.isRetired)
    },
    Field("is_merged", .bool, "whether it counts as a part of another") {
      .bool($0.promise.mergedInto != nil)
    },
  ]

  private static let terms: [Field] = fields(
    text("criteria", "what will show that it is kept") { $0.promise.criteria },
    text("budget_origin", "where the money is to come from") { $0.promise.budgetOrigin },
    text("retired_reason", "why we have withdrawn the entry") { $0.promise.retiredReason },
    [
      date("criteria_on", "when the criteria were written") { $0.promise.criteriaOn },
      date("made_on", "when it was made") { $0.promise.madeOn },
      date("deadline", "when it is to be kept") { $0.promise.deadline },
      Field("budget_baht", .string, "what it is to cost") { view in
        Value(view.promise.budget?.plain)
      },
      Field("review_every", .number, "after how many days somebody should look again") {
        .int($0.promise.reviewEvery)
      },
    ])

  private static let relations: [Field] = [
    Field("topics", .list(of: .record(TermRecord.self)), "its topics") {
      $0.reader.topicValues($0.promise.topics)
    },
    Field("areas", .list(of: .record(AreaLinkRecord.self)), "the areas it is about") {
      $0.reader.areaValues($0.promise.areas)
    },
    Field("asks", .list(of: .object(AskView.self)), "the asks that it answers") { view in
      .list(
        view.promise.asks.compactMap { view.tracker.ask($0) }.map {
          Value(AskView(reader: view.reader, tracker: view.tracker, ask: $0))
        })
    },
    Field("proposals", .list(of: .record(LinkRecord.self)), "the proposals of these asks") {
      view in
      var seen = Set<String>()
      let ids = view.promise.asks.compactMap { view.tracker.ask($0)?.proposal }
      return .list(
        ids.filter { seen.insert($0).inserted }.compactMap { id in
          view.tracker.proposal(id).map { view.reader.link($0.title, Proposal.folder + id + "/") }
        })
    },
    Field("events", .list(of: .object(PromiseEventView.self)), "what happened, as time went") {
      view in
      .list(
        view.tracker.events(of: view.promise.id).map {
          Value(PromiseEventView(reader: view.reader, event: $0))
        })
    },
    Field("followups", .list(of: .object(FollowUpView.self)), "how it was followed up") { view in
      .list(
        view.tracker.followUps(ofPromise: view.promise.id).map {
          Value(FollowUpView(reader: view.reader, tracker: view.tracker, followUp: $0))
        })
    },
    Field("split_from", .record(LinkRecord.self), "the promise that it was split from") {
      $0.link($0.promise.splitFrom)
    },
    Field("merged_into", .record(LinkRecord.self), "the promise that it was merged into") {
      $0.link($0.promise.mergedInto)
    },
    Field("parts", .list(of: .record(LinkRecord.self)), "the promises that were split from it") {
      view in
      .list(
        view.tracker.promises.filter { $0.splitFrom == view.promise.id }.map {
          view.reader.link($0.title, $0.place)
        })
    },
    Field(
      "merged", .list(of: .record(LinkRecord.self)), "the promises that were merged into it"
    ) { view in
      .list(
        view.tracker.promises.filter { $0.mergedInto == view.promise.id }.map {
          view.reader.link($0.title, $0.place)
        })
    },
  ]
}

/// Something that happened to a promise.
struct PromiseEventView: TrackedView {
  private typealias Field = ObjectTable<PromiseEventView>.Field

  let reader: Reader
  let event: PromiseEvent

  static let table = ObjectTable<PromiseEventView>(
    "event of a promise",
    fields(
      [
        Field("id", .string, "the row's id") { .string($0.event.id) },
        Field("anchor", .string, "the id of its part of the page") { .string($0.event.anchor) },
        Field("type", .string, "statement, checkpoint, vote, budget, court, reply or review") {
          .string($0.event.kind.rawValue)
        },
        date("date", "when it happened") { $0.event.date },
        Field("is_reviewed", .bool, "whether it counts for where the promise stands") {
          .bool($0.event.isCheck)
        },
        Field("progress", .string, "how far the promise had come, if the event says so") {
          Value($0.event.progress?.rawValue)
        },
        Field("evidence", .list(of: .record(SourceRecord.self)), "what shows it") {
          $0.reader.sources($0.event.evidence)
        },
        Field("reviewers", .list(of: .string), "who looked into it, by initials") {
          .list($0.event.reviewers.map { .string($0) })
        },
        Field("bill", .string, "the bill that it is about") { Value($0.event.bill) },
        Field("votes_for", .number, "how many voted for it") { Value($0.event.votes?.inFavour) },
        Field("votes_against", .number, "how many voted against") {
          Value($0.event.votes?.against)
        },
        Field("votes_abstain", .number, "how many abstained") { Value($0.event.votes?.abstained) },
        date("checked_on", "when somebody looked") { $0.event.checkedOn },
      ], text("summary", "what happened") { $0.event.summary },
      quote("words", "the same in the language in which it was written down first") {
        $0.event.summary
      },
      text("reason", "why, where the promise was broken") { $0.event.reason }))
}
