import SaanText
import Testing

@testable import SaanData

/// What a workbook shows otherwise than it holds: hidden columns, rows and sheets, and percentages.
@Suite struct HiddenCellTests {
  private let rows = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>ชื่อ</t></is></c>\
    <c r="C1" t="inlineStr"><is><t>หนี้</t></is></c><c r="D1" t="inlineStr"><is><t>ลับ</t></is></c></row>
    <row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>5</v></c></row>
    <row r="3" hidden="1"><c r="A3"><v>2</v></c></row>
    <row r="4" ht="0"><c r="A4"><v>3</v></c></row>
    <row r="5"><c r="A5"><v>4</v></c></row>
    <row r="6" hidden="true"><c r="A6"><v>5</v></c></row>
    <row r="7" hidden="1"></row>
    """

  private func report(
    _ book: [UInt8], _ schema: TableSchema? = nil, in language: MessageLanguage = .english
  ) -> String {
    let resource = Resource(name: "funds", path: "funds.xlsx", sheet: nil, schema: schema)
    let outcome = readTable(DataFile(path: "funds.xlsx", bytes: book), as: resource)
    return DiagnosticPrinter(language: language).text(outcome.diagnostics)
  }

  @Test func hiddenColumnsAndRowsAreToldTogether() {
    let columns =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"3\" max=\"16384\" width=\"0\"/></cols>"
    let book = WorkbookFixture.workbook(rows: rows, before: columns)
    #expect(
      report(book) == """
        warning[hidden-cells]: columns B to D ('ชื่อ', 'หนี้', 'ลับ') are hidden in the workbook, and are left out
          --> funds.xlsx › row 1 › ชื่อ
           = hint: to publish it, select the columns around it, right-click and choose Unhide, or say in the description of the table: dialect: {hidden: keep}; hidden: skip ends this warning

        warning[hidden-cells]: rows 3 to 4 are hidden in the workbook, and are left out
          --> funds.xlsx › row 3
           = hint: to publish them, clear the filter (Data › Clear) or unhide them, or say in the description of the table: dialect: {hidden: keep}; hidden: skip ends this warning

        warning[hidden-cells]: row 6 is hidden in the workbook, and is left out
          --> funds.xlsx › row 6
           = hint: to publish them, clear the filter (Data › Clear) or unhide them, or say in the description of the table: dialect: {hidden: keep}; hidden: skip ends this warning

        """)
    let thai = report(book, in: .thai)
    #expect(
      thai.contains(
        "คอลัมน์ B ถึง D ('ชื่อ', 'หนี้', 'ลับ') ถูกซ่อนไว้ในสมุดงาน จึงไม่อ่านและไม่เผยแพร่"))
    #expect(thai.contains("เขียนในคำอธิบายตารางว่า dialect: {hidden: keep}"))
    #expect(thai.contains("แถว 3 ถึง 4 ถูกซ่อนไว้ในสมุดงาน") && thai.contains("แถว 6 ถูกซ่อนไว้"))
    #expect(thai.contains("ล้างตัวกรอง (ข้อมูล › ล้าง)"))
  }

  @Test func whatIsHiddenIsLeftOutUnlessItIsKept() {
    let columns = "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>"
    let book = WorkbookFixture.workbook(rows: rows, before: columns)
    var resource = Resource(name: "funds", path: "funds.xlsx")
    func read() -> (ids: [String?], names: [String], codes: [String]) {
      let outcome = readTable(DataFile(path: "funds.xlsx", bytes: book), as: resource)
      return (
        column("id", of: outcome.value), outcome.value?.fields.map(\.name) ?? [],
        outcome.diagnostics.all.map { "\($0.severity) \($0.code)" }
      )
    }
    let usual = read()
    #expect(usual.ids == ["1", "4"] && usual.names == ["id", "ชื่อ", "หนี้"])
    #expect(Set(usual.codes) == ["warning hidden-cells"])
    resource.dialect.hidden = .skip
    #expect(read().ids == ["1", "4"] && Set(read().codes) == ["note hidden-cells"])
    resource.dialect.hidden = .keep
    #expect(read().ids == ["1", "2", "3", "4", "5"] && read().names.contains("ลับ"))
    #expect(read().codes == [])
  }

  @Test func aPrivateColumnMayBeHidden() {
    let columns = "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols>"
    let schema = TableSchema(fields: [
      Field("id"), Field("name") { $0.aliases = ["ชื่อ"] },
      Field("debt") { ($0.aliases, $0.isPrivate) = (["หนี้"], true) },
      Field("ลับ") { $0.isPrivate = true },
    ])
    let visible = rows.replacing(" hidden=\"1\"", with: "").replacing(" hidden=\"true\"", with: "")
      .replacing(" ht=\"0\"", with: "")
    let book = WorkbookFixture.workbook(rows: visible, before: columns)
    #expect(!report(book, schema).contains("hidden-cells"))
    #expect(
      report(book).contains("columns C to D ('หนี้', 'ลับ') are hidden in the workbook"))
    let one = WorkbookFixture.workbook(
      rows: visible, before: "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>")
    #expect(report(one).contains("column D ('ลับ') is hidden in the workbook"))
    #expect(report(one, in: .thai).contains("คอลัมน์ D ('ลับ') ถูกซ่อนไว้ในสมุดงาน"))
  }

  @Test func aHiddenSheetIsTold() {
    let visible = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
    let book = WorkbookFixture.workbook(rows: visible, sheets: ["ลับ\" state=\"veryHidden"])
    #expect(
      report(book) == """
        warning[hidden-cells]: sheet 'ลับ' is hidden in the workbook, but is read and published
          --> funds.xlsx
           = hint: right-click the name of any sheet and choose Unhide; or name the sheet that is meant ('sheet' of the table)

        """)
    #expect(
      report(book, in: .thai).contains(
        "แผ่นงาน 'ลับ' ถูกซ่อนไว้ในสมุดงาน แต่โปรแกรมอ่านและเผยแพร่ด้วย"))
  }

  @Test func aPercentageIsReadAsItIsShown() {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>share</t></is></c></row>
      <row r="2"><c r="A2" s="3"><v>0.45</v></c></row><row r="3"><c r="A3" s="4"><v>0.455</v></c></row>
      <row r="4"><c r="A4" s="5"><v>0.5</v></c></row><row r="5"><c r="A5" s="3"><v>1</v></c></row>
      """
    let book = WorkbookFixture.workbook(rows: rows)
    let (table, _) = read(book, path: "funds.xlsx")
    #expect(column("share", of: table) == ["45%", "45.5%", "0.5", "100%"])
    let schema = TableSchema(fields: [Field("share", .number)])
    let told = report(book, schema)
    #expect(
      told.hasPrefix(
        """
        error[bad-number]: number '45%': '%' does not belong in a number
          --> funds.xlsx › row 2 › share
           = hint: write 45 without '%'; in Excel give the cells the format Number, not Percentage, and multiply by 100

        """), "\(told)")
    #expect(
      report(book, schema, in: .thai).contains(
        "เขียน 45 โดยไม่มี '%' ใน Excel ให้เปลี่ยนรูปแบบเซลล์จากเปอร์เซ็นต์เป็นตัวเลข แล้วคูณด้วย 100"))
  }
}
