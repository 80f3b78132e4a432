import SaanText
import Testing

/// Names of hosts as the domain name system knows them, and paths as addresses write them.
@Suite struct HostNameTests {
  @Test(arguments: [
    ("ชุมชน.ไทย", "xn--b3ca9b4a0i.xn--o3cw4h"),
    ("คำ.ไทย", "xn--42c6g8c.xn--o3cw4h"),
    ("เครือข่าย๑๒.ไทย", "xn--22cd5gc4c5a6azexduel.xn--o3cw4h"),
    ("น้ำใจ.ไทย", "xn--82c7axe2c2ay.xn--o3cw4h"),
    ("ปู่ย่า.ไทย", "xn--s3co2c0a9eb.xn--o3cw4h"),
    ("ข้อมูลเปิด.รัฐบาล.ไทย", "xn--22c0buxu0cycwb2d8d.xn--h3cuzk1di.xn--o3cw4h"),
    ("a-ชุมชน-b.org", "xn--a--b-hfoa9huctl.org"),
    ("MÜNSTER.Example", "xn--mnster-3ya.example"),
    ("пример.рф", "xn--e1afmkfd.xn--p1ai"), ("例え.jp", "xn--r8jz45g.jp"),
    ("Saan.Example.", "saan.example"), ("xn--o3cw4h", "xn--o3cw4h"),
    // A mark that was typed before the vowel that stands below stands behind it.
    ("ป\u{E48}\u{E39}.ไทย", "xn--s3c4d0b.xn--o3cw4h"),
  ])
  func aHostIsWrittenForMachines(_ name: String, _ expected: String) {
    #expect(asciiHostName(name) == expected)
  }

  @Test(arguments: [
    "", "a..b", "-a.org", "a-.org", "ชุม ชน.ไทย", "a!b.org", "\u{E48}ก.ไทย",
    String(repeating: "ก", count: 80) + ".ไทย", String(repeating: "a.", count: 130) + "org",
  ])
  func whatCannotBeANameIsNone(_ name: String) { #expect(asciiHostName(name) == nil) }

  @Test(arguments: [
    ("/th/ข่าว/", "/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/"),
    ("/a b/50%.pdf", "/a%20b/50%25.pdf"), ("/q?#x/", "/q%3F%23x/"), ("/a-z_0~(1)/", "/a-z_0~(1)/"),
  ])
  func aPathIsPercentEncodedAndBack(_ path: String, _ encoded: String) {
    #expect(percentEncoded(path: path) == encoded)
    #expect(percentDecoded(encoded) == path)
  }

  @Test func whatIsNoEncodingStays() {
    #expect(percentDecoded("100% +1 %2") == "100% +1 %2")
    #expect(percentDecoded("%+1%e0%b8%81") == "%+1ก")
  }
}
