import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A proposal with its asks, what parties answered and promised, and how it was followed up.
struct ProposalView: TrackedView {
  private typealias Field = ObjectTable<ProposalView>.Field

  let reader: Reader
  let tracker: Tracker
  let proposal: Proposal

  private var place: String { Proposal.folder + proposal.id + "/" }

  private var asks: [Ask] { tracker.asks(of: proposal.id) }

  /// How many proposals its set has.
  private var setCount: Int { tracker.proposals.count { $0.set == proposal.set } }

  static let table = ObjectTable<ProposalView>(
    "proposal", identity + facts + relations)

  private static let identity: [Field] = fields(
    [
      Field("id", .string, "the row's id") { .string($0.proposal.id) },
      Field("number", .number, "its number in its set") { Value($0.proposal.number) },
      Field("set_count", .number, "how many proposals the set has") { .int($0.setCount) },
      Field("url", .string, "the href of its page") { view in
        .string(view.reader.href(view.reader.path(view.place, view.reader.language)))
      },
    ], text("set", "the list that it belongs to") { $0.proposal.set },
    text("title", "what it is called") { $0.proposal.title },
    text("ask", "what it asks for, in a sentence") { $0.proposal.ask })

  private static let facts: [Field] = fields(
    text("presenter", "who put it forward") { $0.proposal.presenter },
    text("addressee", "whom it is addressed to") { $0.proposal.addressee },
    text("legal_basis", "the law that it rests on") { $0.proposal.legalBasis },
    text("cost_note", "where its cost is from") { $0.proposal.costNote },
    [
      Field("cost", .any, "what it would cost, in baht") { view in
        view.proposal.cost.map { .string($0.plain) } ?? .none
      },
      date("presented_on", "when it was put forward, if a source says so") {
        $0.proposal.presentedOn
      },
      Field("status", .string, "active, merged, superseded or retired") {
        .string($0.proposal.status.rawValue)
      },
      Field("source", .record(SourceRecord.self), "the source that it is taken from") { view in
        view.proposal.source.map { view.reader.source($0) } ?? .none
      },
    ])

  private static let relations: [Field] = [
    Field("topics", .list(of: .record(TermRecord.self)), "its topics") {
      $0.reader.topicValues($0.proposal.topics)
    },
    Field("areas", .list(of: .record(AreaLinkRecord.self)), "the areas it is about") {
      $0.reader.areaValues($0.proposal.areas)
    },
    Field("asks", .list(of: .object(AskView.self)), "its parts") { view in
      .list(
        view.asks.map { Value(AskView(reader: view.reader, tracker: view.tracker, ask: $0)) })
    },
    Field("is_asked", .bool, "whether anything is recorded of what parties answered") { view in
      .bool(
        view.asks.contains { ask in
          view.tracker.parties.contains { view.tracker.stance(of: $0.id, to: ask.id) != nil }
        })
    },
    Field("answers_count", .number, "how many answers of parties to its asks are recorded") {
      view in
      .int(
        view.asks.reduce(0) { sum, ask in
          sum
            + view.tracker.parties.count {
              view.tracker.stance(of: $0.id, to: ask.id)?.stance.isAnswer ?? false
            }
        })
    },
    Field("promises", .list(of: .object(PromiseView.self)), "what parties promised in answer") {
      view in
      .list(
        view.tracker.promises(forProposal: view.proposal.id).map {
          Value(PromiseView(reader: view.reader, tracker: view.tracker, promise: $0))
        })
    },
    Field(
      "followups", .list(of: .object(FollowUpView.self)), "how it was followed up, newest first"
    ) { view in
      .list(
        view.tracker.followUps(ofProposal: view.proposal.id).map {
          Value(FollowUpView(reader: view.reader, tracker: view.tracker, followUp: $0))
        })
    },
  ]
}

/// A part of a proposal with what each party answered.
struct AskView: TrackedView {
  private typealias Field = ObjectTable<AskView>.Field

  let reader: Reader
  let tracker: Tracker
  let ask: Ask

  /// Every party's answer, in the order of their names.
  private var answers: [Value] {
    reader.inOrder(tracker.parties).map {
      Value(AnswerView(reader: reader, tracker: tracker, party: $0, ask: ask))
    }
  }

  static let table = ObjectTable<AskView>(
    "ask",
    fields(
      [
        Field("id", .string, "the row's id") { .string($0.ask.id) },
        Field("number", .number, "its number in the proposal") { Value($0.ask.number) },
        Field("anchor", .string, "the id of its part of pages") { .string("ask-" + $0.ask.id) },
        Field(
          "answers", .list(of: .object(AnswerView.self)),
          "what each party answered, parties in the order of their names"
        ) { .list($0.answers) },
        Field("answers_count", .number, "how many parties have answered") { view in
          .int(
            view.tracker.parties.count {
              view.tracker.stance(of: $0.id, to: view.ask.id)?.stance.isAnswer ?? false
            })
        },
        Field("promises", .list(of: .object(PromiseView.self)), "what was promised in answer") {
          view in
          .list(
            view.tracker.promises(for: view.ask.id).map {
              Value(PromiseView(reader: view.reader, tracker: view.tracker, promise: $0))
            })
        },
      ], text("text", "what is asked") { $0.ask.text },
      text("measure", "what tells whether it was done") { $0.ask.measure },
      text("target", "how much of it is asked for") { $0.ask.target }))
}

/// An answer that another one has followed.
struct FormerAnswerView: TrackedView {
  private typealias Field = ObjectTable<FormerAnswerView>.Field

  let reader: Reader
  let answer: Commitment

  static let table = ObjectTable<FormerAnswerView>(
    "former answer",
    fields(
      [
        Field("stance", .string, "agree, agree_with_conditions, neutral or disagree") {
          .string($0.answer.stance.rawValue)
        },
        Field("form", .string, "signed, written, speech, manifesto, vote or online") {
          Value($0.answer.form)
        },
        date("date", "when the party answered") { $0.answer.date },
        Field("evidence", .list(of: .record(SourceRecord.self)), "what shows it") {
          $0.reader.sources($0.answer.evidence)
        },
      ], quote("words", "the party's own words") { $0.answer.words },
      text("conditions", "under which conditions it agreed") { $0.answer.conditions },
      text("election", "the election before which it was") { $0.reader.election($0.answer) }))
}

/// Where a party stands to an ask: its last answer.
struct AnswerView: TrackedView {
  private typealias Field = ObjectTable<AnswerView>.Field

  let reader: Reader
  let tracker: Tracker
  let party: Party
  let ask: Ask

  /// What stands where nothing is recorded.
  static let unrecorded = "not_recorded"

  private var last: Commitment? { tracker.stance(of: party.id, to: ask.id) }

  static let table = ObjectTable<AnswerView>(
    "answer",
    fields(
      [
        Field("party", .object(PartyView.self), "the party") { view in
          Value(PartyView(reader: view.reader, tracker: view.tracker, party: view.party))
        },
        Field("ask", .object(AskView.self), "the ask") { view in
          Value(AskView(reader: view.reader, tracker: view.tracker, ask: view.ask))
        },
        Field(
          "stance", .string,
          "agree, agree_with_conditions, neutral, disagree, no_reply or not_asked; else not_recorded"
        ) { .string($0.last?.stance.rawValue ?? unrecorded) },
        Field("form", .string, "signed, written, speech, manifesto, vote or online") {
          Value($0.last?.form)
        },
        date("date", "when the party answered") { $0.last?.date },
        Field("evidence", .list(of: .record(SourceRecord.self)), "what shows it") {
          $0.reader.sources($0.last?.evidence ?? [])
        },
        Field("evidence_count", .number, "how many sources show it") {
          .int($0.last?.evidence.count ?? 0)
        },
        Field(
          "former", .list(of: .object(FormerAnswerView.self)),
          "what it answered before, the newest first"
        ) { view in
          .list(
            view.tracker.formerAnswers(of: view.party.id, to: view.ask.id).map {
              Value(FormerAnswerView(reader: view.reader, answer: $0))
            })
        },
        date("silent_on", "when it was asked again after its answer, and did not reply") { view in
          view.tracker.silence(of: view.party.id, to: view.ask.id)
        },
      ], quote("words", "the party's own words") { $0.last?.words },
      text("conditions", "under which conditions it agrees") { $0.last?.conditions },
      text("election", "the election before which it was") { view in
        view.last.flatMap { view.reader.election($0) }
      }))
}

extension Reader {
  /// The name of the election that an answer belongs to, where its row names one.
  fileprivate func election(_ answer: Commitment) -> Localized<String>? {
    answer.election.flatMap { id in tracker.elections.first { $0.id == id }?.name }
  }
}

/// A letter, a march or a campaign.
struct FollowUpView: TrackedView {
  private typealias Field = ObjectTable<FollowUpView>.Field

  let reader: Reader
  let tracker: Tracker
  let followUp: FollowUp

  private var method: FollowUpMethod? {
    tracker.methods.first { $0.method == followUp.method }
  }

  /// Whether the day by which something was to come next has gone by.
  private var isPast: Bool { followUp.nextDue.map { $0.lastDay < reader.today } ?? false }

  /// Whether nothing is left to be done for any of its promises.
  private var isDone: Bool {
    let promises = followUp.promises.compactMap { tracker.promise($0) }
    return !promises.isEmpty
      && promises.allSatisfy { !$0.isStanding || reader.state(of: $0, tracker).progress.isLast }
  }

  /// Whether the day of the next step has gone by, nothing was done since about any of the same,
  /// and something is left to be done.
  private var isDue: Bool { isPast && !isDone && tracker.next(after: followUp) == nil }

  /// When the next step came, where that was after its day.
  private var late: CalendarPeriod? {
    guard isPast, let due = followUp.nextDue, let next = tracker.next(after: followUp),
      next.firstDay > due.lastDay
    else { return nil }
    return next
  }

  static let table = ObjectTable<FollowUpView>(
    "follow-up",
    fields(
      [
        Field("id", .string, "the row's id") { .string($0.followUp.id) },
        date("date", "when it was done") { $0.followUp.date },
        date("next_due", "when the next step is due") { $0.followUp.nextDue },
        Field("is_past", .bool, "whether that day has gone by") { .bool($0.isPast) },
        Field("is_due", .bool, "whether that day has gone by, and nothing was done since") {
          .bool($0.isDue)
        },
        date("late_on", "when the next step came, where that was after its day") { $0.late },
        Field("evidence", .list(of: .record(SourceRecord.self)), "what shows it") {
          $0.reader.sources($0.followUp.evidence)
        },
        Field("areas", .list(of: .record(AreaLinkRecord.self)), "where it was") {
          $0.reader.areaValues($0.followUp.areas)
        },
        Field("proposals", .list(of: .record(LinkRecord.self)), "the proposals it was about") {
          view in
          .list(
            view.followUp.proposals.compactMap { id in
              view.tracker.proposal(id).map {
                view.reader.link($0.title, Proposal.folder + id + "/")
              }
            })
        },
        Field("promises", .list(of: .record(LinkRecord.self)), "the promises it was about") {
          view in
          .list(
            view.followUp.promises.compactMap { id in
              view.tracker.promise(id).map { view.reader.link($0.title, $0.place) }
            })
        },
      ], text("method", "how") { $0.method?.name },
      text("actor", "who did it") { $0.followUp.actor },
      text("addressee", "to whom") { $0.followUp.addressee },
      text("result", "what came of it") { $0.followUp.result }))
}

extension Reader {
  /// A link to a page that a row has.
  func link(_ title: Localized<String>, _ place: String) -> Value {
    let spoken = title.spoken(for: tag)
    return Value(
      LinkRecord(
        title: spoken.text, language: spoken.language, url: href(path(place, language))))
  }
}

/// A way to follow up.
struct FollowUpMethodView: TrackedView {
  private typealias Field = ObjectTable<FollowUpMethodView>.Field

  let reader: Reader
  let method: FollowUpMethod

  static let table = ObjectTable<FollowUpMethodView>(
    "way to follow up",
    fields(
      [
        Field("id", .string, "the row's id: letter, march, campaign") {
          .string($0.method.method)
        },
        Field("source", .record(SourceRecord.self), "the source that describes it") { view in
          view.method.source.map { view.reader.source($0) } ?? .none
        },
      ], text("name", "what it is called") { $0.method.name },
      text("description", "how it is done") { $0.method.description }))
}
