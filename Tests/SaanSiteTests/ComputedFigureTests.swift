import SaanText
import Testing

/// Figures that no source gives, but the places or the registers inside do.
@Suite struct ComputedFigureTests {
  /// Two provinces of which one has reported savings, a register of gardens, and a rate with more
  /// decimals than are shown of it.
  private static let site = TestSite.withData.with([
    "content/data/datapackage.yaml": """
    name: test-data
    resources:
      - {name: areas, path: areas.csv, schema: {fields: [{name: code}, {name: class}, {name: name}, {name: parent}, {name: provinces, type: integer}]}}
      - {name: sources, path: sources.csv}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}, {name: unit@en}, {name: unit_one@en}, {name: precision, type: integer}, {name: aggregation}, {name: dataset}, {name: aggregate}, {name: field}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: quote}]}}
      - {name: gardens, path: gardens.csv, title: {th: สวน, en: Gardens}, schema: {fields: [{name: id}, {name: area}, {name: members, type: integer}]}}
    """,
    "content/data/areas.csv":
      "code,class,name,parent,provinces\nTH,country,ไทย,,2\n10,province,กรุงเทพมหานคร,TH,\n55,province,น่าน,TH,\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,precision,aggregation,dataset,aggregate,field
    funds.count,กองทุน,Funds,กองทุน,,,,,,,
    savings.groups,กลุ่มออมทรัพย์,Savings groups,กลุ่ม,groups,group,0,sum,,,
    savings.rate,อัตรา,Rate,ร้อยละ,per cent,,1,,,,
    gardens.count,สวน,Gardens,แห่ง,gardens,garden,0,,gardens,count,
    gardens.mean,สมาชิกต่อสวน,Members of a garden,คน,people,person,1,,gardens,mean,members

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,quote
    funds.count,TH,2022-10-26,stated,5915,new,"5,915"
    savings.groups,55,2022-10-26,stated,1250,new,"1,250"
    savings.rate,TH,2022-10-26,stated,12.3456,new,"12.3456"

    """,
    "content/data/gardens.csv": "id,area,members\na,55,10\nb,55,11\nc,10,11\n",
    "content/about.th.md": """
    ---
    title: เกี่ยวกับ
    ---
    [{{ figure("savings.groups") }}] [{{ figure("savings.rate") }}] [{{ figure("gardens.count") }}]
    [{{ figure("gardens.mean") }}] [{{ figure("savings.groups", area="55") }}]
    """,
    "content/about.en.md": """
    ---
    title: About
    ---
    [{{ figure("savings.groups") }}] [{{ figure("gardens.count", area="55") }}] {{ facts() }}
    """,
    "themes/plain/shortcodes/figure.html":
      "{{ figure(args[0], area=area | default(none)).text }}",
    "themes/plain/templates/figure.html":
      "{% for c in page.indicator.citations if c.lang == lang %}{{ c.text }}{% endfor %}",
    "themes/plain/shortcodes/facts.html": """
    {% set f = figure("savings.groups") %}{{ f.number }}|{{ f.value }}|{{ f.at_least }}|{{ f.coverage }}|{{ f.as_of_basis }}|{{ f.computed.origin }} of {{ f.computed.count }}|{% if f.source %}source{% else %}no source{% endif %}|{{ figure("savings.rate").value }}|{{ figure("gardens.mean").value }}|{{ figure("gardens.count").computed.register }}
    """,
  ])

  @Test func aRegisterThatIsBeingFilledIsNotHeldAgainstTheTotal() async throws {
    func found(
      _ code: String, _ published: Int, _ rows: String, coverage: String = ""
    ) async throws -> Bool {
      try await Self.site.with([
        "content/data/observations.csv": """
        indicator,area,as_of,as_of_basis,value,source,quote
        gardens.count,TH,2022-10-26,stated,\(published),new,"\(published)"

        """,
        "content/data/gardens.csv": "id,area,members\n\(rows)",
        "content/data/register_coverage.csv": "register,area,status,as_of\n\(coverage)",
        "content/about.th.md": "---\ntitle: ก\n---\n",
        "content/about.en.md": "---\ntitle: a\n---\n",
      ]).check().contains("[\(code)]")
    }
    let oneProvince = "a,55,10\nb,55,11\n"
    #expect(try await !found("register-differs", 40, oneProvince))
    #expect(try await found("register-differs", 1, oneProvince))
    let all = oneProvince + "c,10,11\n"
    #expect(try await !found("register-differs", 40, all))
    #expect(try await !found("complete-below-published", 40, all))
    let coverage = "gardens,TH,complete,2022-10-26\n"
    #expect(try await found("complete-below-published", 40, all, coverage: coverage))
    #expect(try await !found("complete-below-published", 3, all, coverage: coverage))
  }

  private func pages() async throws -> [String: String] {
    let (outputs, diagnostics) = try await Self.site.build()
    #expect(DiagnosticPrinter().text(diagnostics) == "")
    return outputs
  }

  @Test func aSumStandsWhereNoSourceGivesAValue() async throws {
    let outputs = try await pages()
    let thai = try #require(outputs["th/about/index.html"])
    for text in [
      "[อย่างน้อย 1,250 กลุ่ม]", "[12.3%]", "[บันทึกไว้แล้วอย่างน้อย 3 แห่ง]",
      "[10.7 คน จากที่บันทึกไว้แล้ว]", "[1,250 กลุ่ม]",
    ] {
      #expect(thai.contains(text), "\(text)")
    }
    let english = try #require(outputs["en/about/index.html"])
    #expect(english.contains("[at least 1,250 groups] [at least 2 gardens recorded so far]"))
  }

  @Test func itSaysWhatItIsMadeOfAndKeepsAllDecimalsForMachines() async throws {
    let english = try #require(try await pages()["en/about/index.html"])
    #expect(
      english.contains(
        "1,250|1250|True|1 of 2 provinces has data: น่าน|computed|areas of 1|no source|12.3456|10.67"
      ))
    #expect(english.contains("|Gardens"))
  }

  @Test func itHasAPageAndFilesOfItsOwn() async throws {
    let outputs = try await pages()
    let page = try #require(outputs["en/figures/gardens-count/index.html"])
    #expect(
      page.contains(
        "Gardens: at least 3 gardens recorded so far. computed_value en (Gardens)."))
    #expect(
      outputs["figures/gardens-count.csv"]?
        .contains("gardens.count,TH,,ไทย,,computed,3,at_least,แห่ง") == true)
    let list = try #require(outputs["en/figures/index.html"])
    #expect(list.contains("Gardens: at least 3 gardens recorded so far</a>"))
  }

  @Test func aRegisterWithUnknownValuesIsAtLeastWhatIsKnown() async throws {
    // A register's sum of which one row is not known: wherever it is said, it says so.
    let site = Self.site.with([
      "content/data/indicators.csv": """
      id,name,name@en,unit,unit@en,unit_one@en,precision,aggregation,dataset,aggregate,field
      gardens.count,สวน,Gardens,แห่ง,gardens,garden,0,,gardens,count,
      gardens.members,สมาชิก,Members,คน,people,person,0,,gardens,sum,members

      """,
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,quote\n",
      "content/data/gardens.csv": "id,area,members\na,55,10\nb,55,\nc,10,11\n",
      "content/data/register_coverage.csv":
        "register,area,status,as_of\ngardens,TH,complete,2022\n",
      "content/about.th.md": """
      ---
      title: เกี่ยวกับ
      ---
      [{{ figure("gardens.members") }}] [{{ figure("gardens.members", area="55") }}]
      [{{ figure("gardens.members", area="10") }}] [{{ figure("gardens.count", area="55") }}]
      """,
      "content/about.en.md": "---\ntitle: About\n---\n{{ figure(\"gardens.members\") }}\n",
      "content/drawn.th.md":
        "---\ntitle: ภาพ\n---\n{{ chart(\"bar\", figure=\"gardens.members\", areas=\"provinces\") }}\n",
      "themes/plain/shortcodes/chart.html": "{{ chart(*args, **kwargs) }}",
      "themes/plain/templates/province.html":
        "{% for f in page.area.figures %}{{ f.text }};{% endfor %}",
    ])
    let (outputs, found) = try await site.build()
    #expect(DiagnosticPrinter().text(found) == "")
    let thai = try #require(outputs["th/about/index.html"])
    #expect(thai.contains("[อย่างน้อย 21 คน] [อย่างน้อย 10 คน]\n[11 คน] [2 แห่ง]"), "\(thai)")
    #expect(outputs["en/about/index.html"]?.contains("at least 21 people") == true)
    #expect(outputs["en/provinces/55/index.html"]?.contains("at least 10\u{A0}people") == true)
    #expect(outputs["th/provinces/10/index.html"]?.contains("อย่างน้อย 11") == false)
    let drawn = try #require(outputs["th/drawn/index.html"])
    #expect(drawn.contains(">อย่างน้อย 10</text>") && drawn.contains(">อย่างน้อย 10</td>"), "\(drawn)")
    #expect(drawn.contains("ต่ำสุดคืออย่างน้อย 10 คน (น่าน)") && drawn.contains(">11</td>"), "\(drawn)")
  }

  @Test func anAreaWithoutAnyValueIsStillAMistake() async throws {
    let site = Self.site.with([
      "content/about.th.md": "---\ntitle: ก\n---\n{{ figure(\"savings.rate\", area=\"55\") }}\n"
    ])
    let report = DiagnosticPrinter().text(try await site.build().diagnostics)
    #expect(report.contains("the figure 'savings.rate' has no such value for the area '55'"))
  }
}
