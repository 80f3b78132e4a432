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

  /// A value that says another number than readers have seen, which no correction tells of.
  ///
  /// - Parameter released: the day of the release with the new number; `nil` for today's table.
  static func unannouncedChange(
    _ before: ReleasedRecord, _ after: ReleasedRecord, released: String?, at place: Place
  ) -> Diagnostic {
    let (old, new) = (
      before.value?.text(.grouped) ?? "–", after.value?.text(.grouped) ?? "–"
    )
    let row = [
      "indicator \(after.indicator)", "area \(after.area)",
      after.source.map { "source \($0)" },
      before.value.map { "previous_value \($0.plain)" }, after.value.map { "value \($0.plain)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return Diagnostic(
      .warning, "unannounced-change",
      Wording(
        en:
          "'\(after.indicator)' of \(after.area) was published as \(old) and is now \(new), and no "
          + "correction tells readers so",
        th: "'\(after.indicator)' ของ \(after.area) เคยเผยแพร่เป็น \(old) บัดนี้เป็น \(new) "
          + "โดยไม่มีรายการแก้ไขบอกผู้อ่าน"),
      at: place,
      notes: released.map { day in
        [
          Wording(
            en: "it changed in the release of \(day)", th: "เปลี่ยนในรุ่นวันที่ \(day)")
        ]
      } ?? [],
      hint: Wording(
        en: "add a row to 'corrections': \(row), then kind, announced and reason; or put the old "
          + "number back",
        th: "เพิ่มแถวในตาราง 'corrections': \(row) แล้วเติม kind, announced และ reason "
          + "หรือใส่ตัวเลขเดิมกลับ"))
  }

  /// A correction that does not say what it corrects, or says a number that was never published.
  ///
  /// - Parameter known: the numbers that releases have.
  static func correctionOfNothing(
    _ value: ExactNumber?, of indicator: String, in area: String, known: [ExactNumber],
    at place: Place
  ) -> Diagnostic {
    guard let value else {
      return Diagnostic(
        .warning, "correction-of-nothing",
        Wording(
          en: "the correction of '\(indicator)' does not say which value it corrects",
          th: "การแก้ไข '\(indicator)' ไม่ได้บอกว่าแก้ค่าใด"), at: place,
        hint: Wording(
          en: "write in 'previous_value' the number that readers have seen",
          th: "เขียนตัวเลขที่ผู้อ่านเคยเห็นในช่อง 'previous_value'"))
    }
    let numbers = known.map { $0.text(.grouped) }
    return Diagnostic(
      .warning, "correction-of-nothing",
      Wording(
        en: "no release has \(value.text(.grouped)) for '\(indicator)' of \(area), which this "
          + "correction corrects",
        th: "ไม่มีรุ่นใดที่ '\(indicator)' ของ \(area) เป็น \(value.text(.grouped)) "
          + "ซึ่งแถวนี้ว่าแก้ไข"), at: place,
      hint: Wording(
        en: "write in 'previous_value' what was published: \(numbers.joined(separator: " or "))",
        th: "เขียนค่าที่เคยเผยแพร่ในช่อง 'previous_value': \(numbers.joined(separator: " หรือ "))"))
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
