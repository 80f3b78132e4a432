import SaanSite
import SaanText
import Testing

/// The pages of places, from the tables to what readers see.
@Suite struct PlaceTests {
  static let site = TestSite().with([
    "content/data/areas.csv": """
    code,class,name,name@en,parent,region_scheme,slug,provinces
    TH,country,ประเทศไทย,Thailand,,,,3
    R-n,region,ภาคเหนือ,The North,TH,geographic,north,
    50,province,เชียงใหม่,Chiang Mai,R-n,,chiang-mai,
    55,province,น่าน,Nan,R-n,,nan,
    54,province,แพร่,Phrae,R-n,,phrae,
    5001,district,เมืองเชียงใหม่,Mueang Chiang Mai,50,,,
    5002,district,จอมทอง,Chom Thong,50,,,

    """,
    "content/data/sources.csv": "id,title,producer\na,รายงาน,ก\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,stat_type,aggregation
    funds.count,กองทุน,Welfare funds,กองทุน,funds,count,sum
    funds.share,สัดส่วนตำบลที่มีกองทุน,Subdistricts with a fund,%,%,percentage,weighted

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,numerator,denominator,status,source,note@en
    funds.count,50,2013,stated,10,,,A,a,
    funds.count,50,2022-10-26,stated,40,,,A,a,
    funds.count,54,2022-10-26,stated,40,,,E,a,
    funds.share,50,2022-10-26,stated,80,80,100,A,a,
    funds.share,54,2022-10-26,stated,40,20,50,A,a,
    funds.count,5001,2022-10-26,stated,7,,,A,a,
    funds.share,55,2022-10-26,stated,,,,O,a,Not counted yet.

    """,
    "content/data/organisations.csv": "id,name,area\nx,เครือข่ายล้านนา,50\n",
    "content/news/one.th.md": "---\ntitle: ข่าวเหนือ\ndate: 2022-10-26\nareas: [\"50\"]\n---\nก\n",
    "themes/plain/phrases/th.yaml": phrasesThai + placePhrases,
    "themes/plain/phrases/en.yaml": phrasesEnglish + placePhrases,
    "themes/plain/templates/area.html": """
    <title>{{ page.title }}</title><meta name="description" content="{{ page.summary }}">
    {% set a = page.area %}[{{ page.kind }}] {% for b in page.breadcrumbs %}{{ b.url }} {% endfor %}
    {{ a.full_name }}|{{ a.dates_text }}|
    {% for r in a.figures %}* {{ r.id }} {{ r.text }}; {{ r.rank_text }} {{ r.comparison or "" }} {{ r.trend.text if r.trend }} [{{ r.region_value.text if r.region_value }}] [{{ r.country_value.text if r.country_value }}]
    {% endfor %}
    {% for f in a.named %}- {{ f.name }}: {{ f.note }}{% endfor %}
    {% for g in a.page_groups %}{{ g.name }} {{ g.count }}{% endfor %}
    {% for o in a.organisations %}{{ o.name }}{% endfor %}
    {% for p in a.provinces %}{{ p.url }} {% endfor %}{% for d in a.districts %}{{ d.url }} {% endfor %}
    {{ a.csv_url }}
    """,
    "themes/plain/templates/province.html": #"{% extends "area.html" %}"#,
    "themes/plain/templates/region.html": #"{% extends "area.html" %}"#,
    "themes/plain/templates/country.html": #"{% extends "area.html" %}"#,
    "themes/plain/templates/district.html": #"{% extends "area.html" %}"#,
    "themes/plain/templates/regions.html": "{% for r in site.regions %}{{ r.url }}{% endfor %}",
  ])

  private static let placePhrases =
    "regions_title: regions\nregions_summary: all\ncolumn_as_of: as of\nfigures_title: f\nother_figures: o\n"
    + "division_of: \"{scheme}\"\nregion_of_scheme: \"{name} {scheme}\"\n"

  /// A page's text with no-break spaces as `_`.
  private func page(_ path: String) async throws -> String {
    let (outputs, diagnostics) = try await Self.site.build()
    #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message.en) == [])
    let text = try #require(outputs[path])
    return String(text.map { $0 == "\u{A0}" ? "_" : $0 })
  }

  @Test func aProvinceShowsItsFiguresBesideThoseAround() async throws {
    let text = try await page("en/provinces/chiang-mai/index.html")
    #expect(
      text.contains(
        "content=\"Chiang Mai, in The North, has 40_welfare funds and 80% (subdistricts with a fund), both as of 26_October_2022.\""
      ))
    #expect(
      text.contains(
        // The other one has about 40, which may be more or less.
        "* funds.count 40_funds; "
          + "  Rose from 10_funds in 2013 to 40_funds in October_2022."
          + " [at least about 80_funds] [at least about 80_funds]"))
    #expect(
      text.contains("* funds.share 80%; The higher of the 2_provinces with data."))
    #expect(text.contains("news 1"))
    #expect(text.contains("เครือข่ายล้านนา"))
    #expect(text.contains("/provinces/chiang-mai/data.csv"))
    #expect(text.contains("[province] /en/ /en/provinces/ /en/regions/north/"))
  }

  @Test func countsAreNeverComparedAndPartialRatesNeither() async throws {
    let complete = Self.site.replacing(
      "funds.share,55,2022-10-26,stated,,,,O,a,Not counted yet.",
      with: "funds.share,55,2022-10-26,stated,60,30,50,A,a,", in: "content/data/observations.csv")
    let text = try #require(
      try await complete.build().outputs["th/provinces/chiang-mai/index.html"])
    // 130 of 200 subdistricts of the three provinces.
    #expect(text.contains("สูงกว่าทั้งภาคเหนือ (65%) และประเทศไทย (65%)"))
    #expect(text.split(separator: "สูงกว่าทั้ง").count == 2)
    let partial = try await page("th/provinces/chiang-mai/index.html")
    #expect(!partial.contains("สูงกว่าทั้ง"))
  }

  @Test func whatIsKnownOfAPlaceIsOneWord() async throws {
    let site = Self.site.replacing(
      "54,province,แพร่",
      with: """
        53,province,อุตรดิตถ์,Uttaradit,R-n,,uttaradit,
        56,province,พะเยา,Phayao,R-n,,phayao,
        96,province,นราธิวาส,Narathiwat,TH,,narathiwat,
        54,province,แพร่
        """, in: "content/data/areas.csv"
    ).with([
      "content/news/two.th.md":
        "---\ntitle: ข่าวพะเยา\ndate: 2022-10-26\nareas: [\"56\"]\n---\nก\n",
      "themes/plain/templates/provinces.html":
        "{% for p in site.provinces %}{{ p.code }} {{ p.coverage }} {{ p.figures_count }};{% endfor %}",
    ])
    let text = try #require(try await site.build().outputs["th/provinces/index.html"])
    for known in [
      "50 figures 2;", "54 figures 2;", "55 stories 0;", "56 stories 0;", "53 wider 0;",
      "96  0;",
    ] {
      #expect(text.contains(known), "\(known) in \(text)")
    }
  }

  @Test func aProvinceWithoutNumbersSaysSo() async throws {
    let text = try await page("en/provinces/nan/index.html")
    #expect(
      text.contains(
        "Nan, in The North, has no figures of its own on this site yet, but sources mention one project there."
      ))
    #expect(text.contains("- Subdistricts with a fund: Not counted yet."))
    #expect(!text.contains("* funds"))
  }

  @Test func regionsTheCountryAndKnownDistrictsHavePages() async throws {
    let (outputs, _) = try await Self.site.build()
    let region = String(
      (try #require(outputs["th/regions/north/index.html"])).map { $0 == "\u{A0}" ? "_" : $0 })
    #expect(region.contains("* funds.count อย่างน้อยประมาณ 80_กองทุน;"))
    #expect(region.contains("/th/provinces/chiang-mai/ /th/provinces/nan/ /th/provinces/phrae/"))
    // A region is told of what is written about its provinces.
    #expect(region.contains("news 1"))
    #expect(outputs["th/country/index.html"] != nil)
    #expect(outputs["en/regions/index.html"]?.contains("/en/regions/north/") == true)
    let district = try #require(outputs["th/provinces/chiang-mai/5001/index.html"])
    #expect(district.contains("อำเภอเมืองเชียงใหม่"))
    #expect(district.contains("/provinces/chiang-mai/data.csv"))
    // Nothing is known of the other district: its name leads to the province.
    #expect(outputs["th/provinces/chiang-mai/5002/index.html"] == nil)
    let province = try #require(outputs["th/provinces/chiang-mai/index.html"])
    #expect(province.contains("/th/provinces/chiang-mai/ /th/provinces/chiang-mai/5001/"))
    let map = try #require(outputs["sitemap.xml"])
    #expect(map.contains("https://example.org/en/provinces/chiang-mai/5001/"))
    #expect(map.contains("https://example.org/th/regions/north/"))
  }

  @Test func thePagesDataCanBeDownloaded() async throws {
    let (outputs, _) = try await Self.site.build()
    let lines = try #require(outputs["provinces/chiang-mai/data.csv"]).split(separator: "\r\n")
      .flatMap { $0.split(separator: "\n") }
    #expect(lines.filter { $0.hasPrefix("funds.count,") && $0.contains(",50,") }.count == 3)
    #expect(
      lines.contains {
        $0.hasPrefix("funds.count,กองทุน,Welfare funds,5001,") && $0.contains(",published,7,")
      })
    let north = try #require(outputs["regions/north/data.csv"])
    #expect(north.contains(",computed,80,"))
    #expect(outputs["provinces/chiang-mai/data.json"]?.contains("\"class\"") == true)
    // A page without figures has no file.
    #expect(outputs["provinces/nan/data.csv"] != nil)
    #expect(outputs["provinces/5002/data.csv"] == nil)
  }

  @Test func aThemeMayLeavePlacesOut() async throws {
    var site = Self.site
    for name in ["region", "country", "district", "regions"] {
      site.files["themes/plain/templates/\(name).html"] = nil
    }
    let (outputs, diagnostics) = try await site.build()
    #expect(diagnostics.all.filter { $0.severity == .error }.isEmpty)
    #expect(outputs["th/regions/north/index.html"] == nil)
    #expect(outputs["th/provinces/nan/index.html"] != nil)
  }

  @Test func aPlaceExplainsItsNumbers() async throws {
    let found = try await inspect(Self.site.tree, Self.site.options())
    let (site, plan) = (try #require(found.site), try #require(found.plan))
    func explain(_ path: String) -> String? {
      explainPage(path, in: site, plan, language: .english).value
    }
    #expect(explain("/en/regions/north/")?.contains("added up from 2 values, 2 of 3 areas") == true)
    let row = "funds.count  40  content/data/observations.csv › 3 › value"
    #expect(explain("/th/provinces/chiang-mai/")?.contains(row) == true)
  }
}
