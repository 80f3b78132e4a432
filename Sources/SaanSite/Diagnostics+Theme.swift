import SaanData
import SaanText

/// Every mistake in a theme, or in what a site says to its theme, with its wording.
extension Diagnostic {
  static func missingContract(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "wrong-contract",
      Wording(
        en: "the theme does not say which contract it needs", th: "ธีมไม่ได้บอกว่าต้องการสัญญารุ่นใด"),
      at: file.start.place,
      hint: Wording(
        en: "write 'contract: \"\(themeContract)\"'", th: "เขียน 'contract: \"\(themeContract)\"'"))
  }

  static func incompleteOption(_ name: Located<String>, lacks key: String) -> Diagnostic {
    Diagnostic(
      .error, "incomplete-option",
      Wording(
        en: "the option '\(name.value)' lacks '\(key)'", th: "ตัวเลือก '\(name.value)' ขาด '\(key)'"),
      at: name.span.place)
  }

  static func unknownOption(
    _ name: Located<String>, of theme: String, among known: [String]
  ) -> Diagnostic {
    let all = known.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-option",
      Wording(
        en: "the theme '\(theme)' has no option '\(name.value)'",
        th: "ธีม '\(theme)' ไม่มีตัวเลือก '\(name.value)'"), at: name.span.place,
      hint: didYouMean(name.value, among: known)
        ?? (known.isEmpty ? nil : Wording(en: "its options are \(all)", th: "ตัวเลือกคือ \(all)")))
  }

  static func unknownAsset(
    _ name: String, at span: SourceSpan, among known: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-asset",
      Wording(en: "there is no file 'assets/\(name)'", th: "ไม่มีไฟล์ 'assets/\(name)'"),
      at: span.place, hint: didYouMean(name, among: known))
  }

  static func renamedTemplate(
    _ file: SourceFile, _ new: String, by theme: String, to path: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "renamed-template",
      Wording(
        en: "the theme '\(theme)' calls this template '\(new)' now, so this file changes nothing",
        th: "ธีม '\(theme)' เปลี่ยนชื่อแม่แบบนี้เป็น '\(new)' แล้ว ไฟล์นี้จึงไม่มีผล"),
      at: .file(path: file.path),
      hint: Wording(en: "rename it to \(path)", th: "เปลี่ยนชื่อเป็น \(path)"))
  }

  static func renamedToNothing(_ new: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "renamed-template",
      Wording(en: "there is no template '\(new.value)'", th: "ไม่มีแม่แบบ '\(new.value)'"),
      at: new.span.place, hint: didYouMean(new.value, among: known))
  }

  static func unusedTemplate(
    _ name: String, _ file: SourceFile, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unused-template",
      Wording(
        en: "the theme has no template '\(name)' that this could replace, and nothing else uses it",
        th: "ธีมไม่มีแม่แบบ '\(name)' ให้ไฟล์นี้แทนที่ และไม่มีที่ใดใช้ไฟล์นี้"),
      at: .file(path: file.path), hint: didYouMean(name, among: known))
  }

  static func unaskedPhrase(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "unused-phrase",
      Wording(en: "no template asks for the phrase '\(key)'", th: "ไม่มีแม่แบบใดใช้วลี '\(key)'"),
      at: span.place)
  }
}
