import SaanText

// The catalogue of what must not be published about people.

extension PrivateData.Kind {
  /// The code of its diagnostics.
  package var code: String { isPersonal ? "private-data" : "office-contact" }

  fileprivate var words: Wording {
    switch self {
    case .citizenID:
      Wording(en: "a citizen's 13-digit number", th: "เลขประจำตัวประชาชน 13 หลัก")
    case .mobile: Wording(en: "a mobile phone number", th: "หมายเลขโทรศัพท์มือถือ")
    case .landline: Wording(en: "a landline number", th: "หมายเลขโทรศัพท์สำนักงาน")
    case .personalEmail: Wording(en: "a personal e-mail address", th: "อีเมลส่วนบุคคล")
    case .officeEmail: Wording(en: "an office's e-mail address", th: "อีเมลของสำนักงาน")
    }
  }
}

extension Diagnostic {
  /// Personal data in a cell of a table that is published.
  static func privateCell(_ finding: PrivateData.Finding, at place: Place) -> Diagnostic {
    let (words, masked) = (finding.kind.words, finding.masked)
    let allow = finding.kind.allowHint
    return Diagnostic(
      finding.kind.isPersonal ? .error : .warning, finding.kind.code,
      Wording(
        en: "\(words.en) (\(masked)) stands in a column that is published",
        th: "พบ\(words.th) (\(masked)) ในคอลัมน์ที่เผยแพร่"),
      at: place,
      hint: Wording(
        en: "remove it, or mark the field 'private: true' in the descriptor\(allow.en)",
        th: "ลบออก หรือกำหนด 'private: true' ให้คอลัมน์นี้ในไฟล์คำอธิบาย\(allow.th)"))
  }

  /// Personal data in a text that is published.
  ///
  /// The line is not shown: it would print what must not be seen.
  package static func privateText(
    _ finding: PrivateData.Finding, at place: Place
  ) -> Diagnostic {
    let (words, masked) = (finding.kind.words, finding.masked)
    let allow = finding.kind.allowHint
    var diagnostic = Diagnostic(
      finding.kind.isPersonal ? .error : .warning, finding.kind.code,
      Wording(
        en: "\(words.en) (\(masked)) would be published",
        th: "พบ\(words.th) (\(masked)) ในส่วนที่จะเผยแพร่"),
      at: place, hint: Wording(en: "remove it\(allow.en)", th: "ลบออก\(allow.th)"))
    diagnostic.hidesSource = true
    return diagnostic
  }

  /// What reading a table without a description leaves out.
  static func columnLeftOut(
    _ heading: String, _ finding: PrivateData.Finding, count: Int, at place: Place
  ) -> Diagnostic {
    let (words, masked) = (finding.kind.words, finding.masked)
    return Diagnostic(
      .warning, "column-left-out",
      Wording(
        en:
          "column '\(heading)' is left out: \(count) of its values \(count == 1 ? "has" : "have") \(words.en) or the like (\(masked))",
        th: "ไม่นำคอลัมน์ '\(heading)' มาด้วย เพราะมี \(count) ค่าที่มี\(words.th)หรือข้อมูลทำนองนี้ (\(masked))"),
      at: place,
      hint: Wording(
        en:
          "remove the personal data from the file, or describe the column in a descriptor (--schema)",
        th: "ลบข้อมูลส่วนบุคคลออกจากไฟล์ หรือเขียนคำอธิบายคอลัมน์ในไฟล์คำอธิบาย (--schema)"))
  }

  /// A column that the draft of a description marks private.
  static func columnMadePrivate(
    _ heading: String, _ finding: PrivateData.Finding, count: Int, at place: Place
  ) -> Diagnostic {
    let (words, masked) = (finding.kind.words, finding.masked)
    return Diagnostic(
      .warning, "column-made-private",
      Wording(
        en:
          "column '\(heading)' is marked private: \(count) of its values \(count == 1 ? "has" : "have") \(words.en) or the like (\(masked))",
        th:
          "กำหนดให้คอลัมน์ '\(heading)' เป็นส่วนตัว เพราะมี \(count) ค่าที่มี\(words.th)หรือข้อมูลทำนองนี้ (\(masked))"
      ),
      at: place,
      hint: Wording(
        en: "take 'private: true' away only where it is certain that nobody's data is published",
        th: "เอา 'private: true' ออกได้เมื่อแน่ใจแล้วว่าไม่เผยแพร่ข้อมูลของบุคคลใด"))
  }
}

extension PrivateData.Kind {
  fileprivate var allowHint: Wording {
    guard self != .citizenID else { return Wording(en: "", th: "") }
    return Wording(
      en: "; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}",
      th: " ถ้าเป็นขององค์กรเอง ให้เพิ่มใน site.yaml: privacy: {allow: [...]}")
  }
}
