import SaanText

// The catalogue of what a draft of a description had to decide.

extension Diagnostic {
  /// A column that is read as what nearly all of its values are.
  static func mixedColumn(
    _ heading: String, _ mixture: TypeTally.Mixture, at place: Place
  ) -> Diagnostic {
    let type = mixture.type.words
    return Diagnostic(
      .warning, "mixed-column",
      Wording(
        en:
          "\(mixture.fitting) of \(mixture.count) values of '\(heading)' are \(type.en), so all are to be: this is the first one that is not",
        th:
          "'\(heading)' มี\(type.th) \(mixture.fitting) ใน \(mixture.count) ค่า จึงอ่านทั้งคอลัมน์เป็น\(type.th) แถวนี้เป็นแถวแรกที่ไม่ใช่"
      ),
      at: place,
      hint: Wording(
        en: "correct the cells that are told; if the column is text: --text \(word(heading))",
        th: "แก้เซลล์ที่แจ้งไว้ ถ้าคอลัมน์นี้เป็นข้อความ ใช้ --text \(word(heading))"))
  }

  /// A column that is text, though many of its values are something else.
  static func textColumn(
    _ heading: String, _ doubt: TypeTally.Mixture, at place: Place
  ) -> Diagnostic {
    let type = doubt.type.words
    return Diagnostic(
      .warning, "text-column",
      Wording(
        en:
          "'\(heading)' is read as text: \(doubt.fitting) of \(doubt.count) values are \(type.en), and this is the first one that is not",
        th:
          "อ่าน '\(heading)' เป็นข้อความ เพราะมี\(type.th)เพียง \(doubt.fitting) ใน \(doubt.count) ค่า แถวนี้เป็นแถวแรกที่ไม่ใช่"
      ),
      at: place,
      hint: Wording(
        en:
          "text is not added up, sorted by size or drawn: write \(type.en) in all cells, or leave it; if text is meant: --text \(word(heading))",
        th:
          "ข้อความนำไปรวมยอด เรียงตามขนาด หรือทำแผนภูมิไม่ได้ ให้เขียนเป็น\(type.th)ทุกเซลล์ ถ้าตั้งใจให้เป็นข้อความ ใช้ --text \(word(heading))"
      ))
  }

  /// A number of at most 1 in a column in which others have a `%`.
  static func mixedShares(_ heading: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "mixed-shares",
      Wording(
        en: "'\(heading)' has cells with '%', and this number of at most 1 has none",
        th: "'\(heading)' มีเซลล์ที่มี '%' แต่ตัวเลขไม่เกิน 1 ในเซลล์นี้ไม่มี"), at: place,
      hint: Wording(
        en: "it is read as per cent, 0.5 as 0.5 %: write 50% if a half is meant",
        th: "โปรแกรมอ่านเป็นร้อยละ คือ 0.5 เป็นร้อยละ 0.5 ถ้าหมายถึงครึ่งหนึ่ง ให้เขียน 50%"))
  }

  /// A head with a number in it.
  static func numberAbove(_ heading: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "heading-number",
      Wording(
        en: "'\(heading)' in the head is a number: the first row may be one of the table's rows",
        th: "'\(heading)' ในหัวตารางเป็นตัวเลข แถวแรกอาจเป็นแถวข้อมูล"), at: place,
      hint: Wording(
        en: "write the names of the columns in a row above the data, then read the file again",
        th: "เขียนชื่อคอลัมน์ไว้ในแถวเหนือข้อมูล แล้วอ่านไฟล์อีกครั้ง"))
  }

  /// A column that was said to be text and is not there.
  static func noColumnOfText(
    _ name: String, among headings: [String], at place: Place
  ) -> Diagnostic {
    let list = headings.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "text-of-nothing",
      Wording(
        en: "no column is headed '\(name)', as --text says",
        th: "ไม่มีคอลัมน์ที่หัวเป็น '\(name)' ตามที่ระบุใน --text"), at: place,
      hint: didYouMean(name, among: headings)
        ?? Wording(en: "the headings are \(list)", th: "หัวคอลัมน์คือ \(list)"))
  }

  private static func word(_ heading: String) -> String {
    heading.contains { $0.isWhitespace || "()'".contains($0) } ? "\"\(heading)\"" : heading
  }
}

extension FieldType {
  /// What its values are called.
  package var words: Wording {
    switch self {
    case .string, .any: Wording(en: "text", th: "ข้อความ")
    case .integer: Wording(en: "whole numbers", th: "จำนวนเต็ม")
    case .number: Wording(en: "numbers", th: "ตัวเลข")
    case .boolean: Wording(en: "yes or no", th: "ใช่หรือไม่ใช่")
    case .date: Wording(en: "days", th: "วันที่")
    case .year: Wording(en: "years", th: "ปี")
    case .yearmonth: Wording(en: "months", th: "เดือน")
    case .period: Wording(en: "dates", th: "วัน เดือน หรือปี")
    case .image: Wording(en: "pictures", th: "รูปภาพ")
    }
  }
}
