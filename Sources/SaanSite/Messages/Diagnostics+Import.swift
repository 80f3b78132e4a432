import SaanData
import SaanText

// The catalogue of what stands in the way of importing a file.

extension Diagnostic {
  /// A name that no table can have.
  static func importWithoutTable(_ name: String) -> Diagnostic {
    let known = KnownColumns.registers.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-dataset",
      Wording(
        en: "'\(name)' can't be the name of a table", th: "'\(name)' เป็นชื่อตารางไม่ได้"),
      hint: Wording(
        en:
          "the program knows the tables \(known); another one is named in small Latin letters, digits and hyphens, such as community-forests",
        th:
          "โปรแกรมรู้จักตาราง \(known) ถ้าเป็นตารางอื่น ตั้งชื่อด้วยอักษรละตินตัวเล็ก ตัวเลข และยัติภังค์ เช่น community-forests"
      ))
  }

  /// A row that a table does not have.
  static func noSuchRow(_ row: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "no-such-row",
      Wording(
        en: "the table has no row \(row)", th: "ตารางไม่มีแถว \(row)"), at: place,
      hint: Wording(
        en:
          "rows are numbered as a spreadsheet does, from the first line of the file; what is left out is told as well",
        th: "เลขแถวนับอย่างโปรแกรมตารางคำนวณ จากบรรทัดแรกของไฟล์ แถวที่ไม่ได้อ่านมีบอกไว้ด้วย"))
  }

  /// No sheet, or several, that could be the table.
  ///
  /// - Parameter areAlike: whether those that people see have one head.
  static func importOfNothing(
    _ sheets: [String], areAlike: Bool, at place: Place
  ) -> Diagnostic {
    let list = sheets.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-sheet",
      Wording(
        en: "which sheet is meant can't be told from the headings",
        th: "หัวตารางไม่พอให้รู้ว่าหมายถึงแผ่นงานใด"), at: place,
      hint: Wording(
        en: "name it with --sheet: \(list)"
          + (areAlike ? "; all have one head, --sheet '*' reads them as one table" : ""),
        th: "ระบุด้วย --sheet คือ \(list)"
          + (areAlike ? " ทุกแผ่นมีหัวตารางเดียวกัน ใช้ --sheet '*' เพื่ออ่านเป็นตารางเดียว" : "")))
  }

  /// A descriptor that no entry can be added to.
  static func importBesideDescriptor(_ entry: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .error, "import-beside-descriptor",
      Wording(
        en: "the description of the new table can't be added to the descriptor of the site",
        th: "เพิ่มคำอธิบายตารางใหม่ในไฟล์คำอธิบายข้อมูลของเว็บไม่ได้"),
      at: .file(path: path),
      hint: Wording(
        en: "add it to 'resources' yourself, then import again:\n\(entry)",
        th: "เพิ่มใน 'resources' เอง แล้วนำเข้าอีกครั้ง:\n\(entry)"))
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
