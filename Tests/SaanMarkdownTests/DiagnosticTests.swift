import SaanText
import Testing

@testable import SaanMarkdown

/// What is printed for every mistake.
@Suite struct DiagnosticTests {
  @Test func linkScheme() {
    #expect(
      printed("ดู [ก](javascript:x)")
        == """
        error[link-scheme]: links may not use 'javascript:'
          --> page.th.md:1:7
        1 | ดู [ก](javascript:x)
          |       ^^^^^^^^^^^^
           = hint: allowed are http, https, mailto, tel

        """)
    #expect(printed("[ก](htp://a)", in: .thai).contains("ลิงก์ใช้ 'htp:' ไม่ได้"))
    #expect(printed("[ก](htp://a)").contains("did you mean 'http'?"))
    #expect(rendered("[ก](JavaScript:x) ![ข](data:x)") == "<p>ก ข</p>\n")
    #expect(rendered("[ก](&#9;java&Tab;script:x)") == "<p>ก</p>\n")
  }

  @Test(arguments: [
    ("ก {{ page.title }}", "shortcode-malformed", "ชอร์ตโค้ดต้องเขียนเป็น"),
    ("ก {% box() %} ข", "shortcode-malformed", "ชอร์ตโค้ดต้องเขียนเป็น"),
    ("ก {{ n(\"a }}", "shortcode-unclosed", "ชอร์ตโค้ดไม่ได้ปิดด้วย"),
    ("{% box() %}\n\nก", "shortcode-without-end", "ชอร์ตโค้ดนี้ไม่มี '{% end %}'"),
    ("ก\n\n{% end %}", "shortcode-stray-end", "ไม่ได้ปิดชอร์ตโค้ดใด"),
    ("[ก](<{{ n() }}>)", "shortcode-in-link", "ปลายทางของลิงก์เป็นชอร์ตโค้ดไม่ได้"),
    ("# ก {#a}\n# ข {#a}", "duplicate-heading-id", "มีหัวข้ออื่นใช้ id 'a' แล้ว"),
  ])
  func isReportedInBothLanguages(markdown: String, code: String, thai: String) {
    #expect(printed(markdown).hasPrefix("error[\(code)]: "))
    #expect(printed(markdown, in: .thai).contains(thai))
    #expect(!printed("`` \(markdown.replacing("\n", with: " ")) ``").contains("shortcode-"))
  }

  @Test func unclosedShortcodeStaysAsTyped() {
    #expect(rendered("ก {{ n(\"a }}") == "<p>ก {{ n(&quot;a }}</p>\n")
    #expect(
      printed("ก {{ n(1 }}")
        == """
        error[shortcode-unclosed]: shortcode is not closed with ')' and '}}'
          --> page.th.md:1:3
        1 | ก {{ n(1 }}
          |   ^^
           = hint: end it with ')}}', as in '{{ name() }}'; or write '\\{{' to show the braces

        """)
  }

  @Test func limitsNameTheLine() {
    #expect(
      printed("ก\n\n" + String(repeating: ">", count: 102))
        .hasPrefix(
          """
          error[markdown-too-deep]: quotes and lists are nested too deep
            --> page.th.md:3:101
          """))
    #expect(
      printed(String(repeating: "ก", count: 700_000), in: .thai)
        .hasPrefix(
          "error[markdown-too-long]: ข้อความยาว 2100000 ไบต์ แต่อ่านเป็น markdown ได้ไม่เกิน 2000000 ไบต์"))
  }
}
