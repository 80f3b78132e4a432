import SaanText

/// What a party said it would do, in its own words, with what would show that it has.
package struct Promise: Sendable {
  package let id: String
  package let party: String
  package let mandate: String?
  package let title: Localized<String>
  package let originalText: String
  /// The ids of the asks that it answers.
  package let asks: [String]
  package let criteria: Localized<String>?
  /// When these were written down: a verdict may only go by what stood before.
  package let criteriaOn: CalendarPeriod?
  package let madeOn: CalendarPeriod?
  package let deadline: CalendarPeriod?
  package let budget: ExactNumber?
  package let budgetOrigin: Localized<String>?
  /// The promise that it was split from, and the one that it was merged into.
  package let splitFrom: String?
  package let mergedInto: String?
  package let topics: [String]
  package let areas: [String]
  package let isRetired: Bool
  package let retiredReason: Localized<String>?
  /// After how many days somebody should look again.
  package let reviewEvery: Int
  package let source: SourceID?
  package let page: String?
  package let row: Int

  /// How long a review holds unless the row says otherwise.
  static let usualReview = 180

  /// Whether it counts: we have not withdrawn its row, and it is no part of another.
  package var isStanding: Bool { !isRetired && mergedInto == nil }
}

/// Something that happened to a promise.
package struct PromiseEvent: Sendable {
  /// What happened.
  package enum Kind: String, Sendable, CaseIterable {
    case statement, checkpoint, vote, budget, court, reply, review
  }

  package let id: String
  package let promise: String
  package let date: CalendarPeriod
  package let kind: Kind
  /// Whether its row says that somebody has looked into it.
  package let isReviewed: Bool
  package let progress: Progress?
  package let summary: Localized<String>
  package let reason: Localized<String>?
  package let evidence: [SourceID]
  package let reviewers: [String]
  package let bill: String?
  package let votes: Votes?
  package let checkedOn: CalendarPeriod?
  package let row: Int

  /// Whether the party itself says so, which is no finding of anybody's.
  package var isOfParty: Bool { kind == .statement || kind == .reply }

  /// Those who looked into it, each once: a dash is nobody.
  var people: Set<String> {
    Set(reviewers.map { $0.lowercased() }.filter { $0.contains(where: \.isLetter) })
  }

  /// Whether somebody other than the party has looked and says what was found: only that counts
  /// for where the promise stands, and for when anybody looked last.
  package var isCheck: Bool { isReviewed && progress != nil && !isOfParty && !people.isEmpty }

  /// How a house voted.
  package struct Votes: Sendable {
    package let inFavour: Int?
    package let against: Int?
    package let abstained: Int?
  }
}

/// How far a promise has come, as far as anybody has looked.
package enum Progress: String, Sendable, CaseIterable {
  /// Nobody has looked; it follows from the lack of reviews and is never typed.
  case notResearched = "not_researched"
  /// Somebody has looked and found nothing.
  case noMovementFound = "no_movement_found"
  /// Nobody can tell.
  case cannotBeChecked = "cannot_be_checked"
  /// People who know say opposite things.
  case disputed
  /// The party was asked what it means.
  case clarifying
  case proposed
  case inProgress = "in_progress"
  case stalled
  case partlyKept = "partly_kept"
  case kept, abandoned

  /// Whether it judges the promise as a whole.
  package var isVerdict: Bool { [.partlyKept, .kept, .abandoned].contains(self) }

  /// Whether nothing is left to be done: of what is kept in part the rest is.
  package var isLast: Bool { self == .kept || self == .abandoned }
}

/// Where a promise stands on a day, worked out of what happened to it.
package struct PromiseState: Sendable, Hashable {
  package var isReviewed = false
  package var progress = Progress.notResearched
  /// When the event happened that says so.
  package var since: CalendarPeriod?
  /// When somebody looked last, as exactly as that is known.
  package var checkedOn: CalendarDate?
  /// Whether its deadline has gone by without a verdict, or with one from before it that leaves
  /// something to be done.
  package var isOverdue = false
  /// Whether it is overdue and nobody is known to have looked since its deadline went by.
  package var isUncheckedSinceDeadline = false
  /// Whether nobody has looked for longer than a review holds, or since its deadline went by.
  package var isStale = false
  /// Whether all that it rests on comes from one producer.
  package var hasSingleSource = false

  /// Works out a state.
  ///
  /// - Parameters:
  ///   - events: what happened, in any order; of two that happened at the same time the later row
  ///     counts.
  ///   - today: the day on which the promise is looked at.
  ///   - producer: who stands behind a source.
  init(
    of promise: Promise, _ events: [PromiseEvent], today: CalendarDate,
    producer: (SourceID) -> String
  ) {
    let reviews = events.inOrder().filter(\.isCheck)
    if let last = reviews.last, let progress = last.progress {
      isReviewed = true
      self.progress = progress
      since = last.date
      checkedOn = reviews.map { $0.checkedOn ?? $0.date }.max { $0.comes(before: $1) }
        .map { CalendarDate($0) }
      hasSingleSource = !last.evidence.isEmpty && Set(last.evidence.map(producer)).count == 1
    }
    guard promise.isStanding, !progress.isLast else { return }
    // Of a look in a year that nobody knows more of, its first day is all that is sure.
    let looked = checkedOn?.firstDay
    if let deadline = promise.deadline?.lastDay, deadline < today {
      isUncheckedSinceDeadline = looked.map { $0 <= deadline } ?? true
      // Who looks after the deadline and finds a part of it has judged by that day.
      isOverdue = isUncheckedSinceDeadline || !progress.isVerdict
    }
    isStale =
      looked.map { $0.adding(days: promise.reviewEvery) < today || isUncheckedSinceDeadline }
      ?? false
  }
}

extension [PromiseEvent] {
  /// The events as time goes: what is known by the year alone comes before the days in it, and of
  /// two that happened at the same time the later row comes last.
  package func inOrder() -> [PromiseEvent] {
    sorted {
      ($0.date.firstDay, $1.date.lastDay, $0.row) < ($1.date.firstDay, $0.date.lastDay, $1.row)
    }
  }
}

extension CalendarPeriod {
  /// Whether rows of this time come before those of another.
  ///
  /// A year or a month alone comes before the days in it: it must not outweigh a day, for nobody
  /// knows that it was later.
  package func comes(before other: CalendarPeriod) -> Bool {
    (firstDay, other.lastDay) < (other.firstDay, lastDay)
  }

  /// Whether nobody can tell which of the two was earlier.
  func overlaps(_ other: CalendarPeriod) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }
}

extension PromiseEvent {
  /// What a verdict still needs before it may be published.
  enum Lack: String, Sendable, CaseIterable {
    case ownFinding, review, criteria, criteriaDay, earlierCriteria, evidence, otherEvidence
    case reviewers, reason
  }

  /// What the event lacks where it is a verdict.
  ///
  /// - Parameter isConcerned: whether a source is of the party or of who put forward what it
  ///   promised; what neither of them says must show it too.
  func lacks(_ promise: Promise?, isConcerned: (SourceID) -> Bool) -> [Lack] {
    guard let progress, progress.isVerdict else { return [] }
    // What a party says of itself is no finding of anybody's.
    var lacks: [Lack] = isOfParty ? [.ownFinding] : []
    if !isReviewed { lacks.append(.review) }
    if promise?.criteria == nil {
      lacks.append(.criteria)
    } else if let day = promise?.criteriaOn {
      if day.lastDay >= date.firstDay { lacks.append(.earlierCriteria) }
    } else {
      lacks.append(.criteriaDay)
    }
    if Set(evidence).count < 2 {
      lacks.append(.evidence)
    } else if evidence.allSatisfy(isConcerned) {
      lacks.append(.otherEvidence)
    }
    if people.count < 2 { lacks.append(.reviewers) }
    if progress == .abandoned, reason == nil { lacks.append(.reason) }
    return lacks
  }
}
