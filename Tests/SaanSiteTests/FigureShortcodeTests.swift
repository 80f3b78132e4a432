import SaanSite
import SaanText
import Testing

/// Figures in articles: where they lead, what is said of them elsewhere, what they are given.
@Suite struct FigureShortcodeTests {
  /// A province and a district with a register of gardens, and one published value.
  static let site = TestSite.withData.with([
    "content/data/datapackage.yaml": """
    name: test-data
    resources:
      - {name: areas, path: areas.csv}
      - {name: sources, path: sources.csv}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}, {name: unit@en}, {name: unit_one@en}, {name: precision, type: integer}, {name: dataset}, {name: aggregate}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: quote}]}}
      - {name: gardens, path: gardens.csv, title: {th: สวน, en: Gardens}, schema: {fields: [{name: id}, {name: area}]}}
    """,
    "content/data/areas.csv":
      "code,class,name,name@en,parent\nTH,country,ไทย,Thailand,\n55,province,น่าน,Nan,TH\n5501,district,เมืองน่าน,Mueang Nan,55\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,precision,dataset,aggregate
    funds.count,กองทุน,Funds,กองทุน,funds,fund,,,
    gardens.count,สวน,Gardens,แห่ง,gardens,garden,0,gardens,count

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,quote
    funds.count,55,2022-10-26,stated,2480,new,"2,480"

    """,
    "content/data/gardens.csv": "id,area\na,5501\nb,55\nc,5501\n",
    "themes/plain/shortcodes/figure.html": """
    {%- set f = figure(args[0], area=area | default(none), source=source | default(none)) -%}
    <a href="{{ f.url }}">{% if unit | default(true) %}{{ f.text }}{% else %}{{ f.number }}{% endif %}</a>
    {#- -#}
    """,
    "themes/plain/templates/figure.html":
      "<h1>{{ page.title }}</h1>{% for cell in page.indicator.areas %}<i id=\"{{ cell.anchor }}\"></i>{% endfor %}",
    "themes/plain/templates/list.html":
      "<h1>{{ page.title }}</h1>{% for item in page.items %}<a href=\"{{ item.url }}\">{{ item.title }}</a>[{{ item.summary }}]{% endfor %}",
    "content/about.th.md": "---\ntitle: เรา\n---\nก\n",
  ])

  private func site(_ text: String) -> TestSite {
    Self.site.with(["content/news/a.th.md": "---\ntitle: ก\ndate: 2022-10-26\n---\n\(text)\n"])
  }

  @Test func aFigureLeadsToAPartOfItsPageThatIsThere() async throws {
    let (outputs, found) = try await site(
      #"{{ figure("gardens.count", area="55") }} {{ figure("gardens.count", area="5501") }} {{ figure("funds.count", area="55") }}"#
    ).build()
    #expect(DiagnosticPrinter().text(found) == "")
    let page = try #require(outputs["th/news/a/index.html"])
    #expect(page.contains("<a href=\"/th/figures/gardens-count/\">บันทึกไว้แล้วอย่างน้อย 3 แห่ง</a>"))
    #expect(page.contains("<a href=\"/th/figures/gardens-count/\">บันทึกไว้แล้วอย่างน้อย 2 แห่ง</a>"))
    #expect(page.contains("<a href=\"/th/figures/funds-count/#area-55\">2,480 กองทุน</a>"))
  }

  @Test func aPageShowsTheFiguresAboveItsText() async throws {
    let front = "title: A\nfigures: [funds]\n"
    var edits = TruthSite.values("funds,TH,2022,,stated,4331,new,,,,,")
    edits["content/about.en.md"] = "---\n\(front)---\nWords of it.\n"
    edits["content/about.th.md"] = "---\n\(front)---\nคำ\n"
    let pages = try await TruthSite.pages(edits)
    let english = try #require(pages["en/about/index.html"])
    let number = try #require(english.firstRange(of: "4,331 funds"), "\(english)")
    let words = try #require(english.firstRange(of: "Words of it."))
    #expect(number.lowerBound < words.lowerBound)
    #expect(pages["th/about/index.html"]?.contains("4,331 กองทุน") == true)
  }

  @Test func aSummaryHasTheNumbersOfTheText() async throws {
    let (outputs, _) = try await site(
      #"มี {{ figure("funds.count", area="55") }} และสวน **{{ figure("gardens.count", unit=false) }}** แปลง"#
    ).build()
    let summary = "มี 2,480 กองทุน และสวน 3 แปลง"
    #expect(outputs["th/news/index.html"]?.contains("[\(summary)]") == true)
    #expect(outputs["th/news/atom.xml"]?.contains("<summary>\(summary)</summary>") == true)
  }

  @Test func aSummaryEndsBeforeAShortcodeWithoutAShortText() async throws {
    let own = site("{{ big() }} ยอดแรก\n\nทุนของเรา {{ big() }} บาท\n").with([
      "themes/plain/shortcodes/big.html": "<p>12</p>"
    ])
    let list = try await own.build().outputs["th/news/index.html"]
    #expect(list?.contains("[ทุนของเรา …]") == true, "\(list ?? "")")
  }

  /// A theme may call its shortcodes whatever it likes: what they put into a line is what they say.
  @Test func aShortcodeOfAnyNameSaysItsWordsWhereTheTextIsQuoted() async throws {
    let own = site(
      #"มี {{ amount("funds.count", area="55") }} และ **{{ twice("gardens.count") }}** {{ big() }}"#
    ).with([
      "themes/plain/shortcodes/amount.html":
        #"{% set f = figure(args[0], area=area) %}<i>{{ f.text }}</i>"#,
      "themes/plain/shortcodes/twice.html":
        #"{% set f = figure(args[0]) %}<data value="{{ f.value }}">{{ f.number }} &amp;c</data><small>สองครั้ง</small>"#,
      "themes/plain/shortcodes/big.html": "<b>12</b>",
      "themes/plain/templates/page.html":
        "{% for f in page.figures_used %}[{{ f.id }} {{ f.area.code }}]{% endfor %}{{ page.content }}",
      "themes/plain/templates/figure.html":
        "{% for p in page.indicator.cited_by %}{{ p.sentences | join('|') }}{% endfor %}",
    ])
    let (outputs, found) = try await own.build()
    #expect(DiagnosticPrinter().text(found) == "")
    #expect(
      outputs["th/news/index.html"]?.contains("[มี 2,480 กองทุน และ 3 &amp;c 12]") == true,
      "\(outputs["th/news/index.html"] ?? "")")
    #expect(
      outputs["th/news/a/index.html"]?.hasPrefix("[funds.count 55][gardens.count TH]") == true)
    for figure in ["funds-count", "gardens-count"] {
      #expect(
        outputs["th/figures/\(figure)/index.html"]?.contains("มี 2,480 กองทุน และ 3 &amp;c 12")
          == true, "\(outputs["th/figures/\(figure)/index.html"] ?? "")")
    }
  }

  /// An argument of a shortcode may be called like what all pages share, and is its own call's.
  @Test func anArgumentMayHaveTheNameOfWhatAllPagesShare() async throws {
    let own = site(#"{{ say(lang="en") }}{{ say() }}{{ say(lang="ms") }}{{ say() }}"#).with([
      "themes/plain/shortcodes/say.html":
        "{% for i in [1, 2] %}<b lang=\"{{ lang }}\">{{ i }}</b>{% endfor %}{{ kwargs | length }}"
    ])
    let (outputs, found) = try await own.build()
    let page = outputs["th/news/a/index.html"] ?? DiagnosticPrinter().text(found)
    let languages = page.split(separator: "<b lang=\"").dropFirst().map { $0.prefix(2) }
    #expect(languages == ["en", "en", "th", "th", "ms", "ms", "th", "th"], "\(page)")
  }

  /// What a page of a figure quotes is what readers of the article see, without its markup.
  @Test(arguments: [
    ("และ >2 คน ไม่ถึง <5,000 บาท มี #", "และ &gt;2 คน ไม่ถึง &lt;5,000 บาท มี 2,480 กองทุน"),
    (#"5 \* 3 &amp; `a*b` [อ้าง](https://e.org/) # แล้ว"#, "5 * 3 &amp; a*b อ้าง 2,480 กองทุน แล้ว"),
    ("มี #[^n] แล้ว\n\n[^n]: หมายเหตุ", "มี 2,480 กองทุน แล้ว"),
    ("| ก | ข |\n|---|---|\n| x \\| y | # |", "x | y · 2,480 กองทุน"),
    ("1. หนึ่ง\n2. สอง #\n   - ใน", "สอง 2,480 กองทุน"),
    ("ก่อน\n\n{% box() %}\nในกล่อง # นี้\n{% end %}\n\nหลัง", "ในกล่อง 2,480 กองทุน นี้"),
    ("หัวข้อ #\n=====\nต่อ", "หัวข้อ 2,480 กองทุน"),
  ])
  func aFigureIsQuotedAsItsReadersSeeIt(text: String, quoted: String) async throws {
    let call = #"{{ figure("funds.count", area="55") }}"#
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    let own = site(parts.joined(separator: call)).with([
      "themes/plain/shortcodes/box.html": "<aside>{{ body }}</aside>",
      "themes/plain/templates/figure.html":
        "<i id=\"area-55\"></i>{% for p in page.indicator.cited_by %}[{{ p.sentences | join('|') }}]{% endfor %}",
    ])
    let (outputs, found) = try await own.build()
    #expect(
      outputs["th/figures/funds-count/index.html"] == "<i id=\"area-55\"></i>[\(quoted)]",
      "\(DiagnosticPrinter().text(found))")
  }

  /// A list of articles inside an article is made after those whose texts begin with figures.
  ///
  /// What shows its own beginning, or what it states, is told.
  @Test func aTextMayShowHowOthersBeginButNotItself() async throws {
    let own = site(#"มี {{ figure("funds.count", area="55") }} แล้ว"#).with([
      "themes/plain/shortcodes/latest.html":
        "<ul>{% for p in collection('news') %}<li>{{ p.summary }}</li>{% endfor %}</ul>",
      "content/about.th.md": "---\ntitle: เรา\n---\nข่าว\n\n{{ latest() }}\n",
    ])
    let (outputs, found) = try await own.build()
    #expect(DiagnosticPrinter().text(found) == "")
    #expect(outputs["th/about/index.html"]?.contains("<li>มี 2,480 กองทุน แล้ว</li>") == true)
    let circle = own.with([
      "content/news/b.th.md": "---\ntitle: ข\ndate: 2022-10-27\n---\nดู {{ latest() }}\n"
    ])
    let report = DiagnosticPrinter().text(try await circle.build().diagnostics)
    #expect(
      report.hasPrefix(
        """
        error[shown-too-early]: 'latest' shows what is known only when this text is made: how it begins, or which pages show a figure
          --> content/news/b.th.md:5:6
        """), "\(report)")
    let cited = own.with([
      "themes/plain/shortcodes/latest.html":
        "{{ page.figures_used | length }}",
      "content/about.th.md": "---\ntitle: เรา\n---\nข่าว {{ latest() }}\n",
    ])
    let told = DiagnosticPrinter(language: .thai).text(try await cited.build().diagnostics)
    #expect(told.hasPrefix("error[shown-too-early]: 'latest' แสดงสิ่งที่จะรู้ได้ต่อเมื่อ"), "\(told)")
  }

  @Test func aHeadingInTheOutlineHasItsNumber() async throws {
    let own = site("## เงิน {{ figure(\"funds.count\", area=\"55\") }} แล้ว\n").with([
      "themes/plain/templates/page.html":
        "{% for h in page.outline %}[{{ h.title }}]{% endfor %}{{ page.content }}"
    ])
    let page = try await own.build().outputs["th/news/a/index.html"]
    #expect(page?.contains("[เงิน 2,480 กองทุน แล้ว]") == true)
  }

  @Test(arguments: [
    (#"figure("funds.count", area="55", year=2564)"#, "'figure' has no parameter 'year'"),
    (#"figure("funds.count", area="55", as_of="2564")"#, "'figure' has no parameter 'as_of'"),
    (#"figure("funds.count", aera="55")"#, "hint: did you mean 'area'?"),
    (#"figure("funds.count", "55")"#, "too many arguments for 'figure', which takes 1"),
    (
      #"figure("funds.count", "55")"#, "write the others with their names: area=…, source=…, unit=…"
    ),
    (#"figure("funds.count", area="55", f=1)"#, "its arguments are area, source, unit"),
    (#"box(titel="ก")"#, "'box' has no parameter 'titel'"),
    (#"box("ก")"#, "too many arguments for 'box', which takes 0"),
  ])
  func argumentsThatAShortcodeDoesNotTakeAreTold(call: String, words: String) async throws {
    let own = site("{{ \(call) }}").with([
      "themes/plain/shortcodes/box.html":
        "{% set title = title | default(\"x\") %}{% for one in [1] %}{{ one }}{% endfor %}{{ title }}"
    ])
    let report = try await own.check()
    #expect(report.contains(words), "\(report)")
    #expect(report.contains("content/news/a.th.md:5:4"))
  }

  @Test func argumentsThatAreHandedOnOrReadAnywhereAreTaken() async throws {
    let own = site(
      #"{{ list("a", "b", "c") }} {{ any(x=1, y=2) }} {{ part(note="z") }} {{ video(url="u") }}"#
    ).with([
      "themes/plain/shortcodes/list.html": "{% for a in args %}{{ a }}{% endfor %}",
      "themes/plain/shortcodes/any.html": "{{ kwargs | length }}",
      "themes/plain/shortcodes/part.html": "{% include \"bit.html\" %}",
      "themes/plain/templates/bit.html": "{{ note | default(\"\") }}",
      "themes/plain/shortcodes/video.html":
        "{% macro m(note) %}{{ note }}{% endmacro %}{{ url }}{{ m(1) }}",
    ])
    #expect(try await own.check() == "")
  }

  @Test(arguments: [
    (#"มี {{ figure("funds.count", area="55") }} กองทุน"#, "กองทุน", true),
    (#"มี **{{ figure("funds.count", area="55") }}** กองทุนสวัสดิการ"#, "กองทุน", true),
    (#"มี {{ figure("funds.count", area="55") }} กองทุนละ 5 บาท"#, "", false),
    (#"มี {{ figure("funds.count", area="55", unit=false) }} กองทุน"#, "", false),
    (#"มี {{ figure("gardens.count") }} และอีกหลายแห่ง"#, "", false),
  ])
  func aUnitThatIsSaidTwiceIsTold(text: String, word: String, isTold: Bool) async throws {
    let report = try await site(text).check()
    #expect(report.contains("warning[doubled-unit]") == isTold, "\(report)")
    if isTold {
      #expect(report.contains("hint: delete '\(word)', or write unit=false in the shortcode"))
    }
  }

  @Test(arguments: [
    (#"9{{ figure("funds.count", area="55") }}"#, "'9' touches the figure"),
    (#"มี {{ figure("funds.count", area="55", unit=false) }},000 กองทุน"#, "',000' touches"),
    (#"มี -{{ figure("funds.count", area="55") }}"#, "'-' touches the figure"),
    (#"{{ figure("funds.count", area="55", unit=false) }} ล้านกองทุน"#, "stands 'ล้าน'"),
    (#"{{ figure("funds.count", area="55") }} ล้านบาท"#, "stands 'ล้าน'"),
    (#"{{ figure("funds.count", area="55", unit=false) }} ครัวเรือน"#, "stands 'ครัวเรือน'"),
    (#"{{ figure("funds.count", area="55", unit=false) }} แห่ง"#, "stands 'แห่ง'"),
    (#"~{{ figure("funds.count", area="55") }}"#, "says “about”"),
    (#"{{ figure("funds.count", area="55") }}+"#, "says “at least”"),
    (#"ข้อมูล ณ 30 ก.ย. 2566 มี {{ figure("funds.count", area="55") }}"#, "as of 30 September 2023"),
  ])
  func whatChangesANumberIsTold(text: String, message: String) async throws {
    let report = try await site(text).check()
    #expect(report.contains(message), "\(report)")
  }

  @Test(arguments: [
    #"- {{ figure("funds.count", area="55") }}"#,
    #"{{ figure("funds.count", area="55") }}, 3 แห่ง"#,
    #"{{ figure("funds.count", area="55", unit=false) }} กองทุน"#,
    #"ไม่เกิน {{ figure("funds.count", area="55") }}"#,
    #"น้อยกว่า {{ figure("funds.count", area="55") }} ของน่าน"#,
    #"~~{{ figure("funds.count", area="55") }}~~"#,
    #"(ณ สิ้นปี) มี {{ figure("funds.count", area="55") }}"#,
    #"{{ figure("funds.count", area="55") }} พันธุ์พืช"#,
  ])
  func whatLeavesANumberAsItIsIsNotTold(text: String) async throws {
    let report = try await site(text).check()
    #expect(report == "", "\(report)")
  }

  @Test func englishUnitsAreToldAsWell() async throws {
    let own = Self.site.with([
      "content/news/a.th.md": "---\ntitle: ก\n---\nก\n",
      "content/news/a.en.md":
        "---\ntitle: a\n---\n{{ figure(\"gardens.count\") }} Gardens, {{ figure(\"gardens.count\") }} gardeners\n",
    ])
    let found = try await inspect(own.tree, own.options()).diagnostics
    #expect(
      DiagnosticPrinter(language: .thai).text(found).contains(
        "ตัวเลข 'gardens.count' แสดงหน่วยนับอยู่แล้ว คำว่า 'Gardens' จึงซ้ำกัน"))
    #expect(found.all.filter { $0.code == "doubled-unit" }.count == 1)
  }

  @Test func aFigureOfTheFrontMatterNeedsAValueForTheCountry() async throws {
    let own = Self.site.with([
      "content/news/a.th.md": "---\ntitle: ก\nfigures: [funds.count, gardens.count]\n---\nก\n"
    ])
    let report = try await own.check()
    #expect(report.contains("error[no-figure-value]"))
    #expect(report.contains(#"write in the text {{ figure("funds.count", area="55") }}"#))
    #expect(!report.contains("'gardens.count'"))
  }

  @Test func hintsAreShortcodesThatWork() async throws {
    let wrong = try await site(#"{{ figure("funds.count") }} 2,480"#).check()
    #expect(wrong.contains("hint: it has values for 55 (Nan): write one of these codes"))
    #expect(
      wrong.contains(#"hint: write {{ figure("funds.count", area="55") }}, so that it changes"#))
    let counted = try await site(#"{{ figure("gardens.count", area="99") }}"#).check()
    #expect(!counted.contains("it has no values yet"))
  }

  @Test func listsAndExplanationsKnowWhatIsCounted() async throws {
    let (loaded, _, _) = try await inspect(Self.site.tree, Self.site.options())
    let site = try #require(loaded)
    let table = DataList.figures.table(site, language: .thai)
    #expect(table.contains("รหัส"))
    #expect(table.contains("ข้อมูล ณ"))
    #expect(
      table.split(separator: "\n").contains {
        $0.hasPrefix("gardens.count") && $0.contains("3") && $0.contains("gardens")
      })
    #expect(table.contains("26 ต.ค. 2565"))
    #expect(String(decoding: DataList.figures.json(site), as: UTF8.self).contains("2022-10-26"))
    let text = try #require(explainFigure("gardens.count", in: site, language: .thai).value)
    #expect(text.contains("5501  เมืองน่าน"))
    #expect(text.contains("นับจาก 2 รายการใน gardens"))
    let published = try #require(explainFigure("funds.count", in: site, language: .thai).value)
    #expect(published.contains("26 ต.ค. 2565  ปกติ"))
  }
}
