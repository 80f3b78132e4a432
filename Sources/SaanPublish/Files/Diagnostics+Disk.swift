import SaanText

/// What is said where something on the disk is in the way.
extension Diagnostic {
  static func foreignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "foreign-file",
      Wording(
        en: "something that no build wrote is in the way: \(path)",
        th: "มีสิ่งที่โปรแกรมนี้ไม่ได้สร้างขวางอยู่: \(path)"),
      hint: Wording(
        en: "move it away, or choose another folder with --output",
        th: "ย้ายออก หรือเลือกโฟลเดอร์อื่นด้วย --output"))
  }
}
