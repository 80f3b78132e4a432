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
}
