import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What the theme that comes with the program says, and does not say, on whatever site uses it.
@Suite struct ShippedThemeTests {
  /// A small site with the program's theme and the files given.
  func tree(_ files: [String: String] = [:], without tag: String? = nil) -> SourceTree {
    let own = [
      "site.yaml": """
      title: {th: เครือข่าย, en: Network}
      base_url: https://example.org/
      theme: commons
      collections:
        news: {title: {th: ข่าว, en: News}, template: article.html, sort: date}

      """,
      "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
      "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    ]
    let all = own.merging(files) { $1 }
    return Specimen.commons(
      all.filter { path, _ in tag.map { !path.hasSuffix(".\($0).md") } ?? true })
  }

  func build(
    _ files: [String: String] = [:], without tag: String? = nil,
    _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> (pages: [String: String], report: String) {
    var options = BuildOptions(today: Specimen.today, jobs: 1)
    change(&options)
    let result = try await SaanSite.build(
      tree(files, without: tag), options, into: MemorySink())
    let pages = (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
    return (pages, DiagnosticPrinter(language: .thai).text(result.diagnostics))
  }

  func settings(_ more: String) -> [String: String] {
    ["site.yaml": (tree().files["site.yaml"]?.text ?? "") + more]
  }

  // MARK: Licence

  @Test func nothingIsSaidOfALicenceThatNobodyChose() async throws {
    let home = try #require(try await build().pages["th/index.html"])
    #expect(!home.contains("creativecommons") && !home.contains("สัญญาอนุญาต"))
  }

  @Test(arguments: [
    ("license: CC-BY-4.0", "CC BY 4.0</a>", "licenses/by/4.0/deed.th"),
    ("licence: cc by-sa 4.0", "CC BY-SA 4.0</a>", "licenses/by-sa/4.0/deed.th"),
    ("license: CC0", "CC0 1.0</a>", "publicdomain/zero/1.0/deed.th"),
    ("license: {th: สงวนลิขสิทธิ์, en: All rights reserved}", "สงวนลิขสิทธิ์</span>", "foot-legal"),
    (
      "license: {title: {th: เงื่อนไข, en: Terms}, url: \"https://terms.example/\"}",
      ">เงื่อนไข</a>", "href=\"https://terms.example/\""
    ),
  ])
  func aChosenLicenceStandsInTheFooter(line: String, title: String, address: String) async throws {
    let (pages, report) = try await build(settings(line + "\n"))
    #expect(report == "")
    let home = try #require(pages["th/index.html"])
    #expect(home.contains(title) && home.contains(address))
  }

  /// Words that are no licence are not called one.
  @Test func termsInOwnWordsStandAlone() async throws {
    let (pages, _) = try await build(
      settings("license: {th: สงวนลิขสิทธิ์, en: All rights reserved}\n"))
    for (path, words) in [("th", "สงวนลิขสิทธิ์"), ("en", "All rights reserved")] {
      let home = try #require(pages["\(path)/index.html"])
      #expect(home.contains("<p><span>\(words)</span></p>"), "\(path)")
    }
  }

  @Test(arguments: [
    ("license: CC-BYE-4.0", "unknown-choice"),
    ("license: {url: \"https://x.org/\"}", "bad-licence"),
    ("license: {title: x, url: terms}", "bad-licence"),
    ("license: CC0\nlicence: CC0", "duplicate-key"),
  ])
  func aLicenceThatCannotBeIsTold(lines: String, code: String) async throws {
    #expect(try await build(settings(lines + "\n")).report.contains("error[\(code)]"))
  }

  // MARK: Nothing that is none

  /// A topic that only figures have is no list of articles.
  @Test func aTopicOfFiguresAloneHasNoPage() async throws {
    let topics = "taxonomies: {topics: {title: หัวข้อ, terms: {water: {th: น้ำ, en: Water}}}}\n"
    let data = [
      "content/data/areas.csv": "code,class,name,name@en\nTH,country,ไทย,Thailand\n",
      "content/data/sources.csv": "id,title,producer\na,เล่ม,ก\n",
      "content/data/indicators.csv": "id,name,description,topic\nponds,บ่อ,บ่อน้ำ,water\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nponds,TH,2022,stated,5,a\n",
    ]
    let (pages, report) = try await build(settings(topics).merging(data) { $1 })
    #expect(!report.contains("dead-address"), "\(report)")
    for (path, name) in [("th", "น้ำ"), ("en", "Water")] {
      let page = try #require(pages["\(path)/figures/ponds/index.html"])
      #expect(page.contains(">\(name)</span>") && !page.contains("/topics/water/"), "\(page)")
    }
  }

  @Test func placesWithoutTilesMakeNoMap() async throws {
    let data = [
      "content/data/areas.csv":
        "code,class,name,name@en,parent,slug\nTH,country,ไทย,Thailand,,thailand\n32,province,สุรินทร์,Surin,TH,surin\n",
      "content/data/datapackage.yaml":
        "name: d\nlicenses: [{name: CC0-1.0, path: \"https://creativecommons.org/publicdomain/zero/1.0/\"}]\nresources: [{name: areas, path: areas.csv}]\n",
    ]
    let (pages, report) = try await build(data)
    #expect(report == "")
    for path in ["th/provinces/index.html", "th/index.html", "th/provinces/surin/index.html"] {
      let page = try #require(pages[path], "\(path)")
      #expect(!page.contains("None") && !page.contains("class=\"tiles"), "\(path)")
    }
    let home = try #require(pages["th/index.html"])
    #expect(home.contains("ดูข้อมูลและเรื่องราวของจังหวัด") && !home.contains("ทั้ง 1 จังหวัด"))
    // Nor is any promised.
    #expect(home.contains(">รายชื่อจังหวัดทั้งหมด</a>"))
    #expect(pages["en/index.html"]?.contains(">All provinces</a>") == true)
    let placed =
      "code,class,name,name@en,parent,slug,tile_col,tile_row\nTH,country,ไทย,Thailand,,thailand,,\n32,province,สุรินทร์,Surin,TH,surin,5,5\n"
    let mapped = try await build(["content/data/areas.csv": placed]).pages
    #expect(mapped["th/index.html"]?.contains(">แผนที่และรายชื่อจังหวัดทั้งหมด</a>") == true)
    #expect(mapped["en/index.html"]?.contains(">Map and list of all provinces</a>") == true)
  }

  @Test func noPageShowsWhatIsNone() async throws {
    for (path, page) in try await Specimen.outputs where path.hasSuffix(".html") {
      for mark in [">None<", "None<", "None\"", "href=\"\"", "src=\"\"", "class=\"\"", "=\"c r\""] {
        #expect(!page.contains(mark), "\(path): \(mark)")
      }
    }
  }

  // MARK: Events

  private let event = [
    "content/events/forum.th.md":
      "---\ntitle: เวที\nextra: {start: 2024-12-15 09:00, place: ศาลา}\n---\nก\n"
  ]

  @Test func anEventWhoseTimeNobodySeesIsTold() async throws {
    let (_, report) = try await build(event)
    #expect(report.contains("warning[hidden-fields]: ผู้อ่านจะไม่เห็น 'start' และ 'place'"))
    #expect(report.contains("content/events/forum.th.md:3:16"), "\(report)")
    #expect(
      report.contains("events: {title: {th: \"…\", en: \"…\"}, template: event.html, sort: date}"))
    let collection = settings(
      "  events: {title: {th: กิจกรรม, en: Events}, template: event.html, sort: date}\n")
    #expect(try await build(event.merging(collection) { $1 }).report == "")
    let news = ["content/news/a.th.md": event["content/events/forum.th.md"] ?? ""]
    #expect(try await build(news).report.contains("'template: event.html'"))
  }

  @Test func aNewEventOfNoCollectionSaysWhatIsMissing() throws {
    let tree = tree()
    let settings = try #require(loadSettings(tree).value)
    let (files, found) = newPage("events/forum", tree, settings: settings, today: Specimen.today)
    #expect(files.compactMap(\.archetype).contains("themes/commons/archetypes/events.th.md"))
    #expect(found.all.map(\.code) == ["no-collection"])
    #expect(found.all.first?.hint?.en.contains("template: event.html") == true)
    #expect(newPage("news/a", tree, settings: settings, today: Specimen.today).diagnostics.isEmpty)
  }

  // MARK: Starter texts

  @Test func textsOfAnArchetypeAreToldWhereTheyGoOut() async throws {
    let tree = tree()
    let settings = try #require(loadSettings(tree).value)
    let made = newPage("news/a", tree, settings: settings, today: Specimen.today).files
    var files = Dictionary(
      made.map { ($0.path, String(decoding: $0.text, as: UTF8.self)) }, uniquingKeysWith: { $1 })
    #expect(try await build(files).report == "")
    #expect(try await build(files) { $0.includesDrafts = true }.report == "")
    for path in files.keys {
      files[path] = files[path]?.split(separator: "draft: true\n", omittingEmptySubsequences: false)
        .joined()
    }
    let (_, report) = try await build(files)
    #expect(report.ranges(of: "warning[starter-text]").count == 4, "\(report)")
    #expect(report.contains("summary: สรุปสั้น ๆ หนึ่งหรือสองประโยค"))
    let own = [
      "archetypes/news.md":
        "---\ntitle: \"{{ title }}\"\nsummary: เล่าสองบรรทัด\n---\n## หัว\n\nใครทำอะไร\n",
      "content/news/a.th.md": "---\ntitle: ก\nsummary: \"เล่าสองบรรทัด\"\n---\n## หัว\n\nเราทำแล้ว\n",
    ]
    #expect(try await build(own).report.ranges(of: "starter-text").count == 1)
  }

  // MARK: Previews, order

  @Test func aPreviewSaysThatItIsOne() async throws {
    let files = [
      "content/news/a.th.md": "---\ntitle: ก\ndraft: true\n---\nก\n",
      "content/news/a.en.md": "---\ntitle: a\n---\nx\n",
      "content/news/b.th.md": "---\ntitle: ข\npublish_date: 2030-01-01\n---\nก\n",
      "content/news/c.th.md": "---\ntitle: ค\n---\nก\n",
    ]
    let (pages, _) = try await build(files) {
      ($0.includesDrafts, $0.includesFuture) = (true, true)
    }
    #expect(pages["th/news/a/index.html"]?.contains("<strong>ฉบับร่าง</strong>") == true)
    #expect(pages["en/news/a/index.html"]?.contains("<strong>Draft</strong>") == true)
    #expect(pages["th/news/b/index.html"]?.contains("<strong>ยังไม่ถึงวันเผยแพร่</strong>") == true)
    #expect(pages["robots.txt"]?.hasPrefix("User-agent: *\nDisallow: /\n") == true)
    #expect(try await build(files).pages["robots.txt"]?.contains("Disallow") == false)
    #expect(pages["th/news/c/index.html"]?.contains("class=\"notice preview\"") == false)
    #expect(pages["th/news/index.html"]?.contains("<span class=\"tag\">ฉบับร่าง</span>") == true)
  }

  @Test func nothingIsSaidOfWhatNobodySaid() async throws {
    let data = [
      "content/data/t.csv": "id,n\na,1\n",
      "content/data/datapackage.yaml":
        "name: d\nlicenses: [{name: CC0-1.0, path: \"https://creativecommons.org/publicdomain/zero/1.0/\"}]\nresources: [{name: t, path: t.csv, title: {th: ต, en: T}, schema: {fields: [{name: id}, {name: n, type: integer}]}}]\n",
    ]
    let silent = try await build(data).pages
    for (path, word) in [("th", "ความถี่ในการปรับปรุง"), ("en", "Update frequency")] {
      let page = try #require(silent["\(path)/data/t/index.html"])
      #expect(!page.contains(word), "\(path)")
    }
    #expect(silent["data/catalog.jsonld"]?.contains("accrualPeriodicity") == false)
    #expect(silent["data/t/dataset.json"]?.contains("\"ไม่ทราบ\"") == true)
    let said = try await build(
      data.merging(settings("open_data: {update_frequency: irregular}\n")) { $1 }
    ).pages
    #expect(said["th/data/t/index.html"]?.contains("เมื่อแหล่งข้อมูลเผยแพร่ค่าใหม่") == true)
    #expect(said["en/data/t/index.html"]?.contains("when a source publishes new values") == true)
    #expect(said["data/catalog.jsonld"]?.contains("frequency/IRREG") == true)
  }

  @Test func aDayThatIsNoneNamesTheArgument() async throws {
    let (_, report) = try await build([
      "content/news/a.th.md":
        "---\ntitle: ก\n---\n{% quote(by=\"ก\", date=\"เมื่อวาน\") %}\nข\n{% end %}\n"
    ])
    #expect(
      report.hasPrefix("error[bad-date]: อาร์กิวเมนต์ 'date' ของ 'quote': 'เมื่อวาน' "), "\(report)")
    #expect(report.contains("--> content/news/a.th.md:4:23\n"), "\(report)")
    #expect(report.contains("= hint: "), "\(report)")
  }

  @Test func neighboursSayWhichIsNewer() async throws {
    let files = [
      "content/news/a.th.md": "---\ntitle: เรื่องแรก\ndate: 2024-01-01\n---\nก\n",
      "content/news/b.th.md": "---\ntitle: เรื่องกลาง\ndate: 2024-01-02\n---\nก\n",
      "content/news/c.th.md": "---\ntitle: เรื่องหลัง\ndate: 2024-01-03\n---\nก\n",
    ]
    let page = try #require(try await build(files).pages["th/news/b/index.html"])
    #expect(page.contains("ใหม่กว่า</span> <span>เรื่องหลัง"))
    #expect(page.contains("เก่ากว่า</span> <span>เรื่องแรก"))
  }

  @Test func theChoiceOfLanguageShowsTheSitesLogo() async throws {
    let files = settings("theme_options: {logo: own.svg}\n").merging([
      "theme/assets/own.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
    ]) { $1 }
    let (pages, report) = try await build(files)
    #expect(report == "")
    let choice = try #require(pages["index.html"])
    #expect(choice.contains("<img src=\"/assets/own.") && !choice.contains("class=\"mark\""))
    #expect(choice.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/own."))
  }

  @Test(arguments: [
    ("own.svg", ""), ("own.svg", "ก"), ("own.png", ""), ("own.png", "ก"), ("own.tiff", "ก"),
    ("own.css", "a {}"),
  ])
  func aLogoThatNoBrowserShowsIsTold(_ name: String, _ bytes: String) async throws {
    let files = settings("theme_options: {logo: \(name)}\n").merging([
      "theme/assets/\(name)": bytes
    ]) { $1 }
    let (_, report) = try await build(files)
    #expect(report.contains("error[image-format]"), "\(report)")
  }

  @Test func aPartOfTheHomePageStandsOnce() async throws {
    let files = settings("theme_options: {home: [news, news]}\n").merging([
      "content/news/a.th.md": "---\ntitle: ก\ndate: 2024-01-01\n---\nก\n"
    ]) { $1 }
    let (pages, report) = try await build(files)
    #expect(report.contains("warning[named-twice]"), "\(report)")
    #expect(pages["th/index.html"]?.parts("id=\"home-news\"", ">").count == 1)
  }

  @Test func aColourWithoutQuotationMarksIsAnsweredWithThem() async throws {
    let (_, report) = try await build(settings("theme_options:\n  accent: #0a7a50\n"))
    #expect(report.contains("ใส่เครื่องหมายคำพูดครอบ: accent: \"#0a7a50\""), "\(report)")
  }
}
