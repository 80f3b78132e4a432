import SaanText
import TestSupport
import Testing

/// Which files of a site's folder are published, and what is told of the others.
@Suite struct FileTests {
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"

  private func assets(_ site: TestSite) async throws -> (names: [String], told: [String]) {
    let (outputs, found) = try await site.build()
    let names = outputs.keys.filter { !$0.hasSuffix(".html") && !$0.hasSuffix(".xml") }
      .filter { $0 != "robots.txt" && !$0.hasSuffix("feed.json") }
    let plain = names.map { $0.replacing(/\.[0-9a-f]{10}(?=\.)/, with: "") }.sorted()
    return (plain, found.all.map { "\($0.code) \($0.place?.path ?? "")" })
  }

  @Test func onlyFilesThatAnArticleRefersToArePublished() async throws {
    let site = TestSite().with([
      "content/news/a/index.th.md": """
      ---
      title: ก
      image: {src: lead.svg, alt: ภาพ}
      extra: {paper: [paper.pdf, none.pdf]}
      ---
      [เอกสาร](report.docx) ![ภาพ](in.svg)

      {% note(file="call.txt") %}
      [ตาราง](sub/table.csv)
      {% end %}
      """,
      "themes/plain/shortcodes/note.html": "<aside>{{ file }}{{ body }}</aside>",
      "content/news/a/lead.svg": Self.svg, "content/news/a/in.svg": Self.svg,
      "content/news/a/paper.pdf": "x", "content/news/a/report.docx": "x",
      "content/news/a/call.txt": "x", "content/news/a/sub/table.csv": "x",
      "content/news/a/รายชื่อสมาชิก เลขบัตร.xlsx": "x", "content/news/a/raw.psd": "x",
      "content/news/b.psd": "x", "content/news/a/none.csv": "x",
    ])
    let (names, told) = try await assets(site)
    #expect(
      names == [
        "assets/news/a/call.txt", "assets/news/a/in.svg", "assets/news/a/lead.svg",
        "assets/news/a/paper.pdf", "assets/news/a/report.docx", "assets/news/a/sub/table.csv",
      ])
    #expect(told.sorted() == ["unused-file content/news/a", "unused-file content/news/b.psd"])
  }

  /// What its article would show is not told to be moved away.
  @Test func aFileBesideAMistakenArticleIsNotCalledUnused() async throws {
    for article in [
      "---\ntitle: ก\n![ภาพ](lead.svg)\n", "---\ntitle: ก\n---\n![ภาพ](Lead.svg)\n",
    ] {
      let site = TestSite().with([
        "content/news/a/index.th.md": article, "content/news/a/lead.svg": Self.svg,
        "content/news/b.psd": "x",
      ])
      let found = try await site.build().diagnostics
      #expect(found.hasErrors)
      let unused = found.all.filter { $0.code == "unused-file" }.map { $0.place?.path }
      #expect(unused == ["content/news/b.psd"], "\(article)")
    }
  }

  @Test func aFileOfAPageThatIsNotOutIsNeitherPublishedNorTold() async throws {
    let site = TestSite().with([
      "content/news/a/index.th.md": "---\ntitle: ก\ndraft: true\n---\n[ข](plan.pdf)\n",
      "content/news/a/plan.pdf": "x",
    ])
    let (names, told) = try await assets(site)
    #expect(names.isEmpty && told.isEmpty)
  }

  @Test func articlesWithOtherEndingsAndTablesNobodyReadsAreTold() async throws {
    let site = TestSite().with([
      "content/news/a.th.MD": "x", "content/news/b.markdown": "x", "content/news/c.DOCX": "x",
      "content/news/d.th.md.txt": "x", "content/news/e.html": "x", "content/news/f.xlsx": "x",
      "content/data/members 2565.xlsx": "x", "content/data/old.csv": "a\n1\n",
      "content/data/notes.yaml": "a: 1\n",
    ])
    let (_, found) = try await site.build()
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/files-nobody-reads.txt")
  }

  @Test func fixedFilesKeepTheirAddress() async throws {
    let files = [
      "static/favicon.ico": "x", "static/files/b.pdf": "x", "static/.well-known/security.txt": "x",
      "files/a.pdf": "x", "files/.hidden": "x", "content/news/certificate.pdf": "x",
    ]
    let all = try await assets(TestSite().with(files.filter { $0.key.hasPrefix("static/f") }))
    #expect(all.names == ["favicon.ico", "files/b.pdf"] && all.told.isEmpty)
    let globs = "static: [favicon.*, .well-known/**, files, content/news/*.pdf, none/**]\n"
    let settings = (TestSite().files["site.yaml"] ?? "") + globs
    let (names, told) = try await assets(TestSite().with(files).with(["site.yaml": settings]))
    #expect(
      names == [
        ".well-known/security.txt", "favicon.ico", "files/a.pdf", "files/b.pdf",
        "news/certificate.pdf",
      ])
    #expect(told == ["idle-static site.yaml"])
  }

  @Test func aFixedFileIsLinkedByItsAddress() async throws {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n[ข](/files/b.pdf)\n", "static/files/b.pdf": "x",
    ])
    let (outputs, found) = try await site.build()
    #expect(found.isEmpty)
    #expect(outputs["th/a/index.html"]?.contains("href=\"/files/b.pdf\"") == true)
  }

  @Test(arguments: ["../x", "/etc/passwd", "files/../../x", ".", ""])
  func aPatternThatLeadsOutIsRefused(_ glob: String) async throws {
    let settings = (TestSite().files["site.yaml"] ?? "") + "static: ['\(glob)']\n"
    let found = try await TestSite().with(["site.yaml": settings]).build().diagnostics
    #expect(found.all.map(\.code) == ["bad-static"])
  }

  @Test func patternsAndNamesAreToldInBothLanguages() async throws {
    let long = String(repeating: "a", count: 256)
    let settings = (TestSite().files["site.yaml"] ?? "") + "static: [../x, none]\n"
    let site = TestSite().with([
      "site.yaml": settings,
      "content/a.th.md": "---\ntitle: ก\nslug: \(long)\n---\n",
    ])
    let (_, found) = try await site.build()
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/names-of-files.txt")
  }

  @Test func namesOfOutputsHaveALimit() async throws {
    for (letters, isFine) in [(255, true), (256, false)] {
      let slug = String(repeating: "a", count: letters)
      let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\nslug: \(slug)\n---\n"])
      let found = try await site.build().diagnostics
      #expect(Set(found.all.map(\.code)) == (isFine ? [] : ["long-name"]))
      #expect(isFine || found.all.first?.place?.path == "content/a.th.md")
    }
    let name = String(repeating: "ก", count: 83) + ".pdf"
    let page = "---\ntitle: ก\n---\n[ข](<\(name)>)\n"
    let site = TestSite().with(["content/a.th.md": page, "content/\(name)": "x"])
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code) == ["long-name"])
    #expect(found.all.first?.place?.path == "content/\(name)")
  }

  @Test func aNameWithAControlCharacterIsRefused() async throws {
    let found = try await TestSite().with(["static/a\nb.txt": "x"]).build().diagnostics
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    #expect(found.all.map(\.code) == ["unprintable-name"])
    #expect(printed[1].contains("มีอักขระควบคุม"))
  }
}
