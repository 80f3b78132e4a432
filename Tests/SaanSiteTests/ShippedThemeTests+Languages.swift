import SaanText
import Testing

/// What a page says in a language that it lacks words of.
extension ShippedThemeTests {
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
    #expect(thai.contains("data-value=\"1320\">≥ 1,320</td>"))
    #expect(thai.contains("<p class=\"small\">≥ หมายถึงอย่างน้อย</p>"))
    #expect(thai.contains("<caption class=\"visually-hidden\">กองทุน แยกตามจังหวัด</caption>"))
    #expect(thai.contains("<th scope=\"col\" class=\"num\"><span>สมาชิก</span>"))
    let english = try #require(pages["en/funds/index.html"])
    #expect(english.contains("data-value=\"1320\">≥ 1,320</td>"))
    #expect(english.contains("<p class=\"small\">≥ at least</p>"))
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
    #expect(place.contains("<span>1,320</span> <span lang=\"th\">คน</span>"))
  }

  /// How often data changes is said by those who know.
}
