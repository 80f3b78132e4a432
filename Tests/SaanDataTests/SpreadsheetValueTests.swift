import SaanText
import Testing

@testable import SaanData

/// Values as officers type them into spreadsheets, and the keys of the standard that say how.
@Suite struct SpreadsheetValueTests {
  @Test(arguments: [
    ("26/10/2565", "2022-10-26"), ("๒๖/๑๐/๒๕๖๕", "2022-10-26"), ("30/9/2565", "2022-09-30"),
    ("3-4-2565", "2022-04-03"), ("26.10.2565", "2022-10-26"), ("26/10/2022", "2022-10-26"),
    ("2022/10/26", "2022-10-26"), ("2011-10-03T12:00:00", "2011-10-03"),
    ("26/10/2565 09:30", "2022-10-26"),
  ])
  func datesOfNumbersAreRead(_ text: String, _ iso: String) {
    for type in [FieldType.date, .period] {
      let (table, report) = read("d\n\(text)\n", TableSchema(fields: [Field("d", type)]))
      #expect(text.contains(":") ? report.hasPrefix("note[time-left-out]") : report == "")
      #expect(column("d", of: table) == [iso])
    }
  }

  @Test func theMarkThatExcelWritesBeforeUTF8IsNoMistake() {
    let schema = TableSchema(fields: [Field("ชื่อ"), Field("b")])
    let (table, report) = read("\u{FEFF}ชื่อ,b\nก,1\n", schema)
    #expect(report == "" && column("ชื่อ", of: table) == ["ก"])
    // A line that tells Excel what parts the cells is no row.
    for separator in [",", ";", "\t", "|"] {
      let text = "\u{FEFF}sep=\(separator)\nชื่อ\(separator)b\nก\(separator)1\n"
      let (table, report) = read(text, schema)
      #expect(report == "" && column("ชื่อ", of: table) == ["ก"], "\(separator)")
      #expect(table?.rows.map(\.number) == [3])
    }
    // Elsewhere the same character is one that nobody sees.
    #expect(read("ชื่อ,b\n\u{FEFF}ก,1\n", schema).report.contains("‹BOM› (row 2)"))
  }

  @Test func datesThatMayBeTwoDaysAreTold() {
    let schema = TableSchema(fields: [Field("d", .period)])
    #expect(
      read("d\n3/4/2022\n", schema).report == """
        error[bad-date]: date '3/4/2022': day and month can't be told apart
          --> funds.csv › row 2 › d
           = hint: write the month as a word, as in 26 ตุลาคม 2565, or the year first: 2022-10-26

        """)
    #expect(read("d\n10/26/2565\n", schema).report.contains("hint: write 26/10/2565"))
    #expect(column("d", of: read("d\n10/2565\n", schema).table) == ["2022-10"])
    #expect(read("d\n26/10/65\n", schema).report.contains("a year needs four digits"))
  }

  @Test func excelDatesOfTheBuddhistEraAreToldWithWhatIsMeant() {
    // 26/10/2565 typed into a sheet that counts in the common era, 243,187 days after 1899.
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>d</t></is></c></row>
      <row r="2"><c r="A2" s="1"><v>243187</v></c></row><row r="3"><c r="A3" s="1"><v>44860</v></c></row>
      """
    let (table, report) = read(WorkbookFixture.workbook(rows: rows), path: "t.xlsx")
    #expect(column("d", of: table) == ["2022-10-26"])
    #expect(
      report == """
        error[wrong-era]: the cell holds the day 2565-10-26 of the Common Era: the year was typed in the Buddhist Era
          --> t.xlsx › row 2 › d
           = hint: 2022-10-26 is probably meant: type the date again in the year 2022

        """)
  }

  @Test(arguments: [
    (
      "3.75 ล้านบาท",
      "write 3750000, and the unit 'บาท' apart from it; where the unit has 'ล้าน' in it, write 3.75"
    ),
    ("1.2 ล้าน", "write 1200000; where the unit has 'ล้าน' in it, write 1.2"),
    (
      "5 พันบาท",
      "write 5000, and the unit 'บาท' apart from it; where the unit has 'พัน' in it, write 5"
    ),
    ("๑,๒๐๐ คน", "write 1200, and the unit 'คน' apart from it"),
    (
      "2 million baht",
      "write 2000000, and the unit 'baht' apart from it; where the unit has 'million' in it, write 2"
    ),
    (
      "45%",
      "write 45 without '%'; in Excel give the cells the format Number, not Percentage, and multiply by 100"
    ),
    (
      "1,200 ถึง 1,300",
      "a value is one number: write 1200 with 'at_least' in the column bound of the table observations, or 1300 with 'at_most', or make each end an indicator of its own"
    ),
  ])
  func numbersWithWordsAreWorkedOut(_ text: String, _ hint: String) {
    let schema = TableSchema(fields: [Field("v", .number)])
    #expect(read("v\n\"\(text)\"\n", schema).report.contains("   = hint: \(hint)\n"))
  }

  /// What readers see of a value is what people type into a spreadsheet.
  @Test func aLabelIsToldAsTheValueThatItStandsFor() throws {
    let label = Localized<String>([
      (tag: .thai, value: "ดำเนินงานอยู่"), (tag: .english, value: "At work"),
    ])
    var field = Field("state", .string)
    field.categories = [Category(value: "active", label: label)]
    field.constraints.allowed = ["active"]
    for text in ["ดำเนินงานอยู่", "At work"] {
      let report = read("state\n\(text)\n", TableSchema(fields: [field])).report
      #expect(report.contains("hint: write 'active'"), "\(report)")
    }
  }

  @Test func datesFollowOneAnotherWhateverTheirColumnsAreCalled() {
    for (first, second) in [
      ("start", "end"), ("from", "to"), ("วันที่เริ่ม", "วันที่สิ้นสุด"), ("เริ่ม", "สิ้นสุด"),
    ] {
      let schema = TableSchema(fields: [Field(first, .period), Field(second, .period)])
      let report = read("\(first),\(second)\nพ.ศ. 2566,พ.ศ. 2565\nพ.ศ. 2565,พ.ศ. 2565\n", schema)
        .report
      #expect(
        report.hasPrefix(
          "error[date-order]: '\(second)' 2022 lies before '\(first)' 2023\n  --> funds.csv › row 2"
        ))
      #expect(report.split(separator: "error[").count == 1)
    }
  }

  private func resource(_ text: String) throws -> Resource {
    let outcome = PackageDescriptor.parse(
      SourceFile(path: "d.yaml", text: "resources:\n  - {name: a, path: a.csv, \(text)}\n"))
    #expect(DiagnosticPrinter().text(outcome.diagnostics) == "")
    return try #require(outcome.value.resources.first)
  }

  private func typed(_ text: String, as resource: Resource) -> (table: Table?, report: String) {
    let file = DataFile(path: "a.csv", bytes: Array(text.utf8))
    let outcome = readTable(file, as: resource)
    return (outcome.value, DiagnosticPrinter().text(outcome.diagnostics))
  }

  @Test func remarksArePassedOver() throws {
    let (table, report) = typed(
      "# made by hand\na,b\n1,2\n#3,4\n5,6\n", as: try resource("dialect: {commentChar: '#'}"))
    #expect(report == "")
    #expect(table?.rows.map(\.number) == [3, 5])
    #expect(table?.fields.map(\.name) == ["a", "b"])
  }

  @Test func boundsMayBeLeftOut() throws {
    let schema =
      "schema: {fields: [{name: v, type: integer, constraints: {exclusiveMinimum: 0, exclusiveMaximum: 9}}]}"
    let report = typed("v\n0\n1\n8\n9\n", as: try resource(schema)).report
    #expect(report.contains("0 is below the minimum 0\n  --> a.csv › row 2"))
    #expect(report.contains("9 is above the maximum 9\n  --> a.csv › row 5"))
    #expect(report.split(separator: "error[").count == 2)
  }

  @Test func columnsMayBeUniqueTogether() throws {
    let schema = "schema: {fields: [{name: a}, {name: b}], uniqueKeys: [[a, b]]}"
    let report = typed("a,b\n1,1\n1,2\n1,1\n", as: try resource(schema)).report
    #expect(
      report == """
        error[duplicate-key]: the key (a, b) = (1, 1) already stands in row 2
          --> a.csv › row 4
           = hint: correct one of the two rows, or delete it if it says the same

        """)
  }

  @Test func truthHasItsOwnWords() throws {
    let schema =
      "schema: {fields: [{name: v, type: boolean, trueValues: [มี], falseValues: [ไม่มี]}]}"
    let (table, report) = typed("v\nมี\nไม่มี\nyes\nอาจ\n", as: try resource(schema))
    #expect(column("v", of: table) == ["true", "false", "true", nil])
    #expect(report.hasPrefix("error[bad-boolean]: 'อาจ'"))
  }

  @Test func sheetsMayBeCounted() throws {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>d</t></is></c></row>"
    let book = WorkbookFixture.workbook(rows: rows, sheets: ["หนึ่ง", "สอง"])
    for (number, isThere) in [(1, true), (2, true), (3, false), (0, false)] {
      let resource = try resource("format: xlsx, dialect: {sheetNumber: \(number)}")
      let table = readTable(DataFile(path: "a.csv", bytes: book), as: resource).value
      #expect((table != nil) == isThere, "\(number)")
    }
  }

  @Test func theValueAboveHoldsBelowWhereTheDescriptionSaysSo() {
    var resource = Resource(name: "funds", path: "funds.csv")
    resource.dialect.filledDown = ["จังหวัด"]
    let rows = (0..<600).map { "f\($0),\($0 % 300 == 0 ? "จ\($0)" : "")" }.joined(separator: "\n")
    func read(_ text: String) -> Outcome<Table?> {
      readTable(DataFile(path: "funds.csv", bytes: Array(text.utf8)), as: resource)
    }
    let outcome = read("id,จังหวัด\n\(rows)\nรวม,\n")
    let provinces = column("จังหวัด", of: outcome.value)
    #expect(provinces[299] == "จ0" && provinces[300] == "จ300" && provinces[599] == "จ300")
    #expect(outcome.diagnostics.all.map(\.code) == ["total-row"])
    #expect(read("id,อำเภอ\na,ข\n").diagnostics.all.map(\.code) == ["unknown-column"])
  }

  @Test func perCentIsReadAsItIsWrittenWhereTheUnitSaysSo() {
    let unit: Localized<String>? = Localized<String>("ร้อยละ")
    let schema = TableSchema(fields: [
      Field("share", .number) { $0.unit = unit }, Field("baht", .number),
    ])
    let (table, report) = read("share,baht\n12.5%,\"6,000,000.-\"\n๑๒.๕,1\n12.5 %,2.50\n", schema)
    #expect(report == "")
    #expect(column("share", of: table) == ["12.5", "12.5", "12.5"])
    #expect(column("baht", of: table)[0] == "6000000")
    #expect(read("share,baht\n1,5%\n", schema).report.contains("bad-number"))
  }

  @Test func headingsMayCarryTheirUnitAndTheHeadingAbove() {
    let schema = TableSchema(fields: [
      Field("members", .integer) { $0.aliases = ["จำนวนสมาชิก"] },
      Field("capital", .number) { $0.aliases = ["เงินกองทุน"] },
    ])
    var resource = Resource(name: "funds", path: "funds.csv", schema: schema)
    resource.dialect.head = 1...2
    let text = "จำนวน,เงินกองทุน (บาท)\nสมาชิก,\n12,5.5\n"
    let outcome = readTable(DataFile(path: "funds.csv", bytes: Array(text.utf8)), as: resource)
    #expect(outcome.diagnostics.all.isEmpty)
    #expect(column("members", of: outcome.value) == ["12"])
    #expect(column("capital", of: outcome.value) == ["5.5"])
  }
}
