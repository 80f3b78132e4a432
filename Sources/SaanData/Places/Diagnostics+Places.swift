import SaanText

// The catalogue of names of places that stand in columns of others.

extension Diagnostic {
  /// A name that is of an area, and none of those that the column is for.
  static func areaOfOtherColumn(
    _ text: String, _ area: Area, column kind: AreaClass, at place: Place
  ) -> Diagnostic {
    let (own, wanted) = (area.areaClass, kind)
    return Diagnostic(
      .error, "unknown-area",
      Wording(
        en:
          "'\(text)' is a \(own.rawValue) (\(area.code)), and this column is for a \(wanted.rawValue)",
        th: "'\(text)' เป็น\(own.thai) (\(area.code)) แต่คอลัมน์นี้เป็น\(wanted.thai)"), at: place,
      hint: Wording(
        en:
          "write the \(wanted.rawValue); if the row adds up others, begin it with 'รวม' or delete it",
        th: "เขียน\(wanted.thai) ถ้าแถวนี้เป็นผลรวมของแถวอื่น ให้ขึ้นต้นด้วย 'รวม' หรือลบแถวออก"))
  }

  /// The word for a total with a place, where the place of a row belongs.
  static func totalAmongPlaces(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-area",
      Wording(
        en: "'\(text)' is no place, and the row may add up others",
        th: "'\(text)' ไม่ใช่ชื่อพื้นที่ แถวนี้อาจเป็นแถวรวม"), at: place,
      hint: Wording(
        en: "if it is a total, write 'รวม' alone or delete the row: the program adds up itself",
        th: "ถ้าเป็นแถวรวม ให้เขียนว่า 'รวม' หรือลบแถวออก โปรแกรมรวมยอดให้เอง"))
  }
}
