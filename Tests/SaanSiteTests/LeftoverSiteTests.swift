import SaanSite
import SaanText
import Testing

/// What is left of markup on whole pages, in fields, in data and in names of files.
@Suite struct LeftoverSiteTests {
  private func told(_ files: [String: String]) async throws -> [String] {
    let site = TestSite.withData.with(files)
    return try await inspect(site.tree, site.options()).diagnostics.sorted.map { diagnostic in
      switch diagnostic.place {
      case .span(let span): "\(diagnostic.code) \(span.file.path):\(span.position.line)"
      case .cell(let path, _, let row, let column):
        "\(diagnostic.code) \(path):\(row):\(column ?? "")"
      default: diagnostic.code
      }
    }
  }

  @Test func markupInFieldsIsTold() async throws {
    let found = try await told([
      "content/a.th.md":
        "---\ntitle: '**ก**'\nsummary: ข <br> ค\nimage: {src: a.svg, alt: '[ก](ข)', caption: '# ก'}\n---\nค\n",
      "content/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    ])
    #expect(
      found == [2, 3, 4, 4].map { "leftover-markup content/a.th.md:\($0)" })
  }

  @Test func markupInTablesOfDataIsTold() async throws {
    let found = try await told([
      "content/data/sources.csv": "id,title,producer\nnew,**ใหม่**,ก\nold,เก่า<br>มาก,ข **\n"
    ])
    #expect(
      found == [
        "leftover-markup content/data/sources.csv:2:title",
        "leftover-markup content/data/sources.csv:3:title",
      ])
  }

  @Test func theFirstParagraphStandsOnce() async throws {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n## หัวข้อ\n\nย่อหน้าแรก\n\nย่อหน้าที่สอง\n",
      "content/b.th.md": "---\ntitle: ข\nsummary: สรุป\n---\nย่อหน้า\n",
    ]).replacing(
      "<article",
      with:
        "<meta content=\"{{ page.summary }}\">{% if page.lead %}<p class=\"lead\">{{ page.lead }}</p>{% endif %}<article",
      in: "themes/plain/templates/page.html")
    let outputs = try await site.build().outputs
    let first = try #require(outputs["th/a/index.html"])
    #expect(first.contains("<meta content=\"ย่อหน้าแรก\"><article"))
    let second = try #require(outputs["th/b/index.html"])
    #expect(second.contains("<meta content=\"สรุป\"><p class=\"lead\">สรุป</p>"))
  }

  @Test(arguments: [
    ("my%20photo.png", "my photo.png", "my%20photo."),
    ("<my photo.png>", "my photo.png", "my%20photo."),
    ("%E0%B8%A3%E0%B8%B9%E0%B8%9B.png", "รูป.png", "%E0%B8%A3%E0%B8%B9%E0%B8%9B."),
    ("100%.png", "100%.png", "100%25."), ("100%25.png", "100%.png", "100%25."),
    ("a%20b.png", "a%20b.png", "a%2520b."), ("caf\u{E9}.png", "cafe\u{301}.png", nil),
    (
      "<น้ำ ทำ.png>", "น\u{E4D}\u{E49}\u{E32} ท\u{E4D}\u{E32}.png",
      "%E0%B8%99%E0%B9%8D%E0%B9%89%E0%B8%B2%20%E0%B8%97%E0%B9%8D%E0%B8%B2."
    ),
    ("น้ำ.png", "นำ้.png", nil), ("น\u{E49}\u{E4D}\u{E32}.png", "น\u{E49}\u{E4D}\u{E32}.png", nil),
    ("%E0%B8%99%E0%B9%8D%E0%B9%89%E0%B8%B2.png", "น\u{E4D}\u{E49}\u{E32}.png", nil),
    ("<ภาพ #1.png>", "ภาพ #1.png", "%E0%B8%A0%E0%B8%B2%E0%B8%9E%20%231."),
    ("ภาพ%20#1.png", "ภาพ #1.png", "%E0%B8%A0%E0%B8%B2%E0%B8%9E%20%231."),
    ("%231.png", "#1.png", "%231."), ("#1.png", "#1.png", "%231."),
    ("<แบบ? 2.png>", "แบบ? 2.png", "%E0%B9%81%E0%B8%9A%E0%B8%9A%3F%202."),
  ])
  func aFileIsFoundHoweverItsNameIsWritten(link: String, name: String, href: String?) async throws {
    let site = TestSite().with([
      "content/x/index.th.md": "---\ntitle: ก\n---\n![ภาพ](\(link))\n\n[ไฟล์](\(link))\n",
      "content/x/\(name)": "x",
    ])
    let (outputs, diagnostics) = try await site.build()
    #expect(
      diagnostics.all.allSatisfy { $0.severity == .note },
      "\(DiagnosticPrinter().text(diagnostics))")
    let page = try #require(outputs["th/x/index.html"])
    #expect(outputs.keys.contains { $0.hasSuffix(".png") })
    if let href { #expect(page.contains("/\(href)")) }
  }

  @Test func aLeadingPictureAndAFixedFileAreFoundUnderTheirMistypedNames() async throws {
    let name = "น\u{E4D}\u{E49}\u{E32}"
    let site = TestSite().with([
      "content/x/index.th.md":
        "---\ntitle: ก\nimage: {src: \"น้ำ #2.png\", alt: น้ำ}\n---\n[ก](/น้ำ.pdf) [ข](</น้ำ #3.pdf>) [ค](#น้ำ)\n\n## น้ำ\n",
      "content/x/\(name) #2.png": "x", "static/\(name).pdf": "x", "static/\(name) #3.pdf": "x",
    ])
    let (outputs, diagnostics) = try await site.build()
    #expect(
      diagnostics.all.allSatisfy { $0.severity == .note },
      "\(DiagnosticPrinter().text(diagnostics))")
    #expect(outputs["\(name).pdf"] != nil && outputs["\(name) #3.pdf"] != nil)
    #expect(outputs["th/x/index.html"]?.contains("%20%233.pdf\"") == true)
  }

  @Test func aFileWithASignInItsNameIsNamedInTheHint() async throws {
    let site = TestSite().with([
      "content/x/index.th.md": "---\ntitle: ก\n---\n![ข](<ภาพ #1.png>)\n",
      "content/x/ภาพ #1.jpg": "x",
    ])
    let found = try await inspect(site.tree, site.options()).diagnostics.all
    let missing = try #require(found.first { $0.code == "missing-image" })
    #expect(missing.hint?.en == "did you mean 'ภาพ #1.jpg'?")
    #expect(missing.hint?.th == "หมายถึง 'ภาพ #1.jpg' หรือไม่")
  }

  @Test func curlyQuotationMarksWorkInShortcodes() async throws {
    let site = TestSite.withData.with([
      "content/about.th.md":
        "---\ntitle: ก\n---\nมี {{ figure(“funds.count”) }} และ {{ figure(‘funds.count’) }}\n"
    ])
    let page = try #require(try await site.build().outputs["th/about/index.html"])
    #expect(page.split(separator: "5,915", omittingEmptySubsequences: false).count == 3)
  }

  @Test func linesOfThaiAreJoinedWhereTheSettingsSaySo() async throws {
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\n---\nสภา\nองค์กร\n"])
    #expect(try await site.build().outputs["th/a/index.html"]?.contains("สภา\nองค์กร") == true)
    let joined = site.with([
      "site.yaml": (site.files["site.yaml"] ?? "") + "markdown: {join_thai_lines: true}\n"
    ])
    #expect(try await joined.build().outputs["th/a/index.html"]?.contains("สภาองค์กร") == true)
  }
}
