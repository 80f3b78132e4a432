import SaanModel
import SaanText

/// What can be wrong with when an event takes place again.
extension Diagnostic {
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

  static func movedTwice(_ day: CalendarDate, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "'repeats_moved' moves \(day.text(in: .english)) twice",
        th: "'repeats_moved' เลื่อน \(day.text(in: .thai)) สองครั้ง"),
      Wording(
        en: "keep the day on which it takes place now", th: "เก็บไว้เฉพาะวันที่จะจัดจริง"), at: place)
  }

  static func movedAndLeftOut(_ day: CalendarDate, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en:
          "'repeats_moved' moves \(day.text(in: .english)), on which 'repeats_except' says that nothing is",
        th: "'repeats_moved' เลื่อน \(day.text(in: .thai)) แต่ 'repeats_except' บอกว่างดวันนั้น"),
      Wording(
        en: "if it takes place on the new day, take the old one out of 'repeats_except'",
        th: "ถ้าจัดในวันใหม่ ให้ลบวันเดิมออกจาก 'repeats_except'"), at: place)
  }

  static func movedNowhere(_ day: CalendarDate, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "'repeats_moved' moves \(day.text(in: .english)) to where it is already",
        th: "'repeats_moved' เลื่อน \(day.text(in: .thai)) ไปยังวันและเวลาเดิม"),
      Wording(en: "write the new day or hour, or take it out", th: "เขียนวันหรือเวลาใหม่ หรือลบออก"),
      at: place)
  }

  static func movedOntoAnother(_ start: Moment, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "moved as written, two times of the event meet at \(start.text(in: .english))",
        th: "เมื่อเลื่อนตามที่เขียนไว้ กิจกรรมสองครั้งจะตรงกันที่ \(start.text(in: .thai))"),
      Wording(
        en: "move it to another day, or leave the day out with 'repeats_except'",
        th: "เลื่อนไปวันอื่น หรืองดวันนั้นด้วย 'repeats_except'"), at: place)
  }

  static func timesOverlap(_ next: Moment, at place: Place) -> Diagnostic {
    recurrence(
      Wording(
        en: "the event is not over when it begins again on \(next.text(in: .english))",
        th: "กิจกรรมยังไม่เลิกเมื่อถึงครั้งถัดไป \(next.text(in: .thai))"),
      Wording(
        en:
          "'end' is that of the first time alone; until when it repeats stands in 'repeats_until'",
        th: "'end' คือเวลาเลิกของครั้งแรกเท่านั้น ส่วนวันสุดท้ายที่จัดซ้ำให้เขียนใน 'repeats_until'"),
      at: place)
  }

  private static func recurrence(
    _ message: Wording, _ hint: Wording, at place: Place
  ) -> Diagnostic {
    Diagnostic(.error, "bad-recurrence", message, at: place, hint: hint)
  }
}
