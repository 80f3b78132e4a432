import SaanData
import SaanText

// The catalogue of what stands in the way of importing a file.

extension Diagnostic {
  /// A name that no table can have or, of one to read a file by, has.
  static func importWithoutTable(_ name: String, isKnown: Bool = true) -> Diagnostic {
    let known = KnownColumns.registers.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-dataset",
      isKnown
        ? Wording(
          en: "'\(name)' can't be the name of a table", th: "'\(name)' เป็นชื่อตารางไม่ได้")
        : Wording(
          en: "the site has no table '\(name)' that the file could be read by",
          th: "เว็บไม่มีตาราง '\(name)' ที่จะใช้อ่านไฟล์นี้"),
      hint: Wording(
        en:
          "the program knows the tables \(known); another one is named in small Latin letters, digits and hyphens, such as community-forests",
        th:
          "โปรแกรมรู้จักตาราง \(known) ถ้าเป็นตารางอื่น ตั้งชื่อด้วยอักษรละตินตัวเล็ก ตัวเลข และยัติภังค์ เช่น community-forests"
      ))
  }

  /// A row of a file that says the same as one before it in the columns that name rows.
  static func repeatedRow(
    _ name: String, firstRow: Int, columns: [String], isError: Bool, at place: Place
  ) -> Diagnostic {
    let list = columns.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      isError ? .error : .warning, "repeated-row",
      Wording(
        en: "'\(name)' stands in row \(firstRow) already, with the same \(list)",
        th: "'\(name)' มีอยู่แล้วที่แถว \(firstRow) โดย \(list) ตรงกัน"), at: place,
      hint: isError
        ? Wording(
          en:
            "delete one of both if they are the same, or add a column that tells them apart",
          th: "ลบแถวหนึ่งถ้าเป็นรายการเดียวกัน หรือเพิ่มคอลัมน์ที่บอกความต่าง")
        : Wording(
          en:
            "delete one of both if they are the same: each is counted and has a page of its own",
          th: "ลบแถวหนึ่งถ้าเป็นรายการเดียวกัน เพราะแต่ละแถวถูกนับและมีหน้าของตัวเอง"))
  }

  /// A new row that may be one of the table under another name.
  static func renamedRow(
    _ name: String, was old: String, in target: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "renamed-row",
      Wording(
        en: "'\(name)' may be '\(old)' of the table by a new name: it is in the same place",
        th: "'\(name)' อาจเป็น '\(old)' ในตารางที่เปลี่ยนชื่อ เพราะอยู่ในพื้นที่เดียวกัน"), at: place,
      hint: Wording(
        en:
          "if so, write the new name over the old one in \(target) and import again: it keeps its id and its page; else both are counted",
        th:
          "ถ้าใช่ ให้แก้ชื่อเดิมใน \(target) เป็นชื่อใหม่แล้วนำเข้าอีกครั้ง รหัสและหน้าเว็บจะคงเดิม ถ้าไม่ใช่ โปรแกรมจะนับทั้งสองแถว"
      ))
  }

  /// A row that may be one of the table of the same name, with another id or in a place that says
  /// more or less.
  static func otherwiseNamedRow(
    _ name: String, _ difference: ImportedRows.Difference, in target: String, at place: Place
  ) -> Diagnostic {
    let (old, new, en, th): (String, String, String, String) =
      switch difference {
      case .id(let old, let new): (old, new, "another id", "รหัสต่างกัน")
      case .area(let old, let new): (old, new, "a place that says more or less", "พื้นที่ละเอียดต่างกัน")
      }
    return Diagnostic(
      .warning, "renamed-row",
      Wording(
        en:
          "'\(name)' may be the row of this name that the table has, with \(en): \(old), now \(new)",
        th: "'\(name)' อาจเป็นแถวชื่อเดียวกันที่มีอยู่ในตาราง แต่\(th): เดิม \(old) ตอนนี้ \(new)"), at: place,
      hint: Wording(
        en:
          "if so, write \(new) over \(old) in that row of \(target), and delete the row that was added if it is there already; else both are counted",
        th:
          "ถ้าใช่ ให้แก้ \(old) เป็น \(new) ในแถวนั้นของ \(target) และลบแถวที่เพิ่มไปแล้วถ้ามี ถ้าไม่ใช่ โปรแกรมจะนับทั้งสองแถว"
      ))
  }

  /// A file with a head alone.
  ///
  /// - Parameter taken: how many rows of the table would go; `nil` of a table that is new.
  static func importOfNoRows(_ taken: Int?, in target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "import-of-no-rows",
      Wording(
        en: "the file has no row below its head", th: "ไฟล์มีแต่หัวตาราง ไม่มีแถวข้อมูล"), at: place,
      hint: taken.map {
        Wording(
          en:
            "with --replace all \($0) row\($0 == 1 ? "" : "s") of the table would go: give a file with rows, or delete them in \(target) yourself",
          th:
            "ถ้าใช้ --replace แถวทั้งหมด \($0) แถวในตารางจะหายไป ให้ใช้ไฟล์ที่มีข้อมูล หรือลบแถวใน \(target) เอง"
        )
      }
        ?? Wording(
          en: "add rows first: only their values tell what the columns of a new table are",
          th: "เพิ่มแถวข้อมูลก่อน เพราะโปรแกรมรู้ชนิดของคอลัมน์ในตารางใหม่จากค่าในแถว"))
  }

  /// Rows without a place below one that has it.
  static func blankPlaces(_ heading: String, count: Int, at place: Place) -> Diagnostic {
    let word =
      heading.contains { $0.isWhitespace || "()'".contains($0) } ? "\"\(heading)\"" : heading
    return Diagnostic(
      .warning, "blank-places",
      Wording(
        en: "\(count) row\(count == 1 ? " has" : "s have") no '\(heading)': this is the first",
        th: "มี \(count) แถวที่ไม่มี '\(heading)' แถวนี้เป็นแถวแรก"), at: place,
      hint: Wording(
        en:
          "where it stands only in the first row of a group and holds for all of it, add --fill-down \(word); else write it in each row",
        th:
          "ถ้าเขียนไว้เฉพาะแถวแรกของกลุ่มและใช้กับทุกแถวในกลุ่ม ให้เติม --fill-down \(word) ถ้าไม่ใช่ ให้เขียนทุกแถว")
    )
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
        th: "ดูจากหัวตารางแล้วยังไม่รู้ว่าให้อ่านแผ่นงานใด"), at: place,
      hint: Wording(
        en: "name it with --sheet: \(list)"
          + (areAlike ? "; all have one head, --sheet '*' reads them as one table" : ""),
        th: "ระบุด้วย --sheet ชื่อแผ่นงาน แผ่นงานที่มี: \(list)"
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
