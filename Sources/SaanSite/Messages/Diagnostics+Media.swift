import SaanImages
import SaanModel
import SaanTemplate
import SaanText

// The catalogue of what is said of drawings, films and recordings, with its wording.

extension Diagnostic {
  /// Cards that a site asks for and nobody paints.
  static let noCards = Diagnostic(
    .note, "no-cards",
    Wording(
      en:
        "no share cards are made, for rsvg-convert is not installed; other sites show links without a picture",
      th: "ไม่ได้ทำภาพแชร์ เพราะยังไม่ได้ติดตั้ง rsvg-convert เว็บอื่นจะแสดงลิงก์โดยไม่มีภาพ"),
    hint: Wording(
      en: "install it: \(Tool.rsvgConvert.installation)",
      th: "ติดตั้งด้วยคำสั่ง \(Tool.rsvgConvert.installation)"))

  static func brokenCard(_ page: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "broken-card",
      Wording(
        en: "the theme's card.svg makes no well-formed XML for \(page)",
        th: "card.svg ของธีมสร้าง XML ที่ผิดรูปแบบสำหรับ \(page)"), at: place,
      hint: Wording(
        en: "look at what it makes: every tag needs its end, and texts are escaped by themselves",
        th: "ตรวจผลที่ได้ ทุกแท็กต้องมีแท็กปิด ส่วนข้อความโปรแกรมแปลงอักขระให้เอง"))
  }

  /// A letter that none of the fonts of share cards has.
  static func missingGlyph(_ scalar: Unicode.Scalar, on page: String, at place: Place) -> Diagnostic
  {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .error, "missing-glyph",
      Wording(
        en: "no font of the share cards has '\(scalar)' (\(code)), which the card of \(page) shows",
        th: "ไม่มีฟอนต์ของภาพแชร์ใดมีอักขระ '\(scalar)' (\(code)) ซึ่งอยู่ในภาพแชร์ของ \(page)"),
      at: place,
      hint: Wording(
        en: "write it without this character, or put a font that has it into theme/fonts/",
        th: "เขียนโดยไม่ใช้อักขระนี้ หรือวางฟอนต์ที่มีอักขระนี้ไว้ใน theme/fonts/"))
  }

  /// A picture that a table names and nobody has put there.
  static func missingTablePicture(_ name: String, at place: Place, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "missing-image",
      Wording(en: "there is no image '\(name)'", th: "ไม่มีภาพ '\(name)'"), at: place,
      hint: near.map { .meant($0) }
        ?? Wording(
          en: "put the file beside the table, in content/data/, and write its name",
          th: "วางไฟล์ไว้ข้างตารางใน content/data/ แล้วเขียนชื่อไฟล์"))
  }

  static func pictureCallWithoutAlt(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "missing-alt",
      Wording(
        en: "the image '\(name)' has no text for people who cannot see it",
        th: "ภาพ '\(name)' ไม่มีข้อความสำหรับผู้ที่มองไม่เห็น"), at: span.place,
      hint: Wording(
        en:
          "say what it shows: {{ picture(\"\(name)\", alt=\"…\") }}, or decorative=true where it says nothing",
        th:
          "เขียนว่าภาพแสดงอะไร: {{ picture(\"\(name)\", alt=\"…\") }} หรือ decorative=true ถ้าเป็นเพียงภาพประดับ"
      ))
  }

  static func missingTableAlt(_ name: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "missing-alt",
      Wording(
        en: "the image '\(name)' has no text for people who cannot see it",
        th: "ภาพ '\(name)' ไม่มีข้อความสำหรับผู้ที่มองไม่เห็น"), at: place,
      hint: Wording(
        en: "say what it shows in the column '\(column)' of the same row",
        th: "เขียนว่าภาพแสดงอะไรในคอลัมน์ '\(column)' ของแถวเดียวกัน"))
  }

  /// Words of a picture that a page borrows from another language.
  static func borrowedPictureWords(
    _ names: [String], of language: Language.Tag, at place: Place
  ) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .note, "borrowed-picture-words",
      Wording(
        en:
          "what is said of the page's picture stands here in words of another language (\(language.rawValue)): \(list)",
        th: "คำบรรยายรูปของหน้านี้ยังใช้ข้อความภาษาอื่น (\(language.rawValue)): \(list)"), at: place,
      hint: Wording(
        en: "write it in this file's language: image: {alt: …, caption: …}",
        th: "เขียนเป็นภาษาของไฟล์นี้: image: {alt: …, caption: …}"))
  }

  /// A page that is heavy with the pictures that a telephone fetches at once.
  static func heavyView(
    _ weight: PageWeight, budget: Int, at place: Place?
  ) -> Diagnostic {
    let (size, limit) = (kilobytes(weight[.view]), kilobytes(budget))
    let pictures = kilobytes(weight.firstView)
    return Diagnostic(
      .warning, "heavy-page",
      Wording(
        en:
          "a telephone fetches \(size) KB before anything of \(weight.path) is read, \(pictures) KB of them pictures: more than \(limit) KB",
        th:
          "โทรศัพท์ต้องโหลด \(size) KB ก่อนอ่านหน้า \(weight.path) ได้ เป็นรูป \(pictures) KB เกิน \(limit) KB"
      ),
      at: place,
      hint: Wording(
        en:
          "take a calmer picture first, or one with less detail, or allow more with budgets.view in site.yaml",
        th: "ใช้รูปแรกที่รายละเอียดน้อยลง หรือกำหนด budgets.view ใน site.yaml ให้มากขึ้น"))
  }

  /// A drawing that is published without some of what is in its file.
  static func activeDrawing(_ parts: [String], at place: Place) -> Diagnostic {
    let names = parts.prefix(3).joined(separator: ", ")
    let rest = parts.count - 3
    return Diagnostic(
      .warning, "active-drawing",
      Wording(
        en:
          "what could run or is fetched from elsewhere is left out of the drawing as it is published: \(names)\(rest > 0 ? ", and \(rest) more" : "")",
        th:
          "ตัดส่วนที่ทำงานได้เองหรือโหลดจากที่อื่นออกจากภาพที่เผยแพร่: \(names)\(rest > 0 ? " และอีก \(rest) รายการ" : "")"
      ), at: place,
      hint: Wording(
        en:
          "save it as plain SVG with pictures and fonts put into it (in Inkscape: File › Save As › Plain SVG), and look at it again",
        th:
          "บันทึกเป็น SVG ธรรมดาโดยฝังรูปและฟอนต์ไว้ในไฟล์ (ใน Inkscape: ไฟล์ › บันทึกเป็น › Plain SVG) แล้วเปิดดูอีกครั้ง"
      ))
  }

  static func brokenDrawing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "broken-drawing",
      Wording(
        en: "the drawing is no well-formed XML, so browsers show none of it",
        th: "ไฟล์ภาพนี้เขียนผิดรูปแบบ XML เบราว์เซอร์จึงไม่แสดงภาพ"), at: .file(path: path),
      hint: Wording(
        en: "open it in the program that it was drawn with and save it as SVG again",
        th: "เปิดในโปรแกรมที่ใช้วาดแล้วบันทึกเป็น SVG อีกครั้ง"))
  }

  static func mediaWithoutFile(_ call: TemplateCall) -> Diagnostic {
    let files = [
      "video": "talk.mp4", "picture": "meeting.jpg", "document": "report.pdf",
    ]
    let example = "{{ \(call.name)(\"\(files[call.name] ?? "talk.mp3")\") }}"
    let isPlayed = ["video", "audio"].contains(call.name)
    return Diagnostic(
      .error, "missing-file",
      Wording(
        en: "'\(call.name)' does not say which file it \(isPlayed ? "plays" : "shows")",
        th: "'\(call.name)' ไม่ได้บอกว่าให้\(isPlayed ? "เล่น" : "แสดง")ไฟล์ใด"), at: call.nameSpan.place,
      hint: Wording(en: "write its name first: \(example)", th: "เขียนชื่อไฟล์เป็นค่าแรก: \(example)"))
  }

  static func missingFile(_ name: String, at span: SourceSpan, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "missing-file",
      Wording(en: "there is no file '\(name)'", th: "ไม่มีไฟล์ '\(name)'"), at: span.place,
      hint: near.map { .meant($0) }
        ?? Wording(
          en: "put the file beside the article and write its name",
          th: "วางไฟล์ไว้ข้างบทความแล้วเขียนชื่อไฟล์"))
  }

  static func unplayedFile(_ name: String, isFilm: Bool, at span: SourceSpan) -> Diagnostic {
    let (en, th) =
      isFilm
      ? ("MP4 (H.264 and AAC) or WebM", "MP4 (H.264 และ AAC) หรือ WebM") : ("MP3", "MP3")
    return Diagnostic(
      .error, "media-format",
      Wording(
        en: "browsers do not play '\(name)' here", th: "เบราว์เซอร์เล่นไฟล์ '\(name)' ตรงนี้ไม่ได้"),
      at: span.place,
      hint: Wording(
        en: "save it as \(en) and write that name", th: "บันทึกเป็น \(th) แล้วเขียนชื่อไฟล์ใหม่"))
  }

  static func badCaptions(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-captions",
      Wording(
        en: "'\(name)' is no file of captions that browsers read (WebVTT)",
        th: "'\(name)' ไม่ใช่ไฟล์คำบรรยายที่เบราว์เซอร์อ่านได้ (WebVTT)"), at: span.place,
      hint: Wording(
        en:
          "its first line is WEBVTT, and times have a point: 00:01.000 --> 00:04.000; programs that write .srt save .vtt as well",
        th:
          "บรรทัดแรกต้องเป็น WEBVTT และเวลาใช้จุดทศนิยม: 00:01.000 --> 00:04.000 โปรแกรมที่บันทึก .srt มักบันทึกเป็น .vtt ได้ด้วย"
      ))
  }

  static func filmWithoutCaptions(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "no-captions",
      Wording(
        en: "the film '\(name)' has no captions, so who cannot hear it misses it (WCAG 1.2.2)",
        th: "วิดีโอ '\(name)' ไม่มีคำบรรยาย ผู้ที่ไม่ได้ยินเสียงจึงไม่รู้เรื่อง (WCAG 1.2.2)"), at: span.place,
      hint: Wording(
        en:
          "write what is said into a file beside it and name that: captions=\"talk.th.vtt\"; if nobody speaks in it, write silent=true",
        th:
          "เขียนคำพูดลงในไฟล์ข้างกันแล้วระบุชื่อ: captions=\"talk.th.vtt\" ถ้าไม่มีเสียงพูด ให้เขียน silent=true"))
  }

  static func recordingWithoutWords(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "no-transcript",
      Wording(
        en:
          "the recording '\(name)' stands nowhere in words, so who cannot hear it misses it (WCAG 1.2.1)",
        th: "ไฟล์เสียง '\(name)' ไม่มีบทถอดเสียง ผู้ที่ไม่ได้ยินเสียงจึงไม่รู้เรื่อง (WCAG 1.2.1)"),
      at: span.place,
      hint: Wording(
        en: "name the page, the heading or the file that has the words: transcript=\"#transcript\"",
        th: "ระบุหน้า หัวข้อ หรือไฟล์ที่มีบทถอดเสียง: transcript=\"#transcript\""))
  }
}
