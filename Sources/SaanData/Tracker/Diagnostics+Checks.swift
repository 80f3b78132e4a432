import SaanText

// The catalogue of what can be wrong with answers, with who looked into a promise, and with names.

extension Diagnostic {
  static func answerToNothing(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "answer-to-nothing",
      Wording(
        en: "this answer names neither an ask nor a proposal",
        th: "คำตอบนี้ไม่ได้ระบุทั้งข้อย่อยและข้อเสนอ"), at: place,
      hint: Wording(
        en: "write the ask in 'ask'; or, for an answer to all asks of a proposal, 'proposal' alone",
        th: "ใส่ข้อย่อยในคอลัมน์ ask หรือถ้าตอบทุกข้อย่อย ให้ใส่ proposal อย่างเดียว"))
  }

  /// An ask beside which another proposal stands than its own.
  static func answerToAnother(
    _ ask: String, of proposal: String, named other: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "answer-to-nothing",
      Wording(
        en: "'\(ask)' is an ask of '\(proposal)', and this row names '\(other)'",
        th: "'\(ask)' เป็นข้อย่อยของ '\(proposal)' แต่แถวนี้ระบุ '\(other)'"), at: place,
      hint: Wording(
        en: "leave 'proposal' empty, for the ask says it; or name the ask that was answered",
        th: "เว้น proposal ว่าง เพราะข้อย่อยบอกอยู่แล้ว หรือแก้ข้อย่อยให้ตรงกับที่พรรคตอบ"))
  }

  static func reviewWithoutReviewers(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "review-without-reviewers",
      Wording(
        en: "this row is reviewed and doesn't say by whom, so it counts for nothing",
        th: "แถวนี้ตรวจแล้วแต่ไม่ได้บอกว่าใครตรวจ จึงไม่นับเป็นการตรวจ"), at: place,
      hint: Wording(
        en: "write the initials of who looked in 'reviewers', or empty 'review'",
        th: "ใส่ชื่อย่อของผู้ตรวจในคอลัมน์ reviewers หรือเว้นคอลัมน์ review ว่าง"))
  }

  static func reviewOfOwnWords(_ kind: PromiseEvent.Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "party-as-reviewer",
      Wording(
        en: "'\(kind.rawValue)' is what the party itself says, and counts as no review",
        th: "'\(kind.rawValue)' เป็นคำพูดของพรรคเอง จึงไม่นับเป็นการตรวจ"), at: place,
      hint: Wording(
        en:
          "empty 'review' and 'progress' here; write what somebody else found in a row of its own, with 'type' review",
        th: "เว้นคอลัมน์ review และ progress ในแถวนี้ แล้วเพิ่มแถวใหม่ที่ type เป็น review สำหรับสิ่งที่ผู้ตรวจพบ"))
  }

  /// What is wrong with the day of a piece of evidence.
  enum UntimelyEvidence { case accessedLater, publishedBefore }

  static func untimelyEvidence(
    _ kind: UntimelyEvidence, _ source: String, of day: CalendarDate, _ other: CalendarPeriod,
    at place: Place
  ) -> Diagnostic {
    let (en, th, enOther, thOther) = (
      day.iso, day.text(in: .thai), other.iso, other.text(in: .thai)
    )
    return Diagnostic(
      .warning, "untimely-evidence",
      kind == .accessedLater
        ? Wording(
          en: "this verdict is of \(enOther), and '\(source)' was retrieved on \(en) only",
          th: "ผลตัดสินนี้ของ \(thOther) แต่เพิ่งสืบค้น '\(source)' เมื่อ \(th)")
        : Wording(
          en: "'\(source)' is of \(en), before the promise was made, on \(enOther)",
          th: "'\(source)' ของ \(th) มาก่อนวันที่สัญญา คือ \(thOther)"), at: place,
      hint: kind == .accessedLater
        ? Wording(
          en: "correct the day that is wrong, or write in 'checked_on' when the evidence was read",
          th: "แก้วันที่ที่ผิด หรือใส่วันที่อ่านหลักฐานในคอลัมน์ checked_on")
        : Wording(
          en: "name a source that tells what became of the promise",
          th: "ใส่แหล่งที่บอกว่าคำสัญญาเป็นอย่างไรแล้ว"))
  }

  static func namesAtOnce(_ name: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "names-at-once",
      Wording(
        en: "'\(name)' and '\(other)' are names of one party at one time",
        th: "'\(name)' กับ '\(other)' เป็นชื่อของพรรคเดียวกันในเวลาเดียวกัน"), at: place,
      hint: Wording(
        en: "write in 'start' and 'end' when it had each",
        th: "ใส่ใน start และ end ว่าใช้แต่ละชื่อตั้งแต่เมื่อใดถึงเมื่อใด"))
  }
}
