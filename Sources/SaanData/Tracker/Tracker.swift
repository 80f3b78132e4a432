import SaanText

/// The rows of the tables of proposals, parties and promises.
struct TrackerTables: Sendable {
  var proposals: [Proposal] = []
  var asks: [Ask] = []
  var parties: [Party] = []
  var elections: [Election] = []
  var mandates: [Mandate] = []
  var commitments: [Commitment] = []
  var promises: [Promise] = []
  /// As time went.
  var events: [PromiseEvent] = []
  /// The newest first.
  var followUps: [FollowUp] = []
  var methods: [FollowUpMethod] = []
}

/// What was asked of whom, what parties answered and promised, and what became of it.
///
/// Only what somebody did or said is read; where a party stands and how far a promise has come
/// follow from that and are never typed. A class, for every cell of a large table asks it.
package final class Tracker: Sendable {
  private let tables: TrackerTables
  private let index: TrackerIndex

  /// The names of the tables that it is read from.
  package static let tables = KnownColumns.tracked

  /// Joins rows.
  init(_ tables: TrackerTables) {
    self.tables = tables
    index = TrackerIndex(tables)
  }

  package var proposals: [Proposal] { tables.proposals }
  package var asks: [Ask] { tables.asks }
  package var parties: [Party] { tables.parties }
  package var elections: [Election] { tables.elections }
  package var mandates: [Mandate] { tables.mandates }
  package var commitments: [Commitment] { tables.commitments }
  package var promises: [Promise] { tables.promises }
  /// As time went.
  package var events: [PromiseEvent] { tables.events }
  /// The newest first.
  package var followUps: [FollowUp] { tables.followUps }
  package var methods: [FollowUpMethod] { tables.methods }

  // MARK: By id

  /// A proposal by its id.
  package func proposal(_ id: String) -> Proposal? { index.proposals[id].map { proposals[$0] } }
  /// An ask by its id.
  package func ask(_ id: String) -> Ask? { index.asks[id].map { asks[$0] } }
  /// A party by its id.
  package func party(_ id: String) -> Party? { index.parties[id].map { parties[$0] } }
  /// A term by its id.
  package func mandate(_ id: String) -> Mandate? { index.mandates[id].map { mandates[$0] } }
  /// A promise by its id.
  package func promise(_ id: String) -> Promise? { index.promises[id].map { promises[$0] } }

  // MARK: What belongs together

  /// The parts of a proposal, in the table's order.
  package func asks(of proposal: String) -> [Ask] {
    (index.asksOf[proposal] ?? []).map { asks[$0] }
  }
  /// What a party promised, in the table's order.
  package func promises(of party: String) -> [Promise] {
    (index.promisesOf[party] ?? []).map { promises[$0] }
  }
  /// What was promised in answer to an ask.
  package func promises(for ask: String) -> [Promise] {
    (index.promisesFor[ask] ?? []).map { promises[$0] }
  }
  /// What was promised in answer to a proposal, each once.
  package func promises(forProposal id: String) -> [Promise] {
    let all = asks(of: id).flatMap { index.promisesFor[$0.id] ?? [] }
    return Set(all).sorted().map { promises[$0] }
  }
  /// What happened to a promise, as time went.
  package func events(of promise: String) -> [PromiseEvent] {
    (index.eventsOf[promise] ?? []).map { events[$0] }
  }
  /// Everything that is recorded of a party and an ask, the last row last.
  package func answers(of party: String, to ask: String) -> [Commitment] {
    (index.answers[TrackerIndex.Cell(party: party, ask: ask)] ?? []).map { commitments[$0] }
  }
  /// Where a party stands to an ask: its last answer.
  ///
  /// That it was asked again and said nothing takes no answer back, so that silence counts only
  /// where there is none; and that it was not asked another time makes none of it undone.
  ///
  /// - Returns: `nil` where nothing is recorded.
  package func stance(of party: String, to ask: String) -> Commitment? {
    let all = answers(of: party, to: ask)
    return all.last { $0.stance.isAnswer } ?? all.last { $0.stance != .notAsked } ?? all.last
  }
  /// What a party answered before, the newest first; an answer that says the same again is none.
  package func formerAnswers(of party: String, to ask: String) -> [Commitment] {
    var seen = stance(of: party, to: ask)
    var former: [Commitment] = []
    for answer in answers(of: party, to: ask).reversed() where answer.stance.isAnswer {
      guard let later = seen, answer.row != later.row else { continue }
      if !answer.saysTheSame(as: later) { former.append(answer) }
      seen = answer
    }
    return former
  }
  /// What a party answered to an ask before one of its answers.
  package func answer(before later: Commitment, to ask: String) -> Commitment? {
    answers(of: later.party, to: ask).prefix { $0.row != later.row }.last(where: \.stance.isAnswer)
  }
  /// The proposal that an answer is to, or to an ask of it.
  package func proposal(of answer: Commitment) -> Proposal? {
    (answer.ask.map { self.ask($0)?.proposal } ?? answer.proposal).flatMap { proposal($0) }
  }
  /// When a party was asked again after its last answer and said nothing.
  package func silence(of party: String, to ask: String) -> CalendarPeriod? {
    let all = answers(of: party, to: ask)
    guard let last = all.last(where: { $0.stance != .notAsked }), last.stance == .noReply,
      all.contains(where: \.stance.isAnswer)
    else { return nil }
    return last.date
  }
  /// What was done to follow up a proposal, its promises included, the newest first.
  package func followUps(ofProposal id: String) -> [FollowUp] {
    let promised = Set(promises(forProposal: id).map(\.id))
    return followUps.filter { followUp in
      followUp.proposals.contains(id) || followUp.promises.contains { promised.contains($0) }
    }
  }
  /// What was done to follow up a promise, the newest first.
  package func followUps(ofPromise id: String) -> [FollowUp] {
    followUps.filter { $0.promises.contains(id) }
  }
}

extension Tracker {
  /// The earliest day on which something was done after a follow-up about any of the same: another
  /// one, or a look at one of its promises.
  ///
  /// - Returns: `nil` where nothing was.
  package func next(after followUp: FollowUp) -> CalendarPeriod? {
    let others = followUps.filter { other in
      other.proposals.contains(where: followUp.proposals.contains)
        || other.promises.contains(where: followUp.promises.contains)
    }.map(\.date)
    let checks = followUp.promises.flatMap { events(of: $0) }.filter(\.isCheck).map {
      $0.checkedOn ?? $0.date
    }
    return (others + checks).filter { followUp.date.comes(before: $0) }
      .min { $0.comes(before: $1) }
  }

  /// Where a promise stands on a day.
  package func state(
    of promise: Promise, today: CalendarDate, _ sources: [FigureSource]
  ) -> PromiseState {
    PromiseState(of: promise, events(of: promise.id), today: today) {
      sources[$0].producer.all[0]
    }
  }
}

extension [FollowUp] {
  /// The newest first.
  func newestFirst() -> [FollowUp] {
    sorted {
      ($1.date.firstDay, $0.date.lastDay, $1.row) < ($0.date.firstDay, $1.date.lastDay, $0.row)
    }
  }
}

/// What is found by ids.
private struct TrackerIndex: Sendable {
  /// A party's place in the row of an ask.
  struct Cell: Hashable {
    let party: String
    let ask: String
  }

  let proposals: [String: Int]
  let asks: [String: Int]
  let parties: [String: Int]
  let mandates: [String: Int]
  let promises: [String: Int]
  let asksOf: [String: [Int]]
  let eventsOf: [String: [Int]]
  let promisesOf: [String: [Int]]
  private(set) var promisesFor: [String: [Int]] = [:]
  private(set) var answers: [Cell: [Int]] = [:]

  init(_ tables: TrackerTables) {
    func places<Thing>(_ things: [Thing], _ id: (Thing) -> String) -> [String: Int] {
      Dictionary(things.enumerated().map { (id($1), $0) }) { first, _ in first }
    }
    proposals = places(tables.proposals, \.id)
    asks = places(tables.asks, \.id)
    parties = places(tables.parties, \.id)
    mandates = places(tables.mandates, \.id)
    promises = places(tables.promises, \.id)
    asksOf = Dictionary(grouping: tables.asks.indices) { tables.asks[$0].proposal }
    eventsOf = Dictionary(grouping: tables.events.indices) { tables.events[$0].promise }
    promisesOf = Dictionary(grouping: tables.promises.indices) { tables.promises[$0].party }
    for (place, promise) in tables.promises.enumerated() {
      for ask in promise.asks { promisesFor[ask, default: []].append(place) }
    }
    for place in tables.commitments.indicesInTime {
      let commitment = tables.commitments[place]
      let asked =
        commitment.ask.map { [$0] }
        ?? (commitment.proposal.flatMap { asksOf[$0] } ?? []).map { tables.asks[$0].id }
      for ask in asked {
        answers[Cell(party: commitment.party, ask: ask), default: []].append(place)
      }
    }
  }
}

extension [Commitment] {
  /// The positions as time goes; what has no day comes first, and of one time what was said to a
  /// whole proposal comes before what was said to one of its asks.
  fileprivate var indicesInTime: [Int] {
    func rank(_ place: Int) -> Int { self[place].ask == nil ? 0 : 1 }
    return indices.sorted { left, right in
      switch (self[left].date, self[right].date) {
      case (nil, nil): (rank(left), left) < (rank(right), right)
      case (nil, _): true
      case (_, nil): false
      case (let one?, let other?):
        (one.firstDay, other.lastDay, rank(left), left)
          < (other.firstDay, one.lastDay, rank(right), right)
      }
    }
  }
}
