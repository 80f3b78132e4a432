import SaanText

// The catalogue of what can be wrong with what a number promises.

extension Diagnostic {
  static func qualifiedNumber(_ text: String, _ bound: Bound, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-number",
      Wording(
        en: "'\(text)' is not an exact number, and this column can keep none but exact ones",
        th: "'\(text)' ไม่ใช่จำนวนพอดี แต่คอลัมน์นี้เก็บได้เฉพาะจำนวนพอดี"), at: place,
      hint: Wording(
        en:
          "such a value belongs in the table observations, with '\(bound.rawValue)' in its column bound; here write an exact number, or leave the cell empty",
        th:
          "ค่าแบบนี้บันทึกในตาราง observations และใส่ '\(bound.rawValue)' ในคอลัมน์ bound ของตารางนั้น ส่วนช่องนี้ให้เขียนจำนวนพอดี หรือเว้นว่างไว้"
      ))
  }

  static func boundContradiction(
    _ text: String, _ bound: Bound, column: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "bound-contradiction",
      Wording(
        en: "'\(text)' says '\(bound.rawValue)', but the column bound says '\(column)'",
        th: "'\(text)' หมายถึง '\(bound.rawValue)' แต่คอลัมน์ bound ระบุ '\(column)'"), at: place,
      hint: Wording(
        en: "look at the source's words, then write the number alone and the right word in bound",
        th: "ดูคำที่แหล่งข้อมูลใช้ แล้วเขียนเฉพาะตัวเลขในช่องนี้ และใส่คำที่ถูกต้องในคอลัมน์ bound"))
  }

  static func boundUnlikeQuote(_ bound: Bound, quoted: Bound, at place: Place) -> Diagnostic {
    let word = LanguageWords.thai.qualifier(quoted) ?? ""
    let english = LanguageWords.english.qualifier(quoted) ?? ""
    return Diagnostic(
      .warning, "bound-unlike-quote",
      Wording(
        en:
          "the quote says \u{201C}\(english)\u{201D}, but the value is given as '\(bound.rawValue)'",
        th: "ข้อความที่คัดมาบอกว่า “\(word)” แต่ค่านี้ระบุเป็น '\(bound.rawValue)'"), at: place,
      hint: Wording(
        en: "write '\(quoted.rawValue)' in the column bound",
        th: "ใส่ '\(quoted.rawValue)' ในคอลัมน์ bound"))
  }

  static func boundWithoutValue(_ bound: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bound-without-value",
      Wording(
        en: "the bound '\(bound)' belongs to no value", th: "ขอบเขต '\(bound)' ไม่มีค่าให้ขยายความ"),
      at: place,
      hint: Wording(
        en: "fill in the value, or leave bound empty", th: "ใส่ค่า หรือเว้นช่อง bound ให้ว่าง"))
  }
}
