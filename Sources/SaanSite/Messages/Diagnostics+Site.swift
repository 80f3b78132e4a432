import Glibc
import SaanData
import SaanFiles
import SaanModel
import SaanText

/// Every mistake that this module can find, with its wording.
extension Diagnostic {
  // MARK: Reading

  static let emptySite = Diagnostic(
    .error, "empty-site",
    Wording(en: "there is no site.yaml here", th: "ไม่พบไฟล์ site.yaml ในโฟลเดอร์นี้"),
    hint: Wording(
      en: "go to the site's folder, name it with --source, or make a site with 'saan new site DIR'",
      th: "เข้าไปในโฟลเดอร์ของเว็บ ระบุด้วย --source หรือสร้างเว็บด้วย 'saan new site DIR'"))

  static func noContent(isFile: Bool) -> Diagnostic {
    Diagnostic(
      .error, "no-content",
      isFile
        ? Wording(
          en: "'content' is a file, so the site has no pages",
          th: "'content' เป็นไฟล์ เว็บจึงไม่มีหน้าใดเลย")
        : Wording(
          en: "there are no pages in the folder 'content', and no tables",
          th: "ไม่มีหน้าหรือตารางใดในโฟลเดอร์ 'content'"),
      at: .file(path: isFile ? "content" : "site.yaml"),
      hint: isFile
        ? Wording(
          en: "make a folder of this name and put the articles into it",
          th: "สร้างโฟลเดอร์ชื่อนี้แล้ววางบทความไว้ข้างใน")
        : Wording(
          en:
            "put articles into content/, such as content/index.th.md, or look whether the folder was renamed",
          th: "วางบทความไว้ใน content/ เช่น content/index.th.md หรือตรวจว่าโฟลเดอร์ถูกเปลี่ยนชื่อหรือไม่"))
  }

  static func unreadableFile(_ path: String, _ error: DiskError) -> Diagnostic {
    let reason = error.reason
    // What was listed and is not there is a link to nothing.
    let isBrokenLink = error.number == ENOENT || error.number == ELOOP
    return Diagnostic(
      .error, "unreadable-file",
      isBrokenLink
        ? Wording(
          en: "this symbolic link leads to no file", th: "ลิงก์สัญลักษณ์นี้ไม่ได้ชี้ไปที่ไฟล์ใด")
        : Wording(
          en: "the file cannot be read: \(reason.en)", th: "อ่านไฟล์ไม่ได้: \(reason.th)"),
      at: .file(path: path),
      hint: isBrokenLink
        ? Wording(
          en: "put the file itself in its place, or remove the link",
          th: "วางไฟล์จริงไว้แทน หรือลบลิงก์นี้")
        : Wording(en: "check its permissions", th: "ตรวจสิทธิ์การเข้าถึงไฟล์"))
  }

  // MARK: Settings

  static func missingSetting(_ key: String, in span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "missing-setting",
      Wording(en: "site.yaml lacks '\(key)'", th: "site.yaml ขาด '\(key)'"),
      at: span.place,
      hint: Wording(
        en: "write a line '\(key): …'",
        th: "เขียนบรรทัด '\(key): …'"))
  }

  static func untouchedSite(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .note, "starter-text",
      Wording(
        en: "the site still has the name or the texts that every new site begins with",
        th: "เว็บยังใช้ชื่อหรือข้อความตัวอย่างที่มากับเว็บใหม่"), at: .file(path: file.path),
      hint: Wording(
        en: "write your own into site.yaml and content/ before you publish",
        th: "เขียนของตัวเองใน site.yaml และ content/ ก่อนเผยแพร่"))
  }

  static func starterText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "starter-text",
      Wording(
        en: "this sentence came with the file, and is published as it is",
        th: "ประโยคนี้เป็นข้อความตัวอย่างที่มากับไฟล์ และจะเผยแพร่ตามนี้"), at: span.place,
      hint: Wording(
        en: "write your own in its place, delete it, or delete the file if it is not needed",
        th: "เขียนข้อความของตัวเองแทน ลบประโยคนี้ หรือลบทั้งไฟล์ถ้าไม่ใช้"))
  }

  static func badLicence(at place: Place) -> Diagnostic {
    let form = "license: {title: {th: \"…\", en: \"…\"}, url: \"https://…\"}"
    return Diagnostic(
      .error, "bad-licence",
      Wording(
        en: "a licence of one's own needs a title, and an address that begins with https://",
        th: "สัญญาอนุญาตที่เขียนเองต้องมี title และที่อยู่ที่ขึ้นต้นด้วย https://"), at: place,
      hint: Wording(
        en: "write license: CC-BY-4.0, or \(form)", th: "เขียน license: CC-BY-4.0 หรือ \(form)"))
  }

  static func unknownLanguage(_ tag: Located<String>, among languages: [Language]) -> Diagnostic {
    let names = languages.map(\.tag.rawValue)
    return Diagnostic(
      .error, "unknown-language",
      Wording(en: "the site has no language '\(tag.value)'", th: "เว็บนี้ไม่มีภาษา '\(tag.value)'"),
      at: tag.span.place, hint: oneOf(names))
  }

  /// A text in a language that the site does not have.
  static func strangeLanguage(_ tag: Located<String>, among languages: [Language]) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-language",
      Wording(
        en: "nobody reads this text: the site has no language '\(tag.value)'",
        th: "ไม่มีใครได้อ่านข้อความนี้ เพราะเว็บนี้ไม่มีภาษา '\(tag.value)'"),
      at: tag.span.place, hint: oneOf(languages.map(\.tag.rawValue)))
  }

  static func badMenuEntry(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-menu-entry",
      Wording(
        en: "a menu entry needs a page, or a url with a title",
        th: "รายการเมนูต้องมี page หรือมี url พร้อม title"), at: place,
      hint: Wording(
        en: "write {page: about} or {url: /news/, title: {th: ข่าว, en: News}}",
        th: "เขียน {page: about} หรือ {url: /news/, title: {th: ข่าว, en: News}}"))
  }

  static func twoTargets(_ page: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-menu-entry",
      Wording(
        en: "this menu entry has a page and a url, and can lead to one of them only",
        th: "รายการเมนูนี้มีทั้ง page และ url แต่นำไปได้เพียงที่เดียว"), at: place,
      hint: Wording(
        en: "take out the 'url' to lead to '\(page)', or the 'page'",
        th: "ลบ 'url' ถ้าจะให้ไปที่ '\(page)' หรือลบ 'page'"))
  }

  // MARK: Pages

  static func unclosedFrontMatter(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unclosed-front-matter",
      Wording(
        en: "the front matter is not closed", th: "ส่วนหัวของหน้าไม่ได้ปิด"), at: span.place,
      hint: Wording(
        en: "put a line of three hyphens '---' under the fields",
        th: "ใส่บรรทัดขีดสามขีด '---' ต่อท้ายฟิลด์"))
  }

  static func missingTitle(in source: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "missing-title", Wording(en: "the page has no title", th: "หน้านี้ไม่มีชื่อเรื่อง"),
      at: source.start.place,
      hint: Wording(
        en: "write 'title: …' between two lines of '---' at the top",
        th: "เขียน 'title: …' ระหว่างบรรทัด '---' สองบรรทัดที่ต้นไฟล์"))
  }

  static func unknownLanguageSuffix(
    _ suffix: String, in source: SourceFile, among languages: [Language], meant: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-language",
      Wording(en: "the site has no language '\(suffix)'", th: "เว็บนี้ไม่มีภาษา '\(suffix)'"),
      at: source.start.place, hint: meant.map(renameTo) ?? oneOf(languages.map(\.tag.rawValue)))
  }

  /// - Parameter meant: the name with the language where it belongs, if that is what is wrong.
  static func badFileName(_ name: String, in source: SourceFile, meant: String?) -> Diagnostic {
    Diagnostic(
      .error, "bad-file-name",
      Wording(
        en: "'\(name)' cannot be part of an address", th: "'\(name)' ใช้เป็นส่วนหนึ่งของที่อยู่เว็บไม่ได้"),
      at: .file(path: source.path),
      hint: meant.map(renameTo)
        ?? Wording(
          en: "rename it with a-z, 0-9 and hyphens\(suggestedSlug(name))",
          th: "เปลี่ยนชื่อโดยใช้ a-z, 0-9 และขีด\(suggestedSlug(name))"))
  }

  private static func renameTo(_ name: String) -> Wording {
    let short = name.split(separator: "/").last ?? ""
    return Wording(
      en: "the language stands between two dots: rename it to \(short)",
      th: "ภาษาต้องอยู่ระหว่างจุดสองจุด เปลี่ยนชื่อเป็น \(short)")
  }

  static func hyphenatedLanguage(_ source: SourceFile, _ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "language-in-name",
      Wording(
        en: "the name looks like a translation, but this is a page of its own",
        th: "ชื่อไฟล์ดูเหมือนฉบับแปล แต่ไฟล์นี้เป็นหน้าแยกต่างหาก"), at: .file(path: source.path),
      hint: renameTo(name))
  }

  static func badSlug(_ slug: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-slug",
      Wording(
        en: "'\(slug)' cannot be part of an address", th: "'\(slug)' ใช้เป็นส่วนหนึ่งของที่อยู่เว็บไม่ได้"),
      at: place,
      hint: Wording(
        en: "use a-z, 0-9 and hyphens\(suggestedSlug(slug))",
        th: "ใช้ a-z, 0-9 และขีด\(suggestedSlug(slug))"))
  }

  private static func suggestedSlug(_ text: String) -> String { slug(text).map { ": \($0)" } ?? "" }

  static func nestedTooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "nested-too-deep",
      Wording(
        en: "shortcodes are nested deeper than 8 levels", th: "ชอร์ตโค้ดซ้อนกันลึกเกิน 8 ชั้น"),
      at: span.place,
      hint: Wording(
        en: "write them one after the other", th: "เขียนชอร์ตโค้ดต่อกันแทนการซ้อน"))
  }

  static func twoFilesForOnePage(_ file: SourceFile, _ other: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-page",
      Wording(
        en: "this is the same page in the same language as \(other.path)",
        th: "เป็นหน้าเดียวกันและภาษาเดียวกับ \(other.path)"), at: .file(path: file.path),
      hint: Wording(en: "keep one of the two files", th: "เก็บไว้เพียงไฟล์เดียว"))
  }

  static func sameURL(_ path: String, _ first: Place, _ second: Place) -> Diagnostic {
    let other = first.described
    return Diagnostic(
      .error, "same-url",
      Wording(
        en: "this would be published at \(path), as \(other.en) is",
        th: "หน้านี้จะอยู่ที่ \(path) ซ้ำกับ \(other.th)"), at: second,
      hint: Wording(
        en: "give one of them another name, slug or alias",
        th: "เปลี่ยนชื่อไฟล์ slug หรือ alias ของหน้าใดหน้าหนึ่ง"))
  }

  /// Two outputs of which one would be a file and the other lie in a folder of its name.
  static func fileAndFolder(
    _ file: String, _ other: String, _ first: Place, _ second: Place
  ) -> Diagnostic {
    let maker = first.described
    return Diagnostic(
      .error, "same-url",
      Wording(
        en: "\(other) cannot be published: \(file), from \(maker.en), is a file and no folder",
        th: "เผยแพร่ \(other) ไม่ได้ เพราะ \(file) จาก \(maker.th) เป็นไฟล์ ไม่ใช่โฟลเดอร์"), at: second,
      hint: Wording(
        en: "give one of them another name, slug or alias",
        th: "เปลี่ยนชื่อไฟล์ slug หรือ alias ของหน้าใดหน้าหนึ่ง"))
  }

  // MARK: Theme

  /// - Parameter lost: where the program's own theme was looked for.
  static func unknownTheme(
    _ theme: Located<String>, among names: [String], lostFrom lost: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-theme",
      Wording(
        en: "there is no theme 'themes/\(theme.value)/theme.yaml'",
        th: "ไม่พบธีม 'themes/\(theme.value)/theme.yaml'"), at: theme.span.place,
      hint: lost.map { .incompleteInstallation(lacking: $0) }
        ?? didYouMean(theme.value, among: names) ?? (names.isEmpty ? nil : oneOf(names)))
  }

  static func badPhrase(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "bad-phrase",
      Wording(
        en: "the phrase '\(key)' needs a text, or the forms 'one' and 'other'",
        th: "วลี '\(key)' ต้องเป็นข้อความ หรือมีรูป 'one' และ 'other'"), at: span.place,
      hint: Wording(
        en: "write '\(key): some words', or {one: …, other: …}",
        th: "เขียน '\(key): ข้อความ' หรือ {one: …, other: …}"))
  }

  static func missingPhrase(
    _ key: String, in files: [String], at place: Place?, among known: [String]
  ) -> Diagnostic {
    let list = files.joined(separator: ", ")
    return Diagnostic(
      .error, "missing-phrase",
      Wording(en: "the phrase '\(key)' is missing in \(list)", th: "ไม่มีวลี '\(key)' ใน \(list)"),
      at: place,
      hint: didYouMean(key, among: known)
        ?? Wording(
          en: "write a line '\(key): …' there", th: "เพิ่มบรรทัด '\(key): …' ในไฟล์นั้น"))
  }

  // MARK: Links and names

  static func deadAnchor(
    _ anchor: String, in file: String, at span: SourceSpan, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "dead-anchor",
      Wording(
        en: "\(file) has no heading with the id '\(anchor)'", th: "\(file) ไม่มีหัวข้อที่มีรหัส '\(anchor)'"
      ),
      at: span.place, hint: didYouMean(anchor, among: known) ?? (known.isEmpty ? nil : oneOf(known))
    )
  }

  /// - Parameter file: the text that shows the image, which another language's may have named.
  static func missingAltText(_ image: Located<String>, in file: SourceFile) -> Diagnostic {
    let isOwn = image.span.file.path == file.path
    return Diagnostic(
      .error, "missing-alt",
      Wording(
        en: "the image '\(image.value)' has no text for people who cannot see it",
        th: "ภาพ '\(image.value)' ไม่มีข้อความสำหรับผู้ที่มองไม่เห็น"),
      at: isOwn ? image.span.place : .file(path: file.path),
      hint: isOwn
        ? Wording(
          en: "write 'alt: …' under 'image', or 'decorative: true' where it says nothing",
          th: "เขียน 'alt: …' ใต้ 'image' หรือ 'decorative: true' ถ้าเป็นเพียงภาพประดับ")
        : Wording(
          en: "write it here in this language: image: {src: \(image.value), alt: …}",
          th: "เขียนเป็นภาษาของไฟล์นี้: image: {src: \(image.value), alt: …}"))
  }

  /// A name that none of a table's rows has: topics, areas, shortcodes, figures, templates.
  static func unknownName(
    _ code: String, _ kind: Wording, _ name: Located<String>, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, code,
      Wording(en: "there is no \(kind.en) '\(name.value)'", th: "ไม่มี\(kind.th) '\(name.value)'"),
      at: name.span.place,
      hint: didYouMean(name.value, among: known)
        ?? (known.isEmpty
          ? whereToWrite(code) : known.count <= 20 ? oneOf(known) : whereToLook(code)))
  }

  /// Where names of a kind of which there is none are written.
  private static func whereToWrite(_ code: String) -> Wording? {
    switch code {
    case "unknown-topic":
      Wording(
        en: "list the topics under 'taxonomies' in site.yaml: topics: {terms: {housing: …}}",
        th: "ระบุหัวข้อใต้ 'taxonomies' ใน site.yaml: topics: {terms: {housing: …}}")
    case "unknown-table":
      Wording(
        en: "put the table into content/data; 'saan data infer' drafts its description",
        th: "วางตารางไว้ใน content/data แล้วใช้ 'saan data infer' ช่วยร่างคำอธิบาย")
    case "unknown-figure":
      Wording(
        en: "figures are rows of the table 'indicators' in content/data",
        th: "ตัวเลขคือแถวของตาราง 'indicators' ใน content/data")
    default: nil
    }
  }

  /// Where names of a kind are listed that has many.
  private static func whereToLook(_ code: String) -> Wording? {
    switch code {
    case "unknown-figure":
      Wording(en: "'saan list figures' shows them all", th: "ดูทั้งหมดด้วย 'saan list figures'")
    case "unknown-table":
      Wording(en: "'saan list datasets' shows them all", th: "ดูทั้งหมดด้วย 'saan list datasets'")
    case "unknown-rule":
      Wording(
        en: "only these rules can be weighed: \(RuleSetting.codes.joined(separator: ", "))",
        th: "ปรับน้ำหนักได้เฉพาะกฎเหล่านี้: \(RuleSetting.codes.joined(separator: ", "))")
    case "unknown-area":
      Wording(
        en: "write the code or the slug that the table 'areas' has",
        th: "เขียนรหัสหรือ slug ที่มีในตาราง 'areas'")
    default: nil
    }
  }

  static func oneOf(_ names: [String]) -> Wording {
    let list = names.joined(separator: ", ")
    return Wording(en: "choose one of \(list)", th: "เลือกจาก \(list)")
  }
}

extension Place {
  /// The place in words, for a sentence about another one.
  var described: Wording {
    guard case .cell(let path, _, let row, _) = self else { return Wording(en: path, th: path) }
    return Wording(en: "row \(row) of \(path)", th: "แถว \(row) ของ \(path)")
  }
}
