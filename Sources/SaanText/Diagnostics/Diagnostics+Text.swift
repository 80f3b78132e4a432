/// The diagnostics about dates, numbers and Thai text that users write.
extension Diagnostic {
  /// The text is not a date, or one of the wrong era.
  public static func badDate(
    _ text: String, _ mistake: DateMistake, at place: Place? = nil
  ) -> Diagnostic {
    let code =
      switch mistake {
      case .buddhistYearAsGregorian, .gregorianYearAsBuddhist, .convertedTwice: "wrong-era"
      default: "bad-date"
      }
    let reason = mistake.wording
    let message =
      switch mistake {
      case .unreadable: Wording(en: "'\(text)' \(reason.en)", th: "'\(text)' \(reason.th)")
      default: Wording(en: "date '\(text)': \(reason.en)", th: "วันที่ '\(text)': \(reason.th)")
      }
    return Diagnostic(.error, code, message, at: place, hint: mistake.hint)
  }

  /// The text is not a number.
  public static func badNumber(
    _ text: String, _ mistake: NumberMistake, at place: Place? = nil
  ) -> Diagnostic {
    let reason = mistake.wording
    let hint = Wording(
      en: "write digits alone or 20,412.35, and the unit in its own field",
      th: "เขียนเฉพาะตัวเลขหรือแบบ 20,412.35 และแยกหน่วยไว้ในช่องของหน่วย")
    return Diagnostic(
      .error, "bad-number",
      Wording(en: "number '\(text)': \(reason.en)", th: "ตัวเลข '\(text)': \(reason.th)"),
      at: place, hint: hint)
  }

  /// Thai text that is typed wrong.
  public static func thaiText(_ issue: ThaiTextIssue, at place: Place) -> Diagnostic {
    let hint =
      issue.suggestion.isEmpty
      ? Wording(en: "delete it", th: "ลบออก")
      : Wording(en: "write '\(issue.suggestion)'", th: "เขียน '\(issue.suggestion)'")
    return Diagnostic(.warning, "thai-text", issue.kind.wording, at: place, hint: hint)
  }
}
