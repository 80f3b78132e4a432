import SaanText

// The catalogue of what is too large in a data file.

extension Diagnostic {
  static func tooManyColumns(_ count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-many-columns",
      Wording(
        en: "the table has \(count) columns, at most \(limit) are read",
        th: "ตารางมี \(count) คอลัมน์ อ่านได้ไม่เกิน \(limit) คอลัมน์"), at: place,
      hint: Wording(
        en: "delete columns that nobody needs, or part the table in two",
        th: "ลบคอลัมน์ที่ไม่ใช้ หรือแบ่งเป็นสองตาราง"))
  }

  static func tooManyRows(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-many-rows",
      Wording(
        en: "the table has more than \(limit) rows, reading stops here",
        th: "ตารางมีมากกว่า \(limit) แถว จึงหยุดอ่านตรงนี้"), at: place,
      hint: Wording(
        en: "part the table in several files",
        th: "แบ่งตารางเป็นหลายไฟล์"))
  }

  static func fileTooLarge(_ count: Int, limit: Int, path: String) -> Diagnostic {
    Diagnostic(
      .error, "file-too-large",
      Wording(
        en: "the file has \(count) bytes, at most \(limit) are read",
        th: "ไฟล์มี \(count) ไบต์ อ่านได้ไม่เกิน \(limit) ไบต์"), at: .file(path: path),
      hint: Wording(
        en: "part the table in several files",
        th: "แบ่งตารางเป็นหลายไฟล์"))
  }

  static func workbookTooLarge(_ part: String, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "workbook-too-large",
      Wording(
        en: "'\(part)' unpacks to far more than it should, at most \(limit) bytes are read",
        th: "'\(part)' ขยายออกใหญ่เกินควร อ่านได้ไม่เกิน \(limit) ไบต์"), at: place,
      hint: Wording(
        en: "copy the table's cells into a new workbook",
        th: "คัดลอกเซลล์ของตารางไปไว้ในสมุดงานใหม่"))
  }

  static func tooManyEntries(_ count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "workbook-too-large",
      Wording(
        en: "the workbook has \(count) parts, at most \(limit) are read",
        th: "สมุดงานมี \(count) ส่วน อ่านได้ไม่เกิน \(limit) ส่วน"), at: place,
      hint: Wording(
        en: "copy the table's cells into a new workbook",
        th: "คัดลอกเซลล์ของตารางไปไว้ในสมุดงานใหม่"))
  }
}
