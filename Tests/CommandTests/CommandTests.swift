import Foundation
import Testing

/// The program as its user meets it: files in, files out, messages, exit status.
@Suite struct CommandTests {
  @Test func aNewSiteBuildsWithoutAWarningAndTheSameWithAnyNumberOfJobs() throws {
    let folder = try WorkFolder()
    #expect(try folder.saan("new", "site", "my-site").status == 0)
    let build = ["build", "--source", "my-site", "--strict", "--output"]
    let one = try folder.saan(build + ["one", "--jobs", "1"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(folder.text("one/th/index.html")?.contains("<html lang=\"th\"") == true)
    #expect(folder.text("one/en/news/welcome/index.html") != nil)
    _ = try folder.saan(build + ["two", "--jobs", "2", "--clock", "2030-01-01"])
    #expect(try folder.contents("one") == folder.contents("two"))
  }

  @Test func aNewPageIsMadeInBothLanguagesAndBuilds() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let made = try folder.saan("new", "page", "news/flood", "--source", "s")
    #expect(made.output.contains("s/content/news/flood.th.md"))
    #expect(made.output.contains("s/content/news/flood.en.md"))
    let event = try folder.saan("new", "page", "events/forum", "--source", "s", "--lang", "th")
    #expect(event.errors.contains("ทั้งหมดเป็นฉบับร่าง"))
    let build = ["build", "--source", "s", "--strict", "--output"]
    #expect(try folder.saan(build + ["o"]).status == 0)
    #expect(folder.text("o/th/news/flood/index.html") == nil)
    #expect(try folder.saan("build", "--source", "s", "--output", "p", "--drafts").status == 0)
    #expect(folder.text("p/th/news/flood/index.html") != nil)
    #expect(folder.text("s/content/events/forum.th.md")?.contains(" 09:00\n  end: ") == true)
  }

  @Test func aPageThatIsThereIsNotMadeAgain() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let again = try folder.saan("new", "page", "news/welcome", "--source", "s", "--lang", "th")
    #expect(again.status == 1)
    #expect(again.errors.contains("error[page-exists]: มีหน้านี้อยู่แล้ว"))
    #expect(again.errors.contains("content/news/welcome.en.md"))
  }

  @Test func mistakesInTheContentExitWithOneAndLeaveTheFormerSite() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let build = ["build", "--source", "s", "--output", "o", "--lang", "en"]
    _ = try folder.saan(build)
    #expect(try folder.saan(build).errors.contains("o: 0 written, "))
    let before = try folder.contents("o")
    try folder.write("s/content/news/bad.th.md", "---\ntitle: ก\n---\n[ข](gone.th.md)\n")
    let broken = try folder.saan(build)
    #expect(broken.status == 1)
    #expect(broken.errors.contains("error[dead-link]: there is no page or file 'gone.th.md'"))
    #expect(broken.errors.contains("content/news/bad.th.md:4:5"))
    #expect(try folder.contents("o") == before)
    #expect(try folder.saan("clean", "--output", "o").status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("o")))
  }

  @Test func theSameMessageInThaiAndForAScript() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try folder.write("s/content/news/bad.th.md", "---\ntitle: ก\n---\n[ข](gone.th.md)\n")
    let thai = try folder.saan("check", "--source", "s", "--lang", "th")
    #expect(thai.status == 1)
    #expect(thai.errors.contains("ไม่มีหน้าหรือไฟล์ 'gone.th.md'"))
    let check = try folder.saan("check", "--source", "s", "--format", "json", "--lang", "en")
    let decoded = try JSONDecoder().decode([Finding].self, from: Data(check.output.utf8))
    #expect(decoded.map(\.code) == ["dead-link", "no-base-url", "starter-text"])
    #expect(decoded.first?.line == 4 && decoded.first?.column == 5)
  }

  private struct Finding: Decodable {
    let code: String
    let path: String
    let line: Int?
    let column: Int?
  }

  /// This repository's own site with twelve mistakes of twelve kinds planted in it.
  @Test func twelveMistakesAreReportedInOneRunEachWithItsPlace() throws {
    let folder = try WorkFolder()
    try folder.copyRepository(["site.yaml", "content", "themes"], to: "s")
    let planted: [(code: String, path: String, line: Int, column: Int)] = [
      ("unknown-key", "content/about/vision.th.md", 3, 1),
      ("wrong-era", "content/events/codi-founded.th.md", 3, 7),
      ("dead-link", "content/follow-up/index.en.md", 5, 6),
      ("dead-anchor", "content/follow-up/index.th.md", 6, 6),
      ("missing-image", "content/news/csos-forum-2565.th.md", 3, 14),
      ("unknown-shortcode", "content/news/csos-forum-2565.en.md", 5, 4),
      ("unknown-figure", "content/reports/bangkok-2554.en.md", 5, 4),
      ("unknown-topic", "content/proposals/forum-5-data.th.md", 3, 10),
      ("bad-alias", "content/about/history.th.md", 3, 11),
      ("missing-title", "content/news/untitled.th.md", 1, 1),
      ("broken-yaml", "content/news/broken.th.md", 2, 8),
      ("unknown-field", "themes/commons/templates/term.html", 1, 9),
    ]
    let head = "---\ntitle: ก\n"
    let texts = [
      head + "sumary: ข\n---\n", head + "date: 2554-10-03\n---\n",
      head + "---\n\n" + "[ab](../gone.th.md)\n",
      head + "---\n\n\n" + "[ab](#ไม่มี)\n", head + "image: {src: x.jpg, alt: ข}\n---\n",
      head + "---\n\n" + "{{ nothing() }}\n", head + "---\n\n" + "{{ figure(\"x\") }}\n",
      head + "topics: [no-such]\n---\n", head + "aliases: [/../a/]\n---\n", "ข้อความ\n",
      "---\ntitle: [ก\n---\n", "{{ page.titel }}",
    ]
    for (mistake, text) in zip(planted, texts) { try folder.write("s/\(mistake.path)", text) }
    let check = try folder.saan("check", "--source", "s", "--format", "json", "--lang", "en")
    #expect(check.status == 1)
    let found = try JSONDecoder().decode([Finding].self, from: Data(check.output.utf8))
    for mistake in planted {
      let match = found.first { $0.code == mistake.code && $0.path == mistake.path }
      #expect(
        match?.line == mistake.line && match?.column == mistake.column,
        "\(mistake): \(found.filter { $0.path == mistake.path })")
    }
  }

  @Test(arguments: [
    ["build", "--no-such-flag"], ["build", "--jobs", "0"], ["build", "--base-url", "example"],
    ["build", "--clock", "yesterday"], ["build", "--source", "/no/such/folder"],
    ["clean", "--output", "/proc"],
  ])
  func troubleWithTheEnvironmentExitsWithTwo(_ arguments: [String]) throws {
    #expect(try WorkFolder().saan(arguments).status == 2)
  }

  @Test func pagesAreListedForScripts() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let list = try folder.saan("list", "pages", "--source", "s", "--format", "json")
    #expect(
      list.output.contains(
        #"{"path": "/th/about/", "output": "th/about/index.html", "kind": "page", "language": "th", "template": "page.html", "source": "content/about.th.md"}"#
      ))
  }

  @Test func theReferenceIsPrintedWholeOrBySections() throws {
    let folder = try WorkFolder()
    let filters = try folder.saan("reference", "filters")
    #expect(filters.output.hasPrefix("## Filters\n") && filters.output.contains("`truncate_th("))
    #expect(!filters.output.contains("## Tests"))
    #expect(try folder.saan("reference").output.contains("## Objects"))
    #expect(try folder.saan("reference", "filtres").status == 2)
    let thai = try folder.saan("reference", "data-checks", "--lang", "th").output
    #expect(thai.hasPrefix("## การตรวจข้อมูล (data-checks)\n\nสิ่งที่ `saan check` ตรวจในตาราง"))
    let json = try folder.saan("reference", "tests", "--format", "json").output
    let read = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    #expect(read["text"]?.hasPrefix("## Tests\n") == true)
  }

  @Test func markdownGoesThroughAPipe() throws {
    let result = try WorkFolder().saan(["markdown", "render"], input: "# สวัสดี\n\n*ไทย* <b>x</b>\n")
    #expect(
      result.output == "<h1 id=\"สวัสดี\">สวัสดี</h1>\n<p><em>ไทย</em> &lt;b&gt;x&lt;/b&gt;</p>\n")
    #expect(result.status == 0)
  }
}
