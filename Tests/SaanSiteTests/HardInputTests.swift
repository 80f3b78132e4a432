import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Sites unlike the one that the theme was drawn with: each is built whole, or told what to change.
@Suite struct HardInputTests {
  private let small = ShippedThemeTests()
  private let areas = """
    code,class,name,name@en,parent,slug
    TH,country,ประเทศไทย,Thailand,,thailand
    32,province,สุรินทร์,Surin,TH,surin

    """

  /// A province with sixty figures, the first of them with thirty sources, which agree.
  private var manyFigures: [String: String] {
    var indicators = "id,name,name@en,unit,unit@en,stat_type,aggregation,precision\n"
    var observations = "indicator,area,as_of,as_of_basis,value,status,source\n"
    var sources = "id,producer,producer@en,title,title@en,url,date_published\n"
    for number in 10..<70 {
      indicators += "f\(number),ตัวเลขที่ \(number),Number \(number),คน,people,count,sum,0\n"
      observations += "f\(number),32,2021-01-01,stated,\(number)1,A,s\(10 + number % 30)\n"
    }
    for number in 10..<40 {
      sources += "s\(number),ก,A,เอกสาร \(number),Paper \(number),https://a.example/\(number),\n"
      // The first figure has s20 already.
      if number != 20 { observations += "f10,32,2021-01-01,stated,101,A,s\(number)\n" }
    }
    return [
      "content/data/areas.csv": areas, "content/data/indicators.csv": indicators,
      "content/data/observations.csv": observations, "content/data/sources.csv": sources,
    ]
  }

  @Test(arguments: ["th", "en"]) func aProvinceHasALineForEachOfSixtyFigures(language: String)
    async throws
  {
    let pages = try await small.build(manyFigures).pages
    let page = try #require(pages["\(language)/provinces/surin/index.html"])
    for number in 10..<70 {
      let lines = page.components(separatedBy: "/figures/f\(number)/#area-32\"").count - 1
      #expect(lines == 1, "f\(number)")
    }
    let figure = try #require(pages["\(language)/figures/f10/index.html"])
    for number in 10..<40 { #expect(figure.contains("/sources/s\(number)/"), "s\(number)") }
  }

  @Test(arguments: ["th", "en"]) func titlesOfTwoHundredLettersWithoutABlankAreWhole(
    language: String
  ) async throws {
    let title = String(repeating: language == "th" ? "กองทุน" : "Funded", count: 34)
    let settings = small.tree().files["site.yaml"]?.text ?? ""
    let files = [
      "site.yaml": settings.replacing(
        "title: {th: เครือข่าย, en: Network}", with: "title: {th: \(title), en: \(title)}"),
      "content/news/a.\(language).md":
        "---\ntitle: \(title)\ndate: 2024-01-01\n---\n\n## \(title)\n",
    ]
    let pages = try await small.build(files).pages
    #expect(pages["\(language)/news/a/index.html"]?.contains(title) == true)
    #expect(pages["\(language)/index.html"]?.contains(title) == true)
  }

  @Test func aSiteInEnglishAloneWithoutMenuAndNewsIsBuilt() async throws {
    let settings = """
      title: Network
      base_url: https://example.org/
      theme: commons
      languages:
        en: {name: English}

      """
    let (pages, report) = try await small.build(["site.yaml": settings], without: "th")
    #expect(report == "")
    let home = try #require(pages["en/index.html"])
    #expect(home.contains("<h1") && !home.contains("<nav class=\"menu\"></nav>"))
    #expect(pages["en/search/index.html"] != nil)
  }

  @Test(arguments: ["1000 40", "40 1000"]) func aLogoOfAnyShapeStandsInTheHead(size: String)
    async throws
  {
    let files = small.settings("theme_options: {logo: logo.svg}\n").merging([
      "theme/assets/logo.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\"><title>L</title></svg>"
    ]) { $1 }
    let (pages, report) = try await small.build(files)
    #expect(report == "")
    #expect(pages["th/index.html"]?.contains("/assets/logo.") == true)
  }

  @Test(arguments: [
    ("home: [figures, weather]", "unknown-choice"), ("accent: \"#ffee88\"", "faint-colour"),
    ("logo: none.svg", "unknown-asset"), ("map_figure: none.such", "unknown-figure"),
  ])
  func anOptionOutOfRangeIsTold(line: String, code: String) async throws {
    let (_, report) = try await small.build(small.settings("theme_options: {\(line)}\n"))
    #expect(report.contains("[\(code)]"), "\(report)")
  }

  /// The theme of the designer's guide: settings, a sheet and one part.
  @Test func aThemeOfThreeFilesChangesColoursFacesBandsAndAPart() async throws {
    let files = [
      "themes/mine/theme.yaml": """
      name: mine
      contract: "1.0"
      extends: commons
      options:
        home:
          type: list
          values: [figures, news, proposals, events, provinces]
          default: [news]
          summary: The parts of the home page
        sheet: {type: asset, default: css/mine.css, summary: The sheet after that of commons}

      """,
      "themes/mine/assets/css/mine.css":
        ":root { --paper: #fffdf7; --accent: #7a1f3d; --latin: \"Source Sans 3\", system-ui; }\n",
      "themes/mine/templates/partials/mark.html": "<svg class=\"mark own\"></svg>",
      "site.yaml": (small.tree().files["site.yaml"]?.text ?? "").replacing(
        "theme: commons", with: "theme: mine"),
      "content/data/areas.csv": areas,
      "content/news/a.th.md": "---\ntitle: ข่าวหนึ่ง\ndate: 2024-01-01\n---\nก\n",
    ]
    let pages = try await small.build(files).pages
    let home = try #require(pages["th/index.html"])
    #expect(home.contains("<svg class=\"mark own\"></svg>"))
    let sheets = home.components(separatedBy: "<link rel=\"stylesheet\" href=\"").dropFirst()
    #expect(sheets.dropFirst().first?.hasPrefix("/assets/css/mine.") == true)
    #expect(home.contains("id=\"home-news\"") && !home.contains("id=\"home-provinces\""))
  }

  /// What is tinted follows the accent of whoever sets one, in both schemes.
  @Test func theClassesOfMapsAreMadeOfTheAccent() async throws {
    let pages = try await small.build().pages
    let sheet = try #require(pages.first { $0.key.hasPrefix("assets/css/site.") }?.value)
    for name in ["--wash", "--q1", "--q2", "--q3", "--q4"] {
      let made = sheet.components(separatedBy: "\(name): oklch(from var(--accent)").count - 1
      #expect(made == 2, "\(name)")
    }
  }
}
