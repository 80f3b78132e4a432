import SaanSite
import SaanText
import Testing

/// Characters that cannot be seen or are typed apart never reach a page, wherever they are typed.
@Suite struct CharacterTests {
  private static let typed = "นํ้า\u{200B}ใส\u{AD}\u{7}\(noncharacter)"
  private static let noncharacter = String(Character(Unicode.Scalar(0xFFFE as UInt32) ?? " "))

  private static let site = TestSite().with([
    "content/news/a.th.md":
      "---\n\u{200B}title: \"อักขระ\\u200bหนึ่ง\"\nsummary: \"สรุป\\u000b\(typed)\"\ndate: 2022-10-26\n---\n\(typed)\n\n| \(typed) |\n|---|\n| ก\u{A0}ข |\n",
    "themes/plain/phrases/th.yaml": phrasesThai.replacing("หน้าแรก", with: typed),
    "site.yaml": (TestSite().files["site.yaml"] ?? "").replacing("เว็บทดสอบ", with: typed),
  ])

  @Test func noneReachesAnOutput() async throws {
    let (outputs, diagnostics) = try await Self.site.build()
    #expect(!outputs.isEmpty)
    for (path, text) in outputs {
      let wrong = text.unicodeScalars.filter {
        [0x200B, 0xAD, 7, 0xB, 0xFFFE, 0xE4D].contains($0.value)
      }
      #expect(wrong.isEmpty, "\(path)")
    }
    let page = try #require(outputs["th/news/a/index.html"])
    #expect(page.contains("<h1 lang=\"th\">อักขระหนึ่ง</h1>"))
    #expect(page.contains("<p>น้ำใส</p>"))
    #expect(page.contains("ก ข</td>"))
    #expect(!diagnostics.hasErrors)
  }

  @Test func eachFileIsToldOnce() async throws {
    let found = try await inspect(Self.site.tree, Self.site.options()).diagnostics.sorted
      .filter { $0.code == "thai-text" }
    #expect(
      found.map { $0.place?.path } == [
        "content/news/a.th.md", "site.yaml", "themes/plain/phrases/th.yaml",
      ])
    #expect(found.allSatisfy { $0.severity == .note })
    #expect(found[0].message.en.contains("5 × ‹ZWSP› (lines 2, 3, 6, …)"))
  }
}
