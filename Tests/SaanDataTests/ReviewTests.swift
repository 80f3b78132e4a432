import SaanText
import Testing

@testable import SaanData

/// What is told of rows of proposals, reviews, parties and parts of promises.
@Suite struct ReviewTests {
  @Test func anAnswerNamesTheProposalOfItsAskOrNone() async throws {
    let found = try await figures([
      "sources": "id,producer,title\na,P1,A\n", "parties": "id,name,source\nq,พรรค,a\n",
      "proposals": "id,set,title,ask,source\nx,ชุด,ข้อเสนอ,ขอ,a\ny,ชุด,อีกข้อ,ขอ,a\n",
      "asks": "id,proposal,text,source\nx1,x,หนึ่ง,a\ny1,y,สอง,a\n",
      "commitments":
        "party,ask,proposal,stance,date,evidence\nq,x1,x,agree,2024-05-01,a\nq,y1,x,agree,2024-05-01,a\nq,,,agree,2024-05-01,a\n",
    ])
    let told = found.diagnostics.all.filter { $0.code == "answer-to-nothing" }
    #expect(
      told.map(brief) == [
        "answer-to-nothing commitments.csv:3:proposal", "answer-to-nothing commitments.csv:4:ask",
      ])
    #expect(told.first?.message.en == "'y1' is an ask of 'y', and this row names 'x'")
    #expect(told.first?.message.th == "'y1' เป็นข้อย่อยของ 'y' แต่แถวนี้ระบุ 'x'")
    #expect(Tracker(found.statistics).stance(of: "q", to: "x1")?.stance == .agree)
  }

  // MARK: - Reviews

  /// What is told of rows of events, each from its date on, and of a few sources.
  private func toldOfReviews(_ rows: String) async throws -> [Diagnostic] {
    try await figures([
      "sources": """
      id,producer,title,date_published,date_accessed
      a,P1,A,,
      b,P2,B,,
      late,P3,C,,2021-08-01
      old,P4,D,2019-01-05,2019-01-06

      """,
      "parties": "id,name,source\nq,พรรค,a\n",
      "promises": """
      id,party,title,original_text,acceptance_criteria,criteria_on,made_on,source
      p,q,t,o,c,2020-03-01,2020-02-01,a

      """,
      "promise_events":
        "id,promise,date,type,review,progress,summary,evidence,reviewers,checked_on\n" + rows,
    ]).diagnostics.all
  }

  @Test func aReviewSaysWhoLookedAndIsNotThePartys() async throws {
    let found = try await toldOfReviews(
      """
      e1,p,2021-01-01,review,reviewed,in_progress,s,a;b,,
      e2,p,2021-02-01,review,reviewed,in_progress,s,a;b,-,
      e3,p,2021-03-01,statement,reviewed,in_progress,s,a;b,,
      e4,p,2021-04-01,reply,reviewed,disputed,s,a;b,x;y,
      e5,p,2021-05-01,checkpoint,reviewed,in_progress,s,a;b,x,
      e6,p,2021-06-01,reply,,,s,a,,

      """)
    #expect(
      found.map(brief) == [
        "review-without-reviewers promise_events.csv:2:reviewers",
        "review-without-reviewers promise_events.csv:3:reviewers",
        "party-as-reviewer promise_events.csv:4:review",
        "party-as-reviewer promise_events.csv:5:review",
      ])
    #expect(found.first?.message.th == "แถวนี้ตรวจแล้วแต่ไม่ได้บอกว่าใครตรวจ จึงไม่นับเป็นการตรวจ")
    #expect(found.first?.message.en.contains("doesn't say by whom") == true)
    #expect(
      found.last?.message.en == "'reply' is what the party itself says, and counts as no review")
    #expect(found.last?.message.th == "'reply' เป็นคำพูดของพรรคเอง จึงไม่นับเป็นการตรวจ")
    #expect(found.last?.hint?.th.contains("type เป็น review") == true)
  }

  @Test func aVerdictRestsOnWhatWasReadByThen() async throws {
    let found = try await toldOfReviews(
      """
      e1,p,2021-07-01,review,reviewed,kept,s,a;late,x;y,
      e2,p,2021-07-02,review,reviewed,kept,s,a;late,x;y,2021-08-02
      e3,p,2021-07-03,review,reviewed,kept,s,a;old,x;y,
      e4,p,2021-07-04,review,reviewed,in_progress,s,a;old,x;y,

      """)
    #expect(
      found.map(brief) == [
        "untimely-evidence promise_events.csv:2:evidence",
        "untimely-evidence promise_events.csv:4:evidence",
      ])
    #expect(
      found.first?.message.en
        == "this verdict is of 2021-07-01, and 'late' was retrieved on 2021-08-01 only")
    #expect(found.first?.message.th.hasSuffix("แต่เพิ่งสืบค้น 'late' เมื่อ 1 สิงหาคม 2564") == true)
    #expect(
      found.last?.message.en
        == "'old' is of 2019-01-05, before the promise was made, on 2020-02-01")
  }

  @Test func aPartyHasOneNameAtATime() async throws {
    let found = try await figures([
      "sources": "id,producer,title\na,P1,A\n", "parties": "id,name,source\nq,พรรค,a\n",
      "party_names": """
      party,name,start,end,source
      q,หนึ่ง,2010,2015,a
      q,สอง,2015,2020-02,a
      q,สาม,2019,,a

      """,
    ]).diagnostics.all
    #expect(found.map(brief) == ["names-at-once party_names.csv:4:name"])
    #expect(found.first?.message.en == "'สาม' and 'สอง' are names of one party at one time")
    #expect(found.first?.message.th == "'สาม' กับ 'สอง' เป็นชื่อของพรรคเดียวกันในเวลาเดียวกัน")
  }

  // MARK: - Parts of promises

  /// What is told of promises that name others, each `id,party,split_from,merged_into,status`.
  private func told(_ promises: String, merging: String = "") async throws -> [String] {
    try await figures([
      "sources": "id,producer,title\na,P1,A\n",
      "parties":
        "id,name,merged_into,source\nq,พรรค,,a\nr,พรรคอื่น,\(merging),a\nt,พรรคสาม,,a\n",
      "promises":
        "id,title,original_text,acceptance_criteria,retired_reason,source,party,split_from,merged_into,status\n"
        + promises.split(separator: "\n").map { line in
          let parts = line.split(separator: ",", maxSplits: 1)
          return "\(parts[0]),t,o,c,why,a,\(parts[1])\n"
        }.joined(),
    ]).diagnostics.all.compactMap { found in
      guard case .cell(_, _, let row, let column)? = found.place else { return nil }
      return "\(found.code) \(row) \(column ?? "")"
    }
  }

  @Test func promisesArePartsOfThoseOfTheirOwnParty() async throws {
    #expect(try await told("p1,q,,,\np2,q,p1,,\np3,q,,p1,\n") == [])
    #expect(
      try await told("p1,q,,,\np2,r,p1,,\np3,r,,p1,\n") == [
        "part-of-another-party 3 split_from", "part-of-another-party 4 merged_into",
      ])
    // A party that became part of another took its promises along; both may be part of a third.
    #expect(try await told("p1,q,,,\np2,r,p1,,\n", merging: "q") == [])
    #expect(
      try await told("p1,t,,,\np2,r,p1,,\n", merging: "q") == [
        "part-of-another-party 3 split_from"
      ])
  }

  @Test func nothingIsAPartOfItselfOrOfWhatIsWithdrawn() async throws {
    #expect(
      try await told("p1,q,p1,,\np2,q,,p3,\np3,q,,p2,\n") == [
        "merged-in-circles 3 merged_into", "merged-in-circles 4 merged_into",
        "merged-in-circles 2 split_from",
      ])
    #expect(
      try await told("p1,q,,,retired\np2,q,,p1,\np3,q,,p1,retired\n") == [
        "merged-into-retired 3 merged_into"
      ])
  }
}
