import SaanText

// The catalogue of rows that are none of their table's.

extension Diagnostic {
  /// A row that adds up others.
  ///
  /// - Parameter isSaid: whether the table's description says that such rows are none of it.
  static func totalRow(_ text: String, isSaid: Bool, at place: Place) -> Diagnostic {
    let what =
      TotalRows.isStatistic(text)
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
}
