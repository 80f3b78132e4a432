import SaanText

// The catalogue of what can be wrong with the values of a table.

extension Diagnostic {
  static func requiredValue(_ field: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "required-value",
      Wording(en: "'\(field)' must not be empty", th: "'\(field)' ต้องไม่ว่าง"), at: place,
      hint: Wording(
        en:
          "type the value, or delete the row where it is none of the table's; if the value may be missing, take 'required' out of the column's description",
        th: "กรอกค่า หรือลบแถวนี้ถ้าไม่ใช่แถวข้อมูล ถ้าเว้นว่างได้ให้ลบ 'required' ออกจากคำอธิบายคอลัมน์"))
  }

  static func notWhole(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-number",
      Wording(en: "'\(text)' is not a whole number", th: "'\(text)' ไม่ใช่จำนวนเต็ม"), at: place,
      hint: Wording(
        en: "give the field the type 'number' if fractions are meant",
        th: "ถ้าตั้งใจให้มีทศนิยม ให้กำหนดชนิดของคอลัมน์เป็น 'number'"))
  }

  static func notBoolean(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-boolean",
      Wording(en: "'\(text)' is neither true nor false", th: "'\(text)' ไม่ใช่ค่าจริงหรือเท็จ"),
      at: place, hint: Wording(en: "write true or false", th: "เขียน true หรือ false"))
  }

  static func wrongPrecision(_ text: String, type: FieldType, at place: Place) -> Diagnostic {
    let (en, th) =
      switch type {
      case .year: ("a year such as 2011 or พ.ศ. 2554", "ปี เช่น 2011 หรือ พ.ศ. 2554")
      case .yearmonth: ("a month such as 2011-10 or ต.ค. 2554", "เดือน เช่น 2011-10 หรือ ต.ค. 2554")
      default: ("a day such as 2011-10-03 or 3 ต.ค. 2554", "วัน เช่น 2011-10-03 หรือ 3 ต.ค. 2554")
      }
    return Diagnostic(
      .error, "bad-date",
      Wording(en: "'\(text)' is not \(en)", th: "'\(text)' ไม่ใช่\(th)"), at: place,
      hint: Wording(
        en: "give the field the type 'period' if days, months and years are mixed",
        th: "ถ้ามีทั้งวัน เดือน และปีปนกัน ให้กำหนดชนิดของคอลัมน์เป็น 'period'"))
  }

  static func belowMinimum(_ text: String, limit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "below-minimum",
      Wording(
        en: "\(text) is below the minimum \(limit)", th: "\(text) ต่ำกว่าค่าต่ำสุด \(limit)"),
      at: place,
      hint: Wording(
        en: "correct the value, or lower 'minimum' in the column's description",
        th: "แก้ค่า หรือลด 'minimum' ในคำอธิบายคอลัมน์"))
  }

  static func aboveMaximum(_ text: String, limit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "above-maximum",
      Wording(
        en: "\(text) is above the maximum \(limit)", th: "\(text) สูงกว่าค่าสูงสุด \(limit)"),
      at: place,
      hint: Wording(
        en: "correct the value, or raise 'maximum' in the column's description",
        th: "แก้ค่า หรือเพิ่ม 'maximum' ในคำอธิบายคอลัมน์"))
  }

  static func tooShort(_ text: String, count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-short",
      Wording(
        en: "'\(text)' has \(count) characters, at least \(limit) are needed",
        th: "'\(text)' มี \(count) ตัวอักษร ต้องมีอย่างน้อย \(limit) ตัว"), at: place,
      hint: Wording(
        en: "correct the value, or lower 'minLength' in the column's description",
        th: "แก้ค่า หรือลด 'minLength' ในคำอธิบายคอลัมน์"))
  }

  static func tooLong(_ text: String, count: Int, limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-long",
      Wording(
        en: "'\(text)' has \(count) characters, at most \(limit) are allowed",
        th: "'\(text)' มี \(count) ตัวอักษร มีได้ไม่เกิน \(limit) ตัว"), at: place,
      hint: Wording(
        en: "shorten the value, or raise 'maxLength' in the column's description",
        th: "ย่อค่าให้สั้นลง หรือเพิ่ม 'maxLength' ในคำอธิบายคอลัมน์"))
  }

  /// - Parameter categories: the allowed values with what readers see of them, which people type.
  static func notAllowed(
    _ text: String, among allowed: [String], _ categories: [Category] = [], at place: Place
  ) -> Diagnostic {
    let meant = categories.first { $0.label?.all.contains(text) ?? false }?.value
    let list = allowed.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "not-allowed",
      Wording(
        en: "'\(text)' is none of the allowed values", th: "'\(text)' ไม่อยู่ในค่าที่กำหนดไว้"),
      at: place,
      hint: meant.map { Wording(en: "write '\($0)'", th: "เขียน '\($0)'") }
        ?? didYouMean(text, among: allowed)
        ?? Wording(en: "allowed are \(list)", th: "ค่าที่ใช้ได้คือ \(list)"))
  }

  static func patternMismatch(
    _ text: String, pattern: String, example: String?, at place: Place
  ) -> Diagnostic {
    let words = PatternWords(pattern)?.wording
    var hint = example.map { Wording(en: "it should look like '\($0)'", th: "ควรเป็นแบบ '\($0)'") }
    if hint == nil, words == nil {
      hint = Wording(
        en: "the form is a regular expression: \(pattern)",
        th: "รูปแบบที่เขียนไว้คือ \(pattern)")
    }
    return Diagnostic(
      .error, "pattern-mismatch",
      Wording(
        en: "'\(text)' does not have the form it must have" + (words.map { ": \($0.en)" } ?? ""),
        th: "'\(text)' ไม่ตรงรูปแบบที่กำหนด" + (words.map { ": \($0.th)" } ?? "")), at: place,
      hint: hint)
  }

  /// A value of which it cannot be found out in reasonable time whether it has its form.
  static func slowPattern(_ text: String, pattern: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "slow-pattern",
      Wording(
        en: "it takes too long to find out whether '\(text)' has the form \(pattern)",
        th: "ตรวจว่า '\(text)' ตรงรูปแบบ \(pattern) หรือไม่ใช้เวลานานเกินไป"), at: place,
      hint: Wording(
        en: "repeat no group in which something repeats already, such as ([a-z]+ ?)+",
        th: "อย่าให้กลุ่มที่ซ้ำได้มีส่วนที่ซ้ำได้อยู่ข้างใน เช่น ([a-z]+ ?)+"))
  }

  static func duplicateValue(_ text: String, firstRow: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-value",
      Wording(
        en: "'\(text)' already stands in row \(firstRow)", th: "'\(text)' ซ้ำกับแถว \(firstRow)"),
      at: place,
      hint: Wording(
        en: "correct one of the two rows, or delete it if it says the same",
        th: "แก้แถวใดแถวหนึ่ง หรือลบออกถ้าเป็นข้อมูลเดียวกัน"))
  }

  static func duplicateKey(
    _ texts: [String], fields: [String], firstRow: Int, at place: Place
  ) -> Diagnostic {
    let (names, values) = (fields.joined(separator: ", "), texts.joined(separator: ", "))
    return Diagnostic(
      .error, "duplicate-key",
      Wording(
        en: "the key (\(names)) = (\(values)) already stands in row \(firstRow)",
        th: "คีย์ (\(names)) = (\(values)) ซ้ำกับแถว \(firstRow)"), at: place,
      hint: Wording(
        en: "correct one of the two rows, or delete it if it says the same",
        th: "แก้แถวใดแถวหนึ่ง หรือลบออกถ้าเป็นข้อมูลเดียวกัน"))
  }

  /// - Parameter orName: whether the name of a row would do as well.
  static func unknownReference(
    _ text: String, resource: String, field: String, orName: Bool = false, near: Wording?,
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-reference",
      orName
        ? Wording(
          en: "'\(text)' is no '\(field)' and no name in table '\(resource)'",
          th: "ตาราง '\(resource)' ไม่มี '\(field)' หรือชื่อ '\(text)'")
        : Wording(
          en: "'\(text)' is not in column '\(field)' of table '\(resource)'",
          th: "ไม่พบ '\(text)' ในคอลัมน์ '\(field)' ของตาราง '\(resource)'"), at: place,
      hint: near
        ?? Wording(
          en: "add a row for it to '\(resource)', or write one that is there",
          th: "เพิ่มแถวในตาราง '\(resource)' หรือใส่รหัสที่มีอยู่"))
  }

  static func datesOutOfOrder(
    start: (name: String, text: String), end: (name: String, text: String), at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "date-order",
      Wording(
        en: "'\(end.name)' \(end.text) lies before '\(start.name)' \(start.text)",
        th: "'\(end.name)' \(end.text) มาก่อน '\(start.name)' \(start.text)"), at: place,
      hint: Wording(
        en: "correct the date that is wrong",
        th: "แก้วันที่ที่ผิด"))
  }
}

extension Wording {
  /// The note on the last mistake of a kind that is told in full.
  static func more(_ count: Int, lastRow: Int) -> Wording {
    Wording(
      en: "and \(count) more like it, the last in row \(lastRow)",
      th: "และอีก \(count) รายการแบบเดียวกัน รายการสุดท้ายอยู่แถว \(lastRow)")
  }
}

extension CellMistake {
  /// Under which name mistakes are counted.
  var code: String {
    switch self {
    case .date: "date"
    case .number, .notWhole, .qualified: "number"
    case .notBoolean: "boolean"
    case .precision: "precision"
    case .privateData(let finding): finding.kind.code
    }
  }

  /// The mistake as the user is told.
  func diagnostic(_ text: String, type: FieldType, at place: Place) -> Diagnostic {
    switch self {
    case .date(let mistake): .badDate(text, mistake, at: place)
    case .number(let mistake): .badNumber(text, mistake, at: place)
    case .notWhole: .notWhole(text, at: place)
    case .qualified(let bound): .qualifiedNumber(text, bound, at: place)
    case .notBoolean: .notBoolean(text, at: place)
    case .precision(let type): .wrongPrecision(text, type: type, at: place)
    case .privateData(let finding): .privateCell(finding, at: place)
    }
  }
}
