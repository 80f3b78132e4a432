import SaanText

// The catalogue of rows that are none of their table's.

extension Diagnostic {
  /// A row that adds up others.
  ///
  /// - Parameter isSaid: whether the table's description says that such rows are none of it.
  static func totalRow(_ text: String, isSaid: Bool, at place: Place) -> Diagnostic {
    let what =
      text.isEmpty
      ? Wording(
        en:
          "this row has no name and no place, and its numbers are the sums of those above: it is a total, and is left out",
        th: "แถวนี้ไม่มีชื่อและพื้นที่ และตัวเลขเท่ากับผลรวมของแถวข้างบน จึงเป็นแถวรวม ไม่อ่านเป็นข้อมูล")
      : TotalRows.isStatistic(text)
        ? Wording(
          en: "this row is worked out from others ('\(text)'), and is left out",
          th: "แถวนี้คิดมาจากแถวอื่น ('\(text)') จึงไม่อ่านเป็นข้อมูล")
        : Wording(
          en: "this row is a total ('\(text)'), and is left out: the program adds up itself",
          th: "แถวนี้เป็นแถวรวม ('\(text)') จึงไม่อ่านเป็นข้อมูล โปรแกรมรวมยอดให้เอง")
    return Diagnostic(
      isSaid ? .note : .warning, "total-row", what, at: place,
      hint: isSaid
        ? nil
        : Wording(
          en:
            "delete it, or say in the description of the table: dialect: {totalRows: skip}; of a record that is none, totalRows: keep",
          th:
            "ลบแถวนี้ออก หรือเขียนในคำอธิบายตารางว่า dialect: {totalRows: skip} ถ้าแถวนี้ไม่ใช่แถวรวม ให้เขียน totalRows: keep"
        ))
  }

  /// A row that has the headings once more.
  static func repeatedHead(at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "repeated-head",
      Wording(
        en: "this row repeats the head of the table, and is left out",
        th: "แถวนี้เป็นหัวตารางซ้ำ จึงไม่อ่านเป็นข้อมูล"), at: place,
      hint: Wording(
        en: "delete it: to print the head on each page, Excel has 'Print Titles'",
        th: "ลบแถวนี้ออก ถ้าต้องการให้หัวตารางพิมพ์ทุกหน้า ใช้ 'พิมพ์ชื่อเรื่อง' ของ Excel"))
  }
}
