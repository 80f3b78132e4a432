import SaanText
import Testing

@testable import SaanData

/// Where promises and parties stand: worked out of what happened, and of the day.
@Suite struct TrackerTests {
  /// One history a line: what it shows | the promise | its events | the state on 2025-06-01.
  ///
  /// An event is a date, its type, R where it was reviewed (N by nobody), its progress, its
  /// evidence (a and c are of one producer, b of another) and the day on which somebody looked.
  private static let histories = """
    nobody has looked | | | not_researched
    a statement that nobody reviewed | | 2025-03-01 statement - - a - | not_researched
    a step that nobody reviewed | | 2025-03-01 checkpoint - in_progress a - | not_researched
    a verdict that nobody reviewed | | 2025-03-01 review - kept ab - | not_researched
    a reviewed step | | 2025-03-01 checkpoint R in_progress ab - | in_progress 2025-03-01 2025-03-01
    somebody looked and found nothing | | 2025-03-01 review R no_movement_found - - | no_movement_found 2025-03-01 2025-03-01
    nobody can tell | | 2025-03-01 review R cannot_be_checked - - | cannot_be_checked 2025-03-01 2025-03-01
    sources say opposite things | | 2025-03-01 review R disputed ab - | disputed 2025-03-01 2025-03-01
    the party was asked | | 2025-03-01 review R clarifying - - | clarifying 2025-03-01 2025-03-01
    a bill | | 2025-03-01 vote R proposed ab - | proposed 2025-03-01 2025-03-01
    money | | 2025-03-01 budget R in_progress ab - | in_progress 2025-03-01 2025-03-01
    a court stopped it | | 2025-03-01 court R stalled ab - | stalled 2025-03-01 2025-03-01
    kept in part | | 2025-03-01 review R partly_kept ab - | partly_kept 2025-03-01 2025-03-01
    kept | | 2025-03-01 review R kept ab - | kept 2025-03-01 2025-03-01
    broken | | 2025-03-01 review R abandoned ab - | abandoned 2025-03-01 2025-03-01
    the last review counts | | 2025-01-05 review R proposed ab -; 2025-04-01 review R in_progress ab - | in_progress 2025-04-01 2025-04-01
    rows may stand in any order | | 2025-04-01 review R in_progress ab -; 2025-01-05 review R proposed ab - | in_progress 2025-04-01 2025-04-01
    of one day the later row | | 2025-04-01 review R proposed ab -; 2025-04-01 review R stalled ab - | stalled 2025-04-01 2025-04-01
    of one day the later row, the other way | | 2025-04-01 review R stalled ab -; 2025-04-01 review R proposed ab - | proposed 2025-04-01 2025-04-01
    a year outweighs no day in it | every=9999 | 2024 review R stalled ab -; 2024-12-30 review R proposed ab - | proposed 2024-12-30 2024-12-30
    wherever its row stands | every=9999 | 2024-01-02 review R proposed ab -; 2024 review R stalled ab - | proposed 2024-01-02 2024-01-02
    a year is no day on which somebody looked | every=9999 | 2024 review R stalled ab - | stalled 2024 2024
    of a look in a year its first day is sure | | 2025 review R stalled ab - | stalled 2025 2025
    and so it grows stale from there | every=120 | 2025 review R stalled ab - | stalled 2025 2025 stale
    the day of a look outweighs its year | | 2023-02-01 checkpoint R proposed ab 2025; 2024-02-01 checkpoint R stalled ab 2025-02-03 | stalled 2024-02-01 2025-02-03
    a year is before the next | | 2024 review R stalled ab -; 2025-01-02 review R proposed ab - | proposed 2025-01-02 2025-01-02
    a month outweighs no day in it | | 2025-03 review R stalled ab -; 2025-03-30 review R proposed ab - | proposed 2025-03-30 2025-03-30
    a month is before the next | | 2025-03 review R stalled ab -; 2025-04-01 review R proposed ab - | proposed 2025-04-01 2025-04-01
    a year outweighs no month in it | every=9999 | 2024-11 review R proposed ab -; 2024 review R stalled ab - | proposed 2024-11 2024-11
    looked at since the deadline | deadline=2025-03-01 | 2025-03-02 review R stalled ab - | stalled 2025-03-02 2025-03-02 overdue
    looked at on the deadline | deadline=2025-03-02 | 2025-03-02 review R stalled ab - | stalled 2025-03-02 2025-03-02 overdue unchecked stale
    what nobody reviewed changes nothing | | 2025-03-01 review R proposed ab -; 2025-04-01 checkpoint - in_progress a - | proposed 2025-03-01 2025-03-01
    a reply changes nothing | | 2025-03-01 review R stalled ab -; 2025-04-01 reply - - a - | stalled 2025-03-01 2025-03-01
    a reply that was reviewed changes nothing | | 2025-03-01 review R clarifying - -; 2025-04-01 reply R in_progress ab - | clarifying 2025-03-01 2025-03-01
    a statement that was reviewed is no look | every=30 | 2025-03-01 review R stalled ab -; 2025-05-20 statement R in_progress ab - | stalled 2025-03-01 2025-03-01 stale
    a reply cannot dispute what was found | | 2025-03-01 review R kept ab -; 2025-04-01 reply R disputed ab - | kept 2025-03-01 2025-03-01
    what the party says of its own is no look | | 2025-03-01 statement R in_progress ab - | not_researched
    a review by nobody is none | | 2025-03-01 review N in_progress ab - | not_researched
    nor does it count behind one | | 2025-03-01 review R proposed ab -; 2025-04-01 review N stalled ab - | proposed 2025-03-01 2025-03-01
    a reply after the deadline is no look at it | deadline=2025-04-01 | 2025-03-01 review R in_progress ab -; 2025-05-01 reply R in_progress ab - | in_progress 2025-03-01 2025-03-01 overdue unchecked stale
    a vote that nobody reviewed | | 2025-03-01 review R proposed ab -; 2025-04-01 vote - - a - | proposed 2025-03-01 2025-03-01
    kept goes back | | 2025-03-01 review R kept ab -; 2025-04-01 court R in_progress ab - | in_progress 2025-04-01 2025-04-01
    kept, then broken | | 2025-03-01 review R kept ab -; 2025-04-01 review R abandoned ab - | abandoned 2025-04-01 2025-04-01
    broken, then kept | | 2025-03-01 review R abandoned ab -; 2025-04-01 review R kept ab - | kept 2025-04-01 2025-04-01
    begun, then nothing found | | 2025-03-01 review R in_progress ab -; 2025-04-01 review R no_movement_found - - | no_movement_found 2025-04-01 2025-04-01
    disputed, then kept in part | | 2025-03-01 review R disputed ab -; 2025-04-01 review R partly_kept ab - | partly_kept 2025-04-01 2025-04-01
    kept, then a reply | | 2025-03-01 review R kept ab -; 2025-04-01 reply - - a - | kept 2025-03-01 2025-03-01
    a day past its deadline | deadline=2025-05-31 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01 overdue unchecked stale
    on the day of its deadline | deadline=2025-06-01 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01
    before its deadline | deadline=2025-06-02 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01
    overdue though nobody has looked | deadline=2025-05-31 | | not_researched - - overdue unchecked
    past a year | deadline=2024 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01 overdue
    within a year | deadline=2025 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01
    past a month | deadline=2025-05 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01 overdue unchecked stale
    within a month | deadline=2025-06 | 2025-03-01 review R in_progress ab - | in_progress 2025-03-01 2025-03-01
    kept late is not overdue | deadline=2025-01-01 | 2025-03-01 review R kept ab - | kept 2025-03-01 2025-03-01
    broken is not overdue | deadline=2025-01-01 | 2025-03-01 review R abandoned ab - | abandoned 2025-03-01 2025-03-01
    kept in part is not overdue | deadline=2025-01-01 | 2025-03-01 review R partly_kept ab - | partly_kept 2025-03-01 2025-03-01
    kept in part before the deadline leaves the rest | deadline=2025-05-01 | 2025-03-01 review R partly_kept ab - | partly_kept 2025-03-01 2025-03-01 overdue unchecked stale
    kept in part, and the deadline to come | deadline=2025-09-01 | 2025-03-01 review R partly_kept ab - | partly_kept 2025-03-01 2025-03-01
    kept in part goes stale | deadline=2028-01-01 | 2024-11-01 review R partly_kept ab - | partly_kept 2024-11-01 2024-11-01 stale
    kept in part goes stale without a deadline | every=30 | 2025-04-01 review R partly_kept ab - | partly_kept 2025-04-01 2025-04-01 stale
    kept in part after the deadline goes stale too | deadline=2024-01-01 | 2024-02-01 review R partly_kept ab - | partly_kept 2024-02-01 2024-02-01 stale
    broken before the deadline is done with | deadline=2025-05-01 | 2023-03-01 review R abandoned ab - | abandoned 2023-03-01 2023-03-01
    nothing found and overdue | deadline=2025-01-01 | 2025-03-01 review R no_movement_found - - | no_movement_found 2025-03-01 2025-03-01 overdue
    overdue again after going back | deadline=2025-01-01 | 2025-03-01 review R kept ab -; 2025-04-01 review R stalled ab - | stalled 2025-04-01 2025-04-01 overdue
    taken back is not overdue | deadline=2025-01-01 retired | 2025-03-01 review R stalled ab - | stalled 2025-03-01 2025-03-01
    merged is not overdue | deadline=2025-01-01 merged | 2025-03-01 review R stalled ab - | stalled 2025-03-01 2025-03-01
    the last day of a review | | 2024-12-03 review R stalled ab - | stalled 2024-12-03 2024-12-03
    the day after | | 2024-12-02 review R stalled ab - | stalled 2024-12-02 2024-12-02 stale
    a review that holds for a month | every=30 | 2025-04-01 review R stalled ab - | stalled 2025-04-01 2025-04-01 stale
    a review that holds for a year | every=365 | 2024-08-01 review R stalled ab - | stalled 2024-08-01 2024-08-01
    looked at later than it happened | | 2023-02-01 checkpoint R proposed ab 2025-03-01 | proposed 2023-02-01 2025-03-01
    the last look counts, of whichever event | | 2023-02-01 checkpoint R proposed ab 2025-03-01; 2024-02-01 checkpoint R stalled ab 2024-03-01 | stalled 2024-02-01 2025-03-01
    a verdict does not go stale | | 2023-02-01 review R kept ab - | kept 2023-02-01 2023-02-01
    taken back does not go stale | retired | 2023-02-01 review R stalled ab - | stalled 2023-02-01 2023-02-01
    merged does not go stale | merged | 2023-02-01 review R stalled ab - | stalled 2023-02-01 2023-02-01
    stale and overdue | deadline=2024-01-01 | 2024-02-01 review R stalled ab - | stalled 2024-02-01 2024-02-01 overdue stale
    one source | | 2025-03-01 review R stalled a - | stalled 2025-03-01 2025-03-01 single
    two sources of one producer | | 2025-03-01 review R stalled ac - | stalled 2025-03-01 2025-03-01 single
    two producers | | 2025-03-01 review R stalled cb - | stalled 2025-03-01 2025-03-01
    the sources of the last review alone | | 2025-03-01 review R proposed ab -; 2025-04-01 review R stalled a - | stalled 2025-04-01 2025-04-01 single
    """

  private struct History: Sendable {
    let name: String
    let promise: String
    let events: [String]
    let expected: String

    init(_ line: Substring) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      (name, promise, expected) = (parts[0], parts[1], parts[3])
      events = parts[2].split(separator: ";").map { String($0).trimmed }
    }

    /// The state on a day, as the last column tells it.
    func state(on today: String) async throws -> PromiseState {
      let options = promise.split(separator: " ").map { $0.split(separator: "=") }
      func option(_ name: String) -> String {
        options.first { $0[0] == name }.map { $0.count > 1 ? String($0[1]) : "yes" } ?? ""
      }
      let rows = events.enumerated().map { number, event in
        let parts = event.split(separator: " ").map { $0 == "-" ? "" : String($0) }
        let evidence = parts[4].map { String($0) }.joined(separator: ";")
        return
          "e\(number),p,\(parts[0]),\(parts[1]),\(parts[2].isEmpty ? "" : "reviewed"),\(parts[3]),s,\(evidence),\(parts[2] == "N" ? "" : "x;y"),why,\(parts[5])"
      }
      let found = try await figures([
        "sources": "id,producer,title\na,P1,A\nb,P2,B\nc,P1,C\n",
        "parties": "id,name,source\nq,พรรค,a\n",
        "promises": """
        id,party,title,original_text,acceptance_criteria,criteria_on,deadline,review_every,status,retired_reason,merged_into,source
        p,q,t,o,c,2020-01-01,\(option("deadline")),\(option("every")),\(option("retired").isEmpty ? "active" : "retired"),why,\(option("merged").isEmpty ? "" : "p2"),a
        p2,q,t,o,c,2020-01-01,,,,,,a

        """,
        "promise_events": """
        id,promise,date,type,review,progress,summary,evidence,reviewers,reason,checked_on
        \(rows.joined(separator: "\n"))

        """,
      ]).statistics
      let tracker = Tracker(found)
      let promise = try #require(tracker.promise("p"))
      let day = try #require(CalendarDate(iso: today))
      return tracker.state(of: promise, today: day, found.sources)
    }
  }

  private static func brief(_ state: PromiseState) -> String {
    let days =
      state.isReviewed || state.isOverdue
      ? [state.since?.iso ?? "-", state.checkedOn?.iso ?? "-"] : []
    let flags = [
      state.isOverdue ? "overdue" : nil, state.isUncheckedSinceDeadline ? "unchecked" : nil,
      state.isStale ? "stale" : nil,
      state.hasSingleSource ? "single" : nil,
    ]
    return ([state.progress.rawValue] + days + flags.compactMap { $0 }).joined(separator: " ")
  }

  @Test func sixtyHistoriesGiveTheStatesThatTheyState() async throws {
    let all = Self.histories.split(separator: "\n").map(History.init)
    #expect(all.count >= 60)
    for history in all {
      let state = try await history.state(on: "2025-06-01")
      #expect(Self.brief(state) == history.expected, "\(history.name)")
    }
  }

  @Test func anotherDayChangesOnlyOverdueAndStale() async throws {
    for history in Self.histories.split(separator: "\n").map(History.init) {
      var now = try await history.state(on: "2025-06-01")
      var later = try await history.state(on: "2031-01-01")
      for flag in [\PromiseState.isOverdue, \.isUncheckedSinceDeadline, \.isStale] {
        now[keyPath: flag] = false
        later[keyPath: flag] = false
      }
      #expect(now == later, "\(history.name)")
    }
  }

  // MARK: - Verdicts

  /// What is told of one verdict with some of its columns changed.
  private func lacks(
    progress: String = "kept", review: String = "reviewed", criteriaOn: String = "2020-01-01",
    evidence: String = "a;b", reviewers: String = "x;y", reason: String = "why",
    date: String = "2021-01-01", type: String = "review"
  ) async throws -> [String] {
    let found = try await figures([
      "sources": """
      id,producer,title
      a,P1,A
      b,P2,B
      letter,พรรค,C
      post,Party,D
      ours,เครือข่าย,E

      """,
      "parties": "id,name,name@en,source\nq,พรรค,Party,a\n",
      "proposals": "id,set,title,ask,source\nx,ชุด,ข้อเสนอ,ขอ,ours\n",
      "asks": "id,proposal,text,source\nx1,x,หนึ่ง,ours\n",
      "promises": """
      id,party,title,original_text,asks,acceptance_criteria,criteria_on,source
      p,q,t,o,x1,c,\(criteriaOn),a

      """,
      "promise_events": """
      id,promise,date,type,review,progress,summary,evidence,reviewers,reason
      e,p,\(date),\(type),\(review),\(progress),s,\(evidence),\(reviewers),\(reason)

      """,
    ]).diagnostics
    return found.all.filter { $0.code == "unfounded-verdict" }.map(\.message.en)
  }

  @Test func aVerdictNeedsAllOfWhatMakesItOne() async throws {
    #expect(try await lacks() == [])
    #expect(try await lacks(progress: "in_progress", evidence: "a", reviewers: "") == [])
    #expect(
      try await lacks(review: "") == ["'kept' is a verdict, and 'review' doesn't say 'reviewed'"])
    #expect(
      try await lacks(criteriaOn: "") == [
        "'kept' is a verdict, and 'criteria_on' of the promise doesn't say when its criteria were written"
      ])
    let late = "'kept' is a verdict, and the criteria were not written before it"
    #expect(try await lacks(criteriaOn: "2021-01-01") == [late])
    // Of a year that nobody knows more of, the criteria must be older than all of it.
    #expect(try await lacks(criteriaOn: "2021-01-01", date: "2021") == [late])
    #expect(try await lacks(criteriaOn: "2020-12-31", date: "2021") == [])
    for evidence in ["a", "a;a"] {
      #expect(
        try await lacks(evidence: evidence) == [
          "'kept' is a verdict, and 'evidence' needs two sources"
        ])
    }
    for reviewers in ["x;x", "AB; ab", "A; -"] {
      #expect(
        try await lacks(reviewers: reviewers) == [
          "'kept' is a verdict, and 'reviewers' needs two people"
        ], "\(reviewers)")
    }
    for evidence in ["letter;post", "letter;ours"] {
      #expect(
        try await lacks(evidence: evidence) == [
          "'kept' is a verdict, and 'evidence' is all of the party or of who made the proposal"
        ], "\(evidence)")
    }
    #expect(try await lacks(evidence: "letter;a") == [])
    for type in ["reply", "statement"] {
      #expect(
        try await lacks(type: type) == [
          "'kept' is a verdict, and 'type' says that the party itself said so"
        ])
      #expect(try await lacks(progress: "in_progress", type: type) == [])
    }
    #expect(
      try await lacks(progress: "abandoned", reason: "") == [
        "'abandoned' is a verdict, and 'reason' doesn't say why"
      ])
  }

  // MARK: - Answers

  @Test func aPartyStandsWhereItsLastAnswerIs() async throws {
    let found = try await figures([
      "sources": "id,producer,title\na,P1,A\n",
      "parties": "id,name,source\nq,พรรค,a\nr,พรรคอื่น,a\n",
      "proposals": "id,set,title,ask,source\nx,ชุด,ข้อเสนอ,ขอ,a\n",
      "asks": "id,proposal,text,source\nx1,x,หนึ่ง,a\nx2,x,สอง,a\n",
      "commitments": """
      party,ask,proposal,stance,date,evidence
      q,x1,,disagree,2024-05-01,a
      q,,x,agree,2024-01-01,a
      q,x2,,no_reply,,
      q,x1,,no_reply,2024-09-01,
      q,x2,,not_asked,2024-09-01,
      q,x1,,not_asked,2024-10-01,
      r,x1,,agree,2024,a
      r,x1,,neutral,2024-06-01,a
      r,x2,,no_reply,2024-01-01,
      r,x2,,not_asked,2024-02-01,

      """,
    ]).statistics
    let tracker = Tracker(found)
    #expect(tracker.stance(of: "q", to: "x1")?.stance == .disagree)
    // An answer to the whole proposal is one to each of its asks; what has no day came before.
    #expect(tracker.stance(of: "q", to: "x2")?.stance == .agree)
    #expect(tracker.answers(of: "q", to: "x2").map(\.stance) == [.noReply, .agree, .notAsked])
    // Silence takes no answer back, and is told beside it.
    #expect(tracker.silence(of: "q", to: "x1")?.iso == "2024-09-01")
    #expect(tracker.formerAnswers(of: "q", to: "x1").map(\.stance) == [.agree])
    #expect(tracker.silence(of: "q", to: "x2") == nil)
    // A year alone outweighs no day in it.
    #expect(tracker.stance(of: "r", to: "x1")?.stance == .neutral)
    #expect(tracker.formerAnswers(of: "r", to: "x1").map(\.stance) == [.agree])
    // That it was not asked another time undoes no silence.
    #expect(tracker.stance(of: "r", to: "x2")?.stance == .noReply)
    #expect(tracker.stance(of: "r", to: "x3") == nil)
  }

  // MARK: - Sheets in other words

  /// Each word that nobody knows is told once, each table that is missing too.
  @Test func oneMistakeInManyRowsIsToldOnce() async throws {
    let found = try await figures([
      "parties": "id,name,source\nq,พรรค,a\nr,พรรคอื่น,a\n",
      "proposals": "id,set,title,ask,source\nx,ชุด,ข้อเสนอ,ขอ,a\n",
      "asks": "id,proposal,text,source\nx1,x,หนึ่ง,a\n",
      "commitments": """
      party,ask,stance,date,evidence
      q,x1,เห็นด้วยแบบมีเงื่อนไข,2024-05-01,a
      r,x1,เห็นด้วยแบบมีเงื่อนไข,2024-05-01,a

      """,
    ]).diagnostics.all
    let words = found.filter { $0.code == "unknown-word" }
    #expect(words.map(\.hint?.th) == ["เขียน agree_with_conditions"])
    #expect(words.first?.notes.map(\.en) == ["and in 1 more row"])
    #expect(words.first?.notes.map(\.th) == ["และอีก 1 แถว"])
    let tables = found.filter { $0.code == "reference-without-table" }
    #expect(
      tables.map(\.message.en) == ["there is no table 'sources', and 'a' is named as a row of it"])
    #expect(
      tables.first?.notes.map(\.en) == [
        "6 cells name rows of it: asks.source, commitments.evidence, parties.source, proposals.source"
      ])
    #expect(tables.first?.notes.map(\.th).first?.hasPrefix("มี 6 ช่องที่อ้างถึง") == true)
    #expect(!found.contains { $0.code == "unknown-listed" })
  }
}
