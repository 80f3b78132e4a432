import SaanModel
import SaanPages
import SaanText

/// What can be wrong with an event, in a row of its table or above its text.
extension Diagnostic {
  static func unknownEventWord(
    _ field: String, _ word: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-choice",
      Wording(en: "'\(field)' cannot be '\(word)'", th: "'\(field)' เป็น '\(word)' ไม่ได้"),
      at: place, hint: didYouMean(word, among: known) ?? oneOf(known))
  }

  static func unknownZone(_ name: String, at place: Place) -> Diagnostic {
    let known = Zone.all.map(\.name)
    return Diagnostic(
      .error, "unknown-choice",
      Wording(
        en: "'timezone' cannot be '\(name)'", th: "'timezone' เป็น '\(name)' ไม่ได้"), at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en:
            "write the times as they are in Thailand and leave 'timezone' out; only zones around it without summer time can be named, such as Asia/Tokyo",
          th:
            "เขียนเวลาตามเวลาประเทศไทยแล้วไม่ต้องมี 'timezone' ระบุได้เฉพาะเขตใกล้เคียงที่ไม่มีเวลาฤดูร้อน เช่น Asia/Tokyo"
        ))
  }

  static func badEventNumber(
    _ field: String, _ text: String, _ range: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en:
          "'\(field)' takes a whole number from \(range.lowerBound) to \(range.upperBound), but this is '\(text)'",
        th:
          "'\(field)' ต้องเป็นจำนวนเต็มตั้งแต่ \(range.lowerBound) ถึง \(range.upperBound) แต่นี่คือ '\(text)'"),
      at: place,
      hint: Wording(
        en: "write digits alone, or leave it out", th: "เขียนเป็นตัวเลขล้วน หรือเว้นว่างไว้"))
  }

  static func rowsWithoutCollection(_ table: String, at place: Place) -> Diagnostic {
    let line = "\(table): {title: {th: \"…\", en: \"…\"}, template: event.html, sort: date}"
    return Diagnostic(
      .warning, "no-collection",
      Wording(
        en:
          "site.yaml has no collection '\(table)', so the rows of this table are published nowhere",
        th: "site.yaml ยังไม่มีหมวด '\(table)' แถวของตารางนี้จึงไม่ได้เผยแพร่"), at: place,
      hint: Wording(
        en: "write in site.yaml, under 'collections:' and two spaces in: \(line)",
        th: "เขียนใน site.yaml ใต้ 'collections:' โดยย่อหน้าสองช่อง: \(line)"))
  }

  static func eventWithoutStart(_ field: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'\(field)' belongs to an event, but nothing says when it begins",
        th: "'\(field)' เป็นเรื่องของกิจกรรม แต่ไม่มีที่ใดบอกว่าเริ่มเมื่อใด"), at: place,
      hint: Wording(
        en: "add 'start: 2026-12-15 09:00' beside it",
        th: "เพิ่ม 'start: 2026-12-15 09:00' ไว้คู่กัน"))
  }

  static func onlineWithoutAddress(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "the event was moved online, but nothing says where it can be followed",
        th: "กิจกรรมย้ายไปจัดออนไลน์ แต่ไม่ได้บอกว่าเข้าร่วมได้ที่ใด"), at: place,
      hint: Wording(
        en: "write the address in 'online_url'", th: "เขียนที่อยู่เว็บใน 'online_url'"))
  }

  static func sameStartAsBefore(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'previous_start' is the same as 'start'", th: "'previous_start' ตรงกับ 'start'"),
      at: place,
      hint: Wording(
        en: "write the new day in 'start', or take 'previous_start' out",
        th: "เขียนวันใหม่ใน 'start' หรือลบ 'previous_start'"))
  }

  /// An event that is put off, and has a new day all the same.
  static func postponedToADay(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'status' says that there is no new day yet, and 'previous_start' that 'start' is one",
        th: "'status' บอกว่ายังไม่มีวันใหม่ แต่ 'previous_start' บอกว่า 'start' คือวันใหม่"),
      at: place,
      hint: Wording(
        en:
          "if the new day is known, leave 'status' empty; if not, write the old day in 'start' and take 'previous_start' out",
        th:
          "ถ้ารู้วันใหม่แล้วให้เว้น 'status' ว่าง ถ้ายังไม่รู้ให้เขียนวันเดิมใน 'start' และลบ 'previous_start'"
      ))
  }

  static func endWithoutHourOfStart(_ end: Moment, _ start: Moment, at place: Place) -> Diagnostic {
    let clock = end.clock ?? ""
    return Diagnostic(
      .error, "bad-event",
      Wording(
        en: "the event ends at \(clock), but nothing says at which hour it begins",
        th: "กิจกรรมเลิกเวลา \(clock) แต่ไม่ได้บอกว่าเริ่มเวลาใด"), at: place,
      hint: Wording(
        en:
          "write the hour in 'start' too: \(start.date.iso) 09:00, or the last day alone in 'end'",
        th: "เขียนเวลาใน 'start' ด้วย เช่น \(start.date.iso) 09:00 หรือเขียนเฉพาะวันสุดท้ายใน 'end'"))
  }

  static func boundOfNothing(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'participants_bound' tells how exact a number is that is not there",
        th: "'participants_bound' บอกความแน่นอนของจำนวน แต่ไม่มีจำนวน"), at: place,
      hint: Wording(
        en: "write the number in 'participants_count', or leave this out",
        th: "เขียนจำนวนใน 'participants_count' หรือเว้นช่องนี้ว่าง"))
  }

  static func changeOfNoDay(
    _ updated: CalendarDate, today: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'updated' says \(updated.text(in: .english)), but calendars go by the day of a change",
        th: "'updated' บอกเพียง \(updated.text(in: .thai)) แต่ปฏิทินต้องรู้ถึงวันที่แก้ไข"), at: place,
      hint: Wording(
        en: "write the day: updated: \(today.iso)", th: "เขียนถึงวัน เช่น updated: \(today.iso)"))
  }

  static func sameUID(_ uid: String, as other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en:
          "calendars know this event and '\(other)' by the same 'uid', \(uid), and keep one of them",
        th: "ปฏิทินรู้จักกิจกรรมนี้กับ '\(other)' ด้วย 'uid' เดียวกันคือ \(uid) จึงเก็บไว้เพียงกิจกรรมเดียว"),
      at: place,
      hint: Wording(
        en: "leave 'uid' empty, unless an event was published by another name before",
        th: "เว้น 'uid' ว่างไว้ เว้นแต่กิจกรรมเคยเผยแพร่ในชื่ออื่นมาก่อน"))
  }

  static func unknownEventSource(_ id: String, among known: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'source' names '\(id)', and there is no such source",
        th: "'source' อ้างถึง '\(id)' แต่ไม่มีแหล่งข้อมูลนี้"), at: place,
      hint: didYouMean(id, among: known)
        ?? Wording(
          en: "add a row '\(id)' to content/data/sources.csv, or leave 'source' out",
          th: "เพิ่มแถว '\(id)' ใน content/data/sources.csv หรือไม่ต้องมี 'source'"))
  }

  static func changeWithoutDay(_ field: String, today: CalendarDate, at place: Place) -> Diagnostic
  {
    Diagnostic(
      .warning, "event-without-updated",
      Wording(
        en:
          "'\(field)' changes the event, but calendars that have it learn of changes by 'updated'",
        th: "'\(field)' เปลี่ยนกิจกรรมนี้ แต่ปฏิทินที่รับไปแล้วจะรู้ว่ามีการเปลี่ยนจาก 'updated' เท่านั้น"), at: place,
      hint: Wording(
        en: "add 'updated: \(today.iso)', the day on which you changed it",
        th: "เพิ่ม 'updated: \(today.iso)' คือวันที่แก้ไข"))
  }

  /// - Parameter published: the number that calendars have of the event.
  static func untoldChange(
    of title: String, _ fields: [String], isBack: Bool, after published: Int, today: CalendarDate,
    at place: Place
  ) -> Diagnostic {
    let fields = fields.map { "'\($0)'" }.joined(separator: ", ")
    let next = CalendarChange.update(after: published, today: today)
    let words =
      isBack
      ? Wording(
        en:
          "'updated' is earlier than it was when '\(title)' was published: calendars drop this change and later ones",
        th: "'updated' เก่ากว่าตอนที่เผยแพร่ '\(title)' ปฏิทินจะไม่รับการแก้ไขครั้งนี้และครั้งต่อไป")
      : Wording(
        en:
          "'\(title)' was published with another \(fields), and 'updated' is as it was: calendars that have the event keep the old one",
        th:
          "'\(title)' เคยเผยแพร่โดยมี \(fields) เป็นอย่างอื่น แต่ 'updated' ยังเหมือนเดิม ปฏิทินที่รับกิจกรรมไปแล้วจะยังแสดงของเดิม"
      )
    return Diagnostic(
      .warning, "event-without-updated", words, at: place,
      hint: Wording(
        en: "write 'updated: \(next)'", th: "เขียน 'updated: \(next)'"))
  }

  static func unknownOutput(_ key: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-event",
      Wording(
        en: "'outputs' names '\(key)', and there is no such article",
        th: "'outputs' อ้างถึง '\(key)' แต่ไม่มีบทความนี้"), at: place,
      hint: didYouMean(key, among: known)
        ?? Wording(
          en: "write the article's place below content/ without its language: news/opening",
          th: "เขียนที่อยู่ของบทความใต้ content/ โดยไม่มีภาษา เช่น news/opening"))
  }

  static func unknownEventTopic(_ topic: String, among known: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-topic",
      Wording(en: "there is no topic '\(topic)'", th: "ไม่มีหัวข้อ '\(topic)'"), at: place,
      hint: didYouMean(topic, among: known)
        ?? (known.isEmpty
          ? Wording(
            en: "list the topics under 'taxonomies' in site.yaml, or leave the cell empty",
            th: "ระบุหัวข้อใต้ 'taxonomies' ใน site.yaml หรือเว้นช่องนี้ว่าง") : oneOf(known)))
  }

  static func unknownEventArea(_ area: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-area",
      Wording(en: "there is no area '\(area)'", th: "ไม่มีพื้นที่ '\(area)'"), at: place,
      hint: Wording(
        en: "write the code of the place, with a semicolon between several",
        th: "เขียนรหัสของพื้นที่ ถ้ามีหลายแห่งให้คั่นด้วย ;"))
  }
}
