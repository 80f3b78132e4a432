import SaanData
import SaanText

// The catalogue of what must not be published about people.

extension Diagnostic {
  /// An entry of `privacy.allow` that nothing needs.
  static func unusedAllowance(_ entry: Located<String>) -> Diagnostic {
    Diagnostic(
      .note, "unused-allowance",
      Wording(
        en: "'\(entry.value)' is allowed, but published nowhere",
        th: "อนุญาต '\(entry.value)' ไว้ แต่ไม่มีหน้าใดใช้"),
      at: entry.span.place,
      hint: Wording(en: "take it out of privacy.allow", th: "ลบออกจาก privacy.allow"))
  }

  /// Personal data in the name of a file.
  static func privateName(_ finding: PrivateData.Finding, _ path: String) -> Diagnostic {
    // The path itself would show it, so only the folder is the place.
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let words = Diagnostic.privateText(finding, at: .file(path: folder))
    return Diagnostic(
      words.severity, words.code,
      Wording(
        en: "the name of a file in this folder: \(words.message.en)",
        th: "ชื่อไฟล์ในโฟลเดอร์นี้: \(words.message.th)"),
      at: words.place, hint: Wording(en: "rename the file", th: "เปลี่ยนชื่อไฟล์"))
  }

  /// Personal data inside a document, an archive or a file of another encoding.
  static func privateDocument(_ finding: PrivateData.Finding, _ path: String) -> Diagnostic {
    let words = Diagnostic.privateText(finding, at: .file(path: path))
    return Diagnostic(
      words.severity, words.code,
      Wording(
        en: "inside the file: \(words.message.en)", th: "ในไฟล์นี้: \(words.message.th)"),
      at: words.place, hint: words.hint)
  }

  /// A file that nobody but a person can look through: it is broken, locked, a picture, or of a
  /// kind that the program does not read.
  static func unreadFile(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      .warning, "unread-file",
      Wording(
        en: "the file, or a part of it, could not be read for personal data",
        th: "อ่านไฟล์นี้ หรือบางส่วนของไฟล์ เพื่อหาข้อมูลส่วนบุคคลไม่ได้"),
      at: .file(path: path),
      hint: Wording(
        en:
          "open it and look for people's numbers and addresses yourself; if there are none, list it in site.yaml: privacy: {allow: [\(name)]}",
        th:
          "เปิดดูเองว่าไม่มีเลขประจำตัว เบอร์โทร หรืออีเมลของบุคคล ถ้าไม่มี ให้เพิ่มใน site.yaml: privacy: {allow: [\(name)]}"
      ))
  }

  /// A person's name in what a document says about itself.
  static func documentAuthor(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "document-author",
      Wording(
        en: "the properties or comments of the document name a person: '\(name)'",
        th: "คุณสมบัติหรือความคิดเห็นในเอกสารมีชื่อบุคคล '\(name)'"),
      at: .file(path: path),
      hint: Wording(
        en:
          "remove it (in Word and Excel: File › Info › Inspect Document; in a PDF: save it again without properties), or list the name in site.yaml: privacy: {allow: [...]}",
        th:
          "ลบออก (ใน Word และ Excel: ไฟล์ › ข้อมูล › ตรวจสอบเอกสาร ใน PDF: บันทึกใหม่โดยไม่มีคุณสมบัติ) หรือเพิ่มชื่อใน site.yaml: privacy: {allow: [...]}"
      ))
  }

  /// The folder on somebody's computer that a document names.
  static func documentFolder(_ folder: String, of name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "document-folder",
      Wording(
        en: "the document names a folder of somebody's computer: '\(folder)'",
        th: "เอกสารมีชื่อโฟลเดอร์ในเครื่องของผู้ใช้คนหนึ่ง '\(folder)'"),
      at: .file(path: path),
      hint: Wording(
        en:
          "save the document again where no name is in the way to it, with linked files put into it; or, if everybody may know the name, list it in site.yaml: privacy: {allow: [\(name)]}",
        th:
          "บันทึกเอกสารใหม่ในโฟลเดอร์ที่ไม่มีชื่อบุคคล และฝังไฟล์ที่ลิงก์ไว้ในเอกสาร หรือถ้าเป็นชื่อที่เปิดเผยได้ ให้เพิ่มใน site.yaml: privacy: {allow: [\(name)]}"
      ))
  }

  /// A picture with the position of the camera, or a document with such a picture.
  static func picturePosition(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      .error, "picture-position",
      Wording(
        en: "the picture says where it was taken, which may be somebody's home",
        th: "ไฟล์ภาพบอกพิกัดที่ถ่าย ซึ่งอาจเป็นบ้านของใครคนหนึ่ง"),
      at: .file(path: path),
      hint: Wording(
        en:
          "remove the position (in Windows: right-click › Properties › Details › Remove Properties and Personal Information; or send the picture to yourself by Line and save it), or, if everybody may know the place, list the file in site.yaml: privacy: {allow: [\(name)]}",
        th:
          "ลบพิกัดออก (ใน Windows คลิกขวา › คุณสมบัติ › รายละเอียด › เอาคุณสมบัติและข้อมูลส่วนบุคคลออก หรือส่งภาพให้ตัวเองทางไลน์แล้วบันทึกใหม่) หรือถ้าเป็นที่ที่เปิดเผยได้ ให้เพิ่มใน site.yaml: privacy: {allow: [\(name)]}"
      ))
  }
}
