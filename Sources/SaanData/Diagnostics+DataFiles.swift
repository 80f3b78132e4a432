import SaanText

// The catalogue of what can be wrong with a data file before its values are looked at.

extension Diagnostic {
  static func wrongEncoding(_ name: String, path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "wrong-encoding",
      Wording(
        en: "the file is written in \(name), not in UTF-8", th: "ไฟล์นี้เข้ารหัสแบบ \(name) ไม่ใช่ UTF-8"),
      at: place, hint: conversion(name, path))
  }

  static func mixedEncodings(path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "mixed-encodings",
      Wording(
        en: "the file is UTF-8 up to here and goes on in CP874 (TIS-620)",
        th: "ไฟล์นี้เป็น UTF-8 ถึงตรงนี้ แล้วต่อด้วย CP874 (TIS-620)"), at: place,
      hint: Wording(
        en:
          "save each part as UTF-8 before joining them; 'iconv -f CP874 -t UTF-8' converts the old part",
        th: "บันทึกแต่ละส่วนเป็น UTF-8 ก่อนรวมไฟล์ ส่วนเดิมแปลงได้ด้วย 'iconv -f CP874 -t UTF-8'"))
  }

  static func notText(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "wrong-encoding",
      Wording(en: "the bytes here are no UTF-8 text", th: "ไบต์ตรงนี้ไม่ใช่ข้อความ UTF-8"), at: place,
      hint: Wording(
        en: "save the file as 'CSV UTF-8'", th: "บันทึกไฟล์เป็นแบบ 'CSV UTF-8'"))
  }

  private static func conversion(_ name: String, _ path: String) -> Wording {
    let command = "iconv -f \(name) -t UTF-8 '\(path)' > '\(path).utf8'"
    return Wording(en: "convert it: \(command)", th: "แปลงไฟล์ด้วย: \(command)")
  }

  static func nulByte(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "nul-byte",
      Wording(
        en: "the file has a NUL byte, it is damaged or no text",
        th: "ไฟล์มีไบต์ NUL ไฟล์อาจเสียหายหรือไม่ใช่ข้อความ"), at: place)
  }

  static func emptyFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "no-header",
      Wording(en: "the file has no header row", th: "ไฟล์ไม่มีแถวหัวตาราง"), at: place)
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

  static func duplicateHeader(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-header",
      Wording(
        en: "two columns are headed '\(name)'", th: "มีสองคอลัมน์ที่ใช้หัวว่า '\(name)'"), at: place)
  }

  static func emptyHeader(position: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-header",
      Wording(en: "column \(position) has no header", th: "คอลัมน์ที่ \(position) ไม่มีหัว"), at: place)
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

  static func missingColumn(_ name: String, resource: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-column",
      Wording(
        en: "table '\(resource)' needs a column '\(name)'",
        th: "ตาราง '\(resource)' ต้องมีคอลัมน์ '\(name)'"), at: place)
  }

  static func tooManyColumns(_ count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-many-columns",
      Wording(
        en: "the table has \(count) columns, at most \(limit) are read",
        th: "ตารางมี \(count) คอลัมน์ อ่านได้ไม่เกิน \(limit) คอลัมน์"), at: place)
  }

  static func tooManyRows(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-many-rows",
      Wording(
        en: "the table has more than \(limit) rows, reading stops here",
        th: "ตารางมีมากกว่า \(limit) แถว จึงหยุดอ่านตรงนี้"), at: place)
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

  static func fileTooLarge(_ count: Int, limit: Int, path: String) -> Diagnostic {
    Diagnostic(
      .error, "file-too-large",
      Wording(
        en: "the file has \(count) bytes, at most \(limit) are read",
        th: "ไฟล์มี \(count) ไบต์ อ่านได้ไม่เกิน \(limit) ไบต์"), at: .file(path: path))
  }

  static func missingFile(_ path: String, resource: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "missing-file",
      Wording(
        en: "table '\(resource)' has no file '\(path)'",
        th: "ไม่พบไฟล์ '\(path)' ของตาราง '\(resource)'"), at: place)
  }

  static func unknownFormat(_ name: String, at place: Place?) -> Diagnostic {
    let known = DataFormat.all.map(\.name)
    return Diagnostic(
      .error, "unknown-format",
      Wording(en: "there is no data format '\(name)'", th: "ไม่มีรูปแบบข้อมูล '\(name)'"), at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en: "there are \(known.joined(separator: ", "))",
          th: "รูปแบบที่มีคือ \(known.joined(separator: ", "))"))
  }
}
