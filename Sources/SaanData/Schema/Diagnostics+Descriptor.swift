import SaanText

// The catalogue of what can be wrong in the description of a set of tables.

extension Diagnostic {
  /// Rows that are called by what nobody may see.
  static func privateKey(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "private-key",
      Wording(
        en: "rows are called by '\(name)', which is private: addresses and reports would show it",
        th: "แถวถูกเรียกด้วย '\(name)' ซึ่งเป็นคอลัมน์ส่วนตัว ที่อยู่หน้าเว็บและรายงานจะแสดงค่านั้น"), at: place,
      hint: Wording(
        en:
          "name another column as 'primaryKey', or take the line out: 'data import' gives rows ids",
        th: "ระบุคอลัมน์อื่นใน 'primaryKey' หรือลบบรรทัดนี้ แล้วให้ 'data import' ตั้งรหัสให้"))
  }

  static func emptyDescriptor(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-file", Wording(en: "the file is empty", th: "ไฟล์ว่างเปล่า"), at: place,
      hint: Wording(
        en: "delete it, or let 'saan data infer' write a draft",
        th: "ลบไฟล์นี้ หรือให้ 'saan data infer' เขียนร่างให้"))
  }

  static func wrongShape(_ name: Wording, _ expected: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "wrong-shape",
      Wording(en: "\(name.en) must be \(expected.en)", th: "\(name.th) ต้องเป็น\(expected.th)"),
      at: place,
      hint: Wording(
        en: "write \(expected.en) behind the ':'", th: "เขียน\(expected.th)หลัง ':'"))
  }

  static func missingKey(_ key: String, _ kind: Wording, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-key",
      Wording(en: "\(kind.en) needs '\(key)'", th: "\(kind.th)ต้องมี '\(key)'"), at: place,
      hint: Wording(
        en: "write a line '\(key): …'",
        th: "เขียนบรรทัด '\(key): …'"))
  }

  static func unknownKey(
    _ key: String, _ kind: Wording, among known: Set<String>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-key",
      Wording(en: "\(kind.en) has no key '\(key)'", th: "\(kind.th)ไม่มีคีย์ '\(key)'"), at: place,
      hint: didYouMean(key, among: known))
  }

  /// A name that the standard does not allow, and that would lead files elsewhere.
  static func badName(_ name: String, _ kind: Wording, at place: Place) -> Diagnostic {
    let example = slug(name).map { ": \($0)" } ?? ""
    return Diagnostic(
      .error, "bad-name",
      Wording(
        en: "'\(name)' cannot be the name of a \(kind.en), which is part of addresses",
        th: "'\(name)' ใช้เป็นชื่อ\(kind.th)ไม่ได้ เพราะชื่อนี้เป็นส่วนหนึ่งของที่อยู่เว็บ"), at: place,
      hint: Wording(
        en: "use a-z, 0-9, '-', '_' and '.'\(example)",
        th: "ใช้ a-z, 0-9, '-', '_' และ '.'\(example)"))
  }

  static func duplicateName(_ kind: Wording, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-name",
      Wording(en: "\(kind.en) '\(name)' is there twice", th: "\(kind.th) '\(name)' ซ้ำกัน"), at: place,
      hint: Wording(
        en: "rename one of the two",
        th: "เปลี่ยนชื่ออันใดอันหนึ่ง"))
  }

  static func unknownType(_ name: String, at place: Place) -> Diagnostic {
    let known = FieldType.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "unknown-type",
      Wording(en: "there is no field type '\(name)'", th: "ไม่มีชนิดคอลัมน์ '\(name)'"), at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en: "there are \(known.joined(separator: ", "))",
          th: "ชนิดที่มีคือ \(known.joined(separator: ", "))"))
  }

  static func unknownField(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-field",
      Wording(en: "the schema has no field '\(name)'", th: "schema ไม่มีคอลัมน์ '\(name)'"),
      at: place, hint: didYouMean(name, among: known))
  }

  static func unknownResource(
    _ name: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-resource",
      Wording(en: "the package has no resource '\(name)'", th: "ชุดข้อมูลไม่มีตาราง '\(name)'"),
      at: place, hint: didYouMean(name, among: known))
  }

  static func unequalKeys(_ fields: Int, _ others: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unequal-keys",
      Wording(
        en: "the foreign key has \(fields) fields, its reference has \(others)",
        th: "คีย์อ้างอิงมี \(fields) คอลัมน์ แต่ปลายทางมี \(others) คอลัมน์"), at: place,
      hint: Wording(
        en: "name as many fields here as in 'reference'",
        th: "ระบุจำนวนคอลัมน์ให้เท่ากับใน 'reference'"))
  }

  static func unequalTypes(_ field: Field, _ other: Field, at place: Place) -> Diagnostic {
    let (one, two) = (field.type.rawValue, other.type.rawValue)
    return Diagnostic(
      .error, "unequal-types",
      Wording(
        en: "the foreign key's field '\(field.name)' has the type \(one), '\(other.name)' \(two)",
        th: "คอลัมน์ '\(field.name)' ของคีย์อ้างอิงเป็นชนิด \(one) แต่ '\(other.name)' เป็นชนิด \(two)"),
      at: place,
      hint: Wording(
        en: "give both columns the same type",
        th: "กำหนดชนิดของสองคอลัมน์ให้ตรงกัน"))
  }

  static func badPattern(_ pattern: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-pattern",
      Wording(
        en: "'\(pattern)' is not a regular expression",
        th: "'\(pattern)' ไม่ใช่นิพจน์ปรกติ (regular expression)"),
      at: place,
      hint: Wording(
        en:
          "close every bracket that it opens; [A-Z]{2}-[0-9]{4} means two letters, - and four digits",
        th: "ปิดวงเล็บทุกตัวที่เปิด เช่น [A-Z]{2}-[0-9]{4} หมายถึงตัวอักษรสองตัว - และตัวเลขสี่ตัว"))
  }

  /// A key of the standard that is not honoured: to read on without it would change the table.
  static func unsupportedKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-key",
      Wording(
        en: "'\(key)' is a key of the standard that is not supported",
        th: "'\(key)' เป็นคีย์ของมาตรฐานที่ยังไม่รองรับ"), at: place,
      hint: Wording(
        en:
          "take it out, and write the file in the usual form: a head in one row, ',' between values",
        th: "ลบออก แล้วเขียนไฟล์ในรูปแบบปกติ คือหัวตารางหนึ่งแถวและคั่นค่าด้วย ','"))
  }

  /// A way to write values that the table cannot be read in.
  static func unsupportedForm(_ key: String, _ value: String, at place: Place) -> Diagnostic {
    let isOfNumbers = key != "format"
    return Diagnostic(
      .error, "unsupported-key",
      Wording(
        en: "'\(key): \(value)' is not supported, the values would be read as others",
        th: "ยังไม่รองรับ '\(key): \(value)' ค่าจะถูกอ่านผิดไป"), at: place,
      hint: isOfNumbers
        ? Wording(
          en: "take it out, and write numbers in the file as 1,234.5 and without units",
          th: "ลบออก แล้วเขียนตัวเลขในไฟล์แบบ 1,234.5 โดยไม่มีหน่วย")
        : Wording(
          en: "take it out, and write days in the file as 2024-05-31",
          th: "ลบออก แล้วเขียนวันที่ในไฟล์แบบ 2024-05-31"))
  }

  static func missingSchemaFile(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-file",
      Wording(en: "there is no file '\(path)' with a schema", th: "ไม่พบไฟล์ schema '\(path)'"),
      at: place,
      hint: Wording(
        en: "the path starts from the folder of the descriptor",
        th: "พาธเริ่มจากโฟลเดอร์ของไฟล์คำอธิบาย"))
  }

  static func unsupportedEncoding(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .error, "wrong-encoding",
      Wording(
        en: "files in '\(name)' are not read, only UTF-8, UTF-16 and Windows Thai (CP874)",
        th: "ไม่อ่านไฟล์แบบ '\(name)' อ่านเฉพาะ UTF-8, UTF-16 และรหัสไทยของ Windows (CP874)"),
      at: place,
      hint: Wording(en: "save the file as UTF-8", th: "บันทึกไฟล์เป็น UTF-8"))
  }
}

extension Wording {
  /// A key's name in quotation marks.
  static func quoted(_ name: String) -> Wording { Wording(en: "'\(name)'", th: "'\(name)'") }
}
