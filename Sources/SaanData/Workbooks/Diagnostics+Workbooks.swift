import SaanText

// The catalogue of what can be wrong with a workbook as a file.

extension Diagnostic {
  static func notAWorkbook(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "not-a-workbook",
      Wording(
        en: "the file is no XLSX workbook, or it is damaged", th: "ไฟล์นี้ไม่ใช่สมุดงาน XLSX หรือเสียหาย"),
      at: place,
      hint: Wording(
        en: "save it as 'Excel Workbook (.xlsx)', without a password",
        th: "บันทึกเป็น 'Excel Workbook (.xlsx)' โดยไม่ใส่รหัสผ่าน"))
  }

  /// A workbook that only a password opens.
  static func workbookLocked(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "workbook-locked",
      Wording(
        en: "the workbook is locked with a password", th: "สมุดงานนี้ล็อกด้วยรหัสผ่าน"), at: place,
      hint: Wording(
        en:
          "open it, take the password out and save it: in Excel under File › Info › Protect Workbook › Encrypt with Password, in LibreOffice with File › Save As",
        th:
          "เปิดไฟล์ เอารหัสผ่านออก แล้วบันทึก ใน Excel ที่ ไฟล์ › ข้อมูล › ปกป้องสมุดงาน › เข้ารหัสด้วยรหัสผ่าน ใน LibreOffice ที่ แฟ้ม › บันทึกเป็น"
      ))
  }

  /// A workbook that breaks off.
  static func workbookTruncated(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "workbook-truncated",
      Wording(
        en: "the workbook breaks off before its end", th: "ไฟล์สมุดงานขาดตอนท้าย ไม่ครบทั้งไฟล์"),
      at: place,
      hint: Wording(
        en: "download or copy the file once more", th: "ดาวน์โหลดหรือคัดลอกไฟล์ใหม่อีกครั้ง"))
  }

  /// A file of another kind than its name says.
  static func otherWorkbook(_ kind: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "not-a-workbook",
      Wording(en: "the file is \(kind.en), not .xlsx", th: "ไฟล์นี้เป็น\(kind.th) ไม่ใช่ .xlsx"),
      at: place,
      hint: Wording(
        en:
          "open it and save it anew: in Excel with File › Save As › Excel Workbook (.xlsx), in LibreOffice with File › Save As › Excel 2007–365 (.xlsx); where LibreOffice is installed, the program reads it by itself ('saan doctor' tells)",
        th:
          "เปิดแล้วบันทึกใหม่ ใน Excel ที่ ไฟล์ › บันทึกเป็น › สมุดงาน Excel (.xlsx) ใน LibreOffice ที่ แฟ้ม › บันทึกเป็น › Excel 2007–365 (.xlsx) ถ้าเครื่องนี้ติดตั้ง LibreOffice โปรแกรมจะอ่านให้เอง (ดูด้วย 'saan doctor')"
      ))
  }

  /// An address behind a cell, which is not read.
  static func lostLink(
    _ text: String, _ address: String, count: Int, at place: Place
  ) -> Diagnostic {
    let shown = String(address.prefix(80))
    return Diagnostic(
      .warning, "lost-link",
      Wording(
        en:
          "behind \(count == 1 ? "this cell" : "\(count) cells of this column") stands an address, which is not read: '\(text)' leads to \(shown)",
        th:
          "หลัง\(count == 1 ? "เซลล์นี้" : " \(count) เซลล์ในคอลัมน์นี้")มีที่อยู่เว็บซึ่งไม่ได้อ่าน: '\(text)' พาไปที่ \(shown)"
      ), at: place,
      hint: Wording(
        en: "write the address in a column of its own, headed 'เว็บไซต์' or 'ลิงก์'",
        th: "เขียนที่อยู่เว็บไว้ในคอลัมน์ของตัวเอง โดยตั้งหัวว่า 'เว็บไซต์' หรือ 'ลิงก์'"))
  }
}
