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

  private func registered(_ rows: [(area: String, province: String)]) -> TestSite {
    var site = site(area: "32").with([
      "content/data/councils.csv": "id,name,area,province\n"
        + rows.enumerated().map { "c\($0),ก,\($1.area),\($1.province)\n" }.joined(),
      "content/data/datapackage.yaml": """
      resources:
        - {name: councils, path: councils.csv, schema: {fields: [{name: id}, {name: name}, {name: area}, {name: province, title: {th: จังหวัด}}]}}
      """,
    ])
    site.files["content/data/gardens.csv"] = nil
    return site
  }

  @Test func whatIsSpeltOtherwiseIsNotUnderstood() async throws {
    let report = try await registered([
      ("สุรินทร", ""), ("32", ""), ("สุรินทร", ""), ("จ.สุรินทร์", ""), ("surin", ""), ("SURIN", ""),
    ]).check()
    #expect(
      report.contains(
        """
        error[unknown-area]: 'สุรินทร' is no name or code of the areas table
          --> content/data/councils.csv › row 2 › area
           = hint: did you mean 'สุรินทร์'? write the name, or its code 32

        """), "\(report)")
    #expect(report.split(separator: "unknown-area").count == 3)
  }

  @Test(arguments: [
    ("สุริน", "สุรินทร์", "32"), ("สุรินท์", "สุรินทร์", "32"), ("เชียงใหม", "เชียงใหม่", "50"),
    ("จังหวัดเชียงไหม่", "เชียงใหม่", "50"), ("Chiang Mi", "เชียงใหม่", "50"),
  ])
  func namesNearlyRightAreSuggested(_ written: String, _ name: String, _ code: String) async throws
  {
    let hint = "did you mean '\(name)'? write the name, or its code \(code)"
    let report = try await registered([(written, "")]).check()
    #expect(
      report.contains("'\(written)' is no name or code of the areas table") && report.contains(hint)
        || report.contains("'\(written)' is taken for \(name)"), "\(report)")
    let column = try await registered([("32", written)]).check()
    #expect(
      column.contains("warning[unknown-place]: no area of the areas table is called '\(written)'")
        && column.contains(hint), "\(column)")
    #expect(try await site(area: written).check().contains(written))
  }

  @Test func provincesInTextColumnsAreLookedAt() async throws {
    let report = try await registered([
      ("32", "สุรินทร์"), ("32", "แดนสนธยา"), ("32", "แดนสนธยา"), ("50", "จ.เชียงใหม่"), ("50", "50"),
    ]).check()
    #expect(
      report.contains(
        """
        warning[unknown-place]: no area of the areas table is called 'แดนสนธยา', in 2 rows
          --> content/data/councils.csv › row 3 › province
           = hint: correct the name, or add the province to content/data/areas.csv
        """), "\(report)")
    #expect(report.split(separator: "unknown-place").count == 2)
  }

  @Test func aMissingAreasTableIsNamed() async throws {
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\nareas: [สุรินทร์]\n---\n"])
    #expect(
      try await site.check().contains(
        """
        error[unknown-area]: 'สุรินทร์' is no area, for the site has no table of areas
          --> content/a.th.md:3:9
        """))
    let thai = DiagnosticPrinter(language: .thai).text(
      try await inspect(site.tree, site.options()).diagnostics)
    #expect(thai.contains("สร้างไฟล์ content/data/areas.csv"))
  }

  @Test(arguments: ["councils", "funds", "housing", "events", "indicators"])
  func aKnownNameWithOtherColumnsIsNotRead(_ name: String) async throws {
    var site = site(area: "32").with([
      "content/data/\(name).csv": "เลขที่,ผู้ดูแล,ปี,ยอด\n1,ก,32,x\n",
      "content/about.th.md": "---\ntitle: ก\n---\n",
    ])
    site.files["content/data/gardens.csv"] = nil
    if name == "indicators" { site.files["content/data/observations.csv"] = nil }
    let found = try await inspect(site.tree, site.options()).diagnostics.all
    #expect(
      found.map(\.code) == ["unread-table"], "\(DiagnosticPrinter().text(Diagnostics(found)))")
    let told = try #require(found.first)
    #expect(told.place == .file(path: "content/data/\(name).csv"))
    #expect(told.message.en.hasPrefix("'\(name)' is a table with the columns id, "))
    #expect(told.hint?.en.contains("saan data infer 'content/data/\(name).csv'") == true)
    #expect(told.hint?.th.contains("saan data infer 'content/data/\(name).csv'") == true)
  }

  @Test func aKnownTableWithMostOfItsColumnsIsReadWithItsMistakes() async throws {
    var site = site(area: "32").with(["content/data/funds.csv": "id,name\nf1,ก\n"])
    site.files["content/data/gardens.csv"] = nil
    let report = try await site.check()
    #expect(report.contains("error[missing-column]: table 'funds' needs a column 'area'"))
    #expect(report.contains("hint: add it with a value in every row, such as 32; if the table"))
    #expect(!report.contains("unread-table"))
  }

  @Test func aReconciliationSaysWhatItsColumnsHold() async throws {
    let site = TestSite().with([
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n",
      "content/data/reconciliations.csv": "id,indicator,area\na,funds.members,TH\n",
    ])
    let found = try await inspect(site.tree, site.options()).diagnostics
    let hints = found.all.filter { $0.code == "missing-column" }.compactMap(\.hint)
    let causes =
      "different_as_of, different_scope, different_definition, rounding, unit_error, typing_error, unexplained"
    let rest = "if the table calls it otherwise, write that under 'aliases' in datapackage.yaml"
    #expect(
      hints.map(\.en) == [
        "add it with a value in every row, such as \(causes); \(rest)",
        "add it with a value in every row, such as open, asked_source, explained; \(rest)",
      ])
    #expect(
      hints.first?.th.hasPrefix("เพิ่มคอลัมน์นี้และใส่ค่าทุกแถว เช่น \(causes) ถ้าในตารางใช้ชื่ออื่น") == true)
  }

  @Test func everyNeededColumnOfAKnownTableHasAnExample() {
    for table in KnownTable.all {
      for field in table.fields where field.constraints.required {
        let example = KnownColumns.example(of: field.name, in: table.name)
        #expect(example != nil, "\(table.name).\(field.name)")
      }
    }
  }

  @Test func aTotalRowIsNoneOfTheRegister() async throws {
    let site = TestSite.withForests
    let table = try #require(site.files["content/data/forests.csv"])
    let width = table.split(separator: "\n")[0].split(separator: ",").count
    let total = ",รวมทั้งสิ้น" + String(repeating: ",", count: width - 3) + ",160\n"
    let found = try await inspect(
      site.with(["content/data/forests.csv": table + total]).tree, site.options()
    ).diagnostics
    #expect(found.all.map(\.code).first == "total-row", "\(DiagnosticPrinter().text(found))")
    #expect(
      DiagnosticPrinter(language: .thai).text(found).contains("จึงไม่อ่านเป็นข้อมูล โปรแกรมรวมยอดให้เอง"))
  }

  @Test func aNoteBelowARegisterIsNoRecord() async throws {
    let site = TestSite.withForests
    let table = try #require(site.files["content/data/forests.csv"])
    let width = table.split(separator: "\n")[0].split(separator: ",").count
    let note = "หมายเหตุ: ข้อมูลเบื้องต้น" + String(repeating: ",", count: width - 1) + "\n"
    let (outputs, found) = try await site.with(["content/data/forests.csv": table + note]).build()
    #expect(found.all.map(\.code).first == "note-row", "\(DiagnosticPrinter().text(found))")
    #expect(DiagnosticPrinter(language: .thai).text(found).contains("แถวนี้เป็นหมายเหตุใต้ตาราง"))
    #expect(outputs == (try await site.build().outputs))
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
