import SaanText
import Testing

@Suite("Diagnostics as they are printed")
struct DiagnosticPrinterTests {
  private func printed(_ text: String, marking word: String, path: String = "a.md") -> String {
    let file = SourceFile(path: path, text: text)
    let (bytes, mark) = (Array(text.utf8), Array(word.utf8))
    let start =
      bytes.indices.first {
        bytes[$0] == mark.first && bytes[$0...].starts(with: mark)
      } ?? 0
    let span = file.span(start..<start + mark.count)
    return DiagnosticPrinter().text(
      Diagnostic(.error, "code", Wording(en: "wrong", th: "ผิด"), at: span.place))
  }

  @Test func theCaretStandsUnderThai() {
    // Marks take no cell; SARA AM takes one of its own: ที่น้ำ is three cells wide.
    #expect(
      printed("x\nที่น้ำ titel ก้น\n", marking: "titel") == """
        error[code]: wrong
          --> a.md:2:4
        2 | ที่น้ำ titel ก้น
          |     ^^^^^

        """)
    #expect(printed("ก ที่น้ำ", marking: "ที่น้ำ").hasSuffix("  |   ^^^\n"))
  }

  @Test func theCaretStandsUnderTabsAndWideSigns() {
    #expect(printed("\t\tx", marking: "x").hasSuffix("1 |     x\n  |     ^\n"))
    #expect(printed("日本 x", marking: "x").hasSuffix("  |      ^\n"))
    #expect(printed("👩‍👩‍👧🇹🇭❤️✅ x", marking: "x").hasSuffix("  |          ^\n"))
    #expect(printed("a\u{1B}[31m x", marking: "x").contains("1 | a‹U+001B›[31m x\n"))
  }

  @Test func linesOfWindowsFilesEndBeforeTheirReturn() {
    #expect(printed("a\r\nbad\r\nc", marking: "bad").contains("2 | bad\n  | ^^^\n"))
  }

  @Test func aLineOfFiveMegabytesIsShownInPart() {
    let text =
      String(repeating: "ก้", count: 400_000) + "bad" + String(repeating: "ข", count: 900_000)
    let lines = printed(text, marking: "bad").split(separator: "\n")
    #expect(lines[1] == "  --> a.md:1:400001")
    #expect(lines[2].utf8.count < 500)
    #expect(lines[2].hasPrefix("1 | …"))
    #expect(lines[2].hasSuffix("…"))
    #expect(!lines[2].contains("\u{FFFD}"))
    #expect(lines[3].hasSuffix("^^^"))
  }

  @Test func spansAtTheEdgesArePrinted() {
    let file = SourceFile(path: "a.md", text: "one\ntwo")
    let printer = DiagnosticPrinter()
    func text(_ range: Range<Int>) -> String {
      printer.text(Diagnostic(.note, "n", Wording(en: "m", th: "ม"), at: file.span(range).place))
    }
    #expect(text(0..<0).hasSuffix("--> a.md:1:1\n1 | one\n  | ^\n"))
    #expect(text(7..<7).hasSuffix("--> a.md:2:4\n2 | two\n  |    ^\n"))
    #expect(text(2..<6).hasSuffix("--> a.md:1:3\n1 | one\n  |   ^\n"))
    #expect(text(90..<99).hasSuffix("--> a.md:2:4\n2 | two\n  |    ^\n"))
    let empty = SourceFile(path: "e.md", text: "")
    #expect(
      printer.text(Diagnostic(.error, "e", Wording(en: "m", th: "ม"), at: empty.start.place))
        == "error[e]: m\n  --> e.md:1:1\n")
  }

  @Test func cellsHintsAndNotesInBothLanguages() {
    let diagnostic = Diagnostic(
      .warning, "w", Wording(en: "wrong", th: "ผิด"),
      at: .cell(path: "f.xlsx", sheet: "กองทุน", row: 7, column: "จังหวัด"),
      notes: [Wording(en: "a note", th: "หมายเหตุ")], hint: Wording(en: "do", th: "ทำ"))
    #expect(
      DiagnosticPrinter().text(diagnostic) == """
        warning[w]: wrong
          --> f.xlsx › กองทุน › row 7 › จังหวัด
           = hint: do
           = note: a note

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(diagnostic) == """
        warning[w]: ผิด
          --> f.xlsx › กองทุน › แถว 7 › จังหวัด
           = hint: ทำ
           = note: หมายเหตุ

        """)
    #expect(MessageLanguage(environment: "th_TH.UTF-8") == .thai)
    #expect(MessageLanguage(environment: nil) == .english)
  }

  @Test func beyondTheLimitTheRestIsCounted() {
    let all = (0..<5).map { Diagnostic(.error, "e\($0)", Wording(en: "m\($0)", th: "ม")) }
    let text = DiagnosticPrinter(limit: 2).text(Diagnostics(all))
    #expect(text == "error[e0]: m0\n\nerror[e1]: m1\n\n… and 3 more\n")
    #expect(DiagnosticPrinter().text(Diagnostics()) == "")
  }
}

@Suite("Collections of diagnostics")
struct DiagnosticsTests {
  private func diagnostic(_ path: String, _ offset: Int, _ code: String) -> Diagnostic {
    let file = SourceFile(path: path, text: "0123456789")
    return Diagnostic(
      .warning, code, Wording(en: code, th: code), at: file.span(offset..<offset + 1).place)
  }

  @Test func areSortedByPathAndPlaceEachOnce() {
    let found = Diagnostics([
      diagnostic("b", 1, "x"), diagnostic("a", 9, "x"), diagnostic("a", 2, "z"),
      diagnostic("a", 2, "y"), diagnostic("a", 9, "x"),
      Diagnostic(.error, "none", Wording(en: "m", th: "ม")),
      Diagnostic(.error, "file", Wording(en: "m", th: "ม"), at: .file(path: "a")),
    ])
    #expect(found.sorted.map(\.code) == ["none", "file", "y", "z", "x", "x"])
    #expect(found.sorted.compactMap { $0.place?.path } == ["a", "a", "a", "a", "b"])
    #expect(found.count(.warning) == 4)
  }

  @Test func areCountedAsTheyArePrintedEachOnce() {
    let (a, b) = (
      Diagnostic(.error, "a", Wording(en: "x", th: "x")),
      Diagnostic(.error, "b", Wording(en: "x", th: "x"))
    )
    let warning = Diagnostic(.warning, "a", Wording(en: "x", th: "x"))
    let all = Diagnostics([a, b, a, warning, a])
    #expect(all.count(.error) == 2)
    #expect(all.count(.warning) == 1)
    #expect(all.count(.note) == 0)
    #expect(all.sorted.count == 3)
  }

  @Test func strictMakesErrorsOfWarningsOnly() {
    let note = Diagnostic(.note, "n", Wording(en: "m", th: "ม"))
    var found = Diagnostics([diagnostic("a", 0, "w"), note])
    #expect(!found.hasErrors)
    #expect(found.strict.hasErrors)
    #expect(found.strict.all.map(\.severity) == [.error, .note])
    found.merge(Diagnostics([note]))
    #expect(found.all.count == 3)
    #expect(Diagnostic.Severity.error > .warning)
  }

  @Test func anOutcomeHandsItsDiagnosticsOn() {
    var all = Diagnostics()
    let outcome = Outcome(3, Diagnostics([diagnostic("a", 0, "w")]))
    #expect(outcome.value(reportingTo: &all) == 3)
    #expect(all.all.map(\.code) == ["w"])
  }
}
