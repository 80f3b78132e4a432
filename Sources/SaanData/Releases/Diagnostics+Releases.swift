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
