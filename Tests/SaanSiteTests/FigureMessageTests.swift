import SaanPublish
import SaanSite
import SaanText
import Testing

/// What is told of tables of figures that a build could show without a word.
@Suite struct FigureMessageTests {
  private func told(
    _ observations: String, _ more: [String: String] = [:]
  ) async throws -> String {
    let files = Self.tables.merging(
      ["content/data/observations.csv": Self.header + observations]
    ) { $1 }.merging(more) { $1 }
    let result = try await build(Specimen.commons(files), Specimen.options, into: MemorySink())
    return DiagnosticPrinter().text(result.diagnostics)
  }

  private static let header = "indicator,area,as_of,as_of_basis,value,status,source\n"

  private static let tables = [
    "site.yaml": "title: {th: เว็บ, en: Site}\nbase_url: https://a.example/\ntheme: commons\n",
    "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n10,province,กทม,TH\n",
    "content/data/sources.csv":
      "id,title,producer,date_published\na,เล่มหนึ่ง,ก,2021-06-01\nb,เล่มสอง,ข,\nc,เล่มสาม,ค,\n",
    "content/data/indicators.csv":
      "id,name,name@en,unit,unit@en\nfunds,กองทุน,Funds,กองทุน,funds\n",
  ]

  private static let reconciliations =
    "id,indicator,area,sources,cause,status,preferred,reason,reason@en\n"

  @Test func aReconciliationOfSomeOfTheSourcesIsTold() async throws {
    let values =
      "funds,TH,2022,stated,100,A,b\nfunds,TH,2022,stated,150,A,a\nfunds,TH,2022,stated,170,A,c\n"
    let row = "one,funds,TH,a; b,different_scope,open,,ต่าง,they differ\n"
    let some = try await told(
      values, ["content/data/reconciliations.csv": Self.reconciliations + row])
    #expect(some.contains("'one' names some of the sources that differ, but not c"), "\(some)")
    #expect(some.contains("add c in 'sources'"))
    let twice = try await told(
      "funds,TH,2022,stated,100,A,b\nfunds,TH,2022,stated,150,A,a\n",
      [
        "content/data/reconciliations.csv": Self.reconciliations + row
          + row.replacing("one", with: "two")
      ])
    #expect(twice.contains("'two' explains what 'one' explains already"), "\(twice)")
  }

  @Test func aBudgetOfAYearToComeCanBeEntered() async throws {
    let plan = try await told("funds,TH,2022,stated,100,P,a\n")
    #expect(!plan.contains("as-of-after-publication"), "\(plan)")
    let fact = try await told("funds,TH,2022,stated,100,A,a\n")
    #expect(fact.contains("error[as-of-after-publication]"))
    let day = try await told("funds,TH,2022-02-01,stated,100,P,a\n")
    #expect(day.contains("error[as-of-after-publication]"))
    let ahead = try await told("funds,TH,2099,stated,100,P,b\n")
    #expect(!ahead.contains("future-as-of"), "\(ahead)")
  }

  @Test func valuesTypedIntoNamesAndDescriptionsAreTold() async throws {
    let values = "funds,TH,2022,stated,6486679,A,b\n"
    let name = try await told(
      values,
      [
        "content/data/indicators.csv":
          "id,name,name@en,unit,unit@en\nfunds,กองทุน 6486679 กอง,Funds,กองทุน,funds\n"
      ])
    #expect(name.contains("typed-figure"), "\(name)")
    let described = try await told(
      values,
      [
        "content/data/trees.csv": "id,name\n1,ก\n",
        "content/data/datapackage.yaml":
          "name: x\nresources:\n  - name: trees\n    path: trees.csv\n    title: ต้นไม้\n"
          + "    description: ตารางของกองทุน 6486679 กอง\n",
      ])
    #expect(described.contains("typed-figure"), "\(described)")
    #expect(try await !told(values).contains("typed-figure"))
  }
}
