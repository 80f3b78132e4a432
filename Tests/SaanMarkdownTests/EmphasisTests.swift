import SaanText
import Testing

@testable import SaanMarkdown

/// Emphasis in scripts that write no spaces between words.
@Suite struct EmphasisTests {
  @Test(arguments: [
    ("**หมายเหตุ:**ข้อมูลเบื้องต้น", "<b>หมายเหตุ:</b>ข้อมูลเบื้องต้น"),
    ("และ**“อ้างถึง”**ต่อ", "และ<b>“อ้างถึง”</b>ต่อ"),
    ("มติ**สภา (ระดับชาติ)**เห็นชอบ", "มติ<b>สภา (ระดับชาติ)</b>เห็นชอบ"),
    ("ร่วม**๑๐๐%**ของทั้งหมด", "ร่วม<b>๑๐๐%</b>ของทั้งหมด"),
    ("ส่วน*เรื่องนี้!*ยังรอ", "ส่วน<i>เรื่องนี้!</i>ยังรอ"),
    ("ปี**“๒๕๖๙”**๒ ครั้ง", "ปี<b>“๒๕๖๙”</b>๒ ครั้ง"),
    ("กรุงเทพ**ฯ**และ**ๆ**ต่อ", "กรุงเทพ<b>ฯ</b>และ<b>ๆ</b>ต่อ"),
    ("ข**(ก)***[ค]*ง", "ข<b>(ก)</b><i>[ค]</i>ง"),
    ("ก***“ทั้งสอง”***ข", "ก<i><b>“ทั้งสอง”</b></i>ข"),
    ("ใช้**“CBMC”**ต่อ", "ใช้<b>“CBMC”</b>ต่อ"),
    ("ดู**[ข่าว](x)**ต่อ", "ดู<b><a href=\"x\">ข่าว</a></b>ต่อ"),
    ("ดู**`a`**ต่อ", "ดู<b><code>a</code></b>ต่อ"),
    ("ก**_ข_**ค", "ก<b><i>ข</i></b>ค"),
    ("ก**~~ข~~**ค", "ก<b><del>ข</del></b>ค"),
    ("ก~~“ข”~~ค ก~~(ข)~~ค", "ก<del>“ข”</del>ค ก<del>(ข)</del>ค"),
    ("ราคา**100฿**ต่อ", "ราคา<b>100฿</b>ต่อ"),
    ("ดี**👍!**มาก", "ดี<b>👍!</b>มาก"),
    (
      "ກ**“ຂ”**ຄ ក**“ខ”**គ က**“ခ”**ဂ 这**“那”**的",
      "ກ<b>“ຂ”</b>ຄ ក<b>“ខ”</b>គ က<b>“ခ”</b>ဂ 这<b>“那”</b>的"
    ),
    ("**この。**文 **「ก」**ข", "<b>この。</b>文 <b>「ก」</b>ข"),
    ("> **ก:**ข\n> **“ค”**ง", "<q><b>ก:</b>ข\n<b>“ค”</b>ง</q>"),
    // As CommonMark has it: between a mark and a Latin letter or digit, with `_`, beside spaces.
    ("**Note:**text", "**Note:**text"),
    ("และ**(ก)**2569", "และ**(ก)**2569"),
    ("ก_“ข”_ค 2 ** 3 ** ก", "ก_“ข”_ค 2 ** 3 ** ก"),
    ("ราคา*(บาท) *รวมภาษี", "ราคา*(บาท) *รวมภาษี"),
  ])
  func isReadAsWritersExpect(markdown: String, html: String) {
    #expect(short(rendered(markdown)) == html, "\(markdown)")
  }

  @Test(arguments: [
    (
      "ห้องขนาด 4*6 เมตร และแปลงขนาด 7*8 เมตร", "ห้องขนาด 4*6 เมตร และแปลงขนาด 7*8 เมตร"
    ),
    ("ที่ดิน ๔*๖ วา และ 7*๘ วา", "ที่ดิน ๔*๖ วา และ 7*๘ วา"), ("2.5*3.5*4 เมตร", "2.5*3.5*4 เมตร"),
    ("*ขนาด 4*6 เมตร* ต่อ", "<i>ขนาด 4*6 เมตร</i> ต่อ"),
    ("- 4*6 และ 7*8", "<ul>\n<li>4*6 และ 7*8</li>\n</ul>\n"),
    ("`4*6` [ก](a4*6b7*8)", "<code>4*6</code> <a href=\"a4*6b7*8\">ก</a>"),
    ("มี*20*คน ปี**2565**ถึง", "มี<i>20</i>คน ปี<b>2565</b>ถึง"),
    ("**5**คน *5*คน", "<b>5</b>คน <i>5</i>คน"),
    // CommonMark's own example, which is told.
    ("5*6*78", "5<i>6</i>78"),
  ])
  func aStarBetweenNumbersMultiplies(markdown: String, html: String) {
    #expect(short(rendered(markdown)) == html, "\(markdown)")
  }

  @Test func marksInCodeAndAddressesStayAsTyped() {
    #expect(short(rendered("`ก:**ข“**`")) == "<code>ก:**ข“**</code>")
    #expect(rendered("    ก:**ข\n") == "<pre><code>ก:**ข\n</code></pre>\n")
    #expect(rendered("```\nก:**ข\n```\n") == "<pre><code>ก:**ข\n</code></pre>\n")
    #expect(
      parse("<https://a.example/:**ก>").value.links.map(\.destination) == ["https://a.example/:**ก"]
    )
    #expect(parse("[ก](/:**ก \"ข:**ค\")").value.links.map(\.destination) == ["/:**ก"])
    #expect(parse("[ก](/a \"ข:**ค\")").value.links.map(\.title) == ["ข:**ค"])
    #expect(short(rendered("[**ก:**ข]\n\n[**ก:**ข]: /a")) == "<a href=\"/a\"><b>ก:</b>ข</a>")
    #expect(short(rendered("\\*\\*ก:\\*\\*ข และ ก\\*(ข)\\*ค")) == "**ก:**ข และ ก*(ข)*ค")
  }

  @Test func cellsAreTheirOwnLines() {
    let html = rendered("|**ก:**|ข**“ค”**|\n|-|-|\n|*(ก)*|**ก:**ข|")
    #expect(html.contains("<strong>ก:</strong></th>"))
    #expect(html.contains("ข<strong>“ค”</strong></th>"))
    #expect(html.contains("<em>(ก)</em></td>"))
    #expect(html.contains("<strong>ก:</strong>ข</td>"))
  }

  @Test func placesDoNotMove() {
    #expect(
      printed("ก**“ข”**ค [ง](x:y) ก**(ข)**ค\n\nก**“ข”**ค {{ page.title }}")
        .contains("page.th.md:1:15"))
    #expect(
      printed("ก**“ข”**ค\nก**“ข”**ค {{ page.title }}").contains("page.th.md:2:11"))
  }

  /// The HTML with short names of elements and without paragraphs.
  private func short(_ html: String) -> String {
    var html = html
    for (long, short) in [
      ("<strong>", "<b>"), ("</strong>", "</b>"), ("<em>", "<i>"), ("</em>", "</i>"),
      ("<p>", ""), ("</p>\n", ""), ("<blockquote>\n", "<q>"), ("</blockquote>\n", "</q>"),
    ] {
      html = html.replacing(long, with: short)
    }
    return html
  }
}
