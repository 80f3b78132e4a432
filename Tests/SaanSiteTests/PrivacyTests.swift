import SaanData
import SaanModel
import SaanSite
import SaanText
import Testing

/// What the guard finds in everything that is published, each in its place, and what it leaves.
@Suite struct PrivacyTests {
  private func found(_ site: TestSite) async throws -> [String] {
    try await inspect(site.tree, site.options()).diagnostics.all
      .filter { ["private-data", "office-contact", "document-author"].contains($0.code) }
      .map { diagnostic in
        guard case .span(let span) = diagnostic.place else {
          return "\(diagnostic.code) \(diagnostic.place?.path ?? "-")"
        }
        return "\(diagnostic.code) \(span.file.path):\(span.position.line):\(span.position.column)"
      }
  }

  /// A drawing of an office program is none of the formats that can be cleaned.
  @Test func aPositionThatCannotBeTakenOutIsAnError() async throws {
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\n---\n[x](f.emf)\n"])
    var tree = site.tree
    tree.add("content/f.emf", Array("Exif\0\0".utf8) + PictureStudio.exif(1))
    let found = try await inspect(tree, site.options()).diagnostics.all
    let told = try #require(found.first { $0.code == "picture-position" })
    #expect(told.severity == .error)
    #expect(told.message.en == "the picture says where it was taken, which may be somebody's home")
    #expect(told.message.th == "ไฟล์ภาพบอกพิกัดที่ถ่าย ซึ่งอาจเป็นบ้านของใครคนหนึ่ง")
    #expect(told.hint?.en.contains("privacy: {allow: [f.emf]}") == true)
  }

  /// Wherever in a file of any kind it stands, and however it is packed.
  @Test func aPositionIsFoundInOddPlaces() throws {
    let exif = PictureStudio.exif(1)
    let jpeg: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 8)] + Array("Exif\0\0".utf8) + exif
    let packed = Base64.encode(jpeg + [UInt8](repeating: 0, count: 90))
    let zeros = [UInt8](repeating: 0, count: 9)
    let spread: [UInt8] = "GPSLatitude".utf8.flatMap { [$0, 0] as [UInt8] }
    let all: [(name: String, bytes: [UInt8])] = [
      ("a.dat", zeros + exif), ("a.mp3", Array("ID3".utf8) + zeros + jpeg),
      ("a.woff2", zeros + exif),
      ("a.png", TestSite.picture(for: "a.png") + exif), ("a.bmp", Array("BM".utf8) + zeros + jpeg),
      ("a.jxl", zeros + Array("jxl Exif".utf8) + zeros + exif), ("a.xmp.bin", zeros + spread),
      ("a.mp4", zeros + [0xA9] + Array("xyz".utf8) + zeros + Array("+13.7563+100.5018/".utf8)),
      ("a.mkv", zeros + Array("LOCATION -13.7563-100.5018/".utf8)),
      ("a.html", Array("<img src='data:image/jpeg;base64,\(packed)'>".utf8)),
      ("a.css", Array("a{background:url(data:image/jpeg;base64,\(packed))}".utf8)),
      ("a.json", Array("{\"photo\": \"\(packed)\"}".utf8)),
      ("a.pdf", Array("%PDF-1.4\n1 0 obj << /Filter /DCTDecode >> stream\n".utf8) + jpeg),
      ("a.svg", Array("<svg><x:x exif:GPSLatitude='13'/></svg>".utf8)),
    ]
    for (name, bytes) in all {
      #expect(FileContents(bytes, name: name).hasPosition, "\(name)")
    }
    let none = PictureStudio.exif(1).map { $0 == 0x88 ? 0x87 : $0 }
    for (name, bytes) in [
      ("a.dat", zeros + none), ("a.csv", Array("GPSLatitude\n13\n".utf8)),
      ("a.txt", Array("xyz".utf8)),
    ] { #expect(!FileContents(bytes, name: name).hasPosition, "\(name)") }
  }

  private func article(_ head: String, _ body: String) -> TestSite {
    TestSite().with(["content/a.th.md": "---\ntitle: ก\n\(head)---\n\(body)\n"])
  }

  @Test(arguments: [
    ("summary: โทร 081-234-5678\n", "", "private-data content/a.th.md:3:14"),
    ("author: somchai@gmail.com\n", "", "private-data content/a.th.md:3:9"),
    ("extra: {contact: {who: [081-234-5678]}}\n", "", "private-data content/a.th.md:3:25"),
    ("", "เลขบัตร 1234567890121", "private-data content/a.th.md:4:8"),
    ("", "[เขียน](mailto:some@gmail.com)", "private-data content/a.th.md:4:15"),
    ("", "[โทร](tel:+66812345678 \"x\")", "private-data content/a.th.md:4:12"),
    ("", "[x](https://x.org \"081-234-5678\")", "private-data content/a.th.md:4:20"),
    ("", "| ก | ข |\n|---|---|\n| ค | 1-2345-67890-12-1 |", "private-data content/a.th.md:6:7"),
    ("", "{% note(title=\"081-234-5678\") %}\nx\n{% end %}", "private-data content/a.th.md:4:16"),
    ("", "{% note() %}\nโทร 081-234-5678\n{% end %}", "private-data content/a.th.md:5:5"),
    ("", "```\n081-234-5678\n```", "private-data content/a.th.md:5:1"),
    ("", "สำนักงาน 02-123-4567", "office-contact content/a.th.md:4:8"),
    ("", "ติดต่อ info@network.example", "office-contact content/a.th.md:4:6"),
    ("slug: somsri-0812345678\n", "", "private-data content/a.th.md:3:7"),
    ("", "## ก {#t0812345678}", "private-data content/a.th.md:4:1"),
    ("", "[x](https://a:b@x.example/)", "private-data content/a.th.md:4:13"),
    ("", "[x](https://x.example/?id=1234567890121)", "private-data content/a.th.md:4:27"),
    ("", "081-<b>234</b>-5678", "private-data content/a.th.md:4:1"),
  ])
  func anArticleIsLookedThrough(_ head: String, _ body: String, _ told: String) async throws {
    #expect(try await found(article(head, body)) == [told])
  }

  @Test func whatIsNotPublishedMayStay() async throws {
    #expect(try await found(article("# โทร 081-234-5678\n", "<!-- 081-234-5678 -->")) == [])
    #expect(try await found(article("draft: true\n", "081-234-5678")) == [])
  }

  @Test func theLineItselfIsNotPrinted() async throws {
    let site = article("", "เลขบัตร 1234567890121 ของ somchai.jaidee@gmail.com")
    let found = try await inspect(site.tree, site.options()).diagnostics
    for language in MessageLanguage.allCases {
      let text = DiagnosticPrinter(language: language).text(found)
      #expect(text.contains("1-2345-xxxxx-12-1") && text.contains("s…@gmail.com"))
      #expect(!text.contains("67890") && !text.contains("jaidee"))
      #expect(!DiagnosticPrinter(language: language).json(found).contains("67890"))
    }
  }

  @Test func anOrganisationsOwnIsAllowed() async throws {
    let site = article("", "info@network.example 02-123-4567 ๐๘๑-๒๓๔-๕๖๗๘ 1234567890121")
      .replacing(
        "theme: plain",
        with:
          "theme: plain\nprivacy: {allow: [\"@network.example\", 02 1234567, \"+66812345678\", 053-123-456]}",
        in: "site.yaml")
    #expect(try await found(site) == ["private-data content/a.th.md:4:47"])
    let notes = try await inspect(site.tree, site.options()).diagnostics.all
      .filter { $0.code == "unused-allowance" }
    #expect(notes.map(\.message.en) == ["'053-123-456' is allowed, but published nowhere"])
    #expect(notes.map(\.severity) == [.note])
  }

  @Test func tablesAndTheirAllowance() async throws {
    let table = "id,name,area,note\n1,โทร 081-234-5678,TH,x\n"
    let files = [
      "content/data/t.csv": table,
      "content/data/datapackage.yaml":
        "name: x\ndescription: somchai@gmail.com\nresources:\n  - {name: t, path: t.csv, schema: {fields: [{name: id}, {name: name}, {name: area}, {name: note}]}}\n",
    ]
    let site = TestSite().with(files)
    #expect(
      try await found(site) == [
        "private-data content/data/t.csv", "private-data content/data/datapackage.yaml:2:14",
      ])
    let allowed = site.replacing(
      "theme: plain", with: "theme: plain\nprivacy: {allow: [0812345678, somchai@gmail.com]}",
      in: "site.yaml")
    #expect(try await found(allowed) == [])
    #expect(try await !allowed.check().contains("unused-allowance"))
  }

  @Test func theAddressesOfRecords() async throws {
    let site = TestSite().replacing(
      "collections:", with: "collections:\n  funds: {title: {th: ก, en: F}, table: t}",
      in: "site.yaml"
    ).with([
      "content/data/areas.csv": "code,class,name,parent,slug\nTH,country,ไทย,,thailand\n",
      "content/data/t.csv": "id,name,area\nf-0812345678,ก,TH\nf-1,ข,TH\n",
      "content/data/datapackage.yaml":
        "name: x\nresources:\n  - {name: t, path: t.csv, schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}]}}\n",
    ])
    #expect(try await found(site) == ["private-data content/data/t.csv"])
  }

  @Test func aFileThatNobodyCouldReadIsToldUntilItIsLookedThrough() async throws {
    let site = article("", "[x](list.docx) [y](list.csv)")
      .with(["content/list.docx": "PK", "content/list.csv": "tel\n0812345678\n"])
    let report = try await site.check()
    #expect(report.contains("warning[unread-file]") && report.contains("content/list.docx"))
    #expect(report.contains("content/list.csv:2:1"))
    let allowed = site.replacing(
      "theme: plain", with: "theme: plain\nprivacy: {allow: [list.docx, 0812345678]}",
      in: "site.yaml")
    #expect(try await allowed.check() == "")
  }

  @Test func templatesAndScriptsOfATheme() async throws {
    let site = TestSite().with([
      "theme/templates/page.html":
        "{# 081-234-5678 #}{% macro m() %}โทร 081-234-5678{% endmacro %}<h1>{{ page.title }}</h1>",
      "themes/plain/shortcodes/note.html": "<!-- ก -->\n<aside>๐๘๑-๒๓๔-๕๖๗๘</aside>",
      "theme/assets/x.js": "const call = '0812345678';\n",
      "theme/templates/404.html": "<script src=\"{{ asset(\"x.js\") }}\"></script>",
    ])
    #expect(
      try await found(site).sorted() == [
        "private-data theme/assets/x.js:1:15", "private-data theme/templates/page.html:1:38",
        "private-data themes/plain/shortcodes/note.html:2:8",
      ])
  }

  @Test func settingsPhrasesAndNotes() async throws {
    let site = TestSite()
      .replacing("theme: plain", with: "theme: plain\nnotice: โทร 081-234-5678", in: "site.yaml")
      .with([
        "content/data/team.yaml": "- {name: ก, tel: 0812345678}\n",
        "theme/phrases/th.yaml": "read_more: อ่าน 081-234-5678\n",
        "theme/words/th.yaml": "november: พฤศจิกายน\ndecember: ธันวาคม 081-234-5678\n",
      ])
    let told = try await found(site)
    #expect(told.contains("private-data site.yaml:4:9"))
    #expect(told.contains("private-data content/data/team.yaml:1:18"))
    #expect(told.contains { $0.hasPrefix("private-data theme/phrases/th.yaml") })
    #expect(told.contains("private-data theme/words/th.yaml:2:11"))
  }
}
