import SaanText
import Testing

@testable import SaanData

/// Tables that are put together of sheets and files, and wide ones whose columns become rows.
@Suite struct ShapeTests {
  private static func resource(_ yaml: String) throws -> Resource {
    let lines = yaml.split(separator: "\n").map { "    \($0)\n" }.joined()
    let parsed = PackageDescriptor.parse(
      SourceFile(path: "datapackage.yaml", text: "name: d\nresources:\n  - name: t\n" + lines))
    try #require(parsed.diagnostics.isEmpty, "\(DiagnosticPrinter().text(parsed.diagnostics))")
    return try #require(parsed.value.resources.first)
  }

  private func read(
    _ files: [(path: String, text: String)], _ yaml: String, in language: MessageLanguage = .english
  ) throws -> (table: Table?, report: String) {
    let all = files.map { DataFile(path: $0.path, bytes: Array($0.text.utf8)) }
    let outcome = readTable(
      all[0], beside: Array(all.dropFirst()), as: try Self.resource(yaml))
    return (outcome.value, DiagnosticPrinter(language: language).text(outcome.diagnostics))
  }

  private func rows(_ table: Table?) -> [String] {
    table?.rows.map { row in
      row.table.fields.indices.map { row.string($0) ?? "–" }.joined(separator: " ")
    } ?? []
  }

  private static let files = [
    (path: "a.csv", text: "จังหวัด,สมาชิก\nน่าน,๑\nรวม,1\n"),
    (path: "b.csv", text: "\"สมาชิก\",จังหวัด\n\"1\"\"2\",ตรัง\nx,สตูล\n"),
  ]
  private static let two = """
    path: [a.csv, b.csv]
    fileColumn: file
    schema:
      primaryKey: name
      fields: [{name: file}, {name: name, aliases: [จังหวัด]}, {name: n, type: integer, aliases: [สมาชิก]}]
    """

  @Test func filesAreOneTableAndMistakesNameTheirs() throws {
    let (table, report) = try read(Self.files, Self.two)
    #expect(rows(table) == ["a น่าน 1", "b ตรัง –", "b สตูล –"])
    #expect(table?.rows.map(\.number) == [2, 2, 3])
    #expect(report.contains("total-row") && report.contains("  --> a.csv › row 3\n"), "\(report)")
    #expect(report.contains("number '1\"2'"), "\(report)")
    #expect(report.contains("  --> b.csv › row 2 › สมาชิก\n"), "\(report)")
    #expect(report.contains("  --> b.csv › row 3 › สมาชิก\n"), "\(report)")
    let twice = try read([Self.files[0], (path: "b.csv", text: Self.files[0].text)], Self.two)
    #expect(
      twice.report.contains("duplicate-key") && twice.report.contains("b.csv › row 2"),
      "\(twice.report)")
  }

  @Test func aFileWithAnotherHeadSaysWhatDiffers() throws {
    let files = [Self.files[0], (path: "b.csv", text: "จังหวัด,ครัวเรือน,ปี\nตรัง,1,2563\n")]
    let (table, report) = try read(files, Self.two)
    #expect(table == nil)
    #expect(
      report.contains(
        """
        error[other-head]: the head is not the one of 'a.csv': it lacks 'สมาชิก', it has 'ครัวเรือน', 'ปี' besides
          --> b.csv › row 1
           = hint: give both the same headings, add the other heading to the 'aliases' of the column, or leave this sheet or file out of 'sheet' or 'path'
        """), "\(report)")
    let thai = try read(files, Self.two, in: .thai).report
    #expect(thai.contains("หัวตารางไม่ตรงกับของ 'a.csv': ไม่มี 'สมาชิก' และมี 'ครัวเรือน', 'ปี' เพิ่มมา"))
    #expect(thai.contains("เพิ่มหัวที่ต่างใน 'aliases' ของคอลัมน์"))
    // A heading that the description calls the same column is no other one.
    let same = Self.two.replacing("aliases: [สมาชิก]", with: "aliases: [สมาชิก, คน]")
    let other = try read([Self.files[0], (path: "b.csv", text: "คน,จังหวัด\n5,ตรัง\n")], same)
    #expect(rows(other.table) == ["a น่าน 1", "b ตรัง 5"])
  }

  @Test func sheetsOfAWorkbookAreOneTable() throws {
    let head = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
    let book = WorkbookFixture.workbook(
      rows: head + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\"><v>5</v></c></row>",
      strings: ["ชื่อ", "สมาชิก", "ก"], sheets: ["น่าน", "ตรัง"])
    for sheets in ["\"*\"", "[น่าน, ตรัง]"] {
      let resource = try Self.resource(
        "path: t.xlsx\nsheet: \(sheets)\nsheetColumn: province\nschema: {fields: [{name: province}, {name: ชื่อ}, {name: สมาชิก, type: year}]}"
      )
      let outcome = readTable(DataFile(path: "t.xlsx", bytes: book), as: resource)
      #expect(rows(outcome.value) == ["น่าน ก –", "ตรัง ก –"])
      let report = DiagnosticPrinter().text(outcome.diagnostics)
      #expect(report.contains("t.xlsx › น่าน › row 2 › สมาชิก"), "\(report)")
      #expect(report.contains("t.xlsx › ตรัง › row 2 › สมาชิก"), "\(report)")
    }
    let hidden = WorkbookFixture.workbook(
      rows: head, strings: ["ชื่อ", "สมาชิก"], sheets: ["น่าน", "ลับ\" state=\"hidden"])
    let all = try Self.resource("path: t.xlsx\nsheet: \"*\"")
    let left = readTable(DataFile(path: "t.xlsx", bytes: hidden), as: all).diagnostics
    #expect(
      DiagnosticPrinter().text(left).contains(
        "note[hidden-sheets]: the hidden sheet 'ลับ': not read"))
    #expect(
      DiagnosticPrinter(language: .thai).text(left).contains("แผ่นงานที่ซ่อนไว้ 'ลับ' ไม่ได้อ่าน"))
    let unknown = try Self.resource("path: t.xlsx\nsheet: [น่าน, แพร่]")
    let told = readTable(DataFile(path: "t.xlsx", bytes: book), as: unknown)
    #expect(told.value == nil && told.diagnostics.all.map(\.code) == ["unknown-sheet"])
  }

  private static let wide = """
    path: w.csv
    unpivot: {columns: "2563..2565", key: year, value: n}
    schema:
      primaryKey: [name, year]
      fields: [{name: name, aliases: [จังหวัด]}, {name: year, type: year}, {name: n, type: integer}]
    """

  @Test func aColumnForEachYearBecomesRows() throws {
    let text = "จังหวัด,2563,ปี ๒๕๖๔,พ.ศ. 2565 (คน),รวม\nน่าน,1,,x,1\nตรัง,4,5,6,15\nรวม,5,5,6,16\n"
    let (table, report) = try read([("w.csv", text)], Self.wide)
    #expect(
      rows(table) == ["น่าน 2020 1", "น่าน 2022 –", "ตรัง 2020 4", "ตรัง 2021 5", "ตรัง 2022 6"])
    #expect(report.contains("number 'x'"), "\(report)")
    #expect(report.contains("  --> w.csv › row 2 › พ.ศ. 2565 (คน)\n"), "\(report)")
    #expect(report.contains("note[total-column]: the column 'รวม' adds up others"), "\(report)")
    let kept = try read(
      [("w.csv", text)], Self.wide.replacing("value: n}", with: "value: n, empty: keep}"))
    #expect(rows(kept.table).contains("น่าน 2021 –"))
  }

  @Test func columnsOfYearsAreTold() {
    let file = DataFile(path: "w.csv", bytes: Array("จังหวัด,2563,2564\nน่าน,1,2\n".utf8))
    let read = inferSchema(file, keepsHeadings: true).diagnostics
    #expect(
      DiagnosticPrinter().text(read) == """
        note[wide-table]: 2 columns are years (2563..2564): each can become a row of its own
          --> w.csv
           = hint: add --unpivot 2563..2564:year:value (the columns for the year and for the value), or say in the description: unpivot: {columns: "2563..2564", key: year, value: value}

        """)
    let drafted = DiagnosticPrinter(language: .thai).text(inferSchema(file).diagnostics)
    #expect(drafted.contains("มี 2 คอลัมน์ที่เป็นปี (2563..2564) จึงทำให้เป็นแถวของแต่ละปี"))
    #expect(Unpivot("2563..2566:year:members")?.value == "members")
    #expect(Unpivot("") == nil && Unpivot("a:b:c:d") == nil && Unpivot("a::c") == nil)
  }

  @Test func columnsOfMeasuresAreNamedByHeadingOrPattern() throws {
    let text = "จังหวัด,สมาชิก ชาย,สมาชิก หญิง,หมายเหตุ\nน่าน,1,2,ก\n"
    for choice in ["สมาชิก *", "สมาชิก ชาย, สมาชิก หญิง"] {
      let (table, report) = try read(
        [("w.csv", text)], "path: w.csv\nunpivot: {columns: [\(choice)], key: เพศ, value: n}")
      let first = choice.contains("*") ? "ชาย" : "สมาชิก ชาย"
      #expect(rows(table).first == "น่าน ก \(first) 1" && report.isEmpty, "\(report)")
    }
    let (_, report) = try read(
      [("w.csv", text)], "path: w.csv\nunpivot: {columns: [\"2563..2565\"]}", in: .english)
    #expect(report.contains("error[unpivot-of-nothing]: no heading is meant by '2563..2565'"))
    let thai = try read([("w.csv", text)], "path: w.csv\nunpivot: {columns: [\"ก*\"]}", in: .thai)
    #expect(thai.report.contains("ไม่มีหัวคอลัมน์ใดตรงกับ 'ก*' ใน 'unpivot'"))
  }

  @Test func aDescriptionNamesColumnsThatThereAre() {
    let text = """
      name: d
      resources:
        - name: t
          path: w.csv
          sheetColumn: nowhere
          unpivot: {key: a, value: nothing}
          schema: {fields: [{name: a}]}
      """
    let parsed = PackageDescriptor.parse(SourceFile(path: "d.yaml", text: text))
    #expect(
      parsed.diagnostics.all.map(\.code) == ["unknown-field", "missing-key", "unknown-field"])
  }

  @Test(arguments: [
    ("2563", 2563, false), ("ปี ๒๕๖๓", 2563, false), ("ปีงบประมาณ 2563 (บาท)", 2563, true),
    ("พ.ศ.2563", 2563, false), ("FY2020", 2020, true),
  ])
  func aHeadingMayBeAYear(_ heading: String, _ year: Int, _ isFiscal: Bool) {
    let found = YearHeading(heading)
    #expect(found?.year == year && found?.isFiscal == isFiscal)
  }

  @Test(arguments: ["สมาชิก 2563", "2563-2564", "3000", "งบ", "ไตรมาส 1/2563"])
  func otherHeadingsAreNoYears(_ heading: String) { #expect(YearHeading(heading) == nil) }

  @Test(arguments: [
    "จังหวัด,2563,2564\nน่าน,1,2\nตรัง,3,-\n",
    "ลำดับ,ชื่อโครงการ,จังหวัด,วันที่เริ่ม,ปี,งบประมาณ (บาท),โทร.\n1,ก,น่าน,26/10/65,2565,5.5,0812345678\n2,ข,ตรัง,พ.ศ. 2566,2566,-,-\n",
    "พื้นที่,ข้อมูล ณ,ร้อยละสมาชิก\n32,ก.ย. 69,12.5%\n3201,ต.ค. 69,\n",
    "ทะเบียนสวน,,\n,,\nรหัส,ชื่อสวน,ไม่รู้จัก\n001,ก,x\n002,ข,y\nรวม,,\n",
  ])
  func aDraftPassesItsOwnCheck(_ text: String) throws {
    let file = DataFile(path: "t.csv", bytes: Array(text.utf8))
    let draft = try #require(inferSchema(file).value)
    let parsed = PackageDescriptor.parse(SourceFile(path: "d.yaml", text: draft))
    #expect(parsed.diagnostics.isEmpty, "\(draft)\n\(DiagnosticPrinter().text(parsed.diagnostics))")
    let read = readTable(file, as: parsed.value.resources[0])
    let told = read.diagnostics.all.filter { $0.severity != .note && $0.code != "total-row" }
    #expect(told.isEmpty, "\(draft)\n\(DiagnosticPrinter().text(Diagnostics(told)))")
    // What readers see of a column is never its name.
    for field in parsed.value.resources[0].schema?.fields ?? [] where !field.isPrivate {
      let titles = field.title?.all ?? []
      #expect(!titles.isEmpty && !titles.contains(field.name), "\(field.name) \(titles)")
    }
  }
}
