import SaanText
import Testing

@Suite("Thai text")
struct ThaiTextTests {
  @Test(arguments: [
    ("เเม่นํ้า", "แม่น้ำ"), ("น้ํา", "น้ำ"), ("นํา", "นำ"), ("ข\u{200B}าว", "ขาว"),
    ("๒๐,๔๑๒.๓๕", "20412.35"), ("20,412 คน, 5 กลุ่ม", "20412 คน, 5 กลุ่ม"), ("CODI", "codi"),
    ("สภา\u{A0}องค์กร", "สภา องค์กร"), ("re\u{301}sume\u{301}", "résumé"), ("É", "é"),
    ("so\u{AD}ft", "soft"), ("", ""), ("ก\u{0E48}\u{0E38}", "ก\u{0E38}\u{0E48}"),
    ("1,2,3 a,b ,5", "1,2,3 a,b ,5"), ("1,234,567 12345,678", "1234567 12345,678"),
  ])
  func isNormalisedForSearch(text: String, normalized: String) {
    let result = normalizedForSearch(text)
    #expect(Array(result.unicodeScalars) == Array(normalized.unicodeScalars))
    #expect(normalizedForSearch(result) == result)
  }

  @Test func theSecondTierForgivesTonesAndACommonSlip() {
    #expect(foldedForSearch("ปฎิรูป") == foldedForSearch("ปฏิรูป"))
    #expect(foldedForSearch("บ้านใหม่") == foldedForSearch("บานใหม"))
    #expect(foldedForSearch("สิทธิ์") == foldedForSearch("สิทธิ"))
  }

  @Test(arguments: [
    "", "ที่น้ำกำเก๊าะ", "สภาองค์กรชุมชน 7,795 แห่ง", "พันธุ์ สิทธิ์ เกี๊ยะ", "e\u{301}a\u{308}x",
    "👩‍👩‍👧 🇹🇭🇬🇧 👍🏽 ❤️ ok", "a\r\nb\n", "ฤๅ ฯลฯ ๆ ๒๕๕๔", "日本語ไทยабв",
  ])
  func clustersAreWhatSwiftCallsCharacters(text: String) {
    var clusters = [String]()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { utf8 in
      forEachCluster(in: utf8) { clusters.append(String(decoding: utf8[$0], as: UTF8.self)) }
    }
    #expect(clusters == text.map(String.init))
    #expect(clusterCount(text) == text.count)
  }

  @Test func brokenUTF8DoesNoHarm() {
    let pieces: [[UInt8]] = [
      [0xE0], [0xE0, 0xB8], [0xF0, 0x9F], [0x80, 0x81], [0xC3], [0xFF, 0xE0],
    ]
    for bytes in pieces {
      bytes.withUnsafeBufferPointer { utf8 in
        #expect(clusterCount(in: utf8) > 0)
        #expect(thaiTextIssues(in: utf8).isEmpty)
        #expect(findEraMistakes(in: utf8).isEmpty)
        #expect(CalendarDate.read(utf8: utf8) == .failure(.unreadable))
        #expect(truncationEnd(in: utf8, clusters: 9) == nil)
      }
      var normalized = [UInt8]()
      bytes.withUnsafeBufferPointer { normalized.appendNormalized($0) }
    }
  }

  @Test(arguments: [
    ("สภาองค์กรชุมชน เป็นเวทีกลางของชุมชน", 20, "สภาองค์กรชุมชน…"),
    ("สภาองค์กรชุมชน", 20, "สภาองค์กรชุมชน"), ("ข่าวเด่นวันนี้", 5, "ข่าว…"),
    ("ที่ประชุม", 2, "ที่…"), ("มติ “ที่ประชุม” ใหญ่", 5, "มติ…"), ("ไปกับเรา", 5, "ไปกับ…"),
    ("The network of councils", 14, "The network…"), ("Incomprehensibilities", 8, "Incompr…"),
    ("abc", 3, "abc"), ("abcd", 1, "…"), ("", 5, ""),
  ])
  func isCutWhereItMayBe(text: String, limit: Int, result: String) {
    #expect(truncated(text, to: limit) == result)
    #expect(truncated(text, to: limit).count <= max(limit, 1))
  }

  @Test func readingTime() {
    #expect(readingMinutes(of: "") == 1)
    #expect(readingMinutes(of: String(repeating: "กา", count: 800)) == 2)
    #expect(readingMinutes(of: String(repeating: "word it's ", count: 220)) == 2)
    #expect(readingMinutes(of: String(repeating: "word ", count: 221)) == 2)
  }

  @Test func slugs() {
    #expect(slug("Lop Buri") == "lop-buri")
    #expect(slug("  Baan Mankong: 22 Years! ") == "baan-mankong-22-years")
    #expect(slug("Café d’Été") == "cafe-dete")
    #expect(slug("สภาองค์กรชุมชน") == nil)
    #expect(isSlug("lop-buri"))
    #expect(isSlug("320105"))
    for text in ["", "-a", "a-", "a--b", "Lop", "ลพบุรี", "a b", "a_b"] { #expect(!isSlug(text)) }
  }

  @Test func whatBelongsTogetherDoesNotBreak() {
    #expect(
      nowrapHTML("มี 5,915 กองทุน <ก> เมื่อ พ.ศ. 2554 วันที่ 3 ตุลาคม ราคา THB 20 million").markup
        == "มี <span class=\"nowrap\">5,915 กองทุน</span> &lt;ก&gt; เมื่อ "
        + "<span class=\"nowrap\">พ.ศ. 2554</span> วันที่ <span class=\"nowrap\">3 ตุลาคม</span> "
        + "ราคา <span class=\"nowrap\">THB 20 million</span>")
    #expect(nowrapHTML("5 millionaires & 7").markup == "5 millionaires &amp; 7")
    #expect(
      nowrapHTML("๒๐ ล้านบาท 98.5%").markup
        == "<span class=\"nowrap\">๒๐ ล้านบาท</span> <span class=\"nowrap\">98.5%</span>")
    #expect(bindingMaiyamok("ต่าง ๆ ต่างๆ") == "ต่าง\u{A0}ๆ ต่างๆ")
    #expect(nowrapHTML("อื่น ๆ").markup == "อื่น\u{A0}ๆ")
  }

  @Test(arguments: [
    ("เเม่", ThaiTextIssue.Kind.doubledSaraE, "เเ", "แ"),
    ("นํา", .decomposedSaraAm, "ํา", "ำ"), ("นํ้า", .decomposedSaraAm, "ํ้า", "้ำ"),
    ("ก\u{200B}า", .invisible, "\u{200B}", ""), ("ก\u{200D}า", .invisible, "\u{200D}", ""),
    ("นา่", .markOrder, "า่", "่า"), ("นำ้ท่วม", .markOrder, "ำ้", "้ำ"), ("นะ้", .markOrder, "ะ้", "้ะ"),
    ("เ้กา", .markOrder, "้ก", "ก้"), ("เ้", .strayMark, "้", ""), ("แ่ก่", .strayMark, "่", ""),
    ("นา์", .strayMark, "์", ""), (" ่", .strayMark, "่", ""),
    ("ที่่", .repeatedMark, "่", ""),
    ("ท่ี", .markOrder, "่ี", "ี่"), ("ปฎิรูป", .misspelling, "ปฎิ", "ปฏิ"),
    ("กรกฏาคม", .misspelling, "กรกฏาคม", "กรกฎาคม"),
  ])
  func typingMistakesAreFound(
    text: String, kind: ThaiTextIssue.Kind, found: String, suggestion: String
  ) throws {
    let issues = thaiTextIssues(in: text)
    #expect(issues.count == 1)
    let issue = try #require(issues.first)
    #expect(issue.kind == kind)
    #expect(
      Array(String(decoding: Array(text.utf8)[issue.range], as: UTF8.self).unicodeScalars)
        == Array(found.unicodeScalars))
    #expect(issue.suggestion == suggestion)
  }

  @Test(arguments: [
    "ข้อมูลสภาองค์กรชุมชน ณ วันที่ 3 ตุลาคม พ.ศ. 2554", "พันธุ์ สิทธิ์ เกี๊ยะ น้ำ ทำ ฤๅ ฯลฯ ต่าง ๆ",
    "สระ -ั และ ◌่", "ปรากฏ กฎหมาย กรกฎาคม ปฏิรูป", "👩‍👩‍👧 คน", "plain English", "เก็บ เป็น ก็",
  ])
  func soundTextHasNoIssues(text: String) {
    #expect(thaiTextIssues(in: text).isEmpty)
  }

  /// A stray mark at the end makes sure that the text is gone through letter by letter.
  @Test func aQuickLookFindsWhatACloserOneDoes() {
    let letters = Array("กงฎฏดนปรฤะัาำิีุเแ็่้์ํ๎๑-, a\u{200B}é◌“".unicodeScalars) + ["\u{E3A}"]
    var generator = SeededGenerator(seed: 2565)
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<20, using: &generator) {
        let scalar = letters.randomElement(using: &generator) ?? "ก"
        text.unicodeScalars.append(scalar)
      }
      #expect(thaiTextIssues(in: text) == thaiTextIssues(in: text + " \u{E48}").dropLast())
    }
  }

  @Test func aLookTellsWhereBytesAreNoText() {
    var generator = SeededGenerator(seed: 2557)
    let pieces: [[UInt8]] = [
      [0x61], [0x20, 0x2D], Array("กี่".utf8), Array("ด".utf8), Array("é€😀".utf8), [0xE0, 0xB8],
      [0xB8], [0xC0, 0xAF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xFF],
    ]
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<8, using: &generator) {
        bytes +=
          pieces.prefix(Int.random(in: 5...pieces.count, using: &generator))
          .randomElement(using: &generator) ?? []
      }
      let mistake = bytes.withUnsafeBufferPointer { TextLook($0).mistake }
      #expect((mistake == nil) == (String(validating: bytes, as: UTF8.self) != nil))
      if let mistake {
        #expect(String(validating: bytes[..<mistake], as: UTF8.self) != nil)
      }
    }
  }

  @Test func anIssueBecomesAWarningWithItsPlace() throws {
    let file = SourceFile(path: "a.md", text: "การปฎิรูป\n")
    let issue = try #require(thaiTextIssues(in: file.text).first)
    let text = DiagnosticPrinter().text(.thaiText(issue, at: file.span(issue.range).place))
    #expect(
      text == """
        warning[thai-text]: a letter looks mistaken
          --> a.md:1:4
        1 | การปฎิรูป
          |    ^^
           = hint: write 'ปฏิ'

        """)
  }
}

/// The same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
