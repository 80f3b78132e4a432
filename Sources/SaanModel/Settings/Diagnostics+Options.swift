import SaanData
import SaanText

/// What can be wrong with what a site chooses of its theme.
extension Diagnostic {
  /// A colour that can't be read where the theme uses it.
  static func faintColour(
    _ colour: String, on background: String, ratio: String, nearest: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, "faint-colour",
      Wording(
        en: "'\(colour)' on '\(background)' has a contrast of \(ratio):1, and text needs 4.5:1",
        th: "สี '\(colour)' บนพื้น '\(background)' ต่างกัน \(ratio):1 ตัวหนังสือต้องต่างอย่างน้อย 4.5:1"),
      at: span.place,
      hint: nearest.map {
        Wording(en: "the nearest colour that can be read is '\($0)'", th: "สีใกล้ที่สุดที่อ่านได้คือ '\($0)'")
      })
  }

  /// A file that a site names for its theme, which looks for it in `theme/assets/` alone.
  static func unknownSiteAsset(
    _ name: String, at span: SourceSpan, among known: some Sequence<String>
  ) -> Diagnostic {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let near = known.contains(last) ? last : closestName(to: last, among: known)
    let isBelow = name.contains("/") && !name.hasPrefix("assets/") && !name.hasPrefix("theme/")
    let move =
      isBelow
      ? Wording(
        en: "put the file there, as theme/assets/\(name)",
        th: "วางไฟล์ไว้ที่นั่น เป็น theme/assets/\(name)")
      : Wording(
        en: "put the file into theme/assets/ and write its name alone: \(last)",
        th: "วางไฟล์ไว้ใน theme/assets/ แล้วเขียนเฉพาะชื่อไฟล์: \(last)")
    return Diagnostic(
      .error, "unknown-asset",
      Wording(
        en: "there is no file '\(name)' in theme/assets/",
        th: "ไม่มีไฟล์ '\(name)' ใน theme/assets/"), at: span.place,
      hint: near.map { Wording(en: "did you mean '\($0)'?", th: "หมายถึง '\($0)' หรือไม่") } ?? move)
  }

  static func unquotedColour(_ name: String, _ colour: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-colour",
      Wording(
        en: "the colour of '\(name)' is taken for a remark, for a remark begins with #",
        th: "สีของ '\(name)' ถูกอ่านเป็นหมายเหตุ เพราะ # คือเครื่องหมายเริ่มหมายเหตุ"), at: span.place,
      hint: Wording(
        en: "put it in quotation marks: \(name): \"\(colour)\"",
        th: "ใส่เครื่องหมายคำพูดครอบ: \(name): \"\(colour)\""))
  }
}
