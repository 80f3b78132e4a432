import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// The pages that show one figure among the provinces, with map and ranking.
@Suite struct FigureMapTests {
  private static let outputs = Task { try await RichPlaces.pages(RichPlaces.tree()) }

  private func page(_ path: String) async throws -> String {
    try #require(try await Self.outputs.value[path + "index.html"], "\(path)")
  }

  @Test(arguments: ["th", "en"]) func figuresThatEnoughReportHaveAPage(_ language: String)
    async throws
  {
    let paths = try await Self.outputs.value.keys.filter {
      $0.hasPrefix("\(language)/provinces/by/")
    }
    // Nine provinces are too few.
    #expect(
      paths.sorted() == [
        "\(language)/provinces/by/councils-count/index.html",
        "\(language)/provinces/by/funds-count/index.html",
      ])
  }

  @Test(arguments: ["th", "en"]) func tabsLeadFromEachToTheOthers(_ language: String) async throws {
    let tabs = ["", "by/funds-count/", "by/councils-count/"].map { "/\(language)/provinces/\($0)" }
    for current in tabs {
      let text = try await page(String(current.dropFirst()))
      let nav = text.between("<nav class=\"map-tabs", "</nav>")
      #expect(nav.parts("href=\"", "\"").map { String($0.dropFirst(6)) } == tabs)
      #expect(
        nav.parts("<a ", ">").filter { $0.contains("aria-current") } == [
          "<a href=\"\(current)\" aria-current=\"page\""
        ])
    }
    let figure = try await page("\(language)/figures/funds-count/")
    #expect(figure.contains("href=\"/\(language)/provinces/by/funds-count/\""))
    let gardens = try await page("\(language)/figures/gardens-count/")
    #expect(!gardens.contains("/provinces/by/"))
  }

  @Test func provincesStandOnAMapAndInTheirOrder() async throws {
    let text = try await page("en/provinces/by/funds-count/")
    #expect(text.contains("<h1>Funds by province</h1>"))
    #expect(text.contains("<title>Funds by province – Network</title>"))
    let map = text.between("aria-labelledby=\"to-map\"", "</section>")
    for code in RichPlaces.provinces {
      #expect(map.contains("href=\"/en/provinces/p\(code)/\""))
      #expect(map.withoutTags.contains("1,0\(code)") || map.contains("1,0\(code)"))
    }
    let ranking = text.between("aria-labelledby=\"to-ranking\"", "</section>").withoutTags
    let places = try RichPlaces.provinces.map {
      // The sentence before the drawing names the first and the last as well.
      try #require(ranking.ranges(of: "Province \($0)").last).lowerBound
    }
    #expect(places == places.sorted().reversed(), "the largest stands first")
    let thai = try await page("th/provinces/by/funds-count/")
    #expect(thai.contains("<h1>กองทุน รายจังหวัด</h1>"))
  }

  @Test func regionsShadeTheirProvincesAndSaySo() async throws {
    let text = try await page("en/provinces/by/councils-count/")
    #expect(text.contains("<h1>Councils by region</h1>"))
    let map = text.between("<ul class=\"tiles\"", "</ul>").replacing("\u{A0}", with: " ")
      .replacing("&nbsp;", with: " ")
    #expect(map.parts("<li", "</li>").count == 12)
    // The largest of three stands in the third quarter, the smallest in the first.
    let first = map.parts("<a ", "</a>").first { $0.contains("/p50/") } ?? ""
    #expect(
      first.contains("title=\"Province 50: Zone 1 30 councils\"")
        && first.contains("class=\"q3\""))
    let fifth = map.parts("<a ", "</a>").first { $0.contains("/p54/") } ?? ""
    #expect(fifth.contains("Zone 2 10 councils") && fifth.contains("class=\"q1\""))
    #expect(text.contains("which is not the province’s own"))
    // Of one province nobody says in which zone it lies.
    #expect(text.between("to-map", "</section>").contains(try phrase("region_map_inferred", "en")))
    let thai = try await page("th/provinces/by/councils-count/")
    #expect(thai.contains("<h1>สภา รายภาค</h1>") && thai.contains("ไม่ใช่ค่าของจังหวัดเอง"))
  }

  @Test(arguments: ["th", "en"]) func theirHeadsNameTheOtherLanguage(_ language: String)
    async throws
  {
    let path = "provinces/by/funds-count/"
    let head = try await page("\(language)/\(path)").between("<head>", "</head>")
    #expect(head.contains("rel=\"canonical\" href=\"https://example.org/\(language)/\(path)\""))
    for other in ["th", "en"] {
      #expect(head.contains("hreflang=\"\(other)\" href=\"https://example.org/\(other)/\(path)\""))
    }
    let sitemap = try #require(try await Self.outputs.value["sitemap.xml"])
    #expect(sitemap.contains("<loc>https://example.org/\(language)/\(path)</loc>"))
  }

  /// Counts of a register that may lack rows are not ranked, so they have no page.
  @Test func whatIsPartialHasNone() async throws {
    let files = [
      "content/data/datapackage.yaml": """
      name: test-data
      title: {th: ข้อมูลทดสอบ, en: Test data}
      resources:
        - name: wells
          path: wells.csv
          title: {th: บ่อ, en: Wells}
          schema: {primaryKey: id, fields: [{name: id}, {name: area}]}

      """,
      "content/data/wells.csv": "id,area\n"
        + RichPlaces.provinces.map { "w\($0),\($0)\n" }.joined(),
      "content/data/indicators.csv":
        "id,name,name@en,unit,unit@en,aggregation,dataset,aggregate\nwells.count,บ่อน้ำ,Wells,บ่อ,wells,sum,wells,count\n",
      "content/data/observations.csv": RichPlaces.header,
    ]
    let pages = try await RichPlaces.pages(RichPlaces.tree(files))
    #expect(pages["en/figures/wells-count/index.html"] != nil)
    #expect(pages.keys.allSatisfy { !$0.contains("provinces/by/") })
    #expect(pages["en/provinces/index.html"]?.contains("map-tabs") == false)
  }

  /// Who has no value stands on the map, and in no list of "no data".
  @Test func whoHasNotReportedIsNotRanked() async throws {
    let files = [
      "content/data/observations.csv": RichPlaces.header
        + RichPlaces.rows(
          "funds.count", RichPlaces.provinces.prefix(10).map { (area: "\($0)", value: "\($0)") })
    ]
    let pages = try await RichPlaces.pages(RichPlaces.tree(files))
    for path in ["provinces/by/funds-count/", "figures/funds-count/"] {
      let page = try #require(pages["en/\(path)index.html"])
      let chart = page.between("<figure class=\"chart chart-bar", "</figure>")
      #expect(chart.contains("Province 59") && !chart.contains("Province 60"), "\(path)")
      #expect(!chart.contains("no data"), "\(path)")
      #expect(
        page.between("<figure class=\"chart chart-tile", "</figure>").contains("/en/provinces/p60/")
      )
    }
  }

  @Test func anOrganisationsOwnHasNone() async throws {
    let files = [
      "content/data/organisations.csv": "id,name,name@en,area\nclub,ชมรม,The club,N\n",
      "content/data/indicators.csv":
        "id,name,name@en,unit,unit@en,aggregation,scope\nfunds.count,กองทุน,Funds,กองทุน,funds,none,club\n",
      "content/data/observations.csv": RichPlaces.header
        + RichPlaces.rows(
          "funds.count", RichPlaces.provinces.map { (area: "\($0)", value: "\($0)") }),
    ]
    let pages = try await RichPlaces.pages(RichPlaces.tree(files))
    #expect(pages.keys.allSatisfy { !$0.contains("provinces/by/") })
  }

  private func phrase(_ key: String, _ language: String) throws -> String {
    let text = Specimen.tree.files["themes/commons/phrases/\(language).yaml"]?.text ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }
    return try #require(line.map { String($0.dropFirst(key.count + 2)) })
  }
}
