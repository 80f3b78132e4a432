import SaanSite
import SaanText
import Testing

/// What the theme that comes with the program says, and does not say, on whatever site uses it.
@Suite struct ShippedThemeTests {
  /// A small site with the program's theme and the files given.
  private func tree(_ files: [String: String] = [:], without tag: String? = nil) -> SourceTree {
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

  private func build(
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

  private func settings(_ more: String) -> [String: String] {
    ["site.yaml": (tree().files["site.yaml"]?.text ?? "") + more]
  }

  // MARK: Languages

  @Test(arguments: ["th", "en"])
  func aSiteMayHaveOneLanguageAlone(_ tag: String) async throws {
    let name = tag == "th" ? "ไทย" : "English"
    let files = [
      "site.yaml": """
      title: เครือข่าย
      base_url: https://example.org/
      theme: commons
      default_language: \(tag)
      languages: {\(tag): {name: \(name)}}
      collections:
        funds: {title: กองทุน, table: funds}

      """,
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n32,province,สุรินทร์,TH\n",
      "content/data/funds.csv": "id,name,area\na,กองทุนหนึ่ง,32\nb,กองทุนสอง,32\n",
      "content/data/datapackage.yaml": """
      name: d
      title: {\(tag): ข้อมูล}
      resources:
        - name: funds
          path: funds.csv
          title: {\(tag): กองทุน}
          schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}]}

      """,
    ]
    let (pages, report) = try await build(files, without: tag == "th" ? "en" : "th")
    #expect(!report.contains("error["), "\(report)")
    let list = try #require(pages["\(tag)/funds/index.html"])
    #expect(list.contains("กองทุนหนึ่ง") && list.contains("กองทุนสอง"))
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

  // MARK: Previews, languages, order

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

  @Test func aSummaryInAnotherLanguageSaysSo() async throws {
    let files = [
      "content/news/a.th.md": "---\ntitle: ก\nsummary: สรุปไทย\n---\nก\n",
      "content/news/a.en.md": "---\ntitle: a\n---\nx\n",
      "content/news/b.en.md": "---\ntitle: b\nsummary: own\n---\nx\n",
      "content/news/b.th.md": "---\ntitle: ข\nsummary: ไทย\n---\nก\n",
    ]
    let pages = try await build(files).pages
    #expect(
      pages["en/news/a/index.html"]?.contains("<p class=\"lead\" lang=\"th\">สรุปไทย</p>") == true)
    #expect(pages["en/news/index.html"]?.contains("<p lang=\"th\">สรุปไทย</p>") == true)
    #expect(pages["en/news/b/index.html"]?.contains("<p class=\"lead\">own</p>") == true)
  }

  @Test func wordsOfTheSiteThatAreBorrowedSayTheirLanguage() async throws {
    func pages(_ tag: String, _ word: String) async throws -> [String: String] {
      func text(_ end: String) -> String { "{\(tag): \(word)\(end)}" }
      return try await build([
        "site.yaml": """
        title: \(text("1"))
        description: \(text("2"))
        notice: \(text("3"))
        license: \(text("4"))
        base_url: https://example.org/
        theme: commons
        menus:
          main: [{page: index, title: \(text("5"))}, {page: about}]
          footer: [{url: "https://example.com/", title: \(text("6"))}]

        """, "content/about.\(tag).md": "---\ntitle: \(word)7\n---\nก\n",
      ]).pages
    }
    for (own, other, word) in [("th", "en", "คำ"), ("en", "th", "word")] {
      let pages = try await pages(own, word)
      let borrowed = try #require(pages["\(other)/index.html"])
      for number in 1...7 {
        #expect(borrowed.contains(" lang=\"\(own)\">\(word)\(number)<"), "\(word)\(number)")
      }
      let home = try #require(pages["\(own)/index.html"])
      #expect(!home.contains("lang=\"\(own)\">\(word)"))
      let choice = try #require(pages["index.html"])
      #expect(choice.contains("lang=\"\(own)\">\(word)1</") && choice.contains(">\(word)2</p>"))
    }
    // So do the names of lists and topics.
    for (own, other, word) in [("th", "en", "คำ"), ("en", "th", "word")] {
      let pages = try await build([
        "site.yaml": """
        title: {th: ก, en: N}
        base_url: https://example.org/
        theme: commons
        taxonomies: {topics: {title: {\(own): \(word)1}, terms: {a: {\(own): \(word)2}}}}
        collections: {news: {title: {\(own): \(word)3}, template: article.html}}

        """, "content/news/a.\(other).md": "---\ntitle: x\ntopics: [a]\n---\nx\n",
      ]).pages
      for (path, number) in [("news/a", 2), ("news/a", 3), ("topics/a", 1), ("topics", 2)] {
        let page = try #require(pages["\(other)/\(path)/index.html"])
        #expect(page.contains(" lang=\"\(own)\">\(word)\(number)</a>"), "\(path) \(number)")
      }
    }
    // A text for all languages is in the one whose letters it has.
    let plain = try await build([
      "site.yaml": "title: เครือข่าย\nbase_url: https://example.org/\ntheme: commons\n"
    ]).pages
    #expect(plain["en/index.html"]?.contains("<span lang=\"th\">เครือข่าย</span>") == true)
    #expect(plain["th/index.html"]?.contains("<span>เครือข่าย</span>") == true)
  }

  @Test(arguments: [("th", "en", "คำ"), ("en", "th", "word")])
  func wordsThatATranslationBorrowsSayTheirLanguage(
    _ own: String, _ other: String, _ word: String
  ) async throws {
    let events = settings(
      "  events: {title: {th: กิจกรรม, en: Events}, template: event.html, sort: date}\n")
    let fields =
      "author: \(word)1\nimage: {src: x.svg, alt: \(word)2, caption: \(word)3, credit: \(word)4}\n"
    let pages = try await build(
      events.merging([
        "content/news/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
        "content/news/a.\(own).md":
          "---\ntitle: \(word)\ndate: 2024-01-01\n\(fields)---\n\(word)\n",
        "content/news/a.\(other).md": "---\ntitle: x\n---\nx\n",
        "content/events/e.\(own).md":
          "---\ntitle: \(word)\nextra: {start: 2024-12-15, place: \(word)5, organiser: \(word)6}\n---\n\(word)\n",
        "content/events/e.\(other).md": "---\ntitle: x\nextra: {place: y5}\n---\nx\n",
      ]) { $1 }
    ).pages
    let mark = " lang=\"\(own)\""
    let borrowed = try #require(pages["\(other)/news/a/index.html"])
    for number in [1, 3, 4] {
      #expect(borrowed.contains("\(mark)>\(word)\(number)<"), "\(number)")
    }
    #expect(borrowed.contains("<img\(mark) src="))
    let event = try #require(pages["\(other)/events/e/index.html"])
    #expect(event.contains("<dd>y5</dd>") && event.contains("<dd\(mark)>\(word)6</dd>"))
    for path in ["news/a", "events/e"] {
      let page = try #require(pages["\(own)/\(path)/index.html"])
      #expect(!page.contains("\(mark)>\(word)") && !page.contains("<img lang"), "\(path)")
    }
  }

  @Test func aRegisterSaysWhatItsWordsAre() async throws {
    let data = [
      "content/data/areas.csv":
        "code,class,name,name@en,parent,slug\nTH,country,ไทย,Thailand,,thailand\n32,province,สุรินทร์,Surin,TH,surin\n",
      "content/data/funds.csv": "id,name,area,members\na,ก,32,1320\nb,ข,32,\n",
      "content/data/datapackage.yaml": """
      name: d
      licenses: [{name: CC0-1.0, path: "https://creativecommons.org/publicdomain/zero/1.0/"}]
      resources:
        - {name: areas, path: areas.csv}
        - name: funds
          path: funds.csv
          title: {th: กองทุน, en: Funds}
          description: {th: หนึ่งแถวคือหนึ่งกองทุน}
          schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}, {name: members, type: integer, title: {th: สมาชิก}, unit: {th: คน}}]}

      """,
    ].merging(settings("  funds: {table: funds, columns: [members], group: [province]}\n")) { $1 }
    let pages = try await build(data).pages
    let thai = try #require(pages["th/funds/index.html"])
    // A sum that lacks parts is the same wherever it stands.
    #expect(thai.contains("data-value=\"1320\">อย่างน้อย 1,320</td>"))
    #expect(thai.contains("<caption class=\"visually-hidden\">กองทุน แยกตามจังหวัด</caption>"))
    #expect(thai.contains("<th scope=\"col\" class=\"num\"><span>สมาชิก</span>"))
    let english = try #require(pages["en/funds/index.html"])
    #expect(english.contains("data-value=\"1320\">at least 1,320</td>"))
    #expect(english.contains("<caption class=\"visually-hidden\">Funds by province</caption>"))
    #expect(
      english.contains(
        "<span lang=\"th\">สมาชิก</span> <span class=\"unit\" lang=\"th\">(คน)</span></th>"))
    for (path, start) in [
      ("funds", "<p class=\"lead\""), ("data/funds", "<p class=\"lead\""), ("data", "<p"),
    ] {
      let page = try #require(pages["en/\(path)/index.html"])
      #expect(page.contains("\(start) lang=\"th\">หนึ่งแถวคือหนึ่งกองทุน</p>"), "\(path)")
    }
    let columns = try #require(pages["en/data/funds/index.html"])
    #expect(columns.contains("<span class=\"small\" lang=\"th\">คน</span>"))
    let record = try #require(pages["en/funds/a/index.html"])
    #expect(record.contains("<dt lang=\"th\">สมาชิก</dt><dd>1,320 <span lang=\"th\">คน</span></dd>"))
    let place = try #require(pages["en/provinces/surin/index.html"])
    #expect(place.contains("<span lang=\"th\">สมาชิก</span> at least 1,320"))
  }

  /// How often data changes is said by those who know.
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
    #expect(choice.contains("<link rel=\"icon\" href=\"/assets/own."))
  }

  @Test func aColourWithoutQuotationMarksIsAnsweredWithThem() async throws {
    let (_, report) = try await build(settings("theme_options:\n  accent: #0a7a50\n"))
    #expect(report.contains("ใส่เครื่องหมายคำพูดครอบ: accent: \"#0a7a50\""), "\(report)")
  }
}
