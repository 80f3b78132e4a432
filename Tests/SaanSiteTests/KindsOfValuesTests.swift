import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Values that count something of their own, or promise but one end: on every page, in both
/// languages, they keep their name and are held against nothing else.
@Suite struct KindsOfValuesTests {
  /// A site with the theme that Saan comes with.
  static func site(_ more: [String: String] = [:]) -> SourceTree {
    Specimen.commons(tables.merging(more) { $1 })
  }

  /// The pages of a site by their paths, as a reader hears them.
  static func pages(_ tree: SourceTree) async throws -> [String: String] {
    let result = try await build(tree, BuildOptions(today: TestSite.today), into: MemorySink())
    #expect(result.diagnostics.all.filter { $0.severity == .error }.map(\.code) == [])
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A page without tags and with plain spaces.
  static func plain(_ html: String?) -> String {
    var (text, isTag) = ("", false)
    for character in html ?? "" {
      if character == "<" || character == ">" {
        isTag = character == "<"
        if !isTag { text.append(" ") }
      } else if !isTag {
        text.append(character.isWhitespace || character == "\u{2060}" ? " " : character)
      }
    }
    return text.replacing("&nbsp;", with: " ").split(separator: " ").joined(separator: " ")
  }

  static func article(_ markdown: String) -> [String: String] {
    [
      "content/a.th.md": "---\ntitle: ก\n---\n\(markdown)\n",
      "content/a.en.md": "---\ntitle: A\n---\n\(markdown)\n",
    ]
  }

  private static let tables: [String: String] = [
    "site.yaml":
      "title: {th: เว็บทดสอบ, en: Test site}\nbase_url: https://example.org/\ntheme: commons\n",
    "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
    "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    "content/data/datapackage.yaml": """
    name: test-data
    title: {th: ข้อมูลทดสอบ, en: Test data}
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}, {name: slug}, {name: abbr}, {name: tile_col, type: integer}, {name: tile_row, type: integer}, {name: provinces, type: integer}]}}
      - {name: sources, path: sources.csv, schema: {fields: [{name: id}, {name: title}, {name: title@en}, {name: producer}]}}
      - {name: organisations, path: organisations.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: area}]}}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}, {name: unit@en}, {name: unit_one@en}, {name: aggregation}, {name: scope}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: name}, {name: name@en}, {name: areas}, {name: bound}]}}

    """,
    "content/data/areas.csv": """
    code,class,name,name@en,parent,slug,abbr,tile_col,tile_row,provinces
    TH,country,ไทย,Thailand,,thailand,,,,5
    N,region,ภาคเหนือ,North,TH,north,,,,
    S,region,ภาคใต้,South,TH,south,,,,
    50,province,เชียงใหม่,Chiang Mai,N,chiang-mai,ชม,0,0,
    55,province,น่าน,Nan,N,nan,นน,1,0,
    56,province,พะเยา,Phayao,N,phayao,พย,2,0,
    92,province,ตรัง,Trang,S,trang,ตง,1,4,
    93,province,พัทลุง,Phatthalung,S,phatthalung,พท,1,5,

    """,
    "content/data/sources.csv": "id,title,title@en,producer\nnew,เล่มใหม่,New book,ก\n",
    "content/data/organisations.csv": "id,name,name@en,area\nnet,เครือข่าย,Network,N\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,aggregation,scope
    funds,กองทุน,Funds,กองทุน,funds,fund,sum,
    guests,ผู้ร่วมงาน,Guests,คน,people,person,none,organisation: net
    ponds,บ่อ,Ponds,บ่อ,ponds,pond,sum,
    open,สวน,Gardens,แห่ง,gardens,garden,sum,
    trees,ต้นไม้,Trees,ต้น,trees,tree,sum,

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,name,name@en,areas,bound
    funds,TH,2022-10-26,stated,5915,new,,,,
    funds,TH,2013-08-31,stated,4101,new,กองทุนจดทะเบียน,Registered funds,,
    funds,50,2022-10-26,stated,120,new,,,,
    funds,55,2022-10-26,stated,90,new,กองทุนจดทะเบียน,Registered funds,,
    funds,56,2022-10-26,stated,70,new,,,,
    funds,92,2022-10-26,stated,30,new,กองทุนชาวเล,Sea people’s funds,,
    guests,50,2022-10-26,stated,100,new,,,,
    guests,55,2022-10-26,stated,200,new,,,,
    ponds,,2022-10-26,stated,45,new,,,50; 55; 56,
    open,50,2022-10-26,stated,2000,new,,,,more_than
    open,55,2022-10-26,stated,300,new,,,,at_most
    trees,50,2021,publication_date,10,new,,,,more_than
    trees,55,2021,publication_date,20,new,,,,
    trees,56,2021,publication_date,30,new,,,,
    trees,92,2021,publication_date,40,new,,,,about

    """,
  ]

  // MARK: Names

  private static let named = Task {
    try await pages(
      site(
        article(
          """
          {{ chart(kind="bar", figure="funds", areas="provinces", title="T") }}

          {{ chart(kind="line", figure="funds", title="T") }}

          {{ chart(kind="dot-plot", figure="funds", title="T") }}

          {{ map(kind="tile", figure="funds", title="T") }}
          """)))
  }

  @Test(arguments: [
    (
      "en", "Nan (Registered funds)", "do not count quite the same",
      "Nan: 90 funds (Registered funds)"
    ),
    ("th", "น่าน (กองทุนจดทะเบียน)", "นับสิ่งที่ต่างกัน จึงไม่เปรียบเทียบกัน", "น่าน: 90 กองทุน (กองทุนจดทะเบียน)"),
  ])
  func chartsKeepTheNameOfAValue(
    _ language: String, _ bar: String, _ sentence: String, _ tile: String
  ) async throws {
    let text = Self.plain(try await Self.named.value["\(language)/a/index.html"])
    #expect(text.contains(bar))
    #expect(text.contains(sentence))
    #expect(text.contains(tile))
    // The line of one kind does not lead to the other.
    #expect(!text.contains(language == "en" ? "rose from" : "เพิ่มขึ้นจาก"), "\(text)")
    let registered = language == "en" ? "Registered funds" : "กองทุนจดทะเบียน"
    let points = language == "en" ? "4,101 funds (Registered funds)" : "4,101 กองทุน (กองทุนจดทะเบียน)"
    #expect(text.contains(points))
    #expect(text.components(separated: registered) > 8)
  }

  @Test(arguments: [("en", "Registered funds"), ("th", "กองทุนจดทะเบียน")])
  func theTableByAreaOfAFigureNamesIt(_ language: String, _ name: String) async throws {
    let html = try #require(try await Self.named.value["\(language)/figures/funds/index.html"])
    let row = try #require(
      html.split(separator: "<tr ").first { $0.contains("id=\"area-55\"") })
    #expect(row.contains(name), "\(row)")
  }

  @Test(arguments: [
    ("en", "at least 30 sea people’s funds"), ("th", "กองทุนชาวเล อย่างน้อย 30 กองทุน"),
  ])
  func aSumOfOneValueKeepsItsName(_ language: String, _ text: String) async throws {
    let page = try await Self.named.value["\(language)/regions/south/index.html"]
    #expect(Self.plain(page).contains(text), "\(Self.plain(page))")
  }

  // MARK: Organisations

  @Test func whatIsAnOrganisationsOwnIsNotDrawnOverAreas() async throws {
    for call in [
      #"{{ map(kind="tile", figure="guests") }}"#,
      #"{{ chart(kind="bar", figure="guests", areas="provinces") }}"#,
      #"{{ chart(kind="line", figures=["guests"], areas=["50", "55"], title="T") }}"#,
    ] {
      let found = try await build(
        Self.site(Self.article(call)), BuildOptions(today: TestSite.today), into: MemorySink()
      ).diagnostics
      let text = DiagnosticPrinter().text(found)
      #expect(text.contains("the figure 'guests' is Network's own"), "\(text)")
      #expect(text.contains("content/a.en.md:4:"))
    }
    let alone = try await Self.pages(
      Self.site(Self.article(#"{{ chart(kind="bar", figure="guests", area="50", title="T") }}"#)))
    #expect(Self.plain(alone["th/a/index.html"]).contains("100 คน"))
  }

  // MARK: Ends that lead apart

  @Test(arguments: [
    ("en", "more than 2,000", "not added: what its source promises"),
    ("th", "กว่า 2,000", "ไม่นำมารวม เพราะแหล่งข้อมูลบอกเพียงขอบเขต"),
  ])
  func oppositeEndsAreListedAndNotAdded(
    _ language: String, _ value: String, _ reason: String
  ) async throws {
    let drawing = #"{{ chart(kind="stacked-bar", figure="open", areas=["50"], title="T") }}"#
    let parts = """
      {% chart(kind="stacked-bar", title="T") %}
      | ก | ข |
      |---|---|
      | ค | {{ figure("open", area="50") }} |
      | ง | {{ figure("open", area="55") }} |
      {% end %}
      """
    let pages = try await Self.pages(Self.site(Self.article(drawing + "\n\n" + parts)))
    for path in ["regions/north", "country", "figures/open"] {
      let text = Self.plain(pages["\(language)/\(path)/index.html"])
      #expect(!text.contains("2,300"), "\(path)")
      #expect(text.contains(value), "\(path): \(text)")
      #expect(text.contains(reason), "\(path): \(text)")
    }
    let article = Self.plain(pages["\(language)/a/index.html"])
    #expect(!article.contains("2,300"), "\(article)")
    #expect(article.contains(language == "en" ? "no certain total" : "รวมเป็นยอดที่แน่นอนไม่ได้"))
  }

  // MARK: Joint values

  @Test(arguments: [
    ("en", "Chiang Mai, Nan and Phayao together", "North 45"),
    ("th", "จังหวัดเชียงใหม่ จังหวัดน่าน และจังหวัดพะเยา รวมกัน", "ภาคเหนือ 45"),
  ])
  func aRegionNeverHasAJointValueAsItsOwn(
    _ language: String, _ together: String, _ own: String
  ) async throws {
    let call = #"{{ chart(kind="bar", figure="ponds", areas="regions", title="T") }}"#
    let pages = try await Self.pages(Self.site(Self.article(call)))
    for path in ["a", "figures/ponds", "regions/north", "provinces/nan", "country"] {
      let text = Self.plain(pages["\(language)/\(path)/index.html"])
      #expect(!text.contains(own), "\(path): \(text)")
      let told = path == "country" ? (language == "en" ? "at least 45" : "อย่างน้อย 45") : together
      #expect(path == "provinces/nan" || text.contains(told), "\(path): \(text)")
    }
  }

  // MARK: Dates and the middle

  @Test(arguments: [
    ("en", "published 2021", ["as of 2021", "As of 2021"], "median"),
    ("th", "เผยแพร่เมื่อ พ.ศ. 2564", ["ข้อมูล ณ พ.ศ. 2564", "ข้อมูลใน พ.ศ. 2564"], "ค่ากลาง"),
  ])
  func theDayOfPublicationIsNeverThatOfTheValue(
    _ language: String, _ published: String, _ wrong: [String], _ median: String
  ) async throws {
    let call = """
      {{ map(kind="tile", figure="trees", title="T") }}

      {{ chart(kind="strip", figure="trees", areas="provinces", title="T") }}

      {{ chart(kind="dot-plot", figure="trees", area="55", title="T") }}
      """
    let pages = try await Self.pages(Self.site(Self.article(call)))
    let html = try #require(pages["\(language)/a/index.html"])
    let text = Self.plain(html)
    #expect(text.components(separated: published) > 4, "\(text)")
    for wrong in wrong { #expect(!text.contains(wrong), "\(text)") }
    if language == "th" { #expect(!html.contains(">2564</time>")) }
    // More than 10 may be more than 20: nobody knows which value is in the middle.
    #expect(!text.contains("\(median) 20"), "\(text)")
  }

  @Test(arguments: [("en", "median about 40"), ("th", "ค่ากลาง ประมาณ 40")])
  func theMedianSaysWhatItPromises(_ language: String, _ text: String) async throws {
    let rows = #"rows=[["a", 10], ["b", "ประมาณ 40"], ["c", 90]]"#
    let pages = try await Self.pages(
      Self.site(Self.article("{{ chart(kind=\"strip\", \(rows), title=\"T\") }}")))
    let page = Self.plain(pages["\(language)/a/index.html"])
    #expect(page.contains(text), "\(page)")
  }

  @Test(arguments: ["en", "th"]) func aFigureInACaptionHasItsSourceBelow(
    _ language: String
  ) async throws {
    let call =
      #"{{ chart(kind="bar", rows=[["a", 1]], title="T", caption="{{ figure('funds') }}") }}"#
    let pages = try await Self.pages(Self.site(Self.article(call)))
    let html = try #require(pages["\(language)/a/index.html"])
    let sources = try #require(html.firstRange(of: "class=\"figure-sources\""))
    let below = html[sources.upperBound...]
    #expect(below.contains("5,915"), "\(below)")
    #expect(below.contains("href=\"/\(language)/sources/new/\""), "\(below)")
    // The figure's own page knows that the article shows it.
    let figure = try #require(pages["\(language)/figures/funds/index.html"])
    #expect(figure.contains("href=\"/\(language)/a/\""))
  }
}

extension String {
  /// How many parts another text cuts this one into.
  fileprivate func components(separated by: String) -> Int {
    split(separator: by, omittingEmptySubsequences: false).count
  }
}
