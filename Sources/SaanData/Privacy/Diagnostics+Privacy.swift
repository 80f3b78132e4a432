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
    case .password: Wording(en: "a password in an address", th: "รหัสผ่านในที่อยู่เว็บ")
    case .officeEmail: Wording(en: "an office's e-mail address", th: "อีเมลของสำนักงาน")
    case .bankAccount: Wording(en: "the number of a bank account", th: "เลขที่บัญชีธนาคาร")
    case .personName: Wording(en: "a person's name", th: "ชื่อบุคคล")
    case .houseAddress: Wording(en: "the address of a house", th: "ที่อยู่บ้าน")
    case .vehiclePlate: Wording(en: "the plate of a vehicle", th: "ทะเบียนรถ")
    case .lineID: Wording(en: "a Line id", th: "ไอดีไลน์")
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

  /// A published column whose heading says that it is about people.
  static func personalColumn(
    _ heading: String, _ kind: PersonalHeading, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "personal-column",
      Wording(
        en: "column '\(heading)' is published, and its heading says that it holds \(kind.words.en)",
        th: "คอลัมน์ '\(heading)' จะถูกเผยแพร่ แต่หัวคอลัมน์บอกว่าเป็น\(kind.words.th)"),
      at: place,
      hint: Wording(
        en:
          "mark the field 'private: true' in the descriptor, or 'private: false' if nobody's own data is in it",
        th:
          "กำหนด 'private: true' ให้คอลัมน์นี้ในไฟล์คำอธิบาย หรือ 'private: false' ถ้าไม่มีข้อมูลของบุคคลใดอยู่"
      ))
  }

  /// A row of persons' data that was named as the head of a table.
  static func personalHead(_ finding: PrivateData.Finding, at place: Place) -> Diagnostic {
    let (words, masked) = (finding.kind.words, finding.masked)
    return Diagnostic(
      .error, "personal-head",
      Wording(
        en: "this row can't be the head of the table: it has \(words.en) (\(masked))",
        th: "แถวนี้เป็นหัวตารางไม่ได้ เพราะมี\(words.th) (\(masked))"),
      at: place,
      hint: Wording(
        en:
          "the head is the row with the names of the columns: write them in the row above the data, or give its number with 'dialect: {headerRows: [...]}' (for one command: --head-row)",
        th:
          "หัวตารางคือแถวที่มีชื่อคอลัมน์ ให้ใส่ชื่อคอลัมน์ไว้แถวบนข้อมูล หรือระบุเลขแถวด้วย 'dialect: {headerRows: [...]}' (เฉพาะคำสั่งเดียว: --head-row)"
      ))
  }

  /// What reading a table without a description leaves out because of its heading.
  static func columnLeftOut(
    _ heading: String, _ kind: PersonalHeading, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "column-left-out",
      Wording(
        en: "column '\(heading)' is left out: its heading says that it holds \(kind.words.en)",
        th: "ไม่นำคอลัมน์ '\(heading)' มาด้วย เพราะหัวคอลัมน์บอกว่าเป็น\(kind.words.th)"),
      at: place,
      hint: Wording(
        en: "to read it, describe the column in a descriptor (--schema)",
        th: "ถ้าต้องการอ่าน ให้เขียนคำอธิบายคอลัมน์ในไฟล์คำอธิบาย (--schema)"))
  }

  /// A column that the draft of a description marks private because of its heading.
  static func columnMadePrivate(
    _ heading: String, _ kind: PersonalHeading, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "column-made-private",
      Wording(
        en:
          "column '\(heading)' is marked private: its heading says that it holds \(kind.words.en)",
        th: "กำหนดให้คอลัมน์ '\(heading)' เป็นส่วนตัว เพราะหัวคอลัมน์บอกว่าเป็น\(kind.words.th)"),
      at: place,
      hint: Wording(
        en: "write 'private: false' only where it is certain that nobody's data is published",
        th: "เขียน 'private: false' ได้เมื่อแน่ใจแล้วว่าไม่เผยแพร่ข้อมูลของบุคคลใด"))
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

extension Wording {
  /// Why a column is withheld whose values are about persons.
  static func values(_ finding: PrivateData.Finding, count: Int, row: Int) -> Wording {
    let words = finding.kind.words
    return count == 1
      ? Wording(en: "row \(row) has \(words.en)", th: "แถว \(row) มี\(words.th)")
      : Wording(
        en: "\(count) of its values have \(words.en), the first in row \(row)",
        th: "มี \(count) ค่าที่มี\(words.th) ค่าแรกที่แถว \(row)")
  }

  /// Why a column is withheld whose heading says that it is about persons.
  static func heading(_ heading: PersonalHeading) -> Wording {
    Wording(
      en: "its heading says \(heading.words.en)", th: "หัวคอลัมน์บอกว่าเป็น\(heading.words.th)")
  }
}

extension Diagnostic {
  /// A table whose rows seem to be persons, of whom some columns are published.
  static func listOfPersons(_ shown: [String], at place: Place) -> Diagnostic {
    let list =
      shown.prefix(6).map { "'\($0)'" }.joined(separator: ", ") + (shown.count > 6 ? ", …" : "")
    return Diagnostic(
      .warning, "list-of-persons",
      Wording(
        en: "this looks like a list of persons, and each row goes on telling of one: \(list)",
        th: "ตารางนี้ดูเหมือนรายชื่อบุคคล แต่ละแถวยังบอกข้อมูลของคนหนึ่งคน: \(list)"), at: place,
      hint: Wording(
        en: "publish how many there are by place instead; keep the list itself with you",
        th: "ให้เผยแพร่เป็นจำนวนรายพื้นที่แทน และเก็บรายชื่อไว้กับตัว"))
  }

  /// Values about persons in a column that is published.
  static func personalValues(
    _ heading: String, _ finding: PrivateData.Finding, count: Int, at place: Place
  ) -> Diagnostic {
    let words = finding.kind.words
    return Diagnostic(
      .warning, "personal-values",
      Wording(
        en:
          "column '\(heading)' is published, and \(count) of its values \(count == 1 ? "looks" : "look") like \(words.en)",
        th: "คอลัมน์ '\(heading)' จะถูกเผยแพร่ แต่มี \(count) ค่าที่ดูเหมือน\(words.th)"), at: place,
      hint: Wording(
        en:
          "take out what belongs to a person; what an office is reached by may stay: 'private: false' in the column's description ends this warning",
        th:
          "ลบข้อมูลที่เป็นของบุคคลออก ถ้าเป็นของหน่วยงานให้คงไว้ได้ เขียน 'private: false' ในคำอธิบายคอลัมน์ แล้วคำเตือนนี้จะหายไป"
      ))
  }
}

extension PersonalHeading {
  fileprivate var words: Wording {
    switch self {
    case .phone: Wording(en: "phone numbers", th: "หมายเลขโทรศัพท์")
    case .citizenID: Wording(en: "numbers of identity cards", th: "เลขประจำตัวหรือเลขบัตรประชาชน")
    case .email: Wording(en: "e-mail addresses", th: "อีเมล")
    case .address: Wording(en: "addresses of homes", th: "ที่อยู่")
    case .birthDate: Wording(en: "dates of birth", th: "วันเกิด")
    case .lineID: Wording(en: "Line ids", th: "ไอดีไลน์")
    case .personName: Wording(en: "names of persons", th: "ชื่อบุคคล")
    case .bankAccount: Wording(en: "numbers of bank accounts", th: "เลขที่บัญชีธนาคาร")
    case .vehicle: Wording(en: "plates of vehicles", th: "ทะเบียนรถ")
    case .health: Wording(en: "the health of persons", th: "ข้อมูลสุขภาพของบุคคล")
    case .religion: Wording(en: "the religion of persons", th: "ศาสนาของบุคคล")
    case .income: Wording(en: "the income of persons", th: "รายได้ของบุคคล")
    case .socialMedia: Wording(en: "personal pages in social media", th: "บัญชีสื่อสังคมออนไลน์ของบุคคล")
    }
  }
}

extension PrivateData.Kind {
  fileprivate var allowHint: Wording {
    guard [.mobile, .landline, .personalEmail, .officeEmail].contains(self) else {
      return Wording(en: "", th: "")
    }
    return Wording(
      en: "; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}",
      th: " ถ้าเป็นขององค์กรเอง ให้เพิ่มใน site.yaml: privacy: {allow: [...]}")
  }
}
