import SaanSite
import SaanText
import Testing

/// The figures of a place as lines: what they are held against, and what is said once for all.
@Suite struct PlaceLineTests {
  static let site = PlaceTests.site.with([
    "content/data/areas.csv": """
    code,class,name,name@en,parent,region_scheme,slug,provinces
    TH,country,ประเทศไทย,Thailand,,,,6
    R-n,region,ภาคเหนือ,The North,TH,geographic,north,
    Z-1,region,เหนือบน,Upper North,TH,zones,upper-north,
    50,province,เชียงใหม่,Chiang Mai,R-n,,chiang-mai,
    51,province,ลำพูน,Lamphun,R-n,,lamphun,
    52,province,ลำปาง,Lampang,R-n,,lampang,
    54,province,แพร่,Phrae,R-n,,phrae,
    55,province,น่าน,Nan,R-n,,nan,
    57,province,เชียงราย,Chiang Rai,R-n,,chiang-rai,

    """,
    "content/data/area_groups.csv": "group,area,basis\nZ-1,50,inferred\nZ-1,55,stated\n",
    "content/data/sources.csv": "id,title,producer\na,รายงาน,ก\nb,แบบสำรวจ,ข\n",
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,numerator,denominator,status,source
    funds.count,50,2013,stated,10,,,A,a
    funds.count,50,2018,stated,20,,,A,a
    funds.count,50,2022,stated,40,,,A,a
    funds.count,51,2022,stated,20,,,A,a
    funds.count,52,2022,stated,10,,,A,a
    funds.count,54,2022,stated,40,,,A,a
    funds.count,55,2022,stated,30,,,A,a
    funds.share,50,2018,stated,60,60,100,A,b
    funds.share,50,2022,stated,80,80,100,A,b
    funds.share,R-n,2022,stated,55.5,,,A,b
    funds.count,Z-1,2022,stated,70,,,A,a

    """,
    "themes/plain/templates/area.html": """
    {% set a = page.area %}{% set l = a.lines %}
    {% if l.common %}all: {{ l.common.date }}, {{ l.common.sources[0].title }}{% endif %}
    {% for r in l.remarks %}remark {{ r.mark }}: {{ r.date }}, {{ r.coverage }}, {{ r.sources | map(attribute="title") | join }}
    {% endfor %}
    {{ l.count }} lines, {{ l.has_trend }} {{ l.has_strip }} {{ l.has_region }} {{ l.has_country }}
    {% for g in l.topics %}{% for x in g.lines %}{% set f = x.figure %}{% set t = f.trend %}
    {%- set r = x.region_value %}{% set c = x.country_value %}
    * {{ f.id }}{{ x.mark }}: {{ f.number }}; {{ t.change if t }}{{ " points" if t and t.in_points }}; \
    {{ t.previous.text if t }}; {{ f.peers | join(" ") }}; {{ r.short_text if r }}{{ x.region_mark }}; \
    {{ c.short_text if c }}{{ x.country_mark }}
    {{ f.strip }}{{ t.drawing if t }}
    {% endfor %}{% endfor %}
    {% for r in a.lines_around %}around {{ r.area.name }} {{ r.inferred }}: \
    {% for g in r.lines.topics %}{% for x in g.lines %}{{ x.figure.id }} {{ x.figure.text }}{{ " told" if x.country_told }}\
    {% endfor %}{% endfor %}
    {% endfor %}
    {% for n in a.neighbours %}beside in {{ n.area.name }} {{ n.inferred }}: {{ n.areas | map(attribute="name") | join(" ") }}
    {% endfor %}
    """,
  ])

  private func page(_ path: String) async throws -> String {
    let (outputs, diagnostics) = try await Self.site.build()
    #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message.en) == [])
    let text = try #require(outputs["en/\(path)/index.html"])
    return String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func aLineHoldsAFigureAgainstOthers() async throws {
    let text = try await page("provinces/chiang-mai")
    #expect(text.contains("all: in 2022, รายงาน"))
    #expect(text.contains("2 lines, True True True True"))
    // Region and country lack a province, so their sums are at least so many, and say so by a mark.
    #expect(
      text.contains(
        "* funds.count: 40; +300%; 20 funds; 40 40 30 20 10; at least 140a; at least 140a"))
    #expect(text.contains("* funds.shareb: 80; +20 points; 60%; 80; 55.5%;"))
    // A remark says only what the caption does not.
    #expect(text.contains("remark a: , 5 of 6 provinces have data, \n"))
    #expect(text.contains("remark b: , , แบบสำรวจ"))
  }

  @Test func aStripHasATickForEachThatReported() async throws {
    let text = try await page("provinces/chiang-mai")
    #expect(text.contains("d=\"M4 8v10m47-10v10m48-10v10m47-10v10\""))
    #expect(text.contains("d=\"M99 4v18\"") && text.contains("<rect class=\"ch-1\" x=\"144\""))
    #expect(text.contains("of the 5 provinces with data, level with 1 other.\">"))
    // Three dates are a line, two are none.
    #expect(text.split(separator: "ch-line-1").count == 2)
    #expect(text.contains("aria-label=\"Rose from 10 funds in 2013 to 40 funds in 2022.\""))
  }

  @Test func theRegionsStandInForAProvinceWithoutFigures() async throws {
    let rai = try await page("provinces/chiang-rai")
    #expect(rai.contains("0 lines"))
    #expect(rai.contains("around The North False: funds.count at least 140 fundsfunds.share 55.5%"))
    let nan = try await page("provinces/nan")
    // What stands beside its own figure is not told again; the other division's is.
    #expect(nan.contains("around The North False: funds.share 55.5%"))
    #expect(nan.contains("around Upper North False: funds.count 70 funds"))
    #expect(nan.contains("beside in Upper North False: Chiang Mai"))
    let mai = try await page("provinces/chiang-mai")
    #expect(mai.contains("around Upper North True: funds.count 70 funds told"))
    #expect(
      mai.contains("beside in The North False: Chiang Rai Lampang Lamphun Nan Phrae")
        && mai.contains("beside in Upper North True: Nan"))
  }

  /// What the pages of figures say.
  private static let phrases =
    ([
      "source", "figures_summary", "as_of", "as_of_year", "as_of_published", "computed_value",
    ].map { "\($0): x\n" } + [PlaceTests.site.files["themes/plain/phrases/en.yaml"] ?? ""]).joined()

  @Test func provincesStandSideBySideFromTenOn() async throws {
    func compared(_ count: Int, of regions: Int) async throws -> String? {
      var areas = "code,class,name,parent,region_scheme,slug\nTH,country,ประเทศไทย,,,\n"
      var values = "indicator,area,as_of,as_of_basis,value,status,source\n"
      for code in 50..<62 {
        areas += "\(code),province,จังหวัดที่ \(code),TH,,p\(code)\n"
        if code < 50 + count { values += "funds.count,\(code),2022,stated,\(code),A,a\n" }
      }
      for region in 1...3 {
        areas += "Z-\(region),region,ภาคที่ \(region),TH,zones,z\(region)\n"
        if region <= regions { values += "funds.count,Z-\(region),2022,stated,\(region),A,a\n" }
      }
      let site = PlaceTests.site.with([
        "content/data/areas.csv": areas, "content/data/observations.csv": values,
        "content/data/organisations.csv": "id,name,area\n",
        "content/news/one.th.md": "---\ntitle: ข่าว\ndate: 2022-10-26\n---\nก\n",
        "themes/plain/templates/figures.html": "",
        "themes/plain/phrases/th.yaml": Self.phrases, "themes/plain/phrases/en.yaml": Self.phrases,
        "themes/plain/templates/figure.html":
          "{{ page.indicator.compared_areas }} {{ page.indicator.areas_in_full | length }}",
      ])
      let (outputs, diagnostics) = try await site.build()
      #expect(diagnostics.all.filter { $0.severity == .error }.map(\.message.en) == [])
      return outputs["th/figures/funds-count/index.html"]
    }
    #expect(try await compared(10, of: 0) == "provinces 1")
    #expect(try await compared(9, of: 3) == "zones 1")
    #expect(try await compared(9, of: 2) == " 1")
  }
}
