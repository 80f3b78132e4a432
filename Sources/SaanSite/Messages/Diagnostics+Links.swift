import SaanData
import SaanModel
import SaanText

/// What can be wrong with links and pictures.
extension Diagnostic {
  static func deadLink(_ link: String, at span: SourceSpan, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "dead-link",
      Wording(en: "there is no page or file '\(link)'", th: "ไม่มีหน้าหรือไฟล์ '\(link)'"),
      at: span.place,
      hint: near.map { .meant($0) }
        ?? Wording(
          en: "links are written from this file's folder to the other file: ../about/history.th.md",
          th: "เขียนลิงก์จากโฟลเดอร์ของไฟล์นี้ไปยังอีกไฟล์: ../about/history.th.md"))
  }

  static func deadPlace(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "dead-link",
      Wording(en: "nothing is published at '\(path)'", th: "ไม่มีหน้าที่ '\(path)'"), at: span.place,
      hint: Wording(
        en: "paths of the site are written without the language: /news/",
        th: "เขียนพาธของเว็บโดยไม่มีภาษา: /news/"))
  }

  /// A menu's path with a language, which readers of the others are sent to as well.
  static func menuOfOneLanguage(
    _ path: String, below prefix: String, without: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .warning, "menu-of-one-language",
      Wording(
        en: "'\(path)' leads the readers of every language to the page below /\(prefix)/",
        th: "'\(path)' พาผู้อ่านทุกภาษาไปยังหน้าใต้ /\(prefix)/"), at: span.place,
      hint: Wording(
        en: "write it without the language, and each reader gets their own: \(without)",
        th: "เขียนโดยไม่มีภาษา แล้วผู้อ่านแต่ละภาษาจะได้หน้าของตน: \(without)"))
  }

  static func missingScheme(_ link: String, _ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "dead-link",
      Wording(
        en: "'\(link)' is read as a file of this site, not as an address",
        th: "'\(link)' เขียนแบบนี้หมายถึงไฟล์ในเว็บนี้ ไม่ใช่ที่อยู่เว็บ"), at: span.place,
      hint: Wording(en: "write \(address)", th: "เขียน \(address)"))
  }

  /// A link to an article that is in the folder but not out.
  static func linkToHeldBack(
    _ link: String, _ held: HeldBack, at span: SourceSpan
  ) -> Diagnostic {
    let reason = held.reason.wording
    let hint =
      switch held.reason {
      case .draft:
        Wording(
          en: "take the link out, or take 'draft: true' out of \(held.place.lineText)",
          th: "เอาลิงก์ออก หรือลบ 'draft: true' ที่ \(held.place.lineText)")
      case .scheduled(let day):
        Wording(
          en: "take the link out until then, or give this page 'publish_date: \(day.date.iso)' too",
          th: "เอาลิงก์ออกจนถึงวันนั้น หรือใส่ 'publish_date: \(day.date.iso)' ให้หน้านี้ด้วย")
      case .expired:
        Wording(
          en: "take the link out, or change the 'expiry_date' at \(held.place.lineText)",
          th: "เอาลิงก์ออก หรือแก้ 'expiry_date' ที่ \(held.place.lineText)")
      }
    return Diagnostic(
      .error, "dead-link",
      Wording(
        en: "'\(link)' is not published: \(reason.en)",
        th: "'\(link)' \(held.reason.isOver ? "ไม่เผยแพร่แล้ว" : "ยังไม่เผยแพร่"): \(reason.th)"),
      at: span.place, hint: hint)
  }

  static func emptyLink(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-link",
      Wording(en: "the link leads nowhere", th: "ลิงก์นี้ไม่นำไปที่ใด"), at: place,
      hint: Wording(
        en:
          "write where it leads: [text](page.th.md) or [text](https://example.org/), or take it out",
        th: "เขียนปลายทาง: [ข้อความ](page.th.md) หรือ [ข้อความ](https://example.org/) หรือเอาลิงก์ออก"))
  }

  static func linkWithoutText(_ link: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-link",
      Wording(
        en: "the link to '\(link)' has no text, so nobody can see or follow it",
        th: "ลิงก์ไปยัง '\(link)' ไม่มีข้อความ จึงไม่มีใครเห็นหรือกดได้"), at: place,
      hint: Wording(
        en: "write the text between the brackets: [text](\(link))",
        th: "เขียนข้อความในวงเล็บ: [ข้อความ](\(link))"))
  }

  static func imageWithoutAlt(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "missing-alt",
      Wording(
        en: "the image '\(path)' has no text for people who cannot see it",
        th: "ภาพ '\(path)' ไม่มีข้อความสำหรับผู้ที่มองไม่เห็น"), at: span.place,
      hint: Wording(
        en: "say what it shows: ![two people planting rice](\(path))",
        th: "เขียนว่าภาพแสดงอะไร: ![ชาวบ้านสองคนดำนา](\(path))"))
  }

  /// A picture in a format of cameras and programs, or no picture at all.
  static func unshownImage(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "image-format",
      Wording(
        en: "browsers do not show '\(path)' as a picture, so readers would see nothing",
        th: "เบราว์เซอร์แสดงไฟล์ '\(path)' เป็นภาพไม่ได้ ผู้อ่านจะไม่เห็นภาพ"), at: place,
      hint: Wording(
        en:
          "open it and save it as JPEG or PNG, and write that name; to let readers download the file, write a link: [text](\(path))",
        th:
          "เปิดไฟล์แล้วบันทึกเป็น JPEG หรือ PNG แล้วเขียนชื่อไฟล์ใหม่ ถ้าต้องการให้ดาวน์โหลด ให้เขียนเป็นลิงก์: [ข้อความ](\(path))"
      ))
  }

  /// The same of a logo or an icon that `site.yaml` names.
  static func unshownOption(_ path: String, at span: SourceSpan) -> Diagnostic {
    var found = unshownImage(path, at: span.place)
    found.hint = Wording(
      en: "open it and save it as SVG or PNG, and write that name",
      th: "เปิดไฟล์แล้วบันทึกเป็น SVG หรือ PNG แล้วเขียนชื่อไฟล์ใหม่")
    return found
  }

  static func imageElsewhere(_ url: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "image-elsewhere",
      Wording(
        en:
          "the image '\(url)' is loaded from another site, which sees who reads the page and may take it away",
        th: "ภาพ '\(url)' โหลดจากเว็บอื่น เว็บนั้นจะเห็นว่าใครอ่านหน้านี้ และอาจลบภาพเมื่อใดก็ได้"),
      at: span.place,
      hint: Wording(
        en: "save it beside the article, if you may, and write its name",
        th: "หากได้รับอนุญาต ให้บันทึกไฟล์ไว้ข้างบทความแล้วเขียนชื่อไฟล์"))
  }

  static func missingImage(_ path: String, at span: SourceSpan, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "missing-image",
      Wording(en: "there is no image '\(path)'", th: "ไม่มีภาพ '\(path)'"), at: span.place,
      hint: near.map { .meant($0) }
        ?? Wording(
          en: "put the file beside the article and write its name",
          th: "วางไฟล์ไว้ข้างบทความแล้วเขียนชื่อไฟล์"))
  }

  /// A link whose address stands in the quotation marks of a word processor.
  static func quotedAddress(_ link: String, _ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "dead-link",
      Wording(
        en: "the quotation marks of '\(link)' are read as part of the address",
        th: "เครื่องหมายคำพูดใน '\(link)' ถูกอ่านเป็นส่วนหนึ่งของที่อยู่"), at: span.place,
      hint: Wording(
        en: "write the address alone: [text](\(address))", th: "เขียนเฉพาะที่อยู่: [ข้อความ](\(address))")
    )
  }
}

extension Wording {
  /// The file or page that a name most likely stands for.
  static func meant(_ name: String) -> Wording {
    Wording(en: "did you mean '\(name)'?", th: "หมายถึง '\(name)' หรือไม่")
  }
}

extension HeldBack.Reason {
  /// Whether the page was out and will not be again by itself.
  fileprivate var isOver: Bool {
    if case .expired = self { true } else { false }
  }

  /// Why the page is not out, and since or until when.
  var wording: Wording {
    switch self {
    case .draft: Wording(en: "it is a draft", th: "เป็นฉบับร่าง")
    case .scheduled(let day):
      Wording(
        en: "it appears on \(day.date.text(in: .english))",
        th: "จะเผยแพร่วันที่ \(day.date.text(in: .thai))")
    case .expired(let day):
      Wording(
        en: "it expired on \(day.date.text(in: .english))",
        th: "หมดอายุเมื่อวันที่ \(day.date.text(in: .thai))")
    }
  }
}
