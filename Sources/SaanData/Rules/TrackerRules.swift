import SaanText

extension DataRule {
  static let listedIDs = DataRule(
    "unknown-listed", .error,
    Wording(
      en: "cells that list proposals, asks, promises or evidence name rows that there are",
      th: "ช่องที่แจกแจงข้อเสนอ ข้อย่อย คำสัญญา หรือหลักฐาน ระบุแถวที่มีอยู่จริง")
  ) { statistics, _ in
    listingColumns.flatMap { name, column, target -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column) else {
        return []
      }
      let ids = statistics.package.rows(target).compactMap { $0.string("id") }
      let known = Set(ids)
      return table.rows.flatMap { row in
        (row.string(index)?.listed ?? []).filter { !known.contains($0) }.map {
          .unknownListed($0, table: target, among: ids, at: row.place(index))
        }
      }
    }
  }

  static let answers = DataRule(
    "answer-to-nothing", .error,
    Wording(
      en: "an answer of a party is to an ask or to a proposal", th: "คำตอบของพรรคตอบข้อย่อยหรือข้อเสนอ")
  ) { statistics, _ in
    statistics.package.rows("commitments").filter {
      $0.isMissing("ask") == $0.isMissing("proposal")
    }.map { row in
      .answerToNothing(namesBoth: !row.isMissing("ask"), at: row.place("ask"))
    }
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
      let lacks = event.lacks(tracker.promise(event.promise))
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
      en: "no answer and no event of a promise is of a day to come",
      th: "ไม่มีคำตอบหรือความคืบหน้าของวันที่ยังมาไม่ถึง")
  ) { statistics, today in
    ["commitments", "promise_events", "followups"].flatMap { name in
      statistics.package.rows(name).compactMap { row -> Diagnostic? in
        guard let date = row.period("date"), date.firstDay > today else { return nil }
        return .futureAnswer(date, today: today, at: row.place("date"))
      }
    }
  }

  static let retirements = DataRule(
    "retired-without-reason", .error,
    Wording(
      en: "a promise that is taken back says why", th: "คำสัญญาที่ถอนออกต้องบอกเหตุผล")
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
    let recorded = tracker.parties.map { party in
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
      let promises = tracker.promises(of: party.id).filter { !$0.isRetired }
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

/// The columns that list ids of rows of another table.
private let listingColumns: [(table: String, column: String, target: String)] = [
  ("commitments", "evidence", "sources"), ("promises", "asks", "asks"),
  ("promise_events", "evidence", "sources"), ("followups", "evidence", "sources"),
  ("followups", "proposals", "proposals"), ("followups", "promises", "promises"),
]

extension Place {
  /// The row of a cell.
  fileprivate var row: Int? {
    if case .cell(_, _, let row, _) = self { row } else { nil }
  }
}
