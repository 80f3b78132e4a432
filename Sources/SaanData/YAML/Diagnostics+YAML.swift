import SaanText

// The catalogue of what can be wrong with nested values, before anything is known of them.

extension Diagnostic {
  static func tooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "too-deep",
      Wording(
        en: "values are nested deeper than \(limit) levels", th: "ค่าซ้อนกันลึกเกิน \(limit) ชั้น"),
      at: place,
      hint: Wording(
        en: "write it with fewer values inside others",
        th: "ลดการซ้อนค่าในค่าลง"))
  }

  static func aliasAsKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "alias-as-key",
      Wording(en: "a '*' reference can't be a key", th: "ใช้การอ้าง '*' เป็นคีย์ไม่ได้"), at: place,
      hint: Wording(
        en: "write the key itself",
        th: "เขียนคีย์นั้นโดยตรง"))
  }
}
