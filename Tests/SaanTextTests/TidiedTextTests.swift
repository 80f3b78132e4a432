import Testing

@testable import SaanText

/// Codes that stand for no character, which Swift does not take in a literal.
private let noncharacters = [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF].map { (code: UInt32) in
  String(Character(Unicode.Scalar(code) ?? " "))
}.joined()

/// What Thai writers really type is put right as it is read, and told once.
@Suite struct TidiedTextTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test(arguments: [
    ("นํ้า ทํา น้ํา", "น้ำ ทำ น้ำ"), ("คำ\u{200B}ขวัญ\u{AD}ยาว", "คำขวัญยาว"),
    ("นำ้ท่วม กำ่ นํา้", "น้ำท่วม ก่ำ น้ำ"), ("ที่่ ข้้อ น้ำำ", "ที่ ข้อ น้ำ"), ("ท่ี เเม่", "ที่ แม่"), ("ท่\u{200B}ี", "ที่"),
    ("ท่\u{2060}่ี", "ที่"),
    ("10\u{A0}คน\u{2009}และ\u{3000}ต่อ\u{202F}ไป", "10 คน และ ต่อ ไป"),
    ("ก\u{7}ข\u{7F}ค\u{85}ง\(noncharacters)จ", "กขค งจ"),
    ("สรุป\u{B}หนึ่ง\u{C}สอง\u{2028}สาม", "สรุป หนึ่ง สอง สาม"),
    ("\u{202A}ก\u{202E}ข\u{2066}ค\u{200E}ง\u{200F}", "กขคง"), ("ก\u{FEFF}ข\u{34F}ค\u{180E}", "กขค"),
    ("ก\u{200C}ข\u{200D} a\u{200D}b", "กข ab"), ("ท\u{F70A}\u{E35} ป\u{F701}", "ที่ ปิ"),
    ("บรรทัด\u{A0}\u{A0}\nต่อ\u{A0} \r\n", "บรรทัด\nต่อ \r\n"), ("ก\u{FE0F}ข \u{E0001}ค", "กข ค"),
    ("\u{0}", ""),
  ])
  func isPutRight(text: String, expected: String) throws {
    let (right, mends) = tidied(text)
    #expect(scalars(right) == scalars(expected), "\(text)")
    #expect(!mends.isEmpty)
    #expect(tidied(right).mends.isEmpty)
  }

  @Test(arguments: [
    "น้ำ ที่ แม่ “อ้าง” ‘ใน’ – — … •", "👩‍👩‍👧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ✔︎ ☎️", "ក្រ\u{200C}ក  क्\u{200D}ष می\u{200C}خواهم", "日本、ก",
    "ปฎิรูป", "\tก\r\nข\n", "é ñ 100 °C ½ ² ®",
  ])
  func staysAsItIs(text: String) {
    #expect(scalars(tidied(text).text) == scalars(text))
  }

  @Test func whatIsDoubtfulStaysAndIsTold() {
    let file = SourceFile(path: "a.md", text: "ก้่ข ปฎิรูป นา่ \u{FFFD}\n").tidied()
    #expect(file.text == "ก้่ข ปฎิรูป นา่ \u{FFFD}\n")
    let found = file.textDiagnostics().all
    #expect(found.map(\.severity) == [.warning, .warning, .warning, .warning])
    #expect(found.map(\.message.en).last == "a letter was lost when the text was converted")
  }

  @Test func theHintForMarksInTheWrongOrderIsTheRightOrder() {
    let file = SourceFile(path: "a.md", text: "มา้ เ้ก\n").tidied()
    #expect(file.text == "มา้ เ้ก\n")
    let found = file.textDiagnostics().all
    #expect(found.compactMap(\.hint?.en) == ["write '้า'", "write 'ก้'"])
    #expect(found.compactMap(\.hint?.th) == ["เขียน '้า'", "เขียน 'ก้'"])
    #expect(
      found.map(\.message.th) == Array(repeating: "พิมพ์วรรณยุกต์กับสระสลับที่กัน", count: 2))
  }

  @Test func aSpaceOfAnotherKindIsNoIndentationOfProse() {
    let article =
      "---\ntitle:\u{A0}ก\nimage:\n\u{A0}\u{A0}src: a\n---\n\u{A0}\u{A0}\u{A0}\u{A0}ย่อหน้า\n-\u{A0}ข้อ\n"
    #expect(
      SourceFile(path: "a.th.md", text: article).tidied(isArticle: true).text
        == "---\ntitle: ก\nimage:\n  src: a\n---\nย่อหน้า\n- ข้อ\n")
  }

  @Test func oneNoteCountsEachKindAndNamesTheFirstPlaces() {
    let file = SourceFile(
      path: "a.md", text: "หนึ่ง\nก\u{200B}ข\u{200B}\nนํา\n\u{200B}\n\u{200B}\n\u{200B}\u{7}\n"
    ).tidied()
    let note = file.textDiagnostics()
    #expect(
      DiagnosticPrinter().text(note) == """
        note[thai-text]: characters that cannot be seen or are typed wrong were put right: 5 × ‹ZWSP› (lines 2, 4, 5, …); 1 × SARA AM is typed as two characters (line 3); 1 × ‹U+0007› (line 6)
          --> a.md:2:2
        2 | กข
          |  ^
           = hint: what is published is right; to mend the file as well, type these places again

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(note).hasPrefix(
        "note[thai-text]: แก้อักขระที่มองไม่เห็นหรือพิมพ์ผิดให้แล้ว: 5 × ‹ZWSP› (บรรทัด 2, 4, 5, …); "))
  }

  @Test func messagesShowWhatCannotBeSeen() {
    let file = SourceFile(path: "a.md", text: "ก\u{200B}ข\u{7}ค bad\n")
    let start = Array(file.text.utf8).count - 4
    let text = DiagnosticPrinter().text(
      Diagnostic(
        .error, "code", Wording(en: "no '\u{200B}title'\u{A0}", th: ""),
        at: file.span(start..<start + 3).place, hint: Wording(en: "👩‍👩‍👧\u{FEFF}", th: "")))
    #expect(
      text == """
        error[code]: no '‹ZWSP›title'‹NBSP›
          --> a.md:1:7
        1 | ก‹ZWSP›ข‹U+0007›ค bad
          |                   ^^^
           = hint: 👩‍👩‍👧‹BOM›

        """)
    #expect(
      DiagnosticPrinter().json(
        Diagnostics([Diagnostic(.note, "n", Wording(en: "a\u{200B}", th: ""))])
      ).contains("a‹ZWSP›"))
  }

  @Test(arguments: ["ก\u{F0B7}ข", "ก\u{E000}ข", "ก\u{F8FF}", "- \u{F0D8} ก", "ก\u{FFFD}"])
  func whatOnlyOneFontHasIsTold(_ text: String) {
    let file = SourceFile(path: "a.md", text: text + "\n").tidied()
    #expect(
      file.textDiagnostics().all.map(\.message.en)
        == ["a letter was lost when the text was converted"])
    #expect(file.text == text + "\n")
  }

  @Test(arguments: ["\u{F0B7} ก\n  \u{F0A7} ข", "ก\u{F700}ข", "ก ❤️ ﷺ ﬁ"])
  func bulletsOfWordAndOldLettersAreNotLost(_ text: String) {
    let file = SourceFile(path: "a.md", text: text + "\n").tidied()
    #expect(!file.textDiagnostics().all.contains { $0.message.en.hasPrefix("a letter was lost") })
  }
}
