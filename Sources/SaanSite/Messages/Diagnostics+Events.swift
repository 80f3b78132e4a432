import SaanModel
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

  // MARK: What takes place again

  static func repeatsWithoutRhythm(_ field: String, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "'\(field)' says how the event repeats, but 'repeats' is missing",
        th: "'\(field)' บอกว่ากิจกรรมจัดซ้ำอย่างไร แต่ไม่มี 'repeats'"),
      Wording(
        en: "add 'repeats: weekly', 'monthly' or 'yearly'",
        th: "เพิ่ม 'repeats: weekly' หรือ 'monthly' หรือ 'yearly'"), at: place)
  }

  static func repeatsForEver(at place: Place) -> Diagnostic {
    recurrence(
      Wording(en: "the event repeats without an end", th: "กิจกรรมจัดซ้ำโดยไม่มีวันสิ้นสุด"),
      Wording(
        en: "add 'repeats_until: 2027-12-31' or 'repeats_times: 12'",
        th: "เพิ่ม 'repeats_until: 2027-12-31' หรือ 'repeats_times: 12'"), at: place)
  }

  static func repeatsWithTwoEnds(at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "the end is given twice, by a day and by a number of times",
        th: "บอกจุดสิ้นสุดไว้สองแบบ ทั้งวันที่และจำนวนครั้ง"),
      Wording(
        en: "keep 'repeats_until' or 'repeats_times', not both",
        th: "เก็บ 'repeats_until' หรือ 'repeats_times' ไว้เพียงอย่างเดียว"), at: place)
  }

  static func badRepeatedDay(
    _ text: String, _ rhythm: Recurrence.Rhythm, at place: Place
  ) -> Diagnostic {
    let hint =
      rhythm == .weekly
      ? Wording(
        en: "write days of the week: repeats_on: tue, thu",
        th: "เขียนชื่อวันในสัปดาห์ เช่น repeats_on: อังคาร, พฤหัสบดี")
      : Wording(
        en: "write a day of the month or which weekday of it: 15, last, 2nd tue, last fri",
        th: "เขียนวันที่ของเดือน หรือวันในสัปดาห์ที่เท่าใดของเดือน เช่น 15, สุดท้าย, อังคารที่ 2, ศุกร์สุดท้าย")
    return recurrence(
      Wording(
        en: "'\(text)' is no day on which something repeats \(rhythm.rawValue)",
        th: "'\(text)' ใช้บอกวันของการจัดซ้ำแบบ \(rhythm.rawValue) ไม่ได้"), hint, at: place)
  }

  static func mixedRepeatedDays(at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "days of the month and days of the week do not go together",
        th: "วันที่ของเดือนกับวันในสัปดาห์ใช้ร่วมกันไม่ได้"),
      Wording(
        en: "write one event for each of the two", th: "แยกเป็นสองกิจกรรม"), at: place)
  }

  static func badMove(_ text: String, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "'\(text)' does not say from which day to which the event was moved",
        th: "'\(text)' ไม่ได้บอกว่าเลื่อนจากวันใดไปวันใด"),
      Wording(
        en: "write the day of the rule, >, and the new one: 2026-12-05 > 2026-12-12 10:00",
        th: "เขียนวันตามกำหนดเดิม ตามด้วย > และวันใหม่ เช่น 2026-12-05 > 2026-12-12 10:00"), at: place)
  }

  static func repeatsWithoutDay(at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "the event repeats, but its 'start' is no day",
        th: "กิจกรรมจัดซ้ำ แต่ 'start' ไม่ได้ระบุถึงวัน"),
      Wording(
        en: "write the first day: start: 2026-12-15", th: "เขียนวันแรก เช่น start: 2026-12-15"),
      at: place)
  }

  static func neverTakesPlace(at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "by these fields the event takes place on no day",
        th: "ตามที่เขียนไว้ กิจกรรมนี้ไม่มีวันจัดเลย"),
      Wording(
        en: "correct 'repeats_until' or 'repeats_except'",
        th: "แก้ 'repeats_until' หรือ 'repeats_except'"), at: place)
  }

  static func startNotRepeated(
    _ start: CalendarDate, first: CalendarDate, at place: Place
  ) -> Diagnostic {
    recurrence(
      Wording(
        en: "the event begins \(start.text(in: .english)), which is none of its own days",
        th: "กิจกรรมเริ่ม \(start.text(in: .thai)) ซึ่งไม่ใช่วันที่จัดซ้ำตามที่เขียนไว้"),
      Wording(
        en: "write 'start: \(first.iso)', the first of them, or correct 'repeats_on'",
        th: "เขียน 'start: \(first.iso)' ซึ่งเป็นวันแรกที่จัด หรือแก้ 'repeats_on'"), at: place)
  }

  static func notRepeated(_ field: String, _ day: CalendarDate, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "'\(field)' names \(day.text(in: .english)), on which the event would not be anyway",
        th: "'\(field)' อ้างถึง \(day.text(in: .thai)) ซึ่งไม่มีกิจกรรมอยู่แล้ว"),
      Wording(en: "correct the day, or take it out", th: "แก้วันที่ หรือลบออก"), at: place)
  }

  private static func recurrence(
    _ message: Wording, _ hint: Wording, at place: Place
  ) -> Diagnostic {
    Diagnostic(.error, "bad-recurrence", message, at: place, hint: hint)
  }
}
