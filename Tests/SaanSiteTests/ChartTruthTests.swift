import SaanText
import Testing

/// What a chart says of its values is true of all of them: of those that a limit leaves out, that
/// have no date, promise but one end, are shown with fewer decimals, or are joint.
@Suite(.serialized) struct ChartTruthTests {
  private static let descriptor = "content/data/datapackage.yaml"

  private static let site = TestSite.withPlaces.replacing(
    "{name: aggregation}", with: "{name: aggregation}, {name: precision, type: integer}",
    in: descriptor
  ).replacing(
    "{name: source}, {name: status}",
    with: "{name: source}, {name: status}, {name: bound}, {name: areas}", in: descriptor
  ).with([
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,aggregation,precision
    a,ชาวนา,Farmers,คน,people,person,none,
    b,ชาวสวน,Growers,คน,people,person,none,
    goal,เป้าหมาย,Goal,คน,people,person,none,
    p,ระยะทาง,Distance,กม.,km,km,none,1

    """,
    "themes/plain/shortcodes/figure.html": """
    {% set f = figure(args[0], area=area | default(none)) %}<data value="{{ f.value }}">{{ f.text }}\
    {% if f.together %} ({{ f.together }}){% endif %}</data>
    """,
  ])

  /// The page with a chart, in one language.
  private func html(
    _ call: String, _ rows: String, in language: String
  ) async throws -> String {
    let header = "indicator,area,as_of,as_of_basis,value,source,status,bound,areas\n"
    let site = Self.site.with(["content/data/observations.csv": header + rows]).withText(call)
    let (outputs, found) = try await site.build()
    #expect(found.all.filter { $0.severity == .error }.map(\.message.en) == [])
    return try #require(outputs["\(language)/a/index.html"])
  }

  private func text(_ call: String, _ rows: String, in language: String) async throws -> String {
    KindsOfValuesTests.plain(try await html(call, rows, in: language))
  }

  private static let three = """
    a,50,2022,stated,60,new,A,,
    a,55,2022,stated,30,new,A,,
    a,92,2022,stated,10,new,A,,
    b,50,2022,stated,1,new,A,,
    b,55,2022,stated,2,new,A,,
    b,92,2022,stated,3,new,A,,

    """

  @Test(arguments: [
    (
      "en", "The highest of 3 provinces is 60 people (Chiang Mai), the lowest 10 people (Trang)",
      "1 of 3 provinces"
    ),
    (
      "th", "จาก 3 จังหวัด ค่าสูงสุดคือ 60 คน (เชียงใหม่) ต่ำสุดคือ 10 คน (ตรัง)", "แสดง 1 จาก 3 จังหวัด"
    ),
  ])
  func aLimitLeavesTheSentenceWhole(
    _ language: String, _ sentence: String, _ note: String
  ) async throws {
    let call = #"{{ chart(kind="bar", figure="a", areas="provinces", limit=1) }}"#
    let page = try await text(call, Self.three, in: language)
    #expect(page.contains(sentence), "\(page)")
    #expect(page.contains(note), "\(page)")
  }

  @Test(arguments: ["th", "en"]) func aLimitKeepsTheSamePlacesOfEverySeries(
    _ language: String
  ) async throws {
    let call = """
      {{ chart(kind="grouped-bar", figures=["b", "a"], areas="provinces", sort="largest", limit=1, \
      title="T") }}
      """
    let page = try await html(call, Self.three, in: language)
    let rows = try #require(page.split(separator: "<tbody>").dropFirst().first)
      .split(separator: "</tbody>")[0]
    let name = language == "th" ? "ตรัง" : "Trang"
    #expect(rows.split(separator: "<tr>").allSatisfy { !$0.contains("<th") || $0.contains(name) })
    #expect(rows.contains(">3</td>") && rows.contains(">10</td>"), "\(rows)")
  }

  @Test(arguments: [
    ("en", "of a target of at most 100 people (at least 30%)", "target at most 100"),
    ("th", "จากเป้าหมาย ไม่เกิน 100 คน (อย่างน้อย 30%)", "เป้าหมาย ไม่เกิน 100"),
  ])
  func aTargetKeepsWhatItPromises(
    _ language: String, _ sentence: String, _ mark: String
  ) async throws {
    let rows = "a,TH,2022,stated,30,new,A,,\ngoal,TH,2022,stated,100,new,A,at_most,\n"
    let page = try await text(
      #"{{ chart(kind="progress", figure="a", target="goal") }}"#, rows, in: language)
    #expect(page.contains(sentence), "\(page)")
    #expect(page.contains(mark), "\(page)")
  }

  @Test(arguments: [
    ("en", "1 has no date", "no date", "Nan is"),
    ("th", "มี 1 ค่าที่ไม่ระบุวันที่", "ไม่ระบุวันที่", "อันดับ"),
  ])
  func whatHasNoDateIsNotOfTheOthersYear(
    _ language: String, _ told: String, _ cell: String, _ rank: String
  ) async throws {
    let rows =
      "a,50,2022,stated,5,new,A,,\na,55,,unknown,7,new,A,,\na,92,2022,stated,3,new,A,,\n"
    let call = #"{{ chart(kind="bar", figure="a", areas="provinces", highlight="55") }}"#
    let page = try await html(call, rows, in: language)
    let words = KindsOfValuesTests.plain(page)
    #expect(words.split(separator: told).count > 3, "\(words)")
    #expect(page.contains("<td>\(cell)</td>"), "\(page)")
    #expect(!words.contains(rank), "\(words)")
  }

  @Test(arguments: [
    ("en", "no certain total", "by at least 30 people"),
    ("th", "รวมเป็นยอดที่แน่นอนไม่ได้", "อย่างน้อย 30 คน"),
  ])
  func partsOfSeveralDatesMakeNoTotal(
    _ language: String, _ none: String, _ difference: String
  ) async throws {
    let call =
      #"{{ chart(kind="stacked-bar", figures=["a", "b"], title="T", area="TH", total="goal") }}"#
    let goal = "goal,TH,2022,stated,100,new,A,,\n"
    let apart = try await text(
      call.replacing(#", total="goal""#, with: ""),
      goal + "a,TH,2021,stated,90,new,A,,\nb,TH,2022,stated,40,new,A,,\n", in: language)
    #expect(apart.contains(none) && !apart.contains("130"), "\(apart)")
    let open = try await text(
      call, goal + "a,TH,2022,stated,90,new,A,at_least,\nb,TH,2022,stated,40,new,A,,\n",
      in: language)
    #expect(open.contains(difference), "\(open)")
  }

  @Test(arguments: ["th", "en"]) func numbersHaveTheDecimalsOfTheirFigure(
    _ language: String
  ) async throws {
    let rows =
      "p,50,2022,stated,12.345,new,A,,\np,55,2022,stated,7,new,A,,\np,TH,2021,stated,3,new,A,,\np,TH,2022,stated,12.345,new,A,,\n"
    for call in [
      #"{{ chart(kind="bar", figure="p", areas="provinces") }}"#,
      #"{{ map(kind="tile", figure="p") }}"#, #"{{ chart(kind="line", figure="p") }}"#,
      #"{{ chart(kind="dot-plot", figure="p") }}"#,
    ] {
      let page = try await html(call, rows, in: language)
      let words = KindsOfValuesTests.plain(page)
      #expect(words.contains("12.3 "), "\(words)")
      #expect(!words.contains("12.34") && !words.contains("12.35"), "\(words)")
      // What machines read keeps all of them.
      #expect(page.contains("<data value=\"12.345\">12.3</data>"), "\(page)")
    }
  }

  @Test(arguments: [
    ("en", "Fields (Chiang Mai and Nan together)"),
    ("th", "Fields (จังหวัดเชียงใหม่และจังหวัดน่าน รวมกัน)"),
  ])
  func aJointValueInATableSaysWhoseItIs(_ language: String, _ row: String) async throws {
    let call = """
      {% chart(kind="bar", title="T") %}
      | Work | Number |
      |---|---:|
      | Fields | {{ figure("a", area="55") }} |
      | Woods | 3 |
      {% end %}
      """
    let page = try await text(call, "a,,2022,stated,500,new,A,,50; 55\n", in: language)
    #expect(page.contains(row), "\(page)")
  }

  @Test(arguments: [("en", "Nan: 45 people"), ("th", "น่าน: 45 คน")])
  func allDistrictsOfAProvinceAreTheProvince(_ language: String, _ tile: String) async throws {
    let areas = "content/data/areas.csv"
    let site = Self.site.replacing(
      "{name: provinces, type: integer}",
      with: "{name: provinces, type: integer}, {name: districts, type: integer}",
      in: Self.descriptor
    ).with([
      areas: """
      code,class,name,name@en,parent,slug,abbr,tile_col,tile_row,provinces,districts
      TH,country,ไทย,Thailand,,thailand,,,,2,
      N,region,ภาคเหนือ,North,TH,north,,,,,
      50,province,เชียงใหม่,Chiang Mai,N,chiang-mai,ชม,0,0,,
      55,province,น่าน,Nan,N,nan,นน,1,0,,2
      5501,district,เมืองน่าน,Mueang Nan,55,mueang-nan,,,,,
      5502,district,แม่จริม,Mae Charim,55,mae-charim,,,,,

      """,
      "content/data/gardens.csv": "id,area,status,opened,treasurer,people\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,status,bound,areas\na,,2022,stated,45,new,A,,5501; 5502\n",
    ]).withText(#"{{ map(kind="tile", figure="a") }}"#)
    let (outputs, found) = try await site.build()
    #expect(found.all.filter { $0.severity == .error }.map(\.message.en) == [])
    let page = try #require(outputs["\(language)/a/index.html"])
    #expect(KindsOfValuesTests.plain(page).contains(tile), "\(page)")
  }

  @Test(arguments: [
    ("en", "the lowest nearly 12 people (Nan)", "order is not certain"),
    ("th", "เกือบ 12 คน (น่าน)", "ลำดับไม่แน่นอน"),
  ])
  func oneNumberOfUnlikePromisesIsNotShared(
    _ language: String, _ lowest: String, _ order: String
  ) async throws {
    let rows =
      "a,50,2022,stated,12,new,A,at_most,\na,55,2022,stated,12,new,A,nearly,\na,92,2022,stated,20,new,A,,\n"
    let call = #"{{ chart(kind="bar", figure="a", areas="provinces") }}"#
    let page = try await text(call, rows, in: language)
    #expect(page.contains(lowest), "\(page)")
    #expect(page.contains(order), "\(page)")
  }

  @Test(arguments: [("en", "about 900"), ("th", "ประมาณ 900")])
  func theEndsOfAClassAreNumbers(_ language: String, _ single: String) async throws {
    let rows =
      "a,50,2022,stated,900,new,A,about,\na,55,2022,stated,1200,new,A,,\na,92,2022,stated,5000,new,A,,\n"
    let page = try await html(#"{{ map("tile", figure="a", classes=2) }}"#, rows, in: language)
    #expect(page.contains(">\(single)</text>"), "\(page)")
    #expect(page.contains(">1,200–5,000</text>"), "\(page)")
  }

  @Test(arguments: [("en", "ose from"), ("th", "เพิ่มขึ้นจาก")])
  func aboutFiveAndAboutSixAreNoRise(_ language: String, _ rise: String) async throws {
    let call = #"{{ chart(kind="line", figure="a") }}"#
    func page(_ last: Int) async throws -> String {
      try await text(
        call,
        "a,TH,2021,stated,5,new,A,about,\na,TH,2022,stated,\(last),new,A,about,\n", in: language)
    }
    #expect(try await !page(6).contains(rise))
    #expect(try await page(9).contains(rise))
  }
}
