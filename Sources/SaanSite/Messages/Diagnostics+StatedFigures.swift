import SaanData
import SaanText

/// The mistakes about figures that texts state, with their wording.
extension Diagnostic {
  /// A figure that is asked for where its source says that there is no number.
  static func figureWithoutNumber(
    _ value: Observation, _ id: String, of area: String, at place: Place
  ) -> Diagnostic {
    let isNone = value.status.contains(.notApplicable)
    return Diagnostic(
      .error, "no-figure-value",
      isNone
        ? Wording(
          en: "the figure '\(id)' can have no value for the area '\(area)': its status is N",
          th: "ตัวเลข '\(id)' ไม่อาจมีค่าสำหรับพื้นที่ '\(area)' เพราะ status เป็น N")
        : Wording(
          en: "the value of the figure '\(id)' for the area '\(area)' is missing: its status is O",
          th: "ตัวเลข '\(id)' สำหรับพื้นที่ '\(area)' ไม่มีค่า เพราะ status เป็น O"), at: place,
      hint: Wording(
        en: "say in words that there is no number, or leave the sentence out",
        th: "เขียนเป็นคำว่าไม่มีตัวเลข หรือตัดประโยคนี้ออก"))
  }

  /// How a text says a figure without typing it.
  enum FigureForm {
    /// By a call in place of the number.
    case stated
    /// By what the call around it is given.
    case inCall
    /// Not at all: a call of the same source gives another value.
    case unsaid
  }

  /// A value that is typed where a call should state it.
  static func typedFigure(
    _ number: String, indicator: String, area: String, source: String?, form: FigureForm,
    at place: Place
  ) -> Diagnostic {
    let arguments =
      (area == "TH" ? "" : ", area=\"\(area)\"") + (source.map { ", source=\"\($0)\"" } ?? "")
    let call = "{{ figure(\"\(indicator)\"\(arguments)) }}"
    return Diagnostic(
      .warning, "typed-figure",
      Wording(
        en: "the number \(number) is typed, but it is a value of the figure '\(indicator)'",
        th: "ตัวเลข \(number) พิมพ์ไว้ตรง ๆ ทั้งที่เป็นค่าของตัวเลข '\(indicator)'"), at: place,
      hint: form.hint(call, indicator))
  }

  static func doubledBound(_ bound: Bound, figure: String, at place: Place) -> Diagnostic {
    let en = LanguageWords.english.qualifier(bound) ?? ""
    let th = LanguageWords.thai.qualifier(bound) ?? ""
    return Diagnostic(
      .warning, "doubled-bound",
      Wording(
        en:
          "the figure '\(figure)' says \u{201C}\(en)\u{201D} itself, and a word beside it says how exact it is once more",
        th: "ตัวเลข '\(figure)' มีคำว่า “\(th)” อยู่แล้ว คำที่อยู่ติดกันจึงซ้ำ"), at: place,
      hint: Wording(
        en: "delete the word beside {{ figure(…) }}", th: "ลบคำที่อยู่ติดกับ {{ figure(…) }}"))
  }

  /// A word such as “more than” beside a figure that its source gives exactly.
  static func boundBesideExact(_ said: Bound, figure: String, at place: Place) -> Diagnostic {
    let en = LanguageWords.english.qualifier(said) ?? ""
    let th = LanguageWords.thai.qualifier(said) ?? ""
    return Diagnostic(
      .warning, "bound-beside-exact",
      Wording(
        en: "the figure '\(figure)' is exact, and a word beside it says \u{201C}\(en)\u{201D}",
        th: "ตัวเลข '\(figure)' เป็นค่าที่แน่นอน แต่คำที่อยู่ติดกันบอกว่า “\(th)”"), at: place,
      hint: Wording(
        en:
          "delete the word, or write \(said.rawValue) in 'bound' of the figure's row, if its source says so",
        th: "ลบคำนั้น หรือถ้าต้นทางบอกไว้เช่นนั้น ให้เขียน \(said.rawValue) ในคอลัมน์ bound ของแถวตัวเลขนี้"))
  }

  /// Digits or a sign without a space before or behind a figure.
  static func gluedToFigure(_ figure: String, _ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "glued-to-figure",
      Wording(
        en: "'\(text)' touches the figure '\(figure)', so readers take it for a part of its number",
        th: "'\(text)' ติดกับตัวเลข '\(figure)' ผู้อ่านจะอ่านรวมเป็นตัวเลขเดียวกัน"), at: place,
      hint: Wording(
        en: "delete it, or put a word between the two", th: "ลบออก หรือเขียนคำคั่นไว้ตรงกลาง"))
  }

  /// A word behind a figure that makes its number one of something else, or many times as large.
  static func otherUnit(_ figure: String, said: String, unit: String?, at place: Place)
    -> Diagnostic
  {
    let own = unit.map { (en: ", whose unit is '\($0)',", th: " ซึ่งมีหน่วยเป็น '\($0)'") }
    return Diagnostic(
      .warning, "other-unit",
      Wording(
        en: "behind the figure '\(figure)'\(own?.en ?? "") stands '\(said)'",
        th: "หลังตัวเลข '\(figure)'\(own?.th ?? "") มีคำว่า '\(said)'"), at: place,
      hint: Wording(
        en: "delete '\(said)', and leave out unit=false: the figure shows its own unit",
        th: "ลบคำว่า '\(said)' และไม่ต้องเขียน unit=false ระบบจะแสดงหน่วยของตัวเลขให้เอง"))
  }

  /// A day in a sentence that is not the one of the figure in it: a newer value has come since.
  ///
  /// - Parameter source: the one that has a value of that day.
  static func otherDate(
    _ said: CalendarDate, than own: CalendarDate, figure: String, source: String?, at place: Place
  ) -> Diagnostic {
    let ofSource = source.map { (en: ", or add source=\"\($0)\"", th: " หรือเพิ่ม source=\"\($0)\"") }
    let words = [Language.english, .thai].map { Prose($0, bindsNumbers: false).asOf(said) }
    return Diagnostic(
      .warning, "other-date",
      Wording(
        en:
          "the sentence says \u{201C}\(words[0])\u{201D}, but the figure '\(figure)' is of \(own.text(in: .english))",
        th:
          "ประโยคนี้บอกว่า “\(words[1])” แต่ตัวเลข '\(figure)' เป็นของ \(own.text(in: .thai))"
      ),
      at: place,
      hint: Wording(
        en:
          "bring the day up to date or leave it out, for the source is told below the text\(ofSource?.en ?? "")",
        th:
          "แก้วันที่ให้ตรงกับตัวเลข หรือไม่ต้องใส่ เพราะแหล่งข้อมูลและวันที่อยู่ท้ายเนื้อหาแล้ว\(ofSource?.th ?? "")"))
  }

  static func doubledUnit(_ indicator: String, word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "doubled-unit",
      Wording(
        en: "the figure '\(indicator)' shows its unit, so '\(word)' is said twice",
        th: "ตัวเลข '\(indicator)' แสดงหน่วยนับอยู่แล้ว คำว่า '\(word)' จึงซ้ำกัน"), at: place,
      hint: Wording(
        en: "delete '\(word)', or write unit=false in the shortcode to show the number alone",
        th: "ลบคำว่า '\(word)' หรือเขียน unit=false ในชอร์ตโค้ด เพื่อแสดงเฉพาะตัวเลข"))
  }
}

extension Diagnostic.FigureForm {
  /// - Parameter call: the call that states the figure.
  fileprivate func hint(_ call: String, _ indicator: String) -> Wording {
    switch self {
    case .stated:
      Wording(
        en: "write \(call), so that it changes with the data",
        th: "เขียน \(call) ตัวเลขจะได้เปลี่ยนตามข้อมูล")
    case .inCall:
      Wording(
        en:
          "let the shortcode take it from the data, as chart does with figure=\"\(indicator)\", or say it without the number",
        th:
          "ให้ชอร์ตโค้ดใช้ค่าจากตารางข้อมูล เช่น chart ที่เขียน figure=\"\(indicator)\" หรือเขียนโดยไม่ใส่ตัวเลข")
    case .unsaid:
      Wording(
        en: "say it without the number: its source has another value that is shown",
        th: "เขียนโดยไม่ใส่ตัวเลข เพราะแหล่งข้อมูลเดียวกันมีอีกค่าที่ใช้แสดง")
    }
  }
}
