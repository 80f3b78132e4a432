import SaanText
import Testing

/// Charts that authors ask for: of figures, of tables, of numbers in the text.
@Suite struct ChartFunctionTests {
  @Test func aFigureOverAreasSaysItsSourceAndItsDate() async throws {
    let html = try await TestSite.drawn(
      #"{{ chart(kind="bar", figure="funds", areas="provinces") }}"#)
    #expect(html.contains("<figure class=\"chart chart-bar\">\n<figcaption>Funds</figcaption>"))
    #expect(html.contains("role=\"img\""))
    #expect(
      html.contains(
        "<p class=\"chart-source\">Source: New book · As of <time datetime=\"2022-10-26\">26 October 2022</time></p>"
      ))
    #expect(html.contains("<a href=\"/en/provinces/nan/\">Nan</a></th><td class=\"num\">about"))
    #expect(html.contains("Trang</a></th><td class=\"chart-missing\">no data"))
    #expect(!html.contains("<p><figure"))
  }

  @Test func areasAreNamedByKindByCodeOrByWhatTheyLieIn() async throws {
    func names(_ areas: String) async throws -> [String] {
      try await TestSite.rows("{{ chart(\"bar\", figure=\"funds\", \(areas), sort=\"name\") }}")
        .map { String($0.prefix { $0 != "|" }) }
    }
    #expect(try await names(#"areas="provinces", within="N""#) == ["Chiang Mai", "Nan"])
    #expect(try await names(#"areas=["trang", "50"]"#) == ["Chiang Mai", "Trang"])
    #expect(try await names(#"areas="regions""#) == ["North", "South"])
  }

  @Test func aFigureOverTimeIsALineOrDots() async throws {
    let line = try await TestSite.rows(#"{{ chart("line", figure="funds") }}"#)
    #expect(line.map { $0.split(separator: "|")[1] } == ["4,101", "5,915"])
    let dots = try await TestSite.drawn(#"{{ chart("dot-plot", figure="funds") }}"#)
    #expect(dots.contains("<td>Old book</td>"))
    #expect(dots.contains("value used"))
  }

  @Test func aLineKeepsEveryYearAsItIsWritten() async throws {
    let rows = try await TestSite.rows(
      #"{{ chart("line", title="T", rows=[["๒๕๖๔", 1], ["ปี 2565", 2], ["ปี พ.ศ. 2566", 3], ["พ.ศ. 2567", 4]]) }}"#
    )
    #expect(rows == ["2021|1", "2022|2", "2023|3", "2024|4"])
    let mixed = try await TestSite.drawn(
      #"{{ chart("line", title="T", rows=[["2564", 1], ["ปีก่อน", 2]]) }}"#)
    #expect(mixed.contains("row 2 of a chart: 'ปีก่อน' is not a date, as other rows are"))
  }

  @Test func figuresBesideEachOtherKeepTheirUnits() async throws {
    let rows = try await TestSite.rows(
      #"{{ chart("bar", figures=["funds", "members"], title="T", unit="funds or people") }}"#)
    #expect(rows == ["Funds|5,915| funds", "Members|6,486,679| people"])
    let ways = try await TestSite.drawn(
      #"{{ chart("progress", figures=["funds", "members"], title="T", target=7000000) }}"#)
    #expect(ways.contains("5,915 funds (0.1%)"))
    #expect(ways.contains("6,486,679 people (92.7%)"))
  }

  @Test(arguments: ["th", "en"]) func rowsWithoutADateAreCountedBelow(
    _ language: String
  ) async throws {
    let site = TestSite.withPlaces.withText(#"{{ chart("bar", dataset="gardens", by="opened") }}"#)
    let file = "content/data/gardens.csv"
    let undated = site.with([file: (site.files[file] ?? "") + "d,55,open,,Other,3\n"])
    let page = try #require(try await undated.build().outputs["\(language)/a/index.html"])
    let note =
      language == "th"
      ? "แถวที่ไม่ระบุวันที่ซึ่งไม่ได้แสดง: 1 แถว" : "Rows without a date, which are not shown: 1"
    #expect(page.contains(note), "\(page)")
    let dated = try #require(try await site.build().outputs["\(language)/a/index.html"])
    #expect(!dated.contains(String(note.prefix(14))))
  }

  @Test func theTargetMayBeAFigure() async throws {
    let html = try await TestSite.drawn(
      #"{{ chart("progress", figure="funds", target="target") }}"#)
    #expect(html.contains("5,915 (73.9%)"))
    #expect(html.contains("<td class=\"num\">8,000</td>"))
  }

  @Test func rowsOfATableAreCountedByAreaWithAllInside() async throws {
    let rows = try await TestSite.rows(
      #"{{ chart("bar", dataset="gardens", by="area", areas=["N", "S", "50"]) }}"#)
    #expect(rows == ["North|3", "South|0", "Chiang Mai|2"])
  }

  @Test func rowsOfATableAreAddedUpByAColumn() async throws {
    let sums = try await TestSite.rows(
      #"{{ chart("bar", dataset="gardens", by="status", column="people", labels=["open=Open now"]) }}"#
    )
    #expect(sums == ["Open now|at least 12", "closed|7"])
    let means = try await TestSite.rows(
      #"{{ chart("bar", dataset="gardens", areas="provinces", column="people", aggregate="mean") }}"#
    )
    #expect(means == ["Chiang Mai|9.5", "Nan|no data", "Trang|no data"])
    let open = try await TestSite.rows(
      #"{{ chart("line", dataset="gardens", by="opened", where="status=open") }}"#)
    #expect(open == ["2020|1", "2021|1"])
  }

  @Test(arguments: ["date", "period"])
  func aColumnOfDatesGoesByYearsOfTheReadersEra(type: String) async throws {
    let site = TestSite.withPlaces.replacing(
      "{name: opened, type: date}", with: "{name: opened, type: \(type)}",
      in: "content/data/datapackage.yaml"
    ).with([
      "content/a.th.md":
        "---\ntitle: ก\n---\n\n{{ chart(kind=\"bar\", dataset=\"gardens\", by=\"opened\") }}\n"
    ])
    let outputs = try await site.build().outputs
    let thai = try #require(outputs["th/a/index.html"])
    #expect(thai.contains("2563") && thai.contains("2564") && !thai.contains("2020-"), "\(thai)")
    let english = try #require(outputs["en/a/index.html"])
    #expect(english.contains("2020") && !english.contains("2020-"))
  }

  @Test func numbersStandInTheCall() async throws {
    let rows = try await TestSite.rows(
      #"{{ chart("bar", title="T", rows=[["ก", 3], ["ข", "๑,๒๐๐"], ["ค", "–"], ["ง", "about 5"]], sort="largest") }}"#
    )
    #expect(rows == ["ข|1,200", "ง|about 5", "ก|3", "ค|no data"])
  }

  @Test func qualifiersOfNumbersAreDrawnAndSaid() async throws {
    let html = try await TestSite.drawn(
      #"{{ chart("bar", title="T", rows=[["a", "กว่า 60"], ["b", "≤ 50"], ["c", 70]]) }}"#)
    #expect(html.contains(">more than 60</text>"))
    #expect(html.contains("a</th><td class=\"num\">more than 60</td>"))
    #expect(html.contains("b</th><td class=\"num\">at most 50</td>"))
    // Two drawings, each with a mark for both.
    #expect(html.split(separator: "class=\"ch-open\"").count == 5)
    #expect(html.contains("the order is not certain"))
    let exact = try await TestSite.drawn(
      #"{{ chart("bar", title="T", rows=[["a", 60], ["b", "~30"]]) }}"#)
    #expect(!exact.contains("ch-open"))
    #expect(!exact.contains("the order is not certain"))
    // About 50 may be 60.
    let close = try await TestSite.drawn(
      #"{{ chart("bar", title="T", rows=[["a", 60], ["b", "~50"]]) }}"#)
    #expect(close.contains("the order is not certain"))
  }

  @Test func aWholeOfBoundsHasNoShares() async throws {
    let open = try await TestSite.drawn(
      #"{{ chart("stacked-bar", title="T", rows=[["a", "กว่า 60"], ["b", 40]]) }}"#)
    #expect(open.contains("More than 100 in all: a more than 60, b 40."))
    let about = try await TestSite.drawn(
      #"{{ chart("stacked-bar", title="T", rows=[["a", "~60"], ["b", 40]]) }}"#)
    #expect(about.contains("About 100 in all: a about 60 (about 60%), b 40 (about 40%)."))
  }

  @Test func partsThatMissTheTotalOfTheSourceSaySo() async throws {
    func drawn(_ total: String) async throws -> String {
      try await TestSite.drawn(
        "{{ chart(\"stacked-bar\", title=\"T\", rows=[[\"a\", 4000], [\"b\", 1000]], total=\(total)) }}"
      )
    }
    let more = try await drawn("\"funds\"")
    #expect(more.contains("the source’s own total is 5,915; the parts fall short of it by 915"))
    #expect(more.contains(">Total that the source gives</text>"))
    #expect(more.contains(">915</text>"))
    #expect(try await drawn("4900").contains("the parts exceed it by 100"))
    #expect(try await !drawn("5000").contains("own total"))
  }

  @Test func aTemplateGivesMaps() async throws {
    let page =
      "{{ chart('bar', title='T', data=[{'label': 'x', 'value': 2, 'highlight': true}, {'label': 'y', 'value': none}]) }}"
    let site = TestSite.withPlaces.with(["themes/plain/templates/terms.html": page])
    let html = try await site.build().outputs["en/topics/index.html"] ?? ""
    #expect(html.contains("Only x has data: 2"))
    #expect(html.contains("y</th><td class=\"chart-missing\">no data"))
  }

  @Test func aMarkdownTableIsDrawnAndItsFiguresCount() async throws {
    let html = try await TestSite.drawn(
      """
      {% chart(kind="stacked-bar", title="Parts", unit="funds") %}
      | Part | Number |
      |---|---:|
      | All & more | {{ figure("funds") }} |
      | Few | 85 |
      {% end %}
      """)
    #expect(html.contains(">5,915 (98.6%)</text>"))
    #expect(html.contains("<th scope=\"col\">Part</th><th scope=\"col\" class=\"num\">funds</th>"))
    #expect(html.contains("<th scope=\"row\">All &amp; more</th>"))
    #expect(html.contains(">6,000</text>"))
  }

  @Test func anEmptyBlockIsLikeACallAlone() async throws {
    let rows = try await TestSite.rows(
      "{% chart(kind=\"bar\", figure=\"funds\", areas=[\"50\"]) %}\n\n{% end %}")
    #expect(rows == ["Chiang Mai|120"])
  }

  @Test func aTableOfSeveralColumnsIsSeveralSeriesOverTime() async throws {
    let rows = try await TestSite.rows(
      """
      {% chart(kind="line", title="T") %}
      | ปี | ก | ข |
      |---|---:|---:|
      | 2564 | 1 | 2 |
      | 2565 | 3 | |
      {% end %}
      """)
    #expect(rows == ["2021|1|2", "2022|3|no data"])
  }

  @Test func whatALimitLeavesOutIsSaid() async throws {
    let html = try await TestSite.drawn(
      #"{{ chart("bar", figure="funds", areas="provinces", limit=1, highlight="nan", caption="Largest") }}"#
    )
    #expect(html.contains("<p class=\"chart-caption\">Largest · 2 of 3 provinces are shown</p>"))
    #expect(!html.contains("Trang"))
  }

  @Test func thePageIsTheSameInEveryBuild() async throws {
    let site = TestSite.withPlaces.withText(
      #"{{ map("tile", figure="funds") }} {{ chart("bar", figure="funds", areas="provinces") }}"#)
    let first = try await site.build().outputs
    #expect(try await site.build(site.options(jobs: 4)).outputs == first)
  }

  @Test func aFigureKnowsThePagesThatDrawIt() async throws {
    let page = "{% for p in page.indicator.cited_by %}{{ p.title }};{% endfor %}"
    let site = TestSite.withData.with([
      "themes/plain/templates/figure.html": page,
      "themes/plain/shortcodes/chart.html": "{{ chart(*args, **kwargs) }}",
      "content/b.th.md":
        "---\ntitle: วาด\n---\n{{ chart(kind=\"bar\", figures=[\"funds.count\"]) }}\n",
    ])
    let html = try await site.build().outputs["th/figures/funds-count/index.html"]
    #expect(html == "วาด;เกี่ยวกับ;" || html == "เกี่ยวกับ;วาด;")
  }

  @Test func aSumThatLacksPartsSaysAtLeast() async throws {
    var site = TestSite.withPlaces
    site.files["content/data/gardens.csv", default: ""] += "d,50,open,2021-04-01,Other,\n"
    site = site.withText(
      #"{{ chart("bar", dataset="gardens", by="area", areas=["N", "50"], column="people") }}"#)
    let outputs = try await site.build().outputs
    for (language, word, province, order) in [
      ("en", "at least", "Chiang Mai", "The order is not certain"),
      ("th", "อย่างน้อย", "เชียงใหม่", "ลำดับไม่แน่นอน"),
    ] {
      let html = try #require(outputs["\(language)/a/index.html"])
      #expect(html.contains(">\(word) 19</text>"), "bar")
      #expect(html.contains("\(province)</a></th><td class=\"num\">\(word) 19</td>"), "table")
      let sentence = try #require(html.firstMatch(of: /<desc[^>]*>([^<]*)</))
      #expect(sentence.1.hasPrefix(order), "\(sentence.1)")
    }
    // The mean of what is known is no sum.
    let mean = try await TestSite.rows(
      #"{{ chart("bar", dataset="gardens", areas=["N"], column="people", aggregate="mean") }}"#)
    #expect(mean == ["North|9.5"])
  }

  @Test func partsOfWhichOneLacksSomeHaveNoShares() async throws {
    let html = try await TestSite.drawn(
      #"{{ chart("stacked-bar", title="T", rows=[["ก", "at least 3"], ["ข", "อย่างน้อย 4"], ["ค", 5]]) }}"#
    )
    #expect(html.contains("At least 12 in all: ก at least 3, ข at least 4, ค 5"), "\(html)")
    #expect(html.contains(">at least 12</text>") && !html.contains("%)"))
  }

  @Test func aPageKnowsWhichShortcodesItCalls() async throws {
    let site = TestSite.withPlaces.withText(
      "{% note() %}\n{{ chart(\"line\", figure=\"funds\") }}\n{% end %}"
    )
    .with(["themes/plain/templates/page.html": "{{ page.shortcodes | join(',') }}"])
    #expect(try await site.build().outputs["en/a/index.html"] == "note,chart")
  }
}
