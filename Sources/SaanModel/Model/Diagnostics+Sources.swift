import SaanText

/// What can be wrong with a text before anybody reads it.
extension Diagnostic {
  static func invalidUTF8(path: String, bytes: [UInt8], offset: Int) -> Diagnostic {
    let line = bytes[..<offset].reduce(into: 1) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
    let source = SourceFile(path: path, bytes: bytes)
    let at = offset - (bytes.count - source.bytes.count)
    // Thai letters in CP874 and TIS-620 lie between these bytes.
    let isThai = (0xA1...0xFB).contains(bytes[offset]) && !isCutOff(bytes, at: offset)
    return Diagnostic(
      .error, "invalid-utf8",
      Wording(
        en: "line \(line), column \(column) is not UTF-8",
        th: "บรรทัด \(line) คอลัมน์ \(column) ไม่ใช่ UTF-8"), at: source.span(at..<at + 1).place,
      hint: isThai
        ? Wording(
          en: "it looks like the Windows Thai encoding: open it and save it again as UTF-8",
          th: "ดูเหมือนรหัสภาษาไทยของ Windows ให้เปิดไฟล์แล้วบันทึกใหม่เป็น UTF-8")
        : isCutOff(bytes, at: offset)
          ? Wording(
            en: "the file is cut off within its last letter: copy or download it again",
            th: "ไฟล์ขาดตอนกลางอักษรตัวสุดท้าย ให้คัดลอกหรือดาวน์โหลดใหม่")
          : Wording(en: "save the file as UTF-8", th: "บันทึกไฟล์เป็น UTF-8"))
  }

  /// Whether the bytes end within a letter of UTF-8 that begins at an offset.
  private static func isCutOff(_ bytes: [UInt8], at offset: Int) -> Bool {
    let rest = bytes[offset...]
    guard let lead = rest.first, (0xC2...0xF4).contains(lead) else { return false }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    return rest.count < length && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// An article whose lines end as on very old computers.
  package static func loneReturns(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "line-ends",
      Wording(
        en: "all of the file is one line: its lines end with CR alone",
        th: "ทั้งไฟล์เป็นบรรทัดเดียว เพราะใช้รหัสขึ้นบรรทัดแบบ CR อย่างเดียว"),
      at: .file(path: path),
      hint: Wording(
        en: "save it again with line ends of the kind LF or CRLF",
        th: "บันทึกใหม่โดยเลือกรหัสขึ้นบรรทัดแบบ LF หรือ CRLF"))
  }
}
