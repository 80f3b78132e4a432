import SaanData
import SaanText

/// Every mistake in the languages of a site and in their words, with its wording.
extension Diagnostic {
  static func fallbackInCircle(_ tag: Located<String>, of language: Language) -> Diagnostic {
    let own = language.tag.rawValue
    return Diagnostic(
      .error, "fallback-in-circle",
      Wording(
        en: "'\(own)' borrows from '\(tag.value)' "
          + (tag.value == own ? "itself" : "a second time"),
        th: "'\(own)' ยืมข้อความจาก '\(tag.value)' " + (tag.value == own ? "ซึ่งคือตัวเอง" : "ซ้ำ")),
      at: tag.span.place,
      hint: Wording(
        en: "name each other language once, the best first: fallback: [th, en]",
        th: "ระบุภาษาอื่นภาษาละหนึ่งครั้ง ภาษาที่ดีที่สุดมาก่อน: fallback: [th, en]"))
  }

  static func wordsOfNoLanguage(
    _ tag: String, _ path: String, among languages: [Language]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unused-file",
      Wording(
        en: "the site has no language '\(tag)', so these words are not used",
        th: "เว็บนี้ไม่มีภาษา '\(tag)' จึงไม่ใช้คำเหล่านี้"), at: .file(path: path),
      hint: oneOf(languages.map(\.tag.rawValue)))
  }

  /// All words that a language lacks, in one message.
  static func missingWords(
    _ words: [Word], of language: Language, in path: String
  ) -> Diagnostic {
    let list = words.map(\.rawValue).joined(separator: ", ")
    let example = words.first.map { "\($0.rawValue): …" } ?? ""
    return Diagnostic(
      .error, "missing-words",
      Wording(
        en: "the program has no words in '\(language.tag.rawValue)' for \(list)",
        th: "โปรแกรมไม่มีคำภาษา '\(language.tag.rawValue)' สำหรับ \(list)"),
      at: .file(path: path),
      hint: Wording(
        en: "write each on a line of its own in \(path): \(example); `saan reference words` lists"
          + " them all with their English text",
        th:
          "เขียนบรรทัดละคำใน \(path): \(example) โดย `saan reference words` แสดงทุกคำพร้อมข้อความภาษาอังกฤษ"
      ))
  }

  /// A phrase that nobody asks for, spelt nearly as one of the theme's.
  static func mistypedPhrase(_ key: String, near: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "unknown-phrase",
      Wording(
        en: "no template asks for the phrase '\(key)', so it is never shown",
        th: "ไม่มีแม่แบบใดใช้วลี '\(key)' จึงไม่แสดงที่ใด"), at: span.place, hint: .meant(near))
  }

  /// All phrases of a theme, for a language that has none of them.
  static func missingPhrases(_ keys: [String], in path: String) -> Diagnostic {
    let list = keys.joined(separator: ", ")
    return Diagnostic(
      .error, "missing-phrase",
      Wording(
        en: "the theme has no phrases in this language; it needs \(list)",
        th: "ธีมไม่มีวลีของภาษานี้ ต้องมี \(list)"), at: .file(path: path),
      hint: Wording(
        en: "copy the file of a language you know to \(path), and translate it",
        th: "คัดลอกไฟล์ของภาษาที่คุณรู้เป็น \(path) แล้วแปล"))
  }

  static func unknownWord(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-word",
      Wording(
        en: "the program has no word '\(name.value)'", th: "โปรแกรมไม่มีคำ '\(name.value)'"),
      at: name.span.place,
      hint: didYouMean(name.value, among: Word.allCases.map(\.rawValue))
        ?? Wording(
          en: "`saan reference words` lists all; the theme's phrases are in theme/phrases/",
          th: "`saan reference words` แสดงทุกคำ ส่วนวลีของธีมอยู่ใน theme/phrases/"))
  }

  /// A word without a letter, which would leave a hole in every sentence.
  static func emptyWord(_ word: Word, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "empty-word",
      Wording(en: "'\(word.rawValue)' is empty", th: "'\(word.rawValue)' ว่างเปล่า"), at: place,
      hint: Wording(
        en: "write what readers shall see: `saan reference words` has the English text",
        th: "เขียนข้อความที่ผู้อ่านจะเห็น โดย `saan reference words` แสดงข้อความภาษาอังกฤษ"))
  }

  /// A word that leaves out what it is about.
  static func lostWordName(_ name: String, in word: Word, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "lost-word-name",
      Wording(
        en: "'\(word.rawValue)' leaves out {\(name)}, so that readers would not see it",
        th: "'\(word.rawValue)' ไม่มี {\(name)} ผู้อ่านจึงจะไม่เห็นค่านี้"), at: place,
      hint: Wording(
        en: "write {\(name)} where it belongs in the sentence",
        th: "เขียน {\(name)} ตรงตำแหน่งที่ควรอยู่ในประโยค"))
  }

  static func unknownWordName(
    _ name: String, in word: Word, _ known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.filter { $0 != "_" }.map { "{\($0)}" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-word-name",
      Wording(
        en: "'\(word.rawValue)' has nothing to put in place of {\(name)}",
        th: "'\(word.rawValue)' ไม่มีค่าที่จะแทน {\(name)}"), at: place,
      hint: known.isEmpty
        ? Wording(en: "write it without braces", th: "เขียนโดยไม่มีวงเล็บปีกกา")
        : Wording(en: "it can have \(list)", th: "ใช้ได้คือ \(list)"))
  }
}

extension Diagnostic {
  /// A drawing whose words readers of a page are not expected to read.
  static func foreignDrawing(
    _ words: String, _ own: Language.Tag, shownTo other: Language.Tag, on page: String,
    at place: Place
  ) -> Diagnostic {
    let (own, other) = (own.rawValue, other.rawValue)
    return Diagnostic(
      .warning, "drawing-language",
      Wording(
        en: "the drawing has words in '\(own)' only, such as '\(words)', and a page in '\(other)'"
          + " shows it",
        th: "ภาพนี้มีแต่ข้อความภาษา '\(own)' เช่น '\(words)' แต่หน้าภาษา '\(other)' แสดงภาพนี้"),
      at: place, notes: [Wording(en: "shown on \(page)", th: "แสดงใน \(page)")],
      hint: Wording(
        en: "write the words in '\(other)' as well, each marked: <text lang=\"\(other)\">; or give"
          + " that page a drawing of its own",
        th:
          "เขียนข้อความภาษา '\(other)' ไว้ด้วยและระบุภาษา: <text lang=\"\(other)\"> หรือใช้ภาพอีกภาพสำหรับหน้านั้น"
      ))
  }
}
