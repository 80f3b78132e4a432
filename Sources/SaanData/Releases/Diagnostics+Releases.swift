import SaanText

/// Every mistake about releases, with its wording.
extension Diagnostic {
  static func vanishedCorrection(
    _ record: ReleasedRecord, released: String, table: String
  ) -> Diagnostic {
    let from = record.previousValue?.text(.grouped) ?? "–"
    let to = record.value?.text(.grouped) ?? "–"
    return Diagnostic(
      .error, "vanished-correction",
      Wording(
        en: "the correction of '\(record.indicator)' from \(from) to \(to) has vanished",
        th: "การแก้ไข '\(record.indicator)' จาก \(from) เป็น \(to) หายไป"),
      at: .file(path: table),
      notes: [
        Wording(
          en: "it was announced in the release of \(released)",
          th: "ประกาศไว้ในรุ่นวันที่ \(released)")
      ],
      hint: Wording(
        en: "put its row back; if it was wrong itself, add a further correction",
        th: "ใส่แถวนั้นกลับ ถ้าการแก้ไขผิดเสียเอง ให้เพิ่มการแก้ไขอีกแถว"))
  }

  /// A row that was published and is gone.
  static func vanishedRow(
    _ id: String, of table: String, published day: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "vanished-row",
      Wording(
        en: "'\(id)' of '\(table)' was published on \(day.iso) and is gone",
        th: "'\(id)' ในตาราง '\(table)' เผยแพร่เมื่อ \(day.text(in: .thai)) แต่ตอนนี้ไม่มีแล้ว"),
      at: place,
      hint: Wording(
        en:
          "put the row back: a later event says what no longer holds, and 'status' retires a promise or a proposal",
        th: "ใส่แถวนั้นกลับมา ถ้าเรื่องเปลี่ยนไปให้เพิ่มเหตุการณ์ใหม่ หรือใช้คอลัมน์ status ถอนคำสัญญาหรือข้อเสนอ"))
  }

  /// An event that stands in people's calendars and in no table.
  static func vanishedEvent(
    _ id: String, published day: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "vanished-row",
      Wording(
        en: "the event '\(id)' was published on \(day.iso) and is gone",
        th: "กิจกรรม '\(id)' เผยแพร่เมื่อ \(day.text(in: .thai)) แต่ตอนนี้ไม่มีแล้ว"),
      at: place,
      hint: Wording(
        en:
          "put the row back with 'status: cancelled', for calendars keep what they have; where its id is another one now, write 'events/\(id)' into 'uid'",
        th:
          "ใส่แถวกลับพร้อม 'status: cancelled' เพราะปฏิทินของผู้ติดตามยังเก็บกิจกรรมนี้ไว้ ถ้าเปลี่ยนรหัสให้ใส่ 'events/\(id)' ในคอลัมน์ uid"
      ))
  }

  /// What the published site says and the tables do not say any more, where no release knows it.
  static func quietChange(_ change: LastingChange, at place: Place) -> Diagnostic {
    func said(_ text: String?) -> String { text.map { "“\($0)”" } ?? "–" }
    let (before, after) = (said(change.before), said(change.after))
    let message =
      change.column.map { column in
        Wording(
          en:
            "'\(column)' of '\(change.id)' is \(before) on the site that stands, and \(after) now",
          th: "'\(column)' ของ '\(change.id)' ในเว็บที่เผยแพร่อยู่เป็น \(before) ตอนนี้เป็น \(after)")
      }
      ?? Wording(
        en: "'\(change.id)' of '\(change.table)' is on the site that stands, and is gone",
        th: "'\(change.id)' ในตาราง '\(change.table)' อยู่ในเว็บที่เผยแพร่แล้ว แต่ตอนนี้ไม่มี")
    return Diagnostic(
      .warning, "quiet-change", message, at: place,
      hint: Wording(
        en:
          "where something changed, put the old row back and add one for it; a mistake of your own may be mended so, and is told this once: 'saan data release' remembers for longer",
        th:
          "ถ้าเรื่องเปลี่ยนไป ให้ใส่แถวเดิมกลับแล้วเพิ่มแถวใหม่ ถ้าแก้ที่จดผิดเองก็แก้ได้ คำเตือนนี้บอกครั้งเดียว ถ้าอยากให้จำไว้ให้ใช้ 'saan data release'"
      ))
  }

  /// A cell that was published and says something else now.
  static func changedRow(
    _ change: LastingChange, published day: CalendarDate, at place: Place
  ) -> Diagnostic {
    func said(_ text: String?) -> String { text.map { "“\($0)”" } ?? "–" }
    let (before, after, column) = (said(change.before), said(change.after), change.column ?? "")
    let message = Wording(
      en:
        "'\(column)' of '\(change.id)' was published on \(day.iso) as \(before) and is now \(after)",
      th:
        "'\(column)' ของ '\(change.id)' เผยแพร่เมื่อ \(day.text(in: .thai)) เป็น \(before) ตอนนี้เป็น \(after)"
    )
    guard change.isFact else {
      return Diagnostic(
        .warning, "reworded-row", message, at: place,
        hint: Wording(
          en:
            "if something else is meant, put the old words back and add a row; if they were only misspelt, 'saan data release' publishes the new ones",
          th:
            "ถ้าความหมายเปลี่ยน ให้ใส่ข้อความเดิมกลับแล้วเพิ่มแถวใหม่ ถ้าเพียงสะกดผิด ให้ออกรุ่นใหม่ด้วย 'saan data release'"
        ))
    }
    return Diagnostic(
      .error, "changed-row", message, at: place,
      hint: Wording(
        en:
          "put it back, and add a row for what holds now; if it was never so, lower 'changed-row' under 'rules' in site.yaml, with the reason, for the release that mends it",
        th:
          "ใส่ค่าเดิมกลับ แล้วเพิ่มแถวสำหรับสิ่งที่เป็นอยู่ตอนนี้ ถ้าที่เผยแพร่ไปผิดแต่แรก ให้ลดระดับ 'changed-row' ใต้ 'rules' ใน site.yaml พร้อมเหตุผล แล้วออกรุ่นที่แก้"
      ))
  }

  /// The file of a release that is not as it was written.
  static func changedRelease(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "changed-release",
      Wording(
        en: "the file of this release was changed after it was written: its digest does not match",
        th: "ไฟล์ของรุ่นนี้ถูกแก้หลังจากบันทึก: ค่าตรวจสอบ (digest) ไม่ตรง"), at: .file(path: path),
      notes: [
        Wording(
          en: "a release tells what readers have seen, so it stays as it is",
          th: "รุ่นของข้อมูลบอกว่าผู้อ่านเคยเห็นอะไร จึงต้องคงไว้อย่างเดิม")
      ],
      hint: Wording(
        en: "put the file back from a copy; what was wrong in it is told by a row in 'corrections'",
        th: "นำไฟล์เดิมจากสำเนากลับมาใส่ ถ้าค่าในรุ่นนั้นผิด ให้บอกด้วยแถวในตาราง 'corrections'"))
  }

  /// The file of a release that has lost its rows.
  static func emptyRelease(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "empty-release",
      Wording(
        en: "the file of this release has no rows, as if nothing had been published",
        th: "ไฟล์ของรุ่นนี้ไม่มีแถวใดเลย เหมือนไม่เคยเผยแพร่อะไร"), at: .file(path: path),
      hint: Wording(
        en: "put the file back from a copy; delete it if there never was such a release",
        th: "นำไฟล์เดิมจากสำเนากลับมาใส่ ถ้าไม่เคยมีรุ่นนี้ให้ลบไฟล์"))
  }

  /// The file of a release under the name of another day.
  ///
  /// - Parameter day: the day on which it was written.
  static func movedRelease(_ path: String, from day: String) -> Diagnostic {
    Diagnostic(
      .error, "moved-release",
      Wording(
        en: "the file of this release was given another day: it was written on \(day)",
        th: "ไฟล์ของรุ่นนี้ถูกเปลี่ยนเป็นวันอื่น ที่จริงบันทึกเมื่อ \(day)"), at: .file(path: path),
      hint: Wording(en: "name it \(day).json again", th: "ตั้งชื่อไฟล์เป็น \(day).json ตามเดิม"))
  }

  /// The file of a release of a day that has not come.
  package static func releaseAhead(_ day: CalendarDate, today: CalendarDate) -> Diagnostic {
    Diagnostic(
      .warning, "release-ahead",
      Wording(
        en: "this release is of \(day.iso), which is still to come",
        th: "รุ่นนี้เป็นของวันที่ \(day.iso) ซึ่งยังมาไม่ถึง"),
      at: .file(path: "\(DataRelease.folder)/\(day.iso).json"),
      hint: Wording(
        en: "name the file after the day on which it was published; today is \(today.iso)",
        th: "ตั้งชื่อไฟล์ตามวันที่เผยแพร่ วันนี้คือ \(today.iso)"))
  }

  /// A release that would come before one that there is.
  ///
  /// - Parameter later: the day of the one that there is.
  package static func releaseTooEarly(_ day: CalendarDate, later: CalendarDate) -> Diagnostic {
    Diagnostic(
      .error, "later-release",
      Wording(
        en: "a release of \(day.iso) would come before that of \(later.iso), which is there "
          + "already",
        th: "รุ่นวันที่ \(day.iso) จะมาก่อนรุ่นวันที่ \(later.iso) ซึ่งมีอยู่แล้ว"),
      at: .file(path: "\(DataRelease.folder)/\(later.iso).json"),
      hint: Wording(
        en: "today's values cannot have been published earlier; leave out '--clock', or give it a "
          + "day after \(later.iso)",
        th: "ค่าของวันนี้เผยแพร่ย้อนหลังไม่ได้ ไม่ต้องใส่ '--clock' หรือใส่วันหลัง \(later.iso)"))
  }

  /// A release that is asked for and is not there.
  package static func noRelease(of day: String, among days: [String]) -> Diagnostic {
    let list = days.joined(separator: ", ")
    return Diagnostic(
      .error, "no-such-release",
      Wording(
        en: "no data was released on \(day)", th: "ไม่มีรุ่นของข้อมูลวันที่ \(day)"),
      hint: days.isEmpty
        ? Wording(
          en: "there is no release yet; 'saan data release' writes down today's values",
          th: "ยังไม่มีรุ่นใด บันทึกค่าของวันนี้ได้ด้วย 'saan data release'")
        : Wording(en: "there are releases of \(list)", th: "มีรุ่นของวันที่ \(list)"))
  }

  /// Values of a release that today's tables have no names for.
  package static func lostValues(_ records: [ReleasedRecord], of day: String) -> Diagnostic {
    let names = records.prefix(5).map { record in
      [record.indicator, record.area, record.source].compactMap { $0 }.joined(separator: " ")
    }
    let list = names.joined(separator: "; ") + (records.count > 5 ? "; …" : "")
    return Diagnostic(
      .warning, "lost-release-values",
      Wording(
        en: "values of the release of \(day) that no table names any more: \(list)",
        th: "ค่าของรุ่นวันที่ \(day) ที่ไม่มีตารางใดรองรับแล้ว: \(list)"),
      hint: Wording(
        en: "put the rows of their indicators, areas and sources back into the tables",
        th: "ใส่แถวของตัวชี้วัด พื้นที่ และแหล่งข้อมูลเหล่านั้นกลับในตาราง"))
  }

  /// A comparison with a release where there is none.
  package static func nothingReleased() -> Diagnostic {
    Diagnostic(
      .error, "nothing-released",
      Wording(
        en: "no values have been released yet, so nothing can be compared with them",
        th: "ยังไม่เคยบันทึกรุ่นของข้อมูล จึงไม่มีค่าเดิมให้เทียบ"),
      hint: Wording(
        en: "'saan data release' writes down today's values",
        th: "บันทึกค่าของวันนี้ด้วย 'saan data release'"))
  }

  /// A comparison with a day before the first release.
  package static func noReleaseUpTo(_ day: String, first: String) -> Diagnostic {
    Diagnostic(
      .error, "nothing-released",
      Wording(
        en: "no values were released up to \(day)", th: "ไม่มีรุ่นของข้อมูลจนถึงวันที่ \(day)"),
      hint: Wording(
        en: "the first release is of \(first)", th: "รุ่นแรกคือวันที่ \(first)"))
  }
}
