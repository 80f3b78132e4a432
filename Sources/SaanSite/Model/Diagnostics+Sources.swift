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
    let isThai = (0xA1...0xFB).contains(bytes[offset])
    return Diagnostic(
      .error, "invalid-utf8",
      Wording(
        en: "line \(line), column \(column) is not UTF-8",
        th: "บรรทัด \(line) คอลัมน์ \(column) ไม่ใช่ UTF-8"), at: source.span(at..<at + 1).place,
      hint: isThai
        ? Wording(
          en: "it looks like the Windows Thai encoding: open it and save it again as UTF-8",
          th: "ดูเหมือนรหัสภาษาไทยของ Windows ให้เปิดไฟล์แล้วบันทึกใหม่เป็น UTF-8")
        : Wording(en: "save the file as UTF-8", th: "บันทึกไฟล์เป็น UTF-8"))
  }
}
