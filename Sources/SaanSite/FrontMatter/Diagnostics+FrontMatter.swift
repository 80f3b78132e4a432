import SaanData
import SaanText

/// What can be wrong above the text of an article, in the words of its author.
extension Diagnostic {
  /// A template that an article cannot fill.
  static func templateOfOtherKind(_ template: Located<String>, _ kind: Wording) -> Diagnostic {
    Diagnostic(
      .error, "template-of-other-kind",
      Wording(
        en: "the template '\(template.value)' is for \(kind.en), not for articles",
        th: "แม่แบบ '\(template.value)' ใช้กับ\(kind.th) ไม่ใช่บทความ"), at: template.span.place,
      hint: Wording(
        en: "take the line out, or write 'template: page.html'",
        th: "ลบบรรทัดนี้ หรือเขียน 'template: page.html'"))
  }

  /// A template that leaves the text of its article out.
  static func templateWithoutText(_ template: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "template-without-text",
      Wording(
        en: "the template '\(template.value)' does not show the text of the article",
        th: "แม่แบบ '\(template.value)' ไม่แสดงเนื้อหาของบทความ"), at: template.span.place,
      hint: Wording(
        en: "take the line out, or write 'template: page.html'",
        th: "ลบบรรทัดนี้ หรือเขียน 'template: page.html'"))
  }

  /// A field without a value: one that should hold a page back holds nothing back.
  static func emptyField(_ key: String, isDecisive: Bool, at place: Place) -> Diagnostic {
    let example = key == "draft" ? "draft: true" : "\(key): 2026-01-31"
    return Diagnostic(
      isDecisive ? .error : .warning, "empty-field",
      Wording(en: "'\(key)' has no value", th: "'\(key)' ไม่มีค่า"), at: place,
      hint: Wording(
        en: "write '\(example)', or take the line out", th: "เขียน '\(example)' หรือลบบรรทัดนี้ออก"))
  }

  // MARK: The lines

  static func badFence(_ mistake: FrontMatterFence.Mistake) -> Diagnostic {
    switch mistake {
    case .almost(let span):
      Diagnostic(
        .error, "bad-fence",
        Wording(
          en: "the line between the fields and the text must be three hyphens",
          th: "บรรทัดที่คั่นระหว่างฟิลด์กับเนื้อหาต้องเป็นขีดสั้นสามขีด"), at: span.place,
        hint: Wording(
          en: "write --- with the hyphen key and nothing else on the line",
          th: "พิมพ์ --- ด้วยปุ่มขีดสั้น และไม่มีอย่างอื่นในบรรทัด"))
    case .missing(let span):
      Diagnostic(
        .error, "bad-fence",
        Wording(
          en: "the fields begin without a line of three hyphens above them",
          th: "ฟิลด์เริ่มโดยไม่มีบรรทัดขีดสั้นสามขีดอยู่ข้างบน"), at: span.place,
        hint: Wording(
          en: "put a line --- above the fields and another below them",
          th: "ใส่บรรทัด --- ไว้เหนือฟิลด์ และอีกบรรทัดใต้ฟิลด์"))
    }
  }

  static func tabInFrontMatter(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "broken-yaml",
      Wording(
        en: "the line is indented with a tab", th: "บรรทัดนี้ย่อหน้าด้วยแท็บ"), at: span.place,
      hint: Wording(en: "indent with two spaces", th: "ย่อหน้าด้วยช่องว่างสองช่อง"))
  }

  static func missingSpace(_ fixed: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "broken-yaml",
      Wording(
        en: "a key needs a colon and a space behind it", th: "หลังชื่อฟิลด์ต้องมีเครื่องหมาย : แล้วเว้นวรรค"),
      at: span.place, hint: Wording(en: "write '\(fixed)'", th: "เขียน '\(fixed)'"))
  }

  static func noField(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "broken-yaml",
      Wording(en: "this line is no field", th: "บรรทัดนี้ไม่ใช่ฟิลด์"), at: span.place,
      hint: Wording(
        en: "if the text begins here, put a line --- above it; a field is written 'key: value'",
        th: "ถ้าเนื้อหาเริ่มตรงนี้ ให้ใส่บรรทัด --- ไว้ข้างบน ส่วนฟิลด์เขียนแบบ 'คีย์: ค่า'"))
  }

  static func needsQuotes(
    _ key: String, _ value: String, _ reason: NeedsQuotes, at span: SourceSpan
  ) -> Diagnostic {
    let message =
      switch reason {
      case .colon:
        Wording(
          en: "the text of '\(key)' has a colon, which needs quotation marks around the text",
          th: "ข้อความของ '\(key)' มีเครื่องหมาย : จึงต้องใส่เครื่องหมายคำพูดครอบข้อความ")
      case .textAfterQuote:
        Wording(
          en: "the text of '\(key)' goes on behind its closing quotation mark",
          th: "ข้อความของ '\(key)' ยังมีต่อหลังเครื่องหมายคำพูดปิด")
      case .unclosedQuote:
        Wording(
          en: "the quotation mark of '\(key)' is not closed",
          th: "เครื่องหมายคำพูดของ '\(key)' ไม่ได้ปิด")
      case .specialStart(let mark):
        Wording(
          en:
            "the text of '\(key)' begins with \(mark), which needs quotation marks around the text",
          th: "ข้อความของ '\(key)' ขึ้นต้นด้วย \(mark) จึงต้องใส่เครื่องหมายคำพูดครอบข้อความ")
      }
    return Diagnostic(
      .error, "broken-yaml", message, at: span.place, hint: .inQuotes(key, unwrapped(value, reason))
    )
  }

  /// The text as it was meant, without a quotation mark that opens and does not close.
  private static func unwrapped(_ value: String, _ reason: NeedsQuotes) -> String {
    guard case .unclosedQuote = reason else { return value }
    return String(value.dropFirst())
  }

  // MARK: Texts

  static func cutAtHash(
    _ key: String, _ whole: String, _ severity: Severity, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      severity, "cut-at-hash",
      Wording(
        en: "'\(key)' ends before the #: what stands behind it is taken for a remark",
        th: "'\(key)' ขาดไปตั้งแต่ # เพราะโปรแกรมถือว่าข้อความหลัง # เป็นหมายเหตุ"), at: span.place,
      hint: .inQuotes(key, whole))
  }

  static func emptyTitle(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "empty-title",
      Wording(en: "the title is empty", th: "ชื่อเรื่องว่างอยู่"), at: span.place,
      hint: Wording(
        en: "write the title behind 'title:', or delete the line in a translation",
        th: "เขียนชื่อเรื่องหลัง 'title:' หรือลบบรรทัดนี้ถ้าเป็นฉบับแปล"))
  }

  static func badFocus(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "picture-focus",
      Wording(
        en:
          "'focus' takes two numbers from 0 to 1: how far from the left, and how far from the top",
        th: "'focus' ต้องเป็นเลขสองตัวตั้งแต่ 0 ถึง 1 คือระยะจากซ้ายและระยะจากบน"),
      at: span.place,
      hint: Wording(
        en: "for what is a little left of the middle, and high up, write focus: [0.4, 0.3]",
        th: "ถ้าส่วนสำคัญอยู่ค่อนไปทางซ้ายและค่อนขึ้นบน ให้เขียน focus: [0.4, 0.3]"))
  }

  static func imageWithoutWords(_ name: String, at span: SourceSpan) -> Diagnostic {
    let short = "image: {src: \(quotedIfNeeded(name)), alt: \"…\"}"
    let long = "image:⏎  src: \(quotedIfNeeded(name))⏎  alt: \"…\""
    return Diagnostic(
      .error, "image-form",
      Wording(
        en: "'image' takes the file under 'src' and under 'alt' what the picture shows",
        th: "'image' ต้องมีไฟล์ภาพใน 'src' และคำบอกว่าในภาพมีอะไรใน 'alt'"), at: span.place,
      hint: Wording(
        en: "write on one line \(short), or on three (⏎ is a new line) \(long)",
        th: "เขียนบรรทัดเดียว \(short) หรือสามบรรทัด (⏎ คือขึ้นบรรทัดใหม่) \(long)"))
  }

  // MARK: Files that belong together

  static func differentValues(_ key: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .error, "different-values",
      Wording(
        en: "'\(key)' is the same in every language, but \(other.lineText) says something else",
        th: "'\(key)' ต้องเหมือนกันทุกภาษา แต่ \(other.lineText) เขียนไว้ต่างกัน"), at: place,
      hint: Wording(
        en: "keep it in one of the two files", th: "เก็บไว้ในไฟล์ใดไฟล์หนึ่งเพียงไฟล์เดียว"))
  }

  /// Fields that the page's template does not show.
  ///
  /// - Parameter folder: the article's folder, where it is no collection's.
  static func hiddenFields(
    _ keys: [String], by own: String, shownBy template: String, folder: String?, at place: Place
  ) -> Diagnostic {
    let list = keys.map { "'\($0)'" }
    let en = list.joined(separator: " and ")
    let th = list.joined(separator: " และ ")
    let hint =
      folder.map { collectionHint($0, template) }
      ?? Wording(
        en: "write 'template: \(template)' above this text, or in site.yaml for its collection",
        th: "เขียน 'template: \(template)' ในส่วนหัวของหน้านี้ หรือในหมวดของหน้านี้ใน site.yaml")
    return Diagnostic(
      .warning, "hidden-fields",
      Wording(
        en: "readers will not see \(en), for the template '\(own)' does not show them",
        th: "ผู้อ่านจะไม่เห็น \(th) เพราะแม่แบบ '\(own)' ไม่แสดง"), at: place, hint: hint)
  }

  /// A field under `extra` by another name than the template's.
  static func misnamedField(
    _ key: String, _ meant: String, by own: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "hidden-fields",
      Wording(
        en: "readers will not see '\(key)', for the template '\(own)' does not show it",
        th: "ผู้อ่านจะไม่เห็น '\(key)' เพราะแม่แบบ '\(own)' ไม่แสดง"), at: place,
      hint: Wording(en: "did you mean '\(meant)'?", th: "หมายถึง '\(meant)' หรือไม่"))
  }

  /// A new page whose folder is no collection, though it begins as its archetype.
  static func noCollection(_ folder: String, _ template: String?, in file: SourceFile) -> Diagnostic
  {
    Diagnostic(
      .warning, "no-collection",
      Wording(
        en: "site.yaml has no collection '\(folder)', so the page will be in no list",
        th: "site.yaml ยังไม่มีหมวด '\(folder)' หน้านี้จึงไม่อยู่ในรายการใด"),
      at: .file(path: file.path), hint: collectionHint(folder, template))
  }

  private static func collectionHint(_ folder: String, _ template: String?) -> Wording {
    let rest = template.map { ", template: \($0), sort: date" } ?? ", sort: date"
    let line = "\(folder): {title: {th: \"…\", en: \"…\"}\(rest)}"
    return Wording(
      en: "write in site.yaml, under 'collections:' and two spaces in: \(line)",
      th: "เขียนใน site.yaml ใต้ 'collections:' โดยย่อหน้าสองช่อง: \(line)")
  }

  static func neverOut(_ publish: Moment, _ expiry: Moment, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "expires-before-published",
      Wording(
        en:
          "the page is never out: it expires \(expiry.date.text(in: .english)) and appears \(publish.date.text(in: .english))",
        th:
          "หน้านี้จะไม่ออกเลย เพราะหมดอายุ \(expiry.date.text(in: .thai)) แต่เผยแพร่ \(publish.date.text(in: .thai))"
      ), at: place,
      hint: Wording(
        en:
          "correct 'publish_date' or 'expiry_date'; a page is out until the day before it expires",
        th: "แก้ 'publish_date' หรือ 'expiry_date' หน้าจะแสดงถึงวันก่อนวันหมดอายุ"))
  }

  static func updatedBeforeDate(_ updated: Moment, _ date: Moment, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "updated-before-date",
      Wording(
        en:
          "the page was changed \(updated.date.text(in: .english)), before its date \(date.date.text(in: .english))",
        th: "วันที่ปรับปรุง \(updated.date.text(in: .thai)) อยู่ก่อนวันที่ของหน้า \(date.date.text(in: .thai))"),
      at: place,
      hint: Wording(en: "correct 'updated' or 'date'", th: "แก้ 'updated' หรือ 'date'"))
  }

  /// A day to come, as of an article that is out.
  static func futureDate(_ key: String, _ day: Moment, at place: Place) -> Diagnostic {
    let (en, th) = (day.date.text(in: .english), day.date.text(in: .thai))
    return Diagnostic(
      .warning, "future-date",
      Wording(
        en: "the page is out today, but its '\(key)' is \(en), which is still to come",
        th: "หน้านี้เผยแพร่อยู่แล้ว แต่ '\(key)' คือ \(th) ซึ่งยังมาไม่ถึง"), at: place,
      hint: key == "date"
        ? Wording(
          en:
            "correct the year, or write 'publish_date: \(day.date.iso)' if it is to appear only then",
          th: "แก้ปีให้ถูก หรือถ้าจะให้เผยแพร่ในวันนั้น ให้เพิ่ม 'publish_date: \(day.date.iso)'")
        : Wording(en: "correct the year", th: "แก้ปีให้ถูก"))
  }

  /// A page that feeds leave out: they tell days, and its date is a year or a month.
  static func noDayForFeeds(_ date: Moment, today: CalendarDate, at place: Place) -> Diagnostic {
    let (en, th) = (date.date.text(in: .english), date.date.text(in: .thai))
    return Diagnostic(
      .note, "no-day-for-feeds",
      Wording(
        en: "no feed tells of the page: it is dated \(en), and a feed needs a day",
        th: "ฟีดไม่มีหน้านี้ เพราะลงวันที่ไว้เพียง \(th) แต่ฟีดต้องใช้วันที่ที่ระบุถึงวัน"), at: place,
      hint: Wording(
        en: "add 'updated: \(today.iso)', the day on which you last changed the page",
        th: "เพิ่ม 'updated: \(today.iso)' คือวันที่แก้ไขหน้านี้ครั้งล่าสุด"))
  }

  /// The same thing named twice in a list: a place by its code and by its name, say.
  static func namedTwice(
    _ key: String, _ second: Located<String>, _ first: Located<String>
  ) -> Diagnostic {
    let isSame = first.value == second.value
    return Diagnostic(
      .warning, "named-twice",
      isSame
        ? Wording(
          en: "'\(second.value)' stands twice under '\(key)'",
          th: "'\(second.value)' ซ้ำกันใน '\(key)'")
        : Wording(
          en: "'\(second.value)' under '\(key)' is the same as '\(first.value)'",
          th: "'\(second.value)' ใน '\(key)' คือสิ่งเดียวกับ '\(first.value)'"),
      at: second.span.place,
      hint: Wording(en: "keep one of the two", th: "เก็บไว้เพียงหนึ่งรายการ"))
  }

  static func endsBeforeStart(_ end: Moment, _ start: Moment, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "ends-before-start",
      Wording(
        en:
          "the event ends \(end.text(in: .english)), before it begins \(start.text(in: .english))",
        th: "กิจกรรมสิ้นสุด \(end.text(in: .thai)) ก่อนเริ่ม \(start.text(in: .thai))"), at: place,
      hint: Wording(
        en: "correct 'start' or 'end'", th: "แก้ 'start' หรือ 'end'"))
  }
}

extension Wording {
  /// What to write: the key with its text in quotation marks.
  fileprivate static func inQuotes(_ key: String, _ text: String) -> Wording {
    let line = "\(key): \(inMarks(text))"
    return Wording(en: "write \(line)", th: "เขียน \(line)")
  }
}

extension Place {
  /// The file, and the line in it.
  var lineText: String {
    guard case .span(let span) = self else { return path }
    return "\(path):\(span.position.line)"
  }
}

private func inMarks(_ text: String) -> String {
  guard text.contains("\"") || text.contains("\\") else { return "\"\(text)\"" }
  return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    + "'"
}

private func quotedIfNeeded(_ name: String) -> String {
  name.contains(where: { " ,:#{}[]'\"".contains($0) }) ? inMarks(name) : name
}

// MARK: - Unknown fields

/// Which field an author meant by a name that is close, in Thai, or another program's.
func hintForUnknownField(_ key: String) -> Wording? {
  guard let meant = fieldMeant(by: key) else { return nil }
  if meant.hasPrefix("extra.") {
    let name = meant.dropFirst("extra.".count)
    return Wording(
      en: "put '\(name):' under 'extra:', two spaces in",
      th: "ใส่ '\(name):' ไว้ใต้ 'extra:' โดยย่อหน้าสองช่อง")
  }
  return Wording(en: "write '\(meant):'", th: "เขียน '\(meant):'")
}

/// The field of a name in other letters, in Thai, or of another program; those of `extra` with it
/// in front.
func fieldMeant(by key: String) -> String? {
  let folded = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  return FrontMatterFence.keys.first { $0.filter { $0 != "_" } == folded }
    ?? fieldsByOtherNames[folded]
}

/// Names in Thai, and those of other generators, without case, hyphens and spaces.
private let fieldsByOtherNames: [String: String] = [
  "ชื่อเรื่อง": "title", "ชื่อ": "title", "หัวเรื่อง": "title", "headline": "title", "name": "title",
  "สรุป": "summary", "เรื่องย่อ": "summary", "คำโปรย": "summary", "description": "summary",
  "excerpt": "summary", "subtitle": "summary", "abstract": "summary", "วันที่": "date",
  "วัน": "date", "pubdate": "date", "created": "date", "ปรับปรุง": "updated",
  "วันที่ปรับปรุง": "updated", "แก้ไขล่าสุด": "updated", "lastmod": "updated",
  "modified": "updated", "lastmodified": "updated", "ผู้เขียน": "author", "โดย": "author",
  "by": "author", "authors": "author", "หัวข้อ": "topics", "แท็ก": "topics", "tags": "topics",
  "tag": "topics", "topic": "topics", "categories": "topics", "category": "topics",
  "keywords": "topics", "หมวด": "topics", "หมวดหมู่": "topics", "พื้นที่": "areas",
  "จังหวัด": "areas", "area": "areas", "province": "areas", "provinces": "areas", "ภาพ": "image",
  "รูป": "image", "รูปภาพ": "image", "ภาพปก": "image", "images": "image", "cover": "image",
  "thumbnail": "image", "picture": "image", "photo": "image", "featuredimage": "image",
  "permalink": "slug", "url": "slug", "ที่อยู่": "slug", "ที่อยู่เดิม": "aliases",
  "alias": "aliases", "redirectfrom": "aliases", "ร่าง": "draft", "ฉบับร่าง": "draft",
  "published": "draft", "วันที่เผยแพร่": "publish_date", "เผยแพร่": "publish_date",
  "วันเผยแพร่": "publish_date", "publishon": "publish_date", "วันหมดอายุ": "expiry_date",
  "วันที่หมดอายุ": "expiry_date", "หมดอายุ": "expiry_date", "expires": "expiry_date",
  "expirydate": "expiry_date", "unpublishdate": "expiry_date", "layout": "template",
  "type": "template", "แม่แบบ": "template", "ลำดับ": "weight", "น้ำหนัก": "weight",
  "order": "weight", "position": "weight", "ตัวเลข": "figures", "figure": "figures",
  "asof": "extra.as_of", "ข้อมูลณ": "extra.as_of",
  "start": "extra.start", "startdate": "extra.start", "เริ่ม": "extra.start",
  "วันเริ่ม": "extra.start", "วันที่เริ่ม": "extra.start", "end": "extra.end",
  "enddate": "extra.end", "สิ้นสุด": "extra.end", "วันสิ้นสุด": "extra.end",
  "place": "extra.place", "location": "extra.place", "venue": "extra.place",
  "สถานที่": "extra.place", "organiser": "extra.organiser", "organizer": "extra.organiser",
  "ผู้จัด": "extra.organiser",
]
