import Glibc
import SaanFiles
import SaanModel
import SaanPreview
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

private let news = "content/news/a.th.md"
private let article = "---\ntitle: ก\n---\nหนึ่ง\n"

private func newsSite(
  _ change: (inout PreviewOptions) -> Void = { _ in }
) async throws -> PreviewedSite {
  try await PreviewedSite(TestSite().with([news: article]), change)
}

/// Whoever writes sees what was saved, and what is wrong with it.
@Suite(.serialized) struct FollowTests {
  @Test(arguments: [false, true])
  func whatIsSavedIsSeen(_ polls: Bool) async throws {
    let site = try await newsSite { $0.polls = polls }
    _ = try await site.page("/th/news/a/", saying: "หนึ่ง")
    try site.save(news, "---\ntitle: ก\n---\nสอง\n")
    _ = try await site.page("/th/news/a/", saying: "สอง")
    // As editors do that write into the file itself.
    try site.folder.write("s/\(news)", "---\ntitle: ใหม่\n---\nสาม\n")
    _ = try await site.page("/th/news/a/", saying: "<h1 lang=\"th\">ใหม่</h1>")
    _ = try await site.page("/th/news/", saying: "ใหม่</a>")
    try FileSystem.move(
      site.folder.path("s/\(news)"), to: site.folder.path("s/content/news/b.th.md"))
    _ = try await site.page("/th/news/b/", saying: "สาม")
    #expect(try site.client.get("/th/news/a/").status == 404)
    // A folder with a file in it, as a checkout brings.
    try site.save("content/news/deep/er/index.th.md", "---\ntitle: ลึก\n---\nก้น\n")
    _ = try await site.page("/th/news/deep/er/", saying: "ก้น")
    try FileSystem.removeTree(site.folder.path("s/content/news/deep"))
    _ = try await site.page("/th/news/deep/er/", saying: "ก้น", is: false)
    try site.save("themes/plain/templates/page.html", "<p>{{ page.title }}</p></body>")
    _ = try await site.page("/th/", saying: "<p>หน้าแรก</p>")
    let line = try #require(site.lines.all.first { $0.contains(news) })
    #expect(line.hasSuffix("ms · 0 errors, 0 warnings") || line.contains("warning"), "\(line)")
    await site.preview.stop()
  }

  /// A style sheet and a picture have an address for each of their versions.
  @Test func stylesAndPicturesAreExchanged() async throws {
    let site = try await PreviewedSite(
      TestSite().with([
        "themes/plain/assets/a.css": "p{color:red}",
        "themes/plain/templates/page.html":
          "<link rel=stylesheet href=\"{{ asset(\"a.css\") }}\"><body>{{ page.content }}</body>",
        "content/news/a/index.th.md": "---\ntitle: ก\n---\n![ภาพ](b.svg)\n",
        "content/news/a/b.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      ]))
    func address(_ pattern: Regex<(Substring, Substring)>) throws -> String {
      String(try #require(try site.client.get("/th/news/a/").text.firstMatch(of: pattern)).1)
    }
    let (sheet, picture) = (/href="([^"]+\.css)"/, /src="([^"]+\.svg)"/)
    let before = (sheet: try address(sheet), picture: try address(picture))
    let listener = try await Listener(site, "/th/news/a/")
    try site.save("themes/plain/assets/a.css", "p{color:blue}")
    #expect(await listener.told("event: page"))
    #expect(try address(sheet) != before.sheet)
    #expect(try site.client.get(try address(sheet)).text == "p{color:blue}")
    try site.save("content/news/a/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")
    for _ in 0..<100 where try address(picture) == before.picture {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try site.client.get(try address(picture)).text.hasSuffix("></svg>"))
    await site.preview.stop()
  }

  @Test func draftsAndPagesOfLaterDaysAreShownAsWhatTheyAre() async throws {
    let site = try await newsSite { $0.language = .thai }
    try site.save("content/news/d.th.md", "---\ntitle: ร่าง\ndraft: true\n---\nร่าง\n")
    try site.save("content/news/l.th.md", "---\ntitle: หลัง\npublish_date: 2030-01-02\n---\nหลัง\n")
    _ = try await site.page("/th/news/d/", saying: "ร่าง")
    _ = try await site.page("/th/news/l/", saying: "หลัง")
    #expect(try await Listener(site, "/th/news/d/").told("ฉบับร่าง ยังไม่เผยแพร่"))
    #expect(try await Listener(site, "/th/news/l/").told("เผยแพร่ตั้งแต่ 2 มกราคม 2573"))
    #expect(try await !Listener(site, "/th/news/a/").told("เผยแพร่", for: 1))
    await site.preview.stop()
  }

  @Test func aBrowserIsToldOfItsOwnPageAlone() async throws {
    let site = try await newsSite()
    let (own, other) = try await (Listener(site, "/th/news/a/"), Listener(site, "/en/"))
    try site.save(news, "---\ntitle: ก\n---\nสอง\n")
    #expect(await own.told("event: page"))
    #expect(await !other.told("event: page", for: 1))
    // Who comes back with an old page is told at once.
    let late = try await Listener(site, "/th/news/a/", digest: "0")
    #expect(await late.told("event: page"))
    await site.preview.stop()
  }

  @Test func mistakesOfSettingsAndTemplatesKeepAllPagesAsTheyWere() async throws {
    let site = try await newsSite { $0.language = .thai }
    let (settings, template) = ("site.yaml", "themes/plain/templates/page.html")
    let files = TestSite().files
    for (path, broken, code) in [
      (settings, "title: [", "broken-yaml"), (template, "{% if %}", "template-syntax"),
      (template, "{{ page.titel }}", "unknown-field"),
    ] {
      let listener = try await Listener(site, "/th/")
      try site.save(path, broken)
      #expect(await listener.told("error["), "\(code)")
      #expect(try site.client.get("/th/").text.contains("สวัสดี"))
      try site.save(path, (files[path] ?? "") + "\n")
      #expect(try await Listener(site, "/th/").told("\"opens\": false"), "\(code)")
    }
    // It may be gone, or something that cannot be read may be in its place.
    let place = site.folder.path("s/site.yaml")
    let replacements: [() throws -> Void] = [
      {}, { try FileSystem.create("\(place)/x", [1]) },
      { #expect(symlink("nowhere", place) == 0) },
    ]
    for replace in replacements {
      try FileSystem.removeTree(place)
      try replace()
      #expect(try await Listener(site, "/th/").told("error["))
      #expect(try site.client.get("/th/").text.contains("สวัสดี"))
      try? FileSystem.removeTree(place)
      try site.save(settings, files[settings] ?? "")
      #expect(try await Listener(site, "/th/").told("\"opens\": false"))
    }
    await site.preview.stop()
  }

  @Test func aSiteThatCannotBeReadAtFirstComesByItself() async throws {
    let site = try await PreviewedSite([
      "content/index.th.md": Array("---\ntitle: ก\n---\nก\n".utf8)
    ])
    let first = try site.client.get("/")
    #expect(first.status == 500 && first.text.contains("<script src=\"/__saan/preview.js\""))
    #expect(try await Listener(site, "/").told("error[empty-site]"))
    for (path, text) in TestSite().files { try site.save(path, text) }
    _ = try await site.page("/th/", saying: "สวัสดี")
    await site.preview.stop()
  }

  @Test func aFolderThatIsNoSiteIsNotServed() async throws {
    let error = await #expect(throws: DiskError.self) {
      _ = try await PreviewedSite(["notes.txt": Array("ก".utf8)])
    }
    #expect(error?.diagnostic.code == "empty-site")
  }

  /// What is no text is no file of the site, and yet somebody has just made it.
  @Test func aNewFileThatCannotBeReadIsToldAtOnce() async throws {
    let site = try await newsSite()
    let place = site.folder.path("s/content/news/old.th.md")
    try FileSystem.create(place, Array("---\ntitle: ".utf8) + [0xA2, 0xE8, 0xD2, 0xC7])
    #expect(try await Listener(site, "/th/news/a/").told("error[invalid-utf8]"))
    await site.preview.settle()
    #expect(site.lines.all.contains { $0.hasPrefix("content/news/old.th.md · ") })
    try FileSystem.removeTree(place)
    #expect(try await Listener(site, "/th/news/a/").told("\"opens\": false"))
    #expect(symlink("nowhere.md", site.folder.path("s/content/news/lost.th.md")) == 0)
    #expect(try await Listener(site, "/th/news/a/").told("error[unreadable-file]"))
    await site.preview.stop()
  }

  @Test func aPageThatIsReachedByALinkFollowsItsFile() async throws {
    let site = try await newsSite()
    #expect(symlink("a.th.md", site.folder.path("s/content/news/same.th.md")) == 0)
    _ = try await site.page("/th/news/same/", saying: "หนึ่ง")
    try site.save(news, "---\ntitle: ก\n---\nสองสาม\n")
    _ = try await site.page("/th/news/a/", saying: "สองสาม")
    _ = try await site.page("/th/news/same/", saying: "สองสาม")
    await site.preview.stop()
  }

  @Test func whatWaitsForAMistakeIsSaid() async throws {
    let site = try await newsSite { $0.language = .thai }
    try site.save("site.yaml", "title: [\n")
    #expect(try await Listener(site, "/th/news/a/").told("สิ่งที่แก้ไว้จะแสดงเมื่อแก้ข้อผิดพลาดหมดแล้ว"))
    await site.preview.stop()
  }

  @Test func aFolderThatVanishesMayComeBack() async throws {
    let site = try await newsSite()
    try FileSystem.move(site.folder.path("s"), to: site.folder.path("away"))
    #expect(try await Listener(site, "/th/news/a/").told("error[disk]"))
    #expect(try site.client.get("/th/news/a/").text.contains("หนึ่ง"))
    try FileSystem.move(site.folder.path("away"), to: site.folder.path("s"))
    try await Task.sleep(for: .milliseconds(500))
    try site.save(news, "---\ntitle: ก\n---\nกลับมา\n")
    _ = try await site.page("/th/news/a/", saying: "กลับมา")
    await site.preview.stop()
  }

  @Test func placesOpenInTheEditorThatWasNamed() async throws {
    let site = try await newsSite { $0.editor = "vscode" }
    try site.save(news, "---\ntitle: ก\n---\n[ก](gone.th.md)\n")
    let place = "vscode://file\(percentEncoded(path: FileSystem.resolved(site.folder.path("s"))))"
    #expect(try await Listener(site, "/th/news/a/").told("\(place)/\(news):4:5"))
    await site.preview.stop()
  }

  @Test func theScriptIsSmall() async throws {
    let site = try await newsSite()
    let script = try site.client.get("/__saan/preview.js")
    #expect(script.fields["content-type"] == "text/javascript; charset=utf-8")
    #expect(script.bytes.count < 6 << 10, "\(script.bytes.count) bytes")
    await site.preview.stop()
  }
}

/// The same again and again, and for as many files as a large site has.
@Suite(.serialized) struct FollowTrials {
  @Test func aMistakeIsToldOverTheLastGoodPageAndGoes() async throws {
    let site = try await newsSite()
    for round in 0..<Trials.count(sample: 5, full: 50) {
      let listener = try await Listener(site, "/th/news/a/")
      try site.save(news, "---\ntitle: [ก\n---\nพัง \(round)\n")
      #expect(await listener.told("error[broken-yaml]"), "\(round)")
      #expect(await listener.told("This page:"), "\(round)")
      let page = try site.client.get("/th/news/a/")
      #expect(page.status == 200 && !page.text.contains("พัง"), "\(round)")
      // Other pages go on.
      try site.save("content/about.th.md", "---\ntitle: เรา\n---\nรอบ \(round)\n")
      _ = try await site.page("/th/about/", saying: "รอบ \(round)")
      let mended = try await Listener(site, "/th/news/a/")
      try site.save(news, "---\ntitle: ก\n---\nดี \(round)\n")
      _ = try await site.page("/th/news/a/", saying: "ดี \(round)")
      #expect(await mended.told("\"opens\": false"), "\(round)")
    }
    await site.preview.stop()
  }

  @Test func manyFilesAtOnceAreOneChange() async throws {
    let site = try await newsSite()
    let before = site.lines.all.count
    let count = Trials.count(sample: 500, full: 20_000)
    for number in 0..<count {
      try FileSystem.create(
        site.folder.path("s/content/news/n\(number).th.md"),
        Array("---\ntitle: ข่าว \(number)\n---\nเนื้อหา \(number)\n".utf8))
    }
    _ = try await site.page("/th/news/n\(count - 1)/", saying: "เนื้อหา \(count - 1)")
    try await Task.sleep(for: .milliseconds(300))
    await site.preview.settle()
    let changes = site.lines.all.dropFirst(before).filter { $0.contains("screen") }
    #expect(changes.count <= count / 25, "\(changes)")
    // What editors and offices leave for a moment is no change.
    let after = site.lines.all.count
    for name in ["~$report.xlsx", ".~lock.a.ods#", "a.th.md~", ".a.th.md.swp", "4913", "#a.th.md#"]
    {
      try site.folder.write("s/content/\(name)", "x")
      try FileSystem.removeTree(site.folder.path("s/content/\(name)"))
    }
    try await Task.sleep(for: .milliseconds(200))
    await site.preview.settle()
    #expect(site.lines.all.count == after)
    await site.preview.stop()
  }
}

/// A browser that waits to be told of changes.
final class Listener {
  private let connection: HTTPClient.Connection
  private var all = ""

  /// - Parameter digest: the version that the browser shows; the one that is served now without.
  init(_ site: PreviewedSite, _ page: String, digest: String? = nil) async throws {
    let shown = try digest ?? site.client.get(page).fields["saan-digest"] ?? ""
    connection = try HTTPClient.Connection(port: site.client.port)
    let target = "/__saan/events?page=\(percentEncoded(path: page))&digest=\(shown)"
    connection.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = await told("event: state")
  }

  /// Whether something was told since it came, or is within so many seconds.
  ///
  /// The preview works on the threads of the tests, so nothing here waits on one.
  func told(_ text: String, for seconds: Int = 20) async -> Bool {
    for _ in 0..<(seconds * 100) {
      all += String(decoding: connection.news, as: UTF8.self)
      if all.contains(text) { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}
