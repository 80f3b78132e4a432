import SaanText

// The catalogue of what can be wrong with records in JSON and YAML and with workbooks.

extension Diagnostic {
  /// Columns that nobody sees in the workbook, from one letter to another, and that are left out.
  ///
  /// - Parameter isSaid: whether the table's description says so.
  static func hiddenColumns(
    _ first: String, to last: String?, _ heads: [String], isSaid: Bool, at place: Place
  ) -> Diagnostic {
    let list =
      heads.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
      + (heads.count > 6 ? ", …" : "")
    return Diagnostic(
      isSaid ? .note : .warning, "hidden-cells",
      last.map { last in
        Wording(
          en: "columns \(first) to \(last) (\(list)) are hidden in the workbook, and are left out",
          th: "คอลัมน์ \(first) ถึง \(last) (\(list)) ถูกซ่อนไว้ในสมุดงาน จึงไม่อ่านและไม่เผยแพร่")
      }
        ?? Wording(
          en: "column \(first) (\(list)) is hidden in the workbook, and is left out",
          th: "คอลัมน์ \(first) (\(list)) ถูกซ่อนไว้ในสมุดงาน จึงไม่อ่านและไม่เผยแพร่"),
      at: place,
      hint: isSaid
        ? nil
        : Wording(
          en:
            "to publish it, select the columns around it, right-click and choose Unhide, or say in the description of the table: dialect: {hidden: keep}; hidden: skip ends this warning",
          th:
            "ถ้าต้องการเผยแพร่ ให้เลือกคอลัมน์ข้างเคียง คลิกขวาแล้วเลือก ยกเลิกการซ่อน (Unhide) หรือเขียนในคำอธิบายตารางว่า dialect: {hidden: keep} ถ้าไม่ต้องการ เขียน hidden: skip คำเตือนนี้จะหายไป"
        ))
  }

  /// Rows that nobody sees in the workbook, and that are left out.
  ///
  /// - Parameter isSaid: whether the table's description says so.
  static func hiddenRows(_ rows: ClosedRange<Int>, isSaid: Bool, at place: Place) -> Diagnostic {
    let (first, last) = (rows.lowerBound, rows.upperBound)
    return Diagnostic(
      isSaid ? .note : .warning, "hidden-cells",
      rows.count == 1
        ? Wording(
          en: "row \(first) is hidden in the workbook, and is left out",
          th: "แถว \(first) ถูกซ่อนไว้ในสมุดงาน จึงไม่อ่านและไม่เผยแพร่")
        : Wording(
          en: "rows \(first) to \(last) are hidden in the workbook, and are left out",
          th: "แถว \(first) ถึง \(last) ถูกซ่อนไว้ในสมุดงาน จึงไม่อ่านและไม่เผยแพร่"),
      at: place,
      hint: isSaid
        ? nil
        : Wording(
          en:
            "to publish them, clear the filter (Data › Clear) or unhide them, or say in the description of the table: dialect: {hidden: keep}; hidden: skip ends this warning",
          th:
            "ถ้าต้องการเผยแพร่ ให้ล้างตัวกรอง (ข้อมูล › ล้าง) หรือยกเลิกการซ่อนแถว หรือเขียนในคำอธิบายตารางว่า dialect: {hidden: keep} ถ้าไม่ต้องการ เขียน hidden: skip คำเตือนนี้จะหายไป"
        ))
  }

  /// A sheet that nobody sees in the workbook.
  static func hiddenSheet(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "hidden-cells",
      Wording(
        en: "sheet '\(name)' is hidden in the workbook, but is read and published",
        th: "แผ่นงาน '\(name)' ถูกซ่อนไว้ในสมุดงาน แต่โปรแกรมอ่านและเผยแพร่ด้วย"),
      at: place,
      hint: Wording(
        en:
          "right-click the name of any sheet and choose Unhide; or name the sheet that is meant ('sheet' of the table)",
        th:
          "คลิกขวาที่ชื่อแผ่นงานใดก็ได้แล้วเลือก ยกเลิกการซ่อน (Unhide) หรือระบุแผ่นงานที่ต้องการใน 'sheet' ของตาราง"
      ))
  }

  static func badJSON(expected: Wording, _ hint: JSONHint, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-json",
      Wording(en: "not JSON: expected \(expected.en)", th: "ไม่ใช่ JSON: ตรงนี้ควรเป็น \(expected.th)"),
      at: place, hint: hint.wording)
  }

  /// A file that is no list, or a list of something else.
  ///
  /// - Parameter example: two rows as the format writes them.
  static func notRecords(like example: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "not-records",
      Wording(
        en: "a table is a list of records with named values",
        th: "ตารางต้องเป็นรายการของระเบียนที่ค่ามีชื่อกำกับ"), at: place,
      hint: Wording(en: "write a row as \(example)", th: "เขียนแถวละรายการ เช่น \(example)"))
  }

  static func unknownSheet(_ name: String, among names: [String], at place: Place) -> Diagnostic {
    let list = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-sheet",
      Wording(en: "the workbook has no sheet '\(name)'", th: "สมุดงานไม่มีแผ่นงาน '\(name)'"),
      at: place,
      hint: didYouMean(name, among: names)
        ?? Wording(en: "its sheets are \(list)", th: "แผ่นงานที่มีคือ \(list)"))
  }

  static func sheetNotNamed(_ names: [String], at place: Place) -> Diagnostic {
    let list = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-sheet",
      Wording(
        en: "the workbook has \(names.count) sheets, none is named",
        th: "สมุดงานมี \(names.count) แผ่นงาน แต่ไม่ได้ระบุว่าแผ่นใด"), at: place,
      hint: Wording(
        en: "set 'sheet' of the table to one of \(list) (for one command: --sheet)",
        th: "กำหนด 'sheet' ของตารางเป็นหนึ่งใน \(list) (เฉพาะคำสั่งเดียว: --sheet)"))
  }

  /// Merged cells in the head.
  ///
  /// - Parameters:
  ///   - more: how many other cells of the head are merged.
  ///   - rows: the rows that the head takes with them.
  static func mergedHeader(
    _ reference: String, more: Int, rows: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    let unmerge = Wording(
      en: "unmerge them and give each column a heading of its own",
      th: "ยกเลิกการผสานแล้วตั้งชื่อให้ทุกคอลัมน์")
    return Diagnostic(
      .error, "merged-header",
      Wording(
        en:
          "the header has merged cells (\(reference)\(more > 0 ? " and \(more) more" : "")), so its columns have no names of their own",
        th:
          "หัวตารางมีเซลล์ที่ผสานกัน (\(reference)\(more > 0 ? " และอีก \(more) แห่ง" : "")) คอลัมน์จึงไม่มีชื่อของตัวเอง"
      ), at: place,
      hint: rows.count == 1
        ? unmerge
        : Wording(
          en:
            "\(unmerge.en), or name all rows of the head with 'dialect: {headerRows: [\(list)]}' (for one command: --head-row \(rows.lowerBound)-\(rows.upperBound))",
          th:
            "\(unmerge.th) หรือระบุทุกแถวของหัวตารางด้วย 'dialect: {headerRows: [\(list)]}' (เฉพาะคำสั่งเดียว: --head-row \(rows.lowerBound)-\(rows.upperBound))"
        ))
  }

  /// - Parameter isAmount: whether they hold a number, which may be one for all rows together.
  static func mergedCells(
    _ reference: String, in column: String?, isAmount: Bool, at place: Place
  ) -> Diagnostic {
    let fill = column.map {
      Wording(
        en:
          "say in the description of the table that it holds for all: dialect: {fillDown: ['\($0)']}",
        th: "เขียนในคำอธิบายตารางว่าค่านั้นเป็นของทุกแถว: dialect: {fillDown: ['\($0)']}")
    }
    let hint =
      isAmount
      ? Wording(
        en:
          "unmerge them and write in each row what belongs to it alone: one amount for all rows, written in each, would be added up as often as there are rows",
        th: "ยกเลิกการผสาน แล้วใส่ในแต่ละแถวเฉพาะจำนวนของแถวนั้น เพราะยอดรวมของหลายแถวที่เขียนซ้ำทุกแถวจะถูกนับซ้ำ")
      : Wording(
        en: "unmerge them and write the value in each", th: "ยกเลิกการผสานแล้วใส่ค่าในทุกเซลล์")
    return Diagnostic(
      .error, "merged-cells",
      Wording(
        en: "the cells \(reference) are merged, only the first one holds the value",
        th: "เซลล์ \(reference) ผสานกัน มีเพียงเซลล์แรกที่มีค่า"), at: place,
      hint: Wording(
        en: hint.en
          + (fill.map { (isAmount ? "; if each row really has the whole, " : ", or ") + $0.en }
            ?? ""),
        th: hint.th
          + (fill.map { (isAmount ? " ถ้าแต่ละแถวมีเต็มจำนวนนั้นจริง ให้" : " หรือ") + $0.th } ?? "")))
  }

  static func formulaWithoutValue(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "formula-without-value",
      Wording(en: "the formula has no stored value", th: "สูตรนี้ไม่มีค่าที่บันทึกไว้"), at: place,
      hint: Wording(
        en: "open the workbook in a spreadsheet program and save it again",
        th: "เปิดสมุดงานในโปรแกรมตารางคำนวณแล้วบันทึกใหม่"))
  }

  static func formulaError(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "formula-error",
      Wording(en: "the formula came to \(text)", th: "สูตรนี้ให้ผลเป็น \(text)"), at: place,
      hint: Wording(
        en: "put the formula right in the spreadsheet, or leave the cell empty, and save again",
        th: "แก้สูตรในโปรแกรมตารางคำนวณ หรือเว้นช่องว่างไว้ แล้วบันทึกใหม่"))
  }

  /// A cell whose text the workbook does not hold.
  static func lostText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "lost-text",
      Wording(
        en: "the text of this cell is not in the workbook: the file is damaged",
        th: "ไม่มีข้อความของเซลล์นี้ในสมุดงาน ไฟล์เสียหาย"), at: place,
      hint: Wording(
        en: "open the workbook in a spreadsheet program, type the cell again and save it",
        th: "เปิดสมุดงานในโปรแกรมตารางคำนวณ พิมพ์เซลล์นี้ใหม่ แล้วบันทึก"))
  }

  /// A number of which the workbook does not hold whether it is a day, a share or an amount.
  static func lostStyle(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "lost-style",
      Wording(
        en:
          "whether \(text) is a number, a date or a percentage can't be told: the workbook lacks the style of the cell",
        th: "บอกไม่ได้ว่า \(text) เป็นจำนวน วันที่ หรือร้อยละ เพราะในสมุดงานไม่มีรูปแบบของเซลล์นี้"), at: place,
      hint: Wording(
        en: "open the workbook in a spreadsheet program, look at the cells and save it again",
        th: "เปิดสมุดงานในโปรแกรมตารางคำนวณ ตรวจดูเซลล์ แล้วบันทึกใหม่"))
  }

  /// Times of day in a column of days.
  static func timesLeftOut(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "time-left-out",
      Wording(
        en: "the time of day is left out: '\(text)' counts as a day",
        th: "ไม่อ่านเวลาใน '\(text)' นับเป็นวันที่เท่านั้น"), at: place,
      hint: Wording(
        en: "where the time matters, write it into a column of its own",
        th: "ถ้าต้องใช้เวลา ให้แยกไว้อีกคอลัมน์หนึ่ง"))
  }

  /// A day that a workbook keeps in a year of the Buddhist Era, as if it were of the Common Era.
  static func buddhistDay(_ date: String, at place: Place) -> Diagnostic {
    let year = Int(date.prefix(4)) ?? 0
    let meant = "\(year - 543)" + date.prefix(10).dropFirst(4)
    return Diagnostic(
      .error, "wrong-era",
      Wording(
        en:
          "the cell holds the day \(date.prefix(10)) of the Common Era: the year was typed in the Buddhist Era",
        th: "เซลล์นี้เก็บวันที่ \(date.prefix(10)) ของคริสต์ศักราช เพราะพิมพ์ปีเป็นพุทธศักราช"), at: place,
      hint: Wording(
        en: "\(meant) is probably meant: type the date again in the year \(year - 543)",
        th: "น่าจะหมายถึง \(meant) ให้พิมพ์วันที่ใหม่ด้วยปี ค.ศ. \(year - 543)"))
  }

  /// A cell that shows a date, with a number that is none.
  static func noDay(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "no-day",
      Wording(
        en: "the cell is formatted as a date, but \(text) is no day",
        th: "เซลล์นี้จัดรูปแบบเป็นวันที่ แต่ \(text) ไม่ใช่วันใด"), at: place,
      hint: Wording(
        en: "type the date again or leave the cell empty; for a number format the cell as a number",
        th: "พิมพ์วันที่ใหม่หรือเว้นช่องว่างไว้ ถ้าเป็นจำนวน ให้จัดรูปแบบเซลล์เป็นตัวเลข"))
  }
}

/// A heading whose unit is not that of the column it is read into.
extension Diagnostic {
  /// Numbers in thousands or millions over a column of ones.
  static func otherScale(
    _ said: String, of heading: String, _ field: Field, at place: Place
  ) -> Diagnostic {
    let own = field.unit.map { (en: $0[.english], th: $0[.thai]) }
    return Diagnostic(
      .error, "heading-unit",
      Wording(
        en: "'\(heading)' counts in \(said), and the column '\(field.name)' "
          + (own.map { "in \($0.en)" } ?? "in ones"),
        th: "'\(heading)' นับเป็น\(said) แต่คอลัมน์ '\(field.name)' "
          + (own.map { "นับเป็น\($0.th)" } ?? "ไม่ได้นับเช่นนั้น")), at: place,
      hint: Wording(
        en: "write the numbers out in full and take '(\(said))' out of the heading",
        th: "เขียนตัวเลขเต็มจำนวน แล้วตัด '(\(said))' ออกจากหัวคอลัมน์"))
  }

  /// Words in brackets that may make a column another one than it is called after.
  static func otherBracket(
    _ bracket: String, of heading: String, _ field: Field, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "heading-bracket",
      Wording(
        en: "'\(heading)' is not read as '\(field.name)': '\(bracket)' may make it something else",
        th: "ไม่อ่าน '\(heading)' เป็นคอลัมน์ '\(field.name)' เพราะ '\(bracket)' อาจทำให้เป็นเรื่องอื่น"),
      at: place,
      hint: Wording(
        en:
          "where it is the same, take '(\(bracket))' out of the heading; else give the column a heading of its own",
        th: "ถ้าเป็นเรื่องเดียวกัน ให้ตัด '(\(bracket))' ออกจากหัวคอลัมน์ ถ้าไม่ใช่ ให้ตั้งหัวคอลัมน์เป็นคำอื่น"))
  }

  static func missingColumn(_ name: String, resource: String, at place: Place) -> Diagnostic {
    let example = KnownColumns.example(of: name, in: resource)
    let heading = KnownColumns.trackerHeading(of: name, in: resource)?.thai
    return Diagnostic(
      .error, "missing-column",
      Wording(
        en: "table '\(resource)' needs a column '\(name)'",
        th: "ตาราง '\(resource)' ต้องมีคอลัมน์ '\(name)'"), at: place,
      hint: Wording(
        en:
          "add it with a value in every row\(example.map { ", such as \($0)" } ?? ""); if the table calls it otherwise, "
          + (heading.map { "head the column '\($0)' or '\(name)'" }
            ?? "write that under 'aliases' in datapackage.yaml"),
        th:
          "เพิ่มคอลัมน์นี้และใส่ค่าทุกแถว\(example.map { " เช่น \($0)" } ?? "") ถ้าในตารางใช้ชื่ออื่น "
          + (heading.map { "ให้ตั้งหัวคอลัมน์ว่า '\($0)' หรือ '\(name)'" }
            ?? "ให้เขียนชื่อนั้นไว้ที่ 'aliases' ใน datapackage.yaml")
      ))
  }
}
