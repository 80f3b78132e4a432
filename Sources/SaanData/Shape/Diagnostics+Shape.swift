import SaanText

// The catalogue of what is wrong with tables that are put together or turned.

extension Diagnostic {
  /// A sheet or file whose columns are not those of the first one.
  static func otherHead(
    lacks: [String], has: [String], first: String, at place: Place
  ) -> Diagnostic {
    func list(_ names: [String]) -> String {
      names.prefix(6).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    }
    let en = [
      lacks.isEmpty ? nil : "it lacks \(list(lacks))",
      has.isEmpty ? nil : "it has \(list(has)) besides",
    ].compactMap { $0 }.joined(separator: ", ")
    let th = [
      lacks.isEmpty ? nil : "ไม่มี \(list(lacks))", has.isEmpty ? nil : "มี \(list(has)) เพิ่มมา",
    ].compactMap { $0 }.joined(separator: " และ")
    return Diagnostic(
      .error, "other-head",
      Wording(
        en: "the head is not the one of '\(first)': \(en)",
        th: "หัวตารางไม่ตรงกับของ '\(first)': \(th)"), at: place,
      hint: Wording(
        en:
          "give both the same headings, add the other heading to the 'aliases' of the column, or leave this sheet or file out of 'sheet' or 'path'",
        th:
          "แก้หัวตารางให้ตรงกัน หรือเพิ่มหัวที่ต่างใน 'aliases' ของคอลัมน์ หรือไม่ใส่แผ่นงานหรือไฟล์นี้ใน 'sheet' หรือ 'path'"
      ))
  }

  /// Sheets that nobody sees, where all are asked for.
  static func hiddenSheetsLeftOut(_ sheets: [String], at place: Place) -> Diagnostic {
    let list = sheets.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .note, "hidden-sheets",
      Wording(
        en: "\(sheets.count == 1 ? "the hidden sheet" : "the hidden sheets") \(list): not read",
        th: "แผ่นงานที่ซ่อนไว้ \(list) ไม่ได้อ่าน"), at: place,
      hint: Wording(
        en: "to read them too, name all sheets in a list: sheet: [...]",
        th: "ถ้าต้องการอ่านด้วย ให้ระบุชื่อแผ่นงานทั้งหมดเป็นรายการ sheet: [...]"))
  }

  /// A choice of columns that none is meant by.
  static func noColumnsToUnpivot(
    _ choice: String, among headings: [String], at place: Place
  ) -> Diagnostic {
    let list = headings.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unpivot-of-nothing",
      Wording(
        en: "no heading is meant by '\(choice)' of 'unpivot'",
        th: "ไม่มีหัวคอลัมน์ใดตรงกับ '\(choice)' ใน 'unpivot'"), at: place,
      hint: Wording(
        en:
          "the headings are \(list); columns are named by heading, as years from to ('2563..2566') or with a star ('สมาชิก *')",
        th:
          "หัวคอลัมน์คือ \(list) ระบุด้วยหัวคอลัมน์ ช่วงปี ('2563..2566') หรือใช้ดอกจันแทนส่วนที่ต่างกัน ('สมาชิก *')"
      ))
  }

  /// A column that adds up those that become rows, or is worked out from them.
  static func totalColumn(_ heading: String, at place: Place) -> Diagnostic {
    if Headings.isDerived(heading) { return derivedColumn(heading, at: place) }
    return Diagnostic(
      .note, "total-column",
      Wording(
        en: "the column '\(heading)' adds up others and is left out: the program adds up itself",
        th: "คอลัมน์ '\(heading)' เป็นผลรวมของคอลัมน์อื่น จึงไม่ได้อ่าน โปรแกรมรวมให้เอง"), at: place,
      hint: Wording(
        en: "where it is no sum, describe it as a column of its own",
        th: "ถ้าไม่ใช่ผลรวม ให้เพิ่มเป็นคอลัมน์หนึ่งในคำอธิบายตาราง"))
  }

  private static func derivedColumn(_ heading: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "total-column",
      Wording(
        en:
          "the column '\(heading)' is worked out from others and is left out: it would stand in the row of each year",
        th: "คอลัมน์ '\(heading)' คิดมาจากคอลัมน์อื่น จึงไม่ได้อ่าน เพราะจะซ้ำอยู่ในแถวของทุกปี"), at: place,
      hint: Wording(
        en: "where it is a value of its own, describe it as a column, or give it another heading",
        th: "ถ้าเป็นค่าที่ไม่ได้คิดจากคอลัมน์อื่น ให้เพิ่มเป็นคอลัมน์หนึ่งในคำอธิบายตาราง หรือตั้งหัวเป็นคำอื่น"))
  }

  /// Numbers beside columns of years, which now stand in the row of each year.
  static func repeatedColumn(_ heading: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-column",
      Wording(
        en: "the number in '\(heading)' stands once in the file, and now in the row of each year",
        th: "ตัวเลขใน '\(heading)' มีครั้งเดียวในไฟล์ แต่ซ้ำอยู่ในแถวของทุกปี"), at: place,
      hint: Wording(
        en: "nobody may add it up so: take the column out, or import it as a table of its own",
        th: "นำไปรวมยอดอย่างนี้ไม่ได้ ให้ตัดคอลัมน์นี้ออก หรือนำเข้าเป็นอีกตารางหนึ่ง"))
  }

  /// Columns that seem to be one for each year or month, and stay columns.
  static func staysWide(
    _ columns: [String], totals: [String], at place: Place
  ) -> Diagnostic {
    func list(_ names: [String]) -> String {
      names.prefix(4).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    }
    let choice = Unpivot.choice(of: columns)
    let sums = totals.isEmpty ? nil : list(totals)
    return Diagnostic(
      .warning, "wide-columns",
      Wording(
        en:
          "\(columns.count) columns look like one for each year or month and stay columns: \(list(columns))"
          + (sums.map { "; \($0) beside them is their sum" } ?? ""),
        th:
          "มี \(columns.count) คอลัมน์ที่ดูเหมือนคอลัมน์ละปีหรือละเดือน โปรแกรมอ่านเป็นคอลัมน์ตามเดิม: \(list(columns))"
          + (sums.map { " และ \($0) เป็นผลรวมของคอลัมน์เหล่านี้" } ?? "")), at: place,
      hint: Wording(
        en:
          "to make rows of them, head each with a year of one era alone ('2563', 'ปี 2564'), or name them: --unpivot \"\(choice)\"",
        th:
          "ถ้าต้องการให้เป็นแถว ให้หัวคอลัมน์เป็นปีในศักราชเดียวกันเท่านั้น ('2563', 'ปี 2564') หรือระบุหัวคอลัมน์: --unpivot \"\(choice)\""
      ))
  }

  private static func turnedWide(_ list: String, count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "wide-table",
      Wording(
        en: "\(count) columns are years (\(list)): each has become a row of its own",
        th: "มี \(count) คอลัมน์ที่เป็นปี (\(list)) จึงทำให้เป็นแถวของแต่ละปี"), at: place,
      hint: Wording(
        en: "--unpivot \(list):year:members names the columns for the year and for the value",
        th: "--unpivot \(list):year:members กำหนดชื่อคอลัมน์ปีและคอลัมน์ค่า"))
  }

  /// Columns that look like one for each year.
  static func looksWide(
    _ columns: [String], count: Int, isTurned: Bool, at place: Place
  ) -> Diagnostic {
    let list = columns.joined(separator: ",")
    if isTurned { return turnedWide(list, count: count, at: place) }
    return Diagnostic(
      .note, "wide-table",
      Wording(
        en: "\(count) columns are years (\(list)): each can become a row of its own",
        th: "มี \(count) คอลัมน์ที่เป็นปี (\(list)) ทำให้เป็นแถวของแต่ละปีได้"), at: place,
      hint: Wording(
        en:
          "add --unpivot \(list):year:value (the columns for the year and for the value), or say in the description: unpivot: {columns: \"\(list)\", key: year, value: value}",
        th:
          "เติม --unpivot \(list):year:value (ชื่อคอลัมน์ปีและคอลัมน์ค่า) หรือระบุในคำอธิบายตาราง unpivot: {columns: \"\(list)\", key: year, value: value}"
      ))
  }
}
