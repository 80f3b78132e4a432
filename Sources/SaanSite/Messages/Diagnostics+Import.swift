import SaanData
import SaanText

// The catalogue of what stands in the way of importing a file.

extension Diagnostic {
  /// A table that neither the program nor the site knows.
  static func importWithoutTable(_ name: String, _ file: String) -> Diagnostic {
    let known = KnownColumns.registers.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-dataset",
      Wording(
        en: "there is no table '\(name)' to import into",
        th: "ไม่มีตาราง '\(name)' ให้นำเข้า"),
      hint: Wording(
        en:
          "the program knows the tables \(known); for another one add the draft of \"saan data infer '\(file)'\" to content/data/datapackage.yaml first",
        th:
          "โปรแกรมรู้จักตาราง \(known) ถ้าเป็นตารางอื่น ให้เพิ่มร่างจาก \"saan data infer '\(file)'\" ใน content/data/datapackage.yaml ก่อน"
      ))
  }

  /// No sheet, or several, that could be the table.
  static func importOfNothing(_ sheets: [String], at place: Place) -> Diagnostic {
    let list = sheets.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-sheet",
      Wording(
        en: "which sheet is meant can't be told from the headings",
        th: "หัวตารางไม่พอให้รู้ว่าหมายถึงแผ่นงานใด"), at: place,
      hint: Wording(
        en: "name it with --sheet: \(list)", th: "ระบุด้วย --sheet คือ \(list)"))
  }

  /// The site's table is a workbook itself.
  static func importIntoWorkbook(_ path: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "import-into-workbook",
      Wording(
        en: "the site reads this table from content/data/\(path), which is not written to",
        th: "เว็บอ่านตารางนี้จาก content/data/\(path) โปรแกรมไม่เขียนทับไฟล์ชนิดนี้"),
      hint: Wording(
        en: "copy '\(file)' there, or describe the table with a path that ends in .csv",
        th: "คัดลอก '\(file)' ไปแทน หรือกำหนด path ของตารางให้เป็นไฟล์ .csv"))
  }
}
