import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What nobody wished for and yet comes: the page holds it, or the build says what to change.
@Suite struct BadInputTests {
  /// The outputs of a site, and what its build says in English; errors only where there are any.
  private func built(
    _ files: [String: String], without lost: (String) -> Bool = { _ in false }
  ) async throws -> (pages: [String: String], report: String) {
    let all = RichPlaces.files.merging(files) { $1 }.filter { !lost($0.key) }
    let result = try await build(
      Specimen.commons(all), BuildOptions(today: Specimen.today, jobs: 2), into: MemorySink())
    let pages = (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    return (pages, DiagnosticPrinter().text(Diagnostics(errors)))
  }

  @Test func aTitleOfTwoHundredCharactersWithoutASpace() async throws {
    let titles = [
      "th": String(repeating: "ก", count: 200), "en": String(repeating: "W", count: 200),
    ]
    let files = Dictionary(
      uniqueKeysWithValues: titles.map { language, title in
        (
          "content/news/dam.\(language).md",
          "---\ntitle: \(title)\ndate: 2024-02-01\ntopics: [water]\nareas: [\"50\"]\n---\n\(title)\n"
        )
      })
    let (pages, report) = try await built(files)
    #expect(report == "")
    for (language, title) in titles {
      // Nothing cuts it, on its own page, in lists, on the home page and on that of the place.
      for path in ["news/dam/", "news/", "topics/water/", "", "provinces/p50/"] {
        let main = try #require(pages["\(language)/\(path)index.html"]).between("<main", "</main>")
        #expect(main.contains(">\(title)<"), "\(language)/\(path)")
      }
    }
    // A word that has no place to break may be broken anywhere.
    let sheet = try #require(pages.first { $0.key.hasPrefix("assets/css/site.") }?.value)
    #expect(
      sheet.contains("overflow-wrap: anywhere") || sheet.contains("overflow-wrap: break-word"))
  }

  @Test func aProvinceWithSixtyFigures() async throws {
    let numbers = 1...60
    let (pages, report) = try await built([
      "content/data/indicators.csv": "id,name,name@en,unit,unit@en,unit_one@en,aggregation\n"
        + numbers.map { "f\($0),ตัวเลขที่ \($0),Figure \($0),แห่ง,places,place,none\n" }.joined(),
      "content/data/observations.csv": RichPlaces.header
        + numbers.map { RichPlaces.rows("f\($0)", [(area: "50", value: "\(700 + $0)")]) }.joined(),
    ])
    #expect(report == "")
    for language in ["th", "en"] {
      let main = try #require(pages["\(language)/provinces/p50/index.html"])
        .between("<main", "</main>")
      let lines = main.parts("<tr role=\"row\" class=\"line\">", "</tr>")
      #expect(lines.count == 60)
      // Each number stands once, and what all share once.
      for number in numbers {
        #expect(main.components(separatedBy: "<data value=\"\(700 + number)\">").count == 2)
      }
      #expect(
        main.between("<div class=\"lines", "</div>").components(separatedBy: "2565").count <= 2)
    }
  }

  @Test func aFigureWithThirtySources() async throws {
    let sources = 1...30
    let (pages, report) = try await built([
      "content/data/sources.csv": "id,title,title@en,producer,producer@en\n"
        + sources.map { "s\($0),เล่มที่ \($0),Book \($0),ผู้ทำ \($0),Maker \($0)\n" }.joined(),
      "content/data/indicators.csv":
        "id,name,name@en,unit,unit@en,aggregation\nfunds.count,กองทุน,Funds,กองทุน,funds,none\n",
      "content/data/observations.csv": RichPlaces.header
        + sources.map { "funds.count,50,2022,stated,\(5_000 + $0),A,s\($0)\n" }.joined(),
    ])
    #expect(report == "")
    for language in ["th", "en"] {
      let figure = try #require(pages["\(language)/figures/funds-count/index.html"])
        .between("<main", "</main>")
      for source in sources {
        #expect(figure.contains("<data value=\"\(5_000 + source)\">"))
        #expect(figure.contains("/\(language)/sources/s\(source)/"))
      }
      // On the profile one value stands in the line, and the others are a click away.
      let profile = try #require(pages["\(language)/provinces/p50/index.html"])
      let dispute = profile.between("<details class=\"dispute\"", "</details>")
      #expect(!dispute.hasPrefix("<details class=\"dispute\" open"))
      #expect(dispute.parts("<li>", "</li>").count == 29)
      let shown = try #require(profile.firstRange(of: "class=\"num here\""))
      let others = try #require(profile.firstRange(of: "<details class=\"dispute\""))
      #expect(shown.upperBound < others.lowerBound)
    }
  }

  @Test func aRegisterOfOneRow() async throws {
    let (pages, report) = try await built([
      "site.yaml": (RichPlaces.files["site.yaml"] ?? "")
        + "  wells: {title: {th: ทะเบียนบ่อ, en: Register of wells}, table: wells}\n",
      "content/data/datapackage.yaml": """
      name: test-data
      title: {th: ข้อมูลทดสอบ, en: Test data}
      resources:
        - name: wells
          path: wells.csv
          title: {th: บ่อ, en: Wells}
          coverage: {status: complete, as_of: 2024-01-31}
          schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}, {name: depth, type: integer}]}

      """,
      "content/data/wells.csv": "id,name,area,depth\nw1,บ่อเดียว,50,12\n",
    ])
    #expect(report == "")
    let thai = try #require(pages["th/wells/index.html"])
    let english = try #require(pages["en/wells/index.html"])
    #expect(thai.contains("บ่อเดียว") && english.contains("บ่อเดียว"))
    #expect(!english.withoutTags.contains("1 records"), "one is no plural")
    #expect(pages["en/wells/w1/index.html"] != nil && pages["th/wells/in/p50/index.html"] != nil)
  }

  @Test func noMenuAndNoNews() async throws {
    let bare = "title: {th: เครือข่าย, en: Network}\nbase_url: https://example.org/\ntheme: commons\n"
    let (pages, report) = try await built(
      ["site.yaml": bare],
      without: { $0.hasPrefix("content/news/") || $0.hasPrefix("content/notes/") })
    #expect(report == "")
    for language in ["th", "en"] {
      for path in ["", "provinces/", "provinces/p50/", "figures/funds-count/"] {
        let page = try #require(pages["\(language)/\(path)index.html"], "\(language)/\(path)")
        #expect(!page.contains("<nav class=\"menu\""), "\(path)")
        #expect(!page.contains("home-news") && !page.contains("feeds\">"))
        #expect(headingsWithoutContent(page.between("<main", "</main>")) == [], "\(path)")
      }
    }
  }

  @Test func englishOnly() async throws {
    let settings = """
      title: Network
      base_url: https://example.org/
      theme: commons
      default_language: en
      languages: {en: {name: English}}
      collections:
        news: {title: News, template: article.html, sort: date, feed: true}

      """
    let (pages, report) = try await built(
      [
        "site.yaml": settings,
        "content/news/dam.en.md":
          "---\ntitle: A weir\ndate: 2024-02-01\nareas: [\"50\"]\n---\nText\n",
      ], without: { $0.hasSuffix(".th.md") })
    #expect(report == "")
    #expect(pages.keys.allSatisfy { !$0.hasPrefix("th/") })
    for path in [
      "", "news/", "news/dam/", "provinces/", "provinces/p50/", "figures/funds-count/",
      "provinces/by/funds-count/",
    ] {
      let page = try #require(pages["en/\(path)index.html"], "\(path)")
      #expect(!page.contains("hreflang=\"th\""), "\(path)")
      #expect(
        !page.between("<header class=\"site-head\"", "</header>").contains("class=\"langs\""),
        "\(path): there is nothing to choose")
    }
  }

  @Test(arguments: [
    ("home: [nwes]", "nwes", "news"), ("accent: teal", "teal", "#"),
    ("map_figure: fund.count", "fund.count", "funds.count"),
    ("icon: icons/mine.svg", "icons/mine.svg", "assets"),
    ("acent: \"#0f5c63\"", "acent", "accent"),
  ]) func aThemeOptionOutOfRange(_ option: String, wrong: String, told: String) async throws {
    let (pages, report) = try await built([
      "site.yaml": (RichPlaces.files["site.yaml"] ?? "") + "theme_options: {\(option)}\n"
    ])
    #expect(pages.isEmpty)
    #expect(report.contains("--> site.yaml:") && report.contains(wrong), "\(report)")
    #expect(report.contains("hint:") && report.contains(told), "\(report)")
  }
}

/// The headings of a page that nothing stands below.
func headingsWithoutContent(_ main: String) -> [String] {
  let starts = main.ranges(of: /<h[1-6][ >]/)
  func level(_ range: Range<String.Index>) -> Int {
    Int(String(main[main.index(range.lowerBound, offsetBy: 2)])) ?? 0
  }
  return starts.enumerated().compactMap { position, start in
    let next = position + 1 < starts.count ? starts[position + 1] : nil
    // What stands under a heading below this one is its content.
    if let next, level(next) > level(start) { return nil }
    let piece = String(main[start.lowerBound..<(next?.lowerBound ?? main.endIndex)])
    guard let close = piece.firstRange(of: "</h\(level(start))>") else { return piece }
    let (heading, below) = (piece[..<close.lowerBound], String(piece[close.upperBound...]))
    // The title of an entry leads to what there is.
    let isThere =
      heading.contains("<a ") || !below.withoutTags.trimmingWhitespace.isEmpty
      || ["<svg", "<img", "<input"].contains { below.contains($0) }
    return isThere ? nil : String(heading).withoutTags
  }
}

extension String {
  fileprivate var trimmingWhitespace: String { split { $0.isWhitespace }.joined(separator: " ") }
}
