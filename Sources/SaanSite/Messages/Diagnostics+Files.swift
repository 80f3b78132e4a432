import SaanData
import SaanFiles
import SaanPublish
import SaanText

/// Everything about the files of a site's folder that is not in their text, with its wording.
extension Diagnostic {
  static func outsideLink(_ path: String, to target: String) -> Diagnostic {
    Diagnostic(
      .error, "outside-link",
      Wording(
        en: "this symbolic link leads out of the site's folder, to \(target)",
        th: "ลิงก์สัญลักษณ์นี้ชี้ออกนอกโฟลเดอร์ของเว็บ ไปที่ \(target)"), at: .file(path: path),
      hint: Wording(
        en: "put a copy of what is meant in its place", th: "วางสำเนาของสิ่งที่ต้องการไว้แทนลิงก์"))
  }

  static func hiddenFiles(_ paths: [String]) -> Diagnostic {
    let names = paths.prefix(3).joined(separator: ", ")
    let rest = paths.count - 3
    return Diagnostic(
      .note, "hidden-files",
      Wording(
        en:
          "names that begin with a dot are left out: \(names)\(rest > 0 ? " and \(rest) more" : "")",
        th: "ข้ามไฟล์ที่ชื่อขึ้นต้นด้วยจุด: \(names)\(rest > 0 ? " และอีก \(rest) รายการ" : "")"),
      at: paths.first.map { .file(path: $0) },
      hint: Wording(
        en:
          "if one should be published, take the dot off its name, or name it in site.yaml, such as static: [.well-known/**]",
        th:
          "ถ้าต้องการเผยแพร่ ให้ตัดจุดออกจากชื่อไฟล์ หรือระบุใน site.yaml เช่น static: [.well-known/**]"))
  }

  /// Files outside the folders that are read, or in the wrong place of one.
  static func misplacedFiles(_ paths: [String], belongsIn folder: String) -> Diagnostic {
    let names = paths.prefix(3).joined(separator: ", ")
    let rest = paths.count - 3
    return Diagnostic(
      .warning, "misplaced-file",
      paths.count == 1
        ? Wording(
          en: "the program does not read '\(names)' where it lies, so nothing of it is published",
          th: "โปรแกรมไม่อ่าน '\(names)' ที่ตำแหน่งนี้ จึงไม่เผยแพร่")
        : Wording(
          en:
            "the program does not read \(paths.count) files where they lie, so nothing of them is published: \(names)\(rest > 0 ? " and \(rest) more" : "")",
          th:
            "โปรแกรมไม่อ่านไฟล์ \(paths.count) ไฟล์ที่ตำแหน่งนี้ จึงไม่เผยแพร่: \(names)\(rest > 0 ? " และอีก \(rest) ไฟล์" : "")"
        ),
      at: .file(path: paths[0]),
      hint: Wording(
        en: "move \(paths.count == 1 ? "it" : "them") into \(folder)",
        th: "ย้ายไปไว้ใน \(folder)"))
  }

  static func linkLoop(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "link-loop",
      Wording(
        en: "this symbolic link leads back to a folder that it lies in",
        th: "ลิงก์สัญลักษณ์นี้ชี้กลับไปยังโฟลเดอร์ที่ลิงก์อยู่"), at: .file(path: path),
      hint: Wording(en: "remove the link", th: "ลบลิงก์นี้"))
  }

  static func specialFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "special-file",
      Wording(
        en: "this is no plain file but a pipe, socket or device, and is left out",
        th: "นี่ไม่ใช่ไฟล์ธรรมดา แต่เป็นไปป์ ซ็อกเก็ต หรืออุปกรณ์ จึงข้ามไป"), at: .file(path: path),
      hint: Wording(en: "move it out of the site's folder", th: "ย้ายออกจากโฟลเดอร์ของเว็บ"))
  }

  /// A name that is no text; it stops a build only where the file would be part of the site.
  static func undecodableName(_ shown: String, in folder: String) -> Diagnostic {
    let endings = [".md", ".csv", ".tsv", ".xlsx"]
    let isUsed =
      folder == "static" || folder.hasPrefix("static/")
      || folder.hasPrefix("content") && endings.contains(where: shown.lowercased().hasSuffix)
    return Diagnostic(
      isUsed ? .error : .note, "undecodable-name",
      Wording(
        en: "the name '\(shown)' in this folder is not UTF-8, so the file is left out",
        th: "ชื่อ '\(shown)' ในโฟลเดอร์นี้ไม่ใช่ UTF-8 จึงข้ามไฟล์นี้"), at: .file(path: folder),
      hint: Wording(
        en:
          "rename the file; names from old Windows programs or archives are often in another encoding",
        th: "เปลี่ยนชื่อไฟล์ ชื่อจากโปรแกรม Windows รุ่นเก่าหรือไฟล์บีบอัดมักใช้รหัสอื่น"))
  }

  static func unusedFiles(_ paths: [String], in folder: String) -> Diagnostic {
    let names = paths.prefix(3).map { String(FilePath.lastPart(of: $0)) }.joined(separator: ", ")
    let rest = paths.count - 3
    let message =
      paths.count == 1
      ? Wording(
        en: "nothing refers to this file, so it is not published",
        th: "ไม่มีที่ใดอ้างถึงไฟล์นี้ จึงไม่เผยแพร่")
      : Wording(
        en:
          "nothing refers to \(paths.count) files here, so they are not published: \(names)\(rest > 0 ? ", and \(rest) more" : "")",
        th:
          "ไม่มีที่ใดอ้างถึงไฟล์ \(paths.count) ไฟล์ในนี้ จึงไม่เผยแพร่: \(names)\(rest > 0 ? " และอีก \(rest) ไฟล์" : "")"
      )
    return Diagnostic(
      .warning, "unused-file", message, at: .file(path: paths.count == 1 ? paths[0] : folder),
      hint: Wording(
        en:
          "link to it from an article, list it under 'static' in site.yaml, or move it out of the folder",
        th: "ใส่ลิงก์ในบทความ ระบุใต้ 'static' ใน site.yaml หรือย้ายออกจากโฟลเดอร์นี้"))
  }

  static func unreadArticle(_ path: String) -> Diagnostic {
    let name = String(FilePath.lastPart(of: path))
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let plain = stem.lowercased().hasSuffix(".md") ? String(stem.dropLast(3)) : stem
    let hasLanguage = plain.split(separator: ".").last.map { $0.count == 2 } ?? false
    let article = plain.contains(".") && hasLanguage ? plain + ".md" : plain + ".th.md"
    let isMarkdown =
      name.dropFirst(stem.count).lowercased().hasPrefix(".m") || stem.hasSuffix(".md")
    return Diagnostic(
      .warning, "unread-article",
      Wording(
        en: "articles are read from files whose names end in .md, so this one is left out",
        th: "โปรแกรมอ่านบทความจากไฟล์ที่ชื่อลงท้ายด้วย .md เท่านั้น จึงข้ามไฟล์นี้"),
      at: .file(path: path),
      hint: isMarkdown
        ? Wording(en: "rename it to \(article)", th: "เปลี่ยนชื่อเป็น \(article)")
        : Wording(
          en:
            "copy its text into a file \(article), or link to it from an article if readers should download it",
          th: "คัดลอกข้อความลงในไฟล์ \(article) หรือใส่ลิงก์ในบทความหากต้องการให้ผู้อ่านดาวน์โหลด"))
  }

  static func unreadTable(_ path: String, _ descriptor: String) -> Diagnostic {
    let name = path.dropFirst("content/data/".count)
    return Diagnostic(
      .warning, "unread-table",
      Wording(
        en:
          "no table of \(descriptor) is read from this file, so nothing of it is shown",
        th: "ไม่มีตารางใดใน \(descriptor) ที่อ่านจากไฟล์นี้ จึงไม่มีการแสดงข้อมูล"),
      at: .file(path: path),
      hint: Wording(
        en:
          "describe \(name) there, as \"saan data infer '\(path)'\" drafts it, or move it out of content/data",
        th:
          "เพิ่มคำอธิบายของ \(name) ไว้ที่นั่น โดยใช้ \"saan data infer '\(path)'\" ช่วยร่าง หรือย้ายออกจาก content/data"
      ))
  }

  /// A table whose name the program knows, with columns that it does not, and without a
  /// description.
  static func unreadKnownTable(_ path: String, _ name: String, needs columns: [String])
    -> Diagnostic
  {
    let list = columns.joined(separator: ", ")
    return Diagnostic(
      .warning, "unread-table",
      Wording(
        en:
          "'\(name)' is a table with the columns \(list) unless it is described otherwise; this file has others, so nothing of it is shown",
        th:
          "ตารางชื่อ '\(name)' ต้องมีคอลัมน์ \(list) เว้นแต่จะมีคำอธิบาย แต่ไฟล์นี้มีคอลัมน์อื่น จึงไม่มีการแสดงข้อมูล"
      ),
      at: .file(path: path),
      hint: Wording(
        en:
          "describe it in content/data/datapackage.yaml, as \"saan data infer '\(path)'\" drafts it, or head its columns so",
        th:
          "เพิ่มคำอธิบายใน content/data/datapackage.yaml โดยใช้ \"saan data infer '\(path)'\" ช่วยร่าง หรือตั้งหัวคอลัมน์ตามนี้"
      ))
  }

  // MARK: Fixed files

  static func idleStaticGlob(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "idle-static",
      Wording(en: "no file is named '\(text.value)'", th: "ไม่มีไฟล์ที่ตรงกับ '\(text.value)'"),
      at: text.span.place,
      hint: Wording(
        en: "put the files into static/ or the site's folder, or remove the line",
        th: "วางไฟล์ไว้ใน static/ หรือโฟลเดอร์ของเว็บ หรือลบบรรทัดนี้"))
  }

  /// A pattern that names what pages are made from.
  static func staticSource(_ text: Located<String>, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "idle-static",
      Wording(
        en:
          "'\(text.value)' names \(path), which the site is made from and which is not published itself",
        th: "'\(text.value)' ตรงกับ \(path) ซึ่งใช้สร้างเว็บ และไม่เผยแพร่ตัวไฟล์เอง"),
      at: text.span.place,
      hint: Wording(
        en: "name files for download alone; to publish this one as well, put a copy into static/",
        th: "ระบุเฉพาะไฟล์สำหรับดาวน์โหลด ถ้าต้องการเผยแพร่ไฟล์นี้ด้วย ให้วางสำเนาไว้ใน static/"))
  }

  // MARK: Names of outputs

  static func longName(_ name: String, bytes: Int, limit: Int, at place: Place?) -> Diagnostic {
    let start = name.prefix(40)
    return Diagnostic(
      .error, "long-name",
      Wording(
        en: "the name \(start)… is too long for a file: \(bytes) bytes where \(limit) are possible",
        th: "ชื่อ \(start)… ยาวเกินไปสำหรับไฟล์: \(bytes) ไบต์ แต่มีได้ \(limit) ไบต์"), at: place,
      hint: Wording(
        en: "choose a shorter name; a Thai letter takes three bytes",
        th: "ตั้งชื่อให้สั้นลง อักษรไทยหนึ่งตัวใช้สามไบต์"))
  }

  static func unprintableName(_ path: String, at place: Place?) -> Diagnostic {
    let shown = String(
      path.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : Character($0) })
    return Diagnostic(
      .error, "unprintable-name",
      Wording(
        en: "the address \(shown) has a control character", th: "ที่อยู่ \(shown) มีอักขระควบคุม"),
      at: place, hint: Wording(en: "rename the file", th: "เปลี่ยนชื่อไฟล์"))
  }
}

extension Wording {
  /// What to write where the folder of a site is no folder.
  ///
  /// - Parameters:
  ///   - path: what was written.
  ///   - kind: what is there; `nil` for nothing.
  static func siteFolder(instead path: String, of kind: FileSystem.Kind?) -> Wording? {
    switch kind {
    case nil:
      Wording(
        en:
          "name the folder that site.yaml lies in, seen from this one: --source DIR; 'saan new site DIR' makes a new one",
        th:
          "ระบุโฟลเดอร์ที่มี site.yaml โดยนับจากโฟลเดอร์นี้: --source โฟลเดอร์ หรือสร้างเว็บใหม่ด้วย 'saan new site โฟลเดอร์'"
      )
    case .file:
      Wording(
        en: "name the folder that the file lies in: --source \(FilePath.parent(of: path))",
        th: "ระบุโฟลเดอร์ที่มีไฟล์นี้: --source \(FilePath.parent(of: path))")
    case .directory, .link, .other: nil
    }
  }
}
