import SaanText
import Testing

@testable import SaanMarkdown

/// What was meant as markup and is none is told with its place, and nothing else is.
@Suite struct LeftoverTests {
  private static let options = {
    var options = MarkdownOptions()
    options.tellsLeftovers = true
    return options
  }()

  private func told(_ markdown: String, options: MarkdownOptions = Self.options) -> [String] {
    parse(markdown, options: options).diagnostics.sorted.map { diagnostic in
      guard case .span(let span)? = diagnostic.place else { return diagnostic.code }
      let (line, column) = span.position
      return "\(line):\(column) \(span.text)"
    }
  }

  @Test(arguments: [
    ("ก **ยังไม่ปิด", "1:3 **"), ("**คำ:**2569", "1:1 **"), ("ก __ข ค", "1:3 __"),
    ("ก\nข ~~ค", "2:3 ~~"), ("**ดี** และ **เสีย", "1:11 **"), ("*หมายเหตุ:*2569", "1:1 *"),
    ("_คำ_ต่อ", "1:1 _"), ("![ภาพ] (a.jpg)", "1:1 ![ภาพ] (a.jpg)"), ("![ภาพ]", "1:1 ![ภาพ]"),
    ("ดู [ลิงก์] (https://x.example)", "1:3 [ลิงก์] (https://x.example)"),
    ("[ก] (a.pdf)", "1:1 [ก] (a.pdf)"), ("[ก](https://x.example", "1:1 [ก]("),
    ("![](my photo.png)", "1:1 ![](my photo.png)"),
    ("[ก](my file.pdf \"ข\")", "1:1 [ก](my file.pdf \"ข\")"),
    ("[ก][ข]", "1:1 [ก][ข]"), ("ก[^1]", "1:2 [^1]"), ("ก <o:p>ข", "1:3 <o:p>"),
    ("ก <b>ข</b>", "1:3 <b>"), ("<div>\nก\n</div>", "1:1 <"), ("ก <br> ข", "1:3 <br>"),
    ("ก <!-- ข --> ค", "1:3 <!-- ข -->"), ("<!-- ข -->", "1:1 <"), ("<!-- ข\n\nค", "1:1 <"),
    ("ก <!-- ข", "1:3 <!--"), ("ก &nbsp ข &foo;", "1:3 &nbsp|1:11 &foo;"), ("ก &#7;", "1:3 &#7;"),
    ("•\tหนึ่ง\n•\tสอง", "1:1 •"), ("ก\n· ข", "2:1 ·"), ("\u{F0B7} ข", "1:1 \u{F0B7}"),
    ("o\tข", "1:1 o"),
    ("– ก\n– ข", "1:1 –"), ("-ก\n-ข", "1:1 -"), ("๑. ก\n๒. ข", "1:1 ๑."), ("1.ก\n2.ข", "1:1 1."),
    ("(1) ก\n(2) ข", "1:1 (1)"), ("ก. หนึ่ง\nข. สอง", "1:1 ก."),
    ("# ชื่อ", "1:1 # ชื่อ"), ("ชื่อ\n===", "1:1 ชื่อ\n==="), ("##หัวข้อ", "1:1 ##"),
    ("#หัวข้อ\nข้อความ", "1:1 #"), ("#หัวข้อ\n\nข้อความ", "1:1 #"), ("#หัวข้อ", "1:1 #"),
    ("ก\n\n#หัวข้อ\n\nข", "3:1 #"), ("ก\n\n#หัวข้อ", "3:1 #"), ("ก\n#หัวข้อ\nข", "2:1 #"),
    ("> #หัวข้อ สองคำ", "1:3 #"), ("- #Heading\n\n  ข", "1:3 #"),
    ("ก &#0; ข &#xD800;", "1:3 &#0;|1:10 &#xD800;"),
    ("&#x110000; &#9999999;", "1:1 &#x110000;|1:12 &#9999999;"),
    ("## ก &#0;", "1:6 &#0;"), ("| &#0; |\n|---|\n| ก &#xdfff; |", "1:3 &#0;|3:5 &#xdfff;"),
    ("**&#0;** [&#0;](/a) ![&#0;](a.png)", "1:3 &#0;|1:11 &#0;|1:23 &#0;"),
    ("![ก](a.png \"&#xD800;\")", "1:6 a.png"),
    ("\n---\nkey: value\n---\nก", "3:1 key: value"),
    ("---\n\nkey: value\n\n---\n", "3:1 key: value"),
    ("ก\n\n---\nชื่อ: ข\ntags:\n- ค\n---\nง", "4:1 ชื่อ: ข\ntags:\n- ค"),
    ("---\na: 1\n---\n\n---\nb: 2\n---", "2:1 a: 1|6:1 b: 2"),
    ("| ก | ข |\n| 1 | 2 |", "1:1 | ก | ข |"),
    ("| ก | ข |\n|---|---|\n| 1 | 2 | 3 | 4 |", "3:11 3 | 4"),
    ("> | ก |\n> |---|\n> | 1 | 2 |", "3:9 2"),
    ("![ก](a.png) ข", "1:6 a.png"), ("ก\n![ก](a.png)", "2:6 a.png"),
    ("> ก\nประธาน", "2:1 ประธาน"), ("> ก\n> ข\n— ค", "3:1 — ค"), ("```\nก", "1:1 ```"),
    ("    ย่อหน้า", "1:5 ย่อหน้า"), ("ก `ข", "1:3 `"), ("{{ รูป() }}", "1:1 {{"), ("ก\\", "1:2 \\"),
    ("มี {figure(\"a.b\")} แห่ง", "1:3 {figure(\"a.b\")}"),
    ("| **ก |\n|---|\n| ข |", "1:3 **"), ("![**ก](a.png)", "1:3 **"),
    ("![ก](a.png \"**คำ**\")", "1:6 a.png"), ("## ก **ข", "1:6 **"),
    ("- ก **ข\n- **ค** ง", "1:5 **"), ("> ก\n> **ข", "2:3 **"),
    ("** คำ ** ต่อ", "1:1 **"), ("ก ** คำ ** ต่อ", "1:3 **"), ("__ คำ __", "1:1 __"),
    ("#No space", "1:1 #"), ("####### เจ็ด", "1:1 #######"), ("[ก][]", "1:1 [ก][]"),
    ("ก }} ข", "1:3 }}"), ("ก %} ข", "1:3 %}"), ("ดู [[หน้าแรก]]", "1:3 [[หน้าแรก]]"),
    ("[toc]", "1:1 [toc]"), ("[TOC]\n\nก", "1:1 [TOC]"), ("> [!NOTE]\n> ก", "1:3 [!NOTE]"),
    ("x^2^ ก", "1:2 ^2^"), ("H~2~O", "1:2 ~2~"), ("<g.th.md>", "1:1 <g.th.md>"),
    ("ข้อความ {.class}", "1:8 {.class}"), ("ก {: .x}", "1:3 {: .x}"),
    ("[ก](/a \"t **b**\")", "1:5 /a"),
    ("{{ a(title=\"**ข**\") }}", "1:13 **ข**"),
    ("{{ a(rows=[['<b>ข</b>', 1]]) }}", "1:14 <b>ข</b>|1:14 <b>ข</b>"),
    ("ก\n\n[^u]: คำ", "3:1 [^u]: คำ"), ("ก\n\n[หมายเหตุ]: ข้อความ", "3:1 [หมายเหตุ]: ข้อความ"),
    ("## {#id}", "1:1 ## {#id}"), ("##\n\nก", "1:1 ##"), ("ก\n\n>\n", "3:1 >"),
    ("(ดูที่นี่)[https://example.org/a] ต่อ", "1:1 (ดูที่นี่)[https://example.org/a]"),
    ("ก (ข) (ดู)[a.pdf]", "1:7 (ดู)[a.pdf]"), ("[ดูข้อ][1]", "1:1 [ดูข้อ][1]"),
    ("[caption id=\"1\"]ภาพ[/caption]", "1:1 [caption id=\"1\"]"),
    ("[gallery ids=\"1,2\"]", "1:1 [gallery ids=\"1,2\"]"),
    ("ก [video src=“a.mp4”] ข", "1:3 [video src=“a.mp4”]"), ("[gallery]", "1:1 [gallery]"),
    ("[embed]https://a.org/x[/embed]", "1:23 [/embed]"), (":::note\nข้อความ\n:::", "1:1 :::note"),
    ("ก\n\n::: warning เรื่อง\n\nข\n\n:::", "3:1 ::: warning เรื่อง|7:1 :::"),
    ("[ ] กล่อง\n[x] อีกกล่อง", "1:1 [ ]"), ("ก\n[X] ข", "2:1 [X]"),
    ("1.1 ข้อย่อย\n1.2 ข้อย่อย", "1:1 1.1"), ("๑.๑ ก\n๑.๒ ข\n๑.๓ ค", "1:1 ๑.๑"),
    ("1. หัวข้อ\n   1.1 ก\n   ต่อ\n   1.2 ข", "2:4 1.1"), ("1.2 ก\n1.2.1 ข\n1.2.2 ค", "1:1 1.2"),
    ("1.1. ก\n1.2. ข", "1:1 1.1"),
    ("1. ก\n2. ข\n4. ค\n5. ง", "3:1 4."), ("> 3) ก\n> 3) ข\n> 4) ค", "3:3 4)"),
    ("1. ก\n\n   1. ข\n   3. ค\n\n1. ง", "4:4 3."),
    ("1. ก\n2. ข\n4. ค\n5. ง\n8. จ\n6. ฉ", "3:1 4.|5:1 8."), ("1. ก\n1. ข\n2. ค\n3. ง", "3:1 2."),
    ("1. ก\n2. ข\n4. ค\n\n2565. ปี", "3:1 4.|5:1 2565."), ("2565. ก\n2566. ข", "1:1 2565."),
    ("2565. เริ่มต้นด้วยปี", "1:1 2565."), ("ก\n\n2566) เริ่ม", "3:1 2566)"),
    ("ลัง 30*40*50 ซม.", "1:4 30*40"), ("ก\n2**3 และ 4**5", "2:1 2**3"), ("๕*๖*๗", "1:1 ๕*๖"),
    ("| 30*40*50 |\n|---|\n| ก |", "1:3 30*40"), ("## ลัง 3*4*5", "1:7 3*4"),
    ("https://th.example.org/wiki/ภาษาไทย และ", "1:1 https://th.example.org/wiki/"),
    ("ดู www.a.org/x?q=คำ", "1:3 www.a.org/x?q="),
    ("https://a.org/x_ฉบับเต็ม.pdf", "1:1 https://a.org/x"),
    ("</b>", "1:1 <"), ("ก </b> ข", "1:3 </b>"), ("</p>", "1:1 <"),
    ("ก <b>ข</b> ค</b>", "1:3 <b>|1:13 </b>"), ("<div>\n\nก\n\n</div>\n\n</div>", "1:1 <|7:1 <"),
    ("ก&shy;ข &zwj;", "1:2 &shy;|1:9 &zwj;"), ("<!doctype html>", "1:1 <!doctype html>"),
    ("ก <!doctype html> ข", "1:3 <!doctype html>"), ("## หัว {.c}", "1:7 {.c}"),
    ("| {.c} |\n|---|\n| ก |", "1:3 {.c}"), ("[ก]](../a.th.md) ต่อ", "1:1 [ก]](../a.th.md)"),
    ("ไทย_ก_", "1:4 _"), ("ดู ไทย_ก_ ต่อ", "1:6 _"), ("**ก** **", "1:7 **"), ("ก **\nข", "1:3 **"),
    ("++คำ++ ^บน^ ต่อ", "1:1 ++คำ++|1:7 ^บน^"), ("| ++ก++ |\n|---|\n| $$x$$ |", "1:3 ++ก++|3:3 $$x$$"),
    ("ก ^[note] ข", "1:3 ^[note]"), ("{# c #}", "1:1 {# c #}"), ("ก {# ค #} ข", "1:3 {# ค #}"),
    ("![]", "1:1 ![]"), ("$$x^2$$", "1:1 $$x^2$$"), ("!!! note\n    ก", "1:1 !!! note"),
    ("ก\n!!! tip เรื่อง", "2:1 !!! tip เรื่อง"),
    ("[ข้อความ]（https://codi.or.th/）", "1:1 [ข้อความ]（https://codi.or.th/）"),
    ("［ก］(a.pdf)", "1:1 ［ก］"),
    ("a) ก\nb) ข", "1:1 a)"), ("i. ก\nii. ข", "1:1 i."), ("(a) ก\n(b) ข", "1:1 (a)"),
    ("1 ) ก\n2 ) ข", "1:1 1 )"), ("1/ ก\n2/ ข", "1:1 1/"), ("๑- ก\n๒- ข", "1:1 ๑-"),
    ("ข้อ 1 ก\nข้อ 2 ข", "1:1 ข้อ 1"), ("ก\nข้อที่ ๑ ก\nข้อที่ ๒ ข", "2:1 ข้อที่ ๑"),
    ("→ ก\n→ ข", "1:1 →"), ("☐ ก\n☐ ข", "1:1 ☐"), ("§ ก\n§ ข", "1:1 §"), ("Ø ก\nØ ข", "1:1 Ø"),
    ("ü ก\nü ข", "1:1 ü"), ("v ก\nv ข", "1:1 v"), ("*เอียง *ต่อ", "1:1 *"),
    ("ก\n---", "1:1 ก\n---"), ("ก\nข\n-----\nค", "1:1 ก\nข\n-----"), ("- ก\n  -", "1:3 ก\n  -"),
    ("---\nหมายเหตุ ก\n---", "2:1 หมายเหตุ ก\n---"),
    ("\\*\\*ก\\*\\* **ข", "1:11 **"), ("`**` [ก](a**b.png) **ข", "1:20 **"),
  ])
  func isToldWithItsPlace(markdown: String, places: String) {
    #expect(told(markdown).joined(separator: "|") == places, "\(markdown)")
  }

  @Test(arguments: [
    "2 ** 3 ** 4 = 8", "a ** b ** c", "[sic]", "[ก] และ [ข]", "{1, {2, 3}}", "[[1, 2], [3, 4]]",
    "f(x)^2", "{f(x)}",
    "C~60", "100~200 และ 300~400", "[toc] ก", "ชุมชน #พอช และ #สภา", "\\[[ก]] \\{.x}",
    "ก[^u]\n\n[^u]: คำ", "[ก]\n\n[ก]: /a", "[ก][ข]\n\n[ข]: /a", "```\n[ก]: ข\n```",
    "[//]: # (ถามก่อน)",
    "[ก]: ข ค ง", "## หัวข้อ {#id}", "> ก", "ก\n\n---\n\nข", "{{ a(\"my_file.png\", b='x * y') }}",
    "a) ก", "ข้อ 1 ก", "ข้อ 1 ก\n\nข้อ 2 ข", "→ ก", "v ก", "ก\n→ ข", "a big tree\nv tall",
    "1/2 ถ้วย\n1/4 ถ้วย", "2566-2567 ก\n2567-2568 ข", "A. Smith\nB. Jones", "e.g. ก\ni.e. ข",
    "*ก\n\n*ข",
    "ก\n\n---\n\nข", "ก\n\n---", "## ก\n---", "- ก\n---", "> ก\n\n---", "| ก |\n|---|\n\n---",
    "(ก)[1] (พอช.)[2] (ดู) [https://a.org]", "[ก] [1]", "[p value=0.05] [n = 5] [a=b]",
    "[b] ก [video] ข", "ก ::: ข",
    "- [ ] กล่อง\n- [x] ข", "1. [ ] ก", "เลือก [ ] ใช่ [x] ไม่ใช่", "[ก] ข", "[xx] ก", "\\[ ] ก",
    "1.1 ข้อเดียว",
    "1.1 ล้านบาท\n1.2 ล้านบาท", "1.5 เท่า\n1.6 เท่า", "1.1 ก\n\n1.2 ข", "1.1 ก\n2.7 ข",
    "1.1 ก\\\n2.1 ข", "25.10 น.\n25.12 น.",
    "1. ก\n1. ข\n1. ค", "0. ก\n1. ข", "5. ก\n6. ข\n7. ค", "1. ก\n\nข\n\n2. ค",
    "1. ก\n   - ข\n   - ค\n2. ง", "1. ก\n   1. ข\n   2. ค\n2. ง",
    "ก\n2565. ข", "2565\\. ก", "1000. ก", "1) ก\n2) ข\n\n1. ค\n2. ง", "- 1. ก\n- 2. ข",
    "4*6 และ 7*8", "มี*20*คน **5**คน 5*คน* **2565**2566", "https://forms.gle/abc2ภายในวันศุกร์",
    "ดูที่ https://forms.gle/abc1,และดู www.codi.or.th/a และ <https://a.org/ข่าว>",
    "[ก](https://a.org/ข่าว)",
    "https://ชุมชน.ไทย/ข่าว", "2 ** 3 = 8", "a*b และ 5*3", "ราคา* และจำนวน*", "* หมายเหตุ: ก",
    "snake_case my__file _ __ ______",
    "[1] [2][3] […] [ก] ว้าว![1]", "[ก] (พ.ศ. 2565)", "\\*\\*ก\\*\\* \\[ก](ข) \\# ก",
    "`**` ``<br>`` [x](y)",
    "```\n**ก <br> •\n```", "\\<br> &lt;br&gt; &amp;nbsp; AT&T R&D;", "ก < ข > ค <3 <- ->",
    "อายุ <18 ปี",
    "<ชื่อ>", ":-) :-* ^_^ T_T (*^_^*) ¯\\\\_(ツ)_/¯", "#สภาองค์กรชุมชน #พอช", "ก\n\n#ข่าวดี #สภา",
    "ก &#65; &#xFFFC;",
    "---\n\nหมายเหตุ: ก\n\n---", "---\n\nNote: a\n\n---\n", "---\nก\n\n---", "---\nก: ข\n\nค\n\n---",
    "```\n---\nkey: value\n---\n```", "#1 ของไทย",
    "– คำพูดหนึ่ง", "- ก\n- ข", "1. ก\n2. ข", "1.5 ล้าน\n2.5 ล้าน", "| ก |\n|---|\n| ข | |",
    "![ก](a.png)",
    "![ก](a.png \"คำบรรยาย\")", "> ก\n> ข\n\nประธาน", "```\nก\n```", "~~~\nก\n~~~",
    "> ```\n> ก\n> ```",
    "    let a = 1", "**หมายเหตุ:**ข้อมูล *ก*", "| ก<br>ข |\n|---|\n| ค<BR />ง |", "ก[^1]\n\n[^1]: ข",
    "[ก][ข]\n\n[ข]: /a", "www.codi.or.th/a_b__c และ https://a.example/**b",
    "<https://a.example> <a@b.example>",
    "C++ และ D++ กับ 1++", "$100 $$ 200", "ราคา $5 และ $6", "รายงาน_ปี_2565 และ ก_ข_ค", "ว้าว!!! note",
    "!!! ว้าว", "[ก]] ข", "[[1]](a)", "ก（ข）[ค] （ง）", "^_^ ^^ ^ ^", "{#",
    "** หมายเหตุ ก", "ก • กลางบรรทัด", "โทร. 02-123-4567~8", "100~~200", "ก\\\nข", "พัน****",
    "8 × 3 · 4",
  ])
  func ordinaryTextIsNot(markdown: String) {
    #expect(told(markdown) == [], "\(markdown)")
  }

  @Test func commentsAreNeverPublishedAndLineBreaksAre() {
    var raw = Self.options
    raw.rawHTML = true
    for options in [MarkdownOptions(), Self.options, raw] {
      let html = rendered(
        "ก <!-- ลับ --> ข\n\n<!-- ลับ\n\nลับ -->\n\n<!-- ลับ --> ค\n\nง", options: options)
      #expect(!html.contains("ลับ"))
      #expect(html.contains("<p>ก  ข</p>"))
      #expect(html.contains("ค"))
      #expect(html.contains("<p>ง</p>"))
      #expect(
        rendered("| ก<br>ข |\n|---|\n| ค<BR />ง |", options: options).contains("ค<br />\nง</td>"))
    }
    #expect(rendered("<script><!-- a --></script>", options: raw).contains("<!-- a -->"))
  }

  @Test func theFixIsToldInTheWordsOfTheAuthor() {
    #expect(
      printed("ดู ![ภาพ](my photo.png \"คำ\")", options: Self.options)
        == """
        error[leftover-markup]: '![ภาพ](my photo.png "คำ")' is no picture or link, for its address has a space
          --> page.th.md:1:3
        1 | ดู ![ภาพ](my photo.png "คำ")
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^
           = hint: put the address in angle brackets: ![ภาพ](<my photo.png> "คำ")

        """)
    #expect(
      printed("•\tก", options: Self.options, in: .thai)
        == """
        warning[leftover-markup]: บรรทัดที่ขึ้นต้นด้วย '•' ไม่เป็นรายการ
          --> page.th.md:1:1
        1 | •  ก
          | ^
           = hint: ขึ้นต้นแต่ละบรรทัดด้วยขีดและเว้นวรรค: - ข้อความ

        """)
    #expect(
      printed("> ก\nข", options: Self.options, in: .thai).contains(
        "บรรทัดนี้ถูกอ่านรวมกับข้อความอ้างอิงด้านบน"))
    #expect(printed("<!-- ก -->", options: Self.options).hasPrefix("note[leftover-markup]: "))
  }

  @Test(arguments: [
    ("5*6*78", "the stars of '5*6' are read as emphasis and are not shown", "ให้เขียน × เช่น 4 × 6"),
    (
      "(ดู ก)[https://a.org]", "[ดู ก](https://a.org)",
      "เขียนข้อความในวงเล็บเหลี่ยมและที่อยู่ในวงเล็บกลม: [ดู ก](https://a.org)"
    ),
    ("[ดูข้อ][1]", "[text](address)", "[ข้อความ](ที่อยู่)"),
    ("[gallery ids=\"1\"]", "only WordPress and its like read it", "อ่านได้เฉพาะใน WordPress"),
    (":::note", "{% note() %}, the words, and {% end %}", "{% note() %} ข้อความ และ {% end %}"),
    ("!!! note", "{% note() %}, the words, and {% end %}", "{% note() %} ข้อความ และ {% end %}"),
    ("^[x]", "its text on a line of its own: [^1]: …", "เขียนเชิงอรรถเป็น [^1]"),
    ("$$x$$", "type the formula as it is read", "พิมพ์สูตรตามที่อ่าน"),
    ("{# x #}", "nobody shall see as <!-- … -->", "หมายเหตุที่ไม่ให้ใครเห็นเขียน <!-- … -->"),
    ("++ก++", "there are no coloured words", "ไม่มีการระบายสีข้อความ"),
    ("[ก]（/a）", "with the brackets of the keyboard", "เขียนลิงก์ด้วยวงเล็บบนแป้นพิมพ์"),
    ("[ ] ก", "begin the line with a hyphen: - [ ] item", "ขึ้นต้นบรรทัดด้วยขีด: - [ ] ข้อความ"),
    (
      "1.1 ก\n1.2 ข", "put an empty line between the lines, or end each with \\",
      "เว้นบรรทัดระหว่างข้อ หรือลงท้ายแต่ละบรรทัดด้วย \\"
    ),
    (
      "1. ก\n2. ข\n4. ค", "warning[list-number]: '4.' is shown as 3., for a list counts on",
      "'4.' จะแสดงเป็น 3. เพราะรายการนับต่อจากเลขแรก"
    ),
    ("1. ก\n3) ข\n5) ค", "write 5\\)", "แล้วเขียน 5\\)"),
    (
      "2565. ก", "if it is a year, put a word before it, or write 2565\\.",
      "'2565.' ที่ต้นบรรทัดทำให้บรรทัดนี้เป็นข้อในรายการ"
    ),
    (
      "https://a.org/ข่าว", "if these letters belong to it, write <https://a.org/ข่าว>",
      "ให้เขียน <https://a.org/ข่าว> ถ้าไม่ใช่ ให้เว้นวรรคคั่น"
    ),
  ])
  func theFixFitsWhatWasTyped(markdown: String, english: String, thai: String) {
    let (inEnglish, inThai) = (
      printed(markdown, options: Self.options), printed(markdown, options: Self.options, in: .thai)
    )
    #expect(inEnglish.contains(english), "\(inEnglish)")
    #expect(inThai.contains(thai), "\(inThai)")
  }

  @Test func linesOfThaiAreJoinedWhereTheSiteSaysSo() {
    var joined = MarkdownOptions()
    joined.joinsThaiLines = true
    let text = "สภา\nองค์กร\n**ชุมชน**\nCBMC\nก 1\nข"
    #expect(rendered(text) == "<p>สภา\nองค์กร\n<strong>ชุมชน</strong>\nCBMC\nก 1\nข</p>\n")
    #expect(
      rendered(text, options: joined)
        == "<p>สภาองค์กร<strong>ชุมชน</strong>\nCBMC\nก 1\nข</p>\n")
    #expect(parse(text, options: joined).value.plainText == "สภาองค์กรชุมชน CBMC ก 1 ข")
  }
}
