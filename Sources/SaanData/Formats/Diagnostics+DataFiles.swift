import SaanText

// The catalogue of what can be wrong with a data file before its values are looked at.

extension Diagnostic {
  /// A column is to be filled down that the file does not have.
  static func filledNothing(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-column",
      Wording(
        en: "'fillDown' names the column '\(name)', and the file has none of that name",
        th: "'fillDown' ระบุคอลัมน์ '\(name)' แต่ในไฟล์ไม่มีคอลัมน์ชื่อนี้"), at: place,
      hint: didYouMean(name, among: known.filter { !$0.isEmpty }))
  }

  /// A sheet is named of a file that has none.
  static func sheetOfText(_ sheet: String, _ format: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-sheet",
      Wording(
        en: "a file of the format \(format) has no sheets, so there is no '\(sheet)'",
        th: "ไฟล์แบบ \(format) ไม่มีแผ่นงาน จึงไม่มี '\(sheet)'"), at: place,
      hint: Wording(
        en: "take the sheet out, or name the workbook (.xlsx) that has it",
        th: "ลบชื่อแผ่นงานออก หรือระบุสมุดงาน (.xlsx) ที่มีแผ่นงานนี้"))
  }

  /// The description says another encoding than the bytes do.
  static func otherThanDescribed(_ encoding: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "other-encoding",
      Wording(
        en:
          "the description says '\(encoding)', but the file is written in UTF-8 and was read as such",
        th: "คำอธิบายระบุ '\(encoding)' แต่ไฟล์นี้เข้ารหัสแบบ UTF-8 และอ่านตามนั้นแล้ว"), at: place,
      hint: Wording(
        en: "take 'encoding' out of the description", th: "ลบ 'encoding' ออกจากคำอธิบาย"))
  }

  /// Another character than usual stands between the values.
  static func otherDelimiter(_ byte: UInt8, at place: Place) -> Diagnostic {
    let name = byte == 0x09 ? "\\t" : String(Unicode.Scalar(byte))
    return Diagnostic(
      .note, "other-delimiter",
      Wording(
        en: "the values are parted by '\(name)' and were read as such",
        th: "ค่าในไฟล์นี้คั่นด้วย '\(name)' และอ่านตามนั้นแล้ว"), at: place,
      hint: Wording(
        en: "save it with commas, or say so in the description: dialect: {delimiter: \"\(name)\"}",
        th: "บันทึกโดยคั่นด้วยจุลภาค หรือระบุในคำอธิบาย: dialect: {delimiter: \"\(name)\"}"))
  }

  /// Spaces around values, which nobody sees and which make two values of one.
  static func blanksTrimmed(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "blanks-trimmed",
      Wording(
        en: "spaces around '\(text)' are left out", th: "ตัดช่องว่างรอบ '\(text)' ออก"), at: place,
      hint: Wording(
        en: "delete them in the file as well", th: "ลบช่องว่างในไฟล์ด้วย"))
  }

  /// A column that the schema describes and the file does not have.
  static func absentColumn(
    _ name: String, resource: String, among headers: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "missing-column",
      Wording(
        en:
          "the schema of '\(resource)' describes a column '\(name)', which the file does not have",
        th: "schema ของ '\(resource)' มีคอลัมน์ '\(name)' แต่ไฟล์ไม่มี"), at: place,
      hint: didYouMean(name, among: headers)
        ?? Wording(
          en: "add the column to the file, or take the field out of the schema",
          th: "เพิ่มคอลัมน์ในไฟล์ หรือลบออกจาก schema"))
  }

  static func wrongEncoding(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "wrong-encoding",
      Wording(
        en: "the file is written in \(name), not in UTF-8", th: "ไฟล์นี้เข้ารหัสแบบ \(name) ไม่ใช่ UTF-8"),
      at: place, hint: conversion)
  }

  static func mixedEncodings(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "mixed-encodings",
      Wording(
        en: "the file is UTF-8 up to here and goes on in CP874 (TIS-620)",
        th: "ไฟล์นี้เป็น UTF-8 ถึงตรงนี้ แล้วต่อด้วย CP874 (TIS-620)"), at: place,
      hint: Wording(
        en:
          "open each part by itself, save it as UTF-8 and join them again",
        th: "เปิดแต่ละส่วนแยกกัน บันทึกเป็น UTF-8 แล้วรวมใหม่"))
  }

  static func notText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "wrong-encoding",
      Wording(en: "the bytes here are no UTF-8 text", th: "ไบต์ตรงนี้ไม่ใช่ข้อความ UTF-8"), at: place,
      hint: Wording(
        en: "save the file as 'CSV UTF-8'", th: "บันทึกไฟล์เป็นแบบ 'CSV UTF-8'"))
  }

  private static let conversion = Wording(
    en: "open it in the program that wrote it and save it again as UTF-8",
    th: "เปิดด้วยโปรแกรมที่ใช้เขียน แล้วบันทึกใหม่เป็น UTF-8")

  /// A text in another encoding was read all the same.
  static func otherEncoding(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "other-encoding",
      Wording(
        en: "the file is written in \(name) and was read as such",
        th: "ไฟล์นี้เข้ารหัสแบบ \(name) และอ่านตามนั้นแล้ว"),
      at: place,
      hint: Wording(
        en: "save it as 'CSV UTF-8', so that every program reads it alike",
        th: "บันทึกเป็น 'CSV UTF-8' เพื่อให้ทุกโปรแกรมอ่านได้เหมือนกัน"))
  }

  /// A title stands above the head of the table, or the head has several rows.
  static func headNotFirst(_ rows: ClosedRange<Int>, at place: Place) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    let (first, last) = (rows.lowerBound, rows.upperBound)
    guard rows.count > 1 else {
      return Diagnostic(
        .error, "head-not-first",
        Wording(
          en: "the head of the table seems to be row \(list)", th: "หัวตารางน่าจะอยู่แถว \(list)"),
        at: place,
        hint: Wording(
          en:
            "delete the rows above it, or set 'dialect: {headerRows: [\(list)]}' (for one command: --head-row \(list))",
          th:
            "ลบแถวข้างบน หรือกำหนด 'dialect: {headerRows: [\(list)]}' (เฉพาะคำสั่งเดียว: --head-row \(list))"
        ))
    }
    return Diagnostic(
      .error, "head-not-first",
      Wording(
        en: "the head of the table seems to take rows \(first) to \(last), one below the other",
        th: "หัวตารางน่าจะซ้อนกันหลายแถว ตั้งแต่แถว \(first) ถึง \(last)"), at: place,
      hint: Wording(
        en:
          "set 'dialect: {headerRows: [\(list)]}' (for one command: --head-row \(first)-\(last)), or give each column one heading in row \(last) and delete the rows above it",
        th:
          "กำหนด 'dialect: {headerRows: [\(list)]}' (เฉพาะคำสั่งเดียว: --head-row \(first)-\(last)) หรือตั้งชื่อทุกคอลัมน์ในแถว \(last) แถวเดียวแล้วลบแถวข้างบน"
      ))
  }

  static func nulByte(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "nul-byte",
      Wording(
        en: "the file has a NUL byte, it is damaged or no text",
        th: "ไฟล์มีไบต์ NUL ไฟล์อาจเสียหายหรือไม่ใช่ข้อความ"), at: place,
      hint: Wording(
        en: "open the file in the program that made it and save it anew as CSV UTF-8",
        th: "เปิดไฟล์ด้วยโปรแกรมที่สร้าง แล้วบันทึกใหม่เป็น CSV UTF-8"))
  }

  static func emptyFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "no-header",
      Wording(en: "the file has no header row", th: "ไฟล์ไม่มีแถวหัวตาราง"), at: place,
      hint: Wording(
        en: "write the names of the columns into the first row",
        th: "เขียนชื่อคอลัมน์ไว้ในแถวแรก"))
  }

  /// A sheet of several in which nothing is written.
  ///
  /// - Parameter isLeftOut: whether the others are read all the same.
  static func emptySheet(_ name: String, isLeftOut: Bool = false, at place: Place) -> Diagnostic {
    Diagnostic(
      isLeftOut ? .note : .error, "no-header",
      Wording(
        en: "the sheet '\(name)' is empty\(isLeftOut ? ", and is left out" : "")",
        th: "แผ่นงาน '\(name)' ว่าง\(isLeftOut ? " จึงไม่อ่าน" : "")"), at: place,
      hint: isLeftOut
        ? nil
        : Wording(
          en:
            "name another sheet, or write a table into it with its columns' names in the first row",
          th: "ระบุแผ่นงานอื่น หรือเขียนตารางลงในแผ่นนี้โดยมีชื่อคอลัมน์ในแถวแรก"))
  }

  static func unclosedQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unclosed-quote",
      Wording(
        en: "the quotation mark that opens here never closes",
        th: "เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด"), at: place,
      hint: Wording(
        en: "write a quotation mark inside quotes twice: \"\"",
        th: "เครื่องหมายคำพูดภายในค่าให้เขียนสองตัว: \"\""))
  }

  static func strayQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "stray-quote",
      Wording(
        en: "there is text after the closing quotation mark", th: "มีข้อความอยู่หลังเครื่องหมายคำพูดปิด"),
      at: place,
      hint: Wording(
        en: "write a quotation mark inside quotes twice: \"\"",
        th: "เครื่องหมายคำพูดภายในค่าให้เขียนสองตัว: \"\""))
  }

  static func raggedRow(found: Int, expected: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "ragged-row",
      Wording(
        en: "the row has \(found) value\(found == 1 ? "" : "s"), the header has \(expected)",
        th: "แถวนี้มี \(found) ค่า แต่หัวตารางมี \(expected) คอลัมน์"), at: place,
      hint: found > expected
        ? Wording(
          en: "put a value with a comma in quotation marks", th: "ค่าที่มีจุลภาคให้ใส่ในเครื่องหมายคำพูด")
        : nil)
  }

  /// Values to the right of a sheet's table.
  static func besideTable(_ column: String, rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "ragged-row",
      Wording(
        en:
          "column \(column) has values but no heading\(rows > 1 ? ", here and in \(rows - 1) more rows" : "")",
        th: "คอลัมน์ \(column) มีค่าแต่ไม่มีหัว\(rows > 1 ? " ทั้งแถวนี้และอีก \(rows - 1) แถว" : "")"),
      at: place,
      hint: Wording(
        en:
          "write a heading above them in the row of the head, or delete them; if the head is another row, set 'dialect: {headerRows: [...]}' (for one command: --head-row)",
        th:
          "ใส่หัวคอลัมน์ในแถวหัวตาราง หรือลบค่าเหล่านั้น ถ้าหัวตารางอยู่แถวอื่น ให้กำหนด 'dialect: {headerRows: [...]}' (เฉพาะคำสั่งเดียว: --head-row)"
      ))
  }

  /// Two columns of one name, or with headings that mean one field.
  static func duplicateHeader(
    _ name: String, _ first: String, of field: Field, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-header",
      name == first
        ? Wording(en: "two columns are headed '\(name)'", th: "มีสองคอลัมน์ที่ใช้หัวว่า '\(name)'")
        : Wording(
          en: "'\(first)' and '\(name)' both mean the column '\(field.name)'",
          th: "'\(first)' กับ '\(name)' หมายถึงคอลัมน์ '\(field.name)' ทั้งคู่"), at: place,
      hint: Wording(
        en: "give each column a name of its own",
        th: "ตั้งชื่อคอลัมน์ไม่ให้ซ้ำกัน"))
  }

  static func emptyHeader(position: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-header",
      Wording(en: "column \(position) has no header", th: "คอลัมน์ที่ \(position) ไม่มีหัว"), at: place,
      hint: Wording(
        en: "write a name into the first row above it, or delete the column",
        th: "เขียนชื่อไว้ในแถวแรกของคอลัมน์ หรือลบคอลัมน์นี้"))
  }

  static func unknownColumn(
    _ name: String, among known: [String], resource: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-column",
      Wording(
        en: "table '\(resource)' has no field '\(name)'",
        th: "ตาราง '\(resource)' ไม่มีคอลัมน์ '\(name)'"), at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en: "add the field to the descriptor, or its header to a field's 'aliases'",
          th: "เพิ่มคอลัมน์ในไฟล์คำอธิบาย หรือเพิ่มชื่อหัวใน 'aliases' ของคอลัมน์"))
  }

  /// A row below a table that tells of it.
  ///
  /// - Parameter text: the word or the mark that it begins with; the rest may be about people.
  static func noteRow(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "note-row",
      Wording(
        en: "this row is a note below the table ('\(text)'), and is left out",
        th: "แถวนี้เป็นหมายเหตุใต้ตาราง ('\(text)') จึงไม่อ่านเป็นข้อมูล"), at: place,
      hint: Wording(
        en:
          "delete it from the table; readers see what stands under 'description' or 'sources' in datapackage.yaml",
        th:
          "ลบออกจากตาราง ข้อความที่ผู้อ่านควรเห็นให้เขียนที่ 'description' หรือ 'sources' ใน datapackage.yaml"
      ))
  }

  static func cellTooLong(
    _ count: Int, limit: Int, isQuoted: Bool = false, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "cell-too-long",
      Wording(
        en: "the value has \(count) bytes, at most \(limit) are read",
        th: "ค่านี้มี \(count) ไบต์ อ่านได้ไม่เกิน \(limit) ไบต์"), at: place,
      hint: isQuoted
        ? Wording(
          en: "its closing quotation mark may be missing", th: "อาจลืมเครื่องหมายคำพูดปิดของค่านี้")
        : nil)
  }

  static func otherLanguage(
    _ column: Field, _ language: Language.Tag, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .note, "column-language",
      Wording(
        en:
          "'\(column.baseName)' is taken for '\(language.rawValue)', for the table has a column '\(column.name)'",
        th:
          "ถือว่า '\(column.baseName)' เป็นภาษา '\(language.rawValue)' เพราะตารางมีคอลัมน์ '\(column.name)'"
      ),
      at: place,
      hint: Wording(
        en:
          "the default language is written without '@': name the columns '\(column.baseName)' and '\(column.baseName)@\(language.rawValue)'",
        th:
          "ภาษาหลักเขียนโดยไม่มี '@' ให้ตั้งชื่อคอลัมน์เป็น '\(column.baseName)' และ '\(column.baseName)@\(language.rawValue)'"
      ))
  }

  /// A descriptor that does not describe the file that is read with it.
  package static func undescribedFile(
    _ path: String, among paths: [String], at place: Place
  ) -> Diagnostic {
    let list = paths.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-resource",
      Wording(
        en: "the descriptor has no table with the file '\(path)'",
        th: "ไฟล์คำอธิบายไม่มีตารางที่ใช้ไฟล์ '\(path)'"), at: place,
      hint: didYouMean(path, among: paths)
        ?? Wording(en: "it describes \(list)", th: "ไฟล์นี้อธิบาย \(list)"))
  }

  static func missingFile(_ path: String, resource: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "missing-file",
      Wording(
        en: "table '\(resource)' has no file '\(path)'",
        th: "ไม่พบไฟล์ '\(path)' ของตาราง '\(resource)'"), at: place,
      hint: Wording(
        en: "put the file there, or correct 'path'",
        th: "วางไฟล์ไว้ตามนั้น หรือแก้ 'path'"))
  }

  static func unknownFormat(_ name: String, at place: Place?) -> Diagnostic {
    let known = DataFormat.all.flatMap(\.extensions)
    return Diagnostic(
      .error, "unknown-format",
      Wording(en: "there is no data format '\(name)'", th: "ไม่มีรูปแบบข้อมูล '\(name)'"), at: place,
      hint: otherProgram(name) ?? didYouMean(name, among: known)
        ?? Wording(
          en: "there are \(known.joined(separator: ", "))",
          th: "รูปแบบที่มีคือ \(known.joined(separator: ", "))"))
  }

  /// How to save what another program has written.
  private static func otherProgram(_ ending: String) -> Wording? {
    switch ending.lowercased() {
    case "xls", "xlsb", "xlt":
      Wording(
        en:
          "it is an old Excel file: open it in Excel or LibreOffice and save it as 'Excel Workbook (.xlsx)'",
        th: "เป็นไฟล์ Excel แบบเก่า ให้เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น 'Excel Workbook (.xlsx)'"
      )
    case "ods", "numbers", "gsheet":
      Wording(
        en: "open it in the program that wrote it and save or download it as .xlsx or .csv",
        th: "เปิดด้วยโปรแกรมที่ใช้เขียน แล้วบันทึกหรือดาวน์โหลดเป็น .xlsx หรือ .csv")
    case "pdf", "doc", "docx", "png", "jpg", "jpeg":
      Wording(
        en: "type or copy the table into a spreadsheet and save it as .xlsx or .csv",
        th: "พิมพ์หรือคัดลอกตารางลงในโปรแกรมตารางคำนวณ แล้วบันทึกเป็น .xlsx หรือ .csv")
    default: nil
    }
  }
}
