import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Every mistake in a theme, or in what a site says to its theme, with its wording.
extension Diagnostic {
  static func unusedAsset(_ path: String, among known: [String]) -> Diagnostic {
    let name = String(path.dropFirst("theme/assets/".count))
    return Diagnostic(
      .warning, "unused-file",
      Wording(
        en: "this replaces no file of the theme, and nothing uses it",
        th: "ไฟล์นี้ไม่ได้แทนไฟล์ใดของธีม และไม่มีที่ใดใช้"), at: .file(path: path),
      hint: didYouMean(name, among: known)
        ?? Wording(
          en:
            "name it as the file of the theme that it replaces, or write its name under 'theme_options' or as {{ asset(\"\(name)\") }} in a template",
          th:
            "ตั้งชื่อตามไฟล์ของธีมที่ต้องการแทน หรือเขียนชื่อไฟล์ใต้ 'theme_options' หรือเขียน {{ asset(\"\(name)\") }} ในแม่แบบ"
        ))
  }

  static func otherThemeName(_ name: Located<String>, folder: String) -> Diagnostic {
    Diagnostic(
      .warning, "theme-name",
      Wording(
        en: "the theme calls itself '\(name.value)', but its folder is '\(folder)', which counts",
        th: "ธีมระบุชื่อ '\(name.value)' แต่โฟลเดอร์ชื่อ '\(folder)' ซึ่งเป็นชื่อที่ใช้"),
      at: name.span.place,
      hint: Wording(en: "write 'name: \(folder)'", th: "เขียน 'name: \(folder)'"))
  }

  static func phrasesOfNoLanguage(
    _ tag: String, _ path: String, among languages: [Language]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unused-file",
      Wording(
        en: "the site has no language '\(tag)', so these phrases are not used",
        th: "เว็บนี้ไม่มีภาษา '\(tag)' จึงไม่ใช้วลีเหล่านี้"), at: .file(path: path),
      hint: oneOf(languages.map(\.tag.rawValue)))
  }

  static func phrasesDiffer(
    _ key: String, _ names: [String], in one: Language.Tag, and other: Language.Tag, at place: Place
  ) -> Diagnostic {
    let list = names.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "phrase-placeholders",
      Wording(
        en: "the phrase '\(key)' has \(list) in one of \(one.rawValue) and \(other.rawValue) only",
        th: "วลี '\(key)' มี \(list) เพียงภาษาเดียวใน \(one.rawValue) กับ \(other.rawValue)"),
      at: place,
      hint: Wording(
        en: "use the same names in braces in every language", th: "ใช้ชื่อในวงเล็บปีกกาให้เหมือนกันทุกภาษา"))
  }

  /// The filter that marks languages where no element can stand.
  static func markedInTag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "marked-in-tag",
      Wording(
        en: "'marked' writes an element, which cannot stand inside a tag or a title",
        th: "'marked' เขียนแท็ก จึงอยู่ภายในแท็กอื่นหรือใน title ไม่ได้"), at: span.place,
      hint: Wording(
        en: "take '| marked' out here; an attribute is plain text and names no language",
        th: "ลบ '| marked' ตรงนี้ออก เพราะค่าของแอตทริบิวต์เป็นข้อความล้วน กำกับภาษาไม่ได้"))
  }

  /// A call that leaves a name of the phrase as it is written.
  static func openPlaceholder(_ name: String, of key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "phrase-arguments",
      Wording(
        en: "the phrase '\(key)' needs '\(name)', which this call does not give",
        th: "วลี '\(key)' ต้องใช้ '\(name)' แต่ตรงนี้ไม่ได้ให้ค่า"), at: span.place,
      hint: Wording(
        en: "write t(\"\(key)\", \(name)=…), or take {\(name)} out of the phrase",
        th: "เขียน t(\"\(key)\", \(name)=…) หรือลบ {\(name)} ออกจากวลี"))
  }

  /// An argument that the phrase has no place for.
  static func surplusPlaceholder(
    _ argument: NamedPlace, of key: String, among names: [String]
  ) -> Diagnostic {
    let list = names.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      .error, "phrase-arguments",
      Wording(
        en: "the phrase '\(key)' has no place for '\(argument.name)'",
        th: "วลี '\(key)' ไม่มีที่ให้ใส่ '\(argument.name)'"), at: argument.span.place,
      hint: didYouMean(argument.name, among: names)
        ?? (names.isEmpty
          ? Wording(
            en: "delete the argument, or write {\(argument.name)} into the phrase",
            th: "ลบอาร์กิวเมนต์นี้ หรือเขียน {\(argument.name)} ในวลี")
          : Wording(en: "it has \(list)", th: "วลีนี้มี \(list)")))
  }

  static func themeCycle(_ theme: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "theme-cycle",
      Wording(
        en: "the theme '\(theme.value)' extends itself", th: "ธีม '\(theme.value)' สืบทอดจากตัวเอง"),
      at: theme.span.place,
      hint: Wording(
        en: "write another theme behind 'extends:', or take the line out",
        th: "เขียนชื่อธีมอื่นหลัง 'extends:' หรือลบบรรทัดนี้"))
  }

  static func wrongContract(_ contract: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "wrong-contract",
      Wording(
        en: "the theme needs contract \(contract.value), this program has \(themeContract)",
        th: "ธีมต้องการสัญญารุ่น \(contract.value) แต่โปรแกรมนี้มีรุ่น \(themeContract)"),
      at: contract.span.place,
      hint: Wording(
        en:
          "use the version of the program that the theme was made for, or ask its designer for a newer one",
        th: "ใช้โปรแกรมรุ่นที่ธีมทำไว้ให้ หรือขอธีมรุ่นใหม่จากผู้ออกแบบ"))
  }

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
      at: name.span.place,
      hint: Wording(
        en: "write a line '\(key): …' under the option",
        th: "เขียนบรรทัด '\(key): …' ใต้ตัวเลือกนี้"))
  }

  static func badThemeName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-theme-name",
      Wording(en: "'\(name)' cannot be a theme's name", th: "ใช้ '\(name)' เป็นชื่อธีมไม่ได้"),
      hint: Wording(
        en: "use a-z, 0-9 and hyphens, such as our-theme", th: "ใช้ a-z, 0-9 และขีด เช่น our-theme"))
  }

  static func themeExists(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "theme-exists",
      Wording(en: "there is a theme '\(name)' already", th: "มีธีม '\(name)' อยู่แล้ว"),
      hint: Wording(
        en: "choose another name; single files of a theme are changed by copies in theme/",
        th: "ตั้งชื่ออื่น ถ้าจะแก้เพียงบางไฟล์ของธีม ให้วางสำเนาไว้ใน theme/"))
  }

  /// - Parameter lost: where the program's own theme was looked for.
  static func unknownParentTheme(
    _ name: String, among names: [String], lostFrom lost: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-theme",
      Wording(en: "there is no theme '\(name)' to extend", th: "ไม่พบธีม '\(name)' ที่จะสืบทอด"),
      hint: lost.map { .incompleteInstallation(lacking: $0) }
        ?? didYouMean(name, among: names) ?? (names.isEmpty ? nil : oneOf(names)))
  }

  static func brokenStyle(_ kind: StyleMistake.Kind, at span: SourceSpan) -> Diagnostic {
    let (said, hint) = kind.told
    return Diagnostic(.warning, "broken-style", said, at: span.place, hint: hint)
  }

  static func badColour(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "bad-colour",
      Wording(en: "'\(text.value)' is no colour", th: "'\(text.value)' ไม่ใช่สี"),
      at: text.span.place,
      hint: Wording(en: "write it as '#0b5f8a'", th: "เขียนแบบ '#0b5f8a'"))
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

  /// An asset that a template asks for, by its name below `assets/`.
  static func unknownAsset(
    _ name: String, at span: SourceSpan, among known: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-asset",
      Wording(en: "there is no file 'assets/\(name)'", th: "ไม่มีไฟล์ 'assets/\(name)'"),
      at: span.place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en: "put the file into theme/assets/\(name)", th: "วางไฟล์ไว้ที่ theme/assets/\(name)"))
  }

  /// A copy of the program's own theme in the site.
  static func copiedTheme(_ folder: String, changed: [String]) -> Diagnostic {
    let files = changed.prefix(5).joined(separator: ", ")
    let rest = changed.count > 5 ? " … (\(changed.count))" : ""
    let hint =
      changed.isEmpty
      ? Wording(
        en: "nothing in it was changed: delete the folder, and the program's theme is used",
        th: "ยังไม่มีใครแก้ไฟล์ใดในนี้ ลบโฟลเดอร์นี้ได้ แล้วโปรแกรมจะใช้ธีมที่มากับโปรแกรม")
      : Wording(
        en:
          "move what you changed on purpose to theme/, delete the folder; these files differ: \(files)\(rest)",
        th: "ย้ายไฟล์ที่ตั้งใจแก้ไปไว้ใน theme/ แล้วลบโฟลเดอร์นี้ ไฟล์ที่ต่างกัน: \(files)\(rest)")
    return Diagnostic(
      .warning, "theme-copy",
      Wording(
        en: "this is a copy of the program's own theme, which never gets its fixes and new parts",
        th: "นี่คือสำเนาของธีมที่มากับโปรแกรม จึงไม่ได้รับการแก้ไขและส่วนใหม่"),
      at: .file(path: folder), hint: hint)
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

  static func unshownMenu(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .warning, "unshown-menu",
      Wording(
        en: "no template of the theme shows the menu '\(name.value)'",
        th: "ไม่มีแม่แบบใดของธีมแสดงเมนู '\(name.value)'"), at: name.span.place,
      hint: didYouMean(name.value, among: ["main", "footer"].filter { $0 != name.value })
        ?? Wording(
          en: "themes show 'main' at the top and 'footer' at the bottom of a page",
          th: "ธีมแสดง 'main' ที่หัวหน้าเว็บ และ 'footer' ที่ท้ายหน้า"))
  }

  static func uncalledMacro(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "unused-macro",
      Wording(
        en: "nothing calls the macro '\(name)', so that its fields could not be checked",
        th: "ไม่มีที่ใดเรียกแมโคร '\(name)' จึงตรวจฟิลด์ในแมโครนี้ไม่ได้"), at: span.place,
      hint: Wording(en: "delete it, or call it", th: "ลบออก หรือเรียกใช้"))
  }

  static func unaskedPhrase(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "unused-phrase",
      Wording(en: "no template asks for the phrase '\(key)'", th: "ไม่มีแม่แบบใดใช้วลี '\(key)'"),
      at: span.place,
      hint: Wording(
        en: "delete the line, or correct its name if a template asks for it by another",
        th: "ลบบรรทัดนี้ หรือแก้ชื่อถ้าแม่แบบเรียกด้วยชื่ออื่น"))
  }

  /// A shortcode that shows what is made of its own text.
  static func shownTooEarly(_ call: TemplateCall) -> Diagnostic {
    Diagnostic(
      .error, "shown-too-early",
      Wording(
        en:
          "'\(call.name)' shows what is known only when this text is made: how it begins, or which "
          + "pages show a figure",
        th: "'\(call.name)' แสดงสิ่งที่จะรู้ได้ต่อเมื่อสร้างเนื้อหานี้เสร็จแล้ว คือคำขึ้นต้นของเนื้อหา "
          + "หรือรายชื่อหน้าที่ใช้ตัวเลข"), at: call.nameSpan.place,
      hint: Wording(
        en: "give this article a 'summary', or take the shortcode out of its text",
        th: "ใส่ 'summary' ให้บทความนี้ หรือลบชอร์ตโค้ดนี้ออกจากเนื้อหา"))
  }
}

extension Wording {
  /// That the program's themes are not where they belong, and what puts them there.
  static func incompleteInstallation(lacking folder: String) -> Wording {
    Wording(
      en:
        "the program is not installed completely: its themes are not in \(folder); run 'sudo make install' in the folder of its source",
      th:
        "ติดตั้งโปรแกรมไม่ครบ เพราะไม่มีธีมของโปรแกรมใน \(folder) ให้สั่ง 'sudo make install' ในโฟลเดอร์ซอร์สของโปรแกรม"
    )
  }
}

extension StyleMistake.Kind {
  /// What a browser makes of it, and how to mend it.
  fileprivate var told: (Wording, hint: Wording) {
    switch self {
    case .openBlock:
      (
        Wording(
          en:
            "the block that opens here is not closed, so browsers read what follows as part of it",
          th: "บล็อกที่เปิดตรงนี้ไม่มีเครื่องหมายปิด เบราว์เซอร์จึงอ่านส่วนที่ตามมาเป็นของบล็อกนี้"
        ), Wording(en: "write '}' where it ends", th: "เขียน '}' ตรงที่บล็อกจบ")
      )
    case .strayBrace:
      (
        Wording(
          en: "no block is open here, so browsers leave out the rule that follows",
          th: "ไม่มีบล็อกใดเปิดอยู่ เบราว์เซอร์จึงข้ามกฎที่ตามมา"),
        Wording(en: "remove '}', or write the '{' that it closes", th: "ลบ '}' หรือเขียน '{' ที่ขาดไป")
      )
    case .openComment:
      (
        Wording(
          en:
            "the comment that opens here is not closed, so browsers leave out the rest of the file",
          th: "คอมเมนต์ที่เปิดตรงนี้ไม่มีเครื่องหมายปิด เบราว์เซอร์จึงข้ามส่วนที่เหลือของไฟล์"
        ), Wording(en: "write '*/' where it ends", th: "เขียน '*/' ตรงที่คอมเมนต์จบ")
      )
    case .openText:
      (
        Wording(
          en: "the quotation mark is not closed on its line, so browsers leave out the declaration",
          th: "เครื่องหมายคำพูดไม่ปิดในบรรทัดเดียวกัน เบราว์เซอร์จึงข้ามคำสั่งนี้"),
        Wording(en: "write the second mark on the same line", th: "เขียนเครื่องหมายปิดในบรรทัดเดียวกัน")
      )
    case .missingSemicolon(let next):
      (
        Wording(
          en: "there is no ';' before '\(next)', so browsers leave out this and the line above",
          th: "ไม่มี ';' ก่อน '\(next)' เบราว์เซอร์จึงข้ามทั้งบรรทัดนี้และบรรทัดก่อนหน้า"),
        Wording(en: "write ';' at the end of the line above", th: "เขียน ';' ท้ายบรรทัดก่อนหน้า")
      )
    case .colour(let text):
      (
        Wording(
          en: "'\(text)' is not a colour, so browsers leave out the declaration",
          th: "'\(text)' ไม่ใช่สี เบราว์เซอร์จึงข้ามคำสั่งนี้"),
        Wording(
          en: "write 3 or 6 digits of 0-9 and a-f after '#', 4 or 8 with transparency",
          th: "เขียนเลขฐานสิบหก (0-9, a-f) หลัง '#' 3 หรือ 6 หลัก ถ้ามีความโปร่งใสเขียน 4 หรือ 8 หลัก")
      )
    }
  }
}
