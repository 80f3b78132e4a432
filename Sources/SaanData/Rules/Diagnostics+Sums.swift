import SaanText

/// What is told of parts and wholes that do not agree.
extension Diagnostic {
  static func partsDiffer(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, rows: [Int], isComplete: Bool,
    at place: Place
  ) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    return Diagnostic(
      .warning, "parts-differ",
      isComplete
        ? Wording(
          en: "the parts of '\(indicator)' add up to \(sum.english), not \(total.english)",
          th: "ส่วนย่อยของ '\(indicator)' รวมกันได้\(sum.thai) ไม่ใช่\(total.thai)")
        : Wording(
          en:
            "some parts of '\(indicator)' already come to \(sum.english), and the whole to \(total.english)",
          th: "ส่วนย่อยบางส่วนของ '\(indicator)' รวมกันได้\(sum.thai) เกินทั้งหมดซึ่งมี\(total.thai)"),
      at: place,
      hint: Wording(
        en: "check rows \(list); if the source says so, keep them and note it",
        th: "ตรวจแถว \(list) ถ้าต้นทางเป็นเช่นนั้น ให้คงไว้และหมายเหตุ"))
  }

  static func areasDiffer(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, area: Area, reported: Int,
    expected: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "areas-differ",
      Wording(
        en: """
          \(reported) of \(expected) areas in \(area.code) add up to \(sum.english), but \
          '\(indicator)' is given as \(total.english)
          """,
        th: """
          \(reported) จาก \(expected) พื้นที่ใน \(area.code) รวมกันได้\(sum.thai) แต่ \
          '\(indicator)' ระบุ\(total.thai)
          """), at: place,
      hint: Wording(
        en: "check the areas' values, or whether one is missing",
        th: "ตรวจค่าของพื้นที่ย่อย หรือพื้นที่ที่ขาดไป"))
  }

  static func registerDiffers(
    _ value: BoundedNumber, computed: ExactNumber, rows: Int, table: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "register-differs",
      Wording(
        en:
          "\(value.english) is published, but \(rows) rows of '\(table)' come to \(computed.text())",
        th: "เผยแพร่\(value.thai) แต่ \(rows) แถวของ '\(table)' รวมได้ \(computed.text())"),
      at: place,
      hint: Wording(
        en: "check whether the register is complete, and of the same date",
        th: "ตรวจว่าทะเบียนครบและเป็นของวันเดียวกัน"))
  }

  /// A value of the areas in one around them, from other sources or of other days of its time, that
  /// make more than it.
  static func areasExceed(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, area: Area, rows: [Int],
    isSum: Bool, at place: Place
  ) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    let verb = isSum ? Wording(en: "add up", th: "รวมกันได้") : Wording(en: "come", th: "มีค่าถึง")
    return Diagnostic(
      .warning, "areas-differ",
      Wording(
        en: """
          areas in \(area.code) \(verb.en) to \(sum.english), but '\(indicator)' is given as \
          \(total.english) there
          """,
        th: """
          พื้นที่ใน \(area.code) \(verb.th)\(sum.thai) แต่ '\(indicator)' \
          ทั้งพื้นที่ระบุ\(total.thai)
          """), at: place,
      hint: Wording(
        en: "check rows \(list); where they count something else, say what in 'name'",
        th: "ตรวจแถว \(list) ถ้านับคนละสิ่ง ให้บอกว่านับอะไรในคอลัมน์ name"))
  }

  static func ratioDiffers(
    _ value: BoundedNumber, _ part: ExactNumber, of whole: ExactNumber, makes result: ExactNumber,
    at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ratio-differs",
      Wording(
        en:
          "the value is \(value.english), but \(part.text()) of \(whole.text()) make \(result.text())",
        th: "ค่าคือ\(value.thai) แต่ \(part.text()) จาก \(whole.text()) ได้ \(result.text())"),
      at: place,
      hint: Wording(
        en: "check 'value', 'numerator' and 'denominator'; sums are made of the latter two",
        th: "ตรวจคอลัมน์ value, numerator และ denominator เพราะยอดรวมคิดจากสองคอลัมน์หลัง"))
  }
}
