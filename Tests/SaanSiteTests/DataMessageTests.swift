import SaanData
import SaanSite
import SaanText
import Testing

/// Messages about tables that lead to the author's own place, and what is understood instead.
@Suite struct DataMessageTests {
  private static let areas = """
    code,class,name,name@en,parent,slug
    TH,country,ประเทศไทย,Thailand,,
    32,province,สุรินทร์,Surin,TH,surin
    50,province,เชียงใหม่,Chiang Mai,TH,chiang-mai

    """

  private func site(area: String, areas: String = Self.areas) -> TestSite {
    var site = TestSite.withData.with([
      "content/data/areas.csv": areas,
      "content/data/indicators.csv": "id,name,name@en,unit\nfunds.count,กองทุน,Funds,กองทุน\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds.count,32,2022-10-26,stated,120,new\n",
      "content/about.th.md":
        "---\ntitle: ก\nareas: [\(area)]\n---\n{{ figure(\"funds.count\", area=\"\(area)\") }}\n",
      "themes/plain/shortcodes/figure.html": "{{ figure(args[0], area=area).text }}",
    ])
    site.files["content/data/datapackage.yaml"] = nil
    return site
  }

  @Test(arguments: ["32", "surin", "สุรินทร์", "Surin", "จังหวัดสุรินทร์", "จ.สุรินทร์", "Surin Province"])
  func areasAreUnderstoodByAnyName(_ area: String) async throws {
    let (outputs, found) = try await site(area: area).build()
    #expect(!found.hasErrors, "\(DiagnosticPrinter().text(found))")
    #expect(outputs["th/about/index.html"]?.contains("120") == true)
  }

  @Test func areasInTablesMayBeNames() async throws {
    let named = site(area: "32").replacing(
      "funds.count,32,", with: "funds.count,สุรินทร์,", in: "content/data/observations.csv")
    #expect(try await named.build().outputs["th/about/index.html"]?.contains("120") == true)
  }

  @Test func aZeroTooManyIsTold() async throws {
    let report = try await site(area: "032").check()
    #expect(report.contains("error[unknown-area]: '032' is no code of the areas table"))
    #expect(report.contains("write '32'") || report.contains("write 32"), "\(report)")
    #expect(!report.contains("1032"))
  }

  @Test func aFigureWithoutAValueSaysWhereThereIsOne() async throws {
    let report = try await site(area: "50").check()
    #expect(report.contains("it has values for 32 (Surin)"), "\(report)")
  }

  @Test func twoAreasWithOneAddressNameBothRows() async throws {
    let twice = Self.areas.replacing("chiang-mai", with: "surin")
    let found = try await inspect(
      site(area: "32", areas: twice).tree, TestSite().options()
    ).diagnostics.all.filter { $0.code == "same-url" }
    let first = try #require(found.first)
    #expect(first.message.en.contains("as row 3 of content/data/areas.csv is"))
    #expect(
      first.place == .cell(path: "content/data/areas.csv", sheet: nil, row: 4, column: "slug"))
  }

  @Test func whatIsHeavyNamesTheFileItComesFrom() async throws {
    let heavy = site(area: "32").with([
      "themes/plain/templates/province.html": String(repeating: "ก", count: 21_000)
    ])
    let found = try await heavy.build().diagnostics.all.filter { $0.code == "heavy-page" }
    #expect(found.first?.place?.path == "content/data/areas.csv")
  }

  @Test(arguments: ["name,name@th", "name@en,name"])
  func columnsAreInTheirLanguageWhenEnglishIsTheDefault(_ columns: String) async throws {
    var english = TestSite.withData.replacing(
      "theme: plain", with: "theme: plain\ndefault_language: en", in: "site.yaml"
    ).with(["content/data/indicators.csv": "id,\(columns)\nfunds.count,Funds,กองทุน\n"])
    english.files["content/data/datapackage.yaml"] = nil
    let (outputs, found) = try await english.build()
    #expect(!found.hasErrors, "\(DiagnosticPrinter().text(found))")
    #expect(outputs["en/figures/index.html"]?.contains(">Funds:") == true)
    #expect(outputs["th/figures/index.html"]?.contains(">กองทุน:") == true)
  }
}
