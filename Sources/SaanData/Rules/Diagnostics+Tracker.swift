import SaanText

// The catalogue of what can be wrong with proposals, answers and promises.

extension Diagnostic {
  static func unknownListed(
    _ id: String, table: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-listed",
      Wording(
        en: "'\(id)' is no id of table '\(table)'", th: "ไม่พบรหัส '\(id)' ในตาราง '\(table)'"),
      at: place,
      hint: didYouMean(id, among: known)
        ?? Wording(
          en: "add a row with this id to '\(table)'; several ids are separated by semicolons",
          th: "เพิ่มแถวที่มีรหัสนี้ในตาราง '\(table)' ถ้ามีหลายรหัสให้คั่นด้วยอัฒภาค (;)"))
  }

  static func answerToNothing(namesBoth: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "answer-to-nothing",
      namesBoth
        ? Wording(
          en: "this answer names an ask and a proposal", th: "คำตอบนี้ระบุทั้งข้อย่อยและข้อเสนอ")
        : Wording(
          en: "this answer names neither an ask nor a proposal",
          th: "คำตอบนี้ไม่ได้ระบุทั้งข้อย่อยและข้อเสนอ"), at: place,
      hint: Wording(
        en: "write the ask in 'ask'; or, for an answer to all asks of a proposal, 'proposal' alone",
        th: "ใส่ข้อย่อยในคอลัมน์ ask หรือถ้าตอบทุกข้อย่อย ให้ใส่ proposal อย่างเดียว"))
  }

  static func unfoundedVerdict(
    _ progress: Progress, _ lacks: [PromiseEvent.Lack], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unfounded-verdict",
      Wording(
        en: "'\(progress.rawValue)' is a verdict, and "
          + lacks.map(\.words.en).joined(separator: "; "),
        th: "'\(progress.rawValue)' เป็นผลตัดสิน แต่"
          + lacks.map(\.words.th).joined(separator: " และ")), at: place,
      hint: Wording(
        en:
          "add what is missing; until then write what can be told now, such as in_progress or cannot_be_checked",
        th: "เพิ่มส่วนที่ขาด ระหว่างนี้ให้ใส่สิ่งที่บอกได้ เช่น in_progress หรือ cannot_be_checked"))
  }

  static func reviewWithoutProgress(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "review-without-progress",
      Wording(
        en: "this row is reviewed and doesn't say what was found",
        th: "แถวนี้ตรวจแล้วแต่ไม่ได้บอกว่าพบอะไร"), at: place,
      hint: Wording(
        en: "write a word in 'progress', no_movement_found where nothing was, or empty 'review'",
        th: "ใส่คำในคอลัมน์ progress ถ้าไม่พบอะไรใช้ no_movement_found หรือเว้นคอลัมน์ review ว่าง"))
  }

  static func futureAnswer(
    _ date: CalendarPeriod, today: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "future-answer",
      Wording(
        en: "\(date.iso) is still to come", th: "\(date.text(in: .thai)) ยังมาไม่ถึง"), at: place,
      hint: Wording(
        en: "write the day on which it happened; today is \(today.iso)",
        th: "ใส่วันที่เกิดขึ้นจริง วันนี้คือ \(today.text(in: .thai))"))
  }

  static func retiredWithoutReason(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "retired-without-reason",
      Wording(en: "this promise is retired without a reason", th: "ถอนคำสัญญานี้โดยไม่บอกเหตุผล"),
      at: place,
      hint: Wording(
        en: "say why in 'retired_reason': readers still find the page",
        th: "บอกเหตุผลในคอลัมน์ retired_reason เพราะผู้อ่านยังเปิดหน้านี้ได้"))
  }

  static func sharedID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "party-and-organisation",
      Wording(
        en: "'\(id)' is an organisation as well", th: "'\(id)' เป็นรหัสขององค์กรด้วย"), at: place,
      hint: Wording(
        en: "parties stand in 'parties' alone: remove the row of 'organisations', or rename one",
        th: "พรรคอยู่ในตาราง parties เท่านั้น ลบแถวในตาราง organisations หรือเปลี่ยนรหัส"))
  }

  static func unequalAsks(
    _ party: Localized<String>, _ missing: [String], at place: Place
  ) -> Diagnostic {
    let shown = missing.prefix(5).joined(separator: ", ")
    let more = missing.count > 5 ? ", …" : ""
    return Diagnostic(
      .warning, "unequal-asks",
      Wording(
        en:
          "nothing is recorded of \(party[.english]) for \(missing.count) of the asks that others are recorded for: \(shown)\(more)",
        th:
          "ไม่มีบันทึกของ\(party[.thai])ใน \(missing.count) ข้อย่อยที่พรรคอื่นมีบันทึก ได้แก่ \(shown)\(more)"),
      at: place,
      hint: Wording(
        en: "add a row to 'commitments' for each: not_asked and no_reply are answers too",
        th: "เพิ่มแถวใน commitments ให้ครบ ใช้ not_asked หรือ no_reply ได้"))
  }

  static func unequalReviews(
    _ most: ReviewShare, _ least: ReviewShare, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unequal-reviews",
      Wording(
        en:
          "\(most.reviewed) of \(most.of) promises of \(most.party.name[.english]) are reviewed, and \(least.reviewed) of \(least.of) of \(least.party.name[.english])",
        th:
          "ตรวจคำสัญญาของ\(most.party.name[.thai])แล้ว \(most.reviewed) จาก \(most.of) ข้อ แต่ของ\(least.party.name[.thai])ตรวจ \(least.reviewed) จาก \(least.of) ข้อ"
      ), at: place,
      hint: Wording(
        en: "review the promises of the others before you publish more of one",
        th: "ตรวจของพรรคอื่นให้ใกล้เคียงกันก่อนเผยแพร่เพิ่ม"))
  }
}

extension PromiseEvent.Lack {
  /// What is missing, behind "and" or "แต่".
  fileprivate var words: Wording {
    switch self {
    case .review: Wording(en: "'review' doesn't say 'reviewed'", th: "review ไม่ได้เป็น reviewed")
    case .criteria: Wording(en: "the promise has no criteria", th: "คำสัญญาไม่มีเกณฑ์")
    case .criteriaDay:
      Wording(
        en: "'criteria_on' of the promise doesn't say when its criteria were written",
        th: "คำสัญญาไม่บอกใน criteria_on ว่าเขียนเกณฑ์เมื่อใด")
    case .earlierCriteria:
      Wording(
        en: "the criteria were not written before it", th: "เกณฑ์ไม่ได้เขียนไว้ก่อนวันตัดสิน")
    case .evidence: Wording(en: "'evidence' needs two sources", th: "ต้องมีหลักฐานสองชิ้นใน evidence")
    case .reviewers:
      Wording(en: "'reviewers' needs two people", th: "ต้องมีผู้ตรวจสองคนใน reviewers")
    case .reason: Wording(en: "'reason' doesn't say why", th: "ไม่บอกเหตุผลใน reason")
    }
  }
}
