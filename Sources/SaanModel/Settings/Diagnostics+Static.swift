import SaanData
import SaanText

/// What can be wrong with the patterns of fixed files.
extension Diagnostic {
  static func badStaticGlob(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-static",
      Wording(
        en: "'\(text.value)' does not name files of the site",
        th: "'\(text.value)' ไม่ได้ระบุไฟล์ของเว็บ"), at: text.span.place,
      hint: Wording(
        en: "write a path from the site's folder or from static/, such as files/** or favicon.ico",
        th: "เขียนพาธจากโฟลเดอร์ของเว็บหรือจาก static/ เช่น files/** หรือ favicon.ico"))
  }
}
