import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A figure that is one published figure divided by another: both are named with their sources, and
/// values of unlike places or years make none.
@Suite struct RatioTests {
  private static func tree(_ rows: String, indicators more: String = "") -> SourceTree {
    RichPlaces.tree([
      "content/data/sources.csv":
        "id,title,title@en,producer,producer@en\na,รายงาน,A report,ผู้ทำ,Maker\nb,แบบสำรวจ,A survey,ผู้นับ,Counter\n",
      "content/data/indicators.csv": """
      id,name,name@en,unit,unit@en,unit_one@en,precision,stat_type,aggregation,numerator,denominator
      councils,สภา,Councils,แห่ง,councils,council,0,count,none,,
      places,ตำบล,Subdistricts,แห่ง,places,place,0,count,none,,
      share,ตำบลที่มีสภา,Subdistricts with a council,%,%,%,1,percentage,none,councils,places
      \(more)
      """,
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,bound,status,source\n" + rows,
    ])
  }

  private static let rows = """
    councils,TH,2022-05-01,stated,60,,A,a
    councils,TH,2018,stated,10,,A,a
    places,TH,2022-12-31,stated,80,,A,b
    councils,50,2022,stated,3,,A,a
    places,50,2022,stated,4,,A,b
    councils,51,2022,stated,3,,A,a
    places,51,2018,stated,4,,A,b
    councils,52,2022,stated,3,at_least,A,a
    places,52,2022,stated,4,,A,b
    councils,53,2022,stated,3,,A,a
    places,53,2022,stated,4,at_least,A,b
    councils,54,2024,stated,5,,A,a
    councils,54,2022,stated,1,,A,a
    places,54,2022,stated,4,,A,b

    """

  private static let outputs = Task { try await RichPlaces.pages(tree(rows)) }

  private func page(_ path: String) async throws -> String {
    let text = try #require(try await Self.outputs.value[path + "index.html"], "\(path)")
    return text.between("<main", "</main>").withoutTags
  }

  @Test func theFigureNamesBothAndTheirSources() async throws {
    let english = try await page("en/figures/share/")
    #expect(english.contains("75%"))
    #expect(
      english.contains(
        "Councils 60 councils divided by Subdistricts 80 places (Source: A report, Maker")
        || english.contains("Councils 60 councils divided by Subdistricts 80 places (Source"))
    #expect(english.contains("A report") && english.contains("A survey"))
    let thai = try await page("th/figures/share/")
    #expect(thai.contains("75%") && thai.contains("สภา 60 แห่ง หารด้วย ตำบล 80 แห่ง"))
    #expect(thai.contains("รายงาน") && thai.contains("แบบสำรวจ"))
    // It is nobody's own number, and nothing was added up.
    #expect(!english.contains("added up") && !thai.contains("รวมจาก"))
  }

  @Test(arguments: ["th", "en"]) func profilesHaveItAsALine(_ language: String) async throws {
    let text = try await page("\(language)/provinces/p50/")
    #expect(text.contains("75%"))
    #expect(
      text.contains(language == "th" ? "หารจากค่าที่เผยแพร่แล้ว" : "Divided here from published values"))
  }

  @Test func unlikeYearsMakeNone() async throws {
    let text = try await page("en/provinces/p51/")
    #expect(text.contains("Councils") && !text.contains("Subdistricts with a council"))
    // Of several years the newest that both have counts.
    let older = try await page("en/provinces/p54/")
    #expect(older.contains("Subdistricts with a council % 25%") || older.contains("25%"))
  }

  @Test func itPromisesNoMoreThanBoth() async throws {
    let least = try #require(try await Self.outputs.value["en/provinces/p52/index.html"])
    let line =
      least.parts("<tr role=\"row\" class=\"line\">", "</tr>")
      .first { $0.contains("Subdistricts with a council") } ?? ""
    #expect(line.contains("at least") && line.contains("75"))
    // Divided by "at least four" it is no number at all.
    let none = try await page("en/provinces/p53/")
    #expect(!none.contains("Subdistricts with a council"))
  }

  @Test func aPublishedRatioIsHeldAgainstItsTwoFigures() async throws {
    let tree = Self.tree(Self.rows + "share,TH,2022,stated,50,,A,a\nshare,50,2022,stated,75,,A,a\n")
    let found = try await build(tree, Specimen.options, into: MemorySink()).diagnostics
    let told = found.all.filter { $0.code == "ratio-differs" }
    #expect(told.map(\.message.en) == ["the value is 50, but 60 of 80 make 75"])
    #expect(told.first?.hint?.en.contains("'councils' and 'places'") == true)
  }

  @Test func aPublishedRatioComesFirst() async throws {
    let pages = try await RichPlaces.pages(
      Self.tree(Self.rows + "share,50,2022,stated,70,,A,b\n"))
    let text = try #require(pages["en/provinces/p50/index.html"])
    let line =
      text.parts("<tr role=\"row\" class=\"line\">", "</tr>")
      .first { $0.contains("Subdistricts with a council") } ?? ""
    #expect(line.between("class=\"num here\"", "</td>").contains("<data value=\"70\">"))
  }

  @Test func aPartThatIsMoreThanTheWholeIsTold() async throws {
    let tree = Self.tree("councils,50,2022,stated,5,,A,a\nplaces,50,2022,stated,4,,A,b\n")
    let found = try await inspect(tree, Specimen.options).diagnostics
    let told = found.all.first { $0.code == "impossible-pair" }
    #expect(told?.message.en == "'councils' 5 is more than 'places' 4 in row 3")
    #expect(told?.message.th.contains("มากกว่า") == true)
  }

  @Test func aRatioOfOneFigureIsTold() async throws {
    let half = Self.tree(Self.rows, indicators: "half,ครึ่ง,Half,%,%,%,1,percentage,none,councils,")
    let found = try await inspect(half, Specimen.options).diagnostics
    let told = try #require(found.all.first { $0.code == "half-ratio" })
    #expect(told.message.en == "the ratio of 'councils' has no denominator")
    #expect(told.message.th == "อัตราส่วนของ 'councils' ไม่มี denominator")
    #expect(told.hint?.en.contains("'denominator'") == true)
  }
}
