import SaanText

extension DataRule {
  static let answers = DataRule(
    "answer-to-nothing", .error,
    Wording(
      en: "an answer of a party is to an ask, and to the proposal of that ask, or to a proposal",
      th: "คำตอบของพรรคตอบข้อย่อย และข้อเสนอของข้อย่อยนั้น หรือตอบข้อเสนอ")
  ) { statistics, _ in
    statistics.package["commitments"]?.answerMistakes(in: statistics.package) ?? []
  }

  static let verdicts = DataRule(
    "unfounded-verdict", .error,
    Wording(
      en:
        "a verdict on a promise goes by criteria that stood before, two pieces of evidence and two reviewers",
      th: "ผลตัดสินคำสัญญาต้องใช้เกณฑ์ที่เขียนไว้ก่อน หลักฐานสองชิ้น และผู้ตรวจสองคน")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    return tracker.events.compactMap { event in
      let promise = tracker.promise(event.promise)
      let lacks = event.lacks(promise) { source in
        promise.map { tracker.isConcerned(source, in: $0, statistics.sources) } ?? false
      }
      guard let progress = event.progress, !lacks.isEmpty else { return nil }
      return .unfoundedVerdict(
        progress, lacks, at: statistics.place("promise_events", event.row, "progress"))
    }.sorted { $0.place?.row ?? 0 < $1.place?.row ?? 0 }
  }

  static let reviews = DataRule(
    "review-without-progress", .error,
    Wording(
      en: "a review says what was found", th: "การตรวจสอบต้องบอกว่าพบอะไร")
  ) { statistics, _ in
    statistics.package.rows("promise_events").filter {
      $0.string("review") == "reviewed" && $0.isMissing("progress")
    }.map { .reviewWithoutProgress(at: $0.place("progress")) }
  }

  static let aheadOfTime = DataRule(
    "future-answer", .error,
    Wording(
      en: "no answer, no promise and nothing that became of it is of a day to come",
      th: "ไม่มีคำตอบ คำสัญญา หรือความคืบหน้าของวันที่ยังมาไม่ถึง")
  ) { statistics, today in
    pastColumns.flatMap { name, column in
      statistics.package.rows(name).compactMap { row -> Diagnostic? in
        guard let date = row.period(column), date.firstDay > today else { return nil }
        return .futureAnswer(date, today: today, at: row.place(column))
      }
    }
  }

  static let retirements = DataRule(
    "retired-without-reason", .error,
    Wording(
      en: "an entry that is withdrawn says why", th: "รายการคำสัญญาที่ถอนออกต้องบอกเหตุผล")
  ) { statistics, _ in
    statistics.package.rows("promises").filter {
      $0.string("status") == "retired" && $0.isMissing("retired_reason")
    }.map { .retiredWithoutReason(at: $0.place("retired_reason")) }
  }

  static let sharedIDs = DataRule(
    "party-and-organisation", .error,
    Wording(
      en: "no party has the id of an organisation", th: "รหัสของพรรคไม่ซ้ำกับรหัสขององค์กร")
  ) { statistics, _ in
    let organisations = Set(statistics.organisations.map(\.id))
    return statistics.package.rows("parties").compactMap { row in
      guard let id = row.string("id"), organisations.contains(id) else { return nil }
      return .sharedID(id, at: row.place("id"))
    }
  }

  static let equalAsks = DataRule(
    "unequal-asks", .warning,
    Wording(
      en: "what is recorded of one party is recorded of every party that was asked",
      th: "บันทึกข้อเดียวกันของทุกพรรคที่ถูกถาม")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    // Nobody can ask a party that is no more.
    let recorded = tracker.parties.filter { $0.dissolved == nil }.map { party in
      (
        party,
        asks: Set(tracker.asks.map(\.id).filter { tracker.stance(of: party.id, to: $0) != nil })
      )
    }.filter { !$0.asks.isEmpty }
    let all = recorded.reduce(into: Set<String>()) { $0.formUnion($1.asks) }
    return recorded.compactMap { party, asks in
      let missing = tracker.asks.map(\.id).filter { all.contains($0) && !asks.contains($0) }
      guard !missing.isEmpty else { return nil }
      return .unequalAsks(
        party.name, missing, at: statistics.place("parties", party.row, "id"))
    }
  }

  static let equalReviews = DataRule(
    "unequal-reviews", .warning,
    Wording(
      en: "the promises of one party are not reviewed far more than those of another",
      th: "ไม่ตรวจคำสัญญาของพรรคหนึ่งมากกว่าพรรคอื่นเกินไป")
  ) { statistics, today in
    let tracker = Tracker(statistics)
    let shares = tracker.parties.compactMap { party -> ReviewShare? in
      let promises = tracker.promises(of: party.id).filter(\.isStanding)
      guard promises.count >= fewPromises else { return nil }
      let reviewed = promises.count {
        tracker.state(of: $0, today: today, statistics.sources).isReviewed
      }
      return ReviewShare(party: party, reviewed: reviewed, of: promises.count)
    }
    guard let most = shares.max(by: { $0.percent < $1.percent }),
      let least = shares.min(by: { $0.percent < $1.percent }),
      most.percent - least.percent > farMore
    else { return [] }
    return [
      .unequalReviews(most, least, at: statistics.place("parties", least.party.row, "id"))
    ]
  }
}

extension DataRule {
  static let unclearOrder = DataRule(
    "unclear-order", .warning,
    Wording(
      en: "what stands now does not hang on two rows of which nobody knows the later",
      th: "สถานะปัจจุบันไม่ขึ้นกับสองแถวที่ไม่รู้ว่าแถวใดมาทีหลัง")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    let answers = tracker.parties.flatMap { party in
      tracker.asks.flatMap { ask -> [Diagnostic] in
        let all = tracker.answers(of: party.id, to: ask.id).filter(\.stance.isAnswer)
        guard let last = all.last, let date = last.date else { return [] }
        return all.compactMap { other -> Diagnostic? in
          guard let former = other.date, other.stance != last.stance, former.overlaps(date),
            (other.ask == nil) == (last.ask == nil) || former != date
          else { return nil }
          let place = statistics.place("commitments", other.row, "date")
          return .unclearOrder(
            (former, other.stance.rawValue), (date, last.stance.rawValue), at: place)
        }
      }
    }
    let events = tracker.promises.flatMap { promise -> [Diagnostic] in
      let reviews = tracker.events(of: promise.id).filter(\.isCheck)
      guard let last = reviews.last, let progress = last.progress else { return [] }
      return reviews.compactMap { other -> Diagnostic? in
        guard let former = other.progress, former != progress, other.date.overlaps(last.date) else {
          return nil
        }
        let place = statistics.place("promise_events", other.row, "date")
        return .unclearOrder(
          (other.date, former.rawValue), (last.date, progress.rawValue), at: place)
      }
    }
    // An answer to a whole proposal is met at each of its asks.
    var seen = Set<Place>()
    return (answers + events).filter { $0.place.map { seen.insert($0).inserted } ?? true }
  }

  static let repeatedAnswers = DataRule(
    "repeated-answer", .warning,
    Wording(en: "no answer is written down twice", th: "ไม่บันทึกคำตอบเดียวกันสองครั้ง")
  ) { statistics, _ in
    var first: [[String?]: Row] = [:]
    return statistics.package.rows("commitments").compactMap { row in
      let key = ["party", "ask", "proposal", "election", "stance", "date"].map { row.string($0) }
      guard let former = first[key] else {
        first[key] = row
        return nil
      }
      return .repeatedAnswer(ofRow: former.number, at: row.place("stance"))
    }
  }

  static let answerDays = DataRule(
    "undated-answer", .error,
    Wording(en: "an answer has its day", th: "คำตอบต้องมีวันที่")
  ) { statistics, _ in
    Tracker(statistics).commitments.filter { $0.stance.isAnswer && $0.date == nil }.map {
      .undatedAnswer(at: statistics.place("commitments", $0.row, "date"))
    }
  }

  static let answerWords = DataRule(
    "odd-answer", .warning,
    Wording(
      en: "conditions belong to an answer that has some, words to one that was given",
      th: "เงื่อนไขใช้กับคำตอบที่มีเงื่อนไข และถ้อยคำใช้กับคำตอบที่ตอบแล้ว")
  ) { statistics, _ in
    Tracker(statistics).commitments.compactMap { answer in
      func place(_ column: String) -> Place {
        statistics.place("commitments", answer.row, column)
      }
      let stance = answer.stance.rawValue
      if answer.stance == .agreeWithConditions, answer.conditions == nil {
        return .oddAnswer(.lacksConditions, stance, at: place("conditions"))
      }
      if answer.stance == .agree || answer.stance == .disagree, answer.conditions != nil {
        return .oddAnswer(.hasConditions, stance, at: place("conditions"))
      }
      if !answer.stance.isAnswer, answer.words != nil || answer.conditions != nil {
        return .oddAnswer(
          .hasWords, stance, at: place(answer.words == nil ? "conditions" : "words"))
      }
      return nil
    }
  }

  static let answersInTime = DataRule(
    "answer-before-ask", .warning,
    Wording(
      en: "nobody answers what was not put forward yet", th: "ไม่มีใครตอบข้อเสนอก่อนวันที่ยื่น")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    // What a party had said or voted for before may fit what is asked later.
    let earlier: Set<String> = ["speech", "manifesto", "vote", "online"]
    return tracker.commitments.compactMap { answer in
      let id = answer.ask.flatMap { tracker.ask($0)?.proposal } ?? answer.proposal
      guard let asked = id.flatMap({ tracker.proposal($0)?.presentedOn }), let date = answer.date,
        date.lastDay < asked.firstDay, !(answer.form.map(earlier.contains) ?? false)
      else { return nil }
      return .answerBeforeAsk(
        date, asked: asked, at: statistics.place("commitments", answer.row, "date"))
    }
  }

  static let beforePromises = DataRule(
    "before-promise", .warning,
    Wording(
      en: "no criteria and no event are older than their promise",
      th: "เกณฑ์และเหตุการณ์ไม่เก่ากว่าคำสัญญา")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    let criteria = tracker.promises.compactMap { promise -> Diagnostic? in
      guard let made = promise.madeOn, let day = promise.criteriaOn, day.lastDay < made.firstDay
      else { return nil }
      return .beforePromise(
        day, made: made, at: statistics.place("promises", promise.row, "criteria_on"))
    }
    let events = tracker.events.compactMap { event -> Diagnostic? in
      guard let made = tracker.promise(event.promise)?.madeOn, event.date.lastDay < made.firstDay
      else { return nil }
      return .beforePromise(
        event.date, made: made, at: statistics.place("promise_events", event.row, "date"))
    }
    return criteria + events
  }

  static let absentParties = DataRule(
    "party-not-there", .error,
    Wording(
      en: "no party answers, promises or governs before it is founded or after it is dissolved",
      th: "พรรคไม่ตอบ ไม่สัญญา และไม่มีบทบาทก่อนวันก่อตั้งหรือหลังวันยุบ")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    let dated = [("commitments", "date"), ("promises", "made_on"), ("party_roles", "start")]
    return dated.flatMap { table, column in
      statistics.package.rows(table).compactMap { row -> Diagnostic? in
        guard let party = row.string("party").flatMap({ tracker.party($0) }),
          let date = row.period(column), party.isAbsent(in: date)
        else { return nil }
        if row.string("stance").map({ ["not_asked", "no_reply"].contains($0) }) ?? false {
          return nil
        }
        return .partyNotThere(party, on: date, at: row.place(column))
      }
    }
  }

  static let twoSides = DataRule(
    "two-sides-at-once", .warning,
    Wording(
      en: "no party is in government and in opposition at once",
      th: "พรรคไม่อยู่ทั้งฝ่ายรัฐบาลและฝ่ายค้านในเวลาเดียวกัน")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    var known: [String: [(side: String, time: CalendarPeriod)]] = [:]
    return statistics.package.rows("party_roles").compactMap { row in
      guard let party = row.string("party"), let side = row.string("role") else { return nil }
      let term = row.string("mandate").flatMap { tracker.mandate($0) }
      let (start, end) = (row.period("start") ?? term?.start, row.period("end") ?? term?.end)
      // Where a month or a year is shared, one side may have followed the other in it.
      guard let start = start?.lastDay,
        let time = CalendarPeriod(start, max(start, end?.firstDay ?? farFuture))
      else { return nil }
      let other = known[party]?.first { $0.side != side && $0.time.overlaps(time) }
      known[party, default: []].append((side, time))
      return other.map { .twoSides(side, $0.side, at: row.place("role")) }
    }
  }
}

extension Tracker {
  /// Whether a source is of the party that made a promise, or of who put forward what it promised.
  fileprivate func isConcerned(
    _ source: SourceID, in promise: Promise, _ sources: [FigureSource]
  ) -> Bool {
    let producer = sources[source].producer
    if let party = party(promise.party), producer.all.contains(where: party.isCalled) {
      return true
    }
    return promise.asks.contains { id in
      ask(id).flatMap { proposal($0.proposal)?.source }.map {
        sources[$0].producer.all[0] == producer.all[0]
      } ?? false
    }
  }
}

/// Long after any end that is written.
let farFuture = CalendarDate(dayNumber: 2_900_000)

/// The columns of what has happened already.
private let pastColumns: [(table: String, column: String)] = [
  ("commitments", "date"), ("promise_events", "date"), ("promise_events", "checked_on"),
  ("followups", "date"), ("promises", "made_on"), ("promises", "criteria_on"),
  ("proposals", "presented_on"), ("parties", "founded"), ("parties", "dissolved"),
  ("party_roles", "start"),
]

/// How many of a party's promises somebody has looked at.
struct ReviewShare {
  let party: Party
  let reviewed: Int
  let of: Int

  fileprivate var percent: Int { reviewed * 100 / of }
}

/// Parties with fewer promises are not held against others, and how many points of a hundred are
/// far more.
private let fewPromises = 5
private let farMore = 50

extension Place {
  /// The row of a cell.
  fileprivate var row: Int? {
    if case .cell(_, _, let row, _) = self { row } else { nil }
  }
}
