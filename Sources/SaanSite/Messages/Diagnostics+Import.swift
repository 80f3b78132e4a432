import SaanData
import SaanText

// The catalogue of what stands in the way of importing a file.

/// What tells two rows of one name apart that may be the same: their ids, or places of which one
/// lies in the other.
enum RowDifference: Sendable {
  case id(old: String, new: String)
  case area(old: String, new: String)
}

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
          "if so, write the new name over the old one in \(target) and import again: it keeps its id and its page; else both are counted (open the file in an editor of texts, or in Excel by Data › From Text/CSV)",
        th:
          "ถ้าใช่ ให้แก้ชื่อเดิมใน \(target) เป็นชื่อใหม่แล้วนำเข้าอีกครั้ง รหัสและหน้าเว็บจะคงเดิม ถ้าไม่ใช่ โปรแกรมจะนับทั้งสองแถว (เปิดไฟล์ด้วยโปรแกรมแก้ข้อความ หรือใน Excel ที่ ข้อมูล › จากข้อความ/CSV)"
      ))
  }

  /// A row that may be one of the table of the same name, with another id or in a place that says
  /// more or less.
  static func otherwiseNamedRow(
    _ name: String, _ difference: RowDifference, in target: String, at place: Place
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

  /// Columns of a table that the next file says nothing of, so that what they held stays.
  ///
  /// - Parameters:
  ///   - others: the headings of the file that are none of the table.
  ///   - meant: which of these may be meant for one of the columns.
  static func untoldColumns(
    _ columns: [(title: Wording, count: Int)], others: [String],
    meant: [(heading: String, column: String)], at place: Place
  ) -> Diagnostic {
    let english = columns.map { "'\($0.title.en)'" }.joined(separator: ", ")
    let thai = columns.map { "'\($0.title.th)'" }.joined(separator: ", ")
    let count = columns.map(\.count).max() ?? 0
    let pairs = meant.map { "'\($0.heading)' → '\($0.column)'" }.joined(separator: ", ")
    let list = others.map { "'\($0)'" }.joined(separator: ", ")
    let hint =
      !meant.isEmpty
      ? Wording(
        en: "if they are the same, write the heading in the file as the table has it: \(pairs)",
        th: "ถ้าเป็นเรื่องเดียวกัน ให้แก้หัวคอลัมน์ในไฟล์ให้ตรงกับตาราง: \(pairs)")
      : others.isEmpty
        ? Wording(
          en: "add the columns to the file; or empty them in the table if they are no longer true",
          th: "เพิ่มคอลัมน์ในไฟล์ หรือลบค่าในตารางถ้าไม่เป็นจริงแล้ว")
        : Wording(
          en: "if one of \(list) is meant, write its heading in the file as the table has it",
          th: "ถ้าหมายถึงคอลัมน์ใดใน \(list) ให้แก้หัวคอลัมน์ในไฟล์ให้ตรงกับตาราง")
    return Diagnostic(
      .warning, "untold-columns",
      Wording(
        en:
          "the file says nothing of \(english): what the table had in \(count) row\(count == 1 ? "" : "s") stays as it was last time",
        th: "ในไฟล์ไม่มีข้อมูลของ \(thai) ค่าครั้งก่อนใน \(count) แถวจึงยังคงเดิม"), at: place,
      hint: hint)
  }

  /// A row that says neither what it is nor where.
  static func namelessRow(_ heading: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "nameless-row",
      Wording(
        en: "this row has numbers, and no name and no place", th: "แถวนี้มีแต่ตัวเลข ไม่มีชื่อและพื้นที่"),
      at: place,
      hint: Wording(
        en:
          "write '\(heading)' in it; if it adds up others, write 'รวม' there, and it is left out",
        th: "ใส่ '\(heading)' ของแถวนี้ ถ้าเป็นแถวรวม ให้เขียนคำว่า 'รวม' โปรแกรมจะไม่อ่านแถวนี้"))
  }

  /// A sheet with the head of those that are read together.
  static func unreadSheet(_ name: String, near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "unread-sheet",
      Wording(
        en: "the sheet '\(name)' has the same head as those that are read, and is not read",
        th: "แผ่นงาน '\(name)' มีหัวตารางเหมือนแผ่นที่อ่าน แต่ไม่ได้อ่าน"), at: place,
      hint: near.map {
        Wording(
          en: "no province has that name: did you mean '\($0)'? rename the sheet in the workbook",
          th: "ไม่มีจังหวัดชื่อนี้ หมายถึง '\($0)' หรือไม่ ให้แก้ชื่อแผ่นงานในไฟล์")
      }
        ?? Wording(
          en: "if it belongs to the table, name the sheet after its province, or give all: --sheet",
          th: "ถ้าเป็นส่วนหนึ่งของตาราง ให้ตั้งชื่อแผ่นงานตามจังหวัด หรือระบุทุกแผ่นด้วย --sheet"))
  }

  /// A number that is a hundred times what it was, or a hundredth of it.
  static func otherScale(
    _ old: String, _ new: String, isLarger: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "other-scale",
      Wording(
        en: "\(old) became \(new), exactly \(isLarger ? "a hundred times as much" : "a hundredth")",
        th: "ค่าเปลี่ยนจาก \(old) เป็น \(new) คือ\(isLarger ? "ร้อยเท่าพอดี" : "หนึ่งในร้อยพอดี")"),
      at: place,
      hint: Wording(
        en:
          "a share may be 12.5 in one file and 0.125 in the next: write 12.5, or give the cells the format of per cent",
        th: "ร้อยละอาจเป็น 12.5 ในไฟล์หนึ่งและ 0.125 ในอีกไฟล์ ให้เขียน 12.5 หรือจัดรูปแบบเซลล์เป็นเปอร์เซ็นต์"))
  }

  /// A file without rows that is to take the place of a table's.
  static func nothingToReplaceBy(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "nothing-to-replace-by",
      Wording(
        en: "the file has no rows, and --replace would take out all \(count) of the table",
        th: "ไฟล์ไม่มีแถวข้อมูล แต่ --replace จะลบทั้ง \(count) แถวของตาราง"), at: place,
      hint: Wording(
        en: "name the sheet or the head if the rows are elsewhere: --sheet, --head-row",
        th: "ถ้าแถวข้อมูลอยู่ที่อื่นในไฟล์ ให้ระบุแผ่นงานหรือหัวตารางด้วย --sheet, --head-row"))
  }

  /// A new table in which no column says what its rows are called.
  ///
  /// - Parameter texts: the headings of columns of words.
  static func unnamedRows(_ texts: [String], at place: Place) -> Diagnostic {
    let list = texts.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "unnamed-rows",
      Wording(
        en: "no column says what a row is called, so pages would show codes in place of names",
        th: "ไม่มีคอลัมน์ที่บอกชื่อของแต่ละแถว หน้าเว็บจะแสดงรหัสแทนชื่อ"), at: place,
      hint: texts.isEmpty
        ? Wording(
          en: "add a column headed 'ชื่อ' to the file", th: "เพิ่มคอลัมน์ที่มีหัวว่า 'ชื่อ' ในไฟล์")
        : Wording(
          en: "write 'ชื่อ' before the heading that names the rows: one of \(list)",
          th: "เติมคำว่า 'ชื่อ' หน้าหัวคอลัมน์ที่เป็นชื่อของแถว: \(list)"))
  }
}

extension Wording {
  /// What to do with a column of places that is left out as one of homes.
  static func placesLeftOut(_ heading: String) -> Wording {
    Wording(
      en:
        "column '\(heading)' is left out, for it may hold addresses of homes: if it holds only subdistricts, districts and provinces, change its heading to 'พื้นที่'",
      th:
        "ไม่นำคอลัมน์ '\(heading)' เข้า เพราะอาจเป็นที่อยู่บ้าน ถ้ามีเพียงตำบล อำเภอ และจังหวัด ให้แก้หัวคอลัมน์เป็น 'พื้นที่'"
    )
  }
}
