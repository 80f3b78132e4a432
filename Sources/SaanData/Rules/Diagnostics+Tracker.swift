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

  /// - Parameter columns: the columns that name rows of the table, at least one.
  static func referenceWithoutTable(
    _ table: String, named columns: [NamingColumn]
  ) -> Diagnostic {
    let rows = columns.reduce(0) { $0 + $1.rows }
    let places = Set(columns.map { "\($0.table).\($0.column)" }).sorted().joined(separator: ", ")
    let first = columns.first
    return Diagnostic(
      .error, "reference-without-table",
      Wording(
        en: "there is no table '\(table)', and '\(first?.id ?? "")' is named as a row of it",
        th: "ไม่มีตาราง '\(table)' แต่มีการอ้างถึงแถว '\(first?.id ?? "")' ในตารางนั้น"),
      at: first?.place,
      notes: rows == 1
        ? []
        : [
          Wording(
            en: "\(rows) cells name rows of it: \(places)", th: "มี \(rows) ช่องที่อ้างถึง: \(places)")
        ],
      hint: Wording(
        en: "save the table as content/data/\(table).csv, or leave the column empty",
        th: "บันทึกตารางเป็น content/data/\(table).csv หรือเว้นคอลัมน์นี้ว่าง"))
  }

  static func partOfAnotherParty(
    _ column: String, _ id: String, of party: Party, at place: Place
  ) -> Diagnostic {
    let (name, nameTH) = (party.name[.english], party.name[.thai])
    return Diagnostic(
      .error, "part-of-another-party",
      Wording(
        en: "'\(column)' names '\(id)', which is a promise of \(name)",
        th: "'\(column)' ระบุ '\(id)' ซึ่งเป็นคำสัญญาของ\(nameTH)"), at: place,
      hint: Wording(
        en:
          "name a promise of the same party, or of one that it became part of ('merged_into' of 'parties'); else leave the cell empty, for each party answers for its own words",
        th:
          "ระบุคำสัญญาของพรรคเดียวกัน หรือของพรรคที่รวมกัน (คอลัมน์ merged_into ในตาราง parties) ถ้าไม่ใช่ให้เว้นว่าง เพราะแต่ละพรรครับผิดชอบคำพูดของตน"
      ))
  }

  static func mergedIntoRetired(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "merged-into-retired",
      Wording(
        en: "this promise is part of '\(id)', which is withdrawn, and so neither counts",
        th: "คำสัญญานี้รวมอยู่ใน '\(id)' ซึ่งถอนแล้ว จึงไม่มีข้อใดนับ"), at: place,
      hint: Wording(
        en: "empty 'merged_into', name a promise that stands, or withdraw this one as well",
        th: "เว้น merged_into ว่าง ระบุคำสัญญาที่ยังอยู่ หรือถอนข้อนี้ด้วย"))
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
      Wording(en: "this entry is withdrawn without a reason", th: "ถอนรายการนี้โดยไม่บอกเหตุผล"),
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

extension Diagnostic {
  static func unclearOrder(
    _ former: (date: CalendarPeriod, word: String), _ last: (date: CalendarPeriod, word: String),
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unclear-order",
      Wording(
        en:
          "'\(former.word)' of \(former.date.iso) and '\(last.word)' of \(last.date.iso): nobody can tell which came later, and pages say '\(last.word)'",
        th:
          "'\(former.word)' ของ \(former.date.text(in: .thai)) กับ '\(last.word)' ของ \(last.date.text(in: .thai)) ไม่รู้ว่าแถวใดมาทีหลัง หน้าเว็บจึงแสดง '\(last.word)'"
      ),
      at: place,
      hint: Wording(
        en: "write the days as exactly as they are known; of one day, keep the row that holds",
        th: "ใส่วันที่ให้ละเอียดเท่าที่รู้ ถ้าเป็นวันเดียวกันให้เหลือแถวที่ใช้จริง"))
  }

  static func repeatedAnswer(ofRow number: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-answer",
      Wording(
        en: "row \(number) has this answer already", th: "แถว \(number) มีคำตอบนี้อยู่แล้ว"),
      at: place,
      hint: Wording(
        en:
          "keep one of the two rows, with the sources of both in its 'evidence', separated by semicolons; or write the day of each",
        th:
          "เหลือไว้แถวเดียว แล้วใส่หลักฐานของทั้งสองแถวในคอลัมน์ evidence คั่นด้วยอัฒภาค หรือใส่วันที่ของแต่ละคำตอบ"
      ))
  }

  static func undatedAnswer(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "undated-answer",
      Wording(en: "this answer has no day", th: "คำตอบนี้ไม่มีวันที่"), at: place,
      hint: Wording(
        en: "write in 'date' when the party answered; a month or a year will do",
        th: "ใส่วันที่พรรคตอบในคอลัมน์ date รู้เพียงเดือนหรือปีก็ใส่เท่าที่รู้"))
  }

  /// What does not fit the stance of an answer.
  enum OddAnswer { case lacksConditions, hasConditions, hasWords }

  static func oddAnswer(_ kind: OddAnswer, _ stance: String, at place: Place) -> Diagnostic {
    let (message, hint) =
      switch kind {
      case .lacksConditions:
        (
          Wording(
            en: "'\(stance)' has no conditions, and readers see a reservation that nobody knows",
            th: "'\(stance)' แต่ไม่บอกเงื่อนไข ผู้อ่านจึงไม่รู้ว่ามีเงื่อนไขอะไร"),
          Wording(
            en: "write in 'conditions' what the party said",
            th: "ใส่เงื่อนไขที่พรรคบอกในคอลัมน์ conditions")
        )
      case .hasConditions:
        (
          Wording(
            en: "'\(stance)' is an answer without conditions, and some are written here",
            th: "'\(stance)' เป็นคำตอบที่ไม่มีเงื่อนไข แต่มีเงื่อนไขเขียนไว้"),
          Wording(
            en: "write agree_with_conditions in 'stance', or take the conditions out",
            th: "ใส่ agree_with_conditions ในคอลัมน์ stance หรือลบเงื่อนไขออก")
        )
      case .hasWords:
        (
          Wording(
            en: "'\(stance)' says that the party gave no answer, and words of it are written here",
            th: "'\(stance)' บอกว่าพรรคไม่ได้ตอบ แต่มีถ้อยคำของพรรคเขียนไว้"),
          Wording(
            en: "write what the party answered in 'stance', or take the words out",
            th: "ใส่คำตอบของพรรคในคอลัมน์ stance หรือลบถ้อยคำออก")
        )
      }
    return Diagnostic(.warning, "odd-answer", message, at: place, hint: hint)
  }

  static func answerBeforeAsk(
    _ date: CalendarPeriod, asked: CalendarPeriod, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "answer-before-ask",
      Wording(
        en: "this answer is of \(date.iso), and the proposal was put forward on \(asked.iso)",
        th: "คำตอบนี้ของ \(date.text(in: .thai)) แต่ข้อเสนอยื่นเมื่อ \(asked.text(in: .thai))"),
      at: place,
      hint: Wording(
        en:
          "correct the day; where the party said so before, write speech, manifesto, vote or online in 'form'",
        th: "แก้วันที่ ถ้าพรรคพูดไว้ก่อนแล้วให้ใส่ speech, manifesto, vote หรือ online ในคอลัมน์ form"))
  }

  static func beforePromise(
    _ date: CalendarPeriod, made: CalendarPeriod, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "before-promise",
      Wording(
        en: "\(date.iso) is before the promise was made, on \(made.iso)",
        th: "\(date.text(in: .thai)) มาก่อนวันที่สัญญา คือ \(made.text(in: .thai))"), at: place,
      hint: Wording(
        en: "correct the day that is wrong, here or in 'made_on' of the promise",
        th: "แก้วันที่ที่ผิด ตรงนี้หรือในคอลัมน์ made_on ของคำสัญญา"))
  }

  static func partyNotThere(
    _ party: Party, on date: CalendarPeriod, at place: Place
  ) -> Diagnostic {
    let isEarly = party.founded.map { date.lastDay < $0.firstDay } ?? false
    let day = isEarly ? party.founded : party.dissolved
    let (en, th) = (day?.iso ?? "", day?.text(in: .thai) ?? "")
    let (name, nameTH) = (party.name[.english], party.name[.thai])
    return Diagnostic(
      .error, "party-not-there",
      isEarly
        ? Wording(
          en: "\(date.iso) is before \(name) was founded, on \(en)",
          th: "\(date.text(in: .thai)) มาก่อนวันก่อตั้ง\(nameTH) คือ \(th)")
        : Wording(
          en: "\(date.iso) is after \(name) was dissolved, on \(en)",
          th: "\(date.text(in: .thai)) มาหลังวันยุบ\(nameTH) คือ \(th)"), at: place,
      hint: Wording(
        en: "correct the day, here or in 'parties'; or name the party that it is of now",
        th: "แก้วันที่ตรงนี้หรือในตาราง parties หรือระบุพรรคที่เป็นอยู่ในวันนั้น"))
  }

  static func twoSides(_ side: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "two-sides-at-once",
      Wording(
        en: "the party is '\(side)' here while another row says '\(other)'",
        th: "แถวนี้บอกว่าพรรคเป็น '\(side)' แต่อีกแถวในเวลาเดียวกันบอกว่า '\(other)'"), at: place,
      hint: Wording(
        en: "write in 'start' and 'end' when the one ended and the other began",
        th: "ใส่วันเริ่มและวันสิ้นสุดของแต่ละบทบาทในคอลัมน์ start และ end"))
  }

  static func mergedInCircles(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "merged-in-circles",
      Wording(
        en: "from here one comes back to '\(id)' itself", th: "ตามรหัสนี้ไปแล้ววนกลับมาที่ '\(id)' เอง"),
      at: place,
      hint: Wording(
        en: "name another id, or leave the cell empty", th: "ใส่รหัสอื่น หรือเว้นช่องนี้ว่าง"))
  }

  static func listedTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "listed-twice",
      Wording(en: "'\(id)' is listed twice here", th: "ช่องนี้ระบุ '\(id)' ซ้ำ"), at: place,
      hint: Wording(
        en: "keep it once; it counts once", th: "เหลือไว้ครั้งเดียว เพราะนับเป็นหนึ่ง"))
  }
}

extension PromiseEvent.Lack {
  /// What is missing, behind "and" or "แต่".
  fileprivate var words: Wording {
    switch self {
    case .ownFinding:
      Wording(
        en: "'type' says that the party itself said so", th: " type บอกว่าเป็นคำพูดของพรรคเอง")
    case .review:
      Wording(en: "'review' doesn't say 'reviewed'", th: " review ไม่ได้เป็น reviewed")
    case .criteria: Wording(en: "the promise has no criteria", th: "คำสัญญาไม่มีเกณฑ์")
    case .criteriaDay:
      Wording(
        en: "'criteria_on' of the promise doesn't say when its criteria were written",
        th: "คำสัญญาไม่บอกใน criteria_on ว่าเขียนเกณฑ์เมื่อใด")
    case .earlierCriteria:
      Wording(
        en: "the criteria were not written before it", th: "เกณฑ์ไม่ได้เขียนไว้ก่อนวันตัดสิน")
    case .evidence: Wording(en: "'evidence' needs two sources", th: "ต้องมีหลักฐานสองชิ้นใน evidence")
    case .otherEvidence:
      Wording(
        en: "'evidence' is all of the party or of who made the proposal",
        th: "หลักฐานทั้งหมดใน evidence เป็นของพรรคหรือของผู้ยื่นข้อเสนอ")
    case .reviewers:
      Wording(en: "'reviewers' needs two people", th: "ต้องมีผู้ตรวจสองคนใน reviewers")
    case .reason: Wording(en: "'reason' doesn't say why", th: "ไม่บอกเหตุผลใน reason")
    }
  }
}
